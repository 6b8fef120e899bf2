import { a as wentThrough, c as noCounts, d as totalOf, i as labelOf, l as secondsOf, n as gather, o as nameOf$1, r as gatherNothing, s as COUNT_NAMES, t as callOf, u as sumOf } from "./report-gather.js";
import { createRequire } from "node:module";
import * as os from "os";
import { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, promises } from "fs";
import { createHash, randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { mkdir, open, readFile, readdir, realpath, rename, rm, writeFile as writeFile$1 } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, join, relative as relative$1, sep } from "node:path";
import { readFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { buffer, text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
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
// src/host/steps/log.ts
/**
* Says something of our own, whatever foreign words are in it: they neither steer a terminal nor are they a command. To a
* person beside the output that was asked for, which may go into a file.
*/
function say({ reader }, line) {
	if (reader === "runner") process.stdout.write(`${withoutCommands(plain(line))}\n`);
	else if (reader !== "quiet") process.stderr.write(`${plain(line)}\n`);
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
	const temp = join(parent || tmpdir(), ownName(id));
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
function sentence$1(texts, ...values) {
	const parts = texts.flatMap((text, index) => [text, ...partsOf(values[index] ?? "")]);
	return parts.every((part) => typeof part === "string") ? parts.join("") : parts;
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
	else text += "input" in part ? nameOf(part, addressee, text === "" || text.endsWith("\n")) : part[addressee];
	return text;
}
function partsOf(value) {
	if (typeof value === "number") return [String(value)];
	return Array.isArray(value) ? value : [value];
}
function nameOf({ input, option, origin }, addressee, isFirst) {
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
/** The environment for the artifact client. */
function artifactEnvironment() {
	return forArtifactClient(process.env);
}
/** Address and token of the service that keeps caches and artifacts; empty where the runner offers none. */
function cacheService() {
	return {
		url: process.env.ACTIONS_RESULTS_URL ?? "",
		token: process.env.ACTIONS_RUNTIME_TOKEN ?? ""
	};
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
// src/inputs/values.ts
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
			name: suites.length > 1 ? nameOf$1(first?.others ?? []) : "",
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
const AGAIN = "Re-run all jobs";
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
	}[end]} and left no results: if it tests with this action, ${AGAIN.toLowerCase()}; else take it out of "needs:".`];
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
		if (totals.length > 1) return [`The legs of the job ${job} are of matrices of ${totals.join(" and ")} legs. ${AGAIN}.`];
		const there = new Set(ofOne.map(({ index }) => index));
		const missing = Array.from({ length: total }, (_, index) => index).filter((index) => !there.has(index));
		if (missing.length === 0) return [];
		const which = named(missing.map((index) => String(index + 1)));
		return [`${missing.length === 1 ? "Leg" : "Legs"} ${which} of ${total} of the job ${job} left nothing: it was cancelled, it died, or it never started. ${AGAIN}.`];
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
	if (missing.length > 0) return [`Nobody ran shard ${missing.slice(0, MOST_NAMES).map((number) => `${number}/${first.total}`).join(", ")}${of}, so its tests are missing: let the matrix give each number to a leg, and ${AGAIN.toLowerCase()}.`];
	if (shards.some(({ times }) => times !== first.times)) return [`The shards${of} were split by different times, so tests may have run twice or never${whyNumber(shards)}. ${AGAIN}.`];
	if (shards.some((shard) => shard.suite !== first.suite)) return [`The shards${of} collected different tests (${[...new Set(shards.map(({ collected }) => collected))].join(", ")}), so some may have run twice or never: names of tests must be the same on each machine. Look for parameters that are random, or in the order of a set.`];
	const all = await names();
	const never = all.filter((test) => !runs.has(test));
	const often = [...runs].filter(([, count]) => count > 1).map(([test]) => test);
	const stray = runs.size - (all.length - never.length);
	return [
		...never.length > 0 ? [`${some(never.length)}${of} ran in no shard: ${named(never)}.`] : [],
		...often.length > 0 ? [`${some(often.length)}${of} ran in more than one shard: ${named(often)}.`] : [],
		...stray > 0 ? [`${some(stray)}${of} ran and are not in the suite as it was collected. ${AGAIN}.`] : []
	];
}
function whyNumber(shards) {
	const why = shards.flatMap(({ by }) => by === "times" ? [] : [by.count]);
	return why[0] === void 0 ? "" : ` (by number in ${why.length} of ${shards.length}: ${why[0]})`;
}
function some(count) {
	return count === 1 ? "1 test" : `${count} tests`;
}
function named(names) {
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
	await writeFile$1(join(folder, "request.json"), JSON.stringify(request));
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
const MOST_BYTES$1 = {
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
			const most = MOST_BYTES$1[name];
			if (entry.uncompressedSize > most) throw new Error(`its ${name} is larger than ${megabytes(most)}`);
			texts.set(name, await text(await archive.openReadStreamPromise(entry)));
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
		path: join(parentPath, name)
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
	const artifacts = join(folder, "artifacts");
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
// src/host/steps/within.ts
/** Whether a real path is that of a folder, or below it. */
function isWithin(root, path) {
	return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
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
	await writeFile$1(unfinished, text, { flag: "wx" });
	await rename(unfinished, join(folder, basename(path)));
	return true;
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
// src/cache/keys.ts
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
// src/host/steps/hash.ts
/** SHA-256 of a text or of bytes, hexadecimal. */
function sha256(data) {
	return createHash("sha256").update(data).digest("hex");
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
		await setTimeout(milliseconds);
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
// src/pytest/steps/baseline.ts
/** The newest baseline whose key begins so. Never rejects. */
async function fetchNewest(prefix) {
	return parseBaseline(await fetchText(cacheService(), prefix, MOST_BASELINE_BYTES));
}
/**
* Compares tests with a baseline, and keeps them as the next one, whose key begins so, where that is asked for and they tell
* anything new; waits so long for either at most. Never rejects.
*/
async function compareAndKeep(ran, fetching, { prefix, sha, save }, milliseconds) {
	const withPatience = (promise) => Promise.race([promise, setTimeout(milliseconds, void 0, { ref: false })]);
	const baseline = await withPatience(fetching);
	if (save && isNews(baseline, ran, shorten)) await withPatience(keepText(cacheService(), prefix + sha, formatBaseline(sha, ran, shorten)));
	return baseline && compare(baseline, ran, shorten);
}
function shorten(nodeId) {
	return sha256(nodeId).slice(0, 12);
}
// src/legs/steps/times.ts
const PATIENCE_MILLISECONDS = 1e4;
/**
* Compares the tests of all legs with those of the default branch, and there keeps them as what later runs are compared
* with and split by, if nothing is missing of them. Waits 10 s for either at most; nothing without a cache. Never rejects.
*/
async function compareLegs(all, context, isWhole) {
	if (context.cacheService !== "current" || ["none", "write-only"].includes(context.cacheMode)) return void 0;
	const [workflow = ""] = context.job;
	const isDefault = context.eventName === "push" && context.ref === `refs/heads/${context.defaultBranch}`;
	const save = isWhole && isDefault && context.cacheMode !== "read";
	const comparisons = [];
	for (const [job, tests] of all.tests) {
		const prefix = timesPrefix([workflow, job], sha256);
		const kept = {
			prefix,
			sha: context.sha,
			save
		};
		const comparison = await compareAndKeep(ranOf(tests), fetchNewest(prefix), kept, PATIENCE_MILLISECONDS);
		if (comparison) comparisons.push(comparison);
	}
	return together(comparisons);
}
function ranOf(tests) {
	return [...tests].map(([nodeId, { runs, seconds, isFailed }]) => ({
		nodeId,
		setup: 0,
		call: seconds / runs,
		teardown: 0,
		isFailed
	}));
}
function together([first, ...others]) {
	if (!first) return void 0;
	for (const { newFailures, fixed, added } of others) {
		for (const nodeId of newFailures) first.newFailures.add(nodeId);
		first.fixed += fixed;
		first.added += added;
	}
	return first;
}
sentence$1`pytest had an internal error: ${words.seeLog}`;
sentence$1`The interpreter gave up (SIGABRT): ${words.seeLog}`, sentence$1`The interpreter touched memory that is not there (SIGBUS): shared memory may be too small, set ${input("shm-size")}, such as 1 GB`, sentence$1`The test run was killed, most likely for want of memory: run fewer tests at once, or ${words.moreMemory}`;
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
/** `2 failed, 40 passed`, in pytest's words; empty if nothing was counted. */
function countsInWords(counts) {
	return COUNT_WORDS.filter(([name]) => counts[name] > 0).map(([name, one, many]) => `${counts[name]} ${counts[name] === 1 ? one : many}`).join(", ");
}
/** The numbers of tests as outputs, empty where they are not known. */
function numbersOf(counts, isCounted) {
	const all = {
		...counts,
		total: totalOf(counts)
	};
	const text = (name) => isCounted ? String(all[name]) : "";
	return {
		total: text("total"),
		passed: text("passed"),
		failed: text("failed"),
		errors: text("errors"),
		skipped: text("skipped"),
		xfailed: text("xfailed"),
		xpassed: text("xpassed")
	};
}
// src/report/annotations.ts
/** The runner shows ten annotations of a level for a step: nine for single ones, one for the rest. */
const MOST_SINGLE_ANNOTATIONS = 9;
/** The runner cuts messages at 4,096 characters. */
const MOST_MESSAGE_CHARACTERS = 4e3;
/** An error that belongs to no test. */
function error(outcome, message, more = {}) {
	return {
		level: "error",
		message: shortened(plain(render(message, "job", outcome.settings)), MOST_MESSAGE_CHARACTERS),
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
/** What went wrong, in a line: the first of pytest's message, as its short summary has it. */
function errorLine({ message }) {
	return plain(message).trimStart().split("\n", 1)[0]?.trim() ?? "";
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
/** Words, in HTML, that lead to a line of a file on the server, below the address `source`; the words alone where either is unknown. */
function linkToLine(words, file, line, source) {
	if (!file || !source) return words;
	const path = file.split("/").map(encodeURIComponent).join("/").replaceAll("'", "%27");
	return `<a href="${inline(source)}/${path}#L${line}">${words}</a>`;
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
// src/report/legs.ts
/** GitHub drops a summary of more than 1 MiB whole. */
const MOST_BYTES = 921600;
const MOST_NAME_BYTES = 400;
const MOST_GAP_BYTES = 4e3;
const MOST_SLOWEST = 10;
const MOST_FLAKY = 50;
const TITLE = "dev-in-docker report";
/** Makes the report: red if any leg is, or if anything is missing. Failing tests are annotated where they ran. */
function makeLegsReport(outcome) {
	const { all, gaps } = outcome;
	const red = all.legs.filter(({ conclusion, mayFail }) => conclusion === "failure" && !mayFail);
	const isRed = red.length > 0 || gaps.length > 0;
	const redNames = red.map(labelOf).join(", ");
	const numbers = countsInWords(countsOf(all)) || "no tests were run";
	const line = `${numbers} in ${inLegs(all.legs.length)}${red.length > 0 ? `; red: ${redNames}` : ""}`;
	return {
		conclusion: isRed ? "failure" : "success",
		outputs: outputsOf(outcome, isRed),
		annotations: problemAnnotations(isRed && gaps.length === 0 ? [`Red legs: ${redNames}.`] : gaps, TITLE),
		summary: summaryOf(outcome, isRed, numbers),
		lines: [plain(line), ...gaps.map(plain)]
	};
}
/** The report where it can't be known what there is, for a reason that is a sentence. */
function withoutLegs(sentence) {
	return {
		conclusion: "failure",
		outputs: outputsOf({
			all: gatherNothing(),
			gaps: []
		}, true),
		annotations: problemAnnotations([sentence], TITLE),
		summary: `<h3>❌ pytest: nothing is known of any leg</h3>\n\n<p>${inline(plain(sentence))}</p>\n\n`,
		lines: []
	};
}
function countsOf({ legs }) {
	return sumOf(legs.map(({ counts }) => counts));
}
function secondsOfSlowest({ legs }) {
	return Math.max(...legs.map(({ seconds }) => seconds));
}
function inLegs(count) {
	return count === 1 ? "1 leg" : `${count} legs`;
}
/** The outputs that the action itself has of its tests, under the same names; numbers are of all legs together. */
function outputsOf({ all }, isRed) {
	const isCounted = all.legs.length > 0 && all.legs.every((leg) => leg.isCounted);
	return {
		conclusion: isRed ? "failure" : "success",
		...numbersOf(countsOf(all), isCounted),
		flaky: isCounted ? String(all.legs.reduce((sum, { flaky }) => sum + flaky, 0)) : "",
		duration: all.legs.length > 0 ? secondsOfSlowest(all).toFixed(1) : ""
	};
}
/**
* The page: did it pass, what is missing, each leg in a line, what broke and in which legs, what is flaky and slow. At most
* 900 KiB: slow and flaky tests and tracebacks are left out in this order. Foreign text stands in HTML only.
*/
function summaryOf(outcome, isRed, numbers) {
	const { all, gaps } = outcome;
	const seconds = all.legs.length > 0 ? ` · ${duration(secondsOfSlowest(all))}` : "";
	const top = [
		`<h3>${isRed ? "❌" : "✅"} pytest, ${inLegs(all.legs.length)}: ${numbers}${seconds}</h3>\n\n`,
		comparedWith(outcome),
		letPass(all),
		...gaps.map((gap) => `<p>❌ ${inlineWithin(gap, MOST_GAP_BYTES)}</p>\n\n`),
		all.legs.length > 0 ? table([[
			"",
			"leg",
			"tests",
			"time",
			"runner",
			"Python"
		], ...all.legs.map(rowOf)]) : ""
	].join("");
	const room = makeRoom(MOST_BYTES - byteLength(top));
	return [
		top,
		failuresOf(outcome, room),
		...[flakyOf(all), slowestOf(all)].filter((part) => room.take(byteLength(part)))
	].join("");
}
function rowOf(leg) {
	const { shard, conclusion, sentence, exitCode } = leg;
	const empty = shard && shard.collected > 0 && shard.kept === 0 ? "no tests, as there are fewer than shards" : "";
	const why = conclusion === "failure" && leg.failures === 0 ? sentence || `exit code ${exitCode ?? "unknown"}` : "";
	return [
		conclusion === "success" ? "✅" : leg.mayFail ? "⚠️" : "❌",
		`<b>${inlineWithin(labelOf(leg), MOST_NAME_BYTES)}</b>`,
		[countsInWords(leg.counts) || empty, inlineWithin(why, 1e3)].filter((part) => part !== "").join("<br>") || "none",
		duration(leg.seconds),
		inline(leg.runner),
		inline(leg.python ?? "")
	];
}
function comparedWith({ comparison }) {
	if (!comparison) return "";
	const { newFailures, fixed, added, sha } = comparison;
	const news = [
		newFailures.size > 0 ? `${newFailures.size} newly failing` : "",
		fixed > 0 ? `${fixed} fixed` : "",
		added > 0 ? `${added} new` : ""
	].filter((part) => part !== "");
	if (news.length === 0) return "";
	return `<p>Compared with the default branch (${inline(sha.slice(0, 7))}): ${news.join(" · ")}</p>\n\n`;
}
/** Which red legs make nothing red. */
function letPass({ legs }) {
	const names = legs.filter(({ mayFail }) => mayFail).map(labelOf);
	if (names.length === 0) return "";
	return `<p>⚠️ Red, but their jobs succeeded, as <code>continue-on-error</code> has it: ${inlineWithin(names.join("; "), MOST_GAP_BYTES)}</p>\n\n`;
}
/** Each failure once, with the legs that it was in: those that all have first. */
function failuresOf({ all, comparison, source }, room) {
	const failures = [...all.failures.values()].sort((a, b) => b.legs.length - a.legs.length);
	const blocks = [];
	const names = [];
	for (const { failure, legs } of failures) {
		const { nodeId, file, line } = failure;
		const place = line === void 0 ? "" : linkToLine(`line ${line}`, file, line, source);
		const title = [
			`❌ <code>${inlineWithin(nodeId, MOST_NAME_BYTES)}</code>`,
			whereFailed(failure, legs, all),
			comparison?.newFailures.has(nodeId) ? "new" : "",
			place
		].filter((part) => part !== "");
		const text = shortened(failure.traceback || failure.message, 2e4);
		const next = folded(title.join(" · "), block(text), blocks.length === 0);
		if (room.take(byteLength(next))) blocks.push(next);
		else names.push(`<code>${inlineWithin(nodeId, MOST_NAME_BYTES)}</code><br>`);
	}
	const rest = names.filter((name) => room.take(byteLength(name)));
	const left = names.length - rest.length;
	return [
		...blocks,
		rest.length > 0 ? folded(`❌ ${names.length} more, whose tracebacks are in the logs`, `<p>${rest.join("")}</p>`) : "",
		left > 0 ? `<p>${left} more in the logs.</p>\n\n` : ""
	].join("");
}
/** In which legs; "only" where others ran the test as well. */
function whereFailed({ nodeId }, legs, all) {
	if (legs.length === all.legs.length) return legs.length > 1 ? "in all legs" : "";
	const runs = [...all.tests.values()].reduce((sum, tests) => sum + (tests.get(nodeId)?.runs ?? 0), 0);
	return `in ${inlineWithin(legs.join("; "), MOST_NAME_BYTES)}${legs.length === 1 && runs > 1 ? " only" : ""}`;
}
function flakyOf({ flaky }) {
	if (flaky.size === 0) return "";
	const rows = [...flaky].slice(0, MOST_FLAKY).map(([nodeId, { message, legs }]) => [
		`<code>${inlineWithin(nodeId, MOST_NAME_BYTES)}</code>`,
		inlineWithin(legs.join("; "), MOST_NAME_BYTES),
		inlineWithin(errorLine({ message }), 1e3)
	]);
	return folded(`🔁 ${flaky.size} flaky`, `\n\n${table(rows)}`);
}
function slowestOf({ slowest }) {
	const shown = slowest.slice(0, MOST_SLOWEST).filter((test) => secondsOf(test) >= .01);
	if (shown.length === 0) return "";
	const rows = shown.map((test) => [`<code>${inlineWithin(test.nodeId, MOST_NAME_BYTES)}</code>`, duration(secondsOf(test))]);
	return folded(`🐢 ${shown.length === 1 ? "The slowest test" : `The ${shown.length} slowest tests`}`, `\n\n${table(rows)}`);
}
// src/report/outcome.ts
/** Where the server shows the commit's files; nothing outside of a repository on a server. */
function sourceAddress({ serverUrl, repository, sha }) {
	return repository === "" || sha === "" ? {} : { source: `${serverUrl}/${repository}/blob/${sha}` };
}
// src/report-main.ts
const context = readContext();
const run = await beginRun(context);
await endRun(run, await reportOnLegs(getInput("needs"), getInput("junit-file")).catch((thrown) => {
	if (!(thrown instanceof UserError) && thrown instanceof Error) say(run, thrown.stack ?? "");
	return withoutLegs(render(sentenceOf(thrown), "job"));
}));
/** Reads what all legs left, and puts it together. Rejects with a UserError where it can't be known what there is. */
async function reportOnLegs(typed, file) {
	const needs = readNeeds(typed);
	const path = file === "" ? void 0 : xmlFile("junit-file", file);
	const junit = path === void 0 ? void 0 : await import("./report-junit.js");
	const suites = [];
	const { all, gaps } = await gatherLegs(needs, context, run, (read) => {
		if (junit) suites.push(junit.junitSuite(read));
	});
	if (junit && path !== void 0) {
		const unwritten = await writeAsked(context.workspace, path, junit.junitFile(suites));
		if (unwritten !== void 0) gaps.push(render(unwritten, "job"));
	}
	const comparison = await compareLegs(all, context, gaps.length === 0 && wentThrough(all));
	return makeLegsReport({
		all,
		gaps,
		...comparison ? { comparison } : {},
		...sourceAddress(context)
	});
}
export {};
