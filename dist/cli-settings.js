import { f as sentence, i as quoted, p as withSource, s as UserError, t as byteLength } from "./cli-plain.js";
import { join as join$1 } from "node:path";
import { execFile, spawn } from "node:child_process";
import { pipeline } from "node:stream/promises";
import { StringDecoder } from "string_decoder";
import * as os from "os";
import * as events from "events";
import * as child from "child_process";
import * as path from "path";
import * as fs from "fs";
import { setTimeout as setTimeout$1 } from "timers";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { homedir, userInfo } from "node:os";
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
		else if (this.processExited) this.timeout = setTimeout$1(ExecState.HandleTimeout, this.delay, this);
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
/** The same for a person's own machine, where no runner says anything: `ref` is what is checked out there. */
function localContext(workspace, { id, temp }, ref) {
	const nothing = {
		eventName: "",
		eventAction: "",
		isBotsPullRequest: false,
		defaultBranch: "",
		job: [],
		sha: ""
	};
	const noRun = {
		workflow: "",
		runId: "",
		attempt: 1,
		place: "",
		step: "",
		retentionDays: 0,
		actionRepository: ""
	};
	const unknown = {
		repository: "",
		serverUrl: "",
		apiUrl: "",
		description: "",
		license: "",
		cacheMode: "",
		inputVariables: []
	};
	const { architecture, uid, gid, groups, docker, defaultPlatform, programFolders } = readContext();
	return {
		...nothing,
		...noRun,
		...unknown,
		id,
		architecture,
		uid,
		gid,
		groups,
		docker,
		defaultPlatform,
		programFolders,
		ref,
		workspace,
		temp,
		runnerOs: "Linux",
		runnerArchitecture: "",
		isHosted: false,
		cacheService: "none"
	};
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
		stateFolder: join$1(environment.XDG_STATE_HOME || join$1(home, ".local/state"), "dev-in-docker"),
		cacheFolder: join$1(environment.XDG_CACHE_HOME || join$1(home, ".cache"), "dev-in-docker"),
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
/** Whether the command is not installed, but was fetched to be run by npx. */
function isStartedByNpx() {
	return process.env.npm_command === "exec";
}
/** Names of the variables that are set by which programs reach the network through a proxy. */
function proxyVariables() {
	return [
		"HTTP_PROXY",
		"HTTPS_PROXY",
		"ALL_PROXY"
	].flatMap((name) => [name, name.toLowerCase()]).filter((name) => process.env[name]);
}
/** What the platform is that docker builds for where nothing else is said; empty where that is the engine's own. */
function defaultPlatform() {
	return process.env.DOCKER_DEFAULT_PLATFORM ?? "";
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
/** All of them, by what they are for. */
const optionGroups = {
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
};
/** Their names. */
const optionNames = Object.values(optionGroups).flatMap((group) => group.map(([name]) => name));
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
// src/inputs/values.ts
/** Reads `auto`, `true` or `false`. Fails on anything else. */
function choice(name, text) {
	const value = text.toLowerCase() || "auto";
	if (value === "true" || value === "false" || value === "auto") return value;
	throw new UserError(sentence`${input(name)} is ${quoted(text)}: write auto, true or false.`);
}
/** Reads one of a few words, in any case. Fails on anything else. */
function oneOf(name, text, allowed) {
	const found = allowed.find((word) => word === text.toLowerCase());
	if (found !== void 0) return found;
	throw new UserError(sentence`${input(name)} is ${quoted(text)}: write ${allowed.slice(0, -1).join(", ")} or ${allowed.at(-1) ?? ""}.`);
}
/** Reads `true` or `false`, in any case. Fails on anything else. */
function flag(name, text) {
	return oneOf(name, text, ["true", "false"]) === "true";
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
// src/inputs/lists.ts
/** The non-empty lines of an input, trimmed; a line that begins with `#` is a comment. */
function lines(text) {
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
	return lines(text).map((line) => {
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
	const isMalformed = (line) => lines(line).some((written) => !form.test(written));
	const index = text.split("\n").findIndex(isMalformed);
	if (index < 0) return lines(text);
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
	const isName = new RegExp(`^${pattern}\\s*$`).test(row);
	return new UserError(isName ? sentence`${input(name)} has a name without a value in its line ${index + 1}: ${cure}.` : sentence`${input(name)} has no ${word}=value in its line ${index + 1}: write one ${word}=value a line, or a value of several lines between ${word}<<END and END.`);
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
	return lines(text).map((line) => {
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
	const agents = lines(text);
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
const CURE = sentence`pass it by ${input("secrets")}, and mount it with RUN --mount=type=secret`;
/** Fails where build arguments, as the input has them, hold what is a secret by its form. Never shows a value. */
function refuseSecrets(buildArguments) {
	for (const line of lines(buildArguments)) {
		const [what] = SECRETS.find(([, form]) => form.test(line)) ?? [];
		if (what === void 0) continue;
		const [, name] = /^([A-Za-z_][A-Za-z0-9_]*)=/.exec(line) ?? [];
		throw new UserError(sentence`${input("build-args")} has ${what}${name === void 0 ? "" : ` in ${name}`}, which everyone who has the image can read: ${CURE}.`);
	}
}
/** What to tell of build arguments (`NAME=value`) that are secrets by their names. */
function secretNotices(buildArguments) {
	const secret = /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|API_KEY|PRIVATE_KEY|CREDENTIALS)(?:_|$)/i;
	return buildArguments.map((pair) => pair.replace(/=.*/s, "")).filter((name) => secret.test(name)).map((name) => sentence`The build argument ${name} looks like a secret, which everyone who has the image can read: ${CURE}.`);
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
/** The inputs where nothing was typed. */
const noInputs = Object.fromEntries(inputNames.map((name) => [name, ""]));
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
	entrypoint: text,
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
function readSettings(table, origin, context) {
	const values = {};
	for (const [key, value] of Object.entries(table)) {
		const name = settingNames.find((name) => name === key);
		if (name === void 0) throw noSetting(key, origin);
		try {
			const read = READERS[name]?.(name, value) ?? "";
			if (read.trim() !== "") values[name] = name === "file" ? fromContext(read, context) : read;
		} catch (error) {
			throw error instanceof UserError ? new UserError(withSource(error.sentence, {
				origin,
				names: [name]
			})) : error;
		}
	}
	return {
		origin,
		values
	};
}
function noSetting(key, origin) {
	const has = `${origin} has ${quoted(key)}`;
	if (key === "context") return new UserError(`${has}, but the file is looked for in that very folder: set it in the workflow, as an input.`);
	if (inputNames.some((name) => name === key)) {
		const option = optionNames.some((name) => name === key) ? ", or on your machine as an option" : "";
		return new UserError(`${has}, which every pull request could change there: set it in the workflow, as an input${option}.`);
	}
	if (key === "tool") return new UserError(`${has}: leave [tool.dev-in-docker] out, which only pyproject.toml needs.`);
	const meant = nearest(key.slice(0, 40), settingNames);
	return new UserError(`${has}, which is no setting: ${meant === void 0 ? `there are ${settingNames.join(", ")}.` : `did you mean ${meant}?`}`);
}
/** A path beside the settings, as one in the checkout. */
function fromContext(path, context) {
	return relative("file", path.startsWith("/") || context === "." ? path : `${context}/${path}`);
}
function text(name, value) {
	if (typeof value === "string") return value.trim();
	throw new UserError(sentence`${input(name)} is no text: write its value in quotes.`);
}
function number(name, value) {
	if (typeof value === "number" || typeof value === "string") return String(value).trim();
	throw new UserError(sentence`${input(name)} is no number: write one, such as 10.`);
}
function list(name, value) {
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
function named(name, value) {
	if (!(typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date))) return list(name, value);
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
export { proxyVariables as $, xmlFile as A, followDocker as B, count as C, requireArchive as D, relative as E, optionGroups as F, cacheService as G, runAsRoot as H, announceCommands as I, defaultPlatform as J, childEnvironment as K, askBriefly as L, duration as M, words$1 as N, shellWords as O, input as P, newId as Q, attachDocker as R, choice as S, oneOf as T, streamDocker as U, git as V, cacheEnvironment as W, localContext as X, isStartedByNpx as Y, namedVariables as Z, secretFiles as _, inputNames as a, sshAgents as b, secretNotices as c, environment as d, readContext as et, fitsOnLine as f, requireOnce as g, lines as h, filledIn as i, byteSize as j, size as k, asLines as l, labels as m, readSettings as n, join as nt, noInputs as o, globs as p, clientFolder as q, nearest as r, quote as rt, refuseSecrets as s, builtIn as t, readPerson as tt, buildArguments as u, secretValues as v, flag as w, archive as x, secretVariables as y, docker as z };
