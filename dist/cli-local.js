import { O as UserError, k as messageOf, l as shellLine, r as duration } from "./cli-html.js";
import { D as readPerson, c as announceCommands, i as settingsSentence, o as inputNames, w as newId } from "./cli-settings.js";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { constants } from "node:os";
import * as os from "os";
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
// src/host/steps/log.ts
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
// src/report/local.ts
/** Options by the names that sentences have for them: those of the inputs, but for one, and some more. */
const OPTIONS = new Map([...[
	...inputNames,
	"publish",
	"tag",
	"output",
	"check"
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
export { grouped as a, timed as c, setSecret as d, isAtTerminal as i, withBuildLog as l, afterSignal as n, reader as o, inSession as r, say as s, localSentence as t, withForeignLog as u };
