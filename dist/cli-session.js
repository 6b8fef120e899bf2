import { J as quote, K as readPerson, L as childEnvironment, U as newId, j as duration } from "./cli-settings.js";
import { f as withSource, i as withoutCommands, n as plain, o as UserError, s as messageOf } from "./cli-plain.js";
import { mkdir as mkdir$1, readdir as readdir$1, rm as rm$1, stat as stat$1 } from "node:fs/promises";
import { join } from "node:path";
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
import { constants } from "node:os";
// node_modules/@actions/io/lib/io-util.js
var __awaiter$4 = function(thisArg, _arguments, P, generator) {
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
	return __awaiter$4(this, void 0, void 0, function* () {
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
	return __awaiter$4(this, void 0, void 0, function* () {
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
/**
* Returns path of a tool had the tool actually been invoked.  Resolves via paths.
* If you check and the tool does not exist, it will throw.
*
* @param     tool              name of the tool
* @param     check             whether to check if tool exists
* @returns   Promise<string>   path to tool
*/
function which(tool, check) {
	return __awaiter$3(this, void 0, void 0, function* () {
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
	return __awaiter$3(this, void 0, void 0, function* () {
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
		return __awaiter$2(this, void 0, void 0, function* () {
			if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS && this.toolPath.includes("\\"))) this.toolPath = path.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
			this.toolPath = yield which(this.toolPath, true);
			return new Promise((resolve, reject) => __awaiter$2(this, void 0, void 0, function* () {
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
	return __awaiter$1(this, void 0, void 0, function* () {
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
	return __awaiter$1(this, void 0, void 0, function* () {
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
	await mkdir$1(folder, {
		recursive: true,
		mode: 448
	}).catch((error) => {
		throw new UserError(`${messageOf(error)}: let the variable XDG_CACHE_HOME name a folder that you may write to.`);
	});
	for (const name of await readdir$1(parent)) {
		const { mtimeMs } = await stat$1(join(parent, name)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
		if (Date.now() - mtimeMs > FORGOTTEN_SECONDS * 1e3) await removeIfPossible(join(parent, name));
	}
	return folder;
}
/** Tests may have written what only root could remove. */
async function removeIfPossible(folder) {
	await rm$1(folder, {
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
export { docker as _, grouped as a, runAsRoot as b, timed as c, setSecret as d, ownLabel as f, attachDocker as g, askBriefly as h, commandLine as i, withBuildLog as l, ownReference as m, inSession as n, print as o, ownName as p, isAtTerminal as r, say as s, afterSignal as t, withForeignLog as u, followDocker as v, streamDocker as x, git as y };
