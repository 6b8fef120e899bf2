import { k as UserError } from "./cli-markup.js";
import { i as docker, r as attachDocker } from "./cli-exec.js";
import { createServer } from "node:net";
// src/steps/shell.ts
/** Seconds that a command has to end when its terminal is closed, before it is ended. */
const GRACE_SECONDS = 3;
/**
* Gives a container this process's terminal, or pipes, until its command has ended; resolves with the exit code. Ctrl-C
* reaches the command by way of docker, and is its own to answer; a second one ends it. Where the signal was another,
* the command gets that, and some seconds.
*/
async function runAttached(args, container, signal) {
	let stopping = Promise.resolve();
	const end = () => {
		stopping = docker([
			"rm",
			"--force",
			"--volumes",
			container
		]);
	};
	const stop = () => {
		if (signal.reason === "SIGINT") process.once("SIGINT", end);
		else stopping = docker([
			"stop",
			"--signal",
			signal.reason,
			"--time",
			String(GRACE_SECONDS),
			container
		]);
	};
	signal.addEventListener("abort", stop, { once: true });
	const exitCode = await attachDocker(args, new AbortController().signal);
	await stopping;
	if (exitCode === null) await docker([
		"rm",
		"--force",
		"--volumes",
		container
	]);
	return exitCode ?? KILLED;
}
/** Exit code of what a signal has ended, where docker tells none. */
const KILLED = 137;
/** Fails where another program listens on a port that is to be published. */
async function requireFreePorts(ports) {
	for (const { host, container } of ports) {
		if (await isFree(host)) continue;
		throw new UserError(`Port ${host} of this machine is taken by another program: end that, or choose another port, such as --publish ${host + 1}:${container}.`);
	}
}
function isFree(port) {
	return new Promise((resolve) => {
		const server = createServer();
		server.on("error", (error) => resolve(error.code !== "EADDRINUSE"));
		server.listen({
			port,
			host: "127.0.0.1",
			exclusive: true
		}, () => server.close(() => resolve(true)));
	});
}
export { runAttached as n, requireFreePorts as t };
