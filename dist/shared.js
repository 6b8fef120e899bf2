import { b as getExecOutput, c as split, s as quote, u as endGroup, y as startGroup } from "./packages.js";
import { lstat, mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir, userInfo } from "node:os";
import { basename, dirname, join, sep } from "node:path";
import { Transform } from "node:stream";
import { createHash, randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { readFileSync } from "node:fs";
import { execFile, spawn } from "node:child_process";
import { pipeline } from "node:stream/promises";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { buffer, text } from "node:stream/consumers";
// src/host/run.ts
/** What its container and its private folder are called. */
function ownName(id) {
	return `dev-in-docker-${id}`;
}
/** The label of all containers that a run makes. */
function ownLabel(id) {
	return `dev-in-docker=${id}`;
}
/** Images that a run has for itself: of the two stages, of the dev stage's first layers, and what a mounted image is started by. */
const OWN_IMAGES = [
	"dev",
	"share",
	"head",
	"skeleton"
];
/** A reference that no other run on the same engine moves or takes away. */
function ownReference(id, image) {
	return `dev-in-docker/run:${image}-${id}`;
}
/** All such references of a run, whether it gave them or not. */
function ownReferences(id) {
	return OWN_IMAGES.map((image) => ownReference(id, image));
}
// src/text/sentence.ts
/** A sentence of the texts and parts of a template, which may be sentences themselves. One that fits everybody is a text. */
function sentence$1(texts, ...values) {
	const parts = texts.flatMap((text, index) => [text, ...partsOf(values[index] ?? "")]);
	return parts.every((part) => typeof part === "string") ? parts.join("") : parts;
}
/** Several sentences as one. */
function joined$1(sentences, separator) {
	return sentences.flatMap((sentence, index) => [...index === 0 ? [] : [separator], ...partsOf(sentence)]);
}
/** The sentence with the file of settings at each input whose value comes from it, as far as none is named there yet. */
function withSource(sentence, source) {
	if (typeof sentence === "string" || !source) return sentence;
	return sentence.map((part) => typeof part === "object" && "input" in part && source.names.includes(part.input) ? {
		origin: source.origin,
		...part
	} : part);
}
/** The sentence as its addressee is told it; `source` says where the values of inputs come from. */
function render(sentence, addressee, source) {
	let text = "";
	for (const part of partsOf(withSource(sentence, source))) if (typeof part === "string") text += part;
	else text += "input" in part ? nameOf$1(part, addressee, text === "" || text.endsWith("\n")) : part[addressee];
	return text;
}
function partsOf(value) {
	if (typeof value === "number") return [String(value)];
	return Array.isArray(value) ? value : [value];
}
function nameOf$1({ input, option, origin }, addressee, isFirst) {
	if (origin !== void 0) return `${isFirst ? "The setting " : ""}${input} in ${origin}`;
	if (addressee === "job") return `${isFirst ? "Input" : "the input"} ${input}`;
	if (option === void 0) return `${isFirst ? "The" : "the"} setting ${input}`;
	return `${isFirst ? "Option" : "the option"} --${option}`;
}
// src/text/errors.ts
/**
* A mistake that the user can fix: its sentence says what is wrong, where, and the cure. The message has that in the
* words of a job.
*/
var UserError = class extends Error {
	name = "UserError";
	#sentence;
	constructor(sentence) {
		super(render(sentence, "job"));
		this.#sentence = sentence;
	}
	get sentence() {
		return this.#sentence;
	}
};
/** The text of anything that was thrown. */
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
/** The sentence of anything that was thrown. */
function sentenceOf(error) {
	return error instanceof UserError ? error.sentence : messageOf(error);
}
// src/host/variables.ts
/** Names of variables that programs go by, and that hold no secret unless the program is there to use it. */
const ALLOWED = [
	/^(?:PATH|HOME|USER|LOGNAME|SHELL|TMPDIR|TZ|LANG|LANGUAGE|LC_[A-Z]+|LD_LIBRARY_PATH|XDG_[A-Z_]+|RUNNER_TRACKING_ID)$/,
	/^(?:TERM|COLORTERM|COLUMNS|NO_COLOR|FORCE_COLOR)$/,
	/^(?:HTTPS?|ALL|FTP|NO)_PROXY$/i,
	/^(?:SSL_CERT_FILE|SSL_CERT_DIR|NIX_SSL_CERT_FILE|NODE_EXTRA_CA_CERTS|NODE_USE_SYSTEM_CA|NODE_OPTIONS)$/,
	/^DOCKER_(?:HOST|CONTEXT|CONFIG|AUTH_CONFIG|CERT_PATH|TLS|TLS_VERIFY|API_VERSION|DEFAULT_PLATFORM|BUILDKIT|CONTENT_TRUST|CONTENT_TRUST_SERVER|CUSTOM_HEADERS)$/,
	/^BUILD(?:X|KIT)_(?!.*(?:TOKEN|AUTH))/,
	/^SSH_(?:AUTH_SOCK|AGENT_PID|ASKPASS|ASKPASS_REQUIRE)$/,
	/^(?:GNUPGHOME|GPG_TTY|PINENTRY_USER_DATA|PASSWORD_STORE_DIR|DISPLAY|WAYLAND_DISPLAY|DBUS_SESSION_BUS_ADDRESS)$/,
	/^(?:AWS|AZURE|CLOUDSDK|GOOGLE)_|^WSL(?:_INTEROP|_DISTRO_NAME|ENV)$/,
	/^GIT_(?:CONFIG|AUTHOR|COMMITTER)_|^GIT_CEILING_DIRECTORIES$|^EMAIL$/
];
/** For all programs but our own clients of services: neither the runner's tokens, inputs and state nor the secrets of a workflow. */
function forPrograms(environment) {
	return only(ALLOWED, environment);
}
/** For the cache client, which needs the cache service's address and token. */
function forCacheClient(environment) {
	return only([...ALLOWED, /^ACTIONS_(?:RESULTS_URL|RUNTIME_TOKEN)$/], environment);
}
/** For the artifact client, which needs the same, and what says that the server is GitHub's. */
function forArtifactClient(environment) {
	const names = /^(?:ACTIONS_(?:RESULTS_URL|RUNTIME_TOKEN)|GITHUB_(?:SERVER_URL|RETENTION_DAYS))$/;
	return only([...ALLOWED, names], environment);
}
/** The cache service that a runner offers, by its variables: GitHub's, one of the protocol that this had before, or none. */
function cacheServiceIn(environment) {
	if (!environment.ACTIONS_RUNTIME_TOKEN) return "none";
	if (environment.ACTIONS_CACHE_SERVICE_V2 && environment.ACTIONS_RESULTS_URL) return "current";
	return environment.ACTIONS_CACHE_URL ? "older" : "none";
}
function only(names, environment) {
	return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value !== void 0 && names.some((pattern) => pattern.test(name)) ? [[name, value]] : []));
}
// src/host/steps/environment.ts
/** A random name, hexadecimal. */
function newId() {
	return randomBytes(8).toString("hex");
}
/** Reads the environment and the event payload: the only place that does. */
function readContext(environment = process.env) {
	const variable = (name) => environment[name] ?? "";
	const payload = readPayload(variable("GITHUB_EVENT_PATH"));
	return {
		id: newId(),
		eventName: variable("GITHUB_EVENT_NAME"),
		eventAction: payload.action ?? "",
		isBotsPullRequest: payload.pull_request?.user?.type === "Bot",
		ref: variable("GITHUB_REF"),
		defaultBranch: payload.repository?.default_branch ?? "",
		job: [variable("GITHUB_WORKFLOW"), variable("GITHUB_JOB")],
		runId: variable("GITHUB_RUN_ID"),
		attempt: Number(variable("GITHUB_RUN_ATTEMPT") || "1"),
		place: placeIn(variable("ACTIONS_ORCHESTRATION_ID")),
		step: variable("GITHUB_ACTION"),
		retentionDays: Number(variable("GITHUB_RETENTION_DAYS")) || 0,
		sha: variable("GITHUB_SHA"),
		repository: variable("GITHUB_REPOSITORY"),
		serverUrl: variable("GITHUB_SERVER_URL") || "https://github.com",
		actionRepository: variable("GITHUB_ACTION_REPOSITORY"),
		description: payload.repository?.description ?? "",
		license: payload.repository?.license?.spdx_id?.replace(/^NOASSERTION$/, "") ?? "",
		workspace: variable("GITHUB_WORKSPACE"),
		temp: variable("RUNNER_TEMP"),
		runnerOs: variable("RUNNER_OS"),
		runnerArchitecture: variable("RUNNER_ARCH"),
		architecture: process.arch,
		isHosted: variable("RUNNER_ENVIRONMENT") === "github-hosted",
		cacheMode: variable("ACTIONS_CACHE_MODE"),
		cacheService: cacheServiceIn(environment),
		uid: process.getuid?.() ?? 0,
		gid: process.getgid?.() ?? 0,
		groups: process.getgroups?.() ?? [],
		docker: {
			host: variable("DOCKER_HOST"),
			contextName: variable("DOCKER_CONTEXT"),
			configFolder: clientFolder(environment)
		},
		programFolders: variable("PATH").split(":").filter((folder) => folder !== ""),
		inputVariables: Object.keys(environment).filter((name) => name.startsWith("INPUT_")).map((name) => name.slice(6))
	};
}
/** Of a name such as `<plan>.call.test._1` or `<plan>.test.__default`, what is the same in all attempts; a form that is unknown says nothing. */
function placeIn(orchestration) {
	return /^[0-9a-f-]{36}\.(.+)$/i.exec(orchestration)?.[1] ?? "";
}
/** Reads who is at the keyboard. */
function readPerson(environment = process.env) {
	const home = homeFolder(environment);
	const terminal = [
		"TERM",
		"COLORTERM",
		"NO_COLOR",
		"FORCE_COLOR",
		"TZ"
	].flatMap((name) => {
		const value = environment[name];
		return value ? [[name, value]] : [];
	});
	return {
		name: userName(),
		home,
		stateFolder: join(environment.XDG_STATE_HOME || join(home, ".local/state"), "dev-in-docker"),
		cacheFolder: join(environment.XDG_CACHE_HOME || join(home, ".cache"), "dev-in-docker"),
		terminal: Object.fromEntries(terminal)
	};
}
/** A user without an entry in the system's database has no home, unless a variable names one. */
function homeFolder({ HOME }) {
	try {
		return HOME || homedir();
	} catch {
		throw new UserError("This machine knows no home folder for you: let the variable HOME name one that is yours.");
	}
}
/** Nor has such a user a name. */
function userName() {
	try {
		return userInfo().username;
	} catch {
		return "me";
	}
}
/** The folder of the docker client's configuration and plugins. */
function clientFolder(environment = process.env) {
	return environment.DOCKER_CONFIG || join(homeFolder(environment), ".docker");
}
/** What GitHub says of the event. (@actions/github would do it too, but brings all of its REST client to every start.) */
function readPayload(path) {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return {};
	}
}
/** The environment for programs that the action starts. */
function childEnvironment() {
	return forPrograms(process.env);
}
/** The environment for the artifact client. */
function artifactEnvironment() {
	return forArtifactClient(process.env);
}
/** The environment for the cache client. */
function cacheEnvironment() {
	return forCacheClient(process.env);
}
/** Values of the variables that a workflow names, the runner's among them; those that are not set are left out. */
function namedVariables(names) {
	return new Map(names.flatMap((name) => {
		const value = process.env[name];
		return value === void 0 ? [] : [[name, value]];
	}));
}
/** Address and token of the service that keeps caches and artifacts; empty where the runner offers none. */
function cacheService() {
	return {
		url: process.env.ACTIONS_RESULTS_URL ?? "",
		token: process.env.ACTIONS_RUNTIME_TOKEN ?? ""
	};
}
// src/host/steps/root.ts
/** The command that does as root what `argv` says, without ever asking for a password. */
function asRoot(argv) {
	return process.getuid?.() === 0 ? argv : [
		"sudo",
		"--non-interactive",
		...argv
	];
}
// src/host/steps/exec.ts
let announce = () => void 0;
/** Has every docker command told before it runs. */
function announceCommands(tell) {
	announce = tell;
}
/** Runs a short docker command quietly. Rejects only where docker itself is missing. */
async function docker(args, options = {}) {
	announce(["docker", ...args]);
	return ask("docker", args, options);
}
/**
* Runs a program that should answer soon, and ends it with exit code 124 where it doesn't; undefined where there is no
* such program. Never rejects.
*/
async function askBriefly(program, args, milliseconds) {
	if (program === "docker") announce([program, ...args]);
	return ask(program, args, { milliseconds }).catch(() => void 0);
}
/** Runs a short git command quietly; fails with an exit code where git is missing. */
async function git(args, input) {
	return ask("git", args, input === void 0 ? {} : { input }).catch(() => ({
		exitCode: 127,
		stdout: "",
		stderr: ""
	}));
}
/** Runs a short command as root, by sudo where this process isn't; fails with its exit code where sudo wants a password. */
async function runAsRoot(argv) {
	const [program = "", ...args] = asRoot(argv);
	return getExecOutput(program, args, {
		silent: true,
		ignoreReturnCode: true,
		env: childEnvironment()
	});
}
/**
* Runs a program quietly; rejects only where there is none. (@actions/exec prints to standard output where the PATH has
* folders that can't be read, ends nothing, and breaks where a program does not read its input.)
*/
function ask(program, args, { environment, input, milliseconds = 0 } = {}) {
	const env = {
		...childEnvironment(),
		...environment
	};
	return new Promise((resolve, reject) => {
		execFile(program, args, {
			env,
			timeout: milliseconds,
			maxBuffer: Number.POSITIVE_INFINITY
		}, (error, stdout, stderr) => {
			const exitCode = error ? error.code ?? 124 : 0;
			if (typeof exitCode === "number") resolve({
				exitCode,
				stdout,
				stderr
			});
			else reject(error);
		}).stdin?.on("error", () => void 0).end(input);
	});
}
/** Runs a docker command that takes or gives a stream. Rejects with docker's own words where it fails. */
async function streamDocker(args, { input, read, signal }) {
	announce(["docker", ...args]);
	const child = spawn("docker", args, {
		env: childEnvironment(),
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		]
	});
	const stop = () => child.kill("SIGTERM");
	signal.addEventListener("abort", stop, { once: true });
	let said = "";
	child.stderr.on("data", (chunk) => {
		said = (said + chunk).slice(-2e3);
	});
	const ended = new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
	try {
		const trouble = (await Promise.allSettled([pipeline(input ?? [], child.stdin), read ? read(child.stdout) : child.stdout.resume()])).find((result) => result.status === "rejected");
		if (trouble) stop();
		if (await ended !== 0 && said !== "") throw new Error(said.trim().split("\n").at(-1));
		if (trouble) throw trouble.reason;
	} finally {
		signal.removeEventListener("abort", stop);
	}
}
/**
* Runs a long docker command and hands out its output as it comes; stops it when the signal says so.
* Resolves with its exit code, or null where a signal ended it. (@actions/exec gives out no process to stop.)
*/
function followDocker(args, follower, options = {}) {
	const child = startDocker(args, options, [
		"ignore",
		"pipe",
		"pipe"
	]);
	child.stdout?.on("data", follower.onStdout);
	child.stderr?.on("data", follower.onStderr);
	return untilEnded(child, follower.signal);
}
/** Milliseconds that docker has to stop by itself. */
const GRACE_MILLISECONDS = 1e3;
/** Gives a docker command this process's own terminal, or pipes, until it ends. Resolves and stops as above. */
function attachDocker(args, signal, options = {}) {
	const child = startDocker(args, options, "inherit");
	const insist = () => void setTimeout(() => child.kill("SIGKILL"), GRACE_MILLISECONDS).unref();
	signal.addEventListener("abort", insist, { once: true });
	return untilEnded(child, signal).finally(() => signal.removeEventListener("abort", insist));
}
function startDocker(args, { environment, isApart }, stdio) {
	announce(["docker", ...args]);
	return spawn("docker", args, {
		env: {
			...childEnvironment(),
			...environment
		},
		stdio: stdio ?? "inherit",
		detached: isApart === true
	});
}
function untilEnded(child, signal) {
	return new Promise((resolve, reject) => {
		const stop = () => child.kill("SIGTERM");
		if (signal.aborted) stop();
		signal.addEventListener("abort", stop, { once: true });
		child.on("error", reject);
		child.on("close", (code) => {
			signal.removeEventListener("abort", stop);
			resolve(code);
		});
	});
}
// src/host/steps/leave.ts
/**
* Ends this process with an exit code, whatever its threads are at: what it wrote must be out. `process.exit` would wait for
* V8's threads, one of which may wait for a garbage collection of the main thread, which does none any more, for ever
* (https://github.com/nodejs/node/issues/54918). The kernel ends all threads of a process that becomes another program.
*/
function leave(exitCode) {
	process.execve?.("/bin/sh", [
		"sh",
		"-c",
		`exit ${exitCode}`
	], {});
	return process.exit(exitCode);
}
// src/text/plain.ts
/** Bytes of a text in UTF-8. */
function byteLength(text) {
	return new TextEncoder().encode(text).length;
}
/** A foreign text within a sentence: on one line, shortened, in quotes. */
function quoted(text) {
	const flat = text.replace(/\s+/g, " ").trim();
	return `"${flat.length > 100 ? `${flat.slice(0, 100)}…` : flat}"`;
}
/** Text without the escape sequences that colour a terminal, and without characters that steer or mislead one. */
function plain(text) {
	return text.replace(ESCAPE_SEQUENCES, "").replace(/[^\P{Cc}\t\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "").toWellFormed();
}
/**
* Text in whose lines a runner finds no command. It looks for `::name::` at a line's start, after white space, and for
* `##[name]` anywhere.
*/
function withoutCommands(text) {
	return text.split(/\r\n|[\n\r]/).map((line) => line.replace(/^([\s\u0085]*):(?=:)/, "$1: ").replaceAll("##[", "## [")).join("\n");
}
/** Text in which addresses have no query: that of a signed one lets everybody in. */
function withoutQueries(text) {
	return text.replace(/\?[^\s'"?=]*=[^\s'"]*/g, "?…");
}
/** Colours and cursor movements, titles and links of terminals. */
const ESCAPE_SEQUENCES = /\x1b(?:\[[0-9;?]{0,20}[A-Za-z]|\][^\x07\x1b]{0,2000}(?:\x07|\x1b\\)?)/g;
/** At most so many characters, with both ends kept. */
function shortened(text, most) {
	if (text.length <= most) return text;
	const half = Math.floor((most - 20) / 2);
	return `${text.slice(0, half)}\n… cut …\n${text.slice(-half)}`;
}
// src/text/quantities.ts
/** `850 ms`, `12.3 s`, `4 min 10 s`. */
function duration(seconds) {
	const milliseconds = Math.round(seconds * 1e3);
	if (milliseconds < 1e3) return `${milliseconds} ms`;
	const whole = Math.round(seconds);
	if (whole < 60) return `${Math.min(seconds, 59.9).toFixed(1)} s`;
	return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
/** `12.3 MB`. */
function megabytes(bytes) {
	return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
/** `4 B`, `25 kB`, `12.3 MB`, `1.2 GB`: for sizes that may lie far apart. */
function byteSize(bytes) {
	if (bytes < 1e3) return `${bytes} B`;
	if (bytes < 999500) return `${Math.round(bytes / 1e3)} kB`;
	return bytes < 9995e5 ? megabytes(bytes) : `${(bytes / 1e9).toFixed(1)} GB`;
}
// src/host/steps/log.ts
/**
* Says something of our own, whatever foreign words are in it: they neither steer a terminal nor are they a command. To a
* person beside the output that was asked for, which may go into a file.
*/
function say({ reader }, line) {
	if (reader === "runner") process.stdout.write(`${withoutCommands(plain(line))}\n`);
	else if (reader !== "quiet") process.stderr.write(`${plain(line)}\n`);
}
/** Lets the output of a build through: what a person asked for is not it, so it goes to standard error. */
async function withBuildLog(run, action) {
	if (run.reader === "runner") return withForeignLog(run, action);
	return action(run.reader === "quiet" ? () => void 0 : (bytes) => process.stderr.write(bytes));
}
/**
* Lets foreign output through to the log, with the runner's commands switched off until it ends: a test that prints
* `::add-mask::` or `##[error]` must only be seen, never obeyed. The word that switches them on again is a secret.
* A person who wants quiet gets the output at its end, if the result is worth it.
*/
async function withForeignLog({ reader }, action, isWorthIt = () => true) {
	if (reader === "quiet") return withHeldLog(action, isWorthIt);
	if (reader !== "runner") return action((bytes) => process.stdout.write(bytes));
	const token = randomBytes(32).toString("hex");
	let endsLine = true;
	process.stdout.write(`::stop-commands::${token}\n`);
	try {
		return await action((bytes) => {
			if (bytes.length === 0) return;
			process.stdout.write(bytes);
			endsLine = bytes.at(-1) === "\n" || bytes.at(-1) === 10;
		});
	} finally {
		process.stdout.write(`${endsLine ? "" : "\n"}::${token}::\n`);
	}
}
/** Bytes of held output that are kept. */
const MOST_HELD = 4 << 20;
async function withHeldLog(action, isWorthIt) {
	const held = [];
	let bytes = 0;
	const result = await action((chunk) => {
		bytes += held[held.push(Buffer.from(chunk)) - 1]?.length ?? 0;
		while (bytes > MOST_HELD) bytes -= held.shift()?.length ?? 0;
	});
	if (isWorthIt(result)) process.stdout.write(Buffer.concat(held));
	return result;
}
/** Folds what an action logs under a title, and says below how long it took. */
async function grouped(run, title, action) {
	if (run.reader === "runner") startGroup(title);
	const start = performance.now();
	try {
		return await action();
	} finally {
		if (run.reader === "runner") endGroup();
		say(run, `${title}: ${duration((performance.now() - start) / 1e3)}`);
	}
}
/** Seconds that something took, beside its result. */
async function timed(action) {
	const start = performance.now();
	return [await action(), (performance.now() - start) / 1e3];
}
// src/host/steps/within.ts
/** Absolute path of what `path` leads to below `root`, itself a real path; undefined where it leads out, or to nothing of that kind. */
async function findWithin(root, path, kind) {
	try {
		const found = await realpath(join(root, path));
		if (!isWithin(root, found)) return void 0;
		return (await stat(found))[kind]() ? found : void 0;
	} catch {
		return;
	}
}
/** Whether a real path is that of a folder, or below it. */
function isWithin(root, path) {
	return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
/** What a path in a folder is; undefined for what isn't there, is something else, or lies behind a link. */
async function kindWithin(folder, path) {
	const parent = dirname(path);
	if (parent !== "." && await kindWithin(folder, parent) !== "folder") return void 0;
	const stats = await lstat(join(folder, path)).catch(() => void 0);
	return stats?.isFile() ? "file" : stats?.isDirectory() ? "folder" : void 0;
}
/**
* Makes a folder below `root`, itself a real path, and returns its own; undefined where a link on the way leads out. Rejects
* where it can't be made.
*/
async function makeWithin(root, folder) {
	for (let part = join(root, folder); isWithin(root, part); part = dirname(part)) {
		const real = await realpath(part).catch(() => void 0);
		if (real === void 0) continue;
		if (!isWithin(root, real)) return void 0;
		await mkdir(join(root, folder), { recursive: true });
		return realpath(join(root, folder));
	}
}
/**
* Writes a file below a folder, and what is missing of the way to it; a link that stands there is replaced, not followed.
* False where a link on the way leads out; rejects where it can't be written.
*/
async function writeWithin(root, path, text) {
	const folder = await makeWithin(await realpath(root), dirname(path));
	if (folder === void 0) return false;
	const unfinished = join(folder, `.${basename(path)}.unfinished`);
	await rm(unfinished, {
		recursive: true,
		force: true
	});
	await writeFile(unfinished, text, { flag: "wx" });
	await rename(unfinished, join(folder, basename(path)));
	return true;
}
/** Their names. */
const optionNames = Object.values({
	project: [
		[
			"context",
			"<folder>",
			"folder that Docker builds from and that is mounted (default: \".\")"
		],
		[
			"file",
			"<path>",
			"the Dockerfile (default: \"Dockerfile\" in the context)"
		],
		[
			"target",
			"<stage>",
			"stage to work and test in"
		],
		[
			"share-target",
			"<stage>",
			"stage to share"
		],
		[
			"build-args",
			"<name=value…>",
			"build arguments"
		],
		[
			"secrets",
			"<id=value…>",
			"secrets for the builds, which no image keeps"
		],
		[
			"secret-files",
			"<id=path…>",
			"the same from files"
		],
		[
			"secret-envs",
			"<id=VARIABLE…>",
			"the same from variables"
		],
		[
			"ssh",
			"<default…>",
			"SSH agents or keys for the builds"
		]
	],
	container: [
		[
			"env",
			"<name=value…>",
			"variables in the container"
		],
		[
			"working-directory",
			"<folder>",
			"folder to start in, relative to the context"
		],
		[
			"workdir",
			"<path>",
			"where the project is mounted (default: the stage's WORKDIR)"
		],
		[
			"entrypoint",
			"<none>",
			"none: start without the image's ENTRYPOINT"
		],
		[
			"network",
			"<name>",
			"bridge, none, host or the name of a network (default: \"bridge\")"
		],
		[
			"shm-size",
			"<size>",
			"shared memory, such as \"1 GB\""
		],
		[
			"gpus",
			"<which>",
			"graphics cards, as for docker run, such as \"all\""
		]
	],
	tests: [
		[
			"test-command",
			"<command>",
			"what starts pytest"
		],
		[
			"pytest-args",
			"<arguments>",
			"more arguments for pytest, as one text"
		],
		[
			"read-only",
			"",
			"the tests may write nothing into the project"
		],
		[
			"timeout-minutes",
			"<minutes>",
			"the tests are stopped after so many minutes"
		],
		[
			"slowest",
			"<number>",
			"how many of the slowest tests are listed"
		]
	],
	publication: [
		[
			"tags",
			"<tag…>",
			"image tags to publish under (default: from the git tag, else the branch)"
		],
		[
			"tag-prefix",
			"<prefix>",
			"what a git tag begins with before the version"
		],
		[
			"overwrite",
			"",
			"replace a version that another commit published"
		],
		[
			"labels",
			"<key=value…>",
			"more labels for the image"
		]
	]
}).flatMap((group) => group.map(([name]) => name));
/** Options of `share` by which an input is given. */
const OTHER_OPTIONS = {
	image: "tag",
	push: "push"
};
/** An input within a sentence, at the beginning of one with a capital letter: to a person, the option that stands for it. */
function input(name) {
	const option = OTHER_OPTIONS[name] ?? optionNames.find((option) => option === name);
	return option === void 0 ? { input: name } : {
		input: name,
		option
	};
}
// src/legs/steps/junit.ts
/** Writes the file that `junit-file` asks for; the sentence why it can't be written, undefined where it is. Never rejects. */
async function writeAsked(workspace, path, text) {
	try {
		if (await writeWithin(workspace, path, text)) return void 0;
		return sentence$1`${input("junit-file")} leads out of the checkout by way of a link: write a path within it.`;
	} catch (error) {
		return sentence$1`${input("junit-file")} can't be written: ${plain(messageOf(error))}.`;
	}
}
// src/host/steps/hash.ts
/** SHA-256 of a text or of bytes, hexadecimal. */
function sha256(data) {
	return createHash("sha256").update(data).digest("hex");
}
/** A stream that changes nothing, and the digest (`sha256:…`) of what went through it, once it has ended. */
function digestingStream() {
	const hash = createHash("sha256");
	return {
		stream: new Transform({ transform(chunk, _, done) {
			hash.update(chunk);
			done(null, chunk);
		} }),
		digest: () => `sha256:${hash.digest("hex")}`
	};
}
// src/legs/artifact.ts
/** The files of an artifact, and how many bytes each may have. */
const FILES = {
	leg: "leg.json",
	tests: "tests.jsonl",
	suite: "suite.txt"
};
const MOST_BYTES = {
	[FILES.leg]: 32e6,
	[FILES.tests]: 128e6,
	[FILES.suite]: 128e6
};
/** A name that no other leg of the run has, nor another attempt of the same; `hash` makes a hexadecimal digest of a text. */
function artifactName(leg, hash) {
	return `dev-in-docker-${leg.job.replace(/[^A-Za-z0-9_]+/g, "-").slice(0, 40) || "job"}-${leg.index}-${hash(sameLeg(leg)).slice(0, 8)}-${leg.attempt}`;
}
/** The same for all attempts of one leg, and for nothing else. */
function sameLeg({ place, job, step, index }) {
	return JSON.stringify([
		place,
		job,
		step,
		index
	]);
}
// src/pytest/results.ts
/** Our names for the words of pytest's last line. */
const WORDS = {
	failed: "failed",
	passed: "passed",
	skipped: "skipped",
	deselected: "deselected",
	xfailed: "xfailed",
	xpassed: "xpassed",
	errors: "error",
	reruns: "rerun",
	warnings: "warnings",
	subtestsPassed: "subtests passed"
};
/** Seconds of a test, all of its phases together. */
function secondsOf({ setup, call, teardown }) {
	return setup + call + teardown;
}
/** Nothing counted. */
const NO_COUNTS = noCounts();
/** Tests that ran or were skipped; what could not be collected is one, too. */
function totalOf({ failed, passed, skipped, xfailed, xpassed, errors }) {
	return failed + passed + skipped + xfailed + xpassed + errors;
}
function noCounts() {
	return {
		failed: 0,
		passed: 0,
		skipped: 0,
		deselected: 0,
		xfailed: 0,
		xpassed: 0,
		errors: 0,
		reruns: 0,
		warnings: 0,
		subtestsPassed: 0
	};
}
// src/text/json.ts
/** Whether a value is an object with fields of any kind: neither a list nor nothing. */
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** What a text holds as JSON; undefined where it is none. */
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
// src/legs/read-leg.ts
/** Characters of texts, and lengths of lists, at most; who writes keeps to them. */
const MOST = {
	id: 2e3,
	name: 500,
	message: 4e3,
	traceback: 2e4,
	sentence: 8e3,
	failures: 5e3,
	/** Of flaky tests, reasons, warnings and slow tests each. */
	listed: 200,
	tests: 2e5,
	legs: 1e3
};
const MOST_NUMBER = 1e9;
/** Reads `leg.json`; throws an Error that says which field is wrong. */
function readLeg(text) {
	const told = record(parseJson(text), "leg.json");
	const failures = list(told.failures, "failures", MOST.failures, readFailure);
	return {
		...readIdentity(told),
		conclusion: oneOf$1(told.conclusion, "conclusion", ["success", "failure"]),
		sentence: string(told.sentence, "sentence", MOST.sentence),
		runner: string(told.runner, "runner", MOST.name),
		...optional("python", told.python, (value) => string(value, "python", MOST.name)),
		...optional("pytest", told.pytest, (value) => string(value, "pytest", MOST.name)),
		seconds: seconds(told.seconds, "seconds"),
		testSeconds: seconds(told.testSeconds, "testSeconds"),
		exitCode: told.exitCode === null ? null : integer(told.exitCode, "exitCode", 255),
		...optional("shard", told.shard, readShard),
		counts: readCounts(told.counts),
		isCounted: boolean(told.isCounted, "isCounted"),
		failures,
		flaky: list(told.flaky, "flaky", MOST.listed, readFlaky),
		slowest: list(told.slowest, "slowest", MOST.listed, readTiming),
		reasons: list(told.reasons, "reasons", MOST.listed, readReason),
		warnings: list(told.warnings, "warnings", MOST.listed, readWarning)
	};
}
/** Reads `tests.jsonl`; throws an Error that says which line is wrong. */
function readTests(text) {
	return lines(text, "tests.jsonl").map((line, index) => {
		const name = `line ${index + 1} of tests.jsonl`;
		const told = record(parseJson(line), name);
		return {
			nodeId: string(told.nodeId, name, MOST.id),
			outcome: oneOf$1(told.outcome, name, OUTCOMES),
			seconds: seconds(told.seconds, name)
		};
	});
}
/** Reads `suite.txt`; throws an Error that says what is wrong. */
function readSuite(text) {
	return lines(text, "suite.txt").map((line, index) => string(line, `line ${index + 1} of suite.txt`, MOST.id));
}
const OUTCOMES = [
	"passed",
	"failed",
	"error",
	"skipped",
	"xfailed",
	"xpassed"
];
const PHASES = [
	"collect",
	"setup",
	"call",
	"teardown"
];
const REASONS = [
	"skipped",
	"xfailed",
	"xpassed"
];
const HASH = /^[0-9a-f]{64}$/;
function readIdentity(told) {
	const total = integer(told.total, "total", MOST.legs, 1);
	return {
		repository: matching(told.repository, "repository", /^[\w.-]{1,100}\/[\w.-]{1,100}$/),
		runId: matching(told.runId, "runId", /^\d{1,20}$/),
		attempt: integer(told.attempt, "attempt", 1e4, 1),
		sha: matching(told.sha, "sha", /^[0-9a-f]{7,64}$/),
		job: string(told.job, "job", MOST.name),
		step: string(told.step, "step", MOST.name),
		place: string(told.place, "place", MOST.name),
		index: integer(told.index, "index", total - 1),
		total,
		name: string(told.name, "name", MOST.name)
	};
}
function readShard(value) {
	const told = record(value, "shard");
	const total = integer(told.total, "shard.total", MOST_NUMBER, 1);
	const by = told.by === "times" ? told.by : { count: string(record(told.by, "shard.by").count, "shard.by.count", MOST.name) };
	return {
		index: integer(told.index, "shard.index", total, 1),
		total,
		by,
		times: told.times === "" ? "" : matching(told.times, "shard.times", HASH),
		suite: matching(told.suite, "shard.suite", HASH),
		collected: integer(told.collected, "shard.collected"),
		kept: integer(told.kept, "shard.kept")
	};
}
function readCounts(value) {
	const told = new Map(Object.entries(record(value, "counts")));
	const counts = noCounts();
	for (const name of COUNT_NAMES) counts[name] = integer(told.get(name), `counts.${name}`);
	return counts;
}
const COUNT_NAMES = Object.keys(noCounts()).filter((name) => Object.hasOwn(noCounts(), name));
function readFailure(told, name) {
	return {
		nodeId: string(told.nodeId, name, MOST.id),
		phase: oneOf$1(told.phase, name, PHASES),
		message: string(told.message, name, MOST.message),
		traceback: string(told.traceback, name, MOST.traceback),
		...optional("file", told.file, (value) => string(value, name, MOST.id)),
		...optional("line", told.line, (value) => integer(value, name)),
		...optional("seconds", told.seconds, (value) => seconds(value, name))
	};
}
function readFlaky(told, name) {
	return {
		nodeId: string(told.nodeId, name, MOST.id),
		reruns: integer(told.reruns, name),
		message: string(told.message, name, MOST.message)
	};
}
function readTiming(told, name) {
	return {
		nodeId: string(told.nodeId, name, MOST.id),
		setup: seconds(told.setup, name),
		call: seconds(told.call, name),
		teardown: seconds(told.teardown, name)
	};
}
function readReason(told, name) {
	return {
		outcome: oneOf$1(told.outcome, name, REASONS),
		reason: string(told.reason, name, MOST.message),
		count: integer(told.count, name)
	};
}
function readWarning(told, name) {
	return {
		category: string(told.category, name, MOST.name),
		message: string(told.message, name, MOST.message),
		...optional("path", told.path, (value) => string(value, name, MOST.id)),
		...optional("line", told.line, (value) => integer(value, name)),
		count: integer(told.count, name)
	};
}
function lines(text, name) {
	const all = text.split("\n", MOST.tests + 2);
	if (all.pop() !== "") throw wrong(`the end of ${name}`);
	if (all.length > MOST.tests) throw wrong(`the number of lines of ${name}`);
	return all;
}
function record(value, name) {
	if (!isRecord(value)) throw wrong(name);
	return value;
}
function list(value, name, most, read) {
	if (!Array.isArray(value) || value.length > most) throw wrong(name);
	return value.map((item, index) => read(record(item, `${name}[${index}]`), `${name}[${index}]`));
}
function string(value, name, most) {
	if (typeof value !== "string" || value.length > most) throw wrong(name);
	return value;
}
function matching(value, name, pattern) {
	const text = string(value, name, MOST.id);
	if (!pattern.test(text)) throw wrong(name);
	return text;
}
function oneOf$1(value, name, values) {
	const found = values.find((one) => one === value);
	if (found === void 0) throw wrong(name);
	return found;
}
function integer(value, name, most = MOST_NUMBER, least = 0) {
	if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) throw wrong(name);
	return value;
}
function seconds(value, name) {
	if (typeof value !== "number" || !(value >= 0 && value <= MOST_NUMBER)) throw wrong(name);
	return value;
}
function boolean(value, name) {
	if (typeof value !== "boolean") throw wrong(name);
	return value;
}
/** The field where it is there, and nothing where it isn't. */
function optional(name, value, read) {
	const field = {};
	if (value !== void 0) field[name] = read(value);
	return field;
}
function wrong(name) {
	return /* @__PURE__ */ new Error(`${name} is not as this action writes it`);
}
// src/legs/steps/process.ts
/** Runs the artifact client in a folder, and ends it after so many milliseconds. Trouble is a value; rejects where the signal ends it. */
async function runArtifactClient(folder, request, { milliseconds, signal: stop }) {
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, "request.json"), JSON.stringify(request));
	const log = await open(join(folder, "log"), "w");
	const script = fileURLToPath(new URL("./artifact-client.js", import.meta.url));
	const client = spawn(process.execPath, [script, folder], {
		stdio: [
			"ignore",
			log.fd,
			log.fd
		],
		env: artifactEnvironment(),
		timeout: milliseconds,
		signal: stop,
		killSignal: "SIGKILL"
	});
	const [, signal] = await new Promise((resolve, reject) => client.on("close", (...end) => resolve(end)).on("error", reject));
	await log.close();
	const result = await readFile(join(folder, "result.json"), "utf8").catch(() => void 0);
	if (result !== void 0) return JSON.parse(result);
	return { trouble: signal === null ? await lastLine(join(folder, "log")) : `no answer within ${milliseconds / 1e3} seconds` };
}
async function lastLine(path) {
	return (await readFile(path, "utf8")).trim().split("\n").at(-1) ?? "";
}
// src/pytest/facts.ts
/** Whether it was pytest that ran: only then is an exit code its own. */
function hasPytest({ results, sign }) {
	return results.pytest !== void 0 || sign !== void 0;
}
/** What one can ask pytest for besides a run. */
const QUESTIONS = [
	"-h",
	"--help",
	"-V",
	"-VV",
	"--version",
	"--markers",
	"--cache-show"
];
/** Whether pytest looked for tests, or answered what it was asked besides. */
function didItsWork({ results, sign, command }) {
	if (results.hasRun || sign === "run") return true;
	return hasPytest({
		results,
		sign
	}) && command.some((word) => QUESTIONS.includes(word));
}
/**
* Whether the tests make the step fail: pytest's exit code decides, but without pytest there is none; and a run that never
* came to its end is no success, nor is one in which tests failed, or in which something hides that pytest went wrong.
*/
function hasFailed(tests) {
	if (tests.exitCode !== 0 || !didItsWork(tests)) return true;
	return tests.wanted !== void 0 || endedEarly(tests) || hasFailures(tests) || hiddenStatus(tests) !== void 0;
}
function hasFailures({ results }) {
	return results.counts.failed + results.counts.errors > 0;
}
/** Whether something ended the interpreter with exit code 0 before pytest was done. */
function endedEarly({ exitCode, results, sign, command }) {
	if (results.pytest !== void 0) return exitCode === 0 && results.exitStatus === void 0;
	return exitCode === 0 && sign === "begun" && !command.some((word) => QUESTIONS.includes(word));
}
/** The status that pytest meant where the exit code is 0 all the same; whoever lets an empty suite pass hides nothing. */
function hiddenStatus({ exitCode, results }) {
	const { exitStatus } = results;
	return exitCode === 0 && exitStatus !== 0 && exitStatus !== 5 ? exitStatus : void 0;
}
/**
* Whether a run went through all of its tests, red or green, so that it can be compared with others. An exit code of 1 does
* not say so: whoever ends the interpreter may choose it, and a program around pytest may have it for everything.
*/
function wentThrough$1(tests) {
	const { exitCode, results } = tests;
	return (exitCode === 0 || exitCode === 1) && (results.exitStatus === 0 || results.exitStatus === 1) && hiddenStatus(tests) === void 0;
}
/** Whether a run's output says what no number does: what went wrong, or the help or list that pytest was asked for. */
function isTelling(tests) {
	return hasFailed(tests) || totalOf(tests.results.counts) === 0;
}
// src/pytest/paths.ts
const MAX_PATH = 1024;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const FOREIGN = /^(?:[A-Za-z]:[\\/]|[A-Za-z][A-Za-z0-9+.-]*:\/\/|<)/;
/**
* The repo path of a container path (a relative one starts at `workdir`), or undefined if it isn't in the repo or no
* decent path at all. Looks at no disk: whether the file exists is for the caller to check.
*/
function repoPath(path, mapping) {
	if (path === "" || path.length > MAX_PATH || UNPRINTABLE.test(path) || FOREIGN.test(path)) return void 0;
	const context = segments(mapping.context);
	const inside = pathBelow(mapping.workdir, path)?.split("/");
	if (!context || !inside || inside.includes("site-packages") || inside.includes("dist-packages")) return void 0;
	return [...context, ...inside].join("/");
}
/** A path below a folder, relative to it (as is one that is not absolute); undefined where it is the folder itself, or lies elsewhere. */
function pathBelow(folder, path) {
	const [from, to] = [segments(folder), segments(path.startsWith("/") ? path : `${folder}/${path}`)];
	if (!from || !to || to.length === from.length || from.some((name, index) => to[index] !== name)) return void 0;
	return to.slice(from.length).join("/");
}
/** An absolute path as one writes it in a folder; a path that is not absolute stays as it is. */
function pathFrom(folder, path) {
	const [from, to] = [segments(folder), segments(path)];
	if (!from || !to || !path.startsWith("/")) return path;
	let shared = 0;
	while (shared < from.length && from[shared] === to[shared]) shared++;
	return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/") || ".";
}
/** The names along a path with `.` and `..` worked out, undefined if it leaves where it starts. */
function segments(path) {
	const names = [];
	for (const name of path.split("/")) {
		if (name === ".." && names.pop() === void 0) return void 0;
		if (name !== "" && name !== "." && name !== "..") names.push(name);
	}
	return names;
}
// src/engine/container.ts
/** Arguments that run a command in an image, locked down (what each line is for: docs/threat-model.md). */
function runArguments({ isLabelled, options, command, isBare }, container) {
	const { mounts, volumes } = onePerTarget(container);
	return [
		"run",
		...[
			"--init",
			"--pull",
			"never",
			"--name",
			container.name,
			"--label",
			container.label
		],
		...container.user === void 0 ? [] : ["--user", container.user],
		...container.workdir === void 0 ? [] : ["--workdir", container.workdir],
		...container.isLockedDown ? [
			"--cap-drop",
			"ALL",
			"--security-opt",
			"no-new-privileges",
			"--pids-limit",
			"4096"
		] : [],
		...isLabelled && mounts.length > 0 ? ["--security-opt", "label=disable"] : [],
		...isBare ? ["--entrypoint", ""] : [],
		...options,
		...mounts.flatMap((mount) => ["--mount", bindMount(mount)]),
		...volumes.flatMap((target) => ["--mount", volumeMount(target)]),
		...container.options,
		container.image,
		...isBare ? command : givenTo(container.entrypoint ?? [], command)
	];
}
/** A command as an ENTRYPOINT takes it: `sh -c` and the like run their first word alone, so that all of it is one. */
function givenTo(entrypoint, command) {
	const program = entrypoint.slice(0, -1).findLast((word) => !word.startsWith("-")) ?? "";
	return /^-[a-z]*c$/.test(entrypoint.at(-1) ?? "") && /(?:^|\/)(?:ba|da|k|z)?sh$/.test(program) ? [command.map(quote).join(" ")] : command;
}
/**
* Whether something may be mounted at a path that an image names, which may be anybody's: it is absolute, leads nowhere
* else, and no program can read it as more than a path.
*/
function isMountable(path) {
	return path.startsWith("/") && !path.split("/").includes("..") && !/[",\p{Cc}]/u.test(path);
}
/**
* Mounts and volumes without those that lie under another one at the same target, which docker refuses: the later mount
* counts, and a mount more than a volume.
*/
function onePerTarget({ mounts, volumes }) {
	const mounted = new Map(mounts.map((mount) => [withoutSlashes(mount.target), mount]));
	const empty = new Map(volumes.map((target) => [withoutSlashes(target), target]));
	return {
		mounts: [...mounted.values()],
		volumes: [...empty].filter(([target]) => !mounted.has(target)).map(([, written]) => written)
	};
}
/** As docker compares paths: `/app/` and `//app` are `/app`. */
function withoutSlashes(path) {
	return path.replace(/\/+/g, "/").replace(/(?<=.)\/$/, "");
}
/** Arguments for an environment that no argument shows: a file with one `NAME=value` a line, and names whose values docker has in its own. */
function hiddenEnvironment(file, inherited) {
	return [
		"--env-file",
		file,
		...Object.keys(inherited).flatMap((name) => ["--env", name])
	];
}
/**
* Docker's own keys, Ctrl-P and Ctrl-Q, would leave the container behind, and each Ctrl-P, which is the way back in a
* shell's history, would wait for the next key. There is no way to have none; these nobody types.
*/
const DETACH_KEYS = "ctrl-^,ctrl-@,ctrl-^,ctrl-@";
/** Arguments that give a container this process's input, and where there is one its terminal. */
function attachArguments(isTerminal) {
	return isTerminal ? [
		"--interactive",
		"--tty",
		"--detach-keys",
		DETACH_KEYS
	] : ["--interactive"];
}
function bindMount({ source, target, isReadOnly }) {
	return [
		"type=bind",
		csvField(`src=${source}`),
		csvField(`dst=${target}`),
		...isReadOnly ? ["readonly"] : []
	].join(",");
}
/** An empty volume, or one that is filled from the image, at an absolute path. */
function volumeMount(target) {
	return ["type=volume", csvField(`dst=${target}`)].join(",");
}
/** Docker reads mounts as a line of CSV, in which a comma in a path would begin another field, such as a source on this machine. */
function csvField(text) {
	return /[",\n\r]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
/** Arguments by which root, who is given no capability else, may write where the file system lets only others. */
const WRITING = ["--cap-add", "DAC_OVERRIDE"];
/** A name that every image can have for a user: others' names may have blanks, or a domain before them. */
function userNameOf(name) {
	const plain = name.replace(/^.*\\/, "").toLowerCase().replace(/[^a-z0-9_-]+/g, "-").replace(/^[^a-z_]+/, "");
	return plain === "" || plain === "root" ? "me" : plain.slice(0, 32);
}
// src/text/words.ts
/** Words for such things, to be put into sentences. */
const words = {
	checkout: {
		job: "checkout",
		person: "project"
	},
	nothingThere: {
		job: "the workspace is empty. Did you run actions/checkout? Put \"- uses: actions/checkout@v7\" before this step",
		person: "the folder is empty"
	},
	plainerFolder: {
		job: "Check out into a folder with a plainer name",
		person: "Move the project into a folder with a plainer name"
	},
	filesThemselves: {
		job: "write \"lfs: true\" under \"with:\" of actions/checkout",
		person: "run \"git lfs install\", then \"git lfs pull\""
	},
	keepNoCredential: {
		job: "write \"persist-credentials: false\" under \"with:\" of actions/checkout",
		person: "let git ask a credential helper in place of its configuration (\"git remote set-url\")"
	},
	canRead: {
		job: "this job can read",
		person: "you can read"
	},
	setVariable: {
		job: "set it with env: on this step",
		person: "export it first"
	},
	noVariables: {
		job: "the runner's own variables are never passed on",
		person: "this machine's own variables are not passed on"
	},
	whyEmpty: {
		job: "GitHub gives none to pull requests from forks and from Dependabot",
		person: "check where the values come from"
	},
	startAgent: {
		job: "start one in an earlier step, which sets SSH_AUTH_SOCK",
		person: "start one, which sets SSH_AUTH_SOCK"
	},
	moreMemory: {
		job: "use a larger runner",
		person: "give Docker more memory"
	},
	noEntrypoint: {
		job: "set entrypoint: none",
		person: "add --entrypoint none"
	},
	letFailuresPass: {
		job: "If that is meant, mark them with xfail, or set continue-on-error: true on this step",
		person: "If that is meant, mark them with xfail"
	},
	seeLog: {
		job: "see the log",
		person: "see above"
	},
	seeLogsEnd: {
		job: "see the end of the log",
		person: "see above"
	}
};
// src/pytest/workdir.ts
/** Variables by which an image names folders with packages: one, or several with `:` between them. */
const VARIABLES = [
	"VIRTUAL_ENV",
	"UV_PROJECT_ENVIRONMENT",
	"PATH",
	"PYTHONPATH"
];
/** Fails where an image has no working directory that the checkout could be mounted at. */
function requireWorkdir({ workdir }) {
	if (takesCheckout(workdir)) return;
	throw new UserError(sentence$1`The dev stage sets no working directory, where your files are mounted for the tests: add the line "WORKDIR /usr/src/app" to it, or set ${input("workdir")}.`);
}
function takesCheckout(workdir) {
	return workdir !== "" && workdir !== "/";
}
/**
* Folders that may have packages which the mounted checkout hides, such as .venv, each once and relative to the working
* directory: those that the image's own variables name. Some are the project's own, and some are nowhere: the image's files
* tell. The project's own modules, which PYTHONPATH may name, are in the checkout. Nothing is hidden where the checkout
* can't be mounted.
*/
function hiddenFolders({ workdir, environment }) {
	if (!takesCheckout(workdir)) return [];
	const folders = VARIABLES.flatMap((name) => {
		const hidden = (environment[name] ?? "").split(":").filter((path) => path !== "").flatMap((path) => pathBelow(workdir, path) ?? []).map((path) => path.replace(/\/(?:s?bin|\.bin)$/, ""));
		return name === "PYTHONPATH" ? hidden.filter((path) => path.includes("site-packages")) : hidden;
	});
	return [...new Set(folders)];
}
/** Folders of packages by their names alone, wherever they lie. */
const PACKAGES = [
	"site-packages",
	"dist-packages",
	"node_modules"
];
/** What is in a folder of packages: of Python's environments and Conda's, and the programs that packages bring. */
const MARKS = [
	"pyvenv.cfg",
	"conda-meta/history",
	"bin/python",
	"bin/pytest",
	"python",
	"pytest"
];
/**
* Paths of an image, one of which it has where it has packages in a folder below its working directory. The folder with the
* project's scripts, which may be on PATH too, has none of them.
*/
function marksOf(folder) {
	return PACKAGES.some((name) => folder.split("/").includes(name)) ? [folder] : MARKS.map((mark) => `${folder}/${mark}`);
}
/** Whether a file that begins so is run by a shell, as a project's own wrapper around Python or pytest is. */
function isShellScript(start) {
	return /^#!.*\b(?:ba|da|k|z)?sh\b/.test(start);
}
/**
* Volumes of an image that would lie over the mounted checkout, relative to the working directory. None of git's: a folder
* of the checkout that is mounted there could be written, and git runs what it finds in it.
*/
function volumesWithin({ workdir, config }) {
	const paths = Object.keys(config.Volumes ?? {}).filter(isMountable);
	return [...new Set(paths.flatMap((path) => pathBelow(workdir, path) ?? []))].filter((path) => !isGits(path));
}
/** Some file systems take names for the same that differ in case, or in characters without a width. */
function isGits(path) {
	return path.split("/").some((name) => name.replace(/[^\x20-\x7e]/g, "").toLowerCase() === ".git");
}
/**
* Fails where a hidden folder, by its path in the image, can't be kept visible. Where the checkout has a folder of that
* name too, a volume filled from the image can lie over it; making one would be a write to the checkout.
*/
function requireVisible(path, isInCheckout) {
	if (!isInCheckout) throw hiddenPackages(path);
	if (isMountable(path)) return;
	throw new UserError(`The dev image has its packages in ${quoted(path)}, where nothing can be mounted: a comma, a quote or a control character in a path could be read as more than a path. Install them in a folder with a plainer name.`);
}
/** That packages are in a folder of the image that the checkout hides, and the cure. */
function hiddenPackages(path) {
	return new UserError(sentence$1`${hiddenPackagesSentence(path)}.`);
}
/** The same without a full stop. */
function hiddenPackagesSentence(path) {
	return sentence$1`The dev image has its packages in ${plain(path)}, which the mounted ${words.checkout} hides: install them elsewhere, for uv with "ENV UV_PROJECT_ENVIRONMENT=/opt/venv" and "ENV PATH=/opt/venv/bin:$PATH" in the Dockerfile, or end the dev stage with another WORKDIR`;
}
// src/text/command-line.ts
/** What steers or misleads a terminal, line breaks among it. */
const STEERS = /\p{Cc}|[\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/**
* A command as one types it, on one line. Words that anybody may have written steer no terminal: what would is written as
* bash has it, `$'\u001b'`.
*/
function commandLine(words) {
	return words.map((word) => word.search(STEERS) < 0 ? quote(word) : inEscapes(word)).join(" ");
}
function inEscapes(word) {
	return `$'${word.replace(/[\\']/g, "\\$&").replace(STEERS, (character) => escapeOf(character.charCodeAt(0)))}'`;
}
/** Bash takes as many digits as there are, up to these. */
function escapeOf(code) {
	return `\\u${code.toString(16).padStart(4, "0")}`;
}
// src/engine/trouble.ts
/** What is wrong with the engine and how to fix it, in one sentence. */
function engineSentence(trouble, system) {
	const { problem, cure } = explainEngine(trouble, system);
	return `${problem}: ${cure}.`;
}
/** The same in two parts. */
function explainEngine(trouble, system) {
	return system === "runner" ? explainToRunner(trouble) : explainToPerson(trouble, system);
}
function explainToRunner(trouble) {
	const other = "use a runner that has it, such as runs-on: ubuntu-latest";
	switch (trouble.kind) {
		case "no-client": return {
			problem: "This runner has no Docker",
			cure: other
		};
		case "podman": return {
			problem: "This runner has Podman in place of Docker, which this action needs",
			cure: other
		};
		case "too-old": return {
			problem: `This runner has ${tooOld(trouble)}`,
			cure: "update it, or use runs-on: ubuntu-latest"
		};
		default: return {
			problem: `The Docker engine does not answer (${plain(trouble.said)})`,
			cure: "start it, or let this job's user reach its socket"
		};
	}
}
function explainToPerson(trouble, system) {
	switch (trouble.kind) {
		case "no-client": return {
			problem: "Docker is not installed, or its program \"docker\" is not on the PATH",
			cure: INSTALL[system]
		};
		case "podman": return {
			problem: "What answers as \"docker\" is Podman, which lacks what dev-in-docker needs of BuildKit",
			cure: INSTALL[system]
		};
		case "unknown-context": return {
			problem: `There is no Docker context ${trouble.context}, which ${nameOf(trouble.origin)} names`,
			cure: trouble.origin === "DOCKER_CONTEXT" ? `unset DOCKER_CONTEXT, or ${USE_CONTEXT}` : USE_CONTEXT
		};
		case "not-running": return {
			problem: `The Docker engine is not running (nothing listens on ${trouble.socket})`,
			cure: starter(trouble.socket, system) + instead(trouble.origin)
		};
		case "denied": return {
			problem: `You may not use Docker yet (no permission for ${trouble.socket})`,
			cure: admission(trouble, system)
		};
		case "silent": return {
			problem: `The Docker engine does not answer (${plain(trouble.said)})`,
			cure: `see whether "docker version" gets an answer, and restart it if not${instead(trouble.origin)}`
		};
		case "too-old": return {
			problem: `This machine has ${tooOld(trouble)}`,
			cure: trouble.what === "Docker Engine" ? UPDATE[system] : BUILDX[system]
		};
	}
}
const INSTALL = {
	linux: "install Docker Engine, see https://docs.docker.com/engine/install/",
	macos: "install Docker Desktop, see https://docs.docker.com/get-started/get-docker/",
	wsl: "install Docker Desktop on Windows and turn on its WSL integration for this distribution (Settings, Resources), see https://docs.docker.com/desktop/features/wsl/"
};
const UPDATE = {
	linux: "update it, see https://docs.docker.com/engine/install/ (distributions may have old ones)",
	macos: "update Docker Desktop, or what else brings your engine",
	wsl: "update Docker Desktop on Windows, or Docker Engine in this distribution"
};
const BUILDX = {
	linux: "install docker-buildx-plugin where Docker comes from docker.com, else the package docker-buildx of your distribution",
	macos: "update Docker Desktop; or with Homebrew \"brew install docker-buildx\", then do what \"brew info docker-buildx\" says of cliPluginsExtraDirs",
	wsl: "update Docker Desktop on Windows; or, with Docker Engine in this distribution, install docker-buildx-plugin"
};
const START = {
	linux: "run \"sudo systemctl start docker\"",
	macos: "start Docker Desktop (\"open -a Docker\")",
	wsl: "start Docker Desktop on Windows and turn on its WSL integration for this distribution (Settings, Resources); or, with Docker Engine in this distribution, run \"sudo service docker start\""
};
const USE_CONTEXT = "choose one that \"docker context ls\" shows, with \"docker context use default\" or the like";
/** Where several programs bring an engine, its socket tells which one it was. */
const STARTERS = [
	[/\/\.docker\/(?:desktop|run)\/docker\.sock$/, "start Docker Desktop"],
	[/\/\.?colima\//, "run \"colima start\""],
	[/\/\.orbstack\//, "start OrbStack"],
	[/\/\.rd\//, "start Rancher Desktop"],
	[/^\/run\/user\/\d+\/docker\.sock$/, "run \"systemctl --user start docker\""]
];
function starter(socket, system) {
	return STARTERS.find(([pattern]) => pattern.test(socket))?.[1] ?? START[system];
}
function admission({ isMember, socket }, system) {
	if (system === "macos") return `${starter(socket, system)} as yourself, as another user seems to have done`;
	return isMember ? "log out and in again (or restart), so that your login knows of the group you are already in" : "run \"sudo usermod -aG docker $USER\", then log out and in again (who is in that group can do what root can)";
}
function instead(origin) {
	if (origin === "default") return "";
	return origin === "configuration" ? `, or ${USE_CONTEXT}` : `, or unset ${origin}, which says to look there`;
}
function nameOf(origin) {
	return origin === "configuration" || origin === "default" ? "docker's configuration" : origin;
}
function tooOld({ what, version, oldest }) {
	return `${version === "" ? `no ${what}` : `${what} ${plain(version)}`}, but ${oldest} or newer is needed`;
}
/** Why docker could not run a container, in its own words; empty where it said nothing. */
function refusal(said) {
	return (said.split("\n").filter((line) => line.trim() !== "" && !/^(?:Run|See) 'docker run --help'/.test(line)).at(-1) ?? "").trim().replace(/\.$/, "");
}
/** What docker or buildx says at its end, on one line: buildx puts what the registry said below its own words. */
function lastWords(output) {
	const lines = output.trim().split("\n");
	const error = lines.findLastIndex((line) => line.startsWith("ERROR: "));
	return lines.slice(error < 0 ? -1 : error).join(" ").replace(/\s+/g, " ").trim();
}
// src/report/not-run.ts
/** How docker's init process, shells and other programs say that they could not start one. */
const UNSTARTABLE = [
	/\bexec (\S+) failed: /,
	/\bexec: "?([^\s":]+)"?: (?:not found|permission denied|cannot execute|executable file not found)/i,
	/\bexec: line \d+: ([^\s:]+): (?:not found|permission denied)/i,
	/: (?:line )?\d+: ([^\s:]+): (?:command )?(?:not found|permission denied)/i,
	/\bFailed to spawn: `([^\s`]+)`/,
	/\bCommand not found: (\S+)/,
	/\bNo module named '?(pytest)\b/,
	/\bmake: ([^\s:]+): (?:No such file|Permission denied)/
];
const MOST_CHARACTERS$1 = 300;
/** How programs say that only root may do it, `su`, `runuser` and `sudo` among them. */
const ROOTS = /permission denied|operation not permitted|not permitted to|must be root|run as root|os error 13|non-root users|authentication failure|no new privileges/i;
/** Why pytest never began: what ended instead, what it said last, and the cure; without a full stop. */
function notRunSentence(tests) {
	const { exitCode, lastWords } = tests;
	if (exitCode === 125) {
		const said = refusal(plain(lastWords));
		return `Docker could not start the container${said === "" ? "" : `: ${said}`}`;
	}
	const program = wasStopped(tests) || exitCode === 0 ? void 0 : unstartable(lastWords);
	return program !== void 0 && ofProgram(program, tests) || ofEnd(tests);
}
function wasStopped({ exitCode, stoppedAfter }) {
	return exitCode === null || stoppedAfter !== void 0;
}
function unstartable(lastWords) {
	const said = plain(lastWords);
	return UNSTARTABLE.map((pattern) => pattern.exec(said)?.[1]).find((program) => program !== void 0);
}
/** Of a program that could not be started; undefined where it is none that we know of. */
function ofProgram(program, { exitCode, command, entrypoint }) {
	const isThere = exitCode === 126;
	if (program === "pytest") return isThere ? "pytest is in the dev image but can not be executed: check the permissions of its file" : "pytest is not on the PATH of the dev image: add it to your packages, with a line \"pytest\" in requirements.txt, with \"uv add --dev pytest\" or \"poetry add --group dev pytest\", or add the folder that has it to PATH with ENV";
	if (program === command[0]) {
		const how = isThere ? "can not be executed there: let its file be executable, with \"chmod +x\"" : "is not in the dev image, or what its first line names is not: install it in the dev stage";
		return sentence$1`${quoted(plain(program))}, which ${input("test-command")} starts, ${how}, or let pytest be started itself`;
	}
	if (program !== entrypoint[0]) return void 0;
	return `The dev image's ENTRYPOINT ${quoted(plain(program))} ${isThere ? "can not be executed" : "is not in it, or what its first line names is not"}: correct the ENTRYPOINT in the dev stage, or remove it`;
}
/** Of a program that ended, or was still there when the time was over. */
function ofEnd(tests) {
	const { exitCode, lastWords, command, entrypoint } = tests;
	const said = wordsOf(lastWords).at(-1)?.trim();
	const how = `${wasStopped(tests) ? "was still running" : `ended with exit code ${exitCode}`}${said ? `; it said "${lastOf(said)}"` : ""}`;
	const started = quoted(commandLine(command));
	if (entrypoint.length > 0) return sentence$1`pytest did not run: the dev image's ENTRYPOINT ${quoted(commandLine(entrypoint))}, which gets ${started} as its arguments, ${how}. ${cureOfEntrypoint(tests)}, set it in the share stage only, or ${words.noEntrypoint}`;
	if (command[0] === "pytest") return `pytest did not run: what has its name in the dev image ${how}`;
	return sentence$1`pytest did not run: ${started} ${how}. ${cureOf(command)}`;
}
function cureOfEntrypoint({ entrypoint, lastWords }) {
	if (ROOTS.test(lastWords)) return "The tests do not run as root: let it do only as root what only root may";
	const [shell, option, line = ""] = entrypoint;
	return shell === "/bin/sh" && option === "-c" && entrypoint.length === 3 && !/\$[@*\d]/.test(line) ? "Its shell form ignores them: write it as a list, with a program that ends in exec \"$@\"" : "Let it end in exec \"$@\"";
}
/** The reason stands at the end of a long line. */
function lastOf(line) {
	const flat = line.replace(/\s+/g, " ");
	return flat.length > MOST_CHARACTERS$1 ? `…${flat.slice(-300)}` : flat;
}
function cureOf([program = "", ...rest]) {
	if (/(?:^|\/)uv$/.test(program) && rest.includes("run")) return sentence$1`Set "ENV UV_NO_SYNC=1" in the dev stage, so that uv leaves the packages there as they are, or let ${input("test-command")} be pytest`;
	return sentence$1`Let it start pytest and show pytest's output, or let ${input("test-command")} be pytest`;
}
function wordsOf(text) {
	return plain(text).split("\n").filter((line) => line.trim() !== "");
}
// src/report/verdict.ts
/** What pytest's own exit codes mean (pytest: `ExitCode`). */
const PYTEST_ENDINGS = {
	0: "All tests passed",
	1: "Tests failed",
	2: "pytest stopped before it was through: files could not be collected, or something interrupted it",
	3: sentence$1`pytest had an internal error: ${words.seeLog}`,
	4: "pytest could not start: check pytest-args, the pytest configuration and conftest.py",
	5: "No tests were collected: name files test_*.py and functions test_*, or check testpaths and pytest-args",
	6: "There were more warnings than --max-warnings allows"
};
const COULD_NOT_START = 4;
/** What it means when a signal chose the exit code. */
const OTHER_ENDINGS = {
	132: "The interpreter met an instruction that this processor does not have (SIGILL): a package was built for another one",
	134: sentence$1`The interpreter gave up (SIGABRT): ${words.seeLog}`,
	135: sentence$1`The interpreter touched memory that is not there (SIGBUS): shared memory may be too small, set ${input("shm-size")}, such as 1 GB`,
	137: sentence$1`The test run was killed, most likely for want of memory: run fewer tests at once, or ${words.moreMemory}`,
	139: "The interpreter crashed (segmentation fault) in native code",
	143: "The test run was ended from outside (SIGTERM)"
};
const COUNT_WORDS = [
	[
		"failed",
		"failed",
		"failed"
	],
	[
		"errors",
		"error",
		"errors"
	],
	[
		"passed",
		"passed",
		"passed"
	],
	[
		"skipped",
		"skipped",
		"skipped"
	],
	[
		"xfailed",
		"xfailed",
		"xfailed"
	],
	[
		"xpassed",
		"xpassed",
		"xpassed"
	],
	[
		"deselected",
		"deselected",
		"deselected"
	],
	[
		"reruns",
		"rerun",
		"rerun"
	],
	[
		"warnings",
		"warning",
		"warnings"
	]
];
/** How the tests went, in one sentence. */
function testSentence(tests) {
	const counts = countsInWords(tests.results.counts);
	const without = tests.leftOut ? `; its ENTRYPOINT ${quoted(commandLine(tests.leftOut))} did not start pytest, so they were run without it` : "";
	return sentence$1`${ending(tests)}${limit(tests)}${without}${counts ? ` (${counts})` : ""}.`;
}
/** `2 failed, 40 passed`, in pytest's words; empty if nothing was counted. */
function countsInWords(counts) {
	return COUNT_WORDS.filter(([name]) => counts[name] > 0).map(([name, one, many]) => `${counts[name]} ${counts[name] === 1 ? one : many}`).join(", ");
}
/** The plugin knows none before that. */
const OLDEST_PYTEST = 7;
/** Why there is less to tell than of others' runs; nothing where there isn't. */
function limit({ results, sign, exitCode }) {
	if (results.isUnknown) {
		const what = Number.parseInt(results.pytest ?? "", 10) < OLDEST_PYTEST ? `too old for a report, which needs ${OLDEST_PYTEST} or newer` : "newer than the report knows";
		return `; pytest ${plain(results.pytest ?? "")} is ${what}, so there are its numbers alone`;
	}
	if (results.pytest !== void 0 || sign !== "run" || exitCode === null) return "";
	return "; pytest ran without the report's plugin, which PYTHONPATH and DEV_IN_DOCKER_RESULTS bring, so the exit code alone tells how it went";
}
function ending(tests) {
	const { exitCode, results } = tests;
	const then = hasPytest(tests) ? during(results) : sentence$1`; ${notRunSentence(tests)}`;
	if (tests.stoppedAfter !== void 0) return sentence$1`The tests were stopped after ${duration(tests.stoppedAfter)}, as timeout-minutes says${then}`;
	if (exitCode === null) return sentence$1`The test run was ended from outside${then}`;
	if (tests.isOutOfMemory) return sentence$1`The tests ran out of memory, and the kernel killed them: run fewer at once, or ${words.moreMemory}${during(results)}`;
	if (tests.obstacle && !hasPytest(tests)) return obstacleSentence(tests.obstacle);
	const other = OTHER_ENDINGS[exitCode];
	if (!hasPytest(tests)) return tests.entrypoint.length === 0 && other ? other : notRunSentence(tests);
	return exitCode === 0 ? ofZero(tests) : ofPytest(exitCode, tests);
}
/** Of a pytest that is not content, or did not live to tell. */
function ofPytest(exitCode, tests) {
	const { results } = tests;
	if (exitCode === 1 && results.exitStatus === 1 && !hasFailures(tests) && results.isCounted) return sentence$1`No test failed, but pytest ended with exit code 1: a plugin wanted it so, as pytest-cov does below --cov-fail-under; ${words.seeLogsEnd}`;
	const couldNotStart = results.pytest !== void 0 && !results.hasRun && results.exitStatus === void 0 && [
		1,
		3,
		COULD_NOT_START
	].includes(exitCode);
	const misfit = couldNotStart && misfitSentence(tests);
	if (misfit) return misfit;
	const pytests = PYTEST_ENDINGS[couldNotStart ? COULD_NOT_START : exitCode];
	const isIts = results.pytest === void 0 || results.exitStatus === exitCode || couldNotStart;
	if (pytests && isIts) return sentence$1`${pytests}${pytestsReason(tests)}`;
	const other = OTHER_ENDINGS[exitCode];
	const { exitStatus } = results;
	if (exitStatus !== void 0 && exitStatus !== exitCode && (!other || exitCode < 128)) return sentence$1`${PYTEST_ENDINGS[exitStatus] ?? `pytest ended with exit code ${exitStatus}`}, but what ran after pytest ended with exit code ${exitCode}; ${words.seeLogsEnd}`;
	return sentence$1`${other ?? `pytest ended with exit code ${exitCode}`}${during(results)}`;
}
/** An exit code of 0 does not mean that all is well. */
function ofZero(tests) {
	const { results, wanted, shard } = tests;
	if (endedEarly(tests)) return `The interpreter ended before pytest was done${during(results)}`;
	if (hasFailures(tests)) return sentence$1`Tests failed, and dev-in-docker counts them although the exit code is 0: something hides pytest's own. ${words.letFailuresPass}`;
	const hidden = hiddenStatus(tests);
	if (hidden !== void 0) return `The exit code is 0, but pytest's own was ${hidden}, which something hides: see its output`;
	if (wanted) return sentence$1`The whole suite ran in place of shard ${wanted.index}/${wanted.total}, as pytest ran without the plugin that picks a shard's tests: it needs pytest ${OLDEST_PYTEST} or newer, and a Python that is not isolated (-I, tox)`;
	if (shard && shard.facts.collected > 0 && shard.facts.kept === 0) return `This shard has no tests, as the suite has ${shard.facts.collected} for ${shard.facts.total} shards`;
	return (results.pytest === void 0 ? tests.sign !== "run" : results.isCounted || !results.hasRun) && totalOf(results.counts) === 0 ? "No tests were run" : "All tests passed";
}
/** Which plugin takes arguments that its hooks have no more, and the cure; nothing if none does. */
function misfitSentence({ lastWords, results }) {
	const [, plugin] = /\bPluginValidationError: [Pp]lugin '?([^'\n]+?)'? for hook /.exec(plain(lastWords)) ?? [];
	return plugin === void 0 ? void 0 : sentence$1`The plugin ${quoted(plugin)} does not fit pytest ${plain(results.pytest ?? "")}: update its package, remove it, or pin an older pytest`;
}
/** Why pytest gave up, in its own words, where no failure of a file or test shows it. */
function pytestsReason({ exitCode, results, lastWords, command, entrypoint }) {
	const said = exitCode === COULD_NOT_START || !results.hasRun ? [...plain(lastWords).matchAll(/^(?:\S+: error: |ERROR: (?!usage)|E {3,}|(?:\w+\.)*\w+(?:Error|Exception|Failure): )(.+)$/gm)].at(-1)?.[1] : results.stopped;
	if (!said || results.failures.length > 0) return "";
	const isMistaken = entrypoint.length > 0 && said === `file or directory not found: ${command[0]}`;
	const mistake = sentence$1`; the dev image's ENTRYPOINT ${quoted(commandLine(entrypoint))} gets ${quoted(commandLine(command))} as its arguments: ${words.noEntrypoint}`;
	return sentence$1`; it said ${quoted(plain(said))}${isMistaken ? mistake : ""}`;
}
function during({ lastStarted }) {
	return lastStarted === void 0 ? "" : `; it was running ${quoted(plain(lastStarted))}`;
}
/** Why a stage does not build, in one sentence, and one more for secrets that were empty. */
function buildSentence({ stage, failure }, dockerfile, secrets) {
	const place = failure?.line === void 0 ? dockerfile : `${dockerfile}, line ${failure.line}`;
	return sentence$1`The ${stage} stage does not build${failure?.instruction ? `: ${quoted(plain(failure.instruction))} failed` : ""} (${place}).${secrets ? missingSecrets(secrets) : ""}`;
}
function missingSecrets({ secrets, isAgentMissing }) {
	const empty = secrets.filter(({ isEmpty }) => isEmpty).map(({ id }) => id);
	const [subject, verb] = empty.length === 1 ? ["secret", "was"] : ["secrets", "were"];
	return sentence$1`${empty.length === 0 ? "" : sentence$1` The ${subject} ${empty.join(", ")} ${verb} empty: ${words.whyEmpty}.`}${isAgentMissing ? sentence$1` There was no SSH agent for ${input("ssh")}: ${words.startAgent}.` : ""}`;
}
/** Why a dev image that was cached is not the one that was tested, in one sentence. */
function mountSentence({ key, trouble, isOutdated, hasStarted }) {
	const built = hasStarted ? "the tests were run once more, in an image that was built" : "the image was built";
	if (isOutdated) return `${sentenceCase(trouble ?? "")} since the dev image was cached: ${built}.`;
	return `${key === void 0 ? "The cached dev image could not be looked up" : "The cached dev image could not be used"} (${plain(trouble ?? "")}), which costs time only: ${built}.`;
}
function sentenceCase(text) {
	return text.charAt(0).toUpperCase() + plain(text).slice(1);
}
const CLOSED = {
	workdir: {
		subject: (path) => `WORKDIR ${path}`,
		cure: "choose one that is open to all, such as /usr/src/app"
	},
	program: {
		subject: (path) => path,
		cure: "install it in a folder that is open to all, such as /opt/venv"
	},
	interpreter: {
		subject: (path) => `The interpreter of the tests, ${path},`,
		cure: "install it in a folder that is open to all, for uv with \"ENV UV_PYTHON_INSTALL_DIR=/opt/python\""
	},
	packages: {
		subject: (path) => `The folder of packages ${path}`,
		cure: "install it in a folder that is open to all, such as a virtual environment in /opt/venv"
	},
	file: {
		subject: (path) => path,
		cure: "let the build put it in a folder that is open to all"
	}
};
/** Why the tests don't reach what the image has, and the cure, without a full stop. */
function obstacleSentence(obstacle) {
	if (obstacle.kind === "hidden") return hiddenPackagesSentence(obstacle.folder);
	const { subject, cure } = CLOSED[obstacle.what];
	const closed = plain(obstacle.folder);
	return `${subject(plain(obstacle.path))} can not be reached by the user of the tests (${obstacle.uid}), who may not enter ${closed}: ${cure}, or open that folder with "RUN chmod 755 ${closed}" in the dev stage`;
}
/** That the tests looked in their home for what the image has in another, and the cure. */
function elsewhereSentence({ path, home }) {
	return `The tests look for ${plain(path)} in their home; the dev image has it in ${plain(home)}, the home of who built it. Let the build put it in a folder that all may read, and that a variable names, such as ENV HF_HOME, NLTK_DATA, TORCH_HOME or PLAYWRIGHT_BROWSERS_PATH.`;
}
/** What is wrong and how to fix it, in one sentence. */
function hiddenModuleSentence({ name, folder, deeper }, workdir = "") {
	if (deeper !== void 0) {
		const place = `${workdir}/${deeper}`;
		return sentence$1`The tests can't import ${name}: the dev image has it in ${folder}, but the ${words.checkout} that is mounted at ${workdir} has it in ${deeper}, one folder deeper. Set ${input("env")} to "PYTHONPATH=${place}"; or let the image have it there too, with "COPY ${deeper} ${deeper}" and "ENV PYTHONPATH=${place}" in the dev stage.`;
	}
	return sentence$1`The tests can't import ${name}: the dev image has it in ${folder}, which the mounted ${words.checkout} hides. Install it to where the packages are ("RUN pip install ." in the dev stage), or build it in a folder outside of WORKDIR.`;
}
// src/report/annotations.ts
/** The runner shows ten annotations of a level for a step: nine for single failures, one for the rest. */
const MOST_SINGLE_ANNOTATIONS = 9;
/** The runner cuts messages at 4,096 characters. */
const MOST_MESSAGE_CHARACTERS = 4e3;
const MOST_NAMES_OF_A_GROUP = 20;
/** An error that belongs to no test. */
function error(outcome, message, more = {}) {
	return {
		level: "error",
		message: shortened(plain(render(message, "job", outcome.settings)), MOST_MESSAGE_CHARACTERS),
		...titled("dev-in-docker", outcome.leg),
		...more
	};
}
/** A title that tells the legs of a matrix apart. */
function titled(title, leg) {
	return { title: leg === "" ? title : `${title} (${leg})` };
}
/** Red tests as annotations on their lines, new failures first, in the room that `taken` others leave. */
function testAnnotations(outcome, tests, taken) {
	if (!hasFailed(tests)) return [];
	const { failures, counts } = tests.results;
	const sentence = tests.exitCode === 1 && failures.length > 0 ? [] : [error(outcome, testSentence(tests))];
	const room = MOST_SINGLE_ANNOTATIONS - sentence.length - taken;
	const shown = (failures.length > room ? groupsByError(failures) : failures.map((failure) => [failure])).slice(0, Math.max(0, room));
	const left = tests.results.isUnknown ? 0 : counts.failed + counts.errors - shown.flat().length;
	return [
		...sentence,
		...shown.map((group) => ofGroup(group, outcome)),
		...left > 0 ? [error(outcome, `${left} more ${left === 1 ? "failure is" : "failures are"} in the summary and the log.`)] : []
	];
}
/** Failures with the same error line together, in the order of the first of each. */
function groupsByError(failures) {
	return [...Map.groupBy(failures, errorLine).values()];
}
/** What went wrong, in a line: the first of pytest's message, as its short summary has it. */
function errorLine({ message }) {
	return plain(message).trimStart().split("\n", 1)[0]?.trim() ?? "";
}
function ofGroup(group, outcome) {
	const [first] = group;
	if (!first) return error(outcome, "");
	if (group.length === 1) return error(outcome, first.message, placeOf(first, outcome));
	const names = group.slice(0, MOST_NAMES_OF_A_GROUP).map(({ nodeId }) => nodeId);
	const left = group.length - names.length;
	const list = [...names, ...left > 0 ? [`and ${left} more`] : []].join("\n");
	return error(outcome, `${group.length} failures with this error: ${first.message}\n\n${list}`, placeOf(first, outcome));
}
function placeOf(failure, outcome) {
	const file = inRepository(fileOf(failure, outcome), outcome);
	return {
		...titled(plain(failure.nodeId), outcome.leg),
		...file === void 0 ? {} : {
			file,
			...failure.line === void 0 ? {} : { line: failure.line }
		}
	};
}
/** A path of the checkout as the job's repository has it; undefined where it is not in that. */
function inRepository(path, { repository }) {
	if (repository === "" || path === void 0) return path;
	return repository === void 0 ? void 0 : pathBelow(`/${repository}`, `/${path}`);
}
/** The file of a place in the container, relative to the checkout, if it is in it. */
function fileOf({ path }, { image, context }) {
	const mapping = {
		workdir: image?.workdir ?? "",
		context: context === "." ? "" : context
	};
	return path === void 0 ? void 0 : repoPath(path, mapping);
}
// src/report/html.ts
/** Foreign text for HTML within Markdown: nothing in it is markup, and it stays on one line. */
function inline(text) {
	return escaped(text.replace(/\s+/g, " ")).trim();
}
/** Foreign text in a block of its own. It begins at the first column, after an empty line, so that Markdown leaves it alone. */
function block(text) {
	return `\n\n<pre>${escaped(text)}</pre>\n\n`;
}
/** Folded text under a line that stays visible. */
function folded(title, content, isOpen = false) {
	return `<details${isOpen ? " open" : ""}><summary>${title}</summary>${content}</details>\n\n`;
}
/** An HTML table without line breaks between its rows, whose cells are escaped already. */
function table(rows) {
	return `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>\n\n`;
}
/** The same with so many bytes of HTML at most. */
function inlineWithin(text, bytes) {
	let kept = text.replace(/\s+/g, " ");
	kept = shortened(kept, bytes);
	while (byteLength(inline(kept)) > bytes) kept = shortened(kept, Math.floor(kept.length * .7));
	return inline(kept);
}
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
function escaped(text) {
	return plain(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
/** Room for so many bytes. */
function makeRoom(bytes) {
	let left = bytes;
	return { take(wanted) {
		if (wanted > left) return false;
		left -= wanted;
		return true;
	} };
}
// src/inputs/values.ts
/** Reads `auto`, `true` or `false`. Fails on anything else. */
function choice(name, text) {
	const value = text.toLowerCase() || "auto";
	if (value === "true" || value === "false" || value === "auto") return value;
	throw new UserError(sentence$1`${input(name)} is ${quoted(text)}: write auto, true or false.`);
}
/** Reads one of a few words, in any case. Fails on anything else. */
function oneOf(name, text, allowed) {
	const found = allowed.find((word) => word === text.toLowerCase());
	if (found !== void 0) return found;
	throw new UserError(sentence$1`${input(name)} is ${quoted(text)}: write ${allowed.slice(0, -1).join(", ")} or ${allowed.at(-1) ?? ""}.`);
}
/** Reads `true` or `false`, in any case. Fails on anything else. */
function flag(name, text) {
	return oneOf(name, text, ["true", "false"]) === "true";
}
/** Reads a whole number, 0 or more. Fails on anything else. */
function count(name, text) {
	if (/^\d{1,9}$/.test(text)) return Number(text);
	throw new UserError(sentence$1`${input(name)} is ${quoted(text)}: write a whole number, such as 10.`);
}
/** Bytes of a size such as `5 GB` or `800 MB` (powers of ten). Fails on anything else. */
function size(name, text) {
	const [, number, unit] = /^(\d+(?:\.\d+)?)\s*([MG])B$/i.exec(text) ?? [];
	if (number === void 0) throw new UserError(sentence$1`${input(name)} is ${quoted(text)}: write a size such as 5 GB or 800 MB.`);
	return Number(number) * (unit?.toUpperCase() === "G" ? 1e9 : 1e6);
}
/** Of a command line: what splits it goes over a word again at each of its quotes. */
const MOST_CHARACTERS = 3e4;
/** Splits as a shell would, without expansion. Fails on an unclosed quote, a backslash at the end, and on too long a text. */
function shellWords(name, text) {
	if (text.length > MOST_CHARACTERS) throw new UserError(sentence$1`${input(name)} has more than ${MOST_CHARACTERS} characters: write them into a file, such as pytest.ini or a script.`);
	try {
		return split(text);
	} catch {
		throw new UserError(sentence$1`${input(name)} is ${quoted(text)}, which ends within a quote or after a backslash: close the quote, or put a "\\" before a quote or backslash that is meant as such.`);
	}
}
/** A path within the checkout, without `./` and `/` at its ends. Fails where it leads out. */
function relative(name, path) {
	const parts = [];
	for (const part of path.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === void 0) throw leadsOut(name, path);
	}
	if (path.startsWith("/")) throw leadsOut(name, path);
	return parts.join("/") || ".";
}
function leadsOut(name, path) {
	return new UserError(sentence$1`${input(name)} is ${quoted(path)}, which leads out of the ${words.checkout}: write a path within it.`);
}
/** A file within the checkout whose name ends in .xml. Fails on other paths. */
function xmlFile(name, path) {
	if (path.endsWith(".xml")) return relative(name, path);
	throw new UserError(sentence$1`${input(name)} is ${quoted(path)}: write a path that ends in .xml, such as junit.xml.`);
}
/** An archive within the checkout, whose ending says how it is compressed. Fails on other paths. */
function archive(name, path) {
	requireArchive(input(name), path);
	return relative(name, path);
}
/** Fails where a path's ending doesn't say how an archive is compressed; `subject` is the path's name in the sentence. */
function requireArchive(subject, path) {
	if (/\.tar(?:\.gz|\.zst)?$/.test(path)) return;
	throw new UserError(sentence$1`${subject} is ${quoted(path)}: write a path that ends in .tar, .tar.gz or .tar.zst, such as share.tar.zst.`);
}
// src/image/history.ts
/** Instructions that change nothing but the configuration. */
const CONFIGURES = new Set(`ARG CMD ENTRYPOINT ENV EXPOSE HEALTHCHECK LABEL MAINTAINER ONBUILD SHELL STOPSIGNAL USER VOLUME`.split(" "));
/**
* What `docker history --no-trunc --human=false --format '{{json .}}'` prints, the oldest first, a RUN without the
* values of build arguments. Undefined where the engine's words are not what was expected.
*/
function readHistory(printed) {
	const entries = readEntries$1(printed)?.toReversed();
	if (!entries || entries.length === 0) return void 0;
	const additions = {
		pairs: entries.flatMap(({ createdBy }) => argumentPairs(createdBy)),
		shells: ["/bin/sh -c", ...entries.flatMap(({ createdBy }) => shellOf(createdBy))]
	};
	return entries.map(({ createdBy, unpacked }) => ({
		instruction: asInstruction(createdBy, additions),
		unpacked
	}));
}
function readEntries$1(printed) {
	try {
		const entries = printed.split("\n").filter((line) => line.trim() !== "").map((line) => {
			const { CreatedBy, Size } = JSON.parse(line);
			return {
				createdBy: String(CreatedBy),
				unpacked: Number(Size)
			};
		});
		return entries.every(({ unpacked }) => Number.isInteger(unpacked)) ? entries : void 0;
	} catch {
		return;
	}
}
/** The steps that made the layers of an image that has so many. */
function layersInHistory(history, count) {
	const made = history.filter(({ instruction, unpacked }) => unpacked > 0 || makesLayer(instruction));
	let surplus = made.length - count;
	return made.filter(({ unpacked }) => unpacked > 0 || surplus-- <= 0);
}
/** The step that adds most to an image; undefined where nothing is known of it, as in an image that was imported. */
function largestInHistory(history) {
	const [largest] = history.filter(({ unpacked }) => unpacked > 0).toSorted((one, other) => other.unpacked - one.unpacked);
	return largest?.instruction === "" ? void 0 : largest;
}
/** The root is a folder of every image. */
function makesLayer(instruction) {
	return instruction !== "WORKDIR /" && !CONFIGURES.has(keywordOf(instruction));
}
/** `RUN` of `RUN true`. */
function keywordOf(instruction) {
	return instruction.split(/\s/, 1)[0] ?? "";
}
/** Pairs `NAME=value` of build arguments, as their own entries in the history have them. */
function argumentPairs(createdBy) {
	const [, text] = /^(?:\/bin\/sh -c #\(nop\) +)?ARG (.*)$/s.exec(createdBy) ?? [];
	return text === void 0 ? [] : [text, ...text.split(/\s(?=\w+=)/)];
}
/** The shell that an entry sets, if any. */
function shellOf(createdBy) {
	const [, shell] = /^(?:\/bin\/sh -c #\(nop\) +)?SHELL \[(.*)\]$/s.exec(createdBy) ?? [];
	return shell === void 0 ? [] : [shell];
}
/** An instruction as somebody wrote it, without what the builder adds to it. */
function asInstruction(createdBy, { pairs, shells }) {
	const text = createdBy.replace(/# buildkit$/, "").trim();
	const [, configured] = /^\/bin\/sh -c #\(nop\)\s+(.*)$/s.exec(text) ?? [];
	if (configured !== void 0) return configured;
	if (!(/^(?:RUN |\|\d+ )/.test(text) || shells.some((shell) => text.startsWith(`${shell} `)))) return text;
	return `RUN ${withoutShell(withoutArguments(text.replace(/^RUN /, ""), pairs), shells).trim()}`;
}
/** A base image may have lost the entry that names its shell. */
function withoutShell(command, shells) {
	const shell = shells.find((known) => command.startsWith(`${known} `));
	if (shell !== void 0) return command.slice(shell.length);
	return command.replace(/^\S*sh(?: -\w*o \w+| --?\w+)*? -\w*c /, "");
}
/** `|2 A=1 B=2 command` → `command`. A value may have spaces, so that only one that is known tells where it ends. */
function withoutArguments(text, pairs) {
	const [, count, rest = ""] = /^\|(\d+) (.*)$/s.exec(text) ?? [];
	if (count === void 0) return text;
	const longestFirst = [...pairs].sort((a, b) => b.length - a.length);
	let left = rest;
	for (let number = 0; number < Number(count); number++) {
		const pair = longestFirst.find((known) => left.startsWith(`${known} `));
		if (pair === void 0) return /\s-\w*c (.*)$/s.exec(left)?.[1] ?? "…";
		left = left.slice(pair.length + 1);
	}
	return left;
}
// src/report/outcome.ts
/** Where the server shows the commit's files; nothing outside of a repository on a server. */
function sourceAddress({ serverUrl, repository, sha }) {
	return repository === "" || sha === "" ? {} : { source: `${serverUrl}/${repository}/blob/${sha}` };
}
/** Name of a matrix leg for titles, such as `3.12, numpy`; empty outside a matrix. */
function legName(matrix) {
	try {
		const values = JSON.parse(matrix || "null");
		if (typeof values !== "object" || values === null) return "";
		return Object.values(values).map((value) => typeof value === "object" ? JSON.stringify(value) : String(value)).join(", ");
	} catch {
		return "";
	}
}
// src/image/image.ts
/** The words of an image's ENTRYPOINT, which come before any command; none where it has none. */
function entrypointOf({ config }) {
	return config.Entrypoint ?? [];
}
/** What is of interest in an image's configuration, beside all of it. */
function describeImage(image) {
	const pairs = image.config.Env ?? [];
	return {
		...image,
		workdir: image.config.WorkingDir ?? "",
		environment: Object.fromEntries(pairs.map((pair) => [pair.split("=", 1)[0] ?? "", pair.slice(pair.indexOf("=") + 1)]))
	};
}
// src/image/steps/inspect.ts
/** Takes references away, as far as they are there. An image goes with its last one, but what it was built on stays. */
async function untag(...references) {
	if (references.length > 0) await docker([
		"image",
		"rm",
		"--no-prune",
		...references
	]);
}
/** What the engine says of an image. Fails where it has none of that name. */
async function inspectImage(reference) {
	const answer = await docker([
		"image",
		"inspect",
		"--format",
		"{{json .}}",
		reference
	]);
	if (answer.exitCode !== 0) throw new Error(`The image is not in the engine: ${answer.stderr.trim()}`);
	return imageOf(JSON.parse(answer.stdout));
}
/** What is of interest in the engine's description of an image. */
function imageOf({ Id, Config, RootFS }) {
	return describeImage({
		id: Id,
		contentId: sha256(JSON.stringify([RootFS, Config])),
		config: Config ?? {}
	});
}
/** Diff IDs of an image's layers, the lowest first. Fails where the engine has no such image. */
async function layersOf(image) {
	const answer = await docker([
		"image",
		"inspect",
		"--format",
		"{{json .RootFS.Layers}}",
		image
	]);
	if (answer.exitCode !== 0) throw new Error(answer.stderr.trim());
	return JSON.parse(answer.stdout) ?? [];
}
/** What the engine says of how an image was made, the oldest step first; undefined where it can't tell. */
async function historyOf(image) {
	const { exitCode, stdout } = await docker([
		"image",
		"history",
		"--no-trunc",
		"--human=false",
		"--format",
		"{{json .}}",
		image
	]);
	return exitCode === 0 ? readHistory(stdout) : void 0;
}
// src/cache/keys.ts
/** Layout of the entries; a change of it makes all older ones unknown. */
const FORMAT = 2;
/** Prefixes of the keys of a scope; `hash` makes a hexadecimal digest of a text. */
function cachePrefixes(scope, hash) {
	const build = hash(JSON.stringify(scope.build)).slice(0, 8);
	const suffix = scope.suffix === "" ? [] : [asKeyPart(scope.suffix)];
	const any = [
		"dev-in-docker",
		`v${FORMAT}`,
		scope.store,
		scope.architecture,
		...suffix,
		build,
		""
	].join("-");
	return {
		any,
		exact: `${any}${scope.requirements.slice(0, 16)}-`
	};
}
/** The key to save under: entries can't be overwritten, so an identifier of what was built is part of it. */
function cacheKey(prefixes, contentId) {
	return prefixes.exact + contentId.slice(0, 16);
}
/** Prefixes of a run entry's keys; `hash` makes a hexadecimal digest of a text. */
function runPrefixes(scope, hash) {
	const suffix = scope.suffix === "" ? [] : [asKeyPart(scope.suffix)];
	const id = hash(JSON.stringify(scope.everything)).slice(0, 32);
	const prefix = (kind) => [
		"dev-in-docker",
		kind,
		`v${FORMAT}`,
		scope.architecture,
		...suffix,
		id,
		""
	].join("-");
	return {
		run: prefix("run"),
		prefetch: prefix("prefetch")
	};
}
/** The key to save a run entry under. */
function runKey({ run }, contentId) {
	return run + contentId.slice(0, 16);
}
/** Start of the keys under which runs of the same tests are kept to be compared with; `scope` is what tells tests apart. */
function baselinePrefix(scope, suffix, hash) {
	const parts = suffix === "" ? [] : [asKeyPart(suffix)];
	return [
		"dev-in-docker",
		"tests",
		`v${FORMAT}`,
		...parts,
		hash(JSON.stringify(scope)).slice(0, 16),
		""
	].join("-");
}
/** Start of the keys of what all tests of a job took, whatever its matrix; `job` are the names of the workflow and of the job. */
function timesPrefix(job, hash) {
	return [
		"dev-in-docker",
		"times",
		"v1",
		hash(JSON.stringify(job)).slice(0, 16),
		""
	].join("-");
}
/** The key of what the shards of a job split by in one run, all of its attempts. */
function splitKey(job, runId, hash) {
	return [
		"dev-in-docker",
		"split",
		"v1",
		hash(JSON.stringify(job)).slice(0, 16),
		runId
	].join("-");
}
/** A key for an entry that can't be overwritten, but was found unusable: the same image may have been built again. */
function keyInstead(key, unusable) {
	return unusable?.startsWith(key) ? `${unusable}-instead` : key;
}
/** Keys have no commas and at most 512 characters. */
function asKeyPart(text) {
	return text.replace(/[^A-Za-z0-9._-]+/g, "_").slice(0, 100);
}
// src/cache/request.ts
/** What came of a request, by what the client left behind: its result, or else the last that it printed. */
function judgeEnd(result, said) {
	return result ?? { trouble: `the cache client ended early: ${withoutQueries(said).trim().slice(-500)}` };
}
/** What a restore brought; `exact` is how keys of the same requirements begin. Of a look-up, there are no files to use. */
function judgeRestored({ key, bytes = 0, trouble }, exact, lookupOnly) {
	const isUsable = key !== void 0 && !lookupOnly && trouble === void 0;
	return {
		...key ? { key } : {},
		isExact: (isUsable || lookupOnly) && (key?.startsWith(exact) ?? false),
		isUsable,
		bytes,
		...trouble ? { trouble } : {}
	};
}
// src/image/layout.ts
/**
* The documents of an image in which some layers (by their old diff ID) were replaced and nothing claims to be newer than
* a time, in seconds since 1970. The manifest still names the old configuration.
*/
function withLayers({ manifest, config }, replaced, seconds) {
	const ids = config.rootfs.diff_ids;
	const isoTime = (/* @__PURE__ */ new Date(seconds * 1e3)).toISOString();
	const settled = (value) => value.created !== void 0 && !(Date.parse(value.created) <= seconds * 1e3) ? {
		...value,
		created: isoTime
	} : value;
	return {
		manifest: {
			...manifest,
			layers: manifest.layers.map((layer, index) => {
				const replacement = replaced.get(ids[index] ?? "");
				if (!replacement) return layer;
				const { digest, size, diffId } = replacement;
				return {
					...layer,
					digest,
					size,
					...digest === diffId ? {} : { mediaType: gzipType(manifest.mediaType) }
				};
			})
		},
		config: {
			...settled(config),
			rootfs: {
				...config.rootfs,
				diff_ids: ids.map((id) => replaced.get(id)?.diffId ?? id)
			},
			...config.history ? { history: config.history.map(settled) } : {}
		}
	};
}
function gzipType(manifestType) {
	return manifestType === "application/vnd.docker.distribution.manifest.v2+json" ? "application/vnd.docker.image.rootfs.diff.tar.gzip" : "application/vnd.oci.image.layer.v1.tar+gzip";
}
/** The path of a blob in a layout. */
function blobPath$1(digest) {
	return `blobs/${digest.replace(":", "/")}`;
}
/** The files of a layout besides its blobs, for one image under one reference (complete, with its registry). */
function layoutFiles(manifest, described, reference) {
	const annotations = { "io.containerd.image.name": reference };
	return {
		"oci-layout": { imageLayoutVersion: "1.0.0" },
		"index.json": {
			schemaVersion: 2,
			mediaType: "application/vnd.oci.image.index.v1+json",
			manifests: [{
				...described,
				annotations
			}]
		},
		"manifest.json": [{
			Config: blobPath$1(manifest.config.digest),
			RepoTags: [reference],
			Layers: manifest.layers.map(({ digest }) => blobPath$1(digest))
		}]
	};
}
// src/cache/inline-cache.ts
const INLINE_CACHE = "moby.buildkit.cache.v0";
/**
* The configuration of a rebuilt image, with what it forgot put back. On the classic image store BuildKit drops the
* layers of steps that it took from a cache (its exporter knows only layers that it made itself), so that a second
* change of the requirements would find nothing to start from. Steps have the same digest in both images, and layers
* count from the base, so a record of the older image holds as long as the layers up to its own are the same.
* Texts are JSON; base64 is decoded and encoded, nothing else. Returns nothing where nothing was forgotten. The restored
* text may be anybody's: of one that BuildKit did not write, nothing is put back.
*/
function withRememberedLayers(rebuilt, restored) {
	const config = JSON.parse(rebuilt);
	const older = readOlder(restored);
	const layers = config.rootfs?.diff_ids ?? [];
	const firstDifference = layers.findIndex((layer, index) => layer !== older.layers[index]);
	const common = firstDifference < 0 ? layers.length : firstDifference;
	const remembered = new Map(older.records.map((record) => [record.digest, record.layers ?? []]));
	let isChanged = false;
	const merged = records(config).map((record) => {
		const known = remembered.get(record.digest) ?? [];
		if (!((record.layers ?? []).length === 0 && known.length > 0) || known.some(({ layer }) => layer >= common)) return record;
		isChanged = true;
		return {
			...record,
			layers: known
		};
	});
	if (!isChanged) return void 0;
	return JSON.stringify({
		...config,
		[INLINE_CACHE]: btoa(JSON.stringify(merged))
	});
}
function readOlder(text) {
	try {
		const config = JSON.parse(text);
		const [layers, found] = [config.rootfs?.diff_ids ?? [], records(config)];
		return Array.isArray(layers) && found.every(isRecordOfLayers) ? {
			layers,
			records: found
		} : NOTHING;
	} catch {
		return NOTHING;
	}
}
const NOTHING = {
	layers: [],
	records: []
};
function isRecordOfLayers({ digest, layers = [] }) {
	return typeof digest === "string" && layers.every(({ layer }) => Number.isSafeInteger(layer) && layer >= 0);
}
function records(config) {
	return JSON.parse(atob(config[INLINE_CACHE] ?? btoa("[]")));
}
// src/cache/steps/layout.ts
/** Digest of the one manifest in an OCI layout (opencontainers/image-spec). Fails where there is none. */
async function manifestDigest(layout) {
	const [manifest] = (await readIndex(layout)).manifests;
	if (!manifest || !/^sha256:[0-9a-f]{64}$/.test(manifest.digest)) throw new Error("the image layout has no manifest");
	return manifest.digest;
}
/** Manifest of the image in an OCI layout, as text. */
async function readManifest(layout) {
	return readBlob(layout, await manifestDigest(layout));
}
/** Configuration of the image in an OCI layout, as text. */
async function readConfig(layout) {
	return readBlob(layout, (await parseManifest(layout)).config.digest);
}
/** Puts back into an image's inline cache what an older image knew of its layers. */
async function rememberLayers(layout, olderConfig) {
	const manifest = await parseManifest(layout);
	const remembered = withRememberedLayers(await readConfig(layout), olderConfig);
	if (remembered === void 0) return;
	const config = await writeBlob(layout, remembered);
	const changed = await writeBlob(layout, JSON.stringify({
		...manifest,
		config: {
			...manifest.config,
			...config
		}
	}));
	const index = await readIndex(layout);
	const manifests = index.manifests.map((descriptor) => ({
		...descriptor,
		...changed
	}));
	await writeFile(join(layout, "index.json"), JSON.stringify({
		...index,
		manifests
	}));
}
/** Makes the folders of a layout, and all files in it but the layers: no link is followed, since there is nothing before. */
async function writeDocuments(layout, { manifest, config }) {
	await mkdir(join(layout, "blobs", "sha256"), { recursive: true });
	await writeBlob(layout, config);
	const manifests = [await writeBlob(layout, manifest)];
	await writeFile(join(layout, "oci-layout"), JSON.stringify({ imageLayoutVersion: "1.0.0" }), { flag: "wx" });
	await writeFile(join(layout, "index.json"), JSON.stringify({
		schemaVersion: 2,
		manifests
	}), { flag: "wx" });
}
async function readIndex(layout) {
	return JSON.parse(await readFile(join(layout, "index.json"), "utf8"));
}
async function parseManifest(layout) {
	return JSON.parse(await readManifest(layout));
}
function blobPath(layout, digest) {
	return join(layout, blobPath$1(digest));
}
function readBlob(layout, digest) {
	return readFile(blobPath(layout, digest), "utf8");
}
/** Writes a blob where it is missing: it is named by its content, and those that docker wrote can't be written to. */
async function writeBlob(layout, text) {
	const digest = `sha256:${sha256(text)}`;
	await writeFile(blobPath(layout, digest), text, { flag: "wx" }).catch((error) => {
		if (error.code !== "EEXIST") throw error;
	});
	return {
		digest,
		size: Buffer.byteLength(text)
	};
}
// src/cache/steps/entries.ts
/** Fetches the newest entry for these requirements, or else for others. Trouble is a value. */
async function restoreCache(plan, { temp, signal }) {
	if (plan.restore === "no") return {
		isExact: false,
		bytes: 0,
		seconds: 0
	};
	const keys = cachePrefixes(plan.scope, sha256);
	const folder = join(temp, "restore");
	const lookupOnly = plan.restore === "lookup";
	const request = {
		action: "restore",
		keys,
		lookupOnly
	};
	const [result, seconds] = await timed(() => runClient(folder, request, signal));
	const { isUsable, ...found } = judgeRestored(result, keys.exact, lookupOnly);
	return {
		...found,
		...isUsable ? { entry: await readEntry$1(join(folder, "image")) } : {},
		seconds
	};
}
async function readEntry$1(folder) {
	return {
		folder,
		digest: await manifestDigest(folder),
		config: await readConfig(folder)
	};
}
/** Frees the disk that a restored entry takes. */
async function discardRestored(temp) {
	await rm(join(temp, "restore"), {
		recursive: true,
		force: true
	});
}
/** Saves an image, in a process that outlives a cancelled main. Trouble is a value. */
async function saveEntry(request, temp) {
	const folder = saveFolder(temp, request.entry.kind);
	const [result, seconds] = await timed(() => runClient(folder, {
		action: "save",
		...request
	}));
	return {
		bytes: 0,
		...result,
		seconds
	};
}
/** Waits for saves that main left under way; does those again whose process was ended. */
async function finishSaves(temp) {
	await Promise.all([finishSave(saveFolder(temp, "run")), finishSave(saveFolder(temp, "build"))]);
}
/** Folder of a save, for post to look into. */
function saveFolder(temp, kind) {
	return join(temp, `save-${kind}`);
}
async function finishSave(folder) {
	const request = await readJson(join(folder, "request.json"));
	if (!request) return;
	const pid = Number(await readFile(join(folder, "pid"), "utf8").catch(() => "0"));
	while (pid > 0 && isAlive(pid)) await setTimeout$1(100);
	if (await readJson(join(folder, "result.json"))) return;
	await rm(folder, {
		recursive: true,
		force: true
	});
	if (request.action !== "save") return;
	await runClient(folder, {
		...request,
		key: `${request.key}-again`
	});
}
/** Runs the cache client; a signal ends it. */
async function runClient(folder, request, signal) {
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, "request.json"), JSON.stringify(request));
	const log = await open(join(folder, "log"), "w");
	const script = fileURLToPath(new URL("./cache-client.js", import.meta.url));
	const client = spawn(process.execPath, [script, folder], {
		detached: true,
		stdio: [
			"ignore",
			log.fd,
			log.fd
		],
		env: cacheEnvironment()
	});
	await writeFile(join(folder, "pid"), String(client.pid ?? 0));
	signal?.addEventListener("abort", () => client.kill(), { once: true });
	if (signal?.aborted) client.kill();
	await new Promise((resolve, reject) => client.on("close", resolve).on("error", reject));
	await log.close();
	const said = await readFile(join(folder, "log"), "utf8");
	return judgeEnd(await readJson(join(folder, "result.json")), said);
}
async function readJson(path) {
	try {
		return JSON.parse(await readFile(path, "utf8"));
	} catch {
		return;
	}
}
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
const TYPES = {
	file: "0",
	link: "2",
	directory: "5"
};
/** An archive in the format of POSIX (ustar). Fails on names and targets that are longer than LONGEST_NAME. */
function makeTar(entries) {
	return joined([...entries.flatMap((entry) => {
		const content = entry.kind === "file" && entry.content || /* @__PURE__ */ new Uint8Array();
		return [tarHeader({
			name: entry.name,
			type: TYPES[entry.kind],
			mode: entry.kind === "file" ? 420 : 493,
			size: content.length,
			link: entry.kind === "link" ? entry.target : ""
		}), withPadding(content)];
	}), /* @__PURE__ */ new Uint8Array(1024)]);
}
/** The block before an entry's content. Fails as makeTar does. */
function tarHeader(entry) {
	const block = /* @__PURE__ */ new Uint8Array(512);
	const put = (at, text, room) => {
		const bytes = new TextEncoder().encode(text);
		if (bytes.length > room) throw new Error(`${text} is too long for an archive`);
		block.set(bytes, at);
	};
	const octal = (value, digits) => `${value.toString(8).padStart(digits, "0")}\0`;
	put(0, entry.name, 100);
	put(100, octal(entry.mode, 7), 8);
	put(108, octal(0, 7), 8);
	put(116, octal(0, 7), 8);
	putSize(block, entry.size);
	put(136, octal(0, 11), 12);
	put(156, entry.type, 1);
	put(157, entry.link, 100);
	put(257, "ustar\x0000", 8);
	return withSum(block);
}
/** Eleven octal digits, or from 8 GiB on a number of bytes with the first bit set (GNU, read by Go too). */
function putSize(block, size) {
	if (size < 8 ** 11) {
		block.set(new TextEncoder().encode(`${size.toString(8).padStart(11, "0")}\0`), 124);
		return;
	}
	block[124] = 128;
	new DataView(block.buffer).setBigUint64(128, BigInt(size));
}
/** A header with another time of modification, in seconds since 1970. */
function setTime(header, seconds) {
	const block = new Uint8Array(header);
	block.set(new TextEncoder().encode(`${seconds.toString(8).padStart(11, "0")}\0`), 136);
	return withSum(block);
}
/** Content as it stands in an archive: whole blocks. */
function withPadding(content) {
	return joined([content, new Uint8Array(paddedSize(content.length) - content.length)]);
}
/** Bytes that content of so many bytes takes in an archive. */
function paddedSize(bytes) {
	return Math.ceil(bytes / 512) * 512;
}
/** Some bytes after each other. */
function joined(pieces) {
	const [first] = pieces;
	if (first && pieces.length === 1) return first;
	const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}
/** Fills in a header's sum, which counts its own place as blanks. */
function withSum(block) {
	const put = (text) => block.set(new TextEncoder().encode(text), 148);
	put(" ".repeat(8));
	put(`${block.reduce((total, byte) => total + byte, 0).toString(8).padStart(6, "0")}\0 `);
	return block;
}
// src/cache/top-level.ts
/** The most entries of a root directory: each becomes an argument of docker. */
const MOST_NAMES = 1e3;
/** What Docker makes itself in every container. */
const DOCKERS = [
	"proc",
	"sys",
	"dev",
	".dockerenv"
];
/** Whether Docker makes this entry of the root directory itself, so that it is none of the image's. */
function isDockers(name) {
	return DOCKERS.includes(name);
}
/**
* What an entry of an image's archive is to the image's root directory, if it lies in it and isn't Docker's. Fails where
* it can neither be mounted nor be made anew.
*/
function topLevelOf({ path, type, target }) {
	const name = path.replace(/\/$/, "");
	if (name.includes("/") || isDockers(name)) return void 0;
	if (![name, target].every(isKept)) throw new Error(`/${name} in the image has a name that is too long, or isn't UTF-8`);
	if (!isSingleName(name)) throw new Error(`the image has a name in / that nothing can be mounted at: ${quoted(name)}`);
	if (type === "other" || type === "hard link") throw new Error(`/${name} in the image is neither a directory, nor a file of its own, nor a symbolic link`);
	if (type !== "link") return {
		name,
		kind: type
	};
	if (!isTarget(target)) throw new Error(`/${name} in the image is a link that leads nowhere`);
	return {
		name,
		kind: type,
		target
	};
}
/** The root directory that a foreign value describes; undefined where one entry is not such as topLevelOf makes them. */
function readTopLevel(value) {
	if (!Array.isArray(value) || value.length > MOST_NAMES) return void 0;
	const entries = value.map(readEntry).filter((entry) => entry !== void 0);
	return new Set(entries.map(({ name }) => name)).size === value.length ? entries : void 0;
}
function readEntry(value) {
	if (!isRecord(value)) return void 0;
	const { name, kind, target } = value;
	if (typeof name !== "string" || !isSingleName(name) || !isKept(name) || isDockers(name)) return void 0;
	if (kind === "directory" || kind === "file") return {
		name,
		kind
	};
	return kind === "link" && typeof target === "string" && isTarget(target) ? {
		name,
		kind,
		target
	} : void 0;
}
/** Whether something can be mounted at that name in the root directory, and nowhere else. */
function isSingleName(name) {
	return name !== "" && name !== "." && !name.includes("/") && isMountable(`/${name}`);
}
function isTarget(target) {
	return target !== "" && !target.includes("\0") && isKept(target);
}
/** Whether an archive keeps a name or target as it is. */
function isKept(text) {
	return text.isWellFormed() && !text.includes("�") && byteLength(text) <= 100;
}
// src/mount/steps/unmount.ts
/** Where the parts of a mounted image are, within the run's own folder. */
function mountFolder(temp) {
	return join(temp, "mount");
}
/** Mount points in the order in which they come off: the overlay, the squashfs in it, the file that holds it. */
const MOUNT_POINTS = [
	"merged",
	"lower",
	"image"
];
/** Takes off all mounts of a run, lazily those that are still in use; does nothing where there are none. */
async function unmountAll(temp) {
	for (const name of MOUNT_POINTS) await unmount(join(mountFolder(temp), name));
}
/** Removes a run's mount folder, in which the engine made files as root. */
async function removeMountFolder(temp) {
	const folder = mountFolder(temp);
	await rm(folder, {
		recursive: true,
		force: true
	}).catch(() => runAsRoot([
		"rm",
		"--recursive",
		"--force",
		"--one-file-system",
		folder
	]));
}
async function unmount(path) {
	for (let tries = 0; await isMounted(path); tries++) {
		const isLazy = tries > 20;
		const { exitCode } = await runAsRoot([
			"umount",
			...isLazy ? ["--lazy"] : [],
			path
		]);
		if (exitCode === 0 || isLazy) return;
		await setTimeout$1(25);
	}
}
async function isMounted(path) {
	const mounts = await readFile("/proc/self/mountinfo", "utf8");
	const escaped = path.replace(/[\s\\]/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`);
	return mounts.split("\n").some((line) => line.split(" ")[4] === escaped);
}
// src/cache/steps/http.ts
const http = process.getBuiltinModule("node:http");
const https = process.getBuiltinModule("node:https");
const AGENTS = {
	http: new http.Agent({ keepAlive: true }),
	https: new https.Agent({ keepAlive: true })
};
/** Sends a request over a connection that is kept. Rejects where there is none, or nothing comes back in time. */
function send(url, { method, headers, body, idle }) {
	return new Promise((resolve, reject) => {
		const address = new URL(url);
		const isSecure = address.protocol === "https:";
		const options = {
			method,
			headers,
			agent: isSecure ? AGENTS.https : AGENTS.http
		};
		const call = (isSecure ? https : http).request(address, options, (answer) => {
			resolve({
				status: answer.statusCode ?? 0,
				headers: answer.headers,
				body: answer
			});
		});
		call.setTimeout(idle, () => call.destroy(/* @__PURE__ */ new Error(`nothing came for ${idle / 1e3} s`)));
		call.on("error", reject);
		call.end(body);
	});
}
/** Blob storage wants a version named (learn.microsoft.com/rest/api/storageservices/get-blob). */
const STORAGE_HEADERS = { "x-ms-version": "2020-10-02" };
// src/cache/answers.ts
/** Reads an answer; `retryAfter` is that header, in seconds, empty where there is none. */
function readAnswer(name, status, said, retryAfter = "") {
	if (status === 429 || status >= 500) {
		const seconds = Number(retryAfter);
		return {
			problem: `the cache service answers HTTP ${status}`,
			milliseconds: seconds > 0 ? seconds * 1e3 : 0
		};
	}
	const fields = parseFields(said);
	return fields ? {
		status,
		fields
	} : {
		problem: unknown(name, status),
		milliseconds: 0
	};
}
/** Judges the answer to CreateCacheEntry. */
function judgeReserve({ status, fields }) {
	const uploadUrl = fields.signed_upload_url;
	if (status === 200 && fields.ok === true && isAddress(uploadUrl)) return { uploadUrl };
	const said = sentence(fields);
	if (said !== void 0) return { refused: said };
	if (status === 409 || saysNo({
		status,
		fields
	})) return { refused: "the cache service refused it" };
	return { problem: unknown("CreateCacheEntry", status) };
}
/** Judges the answer to GetCacheEntryDownloadURL, which asked for entries whose keys begin so. */
function judgeFind({ status, fields }, prefix) {
	const { signed_download_url: url, matched_key: key } = fields;
	if (status === 200 && fields.ok === true && isAddress(url) && typeof key === "string" && key.startsWith(prefix)) return {
		key,
		url
	};
	return saysNo({
		status,
		fields
	}) ? { nothing: true } : { problem: problemOf("GetCacheEntryDownloadURL", {
		status,
		fields
	}) };
}
/** Judges the answer to FinalizeCacheEntryUpload: why the blob is no entry; undefined where it is one. */
function judgeFinalize({ status, fields }) {
	return status === 200 && fields.ok === true ? void 0 : problemOf("FinalizeCacheEntryUpload", {
		status,
		fields
	});
}
/** Protobuf leaves out what is false, so a no may say nothing at all. */
function saysNo({ status, fields }) {
	return status === 200 && (fields.ok === false || Object.keys(fields).length === 0);
}
function isAddress(value) {
	return typeof value === "string" && /^https?:\/\//.test(value) && URL.canParse(value);
}
/** What the service says in words: `message` in an answer, `msg` in an error. */
function sentence({ message, msg }) {
	const said = [message, msg].find((said) => typeof said === "string" && said !== "");
	return said === void 0 ? void 0 : withoutQueries(said);
}
function problemOf(name, { status, fields }) {
	const said = sentence(fields);
	return said === void 0 ? unknown(name, status) : `the cache service says: ${said}`;
}
function unknown(name, status) {
	return `the cache service gave an answer to ${name} that is not known (HTTP ${status})`;
}
function parseFields(said) {
	try {
		const parsed = JSON.parse(said);
		return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : void 0;
	} catch {
		return;
	}
}
// src/cache/steps/service.ts
/** Part of an entry's identity beside its key, which sets our blobs apart: SHA-256 of `dev-in-docker run entry 1`. */
const VERSION = "2b415eac2f560fd0d4895821f383f49cf5de3a717fa249a93c960cfafa11e07e";
const TRIES = 4;
const FIRST_PAUSE_MILLISECONDS = 500;
const LONGEST_PAUSE_MILLISECONDS = 5e3;
const IDLE_MILLISECONDS$1 = 1e4;
/** Reserves a key and returns where to put its blob, or why not. Rejects where the service can't be understood. */
async function reserve(service, key) {
	const reserved = judgeReserve(await call(service, "CreateCacheEntry", {
		key,
		version: VERSION
	}));
	if ("problem" in reserved) throw new Error(reserved.problem);
	return reserved;
}
/** Makes an uploaded blob of so many bytes an entry. Rejects where that is refused. */
async function finalize(service, key, bytes) {
	const problem = judgeFinalize(await call(service, "FinalizeCacheEntryUpload", {
		key,
		version: VERSION,
		size_bytes: String(bytes)
	}));
	if (problem !== void 0) throw new Error(problem);
}
/**
* The newest entry whose key begins so, or else the newest whose key begins with a start of that; and the address of its
* blob. Rejects where the service can't be understood.
*/
async function find(service, prefix, start = prefix) {
	const found = judgeFind(await call(service, "GetCacheEntryDownloadURL", {
		key: prefix,
		restore_keys: [.../* @__PURE__ */ new Set([prefix, start])],
		version: VERSION
	}), start);
	if ("problem" in found) throw new Error(found.problem);
	return "key" in found ? found : void 0;
}
async function call(service, name, request) {
	let pause = FIRST_PAUSE_MILLISECONDS;
	for (let tries = 1;; tries++, pause *= 2) {
		const answer = await callOnce(service, name, request).catch((error) => ({
			problem: messageOf(error),
			milliseconds: 0
		}));
		if ("fields" in answer) return answer;
		const milliseconds = Math.max(pause, answer.milliseconds);
		if (tries === TRIES || milliseconds > LONGEST_PAUSE_MILLISECONDS) throw new Error(answer.problem);
		await setTimeout$1(milliseconds);
	}
}
async function callOnce({ url, token }, name, request) {
	const { status, headers, body } = await send(new URL(`/twirp/github.actions.results.api.v1.CacheService/${name}`, url).href, {
		method: "POST",
		headers: {
			authorization: `Bearer ${token}`,
			"content-type": "application/json",
			"user-agent": "dev-in-docker"
		},
		body: JSON.stringify(request),
		idle: IDLE_MILLISECONDS$1
	}).catch((error) => Promise.reject(/* @__PURE__ */ new Error(`the cache service can not be reached (${messageOf(error)})`)));
	return readAnswer(name, status, await text(body), headers["retry-after"]);
}
// src/cache/steps/texts.ts
const IDLE_MILLISECONDS = 1e4;
/** At most so many bytes of the newest text whose key begins so; empty where there is none, or it can't be had. Never rejects. */
async function fetchText(service, prefix, mostBytes) {
	try {
		const found = await find(service, prefix);
		if (!found) return "";
		const headers = {
			...STORAGE_HEADERS,
			range: `bytes=0-${mostBytes - 1}`
		};
		const { status, body } = await send(found.url, {
			method: "GET",
			headers,
			idle: IDLE_MILLISECONDS
		});
		if (status === 206) return await text(body);
		body.destroy();
		return "";
	} catch {
		return "";
	}
}
/** Keeps a text under a key and returns the key; undefined where that can't be done. Never rejects. */
async function keepText(service, key, body) {
	try {
		const reserved = await reserve(service, key);
		if ("refused" in reserved) return void 0;
		const bytes = Buffer.byteLength(body);
		const headers = {
			...STORAGE_HEADERS,
			"x-ms-blob-type": "BlockBlob",
			"content-length": String(bytes)
		};
		const answer = await send(reserved.uploadUrl, {
			method: "PUT",
			headers,
			body,
			idle: IDLE_MILLISECONDS
		});
		await buffer(answer.body);
		if (answer.status !== 201) return void 0;
		await finalize(service, key, bytes);
		return key;
	} catch {
		return;
	}
}
// src/pytest/baseline.ts
/** Bytes that a baseline takes at most; 50,000 tests need a third. */
const MOST_BASELINE_BYTES = 4 << 20;
const MOST_TESTS = 1e5;
const MOST_SLOWER = 10;
/** A test is slower if it takes half as much again, and half a second more: less is noise on a shared machine. */
const SLOWER_FACTOR = 1.5;
const SLOWER_SECONDS = .5;
const MOST_SECONDS = 1e6;
/** The text that a run is kept as. */
function formatBaseline(sha, ran, shorten) {
	const tests = ran.slice(0, MOST_TESTS).map((test) => [shorten(test.nodeId), [test.isFailed ? 1 : 0, Math.round(secondsOf(test) * 1e3)]]);
	return JSON.stringify({
		sha,
		tests: Object.fromEntries(tests)
	});
}
/** Reads such a text; undefined where it is none. Never throws. */
function parseBaseline(text) {
	if (text === "" || text.length > 4194304) return void 0;
	const value = parse(text);
	if (!isObject(value) || typeof value.sha !== "string" || !isObject(value.tests)) return void 0;
	if (!/^[0-9a-f]{7,64}$/.test(value.sha)) return void 0;
	const tests = /* @__PURE__ */ new Map();
	for (const [name, told] of Object.entries(value.tests)) {
		const [failed, milliseconds] = Array.isArray(told) ? told : [];
		if (typeof milliseconds !== "number" || !(milliseconds >= 0 && milliseconds < MOST_SECONDS * 1e3)) continue;
		tests.set(name, {
			isFailed: failed === 1,
			seconds: milliseconds / 1e3
		});
	}
	return {
		sha: value.sha,
		tests
	};
}
/** Compares a run with a baseline. */
function compare(baseline, ran, shorten) {
	const comparison = {
		sha: baseline.sha,
		newFailures: /* @__PURE__ */ new Set(),
		fixed: 0,
		added: 0,
		slower: [],
		change: 0
	};
	for (const test of ran) {
		const before = baseline.tests.get(shorten(test.nodeId));
		const seconds = secondsOf(test);
		if (test.isFailed && !before?.isFailed) comparison.newFailures.add(test.nodeId);
		if (!before) {
			comparison.added += 1;
			continue;
		}
		if (!test.isFailed && before.isFailed) comparison.fixed += 1;
		comparison.change += seconds - before.seconds;
		if (seconds > before.seconds * SLOWER_FACTOR && seconds > before.seconds + SLOWER_SECONDS) comparison.slower.push({
			nodeId: test.nodeId,
			before: before.seconds,
			seconds
		});
	}
	comparison.slower.sort((a, b) => b.seconds - b.before - (a.seconds - a.before)).splice(MOST_SLOWER);
	return comparison;
}
/** Whether a run tells enough news to be kept in place of the baseline: other tests, other outcomes, or other seconds. */
function isNews(baseline, ran, shorten) {
	if (ran.length === 0) return false;
	if (!baseline || baseline.tests.size !== Math.min(ran.length, MOST_TESTS)) return true;
	const { newFailures, fixed, added, slower, change } = compare(baseline, ran, shorten);
	const before = [...baseline.tests.values()].reduce((all, { seconds }) => all + seconds, 0);
	const isQuicker = -change > before / 5 && -change > SLOWER_SECONDS;
	return newFailures.size + fixed + added + slower.length > 0 || isQuicker;
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// src/engine/steps/container.ts
/** Signals that tell this process to stop. */
const SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
/**
* Runs a container until it has ended, by itself or by the word to stop. `attach` starts docker with the container's
* name, and ends it when its signal says so. Resolves with docker's exit code, or null where a signal ended docker. The
* container may still be there: it is the caller's to remove, and no other removal is under way by then.
*/
async function runToEnd(name, attach, { signal, isInterruptible, graceSeconds }) {
	const client = new AbortController();
	const run = {
		name,
		hasEnded: false
	};
	let removing = Promise.resolve();
	const remove = () => {
		client.abort();
		removing = removing.then(() => removeContainers([name]));
		return removing;
	};
	const stop = async () => {
		if (signal.reason === "SIGINT" && isInterruptible) {
			for (const another of SIGNALS) process.once(another, remove);
			if (await interrupt(name)) return;
		}
		await (graceSeconds === void 0 ? remove() : stopInTime(run, signal.reason, graceSeconds));
	};
	let stopping;
	const onStop = () => {
		stopping = stop();
	};
	if (signal.aborted) client.abort();
	signal.addEventListener("abort", onStop, { once: true });
	try {
		return await attach(client.signal);
	} finally {
		run.hasEnded = true;
		signal.removeEventListener("abort", onStop);
		for (const another of SIGNALS) process.off(another, remove);
		await stopping;
		await removing;
	}
}
/** Removes containers, by names or IDs, with their volumes, whatever state they are in; those that are not there are passed over. */
async function removeContainers(names) {
	if (names.length > 0) await docker([
		"rm",
		"--force",
		"--volumes",
		...names
	]);
}
/** Whether the command could be told: it may not have begun yet. */
async function interrupt(name) {
	const { exitCode } = await docker([
		"kill",
		"--signal",
		"SIGINT",
		name
	]);
	return exitCode === 0;
}
async function stopInTime(run, signal, seconds) {
	const args = [
		"stop",
		"--signal",
		signal,
		"-t",
		String(seconds),
		run.name
	];
	while (!run.hasEnded) {
		await docker(args);
		await setTimeout$1(100);
	}
}
// src/image/tar-entries.ts
const LONGEST_PAX_BYTES = 1 << 20;
/**
* The entries of an archive, then the blocks from its end mark on; without these it was cut short. Fails on what
* Docker never writes.
*/
async function* readEntries(source) {
	const input = readerOf(source);
	for (;;) {
		const first = await input.take(512);
		if (first === void 0) return;
		if (first.every((byte) => byte === 0)) {
			yield { end: after(first, input) };
			return;
		}
		const pax = typeOf(first) === "x" ? readPax(await input.take(paddedSize(paxSize(first))), paxSize(first)) : void 0;
		const header = pax === void 0 ? first : await input.take(512);
		if (header === void 0) return;
		const type = typeOf(header);
		const size = type === "0" ? sizeOf(header, pax ?? []) : 0;
		yield {
			first,
			header,
			pax,
			type,
			path: pathOf(header, pax ?? []),
			size,
			blocks: () => input.pass(paddedSize(size))
		};
	}
}
/** The blocks before an entry's content, as they were. */
function headersOf({ first, header, pax }) {
	return pax ? [
		first,
		recordBlocks(pax),
		header
	] : [header];
}
/** The blocks of other records for an entry, with a header of their own; none for none. */
function paxHeaders(records) {
	if (records.length === 0) return [];
	return [tarHeader({
		name: "pax",
		type: "x",
		mode: 420,
		size: records.reduce((sum, { bytes }) => sum + bytes.length, 0),
		link: ""
	}), recordBlocks(records)];
}
function recordBlocks(records) {
	return withPadding(joined(records.map(({ bytes }) => bytes)));
}
/** An entry's content without its padding. */
async function* contentOf({ size, blocks }) {
	let left = size;
	for await (const piece of blocks()) {
		if (left > 0) yield piece.subarray(0, left);
		left -= piece.length;
	}
}
async function* after(first, input) {
	yield first;
	yield* input.pass(Number.POSITIVE_INFINITY);
}
/** The value of an entry's last record of that name. */
function recordOf(pax, key) {
	return pax.findLast((record) => record.key === key)?.value;
}
/** Text of a field of a header, up to its first zero. */
function textAt(block, at, room) {
	const field = block.subarray(at, at + room);
	const end = field.indexOf(0);
	return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}
function pathOf(header, pax) {
	const long = recordOf(pax, "path");
	if (long) return new TextDecoder().decode(long);
	const prefix = textAt(header, 345, 155);
	return `${prefix === "" ? "" : `${prefix}/`}${textAt(header, 0, 100)}`;
}
function typeOf(header) {
	return String.fromCharCode(header[156] || 48);
}
function sizeOf(header, pax) {
	const large = recordOf(pax, "size");
	const size = large ? new TextDecoder().decode(large) : textAt(header, 124, 12).trim();
	const bytes = Number.parseInt(size || "0", large ? 10 : 8);
	if (!/^\d*$/.test(size) || !Number.isSafeInteger(bytes)) throw new Error(`the archive has an entry of the size ${size}`);
	return bytes;
}
function paxSize(header) {
	const size = sizeOf(header, []);
	if (size > LONGEST_PAX_BYTES) throw new Error("the archive has an entry with too many attributes");
	return size;
}
/** Records such as `17 path=größe\n`, where the number is the length of the whole record; values may have any bytes. */
function readPax(blocks, size) {
	const records = [];
	let rest = (blocks ?? /* @__PURE__ */ new Uint8Array()).subarray(0, size);
	while (rest.length > 0) {
		const blank = rest.indexOf(32);
		const length = Number(new TextDecoder().decode(rest.subarray(0, Math.max(blank, 0))) || NaN);
		const bytes = rest.subarray(0, length);
		const equals = bytes.indexOf(61);
		if (!(length > equals) || equals < blank || bytes.length !== length || bytes.at(-1) !== 10) throw new Error("the archive has an entry with attributes that can not be read");
		const key = new TextDecoder().decode(bytes.subarray(blank + 1, equals));
		records.push({
			key,
			value: bytes.subarray(equals + 1, -1),
			bytes
		});
		rest = rest.subarray(length);
	}
	return records;
}
/** A reader of the bytes that come, however they are cut. */
function readerOf(source) {
	const chunks = source[Symbol.asyncIterator]();
	let rest = /* @__PURE__ */ new Uint8Array();
	/** At most so many bytes, and none only at the end. */
	const some = async (count) => {
		while (rest.length === 0) {
			const { value, done } = await chunks.next();
			if (done) return rest;
			rest = value;
		}
		const piece = rest.subarray(0, count);
		rest = rest.subarray(piece.length);
		return piece;
	};
	async function* pass(count) {
		for (let left = count; left > 0;) {
			const piece = await some(left);
			if (piece.length === 0) return;
			left -= piece.length;
			yield piece;
		}
	}
	const take = async (count) => {
		const pieces = [];
		for await (const piece of pass(count)) pieces.push(piece);
		const bytes = joined(pieces);
		return bytes.length === count ? bytes : void 0;
	};
	return {
		take,
		pass
	};
}
// src/legs/gather.ts
const MOST_FAILURES = 5e3;
const MOST_FLAKY = 200;
const MOST_SLOWEST = 50;
/** Nothing yet. */
function gatherNothing() {
	return {
		legs: [],
		tests: /* @__PURE__ */ new Map(),
		failures: /* @__PURE__ */ new Map(),
		flaky: /* @__PURE__ */ new Map(),
		slowest: [],
		groups: /* @__PURE__ */ new Map()
	};
}
/** Adds a leg. */
function gather(all, leg, tests, suite) {
	const { failures, flaky, slowest, reasons: _, warnings: __, ...rest } = leg;
	const name = labelOf(leg);
	const gathered = {
		...rest,
		failures: failures.length,
		flaky: flaky.length
	};
	all.legs.push(gathered);
	addTests(all, leg.job, tests);
	for (const failure of failures) addFailure(all.failures, failure, name);
	for (const { nodeId, message } of flaky) {
		const known = all.flaky.get(nodeId);
		if (known) known.legs.push(name);
		else if (all.flaky.size < MOST_FLAKY) all.flaky.set(nodeId, {
			message,
			legs: [name]
		});
	}
	all.slowest = [...all.slowest, ...slowest].sort((a, b) => secondsOf(b) - secondsOf(a)).slice(0, MOST_SLOWEST);
	if (leg.shard) addToGroup(all.groups, gathered, tests, suite);
}
/** What a leg is called: its values in the matrix, or else which of how many it is. */
function labelOf({ job, name, index, total }) {
	return name === "" ? total > 1 ? `${job} ${index + 1}/${total}` : job : name;
}
/** Whether each leg went through all of its tests, red or green: only then they are a measure for later runs. */
function wentThrough({ legs }) {
	return legs.every(({ exitCode }) => exitCode === 0 || exitCode === 1);
}
/** The numbers of all legs together. */
function countsOfAll(legs) {
	const counts = noCounts();
	for (const leg of legs) for (const name of namesOf(counts)) counts[name] += leg.counts[name];
	return counts;
}
function namesOf(counts) {
	return Object.keys(counts).filter((name) => Object.hasOwn(counts, name));
}
function addTests(all, job, tests) {
	const ofJob = all.tests.get(job) ?? /* @__PURE__ */ new Map();
	all.tests.set(job, ofJob);
	for (const { nodeId, outcome, seconds } of tests) {
		if (![
			"passed",
			"failed",
			"error"
		].includes(outcome)) continue;
		const known = ofJob.get(nodeId) ?? {
			runs: 0,
			seconds: 0,
			isFailed: false
		};
		known.runs += 1;
		known.seconds += seconds;
		known.isFailed ||= outcome === "failed" || outcome === "error";
		ofJob.set(nodeId, known);
	}
}
function addFailure(failures, failure, leg) {
	const reason = failure.message.replace(/0x[0-9a-f]+|\d+/gi, "#");
	const key = JSON.stringify([
		failure.nodeId,
		failure.phase,
		reason
	]);
	const known = failures.get(key);
	if (known) {
		if (!known.legs.includes(leg)) known.legs.push(leg);
	} else if (failures.size < MOST_FAILURES) failures.set(key, {
		failure,
		legs: [leg]
	});
}
function addToGroup(groups, leg, tests, suite) {
	const name = withoutShard(leg);
	const key = JSON.stringify([
		leg.job,
		leg.step,
		callOf(leg),
		leg.shard?.total,
		name
	]);
	const group = groups.get(key) ?? {
		name,
		legs: [],
		runs: /* @__PURE__ */ new Map(),
		suite
	};
	groups.set(key, group);
	group.legs.push(leg);
	for (const { nodeId } of tests) group.runs.set(nodeId, (group.runs.get(nodeId) ?? 0) + 1);
}
/** The leg's name without the value that says which shard it is; shards that differ in nothing else are one suite. */
function withoutShard({ name, shard }) {
	const values = name.split(", ");
	const at = values.findIndex((value) => value === `${shard?.index}` || value === `${shard?.index}/${shard?.total}`);
	return at < 0 ? "" : values.toSpliced(at, 1).join(", ");
}
/**
* The call of a workflow that a job is in; legs of one matrix are in the same. In a place such as `call.test.3_12`, what
* stands behind the job tells the leg, in a form that GitHub does not document.
*/
function callOf({ place, job }) {
	const parts = place.split(".");
	const own = parts.findIndex((part) => part.toLowerCase() === job.toLowerCase());
	return parts.slice(0, Math.max(0, own)).join(".");
}
export { cachePrefixes as $, withoutQueries as $n, volumesWithin as $t, unmountAll as A, artifactName as An, table as At, discardRestored as B, makeWithin as Bn, hiddenModuleSentence as Bt, finalize as C, NO_COUNTS as Cn, ownName as Cr, size as Ct, send as D, totalOf as Dn, inline as Dt, STORAGE_HEADERS as E, secondsOf as En, folded as Et, makeTar as F, input as Fn, testAnnotations as Ft, readManifest as G, withForeignLog as Gn, lastWords as Gt, restoreCache as H, say as Hn, obstacleSentence as Ht, paddedSize as I, optionNames as In, titled as It, blobPath$1 as J, megabytes as Jn, hiddenFolders as Jt, rememberLayers as K, byteSize as Kn, refusal as Kt, setTime as L, findWithin as Ln, buildSentence as Lt, readTopLevel as M, digestingStream as Mn, errorLine as Mt, topLevelOf as N, sha256 as Nn, fileOf as Nt, mountFolder as O, FILES as On, inlineWithin as Ot, joined as P, writeAsked as Pn, inRepository as Pt, cacheKey as Q, shortened as Qn, requireWorkdir as Qt, tarHeader as R, isWithin as Rn, countsInWords as Rt, keepText as S, parseJson as Sn, ownLabel as Sr, shellWords as St, reserve as T, noCounts as Tn, ownReferences as Tr, block as Tt, saveEntry as U, timed as Un, testSentence as Ut, finishSaves as V, grouped as Vn, mountSentence as Vt, readConfig as W, withBuildLog as Wn, engineSentence as Wt, withLayers as X, plain as Xn, marksOf as Xt, layoutFiles as Y, byteLength as Yn, isShellScript as Yt, baselinePrefix as Z, quoted as Zn, requireVisible as Zt, compare as _, MOST as _n, sentenceOf as _r, choice as _t, labelOf as a, isMountable as an, followDocker as ar, historyOf as at, parseBaseline as b, readTests as bn, sentence$1 as br, oneOf as bt, headersOf as c, pathBelow as cn, streamDocker as cr, untag as ct, readerOf as d, hasFailed as dn, clientFolder as dr, legName as dt, words as en, leave as er, keyInstead as et, recordOf as f, hasPytest as fn, namedVariables as fr, sourceAddress as ft, MOST_BASELINE_BYTES as g, runArtifactClient as gn, messageOf as gr, archive as gt, runToEnd as h, wentThrough$1 as hn, UserError as hr, layersInHistory as ht, gatherNothing as i, hiddenEnvironment as in, docker as ir, timesPrefix as it, isDockers as j, sameLeg as jn, error as jt, removeMountFolder as k, MOST_BYTES as kn, makeRoom as kt, paxHeaders as l, pathFrom as ln, cacheService as lr, describeImage as lt, removeContainers as m, isTelling as mn, readPerson as mr, largestInHistory as mt, countsOfAll as n, attachArguments as nn, askBriefly as nr, runPrefixes as nt, wentThrough as o, runArguments as on, git as or, inspectImage as ot, textAt as p, hiddenStatus as pn, readContext as pr, keywordOf as pt, writeDocuments as q, duration as qn, commandLine as qt, gather as r, csvField as rn, attachDocker as rr, splitKey as rt, contentOf as s, userNameOf as sn, runAsRoot as sr, layersOf as st, callOf as t, WRITING as tn, announceCommands as tr, runKey as tt, readEntries as u, repoPath as un, childEnvironment as ur, entrypointOf as ut, formatBaseline as v, readLeg as vn, joined$1 as vr, count as vt, find as w, WORDS as wn, ownReference as wr, xmlFile as wt, fetchText as x, isRecord as xn, withSource as xr, relative as xt, isNews as y, readSuite as yn, render as yr, flag as yt, withPadding as z, kindWithin as zn, elsewhereSentence as zt };
