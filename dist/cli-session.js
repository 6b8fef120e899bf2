import { mkdir as mkdir$1, mkdtemp, readdir as readdir$1, rm as rm$1, stat as stat$1 } from "node:fs/promises";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import { spawn } from "node:child_process";
import { StringDecoder } from "string_decoder";
import * as os from "os";
import * as events from "events";
import * as child from "child_process";
import * as path from "path";
import * as fs from "fs";
import { setTimeout } from "timers";
// src/context.ts
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
		sha: variable("GITHUB_SHA"),
		repository: variable("GITHUB_REPOSITORY"),
		serverUrl: variable("GITHUB_SERVER_URL") || "https://github.com",
		description: payload.repository?.description ?? "",
		license: payload.repository?.license?.spdx_id?.replace(/^NOASSERTION$/, "") ?? "",
		workspace: variable("GITHUB_WORKSPACE"),
		temp: variable("RUNNER_TEMP"),
		runnerOs: variable("RUNNER_OS"),
		architecture: process.arch,
		isHosted: variable("RUNNER_ENVIRONMENT") === "github-hosted",
		cacheMode: variable("ACTIONS_CACHE_MODE"),
		hasCacheService: variable("ACTIONS_RUNTIME_TOKEN") !== "" && variable("ACTIONS_RESULTS_URL") !== "",
		uid: process.getuid?.() ?? 0,
		gid: process.getgid?.() ?? 0,
		docker: {
			host: variable("DOCKER_HOST"),
			contextName: variable("DOCKER_CONTEXT"),
			configFolder: clientFolder(environment)
		},
		programFolders: variable("PATH").split(":").filter((folder) => folder !== ""),
		inputVariables: Object.keys(environment).filter((name) => name.startsWith("INPUT_")).map((name) => name.slice(6))
	};
}
/** The same for a person's own machine, where no runner says anything: `ref` is what is checked out there. */
function localContext(workspace, temp, ref) {
	const nothing = {
		eventName: "",
		eventAction: "",
		isBotsPullRequest: false,
		defaultBranch: "",
		job: [],
		sha: ""
	};
	const unknown = {
		repository: "",
		serverUrl: "",
		description: "",
		license: "",
		cacheMode: "",
		inputVariables: []
	};
	const { id, architecture, uid, gid, docker, programFolders } = readContext();
	return {
		...nothing,
		...unknown,
		id,
		architecture,
		uid,
		gid,
		docker,
		programFolders,
		ref,
		workspace,
		temp,
		runnerOs: "Linux",
		isHosted: false,
		hasCacheService: false
	};
}
/** Reads who is at the keyboard. */
function readPerson(environment = process.env) {
	const home = environment.HOME || homedir();
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
/** A user without an entry in the system's database has no name. */
function userName() {
	try {
		return userInfo().username;
	} catch {
		return "me";
	}
}
/** What the platform is that docker builds for where nothing else is said; empty where that is the engine's own. */
function defaultPlatform() {
	return process.env.DOCKER_DEFAULT_PLATFORM ?? "";
}
/** The folder of the docker client's configuration and plugins. */
function clientFolder(environment = process.env) {
	return environment.DOCKER_CONFIG || join(environment.HOME || homedir(), ".docker");
}
/** What GitHub says of the event. (@actions/github would do it too, but brings all of its REST client to every start.) */
function readPayload(path) {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return {};
	}
}
/** The environment for programs that the action starts: its own, without the runner's tokens, inputs and state. */
function childEnvironment() {
	return environmentBut(/^(?:ACTIONS|INPUT|GITHUB|STATE)_|^RUNNER_(?!TRACKING_ID)/);
}
/** Values of the variables that a workflow names, the runner's among them; those that are not set are left out. */
function namedVariables(names) {
	return new Map(names.flatMap((name) => {
		const value = process.env[name];
		return value === void 0 ? [] : [[name, value]];
	}));
}
function environmentBut(names) {
	return Object.fromEntries(Object.entries(process.env).filter((entry) => entry[1] !== void 0 && !names.test(entry[0])));
}
// src/core/errors.ts
/** A mistake that the user can mend: its message says what is wrong, where, and the cure, in one sentence. */
var UserError = class extends Error {
	name = "UserError";
};
/** The text of anything that was thrown. */
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
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
// src/core/values.ts
/** The non-empty lines of an input, trimmed; a line that begins with `#` is a comment. */
function lines(text) {
	return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
/** Reads `auto`, `true` or `false`. Fails on anything else. */
function choice(name, text) {
	const value = text.toLowerCase() || "auto";
	if (value === "true" || value === "false" || value === "auto") return value;
	throw new UserError(`Input ${name} is ${quoted(text)}: write auto, true or false.`);
}
/** Reads one of a few words, in any case. Fails on anything else. */
function oneOf(name, text, words) {
	const found = words.find((word) => word === text.toLowerCase());
	if (found !== void 0) return found;
	throw new UserError(`Input ${name} is ${quoted(text)}: write ${words.slice(0, -1).join(", ")} or ${words.at(-1)}.`);
}
/** Reads `true` or `false`, in any case; `standard` where nothing is written. Fails on anything else. */
function flag(name, text, standard) {
	return oneOf(name, text || String(standard), ["true", "false"]) === "true";
}
/** Reads a whole number, 0 or more. Fails on anything else. */
function count(name, text) {
	if (/^\d{1,9}$/.test(text)) return Number(text);
	throw new UserError(`Input ${name} is ${quoted(text)}: write a whole number, such as 10.`);
}
/** Bytes of a size such as `5 GB` or `800 MB` (powers of ten). Fails on anything else. */
function size(name, text) {
	const [, number, unit] = /^(\d+(?:\.\d+)?)\s*([MG])B$/i.exec(text) ?? [];
	if (number === void 0) throw new UserError(`Input ${name} is ${quoted(text)}: write a size such as 5 GB or 800 MB.`);
	return Number(number) * (unit?.toUpperCase() === "G" ? 1e9 : 1e6);
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
function pairs(name, text, form, words) {
	const isMalformed = (line) => lines(line).some((written) => !form.test(written));
	const index = text.split("\n").findIndex(isMalformed);
	if (index < 0) return lines(text);
	throw new UserError(`Input ${name} has no ${words} in line ${index + 1}: write one ${words} a line.`);
}
/** Splits as a shell would, without expansion. Fails on an unclosed quote and a backslash at the end. */
function shellWords(name, text) {
	try {
		return split(text);
	} catch {
		throw new UserError(`Input ${name} is ${quoted(text)}, which ends within a quote or after a backslash: close the quote, or put a "\\" before a quote or backslash that is meant as such.`);
	}
}
/**
* Reads lines of `NAME=value`; a value of several lines stands between `NAME<<END` and a line `END`.
* Fails on a bare name, whose value would have to come from the runner's own environment. Never shows a value.
*/
function environment(text) {
	return Object.fromEntries(namedValues(text, {
		input: "env",
		word: "NAME",
		pattern: "[A-Za-z_][A-Za-z0-9_]*",
		cure: "write NAME=value; the runner's own variables are never passed on"
	}));
}
/** Reads lines of `id=value`, in the same form. Fails on anything else. Never shows a value. */
function secretValues(text) {
	return namedValues(text, {
		input: "secrets",
		word: "id",
		pattern: "[A-Za-z0-9_.-]+",
		cure: "write id=value, or id=VARIABLE in the input secret-envs"
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
		const end = rows.findIndex((line, index) => index > at && line.trim() === rest.trim());
		if (rest.trim() === "" || end < 0) throw new UserError(`Input ${naming.input} has ${name}<<${rest} but no line ${rest.trim() || "END"} that ends the value.`);
		result.push([name, rows.slice(at + 1, end).join("\n")]);
		at = end;
	}
	return result;
}
function malformed({ input, word, pattern, cure }, row, index) {
	return new UserError(new RegExp(`^${pattern}\\s*$`).test(row) ? `Input ${input} has a name without a value in line ${index + 1}: ${cure}.` : `Input ${input} has no ${word}=value in line ${index + 1}: write one ${word}=value a line, or a value of several lines between ${word}<<END and END.`);
}
/** A path within the checkout, without `./` and `/` at its ends. Fails where it leads out. */
function relative(input, path) {
	const parts = [];
	for (const part of path.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === void 0) throw leadsOut(input, path);
	}
	if (path.startsWith("/")) throw leadsOut(input, path);
	return parts.join("/") || ".";
}
function leadsOut(input, path) {
	return new UserError(`Input ${input} is ${quoted(path)}, which leads out of the checkout: write a path within it.`);
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
// src/core/markup.ts
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
/** Text without the escape sequences that colour a terminal, and without characters that steer or mislead one. */
function plain(text) {
	return text.replace(ESCAPE_SEQUENCES, "").replace(/[^\P{Cc}\t\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "").toWellFormed();
}
/** Colours and cursor movements, titles and links of terminals. */
const ESCAPE_SEQUENCES = /\x1b(?:\[[0-9;?]{0,20}[A-Za-z]|\][^\x07\x1b]{0,2000}(?:\x07|\x1b\\)?)/g;
/** At most so many characters, with both ends kept. */
function shortened(text, most) {
	if (text.length <= most) return text;
	const half = Math.floor((most - 20) / 2);
	return `${text.slice(0, half)}\n… cut …\n${text.slice(-half)}`;
}
/** The same with so many bytes of HTML at most. */
function inlineWithin(text, bytes) {
	let kept = text.replace(/\s+/g, " ");
	kept = shortened(kept, bytes);
	while (byteLength(inline(kept)) > bytes) kept = shortened(kept, Math.floor(kept.length * .7));
	return inline(kept);
}
/** Text as one word for a shell. */
function shellWord(text) {
	return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
/** A command as one would type it. */
function shellLine(argv) {
	return argv.map(shellWord).join(" ");
}
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
// node_modules/@actions/io/lib/io-util.js
var __awaiter$3 = function(thisArg, _arguments, P, generator) {
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
const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs.promises;
const IS_WINDOWS$1 = process.platform === "win32";
fs.constants.O_RDONLY;
function exists(fsPath) {
	return __awaiter$3(this, void 0, void 0, function* () {
		try {
			yield stat(fsPath);
		} catch (err) {
			if (err.code === "ENOENT") return false;
			throw err;
		}
		return true;
	});
}
/**
* On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
* \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
*/
function isRooted(p) {
	p = normalizeSeparators(p);
	if (!p) throw new Error("isRooted() parameter \"p\" cannot be empty");
	if (IS_WINDOWS$1) return p.startsWith("\\") || /^[A-Z]:/i.test(p);
	return p.startsWith("/");
}
/**
* Best effort attempt to determine whether a file exists and is executable.
* @param filePath    file path to check
* @param extensions  additional file extensions to try
* @return if file exists and is executable, returns the file path. otherwise empty string.
*/
function tryGetExecutablePath(filePath, extensions) {
	return __awaiter$3(this, void 0, void 0, function* () {
		let stats = void 0;
		try {
			stats = yield stat(filePath);
		} catch (err) {
			if (err.code !== "ENOENT") console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
		}
		if (stats && stats.isFile()) {
			if (IS_WINDOWS$1) {
				const upperExt = path.extname(filePath).toUpperCase();
				if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) return filePath;
			} else if (isUnixExecutable(stats)) return filePath;
		}
		const originalFilePath = filePath;
		for (const extension of extensions) {
			filePath = originalFilePath + extension;
			stats = void 0;
			try {
				stats = yield stat(filePath);
			} catch (err) {
				if (err.code !== "ENOENT") console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
			}
			if (stats && stats.isFile()) {
				if (IS_WINDOWS$1) {
					try {
						const directory = path.dirname(filePath);
						const upperName = path.basename(filePath).toUpperCase();
						for (const actualName of yield readdir(directory)) if (upperName === actualName.toUpperCase()) {
							filePath = path.join(directory, actualName);
							break;
						}
					} catch (err) {
						console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
					}
					return filePath;
				} else if (isUnixExecutable(stats)) return filePath;
			}
		}
		return "";
	});
}
function normalizeSeparators(p) {
	p = p || "";
	if (IS_WINDOWS$1) {
		p = p.replace(/\//g, "\\");
		return p.replace(/\\\\+/g, "\\");
	}
	return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
	return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}
// node_modules/@actions/io/lib/io.js
var __awaiter$2 = function(thisArg, _arguments, P, generator) {
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
/**
* Returns path of a tool had the tool actually been invoked.  Resolves via paths.
* If you check and the tool does not exist, it will throw.
*
* @param     tool              name of the tool
* @param     check             whether to check if tool exists
* @returns   Promise<string>   path to tool
*/
function which(tool, check) {
	return __awaiter$2(this, void 0, void 0, function* () {
		if (!tool) throw new Error("parameter 'tool' is required");
		if (check) {
			const result = yield which(tool, false);
			if (!result) {
				if (IS_WINDOWS$1) throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
				else throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
			}
			return result;
		}
		const matches = yield findInPath(tool);
		if (matches && matches.length > 0) return matches[0];
		return "";
	});
}
/**
* Returns a list of all occurrences of the given tool on the system path.
*
* @returns   Promise<string[]>  the paths of the tool
*/
function findInPath(tool) {
	return __awaiter$2(this, void 0, void 0, function* () {
		if (!tool) throw new Error("parameter 'tool' is required");
		const extensions = [];
		if (IS_WINDOWS$1 && process.env["PATHEXT"]) {
			for (const extension of process.env["PATHEXT"].split(path.delimiter)) if (extension) extensions.push(extension);
		}
		if (isRooted(tool)) {
			const filePath = yield tryGetExecutablePath(tool, extensions);
			if (filePath) return [filePath];
			return [];
		}
		if (tool.includes(path.sep)) return [];
		const directories = [];
		if (process.env.PATH) {
			for (const p of process.env.PATH.split(path.delimiter)) if (p) directories.push(p);
		}
		const matches = [];
		for (const directory of directories) {
			const filePath = yield tryGetExecutablePath(path.join(directory, tool), extensions);
			if (filePath) matches.push(filePath);
		}
		return matches;
	});
}
// node_modules/@actions/exec/lib/toolrunner.js
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
const IS_WINDOWS = process.platform === "win32";
var ToolRunner = class extends events.EventEmitter {
	constructor(toolPath, args, options) {
		super();
		if (!toolPath) throw new Error("Parameter 'toolPath' cannot be null or empty.");
		this.toolPath = toolPath;
		this.args = args || [];
		this.options = options || {};
	}
	_debug(message) {
		if (this.options.listeners && this.options.listeners.debug) this.options.listeners.debug(message);
	}
	_getCommandString(options, noPrefix) {
		const toolPath = this._getSpawnFileName();
		const args = this._getSpawnArgs(options);
		let cmd = noPrefix ? "" : "[command]";
		if (IS_WINDOWS) {
			if (this._isCmdFile()) {
				cmd += toolPath;
				for (const a of args) cmd += ` ${a}`;
			} else if (options.windowsVerbatimArguments) {
				cmd += `"${toolPath}"`;
				for (const a of args) cmd += ` ${a}`;
			} else {
				cmd += this._windowsQuoteCmdArg(toolPath);
				for (const a of args) cmd += ` ${this._windowsQuoteCmdArg(a)}`;
			}
		} else {
			cmd += toolPath;
			for (const a of args) cmd += ` ${a}`;
		}
		return cmd;
	}
	_processLineBuffer(data, strBuffer, onLine) {
		try {
			let s = strBuffer + data.toString();
			let n = s.indexOf(os.EOL);
			while (n > -1) {
				onLine(s.substring(0, n));
				s = s.substring(n + os.EOL.length);
				n = s.indexOf(os.EOL);
			}
			return s;
		} catch (err) {
			this._debug(`error processing line. Failed with error ${err}`);
			return "";
		}
	}
	_getSpawnFileName() {
		if (IS_WINDOWS) {
			if (this._isCmdFile()) return process.env["COMSPEC"] || "cmd.exe";
		}
		return this.toolPath;
	}
	_getSpawnArgs(options) {
		if (IS_WINDOWS) {
			if (this._isCmdFile()) {
				let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
				for (const a of this.args) {
					argline += " ";
					argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
				}
				argline += "\"";
				return [argline];
			}
		}
		return this.args;
	}
	_endsWith(str, end) {
		return str.endsWith(end);
	}
	_isCmdFile() {
		const upperToolPath = this.toolPath.toUpperCase();
		return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
	}
	_windowsQuoteCmdArg(arg) {
		if (!this._isCmdFile()) return this._uvQuoteCmdArg(arg);
		if (!arg) return "\"\"";
		const cmdSpecialChars = [
			" ",
			"	",
			"&",
			"(",
			")",
			"[",
			"]",
			"{",
			"}",
			"^",
			"=",
			";",
			"!",
			"'",
			"+",
			",",
			"`",
			"~",
			"|",
			"<",
			">",
			"\""
		];
		let needsQuotes = false;
		for (const char of arg) if (cmdSpecialChars.some((x) => x === char)) {
			needsQuotes = true;
			break;
		}
		if (!needsQuotes) return arg;
		let reverse = "\"";
		let quoteHit = true;
		for (let i = arg.length; i > 0; i--) {
			reverse += arg[i - 1];
			if (quoteHit && arg[i - 1] === "\\") reverse += "\\";
			else if (arg[i - 1] === "\"") {
				quoteHit = true;
				reverse += "\"";
			} else quoteHit = false;
		}
		reverse += "\"";
		return reverse.split("").reverse().join("");
	}
	_uvQuoteCmdArg(arg) {
		if (!arg) return "\"\"";
		if (!arg.includes(" ") && !arg.includes("	") && !arg.includes("\"")) return arg;
		if (!arg.includes("\"") && !arg.includes("\\")) return `"${arg}"`;
		let reverse = "\"";
		let quoteHit = true;
		for (let i = arg.length; i > 0; i--) {
			reverse += arg[i - 1];
			if (quoteHit && arg[i - 1] === "\\") reverse += "\\";
			else if (arg[i - 1] === "\"") {
				quoteHit = true;
				reverse += "\\";
			} else quoteHit = false;
		}
		reverse += "\"";
		return reverse.split("").reverse().join("");
	}
	_cloneExecOptions(options) {
		options = options || {};
		const result = {
			cwd: options.cwd || process.cwd(),
			env: options.env || process.env,
			silent: options.silent || false,
			windowsVerbatimArguments: options.windowsVerbatimArguments || false,
			failOnStdErr: options.failOnStdErr || false,
			ignoreReturnCode: options.ignoreReturnCode || false,
			delay: options.delay || 1e4
		};
		result.outStream = options.outStream || process.stdout;
		result.errStream = options.errStream || process.stderr;
		return result;
	}
	_getSpawnOptions(options, toolPath) {
		options = options || {};
		const result = {};
		result.cwd = options.cwd;
		result.env = options.env;
		result["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
		if (options.windowsVerbatimArguments) result.argv0 = `"${toolPath}"`;
		return result;
	}
	/**
	* Exec a tool.
	* Output will be streamed to the live console.
	* Returns promise with return code
	*
	* @param     tool     path to tool to exec
	* @param     options  optional exec options.  See ExecOptions
	* @returns   number
	*/
	exec() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS && this.toolPath.includes("\\"))) this.toolPath = path.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
			this.toolPath = yield which(this.toolPath, true);
			return new Promise((resolve, reject) => __awaiter$1(this, void 0, void 0, function* () {
				this._debug(`exec tool: ${this.toolPath}`);
				this._debug("arguments:");
				for (const arg of this.args) this._debug(`   ${arg}`);
				const optionsNonNull = this._cloneExecOptions(this.options);
				if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os.EOL);
				const state = new ExecState(optionsNonNull, this.toolPath);
				state.on("debug", (message) => {
					this._debug(message);
				});
				if (this.options.cwd && !(yield exists(this.options.cwd))) return reject(/* @__PURE__ */ new Error(`The cwd: ${this.options.cwd} does not exist!`));
				const fileName = this._getSpawnFileName();
				const cp = child.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
				let stdbuffer = "";
				if (cp.stdout) cp.stdout.on("data", (data) => {
					if (this.options.listeners && this.options.listeners.stdout) this.options.listeners.stdout(data);
					if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(data);
					stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
						if (this.options.listeners && this.options.listeners.stdline) this.options.listeners.stdline(line);
					});
				});
				let errbuffer = "";
				if (cp.stderr) cp.stderr.on("data", (data) => {
					state.processStderr = true;
					if (this.options.listeners && this.options.listeners.stderr) this.options.listeners.stderr(data);
					if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) (optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream).write(data);
					errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
						if (this.options.listeners && this.options.listeners.errline) this.options.listeners.errline(line);
					});
				});
				cp.on("error", (err) => {
					state.processError = err.message;
					state.processExited = true;
					state.processClosed = true;
					state.CheckComplete();
				});
				cp.on("exit", (code) => {
					state.processExitCode = code;
					state.processExited = true;
					this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
					state.CheckComplete();
				});
				cp.on("close", (code) => {
					state.processExitCode = code;
					state.processExited = true;
					state.processClosed = true;
					this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
					state.CheckComplete();
				});
				state.on("done", (error, exitCode) => {
					if (stdbuffer.length > 0) this.emit("stdline", stdbuffer);
					if (errbuffer.length > 0) this.emit("errline", errbuffer);
					cp.removeAllListeners();
					if (error) reject(error);
					else resolve(exitCode);
				});
				if (this.options.input) {
					if (!cp.stdin) throw new Error("child process missing stdin");
					cp.stdin.end(this.options.input);
				}
			}));
		});
	}
};
/**
* Convert an arg string to an array of args. Handles escaping
*
* @param    argString   string of arguments
* @returns  string[]    array of arguments
*/
function argStringToArray(argString) {
	const args = [];
	let inQuotes = false;
	let escaped = false;
	let arg = "";
	function append(c) {
		if (escaped && c !== "\"") arg += "\\";
		arg += c;
		escaped = false;
	}
	for (let i = 0; i < argString.length; i++) {
		const c = argString.charAt(i);
		if (c === "\"") {
			if (!escaped) inQuotes = !inQuotes;
			else append(c);
			continue;
		}
		if (c === "\\" && escaped) {
			append(c);
			continue;
		}
		if (c === "\\" && inQuotes) {
			escaped = true;
			continue;
		}
		if (c === " " && !inQuotes) {
			if (arg.length > 0) {
				args.push(arg);
				arg = "";
			}
			continue;
		}
		append(c);
	}
	if (arg.length > 0) args.push(arg.trim());
	return args;
}
var ExecState = class ExecState extends events.EventEmitter {
	constructor(options, toolPath) {
		super();
		this.processClosed = false;
		this.processError = "";
		this.processExitCode = 0;
		this.processExited = false;
		this.processStderr = false;
		this.delay = 1e4;
		this.done = false;
		this.timeout = null;
		if (!toolPath) throw new Error("toolPath must not be empty");
		this.options = options;
		this.toolPath = toolPath;
		if (options.delay) this.delay = options.delay;
	}
	CheckComplete() {
		if (this.done) return;
		if (this.processClosed) this._setResult();
		else if (this.processExited) this.timeout = setTimeout(ExecState.HandleTimeout, this.delay, this);
	}
	_debug(message) {
		this.emit("debug", message);
	}
	_setResult() {
		let error;
		if (this.processExited) {
			if (this.processError) error = /* @__PURE__ */ new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
			else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) error = /* @__PURE__ */ new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
			else if (this.processStderr && this.options.failOnStdErr) error = /* @__PURE__ */ new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
		}
		if (this.timeout) {
			clearTimeout(this.timeout);
			this.timeout = null;
		}
		this.done = true;
		this.emit("done", error, this.processExitCode);
	}
	static HandleTimeout(state) {
		if (state.done) return;
		if (!state.processClosed && state.processExited) {
			const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
			state._debug(message);
		}
		state._setResult();
	}
};
// node_modules/@actions/exec/lib/exec.js
var __awaiter = function(thisArg, _arguments, P, generator) {
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
/**
* Exec a command.
* Output will be streamed to the live console.
* Returns promise with return code
*
* @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
* @param     args               optional arguments for tool. Escaping is handled by the lib.
* @param     options            optional exec options.  See ExecOptions
* @returns   Promise<number>    exit code
*/
function exec(commandLine, args, options) {
	return __awaiter(this, void 0, void 0, function* () {
		const commandArgs = argStringToArray(commandLine);
		if (commandArgs.length === 0) throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
		const toolPath = commandArgs[0];
		args = commandArgs.slice(1).concat(args || []);
		return new ToolRunner(toolPath, args, options).exec();
	});
}
/**
* Exec a command and get the output.
* Output will be streamed to the live console.
* Returns promise with the exit code and collected stdout and stderr
*
* @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
* @param     args                  optional arguments for tool. Escaping is handled by the lib.
* @param     options               optional exec options.  See ExecOptions
* @returns   Promise<ExecOutput>   exit code, stdout, and stderr
*/
function getExecOutput(commandLine, args, options) {
	return __awaiter(this, void 0, void 0, function* () {
		var _a, _b;
		let stdout = "";
		let stderr = "";
		const stdoutDecoder = new StringDecoder("utf8");
		const stderrDecoder = new StringDecoder("utf8");
		const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
		const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
		const stdErrListener = (data) => {
			stderr += stderrDecoder.write(data);
			if (originalStdErrListener) originalStdErrListener(data);
		};
		const stdOutListener = (data) => {
			stdout += stdoutDecoder.write(data);
			if (originalStdoutListener) originalStdoutListener(data);
		};
		const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), {
			stdout: stdOutListener,
			stderr: stdErrListener
		});
		const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
		stdout += stdoutDecoder.end();
		stderr += stderrDecoder.end();
		return {
			exitCode,
			stdout,
			stderr
		};
	});
}
// src/steps/exec.ts
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
/** Runs a short git command quietly; fails with an exit code where git is missing. */
async function git(args, input) {
	return ask("git", args, input === void 0 ? {} : { input }).catch(() => ({
		exitCode: 127,
		stdout: "",
		stderr: ""
	}));
}
async function ask(program, args, { environment, input } = {}) {
	return getExecOutput(program, args, {
		silent: true,
		ignoreReturnCode: true,
		env: {
			...childEnvironment(),
			...environment
		},
		...input === void 0 ? {} : { input: Buffer.from(input) }
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
/** Gives a docker command this process's own terminal, or pipes, until it ends. Resolves and stops as above. */
function attachDocker(args, signal, options = {}) {
	return untilEnded(startDocker(args, options, "inherit"), signal);
}
function startDocker(args, { environment }, stdio) {
	announce(["docker", ...args]);
	return spawn("docker", args, {
		env: {
			...childEnvironment(),
			...environment
		},
		stdio: stdio ?? "inherit"
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
*/
async function withForeignLog(action) {
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
// src/commands/session.ts
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
	try {
		return await action({
			id,
			temp,
			signal: stop.signal
		});
	} finally {
		await rm$1(temp, {
			recursive: true,
			force: true
		}).catch(() => void 0);
	}
}
/** Seconds after which a folder can't be that of a command that still runs, unless somebody sleeps in its shell. */
const FORGOTTEN_SECONDS = 604800;
/**
* Makes a folder for one command in the home, which engines in a virtual machine can mount where the system's folder for
* temporary files is out of their sight; removes those of commands that were killed long ago.
*/
async function makeFolder(parent) {
	const folder = await mkdir$1(parent, {
		recursive: true,
		mode: 448
	}).then(() => mkdtemp(join(parent, "run-"))).catch((error) => {
		throw new UserError(`${messageOf(error)}: let the variable XDG_CACHE_HOME name a folder that you may write to.`);
	});
	for (const name of await readdir$1(parent)) {
		const { mtimeMs } = await stat$1(join(parent, name)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
		if (Date.now() - mtimeMs > FORGOTTEN_SECONDS * 1e3) await rm$1(join(parent, name), {
			recursive: true,
			force: true
		});
	}
	return folder;
}
/** Whether a person sees what comes, as it comes. */
function isAtTerminal() {
	return [
		process.stdin,
		process.stdout,
		process.stderr
	].every((stream) => stream.isTTY === true);
}
export { flag as A, messageOf as B, shortened as C, choice as D, byteLength as E, relative as F, localContext as H, secretValues as I, shellWords as L, lines as M, oneOf as N, count as O, quoted as P, size as R, shellWord as S, buildArguments as T, namedVariables as U, defaultPlatform as V, readPerson as W, inline as _, say as a, plain as b, withForeignLog as c, followDocker as d, git as f, folded as g, duration as h, reader as i, labels as j, environment as k, attachDocker as l, byteSize as m, isAtTerminal as n, timed as o, block as p, inputNames as r, withBuildLog as s, inSession as t, docker as u, inlineWithin as v, table as w, shellLine as x, megabytes as y, UserError as z };
