import { I as announceCommands, M as duration, Q as newId, rt as quote, tt as readPerson } from "./cli-settings.js";
import { a as withoutCommands, c as messageOf, p as withSource, r as plain, s as UserError } from "./cli-plain.js";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import * as os from "os";
import { randomBytes } from "node:crypto";
import { constants } from "node:os";
// src/host/run.ts
/** What its container and its private folder are called. */
function ownName(id) {
	return `dev-in-docker-${id}`;
}
/** The label of all containers that a run makes. */
function ownLabel(id) {
	return `dev-in-docker=${id}`;
}
/** A reference that no other run on the same engine moves or takes away. */
function ownReference(id, image) {
	return `dev-in-docker/run:${image}-${id}`;
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
// src/host/steps/log.ts
/**
* Says something of our own, whatever foreign words are in it: they neither steer a terminal nor are they a command. To a
* person beside the output that was asked for, which may go into a file.
*/
function say({ reader }, line) {
	if (reader === "runner") process.stdout.write(`${withoutCommands(plain(line))}\n`);
	else if (reader !== "quiet") process.stderr.write(`${plain(line)}\n`);
}
/** Prints a line for a person, quiet or not, whatever foreign words are in it: they steer no terminal. */
function print(line, stream = process.stdout) {
	stream.write(`${plain(line)}\n`);
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
/**
* Runs a command with a folder of its own and the word to stop, by Ctrl-C, SIGTERM or a terminal that closes; nothing of
* it is left at the end. Resolves with the exit code.
*/
async function inSession({ isQuiet, isVerbose }, action) {
	if (isVerbose) announceCommands((argv) => print(`+ ${commandLine(argv)}`, process.stderr));
	const id = newId();
	const temp = await makeFolder(join(readPerson().cacheFolder, "runs"), id);
	for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void 0);
	const stop = new AbortController();
	for (const signal of [
		"SIGINT",
		"SIGTERM",
		"SIGHUP"
	]) process.on(signal, () => stop.abort(signal));
	const reader = isQuiet ? "quiet" : isAtTerminal() ? "terminal" : "pipe";
	const session = {
		id,
		temp,
		signal: stop.signal,
		reader
	};
	try {
		const exitCode = await action(session);
		return stop.signal.aborted && exitCode === 125 ? afterSignal(stop.signal.reason) : exitCode;
	} catch (error) {
		if (stop.signal.aborted) {
			print("Stopped.", process.stderr);
			return afterSignal(stop.signal.reason);
		}
		throw error instanceof UserError ? new UserError(withSource(error.sentence, session.settings)) : error;
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
async function makeFolder(parent, id) {
	const folder = join(parent, ownName(id));
	await mkdir(folder, {
		recursive: true,
		mode: 448
	}).catch((error) => {
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
export { grouped as a, timed as c, setSecret as d, ownLabel as f, commandLine as i, withBuildLog as l, ownReference as m, inSession as n, print as o, ownName as p, isAtTerminal as r, say as s, afterSignal as t, withForeignLog as u };
