import { T as readPerson, d as attachDocker, f as docker, m as git, n as isAtTerminal, s as say, t as inSession } from "./cli-session.js";
import { _ as projectName, c as hiddenPlaces, l as placed, n as provideImage, t as openProject, u as requireRunnable, v as attachArguments, y as runArguments } from "./cli-project.js";
import { C as quoted, k as UserError, l as shellLine } from "./cli-markup.js";
import { chown, cp, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
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
const JUPYTER$1 = "/opt/dev-in-docker/jupyter";
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
				target: JUPYTER$1,
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
	const folders = [imageEnvironment.JUPYTER_CONFIG_PATH, JUPYTER$1].filter((folder) => folder);
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
// src/steps/identity.ts
/**
* Makes somebody at home in containers of a project: a folder of their own that stays, with the history of their shell,
* and a user database that knows their name. Without the name of a run, nothing is made.
*/
async function provideInhabitant(image, project, owner, id) {
	const person = readPerson();
	const home = join(person.stateFolder, project, "home");
	const inhabitant = {
		name: userNameOf(person.name),
		...owner,
		home
	};
	if (id === void 0) return inhabitant;
	await mkdir(home, {
		recursive: true,
		mode: 448
	});
	if (process.getuid?.() === 0 && owner.uid !== 0) await chown(home, owner.uid, owner.gid);
	const passwd = owner.uid === 0 ? void 0 : await providePasswd(image, inhabitant, person, id);
	return {
		...inhabitant,
		...passwd === void 0 ? {} : { passwd }
	};
}
/** Path of the image's user database with somebody added; nothing where it knows their number already. */
async function providePasswd(image, inhabitant, { cacheFolder }, id) {
	const file = join(cacheFolder, "passwd", `${image.id.replace(/^sha256:/, "")}-${inhabitant.uid}`);
	return (await readFile(file, "utf8").catch(() => void 0) ?? await makePasswd(image, inhabitant, file, id)) === "" ? void 0 : file;
}
/** Text of the user database; empty where the image's own will do. */
async function makePasswd(image, inhabitant, file, id) {
	await mkdir(join(file, ".."), { recursive: true });
	const copy = `${file}.${id}`;
	const name = `dev-in-docker-${id}-passwd`;
	await docker([
		"create",
		"--name",
		name,
		"--label",
		`dev-in-docker=${id}`,
		image.id,
		"true"
	]);
	await docker([
		"cp",
		"--follow-link",
		`${name}:/etc/passwd`,
		copy
	]);
	await docker([
		"rm",
		"--force",
		"--volumes",
		name
	]);
	const own = await readFile(copy, "utf8").catch(() => "");
	const text = own.split("\n").some((line) => line.split(":")[2] === String(inhabitant.uid)) ? "" : `${own.replace(/\n?$/, "\n")}${passwdLine(inhabitant)}\n`;
	await writeFile(copy, text, { mode: 420 });
	await rename(copy, file);
	return text;
}
/** Name and address that git signs a person's commits with, by the names of its settings; empty where it knows none. */
async function readGitIdentity(folder) {
	const { stdout } = await git([
		"-C",
		folder,
		"config",
		"--null",
		"--get-regexp",
		"^user\\.(name|email)$"
	]);
	return Object.fromEntries(stdout.split("\0").filter((entry) => entry !== "").map((entry) => [entry.split("\n", 1)[0] ?? "", entry.slice(entry.indexOf("\n") + 1)]));
}
/** Absolute path of the git data that a folder's .git file leads to, which a worktree or submodule has elsewhere; or nothing. */
async function gitDataElsewhere(folder) {
	if (await readFile(join(folder, ".git"), "utf8").catch(() => void 0) === void 0) return void 0;
	const { exitCode, stdout } = await git([
		"-C",
		folder,
		"rev-parse",
		"--path-format=absolute",
		"--git-common-dir"
	]);
	return exitCode === 0 && stdout.trim().startsWith("/") ? stdout.trim() : void 0;
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
// src/commands/dev.ts
/** Folder with the settings by which Jupyter listens to more than the container itself. */
const JUPYTER = fileURLToPath(new URL("./jupyter", import.meta.url));
/**
* Opens a shell in the dev stage, or runs a command in it, with the project mounted and oneself as the user. Resolves
* with the command's exit code.
*/
async function dev(options) {
	const ports = options.ports.map(readPort);
	return inSession(options, async (run) => {
		const project = await openProject(options.inputs, run, "target");
		const built = await provideImage(project, options, options);
		if (!built) return 125;
		const image = placed(built, project.plan.test);
		const args = await devArguments(image, project, {
			...options,
			ports
		});
		if (options.isDryRun) {
			console.log(shellLine(["docker", ...args]));
			return 0;
		}
		await requireRunnable(project.plan.test, image);
		await requireFreePorts(ports);
		if (run.signal.aborted) return 125;
		for (const { host, container } of ports) say(`http://127.0.0.1:${host} leads to port ${container}, if what listens there listens on 0.0.0.0 (Jupyter does).`);
		return runAttached(args, `dev-in-docker-${run.id}`, run.signal);
	});
}
async function devArguments(image, { checkout, folder, engine, plan, run }, { command, ports, isDryRun }) {
	const { context } = plan.test;
	const owner = engine.isRootless ? {
		uid: 0,
		gid: 0
	} : {
		uid: plan.test.uid,
		gid: plan.test.gid
	};
	const [inhabitant, identity, gitData, volumes] = await Promise.all([
		provideInhabitant(image, projectName(checkout.context), owner, isDryRun ? void 0 : run.id),
		readGitIdentity(context),
		gitDataElsewhere(context),
		isDryRun ? [] : hiddenPlaces(context, image)
	]);
	const { terminal } = readPerson();
	const container = shellContainer({
		id: run.id,
		image: image.id,
		stage: plan.dev.stage,
		command,
		ports,
		isTerminal: isAtTerminal(),
		imageEnvironment: image.environment,
		environment: {
			...terminal,
			...gitVariables(image.workdir, identity),
			...plan.test.environment
		}
	}, {
		inhabitant,
		workdir: posix.join(image.workdir, folder),
		mounts: [{
			source: context,
			target: image.workdir
		}, ...gitData === void 0 ? [] : [{
			source: gitData,
			target: gitData
		}]],
		volumes,
		jupyter: isDryRun ? JUPYTER : await provideJupyter(run.temp)
	});
	return runArguments({
		options: plan.test.options,
		command: shellCommand(command)
	}, container);
}
/** A copy of Jupyter's settings where every engine can mount it; returns its path. */
async function provideJupyter(temp) {
	const folder = join(temp, "jupyter");
	await cp(JUPYTER, folder, { recursive: true });
	return folder;
}
export { dev };
