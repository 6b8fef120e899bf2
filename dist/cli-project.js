import { A as readIgnore, D as Doubt, F as kindWithin, G as __commonJSMin, I as makeWithin, M as asPattern, N as findWithin, P as isWithin, R as gitDataElsewhere, S as readStage, W as readRegularFile, _ as isImageName, a as explain, c as dockerfileOf, d as requireLinux, f as findProject, g as TAG_RULE, h as inputNotices, j as asPathPattern, k as UNKNOWN, l as locate, m as completeInputs, o as valid, r as compare, s as DEPENDENCY_FILES, u as requireFiles, v as isImageTag, x as readCopies, y as cutBefore } from "./cli-pep440.js";
import { d as render, f as sentence, i as quoted, n as listed, r as plain, s as UserError } from "./cli-plain.js";
import { B as followDocker, H as runAsRoot, J as defaultPlatform$1, L as askBriefly, N as words, P as input, R as attachDocker, U as streamDocker, V as git, X as localContext, Z as namedVariables, c as secretNotices, et as readContext, f as fitsOnLine, rt as quote, tt as readPerson, z as docker } from "./cli-settings.js";
import { c as timed, d as setSecret, f as ownLabel, i as commandLine, l as withBuildLog, m as ownReference, p as ownName, s as say, u as withForeignLog } from "./cli-session.js";
import { chmod, chown, copyFile, cp, lstat, mkdir, mkdtemp, open, readFile, readdir, readlink, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname as dirname$1, extname, join, posix, relative, resolve, sep as sep$1 } from "node:path";
import { fileURLToPath } from "node:url";
import * as os from "os";
import * as path$1 from "path";
import assert from "assert";
import * as fs from "fs";
import { createHash } from "node:crypto";
import { constants, lstatSync, opendirSync, readlinkSync } from "node:fs";
import { release, userInfo } from "node:os";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { connect } from "node:net";
import { request } from "node:http";
import { Transform } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { text } from "node:stream/consumers";
// src/checkout/git.ts
/**
* Settings that give access: a line of its own or behind its section's name, with the lines that go on after a backslash.
* Whole words end in these, such as `oauth-token`; but `extraheader` is one by itself.
*/
const SECRET = /^(\ufeff?\[[^\n]*\])?[ \t]*(?:extraheader|smtppass|(?:[a-z\d]{1,30}-){0,3}(?:token|password|secret))[ \t]*=(?:[^\n]*\\\r?\n)*[^\n]*(?:\n|$)/gim;
/** A git configuration without what gives access: authorization headers, passwords, and what stands for them in addresses. */
function withoutCredentials(text) {
	return text.replace(SECRET, (_, section) => section === void 0 ? "" : `${section}\n`).replace(/:\/\/[^/\s"]+@/g, (found, offset, all) => {
		return !found.includes(":", 3) && all.startsWith("ssh", offset - 3) ? found : "://";
	});
}
/** Paths of the files that a git configuration includes, as written. */
function includedPaths(text) {
	return text.split("\n").flatMap((line) => {
		const [, written] = /^(?:\[[^\n]*\])?[ \t]*path[ \t]*=(.*)$/is.exec(line) ?? [];
		return written === void 0 ? [] : [written.trim().replace(/^"(.*)"$/, "$1")];
	});
}
/** How git comes to work in a repository that it distrusts, since it belongs to another user. */
function trustCure(top) {
	const path = quote(top);
	return `make it yours ("sudo chown -R $USER ${path}"), or run "git config --global --add safe.directory ${path}"`;
}
/** Variables that let git, which distrusts other people's folders, work in the mounted one, as oneself. */
function gitVariables(folder, identity) {
	const settings = Object.entries({
		"safe.directory": folder,
		...identity
	});
	return Object.fromEntries([["GIT_CONFIG_COUNT", String(settings.length)], ...settings.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${index}`, key], [`GIT_CONFIG_VALUE_${index}`, value]])]);
}
// src/engine/container.ts
/** Arguments that run a command in an image, locked down (what each line is for: docs/threat-model.md). */
function runArguments({ isLabelled, options, command, isBare }, container) {
	const { mounts, volumes } = onePerTarget(container);
	return [
		"run",
		...[
			"--init",
			"--pull",
			"never",
			"--name",
			container.name,
			"--label",
			container.label
		],
		...container.user === void 0 ? [] : ["--user", container.user],
		...container.workdir === void 0 ? [] : ["--workdir", container.workdir],
		...container.isLockedDown ? [
			"--cap-drop",
			"ALL",
			"--security-opt",
			"no-new-privileges",
			"--pids-limit",
			"4096"
		] : [],
		...isLabelled && mounts.length > 0 ? ["--security-opt", "label=disable"] : [],
		...isBare ? ["--entrypoint", ""] : [],
		...options,
		...mounts.flatMap((mount) => ["--mount", bindMount(mount)]),
		...volumes.flatMap((target) => ["--mount", volumeMount(target)]),
		...container.options,
		container.image,
		...isBare ? command : givenTo(container.entrypoint ?? [], command)
	];
}
/** A command as an ENTRYPOINT takes it: `sh -c` and the like run their first word alone, so that all of it is one. */
function givenTo(entrypoint, command) {
	const program = entrypoint.slice(0, -1).findLast((word) => !word.startsWith("-")) ?? "";
	return /^-[a-z]*c$/.test(entrypoint.at(-1) ?? "") && /(?:^|\/)(?:ba|da|k|z)?sh$/.test(program) ? [command.map(quote).join(" ")] : command;
}
/**
* Whether something may be mounted at a path that an image names, which may be anybody's: it is absolute, leads nowhere
* else, and no program can read it as more than a path.
*/
function isMountable(path) {
	return path.startsWith("/") && !path.split("/").includes("..") && !/[",\p{Cc}]/u.test(path);
}
/**
* Mounts and volumes without those that lie under another one at the same target, which docker refuses: the later mount
* counts, and a mount more than a volume.
*/
function onePerTarget({ mounts, volumes }) {
	const mounted = new Map(mounts.map((mount) => [withoutSlashes(mount.target), mount]));
	const empty = new Map(volumes.map((target) => [withoutSlashes(target), target]));
	return {
		mounts: [...mounted.values()],
		volumes: [...empty].filter(([target]) => !mounted.has(target)).map(([, written]) => written)
	};
}
/** As docker compares paths: `/app/` and `//app` are `/app`. */
function withoutSlashes(path) {
	return path.replace(/\/+/g, "/").replace(/(?<=.)\/$/, "");
}
/** Arguments for an environment that no argument shows: a file with one `NAME=value` a line, and names whose values docker has in its own. */
function hiddenEnvironment(file, inherited) {
	return [
		"--env-file",
		file,
		...Object.keys(inherited).flatMap((name) => ["--env", name])
	];
}
/** Variables in the arguments, so that a command that is shown is whole; every user of the machine can read them. */
function environmentArguments(environment) {
	return Object.entries(environment).flatMap(([name, value]) => ["--env", `${name}=${value}`]);
}
/**
* Docker's own keys, Ctrl-P and Ctrl-Q, would leave the container behind, and each Ctrl-P, which is the way back in a
* shell's history, would wait for the next key. There is no way to have none; these nobody types.
*/
const DETACH_KEYS = "ctrl-^,ctrl-@,ctrl-^,ctrl-@";
/** Arguments that give a container this process's input, and where there is one its terminal. */
function attachArguments(isTerminal) {
	return isTerminal ? [
		"--interactive",
		"--tty",
		"--detach-keys",
		DETACH_KEYS
	] : ["--interactive"];
}
function bindMount({ source, target, isReadOnly }) {
	return [
		"type=bind",
		csvField(`src=${source}`),
		csvField(`dst=${target}`),
		...isReadOnly ? ["readonly"] : []
	].join(",");
}
/** An empty volume, or one that is filled from the image, at an absolute path. */
function volumeMount(target) {
	return ["type=volume", csvField(`dst=${target}`)].join(",");
}
/** Docker reads mounts as a line of CSV, in which a comma in a path would begin another field, such as a source on this machine. */
function csvField(text) {
	return /[",\n\r]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
/** Arguments by which root, who is given no capability else, may write where the file system lets only others. */
const WRITING = ["--cap-add", "DAC_OVERRIDE"];
/** A name that every image can have for a user: others' names may have blanks, or a domain before them. */
function userNameOf(name) {
	const plain = name.replace(/^.*\\/, "").toLowerCase().replace(/[^a-z0-9_-]+/g, "-").replace(/^[^a-z_]+/, "");
	return plain === "" || plain === "root" ? "me" : plain.slice(0, 32);
}
// src/image/image.ts
/** The words of an image's ENTRYPOINT, which come before any command; none where it has none. */
function entrypointOf({ config }) {
	return config.Entrypoint ?? [];
}
/** What is of interest in an image's configuration, beside all of it. */
function describeImage(image, platform = "") {
	const pairs = image.config.Env ?? [];
	return {
		...image,
		platform,
		workdir: image.config.WorkingDir ?? "",
		environment: Object.fromEntries(pairs.map((pair) => [pair.split("=", 1)[0] ?? "", pair.slice(pair.indexOf("=") + 1)]))
	};
}
// src/checkout/new-git-data.ts
/** What git needs to find in a folder to take it for a bare repository; the last one may stand for the two before it. */
const BARE_PARTS = [
	"HEAD",
	"objects",
	"refs",
	"commondir"
];
/** Whether git could take a folder for a bare repository. */
function isBare({ parts }) {
	const has = (name) => parts.includes(name);
	return has("HEAD") && (has("commondir") || has("objects") && has("refs"));
}
/**
* What makes a repository of a folder now and did not before. A .git that was elsewhere before has only moved with its
* folder: it is the user's.
*/
function newGitData(before, after) {
	const known = new Set([...before.values()].map(({ git }) => git));
	return [...after].flatMap(([folder, marks]) => {
		const earlier = before.get(folder) ?? { parts: [] };
		const parts = isBare(marks) && !isBare(earlier) ? marks.parts.filter((part) => !earlier.parts.includes(part)) : [];
		return [...known.has(marks.git) || marks.git === void 0 ? [] : [{
			folder,
			names: [".git"],
			isInPlaceOfAnother: earlier.git !== void 0
		}], ...parts.length === 0 ? [] : [{
			folder,
			names: parts,
			isInPlaceOfAnother: false
		}]];
	});
}
/** The paths in an index with all folders that they are in; the top is the empty path. */
function withFolders(paths) {
	const all = /* @__PURE__ */ new Set();
	for (let path of paths) for (; !all.has(path); path = path.slice(0, Math.max(0, path.lastIndexOf("/")))) all.add(path);
	return all;
}
/**
* Names that may be removed. None where git tracks nothing in the folder: it may be a place for data, with somebody's
* clone. None that git tracks, or that may be what another one was before. `tracked` are the paths that git tracks, with
* their folders; a submodule that was not fetched is one. `folder` is relative to the same top.
*/
function removable({ names, isInPlaceOfAnother }, folder, tracked) {
	if (isInPlaceOfAnother || !tracked.has(folder)) return [];
	return names.filter((name) => !tracked.has(folder === "" ? name : `${folder}/${name}`));
}
// src/checkout/steps/git-marks.ts
/** Milliseconds that a search may take after the tests. */
const PATIENCE_MILLISECONDS = 1e3;
/** File systems whose clocks tick slowest have steps of two seconds. */
const SLOWEST_TICK_MILLISECONDS = 3e3;
/** Starts to take down what is in a folder, by itself a real path, for whoever looks through all of it anyway. */
function takeDown(top) {
	const start = Date.now();
	const gitData = /* @__PURE__ */ new Map();
	const folders = /* @__PURE__ */ new Map();
	const see = (path, entries) => {
		const place = relative(top, path);
		const stats = statsOf(path);
		const isSettled = stats !== void 0 && stats.ctimeMs < start - SLOWEST_TICK_MILLISECONDS;
		folders.set(place, {
			stamp: isSettled ? stampOf(stats) : void 0,
			folders: entries.filter(isFolder).map(({ name }) => join(place, name)),
			isClosed: entries.length === 0 && !canRead(path)
		});
		if (entries.length === 0 || entries.some(({ name }) => mayMark(name))) mark(gitData, top, place);
	};
	return {
		gitData,
		folders,
		see
	};
}
/**
* Looks for git data for a second at most. Never fails.
*
* It looks first into the folders that were there before, and only where something has changed: however much tests write,
* they can't keep it from coming to those. Each is reached from the top, over folders that are no links.
*/
function lookAgain(top, { folders }) {
	const end = Date.now() + PATIENCE_MILLISECONDS;
	const gitData = /* @__PURE__ */ new Map();
	const closed = [];
	const changed = [];
	const queue = [""];
	for (const path of queue) {
		if (Date.now() > end) return {
			gitData,
			closed,
			isComplete: false
		};
		const stats = statsOf(join(top, path));
		if (!stats?.isDirectory()) continue;
		const folder = folders.get(path);
		for (const inside of folder?.folders ?? []) queue.push(inside);
		if (folder?.stamp === stampOf(stats)) continue;
		mark(gitData, top, path);
		changed.push(path);
	}
	for (const path of changed) try {
		for (const entry of entriesOf$2(join(top, path))) {
			if (Date.now() > end) return {
				gitData,
				closed,
				isComplete: false
			};
			const inside = join(path, entry.name);
			if (!isFolder(entry) || folders.has(inside)) continue;
			mark(gitData, top, inside);
			changed.push(inside);
		}
	} catch (error) {
		if (!isGone(path, error) && folders.get(path)?.isClosed !== true) closed.push(path || ".");
	}
	return {
		gitData,
		closed,
		isComplete: true
	};
}
/** Whether a folder is there no more; one whose name is no text can't be told from that. */
function isGone(path, error) {
	return error.code === "ENOENT" && !path.includes("�");
}
/** Reads a folder entry by entry: there may be more of them than there is time or memory for. */
function* entriesOf$2(path) {
	const folder = opendirSync(path, { bufferSize: 256 });
	try {
		for (let entry = folder.readSync(); entry; entry = folder.readSync()) yield entry;
	} finally {
		folder.closeSync();
	}
}
function isFolder(entry) {
	return entry.isDirectory() && entry.name !== ".git";
}
function stampOf({ dev, ino, ctimeMs, mtimeMs, nlink }) {
	return [
		dev,
		ino,
		ctimeMs,
		mtimeMs,
		nlink
	].join(" ");
}
function canRead(path) {
	try {
		opendirSync(path).closeSync();
		return true;
	} catch {
		return false;
	}
}
/** What is at a path, of a link itself; undefined where nothing is, or nobody may look. */
function statsOf(path) {
	try {
		return lstatSync(path, { throwIfNoEntry: false });
	} catch {
		return;
	}
}
/** Whether some file system takes a name for one that git looks for: it may ignore case, or characters that nobody sees. */
function mayMark(name) {
	return /^[.Hh\u0080-\uffff]/.test(name) && /^(?:\.git|head)$/i.test(name.replace(/\p{Cf}/gu, ""));
}
/** Asks the file system itself for the names that git looks for, as git does. */
function mark(gitData, top, path) {
	const has = (name) => statsOf(join(top, path, name)) !== void 0;
	const parts = has("HEAD") ? BARE_PARTS.filter(has) : [];
	const identity = identityOf(join(top, path, ".git"));
	if (identity !== void 0 || parts.length > 0) gitData.set(path, {
		...identity === void 0 ? {} : { git: identity },
		parts
	});
}
/**
* Tells what is at a path from what may be there later.
*
* What is mounted read-only can't be deleted, so nothing else gets its number. A link can be: it is known by its place and
* where it leads to.
*/
function identityOf(path) {
	const stats = statsOf(path);
	if (!stats?.isSymbolicLink()) return stats && `${stats.dev} ${stats.ino}`;
	try {
		return `${path} ${readlinkSync(path)}`;
	} catch {
		return path;
	}
}
// src/checkout/steps/new-git-data.ts
/**
* Looks for git data that was not there before, and removes it from folders that git tracks. Undefined where there is
* nothing to tell. Gives up looking after a second, and never rejects. Nobody of whom one has to beware may write there
* any more.
*/
async function removeNewGitData(top, before) {
	const { gitData, closed, isComplete } = lookAgain(top, before);
	const facts = {
		removed: [],
		left: [],
		closed,
		isComplete
	};
	const indexes = /* @__PURE__ */ new Map();
	for (const found of newGitData(before.gitData, gitData)) {
		const { folder, names } = found;
		const root = repositoryOf(top, folder, before.gitData);
		const index = root === void 0 ? void 0 : indexes.get(root) ?? await readIndex(root);
		if (root !== void 0 && index) indexes.set(root, index);
		const gone = root !== void 0 && index ? removable(found, relative(root, join(top, folder)), index) : [];
		if (root !== void 0 && gone.includes(".git") && await isOfRepository(join(top, folder), root)) continue;
		if (names.every((name) => !statsOf(join(top, folder, name)))) continue;
		for (const name of gone) await remove(join(top, folder, name));
		facts[gone.length > 0 && gone.every((name) => !statsOf(join(top, folder, name))) ? "removed" : "left"].push(names[0] === ".git" ? join(folder, ".git") : folder || ".");
	}
	return isComplete && [
		facts.removed,
		facts.left,
		closed
	].every((paths) => paths.length === 0) ? void 0 : facts;
}
/** The folder of the repository that another one belongs to, of those that tests could not make or change. */
function repositoryOf(top, folder, before) {
	for (let path = join(top, folder); isWithin(top, path); path = dirname$1(path)) {
		const earlier = before.get(relative(top, path))?.git;
		if (earlier !== void 0 && identityOf(join(path, ".git")) === earlier) return path;
	}
	for (let path = dirname$1(top); path !== dirname$1(path); path = dirname$1(path)) if (statsOf(join(path, ".git"))) return path;
}
/** Whether a folder's .git is a file that leads into its repository's own data, as that of a submodule or worktree. */
async function isOfRepository(folder, root) {
	const [own, data] = await Promise.all([leadsTo(folder), leadsTo(root)]);
	const all = data ?? await realpath(join(root, ".git")).catch(() => void 0);
	return own !== void 0 && all !== void 0 && isWithin(all, own);
}
const MOST_LINK_BYTES = 65536;
async function leadsTo(folder) {
	const content = await readRegularFile(join(folder, ".git"), MOST_LINK_BYTES).catch(() => void 0);
	const [, path] = /^gitdir: ([^\r\n]+)/.exec(content?.toString() ?? "") ?? [];
	return path === void 0 ? void 0 : realpath(resolve(folder, path)).catch(() => void 0);
}
/** What a repository tracks, with all folders in which it does; nothing where git can't tell. */
async function readIndex(root) {
	const repository = [
		"-C",
		root,
		`--git-dir=${join(root, ".git")}`,
		`--work-tree=${root}`
	];
	const { exitCode, stdout } = await git([
		...repository,
		"ls-files",
		"-z",
		"--full-name"
	]);
	return withFolders(exitCode === 0 ? stdout.split("\0").filter((path) => path !== "") : []);
}
/** Removes what tests may have closed to all, if that can be. */
async function remove(path) {
	const options = {
		recursive: true,
		force: true
	};
	await rm(path, options).catch(async () => {
		await unlock(path);
		await rm(path, options).catch(() => void 0);
	});
}
/** Gives its owner back the right to change a folder and those in it. */
async function unlock(path) {
	if (!statsOf(path)?.isDirectory()) return;
	await chmod(path, 448).catch(() => void 0);
	const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
	for (const { name } of entries.filter((entry) => entry.isDirectory())) await unlock(join(path, name));
}
// src/pytest/paths.ts
const MAX_PATH = 1024;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const FOREIGN = /^(?:[A-Za-z]:[\\/]|[A-Za-z][A-Za-z0-9+.-]*:\/\/|<)/;
/**
* The repo path of a container path (a relative one starts at `workdir`), or undefined if it isn't in the repo or no
* decent path at all. Looks at no disk: whether the file exists is for the caller to check.
*/
function repoPath(path, mapping) {
	if (path === "" || path.length > MAX_PATH || UNPRINTABLE.test(path) || FOREIGN.test(path)) return void 0;
	const context = segments(mapping.context);
	const inside = pathBelow(mapping.workdir, path)?.split("/");
	if (!context || !inside || inside.includes("site-packages") || inside.includes("dist-packages")) return void 0;
	return [...context, ...inside].join("/");
}
/** A path below a folder, relative to it (as is one that is not absolute); undefined where it is the folder itself, or lies elsewhere. */
function pathBelow(folder, path) {
	const [from, to] = [segments(folder), segments(path.startsWith("/") ? path : `${folder}/${path}`)];
	if (!from || !to || to.length === from.length || from.some((name, index) => to[index] !== name)) return void 0;
	return to.slice(from.length).join("/");
}
/** An absolute path as one writes it in a folder; a path that is not absolute stays as it is. */
function pathFrom(folder, path) {
	const [from, to] = [segments(folder), segments(path)];
	if (!from || !to || !path.startsWith("/")) return path;
	let shared = 0;
	while (shared < from.length && from[shared] === to[shared]) shared++;
	return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/") || ".";
}
/** The names along a path with `.` and `..` worked out, undefined if it leaves where it starts. */
function segments(path) {
	const names = [];
	for (const name of path.split("/")) {
		if (name === ".." && names.pop() === void 0) return void 0;
		if (name !== "" && name !== "." && name !== "..") names.push(name);
	}
	return names;
}
// src/image/passwd.ts
/** A user database in which somebody comes first, and so has the number whoever else has it too. */
function passwdWith(person, own) {
	const lines = own.split("\n").filter((line) => line !== "");
	return [
		passwdLine(person),
		...lines,
		""
	].join("\n");
}
/** The line of a user database that tells who somebody is. */
function passwdLine({ name, uid, gid, home }) {
	return `${name}:x:${uid}:${gid}::${home}:/bin/bash`;
}
/** The first user in a database with a name, or a number that is written out; undefined where it has none. */
function findUser(nameOrNumber, passwd) {
	const isNumber = /^\d+$/.test(nameOrNumber);
	const [name = "", , uid = "", gid = "", , home = ""] = passwd.split("\n").map((line) => line.split(":")).find(([name, , uid]) => (isNumber ? uid : name) === nameOrNumber) ?? [];
	return name === "" ? void 0 : {
		name,
		uid: Number(uid),
		gid: Number(gid),
		home
	};
}
// src/pytest/tester.ts
/** Who runs the tests, where that is a number that an image may not know; undefined for a name, and for root. */
function strangerIn({ user, uid, gid }) {
	if (user === void 0) return uid === 0 ? void 0 : {
		uid,
		gid,
		isOwner: true
	};
	const [, number, group = ""] = /^(\d+)(?::(\d+))?/.exec(user) ?? [];
	if (number === void 0 || Number(number) === 0) return void 0;
	return {
		uid: Number(number),
		gid: Number(group),
		isOwner: false
	};
}
/** Whether somebody asked for root, who may not write into what is others' without a capability. */
function isRoot(user) {
	return /^(?:root|0+)(?::|$)/.test(user ?? "");
}
/**
* Who a stranger is in an image. Undefined where it knows their number and the number was asked for: then they are who it
* says. Only to whom the checkout belongs a home is given that lies on this machine, where it has to be removed at the end.
*/
function inhabitantOf({ uid, gid, isOwner }, { passwd }, { name, home }) {
	if (!isOwner && findUser(String(uid), passwd)) return void 0;
	return {
		name,
		uid,
		gid,
		home: isOwner ? home : "/tmp"
	};
}
/** Variables by which somebody finds the packages that an image's own user has installed, unless a variable says where they are. */
function packageVariables({ userBase }, ...others) {
	const isSet = others.some(({ PYTHONUSERBASE }) => PYTHONUSERBASE !== void 0);
	return userBase === void 0 || isSet ? {} : { PYTHONUSERBASE: userBase };
}
// src/pytest/workdir.ts
/** Variables by which an image names folders with packages: one, or several with `:` between them. */
const VARIABLES = [
	"VIRTUAL_ENV",
	"UV_PROJECT_ENVIRONMENT",
	"PATH",
	"PYTHONPATH"
];
/** Fails where an image has no working directory that the checkout could be mounted at. */
function requireWorkdir({ workdir }) {
	if (takesCheckout(workdir)) return;
	throw new UserError(sentence`The dev stage sets no working directory, where your files are mounted for the tests: add the line "WORKDIR /usr/src/app" to it, or set ${input("workdir")}.`);
}
function takesCheckout(workdir) {
	return workdir !== "" && workdir !== "/";
}
/**
* Folders that may have packages which the mounted checkout hides, such as .venv, each once and relative to the working
* directory: those that the image's own variables name. Some are the project's own, and some are nowhere: the image's files
* tell. The project's own modules, which PYTHONPATH may name, are in the checkout. Nothing is hidden where the checkout
* can't be mounted.
*/
function hiddenFolders({ workdir, environment }) {
	if (!takesCheckout(workdir)) return [];
	const folders = VARIABLES.flatMap((name) => {
		const hidden = (environment[name] ?? "").split(":").filter((path) => path !== "").flatMap((path) => pathBelow(workdir, path) ?? []).map((path) => path.replace(/\/(?:s?bin|\.bin)$/, ""));
		return name === "PYTHONPATH" ? hidden.filter((path) => path.includes("site-packages")) : hidden;
	});
	return [...new Set(folders)];
}
/** Folders of packages by their names alone, wherever they lie. */
const PACKAGES = [
	"site-packages",
	"dist-packages",
	"node_modules"
];
/** What is in a folder of packages: of Python's environments and Conda's, and the programs that packages bring. */
const MARKS = [
	"pyvenv.cfg",
	"conda-meta/history",
	"bin/python",
	"bin/pytest",
	"python",
	"pytest"
];
/**
* Paths of an image, one of which it has where it has packages in a folder below its working directory. The folder with the
* project's scripts, which may be on PATH too, has none of them.
*/
function marksOf(folder) {
	return PACKAGES.some((name) => folder.split("/").includes(name)) ? [folder] : MARKS.map((mark) => `${folder}/${mark}`);
}
/** Whether a file that begins so is run by a shell, as a project's own wrapper around Python or pytest is. */
function isShellScript(start) {
	return /^#!.*\b(?:ba|da|k|z)?sh\b/.test(start);
}
/**
* Volumes of an image that would lie over the mounted checkout, relative to the working directory. None of git's: a folder
* of the checkout that is mounted there could be written, and git runs what it finds in it.
*/
function volumesWithin({ workdir, config }) {
	const paths = Object.keys(config.Volumes ?? {}).filter(isMountable);
	return [...new Set(paths.flatMap((path) => pathBelow(workdir, path) ?? []))].filter((path) => !isGits(path));
}
/** Some file systems take names for the same that differ in case, or in characters without a width. */
function isGits(path) {
	return path.split("/").some((name) => name.replace(/[^\x20-\x7e]/g, "").toLowerCase() === ".git");
}
/**
* Fails where a hidden folder, by its path in the image, can't be kept visible. Where the checkout has a folder of that
* name too, a volume filled from the image can lie over it; making one would be a write to the checkout.
*/
function requireVisible(path, isInCheckout) {
	if (!isInCheckout) throw hiddenPackages(path);
	if (isMountable(path)) return;
	throw new UserError(`The dev image has its packages in ${quoted(path)}, where nothing can be mounted: a comma, a quote or a control character in a path could be read as more than a path. Install them in a folder with a plainer name.`);
}
/** That packages are in a folder of the image that the checkout hides, and the cure. */
function hiddenPackages(path) {
	return new UserError(sentence`${hiddenPackagesSentence(path)}.`);
}
/** The same without a full stop. */
function hiddenPackagesSentence(path) {
	return sentence`The dev image has its packages in ${plain(path)}, which the mounted ${words.checkout} hides: install them elsewhere, for uv with "ENV UV_PROJECT_ENVIRONMENT=/opt/venv" and "ENV PATH=/opt/venv/bin:$PATH" in the Dockerfile, or end the dev stage with another WORKDIR`;
}
// src/engine/steps/container.ts
/** Signals that tell this process to stop. */
const SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
/**
* Runs a container until it has ended, by itself or by the word to stop. `attach` starts docker with the container's
* name, and ends it when its signal says so. Resolves with docker's exit code, or null where a signal ended docker. The
* container may still be there: it is the caller's to remove, and no other removal is under way by then.
*/
async function runToEnd(name, attach, { signal, isInterruptible, graceSeconds }) {
	const client = new AbortController();
	const run = {
		name,
		hasEnded: false
	};
	let removing = Promise.resolve();
	const remove = () => {
		client.abort();
		removing = removing.then(() => removeContainers([name]));
		return removing;
	};
	const stop = async () => {
		if (signal.reason === "SIGINT" && isInterruptible) {
			for (const another of SIGNALS) process.once(another, remove);
			if (await interrupt(name)) return;
		}
		await (graceSeconds === void 0 ? remove() : stopInTime(run, signal.reason, graceSeconds));
	};
	let stopping;
	const onStop = () => {
		stopping = stop();
	};
	if (signal.aborted) client.abort();
	signal.addEventListener("abort", onStop, { once: true });
	try {
		return await attach(client.signal);
	} finally {
		run.hasEnded = true;
		signal.removeEventListener("abort", onStop);
		for (const another of SIGNALS) process.off(another, remove);
		await stopping;
		await removing;
	}
}
/** Removes containers, by names or IDs, with their volumes, whatever state they are in; those that are not there are passed over. */
async function removeContainers(names) {
	if (names.length > 0) await docker([
		"rm",
		"--force",
		"--volumes",
		...names
	]);
}
/** Whether the command could be told: it may not have begun yet. */
async function interrupt(name) {
	const { exitCode } = await docker([
		"kill",
		"--signal",
		"SIGINT",
		name
	]);
	return exitCode === 0;
}
async function stopInTime(run, signal, seconds) {
	const args = [
		"stop",
		"--signal",
		signal,
		"-t",
		String(seconds),
		run.name
	];
	while (!run.hasEnded) {
		await docker(args);
		await setTimeout$1(100);
	}
}
// src/pytest/environment.ts
/**
* Splits an environment by how docker can be told it without showing values in its arguments: a file with one
* `NAME=value` a line, and variables of docker's own environment for values that don't fit on a line.
*/
function splitForDocker(environment) {
	const inherited = {};
	let file = "";
	for (const [name, value] of Object.entries(environment)) if (fitsOnLine(value)) file += `${name}=${value}\n`;
	else inherited[name] = value;
	return {
		file,
		inherited
	};
}
/** By which pytest is told to load no plugin but those that are named. */
const NO_AUTOLOAD = "PYTEST_DISABLE_PLUGIN_AUTOLOAD";
/**
* The environment of the tests: the user's variables over defaults that make a stranger feel at home and output live, and
* the reporting plugin put before what the image or the user loads already. Only where nobody looks on do programs learn
* that they are in a job.
*/
function containerEnvironment(users, images, folders, { isReadOnly, somebody, terminal, shard } = { isReadOnly: false }) {
	const before = (value, separator, name) => [value, users[name] ?? images[name]].filter((part) => part !== void 0 && part !== "").join(separator);
	return {
		...somebody ? {
			HOME: somebody.home,
			USER: somebody.name,
			LOGNAME: somebody.name,
			...somebody.packages
		} : {},
		PYTHONUNBUFFERED: "1",
		...terminal ?? { PY_COLORS: images.PY_COLORS ?? "1" },
		...isReadOnly ? { PYTHONDONTWRITEBYTECODE: "1" } : {},
		...users,
		...isReadOnly ? { PYTEST_ADDOPTS: before("-p no:cacheprovider", " ", "PYTEST_ADDOPTS") } : {},
		...terminal ? {} : { CI: "true" },
		PYTHONPATH: before(folders.plugin, ":", "PYTHONPATH"),
		...users[NO_AUTOLOAD] ?? images[NO_AUTOLOAD] ? { PYTEST_PLUGINS: before("dev_in_docker_report", ",", "PYTEST_PLUGINS") } : {},
		DEV_IN_DOCKER_RESULTS: `${folders.results}/results.jsonl`,
		...shard ? { DEV_IN_DOCKER_SHARD: `${shard.index}/${shard.total}` } : {}
	};
}
// src/pytest/results.ts
/** Our names for the words of pytest's last line. */
const WORDS$1 = {
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
const COUNT_NAMES = Object.keys(WORDS$1).filter((name) => Object.hasOwn(WORDS$1, name));
/** All of them together. */
function sumOf(all) {
	const counts = noCounts();
	for (const one of all) for (const name of COUNT_NAMES) counts[name] += one[name];
	return counts;
}
/** Tests that ran or were skipped; what could not be collected is one, too. */
function totalOf({ failed, passed, skipped, xfailed, xpassed, errors }) {
	return failed + passed + skipped + xfailed + xpassed + errors;
}
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
// src/pytest/facts.ts
/** Whether it was pytest that ran: only then is an exit code its own. */
function hasPytest({ results, sign }) {
	return results.pytest !== void 0 || sign !== void 0;
}
/** What one can ask pytest for besides a run. */
const QUESTIONS = [
	"-h",
	"--help",
	"-V",
	"-VV",
	"--version",
	"--markers",
	"--cache-show"
];
/** Whether pytest looked for tests, or answered what it was asked besides. */
function didItsWork({ results, sign, command }) {
	if (results.hasRun || sign === "run") return true;
	return hasPytest({
		results,
		sign
	}) && command.some((word) => QUESTIONS.includes(word));
}
/**
* Whether the tests make the step fail: pytest's exit code decides, but without pytest there is none; and a run that never
* came to its end is no success, nor is one in which tests failed, or in which something hides that pytest went wrong.
*/
function hasFailed(tests) {
	if (tests.exitCode !== 0 || !didItsWork(tests)) return true;
	return tests.wanted !== void 0 || endedEarly(tests) || hasFailures(tests) || hiddenStatus(tests) !== void 0;
}
function hasFailures({ results }) {
	return results.counts.failed + results.counts.errors > 0;
}
/** Whether something ended the interpreter with exit code 0 before pytest was done. */
function endedEarly({ exitCode, results, sign, command }) {
	if (results.pytest !== void 0) return exitCode === 0 && results.exitStatus === void 0;
	return exitCode === 0 && sign === "begun" && !command.some((word) => QUESTIONS.includes(word));
}
/** The status that pytest meant where the exit code is 0 all the same; whoever lets an empty suite pass hides nothing. */
function hiddenStatus({ exitCode, results }) {
	const { exitStatus } = results;
	return exitCode === 0 && exitStatus !== 0 && exitStatus !== 5 ? exitStatus : void 0;
}
/**
* Whether a run went through all of its tests, red or green, so that it can be compared with others. An exit code of 1 does
* not say so: whoever ends the interpreter may choose it, and a program around pytest may have it for everything.
*/
function wentThrough(tests) {
	const { exitCode, results } = tests;
	return (exitCode === 0 || exitCode === 1) && (results.exitStatus === 0 || results.exitStatus === 1) && hiddenStatus(tests) === void 0;
}
/** Whether a run's output says what no number does: what went wrong, or the help or list that pytest was asked for. */
function isTelling(tests) {
	return hasFailed(tests) || totalOf(tests.results.counts) === 0;
}
// src/pytest/sessions.ts
/** No test may be hidden by these: all went well, or there was none. */
const HARMLESS = [0, 5];
/**
* The exit status of them all: that of one that went wrong, where there is any. Undefined where the last one did not
* live to tell it, or one before that was running tests; who only failed to start one, and then started another, knows it.
*/
function statusOfAll(sessions) {
	const last = sessions.at(-1);
	if (sessions.some((session) => session.status === void 0 && (session.hasRun || session === last))) return void 0;
	const statuses = sessions.map(statusOf).filter((status) => status !== void 0);
	return statuses.findLast((status) => !HARMLESS.includes(status)) ?? statuses.findLast((status) => status !== 0) ?? statuses[0];
}
/** A session that was red by nothing but what passed when it was repeated was as good as green. */
function statusOf({ status, failures, hadFailures }) {
	return status === 1 && hadFailures && failures.size === 0 ? 0 : status;
}
/** What failed in some sessions and may be repeated by one that begins in the same folder: by the names of tests. */
function failuresToRepeat(sessions, rootdir) {
	const failures = sessions.filter((session) => session.rootdir === rootdir).flatMap((session) => [...session.failures]);
	return Map.groupBy(failures, ({ nodeId }) => nodeId);
}
/** Takes failures back, and returns in how many sessions they were. */
function takeBack(sessions, failures) {
	const concerned = sessions.filter((session) => failures.some((failure) => session.failures.has(failure)));
	for (const session of concerned) for (const failure of failures) session.failures.delete(failure);
	return concerned.length;
}
// src/pytest/read-results.ts
const MAX_LINE = 25e4;
const MAX_ID = 2e3;
const MAX_MESSAGE = 4e3;
const MAX_TRACEBACK = 2e4;
const MAX_FAILURES = 5e3;
const MAX_SLOWEST = 50;
/** Stands for all failures that were too many to keep; no test has its name, so none takes it back. */
const FORGOTTEN = {
	nodeId: "",
	phase: "call",
	message: "",
	traceback: ""
};
/** Of flaky tests, of reasons, of warnings. */
const MAX_LISTED = 200;
const MAX_REASON = 500;
const MAX_COUNT = 1e9;
const MAX_LINE_NUMBER = 1e6;
/** Sums of it stay numbers. */
const MAX_SECONDS = 1e9;
/**
* Reads the text of a results file, of a run that took so many seconds; what is broken, unknown or out of bounds in it is
* left out. Never throws.
*/
function readResults(text, mostSeconds = MAX_SECONDS) {
	const reading = {
		mostSeconds,
		sessions: [],
		toRepeat: /* @__PURE__ */ new Map(),
		hasRun: false,
		earlier: noCounts(),
		counted: noCounts(),
		told: void 0,
		failures: [],
		flaky: [],
		timings: /* @__PURE__ */ new Map(),
		passed: /* @__PURE__ */ new Set(),
		testSeconds: 0,
		underWay: /* @__PURE__ */ new Set(),
		begun: /* @__PURE__ */ new Set(),
		outcomes: /* @__PURE__ */ new Map(),
		whys: /* @__PURE__ */ new Map(),
		repeated: /* @__PURE__ */ new Map(),
		reasons: /* @__PURE__ */ new Map(),
		warnings: /* @__PURE__ */ new Map()
	};
	for (const line of text.split("\n")) {
		const event = parseEvent(line);
		const read = READERS.get(event?.event);
		if (event && read) read(reading, event);
	}
	return results(reading);
}
function parseEvent(line) {
	if (!line.startsWith("{") || line.length > MAX_LINE) return void 0;
	try {
		const value = JSON.parse(line);
		return isEvent(value) ? value : void 0;
	} catch {
		return;
	}
}
const READERS = /* @__PURE__ */ new Map([
	["session", readSession],
	["run", readRun],
	["started", readStarted],
	["report", readReport],
	["finished", readFinished],
	["shard", readShard$1],
	["deselected", readDeselected],
	["warning", readWarning],
	["stopped", readStopped],
	["end", readEnd]
]);
function readSession(reading, event) {
	reading.earlier = sumOf([reading.earlier, reading.told ?? reading.counted]);
	reading.counted = noCounts();
	reading.told = void 0;
	reading.repeated.clear();
	reading.toRepeat.clear();
	reading.sessions.push({
		hasRun: false,
		failures: /* @__PURE__ */ new Set(),
		hadFailures: false
	});
	const pytest = string(event.pytest, 50);
	const python = string(event.python, 50);
	if (pytest) reading.pytest = pytest;
	if (python) reading.python = python;
	if (event.known === false) reading.isUnknown = true;
}
/** The session has begun to collect tests. */
function readRun(reading, event) {
	const rootdir = string(event.rootdir, MAX_ID);
	if (event.repeats === true) reading.toRepeat = failuresToRepeat(reading.sessions, rootdir);
	const session = sessionOf(reading);
	session.hasRun = true;
	reading.hasRun = true;
	if (event.remembers === true) reading.remembers = true;
	if (!rootdir) return;
	session.rootdir = rootdir;
	reading.rootdir = rootdir;
}
/** The present session; of one that did not say that it began, the first that it says. */
function sessionOf(reading) {
	const last = reading.sessions.at(-1);
	if (last) return last;
	const session = {
		hasRun: false,
		failures: /* @__PURE__ */ new Set(),
		hadFailures: false
	};
	reading.sessions.push(session);
	return session;
}
/** The session runs the tests of a shard alone. */
function readShard$1(reading, event) {
	const kept = integer(event.kept, MAX_COUNT);
	if (kept !== void 0) sessionOf(reading).inShard = kept;
}
function readStarted(reading, event) {
	const nodeId = string(event.test, MAX_ID);
	if (!nodeId) return;
	reading.underWay.delete(nodeId);
	reading.underWay.add(nodeId);
	reading.begun.add(nodeId);
}
function readReport(reading, event) {
	const nodeId = string(event.test, MAX_ID);
	const name = countedAs(event);
	if (!nodeId || !name) return;
	reading.counted[name] += 1;
	if (name === "reruns") addAttempt(reading, nodeId, event);
	if (name === "failed" || name === "errors") addFailure(reading, nodeId, event);
	if (name === "skipped" || name === "xfailed" || name === "xpassed") addReason(reading, nodeId, name, event);
	if (event.phase !== "collect") addOutcome(reading, nodeId, OUTCOMES.get(name));
	if (event.phase === "???") reading.underWay.delete(nodeId);
}
/** The outcomes that a count stands for; the later one counts more where a test has several. */
const OUTCOMES = /* @__PURE__ */ new Map([
	["passed", "passed"],
	["skipped", "skipped"],
	["xfailed", "xfailed"],
	["xpassed", "xpassed"],
	["errors", "error"],
	["failed", "failed"]
]);
const WEIGHTS = new Map([...OUTCOMES.values()].map((outcome, weight) => [outcome, weight]));
/** What became of a test counts more than what it was before it began, and what is worse more than the rest of it. */
function addOutcome({ begun, outcomes }, nodeId, outcome) {
	if (outcome === void 0) return;
	const known = begun.delete(nodeId) ? void 0 : outcomes.get(nodeId);
	if (known === void 0 || (WEIGHTS.get(outcome) ?? 0) > (WEIGHTS.get(known) ?? 0)) outcomes.set(nodeId, outcome);
}
/** The count that a report belongs to, by pytest's rules. (A test that simply passed says so when it is finished.) */
function countedAs({ outcome, phase, xfail, subtest }) {
	if (outcome === "rerun") return "reruns";
	if (outcome === "failed") return phase === "call" || phase === "???" ? "failed" : "errors";
	const isSubtest = typeof subtest === "string";
	const isExpectedToFail = typeof xfail === "string";
	if (isSubtest && (isExpectedToFail || outcome === "skipped")) return void 0;
	if (outcome === "skipped") return isExpectedToFail ? "xfailed" : "skipped";
	if (outcome !== "passed") return void 0;
	if (isExpectedToFail) return "xpassed";
	return phase === "call" && !isSubtest ? "passed" : void 0;
}
function addFailure(reading, nodeId, event) {
	const subtest = string(event.subtest, 500);
	const message = string(event.message, MAX_MESSAGE) ?? "";
	const seconds = duration(event.seconds, reading);
	const failure = {
		nodeId,
		phase: phaseOf(event.phase),
		message: subtest ? `[${subtest}] ${message}`.slice(0, MAX_MESSAGE) : message,
		traceback: string(event.traceback, MAX_TRACEBACK) ?? "",
		...placeIn$1(event),
		...seconds === void 0 ? {} : { seconds }
	};
	const session = sessionOf(reading);
	const isKept = reading.failures.length < MAX_FAILURES;
	if (isKept) reading.failures.push(failure);
	session.failures.add(isKept ? failure : FORGOTTEN);
	session.hadFailures = true;
}
function placeIn$1(event) {
	const path = string(event.path, MAX_ID);
	const line = integer(event.line, MAX_LINE_NUMBER);
	return {
		...path ? { path } : {},
		...path && line ? { line } : {}
	};
}
function addReason(reading, nodeId, outcome, event) {
	const reason = string(outcome === "skipped" ? event.reason : event.xfail, MAX_REASON) ?? "";
	if (reason !== "" && event.phase !== "collect") reading.whys.set(nodeId, reason);
	const key = `${outcome} ${reason}`;
	const known = reading.reasons.get(key);
	if (known) known.count += 1;
	else reading.reasons.set(key, {
		outcome,
		reason,
		count: 1
	});
}
function addAttempt(reading, nodeId, event) {
	forgetFailedSubtests(reading, nodeId);
	reading.begun.add(nodeId);
	const reruns = (reading.repeated.get(nodeId)?.reruns ?? 0) + 1;
	reading.repeated.set(nodeId, {
		nodeId,
		reruns,
		message: string(event.message, MAX_MESSAGE) ?? ""
	});
}
/** pytest-rerunfailures takes back the subtests that failed in an attempt which is repeated. */
function forgetFailedSubtests(reading, nodeId) {
	let last = reading.failures.at(-1);
	while (last && last.nodeId === nodeId && last.phase === "call") {
		reading.failures.pop();
		sessionOf(reading).failures.delete(last);
		reading.counted.failed = Math.max(0, reading.counted.failed - 1);
		last = reading.failures.at(-1);
	}
}
function readFinished(reading, event) {
	const nodeId = string(event.test, MAX_ID);
	if (!nodeId) return;
	reading.underWay.delete(nodeId);
	if (event.passed === true) {
		reading.counted.passed += 1;
		reading.passed.add(nodeId);
		addOutcome(reading, nodeId, "passed");
	}
	const timing = {
		nodeId,
		setup: duration(event.setup, reading) ?? 0,
		call: duration(event.call, reading) ?? 0,
		teardown: duration(event.teardown, reading) ?? 0
	};
	reading.timings.set(nodeId, timing);
	reading.testSeconds += secondsOf(timing);
	if (event.passed !== true) return;
	const flaky = reading.repeated.get(nodeId) ?? passedWhenRepeated(reading, nodeId);
	reading.repeated.delete(nodeId);
	if (flaky && reading.flaky.length < MAX_LISTED) reading.flaky.push(flaky);
}
/** A test that failed in an earlier session, and that pytest was told to repeat (--last-failed). */
function passedWhenRepeated(reading, nodeId) {
	const failures = reading.toRepeat.get(nodeId);
	const last = failures?.at(-1);
	if (!failures || !last) return void 0;
	reading.toRepeat.delete(nodeId);
	const reruns = takeBack(reading.sessions, failures);
	reading.failures = reading.failures.filter((failure) => !failures.includes(failure));
	for (const { phase } of failures) {
		const name = phase === "call" ? "failed" : "errors";
		reading.earlier[name] = Math.max(0, reading.earlier[name] - 1);
	}
	return {
		nodeId,
		reruns,
		message: last.message
	};
}
/** The plugin tells a warning once at first, and at its end how often it was. */
function readWarning(reading, event) {
	const category = string(event.category, MAX_REASON);
	const message = string(event.message, MAX_REASON);
	const count = integer(event.count, MAX_COUNT);
	if (!category || message === void 0 || !count) return;
	const place = placeIn$1(event);
	const key = JSON.stringify([
		category,
		message,
		place
	]);
	const earlier = reading.warnings.get(key)?.count ?? 0;
	reading.counted.warnings += Math.max(0, count - earlier);
	reading.warnings.set(key, {
		category,
		message,
		...place,
		count: Math.max(count, earlier)
	});
}
function readDeselected(reading, event) {
	reading.counted.deselected += integer(event.count, MAX_COUNT) ?? 0;
}
function readStopped(reading, event) {
	const message = string(event.message, MAX_MESSAGE);
	if (message) reading.stopped = message;
}
/** A session may say it twice: other plugins can change their mind. */
function readEnd(reading, event) {
	const status = integer(event.status, 255);
	if (status !== void 0) sessionOf(reading).status = status;
	if (isEvent(event.counts)) reading.told = toldCounts(event.counts);
}
function toldCounts(told) {
	const words = new Map(Object.entries(told));
	const counts = noCounts();
	for (const name of COUNT_NAMES) counts[name] = integer(words.get(WORDS$1[name]), MAX_COUNT) ?? 0;
	return counts;
}
function results(reading) {
	const { earlier, counted, told, passed, underWay, begun: _, sessions, ...others } = reading;
	const { repeated: __, toRepeat: ___, mostSeconds: ____, ...rest } = others;
	const exitStatus = statusOfAll(sessions);
	const lastStarted = [...underWay].at(-1);
	const failed = new Set(rest.failures.map(({ nodeId }) => nodeId));
	const all = [...rest.timings.values()];
	return {
		...rest,
		...exitStatus === void 0 ? {} : { exitStatus },
		counts: sumOf([earlier, told ?? counted]),
		...inShardOf(sessions),
		isCounted: rest.hasRun && (!rest.isUnknown || told !== void 0),
		ran: all.filter(({ nodeId }) => passed.has(nodeId) || failed.has(nodeId)).map((test) => ({
			...test,
			isFailed: failed.has(test.nodeId)
		})),
		slowest: all.sort((a, b) => secondsOf(b) - secondsOf(a)).slice(0, MAX_SLOWEST),
		reasons: mostFrequent(rest.reasons),
		warnings: mostFrequent(rest.warnings),
		...lastStarted === void 0 ? {} : { lastStarted }
	};
}
function inShardOf(sessions) {
	const ran = sessions.filter(({ hasRun }) => hasRun);
	return ran.length > 0 && ran.every(({ inShard }) => inShard !== void 0) ? { inShard: ran.reduce((all, { inShard = 0 }) => all + inShard, 0) } : {};
}
function mostFrequent(items) {
	return [...items.values()].sort((a, b) => b.count - a.count).slice(0, MAX_LISTED);
}
function phaseOf(value) {
	return value === "collect" || value === "setup" || value === "teardown" ? value : "call";
}
function isEvent(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function string(value, limit) {
	return typeof value === "string" ? value.slice(0, limit) : void 0;
}
function integer(value, limit) {
	return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= limit ? value : void 0;
}
function duration(value, { mostSeconds }) {
	return typeof value === "number" && value >= 0 && value <= mostSeconds ? value : void 0;
}
// src/pytest/signs.ts
/** From the weakest on. */
const STRENGTH = [
	void 0,
	"word",
	"begun",
	"run"
];
const HEADERS = [
	/^=+ test session starts =+$/i,
	/^platform \S+ -- Python \S+, pytest-\d/,
	/^test session starts \(platform: /i
];
/** All that it shows with -qq: how far it has come, and what went wrong. */
const PROGRESS = /^[.FEsxXR,u-]+ +\[ *(?:(?<percent>\d+)%|(?<done>\d+)\/(?<all>\d+))\]$/;
const HEADINGS = /^=+ (?:ERRORS|FAILURES|short test summary info) =+$/;
/** pytest-sugar and pytest-pretty have the numbers on lines of their own, below this one. */
const RESULTS$1 = /^Results \(\d+(?:\.\d+)?s\):$/;
/** Its version, and how it is called: pytest shows that with its help, and where it does not know an option. */
const WORDS = [/^pytest \d+(?:\.\d+)+\S*$/, /^(?:ERROR: )?usage: .{0,200}\[file_or_dir\]/];
const DURATION = / in \d+(?:\.\d+)?(?:s| seconds)(?: \(\d+:\d\d:\d\d\))?$/;
const NUMBER = /^(?:\d+|no|\d+\/\d+) (?:failed|passed|skipped|deselected|xfailed|xpassed|errors?|tests? ran|tests? collected)\b/;
/** Longer lines are none of these. */
const MOST_CHARACTERS = 500;
/** What a line is a sign of; undefined for any other line. */
function signIn(line) {
	if (line.length > MOST_CHARACTERS) return void 0;
	const text = plain(line).trim();
	if (isClosing(text) || isLastProgress(text) || RESULTS$1.test(text)) return "run";
	if ([
		...HEADERS,
		PROGRESS,
		HEADINGS
	].some((line) => line.test(text))) return "begun";
	return WORDS.some((word) => word.test(text)) ? "word" : void 0;
}
function isLastProgress(text) {
	const { percent, done, all } = PROGRESS.exec(text)?.groups ?? {};
	return percent === "100" || done !== void 0 && done === all;
}
/** `== 1 failed, 2 passed in 0.12s ==`; with -q without the rule around it. */
function isClosing(text) {
	const told = text.replace(/^=+ | =+$/g, "");
	return DURATION.test(told) && told.replace(DURATION, "").split(", ").some((part) => NUMBER.test(part));
}
/** Looks for signs in an output as it comes, and keeps the strongest. */
function watchForSigns() {
	let found;
	let begun = "";
	const look = (line) => {
		const sign = signIn(line);
		if (STRENGTH.indexOf(sign) > STRENGTH.indexOf(found)) found = sign;
	};
	return {
		read(chunk) {
			if (found === "run") return;
			const lines = (begun + chunk).split("\n");
			begun = (lines.pop() ?? "").slice(-1e3);
			for (const line of lines) look(line);
		},
		found() {
			if (found !== "run") look(begun);
			return found;
		}
	};
}
/** That there is no sign of pytest so far, and who has its command. */
function silentSentence(command, entrypoint, isGivenUp) {
	const so = isGivenUp ? "The tests are started once more, without it." : sentence`It has to end in exec "$@"; to start the tests without it, ${words.noEntrypoint}.`;
	return sentence`There is no sign of pytest after ${30} s: the image's ENTRYPOINT ${quoted(commandLine(entrypoint))} has ${quoted(commandLine(command))} as its arguments, and may do something else with them. ${so}`;
}
// src/host/steps/hash.ts
/** SHA-256 of a text or of bytes, hexadecimal. */
function sha256(data) {
	return createHash("sha256").update(data).digest("hex");
}
/** A stream that changes nothing, and the digest (`sha256:…`) of what went through it, once it has ended. */
function digestingStream() {
	const hash = createHash("sha256");
	return {
		stream: new Transform({ transform(chunk, _, done) {
			hash.update(chunk);
			done(null, chunk);
		} }),
		digest: () => `sha256:${hash.digest("hex")}`
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
// src/pytest/shard.ts
/** A split by the number of tests. */
function byNumber(why) {
	return {
		by: { count: why },
		times: "",
		file: "{}"
	};
}
/** A split by what tests took in the baseline; `text` is what the baseline was read from. */
function byTimes(baseline, text, hash) {
	if (!baseline || baseline.tests.size === 0) return byNumber("it is not known yet how long they take");
	const times = [...baseline.tests].map(([name, { seconds }]) => [name, Math.round(seconds * 1e3)]);
	return {
		by: "times",
		times: hash(text),
		file: JSON.stringify(Object.fromEntries(times))
	};
}
const MOST_TESTS = 2e5;
const MOST_NAME = 2e3;
/** Reads the names of the suite's tests from the lines that the plugin wrote, sorted, each once; what is broken is left out. */
function readSuite(text) {
	const names = /* @__PURE__ */ new Set();
	for (const line of text.split("\n")) {
		const told = line.length > 3 * MOST_NAME ? void 0 : parseJson(line);
		const name = Array.isArray(told) ? told[1] : void 0;
		if (typeof name === "string" && name.length <= MOST_NAME && !name.includes("\n") && names.size < MOST_TESTS) names.add(name);
	}
	return [...names].sort();
}
// src/pytest/steps/untrusted.ts
/** The report is of people's size, and test code writes the file: beyond this, only the end of it is read. */
const MAX_START_BYTES = 67108864;
/** Where a run of very many tests says how it ended. */
const MAX_END_BYTES = 65536;
/**
* Reads the lines of a file that test code could write: '' where there is none, or something else than a plain file
* with this one name. Of a file above 64 MiB it returns the first 64 MiB and the last 64 KiB, on lines of their own.
* Neither waits nor follows links; fails only where the disk does.
*/
async function readUntrusted(path) {
	const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
	const file = await open(path, flags).catch(() => void 0);
	if (!file) return "";
	try {
		const facts = await file.stat();
		if (!facts.isFile() || facts.nlink !== 1) return "";
		const start = await readPart(file, 0, Math.min(facts.size, MAX_START_BYTES));
		const beyond = Math.min(facts.size - MAX_START_BYTES, MAX_END_BYTES);
		if (beyond <= 0) return start;
		return `${start}\n${await readPart(file, facts.size - beyond, beyond)}`;
	} finally {
		await file.close();
	}
}
/** Reads so many bytes, fewer where the file has shrunk. */
async function readPart(file, position, length) {
	const buffer = Buffer.alloc(length);
	let filled = 0;
	while (filled < length) {
		const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
		if (bytesRead === 0) break;
		filled += bytesRead;
	}
	return buffer.toString("utf8", 0, filled);
}
// src/pytest/steps/shard.ts
/** What became of the shard that was to be run, by what the plugin left in its folder; nothing where none was. */
async function readShard({ shard, split = byNumber("") }, { inShard }, folder) {
	if (!shard) return {};
	if (inShard === void 0) return { wanted: shard };
	const suite = readSuite(await readUntrusted(join(folder, "suite.jsonl")));
	const { by, times } = split;
	return { shard: {
		facts: {
			...shard,
			by,
			times,
			kept: inShard,
			collected: suite.length,
			suite: sha256(suite.map((name) => `${name}\n`).join(""))
		},
		suite
	} };
}
// src/pytest/steps/tester.ts
/** The home of the tests in their container. */
const HOME = "/opt/dev-in-docker/home";
/** Makes whoever runs the tests known in an image, and gives them a home in a folder on this machine. */
async function settle(plan, images, traits, { folder, reader }) {
	const stranger = strangerIn(plan);
	const name = reader === "runner" ? "runner" : userNameOf(readPerson().name);
	const somebody = stranger && inhabitantOf(stranger, traits, {
		name,
		home: "/opt/dev-in-docker/home"
	});
	if (!somebody) return { mounts: [] };
	const mounts = [];
	const database = await writeDatabase(folder, somebody, traits);
	if (database !== void 0) mounts.push({
		source: database,
		target: "/etc/passwd",
		isReadOnly: true
	});
	if (somebody.home === "/opt/dev-in-docker/home") mounts.push({
		source: await makeHome(folder),
		target: HOME
	});
	return {
		mounts,
		somebody: {
			...somebody,
			packages: packageVariables(traits, images, plan.environment)
		}
	};
}
async function makeHome(folder) {
	const home = join(folder, "home");
	await mkdir(home);
	await chmod(home, 511);
	return home;
}
/** Writes a user database that knows somebody into a folder, and returns its path; undefined where the image has none to begin with. */
async function writeDatabase(folder, somebody, { passwd }) {
	if (passwd === "") return void 0;
	const file = join(folder, "passwd");
	await writeFile(file, passwdWith(somebody, passwd), { mode: 420 });
	return file;
}
// src/pytest/steps/container.ts
/** Exit code of what SIGKILL has ended. */
const KILLED = 137;
/** Exit codes with which docker says that it could not start a container; commands may end with them too. */
const UNSTARTED = [
	125,
	126,
	127
];
/** Where the container finds what is ours. */
const PLUGIN = "/opt/dev-in-docker/plugin";
const RESULTS = "/opt/dev-in-docker/results";
/** Runs the tests in a container of their own, which is removed at the end. Red tests are a value. */
async function runContainer(plan, tests, run) {
	const { container, inherited, results: folder } = await prepare(plan, tests, run);
	const report = join(folder, "results.jsonl");
	const entrypoint = plan.isBare ? [] : tests.entrypoint;
	const timeout = plan.timeoutSeconds === void 0 ? void 0 : AbortSignal.timeout(plan.timeoutSeconds * 1e3);
	const silence = new AbortController();
	const signal = AbortSignal.any([
		run.signal,
		silence.signal,
		...timeout ? [timeout] : []
	]);
	const onSilence = () => {
		const told = silentSentence(plan.command, entrypoint, tests.isTrial === true);
		say(run, render(told, run.reader === "runner" ? "job" : "person"));
		if (tests.isTrial) silence.abort();
	};
	const isOver = () => timeout?.aborted === true && !run.signal.aborted;
	return withForeignLog(run, async (log) => {
		const signs = watchForSigns();
		const hears = {
			signs,
			hasReport: () => isWritten(report),
			reader: run.reader
		};
		const clock = entrypoint.length > 0 ? whenSilent(container.name, hears, onSilence) : void 0;
		const [ended, seconds] = await timed(() => follow$1(container.name, runArguments(plan, container), {
			...hears,
			log,
			signal,
			inherited
		}));
		clearTimeout(clock);
		const results = readResults(await readUntrusted(report), seconds);
		return {
			...ended,
			results,
			...await readShard(plan, results, folder),
			sign: signs.found(),
			command: plan.command,
			entrypoint,
			seconds,
			...isOver() && plan.timeoutSeconds !== void 0 ? { stoppedAfter: plan.timeoutSeconds } : {}
		};
	}, isTelling);
}
/** Makes what a container finds of ours, and says in which folder its results will be. */
async function prepare(plan, { environment: images, traits, isTrial: _, ...base }, run) {
	const folder = await mkdtemp(join(run.temp, "container-"));
	const results = join(folder, "results");
	await mkdir(results);
	await chmod(results, 511);
	const plugin = join(folder, "plugin");
	await cp(fileURLToPath(new URL("./pytest", import.meta.url)), plugin, { recursive: true });
	if (plan.split) await writeFile(join(plugin, "times.json"), plan.split.file);
	const { mounts: own, ...who } = traits ? await settle(plan, images, traits, {
		...run,
		folder
	}) : { mounts: [] };
	const { file, inherited } = splitForDocker(containerEnvironment(plan.environment, images, {
		plugin: PLUGIN,
		results: RESULTS
	}, {
		isReadOnly: plan.isReadOnly,
		...who,
		...terminalOf(run),
		...plan.shard ? { shard: plan.shard } : {}
	}));
	const environmentFile = join(folder, "environment");
	await writeFile(environmentFile, file, { mode: 384 });
	return {
		container: {
			...base,
			name: ownName(run.id),
			label: ownLabel(run.id),
			mounts: [
				...base.mounts,
				{
					source: plugin,
					target: PLUGIN,
					isReadOnly: true
				},
				{
					source: results,
					target: RESULTS
				},
				...own
			],
			options: [
				...base.user !== void 0 && isRoot(plan.user) ? WRITING : [],
				...hiddenEnvironment(environmentFile, inherited),
				...run.reader === "terminal" ? attachArguments(true) : []
			],
			isLockedDown: true
		},
		inherited,
		results
	};
}
/** What the terminal can show of the person who sees the tests run; nothing in a job. */
function terminalOf({ reader }) {
	if (reader === "runner") return {};
	const { TZ: _, ...terminal } = readPerson().terminal;
	return { terminal };
}
/** Calls back where there is no sign of pytest after a while. */
function whenSilent(name, { signs, hasReport, reader }, onSilence) {
	return setTimeout(async () => {
		if (await hasReport()) return;
		if (reader === "terminal") signs.read(await loggedBy(name));
		if (signs.found() === void 0) onSilence();
	}, 3e4);
}
async function isWritten(file) {
	return ((await stat(file).catch(() => void 0))?.size ?? 0) > 0;
}
/** Runs a container to its end, and removes it. */
async function follow$1(name, args, { log, signs, hasReport, signal, inherited, reader }) {
	let lastWords = "";
	const onStdout = (chunk) => {
		signs.read(chunk);
		log(chunk);
	};
	const onStderr = (chunk) => {
		lastWords = (lastWords + chunk).slice(-2e3);
		onStdout(chunk);
	};
	const attach = (signal) => reader === "terminal" ? attachDocker(args, signal, { environment: inherited }) : followDocker(args, {
		onStdout,
		onStderr,
		signal
	}, {
		environment: inherited,
		isApart: reader !== "runner"
	});
	try {
		const exitCode = await runToEnd(name, attach, {
			signal,
			isInterruptible: true
		});
		if (reader === "terminal" && !await hasReport()) {
			lastWords = await loggedBy(name);
			signs.read(lastWords);
		}
		const isKilled = exitCode === KILLED && !signal.aborted;
		const isDoubtful = exitCode !== null && UNSTARTED.includes(exitCode);
		return {
			exitCode,
			lastWords: lastWords.trim(),
			...isKilled ? { isOutOfMemory: await wasOutOfMemory(name) } : {},
			...isDoubtful ? { isUnstarted: await wasNeverStarted(name) } : {}
		};
	} finally {
		await removeContainers([name]);
	}
}
/** The end of what a container wrote, as far as the engine keeps it: a terminal shows it to a person alone. */
async function loggedBy(name) {
	const { stdout, stderr } = await docker([
		"logs",
		"--tail",
		"1000",
		name
	]);
	return (stdout + stderr).slice(-65536);
}
async function wasOutOfMemory(name) {
	return (await docker([
		"container",
		"inspect",
		"--format",
		"{{.State.OOMKilled}}",
		name
	])).stdout.trim() === "true";
}
/** Whether the engine says so: of a container that it could not even make, it knows nothing. */
async function wasNeverStarted(name) {
	const answer = await docker([
		"container",
		"inspect",
		"--format",
		"{{.State.StartedAt}}",
		name
	]);
	return answer.exitCode === 0 ? answer.stdout.startsWith("0001-") : /no such container/i.test(answer.stderr);
}
// src/checkout/steps/git-data.ts
/** What git itself, and those who set it up, call files that credentials are kept in. */
const SETTINGS = /^(?:config(?:\.worktree)?|\.?(?:git-)?credentials)$/;
/** Configurations of real clones, with sections for thousands of branches, stay below it. */
const MOST_BYTES$3 = 1 << 24;
const MOST_BYTES_OF_A_POINTER = 65536;
/**
* Finds git's data in a folder, outermost first, and the files in it that hold a credential: actions/checkout before v6
* leaves the job's token in .git/config, and submodules have their own; one may include another. Nothing outside of the
* folder is looked at. Of a configuration that is longer than any is, nothing counts as harmless. Rejects where one can't be
* read.
*/
async function* findGitData(top, how = {}) {
	const told = /* @__PURE__ */ new Set();
	for await (const found of walk(top, {
		top,
		...how
	}, how.isGit)) if (typeof found !== "string") yield found;
	else yield* credentialsIn(found, top, told);
}
/** What is named .git, and paths of the files in it that may hold credentials. */
async function* walk(folder, search, isGit = false) {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	if (!isGit) search.see?.(folder, entries);
	const isGitDirectory = isGit && entries.some((entry) => entry.name === "HEAD");
	for (const entry of entries) {
		const path = join(folder, entry.name);
		const isRoot = !isGit && entry.name === ".git";
		if (isRoot && !entry.isSymbolicLink()) yield {
			kind: "data",
			path,
			isFolder: entry.isDirectory()
		};
		if (isGit && entry.isFile() && SETTINGS.test(entry.name)) yield path;
		const elsewhere = isRoot && !entry.isDirectory() ? await dataBehind(path, search.top) : void 0;
		if (elsewhere !== void 0) yield* walk(elsewhere, search, true);
		const isDull = isGitDirectory && [
			"objects",
			"refs",
			"logs",
			"hooks"
		].includes(entry.name);
		if (!entry.isDirectory() || isDull || search.isSkipped?.(relative(search.top, path))) continue;
		yield* walk(path, search, isGit || isRoot);
	}
}
/** The folder that a link or a file called .git leads to; undefined where that lies outside. */
async function dataBehind(path, top) {
	const content = await readRegularFile(path, MOST_BYTES_OF_A_POINTER).catch(() => void 0);
	const [, written = ""] = /^gitdir:(.*)/.exec(content?.toString() ?? "") ?? [];
	return findWithin(top, relative(top, resolve(content ? dirname$1(path) : path, written.trim())), "isDirectory");
}
async function* credentialsIn(path, top, told) {
	if (told.has(path)) return;
	told.add(path);
	const text = (await readRegularFile(path, MOST_BYTES$3))?.toString();
	const harmless = withoutCredentials(text ?? "");
	if (harmless !== text) yield {
		kind: "credential",
		path,
		harmless
	};
	for (const written of includedPaths(text ?? "")) {
		const included = await findWithin(top, relative(top, resolve(dirname$1(path), written)), "isFile");
		if (included !== void 0) yield* credentialsIn(included, top, told);
	}
}
// src/pytest/steps/git-elsewhere.ts
/**
* Mounts for the git data that a worktree or a submodule has outside of its folder, where it is on this machine: read-only,
* and with cleaned copies over the configurations that hold a credential. None where all is in the folder.
*/
async function gitMountsElsewhere(folder, temp) {
	const data = await gitDataElsewhere(folder);
	if (data === void 0) return [];
	const mounts = [{
		source: data,
		target: data,
		isReadOnly: true
	}];
	const copies = await mkdtemp(join(temp, "git-"));
	for await (const found of findGitData(data, { isGit: true })) {
		if (found.kind !== "credential") continue;
		const copy = join(copies, String(mounts.length));
		await writeFile(copy, found.harmless, { mode: 420 });
		mounts.push({
			source: copy,
			target: found.path,
			isReadOnly: true
		});
	}
	return mounts;
}
// src/pytest/steps/git-mounts.ts
/**
* Mounts that protect the git data of a folder: all of it read-only, since git on the host runs what a .git/config
* names; and cleaned copies over the configurations that hold a credential. `see` is told what is in each folder.
*/
async function gitMounts(folder, workdir, temp, see) {
	const mounts = [];
	const copies = await mkdtemp(join(temp, "git-"));
	for await (const found of findGitData(folder, { see })) {
		const copy = join(copies, String(mounts.length));
		if (found.kind === "credential") await writeFile(copy, found.harmless, { mode: 420 });
		const source = found.kind === "credential" ? copy : found.path;
		for (const path of found.kind === "data" ? await spellings(found.path) : [found.path]) mounts.push({
			source,
			target: join(workdir, relative(folder, path)),
			isReadOnly: true
		});
	}
	return mounts;
}
const SPELLINGS = [
	"git",
	"Git",
	"gIt",
	"giT",
	"GIt",
	"GiT",
	"gIT",
	"GIT"
].map((name) => `.${name}`);
/**
* The paths that lead to what is called .git: several on a disk of macOS or Windows that ignores case. An engine in a
* virtual machine doesn't: a mount over one spelling leaves the others open (tried with a file system of that kind).
*/
async function spellings(path) {
	const all = SPELLINGS.map((name) => join(dirname$1(path), name));
	const [own, other] = await Promise.all([all[0], all.at(-1)].map((one) => lstat(one ?? "").catch(() => void 0)));
	return own && own.ino === other?.ino && own.dev === other.dev ? all : [path];
}
const TYPES = {
	file: "0",
	link: "2",
	directory: "5"
};
/** An archive in the format of POSIX (ustar). Fails on names and targets that are longer than LONGEST_NAME. */
function makeTar(entries) {
	return joined([...entries.flatMap((entry) => {
		const content = entry.kind === "file" && entry.content || /* @__PURE__ */ new Uint8Array();
		return [tarHeader({
			name: entry.name,
			type: TYPES[entry.kind],
			mode: entry.kind === "file" ? 420 : 493,
			size: content.length,
			link: entry.kind === "link" ? entry.target : ""
		}), withPadding(content)];
	}), /* @__PURE__ */ new Uint8Array(1024)]);
}
/** The block before an entry's content. Fails as makeTar does. */
function tarHeader(entry) {
	const block = /* @__PURE__ */ new Uint8Array(512);
	const put = (at, text, room) => {
		const bytes = new TextEncoder().encode(text);
		if (bytes.length > room) throw new Error(`${text} is too long for an archive`);
		block.set(bytes, at);
	};
	const octal = (value, digits) => `${value.toString(8).padStart(digits, "0")}\0`;
	put(0, entry.name, 100);
	put(100, octal(entry.mode, 7), 8);
	put(108, octal(0, 7), 8);
	put(116, octal(0, 7), 8);
	putSize(block, entry.size);
	put(136, octal(0, 11), 12);
	put(156, entry.type, 1);
	put(157, entry.link, 100);
	put(257, "ustar\x0000", 8);
	return withSum(block);
}
/** Eleven octal digits, or from 8 GiB on a number of bytes with the first bit set (GNU, read by Go too). */
function putSize(block, size) {
	if (size < 8 ** 11) {
		block.set(new TextEncoder().encode(`${size.toString(8).padStart(11, "0")}\0`), 124);
		return;
	}
	block[124] = 128;
	new DataView(block.buffer).setBigUint64(128, BigInt(size));
}
/** A header with another time of modification, in seconds since 1970. */
function setTime(header, seconds) {
	const block = new Uint8Array(header);
	block.set(new TextEncoder().encode(`${seconds.toString(8).padStart(11, "0")}\0`), 136);
	return withSum(block);
}
/** Content as it stands in an archive: whole blocks. */
function withPadding(content) {
	return joined([content, new Uint8Array(paddedSize(content.length) - content.length)]);
}
/** Bytes that content of so many bytes takes in an archive. */
function paddedSize(bytes) {
	return Math.ceil(bytes / 512) * 512;
}
/** Some bytes after each other. */
function joined(pieces) {
	const [first] = pieces;
	if (first && pieces.length === 1) return first;
	const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}
/** Fills in a header's sum, which counts its own place as blanks. */
function withSum(block) {
	const put = (text) => block.set(new TextEncoder().encode(text), 148);
	put(" ".repeat(8));
	put(`${block.reduce((total, byte) => total + byte, 0).toString(8).padStart(6, "0")}\0 `);
	return block;
}
// src/image/tar-entries.ts
const LONGEST_PAX_BYTES = 1 << 20;
/**
* The entries of an archive, then the blocks from its end mark on; without these it was cut short. Fails on what
* Docker never writes.
*/
async function* readEntries$1(source) {
	const input = readerOf(source);
	for (;;) {
		const first = await input.take(512);
		if (first === void 0) return;
		if (first.every((byte) => byte === 0)) {
			yield { end: after(first, input) };
			return;
		}
		const pax = typeOf(first) === "x" ? readPax(await input.take(paddedSize(paxSize(first))), paxSize(first)) : void 0;
		const header = pax === void 0 ? first : await input.take(512);
		if (header === void 0) return;
		const type = typeOf(header);
		const size = type === "0" ? sizeOf(header, pax ?? []) : 0;
		yield {
			first,
			header,
			pax,
			type,
			path: pathOf(header, pax ?? []),
			size,
			blocks: () => input.pass(paddedSize(size))
		};
	}
}
/** The blocks before an entry's content, as they were. */
function headersOf({ first, header, pax }) {
	return pax ? [
		first,
		recordBlocks(pax),
		header
	] : [header];
}
/** The blocks of other records for an entry, with a header of their own; none for none. */
function paxHeaders(records) {
	if (records.length === 0) return [];
	return [tarHeader({
		name: "pax",
		type: "x",
		mode: 420,
		size: records.reduce((sum, { bytes }) => sum + bytes.length, 0),
		link: ""
	}), recordBlocks(records)];
}
function recordBlocks(records) {
	return withPadding(joined(records.map(({ bytes }) => bytes)));
}
/** An entry's content without its padding. */
async function* contentOf$1({ size, blocks }) {
	let left = size;
	for await (const piece of blocks()) {
		if (left > 0) yield piece.subarray(0, left);
		left -= piece.length;
	}
}
async function* after(first, input) {
	yield first;
	yield* input.pass(Number.POSITIVE_INFINITY);
}
/** The value of an entry's last record of that name. */
function recordOf(pax, key) {
	return pax.findLast((record) => record.key === key)?.value;
}
/** Text of a field of a header, up to its first zero. */
function textAt(block, at, room) {
	const field = block.subarray(at, at + room);
	const end = field.indexOf(0);
	return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}
function pathOf(header, pax) {
	const long = recordOf(pax, "path");
	if (long) return new TextDecoder().decode(long);
	const prefix = textAt(header, 345, 155);
	return `${prefix === "" ? "" : `${prefix}/`}${textAt(header, 0, 100)}`;
}
function typeOf(header) {
	return String.fromCharCode(header[156] || 48);
}
function sizeOf(header, pax) {
	const large = recordOf(pax, "size");
	const size = large ? new TextDecoder().decode(large) : textAt(header, 124, 12).trim();
	const bytes = Number.parseInt(size || "0", large ? 10 : 8);
	if (!/^\d*$/.test(size) || !Number.isSafeInteger(bytes)) throw new Error(`the archive has an entry of the size ${size}`);
	return bytes;
}
function paxSize(header) {
	const size = sizeOf(header, []);
	if (size > LONGEST_PAX_BYTES) throw new Error("the archive has an entry with too many attributes");
	return size;
}
/** Records such as `17 path=größe\n`, where the number is the length of the whole record; values may have any bytes. */
function readPax(blocks, size) {
	const records = [];
	let rest = (blocks ?? /* @__PURE__ */ new Uint8Array()).subarray(0, size);
	while (rest.length > 0) {
		const blank = rest.indexOf(32);
		const length = Number(new TextDecoder().decode(rest.subarray(0, Math.max(blank, 0))) || NaN);
		const bytes = rest.subarray(0, length);
		const equals = bytes.indexOf(61);
		if (!(length > equals) || equals < blank || bytes.length !== length || bytes.at(-1) !== 10) throw new Error("the archive has an entry with attributes that can not be read");
		const key = new TextDecoder().decode(bytes.subarray(blank + 1, equals));
		records.push({
			key,
			value: bytes.subarray(equals + 1, -1),
			bytes
		});
		rest = rest.subarray(length);
	}
	return records;
}
/** A reader of the bytes that come, however they are cut. */
function readerOf(source) {
	const chunks = source[Symbol.asyncIterator]();
	let rest = /* @__PURE__ */ new Uint8Array();
	/** At most so many bytes, and none only at the end. */
	const some = async (count) => {
		while (rest.length === 0) {
			const { value, done } = await chunks.next();
			if (done) return rest;
			rest = value;
		}
		const piece = rest.subarray(0, count);
		rest = rest.subarray(piece.length);
		return piece;
	};
	async function* pass(count) {
		for (let left = count; left > 0;) {
			const piece = await some(left);
			if (piece.length === 0) return;
			left -= piece.length;
			yield piece;
		}
	}
	const take = async (count) => {
		const pieces = [];
		for await (const piece of pass(count)) pieces.push(piece);
		const bytes = joined(pieces);
		return bytes.length === count ? bytes : void 0;
	};
	return {
		take,
		pass
	};
}
// src/image/files.ts
/** More links than this are a circle, to Linux too. */
const MOST_LINKS = 40;
/** Follows an absolute path from an image's root directory, with its links, as the image's own programs would. */
async function follow({ find }, path, mayEnter = () => true) {
	let names = [];
	let left = namesIn$2(path);
	let end = { kind: "absent" };
	for (let links = 0; left.length > 0;) {
		const [name = "", ...rest] = left;
		left = rest;
		if (name === "..") {
			names.pop();
			continue;
		}
		const place = `/${[...names, name].join("/")}`;
		const found = await find(place);
		if (!found || links > MOST_LINKS) return { kind: "absent" };
		if (found.kind === "link") {
			links++;
			left = [...namesIn$2(found.target), ...left];
			if (found.target.startsWith("/")) names = [];
			continue;
		}
		if (left.length > 0 && found.kind !== "folder") return { kind: "absent" };
		if (left.length > 0 && !mayEnter(found)) return {
			kind: "closed",
			folder: place
		};
		names.push(name);
		end = {
			kind: "there",
			path: place,
			found
		};
	}
	return end;
}
function namesIn$2(path) {
	return path.split("/").filter((name) => name !== "" && name !== ".");
}
/** Text of a file of an image, by a path that may have links; empty where there is none of at most so many bytes. */
async function readText(files, path, mostBytes) {
	const end = await follow(files, path);
	const bytes = end.kind === "there" ? await files.read(end.path, mostBytes) : void 0;
	return new TextDecoder().decode(bytes);
}
/** Whether somebody without any capability may enter a folder, by its mode. */
function mayEnter({ mode, uid, gid }, user) {
	return (mode >> (uid === user.uid ? 6 : gid === user.gid ? 3 : 0) & 1) === 1;
}
const KINDS = {
	0: "file",
	2: "link",
	5: "folder"
};
/** What an entry of an archive says of the file that it stands for. */
function foundIn({ header, pax = [], type }) {
	const text = (key) => new TextDecoder().decode(recordOf(pax, key));
	const octal = (at) => Number.parseInt(textAt(header, at, 8), 8) || 0;
	return {
		kind: KINDS[type] ?? "other",
		mode: octal(100),
		uid: Number(text("uid")) || octal(108),
		gid: Number(text("gid")) || octal(116),
		target: type === "2" ? text("linkpath") || textAt(header, 157, 100) : ""
	};
}
// src/image/steps/look.ts
/** For all that is looked for in an image together. */
const PATIENCE_SECONDS$1 = 10;
/**
* Lets an action look into an image, of which nothing is run: its files are where `root` says, or else they are read from a
* container that is never started, and that is removed at the end. What is not found within ten seconds, or before the run
* is to stop, counts as absent: the signal has aborted then.
*/
async function lookInto(image, run, action, { root, patienceSeconds = PATIENCE_SECONDS$1 } = {}) {
	const signal = AbortSignal.any([run.signal, AbortSignal.timeout(patienceSeconds * 1e3)]);
	if (root) return action(filesIn(await realpath(root.folder), signal), signal);
	const name = ownName(run.id);
	const ours = [
		"--name",
		name,
		"--label",
		ownLabel(run.id),
		"--pull",
		"never",
		"--network",
		"none"
	];
	const ignore = () => void 0;
	try {
		await followDocker([
			"create",
			...ours,
			image,
			"none"
		], {
			onStdout: ignore,
			onStderr: ignore,
			signal
		});
		return await action(filesOf(name, signal), signal);
	} finally {
		await removeContainers([name]);
	}
}
/** Files of an image in a folder of this machine, itself a real path. No link of the image is followed on this machine. */
function filesIn(root, signal) {
	const find = async (path) => {
		const place = placeIn(root, path);
		const isBelow = dirname$1(place) !== root && place !== root;
		if (signal.aborted || isBelow && (await find(dirname$1(path)))?.kind !== "folder") return void 0;
		try {
			return await described(await lstat(place), () => readlink(place));
		} catch (error) {
			return error.code === "EACCES" ? findAsRoot(place) : void 0;
		}
	};
	return {
		find,
		async read(path, mostBytes) {
			return (await find(path))?.kind === "file" ? readRegularFile(placeIn(root, path), mostBytes).catch(() => void 0) : void 0;
		},
		async has(folder, isWanted) {
			const real = await findWithin(root, folder, "isDirectory");
			return real !== void 0 && (await readdir(real).catch(() => [])).some(isWanted);
		}
	};
}
/** Nothing lies above the root directory. */
function placeIn(root, path) {
	return join(root, join("/", path));
}
/** The home of root is closed to a runner, as it is to the tests. */
async function findAsRoot(place) {
	const { exitCode, stdout } = await runAsRoot([
		"stat",
		"--format=%f %u %g",
		"--",
		place
	]);
	if (exitCode !== 0) return void 0;
	const [mode = "", uid, gid] = stdout.trim().split(" ");
	return described({
		mode: Number.parseInt(mode, 16),
		uid: Number(uid),
		gid: Number(gid)
	}, async () => (await runAsRoot([
		"readlink",
		"--no-newline",
		"--",
		place
	])).stdout);
}
async function described({ mode, uid, gid }, readTarget) {
	const type = mode & constants.S_IFMT;
	if (type === constants.S_IFLNK) return {
		kind: "link",
		mode,
		uid,
		gid,
		target: await readTarget()
	};
	return {
		kind: type === constants.S_IFREG ? "file" : type === constants.S_IFDIR ? "folder" : "other",
		mode,
		uid,
		gid,
		target: ""
	};
}
/** Files of a container. Each path is asked for once. */
function filesOf(container, signal) {
	const first = (path, use) => firstEntry(`${container}:${path}`, use, signal);
	const asked = /* @__PURE__ */ new Map();
	return {
		find(path) {
			const answer = asked.get(path) ?? first(path, foundIn);
			asked.set(path, answer);
			return answer;
		},
		read: (path, mostBytes) => first(path, async (entry) => {
			if (foundIn(entry).kind !== "file" || entry.size > mostBytes) return void 0;
			const pieces = [];
			for await (const piece of contentOf$1(entry)) pieces.push(piece);
			return joined(pieces);
		}),
		has: (folder, isWanted) => hasEntry(`${container}:${folder}/.`, isWanted, signal)
	};
}
/** Docker gives a folder with all below it; there is no way to have the names alone. */
async function hasEntry(place, isWanted, signal) {
	let isFound = false;
	await readArchive(place, signal, async (entry) => {
		const [, name, ...below] = entry.path.replace(/\/$/, "").split("/");
		isFound = name !== void 0 && below.length === 0 && isWanted(name);
		if (!isFound) for await (const _ of entry.blocks());
		return !isFound;
	});
	return isFound;
}
/** What a place itself is, which comes before all below it. */
async function firstEntry(place, use, signal) {
	let result;
	await readArchive(place, signal, async (entry) => {
		result = await use(entry);
		return false;
	});
	return result;
}
/** Reads the archive that docker makes of a place, entry by entry, as long as `goOn` says so. Never rejects. */
async function readArchive(place, signal, goOn) {
	if (signal.aborted) return;
	const read = async (output) => {
		for await (const entry of readEntries$1(output)) if ("end" in entry || !await goOn(entry)) break;
		output.destroy();
	};
	await streamDocker([
		"cp",
		place,
		"-"
	], {
		read,
		signal
	}).catch(() => void 0);
}
// src/pytest/hidden-modules.ts
const MOST_MODULES = 5;
const NO_MODULE = /No module named '([\w.]+)'/;
const NO_NAME = /cannot import name '(\w+)' from (?:partially initialized module )?'([\w.]+)'/;
/** The modules that failures say could not be imported, each once. */
function missingModules(failures) {
	const names = /* @__PURE__ */ new Map();
	for (const { message } of failures) {
		const text = plain(message);
		const [, name, parent] = NO_NAME.exec(text) ?? [];
		const whole = NO_MODULE.exec(text)?.[1];
		const missing = whole ?? (name === void 0 ? void 0 : `${parent}.${name}`);
		if (missing !== void 0) names.set(missing, whole !== void 0);
		if (names.size >= MOST_MODULES) break;
	}
	return [...names].map(([name, isWhole]) => {
		const parts = name.split(".").filter((part) => part !== "");
		const folder = parts.slice(0, -1).join("/");
		return {
			name,
			folders: [folder, folder === "" ? "src" : `src/${folder}`],
			leaf: parts.at(-1) ?? "",
			isWhole
		};
	});
}
/** Whether an entry of a folder is this module: a folder, a source, or a compiled library. */
function isModule(entry, leaf) {
	return entry === leaf || entry.startsWith(`${leaf}.`) && /\.(?:py|so|pyd|pyx)$/.test(entry);
}
// src/pytest/steps/hidden-modules.ts
/**
* A module that tests could not import although the image has it, in a folder that the mounted checkout hides; undefined
* where there is none, or it is not found in time. Runs nothing of the image, and never rejects.
*/
async function findHiddenModule(context, image, { failures }, run, root) {
	const candidates = [];
	for (const { name, folders, leaf } of missingModules(failures)) for (const relative of folders) if (!(await namesIn$1(join(context, relative))).some((entry) => isModule(entry, leaf))) candidates.push({
		name,
		leaf,
		relative,
		folder: posix.join(image.workdir, relative)
	});
	if (candidates.length === 0) return void 0;
	const hidden = await lookInto(image.id, run, (files) => firstThere$1(candidates, files), { root }).catch(() => void 0);
	if (!hidden) return void 0;
	const deeper = await findDeeper(context, hidden);
	return {
		name: hidden.name,
		folder: hidden.folder,
		...deeper === void 0 ? {} : { deeper }
	};
}
async function firstThere$1(candidates, { has }) {
	for (const candidate of candidates) if (await has(candidate.folder, (entry) => isModule(entry, candidate.leaf))) return candidate;
}
/** The folder of the checkout that the image has in place of the checkout itself, as from "COPY app /app". */
async function findDeeper(context, { relative, leaf }) {
	for (const top of (await namesIn$1(context)).sort()) {
		const folder = join(top, relative);
		if (top.startsWith(".") || await kindWithin(context, folder) !== "folder") continue;
		if ((await namesIn$1(join(context, folder))).some((entry) => isModule(entry, leaf))) return top;
	}
}
/** Names in a folder; none where it can't be read. */
async function namesIn$1(folder) {
	return readdir(folder).catch(() => []);
}
// src/pytest/obstacles.ts
/** Environments that nobody names, below the working directory: uv's own choice, and what people call theirs. */
const ENVIRONMENTS = [
	".venv",
	"venv",
	"env"
];
const MOST_PATHS = 5;
/** A path in a message ends where a quote, a bracket or a blank does. */
const PATH_ENDS = /[\s'"`()[\]{}<>,;:]/;
/** Whether a run failed and nothing was heard of pytest. */
function hasNotBegun(ended) {
	return hasFailed(ended) && ended.results.pytest === void 0;
}
/** Whether a run that failed may have failed for want of a package, or of pytest itself; a terminal keeps its last words. */
function lacksPackages({ exitCode, lastWords, results }) {
	if (results.pytest !== void 0) return missingModules(results.failures).length > 0;
	return exitCode === 127 || exitCode === 1 && (lastWords === "" || lastWords.includes("No module named"));
}
/** Absolute paths in an image at which a program may be, in the order in which they are tried, without those that the mounted checkout hides. */
function placesOf(program, workdir, { PATH = "" }) {
	return (program.includes("/") ? [program] : foldersOn(PATH).map((folder) => `${folder}/${program}`)).filter((place) => place.startsWith("/") && pathBelow(workdir, place) === void 0);
}
/** Folders of an image that the mounted checkout hides, and that may have pytest: those on PATH, and those of environments. */
function hiddenHomes(workdir, { PATH = "" }) {
	return [...foldersOn(PATH).flatMap((path) => pathBelow(workdir, path) ?? []).map((path) => ({
		folder: path.replace(/\/bin$/, ""),
		place: `${path}/pytest`
	})), ...ENVIRONMENTS.map((folder) => ({
		folder,
		place: `${folder}/bin/pytest`
	}))].map(({ folder, place }) => ({
		folder: `${workdir}/${folder}`,
		place: `${workdir}/${place}`
	}));
}
/** Others depend on where a program is started. */
function foldersOn(path) {
	return path.split(":").filter((folder) => folder.startsWith("/"));
}
/** Absolute path of the program that a script's first line names; undefined where it names none, or leaves it to PATH. */
function interpreterOf(start) {
	const path = /^#! *(\/\S+)/.exec(start)?.[1];
	return path === void 0 || path.endsWith("/env") ? void 0 : path;
}
/** Absolute paths that messages of failures call closed, each once. */
function deniedIn(failures) {
	const paths = failures.flatMap(({ message }) => [...plain(message).matchAll(/Permission denied: b?['"](\/[^'"\n]+)['"]/g)].map(([, path = ""]) => path));
	return [...new Set(paths)].slice(0, MOST_PATHS);
}
/** Paths below a home that messages of failures name, relative to it, each once. */
function wantedFrom(home, failures) {
	const found = /* @__PURE__ */ new Set();
	for (const { message } of failures) for (const part of plain(message).split(`${home}/`).slice(1)) {
		const path = part.split(PATH_ENDS, 1)[0]?.replace(/[./]+$/, "") ?? "";
		if (path !== "" && !path.split("/").includes("..")) found.add(path);
		if (found.size >= MOST_PATHS) return [...found];
	}
	return [...found];
}
// src/pytest/steps/reasons.ts
/** The most that is read of a script to find its interpreter; Linux reads less. */
const MOST_BYTES$2 = 1 << 20;
/**
* Why tests failed, or did not even begin, as far as the files of their image tell. Runs nothing of it, never rejects, and
* looks nowhere after a green run.
*/
async function findReasons(plan, image, { ended, traits }, run, root) {
	if (!hasFailed(ended)) return {};
	const look = (action) => lookInto(image.id, run, action, { root }).catch(() => void 0);
	const { failures } = ended.results;
	const hiddenModule = await findHiddenModule(plan.context, image, ended.results, run, root);
	const denied = deniedIn(failures);
	const isLacking = hasNotBegun(ended) || !hiddenModule && missingModules(failures).length > 0;
	const wanted = strangerIn(plan)?.isOwner ? wantedFrom(HOME, failures) : [];
	if (!isLacking && denied.length === 0 && wanted.length === 0) return hiddenModule ? { hiddenModule } : {};
	const found = await look(async (files) => ({
		obstacle: isLacking ? await findObstacle(plan, image, {
			ended,
			traits
		}, files) : await firstClosed(plan, denied, files),
		elsewhere: await findElsewhere(wanted, image, traits, files)
	}));
	return {
		...hiddenModule ? { hiddenModule } : {},
		...defined(found)
	};
}
function defined({ obstacle, elsewhere } = {}) {
	return {
		...obstacle ? { obstacle } : {},
		...elsewhere ? { elsewhere } : {}
	};
}
/** The first of what a run needs that is not where the tests could reach it. */
async function findObstacle(plan, image, { ended, traits }, files) {
	const { workdir, environment } = image;
	const [program = ""] = plan.command;
	const isOnPath = async (name) => await firstThere(placesOf(name, workdir, environment), files) !== void 0;
	const own = homesOf(image, traits.passwd).map((home) => posix.join(home, ".local/lib"));
	return await closedAt(plan, "workdir", workdir, files) ?? await findClosedProgram(plan, placesOf(program, workdir, environment), files) ?? (await isOnPath("pytest") ? void 0 : await findHidden(hiddenHomes(workdir, environment), files)) ?? await firstOf(lacksPackages(ended) ? own : [], async (path) => {
		return (await follow(files, path)).kind === "there" ? closedAt(plan, "packages", path, files) : void 0;
	});
}
/** A program, or its interpreter, that lies where the tests' user may not enter. */
async function findClosedProgram(plan, places, files) {
	const place = await firstThere(places, files);
	if (place === void 0) return void 0;
	const itself = await closedAt(plan, "program", place, files);
	if (itself) return itself;
	const interpreter = interpreterOf(await readText(files, place, MOST_BYTES$2));
	return interpreter === void 0 ? void 0 : closedAt(plan, "interpreter", interpreter, files);
}
async function findHidden(homes, files) {
	return firstOf(homes, async ({ folder, place }) => (await follow(files, place)).kind === "there" ? {
		kind: "hidden",
		folder
	} : void 0);
}
async function firstClosed(plan, paths, files) {
	return firstOf(paths, (path) => closedAt(plan, "file", path, files));
}
/** Whether a path of an image lies behind a folder which the tests' user may not enter; a name tells no numbers. */
async function closedAt(plan, what, path, files) {
	const user = strangerIn(plan);
	if (!user) return void 0;
	const end = await follow(files, path, (folder) => mayEnter(folder, user));
	return end.kind === "closed" ? {
		kind: "closed",
		what,
		path,
		folder: end.folder,
		uid: user.uid
	} : void 0;
}
async function firstThere(paths, files) {
	return firstOf(paths, async (path) => (await follow(files, path)).kind === "there" ? path : void 0);
}
async function firstOf(items, find) {
	for (const item of items) {
		const found = await find(item);
		if (found !== void 0) return found;
	}
}
/** What the tests looked for in their home, and who built the image has in theirs. */
async function findElsewhere(wanted, image, { passwd }, files) {
	return firstOf(homesOf(image, passwd), (home) => firstOf(wanted, async (path) => (await follow(files, posix.join(home, path))).kind === "there" ? {
		path,
		home
	} : void 0));
}
/** Homes of who built an image: the one that ENV gives, its user's, and that of root, who builds most of it. */
function homesOf({ config, environment }, passwd) {
	const [user = ""] = (config.User ?? "").split(":");
	const homes = [
		environment.HOME,
		findUser(user, passwd)?.home,
		findUser("0", passwd)?.home ?? "/root"
	];
	return [...new Set(homes)].filter((home) => home?.startsWith("/")).map(String);
}
// src/pytest/steps/traits.ts
const PASSWD = "/etc/passwd";
const MOST_BYTES$1 = 1 << 20;
/**
* The traits of an image, of which nothing is run. On a person's machine they are kept, so that only the first command after
* a build takes the time to look. Rejects only where docker is missing.
*/
async function inspectTraits(image, run, root) {
	const file = run.reader === "runner" ? void 0 : fileOf(image);
	const kept = file && await readFile(file, "utf8").then(JSON.parse).catch(() => void 0);
	if (kept) return kept;
	return lookInto(image.id, run, async (files, signal) => {
		const traits = await traitsOf(image, files);
		if (file && !signal.aborted && traits.passwd !== "") await keep(file, traits, run.id);
		return traits;
	}, { root });
}
/** Traits of another form have another number. */
const FORMAT = 1;
/** Another working directory may be chosen for the same image. */
function fileOf({ id, workdir }) {
	return join(readPerson().cacheFolder, "images", `${sha256(JSON.stringify([
		FORMAT,
		id,
		workdir
	]))}.json`);
}
async function keep(file, traits, id) {
	await mkdir(dirname$1(file), { recursive: true });
	const copy = `${file}.${id}`;
	await writeFile(copy, JSON.stringify(traits));
	await rename(copy, file);
}
async function traitsOf(image, files) {
	const [passwd, packages, filled] = await Promise.all([
		readText(files, PASSWD, MOST_BYTES$1),
		those(hiddenFolders(image), (folder) => hasPackages(image, folder, files)),
		those(volumesWithin(image), (folder) => files.has(join(image.workdir, folder), () => true))
	]);
	const userBase = await findUserBase(image, passwd, files);
	return {
		passwd,
		packages,
		filled,
		...userBase === void 0 ? {} : { userBase }
	};
}
async function those(folders, isOne) {
	const answers = await Promise.all(folders.map(isOne));
	return folders.filter((_, index) => answers[index]);
}
async function hasPackages({ workdir }, folder, files) {
	return (await Promise.all(marksOf(folder).map(async (mark) => {
		const end = await follow(files, join(workdir, mark));
		if (end.kind !== "there" || mark === folder) return end.kind === "there";
		return end.found.kind !== "folder" && !isShellScript(await readText(files, end.path, MOST_BYTES$1));
	}))).includes(true);
}
/** The packages in root's own home can't be reached by others; ENV can give the build another home. */
async function findUserBase({ config, environment }, passwd, files) {
	const [name = ""] = typeof config.User === "string" ? config.User.split(":") : [];
	const user = findUser(name, passwd);
	const home = environment.HOME ?? (user?.uid === 0 ? void 0 : user?.home);
	if (!home?.startsWith("/")) return void 0;
	const base = join(home, ".local");
	const end = await follow(files, join(base, "lib"));
	return end.kind === "there" && end.found.kind === "folder" ? base : void 0;
}
// src/pytest/unmet-imports.ts
/** Whether an entry of a folder is what a compiled module of this name is made from. */
function isSourceOf(entry, leaf) {
	return entry.startsWith(`${leaf}.`) && /\.(?:pyx|pxd|c|cc|cpp|cxx|f|f90|rs)$/i.test(entry);
}
/** Whether a module is called as the file with the version that setuptools-scm, hatch-vcs or versioneer write. */
function isVersionFile(leaf) {
	return /^_{0,2}(?:scm_?)?version(?:_?info|_generated)?_{0,2}$/i.test(leaf);
}
// src/pytest/steps/unmet-imports.ts
/** Folders of a checkout that are looked through for a module: the nearest to the top, where it would be. */
const MOST_FOLDERS = 2e3;
/** Modules that failures say could not be imported, as far as the checkout in this folder tells why. Never rejects. */
async function findUnmetImports(context, failures) {
	return (await Promise.all(missingModules(failures).map((module) => reasonOf(context, module)))).filter((unmet) => unmet !== void 0);
}
async function reasonOf(context, module) {
	const { name, leaf, folders, isWhole } = module;
	const [top = "", ...below] = name.split(".");
	const place = await placeInCheckout(context, top);
	if (place === void 0) return isWhole ? {
		name,
		kind: "package"
	} : void 0;
	if (below.length === 0) return {
		name,
		kind: "elsewhere",
		folder: place
	};
	if ((await Promise.all(folders.map((folder) => entriesOf$1(join(context, folder))))).flat().some((entry) => isSourceOf(entry.name, leaf))) return {
		name,
		kind: "compiled"
	};
	return isWhole && isVersionFile(leaf) ? {
		name,
		kind: "version"
	} : void 0;
}
/** The folder, relative to the checkout, that has a module; links are not followed, nor is what is hidden looked at. */
async function placeInCheckout(context, name) {
	const folders = [""];
	for (const folder of folders) {
		const entries = await entriesOf$1(join(context, folder));
		for (const entry of entries.filter((entry) => isModule(entry.name, name))) if (!entry.isDirectory() || await hasModules(join(context, folder, entry.name))) return folder;
		const below = entries.filter((entry) => entry.isDirectory() && /^[^.]/.test(entry.name));
		if (folders.length < MOST_FOLDERS) folders.push(...below.map((entry) => join(folder, entry.name)));
	}
}
/** Data for tests of a package often lie in a folder of its name. */
async function hasModules(folder) {
	return (await entriesOf$1(folder)).some((entry) => /\.(?:py|so|pyx)$/.test(entry.name));
}
async function entriesOf$1(folder) {
	return readdir(folder, { withFileTypes: true }).catch(() => []);
}
// src/pytest/steps/test.ts
/** The image as the tests see it: with the working directory that the plan gives it. */
function placed(image, { workdir }) {
	return workdir === void 0 ? image : {
		...image,
		workdir
	};
}
/**
* Runs the tests in the dev image with the checkout mounted at its working directory; `root` is where the image's files are
* if they are not in the engine. Red tests are a value.
*/
async function runTests(plan, image, { traits, visible }, run, root) {
	const before = takeDown(plan.context);
	const container = {
		image: root?.skeleton ?? image.id,
		environment: image.environment,
		entrypoint: entrypointOf(image),
		user: plan.user ?? `${plan.uid}:${plan.gid}`,
		workdir: posix.join(image.workdir, plan.folder),
		mounts: [
			...root?.mounts ?? [],
			...await checkoutMounts(plan, image, {
				traits,
				visible
			}),
			...await gitMounts(plan.context, image.workdir, run.temp, before.see),
			...run.reader === "runner" ? [] : await gitMountsElsewhere(plan.context, run.temp),
			...root ? visible.map((place) => ({
				source: join(root.folder, place),
				target: place
			})) : []
		],
		volumes: root ? root.volumes : visible,
		traits
	};
	const trust = plan.user === void 0 ? {} : gitVariables(image.workdir, {});
	const ended = await runContainer({
		...plan,
		environment: {
			...trust,
			...plan.environment
		}
	}, container, run);
	const gitData = plan.isReadOnly ? void 0 : await removeNewGitData(plan.context, before);
	const isOver = !run.signal.aborted && ended.stoppedAfter === void 0;
	const reasons = isOver ? await findReasons(plan, image, {
		ended,
		traits
	}, run, root) : {};
	const isTold = reasons.hiddenModule !== void 0 || reasons.obstacle !== void 0;
	const unmetImports = isOver && !isTold ? await findUnmetImports(plan.context, importErrors(ended)) : [];
	const failures = await withPlacesThatExist(ended.results.failures, plan.context, image.workdir);
	return {
		...ended,
		results: {
			...ended.results,
			failures
		},
		...reasons,
		...unmetImports.length > 0 ? { unmetImports } : {},
		...gitData ? { gitData } : {}
	};
}
/** What may tell of imports: failures, or else what pytest said that could not even start. */
function importErrors({ exitCode, results, lastWords }) {
	return results.failures.length > 0 || exitCode === 0 ? results.failures : [{ message: `${lastWords}\n${results.stopped ?? ""}` }];
}
/**
* Looks into the image, once, where that decides anything. Fails where the tests can't be run so: with a UserError for want
* of a place to mount the checkout, or for packages or variables in the way; with another error where only what is mounted,
* whose files are at `root`, is in the way.
*/
async function findPlaces(plan, image, run, root) {
	requireWorkdir(image);
	if (!(await lstat(join(plan.context, plan.folder)).catch(() => void 0))?.isDirectory()) {
		const meant = await meantFolder(plan);
		const cure = meant === void 0 ? "its path" : `${quoted(meant)},`;
		throw new UserError(sentence`${input("working-directory")} is ${quoted(plan.folder)}, but there is no such folder: write ${cure} relative to the context.`);
	}
	const traits = strangerIn(plan) !== void 0 || hiddenFolders(image).length + volumesWithin(image).length > 0 ? await inspectTraits(image, run, root) : {
		passwd: "",
		packages: [],
		filled: []
	};
	const visible = await foldersKeptVisible(plan.context, image, traits);
	if (!root) return {
		traits,
		visible
	};
	const files = await realpath(root.folder);
	for (const place of visible) if (await realpath(join(files, place)).catch(() => void 0) !== join(files, place)) throw new Error(`the packages in ${place} lie behind a link`);
	return {
		traits,
		visible
	};
}
/** The folder that somebody meant who wrote the path of one in the context from further up, if there is one. */
async function meantFolder({ context, folder }) {
	const names = folder.split("/");
	for (let count = 1; count < names.length; count++) {
		if (!context.endsWith(`/${names.slice(0, count).join("/")}`)) continue;
		const meant = names.slice(count).join("/");
		if (await kindWithin(context, meant) === "folder") return meant;
	}
}
/** The places in an image that are kept visible beside the mounted checkout. Fails where one can't be. */
async function foldersKeptVisible(context, { workdir }, { packages }) {
	const places = [];
	for (const folder of packages) {
		const there = await lstat(join(context, folder)).catch(() => void 0);
		const place = posix.join(workdir, folder);
		requireVisible(place, there?.isDirectory() === true);
		places.push(place);
	}
	return places;
}
/**
* The checkout, and its folders and files at volumes of the image, which would lie over them. Where there is nothing a folder
* is made, as Docker would make it, but for the checkout's owner. What the image has in a volume stays visible unless the
* checkout has files of its own there; what lies behind a link is left alone.
*/
async function checkoutMounts({ context, isReadOnly, uid, gid }, image, { traits, visible }) {
	const own = [];
	for (const path of volumesWithin(image)) {
		const kind = await kindWithin(context, path);
		const isThere = kind !== void 0 || await makeFolder(context, path, {
			uid,
			gid
		});
		const isImages = visible.includes(posix.join(image.workdir, path)) || kind !== "file" && traits.filled.includes(path) && (await namesIn$1(join(context, path))).length === 0;
		if (isThere && !isImages) own.push(path);
	}
	return ["", ...own].map((path) => ({
		source: join(context, path),
		target: posix.join(image.workdir, path),
		...isReadOnly ? { isReadOnly } : {}
	}));
}
/** Whether it could be made where its path says. */
async function makeFolder(context, folder, owner) {
	const made = await makeWithin(context, folder).catch(() => void 0);
	if (made !== join(context, folder)) return false;
	if (process.getuid?.() === 0) await chown(made, owner.uid, owner.gid);
	return true;
}
/** Test code names the paths, so that they can be many; where more files than this have failures, the rest get no link. */
const MAX_FILES = 1e3;
/**
* The failures, without the path where the checkout has no such file (any more): nothing can be shown on its lines.
* `context` is the folder that was mounted at `workdir`. What lies behind a link does not count: to git it is no path.
* Never rejects.
*/
async function withPlacesThatExist(failures, context, workdir) {
	const fileOf = ({ path = "" }) => repoPath(path, {
		workdir,
		context: ""
	});
	const named = new Set(failures.map(fileOf).filter((file) => file !== void 0));
	const existing = /* @__PURE__ */ new Set();
	for (const file of [...named].slice(0, MAX_FILES)) if (await kindWithin(context, file) === "file") existing.add(file);
	return failures.map((failure) => {
		const { path: _, ...withoutPath } = failure;
		return existing.has(fileOf(failure)) ? failure : withoutPath;
	});
}
// src/image/history.ts
/** Instructions that change nothing but the configuration. */
const CONFIGURES = new Set(`ARG CMD ENTRYPOINT ENV EXPOSE HEALTHCHECK LABEL MAINTAINER ONBUILD SHELL STOPSIGNAL USER VOLUME`.split(" "));
/**
* What `docker history --no-trunc --human=false --format '{{json .}}'` prints, the oldest first, a RUN without the
* values of build arguments. Undefined where the engine's words are not what was expected.
*/
function readHistory(printed) {
	const entries = readEntries(printed)?.toReversed();
	if (!entries || entries.length === 0) return void 0;
	const additions = {
		pairs: entries.flatMap(({ createdBy }) => argumentPairs(createdBy)),
		shells: ["/bin/sh -c", ...entries.flatMap(({ createdBy }) => shellOf(createdBy))]
	};
	return entries.map(({ createdBy, unpacked }) => ({
		instruction: asInstruction(createdBy, additions),
		unpacked
	}));
}
function readEntries(printed) {
	try {
		const entries = printed.split("\n").filter((line) => line.trim() !== "").map((line) => {
			const { CreatedBy, Size } = JSON.parse(line);
			return {
				createdBy: String(CreatedBy),
				unpacked: Number(Size)
			};
		});
		return entries.every(({ unpacked }) => Number.isInteger(unpacked)) ? entries : void 0;
	} catch {
		return;
	}
}
/** The steps that made the layers of an image that has so many. */
function layersInHistory(history, count) {
	const made = history.filter(({ instruction, unpacked }) => unpacked > 0 || makesLayer(instruction));
	let surplus = made.length - count;
	return made.filter(({ unpacked }) => unpacked > 0 || surplus-- <= 0);
}
/** The root is a folder of every image. */
function makesLayer(instruction) {
	return instruction !== "WORKDIR /" && !CONFIGURES.has(keywordOf(instruction));
}
/** `RUN` of `RUN true`. */
function keywordOf(instruction) {
	return instruction.split(/\s/, 1)[0] ?? "";
}
/** Pairs `NAME=value` of build arguments, as their own entries in the history have them. */
function argumentPairs(createdBy) {
	const [, text] = /^(?:\/bin\/sh -c #\(nop\) +)?ARG (.*)$/s.exec(createdBy) ?? [];
	return text === void 0 ? [] : [text, ...text.split(/\s(?=\w+=)/)];
}
/** The shell that an entry sets, if any. */
function shellOf(createdBy) {
	const [, shell] = /^(?:\/bin\/sh -c #\(nop\) +)?SHELL \[(.*)\]$/s.exec(createdBy) ?? [];
	return shell === void 0 ? [] : [shell];
}
/** An instruction as somebody wrote it, without what the builder adds to it. */
function asInstruction(createdBy, { pairs, shells }) {
	const text = createdBy.replace(/# buildkit$/, "").trim();
	const [, configured] = /^\/bin\/sh -c #\(nop\)\s+(.*)$/s.exec(text) ?? [];
	if (configured !== void 0) return configured;
	if (!(/^(?:RUN |\|\d+ )/.test(text) || shells.some((shell) => text.startsWith(`${shell} `)))) return text;
	return `RUN ${withoutShell(withoutArguments(text.replace(/^RUN /, ""), pairs), shells).trim()}`;
}
/** A base image may have lost the entry that names its shell. */
function withoutShell(command, shells) {
	const shell = shells.find((known) => command.startsWith(`${known} `));
	if (shell !== void 0) return command.slice(shell.length);
	return command.replace(/^\S*sh(?: -\w*o \w+| --?\w+)*? -\w*c /, "");
}
/** `|2 A=1 B=2 command` → `command`. A value may have spaces, so that only one that is known tells where it ends. */
function withoutArguments(text, pairs) {
	const [, count, rest = ""] = /^\|(\d+) (.*)$/s.exec(text) ?? [];
	if (count === void 0) return text;
	const longestFirst = [...pairs].sort((a, b) => b.length - a.length);
	let left = rest;
	for (let number = 0; number < Number(count); number++) {
		const pair = longestFirst.find((known) => left.startsWith(`${known} `));
		if (pair === void 0) return /\s-\w*c (.*)$/s.exec(left)?.[1] ?? "…";
		left = left.slice(pair.length + 1);
	}
	return left;
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
// src/image/steps/inspect.ts
/** Takes references away, as far as they are there. An image goes with its last one, but what it was built on stays. */
async function untag(...references) {
	if (references.length > 0) await docker([
		"image",
		"rm",
		"--no-prune",
		...references
	]);
}
/** What the engine says of an image. Fails where it has none of that name. */
async function inspectImage(reference) {
	const answer = await docker([
		"image",
		"inspect",
		"--format",
		"{{json .}}",
		reference
	]);
	if (answer.exitCode !== 0) throw new Error(`The image is not in the engine: ${answer.stderr.trim()}`);
	return imageOf(JSON.parse(answer.stdout));
}
/** What is of interest in the engine's description of an image. */
function imageOf({ Id, Config, RootFS, Os = "", Architecture = "", Variant }) {
	const platform = platformOf({
		os: Os,
		architecture: Architecture,
		variant: Variant
	});
	return describeImage({
		id: Id,
		contentId: sha256(JSON.stringify([RootFS, Config])),
		config: Config ?? {}
	}, platform);
}
/** Diff IDs of an image's layers, the lowest first. Fails where the engine has no such image. */
async function layersOf(image) {
	const answer = await docker([
		"image",
		"inspect",
		"--format",
		"{{json .RootFS.Layers}}",
		image
	]);
	if (answer.exitCode !== 0) throw new Error(answer.stderr.trim());
	return JSON.parse(answer.stdout) ?? [];
}
/** What the engine says of how an image was made, the oldest step first; undefined where it can't tell. */
async function historyOf(image) {
	const { exitCode, stdout } = await docker([
		"image",
		"history",
		"--no-trunc",
		"--human=false",
		"--format",
		"{{json .}}",
		image
	]);
	return exitCode === 0 ? readHistory(stdout) : void 0;
}
// src/buildkit/secrets.ts
/** Variable by which programs find the SSH agent. */
const AGENT = "SSH_AUTH_SOCK";
/** Files, relative to the checkout, and variables that are needed for a build's secrets. */
function secretSources(inputs) {
	return {
		files: inputs["secret-files"].map(({ from }) => from),
		variables: [...inputs["secret-envs"].map(({ from }) => from), AGENT]
	};
}
/** All that the builds get as secrets. Fails where there is no such file or variable. */
function planSecrets(inputs, { files, meant, variables }) {
	const secrets = [
		...inputs.secrets.map(([id, value]) => withValue(id, value)),
		...inputs["secret-files"].map(({ id, from }) => {
			const { path: file, isEmpty } = files.get(from) ?? missingFile(from, meant?.get(from));
			return {
				id,
				isEmpty,
				file
			};
		}),
		...inputs["secret-envs"].map(({ id, from }) => withValue(id, variables.get(from) ?? missingVariable(from)))
	];
	const ssh = inputs.ssh.filter((line) => line.includes("=") || variables.get(AGENT));
	return {
		secrets,
		ssh,
		isAgentMissing: ssh.length < inputs.ssh.length
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
function withValue(id, value) {
	return {
		id,
		isEmpty: value.trim() === "",
		value
	};
}
function missingFile(path, meant) {
	const cure = meant === void 0 ? sentence`write its path relative to the ${words.checkout}` : sentence`write ${quoted(meant)}, as it is relative to the ${words.checkout}`;
	throw new UserError(sentence`${input("secret-files")} names ${quoted(path)}, but the ${words.checkout} has no such file that ${words.canRead}: ${cure}.`);
}
function missingVariable(name) {
	throw new UserError(sentence`${input("secret-envs")} names ${name}, but there is no such variable: ${words.setVariable}.`);
}
// src/buildkit/arguments.ts
/** Arguments that make BuildKit list the stages of a Dockerfile. */
function stagesArguments(plan) {
	return [
		"buildx",
		"build",
		"--builder",
		plan.builder,
		"--call",
		"targets,format=json",
		"--file",
		plan.dockerfile,
		plan.context
	];
}
/**
* Arguments that build one stage into the engine's image store; `cache` is an entry's folder and its manifest's digest,
* `progress` how buildx tells of it: to us, or to a person at a terminal.
*/
function buildStageArguments(plan, metadataFile, cache, progress = "rawjson") {
	return [
		"buildx",
		"build",
		...[
			"--builder",
			plan.builder,
			"--progress",
			progress,
			"--metadata-file",
			metadataFile
		],
		...[
			"--file",
			plan.dockerfile,
			"--target",
			plan.stage
		],
		...plan.buildArguments.flatMap((pair) => ["--build-arg", pair]),
		...secretOptions(plan.secrets),
		...plan.tags.flatMap((tag) => ["--tag", tag]),
		...plan.labels.flatMap((label) => ["--label", label]),
		...Object.entries(plan.buildContexts).flatMap(([stage, image]) => ["--build-context", `${stage}=docker-image://${image}`]),
		...["--provenance=false", "--sbom=false"],
		...plan.noCache ? ["--no-cache"] : [],
		...plan.pulls ? ["--pull"] : [],
		...plan.isCacheable ? ["--cache-to", "type=inline"] : [],
		...cache ? ["--cache-from", `type=local,src=${cache.folder},digest=${cache.digest}`] : [],
		...["--output", plan.compression === "gzip" ? "type=docker" : `type=docker,compression=${plan.compression}`],
		plan.context
	];
}
/** Values are in buildx's environment, so that no argument shows them. */
function secretOptions({ secrets, ssh }) {
	const source = (index, file) => file === void 0 ? `env=${secretVariable(index)}` : csvField(`src=${file}`);
	return [...secrets.flatMap(({ id, file }, index) => ["--secret", `id=${id},${source(index, file)}`]), ...ssh.flatMap((agent) => ["--ssh", agent])];
}
// src/buildkit/progress.ts
/** Those who pack a package's own build into their words say much after what went wrong. */
const TAIL_LINES = 200;
/** A frontend of somebody's own calls its steps as it likes. */
const MOST_OF_A_NAME = 1e4;
/** A reader for one build. `decode` turns base64 into text. */
function followProgress(decode) {
	const known = /* @__PURE__ */ new Map();
	let errorText = "";
	return {
		read(line) {
			const status = parseStatus(line);
			if (!status) {
				errorText = `${errorText + line}\n`.slice(-2e4);
				return [];
			}
			const shown = [];
			for (const vertex of status.vertexes ?? []) shown.push(...meet(known, vertex));
			for (const { vertex, data } of status.logs ?? []) {
				const step = known.get(vertex);
				if (step && data) shown.push(...takeOutput(step, decode(data)));
			}
			return shown;
		},
		steps: () => inOrder([...known.values()].filter((step) => isInstruction(step.name))),
		errorText: () => errorText.trim()
	};
}
/** Where in the Dockerfile a build failed: buildx prints `Dockerfile:7` above the lines around it. */
function failedLine(errorText) {
	const line = /^\S[^\n]*:(\d+)\n-{20}\n/m.exec(errorText)?.[1];
	return line === void 0 ? void 0 : Number(line);
}
function parseStatus(line) {
	if (!line.startsWith("{")) return void 0;
	try {
		return JSON.parse(line);
	} catch {
		return;
	}
}
/**
* Instructions of a Dockerfile stand in brackets; so do BuildKit's own steps, which are called internal. Images that are
* only copied from stand without.
*/
function isInstruction(name) {
	return name.startsWith("[") && !name.startsWith("[internal]") || name.startsWith("FROM ");
}
/** BuildKit tells of the last step first; those that never began come last. */
function inOrder(steps) {
	return steps.sort((a, b) => (a.number || Number.MAX_SAFE_INTEGER) - (b.number || Number.MAX_SAFE_INTEGER)).map(({ number: _, completed: __, said: ___, rest: ____, ...step }) => step);
}
function meet(known, vertex) {
	const step = known.get(vertex.digest) ?? {
		number: 0,
		name: vertex.name.slice(0, MOST_OF_A_NAME),
		isCached: false,
		seconds: 0,
		tail: [],
		rest: ""
	};
	known.set(vertex.digest, step);
	const shown = [];
	const isShown = !/^\[internal\]|^resolving provenance/.test(vertex.name);
	if (step.number === 0 && isShown && (vertex.started || vertex.error)) {
		step.number = 1 + Math.max(0, ...[...known.values()].map(({ number }) => number));
		shown.push(`#${step.number} ${vertex.name}`);
	}
	if (vertex.cached) step.isCached = true;
	if (!vertex.completed || vertex.completed === step.completed) return shown;
	const seconds = secondsBetween(vertex.started, vertex.completed);
	const isNews = step.completed === void 0 || seconds >= .1;
	step.completed = vertex.completed;
	step.seconds += seconds;
	if (vertex.error) step.error = vertex.error;
	const said = outcome(step);
	if (step.number === 0 || !isNews || said === step.said) return shown;
	step.said = said;
	return [
		...shown,
		...takeOutput(step, step.rest ? "\n" : ""),
		`#${step.number} ${said}`
	];
}
function outcome(step) {
	if (step.error) return `ERROR ${step.error}`;
	return step.isCached ? "CACHED" : `DONE ${step.seconds.toFixed(1)}s`;
}
function secondsBetween(started, completed) {
	return started ? Math.max(0, (Date.parse(completed) - Date.parse(started)) / 1e3) : 0;
}
/** Splits output into lines; progress bars rewrite theirs with bare carriage returns, of which the last counts. */
function takeOutput(step, text) {
	const lines = (step.rest + text).split("\n");
	step.rest = (lines.pop() ?? "").slice(-1e4);
	const shown = lines.map((line) => line.replace(/\r$/, "").split("\r").at(-1) ?? "");
	step.tail.push(...shown);
	step.tail.splice(0, step.tail.length - TAIL_LINES);
	return step.number === 0 ? [] : shown.map((line) => `#${step.number} ${line}`);
}
// src/buildkit/facts.ts
/** How compilers, interpreters, shells and apt begin or end a line that says what is wrong. */
const ERROR = /^\s*(?:[\w.]{0,100}(?:Error|Exception)|error|fatal|ERROR|E)(?:\[\w{1,20}\])?: \S|: (?:fatal )?error: |\b(?:command|executable) not found\b|: not found$|^\s*CMake Error\b/;
/** That some package's own build failed, which tells nothing of why. */
const NO_REASON = /error: (?:subprocess-exited-with-error|metadata-generation-failed|failed-wheel-build|legacy-install-failure)|ERROR: Failed (?:building wheel|to build)/i;
/** The last lines of an output; above them the first line that says what is wrong, if none of them is it. */
function lastWords$1(tail) {
	const last = tail.slice(-20);
	const reason = tail.find((line) => ERROR.test(plain(line)) && !NO_REASON.test(line));
	return [...reason !== void 0 && !last.includes(reason) ? [reason.trim(), "…"] : [], ...last].join("\n");
}
function failedStep(steps) {
	return steps.find((step) => step.error && /did not complete successfully/.test(step.error));
}
/** What failed in a build, by its steps and by what buildx said besides. */
function describeFailure(steps, errorText) {
	const failed = failedStep(steps);
	const line = failedLine(errorText);
	const instruction = failed?.name.replace(/^\[[^\]]*\] /, "") ?? /^ *\d+ \| >>> (.+)$/m.exec(errorText)?.[1];
	return {
		...instruction === void 0 ? {} : { instruction },
		...line === void 0 ? {} : { line },
		output: failed && failed.tail.length > 0 ? lastWords$1(failed.tail) : errorText
	};
}
// src/dockerfile/frontend.ts
/**
* What may be such a line, more rather than less
* (https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/directives.go).
*/
const DIRECTIVE = /^[^\w\n\r\u2028\u2029]*syntax\s*=(.*)$/gim;
/** Docker's own, since it heeds a .dockerignore beside the Dockerfile. A digest doesn't tell of which version it is. */
const DOCKERS_OWN = /^(?:docker\.io\/)?docker\/dockerfile(?::(?:latest|labs|1(?:\.[1-9]\d*(?:\.\d+)?)?(?:-(?:labs|experimental))?))?$/;
/** Whether a build leaves out what the .dockerignore beside the Dockerfile lists; build arguments are `NAME=value`. */
function heedsIgnoreFile(dockerfile, buildArguments) {
	const typed = buildArguments.flatMap((pair) => /^BUILDKIT_SYNTAX(?:=(.*))?$/s.exec(pair)?.slice(1) ?? []);
	const written = [...dockerfile.matchAll(DIRECTIVE)].map(([, value = ""]) => value.trim());
	return !/^\s*\{/.test(dockerfile) && [...typed, ...written].every((value) => DOCKERS_OWN.test(value ?? ""));
}
// src/dockerfile/reach.ts
/**
* Whether instructions take a path of the build context, or something in it; where nobody knows what they take, they
* do.
*/
function reaches(copies, path) {
	if (!copies) return true;
	const place = path.split("/");
	return copies.some(({ sources }) => sources.some((source) => {
		const names = namesOf(source).slice(0, place.length);
		return names.length === 0 || asPathPattern(names)(place);
	}));
}
/** BuildKit takes the context for the root: no path leads out of it. */
function namesOf(source) {
	const names = [];
	for (const name of source.split("/")) if (name === "..") names.pop();
	else if (name !== "" && name !== ".") names.push(name);
	return names;
}
// src/dockerfile/steps/context-files.ts
/**
* Finds what a source of a COPY instruction brings, piece by piece, so that one who has seen enough can stop. Fails with
* a Doubt at links on the way, special files and names that are not plain; with the system's error where it can't read.
*/
async function* entriesOf(context, source) {
	yield* matching(context, "", posix.normalize(`/${source}`).split("/").filter((name) => name !== ""), false);
}
async function* matching(context, path, names, isPattern) {
	const entry = await entryAt(context, path);
	if (!entry) return;
	if (entry.kind === "link") throw new Doubt(`${path} is a link, and the dev stage copies it`);
	const [name, ...rest] = names;
	if (name === void 0) yield* whole(context, entry, !isPattern);
	else if (!/[*?]/.test(name)) yield* matching(context, posix.join(path, name), rest, isPattern);
	else if (entry.kind === "folder") for (const found of (await namesIn(context, path)).filter(asPattern(name))) yield* matching(context, posix.join(path, found), rest, true);
}
/** An entry with all that it holds, less what is ignored. */
async function* whole(context, entry, isNamed) {
	const { ignore } = context;
	let isKept = isNamed || !ignore.ignores(entry.path);
	if (isKept) yield entry;
	if (entry.kind !== "folder" || !isKept && !ignore.hasExceptions) return;
	for (const name of await namesIn(context, entry.path)) {
		const within = await entryAt(context, posix.join(entry.path, name));
		if (!within) continue;
		for await (const found of whole(context, within, false)) {
			if (!isKept) yield entry;
			isKept = true;
			yield found;
		}
	}
}
async function entryAt({ folder }, path) {
	const stats = await lstat(join(folder, path)).catch((error) => {
		if (error.code === "ENOENT" || error.code === "ENOTDIR") return void 0;
		throw error;
	});
	return stats && {
		path,
		kind: kindOf(stats, path),
		mode: stats.mode & 4095
	};
}
function kindOf(stats, path) {
	if (stats.isFile()) return "file";
	if (stats.isDirectory()) return "folder";
	if (stats.isSymbolicLink()) return "link";
	throw new Doubt(`${path} is no regular file, and the dev stage copies it`);
}
async function namesIn({ folder }, path) {
	return (await readdir(join(folder, path), { encoding: "buffer" })).map((bytes) => requirePlainName(bytes, path)).sort();
}
/** Names are compared as text here, but as bytes by BuildKit. */
function requirePlainName(bytes, path) {
	const name = bytes.toString();
	if (Buffer.from(name).equals(bytes) && !/\p{Cc}/u.test(name)) return name;
	throw new Doubt(`the folder ${path || "of the build context"} holds a file with an unusual name`);
}
// src/dockerfile/steps/sources.ts
/**
* What COPY of this many files brings is a project rather than what its packages are made from. Sources that are compiled
* aside may bring as many more as they are: a library that lies in the project has its documents and build files with it.
*/
const MANY_FILES = 20;
/** Of a Dockerfile or .dockerignore, which tests may have replaced. */
const MOST_BYTES = 1 << 20;
const CODE = new Set(`.c .cc .cpp .f90 .go .h .hpp .ipynb .java .jl .js .pxd .py .pyx .qmd .r .rmd .rs .ts`.split(" "));
/** Looks at the files that a stage depends on. Never rejects because of what it finds: that is a doubt. */
async function inspectSources(paths, stage) {
	if (stage.doubt !== void 0) return { doubt: stage.doubt };
	try {
		const ignoreFiles = await readIgnoreFiles(paths);
		const ignore = readIgnore(ignoreFiles.content.toString());
		if (!ignore.isKnown) throw new Doubt("the .dockerignore is unusually long");
		const context = {
			folder: paths.context,
			ignore
		};
		const listings = await listCopies(stage, context, new Set(paths.dependencies.map(asContextPath)));
		const sources = listings.find((listing) => "line" in listing);
		if (sources) return sources;
		const entries = listings.flatMap((listing) => "entries" in listing ? listing.entries : []);
		return { hash: await hashAll([stage.text, ...ignoreFiles.contents], entries, context) };
	} catch (error) {
		return { doubt: asDoubt(error, paths.context) };
	}
}
/** What a build context leaves out, as far as it can be read. Never rejects. */
async function inspectIgnore(paths) {
	return readIgnoreFiles(paths).then((files) => readIgnore(files.content.toString()), () => UNKNOWN);
}
/** What the .dockerignore holds that counts. Fails with a Doubt where it is no file that can be read. */
async function ignoreContent(paths) {
	return (await readIgnoreFiles(paths)).content;
}
/** The file beside the Dockerfile counts, or else the one in the context. */
async function readIgnoreFiles({ context, dockerfile }) {
	const own = await readIgnoreFile(`${dockerfile}.dockerignore`);
	const common = await readIgnoreFile(join(context, ".dockerignore"));
	return {
		content: own ?? common ?? Buffer.alloc(0),
		contents: [own, common].map((content) => content ? `=${content.toString("base64")}` : "")
	};
}
async function readIgnoreFile(path) {
	try {
		const content = await readRegularFile(path, MOST_BYTES);
		if (content) return content;
	} catch (error) {
		if (error.code === "ENOENT") return void 0;
		throw error;
	}
	throw new Doubt(`${basename(path)} is no regular file of at most 1 MiB`);
}
async function listCopies({ copies, text }, context, dependencies) {
	const listings = [];
	for (const copy of copies) listings.push(await listCopy(copy, context, dependencies, isApart(copy, text)));
	return listings;
}
/** Stops where it is plain that sources are copied: a whole project may be large. */
async function listCopy({ sources, line, instruction }, context, dependencies, isApart) {
	const isMount = instruction.startsWith("RUN ");
	const found = {
		line,
		instruction,
		...isApart ? { isApart } : {}
	};
	const entries = [];
	const others = /* @__PURE__ */ new Set();
	let compiled = 0;
	for (const source of sources) {
		let isInFolder = false;
		for await (const entry of entriesOf(context, source)) {
			entries.push(entry);
			isInFolder ||= entry.kind === "folder";
			if (isMount && entry.kind === "folder") throw new Doubt(`line ${line} mounts a folder of the build context`);
			if (entry.kind === "folder" || dependencies.has(entry.path)) continue;
			if (isApart && isCode(entry.path) && !(isInFolder && entry.path.endsWith(".py"))) {
				compiled++;
				continue;
			}
			others.add(entry.path);
			if (!isCode(entry.path) && (isApart || others.size <= MANY_FILES)) continue;
			if (isMount) throw new Doubt(`line ${line} mounts code of the build context`);
			return found;
		}
	}
	return others.size <= MANY_FILES + compiled ? { entries } : found;
}
/** Whether it is copied to another place than where the project is mounted, as far as the Dockerfile tells. */
function isApart({ instruction }, text) {
	const [, target] = /^COPY .* (\/[^\s"]+?)\/*$/i.exec(instruction) ?? [];
	const places = [...text.matchAll(/^[ \t]*WORKDIR[ \t]+(\S+?)\/*$/gim)].map(([, place = ""]) => place);
	const isOther = (place) => /^\/[^$]*$/.test(place) && !`${target}/`.startsWith(`${place}/`) && !`${place}/`.startsWith(`${target}/`);
	return target !== void 0 && places.length > 0 && places.every(isOther);
}
/** setup.py names dependencies. */
function isCode(path) {
	return basename(path) !== "setup.py" && CODE.has(extname(path).toLowerCase());
}
function asContextPath(path) {
	return posix.normalize(`/${path}`).slice(1);
}
/** One digest of texts and entries, whatever the order in which the entries were found. */
async function hashAll(texts, entries, context) {
	const unique = new Map(entries.map((entry) => [entry.path, entry]));
	const hash = createHash("sha256").update(JSON.stringify(texts));
	for (const { path, kind, mode } of [...unique.values()].sort((a, b) => a.path < b.path ? -1 : 1)) hash.update(JSON.stringify([
		path,
		kind,
		mode,
		await contentOf(join(context.folder, path), kind)
	]));
	return hash.digest("hex");
}
async function contentOf(path, kind) {
	if (kind === "link") return (await readlink(path, { encoding: "buffer" })).toString("base64");
	if (kind !== "file") return "";
	const hash = createHash("sha256");
	const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
	for await (const chunk of file.createReadStream()) hash.update(chunk);
	return hash.digest("hex");
}
function asDoubt(error, context) {
	if (error instanceof Doubt) return error.message;
	const { code, path } = error;
	if (code === void 0 || path === void 0) throw error;
	return `${relative(context, path) || "the build context"} can't be read (${code})`;
}
/** What a Dockerfile holds; undefined where it is no regular file of at most 1 MiB, or may not be read. */
async function readDockerfile(path) {
	return readRegularFile(path, MOST_BYTES).catch(() => void 0);
}
/** Looks at what a stage depends on, as it is at this moment; undefined where there is nothing to look at. */
async function inspectStage({ context, dockerfile, dependencies }, target, buildArguments) {
	if (!context || !dockerfile) return void 0;
	const content = await readDockerfile(dockerfile);
	const text = content?.toString() ?? "";
	const inputs = {
		...readStage(text, target, buildArguments),
		...content ? {} : { doubt: "the Dockerfile is no regular file of at most 1 MiB" }
	};
	return {
		inputs,
		sources: await inspectSources({
			context,
			dockerfile,
			dependencies: dependencies.files
		}, inputs),
		dockerfile: text
	};
}
// src/buildkit/credentials.ts
const MOST_NAMES = 5;
/** A line of a .dockerignore that leaves out a path of the context; what means something there may be any character. */
function ignoreLine(path) {
	return `/${path.replace(/[^\w./-]+/g, "*")}`;
}
/** That files with a credential were left out of what was built; paths are relative to the context. */
function keptOutSentence(paths) {
	const isOne = paths.length === 1;
	return sentence`No image gets ${named(paths)}, since ${isOne ? "it holds" : "they hold"} a credential: add the line ".git" to .dockerignore, or ${words.keepNoCredential}.`;
}
/** That nothing can be built, since a program which is not known could read files with a credential. */
function unsafeBuildSentence(paths) {
	const isOne = paths.length === 1;
	return sentence`${named(paths)} ${isOne ? "holds" : "hold"} a credential, and the Dockerfile may ask for a program of its own ("# syntax=") that could take it: ${words.keepNoCredential}; or name the program as docker/dockerfile:1.`;
}
function named(paths) {
	const names = paths.slice(0, MOST_NAMES).map(plain);
	const left = paths.length - names.length;
	return listed(left > 0 ? [...names, `${left} more`] : names);
}
// src/buildkit/steps/context.ts
/**
* Lets a build see no git configuration of the context that holds a credential: it gets a .dockerignore of its own, with
* these files at its end, beside a copy of the Dockerfile; the checkout stays as it is. Fails where the build might not
* heed that.
*/
async function withoutGitCredentials(plan, temp) {
	const dockerfile = await readDockerfile(plan.dockerfile);
	const files = await credentialFiles(plan, dockerfile);
	if (files.length === 0 || !dockerfile) return {
		plan,
		keptOut: []
	};
	const ignored = await ignoreContent(plan).catch((error) => {
		throw error instanceof Doubt ? new UserError(`${error.message}: make it one.`) : error;
	});
	const copy = join(await mkdtemp(join(temp, "build-")), basename(plan.dockerfile));
	await writeFile(copy, dockerfile);
	await writeFile(`${copy}.dockerignore`, Buffer.concat([ignored, Buffer.from(`\n${files.map(ignoreLine).join("\n")}\n`)]));
	const copies = readCopies(dockerfile.toString(), plan.stage, plan.buildArguments);
	return {
		plan: {
			...plan,
			dockerfile: copy
		},
		keptOut: files.filter((path) => reaches(copies, path))
	};
}
/** Fails where a program that is not known would read the Dockerfile, and could see a credential of git's. */
async function requireNoCredentials(seen) {
	const dockerfile = await readDockerfile(seen.dockerfile);
	if (!isHeeded(seen, dockerfile)) await credentialFiles(seen, dockerfile);
}
function isHeeded({ buildArguments }, dockerfile) {
	return dockerfile !== void 0 && heedsIgnoreFile(dockerfile.toString(), buildArguments);
}
/** Files of the context that hold a credential and are not ignored, relative to it. Fails where nothing keeps them out. */
async function credentialFiles(seen, dockerfile) {
	const ignore = isHeeded(seen, dockerfile) ? await inspectIgnore(seen) : UNKNOWN;
	const isSkipped = (folder) => ignore.ignores(folder) && !ignore.hasExceptions;
	const files = [];
	for await (const found of findGitData(seen.context, { isSkipped })) {
		const path = relative(seen.context, found.path);
		if (found.kind === "credential" && !ignore.ignores(path)) files.push(path);
	}
	if (files.length > 0 && !isHeeded(seen, dockerfile)) throw new UserError(unsafeBuildSentence(files));
	return files;
}
// src/buildkit/steps/build.ts
/**
* Builds a stage into the engine's image store, from a restored cache entry if there is one. A failed build is a value.
* Fails where a credential of git's could not be kept out of it.
*/
async function buildStage(plan, run, entry) {
	if (run.reader === "runner") for (const line of linesToMask(plan.secrets)) setSecret(line);
	const harmless = await withoutGitCredentials(plan, run.temp);
	const [facts, seconds] = await timed(() => run.reader === "terminal" ? buildOnTerminal(harmless.plan, run) : withBuildLog(run, (log) => build(harmless.plan, run, log, entry)));
	const { keptOut } = harmless;
	return {
		...facts,
		...keptOut.length > 0 ? { keptOut } : {},
		seconds
	};
}
/**
* Builds the first layers of a stage, which are there already, as an image of their own, without a word in the log. Only
* this run has it, until its reference is taken away.
*/
async function buildHead(plan, dockerfile, run) {
	const file = join(run.temp, "head.Dockerfile");
	await writeFile(file, dockerfile);
	await copyFile(`${plan.dockerfile}.dockerignore`, `${file}.dockerignore`).catch(() => void 0);
	return build((await withoutGitCredentials({
		...plan,
		dockerfile: file,
		tags: [ownReference(run.id, "head")],
		noCache: false,
		isCacheable: true
	}, run.temp)).plan, run, () => void 0);
}
async function build(plan, run, log, entry) {
	const metadataFile = metadataFileOf(plan, run);
	const progress = followProgress((base64) => Buffer.from(base64, "base64").toString());
	const onStderr = byLine((line) => show(log, progress.read(line)));
	const exitCode = await followDocker(buildStageArguments(plan, metadataFile, entry), {
		onStdout: log,
		onStderr,
		signal: run.signal
	}, { environment: secretEnvironment(plan.secrets) });
	const steps = progress.steps();
	if (exitCode !== 0) return {
		stage: plan.stage,
		steps,
		failure: describeFailure(steps, progress.errorText())
	};
	return {
		stage: plan.stage,
		steps,
		image: await builtImage(metadataFile)
	};
}
/** A person sees BuildKit's own live progress, and what failed in it: nothing of it is read. */
async function buildOnTerminal(plan, run) {
	const metadataFile = metadataFileOf(plan, run);
	const args = buildStageArguments(plan, metadataFile, void 0, "tty");
	if (await attachDocker(args, run.signal, { environment: secretEnvironment(plan.secrets) }) !== 0) return {
		stage: plan.stage,
		steps: [],
		failure: { output: "" }
	};
	return {
		stage: plan.stage,
		steps: [],
		image: await builtImage(metadataFile)
	};
}
function metadataFileOf({ dockerfile, stage }, { temp }) {
	return join(temp, `${basename(dockerfile)}-${stage.replace(/\W/g, "_")}.json`);
}
async function builtImage(metadataFile) {
	return inspectImage(JSON.parse(await readFile(metadataFile, "utf8"))["containerimage.digest"] ?? "");
}
function show(log, lines) {
	if (lines.length > 0) log(`${lines.join("\n")}\n`);
}
/** Cuts chunks into lines; the last line needs no line break of its own only if buildx gives it one, which it does. */
function byLine(onLine) {
	const decoder = new StringDecoder("utf8");
	let rest = "";
	return (chunk) => {
		const lines = (rest + decoder.write(chunk)).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) onLine(line);
	};
}
// src/engine/steps/address.ts
/** Where the client looks for the engine, found as it does. Never rejects. */
async function findSocket(client) {
	const { host, configFolder } = client;
	const at = (address = "") => {
		const path = /^unix:\/\/(\/.+)$/.exec(address)?.[1];
		return {
			...path === void 0 ? {} : { socket: path },
			host: address
		};
	};
	if (host !== "") return {
		...at(host),
		contextName: "default",
		origin: "DOCKER_HOST"
	};
	const configured = parse$1(await readFile(join(configFolder, "config.json"), "utf8").catch(() => "{}"))?.currentContext;
	const contextName = client.contextName || configured || "default";
	if (contextName === "default") return {
		...at("unix:///var/run/docker.sock"),
		contextName,
		origin: "default"
	};
	const meta = join(configFolder, "contexts/meta", sha256(contextName), "meta.json");
	const { Endpoints } = parse$1(await readFile(meta, "utf8").catch(() => "{}")) ?? {};
	const origin = client.contextName ? "DOCKER_CONTEXT" : "configuration";
	return {
		...at(Endpoints?.docker?.Host),
		contextName,
		origin
	};
}
/** A JSON text's value; undefined where it is none. */
function parse$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
// src/engine/steps/api.ts
/**
* The engine's answer to a call of its API, as text. Fails with the engine's own words where it refuses, and with a few
* words where it can't be reached or has not answered in full after `patienceSeconds` seconds.
*/
async function callEngine(socketPath, path, { tar, patienceSeconds = 10 } = {}) {
	const signal = AbortSignal.timeout(patienceSeconds * 1e3);
	const headers = tar && {
		"content-type": "application/x-tar",
		"content-length": tar.length
	};
	const options = {
		socketPath,
		path,
		signal,
		...headers ? {
			method: "POST",
			headers
		} : {}
	};
	try {
		const answer = await new Promise((resolve, reject) => {
			request(options, resolve).on("error", reject).end(tar);
		});
		const said = await text(answer);
		if (answer.statusCode === 200) return said;
		throw new Error(parse$1(said)?.message ?? said.trim());
	} catch (error) {
		throw signal.aborted ? /* @__PURE__ */ new Error(`no answer within ${patienceSeconds} s`) : error;
	}
}
/** What the engine says at a path of its API; undefined where it can't be reached so, is too slow, or has no such thing. */
async function askEngine(socketPath, path, call) {
	return callEngine(socketPath, path, call).then(parse$1, () => void 0);
}
// src/laptop/local-images.ts
const HASH = /-[0-9a-f]{24}$/;
/** A pattern for `docker image ls` that has all images of the same stage, and may have those of others. */
function likeStageOf(reference) {
	return `${reference.replace(HASH, "")}-*`;
}
/** References among those that docker printed, one a line, of what the same stage was before. */
function olderThan(reference, printed) {
	const stage = reference.replace(HASH, "");
	return printed.split("\n").filter((other) => HASH.test(other) && other !== reference).filter((other) => other.replace(HASH, "") === stage);
}
// src/laptop/steps/local-image.ts
/** The name under which a project's images and its home are kept on this machine: of the folder, and told apart from others. */
function projectName(folder) {
	return `${(basename(folder).toLowerCase().match(/[a-z0-9]+/g) ?? ["project"]).join("-").slice(0, 60)}-${sha256(folder).slice(0, 8)}`;
}
/** Names a stage's image by all that it depends on. */
function localImage(plan, stage) {
	const repository = `dev-in-docker/${projectName(plan.context)}`;
	const name = plan.stage.replace(/[^a-z0-9._-]/g, "-");
	const sources = stage?.sources;
	const isBelieved = sources !== void 0 && "hash" in sources;
	const everything = [
		plan.stage,
		...plan.buildArguments.toSorted(),
		isBelieved ? sources.hash : "",
		defaultPlatform$1()
	];
	const reference = `${repository}:${isBelieved ? `${name}-${sha256(JSON.stringify(everything)).slice(0, 24)}` : name}`;
	return {
		plan: {
			...plan,
			tags: [reference]
		},
		reference,
		isBelieved
	};
}
/** The image, if the engine has it and it is what a build would make. */
async function findImage({ reference, isBelieved }, socket) {
	if (!isBelieved) return void 0;
	if (socket !== void 0) {
		const answer = await askEngine(socket, `/images/${reference}/json`);
		return answer && imageOf(answer);
	}
	const { exitCode, stdout } = await docker([
		"image",
		"inspect",
		"--format",
		"{{json .}}",
		reference
	]);
	return exitCode === 0 ? imageOf(JSON.parse(stdout)) : void 0;
}
/** Builds the image; those that the same stage was before lose their tags. A failed build is a value. */
async function makeImage({ plan, reference }, run) {
	const built = await buildStage(plan, run);
	if (built.image) await forgetOthers(reference);
	return built;
}
async function forgetOthers(reference) {
	const list = [
		"image",
		"ls",
		"--filter",
		`reference=${likeStageOf(reference)}`,
		"--format",
		"{{.Repository}}:{{.Tag}}"
	];
	const older = olderThan(reference, (await docker(list)).stdout);
	if (older.length > 0) await docker([
		"image",
		"rm",
		...older
	]);
}
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
// node_modules/semver/index.js
var require_semver = /* @__PURE__ */ __commonJSMin(((exports, module) => {
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
}));
// src/engine/judge.ts
var import_semver = require_semver();
/** Since 25.0 `docker save` writes an OCI layout on either image store, which BuildKit can read as a cache. */
const OLDEST_ENGINE = "25.0.0";
/** Since 0.17 `--call` lists stages as JSON. */
const OLDEST_BUILDX = "0.17.0";
/** Judges an engine. */
function judgeEngine({ BuildahVersion, host, ServerVersion = "", said, ServerErrors }) {
	if (BuildahVersion || host?.buildahVersion) return {
		kind: "unusable",
		trouble: { kind: "podman" }
	};
	if (ServerVersion === "") return {
		kind: "silent",
		said: said || ServerErrors?.[0] || "it gave no reason"
	};
	const trouble = tooOld$1("Docker Engine", ServerVersion, OLDEST_ENGINE);
	return trouble ? {
		kind: "unusable",
		trouble
	} : { kind: "usable" };
}
/** Why no build can be done with a client; undefined if it can, or where it tells nothing of itself, as one does that knows no context. */
function buildxTrouble(info) {
	return info.ClientInfo && tooOld$1("Docker Buildx", buildxVersion(info), OLDEST_BUILDX);
}
/** Version of the client's buildx; empty where it has none. */
function buildxVersion({ ClientInfo }) {
	return ClientInfo?.Plugins?.find((plugin) => plugin.Name === "buildx")?.Version ?? "";
}
function tooOld$1(what, version, oldest) {
	const found = (0, import_semver.coerce)(version);
	return found && !(0, import_semver.lt)(found, oldest) ? void 0 : {
		kind: "too-old",
		what,
		version,
		oldest
	};
}
/** What is of interest in what an engine says of itself. */
function describeEngine(info, { socket, contextName }) {
	const security = JSON.stringify(info.SecurityOptions ?? "");
	return {
		version: info.ServerVersion ?? "",
		store: JSON.stringify(info.DriverStatus ?? "").includes("io.containerd.snapshotter.v1") ? "containerd" : "classic",
		architecture: info.Architecture ?? "unknown",
		...socket === void 0 ? {} : { socket },
		isUserMapped: /name=(?:rootless|userns)/.test(security),
		isRootless: /name=rootless/.test(security),
		isLabelled: /name=selinux/.test(security),
		builder: info.ClientInfo?.Context ?? contextName
	};
}
/** Whether the system's list of groups (`/etc/group`) has a user in the group of that number. */
function isInGroup(groups, gid, user) {
	return groups.split("\n").find((line) => line.split(":")[2] === String(gid))?.split(":")[3]?.split(",").includes(user) ?? false;
}
// src/engine/trouble.ts
/** What is wrong with the engine and how to fix it, in one sentence. */
function engineSentence(trouble, system) {
	const { problem, cure } = explainEngine(trouble, system);
	return `${problem}: ${cure}.`;
}
/** The same in two parts. */
function explainEngine(trouble, system) {
	return system === "runner" ? explainToRunner(trouble) : explainToPerson(trouble, system);
}
function explainToRunner(trouble) {
	const other = "use a runner that has it, such as runs-on: ubuntu-latest";
	switch (trouble.kind) {
		case "no-client": return {
			problem: "This runner has no Docker",
			cure: other
		};
		case "podman": return {
			problem: "This runner has Podman in place of Docker, which this action needs",
			cure: other
		};
		case "too-old": return {
			problem: `This runner has ${tooOld(trouble)}`,
			cure: "update it, or use runs-on: ubuntu-latest"
		};
		default: return {
			problem: `The Docker engine does not answer (${plain(trouble.said)})`,
			cure: "start it, or let this job's user reach its socket"
		};
	}
}
function explainToPerson(trouble, system) {
	switch (trouble.kind) {
		case "no-client": return {
			problem: "Docker is not installed, or its program \"docker\" is not on the PATH",
			cure: INSTALL[system]
		};
		case "podman": return {
			problem: "What answers as \"docker\" is Podman, which lacks what dev-in-docker needs of BuildKit",
			cure: INSTALL[system]
		};
		case "unknown-context": return {
			problem: `There is no Docker context ${trouble.context}, which ${nameOf(trouble.origin)} names`,
			cure: trouble.origin === "DOCKER_CONTEXT" ? `unset DOCKER_CONTEXT, or ${USE_CONTEXT}` : USE_CONTEXT
		};
		case "not-running": return {
			problem: `The Docker engine is not running (nothing listens on ${trouble.socket})`,
			cure: starter(trouble.socket, system) + instead(trouble.origin)
		};
		case "denied": return {
			problem: `You may not use Docker yet (no permission for ${trouble.socket})`,
			cure: admission(trouble, system)
		};
		case "silent": return {
			problem: `The Docker engine does not answer (${plain(trouble.said)})`,
			cure: `see whether "docker version" gets an answer, and restart it if not${instead(trouble.origin)}`
		};
		case "too-old": return {
			problem: `This machine has ${tooOld(trouble)}`,
			cure: trouble.what === "Docker Engine" ? UPDATE[system] : BUILDX[system]
		};
	}
}
const INSTALL = {
	linux: "install Docker Engine, see https://docs.docker.com/engine/install/",
	macos: "install Docker Desktop, see https://docs.docker.com/get-started/get-docker/",
	wsl: "install Docker Desktop on Windows and turn on its WSL integration for this distribution (Settings, Resources), see https://docs.docker.com/desktop/features/wsl/"
};
const UPDATE = {
	linux: "update it, see https://docs.docker.com/engine/install/ (distributions may have old ones)",
	macos: "update Docker Desktop, or what else brings your engine",
	wsl: "update Docker Desktop on Windows, or Docker Engine in this distribution"
};
const BUILDX = {
	linux: "install docker-buildx-plugin where Docker comes from docker.com, else the package docker-buildx of your distribution",
	macos: "update Docker Desktop; or with Homebrew \"brew install docker-buildx\", then do what \"brew info docker-buildx\" says of cliPluginsExtraDirs",
	wsl: "update Docker Desktop on Windows; or, with Docker Engine in this distribution, install docker-buildx-plugin"
};
const START = {
	linux: "run \"sudo systemctl start docker\"",
	macos: "start Docker Desktop (\"open -a Docker\")",
	wsl: "start Docker Desktop on Windows and turn on its WSL integration for this distribution (Settings, Resources); or, with Docker Engine in this distribution, run \"sudo service docker start\""
};
const USE_CONTEXT = "choose one that \"docker context ls\" shows, with \"docker context use default\" or the like";
/** Where several programs bring an engine, its socket tells which one it was. */
const STARTERS = [
	[/\/\.docker\/(?:desktop|run)\/docker\.sock$/, "start Docker Desktop"],
	[/\/\.?colima\//, "run \"colima start\""],
	[/\/\.orbstack\//, "start OrbStack"],
	[/\/\.rd\//, "start Rancher Desktop"],
	[/^\/run\/user\/\d+\/docker\.sock$/, "run \"systemctl --user start docker\""]
];
function starter(socket, system) {
	return STARTERS.find(([pattern]) => pattern.test(socket))?.[1] ?? START[system];
}
function admission({ isMember, socket }, system) {
	if (system === "macos") return `${starter(socket, system)} as yourself, as another user seems to have done`;
	return isMember ? "log out and in again (or restart), so that your login knows of the group you are already in" : "run \"sudo usermod -aG docker $USER\", then log out and in again (who is in that group can do what root can)";
}
function instead(origin) {
	if (origin === "default") return "";
	return origin === "configuration" ? `, or ${USE_CONTEXT}` : `, or unset ${origin}, which says to look there`;
}
function nameOf(origin) {
	return origin === "configuration" || origin === "default" ? "docker's configuration" : origin;
}
function tooOld({ what, version, oldest }) {
	return `${version === "" ? `no ${what}` : `${what} ${plain(version)}`}, but ${oldest} or newer is needed`;
}
/** Why docker could not run a container, in its own words; empty where it said nothing. */
function refusal(said) {
	return (said.split("\n").filter((line) => line.trim() !== "" && !/^(?:Run|See) 'docker run --help'/.test(line)).at(-1) ?? "").trim().replace(/\.$/, "");
}
/** What docker or buildx says at its end, on one line: buildx puts what the registry said below its own words. */
function lastWords(output) {
	const lines = output.trim().split("\n");
	const error = lines.findLastIndex((line) => line.startsWith("ERROR: "));
	return lines.slice(error < 0 ? -1 : error).join(" ").replace(/\s+/g, " ").trim();
}
// src/engine/steps/silence.ts
/** Why an engine does not answer, from what the client said and what its socket does. Never rejects. */
async function explainSilence(said, address) {
	const { socket, contextName: context, origin } = address ?? {
		contextName: "",
		origin: "default"
	};
	if (context !== "" && origin !== "DOCKER_HOST" && /context not found|unable to resolve docker endpoint/.test(said)) return {
		kind: "unknown-context",
		context,
		origin,
		said
	};
	const code = socket === void 0 ? void 0 : await refusalOf(socket);
	if (socket === void 0 || code === void 0) return {
		kind: "silent",
		origin,
		said
	};
	if (code === "EACCES") return {
		kind: "denied",
		socket,
		isMember: await isMemberOf(socket),
		said
	};
	return {
		kind: "not-running",
		socket,
		origin,
		said
	};
}
/** The system's word for why nothing answers at a socket; undefined where something does. */
function refusalOf(path) {
	return new Promise((resolve) => {
		const socket = connect(path, () => {
			socket.destroy();
			resolve(void 0);
		});
		socket.on("error", (error) => resolve(error.code ?? "unknown"));
	});
}
/** Whether the system's list of groups has this user in that of the socket: only a new login will know. */
async function isMemberOf(socket) {
	try {
		const { gid } = await stat(socket);
		return isInGroup(await readFile("/etc/group", "utf8"), gid, userInfo().username);
	} catch {
		return false;
	}
}
// src/engine/steps/system.ts
/** Whose machine a run is on. */
function systemOf({ reader }) {
	return reader === "runner" ? "runner" : personsSystem();
}
/** The system of a person's machine, as far as its cures differ. */
function personsSystem() {
	if (process.platform === "darwin") return "macos";
	return process.platform === "win32" || /microsoft/i.test(release()) ? "wsl" : "linux";
}
// src/engine/steps/inspect.ts
/** The client may have to wait for an engine that has much to do. */
const PATIENCE_SECONDS = 60;
/**
* Asks the engine what it is: over its own socket, which takes a few milliseconds, or else through the client, which
* takes some hundred on a fresh machine. Fails where there is none, or one too old.
*/
async function inspectEngine(client, run) {
	const found = await examineEngine(client);
	if ("trouble" in found) throw new UserError(engineSentence(found.trouble, systemOf(run)));
	return found.engine;
}
/** The engine, with all that it said of itself; or why there is none that can be used. Never rejects. */
async function examineEngine(client, patienceSeconds = PATIENCE_SECONDS) {
	const address = await findSocket(client);
	const info = address.socket && await askEngine(address.socket, "/info") || await askClient(patienceSeconds);
	if (!info) return { trouble: { kind: "no-client" } };
	const trouble = await engineTrouble(info, address) ?? buildxTrouble(info);
	return trouble ? { trouble } : {
		engine: describeEngine(info, address),
		info
	};
}
/** Fails where the client has no buildx that can do what a build needs. */
async function requireBuildx(run) {
	const { trouble, engineTrouble } = await examineClient();
	const first = engineTrouble ?? trouble;
	if (first) throw new UserError(engineSentence(first, systemOf(run)));
}
/** Asks the docker client what it is. Never rejects. */
async function examineClient(patienceSeconds = PATIENCE_SECONDS) {
	const info = await askClient(patienceSeconds);
	if (!info) return {
		version: "",
		buildx: "",
		trouble: { kind: "no-client" }
	};
	const trouble = buildxTrouble(info);
	const engine = await engineTrouble(info);
	return {
		version: info.ClientInfo?.Version ?? "",
		buildx: buildxVersion(info),
		...trouble ? { trouble } : {},
		...engine ? { engineTrouble: engine } : {}
	};
}
/** What the client says of itself and of the engine; undefined where there is no client. */
async function askClient(patienceSeconds) {
	const answer = await askBriefly("docker", [
		"info",
		"--format",
		"{{json .}}"
	], patienceSeconds * 1e3);
	if (!answer) return void 0;
	const said = answer.exitCode === 124 ? `no answer within ${patienceSeconds} s` : answer.stderr.trim().split("\n").at(-1);
	return {
		...parse$1(answer.stdout),
		...said ? { said } : {}
	};
}
/** Why the engine that said this can't be used; undefined if it can. */
async function engineTrouble(info, address) {
	const judgement = judgeEngine(info);
	if (judgement.kind === "silent") return explainSilence(judgement.said, address);
	return judgement.kind === "unusable" ? judgement.trouble : void 0;
}
// src/buildkit/plan.ts
/** A stage that the Dockerfile has; fails where there is none of that name. Of a Dockerfile that can't be read, that is BuildKit's to report. */
function requireStage(name, stage, stages) {
	if (stages === void 0 || stages.includes(stage)) return stage;
	const there = stages.length > 0 ? `It has: ${stages.join(", ")}.` : "None of its stages has a name.";
	throw new UserError(sentence`The Dockerfile has no stage ${quoted(stage)}. ${there} Name a stage with "FROM … AS ${stage}", or set ${input(name)}.`);
}
// src/buildkit/steps/secrets.ts
/** Looks at the files and variables that the builds' secrets come from. Never rejects. */
async function inspectSecrets(inputs, workspace) {
	const { files, variables } = secretSources(inputs);
	const found = await Promise.all(files.map(async (name) => [name, await inspectFile(workspace, name)]));
	const absent = found.flatMap(([name, file]) => file ? [] : [name]);
	const meant = await Promise.all(absent.map(async (name) => [name, await inspectFile(workspace, join(inputs.context, name))]));
	return {
		meant: new Map(meant.flatMap(([name, file]) => file ? [[name, join(inputs.context, name)]] : [])),
		files: new Map(found.flatMap(([name, file]) => file ? [[name, file]] : [])),
		variables: namedVariables(variables)
	};
}
/** What a path leads to; nothing where that is out of the checkout, which a link of a pull request could do. */
async function inspectFile(workspace, name) {
	try {
		const path = await findWithin(await realpath(workspace), name, "isFile");
		return path === void 0 ? void 0 : {
			path,
			isEmpty: (await readFile(path, "utf8")).trim() === ""
		};
	} catch {
		return;
	}
}
// src/buildkit/steps/stages.ts
/**
* Names of the Dockerfile's stages in lower case; undefined where BuildKit can't read it (the build will say why).
* BuildKit, which takes a fifth of a second to answer, is asked only where the target is not among those that were read. Fails
* where a program of the Dockerfile's own would answer, and could see a credential of git's.
*/
async function listStages(builder, { context, dockerfile }, target, read = []) {
	if (!context || !dockerfile) return void 0;
	if (read.includes(target.toLowerCase())) return read;
	await requireNoCredentials({
		context,
		dockerfile,
		buildArguments: []
	});
	const answer = await docker(stagesArguments({
		builder,
		context,
		dockerfile
	}));
	if (answer.exitCode !== 0) return void 0;
	const { targets } = JSON.parse(answer.stdout);
	return targets?.flatMap((target) => target.name ? [target.name.toLowerCase()] : []);
}
// node_modules/@actions/glob/lib/internal-glob-options-helper.js
/**
* Returns a copy with defaults filled in.
*/
function getOptions(copy) {
	const result = {
		followSymbolicLinks: true,
		implicitDescendants: true,
		matchDirectories: true,
		omitBrokenSymbolicLinks: true,
		excludeHiddenFiles: false
	};
	if (copy) {
		if (typeof copy.followSymbolicLinks === "boolean") {
			result.followSymbolicLinks = copy.followSymbolicLinks;
			`${result.followSymbolicLinks}`;
		}
		if (typeof copy.implicitDescendants === "boolean") {
			result.implicitDescendants = copy.implicitDescendants;
			`${result.implicitDescendants}`;
		}
		if (typeof copy.matchDirectories === "boolean") {
			result.matchDirectories = copy.matchDirectories;
			`${result.matchDirectories}`;
		}
		if (typeof copy.omitBrokenSymbolicLinks === "boolean") {
			result.omitBrokenSymbolicLinks = copy.omitBrokenSymbolicLinks;
			`${result.omitBrokenSymbolicLinks}`;
		}
		if (typeof copy.excludeHiddenFiles === "boolean") {
			result.excludeHiddenFiles = copy.excludeHiddenFiles;
			`${result.excludeHiddenFiles}`;
		}
	}
	return result;
}
// node_modules/@actions/glob/lib/internal-path-helper.js
const IS_WINDOWS$4 = process.platform === "win32";
/**
* Similar to path.dirname except normalizes the path separators and slightly better handling for Windows UNC paths.
*
* For example, on Linux/macOS:
* - `/               => /`
* - `/hello          => /`
*
* For example, on Windows:
* - `C:\             => C:\`
* - `C:\hello        => C:\`
* - `C:              => C:`
* - `C:hello         => C:`
* - `\               => \`
* - `\hello          => \`
* - `\\hello         => \\hello`
* - `\\hello\world   => \\hello\world`
*/
function dirname(p) {
	p = safeTrimTrailingSeparator(p);
	if (IS_WINDOWS$4 && /^\\\\[^\\]+(\\[^\\]+)?$/.test(p)) return p;
	let result = path$1.dirname(p);
	if (IS_WINDOWS$4 && /^\\\\[^\\]+\\[^\\]+\\$/.test(result)) result = safeTrimTrailingSeparator(result);
	return result;
}
/**
* Roots the path if not already rooted. On Windows, relative roots like `\`
* or `C:` are expanded based on the current working directory.
*/
function ensureAbsoluteRoot(root, itemPath) {
	assert(root, `ensureAbsoluteRoot parameter 'root' must not be empty`);
	assert(itemPath, `ensureAbsoluteRoot parameter 'itemPath' must not be empty`);
	if (hasAbsoluteRoot(itemPath)) return itemPath;
	if (IS_WINDOWS$4) {
		if (itemPath.match(/^[A-Z]:[^\\/]|^[A-Z]:$/i)) {
			let cwd = process.cwd();
			assert(cwd.match(/^[A-Z]:\\/i), `Expected current directory to start with an absolute drive root. Actual '${cwd}'`);
			if (itemPath[0].toUpperCase() === cwd[0].toUpperCase()) {
				if (itemPath.length === 2) return `${itemPath[0]}:\\${cwd.substr(3)}`;
				else {
					if (!cwd.endsWith("\\")) cwd += "\\";
					return `${itemPath[0]}:\\${cwd.substr(3)}${itemPath.substr(2)}`;
				}
			} else return `${itemPath[0]}:\\${itemPath.substr(2)}`;
		} else if (normalizeSeparators(itemPath).match(/^\\$|^\\[^\\]/)) {
			const cwd = process.cwd();
			assert(cwd.match(/^[A-Z]:\\/i), `Expected current directory to start with an absolute drive root. Actual '${cwd}'`);
			return `${cwd[0]}:\\${itemPath.substr(1)}`;
		}
	}
	assert(hasAbsoluteRoot(root), `ensureAbsoluteRoot parameter 'root' must have an absolute root`);
	if (root.endsWith("/") || IS_WINDOWS$4 && root.endsWith("\\")) {} else root += path$1.sep;
	return root + itemPath;
}
/**
* On Linux/macOS, true if path starts with `/`. On Windows, true for paths like:
* `\\hello\share` and `C:\hello` (and using alternate separator).
*/
function hasAbsoluteRoot(itemPath) {
	assert(itemPath, `hasAbsoluteRoot parameter 'itemPath' must not be empty`);
	itemPath = normalizeSeparators(itemPath);
	if (IS_WINDOWS$4) return itemPath.startsWith("\\\\") || /^[A-Z]:\\/i.test(itemPath);
	return itemPath.startsWith("/");
}
/**
* On Linux/macOS, true if path starts with `/`. On Windows, true for paths like:
* `\`, `\hello`, `\\hello\share`, `C:`, and `C:\hello` (and using alternate separator).
*/
function hasRoot(itemPath) {
	assert(itemPath, `isRooted parameter 'itemPath' must not be empty`);
	itemPath = normalizeSeparators(itemPath);
	if (IS_WINDOWS$4) return itemPath.startsWith("\\") || /^[A-Z]:/i.test(itemPath);
	return itemPath.startsWith("/");
}
/**
* Removes redundant slashes and converts `/` to `\` on Windows
*/
function normalizeSeparators(p) {
	p = p || "";
	if (IS_WINDOWS$4) {
		p = p.replace(/\//g, "\\");
		return (/^\\\\+[^\\]/.test(p) ? "\\" : "") + p.replace(/\\\\+/g, "\\");
	}
	return p.replace(/\/\/+/g, "/");
}
/**
* Normalizes the path separators and trims the trailing separator (when safe).
* For example, `/foo/ => /foo` but `/ => /`
*/
function safeTrimTrailingSeparator(p) {
	if (!p) return "";
	p = normalizeSeparators(p);
	if (!p.endsWith(path$1.sep)) return p;
	if (p === path$1.sep) return p;
	if (IS_WINDOWS$4 && /^[A-Z]:\\$/i.test(p)) return p;
	return p.substr(0, p.length - 1);
}
// node_modules/@actions/glob/lib/internal-match-kind.js
/**
* Indicates whether a pattern matches a path
*/
var MatchKind;
(function(MatchKind) {
	/** Not matched */
	MatchKind[MatchKind["None"] = 0] = "None";
	/** Matched if the path is a directory */
	MatchKind[MatchKind["Directory"] = 1] = "Directory";
	/** Matched if the path is a regular file */
	MatchKind[MatchKind["File"] = 2] = "File";
	/** Matched */
	MatchKind[MatchKind["All"] = 3] = "All";
})(MatchKind || (MatchKind = {}));
// node_modules/@actions/glob/lib/internal-pattern-helper.js
const IS_WINDOWS$3 = process.platform === "win32";
/**
* Given an array of patterns, returns an array of paths to search.
* Duplicates and paths under other included paths are filtered out.
*/
function getSearchPaths(patterns) {
	patterns = patterns.filter((x) => !x.negate);
	const searchPathMap = {};
	for (const pattern of patterns) {
		const key = IS_WINDOWS$3 ? pattern.searchPath.toUpperCase() : pattern.searchPath;
		searchPathMap[key] = "candidate";
	}
	const result = [];
	for (const pattern of patterns) {
		const key = IS_WINDOWS$3 ? pattern.searchPath.toUpperCase() : pattern.searchPath;
		if (searchPathMap[key] === "included") continue;
		let foundAncestor = false;
		let tempKey = key;
		let parent = dirname(tempKey);
		while (parent !== tempKey) {
			if (searchPathMap[parent]) {
				foundAncestor = true;
				break;
			}
			tempKey = parent;
			parent = dirname(tempKey);
		}
		if (!foundAncestor) {
			result.push(pattern.searchPath);
			searchPathMap[key] = "included";
		}
	}
	return result;
}
/**
* Matches the patterns against the path
*/
function match$1(patterns, itemPath) {
	let result = MatchKind.None;
	for (const pattern of patterns) if (pattern.negate) result &= ~pattern.match(itemPath);
	else result |= pattern.match(itemPath);
	return result;
}
/**
* Checks whether to descend further into the directory
*/
function partialMatch(patterns, itemPath) {
	return patterns.some((x) => !x.negate && x.partialMatch(itemPath));
}
// node_modules/balanced-match/dist/esm/index.js
const range = (a, b, str) => {
	let begs, beg, left, right = void 0, result;
	let ai = str.indexOf(a);
	let bi = str.indexOf(b, ai + 1);
	let i = ai;
	if (ai >= 0 && bi > 0) {
		if (a === b) return [ai, bi];
		begs = [];
		left = str.length;
		while (i >= 0 && !result) {
			if (i === ai) {
				begs.push(i);
				ai = str.indexOf(a, i + 1);
			} else if (begs.length === 1) {
				const r = begs.pop();
				if (r !== void 0) result = [r, bi];
			} else {
				beg = begs.pop();
				if (beg !== void 0 && beg < left) {
					left = beg;
					right = bi;
				}
				bi = str.indexOf(b, i + 1);
			}
			i = ai < bi && ai >= 0 ? ai : bi;
		}
		if (begs.length && right !== void 0) result = [left, right];
	}
	return result;
};
// node_modules/brace-expansion/dist/esm/index.js
const escSlash = "\0SLASH" + Math.random().toFixed(16) + "\0";
const escOpen = "\0OPEN" + Math.random().toFixed(16) + "\0";
const escClose = "\0CLOSE" + Math.random().toFixed(16) + "\0";
const escComma = "\0COMMA" + Math.random().toFixed(16) + "\0";
const escPeriod = "\0PERIOD" + Math.random().toFixed(16) + "\0";
const escSlashPattern = new RegExp(escSlash, "g");
const escOpenPattern = new RegExp(escOpen, "g");
const escClosePattern = new RegExp(escClose, "g");
const escCommaPattern = new RegExp(escComma, "g");
const escPeriodPattern = new RegExp(escPeriod, "g");
const slashPattern = /\\\\/g;
const openPattern = /\\{/g;
const closePattern = /\\}/g;
const commaPattern = /\\,/g;
const periodPattern = /\\\./g;
const EXPANSION_MAX = 1e5;
const EXPANSION_MAX_LENGTH = 4e6;
const EXPANSION_MAX_DEPTH = 1e3;
const EXPANSION_MAX_REWRITES = 1e3;
const EXPANSION_MAX_STEPS = 2e7;
const CALL_STEPS = 16;
function numeric(str) {
	return !isNaN(str) ? parseInt(str, 10) : str.charCodeAt(0);
}
function escapeBraces(str) {
	return str.replace(slashPattern, escSlash).replace(openPattern, escOpen).replace(closePattern, escClose).replace(commaPattern, escComma).replace(periodPattern, escPeriod);
}
function unescapeBraces(str) {
	return str.replace(escSlashPattern, "\\").replace(escOpenPattern, "{").replace(escClosePattern, "}").replace(escCommaPattern, ",").replace(escPeriodPattern, ".");
}
function pushAll(target, items) {
	for (let i = 0; i < items.length; i++) target.push(items[i]);
}
function balancedWithBudget(str, masked, budget) {
	if (budget.remaining < 0) return;
	const r = range("{", "}", masked);
	const unmatched = r !== void 0 && masked.indexOf("{") < r[0];
	budget.remaining -= r && !unmatched ? r[1] + 1 : str.length;
	if (!r || budget.remaining < 0) return;
	return {
		end: r[1],
		pre: str.slice(0, r[0]),
		body: str.slice(r[0] + 1, r[1]),
		post: str.slice(r[1] + 1),
		unmatched
	};
}
function maskUnmatchedOpens(masked, budget) {
	budget.remaining -= masked.length;
	const open = [];
	for (let i = 0; i < masked.length; i++) {
		const c = masked.charCodeAt(i);
		if (c === 123) open.push(i);
		else if (c === 125 && open.length) open.pop();
	}
	let out = "";
	let last = 0;
	for (let i = 0; i < open.length; i++) {
		const at = open[i];
		out += masked.slice(last, at) + "\0";
		last = at + 1;
	}
	return out + masked.slice(last);
}
function commaSetFollows(str, budget) {
	budget.remaining -= str.length;
	if (budget.remaining < 0) return false;
	let close = false;
	for (let i = str.length - 1; i >= 0; i--) {
		const c = str.charCodeAt(i);
		if (c === 125) close = true;
		else if (c === 10 || c === 13 || c === 8232 || c === 8233) close = false;
		else if (c === 44 && close && str.charCodeAt(i + 1) !== 44) return true;
	}
	return false;
}
/**
* Basically just str.split(","), but handling cases
* where we have nested braced sections, which should be
* treated as individual members, like {a,{b,c},d}
*
* Returns `undefined` if the step budget runs out before the whole set is
* split, since splitting what is left on every comma would tear apart the
* nested sets it still holds.
*/
function parseCommaParts(str, budget) {
	const parts = [];
	let carry = "";
	for (;;) {
		const m = balancedWithBudget(str, str, budget);
		if (budget.remaining < 0) return;
		if (!m) {
			const tail = str.split(",");
			tail[0] = carry + tail[0];
			pushAll(parts, tail);
			return parts;
		}
		const { pre, body, post } = m;
		const p = pre.split(",");
		p[0] = carry + p[0];
		p[p.length - 1] += "{" + body + "}";
		if (!post.length) {
			pushAll(parts, p);
			return parts;
		}
		carry = p.pop();
		pushAll(parts, p);
		str = post;
	}
}
function bound(value, fallback) {
	return value === void 0 || isNaN(value) ? fallback : value;
}
function expand(str, options = {}) {
	if (!str) return [];
	const max = bound(options.max, EXPANSION_MAX);
	const maxLength = bound(options.maxLength, EXPANSION_MAX_LENGTH);
	const maxDepth = bound(options.maxDepth, EXPANSION_MAX_DEPTH);
	const maxRewrites = bound(options.maxRewrites, EXPANSION_MAX_REWRITES);
	const maxSteps = bound(options.maxSteps, EXPANSION_MAX_STEPS);
	if (str.slice(0, 2) === "{}") str = "\\{\\}" + str.slice(2);
	return expand_(escapeBraces(str), max, maxLength, maxDepth, 0, maxRewrites, { remaining: maxSteps }, true).map(unescapeBraces);
}
function embrace(str) {
	return "{" + str + "}";
}
function isPadded(el) {
	return /^-?0\d/.test(el);
}
function lte(i, y) {
	return i <= y;
}
function gte(i, y) {
	return i >= y;
}
function combine(acc, pre, values, max, maxLength, dropEmpties, budget) {
	const out = [];
	let length = 0;
	let nonEmpty;
	outer: for (let a = 0; a < acc.length; a++) {
		const prefix = acc[a] + pre;
		let vs = values;
		if (dropEmpties && !prefix) {
			if (!nonEmpty) nonEmpty = values.filter((v) => v);
			vs = nonEmpty;
		}
		for (let v = 0; v < vs.length; v++) {
			if (out.length >= max) break outer;
			const expansion = prefix + vs[v];
			if (length + expansion.length > maxLength) break outer;
			out.push(expansion);
			length += expansion.length;
		}
	}
	budget.remaining -= out.length;
	return out;
}
function expandSequence(body, isAlphaSequence, max, maxLength, budget) {
	const n = body.split(/\.\./);
	const N = [];
	/* c8 ignore start */
	if (n[0] === void 0 || n[1] === void 0) return N;
	/* c8 ignore stop */
	const x = numeric(n[0]);
	const y = numeric(n[1]);
	const width = Math.max(n[0].length, n[1].length);
	let incr = n.length === 3 && n[2] !== void 0 ? Math.max(Math.abs(numeric(n[2])), 1) : 1;
	let test = lte;
	if (y < x) {
		incr *= -1;
		test = gte;
	}
	const pad = n.some(isPadded);
	const cost = pad ? width : 1;
	let length = 0;
	for (let i = x; test(i, y) && N.length < max; i += incr) {
		budget.remaining -= cost;
		if (budget.remaining < 0) return;
		let c;
		if (isAlphaSequence) {
			c = String.fromCharCode(i);
			if (c === "\\") c = "";
		} else {
			c = String(i);
			if (pad) {
				const need = width - c.length;
				if (need > 0) {
					const z = new Array(need + 1).join("0");
					if (i < 0) c = "-" + z + c.slice(1);
					else c = z + c;
				}
			}
		}
		if (length + c.length > maxLength) break;
		N.push(c);
		length += c.length;
	}
	return N;
}
function expand_(str, max, maxLength, maxDepth, depth, maxRewrites, budget, isTop) {
	budget.remaining -= CALL_STEPS;
	if (depth > maxDepth) return [str];
	let acc = [""];
	let rewrites = 0;
	let dropEmpties = false;
	let firstGroup = true;
	let masked = str;
	for (;;) {
		const m = balancedWithBudget(str, masked, budget);
		if (!m) return combine(acc, str, [""], max, maxLength, dropEmpties, budget);
		if (m.unmatched) masked = maskUnmatchedOpens(masked, budget);
		const pre = m.pre;
		const literal = () => combine(acc, pre + "{" + m.body + "}" + m.post, [""], max, maxLength, dropEmpties, budget);
		if (/\$$/.test(pre)) {
			acc = combine(acc, pre + "{" + m.body + "}", [""], max, maxLength, dropEmpties && !m.post.length, budget);
			firstGroup = false;
			if (!m.post.length) break;
			str = m.post;
			masked = masked.slice(m.end + 1);
			continue;
		}
		const isNumericSequence = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body);
		const isAlphaSequence = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body);
		const isSequence = isNumericSequence || isAlphaSequence;
		const isOptions = m.body.indexOf(",") >= 0;
		if (!isSequence && !isOptions) {
			if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
				rewrites++;
				str = m.pre + "{" + m.body + escClose + m.post;
				masked = masked.slice(0, m.end) + escClose + masked.slice(m.end + 1);
				isTop = true;
				continue;
			}
			return literal();
		}
		if (firstGroup) {
			dropEmpties = isTop && !isSequence;
			firstGroup = false;
		}
		let values;
		if (isSequence) {
			values = expandSequence(m.body, isAlphaSequence, max, maxLength, budget);
			if (!values) return literal();
		} else {
			let n = parseCommaParts(m.body, budget);
			if (!n) return literal();
			if (n.length === 1 && n[0] !== void 0) {
				n = expand_(n[0], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false).map(embrace);
				if (budget.remaining < 0) return literal();
				/* c8 ignore start */
				if (n.length === 1) {
					const next = combine(acc, pre + n[0], [""], max, maxLength, dropEmpties && !m.post.length, budget);
					if (budget.remaining < 0) return literal();
					acc = next;
					if (!m.post.length) break;
					str = m.post;
					masked = masked.slice(m.end + 1);
					continue;
				}
			}
			let dropsEmpties = dropEmpties && !m.post.length && !pre;
			for (let d = 0; dropsEmpties && d < acc.length; d++) if (acc[d]) dropsEmpties = false;
			values = [];
			let valuesLength = 0;
			outer: for (let j = 0; j < n.length; j++) {
				const expanded = expand_(n[j], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false);
				if (budget.remaining < 0) return literal();
				for (let k = 0; k < expanded.length; k++) {
					const v = expanded[k];
					if (dropsEmpties && !v) continue;
					if (values.length >= max || valuesLength + v.length > maxLength) break outer;
					values.push(v);
					valuesLength += v.length;
				}
			}
		}
		const next = combine(acc, pre, values, max, maxLength, dropEmpties && !m.post.length, budget);
		if (budget.remaining < 0) return literal();
		acc = next;
		if (!m.post.length) break;
		str = m.post;
		masked = masked.slice(m.end + 1);
	}
	return acc;
}
// node_modules/minimatch/dist/esm/assert-valid-pattern.js
const MAX_PATTERN_LENGTH = 65536;
const assertValidPattern = (pattern) => {
	if (typeof pattern !== "string") throw new TypeError("invalid pattern");
	if (pattern.length > MAX_PATTERN_LENGTH) throw new TypeError("pattern is too long");
};
// node_modules/minimatch/dist/esm/brace-expressions.js
const posixClasses = {
	"[:alnum:]": ["\\p{L}\\p{Nl}\\p{Nd}", true],
	"[:alpha:]": ["\\p{L}\\p{Nl}", true],
	"[:ascii:]": ["\\x00-\\x7f", false],
	"[:blank:]": ["\\p{Zs}\\t", true],
	"[:cntrl:]": ["\\p{Cc}", true],
	"[:digit:]": ["\\p{Nd}", true],
	"[:graph:]": [
		"\\p{Z}\\p{C}",
		true,
		true
	],
	"[:lower:]": ["\\p{Ll}", true],
	"[:print:]": ["\\p{C}", true],
	"[:punct:]": ["\\p{P}", true],
	"[:space:]": ["\\p{Z}\\t\\r\\n\\v\\f", true],
	"[:upper:]": ["\\p{Lu}", true],
	"[:word:]": ["\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}", true],
	"[:xdigit:]": ["A-Fa-f0-9", false]
};
const braceEscape = (s) => s.replace(/[[\]\\-]/g, "\\$&");
const regexpEscape = (s) => s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, "\\$&");
const rangesToString = (ranges) => ranges.join("");
const parseClass = (glob, position) => {
	const pos = position;
	/* c8 ignore start */
	if (glob.charAt(pos) !== "[") throw new Error("not in a brace expression");
	/* c8 ignore stop */
	const ranges = [];
	const negs = [];
	let i = pos + 1;
	let sawStart = false;
	let uflag = false;
	let escaping = false;
	let negate = false;
	let endPos = pos;
	let rangeStart = "";
	WHILE: while (i < glob.length) {
		const c = glob.charAt(i);
		if ((c === "!" || c === "^") && i === pos + 1) {
			negate = true;
			i++;
			continue;
		}
		if (c === "]" && sawStart && !escaping) {
			endPos = i + 1;
			break;
		}
		sawStart = true;
		if (c === "\\") {
			if (!escaping) {
				escaping = true;
				i++;
				continue;
			}
		}
		if (c === "[" && !escaping) {
			for (const [cls, [unip, u, neg]] of Object.entries(posixClasses)) if (glob.startsWith(cls, i)) {
				if (rangeStart) return [
					"$.",
					false,
					glob.length - pos,
					true
				];
				i += cls.length;
				if (neg) negs.push(unip);
				else ranges.push(unip);
				uflag = uflag || u;
				continue WHILE;
			}
		}
		escaping = false;
		if (rangeStart) {
			if (c > rangeStart) ranges.push(braceEscape(rangeStart) + "-" + braceEscape(c));
			else if (c === rangeStart) ranges.push(braceEscape(c));
			rangeStart = "";
			i++;
			continue;
		}
		if (glob.startsWith("-]", i + 1)) {
			ranges.push(braceEscape(c + "-"));
			i += 2;
			continue;
		}
		if (glob.startsWith("-", i + 1)) {
			rangeStart = c;
			i += 2;
			continue;
		}
		ranges.push(braceEscape(c));
		i++;
	}
	if (endPos < i) return [
		"",
		false,
		0,
		false
	];
	if (!ranges.length && !negs.length) return [
		"$.",
		false,
		glob.length - pos,
		true
	];
	if (negs.length === 0 && ranges.length === 1 && /^\\?.$/.test(ranges[0]) && !negate) {
		const r = ranges[0].length === 2 ? ranges[0].slice(-1) : ranges[0];
		return [
			regexpEscape(r),
			false,
			endPos - pos,
			false
		];
	}
	const sranges = "[" + (negate ? "^" : "") + rangesToString(ranges) + "]";
	const snegs = "[" + (negate ? "" : "^") + rangesToString(negs) + "]";
	return [
		ranges.length && negs.length ? "(" + sranges + "|" + snegs + ")" : ranges.length ? sranges : snegs,
		uflag,
		endPos - pos,
		true
	];
};
// node_modules/minimatch/dist/esm/unescape.js
/**
* Un-escape a string that has been escaped with {@link escape}.
*
* If the {@link MinimatchOptions.windowsPathsNoEscape} option is used, then
* square-bracket escapes are removed, but not backslash escapes.
*
* For example, it will turn the string `'[*]'` into `*`, but it will not
* turn `'\\*'` into `'*'`, because `\` is a path separator in
* `windowsPathsNoEscape` mode.
*
* When `windowsPathsNoEscape` is not set, then both square-bracket escapes and
* backslash escapes are removed.
*
* Slashes (and backslashes in `windowsPathsNoEscape` mode) cannot be escaped
* or unescaped.
*
* When `magicalBraces` is not set, escapes of braces (`{` and `}`) will not be
* unescaped.
*/
const unescape = (s, { windowsPathsNoEscape = false, magicalBraces = true } = {}) => {
	if (magicalBraces) return windowsPathsNoEscape ? s.replace(/\[([^/\\])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\])\]/g, "$1$2").replace(/\\([^/])/g, "$1");
	return windowsPathsNoEscape ? s.replace(/\[([^/\\{}])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\{}])\]/g, "$1$2").replace(/\\([^/{}])/g, "$1");
};
// node_modules/minimatch/dist/esm/ast.js
var _a;
const types = /* @__PURE__ */ new Set([
	"!",
	"?",
	"+",
	"*",
	"@"
]);
const isExtglobType = (c) => types.has(c);
const isExtglobAST = (c) => isExtglobType(c.type);
const adoptionMap = /* @__PURE__ */ new Map([
	["!", ["@"]],
	["?", ["?", "@"]],
	["@", ["@"]],
	["*", [
		"*",
		"+",
		"?",
		"@"
	]],
	["+", ["+", "@"]]
]);
const adoptionWithSpaceMap = /* @__PURE__ */ new Map([
	["!", ["?"]],
	["@", ["?"]],
	["+", ["?", "*"]]
]);
const adoptionAnyMap = /* @__PURE__ */ new Map([
	["!", ["?", "@"]],
	["?", ["?", "@"]],
	["@", ["?", "@"]],
	["*", [
		"*",
		"+",
		"?",
		"@"
	]],
	["+", [
		"+",
		"@",
		"?",
		"*"
	]]
]);
const usurpMap = /* @__PURE__ */ new Map([
	["!", /* @__PURE__ */ new Map([["!", "@"]])],
	["?", /* @__PURE__ */ new Map([["*", "*"], ["+", "*"]])],
	["@", /* @__PURE__ */ new Map([
		["!", "!"],
		["?", "?"],
		["@", "@"],
		["*", "*"],
		["+", "+"]
	])],
	["+", /* @__PURE__ */ new Map([["?", "*"], ["*", "*"]])]
]);
const startNoTraversal = "(?!(?:^|/)\\.\\.?(?:$|/))";
const startNoDot = "(?!\\.)";
const addPatternStart = /* @__PURE__ */ new Set(["[", "."]);
const justDots = /* @__PURE__ */ new Set(["..", "."]);
const reSpecials = /* @__PURE__ */ new Set("().*{}+?[]^$\\!");
const regExpEscape$1 = (s) => s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, "\\$&");
const qmark = "[^/]";
const star$1 = "[^/]*?";
const starNoEmpty = "[^/]+?";
let ID = 0;
var AST = class {
	type;
	#root;
	#hasMagic;
	#uflag = false;
	#parts = [];
	#parent;
	#parentIndex;
	#negs;
	#filledNegs = false;
	#options;
	#toString;
	#emptyExt = false;
	id = ++ID;
	get depth() {
		return (this.#parent?.depth ?? -1) + 1;
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return {
			"@@type": "AST",
			id: this.id,
			type: this.type,
			root: this.#root.id,
			parent: this.#parent?.id,
			depth: this.depth,
			partsLength: this.#parts.length,
			parts: this.#parts
		};
	}
	constructor(type, parent, options = {}) {
		this.type = type;
		if (type) this.#hasMagic = true;
		this.#parent = parent;
		this.#root = this.#parent ? this.#parent.#root : this;
		this.#options = this.#root === this ? options : this.#root.#options;
		this.#negs = this.#root === this ? [] : this.#root.#negs;
		if (type === "!" && !this.#root.#filledNegs) this.#negs.push(this);
		this.#parentIndex = this.#parent ? this.#parent.#parts.length : 0;
	}
	get hasMagic() {
		/* c8 ignore start */
		if (this.#hasMagic !== void 0) return this.#hasMagic;
		/* c8 ignore stop */
		for (const p of this.#parts) {
			if (typeof p === "string") continue;
			if (p.type || p.hasMagic) return this.#hasMagic = true;
		}
		return this.#hasMagic;
	}
	toString() {
		return this.#toString !== void 0 ? this.#toString : !this.type ? this.#toString = this.#parts.map((p) => String(p)).join("") : this.#toString = this.type + "(" + this.#parts.map((p) => String(p)).join("|") + ")";
	}
	#fillNegs() {
		/* c8 ignore start */
		if (this !== this.#root) throw new Error("should only call on root");
		if (this.#filledNegs) return this;
		/* c8 ignore stop */
		this.toString();
		this.#filledNegs = true;
		let n;
		while (n = this.#negs.pop()) {
			if (n.type !== "!") continue;
			let p = n;
			let pp = p.#parent;
			while (pp) {
				for (let i = p.#parentIndex + 1; !pp.type && i < pp.#parts.length; i++) for (const part of n.#parts) {
					/* c8 ignore start */
					if (typeof part === "string") throw new Error("string part in extglob AST??");
					/* c8 ignore stop */
					part.copyIn(pp.#parts[i]);
				}
				p = pp;
				pp = p.#parent;
			}
		}
		return this;
	}
	push(...parts) {
		for (const p of parts) {
			if (p === "") continue;
			/* c8 ignore start */
			if (typeof p !== "string" && !(p instanceof _a && p.#parent === this)) throw new Error("invalid part: " + p);
			/* c8 ignore stop */
			this.#parts.push(p);
		}
	}
	toJSON() {
		const ret = this.type === null ? this.#parts.slice().map((p) => typeof p === "string" ? p : p.toJSON()) : [this.type, ...this.#parts.map((p) => p.toJSON())];
		if (this.isStart() && !this.type) ret.unshift([]);
		if (this.isEnd() && (this === this.#root || this.#root.#filledNegs && this.#parent?.type === "!")) ret.push({});
		return ret;
	}
	isStart() {
		if (this.#root === this) return true;
		if (!this.#parent?.isStart()) return false;
		if (this.#parentIndex === 0) return true;
		const p = this.#parent;
		for (let i = 0; i < this.#parentIndex; i++) {
			const pp = p.#parts[i];
			if (!(pp instanceof _a && pp.type === "!")) return false;
		}
		return true;
	}
	isEnd() {
		if (this.#root === this) return true;
		if (this.#parent?.type === "!") return true;
		if (!this.#parent?.isEnd()) return false;
		if (!this.type) return this.#parent?.isEnd();
		/* c8 ignore start */
		const pl = this.#parent ? this.#parent.#parts.length : 0;
		/* c8 ignore stop */
		return this.#parentIndex === pl - 1;
	}
	copyIn(part) {
		if (typeof part === "string") this.push(part);
		else this.push(part.clone(this));
	}
	clone(parent) {
		const c = new _a(this.type, parent);
		for (const p of this.#parts) c.copyIn(p);
		return c;
	}
	static #parseAST(str, ast, pos, opt, extDepth) {
		const maxDepth = opt.maxExtglobRecursion ?? 2;
		let escaping = false;
		let inBrace = false;
		let braceStart = -1;
		let braceNeg = false;
		if (ast.type === null) {
			let i = pos;
			let acc = "";
			while (i < str.length) {
				const c = str.charAt(i++);
				if (escaping || c === "\\") {
					escaping = !escaping;
					acc += c;
					continue;
				}
				if (inBrace) {
					if (i === braceStart + 1) {
						if (c === "^" || c === "!") braceNeg = true;
					} else if (c === "]" && !(i === braceStart + 2 && braceNeg)) inBrace = false;
					acc += c;
					continue;
				} else if (c === "[") {
					inBrace = true;
					braceStart = i;
					braceNeg = false;
					acc += c;
					continue;
				}
				if (!opt.noext && isExtglobType(c) && str.charAt(i) === "(" && extDepth <= maxDepth) {
					ast.push(acc);
					acc = "";
					const ext = new _a(c, ast);
					i = _a.#parseAST(str, ext, i, opt, extDepth + 1);
					ast.push(ext);
					continue;
				}
				acc += c;
			}
			ast.push(acc);
			return i;
		}
		let i = pos + 1;
		let part = new _a(null, ast);
		const parts = [];
		let acc = "";
		while (i < str.length) {
			const c = str.charAt(i++);
			if (escaping || c === "\\") {
				escaping = !escaping;
				acc += c;
				continue;
			}
			if (inBrace) {
				if (i === braceStart + 1) {
					if (c === "^" || c === "!") braceNeg = true;
				} else if (c === "]" && !(i === braceStart + 2 && braceNeg)) inBrace = false;
				acc += c;
				continue;
			} else if (c === "[") {
				inBrace = true;
				braceStart = i;
				braceNeg = false;
				acc += c;
				continue;
			}
			/* c8 ignore stop */
			if (!opt.noext && isExtglobType(c) && str.charAt(i) === "(" && (extDepth <= maxDepth || ast && ast.#canAdoptType(c))) {
				const depthAdd = ast && ast.#canAdoptType(c) ? 0 : 1;
				part.push(acc);
				acc = "";
				const ext = new _a(c, part);
				part.push(ext);
				i = _a.#parseAST(str, ext, i, opt, extDepth + depthAdd);
				continue;
			}
			if (c === "|") {
				part.push(acc);
				acc = "";
				parts.push(part);
				part = new _a(null, ast);
				continue;
			}
			if (c === ")") {
				if (acc === "" && ast.#parts.length === 0) ast.#emptyExt = true;
				part.push(acc);
				acc = "";
				ast.push(...parts, part);
				return i;
			}
			acc += c;
		}
		ast.type = null;
		ast.#hasMagic = void 0;
		ast.#parts = [str.substring(pos - 1)];
		return i;
	}
	#canAdoptWithSpace(child) {
		return this.#canAdopt(child, adoptionWithSpaceMap);
	}
	#canAdopt(child, map = adoptionMap) {
		if (!child || typeof child !== "object" || child.type !== null || child.#parts.length !== 1 || this.type === null) return false;
		const gc = child.#parts[0];
		if (!gc || typeof gc !== "object" || gc.type === null) return false;
		return this.#canAdoptType(gc.type, map);
	}
	#canAdoptType(c, map = adoptionAnyMap) {
		return !!map.get(this.type)?.includes(c);
	}
	#adoptWithSpace(child, index) {
		const gc = child.#parts[0];
		const blank = new _a(null, gc, this.options);
		blank.#parts.push("");
		gc.push(blank);
		this.#adopt(child, index);
	}
	#adopt(child, index) {
		const gc = child.#parts[0];
		this.#parts.splice(index, 1, ...gc.#parts);
		for (const p of gc.#parts) if (typeof p === "object") p.#parent = this;
		this.#toString = void 0;
	}
	#canUsurpType(c) {
		return !!usurpMap.get(this.type)?.has(c);
	}
	#canUsurp(child) {
		if (!child || typeof child !== "object" || child.type !== null || child.#parts.length !== 1 || this.type === null || this.#parts.length !== 1) return false;
		const gc = child.#parts[0];
		if (!gc || typeof gc !== "object" || gc.type === null) return false;
		return this.#canUsurpType(gc.type);
	}
	#usurp(child) {
		const m = usurpMap.get(this.type);
		const gc = child.#parts[0];
		const nt = m?.get(gc.type);
		/* c8 ignore start - impossible */
		if (!nt) return false;
		/* c8 ignore stop */
		this.#parts = gc.#parts;
		for (const p of this.#parts) if (typeof p === "object") p.#parent = this;
		this.type = nt;
		this.#toString = void 0;
		this.#emptyExt = false;
	}
	static fromGlob(pattern, options = {}) {
		const ast = new _a(null, void 0, options);
		_a.#parseAST(pattern, ast, 0, options, 0);
		return ast;
	}
	toMMPattern() {
		/* c8 ignore start */
		if (this !== this.#root) return this.#root.toMMPattern();
		/* c8 ignore stop */
		const glob = this.toString();
		const [re, body, hasMagic, uflag] = this.toRegExpSource();
		if (!(hasMagic || this.#hasMagic || this.#options.nocase && !this.#options.nocaseMagicOnly && glob.toUpperCase() !== glob.toLowerCase())) return body;
		const flags = (this.#options.nocase ? "i" : "") + (uflag ? "u" : "");
		return Object.assign(new RegExp(`^${re}$`, flags), {
			_src: re,
			_glob: glob
		});
	}
	get options() {
		return this.#options;
	}
	toRegExpSource(allowDot) {
		const dot = allowDot ?? !!this.#options.dot;
		if (this.#root === this) {
			this.#flatten();
			this.#fillNegs();
		}
		if (!isExtglobAST(this)) {
			const noEmpty = this.isStart() && this.isEnd() && !this.#parts.some((s) => typeof s !== "string");
			const src = this.#parts.map((p) => {
				const [re, _, hasMagic, uflag] = typeof p === "string" ? _a.#parseGlob(p, this.#hasMagic, noEmpty) : p.toRegExpSource(allowDot);
				this.#hasMagic = this.#hasMagic || hasMagic;
				this.#uflag = this.#uflag || uflag;
				return re;
			}).join("");
			let start = "";
			if (this.isStart()) {
				if (typeof this.#parts[0] === "string") {
					if (!(this.#parts.length === 1 && justDots.has(this.#parts[0]))) {
						const aps = addPatternStart;
						const needNoTrav = dot && aps.has(src.charAt(0)) || src.startsWith("\\.") && aps.has(src.charAt(2)) || src.startsWith("\\.\\.") && aps.has(src.charAt(4));
						const needNoDot = !dot && !allowDot && aps.has(src.charAt(0));
						start = needNoTrav ? startNoTraversal : needNoDot ? startNoDot : "";
					}
				}
			}
			let end = "";
			if (this.isEnd() && this.#root.#filledNegs && this.#parent?.type === "!") end = "(?:$|\\/)";
			return [
				start + src + end,
				unescape(src),
				this.#hasMagic = !!this.#hasMagic,
				this.#uflag
			];
		}
		const repeated = this.type === "*" || this.type === "+";
		const start = this.type === "!" ? "(?:(?!(?:" : "(?:";
		let body = this.#partsToRegExp(dot);
		if (this.isStart() && this.isEnd() && !body && this.type !== "!") {
			const s = this.toString();
			const me = this;
			me.#parts = [s];
			me.type = null;
			me.#hasMagic = void 0;
			return [
				s,
				unescape(this.toString()),
				false,
				false
			];
		}
		let bodyDotAllowed = !repeated || allowDot || dot || false ? "" : this.#partsToRegExp(true);
		if (bodyDotAllowed === body) bodyDotAllowed = "";
		if (bodyDotAllowed) body = `(?:${body})(?:${bodyDotAllowed})*?`;
		let final = "";
		if (this.type === "!" && this.#emptyExt) final = (this.isStart() && !dot ? startNoDot : "") + starNoEmpty;
		else {
			const close = this.type === "!" ? "))" + (this.isStart() && !dot && !allowDot ? startNoDot : "") + "[^/]*?)" : this.type === "@" ? ")" : this.type === "?" ? ")?" : this.type === "+" && bodyDotAllowed ? ")" : this.type === "*" && bodyDotAllowed ? `)?` : `)${this.type}`;
			final = start + body + close;
		}
		return [
			final,
			unescape(body),
			this.#hasMagic = !!this.#hasMagic,
			this.#uflag
		];
	}
	#flatten() {
		if (!isExtglobAST(this)) {
			for (const p of this.#parts) if (typeof p === "object") p.#flatten();
		} else {
			let iterations = 0;
			let done = false;
			do {
				done = true;
				for (let i = 0; i < this.#parts.length; i++) {
					const c = this.#parts[i];
					if (typeof c === "object") {
						c.#flatten();
						if (this.#canAdopt(c)) {
							done = false;
							this.#adopt(c, i);
						} else if (this.#canAdoptWithSpace(c)) {
							done = false;
							this.#adoptWithSpace(c, i);
						} else if (this.#canUsurp(c)) {
							done = false;
							this.#usurp(c);
						}
					}
				}
			} while (!done && ++iterations < 10);
		}
		this.#toString = void 0;
	}
	#partsToRegExp(dot) {
		return this.#parts.map((p) => {
			/* c8 ignore start */
			if (typeof p === "string") throw new Error("string type in extglob ast??");
			/* c8 ignore stop */
			const [re, _, _hasMagic, uflag] = p.toRegExpSource(dot);
			this.#uflag = this.#uflag || uflag;
			return re;
		}).filter((p) => !(this.isStart() && this.isEnd()) || !!p).join("|");
	}
	static #parseGlob(glob, hasMagic, noEmpty = false) {
		let escaping = false;
		let re = "";
		let uflag = false;
		let inStar = false;
		for (let i = 0; i < glob.length; i++) {
			const c = glob.charAt(i);
			if (escaping) {
				escaping = false;
				re += (reSpecials.has(c) ? "\\" : "") + c;
				continue;
			}
			if (c === "*") {
				if (inStar) continue;
				inStar = true;
				re += noEmpty && /^[*]+$/.test(glob) ? starNoEmpty : star$1;
				hasMagic = true;
				continue;
			} else inStar = false;
			if (c === "\\") {
				if (i === glob.length - 1) re += "\\\\";
				else escaping = true;
				continue;
			}
			if (c === "[") {
				const [src, needUflag, consumed, magic] = parseClass(glob, i);
				if (consumed) {
					re += src;
					uflag = uflag || needUflag;
					i += consumed - 1;
					hasMagic = hasMagic || magic;
					continue;
				}
			}
			if (c === "?") {
				re += qmark;
				hasMagic = true;
				continue;
			}
			re += regExpEscape$1(c);
		}
		return [
			re,
			unescape(glob),
			!!hasMagic,
			uflag
		];
	}
};
_a = AST;
// node_modules/minimatch/dist/esm/escape.js
/**
* Escape all magic characters in a glob pattern.
*
* If the {@link MinimatchOptions.windowsPathsNoEscape}
* option is used, then characters are escaped by wrapping in `[]`, because
* a magic character wrapped in a character class can only be satisfied by
* that exact character.  In this mode, `\` is _not_ escaped, because it is
* not interpreted as a magic character, but instead as a path separator.
*
* If the {@link MinimatchOptions.magicalBraces} option is used,
* then braces (`{` and `}`) will be escaped.
*/
const escape = (s, { windowsPathsNoEscape = false, magicalBraces = false } = {}) => {
	if (magicalBraces) return windowsPathsNoEscape ? s.replace(/[?*()[\]{}]/g, "[$&]") : s.replace(/[?*()[\]\\{}]/g, "\\$&");
	return windowsPathsNoEscape ? s.replace(/[?*()[\]]/g, "[$&]") : s.replace(/[?*()[\]\\]/g, "\\$&");
};
// node_modules/minimatch/dist/esm/index.js
const minimatch = (p, pattern, options = {}) => {
	assertValidPattern(pattern);
	if (!options.nocomment && pattern.charAt(0) === "#") return false;
	return new Minimatch(pattern, options).match(p);
};
const starDotExtRE = /^\*+([^+@!?*[(]*)$/;
const starDotExtTest = (ext) => (f) => !f.startsWith(".") && f.endsWith(ext);
const starDotExtTestDot = (ext) => (f) => f.endsWith(ext);
const starDotExtTestNocase = (ext) => {
	ext = ext.toLowerCase();
	return (f) => !f.startsWith(".") && f.toLowerCase().endsWith(ext);
};
const starDotExtTestNocaseDot = (ext) => {
	ext = ext.toLowerCase();
	return (f) => f.toLowerCase().endsWith(ext);
};
const starDotStarRE = /^\*+\.\*+$/;
const starDotStarTest = (f) => !f.startsWith(".") && f.includes(".");
const starDotStarTestDot = (f) => f !== "." && f !== ".." && f.includes(".");
const dotStarRE = /^\.\*+$/;
const dotStarTest = (f) => f !== "." && f !== ".." && f.startsWith(".");
const starRE = /^\*+$/;
const starTest = (f) => f.length !== 0 && !f.startsWith(".");
const starTestDot = (f) => f.length !== 0 && f !== "." && f !== "..";
const qmarksRE = /^\?+([^+@!?*[(]*)?$/;
const qmarksTestNocase = ([$0, ext = ""]) => {
	const noext = qmarksTestNoExt([$0]);
	if (!ext) return noext;
	ext = ext.toLowerCase();
	return (f) => noext(f) && f.toLowerCase().endsWith(ext);
};
const qmarksTestNocaseDot = ([$0, ext = ""]) => {
	const noext = qmarksTestNoExtDot([$0]);
	if (!ext) return noext;
	ext = ext.toLowerCase();
	return (f) => noext(f) && f.toLowerCase().endsWith(ext);
};
const qmarksTestDot = ([$0, ext = ""]) => {
	const noext = qmarksTestNoExtDot([$0]);
	return !ext ? noext : (f) => noext(f) && f.endsWith(ext);
};
const qmarksTest = ([$0, ext = ""]) => {
	const noext = qmarksTestNoExt([$0]);
	return !ext ? noext : (f) => noext(f) && f.endsWith(ext);
};
const qmarksTestNoExt = ([$0]) => {
	const len = $0.length;
	return (f) => f.length === len && !f.startsWith(".");
};
const qmarksTestNoExtDot = ([$0]) => {
	const len = $0.length;
	return (f) => f.length === len && f !== "." && f !== "..";
};
/* c8 ignore start */
const defaultPlatform = typeof process === "object" && process ? typeof process.env === "object" && process.env && process.env.__MINIMATCH_TESTING_PLATFORM__ || process.platform : "posix";
const path = {
	win32: { sep: "\\" },
	posix: { sep: "/" }
};
minimatch.sep = defaultPlatform === "win32" ? path.win32.sep : path.posix.sep;
const GLOBSTAR = Symbol("globstar **");
minimatch.GLOBSTAR = GLOBSTAR;
const star = "[^/]*?";
const twoStarDot = "(?:(?!(?:\\/|^)(?:\\.{1,2})($|\\/)).)*?";
const twoStarNoDot = "(?:(?!(?:\\/|^)\\.).)*?";
const filter = (pattern, options = {}) => (p) => minimatch(p, pattern, options);
minimatch.filter = filter;
const ext = (a, b = {}) => Object.assign({}, a, b);
const defaults = (def) => {
	if (!def || typeof def !== "object" || !Object.keys(def).length) return minimatch;
	const orig = minimatch;
	const m = (p, pattern, options = {}) => orig(p, pattern, ext(def, options));
	return Object.assign(m, {
		Minimatch: class Minimatch extends orig.Minimatch {
			constructor(pattern, options = {}) {
				super(pattern, ext(def, options));
			}
			static defaults(options) {
				return orig.defaults(ext(def, options)).Minimatch;
			}
		},
		AST: class AST extends orig.AST {
			/* c8 ignore start */
			constructor(type, parent, options = {}) {
				super(type, parent, ext(def, options));
			}
			/* c8 ignore stop */
			static fromGlob(pattern, options = {}) {
				return orig.AST.fromGlob(pattern, ext(def, options));
			}
		},
		unescape: (s, options = {}) => orig.unescape(s, ext(def, options)),
		escape: (s, options = {}) => orig.escape(s, ext(def, options)),
		filter: (pattern, options = {}) => orig.filter(pattern, ext(def, options)),
		defaults: (options) => orig.defaults(ext(def, options)),
		makeRe: (pattern, options = {}) => orig.makeRe(pattern, ext(def, options)),
		braceExpand: (pattern, options = {}) => orig.braceExpand(pattern, ext(def, options)),
		match: (list, pattern, options = {}) => orig.match(list, pattern, ext(def, options)),
		sep: orig.sep,
		GLOBSTAR
	});
};
minimatch.defaults = defaults;
const braceExpand = (pattern, options = {}) => {
	assertValidPattern(pattern);
	if (options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern)) return [pattern];
	return expand(pattern, { max: options.braceExpandMax });
};
minimatch.braceExpand = braceExpand;
const makeRe = (pattern, options = {}) => new Minimatch(pattern, options).makeRe();
minimatch.makeRe = makeRe;
const match = (list, pattern, options = {}) => {
	const mm = new Minimatch(pattern, options);
	list = list.filter((f) => mm.match(f));
	if (mm.options.nonull && !list.length) list.push(pattern);
	return list;
};
minimatch.match = match;
const globMagic = /[?*]|[+@!]\(.*?\)|\[|\]/;
const regExpEscape = (s) => s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, "\\$&");
var Minimatch = class {
	options;
	set;
	pattern;
	windowsPathsNoEscape;
	nonegate;
	negate;
	comment;
	empty;
	preserveMultipleSlashes;
	partial;
	globSet;
	globParts;
	nocase;
	isWindows;
	platform;
	windowsNoMagicRoot;
	maxGlobstarRecursion;
	regexp;
	constructor(pattern, options = {}) {
		assertValidPattern(pattern);
		options = options || {};
		this.options = options;
		this.maxGlobstarRecursion = options.maxGlobstarRecursion ?? 200;
		this.pattern = pattern;
		this.platform = options.platform || defaultPlatform;
		this.isWindows = this.platform === "win32";
		const awe = "allowWindowsEscape";
		this.windowsPathsNoEscape = !!options.windowsPathsNoEscape || options[awe] === false;
		if (this.windowsPathsNoEscape) this.pattern = this.pattern.replace(/\\/g, "/");
		this.preserveMultipleSlashes = !!options.preserveMultipleSlashes;
		this.regexp = null;
		this.negate = false;
		this.nonegate = !!options.nonegate;
		this.comment = false;
		this.empty = false;
		this.partial = !!options.partial;
		this.nocase = !!this.options.nocase;
		this.windowsNoMagicRoot = options.windowsNoMagicRoot !== void 0 ? options.windowsNoMagicRoot : !!(this.isWindows && this.nocase);
		this.globSet = [];
		this.globParts = [];
		this.set = [];
		this.make();
	}
	hasMagic() {
		if (this.options.magicalBraces && this.set.length > 1) return true;
		for (const pattern of this.set) for (const part of pattern) if (typeof part !== "string") return true;
		return false;
	}
	debug(..._) {}
	make() {
		const pattern = this.pattern;
		const options = this.options;
		if (!options.nocomment && pattern.charAt(0) === "#") {
			this.comment = true;
			return;
		}
		if (!pattern) {
			this.empty = true;
			return;
		}
		this.parseNegate();
		this.globSet = [...new Set(this.braceExpand())];
		if (options.debug) this.debug = (...args) => console.error(...args);
		this.debug(this.pattern, this.globSet);
		const rawGlobParts = this.globSet.map((s) => this.slashSplit(s));
		this.globParts = this.preprocess(rawGlobParts);
		this.debug(this.pattern, this.globParts);
		let set = this.globParts.map((s, _, __) => {
			if (this.isWindows && this.windowsNoMagicRoot) {
				const isUNC = s[0] === "" && s[1] === "" && (s[2] === "?" || !globMagic.test(s[2])) && !globMagic.test(s[3]);
				const isDrive = /^[a-z]:/i.test(s[0]);
				if (isUNC) return [...s.slice(0, 4), ...s.slice(4).map((ss) => this.parse(ss))];
				else if (isDrive) return [s[0], ...s.slice(1).map((ss) => this.parse(ss))];
			}
			return s.map((ss) => this.parse(ss));
		});
		this.debug(this.pattern, set);
		this.set = set.filter((s) => s.indexOf(false) === -1);
		if (this.isWindows) for (let i = 0; i < this.set.length; i++) {
			const p = this.set[i];
			if (p[0] === "" && p[1] === "" && this.globParts[i][2] === "?" && typeof p[3] === "string" && /^[a-z]:$/i.test(p[3])) p[2] = "?";
		}
		this.debug(this.pattern, this.set);
	}
	preprocess(globParts) {
		if (this.options.noglobstar) {
			for (const partset of globParts) for (let j = 0; j < partset.length; j++) if (partset[j] === "**") partset[j] = "*";
		}
		const { optimizationLevel = 1 } = this.options;
		if (optimizationLevel >= 2) {
			globParts = this.firstPhasePreProcess(globParts);
			globParts = this.secondPhasePreProcess(globParts);
		} else if (optimizationLevel >= 1) globParts = this.levelOneOptimize(globParts);
		else globParts = this.adjascentGlobstarOptimize(globParts);
		return globParts;
	}
	adjascentGlobstarOptimize(globParts) {
		return globParts.map((parts) => {
			let gs = -1;
			while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
				let i = gs;
				while (parts[i + 1] === "**") i++;
				if (i !== gs) parts.splice(gs, i - gs);
			}
			return parts;
		});
	}
	levelOneOptimize(globParts) {
		return globParts.map((parts) => {
			parts = parts.reduce((set, part) => {
				const prev = set[set.length - 1];
				if (part === "**" && prev === "**") return set;
				if (part === "..") {
					if (prev && prev !== ".." && prev !== "." && prev !== "**") {
						set.pop();
						return set;
					}
				}
				set.push(part);
				return set;
			}, []);
			return parts.length === 0 ? [""] : parts;
		});
	}
	levelTwoFileOptimize(parts) {
		if (!Array.isArray(parts)) parts = this.slashSplit(parts);
		let didSomething = false;
		do {
			didSomething = false;
			if (!this.preserveMultipleSlashes) {
				for (let i = 1; i < parts.length - 1; i++) {
					const p = parts[i];
					if (i === 1 && p === "" && parts[0] === "") continue;
					if (p === "." || p === "") {
						didSomething = true;
						parts.splice(i, 1);
						i--;
					}
				}
				if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
					didSomething = true;
					parts.pop();
				}
			}
			let dd = 0;
			while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
				const p = parts[dd - 1];
				if (p && p !== "." && p !== ".." && p !== "**" && !(this.isWindows && /^[a-z]:$/i.test(p))) {
					didSomething = true;
					parts.splice(dd - 1, 2);
					dd -= 2;
				}
			}
		} while (didSomething);
		return parts.length === 0 ? [""] : parts;
	}
	firstPhasePreProcess(globParts) {
		let didSomething = false;
		do {
			didSomething = false;
			for (let parts of globParts) {
				let gs = -1;
				while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
					let gss = gs;
					while (parts[gss + 1] === "**") gss++;
					if (gss > gs) parts.splice(gs + 1, gss - gs);
					let next = parts[gs + 1];
					const p = parts[gs + 2];
					const p2 = parts[gs + 3];
					if (next !== "..") continue;
					if (!p || p === "." || p === ".." || !p2 || p2 === "." || p2 === "..") continue;
					didSomething = true;
					parts.splice(gs, 1);
					const other = parts.slice(0);
					other[gs] = "**";
					globParts.push(other);
					gs--;
				}
				if (!this.preserveMultipleSlashes) {
					for (let i = 1; i < parts.length - 1; i++) {
						const p = parts[i];
						if (i === 1 && p === "" && parts[0] === "") continue;
						if (p === "." || p === "") {
							didSomething = true;
							parts.splice(i, 1);
							i--;
						}
					}
					if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
						didSomething = true;
						parts.pop();
					}
				}
				let dd = 0;
				while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
					const p = parts[dd - 1];
					if (p && p !== "." && p !== ".." && p !== "**") {
						didSomething = true;
						const splin = dd === 1 && parts[dd + 1] === "**" ? ["."] : [];
						parts.splice(dd - 1, 2, ...splin);
						if (parts.length === 0) parts.push("");
						dd -= 2;
					}
				}
			}
		} while (didSomething);
		return globParts;
	}
	secondPhasePreProcess(globParts) {
		for (let i = 0; i < globParts.length - 1; i++) for (let j = i + 1; j < globParts.length; j++) {
			const matched = this.partsMatch(globParts[i], globParts[j], !this.preserveMultipleSlashes);
			if (matched) {
				globParts[i] = [];
				globParts[j] = matched;
				break;
			}
		}
		return globParts.filter((gs) => gs.length);
	}
	partsMatch(a, b, emptyGSMatch = false) {
		let ai = 0;
		let bi = 0;
		let result = [];
		let which = "";
		while (ai < a.length && bi < b.length) if (a[ai] === b[bi]) {
			result.push(which === "b" ? b[bi] : a[ai]);
			ai++;
			bi++;
		} else if (emptyGSMatch && a[ai] === "**" && b[bi] === a[ai + 1]) {
			result.push(a[ai]);
			ai++;
		} else if (emptyGSMatch && b[bi] === "**" && a[ai] === b[bi + 1]) {
			result.push(b[bi]);
			bi++;
		} else if (a[ai] === "*" && b[bi] && (this.options.dot || !b[bi].startsWith(".")) && b[bi] !== "**") {
			if (which === "b") return false;
			which = "a";
			result.push(a[ai]);
			ai++;
			bi++;
		} else if (b[bi] === "*" && a[ai] && (this.options.dot || !a[ai].startsWith(".")) && a[ai] !== "**") {
			if (which === "a") return false;
			which = "b";
			result.push(b[bi]);
			ai++;
			bi++;
		} else return false;
		return a.length === b.length && result;
	}
	parseNegate() {
		if (this.nonegate) return;
		const pattern = this.pattern;
		let negate = false;
		let negateOffset = 0;
		for (let i = 0; i < pattern.length && pattern.charAt(i) === "!"; i++) {
			negate = !negate;
			negateOffset++;
		}
		if (negateOffset) this.pattern = pattern.slice(negateOffset);
		this.negate = negate;
	}
	matchOne(file, pattern, partial = false) {
		let fileStartIndex = 0;
		let patternStartIndex = 0;
		if (this.isWindows) {
			const fileDrive = typeof file[0] === "string" && /^[a-z]:$/i.test(file[0]);
			const fileUNC = !fileDrive && file[0] === "" && file[1] === "" && file[2] === "?" && /^[a-z]:$/i.test(file[3]);
			const patternDrive = typeof pattern[0] === "string" && /^[a-z]:$/i.test(pattern[0]);
			const patternUNC = !patternDrive && pattern[0] === "" && pattern[1] === "" && pattern[2] === "?" && typeof pattern[3] === "string" && /^[a-z]:$/i.test(pattern[3]);
			const fdi = fileUNC ? 3 : fileDrive ? 0 : void 0;
			const pdi = patternUNC ? 3 : patternDrive ? 0 : void 0;
			if (typeof fdi === "number" && typeof pdi === "number") {
				const [fd, pd] = [file[fdi], pattern[pdi]];
				if (fd.toLowerCase() === pd.toLowerCase()) {
					pattern[pdi] = fd;
					patternStartIndex = pdi;
					fileStartIndex = fdi;
				}
			}
		}
		const { optimizationLevel = 1 } = this.options;
		if (optimizationLevel >= 2) file = this.levelTwoFileOptimize(file);
		if (pattern.includes(GLOBSTAR)) return this.#matchGlobstar(file, pattern, partial, fileStartIndex, patternStartIndex);
		return this.#matchOne(file, pattern, partial, fileStartIndex, patternStartIndex);
	}
	#matchGlobstar(file, pattern, partial, fileIndex, patternIndex) {
		const firstgs = pattern.indexOf(GLOBSTAR, patternIndex);
		const lastgs = pattern.lastIndexOf(GLOBSTAR);
		const [head, body, tail] = partial ? [
			pattern.slice(patternIndex, firstgs),
			pattern.slice(firstgs + 1),
			[]
		] : [
			pattern.slice(patternIndex, firstgs),
			pattern.slice(firstgs + 1, lastgs),
			pattern.slice(lastgs + 1)
		];
		if (head.length) {
			const fileHead = file.slice(fileIndex, fileIndex + head.length);
			if (!this.#matchOne(fileHead, head, partial, 0, 0)) return false;
			fileIndex += head.length;
			patternIndex += head.length;
		}
		let fileTailMatch = 0;
		if (tail.length) {
			if (tail.length + fileIndex > file.length) return false;
			let tailStart = file.length - tail.length;
			if (this.#matchOne(file, tail, partial, tailStart, 0)) fileTailMatch = tail.length;
			else {
				if (file[file.length - 1] !== "" || fileIndex + tail.length === file.length) return false;
				tailStart--;
				if (!this.#matchOne(file, tail, partial, tailStart, 0)) return false;
				fileTailMatch = tail.length + 1;
			}
		}
		if (!body.length) {
			let sawSome = !!fileTailMatch;
			for (let i = fileIndex; i < file.length - fileTailMatch; i++) {
				const f = String(file[i]);
				sawSome = true;
				if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) return false;
			}
			return partial || sawSome;
		}
		const bodySegments = [[[], 0]];
		let currentBody = bodySegments[0];
		let nonGsParts = 0;
		const nonGsPartsSums = [0];
		for (const b of body) if (b === GLOBSTAR) {
			nonGsPartsSums.push(nonGsParts);
			currentBody = [[], 0];
			bodySegments.push(currentBody);
		} else {
			currentBody[0].push(b);
			nonGsParts++;
		}
		let i = bodySegments.length - 1;
		const fileLength = file.length - fileTailMatch;
		for (const b of bodySegments) b[1] = fileLength - (nonGsPartsSums[i--] + b[0].length);
		return !!this.#matchGlobStarBodySections(file, bodySegments, fileIndex, 0, partial, 0, !!fileTailMatch);
	}
	#matchGlobStarBodySections(file, bodySegments, fileIndex, bodyIndex, partial, globStarDepth, sawTail) {
		const bs = bodySegments[bodyIndex];
		if (!bs) {
			for (let i = fileIndex; i < file.length; i++) {
				sawTail = true;
				const f = file[i];
				if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) return false;
			}
			return sawTail;
		}
		const [body, after] = bs;
		while (fileIndex <= after) {
			if (this.#matchOne(file.slice(0, fileIndex + body.length), body, partial, fileIndex, 0) && globStarDepth < this.maxGlobstarRecursion) {
				const sub = this.#matchGlobStarBodySections(file, bodySegments, fileIndex + body.length, bodyIndex + 1, partial, globStarDepth + 1, sawTail);
				if (sub !== false) return sub;
			}
			const f = file[fileIndex];
			if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) return false;
			fileIndex++;
		}
		return partial || null;
	}
	#matchOne(file, pattern, partial, fileIndex, patternIndex) {
		let fi;
		let pi;
		let pl;
		let fl;
		for (fi = fileIndex, pi = patternIndex, fl = file.length, pl = pattern.length; fi < fl && pi < pl; fi++, pi++) {
			this.debug("matchOne loop");
			let p = pattern[pi];
			let f = file[fi];
			this.debug(pattern, p, f);
			/* c8 ignore start */
			if (p === false || p === GLOBSTAR) return false;
			/* c8 ignore stop */
			let hit;
			if (typeof p === "string") {
				hit = f === p;
				this.debug("string match", p, f, hit);
			} else {
				hit = p.test(f);
				this.debug("pattern match", p, f, hit);
			}
			if (!hit) return false;
		}
		if (fi === fl && pi === pl) return true;
		else if (fi === fl) return partial;
		else if (pi === pl) return fi === fl - 1 && file[fi] === "";
		else throw new Error("wtf?");
		/* c8 ignore stop */
	}
	braceExpand() {
		return braceExpand(this.pattern, this.options);
	}
	parse(pattern) {
		assertValidPattern(pattern);
		const options = this.options;
		if (pattern === "**") return GLOBSTAR;
		if (pattern === "") return "";
		let m;
		let fastTest = null;
		if (m = pattern.match(starRE)) fastTest = options.dot ? starTestDot : starTest;
		else if (m = pattern.match(starDotExtRE)) fastTest = (options.nocase ? options.dot ? starDotExtTestNocaseDot : starDotExtTestNocase : options.dot ? starDotExtTestDot : starDotExtTest)(m[1]);
		else if (m = pattern.match(qmarksRE)) fastTest = (options.nocase ? options.dot ? qmarksTestNocaseDot : qmarksTestNocase : options.dot ? qmarksTestDot : qmarksTest)(m);
		else if (m = pattern.match(starDotStarRE)) fastTest = options.dot ? starDotStarTestDot : starDotStarTest;
		else if (m = pattern.match(dotStarRE)) fastTest = dotStarTest;
		const re = AST.fromGlob(pattern, this.options).toMMPattern();
		if (fastTest && typeof re === "object") Reflect.defineProperty(re, "test", { value: fastTest });
		return re;
	}
	makeRe() {
		if (this.regexp || this.regexp === false) return this.regexp;
		const set = this.set;
		if (!set.length) {
			this.regexp = false;
			return this.regexp;
		}
		const options = this.options;
		const twoStar = options.noglobstar ? star : options.dot ? twoStarDot : twoStarNoDot;
		const flags = new Set(options.nocase ? ["i"] : []);
		let re = set.map((pattern) => {
			const pp = pattern.map((p) => {
				if (p instanceof RegExp) for (const f of p.flags.split("")) flags.add(f);
				return typeof p === "string" ? regExpEscape(p) : p === GLOBSTAR ? GLOBSTAR : p._src;
			});
			pp.forEach((p, i) => {
				const next = pp[i + 1];
				const prev = pp[i - 1];
				if (p !== GLOBSTAR || prev === GLOBSTAR) return;
				if (prev === void 0) {
					if (next !== void 0 && next !== GLOBSTAR) pp[i + 1] = "(?:\\/|" + twoStar + "\\/)?" + next;
					else pp[i] = twoStar;
				} else if (next === void 0) pp[i - 1] = prev + "(?:\\/|\\/" + twoStar + ")?";
				else if (next !== GLOBSTAR) {
					pp[i - 1] = prev + "(?:\\/|\\/" + twoStar + "\\/)" + next;
					pp[i + 1] = GLOBSTAR;
				}
			});
			const filtered = pp.filter((p) => p !== GLOBSTAR);
			if (this.partial && filtered.length >= 1) {
				const prefixes = [];
				for (let i = 1; i <= filtered.length; i++) prefixes.push(filtered.slice(0, i).join("/"));
				return "(?:" + prefixes.join("|") + ")";
			}
			return filtered.join("/");
		}).join("|");
		const [open, close] = set.length > 1 ? ["(?:", ")"] : ["", ""];
		re = "^" + open + re + close + "$";
		if (this.partial) re = "^(?:\\/|" + open + re.slice(1, -1) + close + ")$";
		if (this.negate) re = "^(?!" + re + ").+$";
		try {
			this.regexp = new RegExp(re, [...flags].join(""));
		} catch {
			this.regexp = false;
		}
		/* c8 ignore stop */
		return this.regexp;
	}
	slashSplit(p) {
		if (this.preserveMultipleSlashes) return p.split("/");
		else if (this.isWindows && /^\/\/[^/]+/.test(p)) return ["", ...p.split(/\/+/)];
		else return p.split(/\/+/);
	}
	match(f, partial = this.partial) {
		this.debug("match", f, this.pattern);
		if (this.comment) return false;
		if (this.empty) return f === "";
		if (f === "/" && partial) return true;
		const options = this.options;
		if (this.isWindows) f = f.split("\\").join("/");
		const ff = this.slashSplit(f);
		this.debug(this.pattern, "split", ff);
		const set = this.set;
		this.debug(this.pattern, "set", set);
		let filename = ff[ff.length - 1];
		if (!filename) for (let i = ff.length - 2; !filename && i >= 0; i--) filename = ff[i];
		for (const pattern of set) {
			let file = ff;
			if (options.matchBase && pattern.length === 1) file = [filename];
			if (this.matchOne(file, pattern, partial)) {
				if (options.flipNegate) return true;
				return !this.negate;
			}
		}
		if (options.flipNegate) return false;
		return this.negate;
	}
	static defaults(def) {
		return minimatch.defaults(def).Minimatch;
	}
};
/* c8 ignore stop */
minimatch.AST = AST;
minimatch.Minimatch = Minimatch;
minimatch.escape = escape;
minimatch.unescape = unescape;
// node_modules/@actions/glob/lib/internal-path.js
const IS_WINDOWS$2 = process.platform === "win32";
/**
* Helper class for parsing paths into segments
*/
var Path = class {
	/**
	* Constructs a Path
	* @param itemPath Path or array of segments
	*/
	constructor(itemPath) {
		this.segments = [];
		if (typeof itemPath === "string") {
			assert(itemPath, `Parameter 'itemPath' must not be empty`);
			itemPath = safeTrimTrailingSeparator(itemPath);
			if (!hasRoot(itemPath)) this.segments = itemPath.split(path$1.sep);
			else {
				let remaining = itemPath;
				let dir = dirname(remaining);
				while (dir !== remaining) {
					const basename = path$1.basename(remaining);
					this.segments.unshift(basename);
					remaining = dir;
					dir = dirname(remaining);
				}
				this.segments.unshift(remaining);
			}
		} else {
			assert(itemPath.length > 0, `Parameter 'itemPath' must not be an empty array`);
			for (let i = 0; i < itemPath.length; i++) {
				let segment = itemPath[i];
				assert(segment, `Parameter 'itemPath' must not contain any empty segments`);
				segment = normalizeSeparators(itemPath[i]);
				if (i === 0 && hasRoot(segment)) {
					segment = safeTrimTrailingSeparator(segment);
					assert(segment === dirname(segment), `Parameter 'itemPath' root segment contains information for multiple segments`);
					this.segments.push(segment);
				} else {
					assert(!segment.includes(path$1.sep), `Parameter 'itemPath' contains unexpected path separators`);
					this.segments.push(segment);
				}
			}
		}
	}
	/**
	* Converts the path to it's string representation
	*/
	toString() {
		let result = this.segments[0];
		let skipSlash = result.endsWith(path$1.sep) || IS_WINDOWS$2 && /^[A-Z]:$/i.test(result);
		for (let i = 1; i < this.segments.length; i++) {
			if (skipSlash) skipSlash = false;
			else result += path$1.sep;
			result += this.segments[i];
		}
		return result;
	}
};
// node_modules/@actions/glob/lib/internal-pattern.js
const IS_WINDOWS$1 = process.platform === "win32";
var Pattern = class Pattern {
	constructor(patternOrNegate, isImplicitPattern = false, segments, homedir) {
		/**
		* Indicates whether matches should be excluded from the result set
		*/
		this.negate = false;
		let pattern;
		if (typeof patternOrNegate === "string") pattern = patternOrNegate.trim();
		else {
			segments = segments || [];
			assert(segments.length, `Parameter 'segments' must not empty`);
			const root = Pattern.getLiteral(segments[0]);
			assert(root && hasAbsoluteRoot(root), `Parameter 'segments' first element must be a root path`);
			pattern = new Path(segments).toString().trim();
			if (patternOrNegate) pattern = `!${pattern}`;
		}
		while (pattern.startsWith("!")) {
			this.negate = !this.negate;
			pattern = pattern.substr(1).trim();
		}
		pattern = Pattern.fixupPattern(pattern, homedir);
		this.segments = new Path(pattern).segments;
		this.trailingSeparator = normalizeSeparators(pattern).endsWith(path$1.sep);
		pattern = safeTrimTrailingSeparator(pattern);
		let foundGlob = false;
		const searchSegments = this.segments.map((x) => Pattern.getLiteral(x)).filter((x) => !foundGlob && !(foundGlob = x === ""));
		this.searchPath = new Path(searchSegments).toString();
		this.rootRegExp = new RegExp(Pattern.regExpEscape(searchSegments[0]), IS_WINDOWS$1 ? "i" : "");
		this.isImplicitPattern = isImplicitPattern;
		const minimatchOptions = {
			dot: true,
			nobrace: true,
			nocase: IS_WINDOWS$1,
			nocomment: true,
			noext: true,
			nonegate: true
		};
		pattern = IS_WINDOWS$1 ? pattern.replace(/\\/g, "/") : pattern;
		this.minimatch = new Minimatch(pattern, minimatchOptions);
	}
	/**
	* Matches the pattern against the specified path
	*/
	match(itemPath) {
		if (this.segments[this.segments.length - 1] === "**") {
			itemPath = normalizeSeparators(itemPath);
			if (!itemPath.endsWith(path$1.sep) && this.isImplicitPattern === false) itemPath = `${itemPath}${path$1.sep}`;
		} else itemPath = safeTrimTrailingSeparator(itemPath);
		if (this.minimatch.match(itemPath)) return this.trailingSeparator ? MatchKind.Directory : MatchKind.All;
		return MatchKind.None;
	}
	/**
	* Indicates whether the pattern may match descendants of the specified path
	*/
	partialMatch(itemPath) {
		itemPath = safeTrimTrailingSeparator(itemPath);
		if (dirname(itemPath) === itemPath) return this.rootRegExp.test(itemPath);
		return this.minimatch.matchOne(itemPath.split(IS_WINDOWS$1 ? /\\+/ : /\/+/), this.minimatch.set[0], true);
	}
	/**
	* Escapes glob patterns within a path
	*/
	static globEscape(s) {
		return (IS_WINDOWS$1 ? s : s.replace(/\\/g, "\\\\")).replace(/(\[)(?=[^/]+\])/g, "[[]").replace(/\?/g, "[?]").replace(/\*/g, "[*]");
	}
	/**
	* Normalizes slashes and ensures absolute root
	*/
	static fixupPattern(pattern, homedir) {
		assert(pattern, "pattern cannot be empty");
		const literalSegments = new Path(pattern).segments.map((x) => Pattern.getLiteral(x));
		assert(literalSegments.every((x, i) => (x !== "." || i === 0) && x !== ".."), `Invalid pattern '${pattern}'. Relative pathing '.' and '..' is not allowed.`);
		assert(!hasRoot(pattern) || literalSegments[0], `Invalid pattern '${pattern}'. Root segment must not contain globs.`);
		pattern = normalizeSeparators(pattern);
		if (pattern === "." || pattern.startsWith(`.${path$1.sep}`)) pattern = Pattern.globEscape(process.cwd()) + pattern.substr(1);
		else if (pattern === "~" || pattern.startsWith(`~${path$1.sep}`)) {
			homedir = homedir || os.homedir();
			assert(homedir, "Unable to determine HOME directory");
			assert(hasAbsoluteRoot(homedir), `Expected HOME directory to be a rooted path. Actual '${homedir}'`);
			pattern = Pattern.globEscape(homedir) + pattern.substr(1);
		} else if (IS_WINDOWS$1 && (pattern.match(/^[A-Z]:$/i) || pattern.match(/^[A-Z]:[^\\]/i))) {
			let root = ensureAbsoluteRoot("C:\\dummy-root", pattern.substr(0, 2));
			if (pattern.length > 2 && !root.endsWith("\\")) root += "\\";
			pattern = Pattern.globEscape(root) + pattern.substr(2);
		} else if (IS_WINDOWS$1 && (pattern === "\\" || pattern.match(/^\\[^\\]/))) {
			let root = ensureAbsoluteRoot("C:\\dummy-root", "\\");
			if (!root.endsWith("\\")) root += "\\";
			pattern = Pattern.globEscape(root) + pattern.substr(1);
		} else pattern = ensureAbsoluteRoot(Pattern.globEscape(process.cwd()), pattern);
		return normalizeSeparators(pattern);
	}
	/**
	* Attempts to unescape a pattern segment to create a literal path segment.
	* Otherwise returns empty string.
	*/
	static getLiteral(segment) {
		let literal = "";
		for (let i = 0; i < segment.length; i++) {
			const c = segment[i];
			if (c === "\\" && !IS_WINDOWS$1 && i + 1 < segment.length) {
				literal += segment[++i];
				continue;
			} else if (c === "*" || c === "?") return "";
			else if (c === "[" && i + 1 < segment.length) {
				let set = "";
				let closed = -1;
				for (let i2 = i + 1; i2 < segment.length; i2++) {
					const c2 = segment[i2];
					if (c2 === "\\" && !IS_WINDOWS$1 && i2 + 1 < segment.length) {
						set += segment[++i2];
						continue;
					} else if (c2 === "]") {
						closed = i2;
						break;
					} else set += c2;
				}
				if (closed >= 0) {
					if (set.length > 1) return "";
					if (set) {
						literal += set;
						i = closed;
						continue;
					}
				}
			}
			literal += c;
		}
		return literal;
	}
	/**
	* Escapes regexp special characters
	* https://javascript.info/regexp-escaping
	*/
	static regExpEscape(s) {
		return s.replace(/[[\\^$.|?*+()]/g, "\\$&");
	}
};
// node_modules/@actions/glob/lib/internal-search-state.js
var SearchState = class {
	constructor(path, level) {
		this.path = path;
		this.level = level;
	}
};
// node_modules/@actions/glob/lib/internal-globber.js
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
var __asyncValues = function(o) {
	if (!Symbol.asyncIterator) throw new TypeError("Symbol.asyncIterator is not defined.");
	var m = o[Symbol.asyncIterator], i;
	return m ? m.call(o) : (o = typeof __values === "function" ? __values(o) : o[Symbol.iterator](), i = {}, verb("next"), verb("throw"), verb("return"), i[Symbol.asyncIterator] = function() {
		return this;
	}, i);
	function verb(n) {
		i[n] = o[n] && function(v) {
			return new Promise(function(resolve, reject) {
				v = o[n](v), settle(resolve, reject, v.done, v.value);
			});
		};
	}
	function settle(resolve, reject, d, v) {
		Promise.resolve(v).then(function(v) {
			resolve({
				value: v,
				done: d
			});
		}, reject);
	}
};
var __await = function(v) {
	return this instanceof __await ? (this.v = v, this) : new __await(v);
};
var __asyncGenerator = function(thisArg, _arguments, generator) {
	if (!Symbol.asyncIterator) throw new TypeError("Symbol.asyncIterator is not defined.");
	var g = generator.apply(thisArg, _arguments || []), i, q = [];
	return i = Object.create((typeof AsyncIterator === "function" ? AsyncIterator : Object).prototype), verb("next"), verb("throw"), verb("return", awaitReturn), i[Symbol.asyncIterator] = function() {
		return this;
	}, i;
	function awaitReturn(f) {
		return function(v) {
			return Promise.resolve(v).then(f, reject);
		};
	}
	function verb(n, f) {
		if (g[n]) {
			i[n] = function(v) {
				return new Promise(function(a, b) {
					q.push([
						n,
						v,
						a,
						b
					]) > 1 || resume(n, v);
				});
			};
			if (f) i[n] = f(i[n]);
		}
	}
	function resume(n, v) {
		try {
			step(g[n](v));
		} catch (e) {
			settle(q[0][3], e);
		}
	}
	function step(r) {
		r.value instanceof __await ? Promise.resolve(r.value.v).then(fulfill, reject) : settle(q[0][2], r);
	}
	function fulfill(value) {
		resume("next", value);
	}
	function reject(value) {
		resume("throw", value);
	}
	function settle(f, v) {
		if (f(v), q.shift(), q.length) resume(q[0][0], q[0][1]);
	}
};
const IS_WINDOWS = process.platform === "win32";
var DefaultGlobber = class DefaultGlobber {
	constructor(options) {
		this.patterns = [];
		this.searchPaths = [];
		this.options = getOptions(options);
	}
	getSearchPaths() {
		return this.searchPaths.slice();
	}
	glob() {
		return __awaiter$1(this, void 0, void 0, function* () {
			var _a, e_1, _b, _c;
			const result = [];
			try {
				for (var _d = true, _e = __asyncValues(this.globGenerator()), _f; _f = yield _e.next(), _a = _f.done, !_a; _d = true) {
					_c = _f.value;
					_d = false;
					const itemPath = _c;
					result.push(itemPath);
				}
			} catch (e_1_1) {
				e_1 = { error: e_1_1 };
			} finally {
				try {
					if (!_d && !_a && (_b = _e.return)) yield _b.call(_e);
				} finally {
					if (e_1) throw e_1.error;
				}
			}
			return result;
		});
	}
	globGenerator() {
		return __asyncGenerator(this, arguments, function* globGenerator_1() {
			const options = getOptions(this.options);
			const patterns = [];
			for (const pattern of this.patterns) {
				patterns.push(pattern);
				if (options.implicitDescendants && (pattern.trailingSeparator || pattern.segments[pattern.segments.length - 1] !== "**")) patterns.push(new Pattern(pattern.negate, true, pattern.segments.concat("**")));
			}
			const stack = [];
			for (const searchPath of getSearchPaths(patterns)) {
				`${searchPath}`;
				try {
					yield __await(fs.promises.lstat(searchPath));
				} catch (err) {
					if (err.code === "ENOENT") continue;
					throw err;
				}
				stack.unshift(new SearchState(searchPath, 1));
			}
			const traversalChain = [];
			while (stack.length) {
				const item = stack.pop();
				const match = match$1(patterns, item.path);
				const partialMatch$1 = !!match || partialMatch(patterns, item.path);
				if (!match && !partialMatch$1) continue;
				const stats = yield __await(DefaultGlobber.stat(item, options, traversalChain));
				if (!stats) continue;
				if (options.excludeHiddenFiles && path$1.basename(item.path).match(/^\./)) continue;
				if (stats.isDirectory()) {
					if (match & MatchKind.Directory && options.matchDirectories) yield yield __await(item.path);
					else if (!partialMatch$1) continue;
					const childLevel = item.level + 1;
					const childItems = (yield __await(fs.promises.readdir(item.path))).map((x) => new SearchState(path$1.join(item.path, x), childLevel));
					stack.push(...childItems.reverse());
				} else if (match & MatchKind.File) yield yield __await(item.path);
			}
		});
	}
	/**
	* Constructs a DefaultGlobber
	*/
	static create(patterns, options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const result = new DefaultGlobber(options);
			if (IS_WINDOWS) {
				patterns = patterns.replace(/\r\n/g, "\n");
				patterns = patterns.replace(/\r/g, "\n");
			}
			const lines = patterns.split("\n").map((x) => x.trim());
			for (const line of lines) if (!line || line.startsWith("#")) continue;
			else result.patterns.push(new Pattern(line));
			result.searchPaths.push(...getSearchPaths(result.patterns));
			return result;
		});
	}
	static stat(item, options, traversalChain) {
		return __awaiter$1(this, void 0, void 0, function* () {
			let stats;
			if (options.followSymbolicLinks) try {
				stats = yield fs.promises.stat(item.path);
			} catch (err) {
				if (err.code === "ENOENT") {
					if (options.omitBrokenSymbolicLinks) {
						`${item.path}`;
						return;
					}
					throw new Error(`No information found for the path '${item.path}'. This may indicate a broken symbolic link.`);
				}
				throw err;
			}
			else stats = yield fs.promises.lstat(item.path);
			if (stats.isDirectory() && options.followSymbolicLinks) {
				const realPath = yield fs.promises.realpath(item.path);
				while (traversalChain.length >= item.level) traversalChain.pop();
				if (traversalChain.some((x) => x === realPath)) {
					`${item.path}${realPath}`;
					return;
				}
				traversalChain.push(realPath);
			}
			return stats;
		});
	}
};
// node_modules/@actions/glob/lib/glob.js
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
* Constructs a globber
*
* @param patterns  Patterns separated by newlines
* @param options   Glob options
*/
function create(patterns, options) {
	return __awaiter(this, void 0, void 0, function* () {
		return yield DefaultGlobber.create(patterns, options);
	});
}
// src/checkout/steps/inspect.ts
/** Looks at the checkout. A path that leads out of it through a link counts as absent. */
async function inspectCheckout(workspace, paths) {
	const root = await realpath(workspace).catch(() => void 0);
	const entries = root ? await readdir(root) : [];
	const within = async (path, kind) => root && findWithin(root, path, kind);
	const context = await within(paths.context, "isDirectory");
	const dockerfile = await within(paths.dockerfile, "isFile");
	const meantDockerfile = join(paths.context, paths.dockerfile);
	const isMeant = !dockerfile && await within(meantDockerfile, "isFile") !== void 0;
	const owner = context ? await stat(context) : {
		uid: 0,
		gid: 0
	};
	const dependencies = context ? await findDependencies(context, paths) : nothing(paths.dependencies);
	return {
		isEmpty: entries.length === 0,
		...context ? { context } : {},
		...dockerfile ? { dockerfile } : {},
		...isMeant ? { meantDockerfile } : {},
		otherDockerfiles: root && !dockerfile ? await findDockerfiles(root) : [],
		dependencies,
		uid: owner.uid,
		gid: owner.gid
	};
}
async function findDependencies(context, { dependencies: patterns, context: folder }) {
	if (patterns.length === 0) {
		for (const name of DEPENDENCY_FILES) if (await findWithin(context, name, "isFile")) return hashed(context, [join(context, name)], []);
		return nothing([]);
	}
	const unmatched = [];
	for (const pattern of patterns.filter((pattern) => !pattern.startsWith("!"))) if ((await glob(context, [pattern])).length === 0) unmatched.push(pattern);
	const meant = await meantBy(unmatched[0], context, folder);
	return {
		...await hashed(context, await glob(context, patterns), unmatched),
		...meant === void 0 ? {} : { meant }
	};
}
/** What somebody meant who wrote a pattern as one below the checkout, of which the context is this folder. */
async function meantBy(pattern, context, folder) {
	if (!pattern?.startsWith(`${folder}/`)) return void 0;
	const meant = pattern.slice(folder.length + 1);
	return (await glob(context, [meant])).length > 0 ? meant : void 0;
}
/** Files in a folder that match, sorted; a link that leads out of the folder, or to no file, counts as absent. */
async function glob(folder, patterns) {
	const globber = await create(patterns.flatMap((pattern) => rootedPattern(folder, pattern)).join("\n"), {
		followSymbolicLinks: false,
		matchDirectories: false
	});
	const files = [];
	for (const file of (await globber.glob()).sort()) if (await findWithin(folder, relative(folder, file), "isFile")) files.push(file);
	return files;
}
/** A pattern below a folder, without the `.` in its path that the library refuses; none where it leads up. */
function rootedPattern(folder, pattern) {
	const [, sign = "", path = ""] = /^(!?)(.*)$/s.exec(pattern) ?? [];
	const parts = path.split("/").filter((part) => part !== "" && part !== ".");
	return parts.includes("..") ? [] : [`${sign}${[folder.replace(/[\\?*[]/g, "\\$&"), ...parts].join("/")}`];
}
async function hashed(context, files, unmatched) {
	const hash = createHash("sha256");
	for (const file of files) {
		const content = await readFile(file);
		hash.update(`${relative(context, file)}\0${content.length}\0`).update(content);
	}
	return {
		files: files.map((file) => relative(context, file)),
		hash: hash.digest("hex"),
		unmatched
	};
}
function nothing(unmatched) {
	return {
		files: [],
		hash: createHash("sha256").digest("hex"),
		unmatched
	};
}
/** Dockerfiles up to two folders deep. */
async function findDockerfiles(root) {
	return (await glob(root, [
		"",
		"*/",
		"*/*/"
	].flatMap((folder) => [`${folder}Dockerfile*`, `${folder}*.Dockerfile`]))).map((file) => relative(root, file)).filter((file) => /(?:^|\/)(?:Dockerfile[^/]*|[^/]*\.Dockerfile)(?<!\.dockerignore)$/.test(file));
}
// src/cache/plan.ts
/** What to tell of the files that cache keys are made of. */
function cacheNotices(inputs, { checkout, stage }) {
	const isShared = inputs["cache-dependency-path"].length === 0 && requirementsOf(checkout, stage).from === "";
	const hint = sourcesHint(stage, inputs);
	return [...isShared ? [ALL_SHARED] : [], ...hint === void 0 ? [] : [hint]];
}
const ALL_SHARED = "There is no requirements.txt: all builds of this Dockerfile share their cache entries. Set cache-dependency-path if other files name the requirements.";
const MOST_FILES = 3;
/** What tells builds of one Dockerfile apart: the dependency files, or else all that the dev stage copies, where that is known. */
function requirementsOf({ dependencies }, stage) {
	const { files, hash } = dependencies;
	const left = files.length - MOST_FILES;
	const from = [...files.slice(0, MOST_FILES), ...left > 0 ? [`${left} more`] : []].join(", ");
	if (files.length > 0 || !stage || !("hash" in stage.sources)) return {
		hash,
		from
	};
	return {
		hash: stage.sources.hash,
		from: "what the dev stage copies"
	};
}
/** What is restored and saved, where the cache is on; or why nothing is, after all. */
function decideCache(inputs, context, { engine, checkout, stage }, { extent, isMounted, isPublished }) {
	if (isPublished && context.ref.startsWith("refs/tags/")) return { off: "what is published is built from the commit, never from a cache" };
	const requirements = isMounted ? {
		hash: "head",
		from: ""
	} : requirementsOf(checkout, stage);
	const scope = {
		store: engine.store,
		architecture: engine.architecture,
		suffix: inputs["cache-suffix"],
		build: [...[
			dockerfileOf(inputs),
			inputs.context,
			inputs.target,
			...inputs["build-args"].toSorted()
		], ...context.defaultPlatform === "" ? [] : [context.defaultPlatform]],
		requirements: requirements.hash
	};
	const canRead = context.cacheMode !== "write-only";
	return {
		scope,
		requirementsFrom: requirements.from,
		extent,
		maxSize: inputs["cache-max-size"],
		restore: canRead ? isPublished ? "lookup" : "files" : "no",
		save: context.cacheMode !== "read" && isWorthSaving(inputs["save-cache"], context)
	};
}
/** What this run is compared with, where the cache is on. */
function decideBaseline(inputs, context, cache) {
	const { defaultBranch: branch, sha } = context;
	if (inputs.shard || "off" in cache || branch === "" || context.cacheMode === "write-only") return {};
	const scope = [
		...context.job,
		inputs.matrix,
		inputs.context,
		inputs.target,
		...inputs["pytest-args"]
	];
	const save = cache.save && context.eventName === "push" && context.ref === `refs/heads/${branch}`;
	return { baseline: {
		branch,
		scope,
		suffix: inputs["cache-suffix"],
		sha,
		save
	} };
}
/** How a shard agrees with the others, or why it can't. */
function decideTimes(inputs, context) {
	const { job, runId, cacheMode } = context;
	const off = cacheOffReason(inputs, context);
	if (off !== void 0) return { off };
	if (cacheMode === "read" || cacheMode === "write-only") return { off: `the workflow's cache-mode is ${cacheMode}` };
	return {
		job,
		runId
	};
}
/** `auto` saves nothing that only the same tag, or the same bot's pull request, could ever restore. */
function isWorthSaving(save, context) {
	if (save !== "auto") return save === "true";
	return !context.isBotsPullRequest && !context.ref.startsWith("refs/tags/");
}
/** Why the cache is off, or nothing. `auto` is off where an entry of others could reach what is released or privileged. */
function cacheOffReason(inputs, context) {
	const enable = inputs["enable-cache"];
	if (enable === "false") return "enable-cache is false";
	if (context.cacheMode === "none") return "the workflow's cache-mode is none";
	if (context.cacheService === "none") return "this runner offers no cache service";
	return (enable === "true" ? void 0 : autoOffReason(context)) ?? (context.cacheService === "older" ? OLDER : void 0);
}
const OLDER = "the cache service of this runner speaks an older protocol";
/** What to tell of a cache that is off, for this reason, although it was asked for. */
function cacheOffNotices(off) {
	if (off !== OLDER) return [];
	return [`Nothing is cached: ${OLDER}, as those of nektos/act and Gitea do. Set enable-cache: false to do without this notice.`];
}
function autoOffReason(context) {
	if (context.ref.startsWith("refs/tags/")) return "a tag is built from the commit, never from a cache";
	if ([
		"release",
		"pull_request_target",
		"workflow_run"
	].includes(context.eventName)) return `it is off for ${context.eventName} events, unless enable-cache is true`;
	if (!context.isHosted) return "this self-hosted runner's engine keeps its own, unless enable-cache is true";
}
/** What a build entry is to hold. What a run entry gives back, or the next commit changes, is left out. */
function decideExtent(target, stage, isMounted) {
	if (!stage || "doubt" in stage.sources) return { kind: "whole" };
	if (!isMounted && !("line" in stage.sources)) return { kind: "whole" };
	const line = "line" in stage.sources ? stage.sources.line : stage.inputs.copies.find((copy) => copy.isInTarget)?.line;
	const dockerfile = line === void 0 ? void 0 : cutBefore(stage.inputs.text, target, line);
	return dockerfile === void 0 ? { kind: "nothing" } : {
		kind: "head",
		dockerfile
	};
}
/** What a user would gain who moved a line, or nothing. */
function sourcesHint(stage, { target, "share-target": share }) {
	if (!stage || !("line" in stage.sources)) return void 0;
	const { line, instruction, isApart } = stage.sources;
	const isInTarget = stage.inputs.copies.some((copy) => copy.line === line && copy.isInTarget);
	const hasShare = share !== target && stage.inputs.stages.includes(share);
	const cure = hasShare ? `move that line to the stage ${share}${isInTarget ? "" : ", and to others that need your code"}` : `without that line, or with it in a stage after that ("FROM ${target} AS …")`;
	const what = `Line ${line} of the Dockerfile (${instruction}) copies your code into the ${target} stage, so its image changes with every commit and can't be kept`;
	const then = (tests) => `${cure}${hasShare ? ", and" : ","} ${tests} start within seconds.`;
	if (isApart) return `${what}: unless something is built from it there, ${then("the tests")}`;
	return `${what}. The tests see your files anyway: ${then("they")}`;
}
// src/mount/plan.ts
/** Whether run entries are used, or why not. */
function decideMount(inputs, context, facts, isPublished) {
	const { engine } = facts;
	const lookup = decideLookup(inputs, context, facts);
	if ("off" in lookup) return lookup;
	if (isPublished) return { off: "what is published is built" };
	if (engine.socket === void 0) return { off: "the engine is not on this machine" };
	if (engine.isUserMapped) return { off: "the engine maps users, whom the files of a mounted image would not belong to" };
	return {
		...lookup,
		engineSocket: engine.socket
	};
}
/** Whether to look for a run entry, as far as that can be told without the engine; or why not. */
function decideLookup(inputs, context, { machine, stage }) {
	const off = (reason) => ({ off: reason });
	if (inputs.mount === "false") return off("mount is false");
	if (inputs.load) return off("load is true, so the image is built in the engine");
	if (/[A-Za-z_]/.test(inputs.user ?? "")) return off("a user of that name is known only in an image that is built");
	if (inputs.gpus !== void 0) return off("graphics cards were never tried with a mounted image");
	if (context.defaultPlatform !== "") return off(`docker is told to build for ${context.defaultPlatform}`);
	if (!context.isHosted) return off("only hosted runners are for one job alone, which makes root for mounts harmless");
	if ("obstacle" in machine) return off(machine.obstacle);
	if (!stage) return off("the Dockerfile could not be read");
	const { inputs: stageInputs, sources } = stage;
	if ("doubt" in sources) return off(`only a build can tell what the image depends on: ${sources.doubt}`);
	if ("line" in sources) return off(`line ${sources.line} copies files that change with every commit`);
	return {
		scope: {
			architecture: context.architecture,
			suffix: inputs["cache-suffix"],
			everything: [
				inputs.target,
				...inputs["build-args"].toSorted(),
				sources.hash
			]
		},
		bases: stageInputs.bases,
		init: machine.init,
		restore: context.cacheMode !== "write-only"
	};
}
/** Whether to look for a run entry, which need not wait for the engine's answer; or why not. */
function planLookup(inputs, context, facts) {
	const off = cacheOffReason(inputs, context);
	if (off) return { off };
	const lookup = decideLookup(inputs, context, facts);
	return "off" in lookup || lookup.restore ? lookup : { off: "the workflow's cache-mode lets it read nothing" };
}
// src/pytest/plan.ts
/** How the tests are run. */
function planTests(inputs, given) {
	const { user, workdir, "working-directory": folder, "timeout-minutes": minutes } = inputs;
	return {
		...given,
		folder: folder === "." ? "" : folder,
		command: [...inputs["test-command"], ...inputs["pytest-args"]],
		environment: inputs.env,
		...user === void 0 ? {} : { user },
		...workdir === void 0 ? {} : { workdir },
		isReadOnly: inputs["read-only"],
		options: containerOptions(inputs),
		...inputs.entrypoint === void 0 ? {} : { isBare: true },
		...inputs.shard === void 0 ? {} : { shard: inputs.shard },
		...minutes === void 0 ? {} : { timeoutSeconds: Math.ceil(minutes * 60) }
	};
}
/** Arguments of docker run. A network that was asked for counts more than that of the job's services. */
function containerOptions({ network, services, "shm-size": bytes, gpus }) {
	const used = network ?? services;
	return [
		...used === void 0 ? [] : ["--network", used],
		...bytes === void 0 ? [] : ["--shm-size", String(bytes)],
		...gpus === void 0 ? [] : ["--gpus", gpus.includes(",") ? `"${gpus}"` : gpus]
	];
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
// src/share/version.ts
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
			name: imageTagOf$1(rest),
			rule: "fixed"
		}, ...moving.map((name) => ({
			name,
			rule: "forward"
		}))]
	};
}
/** Whether what a git tag has behind the prefix can be an image tag. */
function fitsImage(gitTag, prefix) {
	return isImageTag(imageTagOf$1(gitTag.slice(prefix.length)));
}
function imageTagOf$1(rest) {
	return versionIn(rest)?.replaceAll("+", "_") ?? rest;
}
/** That a git tag publishes nothing, since it can't be an image tag, and what to do about it. */
function unfitTagNotice(gitTag, prefix) {
	const [, before] = /^(.*[/@])[^/@]*$/.exec(gitTag) ?? [];
	const cure = before !== void 0 && fitsImage(gitTag, before) ? `To publish ${quoted(gitTag.slice(before.length))}, set tag-prefix: ${quoted(before)}` : fittingTag(prefix);
	return `Nothing is published. ${unfitTag(gitTag, prefix)}. ${cure}. Without this notice: set push: false.`;
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
/** The image tag of a version's image for one platform (`linux/arm64`), by which nobody gets it who asks for the version: `1.2.3-arm64`. */
function platformTag({ name }, platform) {
	const ending = `-${platform.replace(/^linux\//, "").replaceAll("/", "-")}`;
	return `${name.slice(0, MOST_TAG_CHARACTERS - ending.length)}${ending}`;
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
/** The git tag of the latest version among some that begin with the prefix; the first where none is a version, if there is one. */
function latestTag(gitTags, prefix) {
	const versionOf = (gitTag) => versionIn(gitTag.slice(prefix.length));
	const isLater = (one, other) => one !== void 0 && (other === void 0 || compareVersions(one, other) > 0);
	return gitTags.filter((gitTag) => gitTag.startsWith(prefix)).reduce((latest, gitTag) => latest === void 0 || isLater(versionOf(gitTag), versionOf(latest)) ? gitTag : latest, void 0);
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
/** Labels that say where an image came from (OCI annotations); of what is empty there is none. */
function provenanceLabels(facts) {
	return Object.entries(facts).map(([name, text]) => [name, text.replace(/\s+/g, " ").trim()]).filter(([, text]) => text !== "").map(([name, text]) => `org.opencontainers.image.${name}=${text}`);
}
// src/share/plan.ts
/** Whether this event could publish something at all. */
function mayPublish(inputs, context) {
	return context.ref.startsWith("refs/tags/") || isAsked(inputs.push);
}
/** Whether it is published whatever the event, and not only where that goes without saying. */
function isAsked(push) {
	return push === "true" || push === "platform";
}
/** Decides whether this event publishes, and what. Fails with a sentence on what can't be published as it is wanted. */
function decidePublication(inputs, context, { commit, engine, stages, stage }, tests) {
	const { push, "share-file": file, "share-target": shareStage } = inputs;
	const source = publicationSource(push, context);
	if ("reason" in source) return source;
	if (push === "false" && !file) return { reason: "push is false" };
	if (inputs.shard && inputs.shard.total > 1) return shardPublication(push);
	const matrixNotice = push === "auto" && inputs["job-total"] > 1 ? `Nothing is published from a matrix of ${inputs["job-total"]} jobs: they would overwrite each other's image. For an image for several kinds of machines, set push: platform, and add a job with ${context.actionRepository || "OWNER/dev-in-docker"}/publish. Else publish from a job of its own with "needs:" on this one.` : void 0;
	if (matrixNotice && !file) return {
		reason: "a matrix publishes nothing",
		notice: matrixNotice
	};
	if (!isAsked(push) && stages !== void 0 && !stages.includes(shareStage)) return {
		reason: `the Dockerfile has no stage ${quoted(shareStage)}`,
		notice: `Nothing is published: the Dockerfile has no stage ${quoted(shareStage)}. Add "FROM dev AS ${shareStage}" with the files to share, or set push: false.`
	};
	const prefix = inputs["tag-prefix"];
	if (!isAsked(push) && "tag" in source && source.tag.startsWith(prefix) && !fitsImage(source.tag, prefix)) return {
		reason: "the tag can't name an image",
		notice: unfitTagNotice(source.tag, prefix)
	};
	const version = "tag" in source ? versionOfTag(source.tag, prefix) : versionOfBranch(source.branch);
	if (!version) return { reason: prefixReason(prefix) };
	requireTagsCommit(source, context, commit?.sha);
	const image = inputs.image ?? defaultImageName(context.repository);
	return {
		publication: {
			dockerfile: stage?.dockerfile ?? "",
			image,
			version: withTags(version, inputs.tags),
			revision: commit?.sha ?? context.sha,
			...commit ? { seconds: commit.seconds } : {},
			store: engine.store,
			...inputs["verify-share"] ? { verify: tests } : {},
			...push === "false" || matrixNotice ? {} : { registry: registryPlan(inputs, image) },
			isPart: push === "platform",
			...file ? { file } : {},
			labels: labelsOf(inputs, context, {
				version,
				commit,
				dockerfile: stage?.dockerfile ?? ""
			})
		},
		...matrixNotice === void 0 ? {} : { notice: matrixNotice }
	};
}
function prefixReason(prefix) {
	return `the tag does not begin with ${quoted(prefix)}, as tag-prefix wants`;
}
/** Whoever ran a part of the tests only can't tell whether an image is good. */
function shardPublication(push) {
	if (isAsked(push)) throw new UserError(sentence`${input("push")} is ${push}, but with shard this job runs a part of the tests only: leave shard out where images are published.`);
	return {
		reason: "a shard publishes nothing",
		notice: "Nothing is published: with shard, this job runs a part of the tests only. Publish from a job without it."
	};
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
/** What is published under a tag must be the tag's commit: a step that checks out something else is a mistake. */
function requireTagsCommit(source, { sha }, head) {
	if (!("tag" in source) || head === void 0 || sha === "" || head === sha) return;
	throw new UserError(`The tag ${quoted(source.tag)} is at commit ${sha.slice(0, 7)}, but the checkout is at ${head.slice(0, 7)}: remove "ref:" from actions/checkout, so that what is published is the tag's commit.`);
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
function labelsOf(inputs, context, { version, commit, dockerfile }) {
	const address = context.repository === "" ? "" : `${context.serverUrl}/${context.repository}`;
	const own = (name, text) => dockerfile.includes(`org.opencontainers.image.${name}`) ? "" : text;
	return [...provenanceLabels({
		title: own("title", context.repository.split("/").at(-1) ?? ""),
		description: own("description", context.description),
		source: address,
		url: own("url", address),
		version: version.version,
		revision: commit?.sha ?? context.sha,
		created: commit ? (/* @__PURE__ */ new Date(commit.seconds * 1e3)).toISOString().replace(".000", "") : "",
		licenses: own("licenses", context.license)
	}), ...inputs.labels];
}
// src/plan.ts
/** Decides all that will be done; fails with a sentence that names the input and the cure. */
function makePlan(inputs, context, facts) {
	const files = requireFiles(facts.checkout, locate(inputs));
	const target = requireStage("target", inputs.target, facts.stages);
	const test = planTests(inputs, {
		context: files.context,
		isLabelled: facts.engine.isLabelled,
		...owner(context, facts)
	});
	const decision = decidePublication(inputs, context, facts, test);
	const publication = "publication" in decision ? decision.publication : void 0;
	const { cache, mount } = decideReuse(inputs, context, facts, publication !== void 0);
	const dev = devBuild({
		...files,
		buildArguments: inputs["build-args"],
		secrets: planSecrets(inputs, facts.secrets),
		builder: facts.engine.builder
	}, target, context, {
		cache,
		isPublished: publication !== void 0
	});
	return {
		dev,
		cache,
		mount,
		test,
		report: reportPlan(inputs),
		...decideBaseline(inputs, context, cache),
		...publication && { share: sharePlan(dev, publication, inputs, context, facts) },
		unpublished: "reason" in decision ? decision.reason : "",
		notices: [
			...inputNotices(context.inputVariables),
			...secretNotices(inputs["build-args"]),
			...decision.notice === void 0 ? [] : [decision.notice],
			..."off" in cache ? cacheOffNotices(cache.off) : cacheNotices(inputs, facts)
		]
	};
}
function reportPlan(inputs) {
	const { summary, annotations, slowest, "junit-file": junit } = inputs;
	return {
		summary,
		annotations,
		slowest,
		...junit === void 0 ? {} : { junit }
	};
}
/** What of earlier runs is used, and what is kept for later ones. */
function decideReuse(inputs, context, facts, isPublished) {
	const mountOff = { off: "the cache is off" };
	const off = cacheOffReason(inputs, context);
	if (off !== void 0) return {
		cache: { off },
		mount: mountOff
	};
	const mount = decideMount(inputs, context, facts, isPublished);
	const isMounted = !("off" in mount);
	const cache = decideCache(inputs, context, facts, {
		extent: decideExtent(inputs.target, facts.stage, isMounted),
		isMounted,
		isPublished
	});
	return {
		cache,
		mount: "off" in cache ? mountOff : mount
	};
}
/** How the dev stage is built, by what becomes of its image. */
function devBuild(build, stage, context, { cache, isPublished }) {
	const name = imageNameOf(context.repository);
	const isKeptWhole = "off" in cache || cache.extent.kind === "whole";
	return {
		...build,
		stage,
		tags: [`dev-in-docker/${name}:${imageTagOf(stage)}`, ...isPublished ? [ownReference(context.id, "dev")] : []],
		labels: [],
		noCache: isPublished,
		buildContexts: {},
		isCacheable: !("off" in cache) && cache.save && isKeptWhole,
		compression: isPublished ? "gzip" : isKeptWhole ? "zstd" : "uncompressed"
	};
}
/** The share stage is built beside dev from the same files, on the very image that the tests run in, with nothing out of any cache. */
function sharePlan(dev, { labels, ...publication }, inputs, context, { stages }) {
	const stage = requireStage("share-target", inputs["share-target"], stages);
	const build = {
		...dev,
		stage,
		tags: [ownReference(context.id, "share")],
		labels,
		buildContexts: stage === dev.stage ? {} : { [dev.stage]: dev.tags.at(-1) ?? "" },
		isCacheable: false,
		compression: publication.seconds === void 0 ? "gzip" : "uncompressed"
	};
	return {
		...publication,
		build
	};
}
/** Something that may stand in an image reference: a repository's name may begin with a dot, such as `.github`. */
function imageNameOf(repository) {
	return repository.toLowerCase().split("/").map((part) => (part.match(/[a-z0-9]+/g) ?? []).join("-")).filter((part) => part !== "").join("/") || "local/project";
}
/** Something that may stand after the colon of an image reference. */
function imageTagOf(stage) {
	return stage.replace(/[^a-z0-9._-]/g, "-");
}
/**
* The tests run as the runner; a runner that is root, as the one whom the checkout belongs to. Where several people work
* in one folder, it is theirs by a group that they have besides their own. In rootless Docker, the user outside is root
* in a container.
*/
function owner(context, { checkout, engine }) {
	if (engine.isRootless) return {
		uid: 0,
		gid: 0
	};
	if (context.uid === 0) return {
		uid: checkout.uid,
		gid: checkout.gid
	};
	return {
		uid: context.uid,
		gid: context.groups.includes(checkout.gid) ? checkout.gid : context.gid
	};
}
/** The same plan for a job that has nothing to give to others. */
function withoutSaving(plan) {
	return "off" in plan.cache ? plan : {
		...plan,
		cache: {
			...plan.cache,
			save: false
		}
	};
}
// src/survey.ts
/**
* Looks at the project in the workspace; files of secrets are looked for in a folder of their own, which on a runner is
* the checkout too. What is missing is a fact. Fails with a sentence where nothing could ever be run.
*/
async function surveyProject(inputs, context, secretsFolder) {
	requireLinux(inputs, context);
	const [checkout, secrets] = await Promise.all([inspectCheckout(context.workspace, locate(inputs)), inspectSecrets(inputs, secretsFolder)]);
	return {
		inputs,
		context,
		checkout,
		secrets,
		stage: await surveyStage(inputs, checkout)
	};
}
/** Looks at what the stage that is worked in depends on, as it is at this moment. */
async function surveyStage(inputs, checkout) {
	return inspectStage(checkout, inputs.target, inputs["build-args"]);
}
/**
* Plans what will be done with a project, once the engine has answered; `commit` is what is published, `stageInput` names
* the stage to work in. Fails with a sentence where nothing can be done.
*/
async function planProject({ inputs, context, checkout, secrets, stage }, engine, { machine, commit, stageInput = "target" }) {
	const stages = await listStages(engine.builder, checkout, inputs.target, stage?.inputs.stages);
	requireStage(stageInput, inputs.target, stages);
	return makePlan(inputs, context, {
		checkout,
		engine,
		machine,
		stages,
		stage,
		secrets,
		commit
	});
}
// src/laptop/commands/project.ts
/**
* Looks at the project in which a command was called, and plans; what of it is to be published has a ref and a commit.
* Fails with a sentence where there is no project, or no engine.
*/
async function openProject(typed, run, stageInput, { ref, commit } = { ref: "" }) {
	const asked = inspectEngine(readContext().docker, run);
	asked.catch(() => void 0);
	return planLocal(await surveyLocal(typed, run, stageInput, ref), await asked, run, commit);
}
/** Looks at the project in which a command was called. Fails with a sentence where there is none. */
async function surveyLocal(typed, run, stageInput, ref = "") {
	const { top, here } = await findProject(process.cwd(), {
		dockerfile: typed.file || join(typed.context || ".", "Dockerfile"),
		context: typed.context || "."
	});
	const { inputs, source } = await completeInputs(typed, top);
	if (source) run.settings = source;
	const survey = await surveyProject({
		...inputs,
		target: inputs[stageInput]
	}, localContext(top, run, ref), top);
	const { checkout } = survey;
	if (checkout.context !== void 0 && checkout.dockerfile === void 0 && inputs.file === void 0) throw noDockerfile(top, checkout.otherDockerfiles);
	const called = checkout.context !== void 0 && isWithin(checkout.context, here) ? relative(checkout.context, here) : "";
	const isTyped = typed["working-directory"] !== "";
	return {
		...survey,
		stageInput,
		here,
		called: isTyped ? "" : called.split(sep$1).join("/")
	};
}
/** Plans what will be done with a project. Fails with a sentence where nothing can be. */
async function planLocal(survey, engine, run, commit) {
	const { inputs, context, checkout, stage, here, called } = survey;
	const plan = await planProject(survey, engine, {
		machine: { obstacle: "this is no runner" },
		commit,
		stageInput: survey.stageInput
	});
	return {
		inputs,
		here,
		engine,
		stage,
		plan,
		checkout: {
			...checkout,
			context: plan.test.context
		},
		folder: called || plan.test.folder,
		run: {
			...run,
			workspace: context.workspace
		}
	};
}
function noDockerfile(folder, others) {
	const isThere = others.length > 0 ? `, but ${others.slice(0, 5).join(", ")}` : "";
	const cure = others.length > 0 ? " name yours with --file," : "";
	return new UserError(`There is no Dockerfile in ${folder}${isThere}: go to your project's folder,${cure} or write one with "dev-in-docker init".`);
}
export { contentOf$1 as $, findSocket as A, hiddenFolders as At, inspectImage as B, environmentArguments as Bt, require_semver as C, hasPytest as Ct, projectName as D, totalOf as Dt, makeImage as E, secondsOf as Et, inspectIgnore as F, repoPath as Ft, layersInHistory as G, trustCure as Gt, untag as H, runArguments as Ht, reaches as I, describeImage as It, foldersKeptVisible as J, checkoutMounts as K, buildStageArguments as L, entrypointOf as Lt, buildHead as M, isRoot as Mt, buildStage as N, packageVariables as Nt, askEngine as O, removeContainers as Ot, keptOutSentence as P, pathFrom as Pt, missingModules as Q, stagesArguments as R, WRITING as Rt, refusal as S, hasFailures as St, localImage as T, wentThrough as Tt, platformOf as U, userNameOf as Ut, layersOf as V, isMountable as Vt, keywordOf as W, gitVariables as Wt, runTests as X, placed as Y, inspectTraits as Z, inspectEngine as _, parseJson as _t, surveyProject as a, joined as at, explainEngine as b, endedEarly as bt, mayPublish as c, setTime as ct, mayMove as d, findGitData as dt, headersOf as et, platformTag as f, runContainer as ft, examineEngine as g, isRecord as gt, examineClient as h, byTimes as ht, planProject as i, textAt as it, parse$1 as j, hiddenPackagesSentence as jt, callEngine as k, runToEnd as kt, isVersion as l, tarHeader as lt, decideTimes as m, byNumber as mt, planLocal as n, readEntries$1 as nt, surveyStage as o, makeTar as ot, planLookup as p, writeDatabase as pt, findPlaces as q, surveyLocal as r, recordOf as rt, withoutSaving as s, paddedSize as st, openProject as t, paxHeaders as tt, latestTag as u, withPadding as ut, requireBuildx as v, digestingStream as vt, findImage as w, hiddenStatus as wt, lastWords as x, hasFailed as xt, personsSystem as y, sha256 as yt, historyOf as z, attachArguments as zt };
