import { _ as newId, b as readPerson, t as announceCommands } from "./cli-exec.js";
import { A as messageOf, C as quoted, O as join$1, T as secretValues, k as UserError, l as shellLine, m as buildArguments, p as asLines, r as duration, v as environment, w as relative$1, x as lines } from "./cli-markup.js";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { constants } from "node:os";
import * as os from "os";
// src/core/secrets.ts
/** Variable by which programs find the SSH agent. */
const AGENT = "SSH_AUTH_SOCK";
/** Files, relative to the checkout, and variables that are needed for a build's secrets. Fails on malformed lines. */
function secretPlaces(inputs) {
	return {
		files: filesOf(inputs).map(({ place }) => place),
		variables: [...variablesOf(inputs).map(({ place }) => place), AGENT]
	};
}
/** All that the builds get as secrets. Fails on malformed lines, on an id given twice, and where there is no such file or variable. */
function planSecrets(inputs, { files, variables }) {
	const secrets = [
		...secretValues(inputs.secrets).map(([id, value]) => withValue(id, value)),
		...filesOf(inputs).map(({ id, place }) => {
			const { path: file, isEmpty } = files.get(place) ?? missingFile(place);
			return {
				id,
				isEmpty,
				file
			};
		}),
		...variablesOf(inputs).map(({ id, place }) => withValue(id, variables.get(place) ?? missingVariable(place)))
	];
	const agents = lines(inputs.ssh);
	if (!agents.every((line) => /^[A-Za-z0-9_.-]+(?:=.+)?$/.test(line))) throw new UserError("Input ssh has a line that is neither default nor id=path: write one of them a line.");
	requireOnce(secrets.map(({ id }) => id), "secrets, secret-files and secret-envs");
	requireOnce(agents.map((line) => line.replace(/=.*/, "")), "ssh");
	const ssh = agents.filter((line) => line.includes("=") || variables.get(AGENT));
	return {
		secrets,
		ssh,
		isAgentMissing: ssh.length < agents.length
	};
}
/** Name of the variable by which buildx gets the value of the secret with that index. */
function secretVariable(index) {
	return `DEV_IN_DOCKER_SECRET_${index}`;
}
/** The variables that buildx needs besides its ordinary ones. */
function secretEnvironment({ secrets }) {
	return Object.fromEntries(secrets.flatMap(({ value }, index) => value === void 0 ? [] : [[secretVariable(index), value]]));
}
/** Lines of secrets that the log must not show. Short ones, such as a bracket, would hide half of it. */
function linesToMask({ secrets }) {
	return secrets.flatMap(({ value = "" }) => value.split(/\r?\n/)).map((line) => line.trim()).filter((line) => line.length >= 8);
}
/** What in a build argument's value is a secret without doubt. */
const SECRETS = [
	["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
	["a token", /\b(?:gh[oprsu]_\w{20}|github_pat_\w{20}|glpat-[\w-]{20}|pypi-Ag[\w-]{20}|npm_[A-Za-z0-9]{30})/],
	["a token", /\b(?:xox[a-z]-[\w-]{10}|(?:AKIA|ASIA)[A-Z0-9]{16}\b|AIza[\w-]{35}(?![\w-]))/],
	["a token", /\b(?:hf_[A-Za-z0-9]{30}|dckr_[op]at_[\w-]{20}|gldt-[\w-]{20}|sk-(?:ant|proj)-[\w-]{20})/],
	["a URL with a password", /[a-z][a-z0-9+.-]*:\/\/[^\s/?#@:]*:[^\s/?#@]+@(?!sha256:)/i]
];
const CURE = "pass it by the input secrets, and mount it with RUN --mount=type=secret";
/** Fails where build arguments, as the input has them, hold what is a secret by its form. Never shows a value. */
function refuseSecrets(buildArguments) {
	for (const line of lines(buildArguments)) {
		const [what] = SECRETS.find(([, form]) => form.test(line)) ?? [];
		if (what === void 0) continue;
		const [, name] = /^([A-Za-z_][A-Za-z0-9_]*)=/.exec(line) ?? [];
		throw new UserError(`Input build-args has ${what}${name === void 0 ? "" : ` in ${name}`}, which everyone who has the image can read: ${CURE}.`);
	}
}
/** What to tell of build arguments (`NAME=value`) that are secrets by their names. */
function secretNotices(buildArguments) {
	const secret = /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|API_KEY|PRIVATE_KEY|CREDENTIALS)(?:_|$)/i;
	return buildArguments.map((pair) => pair.replace(/=.*/s, "")).filter((name) => secret.test(name)).map((name) => `The build argument ${name} looks like a secret, which everyone who has the image can read: ${CURE}.`);
}
function filesOf(inputs) {
	return sourcesOf("secret-files", inputs, /^([A-Za-z0-9_.-]+)=(.+)$/, "id=path").map(({ id, place }) => ({
		id,
		place: relative$1("secret-files", place)
	}));
}
function variablesOf(inputs) {
	return sourcesOf("secret-envs", inputs, /^([A-Za-z0-9_.-]+)=([A-Za-z_][A-Za-z0-9_]*)$/, "id=VARIABLE");
}
/** What does not have the form may be a value: it is not shown. */
function sourcesOf(input, inputs, form, words) {
	return lines(inputs[input]).map((line) => {
		const [, id, place] = form.exec(line) ?? [];
		if (id !== void 0 && place !== void 0) return {
			id,
			place
		};
		throw new UserError(`Input ${input} has a line that is not ${words}: write one ${words} a line.`);
	});
}
function withValue(id, value) {
	return {
		id,
		isEmpty: value.trim() === "",
		value
	};
}
function missingFile(path) {
	throw new UserError(`Input secret-files names ${quoted(path)}, but the checkout has no such file that this job can read: write its path relative to the checkout.`);
}
function missingVariable(name) {
	throw new UserError(`Input secret-envs names ${name}, but there is no such variable: set it with env: on this step.`);
}
function requireOnce(ids, inputs) {
	const twice = ids.find((id, index) => ids.indexOf(id) !== index);
	if (twice === void 0) return;
	throw new UserError(`The id ${twice} is given twice in ${inputs}: give each an id of its own.`);
}
// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Begin an output group.
*
* Output until the next `groupEnd` will be foldable in this group
*
* @param name The name of the output group
*/
function startGroup(name) {
	issue("group", name);
}
/**
* End an output group.
*/
function endGroup() {
	issue("endgroup");
}
// src/steps/log.ts
let audience = "runner";
/** Says who reads from now on. */
function speakTo(reader) {
	audience = reader;
}
/** Who reads. */
function reader() {
	return audience;
}
/** Says something of our own; to a person beside the output that was asked for, which may go into a file. */
function say(line) {
	if (audience === "runner") console.log(line);
	else if (audience !== "quiet") console.error(line);
}
/** Lets the output of a build through: what a person asked for is not it, so it goes to standard error. */
async function withBuildLog(action) {
	if (audience === "runner") return withForeignLog(action);
	return action(audience === "quiet" ? () => void 0 : (bytes) => process.stderr.write(bytes));
}
/**
* Lets foreign output through to the log, with the runner's commands switched off until it ends: a test that prints
* `::add-mask::` or `##[error]` must only be seen, never obeyed. The word that switches them on again is a secret.
* A person who wants quiet gets the output at its end, if the result is worth it.
*/
async function withForeignLog(action, isWorthIt = () => true) {
	if (audience === "quiet") return withHeldLog(action, isWorthIt);
	if (audience !== "runner") return action((bytes) => process.stdout.write(bytes));
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
async function grouped(title, action) {
	if (audience === "runner") startGroup(title);
	const start = performance.now();
	try {
		return await action();
	} finally {
		if (audience === "runner") endGroup();
		say(`${title}: ${duration((performance.now() - start) / 1e3)}`);
	}
}
/** Seconds that something took, beside its result. */
async function timed(action) {
	const start = performance.now();
	return [await action(), (performance.now() - start) / 1e3];
}
// src/inputs.ts
/** Names of the action's inputs, as action.yml has them. */
const inputNames = [
	"context",
	"file",
	"target",
	"share-target",
	"build-args",
	"secrets",
	"secret-files",
	"secret-envs",
	"ssh",
	"cache-dependency-path",
	"enable-cache",
	"save-cache",
	"cache-suffix",
	"cache-max-size",
	"mount",
	"load",
	"test-command",
	"pytest-args",
	"env",
	"working-directory",
	"workdir",
	"user",
	"network",
	"shm-size",
	"gpus",
	"read-only",
	"timeout-minutes",
	"summary",
	"annotations",
	"slowest",
	"image",
	"username",
	"password",
	"github-token",
	"push",
	"tags",
	"tag-prefix",
	"overwrite",
	"labels",
	"verify-share",
	"share-file",
	"matrix",
	"job-total",
	"job-container",
	"services"
];
// src/core/nearest.ts
/** The word that somebody most likely meant; nothing where none is near enough. */
function nearest(typed, words) {
	const [found] = words.map((word) => ({
		word,
		changes: distance(typed, word)
	})).filter(({ word, changes }) => changes <= Math.max(word.length, typed.length) * .4).sort((a, b) => a.changes - b.changes);
	return found?.word;
}
/** How many letters must be changed, added or left out to turn one word into the other (Levenshtein). */
function distance(from, to) {
	let above = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (const [row, letter] of Array.from(from).entries()) {
		const line = [row + 1];
		for (const [column, other] of Array.from(to).entries()) {
			const [corner = 0, over = 0] = above.slice(column, column + 2);
			line.push(Math.min(over + 1, (line[column] ?? 0) + 1, corner + (letter === other ? 0 : 1)));
		}
		above = line;
	}
	return above.at(-1) ?? 0;
}
// src/core/settings.ts
/** What holds where neither an input nor a setting says anything. */
const builtIn = {
	target: "dev",
	"share-target": "share",
	"test-command": "pytest",
	slowest: "10"
};
/** The inputs that can be settings, and how a value is read that TOML has. */
const READERS = {
	file: text,
	target: text,
	"share-target": text,
	"build-args": (name, value) => checkedBuildArguments(named(name, value)),
	"cache-dependency-path": list,
	"test-command": words,
	"pytest-args": words,
	env: (name, value) => checkedEnvironment(named(name, value)),
	"working-directory": text,
	workdir: text,
	network: noNetwork,
	"shm-size": text,
	"timeout-minutes": number,
	slowest: number
};
/** Names of the inputs that can be settings. */
const settingNames = inputNames.filter((name) => name in READERS);
/**
* Reads settings that were found in the context, a folder of the checkout. Fails with a sentence on a key that is none,
* and on a value of another form than its input has; whether the value makes sense is for the plan to say.
*/
function readSettings(table, place, context) {
	const values = {};
	for (const [key, value] of Object.entries(table)) {
		const name = settingNames.find((name) => name === key);
		if (name === void 0) throw noSetting(key, place);
		try {
			const read = READERS[name]?.(name, value) ?? "";
			if (read.trim() !== "") values[name] = name === "file" ? fromContext(read, context) : read;
		} catch (error) {
			if (error instanceof UserError) error.message = settingsSentence(error.message, {
				place,
				names: [name]
			});
			throw error;
		}
	}
	return {
		place,
		values
	};
}
/**
* What was typed, completed by the settings and then by what is built in; and where that comes from which was not typed.
* Of build arguments and variables, each is taken by itself. Fails on such inputs if they are malformed.
*/
function completed(typed, settings) {
	const { place, values } = settings ?? {
		place: "",
		values: {}
	};
	const inputs = Object.fromEntries(inputNames.map((name) => [name, typed[name] || (values[name] ?? builtIn[name] ?? "")]));
	const names = inputNames.filter((name) => typed[name] === "" && values[name] !== void 0);
	return {
		inputs: {
			...inputs,
			"build-args": both(buildArguments, typed["build-args"], values["build-args"]),
			env: both((text) => pairsOf(environment(text)), typed.env, values.env)
		},
		...names.length === 0 ? {} : { source: {
			place,
			names
		} }
	};
}
/** A sentence about an input, as one about the setting that it comes from, if it does. */
function settingsSentence(sentence, source) {
	if (!source) return sentence;
	return sentence.replace(/\b(?:Input|the input) ([a-z]+(?:-[a-z]+)*)\b/g, (words, name) => source.names.includes(name) ? `${words.startsWith("I") ? "The setting " : ""}${name} in ${source.place}` : words);
}
function noSetting(key, place) {
	const has = `${place} has ${quoted(key)}`;
	if (key === "context") return new UserError(`${has}, but the file is looked for in that very folder: set it in the workflow, as an input.`);
	if (inputNames.some((name) => name === key)) return new UserError(`${has}, which every pull request could change there: set it in the workflow, as an input, or on your machine as an option.`);
	if (key === "tool") return new UserError(`${has}: leave [tool.dev-in-docker] out, which only pyproject.toml needs.`);
	const meant = nearest(key.slice(0, 40), settingNames);
	return new UserError(`${has}, which is no setting: ${meant === void 0 ? `there are ${settingNames.join(", ")}.` : `did you mean ${meant}?`}`);
}
/** A path beside the settings, as one in the checkout. */
function fromContext(path, context) {
	return relative$1("file", path.startsWith("/") || context === "." ? path : `${context}/${path}`);
}
function text(name, value) {
	if (typeof value === "string") return value.trim();
	throw new UserError(`Input ${name} is no text: write its value in quotes.`);
}
function number(name, value) {
	if (typeof value === "number" || typeof value === "string") return String(value).trim();
	throw new UserError(`Input ${name} is no number: write one, such as 10.`);
}
function list(name, value) {
	return typeof value === "string" ? value : asLines(name, texts(name, value));
}
/** A list of words is what comes out when a shell has split the line. */
function words(name, value) {
	return typeof value === "string" ? value : join$1(texts(name, value));
}
function texts(name, value) {
	if (Array.isArray(value) && value.every((entry) => typeof entry === "string")) return value;
	throw new UserError(`Input ${name} is neither a text nor a list of texts: write "…" or ["…", "…"].`);
}
/** `NAME=value` in one text as the input has it, one by one in a list, or as a table. */
function named(name, value) {
	if (!(typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date))) return list(name, value);
	const entries = Object.entries(value).map(([key, entry]) => {
		if (typeof entry === "string") return `${key}=${entry}`;
		throw new UserError(`Input ${name} has ${quoted(key)} without quotes around its value: put it in quotes, which keep a version such as "3.10" as it is.`);
	});
	return asLines(name, entries);
}
function checkedBuildArguments(lines) {
	refuseSecrets(lines);
	buildArguments(lines);
	return lines;
}
function checkedEnvironment(lines) {
	environment(lines);
	return lines;
}
function noNetwork(name, value) {
	if (text(name, value) === "none") return "none";
	throw new UserError(`Input ${name} is ${quoted(String(value))}, but a file can only take the network away: write "none", or set the network in the workflow, as an input, or on your machine as an option.`);
}
/** Lines of `NAME=value` as they were typed, and after them those settings whose names were not. */
function both(read, typed, set) {
	if (typed === "" || set === void 0) return typed || (set ?? "");
	const names = new Set(read(typed).map(nameOf));
	const others = read(set).filter((pair) => !names.has(nameOf(pair)));
	return [typed, asLines("env", others)].join("\n");
}
function pairsOf(variables) {
	return Object.entries(variables).map(([name, value]) => `${name}=${value}`);
}
function nameOf(pair) {
	return pair.replace(/=.*/s, "");
}
/**
* Runs a command with a folder of its own and the word to stop, by Ctrl-C, SIGTERM or a terminal that closes; nothing of
* it is left at the end. Resolves with the exit code.
*/
async function inSession({ isQuiet, isVerbose }, action) {
	speakTo(isQuiet ? "quiet" : isAtTerminal() ? "terminal" : "pipe");
	if (isVerbose) announceCommands((argv) => console.error(`+ ${shellLine(argv)}`));
	const id = newId();
	const temp = await makeFolder(join(readPerson().cacheFolder, "runs"));
	for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void 0);
	const stop = new AbortController();
	for (const signal of [
		"SIGINT",
		"SIGTERM",
		"SIGHUP"
	]) process.on(signal, () => stop.abort(signal));
	const session = {
		id,
		temp,
		signal: stop.signal
	};
	try {
		const exitCode = await action(session);
		return stop.signal.aborted && exitCode === 125 ? afterSignal(stop.signal.reason) : exitCode;
	} catch (error) {
		if (stop.signal.aborted) {
			console.error("Stopped.");
			return afterSignal(stop.signal.reason);
		}
		if (error instanceof UserError) error.message = settingsSentence(error.message, session.settings);
		throw error;
	} finally {
		await removeIfPossible(temp);
	}
}
/** Exit code of what a signal has ended, as shells have it. */
function afterSignal(name) {
	return 128 + constants.signals[name];
}
/** Seconds after which a folder can't be that of a command that still runs, unless somebody sleeps in its shell. */
const FORGOTTEN_SECONDS = 604800;
/**
* Makes a folder for one command in the home, which engines in a virtual machine can mount where the system's folder for
* temporary files is out of their sight; removes those of commands that were killed long ago.
*/
async function makeFolder(parent) {
	const folder = await mkdir(parent, {
		recursive: true,
		mode: 448
	}).then(() => mkdtemp(join(parent, "run-"))).catch((error) => {
		throw new UserError(`${messageOf(error)}: let the variable XDG_CACHE_HOME name a folder that you may write to.`);
	});
	for (const name of await readdir(parent)) {
		const { mtimeMs } = await stat(join(parent, name)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
		if (Date.now() - mtimeMs > FORGOTTEN_SECONDS * 1e3) await removeIfPossible(join(parent, name));
	}
	return folder;
}
/** Tests may have written what only root could remove. */
async function removeIfPossible(folder) {
	await rm(folder, {
		recursive: true,
		force: true
	}).catch(() => void 0);
}
/** Whether a person sees what comes, as it comes. */
function isAtTerminal() {
	return [
		process.stdin,
		process.stdout,
		process.stderr
	].every((stream) => stream.isTTY === true);
}
// src/core/local-sentence.ts
/** Options by the names that sentences have for them: those of the inputs, but for one, and some more. */
const OPTIONS = new Map([...[
	...inputNames,
	"publish",
	"tag",
	"output"
].map((name) => [name, name]), ["image", "tag"]]);
/** What only a job has, and what a person has instead; the longer words first. */
const WORDS = [
	[/: the workspace is empty\. Did you run actions\/checkout\?.*/s, ": the folder is empty."],
	[/\bCheck out into a folder\b/g, "Move the project into a folder"],
	[/, or use a larger runner\b/g, ", or give Docker more memory"],
	[/: GitHub gives none to pull requests from forks and from Dependabot\b/g, ": check where the values come from"],
	[/: start one in an earlier step, which sets SSH_AUTH_SOCK\b/g, ": start one, which sets SSH_AUTH_SOCK"],
	[/: set it with env: on this step\b/g, ": export it first"],
	[/\bthe runner's own variables are never passed on\b/g, "this machine's own variables are not passed on"],
	[/\bwrite "lfs: true" under "with:" of actions\/checkout/g, "run \"git lfs install\", then \"git lfs pull\""],
	[/ that this job can read\b/g, " that you can read"],
	[/\bsee (?:the end of )?the log\b/g, "see above"],
	[/\b(the(?: mounted)?) checkout\b(?!\.?[\w/-])/g, "$1 project"]
];
/** A sentence about a job's inputs and checkout, as one about options and a project. */
function localSentence(sentence) {
	return WORDS.reduce((text, [job, person]) => text.replace(job, person), sentence).replace(/\b[Ii]nput ([a-z]+(?:-[a-z]+)*)\b/g, (words, name, at) => OPTIONS.has(name) ? `${at === 0 ? "Option" : "option"} --${OPTIONS.get(name)}` : words);
}
export { secretVariable as C, secretPlaces as S, linesToMask as _, builtIn as a, secretEnvironment as b, settingsSentence as c, reader as d, say as f, setSecret as g, withForeignLog as h, isAtTerminal as i, inputNames as l, withBuildLog as m, afterSignal as n, completed as o, timed as p, inSession as r, readSettings as s, localSentence as t, grouped as u, planSecrets as v, secretNotices as x, refuseSecrets as y };
