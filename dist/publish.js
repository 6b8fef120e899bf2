import { createRequire } from "node:module";
import * as os from "os";
import { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, promises } from "fs";
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { mkdir, open, readFile, readdir, rm, symlink, writeFile as writeFile$1 } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join as join$1, relative as relative$1, sep } from "node:path";
import { readFileSync } from "node:fs";
import { execFile, spawn } from "node:child_process";
import { text as text$1 } from "node:stream/consumers";
// \0rolldown/runtime.js
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __require = /* #__PURE__ */ (() => createRequire(import.meta.url))();
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
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
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
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}
// node_modules/@actions/core/lib/summary.js
var __awaiter$1 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
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
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error$1(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
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
/**
* Saves state for current action, the state can only be retrieved by this action's post job execution.
*
* @param     name     name of the state to store
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
// src/host/run.ts
/** What its container and its private folder are called. */
function ownName(id) {
	return `dev-in-docker-${id}`;
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
function shortened$1(text, most) {
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
// src/host/steps/page.ts
/** Shows it where a runner looks for it. */
async function showPage({ lines, annotations, outputs, summary: markdown }) {
	for (const line of lines) say({ reader: "runner" }, line);
	for (const { level, message, title, file, line } of annotations) {
		const place = {
			...title === void 0 ? {} : { title },
			...file === void 0 ? {} : { file },
			...line === void 0 ? {} : { startLine: line }
		};
		if (level === "error") error$1(message, place);
		else notice(message, place);
	}
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
	await summary.addRaw(markdown).write().catch(() => void 0);
}
// src/host/steps/begin.ts
/** Begins a run of a job: with a folder of its own, and ears for its cancellation. */
async function beginRun({ id, temp: parent, workspace }) {
	const temp = join$1(parent || tmpdir(), ownName(id));
	await mkdir(temp, { mode: 448 });
	const cancellation = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => cancellation.abort());
	return {
		id,
		temp,
		workspace,
		signal: cancellation.signal,
		reader: "runner"
	};
}
/** Ends a run of a job that leaves nothing to others: shows its page, removes its folder, and leaves with its verdict. */
async function endRun({ temp }, page) {
	await showPage(page);
	await rm(temp, {
		recursive: true,
		force: true
	}).catch(() => void 0);
	leaveWith(page.conclusion);
}
/** Leaves with a verdict. Sockets, and what goes on, would keep the process; what was written must be out first. */
function leaveWith(conclusion) {
	process.stdout.write("", () => leave(conclusion === "success" ? 0 : 1));
}
// src/text/sentence.ts
/** A sentence of the texts and parts of a template, which may be sentences themselves. One that fits everybody is a text. */
function sentence(texts, ...values) {
	const parts = texts.flatMap((text, index) => [text, ...partsOf(values[index] ?? "")]);
	return parts.every((part) => typeof part === "string") ? parts.join("") : parts;
}
/** Several sentences as one. */
function joined(sentences, separator) {
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
/** A user without an entry in the system's database has no home, unless a variable names one. */
function homeFolder({ HOME }) {
	try {
		return HOME || homedir();
	} catch {
		throw new UserError("This machine knows no home folder for you: let the variable HOME name one that is yours.");
	}
}
/** The folder of the docker client's configuration and plugins. */
function clientFolder(environment = process.env) {
	return environment.DOCKER_CONFIG || join$1(homeFolder(environment), ".docker");
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
// node_modules/shlex/shlex.js
var Shlexer = class {
	constructor(string) {
		this.i = 0;
		this.string = string;
		/**
		* Characters that will be considered whitespace and skipped. Whitespace
		* bounds tokens. By default, includes space, tab, linefeed and carriage
		* return.
		*/
		this.whitespace = " 	\r\n";
		/**
		* Characters that will be considered string quotes. The token accumulates
		* until the same quote is encountered again (thus, different quote types
		* protect each other as in the shell.) By default, includes ASCII single
		* and double quotes.
		*/
		this.quotes = `'"`;
		/**
		* Characters that will be considered as escape. Just `\` by default.
		*/
		this.escapes = "\\";
		/**
		* The subset of quote types that allow escaped characters. Just `"` by default.
		*/
		this.escapedQuotes = "\"";
		/**
		* Whether to support ANSI C-style $'' quotes
		* https://www.gnu.org/software/bash/manual/html_node/ANSI_002dC-Quoting.html
		*/
		this.ansiCQuotes = true;
		/**
		* Whether to support localized $"" quotes
		* https://www.gnu.org/software/bash/manual/html_node/Locale-Translation.html
		*
		* The behavior is as if the current locale is set to C or POSIX, i.e., the
		* contents are not translated.
		*/
		this.localeQuotes = true;
		this.debug = false;
	}
	readChar() {
		return this.string.charAt(this.i++);
	}
	processEscapes(string, quote, isAnsiCQuote) {
		if (!isAnsiCQuote && !this.escapedQuotes.includes(quote)) return string;
		const anyEscape = "[" + this.escapes.replace(/(.)/g, "\\$1") + "]";
		if (!isAnsiCQuote && this.escapedQuotes.includes(quote)) {
			const re = new RegExp(anyEscape + "(" + anyEscape + "|\\" + quote + ")", "g");
			return string.replace(re, "$1");
		}
		if (isAnsiCQuote) {
			const patterns = {
				"([\\\\'\"?])": (x) => x,
				"a": () => "\x07",
				"b": () => "\b",
				"e|E": () => "\x1B",
				"f": () => "\f",
				"n": () => "\n",
				"r": () => "\r",
				"t": () => "	",
				"v": () => "\v",
				"([0-7]{1,3})": (x) => String.fromCharCode(parseInt(x, 8)),
				"x([0-9a-fA-F]{1,2})": (x) => String.fromCharCode(parseInt(x, 16)),
				"u([0-9a-fA-F]{1,4})": (x) => String.fromCharCode(parseInt(x, 16)),
				"U([0-9a-fA-F]{1,8})": (x) => String.fromCharCode(parseInt(x, 16)),
				"c(.)": (x) => {
					if (x === "?") return "";
					else if (x === "@") return "\0";
					else return String.fromCharCode(x.charCodeAt(0) & 31);
				}
			};
			const re = new RegExp(anyEscape + "(" + Object.keys(patterns).join("|") + ")", "g");
			return string.replace(re, function(m, p1) {
				for (const matched in patterns) {
					const mm = new RegExp("^" + matched + "$").exec(p1);
					if (mm === null) continue;
					return patterns[matched].apply(null, mm.slice(1));
				}
			});
		}
	}
	*[Symbol.iterator]() {
		let inQuote = false;
		let inDollarQuote = false;
		let escaped = false;
		let lastDollar = -2;
		let token;
		if (this.debug) console.log("full input:", ">" + this.string + "<");
		while (true) {
			const pos = this.i;
			const char = this.readChar();
			if (this.debug) console.log("position:", pos, "input:", ">" + char + "<", "accumulated:", token, "inQuote:", inQuote, "inDollarQuote:", inDollarQuote, "lastDollar:", lastDollar, "escaped:", escaped);
			if (char === "") {
				if (inQuote) throw new Error("Got EOF while in a quoted string");
				if (escaped) throw new Error("Got EOF while in an escape sequence");
				if (token !== void 0) yield token;
				return;
			}
			if (escaped) {
				if (char === "\n") {} else if (inQuote) token = (token || "") + escaped + char;
				else token = (token || "") + char;
				escaped = false;
				continue;
			}
			if (this.escapes.includes(char)) {
				if (!inQuote || inDollarQuote !== false || this.escapedQuotes.includes(inQuote)) {
					escaped = char;
					continue;
				}
			}
			if (inQuote !== false) {
				if (char === inQuote) {
					token = this.processEscapes(token, inQuote, inDollarQuote === "'");
					inQuote = false;
					inDollarQuote = false;
					continue;
				}
				token = (token || "") + char;
				continue;
			}
			if (this.quotes.includes(char)) {
				inQuote = char;
				if (lastDollar === pos - 1) {
					if (char === "'" && !this.ansiCQuotes) {} else if (char === "\"" && !this.localeQuotes) {} else inDollarQuote = char;
				}
				token = token || "";
				if (inDollarQuote !== false) token = token.slice(0, -1);
				continue;
			}
			if (inQuote === false && char === "$") lastDollar = pos;
			if (this.whitespace.includes(char)) {
				if (token !== void 0) yield token;
				token = void 0;
				continue;
			}
			token = (token || "") + char;
		}
	}
};
/**
* Splits a given string using shell-like syntax. This function is the inverse
* of shlex.join().
*
* @param {String} s String to split.
* @returns {String[]}
*/
function split(s) {
	return Array.from(new Shlexer(s));
}
/**
* Escapes a potentially shell-unsafe string using quotes.
*
* @param {String} s String to quote
* @returns {String}
*/
function quote(s) {
	if (s === "") return "''";
	if (!/[^\w@%\-+=:,./]/.test(s)) return s;
	return ("'" + s.replace(/('+)/g, "'\"$1\"'") + "'").replace(/^''|''$/g, "");
}
/**
* Concatenate the tokens of the list args and return a string. This function
* is the inverse of shlex.split().
*
* The returned value is shell-escaped to protect against injection
* vulnerabilities (see shlex.quote()).
*
* @param {String[]} args List of args to join
* @returns {String}
*/
function join(args) {
	if (!Array.isArray(args)) throw new TypeError("args should be an array");
	return args.map(quote).join(" ");
}
// src/text/words.ts
/** Words for such things, to be put into sentences. */
const words$1 = {
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
// src/inputs/values.ts
/** Reads `auto`, `true` or `false`. Fails on anything else. */
function choice(name, text) {
	const value = text.toLowerCase() || "auto";
	if (value === "true" || value === "false" || value === "auto") return value;
	throw new UserError(sentence`${input(name)} is ${quoted(text)}: write auto, true or false.`);
}
/** Reads one of a few words, in any case. Fails on anything else. */
function oneOf$1(name, text, allowed) {
	const found = allowed.find((word) => word === text.toLowerCase());
	if (found !== void 0) return found;
	throw new UserError(sentence`${input(name)} is ${quoted(text)}: write ${allowed.slice(0, -1).join(", ")} or ${allowed.at(-1) ?? ""}.`);
}
/** Reads `true` or `false`, in any case. Fails on anything else. */
function flag(name, text) {
	return oneOf$1(name, text, ["true", "false"]) === "true";
}
/** Reads a whole number, 0 or more. Fails on anything else. */
function count(name, text) {
	if (/^\d{1,9}$/.test(text)) return Number(text);
	throw new UserError(sentence`${input(name)} is ${quoted(text)}: write a whole number, such as 10.`);
}
/** Bytes of a size such as `5 GB` or `800 MB` (powers of ten). Fails on anything else. */
function size(name, text) {
	const [, number, unit] = /^(\d+(?:\.\d+)?)\s*([MG])B$/i.exec(text) ?? [];
	if (number === void 0) throw new UserError(sentence`${input(name)} is ${quoted(text)}: write a size such as 5 GB or 800 MB.`);
	return Number(number) * (unit?.toUpperCase() === "G" ? 1e9 : 1e6);
}
/** Of a command line: what splits it goes over a word again at each of its quotes. */
const MOST_CHARACTERS = 3e4;
/** Splits as a shell would, without expansion. Fails on an unclosed quote, a backslash at the end, and on too long a text. */
function shellWords(name, text) {
	if (text.length > MOST_CHARACTERS) throw new UserError(sentence`${input(name)} has more than ${MOST_CHARACTERS} characters: write them into a file, such as pytest.ini or a script.`);
	try {
		return split(text);
	} catch {
		throw new UserError(sentence`${input(name)} is ${quoted(text)}, which ends within a quote or after a backslash: close the quote, or put a "\\" before a quote or backslash that is meant as such.`);
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
	return new UserError(sentence`${input(name)} is ${quoted(path)}, which leads out of the ${words$1.checkout}: write a path within it.`);
}
/** A file within the checkout whose name ends in .xml. Fails on other paths. */
function xmlFile(name, path) {
	if (path.endsWith(".xml")) return relative(name, path);
	throw new UserError(sentence`${input(name)} is ${quoted(path)}: write a path that ends in .xml, such as junit.xml.`);
}
/** An archive within the checkout, whose ending says how it is compressed. Fails on other paths. */
function archive(name, path) {
	requireArchive(input(name), path);
	return relative(name, path);
}
/** Fails where a path's ending doesn't say how an archive is compressed; `subject` is the path's name in the sentence. */
function requireArchive(subject, path) {
	if (/\.tar(?:\.gz|\.zst)?$/.test(path)) return;
	throw new UserError(sentence`${subject} is ${quoted(path)}: write a path that ends in .tar, .tar.gz or .tar.zst, such as share.tar.zst.`);
}
// src/inputs/container.ts
const USER = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,63})?$/;
const NETWORK = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const WORKDIR = /^\/(?!\/)[^,"\n\r:]+$/;
const GPUS = /^(?:all|\d+|device=[A-Za-z0-9:_-]+(?:,[A-Za-z0-9:_-]+)*)$/;
/** A user and a group, by names or numbers. Fails on anything else. */
function user(name, text) {
	return matching$1(name, text, USER, "a name or a number, such as 1000 or 1000:1000");
}
/** An absolute path in a container. Fails on anything else. */
function workdir(name, text) {
	return matching$1(name, text, WORKDIR, "an absolute path, such as /usr/src/app");
}
/** `none`, for a start without the image's ENTRYPOINT. Fails on anything else. */
function entrypoint(name, text) {
	if (text.toLowerCase() === "none") return "none";
	throw new UserError(sentence`${input(name)} is ${quoted(text)}: write none, which leaves the image's ENTRYPOINT out, or leave it empty; what is to be started instead goes into ${input("test-command")}.`);
}
/** A network's name. Fails on anything else. */
function network(name, text) {
	return matching$1(name, text, NETWORK, "bridge, none, host or a network's name");
}
/** Graphics cards, as `docker run --gpus` has them. Fails on anything else. */
function graphicsCards(name, text) {
	return matching$1(name, text, GPUS, "all, a number, or device=0,1");
}
/** Whole bytes of shared memory. Fails on what is no size. */
function sharedMemory(name, text) {
	return Math.round(size(name, text));
}
/** Node's clocks take no more than 24 days. */
const MOST_MINUTES = 34e3;
/** Minutes, above 0. Fails on anything else. */
function minutes(name, text) {
	const value = Number(text);
	if (/^\d+(?:\.\d+)?$/.test(text) && value > 0 && value < MOST_MINUTES) return value;
	throw new UserError(sentence`${input(name)} is ${quoted(text)}: write a number above 0 and below ${MOST_MINUTES}, such as 10.`);
}
/** The network that the runner made for the job's services, in JSON; all of them are in it. Undefined where there is none. */
function networkOfServices(_name, services) {
	try {
		const values = Object.values(JSON.parse(services || "null") ?? {});
		for (const value of values) {
			const name = typeof value === "object" && value !== null && "network" in value ? value.network : void 0;
			if (typeof name === "string" && NETWORK.test(name)) return name;
		}
	} catch {}
}
function matching$1(name, text, pattern, what) {
	if (pattern.test(text)) return text;
	throw new UserError(sentence`${input(name)} is ${quoted(text)}: write ${what}.`);
}
// src/inputs/lists.ts
/** The non-empty lines of an input, trimmed; a line that begins with `#` is a comment. */
function lines$1(text) {
	return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
/** Of these, each multiplies the ways in which a library compares a pattern with a path. */
const MOST_STARS = 3;
const MOST_DOUBLE_STARS = 2;
/**
* Reads globs below a folder, one a line; a `!` before one leaves out what it matches. Fails on one that leads out, and on
* one with so many stars that it could keep a run busy.
*/
function globs(name, text) {
	return lines$1(text).map((line) => {
		const [, sign = "", pattern = ""] = /^(!?)\/*(.*)$/s.exec(line) ?? [];
		const names = pattern.split("/");
		const stars = names.filter((part) => part !== "**").map((part) => part.split("*").length - 1);
		if (Math.max(0, ...stars) > MOST_STARS || names.length - stars.length > MOST_DOUBLE_STARS) throw new UserError(sentence`${input(name)} has the pattern ${quoted(pattern)}: write at most ${MOST_STARS} stars in a name, and ** in a path at most twice.`);
		return sign + relative(name, pattern);
	});
}
/** Reads lines of `NAME=value`. Fails on a line without a name or a value. */
function buildArguments(text) {
	return pairs("build-args", text, /^[A-Za-z_][A-Za-z0-9_]*=/, "NAME=value");
}
/** Reads lines of `key=value` for labels. Fails on a line without a key. */
function labels(text) {
	return pairs("labels", text, /^[A-Za-z0-9][A-Za-z0-9._/-]*=/, "key=value");
}
/** What does not have the form may be a secret in the wrong place: it is not shown. */
function pairs(name, text, form, entry) {
	const isMalformed = (line) => lines$1(line).some((written) => !form.test(written));
	const index = text.split("\n").findIndex(isMalformed);
	if (index < 0) return lines$1(text);
	throw new UserError(sentence`${input(name)} has no ${entry} in its line ${index + 1}: write one ${entry} a line.`);
}
/**
* Reads lines of `NAME=value`; a value of several lines stands between `NAME<<END` and a line `END`.
* Fails on a bare name, whose value would have to come from the runner's own environment, and on a long value under a
* name that means something to docker itself. Never shows a value.
*/
function environment(text) {
	const values = namedValues(text, {
		name: "env",
		word: "NAME",
		pattern: "[A-Za-z_][A-Za-z0-9_]*",
		cure: sentence`write NAME=value; ${words$1.noVariables}`
	});
	const [name] = values.find(([name, value]) => !fitsOnLine(value) && DOCKERS.test(name)) ?? [];
	if (name === void 0) return Object.fromEntries(values);
	throw new UserError(sentence`${input("env")} gives ${name} several lines or too long a value: this name takes one short line.`);
}
const DOCKERS = /^(?:PATH|HOME|LD_.*|DOCKER_.*|BUILDX_.*|BUILDKIT_.*)$/;
/** Bytes: docker reads a file of variables line by line, each at most 64 KiB long. */
const MAX_FILE_LINE = 6e4;
/** Whether the value of a variable can stand in a file of `NAME=value` lines for docker. */
function fitsOnLine(value) {
	return !/[\r\n]/.test(value) && byteLength(value) < MAX_FILE_LINE;
}
/** Reads lines of `id=value`, in the same form. Fails on anything else. Never shows a value. */
function secretValues(text) {
	return namedValues(text, {
		name: "secrets",
		word: "id",
		pattern: "[A-Za-z0-9_.-]+",
		cure: sentence`write id=value, or id=VARIABLE in ${input("secret-envs")}`
	});
}
function namedValues(text, naming) {
	const result = [];
	const form = new RegExp(`^(${naming.pattern})(=|<<)(.*)$`, "s");
	const rows = text.split(/\r?\n/);
	for (let at = 0; at < rows.length; at++) {
		const row = (rows[at] ?? "").trimStart();
		if (row.trim() === "" || row.startsWith("#")) continue;
		const [, name, sign, rest] = form.exec(row) ?? [];
		if (name === void 0 || rest === void 0) throw malformed(naming, row, at);
		if (sign === "=") {
			result.push([name, rest]);
			continue;
		}
		const end = indexOfLine(rows, rest.trim(), at + 1);
		if (rest.trim() === "" || end < 0) throw new UserError(sentence`${input(naming.name)} has ${name}<<${rest} but no line ${rest.trim() || "END"} that ends the value.`);
		result.push([name, rows.slice(at + 1, end).join("\n")]);
		at = end;
	}
	return result;
}
/** Where a line stands among others, from one on, whatever is around it; -1 where it isn't. */
function indexOfLine(rows, wanted, from) {
	for (let at = from; at < rows.length; at++) if (rows[at]?.trim() === wanted) return at;
	return -1;
}
function malformed({ name, word, pattern, cure }, row, index) {
	return new UserError(new RegExp(`^${pattern}\\s*$`).test(row) ? sentence`${input(name)} has a name without a value in its line ${index + 1}: ${cure}.` : sentence`${input(name)} has no ${word}=value in its line ${index + 1}: write one ${word}=value a line, or a value of several lines between ${word}<<END and END.`);
}
/** Values that were given one by one, as an input has them. Fails on one of several lines that would be taken for several. */
function asLines(name, values) {
	const takesLines = name === "env" || name === "secrets";
	return values.map((value) => takesLines ? inSeveralLines(value) : oneLine(name, value)).join("\n");
}
/** `NAME=value` whose value has line breaks, as an input has it. */
function inSeveralLines(entry) {
	if (!entry.includes("\n")) return entry;
	const [name = ""] = entry.split("=", 1);
	const value = entry.slice(name.length + 1);
	let end = "END";
	while (value.split("\n").some((line) => line.trim() === end)) end += "_";
	return `${name}<<${end}\n${value}\n${end}`;
}
function oneLine(name, entry) {
	if (!/[\r\n]/.test(entry)) return entry;
	throw new UserError(sentence`${input(name)} has a value of several lines: write one value at a time, on one line.`);
}
/** Reads lines of `id=path`, paths within the checkout. Fails on anything else. */
function secretFiles(text) {
	return sources("secret-files", text, /^([A-Za-z0-9_.-]+)=(.+)$/, "id=path").map(({ id, from }) => ({
		id,
		from: relative("secret-files", from)
	}));
}
/** Reads lines of `id=VARIABLE`. Fails on anything else. */
function secretVariables(text) {
	return sources("secret-envs", text, /^([A-Za-z0-9_.-]+)=([A-Za-z_][A-Za-z0-9_]*)$/, "id=VARIABLE");
}
/** What does not have the form may be a value: it is not shown. */
function sources(name, text, form, entry) {
	return lines$1(text).map((line) => {
		const [, id, from] = form.exec(line) ?? [];
		if (id !== void 0 && from !== void 0) return {
			id,
			from
		};
		throw new UserError(sentence`${input(name)} has a line that is not ${entry}: write one ${entry} a line.`);
	});
}
/** Reads lines of `default` or `id=path`, as `docker buildx build --ssh` has them. Fails on anything else, and on an id given twice. */
function sshAgents(text) {
	const agents = lines$1(text);
	if (!agents.every((line) => /^[A-Za-z0-9_.-]+(?:=.+)?$/.test(line))) throw new UserError(sentence`${input("ssh")} has a line that is neither default nor id=path: write one of them a line.`);
	requireOnce(agents.map((line) => line.replace(/=.*/, "")), "ssh");
	return agents;
}
/** Fails where an id is given twice in some inputs. */
function requireOnce(ids, inputs) {
	const twice = ids.find((id, index) => ids.indexOf(id) !== index);
	if (twice === void 0) return;
	throw new UserError(`The id ${twice} is given twice in ${inputs}: give each an id of its own.`);
}
// src/inputs/exposed.ts
/** What in a build argument's value is a secret without doubt. */
const SECRETS = [
	["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
	["a token", /\b(?:gh[oprsu]_\w{20}|github_pat_\w{20}|glpat-[\w-]{20}|pypi-Ag[\w-]{20}|npm_[A-Za-z0-9]{30})/],
	["a token", /\b(?:xox[a-z]-[\w-]{10}|(?:AKIA|ASIA)[A-Z0-9]{16}\b|AIza[\w-]{35}(?![\w-]))/],
	["a token", /\b(?:hf_[A-Za-z0-9]{30}|dckr_[op]at_[\w-]{20}|gldt-[\w-]{20}|sk-(?:ant|proj)-[\w-]{20})/],
	["a URL with a password", /[a-z0-9+.-]:\/\/[^\s/?#@:]*:[^\s/?#@]+@(?!sha256:)/i]
];
const CURE$1 = sentence`pass it by ${input("secrets")}, and mount it with RUN --mount=type=secret`;
/** Fails where build arguments, as the input has them, hold what is a secret by its form. Never shows a value. */
function refuseSecrets(buildArguments) {
	for (const line of lines$1(buildArguments)) {
		const [what] = SECRETS.find(([, form]) => form.test(line)) ?? [];
		if (what === void 0) continue;
		const [, name] = /^([A-Za-z_][A-Za-z0-9_]*)=/.exec(line) ?? [];
		throw new UserError(sentence`${input("build-args")} has ${what}${name === void 0 ? "" : ` in ${name}`}, which everyone who has the image can read: ${CURE$1}.`);
	}
}
// src/inputs/image-names.ts
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
/** How an image tag may look, as a sentence says it. */
const TAG_RULE = "an image tag is 1 to 128 letters, digits, \"_\", \".\" and \"-\", and begins with neither \".\" nor \"-\"";
/** Whether a text may stand behind the colon of an image's name. */
function isImageTag(text) {
	return TAG.test(text);
}
/** Reads image tags, one a line, and `auto` in any case, which alone stands for no line at all. Fails on a line that is neither. */
function imageTags(name, text) {
	const written = lines$1(text).map((line) => {
		if (line.toLowerCase() === "auto") return "auto";
		if (isImageTag(line)) return line;
		throw new UserError(sentence`${input(name)} has the line ${quoted(line)}: ${TAG_RULE}. Write auto, or one image tag a line without the image's name.`);
	});
	return written.length > 0 ? written : ["auto"];
}
/** Reads an image's name without a tag, in lower case. Fails on anything else. */
function imageName(name, text) {
	const image = text.toLowerCase();
	const [, last = ""] = /([^/]*)$/.exec(image) ?? [];
	if (/[:@]/.test(last) && image.includes("/")) throw new UserError(sentence`${input(name)} is ${quoted(text)}: leave the tag out; tags come from the git tag.`);
	if (isImageName(image)) return image;
	throw new UserError(sentence`${input(name)} is ${quoted(text)}, which is no image name: write registry/owner/name, such as ghcr.io/owner/name, without a tag.`);
}
/** Whether a text in lower case is an image's name, without a tag. */
function isImageName(name) {
	const component = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
	return name.length <= 255 && new RegExp(`^(?:(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]+)?|\\[[0-9a-f:]+\\](?::[0-9]+)?)/)?${component}(?:/${component})*$`).test(name);
}
// src/inputs/names.ts
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
	"entrypoint",
	"user",
	"network",
	"shm-size",
	"gpus",
	"read-only",
	"timeout-minutes",
	"shard",
	"summary",
	"annotations",
	"slowest",
	"junit-file",
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
	"job-index",
	"job-container",
	"services"
];
/** Those that the runner fills in: nobody types them. */
const filledIn = [
	"matrix",
	"job-total",
	"job-index",
	"job-container",
	"services"
];
Object.fromEntries(inputNames.map((name) => [name, ""]));
// src/inputs/nearest.ts
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
// src/inputs/settings.ts
/** What holds where neither an input nor a setting says anything. */
const builtIn = {
	target: "dev",
	"share-target": "share",
	"test-command": "pytest",
	slowest: "10"
};
/** The inputs that can be settings, and how a value is read that TOML has. */
const READERS$1 = {
	file: text,
	target: text,
	"share-target": text,
	"build-args": (name, value) => checkedBuildArguments(named$2(name, value)),
	"cache-dependency-path": list$1,
	"test-command": words,
	"pytest-args": words,
	env: (name, value) => checkedEnvironment(named$2(name, value)),
	"working-directory": text,
	workdir: text,
	entrypoint: text,
	network: noNetwork,
	"shm-size": text,
	"timeout-minutes": number,
	slowest: number
};
inputNames.filter((name) => name in READERS$1);
function text(name, value) {
	if (typeof value === "string") return value.trim();
	throw new UserError(sentence`${input(name)} is no text: write its value in quotes.`);
}
function number(name, value) {
	if (typeof value === "number" || typeof value === "string") return String(value).trim();
	throw new UserError(sentence`${input(name)} is no number: write one, such as 10.`);
}
function list$1(name, value) {
	return typeof value === "string" ? value : asLines(name, texts(name, value));
}
/** A list of words is what comes out when a shell has split the line. */
function words(name, value) {
	return typeof value === "string" ? value : join(texts(name, value));
}
function texts(name, value) {
	if (Array.isArray(value) && value.every((entry) => typeof entry === "string")) return value;
	throw new UserError(sentence`${input(name)} is neither a text nor a list of texts: write "…" or ["…", "…"].`);
}
/** `NAME=value` in one text as the input has it, one by one in a list, or as a table. */
function named$2(name, value) {
	if (!(typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date))) return list$1(name, value);
	return asLines(name, Object.entries(value).map(([key, entry]) => {
		if (typeof entry === "string") return `${key}=${entry}`;
		throw new UserError(sentence`${input(name)} has ${quoted(key)} without quotes around its value: put it in quotes, which keep a version such as "3.10" as it is.`);
	}));
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
	throw new UserError(sentence`${input(name)} is ${quoted(String(value))}, but a file can only take the network away: write "none", or set the network in the workflow, as an input, or on your machine as an option.`);
}
// src/inputs/shard.ts
/** A matrix has no more legs. */
const MOST_SHARDS = 256;
/** Reads which of how many, such as `2/4`. Fails on anything else. */
function shard(name, text) {
	const [, index, total] = (/^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(text) ?? []).map(Number);
	if (index !== void 0 && total !== void 0 && index >= 1 && index <= total && total <= MOST_SHARDS) return {
		index,
		total
	};
	throw new UserError(sentence`${input(name)} is ${quoted(text)}: write which of how many, from 1/4 to 4/4 for four, and at most ${MOST_SHARDS}.`);
}
// src/inputs/start-command.ts
/** What only a shell would understand, as words of their own. */
const OPERATORS = [
	"&&",
	"||",
	"|",
	";",
	"&",
	">",
	"2>&1"
];
const BUILTINS = [
	"cd",
	"export",
	"source",
	".",
	"set",
	"exec",
	"ulimit",
	"umask"
];
/** A program and its arguments, split as a shell would. Fails on a line that only a shell could run. */
function startCommand(name, text) {
	const words = shellWords(name, text);
	const [program = ""] = words;
	if (/^[A-Za-z_]\w*=/.test(program)) throw new UserError(sentence`${input(name)} is ${quoted(text)}, which sets a variable as only a shell can: write ${quoted(program)} into ${input("env")}.`);
	const sign = BUILTINS.includes(program) ? program : words.find((word) => OPERATORS.includes(word) || /^[^\s;]+;$/.test(word));
	if (sign === void 0) return words;
	throw new UserError(sentence`${input(name)} is ${quoted(text)}, but no shell runs it, which ${quoted(sign)} would need: write sh -c "…" around it${program === "cd" ? sentence`, or name the folder in ${input("working-directory")}` : ""}.`);
}
// src/inputs/inputs.ts
/** How each input is read. A value that can't be one is a sentence that names the input and the cure. */
const READERS = {
	context: orElse(".", relative),
	file: optional$1(relative),
	target: stage,
	"share-target": stage,
	"build-args": (_, text) => harmlessArguments(text),
	secrets: (_, text) => secretValues(text),
	"secret-files": (_, text) => secretFiles(text),
	"secret-envs": (_, text) => secretVariables(text),
	ssh: (_, text) => sshAgents(text),
	"cache-dependency-path": globs,
	"enable-cache": choice,
	"save-cache": choice,
	"cache-suffix": asTyped,
	"cache-max-size": orElse("5 GB", size),
	mount: choice,
	load: orElse("false", flag),
	"test-command": startCommand,
	"pytest-args": shellWords,
	env: (_, text) => environment(text),
	"working-directory": orElse(".", relative),
	workdir: optional$1(workdir),
	entrypoint: optional$1(entrypoint),
	user: optional$1(user),
	network: optional$1(network),
	"shm-size": optional$1(sharedMemory),
	gpus: optional$1(graphicsCards),
	"read-only": orElse("false", flag),
	"timeout-minutes": optional$1(minutes),
	shard: optional$1(shard),
	summary: orElse("true", (name, text) => oneOf$1(name, text, [
		"true",
		"false",
		"failures"
	])),
	annotations: orElse("true", flag),
	slowest: count,
	"junit-file": optional$1(xmlFile),
	image: optional$1(imageName),
	username: asTyped,
	password: asTyped,
	"github-token": asTyped,
	push: orElse("auto", (name, text) => oneOf$1(name, text, [
		"auto",
		"true",
		"false",
		"platform"
	])),
	tags: imageTags,
	"tag-prefix": asTyped,
	overwrite: orElse("false", flag),
	labels: (_, text) => labels(text),
	"verify-share": orElse("true", flag),
	"share-file": optional$1(archive),
	matrix: asTyped,
	"job-total": (_, text) => Number(text || "1"),
	"job-index": (_, text) => Number(text || "0"),
	"job-container": asTyped,
	services: networkOfServices
};
/**
* Reads what was typed, completed by a project's settings and then by what is built in, and says where that comes from
* which was not typed. Of build arguments and variables, each is taken by itself. Fails with a sentence on each input that
* can't be read, and on those of some variables (`INPUT_…`, without the prefix) that can only be meant as some; all of them at once.
*/
function readInputs(typed, settings, variables = []) {
	const { origin, values: set } = settings ?? {
		origin: "",
		values: {}
	};
	const names = inputNames.filter((name) => typed[name] === "" && set[name] !== void 0);
	const source = names.length === 0 ? {} : { source: {
		origin,
		names
	} };
	const sentences = unknownInputs(variables);
	const values = {};
	for (const name of inputNames) {
		const text = typed[name] || set[name] || builtIn[name] || "";
		attempt(sentences, () => {
			values[name] = READERS[name](name, text);
		});
	}
	if (sentences.length === 0) attempt(sentences, () => requireOwnIds(values));
	if (sentences.length > 0) throw new UserError(withSource(joined(sentences, "\n"), source.source));
	const inputs = values;
	return {
		inputs: {
			...inputs,
			"build-args": withOthers(inputs["build-args"], buildArguments(set["build-args"] ?? "")),
			env: {
				...environment(set.env ?? ""),
				...inputs.env
			}
		},
		...source
	};
}
/** Carries an action out, and keeps the sentence that it fails with. */
function attempt(sentences, action) {
	try {
		action();
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		sentences.push(error.sentence);
	}
}
/**
* What was typed as an input and is none. Without a dash in its name it may as well be a variable of the job: workflows
* hand their own inputs to scripts as `INPUT_VERSION` and the like.
*/
function unknownInputs(variables) {
	return unknownNames(variables).filter((name) => name.includes("-")).map((name) => {
		const meant = meantBy(name);
		return `There is no input ${name}${meant ? `: did you mean ${meant}?` : `. Inputs are: ${typable.join(", ")}.`}`;
	});
}
const typable = inputNames.filter((name) => !filledIn.includes(name));
function unknownNames(variables) {
	const known = new Set(inputNames);
	return variables.map((name) => name.toLowerCase()).filter((name) => !known.has(name));
}
function meantBy(name) {
	return nearest(name.slice(0, 40), typable);
}
function requireOwnIds({ secrets, ...inputs }) {
	requireOnce([
		...secrets.map(([id]) => id),
		...inputs["secret-files"].map(({ id }) => id),
		...inputs["secret-envs"].map(({ id }) => id)
	], "secrets, secret-files and secret-envs");
}
/** Lines of `NAME=value`, and after them those others whose names are not among them. */
function withOthers(typed, others) {
	const nameOf = (pair) => pair.replace(/=.*/s, "");
	const names = new Set(typed.map(nameOf));
	return [...typed, ...others.filter((pair) => !names.has(nameOf(pair)))];
}
function harmlessArguments(text) {
	refuseSecrets(text);
	return buildArguments(text);
}
/** BuildKit doesn't tell stages apart by upper and lower case. */
function stage(_name, text) {
	return text.toLowerCase();
}
function asTyped(_name, text) {
	return text;
}
/** Reads what is written, or `standard` where nothing is: an expression such as `\${{ inputs.push }}` is empty on events without inputs. */
function orElse(standard, read) {
	return (name, text) => read(name, text || standard);
}
function optional$1(read) {
	return (name, text) => text === "" ? void 0 : read(name, text);
}
// src/inputs/steps/read.ts
/** All inputs as the runner has them. */
function typedInputs() {
	return Object.fromEntries(inputNames.map((name) => [name, getInput(name)]));
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
/** Their names. */
const COUNT_NAMES = Object.keys(WORDS).filter((name) => Object.hasOwn(WORDS, name));
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
// src/legs/matrix.ts
/** Name of a leg for titles, such as `3.12, numpy`; empty outside a matrix. */
function nameOf(matrix) {
	return matrix.map(({ value }) => value).join(", ");
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
		sharded: /* @__PURE__ */ new Map()
	};
}
/** Adds a leg of a job that ended so. */
function gather(all, { leg, tests, suite }, end) {
	const { failures, flaky, slowest, reasons: _, warnings: __, ...rest } = leg;
	const name = labelOf(leg);
	const mayFail = leg.conclusion === "failure" && end === "success";
	const gathered = {
		...rest,
		failures: failures.length,
		flaky: flaky.length,
		mayFail
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
	if (leg.shard) addShard(all.sharded, {
		leg: gathered,
		names: suite
	}, tests);
}
/** What a leg is called: its values in the matrix, or else which of how many it is. */
function labelOf({ job, matrix, index, total }) {
	return nameOf(matrix) || (total > 1 ? `${job} ${index + 1}/${total}` : job);
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
		failure.file,
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
function addShard(sharded, shard, tests) {
	const { leg } = shard;
	const key = JSON.stringify([
		leg.job,
		leg.step,
		callOf(leg),
		leg.shard?.total
	]);
	const job = sharded.get(key) ?? {
		legs: [],
		runs: /* @__PURE__ */ new Map()
	};
	sharded.set(key, job);
	const at = job.legs.push(shard) - 1;
	for (const { nodeId } of tests) {
		const ran = job.runs.get(nodeId);
		if (ran) ran.push(at);
		else job.runs.set(nodeId, [at]);
	}
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
// src/legs/images.ts
/** The images of legs, one for each platform, in the order of these; or why they can't be published together, as sentences. */
function chooseImages(legs, { image, version: { version } }) {
	const pushed = legs.flatMap(({ image, ...leg }) => image ? [{
		...image,
		leg: labelOf(leg),
		matrix: leg.matrix
	}] : []);
	if (pushed.length === 0) return { problems: [NONE] };
	const others = pushed.filter((one) => one.name !== image || one.version !== version);
	if (others.length > 0) return { problems: others.map((one) => otherSentence(one, image, version)) };
	const byPlatform = [...Map.groupBy(pushed, ({ platform }) => platform)].sort(([a], [b]) => a < b ? -1 : 1);
	const twice = byPlatform.filter(([, ofOne]) => ofOne.length > 1);
	if (twice.length > 0) return { problems: twice.map(([platform, ofOne]) => twiceSentence(platform, ofOne)) };
	return { parts: byPlatform.flatMap(([, ofOne]) => ofOne.map(({ leg, platform, digest }) => ({
		leg,
		platform,
		digest
	}))) };
}
const NONE = "No leg has pushed an image: write \"push: platform\" below \"with:\" where this action tests, in the jobs that \"needs:\" names.";
function otherSentence({ leg, name, version: theirs }, image, version) {
	return name === image ? `The leg ${plain(leg)} has pushed version ${plain(theirs)}, and this job publishes ${version}: give both the same tag-prefix.` : `The leg ${plain(leg)} has pushed its image to ${plain(name)}, and this job publishes ${image}: write the same image in both.`;
}
/** Of several Python versions, for example, one alone can have the version's name. */
function twiceSentence(platform, legs) {
	return `There is more than one image for ${platform}, from the legs ${listed(legs.map(({ leg }) => `"${plain(leg)}"`))}, and the version's name can go to one of them only. Choose it in the workflow, such as by "push: \${{ ${choiceOf(legs)} && 'platform' || 'false' }}".`;
}
/** What is true of one of some legs, as a workflow says it: by the first value in which they differ, if it is a plain one. */
function choiceOf(legs) {
	const last = legs.at(-1)?.matrix ?? [];
	const own = last.find(({ name, value }) => legs.every(({ matrix }) => matrix === last || !matrix.some((other) => other.name === name && other.value === value)));
	return own && /^[A-Za-z_][\w-]*$/.test(own.name) && /^[\w.-]+$/.test(own.value) ? `matrix.${own.name} == '${own.value}'` : "matrix.python == '3.14'";
}
// src/legs/needs.ts
const ENDS = [
	"success",
	"failure",
	"cancelled",
	"skipped"
];
const CURE = "write \"needs: ${{ toJSON(needs) }}\" below \"with:\", and \"needs:\" with the names of the jobs that test above the steps";
/** Reads how the jobs ended that a report is of, from what `toJSON(needs)` gives. Fails where it is not that, or names none. */
function readNeeds(text) {
	if (text.trim() === "") throw new UserError(`Input needs is empty, so it can't be known what is missing: ${CURE}.`);
	const told = parseJson(text);
	const jobs = isRecord(told) ? Object.entries(told) : [];
	const ends = jobs.flatMap(([job, value]) => {
		const result = isRecord(value) ? value.result : void 0;
		return isEnd(result) ? [[job, result]] : [];
	});
	if (ends.length === 0 || ends.length < jobs.length) throw new UserError(`Input needs is not what GitHub tells of the jobs that this one waits for: ${CURE}.`);
	return new Map(ends);
}
function isEnd(value) {
	return typeof value === "string" && ENDS.includes(value);
}
// src/legs/suites.ts
/** The suites of a job's shards: those are of one that differ in nothing but in what tells the shard. */
function suitesOf({ legs, runs }) {
	const isOfShard = valuesOfShards(legs.map(({ leg }) => leg));
	const shards = legs.map((shard, at) => ({
		...shard,
		at,
		others: shard.leg.matrix.filter(({ name }) => !isOfShard(name))
	}));
	const suites = [...Map.groupBy(shards, ({ others }) => inOneOrder(others)).values()];
	return suites.map((ofSuite) => {
		const places = new Set(ofSuite.map(({ at }) => at));
		const counts = [...runs].map(([test, ran]) => [test, ran.filter((at) => places.has(at)).length]);
		const [first] = ofSuite;
		return {
			name: suites.length > 1 ? nameOf(first?.others ?? []) : "",
			legs: ofSuite.map(({ leg }) => leg),
			runs: new Map(counts.filter(([, count]) => count > 0)),
			names: first?.names ?? (async () => [])
		};
	});
}
/**
* Tells which values of the matrix say which shard it is: those by which the shard is known, whatever the others are. How
* `shard:` is made of them, only the workflow knows.
*/
function valuesOfShards(legs) {
	const shards = new Set(legs.map(({ shard }) => shard?.index));
	const ofShards = [...new Set(legs.flatMap(({ matrix }) => matrix.map(({ name }) => name)))].filter((name) => {
		return [...Map.groupBy(legs, ({ matrix }) => valueIn(matrix, name)).values()].every((same) => new Set(same.map(({ shard }) => shard?.index)).size === 1);
	});
	return (name) => shards.size > 1 && ofShards.includes(name);
}
function inOneOrder(matrix) {
	return JSON.stringify(matrix.map(({ name, value }) => [name, value]).sort());
}
function valueIn(matrix, wanted) {
	return matrix.find(({ name }) => name === wanted)?.value;
}
// src/legs/completeness.ts
const MOST_NAMES = 10;
const AGAIN$1 = "Re-run all jobs";
/** The job of `needs` that a leg is of, which is the call of its workflow, if it is in one; undefined for none. */
function jobOf(leg, needs) {
	const [call = ""] = callOf(leg).split(".");
	const name = (call || leg.job).toLowerCase();
	return [...needs.keys()].find((job) => job.toLowerCase() === name);
}
/** What is missing or does not fit together, as sentences; empty where all is there. */
async function findGaps(all, needs) {
	const byJob = Map.groupBy(all.legs, (leg) => jobOf(leg, needs) ?? "");
	const gaps = [...needs].flatMap(([job, end]) => gapsOfJob(job, end, byJob.get(job) ?? []));
	for (const suite of [...all.sharded.values()].flatMap(suitesOf)) gaps.push(...await gapsOfSuite(suite));
	return gaps;
}
function gapsOfJob(job, end, legs) {
	if (end === "skipped") return [`The job ${job} was skipped, so nothing was tested there: let it run, or take it out of "needs:".`];
	if (legs.length === 0) return [`The job ${job} ${{
		success: "succeeded",
		failure: "failed",
		cancelled: "was cancelled"
	}[end]} and left no results: if it tests with this action, ${AGAIN$1.toLowerCase()}; else take it out of "needs:".`];
	const gaps = missingLegs(job, legs);
	const isExplained = gaps.length > 0 || legs.some(({ conclusion }) => conclusion === "failure");
	if (end !== "success" && !isExplained) gaps.push(`The job ${job} ${end === "failure" ? "failed" : "was cancelled"}, but not in its tests: see the log of its other steps.`);
	return gaps;
}
/** Legs of a matrix that left nothing. */
function missingLegs(job, legs) {
	return [...Map.groupBy(legs, (leg) => JSON.stringify([
		leg.job,
		leg.step,
		callOf(leg)
	])).values()].flatMap((ofOne) => {
		const totals = [...new Set(ofOne.map(({ total }) => total))];
		const [total = 1] = totals;
		if (totals.length > 1) return [`The legs of the job ${job} are of matrices of ${totals.join(" and ")} legs. ${AGAIN$1}.`];
		const there = new Set(ofOne.map(({ index }) => index));
		const missing = Array.from({ length: total }, (_, index) => index).filter((index) => !there.has(index));
		if (missing.length === 0) return [];
		const which = named$1(missing.map((index) => String(index + 1)));
		return [`${missing.length === 1 ? "Leg" : "Legs"} ${which} of ${total} of the job ${job} left nothing: it was cancelled, it died, or it never started. ${AGAIN$1}.`];
	});
}
/** Whether each test of a suite ran in exactly one shard. */
async function gapsOfSuite({ name, legs, runs, names }) {
	const shards = legs.flatMap(({ shard }) => shard ? [shard] : []);
	const [first] = shards;
	if (!first) return [];
	const of = name === "" ? "" : ` (${name})`;
	const twice = shards.filter(({ index }, at) => shards.findIndex((other) => other.index === index) < at);
	if (twice.length > 0) return [`Shard ${twice[0]?.index}/${first.total}${of} was run by more than one leg: give each leg a shard of its own.`];
	const missing = Array.from({ length: first.total }, (_, at) => at + 1).filter((number) => !shards.some(({ index }) => index === number));
	if (missing.length > 0) return [`Nobody ran shard ${missing.slice(0, MOST_NAMES).map((number) => `${number}/${first.total}`).join(", ")}${of}, so its tests are missing: let the matrix give each number to a leg, and ${AGAIN$1.toLowerCase()}.`];
	if (shards.some(({ times }) => times !== first.times)) return [`The shards${of} were split by different times, so tests may have run twice or never${whyNumber(shards)}. ${AGAIN$1}.`];
	if (shards.some((shard) => shard.suite !== first.suite)) return [`The shards${of} collected different tests (${[...new Set(shards.map(({ collected }) => collected))].join(", ")}), so some may have run twice or never: names of tests must be the same on each machine. Look for parameters that are random, or in the order of a set.`];
	const all = await names();
	const never = all.filter((test) => !runs.has(test));
	const often = [...runs].filter(([, count]) => count > 1).map(([test]) => test);
	const stray = runs.size - (all.length - never.length);
	return [
		...never.length > 0 ? [`${some(never.length)}${of} ran in no shard: ${named$1(never)}.`] : [],
		...often.length > 0 ? [`${some(often.length)}${of} ran in more than one shard: ${named$1(often)}.`] : [],
		...stray > 0 ? [`${some(stray)}${of} ran and are not in the suite as it was collected. ${AGAIN$1}.`] : []
	];
}
function whyNumber(shards) {
	const why = shards.flatMap(({ by }) => by === "times" ? [] : [by.count]);
	return why[0] === void 0 ? "" : ` (by number in ${why.length} of ${shards.length}: ${why[0]})`;
}
function some(count) {
	return count === 1 ? "1 test" : `${count} tests`;
}
function named$1(names) {
	const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
	return `${names.slice(0, MOST_NAMES).join(", ")}${more}`;
}
// src/host/steps/client.ts
/**
* Runs a client, a script beside this one, in a folder to its end; `onStart` gets its process. Rejects where it can't be
* started, and where the signal in `options` ends it.
*/
async function askClient(script, folder, request, options, onStart = () => void 0) {
	await mkdir(folder, { recursive: true });
	await writeFile$1(join$1(folder, "request.json"), JSON.stringify(request));
	const log = await open(join$1(folder, "log"), "w");
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
		const said = await readFile(join$1(folder, "log"), "utf8");
		return {
			result: await readJson(join$1(folder, "result.json")),
			said,
			signal
		};
	} finally {
		await log.close();
	}
}
/** What a file in JSON holds; undefined where there is none that is whole. */
async function readJson(path) {
	try {
		return JSON.parse(await readFile(path, "utf8"));
	} catch {
		return;
	}
}
// src/legs/steps/process.ts
/** Runs the artifact client in a folder, and ends it after so many milliseconds. Trouble is a value; rejects where the signal ends it. */
async function runArtifactClient(folder, request, { milliseconds, signal: stop }) {
	const { result, said, signal } = await askClient("artifact-client.js", folder, request, {
		env: artifactEnvironment(),
		timeout: milliseconds,
		signal: stop,
		killSignal: "SIGKILL"
	});
	const lastLine = said.trim().split("\n").at(-1) ?? "";
	return result ?? { trouble: signal === null ? lastLine : `no answer within ${milliseconds / 1e3} seconds` };
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
/** The same for all attempts of one leg, and for nothing else. */
function sameLeg({ place, job, step, index }) {
	return JSON.stringify([
		place,
		job,
		step,
		index
	]);
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
// src/legs/read-leg.ts
/** Characters of texts, and lengths of lists, at most; who writes keeps to them. */
const MOST = {
	id: 2e3,
	name: 500,
	message: 4e3,
	reason: 500,
	traceback: 2e4,
	sentence: 8e3,
	failures: 5e3,
	/** Of values in the matrix, flaky tests, reasons, warnings and slow tests each. */
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
		conclusion: oneOf(told.conclusion, "conclusion", ["success", "failure"]),
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
		...optional("image", told.image, readImage),
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
			outcome: oneOf(told.outcome, name, OUTCOMES),
			...optional("reason", told.reason, (value) => string(value, name, MOST.reason)),
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
const DIGEST = /^sha256:[0-9a-f]{64}$/;
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
		matrix: list(told.matrix, "matrix", MOST.listed, readValue)
	};
}
function readValue(told, name) {
	return {
		name: string(told.name, name, MOST.name),
		value: string(told.value, name, MOST.name)
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
function readImage(value) {
	const told = record(value, "image");
	return {
		name: matching(told.name, "image.name", /^[\w.:/-]{1,300}$/),
		version: matching(told.version, "image.version", /^[\w.+-]{1,200}$/),
		platform: matching(told.platform, "image.platform", PLATFORM),
		digest: matching(told.digest, "image.digest", DIGEST)
	};
}
function readCounts(value) {
	const told = new Map(Object.entries(record(value, "counts")));
	const counts = noCounts();
	for (const name of COUNT_NAMES) counts[name] = integer(told.get(name), `counts.${name}`);
	return counts;
}
function readFailure(told, name) {
	return {
		nodeId: string(told.nodeId, name, MOST.id),
		phase: oneOf(told.phase, name, PHASES),
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
		outcome: oneOf(told.outcome, name, REASONS),
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
function oneOf(value, name, values) {
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
// node_modules/pend/index.js
var require_pend = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = Pend;
	function Pend() {
		this.pending = 0;
		this.max = 1e400;
		this.listeners = [];
		this.waiting = [];
		this.error = null;
	}
	Pend.prototype.go = function(fn) {
		if (this.pending < this.max) pendGo(this, fn);
		else this.waiting.push(fn);
	};
	Pend.prototype.wait = function(cb) {
		if (this.pending === 0) cb(this.error);
		else this.listeners.push(cb);
	};
	Pend.prototype.hold = function() {
		return pendHold(this);
	};
	function pendHold(self) {
		self.pending += 1;
		var called = false;
		return onCb;
		function onCb(err) {
			if (called) throw new Error("callback called twice");
			called = true;
			self.error = self.error || err;
			self.pending -= 1;
			if (self.waiting.length > 0 && self.pending < self.max) pendGo(self, self.waiting.shift());
			else if (self.pending === 0) {
				var listeners = self.listeners;
				self.listeners = [];
				listeners.forEach(cbListener);
			}
		}
		function cbListener(listener) {
			listener(self.error);
		}
	}
	function pendGo(self, fn) {
		fn(pendHold(self));
	}
}));
// node_modules/yauzl/fd-slicer.js
var require_fd_slicer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var fs = __require("fs");
	var util = __require("util");
	var stream = __require("stream");
	var Readable = stream.Readable;
	var PassThrough = stream.PassThrough;
	var Pend = require_pend();
	var EventEmitter = __require("events").EventEmitter;
	exports.BufferSlicer = BufferSlicer;
	exports.FdSlicer = FdSlicer;
	util.inherits(FdSlicer, EventEmitter);
	function FdSlicer(fd) {
		EventEmitter.call(this);
		this.fd = fd;
		this.pend = new Pend();
		this.pend.max = 1;
		this.refCount = 0;
	}
	FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		var self = this;
		self.pend.go(function(cb) {
			fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer) {
				cb();
				callback(err, bytesRead, buffer);
			});
		});
	};
	FdSlicer.prototype.createReadStream = function(options) {
		return new ReadStream(this, options);
	};
	FdSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	FdSlicer.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount < 0) throw new Error("invalid unref");
		if (self.refCount > 0) return;
		fs.close(self.fd, onCloseDone);
		function onCloseDone(err) {
			if (err) self.emit("error", err);
			else self.emit("close");
		}
	};
	util.inherits(ReadStream, Readable);
	function ReadStream(context, options) {
		options = options || {};
		Readable.call(this, options);
		this.context = context;
		this.context.ref();
		this.start = options.start || 0;
		this.endOffset = options.end;
		this.pos = this.start;
	}
	ReadStream.prototype._read = function(n) {
		var self = this;
		var toRead = Math.min(self._readableState.highWaterMark, n);
		if (self.endOffset != null) toRead = Math.min(toRead, self.endOffset - self.pos);
		if (toRead <= 0) {
			self.push(null);
			this._cleanup();
			return;
		}
		self.context.pend.go(function(cb) {
			var buffer = Buffer.allocUnsafe(toRead);
			fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
				if (err) self.destroy(err);
				else if (bytesRead === 0) {
					self.push(null);
					self._cleanup();
				} else {
					self.pos += bytesRead;
					self.push(buffer.slice(0, bytesRead));
				}
				cb();
			});
		});
	};
	ReadStream.prototype._destroy = function(err, cb) {
		this._cleanup();
		cb(err);
	};
	ReadStream.prototype._cleanup = function() {
		if (this.context != null) {
			this.context.unref();
			this.context = null;
		}
	};
	util.inherits(BufferSlicer, EventEmitter);
	function BufferSlicer(buffer) {
		EventEmitter.call(this);
		this.refCount = 0;
		this.buffer = buffer;
	}
	BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
		if (position < 0) throw new RangeError("position is negative: " + position);
		if (offset + length > buffer.length) length = buffer.length - offset;
		if (position + length > this.buffer.length) length = this.buffer.length - position;
		if (length <= 0) {
			setImmediate(function() {
				callback(null, 0);
			});
			return;
		}
		this.buffer.copy(buffer, offset, position, position + length);
		setImmediate(function() {
			callback(null, length);
		});
	};
	BufferSlicer.prototype.createReadStream = function(options) {
		options = options || {};
		var readStream = new PassThrough(options);
		readStream.start = options.start || 0;
		readStream.endOffset = options.end;
		readStream.pos = readStream.endOffset || this.buffer.length;
		var entireSlice = this.buffer.slice(readStream.start, readStream.pos);
		var maxChunkSize = 65536;
		var offset = 0;
		while (true) {
			var nextOffset = offset + maxChunkSize;
			if (nextOffset >= entireSlice.length) {
				if (offset < entireSlice.length) readStream.write(entireSlice.slice(offset, entireSlice.length));
				break;
			}
			readStream.write(entireSlice.slice(offset, nextOffset));
			offset = nextOffset;
		}
		readStream.end();
		return readStream;
	};
	BufferSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	BufferSlicer.prototype.unref = function() {
		this.refCount -= 1;
		if (this.refCount < 0) throw new Error("invalid unref");
	};
}));
// node_modules/yauzl/crc32.js
var require_crc32 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const CRC_TABLE = new Int32Array([
		0,
		1996959894,
		3993919788,
		2567524794,
		124634137,
		1886057615,
		3915621685,
		2657392035,
		249268274,
		2044508324,
		3772115230,
		2547177864,
		162941995,
		2125561021,
		3887607047,
		2428444049,
		498536548,
		1789927666,
		4089016648,
		2227061214,
		450548861,
		1843258603,
		4107580753,
		2211677639,
		325883990,
		1684777152,
		4251122042,
		2321926636,
		335633487,
		1661365465,
		4195302755,
		2366115317,
		997073096,
		1281953886,
		3579855332,
		2724688242,
		1006888145,
		1258607687,
		3524101629,
		2768942443,
		901097722,
		1119000684,
		3686517206,
		2898065728,
		853044451,
		1172266101,
		3705015759,
		2882616665,
		651767980,
		1373503546,
		3369554304,
		3218104598,
		565507253,
		1454621731,
		3485111705,
		3099436303,
		671266974,
		1594198024,
		3322730930,
		2970347812,
		795835527,
		1483230225,
		3244367275,
		3060149565,
		1994146192,
		31158534,
		2563907772,
		4023717930,
		1907459465,
		112637215,
		2680153253,
		3904427059,
		2013776290,
		251722036,
		2517215374,
		3775830040,
		2137656763,
		141376813,
		2439277719,
		3865271297,
		1802195444,
		476864866,
		2238001368,
		4066508878,
		1812370925,
		453092731,
		2181625025,
		4111451223,
		1706088902,
		314042704,
		2344532202,
		4240017532,
		1658658271,
		366619977,
		2362670323,
		4224994405,
		1303535960,
		984961486,
		2747007092,
		3569037538,
		1256170817,
		1037604311,
		2765210733,
		3554079995,
		1131014506,
		879679996,
		2909243462,
		3663771856,
		1141124467,
		855842277,
		2852801631,
		3708648649,
		1342533948,
		654459306,
		3188396048,
		3373015174,
		1466479909,
		544179635,
		3110523913,
		3462522015,
		1591671054,
		702138776,
		2966460450,
		3352799412,
		1504918807,
		783551873,
		3082640443,
		3233442989,
		3988292384,
		2596254646,
		62317068,
		1957810842,
		3939845945,
		2647816111,
		81470997,
		1943803523,
		3814918930,
		2489596804,
		225274430,
		2053790376,
		3826175755,
		2466906013,
		167816743,
		2097651377,
		4027552580,
		2265490386,
		503444072,
		1762050814,
		4150417245,
		2154129355,
		426522225,
		1852507879,
		4275313526,
		2312317920,
		282753626,
		1742555852,
		4189708143,
		2394877945,
		397917763,
		1622183637,
		3604390888,
		2714866558,
		953729732,
		1340076626,
		3518719985,
		2797360999,
		1068828381,
		1219638859,
		3624741850,
		2936675148,
		906185462,
		1090812512,
		3747672003,
		2825379669,
		829329135,
		1181335161,
		3412177804,
		3160834842,
		628085408,
		1382605366,
		3423369109,
		3138078467,
		570562233,
		1426400815,
		3317316542,
		2998733608,
		733239954,
		1555261956,
		3268935591,
		3050360625,
		752459403,
		1541320221,
		2607071920,
		3965973030,
		1969922972,
		40735498,
		2617837225,
		3943577151,
		1913087877,
		83908371,
		2512341634,
		3803740692,
		2075208622,
		213261112,
		2463272603,
		3855990285,
		2094854071,
		198958881,
		2262029012,
		4057260610,
		1759359992,
		534414190,
		2176718541,
		4139329115,
		1873836001,
		414664567,
		2282248934,
		4279200368,
		1711684554,
		285281116,
		2405801727,
		4167216745,
		1634467795,
		376229701,
		2685067896,
		3608007406,
		1308918612,
		956543938,
		2808555105,
		3495958263,
		1231636301,
		1047427035,
		2932959818,
		3654703836,
		1088359270,
		936918e3,
		2847714899,
		3736837829,
		1202900863,
		817233897,
		3183342108,
		3401237130,
		1404277552,
		615818150,
		3134207493,
		3453421203,
		1423857449,
		601450431,
		3009837614,
		3294710456,
		1567103746,
		711928724,
		3020668471,
		3272380065,
		1510334235,
		755167117
	]);
	function crc32(buf) {
		let crc = -1;
		for (let x of buf) crc = CRC_TABLE[(crc ^ x) & 255] ^ crc >>> 8;
		return (crc ^ -1) >>> 0;
	}
	module.exports = crc32;
}));
// src/legs/steps/archive.ts
var import_yauzl = (/* @__PURE__ */ __commonJSMin(((exports) => {
	var fs = __require("fs");
	var zlib = __require("zlib");
	var fd_slicer = require_fd_slicer();
	var util = __require("util");
	var EventEmitter = __require("events").EventEmitter;
	var Transform = __require("stream").Transform;
	var PassThrough = __require("stream").PassThrough;
	var Writable = __require("stream").Writable;
	const crc32 = typeof zlib.crc32 === "function" ? zlib.crc32 : require_crc32();
	exports.openPromise = openPromise;
	function openPromise(path, options) {
		return new Promise((resolve, reject) => {
			open(path, {
				...options,
				lazyEntries: true
			}, function(err, zipfile) {
				if (err) return reject(err);
				resolve(zipfile);
			});
		});
	}
	function open(path, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = true;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		fs.open(path, "r", function(err, fd) {
			if (err) return callback(err);
			fromFd(fd, options, function(err, zipfile) {
				if (err) fs.close(fd, defaultCallback);
				callback(err, zipfile);
			});
		});
	}
	function fromFd(fd, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = false;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		fs.fstat(fd, function(err, stats) {
			if (err) return callback(err);
			fromRandomAccessReader(new fd_slicer.FdSlicer(fd), stats.size, options, callback);
		});
	}
	function fromRandomAccessReader(reader, totalSize, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = true;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		var decodeStrings = !!options.decodeStrings;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
		if (totalSize > Number.MAX_SAFE_INTEGER) throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
		reader.ref();
		var eocdrWithoutCommentSize = 22;
		var zip64EocdlSize = 20;
		var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + 65535, totalSize);
		var buffer = newBuffer(bufferSize);
		readAndAssertNoEof(reader, buffer, 0, bufferSize, totalSize - buffer.length, function(err) {
			if (err) return callback(err);
			for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
				if (buffer.readUInt32LE(i) !== 101010256) continue;
				var eocdrBuffer = buffer.subarray(i);
				var diskNumber = eocdrBuffer.readUInt16LE(4);
				var entryCount = eocdrBuffer.readUInt16LE(10);
				var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
				var commentLength = eocdrBuffer.readUInt16LE(20);
				var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
				if (commentLength !== expectedCommentLength) return callback(/* @__PURE__ */ new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK☺☻` in the comment?"));
				var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false) : eocdrBuffer.subarray(22);
				if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 117853008) {
					var zip64EocdrOffset = readUInt64LE(buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize), 8);
					var zip64EocdrBuffer = newBuffer(56);
					return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err) {
						if (err) return callback(err);
						if (zip64EocdrBuffer.readUInt32LE(0) !== 101075792) return callback(/* @__PURE__ */ new Error("invalid zip64 end of central directory record signature"));
						diskNumber = zip64EocdrBuffer.readUInt32LE(16);
						if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
						entryCount = readUInt64LE(zip64EocdrBuffer, 32);
						centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
						return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
					});
				}
				if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
				return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
			}
			callback(/* @__PURE__ */ new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
		});
	}
	util.inherits(ZipFile, EventEmitter);
	function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
		var self = this;
		EventEmitter.call(self);
		self.reader = reader;
		self.reader.on("error", function(err) {
			emitError(self, err);
		});
		self.reader.once("close", function() {
			self.emit("close");
		});
		self.readEntryCursor = centralDirectoryOffset;
		self.fileSize = fileSize;
		self.entryCount = entryCount;
		self.comment = comment;
		self.entriesRead = 0;
		self.autoClose = !!autoClose;
		self.lazyEntries = !!lazyEntries;
		self.decodeStrings = !!decodeStrings;
		self.validateEntrySizes = !!validateEntrySizes;
		self.strictFileNames = !!strictFileNames;
		self.isOpen = true;
		self.emittedError = false;
		self.hasEachEntryBeenCalled = false;
		if (!self.lazyEntries) self._readEntry();
	}
	ZipFile.prototype.close = function() {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.reader.unref();
	};
	function emitErrorAndAutoClose(self, err) {
		if (self.autoClose) self.close();
		emitError(self, err);
	}
	function emitError(self, err) {
		if (self.emittedError) return;
		self.emittedError = true;
		self.emit("error", err);
	}
	ZipFile.prototype.readEntry = function() {
		if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
		this._readEntry();
	};
	ZipFile.prototype._readEntry = function() {
		var self = this;
		if (self.entryCount === self.entriesRead) {
			setImmediate(function() {
				if (self.autoClose) self.close();
				if (self.emittedError) return;
				self.emit("end");
			});
			return;
		}
		if (self.emittedError) return;
		var buffer = newBuffer(46);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
			if (err) return emitErrorAndAutoClose(self, err);
			if (self.emittedError) return;
			var entry = new Entry();
			var signature = buffer.readUInt32LE(0);
			if (signature !== 33639248) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
			entry.versionMadeBy = buffer.readUInt16LE(4);
			entry.versionNeededToExtract = buffer.readUInt16LE(6);
			entry.generalPurposeBitFlag = buffer.readUInt16LE(8);
			entry.compressionMethod = buffer.readUInt16LE(10);
			entry.lastModFileTime = buffer.readUInt16LE(12);
			entry.lastModFileDate = buffer.readUInt16LE(14);
			entry.crc32 = buffer.readUInt32LE(16);
			entry.compressedSize = buffer.readUInt32LE(20);
			entry.uncompressedSize = buffer.readUInt32LE(24);
			entry.fileNameLength = buffer.readUInt16LE(28);
			entry.extraFieldLength = buffer.readUInt16LE(30);
			entry.fileCommentLength = buffer.readUInt16LE(32);
			entry.internalFileAttributes = buffer.readUInt16LE(36);
			entry.externalFileAttributes = buffer.readUInt32LE(38);
			entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42);
			if (entry.generalPurposeBitFlag & 64) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("strong encryption is not supported"));
			self.readEntryCursor += 46;
			buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
			readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
				if (err) return emitErrorAndAutoClose(self, err);
				if (self.emittedError) return;
				entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
				var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
				entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart);
				entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);
				try {
					entry.extraFields = parseExtraFields(entry.extraFieldRaw);
				} catch (err) {
					return emitErrorAndAutoClose(self, err);
				}
				if (self.decodeStrings) {
					var isUtf8 = (entry.generalPurposeBitFlag & 2048) !== 0;
					entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
					entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
					var errorMessage = validateFileName(entry.fileName);
					if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
				} else {
					entry.fileComment = entry.fileCommentRaw;
					entry.fileName = entry.fileNameRaw;
				}
				entry.comment = entry.fileComment;
				self.readEntryCursor += buffer.length;
				self.entriesRead += 1;
				for (var i = 0; i < entry.extraFields.length; i++) {
					var extraField = entry.extraFields[i];
					if (extraField.id !== 1) continue;
					var zip64EiefBuffer = extraField.data;
					var index = 0;
					if (entry.uncompressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include uncompressed size"));
						entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.compressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include compressed size"));
						entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.relativeOffsetOfLocalHeader === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include relative header offset"));
						entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					break;
				}
				if (self.validateEntrySizes && entry.compressionMethod === 0) {
					var expectedCompressedSize = entry.uncompressedSize;
					if (entry.isEncrypted()) expectedCompressedSize += 12;
					if (entry.compressedSize !== expectedCompressedSize) {
						var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
						return emitErrorAndAutoClose(self, new Error(msg));
					}
				}
				self.emit("entry", entry);
				if (!self.lazyEntries) self._readEntry();
			});
		});
	};
	ZipFile.prototype.eachEntry = function() {
		const self = this;
		if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
		if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
		self.hasEachEntryBeenCalled = true;
		let pendingResolveReject = null;
		self.on("entry", onEntry);
		self.on("end", onEnd);
		self.on("error", onError);
		function cleanup() {
			self.removeListener("entry", onEntry);
			self.removeListener("end", onEnd);
			self.removeListener("error", onError);
			if (self.autoClose) self.close();
		}
		function onEntry(entry) {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			resolve({ value: entry });
		}
		function onEnd() {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			resolve({ done: true });
		}
		function onError(err) {
			let { reject } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			reject(err);
		}
		return {
			[Symbol.asyncIterator]() {
				return this;
			},
			next() {
				const promise = new Promise((resolve, reject) => {
					if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
					pendingResolveReject = {
						resolve,
						reject
					};
				});
				self.readEntry();
				return promise;
			},
			return(value) {
				cleanup();
				return Promise.resolve({
					done: true,
					value
				});
			},
			throw(value) {
				cleanup();
				return Promise.reject(value);
			}
		};
	};
	ZipFile.prototype.openReadStream = function(entry, options, callback) {
		var self = this;
		var relativeStart = 0;
		var relativeEnd = entry.compressedSize;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		else {
			if (options.decodeFileData === false) {
				if (options.decrypt != null) throw new Error("cannot use options.decrypt when options.decodeFileData === false");
				if (options.decompress != null) throw new Error("cannot use options.decompress when options.decodeFileData === false");
			} else {
				if (options.decrypt != null) {
					if (!entry.isEncrypted()) throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
					if (options.decrypt !== false) throw new Error("invalid options.decrypt value: " + options.decrypt);
					if (entry.isCompressed()) {
						if (options.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
					}
				}
				if (options.decompress != null) {
					if (!entry.isCompressed()) throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
					if (!(options.decompress === false || options.decompress === true)) throw new Error("invalid options.decompress value: " + options.decompress);
					decompress = options.decompress;
				}
			}
			if (options.start != null) {
				relativeStart = options.start;
				if (relativeStart < 0) throw new Error("options.start < 0");
				if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
			}
			if (options.end != null) {
				relativeEnd = options.end;
				if (relativeEnd < 0) throw new Error("options.end < 0");
				if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
				if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
			}
		}
		var rawMode = options.decodeFileData === false || (entry.compressionMethod === 0 || entry.compressionMethod === 8 && options.decompress === false) && (!entry.isEncrypted() || options.decrypt === false);
		if (options.start != null || options.end != null) {
			if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
		}
		if (!self.isOpen) return callback(/* @__PURE__ */ new Error("closed"));
		if (entry.isEncrypted() && !rawMode) {
			if (options.decrypt !== false) return callback(/* @__PURE__ */ new Error("entry is encrypted, and options.decodeFileData !== false"));
		}
		var decompress;
		if (rawMode) decompress = false;
		else if (entry.compressionMethod === 8) decompress = options.decodeFileData !== true;
		else return callback(/* @__PURE__ */ new Error("unsupported compression method: " + entry.compressionMethod));
		self.readLocalFileHeader(entry, { minimal: true }, function(err, localFileHeader) {
			if (err) return callback(err);
			self.openReadStreamLowLevel(localFileHeader.fileDataStart, entry.compressedSize, relativeStart, relativeEnd, decompress, entry.uncompressedSize, callback);
		});
	};
	ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
		var self = this;
		fileDataStart + compressedSize;
		var readStream = self.reader.createReadStream({
			start: fileDataStart + relativeStart,
			end: fileDataStart + relativeEnd
		});
		var endpointStream = readStream;
		if (decompress) {
			var destroyed = false;
			var inflateFilter = zlib.createInflateRaw();
			readStream.on("error", function(err) {
				setImmediate(function() {
					if (!destroyed) inflateFilter.emit("error", err);
				});
			});
			readStream.pipe(inflateFilter);
			if (self.validateEntrySizes) {
				endpointStream = new AssertByteCountStream(uncompressedSize);
				inflateFilter.on("error", function(err) {
					setImmediate(function() {
						if (!destroyed) endpointStream.emit("error", err);
					});
				});
				inflateFilter.pipe(endpointStream);
			} else endpointStream = inflateFilter;
			installDestroyFn(endpointStream, function() {
				destroyed = true;
				if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
				readStream.unpipe(inflateFilter);
				readStream.destroy();
			});
		}
		callback(null, endpointStream);
	};
	ZipFile.prototype.readLocalFileHeader = function(entry, options, callback) {
		var self = this;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		self.reader.ref();
		var buffer = newBuffer(30);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
			try {
				if (err) return callback(err);
				var signature = buffer.readUInt32LE(0);
				if (signature !== 67324752) return callback(/* @__PURE__ */ new Error("invalid local file header signature: 0x" + signature.toString(16)));
				var fileNameLength = buffer.readUInt16LE(26);
				var extraFieldLength = buffer.readUInt16LE(28);
				var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
				if (fileDataStart + entry.compressedSize > self.fileSize) return callback(/* @__PURE__ */ new Error("file data overflows file bounds: " + fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
				if (options.minimal) return callback(null, { fileDataStart });
				var localFileHeader = new LocalFileHeader();
				localFileHeader.fileDataStart = fileDataStart;
				localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4);
				localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6);
				localFileHeader.compressionMethod = buffer.readUInt16LE(8);
				localFileHeader.lastModFileTime = buffer.readUInt16LE(10);
				localFileHeader.lastModFileDate = buffer.readUInt16LE(12);
				localFileHeader.crc32 = buffer.readUInt32LE(14);
				localFileHeader.compressedSize = buffer.readUInt32LE(18);
				localFileHeader.uncompressedSize = buffer.readUInt32LE(22);
				localFileHeader.fileNameLength = fileNameLength;
				localFileHeader.extraFieldLength = extraFieldLength;
				buffer = newBuffer(fileNameLength + extraFieldLength);
				self.reader.ref();
				readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err) {
					try {
						if (err) return callback(err);
						localFileHeader.fileName = buffer.subarray(0, fileNameLength);
						localFileHeader.extraField = buffer.subarray(fileNameLength);
						return callback(null, localFileHeader);
					} finally {
						self.reader.unref();
					}
				});
			} finally {
				self.reader.unref();
			}
		});
	};
	ZipFile.prototype.openReadStreamPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.openReadStream(entry, options, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
		return new Promise((resolve, reject) => {
			this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.readLocalFileHeader(entry, options, function(err, localFileHeader) {
				if (err) return reject(err);
				resolve(localFileHeader);
			});
		});
	};
	function Entry() {}
	Entry.prototype.getLastModDate = function(options) {
		if (options == null) options = {};
		if (!options.forceDosFormat) for (var i = 0; i < this.extraFields.length; i++) {
			var extraField = this.extraFields[i];
			if (extraField.id === 21589) {
				var data = extraField.data;
				if (data.length < 5) continue;
				if (!(data[0] & 1)) continue;
				var posixTimestamp = data.readInt32LE(1);
				return /* @__PURE__ */ new Date(posixTimestamp * 1e3);
			} else if (extraField.id === 10) {
				var data = extraField.data;
				if (data.length !== 32) continue;
				if (data.readUInt16LE(4) !== 1) continue;
				if (data.readUInt16LE(6) !== 24) continue;
				var millisecondsSince1970 = (data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12)) / 1e4 - 0xa9730b66800;
				return new Date(millisecondsSince1970);
			}
		}
		return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options.timezone);
	};
	Entry.prototype.canDecodeFileData = function() {
		return !this.isEncrypted() && (this.compressionMethod === 0 || this.compressionMethod === 8);
	};
	Entry.prototype.isEncrypted = function() {
		return (this.generalPurposeBitFlag & 1) !== 0;
	};
	Entry.prototype.isCompressed = function() {
		return this.compressionMethod === 8;
	};
	function LocalFileHeader() {}
	function dosDateTimeToDate(date, time, timezone) {
		var day = date & 31;
		var month = (date >> 5 & 15) - 1;
		var year = (date >> 9 & 127) + 1980;
		var millisecond = 0;
		var second = (time & 31) * 2;
		var minute = time >> 5 & 63;
		var hour = time >> 11 & 31;
		if (timezone == null || timezone === "local") return new Date(year, month, day, hour, minute, second, millisecond);
		else if (timezone === "UTC") return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
		else throw new Error("unrecognized options.timezone: " + options.timezone);
	}
	function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
		var fileName = null;
		for (var i = 0; i < extraFields.length; i++) {
			var extraField = extraFields[i];
			if (extraField.id === 28789) {
				if (extraField.data.length < 6) continue;
				if (extraField.data.readUInt8(0) !== 1) continue;
				var oldNameCrc32 = extraField.data.readUInt32LE(1);
				if (crc32(fileNameBuffer) !== oldNameCrc32) continue;
				fileName = decodeBuffer(extraField.data.subarray(5), true);
				break;
			}
		}
		if (fileName == null) fileName = decodeBuffer(fileNameBuffer, (generalPurposeBitFlag & 2048) !== 0);
		if (!strictFileNames) fileName = fileName.replace(/\\/g, "/");
		return fileName;
	}
	function validateFileName(fileName) {
		if (fileName.indexOf("\\") !== -1) return "invalid characters in fileName: " + fileName;
		if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) return "absolute path: " + fileName;
		if (fileName.split("/").indexOf("..") !== -1) return "invalid relative path: " + fileName;
		return null;
	}
	function parseExtraFields(extraFieldBuffer) {
		var extraFields = [];
		var i = 0;
		while (i < extraFieldBuffer.length - 3) {
			var headerId = extraFieldBuffer.readUInt16LE(i + 0);
			var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
			var dataStart = i + 4;
			var dataEnd = dataStart + dataSize;
			if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
			var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
			extraFields.push({
				id: headerId,
				data: dataBuffer
			});
			i = dataEnd;
		}
		return extraFields;
	}
	function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
		if (length === 0) return setImmediate(function() {
			callback(null, newBuffer(0));
		});
		reader.read(buffer, offset, length, position, function(err, bytesRead) {
			if (err) return callback(err);
			if (bytesRead < length) return callback(/* @__PURE__ */ new Error("unexpected EOF"));
			callback();
		});
	}
	util.inherits(AssertByteCountStream, Transform);
	function AssertByteCountStream(byteCount) {
		Transform.call(this);
		this.actualByteCount = 0;
		this.expectedByteCount = byteCount;
	}
	AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
		this.actualByteCount += chunk.length;
		if (this.actualByteCount > this.expectedByteCount) {
			var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb(null, chunk);
	};
	AssertByteCountStream.prototype._flush = function(cb) {
		if (this.actualByteCount < this.expectedByteCount) {
			var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb();
	};
	util.inherits(RandomAccessReader, EventEmitter);
	function RandomAccessReader() {
		EventEmitter.call(this);
		this.refCount = 0;
	}
	RandomAccessReader.prototype.ref = function() {
		this.refCount += 1;
	};
	RandomAccessReader.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount > 0) return;
		if (self.refCount < 0) throw new Error("invalid unref");
		self.close(onCloseDone);
		function onCloseDone(err) {
			if (err) return self.emit("error", err);
			self.emit("close");
		}
	};
	RandomAccessReader.prototype.createReadStream = function(options) {
		if (options == null) options = {};
		var start = options.start;
		var end = options.end;
		if (start === end) {
			var emptyStream = new PassThrough();
			setImmediate(function() {
				emptyStream.end();
			});
			return emptyStream;
		}
		var stream = this._readStreamForRange(start, end);
		var destroyed = false;
		var refUnrefFilter = new RefUnrefFilter(this);
		stream.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) refUnrefFilter.emit("error", err);
			});
		});
		installDestroyFn(refUnrefFilter, function() {
			stream.unpipe(refUnrefFilter);
			refUnrefFilter.unref();
			stream.destroy();
		});
		var byteCounter = new AssertByteCountStream(end - start);
		refUnrefFilter.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) byteCounter.emit("error", err);
			});
		});
		installDestroyFn(byteCounter, function() {
			destroyed = true;
			refUnrefFilter.unpipe(byteCounter);
			refUnrefFilter.destroy();
		});
		return stream.pipe(refUnrefFilter).pipe(byteCounter);
	};
	RandomAccessReader.prototype._readStreamForRange = function(start, end) {
		throw new Error("not implemented");
	};
	RandomAccessReader.prototype.read = function(buffer, offset, length, position, callback) {
		var readStream = this.createReadStream({
			start: position,
			end: position + length
		});
		var writeStream = new Writable();
		var written = 0;
		writeStream._write = function(chunk, encoding, cb) {
			chunk.copy(buffer, offset + written, 0, chunk.length);
			written += chunk.length;
			cb();
		};
		writeStream.on("finish", callback);
		readStream.on("error", function(error) {
			callback(error);
		});
		readStream.pipe(writeStream);
	};
	RandomAccessReader.prototype.close = function(callback) {
		setImmediate(callback);
	};
	util.inherits(RefUnrefFilter, PassThrough);
	function RefUnrefFilter(context) {
		PassThrough.call(this);
		this.context = context;
		this.context.ref();
		this.unreffedYet = false;
	}
	RefUnrefFilter.prototype._flush = function(cb) {
		this.unref();
		cb();
	};
	RefUnrefFilter.prototype.unref = function(cb) {
		if (this.unreffedYet) return;
		this.unreffedYet = true;
		this.context.unref();
	};
	var cp437 = "\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼ !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xA0";
	function decodeBuffer(buffer, isUtf8) {
		if (isUtf8) return buffer.toString("utf8");
		else {
			var result = "";
			for (var i = 0; i < buffer.length; i++) result += cp437[buffer[i]];
			return result;
		}
	}
	function readUInt64LE(buffer, offset) {
		var lower32 = buffer.readUInt32LE(offset);
		return buffer.readUInt32LE(offset + 4) * 4294967296 + lower32;
	}
	var newBuffer;
	if (typeof Buffer.allocUnsafe === "function") newBuffer = function(len) {
		return Buffer.allocUnsafe(len);
	};
	else newBuffer = function(len) {
		return new Buffer(len);
	};
	function installDestroyFn(stream, fn) {
		if (typeof stream.destroy === "function") stream._destroy = function(err, cb) {
			fn();
			if (cb != null) cb(err);
		};
		else stream.destroy = fn;
	}
	function defaultCallback(err) {
		if (err) throw err;
	}
})))();
/** There are three files, and room for what later versions add. */
const MOST_ENTRIES = 20;
/** Reads some of a leg's files from its archive, without writing any. Rejects with an Error that says what is wrong with it. */
async function readArchive(path, names) {
	const texts = /* @__PURE__ */ new Map();
	const archive = await (0, import_yauzl.openPromise)(path, {
		lazyEntries: true,
		autoClose: false
	});
	try {
		if (archive.entryCount > MOST_ENTRIES) throw new Error(`it has ${archive.entryCount} files`);
		for await (const entry of archive.eachEntry()) {
			const name = names.find((one) => one === entry.fileName);
			if (name === void 0) continue;
			if (texts.has(name)) throw new Error(`it has ${name} twice`);
			const most = MOST_BYTES[name];
			if (entry.uncompressedSize > most) throw new Error(`its ${name} is larger than ${megabytes(most)}`);
			texts.set(name, await text$1(await archive.openReadStreamPromise(entry)));
		}
	} finally {
		archive.close();
	}
	return {
		has: (name) => texts.has(name),
		get(name) {
			const found = texts.get(name);
			if (found === void 0) throw new Error(`it has no ${name}`);
			return found;
		}
	};
}
// src/legs/steps/read.ts
/**
* Reads what the legs of a run left from a folder with a folder for each artifact's name that has the archive somewhere: one
* leg after the other, in the order of their jobs and places; of several attempts of one the last. An artifact that is
* damaged, or of another run, is a problem. Never rejects.
*/
async function* readLegs(folder, run) {
	const archives = [];
	for (const { name, path } of await findArchives(folder)) {
		const read = await identify(path, run);
		if ("problem" in read) yield {
			name,
			problem: problemSentence(name, read.problem)
		};
		else archives.push({
			name,
			path,
			identity: read
		});
	}
	const attempts = Map.groupBy(archives.sort(byPlace), ({ identity }) => sameLeg(identity));
	for (const ofOne of attempts.values()) {
		const highest = Math.max(...ofOne.map(({ identity }) => identity.attempt));
		const [last, ...others] = ofOne.filter(({ identity }) => identity.attempt === highest);
		for (const { name } of others) yield {
			name,
			problem: problemSentence(name, `says that it is of the same leg as ${last?.name}`)
		};
		if (last) yield await readAll(last);
	}
}
async function findArchives(folder) {
	return (await readdir(folder, {
		withFileTypes: true,
		recursive: true
	})).filter((entry) => entry.isFile()).map(({ parentPath, name }) => ({
		name: relative$1(folder, parentPath).split(sep)[0] ?? "",
		path: join$1(parentPath, name)
	})).sort((a, b) => a.path < b.path ? -1 : 1);
}
/** Whose it is, as it says; a problem where that is none of this run's. */
async function identify(path, run) {
	try {
		const { failures: _, ...leg } = readLeg((await readArchive(path, [FILES.leg])).get(FILES.leg));
		if (leg.repository !== run.repository) return { problem: `is of another repository, ${leg.repository}` };
		if (leg.runId !== run.runId) return { problem: `is of another run, ${leg.runId}` };
		if (leg.sha !== run.sha) return { problem: `is of another commit, ${leg.sha}` };
		if (leg.attempt > run.attempt) return { problem: `is of attempt ${leg.attempt}, and this is attempt ${run.attempt}` };
		return leg;
	} catch (error) {
		return { problem: `can't be read: ${messageOf(error)}` };
	}
}
async function readAll({ name, path }) {
	try {
		const texts = await readArchive(path, [FILES.leg, FILES.tests]);
		return {
			name,
			leg: readLeg(texts.get(FILES.leg)),
			tests: readTests(texts.get(FILES.tests)),
			async suite() {
				const { has, get } = await readArchive(path, [FILES.suite]);
				return has(FILES.suite) ? readSuite(get(FILES.suite)) : [];
			}
		};
	} catch (error) {
		return {
			name,
			problem: problemSentence(name, `can't be read: ${messageOf(error)}`)
		};
	}
}
/** Why an artifact counts for nothing, with the cure. */
function problemSentence(name, what) {
	return `The artifact ${name} ${what}. Re-run all jobs; if it is the same again, look for what else in the workflow makes artifacts with this name.`;
}
function byPlace({ identity: a }, { identity: b }) {
	const inWords = ({ job, step, place }) => JSON.stringify([
		job,
		step,
		place
	]);
	return inWords(a) < inWords(b) ? -1 : inWords(a) > inWords(b) ? 1 : a.index - b.index;
}
// src/legs/steps/download.ts
const MILLISECONDS = 3e5;
/**
* Downloads what the legs of this run left into a folder, and reads it, one leg after the other. Those that are there and
* can't be had or believed are problems. Fails with a UserError where it can't be known which there are.
*/
async function* fetchLegs(folder, run, signal) {
	const result = await runArtifactClient(folder, { action: "download" }, {
		milliseconds: MILLISECONDS,
		signal
	});
	if ("trouble" in result) throw new UserError(`What the other jobs left can't be read, as this run's artifacts can't be listed or downloaded: ${withoutQueries(plain(result.trouble))}. Re-run this job; on a server without artifacts, as GitHub Enterprise Server is, there can be no report.`);
	for (const { name, why } of result.missing) yield {
		name,
		problem: problemSentence(name, `can't be had: ${withoutQueries(plain(why))}`)
	};
	const missing = new Set(result.missing.map(({ name }) => name));
	const artifacts = join$1(folder, "artifacts");
	await mkdir(artifacts, { recursive: true });
	for await (const read of readLegs(artifacts, run)) if (!missing.has(read.name)) yield read;
}
// src/legs/steps/gather.ts
/**
* Reads what the legs of some jobs left, and puts it together; `onLeg` gets each leg with its tests. Rejects with a
* UserError where it can't be known what there is.
*/
async function gatherLegs(needs, identity, { temp, signal }, onLeg = () => void 0) {
	const all = gatherNothing();
	const gaps = [];
	for await (const read of fetchLegs(temp, identity, signal)) {
		if ("problem" in read) {
			gaps.push(read.problem);
			continue;
		}
		const end = needs.get(jobOf(read.leg, needs) ?? "");
		if (end === void 0) continue;
		onLeg(read);
		gather(all, read, end);
	}
	gaps.push(...await findGaps(all, needs));
	return {
		all,
		gaps
	};
}
// src/engine/trouble.ts
/** What docker or buildx says at its end, on one line: buildx puts what the registry said below its own words. */
function lastWords(output) {
	const lines = output.trim().split("\n");
	const error = lines.findLastIndex((line) => line.startsWith("ERROR: "));
	return lines.slice(error < 0 ? -1 : error).join(" ").replace(/\s+/g, " ").trim();
}
sentence`pytest had an internal error: ${words$1.seeLog}`;
sentence`The interpreter gave up (SIGABRT): ${words$1.seeLog}`, sentence`The interpreter touched memory that is not there (SIGBUS): shared memory may be too small, set ${input("shm-size")}, such as 1 GB`, sentence`The test run was killed, most likely for want of memory: run fewer tests at once, or ${words$1.moreMemory}`;
// src/report/annotations.ts
/** The runner shows ten annotations of a level for a step: nine for single ones, one for the rest. */
const MOST_SINGLE_ANNOTATIONS = 9;
/** The runner cuts messages at 4,096 characters. */
const MOST_MESSAGE_CHARACTERS = 4e3;
/** An error that belongs to no test. */
function error(outcome, message, more = {}) {
	return {
		level: "error",
		message: shortened$1(plain(render(message, "job", outcome.settings)), MOST_MESSAGE_CHARACTERS),
		...titled("dev-in-docker", outcome.leg),
		...more
	};
}
/** Problems as errors under one title: as many as are shown, the last of which tells how many are not. */
function problemAnnotations(problems, title) {
	const isAll = problems.length <= 10;
	const shown = isAll ? problems : problems.slice(0, MOST_SINGLE_ANNOTATIONS);
	const rest = isAll ? [] : [`${problems.length - shown.length} more problems are on the page of this job.`];
	return [...shown, ...rest].map((problem) => error({ leg: "" }, problem, { title }));
}
/** A title that tells the legs of a matrix apart. */
function titled(title, leg) {
	return { title: leg === "" ? title : `${title} (${leg})` };
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
/** An HTML table without line breaks between its rows, whose cells are escaped already. */
function table(rows) {
	return `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>\n\n`;
}
/** The same with so many bytes of HTML at most. */
function inlineWithin(text, bytes) {
	let kept = text.replace(/\s+/g, " ");
	kept = shortened$1(kept, bytes);
	while (byteLength(inline(kept)) > bytes) kept = shortened$1(kept, Math.floor(kept.length * .7));
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
// src/report/publishing.ts
/** Whether the registry has the image under its version, by this run or an earlier one. */
function isInRegistry({ outcome }) {
	return outcome === "published" || outcome === "already-there";
}
/** Whether it is as it should be, though maybe not by this run. */
function isFine(published) {
	return isInRegistry(published) || published.outcome === "kept" || published.outcome === "part";
}
/** What became of publishing, in one sentence or two. */
function publishSentence(facts, plan) {
	const [first] = plan.version.tags;
	const reference = `${plan.image}:${facts.other?.tag ?? first?.name}`;
	const detail = plain(facts.detail);
	const host = plan.registry?.host ?? "";
	const cures = curesOf(host);
	const more = facts.kept.map(({ tag, version }) => ` ${tag} stays with ${plain(version)}.`).join("");
	const other = facts.other?.revision ? `from another commit (${plain(facts.other.revision)})` : "from elsewhere";
	const { there = [], platforms } = facts;
	const already = `${reference} is there already, published from this commit`;
	const forAll = there.length > 1 ? ` for ${listed(there)}` : "";
	const missing = listed(platforms.filter((platform) => !there.includes(platform)));
	return {
		published: `Published ${facts.tags.join(", ")}.${more}`,
		"already-there": facts.tags.length === 0 ? `${already}${forAll}: nothing to do.${more}` : `${already}${forAll}; now ${facts.tags.join(", ")} too.${more}`,
		lacking: sentence`${already}, but for ${listed(there)} only: a published version stays as it is, so it gets nothing for ${missing}. ${cures.taken}.`,
		part: facts.tags.length === 0 ? `${already} for ${listed(platforms)} too: nothing to do.` : `Pushed ${facts.tags.join(", ")} for ${listed(platforms)}. It gets the version's name in the job that publishes all platforms.`,
		kept: `Nothing was published:${more}`,
		taken: sentence`${reference} is there already, published ${other}: a published version stays as it is. ${cures.taken}.`,
		moved: sentence`${reference} was pushed, but now names an image that was published ${other}: ${cures.moved}.`,
		"login-failed": sentence`The login to ${host} failed (${detail}): ${cures["login-failed"]}.`,
		"no-credentials": sentence`${reference} could not be pushed: there are no credentials for ${host}. ${cures["no-credentials"]}.`,
		denied: sentence`${cures.subject} may not write ${reference} (${detail}): ${cures.denied}.`,
		"rate-limited": sentence`${host} takes no more requests for now (${detail}): ${cures["rate-limited"]}.`,
		unreachable: sentence`${host} could not be reached, or broke off (${detail}): ${cures.unreachable}.`,
		failed: `${reference} could not be pushed: ${detail}`
	}[facts.outcome];
}
/** That tags moved away from images for other platforms: machines now get something, or nothing, where they did not before. */
function reshapedSentences({ reshaped, tags, platforms: now }, { image }) {
	const moved = reshaped.filter(({ tag }) => tags.includes(`${image}:${tag}`));
	return [...Map.groupBy(moved, ({ platforms }) => listed(platforms))].map(([before, of]) => {
		const names = listed(of.map(({ tag }) => `${image}:${tag}`));
		const lost = (of[0]?.platforms ?? []).filter((platform) => !now.includes(platform));
		const cure = lost.length > 0 ? ` Machines of ${listed(lost)} find nothing there any more: if they should, publish all platforms together, with push: platform.` : "";
		return `${names} ${of.length === 1 ? "was" : "were"} for ${before}, and ${of.length === 1 ? "is" : "are"} for ${listed(now)} now.${cure}`;
	});
}
/** That tags moved away from images of which nobody knows whether they were newer. */
function replacedSentences({ replaced, tags }, { image }) {
	return replaced.filter(({ tag }) => tags.includes(`${image}:${tag}`)).map(({ tag, digest }) => sentence`${image}:${tag} named an image without a version before (${plain(digest)}), which something else may have pushed. If the tag is not to move, list those to publish in ${input("tags")}.`);
}
/** Who may not write, and the cure of each trouble, without a full stop. In a job, one can change the workflow; a person has Docker's own login. */
function curesOf(host) {
	const login = `docker login${host === "docker.io" ? "" : ` ${host}`}`;
	const isGithubs = host === "ghcr.io";
	return {
		subject: {
			job: "This job",
			person: "You"
		},
		taken: {
			job: "Push a new tag, or set overwrite: true",
			person: "Tag the commit with a new version, or add --overwrite"
		},
		moved: {
			job: "another job publishes under the same name. Let one of them do it, with \"concurrency:\" in the workflow, and run this one again",
			person: "somebody else publishes under the same name. Publish once more when they are done"
		},
		"login-failed": {
			job: "check the inputs username and password",
			person: `log in once more with "${login}"`
		},
		"no-credentials": {
			job: "Set the inputs username and password, or log in to it before this step",
			person: `Log in first, with "${login}"`
		},
		denied: {
			job: isGithubs ? "give it \"permissions: {contents: read, packages: write}\" and let the package accept this repository (its settings, \"Manage Actions access\"), or set push: false" : "check that the account of the input username may push there, or set push: false",
			person: `log in with "${login}" as somebody who may${isGithubs ? ", with a token that has the scope write:packages as the password" : ""}, and look whether the name is right`
		},
		"rate-limited": {
			job: "run this job again later, or log in with an account that may make more",
			person: `try again later, or log in with "${login}" as somebody who may make more`
		},
		unreachable: {
			job: "run this job again; what is there already is not sent twice",
			person: "try again; what is there already is not sent twice"
		}
	};
}
new Set(`ARG CMD ENTRYPOINT ENV EXPOSE HEALTHCHECK LABEL MAINTAINER ONBUILD SHELL STOPSIGNAL USER VOLUME`.split(" "));
// src/share/layers.ts
/** Bytes of each layer in a registry's manifest of a single image, the lowest first; undefined if it is none. */
function readLayerSizes(manifest) {
	try {
		const { layers } = JSON.parse(manifest);
		return layers?.map(({ size }) => size);
	} catch {
		return;
	}
}
// src/report/summary-share.ts
/** What was published under which tags, and how to get it. */
function pushed({ outcome, digest = "", tags, kept, isFirst }, { image, version, registry }) {
	const names = tags.map((tag) => `<code>${inline(tag)}</code>`).join(", ");
	const what = outcome === "published" ? `Published ${names}` : `<code>${inline(`${image}:${version.tags[0]?.name ?? ""}`)}</code> is there already, published from this commit${names ? `; now ${names} too` : ""}`;
	const stays = kept.map(({ tag, version }) => `<code>${inline(tag)}</code> stays with ${inline(version)}`);
	const isPrivate = isFirst && registry?.host === "ghcr.io";
	return [
		`<p>📦 ${[what, ...stays].join(" · ")}</p>`,
		block(`docker run --rm ${image}@${digest} pytest`),
		isPrivate ? "<p>A new package on ghcr.io is private at first: to let others pull it, open it from the right side of the repository’s page, and change its visibility under <em>Package settings</em>.</p>\n\n" : ""
	].join("");
}
// src/report/together.ts
const TITLE = "dev-in-docker publish";
const MOST_NAME_BYTES = 400;
const MOST_PROBLEM_BYTES = 4e3;
/** Machines that one has heard of, by what images for them are called. */
const MACHINES = /* @__PURE__ */ new Map([["linux/amd64", "Intel and AMD"], ["linux/arm64", "Arm, as new Macs"]]);
/** That nothing was published, for reasons that are sentences and make the job red. */
function withoutImages(problems) {
	const messages = problems.map((problem) => plain(problem));
	return {
		conclusion: "failure",
		outputs: outputsOf("failure", plain(problems.join("\n"))),
		annotations: problemAnnotations(problems, TITLE),
		summary: `<h3>❌ Nothing was published</h3>\n\n${messages.map((message) => `<p>${inlineWithin(message, MOST_PROBLEM_BYTES)}</p>\n\n`).join("")}`,
		lines: messages
	};
}
/** That nothing is to be published, for a reason that is a part of a sentence. */
function nothingToPublish(reason) {
	const line = `Not published: ${reason}.`;
	return {
		conclusion: "success",
		outputs: outputsOf("success", reason),
		annotations: [],
		summary: `<p>📦 ${inline(line)}</p>\n\n`,
		lines: [line]
	};
}
/** What was published, and what each kind of machine gets of it. */
function makeTogetherReport(outcome) {
	const { plan, published } = outcome;
	if (published.problems.length > 0) return withoutImages(published.problems);
	const said = plain(render(publishSentence(published, plan), "job"));
	if (!isFine(published)) return withoutImages([said]);
	if (published.outcome === "kept" || published.digest === void 0) return nothingToPublish(said.replace(/\.$/, ""));
	const notices = [...replacedSentences(published, plan), ...reshapedSentences(published, plan)].map((notice) => plain(render(notice, "job")));
	return {
		conclusion: "success",
		outputs: {
			conclusion: "success",
			published: String(published.outcome === "published"),
			image: `${plan.image}@${published.digest}`,
			version: plan.version.version,
			tags: published.tags.join("\n"),
			digest: published.digest,
			reason: published.outcome === "published" ? "" : said
		},
		annotations: notices.map((message) => ({
			level: "notice",
			message,
			title: TITLE
		})),
		summary: [
			pushed(published, plan),
			table([[
				"docker run on",
				"downloads",
				"tested on",
				"image"
			], ...outcome.parts.map((part) => rowOf(part, outcome))]),
			...notices.map((notice) => `<p>ℹ️ ${inline(notice)}</p>\n\n`)
		].join(""),
		lines: [
			said,
			...outcome.parts.map(({ platform, digest }) => `${platform}: ${digest}`),
			...notices
		]
	};
}
function rowOf({ platform, digest, leg }, { legs, published: { bytes } }) {
	const machine = MACHINES.get(platform);
	const size = bytes.get(platform);
	const tester = legs.find((one) => labelOf(one) === leg);
	const python = tester?.python === void 0 ? "" : `, Python ${tester.python}`;
	return [
		`<b>${inline(platform)}</b>${machine === void 0 ? "" : ` (${machine})`}`,
		size === void 0 ? "" : byteSize(size),
		inlineWithin(`${tester?.runner ?? ""}${python}`, MOST_NAME_BYTES),
		`<code>${inline(digest)}</code>`
	];
}
function outputsOf(conclusion, reason) {
	return {
		conclusion,
		published: "false",
		image: "",
		version: "",
		tags: "",
		digest: "",
		reason
	};
}
// src/share/image-name.ts
/** The name under which a repository's image is published where no other is set. Fails where that is no image name. */
function defaultImageName(repository) {
	const name = `ghcr.io/${repository}`.toLowerCase();
	if (isImageName(name)) return name;
	throw new UserError(sentence`${input("image")} is not set, and the repository's name makes it ${quoted(name)}, which is no image name: write registry/owner/name, such as ghcr.io/owner/name, without a tag.`);
}
/** Host of the registry that a name belongs to, as Docker reads it. */
function registryOf(image) {
	const [first = ""] = image.split("/");
	return image.includes("/") && (/[.:]/.test(first) || first === "localhost") ? first : "docker.io";
}
// node_modules/@renovatebot/pep440/lib/version.js
const VERSION_PATTERN = [
	"v?",
	"(?:",
	"(?:(?<epoch>[0-9]+)!)?",
	"(?<release>[0-9]+(?:\\.[0-9]+)*)",
	"(?<pre>",
	"[-_\\.]?",
	"(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))",
	"[-_\\.]?",
	"(?<pre_n>[0-9]+)?",
	")?",
	"(?<post>",
	"(?:-(?<post_n1>[0-9]+))",
	"|",
	"(?:",
	"[-_\\.]?",
	"(?<post_l>post|rev|r)",
	"[-_\\.]?",
	"(?<post_n2>[0-9]+)?",
	")",
	")?",
	"(?<dev>",
	"[-_\\.]?",
	"(?<dev_l>dev)",
	"[-_\\.]?",
	"(?<dev_n>[0-9]+)?",
	")?",
	")",
	"(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?"
].join("");
const validRegex = new RegExp("^" + VERSION_PATTERN + "$", "i");
function valid(version) {
	return validRegex.test(version) ? version : null;
}
new RegExp("^\\s*" + VERSION_PATTERN + "\\s*$", "i");
function parse$1(version, regex) {
	const { groups } = (regex || validRegex).exec(version) || {};
	if (!groups) return null;
	return {
		epoch: Number(groups.epoch ? groups.epoch : 0),
		release: groups.release.split(".").map(Number),
		pre: normalize_letter_version(groups.pre_l, groups.pre_n),
		post: normalize_letter_version(groups.post_l, groups.post_n1 || groups.post_n2),
		dev: normalize_letter_version(groups.dev_l, groups.dev_n),
		local: parse_local_version(groups.local)
	};
}
function stringify(parsed) {
	if (!parsed) return null;
	const { epoch, release, pre, post, dev, local } = parsed;
	const parts = [];
	if (epoch !== 0) parts.push(`${epoch}!`);
	parts.push(release.join("."));
	if (pre) parts.push(pre.join(""));
	if (post) parts.push("." + post.join(""));
	if (dev) parts.push("." + dev.join(""));
	if (local) parts.push(`+${local}`);
	return parts.join("");
}
function normalize_letter_version(letterIn, numberIn) {
	let letter = letterIn;
	let number = numberIn;
	if (letter) {
		if (!number) number = 0;
		letter = letter.toLowerCase();
		if (letter === "alpha") letter = "a";
		else if (letter === "beta") letter = "b";
		else if ([
			"c",
			"pre",
			"preview"
		].includes(letter)) letter = "rc";
		else if (["rev", "r"].includes(letter)) letter = "post";
		return [letter, Number(number)];
	}
	if (!letter && number) {
		letter = "post";
		return [letter, Number(number)];
	}
	return null;
}
function parse_local_version(local) {
	if (local) return local.split(/[._-]/).map((part) => Number.isNaN(Number(part)) ? part.toLowerCase() : Number(part));
	return null;
}
function explain(version) {
	const parsed = parse$1(version);
	if (!parsed) return parsed;
	const { epoch, release, pre, post, dev, local } = parsed;
	let base_version = "";
	if (epoch !== 0) base_version += epoch + "!";
	base_version += release.join(".");
	const is_prerelease = Boolean(dev || pre);
	const is_devrelease = Boolean(dev);
	const is_postrelease = Boolean(post);
	return {
		epoch,
		release,
		pre,
		post: post ? post[1] : post,
		dev: dev ? dev[1] : dev,
		local: local ? local.join(".") : local,
		public: stringify(parsed).split("+", 1)[0],
		base_version,
		is_prerelease,
		is_devrelease,
		is_postrelease
	};
}
// node_modules/@renovatebot/pep440/lib/operator.js
function compare(version, other) {
	const parsedVersion = parse$1(version);
	const parsedOther = parse$1(other);
	return pyCompare(calculateKey(parsedVersion), calculateKey(parsedOther));
}
function pyCompare(elemIn, otherIn) {
	let elem = elemIn;
	let other = otherIn;
	if (elem === other) return 0;
	if (Array.isArray(elem) !== Array.isArray(other)) {
		elem = Array.isArray(elem) ? elem : [elem];
		other = Array.isArray(other) ? other : [other];
	}
	if (Array.isArray(elem)) {
		const len = Math.min(elem.length, other.length);
		for (let i = 0; i < len; i += 1) {
			const res = pyCompare(elem[i], other[i]);
			if (res !== 0) return res;
		}
		return elem.length - other.length;
	}
	if (elem === -1e400 || other === 1e400) return -1;
	if (elem === 1e400 || other === -1e400) return 1;
	return elem < other ? -1 : 1;
}
function calculateKey(input) {
	const { epoch } = input;
	let { release, pre, post, local, dev } = input;
	release = release.concat();
	release.reverse();
	while (release.length && release[0] === 0) release.shift();
	release.reverse();
	if (!pre && !post && dev) pre = -1e400;
	else if (!pre) pre = 1e400;
	if (!post) post = -1e400;
	if (!dev) dev = 1e400;
	if (!local) local = -1e400;
	else local = local.map((i) => Number.isNaN(Number(i)) ? [-1e400, i] : [Number(i), ""]);
	return [
		epoch,
		release,
		pre,
		post,
		dev,
		local
	];
}
// node_modules/@renovatebot/pep440/lib/specifier.js
const RANGE_PATTERN = [
	"(?<operator>(===|~=|==|!=|<=|>=|<|>))",
	"\\s*",
	"(",
	"(?<version>(?:" + VERSION_PATTERN.replace(/\?<\w+>/g, "?:") + "))",
	"(?<prefix>\\.\\*)?",
	"|",
	"(?<legacy>[^,;\\s)]+)",
	")"
].join("");
new RegExp("^" + RANGE_PATTERN + "$", "i");
// node_modules/semver/internal/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		MAX_LENGTH: 256,
		MAX_SAFE_COMPONENT_LENGTH: 16,
		MAX_SAFE_BUILD_LENGTH: 250,
		MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER || 
		/* istanbul ignore next */ 9007199254740991,
		WHITESPACE_CHARACTERS: [
			"	",
			"\n",
			"\v",
			"\f",
			"\r",
			" ",
			"\xA0",
			" ",
			" ",
			" ",
			" ",
			" ",
			" ",
			" ",
			" ",
			" ",
			" ",
			" ",
			" ",
			"\u2028",
			"\u2029",
			" ",
			" ",
			"　",
			"﻿"
		],
		RELEASE_TYPES: [
			"major",
			"premajor",
			"minor",
			"preminor",
			"patch",
			"prepatch",
			"prerelease"
		],
		SEMVER_SPEC_VERSION: "2.0.0",
		FLAG_INCLUDE_PRERELEASE: 1,
		FLAG_LOOSE: 2
	};
}));
// node_modules/semver/internal/debug.js
var require_debug = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {};
}));
// node_modules/semver/internal/re.js
var require_re = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { MAX_SAFE_COMPONENT_LENGTH, MAX_SAFE_BUILD_LENGTH, MAX_LENGTH } = require_constants();
	const debug = require_debug();
	exports = module.exports = {};
	const re = exports.re = [];
	const safeRe = exports.safeRe = [];
	const src = exports.src = [];
	const safeSrc = exports.safeSrc = [];
	const t = exports.t = {};
	let R = 0;
	const LETTERDASHNUMBER = "[a-zA-Z0-9-]";
	const safeRegexReplacements = [
		["\\s", 1],
		["\\d", MAX_LENGTH],
		[LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
	];
	const makeSafeRegex = (value) => {
		for (const [token, max] of safeRegexReplacements) value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
		return value;
	};
	const createToken = (name, value, isGlobal) => {
		const safe = makeSafeRegex(value);
		const index = R++;
		debug(name, index, value);
		t[name] = index;
		src[index] = value;
		safeSrc[index] = safe;
		re[index] = new RegExp(value, isGlobal ? "g" : void 0);
		safeRe[index] = new RegExp(safe, isGlobal ? "g" : void 0);
	};
	createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
	createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
	createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
	createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
	createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
	createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
	createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
	createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
	createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
	createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
	createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
	createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
	createToken("FULL", `^${src[t.FULLPLAIN]}$`);
	createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
	createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
	createToken("GTLT", "((?:<|>)?=?)");
	createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
	createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
	createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
	createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
	createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
	createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("COERCEPLAIN", `(^|[^\\d])(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
	createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
	createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
	createToken("COERCERTL", src[t.COERCE], true);
	createToken("COERCERTLFULL", src[t.COERCEFULL], true);
	createToken("LONETILDE", "(?:~>?)");
	createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
	exports.tildeTrimReplace = "$1~";
	createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
	createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("LONECARET", "(?:\\^)");
	createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
	exports.caretTrimReplace = "$1^";
	createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
	createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
	createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
	createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
	exports.comparatorTrimReplace = "$1$2$3";
	createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
	createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
	createToken("STAR", "(<|>)?=?\\s*\\*");
	createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
	createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
}));
// node_modules/semver/internal/parse-options.js
var require_parse_options = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const looseOption = Object.freeze({ loose: true });
	const emptyOpts = Object.freeze({});
	const parseOptions = (options) => {
		if (!options) return emptyOpts;
		if (typeof options !== "object") return looseOption;
		return options;
	};
	module.exports = parseOptions;
}));
// node_modules/semver/internal/identifiers.js
var require_identifiers = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const numeric = /^[0-9]+$/;
	const compareIdentifiers = (a, b) => {
		if (typeof a === "number" && typeof b === "number") return a === b ? 0 : a < b ? -1 : 1;
		const anum = numeric.test(a);
		const bnum = numeric.test(b);
		if (anum && bnum) {
			a = +a;
			b = +b;
		}
		return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
	};
	const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a);
	module.exports = {
		compareIdentifiers,
		rcompareIdentifiers
	};
}));
// node_modules/semver/classes/semver.js
var require_semver$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const debug = require_debug();
	const { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
	const { safeRe: re, t } = require_re();
	const parseOptions = require_parse_options();
	const { compareIdentifiers } = require_identifiers();
	const isPrereleaseIdentifier = (prerelease, identifier) => {
		const identifiers = identifier.split(".");
		if (identifiers.length > prerelease.length) return false;
		for (let i = 0; i < identifiers.length; i++) if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) return false;
		return true;
	};
	module.exports = class SemVer {
		constructor(version, options) {
			options = parseOptions(options);
			if (version instanceof SemVer) {
				if (version.loose === !!options.loose && version.includePrerelease === !!options.includePrerelease) return version;
				else version = version.version;
			} else if (typeof version !== "string") throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`);
			if (version.length > MAX_LENGTH) throw new TypeError(`version is longer than ${MAX_LENGTH} characters`);
			debug("SemVer", version, options);
			this.options = options;
			this.loose = !!options.loose;
			this.includePrerelease = !!options.includePrerelease;
			const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
			if (!m) throw new TypeError(`Invalid Version: ${version}`);
			this.raw = version;
			this.major = +m[1];
			this.minor = +m[2];
			this.patch = +m[3];
			if (this.major > MAX_SAFE_INTEGER || this.major < 0) throw new TypeError("Invalid major version");
			if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) throw new TypeError("Invalid minor version");
			if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) throw new TypeError("Invalid patch version");
			if (!m[4]) this.prerelease = [];
			else this.prerelease = m[4].split(".").map((id) => {
				if (/^[0-9]+$/.test(id)) {
					const num = +id;
					if (num >= 0 && num < MAX_SAFE_INTEGER) return num;
				}
				return id;
			});
			this.build = m[5] ? m[5].split(".") : [];
			this.format();
		}
		format() {
			this.version = `${this.major}.${this.minor}.${this.patch}`;
			if (this.prerelease.length) this.version += `-${this.prerelease.join(".")}`;
			return this.version;
		}
		toString() {
			return this.version;
		}
		compare(other) {
			debug("SemVer.compare", this.version, this.options, other);
			if (!(other instanceof SemVer)) {
				if (typeof other === "string" && other === this.version) return 0;
				other = new SemVer(other, this.options);
			}
			if (other.version === this.version) return 0;
			return this.compareMain(other) || this.comparePre(other);
		}
		compareMain(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			if (this.major < other.major) return -1;
			if (this.major > other.major) return 1;
			if (this.minor < other.minor) return -1;
			if (this.minor > other.minor) return 1;
			if (this.patch < other.patch) return -1;
			if (this.patch > other.patch) return 1;
			return 0;
		}
		comparePre(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			if (this.prerelease.length && !other.prerelease.length) return -1;
			else if (!this.prerelease.length && other.prerelease.length) return 1;
			else if (!this.prerelease.length && !other.prerelease.length) return 0;
			let i = 0;
			do {
				const a = this.prerelease[i];
				const b = other.prerelease[i];
				debug("prerelease compare", i, a, b);
				if (a === void 0 && b === void 0) return 0;
				else if (b === void 0) return 1;
				else if (a === void 0) return -1;
				else if (a === b) continue;
				else return compareIdentifiers(a, b);
			} while (++i);
		}
		compareBuild(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			let i = 0;
			do {
				const a = this.build[i];
				const b = other.build[i];
				debug("build compare", i, a, b);
				if (a === void 0 && b === void 0) return 0;
				else if (b === void 0) return 1;
				else if (a === void 0) return -1;
				else if (a === b) continue;
				else return compareIdentifiers(a, b);
			} while (++i);
		}
		inc(release, identifier, identifierBase) {
			if (release.startsWith("pre")) {
				if (!identifier && identifierBase === false) throw new Error("invalid increment argument: identifier is empty");
				if (identifier) {
					const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
					if (!match || match[1] !== identifier) throw new Error(`invalid identifier: ${identifier}`);
				}
			}
			switch (release) {
				case "premajor":
					this.prerelease.length = 0;
					this.patch = 0;
					this.minor = 0;
					this.major++;
					this.inc("pre", identifier, identifierBase);
					break;
				case "preminor":
					this.prerelease.length = 0;
					this.patch = 0;
					this.minor++;
					this.inc("pre", identifier, identifierBase);
					break;
				case "prepatch":
					this.prerelease.length = 0;
					this.inc("patch", identifier, identifierBase);
					this.inc("pre", identifier, identifierBase);
					break;
				case "prerelease":
					if (this.prerelease.length === 0) this.inc("patch", identifier, identifierBase);
					this.inc("pre", identifier, identifierBase);
					break;
				case "release":
					if (this.prerelease.length === 0) throw new Error(`version ${this.raw} is not a prerelease`);
					this.prerelease.length = 0;
					break;
				case "major":
					if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) this.major++;
					this.minor = 0;
					this.patch = 0;
					this.prerelease = [];
					break;
				case "minor":
					if (this.patch !== 0 || this.prerelease.length === 0) this.minor++;
					this.patch = 0;
					this.prerelease = [];
					break;
				case "patch":
					if (this.prerelease.length === 0) this.patch++;
					this.prerelease = [];
					break;
				case "pre": {
					const base = Number(identifierBase) ? 1 : 0;
					if (this.prerelease.length === 0) this.prerelease = [base];
					else {
						let i = this.prerelease.length;
						while (--i >= 0) if (typeof this.prerelease[i] === "number") {
							this.prerelease[i]++;
							i = -2;
						}
						if (i === -1) {
							if (identifier === this.prerelease.join(".") && identifierBase === false) throw new Error("invalid increment argument: identifier already exists");
							this.prerelease.push(base);
						}
					}
					if (identifier) {
						let prerelease = [identifier, base];
						if (identifierBase === false) prerelease = [identifier];
						if (isPrereleaseIdentifier(this.prerelease, identifier)) {
							const prereleaseBase = this.prerelease[identifier.split(".").length];
							if (isNaN(prereleaseBase)) this.prerelease = prerelease;
						} else this.prerelease = prerelease;
					}
					break;
				}
				default: throw new Error(`invalid increment argument: ${release}`);
			}
			this.raw = this.format();
			if (this.build.length) this.raw += `+${this.build.join(".")}`;
			return this;
		}
	};
}));
// node_modules/semver/functions/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const parse = (version, options, throwErrors = false) => {
		if (version instanceof SemVer) return version;
		try {
			return new SemVer(version, options);
		} catch (er) {
			if (!throwErrors) return null;
			throw er;
		}
	};
	module.exports = parse;
}));
// node_modules/semver/functions/valid.js
var require_valid$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const valid = (version, options) => {
		const v = parse(version, options);
		return v ? v.version : null;
	};
	module.exports = valid;
}));
// node_modules/semver/functions/clean.js
var require_clean = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const clean = (version, options) => {
		const s = parse(version.trim().replace(/^[=v]+/, ""), options);
		return s ? s.version : null;
	};
	module.exports = clean;
}));
// node_modules/semver/functions/inc.js
var require_inc = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const inc = (version, release, options, identifier, identifierBase) => {
		if (typeof options === "string") {
			identifierBase = identifier;
			identifier = options;
			options = void 0;
		}
		try {
			return new SemVer(version instanceof SemVer ? version.version : version, options).inc(release, identifier, identifierBase).version;
		} catch (er) {
			return null;
		}
	};
	module.exports = inc;
}));
// node_modules/semver/functions/diff.js
var require_diff = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const diff = (version1, version2) => {
		const v1 = parse(version1, null, true);
		const v2 = parse(version2, null, true);
		const comparison = v1.compare(v2);
		if (comparison === 0) return null;
		const v1Higher = comparison > 0;
		const highVersion = v1Higher ? v1 : v2;
		const lowVersion = v1Higher ? v2 : v1;
		const highHasPre = !!highVersion.prerelease.length;
		if (!!lowVersion.prerelease.length && !highHasPre) {
			if (!lowVersion.patch && !lowVersion.minor) return "major";
			if (lowVersion.compareMain(highVersion) === 0) {
				if (lowVersion.minor && !lowVersion.patch) return "minor";
				return "patch";
			}
		}
		const prefix = highHasPre ? "pre" : "";
		if (v1.major !== v2.major) return prefix + "major";
		if (v1.minor !== v2.minor) return prefix + "minor";
		if (v1.patch !== v2.patch) return prefix + "patch";
		return "prerelease";
	};
	module.exports = diff;
}));
// node_modules/semver/functions/major.js
var require_major = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const major = (a, loose) => new SemVer(a, loose).major;
	module.exports = major;
}));
// node_modules/semver/functions/minor.js
var require_minor = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const minor = (a, loose) => new SemVer(a, loose).minor;
	module.exports = minor;
}));
// node_modules/semver/functions/patch.js
var require_patch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const patch = (a, loose) => new SemVer(a, loose).patch;
	module.exports = patch;
}));
// node_modules/semver/functions/prerelease.js
var require_prerelease = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const prerelease = (version, options) => {
		const parsed = parse(version, options);
		return parsed && parsed.prerelease.length ? parsed.prerelease : null;
	};
	module.exports = prerelease;
}));
// node_modules/semver/functions/compare.js
var require_compare = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const compare = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
	module.exports = compare;
}));
// node_modules/semver/functions/rcompare.js
var require_rcompare = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const rcompare = (a, b, loose) => compare(b, a, loose);
	module.exports = rcompare;
}));
// node_modules/semver/functions/compare-loose.js
var require_compare_loose = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const compareLoose = (a, b) => compare(a, b, true);
	module.exports = compareLoose;
}));
// node_modules/semver/functions/compare-build.js
var require_compare_build = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const compareBuild = (a, b, loose) => {
		const versionA = new SemVer(a, loose);
		const versionB = new SemVer(b, loose);
		return versionA.compare(versionB) || versionA.compareBuild(versionB);
	};
	module.exports = compareBuild;
}));
// node_modules/semver/functions/sort.js
var require_sort = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compareBuild = require_compare_build();
	const sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose));
	module.exports = sort;
}));
// node_modules/semver/functions/rsort.js
var require_rsort = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compareBuild = require_compare_build();
	const rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose));
	module.exports = rsort;
}));
// node_modules/semver/functions/gt.js
var require_gt = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const gt = (a, b, loose) => compare(a, b, loose) > 0;
	module.exports = gt;
}));
// node_modules/semver/functions/lt.js
var require_lt = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const lt = (a, b, loose) => compare(a, b, loose) < 0;
	module.exports = lt;
}));
// node_modules/semver/functions/eq.js
var require_eq = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const eq = (a, b, loose) => compare(a, b, loose) === 0;
	module.exports = eq;
}));
// node_modules/semver/functions/neq.js
var require_neq = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const neq = (a, b, loose) => compare(a, b, loose) !== 0;
	module.exports = neq;
}));
// node_modules/semver/functions/gte.js
var require_gte = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const gte = (a, b, loose) => compare(a, b, loose) >= 0;
	module.exports = gte;
}));
// node_modules/semver/functions/lte.js
var require_lte = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const lte = (a, b, loose) => compare(a, b, loose) <= 0;
	module.exports = lte;
}));
// node_modules/semver/functions/cmp.js
var require_cmp = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const eq = require_eq();
	const neq = require_neq();
	const gt = require_gt();
	const gte = require_gte();
	const lt = require_lt();
	const lte = require_lte();
	const cmp = (a, op, b, loose) => {
		switch (op) {
			case "===":
				if (typeof a === "object") a = a.version;
				if (typeof b === "object") b = b.version;
				return a === b;
			case "!==":
				if (typeof a === "object") a = a.version;
				if (typeof b === "object") b = b.version;
				return a !== b;
			case "":
			case "=":
			case "==": return eq(a, b, loose);
			case "!=": return neq(a, b, loose);
			case ">": return gt(a, b, loose);
			case ">=": return gte(a, b, loose);
			case "<": return lt(a, b, loose);
			case "<=": return lte(a, b, loose);
			default: throw new TypeError(`Invalid operator: ${op}`);
		}
	};
	module.exports = cmp;
}));
// node_modules/semver/functions/coerce.js
var require_coerce = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const parse = require_parse();
	const { safeRe: re, t } = require_re();
	const coerce = (version, options) => {
		if (version instanceof SemVer) return version;
		if (typeof version === "number") version = String(version);
		if (typeof version !== "string") return null;
		options = options || {};
		let match = null;
		if (!options.rtl) match = version.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE]);
		else {
			const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL];
			let next;
			while ((next = coerceRtlRegex.exec(version)) && (!match || match.index + match[0].length !== version.length)) {
				if (!match || next.index + next[0].length !== match.index + match[0].length) match = next;
				coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length;
			}
			coerceRtlRegex.lastIndex = -1;
		}
		if (match === null) return null;
		const major = match[2];
		const minor = match[3] || "0";
		const patch = match[4] || "0";
		const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : "";
		const build = options.includePrerelease && match[6] ? `+${match[6]}` : "";
		return parse(`${major}.${minor}.${patch}${prerelease}${build}`, options);
	};
	module.exports = coerce;
}));
// node_modules/semver/functions/truncate.js
var require_truncate = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const constants = require_constants();
	const SemVer = require_semver$1();
	const truncate = (version, truncation, options) => {
		if (!constants.RELEASE_TYPES.includes(truncation)) return null;
		const clonedVersion = cloneInputVersion(version, options);
		return clonedVersion && doTruncation(clonedVersion, truncation);
	};
	const cloneInputVersion = (version, options) => {
		const versionStringToParse = version instanceof SemVer ? version.version : version;
		return parse(versionStringToParse, options);
	};
	const doTruncation = (version, truncation) => {
		if (isPrerelease(truncation)) return version.version;
		version.prerelease = [];
		switch (truncation) {
			case "major":
				version.minor = 0;
				version.patch = 0;
				break;
			case "minor": version.patch = 0;
		}
		return version.format();
	};
	const isPrerelease = (type) => {
		return type.startsWith("pre");
	};
	module.exports = truncate;
}));
// node_modules/semver/internal/lrucache.js
var require_lrucache = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var LRUCache = class {
		constructor() {
			this.max = 1e3;
			this.map = /* @__PURE__ */ new Map();
		}
		get(key) {
			const value = this.map.get(key);
			if (value === void 0) return;
			else {
				this.map.delete(key);
				this.map.set(key, value);
				return value;
			}
		}
		delete(key) {
			return this.map.delete(key);
		}
		set(key, value) {
			if (!this.delete(key) && value !== void 0) {
				if (this.map.size >= this.max) {
					const firstKey = this.map.keys().next().value;
					this.delete(firstKey);
				}
				this.map.set(key, value);
			}
			return this;
		}
	};
	module.exports = LRUCache;
}));
// node_modules/semver/internal/trim-comparator-whitespace.js
var require_trim_comparator_whitespace = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { MAX_LENGTH, MAX_SAFE_BUILD_LENGTH, WHITESPACE_CHARACTERS } = require_constants();
	/**
	* Remembers the last two rows of digits so their characters need not be reread.
	* Positions start at -1 until a row has been found.
	*
	* @typedef {object} DigitRunCache
	* @property {number} start The first character of the most recently found row.
	* @property {number} end The position after that row's last character.
	* @property {number} previousStart The first character of the previous row.
	* @property {number} previousEnd The position after the previous row.
	*/
	const whitespace = /* @__PURE__ */ new Uint8Array(65536);
	for (const char of WHITESPACE_CHARACTERS) whitespace[char.charCodeAt(0)] = 1;
	/**
	* Checks whether a character is whitespace, like a space, tab, or newline.
	* Looking past the end of the string returns false.
	*
	* @param {string|undefined} char One character, or undefined past the string's end.
	* @returns {boolean} Whether the character is whitespace.
	* @example isWhitespace(' ') // true
	* @example isWhitespace('1') // false
	*/
	const isWhitespace = (char) => char !== void 0 && whitespace[char.charCodeAt(0)] === 1;
	/**
	* Checks for v, =, or whitespace before the version number.
	* These are historical version prefixes, not range operators:
	* < and > are handled separately, as are tilde and caret ranges.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether the character can belong to a version prefix.
	* @example isVersionPrefix('=') // true
	* @example isVersionPrefix('>') // false
	*/
	const isVersionPrefix = (char) => char === "v" || char === "=" || isWhitespace(char);
	/**
	* Checks whether a character is one of the digits 0 through 9.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether the character is an ASCII digit.
	* @example isDigit('7') // true
	* @example isDigit('.') // false
	*/
	const isDigit = (char) => char !== void 0 && char >= "0" && char <= "9";
	/**
	* Checks whether a character is an English letter, uppercase or lowercase.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether the character is an ASCII letter.
	* @example isLetter('b') // true
	* @example isLetter('7') // false
	*/
	const isLetter = (char) => char !== void 0 && (char >= "a" && char <= "z" || char >= "A" && char <= "Z");
	/**
	* Checks for a letter, digit, or hyphen: the characters allowed inside
	* prerelease and build names such as beta-1.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether the character can be part of an identifier.
	* @example isIdentifierCharacter('-') // true
	* @example isIdentifierCharacter('.') // false; dots separate identifiers
	*/
	const isIdentifierCharacter = (char) => isDigit(char) || isLetter(char) || char === "-";
	/**
	* Checks whether a version component can begin here: with a digit or
	* a wildcard such as x, X, or *.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether a number or wildcard can start with this character.
	* @example isVersionStart('x') // true
	* @example isVersionStart('v') // false; v belongs to the prefix
	*/
	const isVersionStart = (char) => isDigit(char) || char === "x" || char === "X" || char === "*";
	/**
	* Finds the end of a row of digits, but returns no more than limit digits.
	* Remembers the last two rows so looking at them again does not reread them.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position of the first character to check.
	* @param {number} limit The most digit characters the returned match can include.
	* @param {DigitRunCache} digitRuns Shared cache of digit-run positions, updated in place.
	* @returns {number} The position after the matched digits, or start if none match.
	* @example findDigitsEndIndex('123abc', 0, 10, digitRuns) // 3, pointing at a
	* @example findDigitsEndIndex('123abc', 0, 2, digitRuns) // 2, pointing at the unread 3
	*/
	const findDigitsEndIndex = (range, start, limit, digitRuns) => {
		if (!isDigit(range[start])) return start;
		if (start >= digitRuns.start && start < digitRuns.end) return Math.min(start + limit, digitRuns.end);
		if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) return Math.min(start + limit, digitRuns.previousEnd);
		let end = start + 1;
		while (isDigit(range[end])) end++;
		digitRuns.previousStart = digitRuns.start;
		digitRuns.previousEnd = digitRuns.end;
		digitRuns.start = start;
		digitRuns.end = end;
		return Math.min(start + limit, end);
	};
	/**
	* Reads a number using the old regex's length and leading-zero rules.
	* Strict mode reads just the first zero in 012; loose mode can read all three.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the number should begin.
	* @param {boolean} loose Whether to allow leading zeros.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the matched digits, not their numeric value.
	* @example findVersionNumberEndIndex('012', 0, false, digitRuns) // 1
	* @example findVersionNumberEndIndex('012', 0, true, digitRuns) // 3
	*/
	const findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
		if (!loose && range[start] === "0") return start + 1;
		return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns);
	};
	/**
	* Reads one piece of a prerelease name, such as beta or 1 in beta.1.
	* Tries the letter-or-hyphen form first, then the number-only form.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the identifier should begin.
	* @param {boolean} loose Whether numeric identifiers may have leading zeros.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the identifier, or start if none matches.
	* @example findPrereleaseIdentifierEndIndex('beta.1', 0, false, digitRuns) // 4, at the dot
	* @example findPrereleaseIdentifierEndIndex('001beta', 0, false, digitRuns) // 7
	*/
	const findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
		const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns);
		if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
			let end = digitsEnd + 1;
			const limit = end + MAX_SAFE_BUILD_LENGTH;
			while (end < limit && isIdentifierCharacter(range[end])) end++;
			return end;
		}
		return findVersionNumberEndIndex(range, start, loose, digitRuns);
	};
	/**
	* Reads a prerelease suffix such as -beta.1, one dot-separated piece at a time.
	* Loose mode also allows the name without its opening hyphen.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the suffix should begin, including -.
	* @param {boolean} loose Whether the opening hyphen is optional and zeros allowed.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the matched suffix, or start if absent.
	* @example findPrereleaseEndIndex('-beta.1+sha', 0, false, digitRuns) // 7, at the plus
	* @example findPrereleaseEndIndex('beta', 0, false, digitRuns) // 0; no opening hyphen
	*/
	const findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
		const hyphen = range[start] === "-";
		if (!loose && !hyphen) return start;
		const identifierStart = start + (hyphen ? 1 : 0);
		let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
		if (end === identifierStart) {
			if (!loose || !hyphen) return start;
			end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns);
		}
		while (range[end] === ".") {
			const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns);
			if (next === end + 1) break;
			end = next;
		}
		return end;
	};
	/**
	* Reads one build-name piece, such as sha or 123 in +sha.123.
	* Stops at a disallowed character or the old regex's length limit.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the identifier should begin.
	* @returns {number} The position after the identifier, or start if none matches.
	* @example findBuildIdentifierEndIndex('sha.123', 0) // 3, at the dot
	* @example findBuildIdentifierEndIndex('001', 0) // 3; leading zeros are allowed
	*/
	const findBuildIdentifierEndIndex = (range, start) => {
		let end = start;
		while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) end++;
		return end;
	};
	/**
	* Reads optional build metadata such as +sha.123.
	* Leaves the position unchanged if there is no plus sign followed by a name.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the opening + should be.
	* @returns {number} The position after the matched metadata, or start if absent.
	* @example findBuildEndIndex('+sha.123 <2', 0) // 8, at the space
	* @example findBuildEndIndex('+', 0) // 0; a plus sign alone is not a match
	*/
	const findBuildEndIndex = (range, start) => {
		if (range[start] !== "+") return start;
		let end = findBuildIdentifierEndIndex(range, start + 1);
		if (end === start + 1) return start;
		while (range[end] === ".") {
			const next = findBuildIdentifierEndIndex(range, end + 1);
			if (next === end + 1) break;
			end = next;
		}
		return end;
	};
	/**
	* Reads three numbers separated by dots, then any prerelease and build suffixes.
	* Uses loose rules, so forms such as 01.02.03beta can match here.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position of the first number, after any prefix.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the version match, or start if none matches.
	* @example findLooseFullVersionEndIndex('1.2.3-beta+sha <2', 0, digitRuns) // 14
	* @example findLooseFullVersionEndIndex('1.2', 0, digitRuns) // 0; needs three numbers
	*/
	const findLooseFullVersionEndIndex = (range, start, digitRuns) => {
		let end = start;
		for (let component = 0; component < 3; component++) {
			const next = findVersionNumberEndIndex(range, end, true, digitRuns);
			if (next === end) return start;
			end = next;
			if (component < 2) {
				if (range[end] !== ".") return start;
				end++;
			}
		}
		const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns);
		return findBuildEndIndex(range, prereleaseEnd);
	};
	/**
	* Reads one component of a partial or wildcard version, such as 2 or x in 2.x.
	* Numbers use strict leading-zero rules; wildcards take up one character.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the component should begin.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the component, or start if none matches.
	* @example findPartialVersionComponentEndIndex('2.x', 0, digitRuns) // 1, at the dot
	* @example findPartialVersionComponentEndIndex('2.x', 2, digitRuns) // 3, after x
	*/
	const findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
		if (isDigit(range[start])) return findVersionNumberEndIndex(range, start, false, digitRuns);
		return isVersionStart(range[start]) ? start + 1 : start;
	};
	/**
	* Reads up to three components, allowing forms such as 1, 1.2, or 1.x.
	* After the third component, also reads any strict prerelease and build suffixes.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position of a number or wildcard, after any prefix.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the matched version text.
	* @example findPartialVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
	* @example findPartialVersionEndIndex('1.', 0, digitRuns) // 1; the trailing dot is unread
	*/
	const findPartialVersionEndIndex = (range, start, digitRuns) => {
		let end = findPartialVersionComponentEndIndex(range, start, digitRuns);
		for (let component = 0; component < 2; component++) {
			if (range[end] !== ".") return end;
			const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns);
			if (next === end + 1) return end;
			end = next;
		}
		const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns);
		return findBuildEndIndex(range, prereleaseEnd);
	};
	/**
	* Finds where a version match ends, without deciding whether the range is valid.
	* Tries a loose full version first, then a partial or wildcard version, just
	* like the old regex's LOOSEPLAIN and XRANGEPLAIN alternatives.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position of a number or wildcard, after any prefix.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position where scanning the next candidate can resume.
	* @example findVersionEndIndex('1.2.3 <2', 0, digitRuns) // 5, at the space
	* @example findVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
	*/
	const findVersionEndIndex = (range, start, digitRuns) => {
		const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns);
		return fullVersionEnd !== start ? fullVersionEnd : findPartialVersionEndIndex(range, start, digitRuns);
	};
	/**
	* Finds the one whitespace character the old replacement would remove.
	* Keeps leading whitespace, skips an optional operator, and checks immediately
	* after it. Returns -1 if there is nothing to remove.
	*
	* @param {string} range The text containing a candidate already found by the caller.
	* @param {number} matchStart The candidate's position, including leading whitespace.
	* @returns {number} The position of the removable whitespace, or -1 if absent.
	* @example findRemovableWhitespaceIndex(' > 1', 0) // 2; keep the space at position 0
	* @example findRemovableWhitespaceIndex('>1', 0) // -1
	*/
	const findRemovableWhitespaceIndex = (range, matchStart) => {
		let position = matchStart;
		if (isWhitespace(range[position])) position++;
		if (range[position] === "<" || range[position] === ">") position++;
		if (range[position] === "=") position++;
		return isWhitespace(range[position]) ? position : -1;
	};
	/**
	* Joins an operator to its version, turning > 1.2.3 into >1.2.3.
	* Copies everything else according to the old regex's matching rules.
	* Moves forward through prefixes and whole versions to avoid repeatedly
	* searching the same characters on long inputs.
	*
	* @param {string} range The range text to process; the original string is unchanged.
	* @returns {string} The range with matched operator whitespace removed.
	* @example trimComparatorWhitespace('> 1.2.3 < 2') // '>1.2.3 <2'
	* @example trimComparatorWhitespace('> invalid') // '> invalid'
	*/
	const trimComparatorWhitespace = (range) => {
		let result = "";
		let copyFrom = 0;
		let cursor = 0;
		const digitRuns = {
			start: -1,
			end: -1,
			previousStart: -1,
			previousEnd: -1
		};
		while (cursor < range.length) {
			const matchStart = cursor;
			if (range[cursor] === "<" || range[cursor] === ">") cursor++;
			else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
				cursor++;
				continue;
			}
			while (cursor < range.length && isVersionPrefix(range[cursor])) cursor++;
			if (!isVersionStart(range[cursor])) continue;
			const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart);
			if (whitespacePosition !== -1) {
				result += range.slice(copyFrom, whitespacePosition);
				copyFrom = whitespacePosition + 1;
			}
			cursor = findVersionEndIndex(range, cursor, digitRuns);
		}
		return result + range.slice(copyFrom);
	};
	module.exports = trimComparatorWhitespace;
}));
// node_modules/semver/classes/range.js
var require_range = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SPACE_CHARACTERS = /\s+/g;
	module.exports = class Range {
		constructor(range, options) {
			options = parseOptions(options);
			if (range instanceof Range) {
				if (range.loose === !!options.loose && range.includePrerelease === !!options.includePrerelease) return range;
				else return new Range(range.raw, options);
			}
			if (range instanceof Comparator) {
				this.raw = range.value;
				this.set = [[range]];
				this.formatted = void 0;
				return this;
			}
			this.options = options;
			this.loose = !!options.loose;
			this.includePrerelease = !!options.includePrerelease;
			this.raw = range.trim().replace(SPACE_CHARACTERS, " ");
			this.set = this.raw.split("||").map((r) => this.parseRange(r.trim())).filter((c) => c.length);
			if (!this.set.length) throw new TypeError(`Invalid SemVer Range: ${this.raw}`);
			if (this.set.length > 1) {
				const first = this.set[0];
				this.set = this.set.filter((c) => !isNullSet(c[0]));
				if (this.set.length === 0) this.set = [first];
				else if (this.set.length > 1) {
					for (const c of this.set) if (c.length === 1 && isAny(c[0])) {
						this.set = [c];
						break;
					}
				}
			}
			this.formatted = void 0;
		}
		get range() {
			if (this.formatted === void 0) {
				this.formatted = "";
				for (let i = 0; i < this.set.length; i++) {
					if (i > 0) this.formatted += "||";
					const comps = this.set[i];
					for (let k = 0; k < comps.length; k++) {
						if (k > 0) this.formatted += " ";
						this.formatted += comps[k].toString().trim();
					}
				}
			}
			return this.formatted;
		}
		format() {
			return this.range;
		}
		toString() {
			return this.range;
		}
		parseRange(range) {
			range = range.replace(BUILDSTRIPRE, "");
			const memoKey = ((this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) | (this.options.loose && FLAG_LOOSE)) + ":" + range;
			const cached = cache.get(memoKey);
			if (cached) return cached;
			const loose = this.options.loose;
			const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE];
			range = range.replace(hr, hyphenReplace(this.options.includePrerelease));
			debug("hyphen replace", range);
			range = trimComparatorWhitespace(range);
			debug("comparator trim", range);
			range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
			debug("tilde trim", range);
			range = range.replace(re[t.CARETTRIM], caretTrimReplace);
			debug("caret trim", range);
			let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
			if (loose) rangeList = rangeList.filter((comp) => {
				debug("loose invalid filter", comp, this.options);
				return !!comp.match(re[t.COMPARATORLOOSE]);
			});
			debug("range list", rangeList);
			const rangeMap = /* @__PURE__ */ new Map();
			const comparators = rangeList.map((comp) => new Comparator(comp, this.options));
			for (const comp of comparators) {
				if (isNullSet(comp)) return [comp];
				rangeMap.set(comp.value, comp);
			}
			if (rangeMap.size > 1 && rangeMap.has("")) rangeMap.delete("");
			const result = [...rangeMap.values()];
			cache.set(memoKey, result);
			return result;
		}
		intersects(range, options) {
			if (!(range instanceof Range)) throw new TypeError("a Range is required");
			return this.set.some((thisComparators) => {
				return isSatisfiable(thisComparators, options) && range.set.some((rangeComparators) => {
					return isSatisfiable(rangeComparators, options) && thisComparators.every((thisComparator) => {
						return rangeComparators.every((rangeComparator) => {
							return thisComparator.intersects(rangeComparator, options);
						});
					});
				});
			});
		}
		test(version) {
			if (!version) return false;
			if (typeof version === "string") try {
				version = new SemVer(version, this.options);
			} catch (er) {
				return false;
			}
			for (let i = 0; i < this.set.length; i++) if (testSet(this.set[i], version, this.options)) return true;
			return false;
		}
	};
	const cache = new (require_lrucache())();
	const parseOptions = require_parse_options();
	const Comparator = require_comparator();
	const debug = require_debug();
	const SemVer = require_semver$1();
	const trimComparatorWhitespace = require_trim_comparator_whitespace();
	const { safeRe: re, src, t, tildeTrimReplace, caretTrimReplace } = require_re();
	const { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = require_constants();
	const BUILDSTRIPRE = new RegExp(src[t.BUILD], "g");
	const isNullSet = (c) => c.value === "<0.0.0-0";
	const isAny = (c) => c.value === "";
	const isSatisfiable = (comparators, options) => {
		let result = true;
		const remainingComparators = comparators.slice();
		let testComparator = remainingComparators.pop();
		while (result && remainingComparators.length) {
			result = remainingComparators.every((otherComparator) => {
				return testComparator.intersects(otherComparator, options);
			});
			testComparator = remainingComparators.pop();
		}
		return result;
	};
	const parseComparator = (comp, options) => {
		comp = comp.replace(re[t.BUILD], "");
		debug("comp", comp, options);
		comp = replaceCarets(comp, options);
		debug("caret", comp);
		comp = replaceTildes(comp, options);
		debug("tildes", comp);
		comp = replaceXRanges(comp, options);
		debug("xrange", comp);
		comp = replaceStars(comp, options);
		debug("stars", comp);
		return comp;
	};
	const isX = (id) => !id || id.toLowerCase() === "x" || id === "*";
	const invalidXRangeOrder = (M, m, p) => isX(M) && !isX(m) || isX(m) && p && !isX(p);
	const replaceTildes = (comp, options) => {
		return comp.trim().split(/\s+/).map((c) => replaceTilde(c, options)).join(" ");
	};
	const replaceTilde = (comp, options) => {
		const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE];
		const z = options.includePrerelease ? "-0" : "";
		return comp.replace(r, (_, M, m, p, pr) => {
			debug("tilde", comp, _, M, m, p, pr);
			let ret;
			if (isX(M)) ret = "";
			else if (isX(m)) ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
			else if (isX(p)) ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
			else if (pr) {
				debug("replaceTilde pr", pr);
				ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
			} else ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
			debug("tilde return", ret);
			return ret;
		});
	};
	const replaceCarets = (comp, options) => {
		return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options)).join(" ");
	};
	const replaceCaret = (comp, options) => {
		debug("caret", comp, options);
		const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET];
		const z = options.includePrerelease ? "-0" : "";
		return comp.replace(r, (_, M, m, p, pr) => {
			debug("caret", comp, _, M, m, p, pr);
			let ret;
			if (isX(M)) ret = "";
			else if (isX(m)) ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
			else if (isX(p)) {
				if (M === "0") ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
				else ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`;
			} else if (pr) {
				debug("replaceCaret pr", pr);
				if (M === "0") {
					if (m === "0") ret = `>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p + 1}-0`;
					else ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
				} else ret = `>=${M}.${m}.${p}-${pr} <${+M + 1}.0.0-0`;
			} else {
				debug("no pr");
				if (M === "0") {
					if (m === "0") ret = `>=${M}.${m}.${p} <${M}.${m}.${+p + 1}-0`;
					else ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
				} else ret = `>=${M}.${m}.${p} <${+M + 1}.0.0-0`;
			}
			debug("caret return", ret);
			return ret;
		});
	};
	const replaceXRanges = (comp, options) => {
		debug("replaceXRanges", comp, options);
		return comp.split(/\s+/).map((c) => replaceXRange(c, options)).join(" ");
	};
	const replaceXRange = (comp, options) => {
		comp = comp.trim();
		const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
		return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
			debug("xRange", comp, ret, gtlt, M, m, p, pr);
			if (invalidXRangeOrder(M, m, p)) return comp;
			const xM = isX(M);
			const xm = xM || isX(m);
			const xp = xm || isX(p);
			const anyX = xp;
			if (gtlt === "=" && anyX) gtlt = "";
			pr = options.includePrerelease ? "-0" : "";
			if (xM) {
				if (gtlt === ">" || gtlt === "<") ret = "<0.0.0-0";
				else ret = "*";
			} else if (gtlt && anyX) {
				if (xm) m = 0;
				p = 0;
				if (gtlt === ">") {
					gtlt = ">=";
					if (xm) {
						M = +M + 1;
						m = 0;
						p = 0;
					} else {
						m = +m + 1;
						p = 0;
					}
				} else if (gtlt === "<=") {
					gtlt = "<";
					if (xm) M = +M + 1;
					else m = +m + 1;
				}
				if (gtlt === "<") pr = "-0";
				ret = `${gtlt + M}.${m}.${p}${pr}`;
			} else if (xm) ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`;
			else if (xp) ret = `>=${M}.${m}.0${pr} <${M}.${+m + 1}.0-0`;
			debug("xRange return", ret);
			return ret;
		});
	};
	const replaceStars = (comp, options) => {
		debug("replaceStars", comp, options);
		return comp.trim().replace(re[t.STAR], "");
	};
	const replaceGTE0 = (comp, options) => {
		debug("replaceGTE0", comp, options);
		return comp.trim().replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], "");
	};
	const hyphenReplace = (incPr) => ($0, from, fM, fm, fp, fpr, fb, to, tM, tm, tp, tpr) => {
		if (isX(fM)) from = "";
		else if (isX(fm)) from = `>=${fM}.0.0${incPr ? "-0" : ""}`;
		else if (isX(fp)) from = `>=${fM}.${fm}.0${incPr ? "-0" : ""}`;
		else if (fpr) from = `>=${from}`;
		else from = `>=${from}${incPr ? "-0" : ""}`;
		if (isX(tM)) to = "";
		else if (isX(tm)) to = `<${+tM + 1}.0.0-0`;
		else if (isX(tp)) to = `<${tM}.${+tm + 1}.0-0`;
		else if (tpr) to = `<=${tM}.${tm}.${tp}-${tpr}`;
		else if (incPr) to = `<${tM}.${tm}.${+tp + 1}-0`;
		else to = `<=${to}`;
		return `${from} ${to}`.trim();
	};
	const testSet = (set, version, options) => {
		for (let i = 0; i < set.length; i++) if (!set[i].test(version)) return false;
		if (version.prerelease.length && !options.includePrerelease) {
			for (let i = 0; i < set.length; i++) {
				debug(set[i].semver);
				if (set[i].semver === Comparator.ANY) continue;
				if (set[i].semver.prerelease.length > 0) {
					const allowed = set[i].semver;
					if (allowed.major === version.major && allowed.minor === version.minor && allowed.patch === version.patch) return true;
				}
			}
			return false;
		}
		return true;
	};
}));
// node_modules/semver/classes/comparator.js
var require_comparator = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ANY = Symbol("SemVer ANY");
	module.exports = class Comparator {
		static get ANY() {
			return ANY;
		}
		constructor(comp, options) {
			options = parseOptions(options);
			if (comp instanceof Comparator) {
				if (comp.loose === !!options.loose) return comp;
				else comp = comp.value;
			}
			comp = comp.trim().split(/\s+/).join(" ");
			debug("comparator", comp, options);
			this.options = options;
			this.loose = !!options.loose;
			this.parse(comp);
			if (this.semver === ANY) this.value = "";
			else this.value = this.operator + this.semver.version;
			debug("comp", this);
		}
		parse(comp) {
			const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR];
			const m = comp.match(r);
			if (!m) throw new TypeError(`Invalid comparator: ${comp}`);
			this.operator = m[1] !== void 0 ? m[1] : "";
			if (this.operator === "=") this.operator = "";
			if (!m[2]) this.semver = ANY;
			else this.semver = new SemVer(m[2], this.options.loose);
		}
		toString() {
			return this.value;
		}
		test(version) {
			debug("Comparator.test", version, this.options.loose);
			if (this.semver === ANY || version === ANY) return true;
			if (typeof version === "string") try {
				version = new SemVer(version, this.options);
			} catch (er) {
				return false;
			}
			return cmp(version, this.operator, this.semver, this.options);
		}
		intersects(comp, options) {
			if (!(comp instanceof Comparator)) throw new TypeError("a Comparator is required");
			if (this.operator === "") {
				if (this.value === "") return true;
				return new Range(comp.value, options).test(this.value);
			} else if (comp.operator === "") {
				if (comp.value === "") return true;
				return new Range(this.value, options).test(comp.semver);
			}
			options = parseOptions(options);
			if (options.includePrerelease && (this.value === "<0.0.0-0" || comp.value === "<0.0.0-0")) return false;
			if (!options.includePrerelease && (this.value.startsWith("<0.0.0") || comp.value.startsWith("<0.0.0"))) return false;
			if (this.operator.startsWith(">") && comp.operator.startsWith(">")) return true;
			if (this.operator.startsWith("<") && comp.operator.startsWith("<")) return true;
			if (this.semver.version === comp.semver.version && this.operator.includes("=") && comp.operator.includes("=")) return true;
			if (cmp(this.semver, "<", comp.semver, options) && this.operator.startsWith(">") && comp.operator.startsWith("<")) return true;
			if (cmp(this.semver, ">", comp.semver, options) && this.operator.startsWith("<") && comp.operator.startsWith(">")) return true;
			return false;
		}
	};
	const parseOptions = require_parse_options();
	const { safeRe: re, t } = require_re();
	const cmp = require_cmp();
	const debug = require_debug();
	const SemVer = require_semver$1();
	const Range = require_range();
}));
// node_modules/semver/functions/satisfies.js
var require_satisfies = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Range = require_range();
	const satisfies = (version, range, options) => {
		try {
			range = new Range(range, options);
		} catch (er) {
			return false;
		}
		return range.test(version);
	};
	module.exports = satisfies;
}));
// node_modules/semver/ranges/to-comparators.js
var require_to_comparators = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Range = require_range();
	const toComparators = (range, options) => new Range(range, options).set.map((comp) => comp.map((c) => c.value).join(" ").trim().split(" "));
	module.exports = toComparators;
}));
// node_modules/semver/ranges/max-satisfying.js
var require_max_satisfying = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const Range = require_range();
	const maxSatisfying = (versions, range, options) => {
		let max = null;
		let maxSV = null;
		let rangeObj = null;
		try {
			rangeObj = new Range(range, options);
		} catch (er) {
			return null;
		}
		versions.forEach((v) => {
			if (rangeObj.test(v)) {
				if (!max || maxSV.compare(v) === -1) {
					max = v;
					maxSV = new SemVer(max, options);
				}
			}
		});
		return max;
	};
	module.exports = maxSatisfying;
}));
// node_modules/semver/ranges/min-satisfying.js
var require_min_satisfying = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const Range = require_range();
	const minSatisfying = (versions, range, options) => {
		let min = null;
		let minSV = null;
		let rangeObj = null;
		try {
			rangeObj = new Range(range, options);
		} catch (er) {
			return null;
		}
		versions.forEach((v) => {
			if (rangeObj.test(v)) {
				if (!min || minSV.compare(v) === 1) {
					min = v;
					minSV = new SemVer(min, options);
				}
			}
		});
		return min;
	};
	module.exports = minSatisfying;
}));
// node_modules/semver/ranges/min-version.js
var require_min_version = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const Range = require_range();
	const gt = require_gt();
	const minVersion = (range, loose) => {
		range = new Range(range, loose);
		let minver = new SemVer("0.0.0");
		if (range.test(minver)) return minver;
		minver = new SemVer("0.0.0-0");
		if (range.test(minver)) return minver;
		minver = null;
		for (let i = 0; i < range.set.length; ++i) {
			const comparators = range.set[i];
			let setMin = null;
			comparators.forEach((comparator) => {
				const compver = new SemVer(comparator.semver.version);
				switch (comparator.operator) {
					case ">":
						if (compver.prerelease.length === 0) compver.patch++;
						else compver.prerelease.push(0);
						compver.raw = compver.format();
					case "":
					case ">=":
						if (!setMin || gt(compver, setMin)) setMin = compver;
						break;
					case "<":
					case "<=": break;
					/* istanbul ignore next */
					default: throw new Error(`Unexpected operation: ${comparator.operator}`);
				}
			});
			if (setMin && (!minver || gt(minver, setMin))) minver = setMin;
		}
		if (minver && range.test(minver)) return minver;
		return null;
	};
	module.exports = minVersion;
}));
// node_modules/semver/ranges/valid.js
var require_valid = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Range = require_range();
	const validRange = (range, options) => {
		try {
			return new Range(range, options).range || "*";
		} catch (er) {
			return null;
		}
	};
	module.exports = validRange;
}));
// node_modules/semver/ranges/outside.js
var require_outside = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const Comparator = require_comparator();
	const { ANY } = Comparator;
	const Range = require_range();
	const satisfies = require_satisfies();
	const gt = require_gt();
	const lt = require_lt();
	const lte = require_lte();
	const gte = require_gte();
	const outside = (version, range, hilo, options) => {
		version = new SemVer(version, options);
		range = new Range(range, options);
		let gtfn, ltefn, ltfn, comp, ecomp;
		switch (hilo) {
			case ">":
				gtfn = gt;
				ltefn = lte;
				ltfn = lt;
				comp = ">";
				ecomp = ">=";
				break;
			case "<":
				gtfn = lt;
				ltefn = gte;
				ltfn = gt;
				comp = "<";
				ecomp = "<=";
				break;
			default: throw new TypeError("Must provide a hilo val of \"<\" or \">\"");
		}
		if (satisfies(version, range, options)) return false;
		for (let i = 0; i < range.set.length; ++i) {
			const comparators = range.set[i];
			let high = null;
			let low = null;
			comparators.forEach((comparator) => {
				if (comparator.semver === ANY) comparator = new Comparator(">=0.0.0");
				high = high || comparator;
				low = low || comparator;
				if (gtfn(comparator.semver, high.semver, options)) high = comparator;
				else if (ltfn(comparator.semver, low.semver, options)) low = comparator;
			});
			if (high.operator === comp || high.operator === ecomp) return false;
			if ((!low.operator || low.operator === comp) && ltefn(version, low.semver)) return false;
			else if (low.operator === ecomp && ltfn(version, low.semver)) return false;
		}
		return true;
	};
	module.exports = outside;
}));
// node_modules/semver/ranges/gtr.js
var require_gtr = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const outside = require_outside();
	const gtr = (version, range, options) => outside(version, range, ">", options);
	module.exports = gtr;
}));
// node_modules/semver/ranges/ltr.js
var require_ltr = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const outside = require_outside();
	const ltr = (version, range, options) => outside(version, range, "<", options);
	module.exports = ltr;
}));
// node_modules/semver/ranges/intersects.js
var require_intersects = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Range = require_range();
	const intersects = (r1, r2, options) => {
		r1 = new Range(r1, options);
		r2 = new Range(r2, options);
		return r1.intersects(r2, options);
	};
	module.exports = intersects;
}));
// node_modules/semver/ranges/simplify.js
var require_simplify = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const satisfies = require_satisfies();
	const compare = require_compare();
	module.exports = (versions, range, options) => {
		const set = [];
		let first = null;
		let prev = null;
		const v = versions.sort((a, b) => compare(a, b, options));
		for (const version of v) if (satisfies(version, range, options)) {
			prev = version;
			if (!first) first = version;
		} else {
			if (prev) set.push([first, prev]);
			prev = null;
			first = null;
		}
		if (first) set.push([first, null]);
		const ranges = [];
		for (const [min, max] of set) if (min === max) ranges.push(min);
		else if (!max && min === v[0]) ranges.push("*");
		else if (!max) ranges.push(`>=${min}`);
		else if (min === v[0]) ranges.push(`<=${max}`);
		else ranges.push(`${min} - ${max}`);
		const simplified = ranges.join(" || ");
		const original = typeof range.raw === "string" ? range.raw : String(range);
		return simplified.length < original.length ? simplified : range;
	};
}));
// node_modules/semver/ranges/subset.js
var require_subset = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Range = require_range();
	const Comparator = require_comparator();
	const { ANY } = Comparator;
	const satisfies = require_satisfies();
	const compare = require_compare();
	const subset = (sub, dom, options = {}) => {
		if (sub === dom) return true;
		sub = new Range(sub, options);
		dom = new Range(dom, options);
		let sawNonNull = false;
		OUTER: for (const simpleSub of sub.set) {
			for (const simpleDom of dom.set) {
				const isSub = simpleSubset(simpleSub, simpleDom, options);
				sawNonNull = sawNonNull || isSub !== null;
				if (isSub) continue OUTER;
			}
			if (sawNonNull) return false;
		}
		return true;
	};
	const minimumVersionWithPreRelease = [new Comparator(">=0.0.0-0")];
	const minimumVersion = [new Comparator(">=0.0.0")];
	const simpleSubset = (sub, dom, options) => {
		if (sub === dom) return true;
		if (sub.length === 1 && sub[0].semver === ANY) {
			if (dom.length === 1 && dom[0].semver === ANY) return true;
			else if (options.includePrerelease) sub = minimumVersionWithPreRelease;
			else sub = minimumVersion;
		}
		if (dom.length === 1 && dom[0].semver === ANY) {
			if (options.includePrerelease) return true;
			else dom = minimumVersion;
		}
		const eqSet = /* @__PURE__ */ new Set();
		let gt, lt;
		for (const c of sub) if (c.operator === ">" || c.operator === ">=") gt = higherGT(gt, c, options);
		else if (c.operator === "<" || c.operator === "<=") lt = lowerLT(lt, c, options);
		else eqSet.add(c.semver);
		if (eqSet.size > 1) return null;
		let gtltComp;
		if (gt && lt) {
			gtltComp = compare(gt.semver, lt.semver, options);
			if (gtltComp > 0) return null;
			else if (gtltComp === 0 && (gt.operator !== ">=" || lt.operator !== "<=")) return null;
		}
		for (const eq of eqSet) {
			if (gt && !satisfies(eq, String(gt), options)) return null;
			if (lt && !satisfies(eq, String(lt), options)) return null;
			for (const c of dom) if (!satisfies(eq, String(c), options)) return false;
			return true;
		}
		let higher, lower;
		let hasDomLT, hasDomGT;
		let needDomLTPre = lt && !options.includePrerelease && lt.semver.prerelease.length ? lt.semver : false;
		let needDomGTPre = gt && !options.includePrerelease && gt.semver.prerelease.length ? gt.semver : false;
		if (needDomLTPre && needDomLTPre.prerelease.length === 1 && lt.operator === "<" && needDomLTPre.prerelease[0] === 0) needDomLTPre = false;
		for (const c of dom) {
			hasDomGT = hasDomGT || c.operator === ">" || c.operator === ">=";
			hasDomLT = hasDomLT || c.operator === "<" || c.operator === "<=";
			if (gt) {
				if (needDomGTPre) {
					if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomGTPre.major && c.semver.minor === needDomGTPre.minor && c.semver.patch === needDomGTPre.patch) needDomGTPre = false;
				}
				if (c.operator === ">" || c.operator === ">=") {
					higher = higherGT(gt, c, options);
					if (higher === c && higher !== gt) return false;
				} else if (gt.operator === ">=" && !c.test(gt.semver)) return false;
			}
			if (lt) {
				if (needDomLTPre) {
					if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomLTPre.major && c.semver.minor === needDomLTPre.minor && c.semver.patch === needDomLTPre.patch) needDomLTPre = false;
				}
				if (c.operator === "<" || c.operator === "<=") {
					lower = lowerLT(lt, c, options);
					if (lower === c && lower !== lt) return false;
				} else if (lt.operator === "<=" && !c.test(lt.semver)) return false;
			}
			if (!c.operator && (lt || gt) && gtltComp !== 0) return false;
		}
		if (gt && hasDomLT && !lt && gtltComp !== 0) return false;
		if (lt && hasDomGT && !gt && gtltComp !== 0) return false;
		if (needDomGTPre || needDomLTPre) return false;
		return true;
	};
	const higherGT = (a, b, options) => {
		if (!a) return b;
		const comp = compare(a.semver, b.semver, options);
		return comp > 0 ? a : comp < 0 ? b : b.operator === ">" && a.operator === ">=" ? b : a;
	};
	const lowerLT = (a, b, options) => {
		if (!a) return b;
		const comp = compare(a.semver, b.semver, options);
		return comp < 0 ? a : comp > 0 ? b : b.operator === "<" && a.operator === "<=" ? b : a;
	};
	module.exports = subset;
}));
// src/share/version.ts
var import_semver = (/* @__PURE__ */ __commonJSMin(((exports, module) => {
	const internalRe = require_re();
	const constants = require_constants();
	const SemVer = require_semver$1();
	const identifiers = require_identifiers();
	module.exports = {
		parse: require_parse(),
		valid: require_valid$1(),
		clean: require_clean(),
		inc: require_inc(),
		diff: require_diff(),
		major: require_major(),
		minor: require_minor(),
		patch: require_patch(),
		prerelease: require_prerelease(),
		compare: require_compare(),
		rcompare: require_rcompare(),
		compareLoose: require_compare_loose(),
		compareBuild: require_compare_build(),
		sort: require_sort(),
		rsort: require_rsort(),
		gt: require_gt(),
		lt: require_lt(),
		eq: require_eq(),
		neq: require_neq(),
		gte: require_gte(),
		lte: require_lte(),
		cmp: require_cmp(),
		coerce: require_coerce(),
		truncate: require_truncate(),
		Comparator: require_comparator(),
		Range: require_range(),
		satisfies: require_satisfies(),
		toComparators: require_to_comparators(),
		maxSatisfying: require_max_satisfying(),
		minSatisfying: require_min_satisfying(),
		minVersion: require_min_version(),
		validRange: require_valid(),
		outside: require_outside(),
		gtr: require_gtr(),
		ltr: require_ltr(),
		intersects: require_intersects(),
		simplifyRange: require_simplify(),
		subset: require_subset(),
		SemVer,
		re: internalRe.re,
		src: internalRe.src,
		tokens: internalRe.t,
		SEMVER_SPEC_VERSION: constants.SEMVER_SPEC_VERSION,
		RELEASE_TYPES: constants.RELEASE_TYPES,
		compareIdentifiers: identifiers.compareIdentifiers,
		rcompareIdentifiers: identifiers.rcompareIdentifiers
	};
})))();
const MOST_TAG_CHARACTERS = 128;
/**
* Version and image tags of a git tag: `v1.2.3` has `1.2.3`, and `1.2`, `1` and `latest` as long as it is the newest; a
* pre-release only itself; a tag that is no version has its own name. Versions are those of semantic versioning or of
* Python (PEP 440), spelled as in the git tag. Undefined where the tag does not begin with the prefix; fails where it
* can't be an image tag.
*/
function versionOfTag(gitTag, prefix) {
	if (!gitTag.startsWith(prefix)) return void 0;
	if (!fitsImage(gitTag, prefix)) throw new UserError(`${unfitTag(gitTag, prefix)}. ${fittingTag(prefix)}, or set push: false.`);
	const rest = gitTag.slice(prefix.length);
	const version = versionIn(rest);
	const moving = version === void 0 || isPreview(version) ? [] : [...shortened(version), "latest"];
	return {
		version: version ?? rest,
		tags: [{
			name: imageTagOf(rest),
			rule: "fixed"
		}, ...moving.map((name) => ({
			name,
			rule: "forward"
		}))]
	};
}
/** Whether what a git tag has behind the prefix can be an image tag. */
function fitsImage(gitTag, prefix) {
	return isImageTag(imageTagOf(gitTag.slice(prefix.length)));
}
function imageTagOf(rest) {
	return versionIn(rest)?.replaceAll("+", "_") ?? rest;
}
function unfitTag(gitTag, prefix) {
	return `${prefix === "" ? "The git tag" : `What follows ${quoted(prefix)} in the git tag`} ${quoted(gitTag)} can't name an image: ${TAG_RULE}`;
}
function fittingTag(prefix) {
	return `Push a tag that fits, such as ${prefix || "v"}1.2.3`;
}
/**
* The image tag of a branch: its name, with what can't stand in a tag replaced by "-". One that is called like a version
* gets "branch-" before it, so that its image never takes the place of that version's.
*/
function versionOfBranch(branch) {
	const plain = branch.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+/, "");
	const name = `${plain === "latest" || isVersion(plain) ? "branch-" : ""}${plain}`.slice(0, MOST_TAG_CHARACTERS) || "branch";
	return {
		version: name,
		tags: [{
			name,
			rule: "free"
		}]
	};
}
/** The version under image tags as they were written, where `auto` stands for those that it has already. */
function withTags(version, written) {
	const tags = written.flatMap((name) => name === "auto" ? version.tags : [literalTag(name, version)]);
	const names = tags.map((tag) => tag.name);
	return {
		...version,
		tags: tags.filter((tag, index) => names.indexOf(tag.name) === index)
	};
}
function literalTag(name, { version, tags }) {
	const own = tags.find((tag) => tag.name === name);
	if (own?.rule === "fixed") return own;
	const literal = versionIn(name);
	if (name === "latest" || literal && shortened(version).includes(literal)) return {
		name,
		rule: "forward"
	};
	return {
		name,
		rule: literal ? "fixed" : "free"
	};
}
/**
* Whether an image tag may move to a version. `there` is the version of the image that has it now: empty where that image
* names none, undefined where there is no image.
*/
function mayMove(tag, version, there) {
	const [ours, theirs] = [versionIn(version), versionIn(there ?? "")];
	if (theirs === void 0) return true;
	if (theirs === versionIn(tag)) return false;
	return ours === void 0 || compareVersions(ours, theirs) >= 0;
}
/** Below, at or above 0 where the first version is older, the same or newer. */
function compareVersions(one, other) {
	return (0, import_semver.parse)(one) && (0, import_semver.parse)(other) ? (0, import_semver.compare)(one, other) : compare(asPep440(one), asPep440(other));
}
/** A version of either kind, to be compared as PEP 440 does. */
function asPep440(version) {
	const semver = (0, import_semver.parse)(version);
	if (!semver) return version;
	const read = explain(semver.version);
	return !isPreview(version) || read?.is_prerelease && !read.is_postrelease ? semver.version : semver.version.replace(/-.*/, ".dev0");
}
/** Whether a text is a version, with or without a `v` before it. */
function isVersion(text) {
	return versionIn(text) !== void 0;
}
/** The version that a text is, without the `v` before it; undefined where it is none. */
function versionIn(text) {
	const bare = text.replace(/^v/i, "");
	return /^\d\S*$/.test(bare) && ((0, import_semver.parse)(bare) || valid(bare)) ? bare : void 0;
}
function isPreview(version) {
	const semver = (0, import_semver.parse)(version);
	return semver ? semver.prerelease.length > 0 : explain(version)?.is_prerelease === true;
}
/** `1.2` and `1` of `1.2.3`, in its own spelling; none of what is no version. */
function shortened(version) {
	const [release = ""] = /^\d+(?:\.\d+)*/.exec(versionIn(version) ?? "") ?? [];
	const parts = release.split(".");
	return parts.slice(1).map((_, index) => parts.slice(0, -1 - index).join("."));
}
// src/share/plan.ts
/** Whether it is published whatever the event, and not only where that goes without saying. */
function isAsked(push) {
	return push === "true" || push === "platform";
}
/**
* Decides under which names images are published that the legs of this run have pushed; or why not. Fails with a sentence
* on what can't be published.
*/
function decideTogether(inputs, context) {
	if (/^pull_request/.test(context.eventName)) throw new UserError("A pull request publishes nothing: have this job in a workflow that only pushed tags or releases start.");
	const source = publicationSource("platform", context);
	if ("reason" in source) return source;
	const prefix = inputs["tag-prefix"];
	const version = "tag" in source ? versionOfTag(source.tag, prefix) : versionOfBranch(source.branch);
	if (!version) return { reason: prefixReason(prefix) };
	const image = inputs.image ?? defaultImageName(context.repository);
	const registry = registryPlan(inputs, image);
	return {
		image,
		version: withTags(version, inputs.tags),
		revision: context.sha,
		registry
	};
}
function prefixReason(prefix) {
	return `the tag does not begin with ${quoted(prefix)}, as tag-prefix wants`;
}
/** The tag or branch that this event publishes, or why it publishes nothing. */
function publicationSource(push, context) {
	const isPullRequest = /^pull_request/.test(context.eventName);
	if (isPullRequest && isAsked(push)) throw new UserError(sentence`${input("push")} is ${push}, but a pull request publishes nothing: set push: auto, or run this step on pushes only.`);
	if (isPullRequest) return { reason: "a pull request publishes nothing" };
	const tag = /^refs\/tags\/(.+)$/.exec(context.ref)?.[1];
	const isPublic = context.eventName === "push" || isPublishedRelease(context);
	if (tag !== void 0 && (isAsked(push) || isPublic)) return { tag };
	if (isAsked(push)) return { branch: context.ref.replace(/^refs\/heads\//, "") };
	return { reason: "only a pushed tag or a published release is published" };
}
function isPublishedRelease(context) {
	return context.eventName === "release" && [
		"published",
		"released",
		"prereleased"
	].includes(context.eventAction);
}
function registryPlan(inputs, image) {
	const host = registryOf(image);
	return {
		host,
		username: inputs.username,
		password: inputs.password || (host === "ghcr.io" ? inputs["github-token"] : ""),
		overwrite: inputs.overwrite
	};
}
// src/share/push.ts
/** Decides what becomes of one tag. */
function decideTag(tag, there, { version, revision, overwrite, platforms }) {
	if (!there || tag.rule === "free") return {
		kind: "open",
		tag,
		there
	};
	if (tag.rule === "forward") return {
		kind: mayMove(tag.name, version, there.version) ? "open" : "kept",
		tag,
		there
	};
	if (!isOf(revision, there)) return {
		kind: overwrite ? "open" : "taken",
		tag,
		there
	};
	if (!isLacking(there, platforms)) return {
		kind: "same",
		tag,
		there
	};
	return {
		kind: overwrite ? "open" : "lacking",
		tag,
		there
	};
}
/** Whether an image is for none of some platforms, as far as it tells what it is for. */
function isLacking(image, platforms) {
	const there = platformsOf(image);
	return there.length > 0 && platforms.some((platform) => !there.includes(platform));
}
/** Decides what is done, by what the registry has under each of the tags, in their order; and which of them stay or are replaced. */
function decidePush(tags, there, publishing) {
	const decisions = tags.map((tag, index) => decideTag(tag, there[index], publishing));
	const isFirst = there.every((image) => image === void 0);
	const taken = decisions.find((decision) => decision.kind === "taken");
	const nothing = {
		kept: [],
		replaced: [],
		reshaped: [],
		isFirst
	};
	if (taken) return {
		kind: "taken",
		other: {
			tag: taken.tag.name,
			revision: taken.there.revision
		},
		...nothing
	};
	const lacking = decisions.find((decision) => decision.kind === "lacking");
	if (lacking) return {
		kind: "lacking",
		there: platformsOf(lacking.there),
		...nothing
	};
	const found = {
		kept: decisions.flatMap(keptBy),
		replaced: decisions.flatMap(replacedBy),
		reshaped: decisions.flatMap((decision) => reshapedBy(decision, publishing.platforms)),
		isFirst
	};
	const [first, ...others] = decisions.flatMap(({ kind, tag }) => kind === "open" ? [tag] : []);
	const same = decisions.find((decision) => decision.kind === "same")?.there;
	if (same) {
		const tags = first ? [first, ...others] : [];
		return {
			kind: "already-there",
			digest: same.digest,
			there: platformsOf(same),
			tags,
			...found
		};
	}
	return first ? {
		kind: "push",
		first,
		others,
		...found
	} : {
		kind: "kept",
		...found
	};
}
/** An image that names no commit is nobody's, even where this commit isn't known either. */
function isOf(revision, there) {
	return there.revision === revision && revision !== "";
}
function keptBy(decision) {
	return decision.kind === "kept" ? [{
		tag: decision.tag.name,
		version: decision.there.version
	}] : [];
}
/** Of an image without a version, nobody knows whether it was newer. */
function replacedBy({ kind, tag, there }) {
	return kind === "open" && tag.rule === "forward" && there && !isVersion(there.version) ? [{
		tag: tag.name,
		digest: there.digest
	}] : [];
}
/** Where an image takes a tag from one for other platforms, as far as that tells what it is for. */
function reshapedBy({ kind, tag, there }, platforms) {
	if (kind !== "open" || !there || there.images.length === 0) return [];
	const before = platformsOf(there);
	return before.toSorted().join() === platforms.toSorted().join() ? [] : [{
		tag: tag.name,
		platforms: before
	}];
}
/** What an image is for, as far as it tells. */
function platformsOf({ images }) {
	return images.map(({ platform }) => platform);
}
/** Judges a push by what the registry then has under its tag; `digests` are those of one image, or of several that got it together. */
function judgePush(digests, there, { revision, platforms }) {
	if (!there) return {
		outcome: "moved",
		revision: ""
	};
	const { digest, images } = there;
	if (images.length > 1 || digests.length > 1 ? isSame(images, digests) : digest === digests[0]) return {
		outcome: "published",
		digest
	};
	if (!isOf(revision, there)) return {
		outcome: "moved",
		revision: there.revision
	};
	return isLacking(there, platforms) ? {
		outcome: "lacking",
		there: platformsOf(there)
	} : {
		outcome: "already-there",
		digest
	};
}
function isSame(images, digests) {
	return images.map(({ digest }) => digest).toSorted().join() === digests.toSorted().join();
}
/** Decides whether a published image still gets a tag: since that was decided first, other jobs went on. */
function decideRetag(tag, there, digest, publishing) {
	if (there?.digest === digest) return { kind: "nothing" };
	const decision = decideTag(tag, there, publishing);
	if (decision.kind === "open") return { kind: "give" };
	return decision.kind === "kept" ? {
		kind: "kept",
		version: decision.there.version
	} : { kind: "nothing" };
}
/** The facts, once a tag was given. */
function withGiven({ tags, kept }, name, reference) {
	return {
		tags: tags.includes(reference) ? tags : [...tags, reference],
		kept: kept.filter(({ tag }) => tag !== name)
	};
}
/** The facts, once a later version turned out to have a tag, which this run may have given before. */
function withKept({ tags, kept }, name, reference, version) {
	return {
		tags: tags.filter((other) => other !== reference),
		kept: [...kept.filter(({ tag }) => tag !== name), {
			tag: name,
			version
		}]
	};
}
// src/share/claims.ts
/**
* Why an image can't be published for what it is said to be, by what the registry has under its digest; undefined where
* it is that. Who said it ran foreign code, so that nothing of it is believed.
*/
function claimProblem({ leg, platform, digest }, there, { image, version: { version }, revision }) {
	const whose = `The image of the leg ${plain(leg)} (${digest})`;
	if (!there) return `${whose} is not to be found as one of ${image}. This job may not read it, which on ghcr.io takes "packages: write", elsewhere the login of the legs; or it was deleted: re-run all jobs.`;
	const [found = "no platform that is known", ...others] = platformsOf(there);
	if (there.digest !== digest || found !== platform || others.length > 0) return `${whose} is for ${[found, ...others].join(" and ")} by its configuration, and for ${platform} as the leg says. ${AGAIN}`;
	if (there.revision !== revision) return `${whose} is of ${there.revision === "" ? "no known commit" : `the commit ${plain(there.revision)}`}, and this run of ${revision}: remove "ref:" from actions/checkout in that job, and labels that name another commit. ${AGAIN}`;
	if (there.version !== version) return `${whose} is version ${plain(there.version) || "unknown"}, and this run publishes ${version}: give both jobs the same tag-prefix, and no label with another version. ${AGAIN}`;
}
const AGAIN = "Then re-run all jobs.";
/** Runs a short docker command quietly. Rejects only where docker itself is missing. */
async function docker(args, options = {}) {
	[...args];
	return ask("docker", args, options);
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
function startDocker(args, { environment, isApart }, stdio) {
	[...args];
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
// src/share/registry.ts
/** What an answer to a look-up means: there is none of that name, or it could not be asked. */
function lookUpFailure(said) {
	if (/not found|manifest unknown|name unknown|no such manifest|404/i.test(said)) return "absent";
	const refusal = refusalOf(said);
	return refusal === "denied" || refusal === "no-credentials" ? "absent" : refusal;
}
/** What a failed push means. */
function refusalOf(said) {
	if (/toomanyrequests|too many requests|rate limit|retry-after|\b429\b/i.test(said)) return "rate-limited";
	if (/no basic auth credentials|authentication required/i.test(said)) return "no-credentials";
	if (/denied|unauthorized|forbidden|not allowed|insufficient_scope|\b40[13]\b/i.test(said)) return "denied";
	return /connection refused|connection reset|closed network connection|broken pipe|no such host|timeout|timed out|unreachable|\bEOF\b|TLS handshake|certificate|server gave HTTP response|\b50[0234]\b/i.test(said) ? "unreachable" : "failed";
}
/** What a login that failed means: what is not the registry's own trouble is the password's. */
function loginRefusal(said) {
	const refusal = refusalOf(said);
	return refusal === "rate-limited" || refusal === "unreachable" ? refusal : "login-failed";
}
/** Digest of the image that `docker push` says it has pushed; undefined where it says none. */
function pushedDigest(said) {
	return /\bdigest: (sha256:[0-9a-f]{64}) size: \d+/.exec(said)?.[1];
}
/** The image that a look-up tells of, as far as it does. */
function readPublished(said) {
	const answer = parseJson(said);
	const digest = textOf(["manifest", "digest"].reduce(fieldOf, answer));
	const manifests = ["manifest", "manifests"].reduce(fieldOf, answer);
	const image = fieldOf(answer, "image");
	const each = isRecord(image) ? Object.entries(image).filter(([name]) => name.includes("/")) : [];
	const configurations = each.length > 0 ? each.map(([, one]) => one) : [image];
	const label = (name) => {
		const values = configurations.map((one) => textOf([
			"config",
			"Labels",
			name
		].reduce(fieldOf, one)));
		return new Set(values).size === 1 ? values[0] ?? "" : "";
	};
	return {
		digest,
		version: label("org.opencontainers.image.version"),
		revision: label("org.opencontainers.image.revision"),
		images: Array.isArray(manifests) ? manifests.flatMap((one) => imagesOf(fieldOf(one, "platform"), textOf(fieldOf(one, "digest")))) : imagesOf(image, digest)
	};
}
/** None where a platform isn't known, as of the attestations beside the images of an index. */
function imagesOf(fields, digest) {
	const [os = "", architecture = "", variant] = [
		"os",
		"architecture",
		"variant"
	].map((name) => textOf(fieldOf(fields, name)));
	const platform = platformOf({
		os,
		architecture,
		variant
	});
	return platform === "" ? [] : [{
		platform,
		digest
	}];
}
function textOf(value) {
	return typeof value === "string" ? value : "";
}
function fieldOf(value, name) {
	return isRecord(value) ? value[name] : void 0;
}
/** Arguments that log in to a registry; the password goes to standard input. */
function loginArguments(registry, username) {
	return [
		"login",
		"--username",
		username,
		"--password-stdin",
		...named(registry)
	];
}
/** Arguments that have the client forget the password of a registry. */
function logoutArguments(registry) {
	return ["logout", ...named(registry)];
}
/** Docker Hub is what the client means where nothing else is said. */
function named(registry) {
	return registry === "docker.io" ? [] : [registry];
}
/**
* A configuration of the client that keeps passwords itself: one without any place for them, even an empty one, has it
* look for a credential helper on PATH, which would keep them for longer (docker/cli, ConfigFile.ContainsAuth).
*/
function ownCredentials(registry) {
	return JSON.stringify({ auths: { [registry]: {} } });
}
/** Arguments that ask a registry for the manifest and the configuration of a published image. */
function lookUpArguments(reference) {
	return [
		"buildx",
		"imagetools",
		"inspect",
		"--format",
		"{{json .}}",
		reference
	];
}
/** Arguments that ask a registry for the manifest alone, as it is. */
function manifestArguments(reference) {
	return [
		"buildx",
		"imagetools",
		"inspect",
		"--raw",
		reference
	];
}
/**
* Arguments that give an image that a registry has another tag there, without a byte of it being moved; several of them
* get it together, each for the platform of its configuration.
*/
function tagArguments(reference, published) {
	return [
		"buildx",
		"imagetools",
		"create",
		"--prefer-index=false",
		"--tag",
		reference,
		...published
	];
}
// src/share/steps/registry.ts
/** Why a registry did not do as it was told, in docker's own words. */
var RegistryError = class extends Error {
	refusal;
	constructor(refusal, said) {
		super(said);
		this.refusal = refusal;
	}
};
/**
* Logs in, if there is a password, into a folder that only this action knows and that is gone after it; without one, the
* credentials that the job already has are used. Fails with a RegistryError where the registry takes no login.
*/
async function withRegistry({ host, username, password }, run, action) {
	if (password === "") return action(registryBy({}, run));
	const folder = join$1(run.temp, "docker");
	await mkdir(folder, { mode: 448 });
	const environment = {
		DOCKER_CONFIG: folder,
		...await engineAddress()
	};
	try {
		await writeFile$1(join$1(folder, "config.json"), ownCredentials(host), { mode: 384 });
		await symlink(join$1(clientFolder(), "cli-plugins"), join$1(folder, "cli-plugins"));
		const login = await docker(loginArguments(host, username), {
			environment,
			input: password
		});
		if (login.exitCode !== 0) {
			const said = lastWords(login.stderr);
			throw new RegistryError(loginRefusal(said), said);
		}
		return await action(registryBy(environment, run));
	} finally {
		await docker(logoutArguments(host), { environment });
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
function registryBy(environment, run) {
	return {
		async lookUp(reference) {
			const answer = await docker(lookUpArguments(reference), { environment });
			if (answer.exitCode === 0) return readPublished(answer.stdout);
			const said = lastWords(answer.stderr);
			const failure = lookUpFailure(said);
			if (failure === "absent") return void 0;
			throw new RegistryError(failure, said);
		},
		async layerSizes(reference) {
			const answer = await docker(manifestArguments(reference), { environment });
			return answer.exitCode === 0 && readLayerSizes(answer.stdout) || [];
		},
		async push(image, reference) {
			await docker([
				"image",
				"tag",
				image,
				reference
			]);
			let said = "";
			const exitCode = await withBuildLog(run, (log) => {
				const follow = (chunk) => {
					said = (said + chunk).slice(-4e3);
					log(chunk);
				};
				return followDocker(["push", reference], {
					onStdout: follow,
					onStderr: follow,
					signal: run.signal
				}, { environment });
			});
			const digest = pushedDigest(said);
			if (exitCode === 0 && digest !== void 0) return digest;
			const last = lastWords(said);
			throw new RegistryError(refusalOf(last), last);
		},
		async tag(reference, published) {
			const answer = await docker(tagArguments(reference, published), { environment });
			const said = lastWords(answer.stderr);
			if (answer.exitCode !== 0) throw new RegistryError(refusalOf(said), said);
		}
	};
}
/** Where the engine is, for a configuration folder that knows no contexts. */
async function engineAddress() {
	const answer = await docker([
		"context",
		"inspect",
		"--format",
		"{{.Endpoints.docker.Host}}"
	]);
	return answer.exitCode === 0 ? { DOCKER_HOST: answer.stdout.trim() } : {};
}
// src/share/steps/publish.ts
/**
* Gives images that legs have pushed the version's tags together, once the registry has said that each is what its leg
* says. Refusals are values.
*/
async function publishTogether(plan, parts, run) {
	const problems = [];
	const bytes = /* @__PURE__ */ new Map();
	return {
		...await inRegistry(plan, parts.map(({ platform }) => platform), run, async (registry, publishing, facts) => {
			const there = await Promise.all(parts.map(({ digest }) => registry.lookUp(`${plan.image}@${digest}`)));
			problems.push(...parts.flatMap((part, index) => claimProblem(part, there[index], plan) ?? []));
			if (problems.length > 0) return;
			const put = async (reference) => {
				const digests = parts.map(({ digest }) => digest);
				await registry.tag(reference, digests.map((digest) => `${plan.image}@${digest}`));
				return digests;
			};
			await pushAll({
				plan,
				registry,
				publishing,
				put
			}, facts);
			await Promise.all(parts.map(async (part) => addBytes(part, plan.image, registry, bytes)));
		}),
		problems,
		bytes
	};
}
async function addBytes({ platform, digest }, image, registry, bytes) {
	const sizes = await registry.layerSizes(`${image}@${digest}`);
	if (sizes.length > 0) bytes.set(platform, sizes.reduce((sum, size) => sum + size, 0));
}
/** Logs in, and acts; what the registry refuses is in the facts. */
async function inRegistry({ registry: where, version, revision }, platforms, run, action) {
	const facts = {
		outcome: "published",
		detail: "",
		platforms,
		tags: [],
		kept: [],
		replaced: [],
		reshaped: [],
		layers: [],
		isFirst: false
	};
	const publishing = {
		version: version.version,
		revision,
		overwrite: where.overwrite,
		platforms
	};
	const [, seconds] = await timed(async () => {
		try {
			await withRegistry(where, run, (registry) => action(registry, publishing, facts));
		} catch (error) {
			if (!(error instanceof RegistryError)) throw error;
			facts.outcome = error.refusal;
			facts.detail = error.message;
		}
	});
	return {
		...facts,
		seconds
	};
}
/** Puts it under the version's tag, then gives it the other tags. Adds to the facts step by step. */
async function pushAll(job, facts) {
	const { plan, registry, publishing } = job;
	const { tags } = plan.version;
	const { kept, replaced, reshaped, isFirst, ...decision } = decidePush(tags, await Promise.all(tags.map((tag) => registry.lookUp(referenceOf(plan, tag)))), publishing);
	Object.assign(facts, {
		kept,
		replaced,
		reshaped,
		isFirst
	});
	if (decision.kind === "push") {
		await pushFirst(decision.first, job, facts);
		if (facts.digest !== void 0) await retagAll(decision.others, job, facts);
	} else {
		facts.outcome = decision.kind;
		if (decision.kind === "taken") facts.other = decision.other;
		if (decision.kind === "lacking") facts.there = decision.there;
		if (decision.kind === "already-there") {
			facts.digest = decision.digest;
			facts.there = decision.there;
			await retagAll(decision.tags, job, facts);
		}
	}
}
/** Puts it under a tag, and looks whether it is what the registry then shows. */
async function pushFirst(tag, { plan, registry, publishing, put }, facts) {
	const reference = referenceOf(plan, tag);
	const pushed = judgePush(await put(reference), await registry.lookUp(reference), publishing);
	facts.outcome = pushed.outcome;
	if (pushed.outcome === "published") facts.tags.push(reference);
	if ("digest" in pushed) facts.digest = pushed.digest;
	if (pushed.outcome === "moved") facts.other = {
		tag: tag.name,
		revision: pushed.revision
	};
	if (pushed.outcome === "lacking") facts.there = pushed.there;
}
async function retagAll(tags, job, facts) {
	for (const tag of tags) await retag(tag, job, facts);
	for (const tag of tags.filter(({ rule }) => rule === "forward")) await retag(tag, job, facts);
}
/** Gives a published image another tag, if that still may be: pushing takes time, in which other jobs go on. */
async function retag(tag, { plan, registry, publishing }, facts) {
	const { digest = "" } = facts;
	const reference = referenceOf(plan, tag);
	const decision = decideRetag(tag, await registry.lookUp(reference), digest, publishing);
	if (decision.kind === "give") {
		await registry.tag(reference, [`${plan.image}@${digest}`]);
		Object.assign(facts, withGiven(facts, tag.name, reference));
	}
	if (decision.kind === "kept") Object.assign(facts, withKept(facts, tag.name, reference, decision.version));
}
function referenceOf({ image }, tag) {
	return `${image}:${tag.name}`;
}
// src/publish-main.ts
const context = readContext();
const run = await beginRun(context);
saveState("id", run.id);
saveState("temp", run.temp);
const report = await publishAll().catch((thrown) => {
	if (!(thrown instanceof UserError) && thrown instanceof Error) say(run, thrown.stack ?? "");
	return withoutImages([render(sentenceOf(thrown), "job")]);
});
saveState("done", "true");
await endRun(run, report);
/**
* Publishes what the legs have pushed, each for its platform, if all of them are there and green. Rejects with a UserError
* where it can't be known what there is, or what is wanted.
*/
async function publishAll() {
	const { inputs } = readInputs(typedInputs());
	const plan = decideTogether(inputs, context);
	const needs = readNeeds(getInput("needs"));
	if ("reason" in plan) return nothingToPublish(plan.reason);
	const { all, gaps } = await gatherLegs(needs, context, run);
	const red = all.legs.filter(({ conclusion }) => conclusion === "failure").map(labelOf);
	const problems = red.length > 0 ? [`These legs are red, so nothing is published: ${listed(red)}.`, ...gaps] : gaps;
	if (problems.length > 0) return withoutImages(problems);
	const chosen = chooseImages(all.legs, plan);
	if ("problems" in chosen) return withoutImages(chosen.problems);
	const { parts } = chosen;
	const published = await grouped(run, `Publish to ${plan.registry.host}`, () => publishTogether(plan, parts, run));
	return makeTogetherReport({
		plan,
		parts,
		legs: all.legs,
		published
	});
}
export {};
