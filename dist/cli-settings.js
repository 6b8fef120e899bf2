import { A as join$1, C as quoted, O as UserError, T as secretValues, m as buildArguments, p as asLines, v as environment, w as relative$1, x as lines } from "./cli-html.js";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import { execFile, spawn } from "node:child_process";
import { pipeline } from "node:stream/promises";
import { StringDecoder } from "string_decoder";
import * as os from "os";
import * as events from "events";
import * as child from "child_process";
import * as path from "path";
import * as fs from "fs";
import { setTimeout as setTimeout$1 } from "timers";
// src/buildkit/secrets.ts
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
		groups: process.getgroups?.() ?? [],
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
	const { id, architecture, uid, gid, groups, docker, programFolders } = readContext();
	return {
		...nothing,
		...unknown,
		id,
		architecture,
		uid,
		gid,
		groups,
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
	return environment.DOCKER_CONFIG || join(homeFolder(environment), ".docker");
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
/** The environment for the cache client, which alone needs the cache service's address and token. */
function cacheEnvironment() {
	return environmentBut(/^(?:INPUT|STATE)_|^GITHUB_(?!SERVER_URL)|^ACTIONS_ID_TOKEN/);
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
/** Address and token of the cache service; empty where the runner offers none. */
function cacheService() {
	return {
		url: process.env.ACTIONS_RESULTS_URL ?? "",
		token: process.env.ACTIONS_RUNTIME_TOKEN ?? ""
	};
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
export { refuseSecrets as A, namedVariables as C, readPerson as D, readContext as E, secretNotices as M, secretPlaces as N, linesToMask as O, secretVariable as P, localContext as S, proxyVariables as T, cacheService as _, optionGroups as a, defaultPlatform as b, announceCommands as c, docker as d, followDocker as f, cacheEnvironment as g, streamDocker as h, settingsSentence as i, secretEnvironment as j, planSecrets as k, askBriefly as l, runAsRoot as m, completed as n, inputNames as o, git as p, readSettings as r, noInputs as s, builtIn as t, attachDocker as u, childEnvironment as v, newId as w, isStartedByNpx as x, clientFolder as y };
