import { n as attachDocker, r as docker } from "./cli-exec.js";
import { C as quoted, k as UserError } from "./cli-markup.js";
import { Z as attachArguments } from "./cli-project.js";
import { createServer } from "node:net";
// src/core/ports.ts
/** Reads `8888`, or `8000:80` for another port on this machine. Fails on anything else: nothing is published to others. */
function readPort(text) {
	const [, host = "", container = host] = /^(\d{1,5})(?::(\d{1,5}))?$/.exec(text) ?? [];
	const port = {
		host: Number(host),
		container: Number(container)
	};
	if (host !== "" && isPort(port.host) && isPort(port.container)) return port;
	throw new UserError(`Input publish is ${quoted(text)}: write a port such as 8888, or 8000:80 for port 80 of the container; it is reached from this machine only.`);
}
function isPort(number) {
	return number > 0 && number < 65536;
}
/** Arguments that publish ports on this machine's loopback alone. */
function portArguments(ports) {
	return ports.flatMap(({ host, container }) => ["--publish", `127.0.0.1:${host}:${container}`]);
}
// src/core/shell.ts
/** Where a container finds them. */
const JUPYTER = "/opt/dev-in-docker/jupyter";
/** bash where the image has it, for its history and completion; every image with a shell has sh. */
const SHELL = [
	"sh",
	"-c",
	"command -v bash >/dev/null && exec bash; exec sh"
];
/** The command of a container that somebody works in. */
function shellCommand(command) {
	return command.length > 0 ? command : SHELL;
}
/** A container to work in: with a project mounted and oneself as its user, or without, just as the image is. */
function shellContainer(shell, project) {
	const base = {
		name: `dev-in-docker-${shell.id}`,
		label: `dev-in-docker=${shell.id}`,
		image: shell.image,
		options: [
			"--rm",
			...attachArguments(shell.isTerminal),
			...["--hostname", hostname(shell.stage)],
			...portArguments(shell.ports),
			...environmentArguments({
				...project ? ownVariables(project, shell) : {},
				...shell.environment
			})
		]
	};
	if (!project) return {
		...base,
		mounts: [],
		volumes: [],
		isLockedDown: false
	};
	const { inhabitant, workdir, mounts, volumes, jupyter } = project;
	return {
		...base,
		user: `${inhabitant.uid}:${inhabitant.gid}`,
		workdir,
		mounts: [
			...mounts,
			{
				source: inhabitant.home,
				target: homeOf(inhabitant)
			},
			...shell.ports.length === 0 ? [] : [{
				source: jupyter,
				target: JUPYTER,
				isReadOnly: true
			}],
			...inhabitant.passwd === void 0 ? [] : [{
				source: inhabitant.passwd,
				target: "/etc/passwd",
				isReadOnly: true
			}]
		],
		volumes,
		isLockedDown: true
	};
}
/** Where somebody's home is in a container. */
function homeOf({ name }) {
	return `/home/${name}`;
}
/** The line of a user database that tells who somebody is. */
function passwdLine(person) {
	return `${person.name}:x:${person.uid}:${person.gid}::${homeOf(person)}:/bin/bash`;
}
/** A name that every image can have for a user: others' names may have blanks, or a domain before them. */
function userNameOf(name) {
	const plain = name.replace(/^.*\\/, "").toLowerCase().replace(/[^a-z0-9_-]+/g, "-").replace(/^[^a-z_]+/, "");
	return plain === "" || plain === "root" ? "me" : plain.slice(0, 32);
}
/** Variables that let git, which distrusts other people's folders, work in the mounted one, as oneself. */
function gitVariables(folder, identity) {
	const settings = Object.entries({
		"safe.directory": folder,
		...identity
	});
	return Object.fromEntries([["GIT_CONFIG_COUNT", String(settings.length)], ...settings.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${index}`, key], [`GIT_CONFIG_VALUE_${index}`, value]])]);
}
function ownVariables({ inhabitant }, { ports, imageEnvironment }) {
	const folders = [imageEnvironment.JUPYTER_CONFIG_PATH, JUPYTER].filter((folder) => folder);
	return {
		HOME: homeOf(inhabitant),
		USER: inhabitant.name,
		LOGNAME: inhabitant.name,
		...ports.length === 0 ? {} : { JUPYTER_CONFIG_PATH: folders.join(":") }
	};
}
/** In the arguments, so that the command that is shown is whole: it is one's own machine. */
function environmentArguments(environment) {
	return Object.entries(environment).flatMap(([name, value]) => ["--env", `${name}=${value}`]);
}
function hostname(stage) {
	return stage.replace(/[^a-z0-9-]+/g, "-").replace(/^-+|-+$/g, "") || "dev";
}
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
export { shellCommand as a, readPort as c, passwdLine as i, runAttached as n, shellContainer as o, gitVariables as r, userNameOf as s, requireFreePorts as t };
