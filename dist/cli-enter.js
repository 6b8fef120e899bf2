import { f as sentence, i as quoted, s as UserError } from "./cli-plain.js";
import { P as input, R as attachDocker } from "./cli-settings.js";
import { Bt as environmentArguments, Ot as removeContainers, kt as runToEnd, zt as attachArguments } from "./cli-project.js";
import { f as ownLabel, p as ownName, r as isAtTerminal, s as say } from "./cli-session.js";
import { createServer } from "node:net";
// src/laptop/ports.ts
/** Reads `8888`, or `8000:80` for another port on this machine. Fails on anything else: nothing is published to others. */
function readPort(text) {
	const [, host = "", container = host] = /^(\d{1,5})(?::(\d{1,5}))?$/.exec(text) ?? [];
	const port = {
		host: Number(host),
		container: Number(container)
	};
	if (host !== "" && isPort(port.host) && isPort(port.container)) return port;
	throw new UserError(`Option --publish is ${quoted(text)}: write a port such as 8888, or 8000:80 for port 80 of the container; it is reached from this machine only.`);
}
function isPort(number) {
	return number > 0 && number < 65536;
}
/** Fails where there are ports to publish of a container without a network, of which docker would say nothing. */
function requireNetwork(ports, network) {
	if (ports.length === 0 || network !== "none") return;
	throw new UserError(sentence`${input("network")} is none, so that no port could be reached: add "--network bridge", or leave out --publish.`);
}
/** Arguments that publish ports on this machine's loopback alone. */
function portArguments(ports) {
	return ports.flatMap(({ host, container }) => ["--publish", `127.0.0.1:${host}:${container}`]);
}
// src/laptop/shell.ts
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
		name: ownName(shell.id),
		label: ownLabel(shell.id),
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
			{
				source: inhabitant.home,
				target: homeOf(inhabitant)
			},
			...mounts,
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
function ownVariables({ inhabitant }, { ports, imageEnvironment }) {
	const folders = [imageEnvironment.JUPYTER_CONFIG_PATH, JUPYTER].filter((folder) => folder);
	return {
		HOME: homeOf(inhabitant),
		USER: inhabitant.name,
		LOGNAME: inhabitant.name,
		...ports.length === 0 ? {} : { JUPYTER_CONFIG_PATH: folders.join(":") }
	};
}
function hostname(stage) {
	return stage.replace(/[^a-z0-9-]+/g, "-").replace(/^-+|-+$/g, "") || "dev";
}
// src/laptop/steps/shell.ts
/** Seconds that a command has to end when its terminal is closed, before it is ended. */
const GRACE_SECONDS = 3;
/**
* Gives a container this process's terminal, or pipes, until its command has ended; resolves with the exit code. Signals
* reach the command from here: after most it has some seconds, and then is ended. SIGINT, where there is no terminal whose
* Ctrl-C is a key like any other, is its own to answer; another signal after that ends it.
*/
async function runAttached(args, { container, hasTerminal }, signal) {
	const attach = (signal) => attachDocker(args, signal, { isApart: !hasTerminal });
	const exitCode = await runToEnd(container, attach, {
		signal,
		isInterruptible: !hasTerminal,
		graceSeconds: GRACE_SECONDS
	});
	if (exitCode !== 0 || signal.aborted) await removeContainers([container]);
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
// src/laptop/commands/enter.ts
/**
* Runs this run's container with the person's terminal, or pipes, and says where its ports are. `listeners` names those
* that need not be told to listen to them. Resolves with the exit code; fails where a port is taken.
*/
async function enter(args, ports, run, listeners = "") {
	await requireFreePorts(ports);
	if (run.signal.aborted) return 125;
	for (const { host, container } of ports) say(run, `http://127.0.0.1:${host} leads to port ${container}, if what listens there listens on 0.0.0.0${listeners}.`);
	return runAttached(args, {
		container: ownName(run.id),
		hasTerminal: isAtTerminal()
	}, run.signal);
}
export { readPort as a, shellContainer as i, homeOf as n, requireNetwork as o, shellCommand as r, enter as t };
