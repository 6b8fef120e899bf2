#!/usr/bin/env node
// src/cli.ts
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || major === 22 && minor < 15 || major === 23 && minor < 8) {
	console.error(`dev-in-docker needs Node 22.15, 23.8 or newer, but this is ${process.versions.node}: update Node.`);
	process.exit(125);
}
if (process.platform === "win32") {
	console.error("On Windows, dev-in-docker runs within WSL: install Node in your WSL distribution, and call it there.");
	process.exit(125);
}
const { main } = await import("./cli-main.js");
const exitCode = await main(process.argv);
process.stdout.write("", () => process.stderr.write("", () => process.exit(exitCode)));
export {};
