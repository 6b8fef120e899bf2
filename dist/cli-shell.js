import { k as UserError } from "./cli-markup.js";
import { i as docker, r as attachDocker } from "./cli-exec.js";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";
// src/steps/shell.ts
/** Seconds that a command has to end when its terminal is closed, before it is ended. */
const GRACE_SECONDS = 3;
/**
* Gives a container this process's terminal, or pipes, until its command has ended; resolves with the exit code. Through
* pipes Ctrl-C reaches the command by way of docker, and is its own to answer; a second one ends it. Any other signal
* the command gets from here, and some seconds. (At a terminal, Ctrl-C is a key like any other, and no signal.)
*/
async function runAttached(args, container, signal) {
	const run = {
		container,
		hasEnded: false
	};
	let stopping = Promise.resolve();
	const stop = () => {
		if (signal.reason !== "SIGINT" || args.includes("--tty")) stopping = stopContainer(run, signal.reason);
		else process.once("SIGINT", () => void remove(container));
	};
	signal.addEventListener("abort", stop, { once: true });
	const exitCode = await attachDocker(args, new AbortController().signal);
	run.hasEnded = true;
	await stopping;
	if (exitCode === null || signal.aborted) await remove(container);
	return exitCode ?? KILLED;
}
async function stopContainer(run, signal) {
	const stop = [
		"stop",
		"--signal",
		signal,
		"--time",
		String(GRACE_SECONDS),
		run.container
	];
	while (!run.hasEnded) {
		await docker(stop);
		await setTimeout(100);
	}
}
async function remove(container) {
	await docker([
		"rm",
		"--force",
		"--volumes",
		container
	]);
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
