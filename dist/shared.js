import { a as endGroup, h as getExecOutput, m as startGroup, n as quote } from "./packages.js";
import { mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { Transform } from "node:stream";
import { createHash, randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { homedir, userInfo } from "node:os";
import { join } from "node:path";
import { readFileSync } from "node:fs";
import { execFile, spawn } from "node:child_process";
import { pipeline } from "node:stream/promises";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { text } from "node:stream/consumers";
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
/** `a`, `a and b`, `a, b and c`. */
function listed(names) {
	return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
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
		workflow: pathIn(variable("GITHUB_WORKFLOW_REF"), variable("GITHUB_REPOSITORY")),
		job: [variable("GITHUB_WORKFLOW"), variable("GITHUB_JOB")],
		runId: variable("GITHUB_RUN_ID"),
		attempt: Number(variable("GITHUB_RUN_ATTEMPT") || "1"),
		place: placeIn(variable("ACTIONS_ORCHESTRATION_ID")),
		step: variable("GITHUB_ACTION"),
		retentionDays: Number(variable("GITHUB_RETENTION_DAYS")) || 0,
		sha: variable("GITHUB_SHA"),
		...releaseIn(payload),
		repository: variable("GITHUB_REPOSITORY"),
		serverUrl: variable("GITHUB_SERVER_URL") || "https://github.com",
		apiUrl: variable("GITHUB_API_URL") || "https://api.github.com",
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
		defaultPlatform: variable("DOCKER_DEFAULT_PLATFORM"),
		programFolders: variable("PATH").split(":").filter((folder) => folder !== ""),
		inputVariables: Object.keys(environment).filter((name) => name.startsWith("INPUT_")).map((name) => name.slice(6))
	};
}
/** The path of a workflow such as `owner/name/.github/workflows/test.yml@refs/heads/main`, if it is of this repository. */
function pathIn(workflowRef, repository) {
	const [path = ""] = workflowRef.split("@");
	return path.toLowerCase().startsWith(`${repository.toLowerCase()}/`) ? path.slice(repository.length + 1) : "";
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
function releaseIn({ release }) {
	const { id, tag_name: tag = "" } = release ?? {};
	return id === void 0 ? {} : { release: {
		id,
		tag
	} };
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
// src/legs/matrix.ts
/** Reads what `toJSON(matrix)` gives, in the order of the workflow; empty outside a matrix. */
function readMatrix(text) {
	const told = parseJson(text);
	if (!isRecord(told)) return [];
	return Object.entries(told).map(([name, value]) => ({
		name,
		value: typeof value === "object" ? JSON.stringify(value) : String(value)
	}));
}
/** Name of a leg for titles, such as `3.12, numpy`; empty outside a matrix. */
function nameOf(matrix) {
	return matrix.map(({ value }) => value).join(", ");
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
// src/image/platform.ts
/** How a platform may look. */
const PLATFORM = /^linux\/[a-z0-9]{1,20}(?:\/[a-z0-9]{1,10})?$/;
/** What need not be said of an architecture, since there is no other variant that Docker would mean (containerd/platforms). */
const USUAL = {
	amd64: "v1",
	arm64: "v8"
};
/** Such as `linux/arm64`, or `linux/arm/v7`; empty where the fields say none that an image for Linux could be for. */
function platformOf({ os, architecture, variant = "" }) {
	const platform = [
		os,
		architecture,
		...variant === "" || variant === USUAL[architecture] ? [] : [variant]
	].join("/");
	return PLATFORM.test(platform) ? platform : "";
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
/** Their names. */
const COUNT_NAMES = Object.keys(WORDS).filter((name) => Object.hasOwn(WORDS, name));
/** All of them together. */
function sumOf(all) {
	const counts = noCounts();
	for (const one of all) for (const name of COUNT_NAMES) counts[name] += one[name];
	return counts;
}
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
// src/host/steps/client.ts
/**
* Runs a client, a script beside this one, in a folder to its end; `onStart` gets its process. Rejects where it can't be
* started, and where the signal in `options` ends it.
*/
async function askClient(script, folder, request, options, onStart = () => void 0) {
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, "request.json"), JSON.stringify(request));
	const log = await open(join(folder, "log"), "w");
	try {
		const path = fileURLToPath(new URL(`./${script}`, import.meta.url));
		const client = spawn(process.execPath, [path, folder], {
			...options,
			stdio: [
				"ignore",
				log.fd,
				log.fd
			]
		});
		const ended = new Promise((resolve, reject) => client.on("close", (_, signal) => resolve(signal)).on("error", reject));
		await onStart(client);
		const signal = await ended;
		const said = await readFile(join(folder, "log"), "utf8");
		return {
			result: await readJson(join(folder, "result.json")),
			said,
			signal
		};
	} finally {
		await log.close();
	}
}
/** Answers in a client's process, and ends it. An error is an answer, too. */
async function answerAsClient(work) {
	const [, , folder = "."] = process.argv;
	process.chdir(folder);
	const result = await work(JSON.parse(await readFile("request.json", "utf8"))).catch((error) => ({ trouble: messageOf(error) }));
	await writeFile("result.part", JSON.stringify(result));
	await rename("result.part", "result.json");
	leave(0);
}
/** What a file in JSON holds; undefined where there is none that is whole. */
async function readJson(path) {
	try {
		return JSON.parse(await readFile(path, "utf8"));
	} catch {
		return;
	}
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
// src/share/release.ts
const MOST_LABEL_CHARACTERS = 200;
/** What the file is called in a release: as it was written, with the platform where several jobs may have one, `share-arm64.tar.zst`. */
function assetName({ path, platform }, { isOneOfSeveral }) {
	const [, stem = "", ending = ""] = /([^/]*?)(\.tar(?:\.gz|\.zst)?)$/.exec(path) ?? [];
	const kind = isOneOfSeveral ? `-${platform.replace(/^linux\//, "").replaceAll("/", "-")}` : "";
	return `${stem.replace(/[^\w.+-]+/g, ".") || "share"}${kind}${ending}`;
}
/** What the release shows for it, by which a later attempt knows its own file. */
function assetLabel(name, { platform }, { job, leg }) {
	return `${name} (${platform}, ${[job.join(" / "), ...leg === "" ? [] : [leg]].join(", ").replace(/[^\w .,/()+:-]+/g, "-")})`.slice(0, MOST_LABEL_CHARACTERS);
}
/** The files that give way to a new one of this name: its own of an earlier attempt, and what never got whole; undefined where there is somebody else's. */
function replacedAssets(assets, name, label) {
	const there = assets.filter((asset) => asset.name === name);
	const isOwn = (asset) => asset.label === label || asset.state !== "uploaded";
	return there.every(isOwn) ? there : void 0;
}
/** What it means that GitHub refused, by the status of its answer. */
function attachOutcome(status, said) {
	if (status === 422 && /immutable/i.test(said)) return "immutable";
	if (status === 422 && /already.exists/i.test(said)) return "taken";
	return [
		401,
		403,
		404
	].includes(status) ? "denied" : "failed";
}
/** What became of the file, in a sentence or two. */
function attachSentence({ outcome, tag, name, detail }, path) {
	const release = `the release ${plain(tag)}`;
	return {
		attached: `Attached ${name} to ${release}.`,
		taken: sentence$1`${name} is not attached to ${release}, which has a file of this name that is not of this job: delete it there, or write another name for share-file.`,
		immutable: `${name} is not attached to ${release}, which is immutable: only a draft takes files. Start this workflow by the tag in place of the release, and have a later step make the release with the file: gh release create "$GITHUB_REF_NAME" ${path}`,
		denied: `${name} is not attached to ${release}, as this job may not write there (${plain(detail)}): give it "contents: write" below "permissions:".`,
		failed: `${name} is not attached to ${release} (${plain(detail)}): re-run this job.`
	}[outcome];
}
// src/image/image.ts
/** The words of an image's ENTRYPOINT, which come before any command; none where it has none. */
function entrypointOf({ config }) {
	return config.Entrypoint ?? [];
}
/** What is of interest in an image's configuration, beside all of it. */
function describeImage(image, platform = "") {
	const pairs = image.config.Env ?? [];
	return {
		...image,
		platform,
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
function imageOf({ Id, Config, RootFS, Os = "", Architecture = "", Variant }) {
	const platform = platformOf({
		os: Os,
		architecture: Architecture,
		variant: Variant
	});
	return describeImage({
		id: Id,
		contentId: sha256(JSON.stringify([RootFS, Config])),
		config: Config ?? {}
	}, platform);
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
		runId,
		""
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
	const { result, said } = await askClient("cache-client.js", folder, request, {
		detached: true,
		env: cacheEnvironment()
	}, async (client) => {
		await writeFile(join(folder, "pid"), String(client.pid ?? 0));
		signal?.addEventListener("abort", () => client.kill(), { once: true });
		if (signal?.aborted) client.kill();
	});
	return judgeEnd(result, said);
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
const IDLE_MILLISECONDS = 1e4;
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
		idle: IDLE_MILLISECONDS
	}).catch((error) => Promise.reject(/* @__PURE__ */ new Error(`the cache service can not be reached (${messageOf(error)})`)));
	return readAnswer(name, status, await text(body), headers["retry-after"]);
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
export { assetName as $, timed as $t, saveEntry as A, askBriefly as At, cachePrefixes as B, clientFolder as Bt, paddedSize as C, digestingStream as Ct, discardRestored as D, isRecord as Dt, withPadding as E, readMatrix as Et, blobPath$1 as F, runAsRoot as Ft, timesPrefix as G, messageOf as Gt, runKey as H, readContext as Ht, layoutFiles as I, streamDocker as It, layersOf as J, render as Jt, historyOf as K, sentenceOf as Kt, withLayers as L, artifactEnvironment as Lt, readManifest as M, docker as Mt, rememberLayers as N, followDocker as Nt, finishSaves as O, parseJson as Ot, writeDocuments as P, git as Pt, assetLabel as Q, say as Qt, baselinePrefix as R, cacheService as Rt, makeTar as S, platformOf as St, tarHeader as T, nameOf as Tt, runPrefixes as U, readPerson as Ut, keyInstead as V, namedVariables as Vt, splitKey as W, UserError as Wt, describeImage as X, withSource as Xt, untag as Y, sentence$1 as Yt, entrypointOf as Z, grouped as Zt, unmountAll as _, WORDS as _t, readerOf as a, byteLength as an, layersInHistory as at, topLevelOf as b, sumOf as bt, removeContainers as c, quoted as cn, csvField as ct, find as d, leave as dn, runArguments as dt, withBuildLog as en, attachOutcome as et, reserve as f, ownLabel as fn, userNameOf as ft, removeMountFolder as g, NO_COUNTS as gt, mountFolder as h, ownReferences as hn, COUNT_NAMES as ht, readEntries as i, megabytes as in, largestInHistory as it, readConfig as j, attachDocker as jt, restoreCache as k, announceCommands as kt, runToEnd as l, shortened as ln, hiddenEnvironment as lt, send as m, ownReference as mn, askClient as mt, headersOf as n, byteSize as nn, replacedAssets as nt, recordOf as o, listed as on, WRITING as ot, STORAGE_HEADERS as p, ownName as pn, answerAsClient as pt, inspectImage as q, joined$1 as qt, paxHeaders as r, duration as rn, keywordOf as rt, textAt as s, plain as sn, attachArguments as st, contentOf as t, withForeignLog as tn, attachSentence as tt, finalize as u, withoutQueries as un, isMountable as ut, isDockers as v, noCounts as vt, setTime as w, sha256 as wt, joined as x, totalOf as xt, readTopLevel as y, secondsOf as yt, cacheKey as z, childEnvironment as zt };
