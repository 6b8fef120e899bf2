import { x as git } from "./cli-session.js";
import { P as readRegularFile } from "./cli-pep440.js";
import { n as plain, o as UserError, r as quoted } from "./cli-plain.js";
import { lstat, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
// src/checkout/steps/git.ts
/** Looks at the repository that a folder belongs to; undefined where there is none, or none with a commit. */
async function inspectRepository(folder) {
	const { exitCode, stdout } = await git([
		"-C",
		folder,
		"rev-parse",
		"--show-toplevel"
	]);
	const top = stdout.replace(/\n$/, "");
	const commit = exitCode === 0 ? await readCommit(top) : void 0;
	if (!commit) return void 0;
	const [tags, branch, changed] = await Promise.all([
		readTags(top),
		readBranch(top),
		changedFiles(top)
	]);
	return {
		top,
		commit,
		sha: commit.sha,
		tags,
		branch,
		changed
	};
}
/**
* Checks a repository's commit out into a folder of its own while an action lasts: without what git ignores, which must
* not get into an image that others get, and which the commit doesn't have. Fails where git can't.
*/
async function withCommit({ top, sha }, temp, action) {
	const checkout = join(temp, "checkout");
	try {
		await requireGit([
			"-C",
			top,
			"-c",
			"core.hooksPath=/dev/null",
			"worktree",
			"add",
			"--detach",
			checkout,
			sha
		]);
		await requireGit([
			"-C",
			checkout,
			"submodule",
			"--quiet",
			"update",
			"--init",
			"--recursive"
		]);
		return await action(checkout);
	} finally {
		await git([
			"-C",
			top,
			"worktree",
			"remove",
			"--force",
			"--force",
			checkout
		]);
	}
}
async function requireGit(args) {
	const { exitCode, stderr } = await git(args);
	if (exitCode === 0) return;
	throw new UserError(`The commit could not be checked out: git says ${quoted(plain(stderr))}.`);
}
/** Git tags of the commit that is checked out in a folder; none outside of git. */
async function readTags(folder) {
	const { stdout } = await git([
		"-C",
		folder,
		"tag",
		"--points-at",
		"HEAD"
	]);
	return stdout.split("\n").filter((tag) => tag !== "");
}
/** Full name of the branch that is checked out in a folder; empty where there is none, and outside of git. */
async function readBranch(folder) {
	const branch = await git([
		"-C",
		folder,
		"symbolic-ref",
		"--quiet",
		"HEAD"
	]);
	return branch.exitCode === 0 ? branch.stdout.trim() : "";
}
/** Files of a folder's repository that differ from the commit that is checked out, or are not in it; none outside of git. */
async function changedFiles(folder) {
	const { exitCode, stdout } = await git([
		"-C",
		folder,
		"status",
		"--porcelain",
		"--no-renames",
		"-z"
	]);
	const entries = stdout.split("\0").filter((entry) => entry !== "");
	return exitCode === 0 ? entries.map((entry) => entry.slice(3)) : [];
}
/**
* Asks git for the commit that is checked out, by a command that starts nothing which a configuration could name.
* Undefined where git can't tell; never rejects.
*/
async function readCommit(folder) {
	if (!await lstat(join(folder, ".git")).catch(() => void 0)) return void 0;
	const { exitCode, stdout } = await git([
		"-C",
		folder,
		"cat-file",
		"--batch"
	], "HEAD\n");
	const [, sha, seconds] = /^([0-9a-f]{40,64}) commit \d+\n(?:.+\n)*?committer .*> (\d+) [+-]\d{4}\n/.exec(stdout) ?? [];
	return exitCode === 0 && sha !== void 0 ? {
		sha,
		seconds: Number(seconds)
	} : void 0;
}
/** Looks at what git makes of a folder. Never rejects. */
async function examineGit(folder) {
	const ask = (...options) => git([
		...options,
		"-C",
		folder,
		"rev-parse",
		"--show-toplevel"
	]);
	const [plain, trusting, identity] = await Promise.all([
		ask(),
		ask("-c", "safe.directory=*"),
		readGitIdentity(folder)
	]);
	return {
		state: stateOf(plain.exitCode, trusting.exitCode),
		top: trusting.stdout.replace(/\n$/, ""),
		hasIdentity: Object.keys(identity).length === 2
	};
}
function stateOf(exitCode, whenTrusting) {
	if (exitCode === 0) return "repository";
	if (exitCode === 127) return "no git";
	return whenTrusting === 0 ? "distrusted" : "no repository";
}
/** Name and address that git signs a person's commits with, by the names of its settings; empty where it knows none. */
async function readGitIdentity(folder) {
	const { stdout } = await git([
		"-C",
		folder,
		"config",
		"--null",
		"--get-regexp",
		"^user\\.(name|email)$"
	]);
	return Object.fromEntries(stdout.split("\0").filter((entry) => entry !== "").map((entry) => [entry.split("\n", 1)[0] ?? "", entry.slice(entry.indexOf("\n") + 1)]));
}
const MOST_BYTES = 65536;
/**
* Absolute path of the git data that a folder's .git file leads to, which a worktree or submodule has elsewhere; nothing
* where that data is not this folder's: a file of an unpacked archive may lead to anybody's.
*/
async function gitDataElsewhere(folder) {
	if (await textOf(join(folder, ".git")) === void 0) return void 0;
	const { exitCode, stdout } = await git([
		"-C",
		folder,
		...[
			"rev-parse",
			"--path-format=absolute",
			"--git-dir",
			"--git-common-dir"
		]
	]);
	const [own, common] = await Promise.all(stdout.split("\n").slice(0, 2).map(realPathOf));
	if (exitCode !== 0 || own === void 0 || common === void 0) return void 0;
	const owner = dirname(own) === join(common, "worktrees") ? await worktreeOf(own) : await submoduleOf(own, common);
	return owner !== void 0 && owner === await realPathOf(folder) ? common : void 0;
}
/** The folder of a worktree, as the repository that it belongs to has written it down. */
async function worktreeOf(own) {
	const pointer = (await textOf(join(own, "gitdir")))?.trim();
	return pointer === void 0 || basename(pointer) !== ".git" ? void 0 : realPathOf(dirname(resolve(own, pointer)));
}
/** The folder of a submodule, as its git data has it. */
async function submoduleOf(own, common) {
	if (own !== common) return void 0;
	const { exitCode, stdout } = await git([
		"config",
		"--file",
		join(own, "config"),
		"core.worktree"
	]);
	return exitCode === 0 ? realPathOf(resolve(own, stdout.replace(/\n$/, ""))) : void 0;
}
async function textOf(path) {
	return readRegularFile(path, MOST_BYTES).then((content) => content?.toString(), () => void 0);
}
async function realPathOf(path) {
	return realpath(path).catch(() => void 0);
}
export { readGitIdentity as a, readCommit as i, gitDataElsewhere as n, withCommit as o, inspectRepository as r, examineGit as t };
