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
// src/text/errors.ts
/** A mistake that the user can mend: its message says what is wrong, where, and the cure, in one sentence. */
var UserError = class extends Error {
	name = "UserError";
};
/** The text of anything that was thrown. */
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
// src/inputs/values.ts
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
	throw new UserError(`Input ${name} has no ${words} in its line ${index + 1}: write one ${words} a line.`);
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
	return new UserError(new RegExp(`^${pattern}\\s*$`).test(row) ? `Input ${input} has a name without a value in its line ${index + 1}: ${cure}.` : `Input ${input} has no ${word}=value in its line ${index + 1}: write one ${word}=value a line, or a value of several lines between ${word}<<END and END.`);
}
/** Values that were given one by one, as an input has them. Fails on one of several lines that would be taken for several. */
function asLines(input, values) {
	const takesLines = input === "env" || input === "secrets";
	return values.map((value) => takesLines ? inSeveralLines(value) : oneLine(input, value)).join("\n");
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
function oneLine(input, entry) {
	if (!/[\r\n]/.test(entry)) return entry;
	throw new UserError(`Input ${input} has a value of several lines: write one value at a time, on one line.`);
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
export { join as A, quoted as C, size as D, shellWords as E, UserError as O, oneOf as S, secretValues as T, count as _, inline as a, labels as b, plain as c, shortened as d, table as f, choice as g, byteLength as h, folded as i, messageOf as k, shellLine as l, buildArguments as m, byteSize as n, inlineWithin as o, asLines as p, duration as r, megabytes as s, block as t, shellWord as u, environment as v, relative as w, lines as x, flag as y };
