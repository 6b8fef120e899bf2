import { i as isAtTerminal, s as say } from "./cli-local.js";
import { d as docker, u as attachDocker } from "./cli-settings.js";
import { O as UserError } from "./cli-html.js";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";
// src/laptop/steps/shell.ts
/** Seconds that a command has to end when its terminal is closed, before it is ended. */
const GRACE_SECONDS = 3;
/**
* Gives a container this process's terminal, or pipes, until its command has ended; resolves with the exit code. Signals
* reach the command from here: after most it has some seconds, and then is ended. SIGINT, where there is no terminal whose
* Ctrl-C is a key like any other, is its own to answer; another signal after that ends it.
*/
async function runAttached(args, { container, hasTerminal }, signal) {
	const run = {
		container,
		hasEnded: false
	};
	let stopping = Promise.resolve();
	const stop = () => {
		if (signal.reason !== "SIGINT" || hasTerminal) {
			stopping = stopContainer(run, signal.reason);
			return;
		}
		stopping = interrupt(run);
		for (const another of [
			"SIGINT",
			"SIGTERM",
			"SIGHUP"
		]) process.once(another, () => void remove(container));
	};
	signal.addEventListener("abort", stop, { once: true });
	const exitCode = await attachDocker(args, new AbortController().signal, { isApart: !hasTerminal });
	run.hasEnded = true;
	await stopping;
	if (exitCode !== 0 || signal.aborted) await remove(container);
	return exitCode ?? KILLED;
}
async function interrupt(run) {
	while (!run.hasEnded && (await docker([
		"kill",
		"--signal",
		"SIGINT",
		run.container
	])).exitCode !== 0) await setTimeout(100);
}
async function stopContainer(run, signal) {
	const stop = [
		"stop",
		"--signal",
		signal,
		"-t",
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
// src/laptop/commands/enter.ts
/**
* Runs this run's container with the person's terminal, or pipes, and says where its ports are. `listeners` names those
* that need not be told to listen to them. Resolves with the exit code; fails where a port is taken.
*/
async function enter(args, ports, run, listeners = "") {
	await requireFreePorts(ports);
	if (run.signal.aborted) return 125;
	for (const { host, container } of ports) say(`http://127.0.0.1:${host} leads to port ${container}, if what listens there listens on 0.0.0.0${listeners}.`);
	return runAttached(args, {
		container: `dev-in-docker-${run.id}`,
		hasTerminal: isAtTerminal()
	}, run.signal);
}
export { enter as t };
