import { a as __toCommonJS, n as __esmMin, r as __exportAll, t as __commonJSMin } from "./rolldown-runtime.js";
import { d as saveState, f as setOutput, g as summary, i as debug, l as isDebug, n as quote, o as error$1, p as setSecret, r as split, s as getInput, t as join$1, u as notice } from "./packages.js";
import { $t as timed, A as saveEntry, At as askBriefly, B as cachePrefixes, Bt as clientFolder, C as paddedSize, Ct as digestingStream, D as discardRestored, Dt as isRecord, E as withPadding, Et as readMatrix, F as blobPath, Ft as runAsRoot, G as timesPrefix, Gt as messageOf, H as runKey, Ht as readContext, I as layoutFiles, It as streamDocker, J as layersOf$1, Jt as render, K as historyOf, Kt as sentenceOf, L as withLayers, Lt as artifactEnvironment, Mt as docker, Nt as followDocker, Ot as parseJson$1, Pt as git, Qt as say, R as baselinePrefix, Rt as cacheService, S as makeTar, St as platformOf, T as tarHeader, Tt as nameOf$1, U as runPrefixes, Ut as readPerson, V as keyInstead, Vt as namedVariables, W as splitKey, Wt as UserError, X as describeImage, Xt as withSource, Y as untag, Yt as sentence, Z as entrypointOf, Zt as grouped, _ as unmountAll, _t as WORDS$1, an as byteLength, at as layersInHistory, bt as sumOf, c as removeContainers, cn as quoted, ct as csvField, d as find, dn as leave, dt as runArguments, en as withBuildLog, f as reserve, fn as ownLabel, ft as userNameOf, g as removeMountFolder, gt as NO_COUNTS, h as mountFolder, ht as COUNT_NAMES, i as readEntries, in as megabytes, jt as attachDocker, k as restoreCache, kt as announceCommands, l as runToEnd, ln as shortened$1, lt as hiddenEnvironment, m as send, mn as ownReference, mt as askClient$1, n as headersOf, nn as byteSize, o as recordOf, on as listed, ot as WRITING, p as STORAGE_HEADERS, pn as ownName, q as inspectImage, qt as joined$1, r as paxHeaders, rn as duration$1, rt as keywordOf, s as textAt, sn as plain$1, st as attachArguments, t as contentOf$1, tn as withForeignLog, tt as attachSentence, u as finalize, un as withoutQueries, ut as isMountable, v as isDockers, vt as noCounts, w as setTime, wt as sha256, x as joined$2, xt as totalOf, yt as secondsOf, z as cacheKey$1, zt as childEnvironment } from "./shared.js";
import { access, chmod, chown, copyFile, cp, lstat, mkdir, mkdtemp, open, readFile, readdir, readlink, realpath, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import * as os from "os";
import * as fs from "fs";
import * as path$1 from "path";
import assert from "assert";
import { connect } from "node:net";
import { request } from "node:http";
import { isDeepStrictEqual } from "node:util";
import { createGzip, createZstdCompress } from "node:zlib";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { release, tmpdir, userInfo } from "node:os";
import { basename, dirname as dirname$1, extname, join, posix, relative as relative$1, resolve as resolve$1, sep as sep$1 } from "node:path";
import { closeSync, constants as constants$3, createReadStream, createWriteStream, lstatSync, openSync, opendirSync, readSync, readlinkSync } from "node:fs";
import { spawn } from "node:child_process";
import { pipeline } from "node:stream/promises";
import { StringDecoder } from "node:string_decoder";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { buffer, text as text$1 } from "node:stream/consumers";
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
/** Leaves with a verdict. Sockets, and what goes on, would keep the process; what was written must be out first. */
function leaveWith(conclusion) {
	process.stdout.write("", () => leave(conclusion === "success" ? 0 : 1));
}
// src/inputs/absolute.ts
/**
* The inputs as they were typed, but with paths as they are written here: relative to the checkout, or to the context
* where the input is. Absolute paths that lead elsewhere stay what they are.
*/
function withRelativePaths(typed, workspace) {
	const context = relativeTo(workspace, typed.context);
	const contextFolder = `${workspace}/${context}`;
	return {
		...typed,
		context,
		file: relativeTo(workspace, typed.file),
		"junit-file": relativeTo(workspace, typed["junit-file"]),
		"share-file": relativeTo(workspace, typed["share-file"]),
		"secret-files": linesRelativeTo(workspace, typed["secret-files"]),
		"working-directory": relativeTo(contextFolder, typed["working-directory"]),
		"cache-dependency-path": linesRelativeTo(contextFolder, typed["cache-dependency-path"])
	};
}
/** Lines that are paths, or that have one behind a `!` or an `id=`. */
function linesRelativeTo(folder, text) {
	const ofLine = (line) => line.trim().replace(/^(!|[\w.-]+=)?(\/.*)$/, (_, before = "", path) => before + relativeTo(folder, path));
	return text.split("\n").map(ofLine).join("\n");
}
function relativeTo(folder, path) {
	const [from, to] = [namesOf$2(folder), namesOf$2(path)];
	return path.startsWith("/") && from.length > 0 && from.every((name, index) => to[index] === name) ? to.slice(from.length).join("/") || "." : path;
}
function namesOf$2(path) {
	return path.split("/").filter((name) => name !== "" && name !== ".");
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
// src/inputs/steps/read.ts
/** All inputs as the runner has them. */
function typedInputs() {
	return Object.fromEntries(inputNames.map((name) => [name, getInput(name)]));
}
// src/host/steps/within.ts
/** Absolute path of what `path` leads to below `root`, itself a real path; undefined where it leads out, or to nothing of that kind. */
async function findWithin(root, path, kind) {
	try {
		const found = await realpath(join(root, path));
		if (!isWithin(root, found)) return void 0;
		return (await stat(found))[kind]() ? found : void 0;
	} catch {
		return;
	}
}
/** Whether a real path is that of a folder, or below it. */
function isWithin(root, path) {
	return path === root || path.startsWith(root.endsWith(sep$1) ? root : root + sep$1);
}
/** What a path in a folder is; undefined for what isn't there, is something else, or lies behind a link. */
async function kindWithin(folder, path) {
	const parent = dirname$1(path);
	if (parent !== "." && await kindWithin(folder, parent) !== "folder") return void 0;
	const stats = await lstat(join(folder, path)).catch(() => void 0);
	return stats?.isFile() ? "file" : stats?.isDirectory() ? "folder" : void 0;
}
/**
* Makes a folder below `root`, itself a real path, and returns its own; undefined where a link on the way leads out. Rejects
* where it can't be made.
*/
async function makeWithin(root, folder) {
	for (let part = join(root, folder); isWithin(root, part); part = dirname$1(part)) {
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
	const folder = await makeWithin(await realpath(root), dirname$1(path));
	if (folder === void 0) return false;
	const unfinished = join(folder, `.${basename(path)}.unfinished`);
	await rm(unfinished, {
		recursive: true,
		force: true
	});
	await writeFile(unfinished, text, { flag: "wx" });
	await rename(unfinished, join(folder, basename(path)));
	return true;
}
// src/legs/follow.ts
/** Whether a workflow uses the report of this action, which is in `actionRepository`, or in the checkout where that is empty. */
function usesReport(workflow, actionRepository) {
	return usedBy(workflow).some((used) => {
		const [path = ""] = used.split("@");
		return path === "./report" || path.toLowerCase() === `${actionRepository}/report`.toLowerCase();
	});
}
/** The paths of the workflows in the same repository that a workflow calls. */
function calledBy(workflow) {
	return usedBy(workflow).flatMap((used) => CALLED.test(used) ? [used.slice(2)] : []);
}
function usedBy(workflow) {
	return [...workflow.matchAll(USES)].map(([, used = ""]) => used);
}
const CALLED = /^\.\/\.github\/workflows\/[^/]+\.ya?ml$/;
const USES = /^[ \t-]*uses:[ \t]*['"]?([^\s'"#]{1,300})/gm;
// src/legs/steps/follow.ts
/**
* Whether the workflow of the run, or one of the checkout's that it calls, uses the report of this action. A checkout without
* them, as of another repository, says no. Never rejects.
*/
async function isReportToFollow(workspace, workflow, actionRepository) {
	const root = await realpath(workspace).catch(() => workspace);
	const paths = new Set(workflow === "" ? [] : [workflow]);
	for (const path of paths) {
		const file = await findWithin(root, path, "isFile");
		const text = file === void 0 ? "" : await readFile(file, "utf8").catch(() => "");
		if (usesReport(text, actionRepository)) return true;
		for (const called of calledBy(text)) paths.add(called);
	}
	return false;
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
// src/legs/steps/junit.ts
/** Writes the file that `junit-file` asks for; the sentence why it can't be written, undefined where it is. Never rejects. */
async function writeAsked(workspace, path, text) {
	try {
		if (await writeWithin(workspace, path, text)) return void 0;
		return sentence`${input("junit-file")} leads out of the checkout by way of a link: write a path within it.`;
	} catch (error) {
		return sentence`${input("junit-file")} can't be written: ${plain$1(messageOf(error))}.`;
	}
}
// src/legs/artifact.ts
/** The files of an artifact, and how many bytes each may have. */
const FILES = {
	leg: "leg.json",
	tests: "tests.jsonl",
	suite: "suite.txt"
};
FILES.leg, FILES.tests, FILES.suite;
/** A name that no other leg of the run has, nor another attempt of the same; `hash` makes a hexadecimal digest of a text. */
function artifactName(leg, hash) {
	return `dev-in-docker-${leg.job.replace(/[^A-Za-z0-9_]+/g, "-").slice(0, 40) || "job"}-${leg.index}-${hash(sameLeg(leg)).slice(0, 8)}-${leg.attempt}`;
}
/** The same for all attempts of one leg, and for nothing else. */
function sameLeg({ place, job, step, index }) {
	return JSON.stringify([
		place,
		job,
		step,
		index
	]);
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
// src/legs/format-leg.ts
/** Characters of JSON that failures take together: first their tracebacks are left out, then the rest of them. */
const MOST_WITH_TRACEBACKS = 4e6;
const MOST_FAILURES$1 = 8e6;
/** The files of a leg's artifact: name → text. */
function formatLeft({ leg, tests, suite }) {
	return {
		[FILES.leg]: formatLeg(leg),
		[FILES.tests]: formatTests(tests),
		...suite === void 0 ? {} : { [FILES.suite]: formatSuite(suite) }
	};
}
/** The text of `leg.json`; of what is too long for it, the end is left out, but never a number. */
function formatLeg(leg) {
	return JSON.stringify({
		...leg,
		job: leg.job.slice(0, MOST.name),
		step: leg.step.slice(0, MOST.name),
		place: leg.place.slice(0, MOST.name),
		matrix: leg.matrix.slice(0, MOST.listed).map(({ name, value }) => ({
			name: name.slice(0, MOST.name),
			value: value.slice(0, MOST.name)
		})),
		sentence: leg.sentence.slice(0, MOST.sentence),
		failures: withinCaps(leg.failures)
	});
}
/** The text of `tests.jsonl`: all of them, so that none that ran seems not to have. */
function formatTests(tests) {
	return tests.map((test) => `${JSON.stringify(test)}\n`).join("");
}
/** The text of `suite.txt`. */
function formatSuite(names) {
	return names.map((name) => `${name}\n`).join("");
}
function withinCaps(failures) {
	let used = 0;
	return failures.slice(0, MOST.failures).flatMap((failure) => {
		const length = JSON.stringify(failure).length;
		const kept = used + length <= MOST_WITH_TRACEBACKS ? failure : {
			...failure,
			traceback: ""
		};
		used += kept === failure ? length : JSON.stringify(kept).length;
		return used <= MOST_FAILURES$1 ? [kept] : [];
	});
}
// src/legs/steps/process.ts
/** Runs the artifact client in a folder, and ends it after so many milliseconds. Trouble is a value; rejects where the signal ends it. */
async function runArtifactClient(folder, request, { milliseconds, signal: stop }) {
	const { result, said, signal } = await askClient$1("artifact-client.js", folder, request, {
		env: artifactEnvironment(),
		timeout: milliseconds,
		signal: stop,
		killSignal: "SIGKILL"
	});
	const lastLine = said.trim().split("\n").at(-1) ?? "";
	return result ?? { trouble: signal === null ? lastLine : `no answer within ${milliseconds / 1e3} seconds` };
}
// src/legs/steps/upload.ts
const MILLISECONDS = 3e4;
/** A run can be repeated for so long. */
const DAYS = 30;
/** Uploads what a leg leaves, within half a minute; resolves with why not, undefined where it did. Never rejects. */
async function uploadLeg(left, { temp, signal }, { retentionDays }) {
	const { url, token } = cacheService();
	if (url === "" || token === "") return "this runner offers no artifacts, or those of an older kind only";
	const folder = join(temp, "leg");
	try {
		const texts = formatLeft(left);
		await mkdir(folder, { mode: 448 });
		for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
		const result = await runArtifactClient(folder, {
			action: "upload",
			name: artifactName(left.leg, sha256),
			files: Object.keys(texts),
			retentionDays: daysOf(retentionDays)
		}, {
			milliseconds: MILLISECONDS,
			signal
		});
		return "trouble" in result ? result.trouble : void 0;
	} catch (error) {
		return messageOf(error);
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		}).catch(() => void 0);
	}
}
/** No more than the server grants: the client would warn. */
function daysOf(granted) {
	return granted === 0 ? DAYS : Math.min(granted, DAYS);
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
	return sentence`The dev image has its packages in ${plain$1(path)}, which the mounted ${words$1.checkout} hides: install them elsewhere, for uv with "ENV UV_PROJECT_ENVIRONMENT=/opt/venv" and "ENV PATH=/opt/venv/bin:$PATH" in the Dockerfile, or end the dev stage with another WORKDIR`;
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
			problem: `This runner has ${tooOld$1(trouble)}`,
			cure: "update it, or use runs-on: ubuntu-latest"
		};
		default: return {
			problem: `The Docker engine does not answer (${plain$1(trouble.said)})`,
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
			problem: `The Docker engine does not answer (${plain$1(trouble.said)})`,
			cure: `see whether "docker version" gets an answer, and restart it if not${instead(trouble.origin)}`
		};
		case "too-old": return {
			problem: `This machine has ${tooOld$1(trouble)}`,
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
const START$1 = {
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
	return STARTERS.find(([pattern]) => pattern.test(socket))?.[1] ?? START$1[system];
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
function tooOld$1({ what, version, oldest }) {
	return `${version === "" ? `no ${what}` : `${what} ${plain$1(version)}`}, but ${oldest} or newer is needed`;
}
/** Why docker could not run a container, in its own words; empty where it said nothing. */
function refusal(said) {
	return (said.split("\n").filter((line) => line.trim() !== "" && !/^(?:Run|See) 'docker run --help'/.test(line)).at(-1) ?? "").trim().replace(/\.$/, "");
}
/** What docker or buildx says at its end, on one line: buildx puts what the registry said below its own words. */
function lastWords$1(output) {
	const lines = output.trim().split("\n");
	const error = lines.findLastIndex((line) => line.startsWith("ERROR: "));
	return lines.slice(error < 0 ? -1 : error).join(" ").replace(/\s+/g, " ").trim();
}
// src/report/not-run.ts
/** How docker's init process, shells and other programs say that they could not start one. */
const UNSTARTABLE = [
	/\bexec (\S+) failed: /,
	/\bexec: "?([^\s":]+)"?: (?:not found|permission denied|cannot execute|executable file not found)/i,
	/\bexec: line \d+: ([^\s:]+): (?:not found|permission denied)/i,
	/: (?:line )?\d+: ([^\s:]+): (?:command )?(?:not found|permission denied)/i,
	/\bFailed to spawn: `([^\s`]+)`/,
	/\bCommand not found: (\S+)/,
	/\bNo module named '?(pytest)\b/,
	/\bmake: ([^\s:]+): (?:No such file|Permission denied)/
];
const MOST_CHARACTERS$5 = 300;
/** How programs say that only root may do it, `su`, `runuser` and `sudo` among them. */
const ROOTS = /permission denied|operation not permitted|not permitted to|must be root|run as root|os error 13|non-root users|authentication failure|no new privileges/i;
/** Why pytest never began: what ended instead, what it said last, and the cure; without a full stop. */
function notRunSentence(tests) {
	const { exitCode, lastWords } = tests;
	if (exitCode === 125) {
		const said = refusal(plain$1(lastWords));
		return `Docker could not start the container${said === "" ? "" : `: ${said}`}`;
	}
	const program = wasStopped(tests) || exitCode === 0 ? void 0 : unstartable(lastWords);
	return program !== void 0 && ofProgram(program, tests) || ofEnd(tests);
}
function wasStopped({ exitCode, stoppedAfter }) {
	return exitCode === null || stoppedAfter !== void 0;
}
function unstartable(lastWords) {
	const said = plain$1(lastWords);
	return UNSTARTABLE.map((pattern) => pattern.exec(said)?.[1]).find((program) => program !== void 0);
}
/** Of a program that could not be started; undefined where it is none that we know of. */
function ofProgram(program, { exitCode, command, entrypoint }) {
	const isThere = exitCode === 126;
	if (program === "pytest") return isThere ? "pytest is in the dev image but can not be executed: check the permissions of its file" : "pytest is not on the PATH of the dev image: add it to your packages, with a line \"pytest\" in requirements.txt, with \"uv add --dev pytest\" or \"poetry add --group dev pytest\", or add the folder that has it to PATH with ENV";
	if (program === command[0]) {
		const how = isThere ? "can not be executed there: let its file be executable, with \"chmod +x\"" : "is not in the dev image, or what its first line names is not: install it in the dev stage";
		return sentence`${quoted(plain$1(program))}, which ${input("test-command")} starts, ${how}, or let pytest be started itself`;
	}
	if (program !== entrypoint[0]) return void 0;
	return `The dev image's ENTRYPOINT ${quoted(plain$1(program))} ${isThere ? "can not be executed" : "is not in it, or what its first line names is not"}: correct the ENTRYPOINT in the dev stage, or remove it`;
}
/** Of a program that ended, or was still there when the time was over. */
function ofEnd(tests) {
	const { exitCode, lastWords, command, entrypoint } = tests;
	const said = wordsOf$1(lastWords).at(-1)?.trim();
	const how = `${wasStopped(tests) ? "was still running" : `ended with exit code ${exitCode}`}${said ? `; it said "${lastOf(said)}"` : ""}`;
	const started = quoted(commandLine(command));
	if (entrypoint.length > 0) {
		const name = quoted(commandLine(entrypoint));
		return sentence`pytest did not run: the dev image's ENTRYPOINT ${name}, which gets ${started} as its arguments, ${how}. ${cureOfEntrypoint(tests)}, set it in the share stage only, or ${words$1.noEntrypoint}`;
	}
	if (command[0] === "pytest") return `pytest did not run: what has its name in the dev image ${how}`;
	return sentence`pytest did not run: ${started} ${how}. ${cureOf(command)}`;
}
function cureOfEntrypoint({ entrypoint, lastWords }) {
	if (ROOTS.test(lastWords)) return "The tests do not run as root: let it do only as root what only root may";
	const [shell, option, line = ""] = entrypoint;
	return shell === "/bin/sh" && option === "-c" && entrypoint.length === 3 && !/\$[@*\d]/.test(line) ? "Its shell form ignores them: write it as a list, with a program that ends in exec \"$@\"" : "Let it end in exec \"$@\"";
}
/** The reason stands at the end of a long line. */
function lastOf(line) {
	const flat = line.replace(/\s+/g, " ");
	return flat.length > MOST_CHARACTERS$5 ? `…${flat.slice(-300)}` : flat;
}
function cureOf([program = "", ...rest]) {
	if (/(?:^|\/)uv$/.test(program) && rest.includes("run")) return sentence`Set "ENV UV_NO_SYNC=1" in the dev stage, so that uv leaves the packages there as they are, or let ${input("test-command")} be pytest`;
	return sentence`Let it start pytest and show pytest's output, or let ${input("test-command")} be pytest`;
}
function wordsOf$1(text) {
	return plain$1(text).split("\n").filter((line) => line.trim() !== "");
}
// src/report/verdict.ts
/** What pytest's own exit codes mean (pytest: `ExitCode`). */
const PYTEST_ENDINGS = {
	0: "All tests passed",
	1: "Tests failed",
	2: "pytest stopped before it was through: files could not be collected, or something interrupted it",
	3: sentence`pytest had an internal error: ${words$1.seeLog}`,
	4: "pytest could not start: check pytest-args, the pytest configuration and conftest.py",
	5: "No tests were collected: name files test_*.py and functions test_*, or check testpaths and pytest-args",
	6: "There were more warnings than --max-warnings allows"
};
const COULD_NOT_START = 4;
/** What it means when a signal chose the exit code. */
const OTHER_ENDINGS = {
	132: "The interpreter met an instruction that this processor does not have (SIGILL): a package was built for another one",
	134: sentence`The interpreter gave up (SIGABRT): ${words$1.seeLog}`,
	135: sentence`The interpreter touched memory that is not there (SIGBUS): shared memory may be too small, set ${input("shm-size")}, such as 1 GB`,
	137: sentence`The test run was killed, most likely for want of memory: run fewer tests at once, or ${words$1.moreMemory}`,
	139: "The interpreter crashed (segmentation fault) in native code",
	143: "The test run was ended from outside (SIGTERM)"
};
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
/** How the tests went, in one sentence. */
function testSentence(tests) {
	const counts = countsInWords(tests.results.counts);
	const without = tests.leftOut ? `; its ENTRYPOINT ${quoted(commandLine(tests.leftOut))} did not start pytest, so they were run without it` : "";
	return sentence`${ending(tests)}${limit(tests)}${without}${counts ? ` (${counts})` : ""}.`;
}
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
/** The plugin knows none before that. */
const OLDEST_PYTEST = 7;
/** Why there is less to tell than of others' runs; nothing where there isn't. */
function limit({ results, sign, exitCode }) {
	if (results.isUnknown) {
		const what = Number.parseInt(results.pytest ?? "", 10) < OLDEST_PYTEST ? `too old for a report, which needs ${OLDEST_PYTEST} or newer` : "newer than the report knows";
		return `; pytest ${plain$1(results.pytest ?? "")} is ${what}, so there are its numbers alone`;
	}
	if (results.pytest !== void 0 || sign !== "run" || exitCode === null) return "";
	return "; pytest ran without the report's plugin, which PYTHONPATH and DEV_IN_DOCKER_RESULTS bring, so the exit code alone tells how it went";
}
function ending(tests) {
	const { exitCode, results } = tests;
	const then = hasPytest(tests) ? during(results) : sentence`; ${notRunSentence(tests)}`;
	if (tests.stoppedAfter !== void 0) return sentence`The tests were stopped after ${duration$1(tests.stoppedAfter)}, as timeout-minutes says${then}`;
	if (exitCode === null) return sentence`The test run was ended from outside${then}`;
	if (tests.isOutOfMemory) return sentence`The tests ran out of memory, and the kernel killed them: run fewer at once, or ${words$1.moreMemory}${during(results)}`;
	if (tests.obstacle && !hasPytest(tests)) return obstacleSentence(tests.obstacle);
	const other = OTHER_ENDINGS[exitCode];
	if (!hasPytest(tests)) return tests.entrypoint.length === 0 && other ? other : notRunSentence(tests);
	return exitCode === 0 ? ofZero(tests) : ofPytest$1(exitCode, tests);
}
/** Of a pytest that is not content, or did not live to tell. */
function ofPytest$1(exitCode, tests) {
	const { results } = tests;
	if (exitCode === 1 && results.exitStatus === 1 && !hasFailures(tests) && results.isCounted) return sentence`No test failed, but pytest ended with exit code 1: a plugin wanted it so, as pytest-cov does below --cov-fail-under; ${words$1.seeLogsEnd}`;
	const couldNotStart = results.pytest !== void 0 && !results.hasRun && results.exitStatus === void 0 && [
		1,
		3,
		COULD_NOT_START
	].includes(exitCode);
	const misfit = couldNotStart && misfitSentence(tests);
	if (misfit) return misfit;
	const pytests = PYTEST_ENDINGS[couldNotStart ? COULD_NOT_START : exitCode];
	const isIts = results.pytest === void 0 || results.exitStatus === exitCode || couldNotStart;
	if (pytests && isIts) return sentence`${pytests}${pytestsReason(tests)}`;
	const other = OTHER_ENDINGS[exitCode];
	const { exitStatus } = results;
	if (exitStatus !== void 0 && exitStatus !== exitCode && (!other || exitCode < 128)) return sentence`${PYTEST_ENDINGS[exitStatus] ?? `pytest ended with exit code ${exitStatus}`}, but what ran after pytest ended with exit code ${exitCode}; ${words$1.seeLogsEnd}`;
	return sentence`${other ?? `pytest ended with exit code ${exitCode}`}${during(results)}`;
}
/** An exit code of 0 does not mean that all is well. */
function ofZero(tests) {
	const { results, wanted, shard } = tests;
	if (endedEarly(tests)) return `The interpreter ended before pytest was done${during(results)}`;
	if (hasFailures(tests)) return sentence`Tests failed, and dev-in-docker counts them although the exit code is 0: something hides pytest's own. ${words$1.letFailuresPass}`;
	const hidden = hiddenStatus(tests);
	if (hidden !== void 0) return `The exit code is 0, but pytest's own was ${hidden}, which something hides: see its output`;
	if (wanted) return sentence`The whole suite ran in place of shard ${wanted.index}/${wanted.total}, as pytest ran without the plugin that picks a shard's tests: it needs pytest ${OLDEST_PYTEST} or newer, and a Python that is not isolated (-I, tox)`;
	if (shard && shard.facts.collected > 0 && shard.facts.kept === 0) return `This shard has no tests, as the suite has ${shard.facts.collected} for ${shard.facts.total} shards`;
	return (results.pytest === void 0 ? tests.sign !== "run" : results.isCounted || !results.hasRun) && totalOf(results.counts) === 0 ? "No tests were run" : "All tests passed";
}
/** Which plugin takes arguments that its hooks have no more, and the cure; nothing if none does. */
function misfitSentence({ lastWords, results }) {
	const [, plugin] = /\bPluginValidationError: [Pp]lugin '?([^'\n]+?)'? for hook /.exec(plain$1(lastWords)) ?? [];
	return plugin === void 0 ? void 0 : sentence`The plugin ${quoted(plugin)} does not fit pytest ${plain$1(results.pytest ?? "")}: update its package, remove it, or pin an older pytest`;
}
/** Why pytest gave up, in its own words, where no failure of a file or test shows it. */
function pytestsReason({ exitCode, results, lastWords, command, entrypoint }) {
	const said = exitCode === COULD_NOT_START || !results.hasRun ? [...plain$1(lastWords).matchAll(/^(?:\S+: error: |ERROR: (?!usage)|E {3,}|(?:\w+\.)*\w+(?:Error|Exception|Failure): )(.+)$/gm)].at(-1)?.[1] : results.stopped;
	if (!said || results.failures.length > 0) return "";
	const isMistaken = entrypoint.length > 0 && said === `file or directory not found: ${command[0]}`;
	const mistake = sentence`; the dev image's ENTRYPOINT ${quoted(commandLine(entrypoint))} gets ${quoted(commandLine(command))} as its arguments: ${words$1.noEntrypoint}`;
	return sentence`; it said ${quoted(plain$1(said))}${isMistaken ? mistake : ""}`;
}
function during({ lastStarted }) {
	return lastStarted === void 0 ? "" : `; it was running ${quoted(plain$1(lastStarted))}`;
}
/** Why a stage does not build, in one sentence, and one more for secrets that were empty. */
function buildSentence({ stage, failure }, dockerfile, secrets) {
	const place = failure?.line === void 0 ? dockerfile : `${dockerfile}, line ${failure.line}`;
	const culprit = failure?.instruction ? `: ${quoted(plain$1(failure.instruction))} failed` : "";
	return sentence`The ${stage} stage does not build${culprit} (${place}).${secrets ? missingSecrets(secrets) : ""}`;
}
function missingSecrets({ secrets, isAgentMissing }) {
	const empty = secrets.filter(({ isEmpty }) => isEmpty).map(({ id }) => id);
	const [subject, verb] = empty.length === 1 ? ["secret", "was"] : ["secrets", "were"];
	const ofSecrets = empty.length === 0 ? "" : sentence` The ${subject} ${empty.join(", ")} ${verb} empty: ${words$1.whyEmpty}.`;
	const ofAgent = isAgentMissing ? sentence` There was no SSH agent for ${input("ssh")}: ${words$1.startAgent}.` : "";
	return sentence`${ofSecrets}${ofAgent}`;
}
/** Why a dev image that was cached is not the one that was tested, in one sentence. */
function mountSentence({ key, trouble, isOutdated, hasStarted }) {
	const built = hasStarted ? "the tests were run once more, in an image that was built" : "the image was built";
	if (isOutdated) return `${sentenceCase(trouble ?? "")} since the dev image was cached: ${built}.`;
	return `${key === void 0 ? "The cached dev image could not be looked up" : "The cached dev image could not be used"} (${plain$1(trouble ?? "")}), which costs time only: ${built}.`;
}
function sentenceCase(text) {
	return text.charAt(0).toUpperCase() + plain$1(text).slice(1);
}
const CLOSED = {
	workdir: {
		subject: (path) => `WORKDIR ${path}`,
		cure: "choose one that is open to all, such as /usr/src/app"
	},
	program: {
		subject: (path) => path,
		cure: "install it in a folder that is open to all, such as /opt/venv"
	},
	interpreter: {
		subject: (path) => `The interpreter of the tests, ${path},`,
		cure: "install it in a folder that is open to all, for uv with \"ENV UV_PYTHON_INSTALL_DIR=/opt/python\""
	},
	packages: {
		subject: (path) => `The folder of packages ${path}`,
		cure: "install it in a folder that is open to all, such as a virtual environment in /opt/venv"
	},
	file: {
		subject: (path) => path,
		cure: "let the build put it in a folder that is open to all"
	}
};
/** Why the tests don't reach what the image has, and the cure, without a full stop. */
function obstacleSentence(obstacle) {
	if (obstacle.kind === "hidden") return hiddenPackagesSentence(obstacle.folder);
	const { subject, cure } = CLOSED[obstacle.what];
	const closed = plain$1(obstacle.folder);
	return `${subject(plain$1(obstacle.path))} can not be reached by the user of the tests (${obstacle.uid}), who may not enter ${closed}: ${cure}, or open that folder with "RUN chmod 755 ${closed}" in the dev stage`;
}
/** That the tests looked in their home for what the image has in another, and the cure. */
function elsewhereSentence$1({ path, home }) {
	return `The tests look for ${plain$1(path)} in their home; the dev image has it in ${plain$1(home)}, the home of who built it. Let the build put it in a folder that all may read, and that a variable names, such as ENV HF_HOME, NLTK_DATA, TORCH_HOME or PLAYWRIGHT_BROWSERS_PATH.`;
}
/** What is wrong and how to fix it, in one sentence. */
function hiddenModuleSentence({ name, folder, deeper }, workdir = "") {
	if (deeper !== void 0) {
		const place = `${workdir}/${deeper}`;
		return sentence`The tests can't import ${name}: the dev image has it in ${folder}, but the ${words$1.checkout} that is mounted at ${workdir} has it in ${deeper}, one folder deeper. Set ${input("env")} to "PYTHONPATH=${place}"; or let the image have it there too, with "COPY ${deeper} ${deeper}" and "ENV PYTHONPATH=${place}" in the dev stage.`;
	}
	return sentence`The tests can't import ${name}: the dev image has it in ${folder}, which the mounted ${words$1.checkout} hides. Install it to where the packages are ("RUN pip install ." in the dev stage), or build it in a folder outside of WORKDIR.`;
}
// src/report/annotations.ts
/** The runner shows ten annotations of a level for a step: nine for single ones, one for the rest. */
const MOST_SINGLE_ANNOTATIONS = 9;
/** The runner cuts messages at 4,096 characters. */
const MOST_MESSAGE_CHARACTERS = 4e3;
const MOST_NAMES_OF_A_GROUP = 20;
/** An error that belongs to no test. */
function error(outcome, message, more = {}) {
	return {
		level: "error",
		message: shortened$1(plain$1(render(message, "job", outcome.settings)), MOST_MESSAGE_CHARACTERS),
		...titled("dev-in-docker", outcome.leg),
		...more
	};
}
/** A title that tells the legs of a matrix apart. */
function titled(title, leg) {
	return { title: leg === "" ? title : `${title} (${leg})` };
}
/** Red tests as annotations on their lines, new failures first, in the room that `taken` others leave. */
function testAnnotations(outcome, tests, taken) {
	if (!hasFailed(tests)) return [];
	const { failures, counts } = tests.results;
	const sentence = tests.exitCode === 1 && failures.length > 0 ? [] : [error(outcome, testSentence(tests))];
	const room = MOST_SINGLE_ANNOTATIONS - sentence.length - taken;
	const shown = (failures.length > room ? groupsByError(failures) : failures.map((failure) => [failure])).slice(0, Math.max(0, room));
	const left = tests.results.isUnknown ? 0 : counts.failed + counts.errors - shown.flat().length;
	return [
		...sentence,
		...shown.map((group) => ofGroup(group, outcome)),
		...left > 0 ? [error(outcome, `${left} more ${left === 1 ? "failure is" : "failures are"} in the summary and the log.`)] : []
	];
}
/** Failures with the same error line together, in the order of the first of each. */
function groupsByError(failures) {
	return [...Map.groupBy(failures, errorLine).values()];
}
/** What went wrong, in a line: the first of pytest's message, as its short summary has it. */
function errorLine({ message }) {
	return plain$1(message).trimStart().split("\n", 1)[0]?.trim() ?? "";
}
function ofGroup(group, outcome) {
	const [first] = group;
	if (!first) return error(outcome, "");
	if (group.length === 1) return error(outcome, first.message, placeOf$1(first, outcome));
	const names = group.slice(0, MOST_NAMES_OF_A_GROUP).map(({ nodeId }) => nodeId);
	const left = group.length - names.length;
	const list = [...names, ...left > 0 ? [`and ${left} more`] : []].join("\n");
	return error(outcome, `${group.length} failures with this error: ${first.message}\n\n${list}`, placeOf$1(first, outcome));
}
function placeOf$1(failure, outcome) {
	const file = inRepository(fileOf$1(failure, outcome), outcome);
	return {
		...titled(plain$1(failure.nodeId), outcome.leg),
		...file === void 0 ? {} : {
			file,
			...failure.line === void 0 ? {} : { line: failure.line }
		}
	};
}
/** A path of the checkout as the job's repository has it; undefined where it is not in that. */
function inRepository(path, { repository }) {
	if (repository === "" || path === void 0) return path;
	return repository === void 0 ? void 0 : pathBelow(`/${repository}`, `/${path}`);
}
/** The file of a place in the container, relative to the checkout, if it is in it. */
function fileOf$1({ path }, { image, context }) {
	const mapping = {
		workdir: image?.workdir ?? "",
		context: context === "." ? "" : context
	};
	return path === void 0 ? void 0 : repoPath(path, mapping);
}
// src/report/packages.ts
/**
* Names that are imported → packages on PyPI, where the two differ by more than case and "_"
* (https://github.com/bndr/pipreqs/blob/master/pipreqs/mapping has thousands). A name that is no such key says nothing:
* a package called so may be anybody's.
*/
const PYTHON = {
	Bio: "biopython",
	Crypto: "pycryptodome",
	Cryptodome: "pycryptodomex",
	MySQLdb: "mysqlclient",
	OpenGL: "PyOpenGL",
	OpenSSL: "pyOpenSSL",
	PIL: "pillow",
	absl: "absl-py",
	attr: "attrs",
	bs4: "beautifulsoup4",
	bson: "pymongo",
	cairo: "pycairo",
	community: "python-louvain",
	corsheaders: "django-cors-headers",
	crontab: "python-crontab",
	cv2: "opencv-python-headless",
	dateutil: "python-dateutil",
	decouple: "python-decouple",
	discord: "discord.py",
	distutils: "setuptools",
	dns: "dnspython",
	docx: "python-docx",
	dotenv: "python-dotenv",
	environ: "django-environ",
	faiss: "faiss-cpu",
	fitz: "PyMuPDF",
	gi: "PyGObject",
	git: "GitPython",
	github: "PyGithub",
	gitlab: "python-gitlab",
	"google.protobuf": "protobuf",
	hydra: "hydra-core",
	imblearn: "imbalanced-learn",
	jose: "python-jose",
	jwt: "PyJWT",
	kafka: "kafka-python",
	ldap: "python-ldap",
	magic: "python-magic",
	mpl_toolkits: "matplotlib",
	multipart: "python-multipart",
	nacl: "PyNaCl",
	odf: "odfpy",
	osgeo: "GDAL",
	pkg_resources: "setuptools",
	pptx: "python-pptx",
	psycopg2: "psycopg2-binary",
	psycopg_binary: "psycopg[binary]",
	psycopg_c: "psycopg[binary]",
	pywt: "PyWavelets",
	rest_framework: "djangorestframework",
	ruamel: "ruamel.yaml",
	"ruamel.yaml": "ruamel.yaml",
	serial: "pyserial",
	skbio: "scikit-bio",
	skimage: "scikit-image",
	sklearn: "scikit-learn",
	skopt: "scikit-optimize",
	slugify: "python-slugify",
	sksurv: "scikit-survival",
	socketio: "python-socketio",
	telegram: "python-telegram-bot",
	tlz: "toolz",
	umap: "umap-learn",
	usb: "pyusb",
	websocket: "websocket-client",
	wx: "wxPython",
	xdist: "pytest-xdist",
	yaml: "PyYAML",
	zmq: "pyzmq"
};
/** The package on PyPI that brings a module; undefined where that isn't known. */
function pythonPackage(module) {
	return Object.hasOwn(PYTHON, module) ? PYTHON[module] : void 0;
}
const COMPILER = ["gcc", "libc6-dev"];
const POSTGRES = {
	packages: ["libpq-dev", ...COMPILER],
	instead: "take psycopg2-binary in place of psycopg2"
};
const OPENCV = {
	packages: ["libgl1", "libglib2.0-0"],
	instead: "take opencv-python-headless in place of opencv-python"
};
const MYSQL = { packages: [
	"default-libmysqlclient-dev",
	"pkg-config",
	...COMPILER
] };
const RUST = { packages: ["cargo", ...COMPILER] };
const plain = (...packages) => ({ packages });
const forCompiling = (...packages) => ({ packages: [...packages, ...COMPILER] });
/** Shared libraries, programs and headers, by the names under which they are missed. */
const DEBIAN = {
	"libGL.so.1": OPENCV,
	"libgthread-2.0.so.0": OPENCV,
	"libxcb.so.1": OPENCV,
	"libSM.so.6": plain("libsm6"),
	"libX11.so.6": plain("libx11-6"),
	"libXext.so.6": plain("libxext6"),
	"libXrender.so.1": plain("libxrender1"),
	"libcairo.so.2": plain("libcairo2"),
	"libfontconfig.so.1": plain("libfontconfig1"),
	"libgfortran.so.5": plain("libgfortran5"),
	"libglib-2.0.so.0": plain("libglib2.0-0"),
	"libgobject-2.0.so.0": plain("libglib2.0-0"),
	"libgomp.so.1": plain("libgomp1"),
	"libmagic.so.1": plain("libmagic1"),
	"libodbc.so.2": plain("unixodbc"),
	"libopenblas.so.0": plain("libopenblas0"),
	"libpango-1.0.so.0": plain("libpango-1.0-0"),
	"libpangoft2-1.0.so.0": plain("libpangoft2-1.0-0"),
	"libportaudio.so.2": plain("libportaudio2"),
	"libpq.so.5": plain("libpq5"),
	"libsndfile.so.1": plain("libsndfile1"),
	"libtk8.6.so": plain("libtk8.6"),
	"libusb-1.0.so.0": plain("libusb-1.0-0"),
	cargo: RUST,
	cc: plain(...COMPILER),
	cmake: plain("cmake", "make", "g++"),
	curl: plain("curl"),
	dot: plain("graphviz"),
	ffmpeg: plain("ffmpeg"),
	ffprobe: plain("ffmpeg"),
	"g++": plain("g++"),
	gcc: plain(...COMPILER),
	"gdal-config": plain("libgdal-dev", "g++"),
	"geos-config": forCompiling("libgeos-dev"),
	gfortran: plain("gfortran"),
	git: plain("git"),
	java: plain("default-jre-headless"),
	"krb5-config": forCompiling("libkrb5-dev"),
	latex: plain("texlive-latex-extra", "cm-super", "dvipng"),
	make: plain("make"),
	mysql_config: MYSQL,
	"nc-config": forCompiling("libnetcdf-dev"),
	pandoc: plain("pandoc"),
	pg_config: POSTGRES,
	"pkg-config": plain("pkg-config"),
	ps: plain("procps"),
	rsync: plain("rsync"),
	Rscript: plain("r-base-core"),
	rustc: RUST,
	ssh: plain("openssh-client"),
	swig: plain("swig"),
	tesseract: plain("tesseract-ocr"),
	wget: plain("wget"),
	"xml2-config": forCompiling("libxml2-dev"),
	"xslt-config": forCompiling("libxml2-dev", "libxslt1-dev"),
	"Python.h": plain("python3-dev"),
	"cblas.h": plain("libopenblas-dev"),
	"curl/curl.h": plain("libcurl4-openssl-dev"),
	"ffi.h": plain("libffi-dev"),
	"gdal.h": plain("libgdal-dev"),
	"geos_c.h": plain("libgeos-dev"),
	"gssapi/gssapi.h": plain("libkrb5-dev"),
	"hdf5.h": plain("libhdf5-dev"),
	"jpeglib.h": plain("libjpeg-dev"),
	"lber.h": plain("libldap-dev", "libsasl2-dev"),
	"libpq-fe.h": POSTGRES,
	"libxml/xmlversion.h": plain("libxml2-dev", "libxslt1-dev"),
	"libxml/xpath.h": plain("libxml2-dev", "libxslt1-dev"),
	"mysql.h": MYSQL,
	"openssl/ssl.h": plain("libssl-dev"),
	"portaudio.h": plain("portaudio19-dev"),
	"sql.h": plain("unixodbc-dev"),
	"sqlite3.h": plain("libsqlite3-dev"),
	"stdio.h": plain("libc6-dev"),
	"zlib.h": plain("zlib1g-dev")
};
/** Debian's packages that bring a shared library, a program or a header; undefined where that isn't known. */
function debianPackages(name) {
	return Object.hasOwn(DEBIAN, name) ? DEBIAN[name] : void 0;
}
// src/report/cures.ts
/** Of many failures, most say the same. */
const MOST_FAILURES = 100;
/** How programs, compilers, loaders and shells say that something isn't there. */
const MISSING = [
	/\b(lib[\w.+-]{1,60}\.so(?:\.\d{1,9}){0,4}): cannot open shared object file/g,
	/cannot load library '(lib[\w.+-]{1,60})'/g,
	/No such file or directory: b?'([\w.+-]{1,60})'/g,
	/\b([\w+-]{1,60}): (?:command )?not found\b/g,
	/\bexec ([\w.+-]{1,60}) failed: No such file or directory/g,
	/\b([\w-]{1,60}) executable not found/g,
	/\bfatal error: ([\w./+-]{1,60}\.h): No such file or directory/g,
	/\bcommand '(?:\/[\w./-]{1,60}\/)?([\w.+-]{1,60})' failed: No such file or directory/g,
	/\bunable to execute '([\w.+-]{1,60})'/g,
	/\bCannot find command '([\w.+-]{1,60})'/g,
	/['"`]([\w.+-]{1,60})['"`] is not installed\b/g
];
/** The same where it is said in more words. */
const PHRASES = [
	[/Bad git executable|git executable must be specified/, "git"],
	[/can't find Rust compiler|Rust not found, installing/, "cargo"],
	[/Unknown compiler\(s\): \[\['c?c'/, "gcc"],
	[/No CMAKE_CXX_COMPILER could be found/, "g++"],
	[/CMake must be installed|Could not find CMake|CMake not found/i, "cmake"],
	[/Can not find valid pkg-config name/, "mysql_config"],
	[/make sure the libxml2 and libxslt development packages are installed/, "xslt-config"],
	[/PortAudio library not found/, "libportaudio.so.2"],
	[/libpq library not found/, "libpq.so.5"],
	[/failed to find libmagic/, "libmagic.so.1"],
	[/make sure the Graphviz executables are on/, "dot"],
	[/tesseract is not installed or it's not in your PATH/, "tesseract"],
	[/No pandoc was found/, "pandoc"],
	[/latex could not be found/, "latex"],
	[/JAVA_HOME is not set/, "java"]
];
/** What would help against what went wrong in the tests, or in a build; nothing where that isn't known. */
function findCures({ plan, dev, share, tests, isCancelled }) {
	if (isCancelled) return [];
	const failed = [dev, share].find((build) => build?.failure);
	if (failed?.failure) return debianCures([failed.failure.output], failed.stage);
	if (!tests || !plan) return [];
	const { stage } = plan.dev;
	return [...debianCures(wordsOf(tests), stage), ...(tests.unmetImports ?? []).map((unmet) => ({
		sentence: importSentence(unmet, stage),
		lines: []
	}))];
}
function wordsOf({ exitCode, results, lastWords }) {
	if (exitCode === 0) return [];
	const { failures } = results;
	if (failures.length === 0) return [lastWords, results.stopped ?? ""];
	return failures.slice(0, MOST_FAILURES).flatMap(({ message, traceback }) => [message, traceback]);
}
/** One cure for all that Debian has: each of its packages belongs into the same line. */
function debianCures(texts, stage) {
	const names = [...new Set(texts.map(plain$1).flatMap(missingIn))];
	const found = names.flatMap((name) => debianPackages(name) ?? []);
	if (found.length === 0) return [];
	const packages = [...new Set(found.flatMap(({ packages }) => packages))];
	const others = [...new Set(found.flatMap(({ instead }) => instead ?? []))];
	const known = names.filter((name) => debianPackages(name));
	return [{
		sentence: `${`${listed(known)} ${known.length === 1 ? "is" : "are"} not in the ${stage} image`}: ${[`install ${listed(packages)} from Debian, with these lines near the top of the ${stage} stage`, ...others].join(", or ")}.`,
		lines: ["RUN apt-get update && apt-get install --yes --no-install-recommends \\", `    ${packages.join(" ")} && rm -rf /var/lib/apt/lists/*`]
	}];
}
/** Names of what a text says is missing, as far as something is known of them. */
function missingIn(text) {
	const named = MISSING.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = ""]) => name));
	const said = PHRASES.flatMap(([phrase, name]) => phrase.test(text) ? [name] : []);
	return [...named, ...said].filter((name) => debianPackages(name) !== void 0);
}
function importSentence(unmet, stage) {
	const { name } = unmet;
	const [top = ""] = name.split(".");
	switch (unmet.kind) {
		case "elsewhere": return elsewhereSentence(name, unmet.folder);
		case "compiled": return sentence`${name} is missing: a compiled part of ${top} isn't built, since the tests see the ${words$1.checkout} and no ${top} that is installed. Let ${input("test-command")} build it first, such as sh -c "python setup.py build_ext --inplace && exec pytest".`;
		case "version": return sentence`${name} is missing: that file is written when ${top} is installed, and the tests see the ${words$1.checkout} and no ${top} that is installed. Let ${input("test-command")} write it first, such as sh -c "python -m setuptools_scm --force-write-version-files && exec pytest".`;
		case "package": return packageSentence(name, stage);
	}
}
function packageSentence(name, stage) {
	const known = pythonPackage(name);
	const [top = ""] = name.split(".");
	if (known === void 0 && name !== top) return `${name} is not in the ${stage} image, although ${top} is: install the version of ${top} that has it, or the package that adds it.`;
	return `${name} is not in the ${stage} image: add ${known === void 0 ? "the package that has it" : `the package ${known}`} to requirements.txt, or to what else the ${stage} stage is installed from.`;
}
function elsewhereSentence(name, folder) {
	const place = folder === "" ? "at its top" : `in ${quoted(plain$1(folder))}`;
	const path = folder === "" ? "." : plain$1(folder);
	return sentence`${name} is in the ${words$1.checkout}, ${place}, where Python does not look: write "pythonpath = ${path}" into pytest's settings, in pyproject.toml as "pythonpath = ['${path}']".`;
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
	kept = shortened$1(kept, bytes);
	while (byteLength(inline(kept)) > bytes) kept = shortened$1(kept, Math.floor(kept.length * .7));
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
	return plain$1(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
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
// src/share/problems.ts
/** More names than this help nobody. */
const MOST_NAMES$1 = 3;
/** That files are not the files themselves; paths are relative to the context. */
function lfsSentence(paths) {
	const names = paths.slice(0, MOST_NAMES$1).map(plain$1);
	const left = paths.length - names.length;
	const list = left > 0 ? [...names, `${left} more`] : names;
	const what = paths.length === 1 ? `${list[0]} is a Git LFS pointer, not the file itself` : `${paths.length} files are Git LFS pointers, not the files themselves (${list.slice(0, -1).join(", ")} and ${list.at(-1)})`;
	return sentence`${what}: ${words$1.filesThemselves}.`;
}
/** That a test wanted a file which the share image lacks. */
function missingSentence({ path, isFolder, isIgnored, wantedBy, isNamed }) {
	const what = `The share image lacks ${plain$1(path)}${isFolder ? "/" : ""}, which ${plain$1(wantedBy)} ${isNamed ? "names" : "wanted"}`;
	return isIgnored ? `${what}: .dockerignore leaves it out; remove the line that does, or add "!${asException(plain$1(path))}" below it.` : `${what}: add "${copyLine(plain$1(path), isFolder)}" to the share stage.`;
}
/** A path as .dockerignore takes it; `*` and `?` stand for themselves too. */
function asException(path) {
	return path.replace(/[\\[]/g, "\\$&");
}
/** A place of the context goes to the same place below WORKDIR. */
function copyLine(path, isFolder) {
	const parent = path.split("/").slice(0, -1).join("/");
	const target = isFolder ? `${path}/` : parent === "" ? "./" : `${parent}/`;
	if (/^[\w./@+*][\w./@+*-]*$/.test(path)) return `COPY ${path} ${target}`;
	return `COPY [${[asSource(path), target].map((text) => JSON.stringify(asWord(text))).join(", ")}]`;
}
/**
* A source that BuildKit takes for this path. It trims what surrounds a name, takes `!` at its start for an exception and
* `<<` for an inline document, and reads `\` differently from place to place: `?` stands for those.
*/
function asSource(path) {
	return path.replace(/^[!<\s]|\\|\s$/g, "?").replaceAll("[", "[[]");
}
/** A text in which no variable is replaced and no quote is taken away; JSON doesn't keep BuildKit from either. */
function asWord(text) {
	return text.replace(/[\\$'"]/g, "\\$&");
}
/** That a COPY brings what the share image has already; the Dockerfile's path is relative to the checkout. */
function repeatedSentence(copy, dockerfile) {
	const what = `Line ${copy.line} of ${dockerfile}, ${quoted(plain$1(copy.instruction))}, puts into the share image what it has from ${copy.from} already: delete the line`;
	return copy.bytes < 1e6 ? `${what}.` : `${what}; the image gets ${byteSize(copy.bytes)} smaller.`;
}
/** That two layers hold the same. */
function twinSentence({ first, second, bytes }) {
	const again = first === second ? "once more" : `what ${quoted(plain$1(first))} has put there already`;
	return `${quoted(plain$1(second))} puts into the share image ${again}: delete one of the two lines; the image gets ${byteSize(bytes)} smaller.`;
}
/** That the share image has what git keeps beside the files. */
function gitInShareSentence({ paths: [path = "", ...others], bytes, isSure }) {
	const what = `The share image ${isSure ? "has" : "may have"} ${plain$1(path)}${others.length > 0 ? ` and ${others.length} more` : ""}`;
	const line = path === ".git" && others.length === 0 ? ".git" : "**/.git";
	return `${what} (${byteSize(bytes)}): add the line "${line}" to .dockerignore, unless somebody needs it there.`;
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
	const detail = plain$1(facts.detail);
	const host = plan.registry?.host ?? "";
	const cures = curesOf(host);
	const more = facts.kept.map(({ tag, version }) => ` ${tag} stays with ${plain$1(version)}.`).join("");
	const other = facts.other?.revision ? `from another commit (${plain$1(facts.other.revision)})` : "from elsewhere";
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
/** Why the share image is not published because its own tests failed in it, if so. */
function verifySentence({ shared, plan }) {
	if (!shared?.verified || !plan?.share || !hasFailed(shared.verified)) return void 0;
	return checkSentence(plan.share.build.stage, shared.verified, shared.missing, ", so it is not published");
}
/** That the tests of a share image fail in it, what it lacks, and what follows from that, if anything. */
function checkSentence(stage, tests, missing = [], so = "") {
	const sentences = missing.map((file) => ` ${missingSentence(file)}`).join("");
	return sentence`The tests do not pass in the ${stage} image, as a colleague would run it${so}: ${testSentence(tests)}${sentences}`;
}
/** Why nothing was published, for the output `reason`; empty if something was. */
function reasonOf$1(outcome) {
	const { plan, dev, share, tests, shared, error, isCancelled } = outcome;
	if (shared?.published && plan?.share) return shared.published.outcome === "published" ? "" : publishSentence(shared.published, plan.share);
	if (isCancelled) return "the run was cancelled";
	if (error) return error;
	if (!plan?.share) return plan?.unpublished ?? "";
	if (dev?.failure) return `the ${dev.stage} stage does not build`;
	if (share?.failure) return `the ${share.stage} stage does not build`;
	if (tests && hasFailed(tests)) return "the tests failed";
	return verifySentence(outcome) ?? (plan.share.registry ? "" : "push is false");
}
/** That nothing was published although it was to be, where nothing else says so; undefined where something does. */
function unpublishedSentence(outcome) {
	const { plan, shared, error } = outcome;
	if (!plan?.share || shared?.published || shared?.file || verifySentence(outcome)) return void 0;
	const what = plan.share.registry ? "Not published" : "Not written";
	const reason = error ? "" : reasonOf$1(outcome);
	return reason === "" ? error ? `${what}.` : void 0 : sentence`${what}: ${reason}.`;
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
	return replaced.filter(({ tag }) => tags.includes(`${image}:${tag}`)).map(({ tag, digest }) => sentence`${image}:${tag} named an image without a version before (${plain$1(digest)}), which something else may have pushed. If the tag is not to move, list those to publish in ${input("tags")}.`);
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
const MOST_CHARACTERS$4 = 3e4;
/** Splits as a shell would, without expansion. Fails on an unclosed quote, a backslash at the end, and on too long a text. */
function shellWords(name, text) {
	if (text.length > MOST_CHARACTERS$4) throw new UserError(sentence`${input(name)} has more than ${MOST_CHARACTERS$4} characters: write them into a file, such as pytest.ini or a script.`);
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
const READERS$2 = {
	file: text,
	target: text,
	"share-target": text,
	"build-args": (name, value) => checkedBuildArguments(named$2(name, value)),
	"cache-dependency-path": list,
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
/** Names of the inputs that can be settings. */
const settingNames = inputNames.filter((name) => name in READERS$2);
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
			const read = READERS$2[name]?.(name, value) ?? "";
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
	return typeof value === "string" ? value : join$1(texts(name, value));
}
function texts(name, value) {
	if (Array.isArray(value) && value.every((entry) => typeof entry === "string")) return value;
	throw new UserError(sentence`${input(name)} is neither a text nor a list of texts: write "…" or ["…", "…"].`);
}
/** `NAME=value` in one text as the input has it, one by one in a list, or as a table. */
function named$2(name, value) {
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
// src/report/repeat.ts
/** Inputs that change how tests come out, with one value each, and with one a line. */
const SINGLE = [
	"context",
	"file",
	"target",
	"working-directory",
	"workdir",
	"entrypoint",
	"network",
	"shm-size",
	"gpus"
];
const MANY = [
	"build-args",
	"secret-files",
	"secret-envs",
	"ssh"
];
const STANDARD = {
	...builtIn,
	context: "."
};
const MOST_NAME_CHARACTERS = 1e3;
/**
* Names of the failing tests, each once, as pytest takes them in the folder where it was started; without those that
* would not arrive as they are.
*/
function failingTests({ tests, plan, image }) {
	const { failures = [], rootdir } = tests?.results ?? {};
	const start = `${image?.workdir ?? ""}/${plan?.test.folder ?? ""}`;
	const names = failures.filter(({ nodeId }) => isTypable(nodeId)).map(({ nodeId }) => nameIn(start, nodeId, rootdir));
	return [...new Set(names.map(asPath))];
}
function isTypable(name) {
	return name !== "" && plain$1(name) === name && !/[\n\t\u2028\u2029]/.test(name) && name.length < MOST_NAME_CHARACTERS;
}
/** Tests can forge their names: behind a dash may be an option, and behind an @ pytest looks for a file of them. */
function asPath(name) {
	return /^[-@]/.test(name) ? `./${name}` : name;
}
/** pytest names tests from its root directory, but looks for what is typed where it was started. */
function nameIn(folder, nodeId, rootdir) {
	if (rootdir === void 0 || !isTypable(rootdir)) return nodeId;
	const [file = "", ...rest] = nodeId.split("::");
	return [pathFrom(folder, `${rootdir}/${file}`), ...rest].join("::");
}
/**
* The line that gives pytest some arguments by the laptop command, with the options that stand for the inputs that were
* typed. Values of variables are shown only to those who typed them.
*/
function testLine(pytestArguments, outcome, showsValues) {
	const { typed, plan } = outcome;
	const options = typed ? [
		...inputOptions(inClone(typed, outcome)),
		...secretOptions$1(typed),
		...variableOptions(typed, showsValues)
	] : [];
	const command = commandOption(plan?.test.command ?? [], typed?.["test-command"] ?? "");
	return [
		"dev-in-docker test",
		...options,
		...command,
		join$1(pytestArguments)
	].filter((part) => part !== "").join(" ");
}
/** Inputs as one types them in a clone of the job's repository, wherever in the checkout that was. */
function inClone(typed, outcome) {
	const { context, file } = typed;
	return {
		...typed,
		context: pathInClone(context || ".", outcome),
		file: file && pathInClone(file, outcome)
	};
}
/** A path of the checkout as one types it in a clone of the job's repository. */
function pathInClone(path, { repository }) {
	return repository ? pathFrom(`/${repository}`, `/${path}`) : path;
}
function inputOptions(typed) {
	const option = (name, value) => `--${name} ${quote(value)}`;
	return [
		...SINGLE.filter((name) => typed[name] !== (STANDARD[name] ?? "") && typed[name] !== "").map((name) => option(name, typed[name])),
		...MANY.flatMap((name) => lines(typed[name]).map((value) => option(name, value))),
		...typed["read-only"].toLowerCase() === "true" ? ["--read-only"] : []
	];
}
/** Values of secrets are shown to nobody; one may have them in variables of the same names. */
function secretOptions$1(typed) {
	return secretValues(typed.secrets).map(([id]) => `--secret-envs ${id}=${id}`);
}
function variableOptions(typed, showsValues) {
	return Object.entries(environment(typed.env)).map(([name, value]) => {
		return `--env ${showsValues && plain$1(value) === value && !/[\n\t]/.test(value) ? quote(`${name}=${value}`) : `${name}="$${name}"`}`;
	});
}
/** What starts pytest by way of something else, such as make, takes no names of tests. */
function commandOption(command, typed) {
	if (!command.some((word) => /(?:^|\/)(?:pytest|py\.test)$/.test(word))) return ["--test-command pytest"];
	return typed === "" || typed === builtIn["test-command"] ? [] : [`--test-command ${quote(typed)}`];
}
// src/report/summary-failures.ts
const MOST_TRACEBACK_CHARACTERS = 8e3;
/** For the names of all failing tests together. */
const MOST_NAMES_BYTES = 5e5;
const MOST_NAME_BYTES$1 = 400;
/** What is said of a failure that is not the test's own. */
const PHASES = {
	collect: "could not be collected",
	setup: "error at setup",
	call: "",
	teardown: "error at teardown"
};
/** Failures with their tracebacks, the first one open, as far as the room goes; of the others the names. */
function failureBlocks(outcome, tests, room) {
	const { failures, counts } = tests.results;
	const sentence = tests.exitCode === 1 ? "" : `<p>${inline(render(testSentence(tests), "job", outcome.settings))}</p>\n\n`;
	const nameBytes = Math.min(MOST_NAME_BYTES$1, Math.floor(MOST_NAMES_BYTES / failures.length));
	const names = failures.map(({ nodeId }) => `<code>${inlineWithin(nodeId, nameBytes)}</code><br>`);
	room.take(byteLength(sentence + names.join("")) + 500);
	const blocks = [];
	for (const failure of failures) {
		const next = oneFailure(failure, outcome, blocks.length === 0);
		if (!room.take(Math.max(0, byteLength(next) - byteLength(names[blocks.length] ?? "")))) break;
		blocks.push(next);
	}
	const rest = names.slice(blocks.length);
	const left = counts.failed + counts.errors - failures.length;
	return [
		sentence,
		...blocks,
		rest.length > 0 ? folded(`❌ ${rest.length} more, whose tracebacks are in the log`, `<p>${rest.join("")}</p>`) : "",
		left > 0 ? `<p>${left} more in the log.</p>\n\n` : ""
	].join("");
}
function oneFailure(failure, outcome, isOpen) {
	const title = [
		`❌ <code>${inlineWithin(failure.nodeId, MOST_NAME_BYTES$1)}</code>`,
		PHASES[failure.phase],
		outcome.comparison?.newFailures.has(failure.nodeId) ? "new" : "",
		placeOf(failure, outcome),
		failure.seconds === void 0 || failure.seconds < .1 ? "" : duration$1(failure.seconds)
	].filter((part) => part !== "");
	const text = shortened$1(failure.traceback || failure.message, MOST_TRACEBACK_CHARACTERS);
	return folded(title.join(" · "), block(text), isOpen);
}
/** The line, linked to the file on the server where that is known. */
function placeOf(failure, outcome) {
	if (failure.line === void 0) return "";
	const inCheckout = fileOf$1(failure, outcome);
	const linked = inRepository(inCheckout, outcome);
	const file = linked ?? inCheckout;
	return linkToLine(file === void 0 || failure.nodeId.startsWith(file) || file.endsWith(failure.nodeId.split("::")[0] ?? "") ? `line ${failure.line}` : `${inline(file)}, line ${failure.line}`, linked, failure.line, outcome.source);
}
/** Tests that failed, and passed when they were repeated. */
function flakyTests({ flaky }) {
	if (flaky.length === 0) return "";
	const rows = flaky.map((test) => [
		`<code>${inlineWithin(test.nodeId, MOST_NAME_BYTES$1)}</code>`,
		`passed on try ${test.reruns + 1}`,
		inlineWithin(errorLine(test), 1e3)
	]);
	return folded(`🔁 ${flaky.length} flaky`, `\n\n${table(rows)}`);
}
/** What to type to run the first failing test on one's own machine; nothing where none failed. */
function repeatCommands(outcome) {
	const { tests, plan, image } = outcome;
	if (!tests || tests.results.failures.length === 0 || !plan || !image) return "";
	const failing = failingTests(outcome).slice(0, 1);
	const context = pathInClone(outcome.context, outcome);
	const dockerfile = pathInClone(outcome.dockerfile, outcome);
	const file = dockerfile === (context === "." ? "Dockerfile" : `${context}/Dockerfile`) ? "" : `--file ${quote(dockerfile)} `;
	const values = plan.dev.buildArguments.map((pair) => `--build-arg ${quote(pair)} `).join("");
	const ids = plan.dev.secrets.secrets.map(({ id }) => `--secret id=${id} `).join("");
	const folder = context === "." ? "\"$PWD\"" : `"$PWD"/${quote(context)}`;
	const inside = plan.test.folder === "" ? "" : `--workdir ${quote(`${image.workdir}/${plan.test.folder}`)} `;
	return folded("💻 Run it on your machine", block([
		testLine(failing, outcome, false),
		"",
		"# or, with Docker alone:",
		`docker build ${file}${values}${ids}--target ${quote(plan.dev.stage)} --tag dev ${quote(context)}`,
		`docker run --rm --volume ${folder}:${quote(image.workdir)} ${inside}${plan.test.isBare ? "--entrypoint '' " : ""}dev ${join$1(["pytest", ...failing])}`
	].join("\n")));
}
// src/report/summary-run.ts
const BAR_CELLS$1 = 24;
/** Phases as bars, and what the image and the cache were, folded; nothing where nothing was done. */
function runDetails(outcome, cacheFacts) {
	const { image, tests } = outcome;
	const versions = [
		tests?.results.python === void 0 ? "" : `Python ${inline(tests.results.python)}`,
		tests?.results.pytest === void 0 ? "" : `pytest ${inline(tests.results.pytest)}`,
		image ? `dev image <code>${inline(image.id)}</code>` : ""
	].filter((text) => text !== "");
	const facts = versions.length > 0 ? `<p>${versions.join(" · ")}</p>\n\n` : "";
	const timed = phases(outcome);
	if (timed.length === 0 && facts === "" && cacheFacts === "") return "";
	return folded(`⏱️ Where the time went${inShort(outcome)}`, `\n\n${bars(timed)}${hint(outcome)}${facts}${cacheFacts}`);
}
/** What explains most of the time, for those who don't unfold it. */
function inShort({ mounted, dev }) {
	if (mounted?.isUsed) return " · the dev image was mounted while it was downloaded";
	return dev?.image ? ` · ${stepCount(dev.steps)}` : "";
}
function phases({ mounted, restored, dev, share, tests, saved, shared }) {
	const found = [];
	let now = 0;
	const add = (name, seconds, more = "", start = now) => {
		if (seconds !== void 0) found.push({
			name,
			start,
			seconds,
			more
		});
		return start + (seconds ?? 0);
	};
	now = add("Mount the dev image", mounted?.key ? mounted.seconds : void 0, mounted?.isUsed ? fetched(mounted) : "not used");
	now = add("Restore the cache", restored?.seconds, restored?.bytes ? megabytes(restored.bytes) : "");
	now = add("Build the dev stage", dev?.seconds, dev ? stepCount(dev.steps) : "");
	now = add("Build the share stage", share?.seconds);
	const testsEnd = now + (tests?.seconds ?? 0);
	add("Run the tests", tests?.seconds);
	now = add("Save the dev image, beside the tests", saved?.run?.seconds, sizeOf(saved?.run));
	now = add("Save its first layers, beside the tests", saved?.build?.seconds, sizeOf(saved?.build));
	now = Math.max(now, testsEnd);
	now = add("Run the tests in the share image", shared?.verified?.seconds);
	now = add("Write the archive", shared?.file?.seconds);
	add("Publish", shared?.published?.seconds);
	return found;
}
/** A table with a bar for each phase, as long as it took, where it lay. */
function bars(phases) {
	const whole = Math.max(...phases.map(({ start, seconds }) => start + seconds), .001);
	const cell = (seconds) => Math.round(seconds / whole * BAR_CELLS$1);
	return table(phases.map(({ name, start, seconds, more }) => {
		const before = Math.min(cell(start), 23);
		const length = Math.max(1, Math.min(cell(start + seconds), BAR_CELLS$1) - before);
		return [
			name,
			`<code>${`${"░".repeat(before)}${"█".repeat(length)}${"░".repeat(BAR_CELLS$1 - before - length)}`}</code>`,
			duration$1(seconds),
			more
		];
	}));
}
function hint({ dev }) {
	const text = dev && installHint(dev.steps);
	return text ? `<p>💡 ${inline(text)}</p>\n\n` : "";
}
/** `5 of 6 steps cached`; the base image, which is pulled or there, is no step. */
function stepCount(steps) {
	const own = steps.filter((step) => !/^(?:\[[^\]]*\] )?FROM /.test(step.name));
	return `${own.filter((step) => step.isCached).length} of ${own.length} steps cached`;
}
function sizeOf(saved) {
	return saved?.bytes ? megabytes(saved.bytes) : "";
}
/** `31 of 214 MB while it was used; the tests waited 0.4 s for them`. */
function fetched({ figures }) {
	if (!figures) return "";
	const { bytesFetched, bytes, secondsWaited } = figures;
	return `${megabytes(bytesFetched)} of ${megabytes(bytes)} downloaded while it was used; reads waited ${duration$1(secondsWaited)} for them`;
}
/** Below this, what uv saves is not worth a word. */
const SLOW_SECONDS = 10;
/** What a quicker installer would save, where pip took long; nothing where it did not. */
function installHint(steps) {
	const pip = steps.find(({ name, isCached, seconds }) => !isCached && seconds >= SLOW_SECONDS && isPipInstall(name));
	if (!pip) return void 0;
	const instruction = quoted(pip.name.replace(/^\[[^\]]*\] /, ""));
	const saved = Math.round(pip.seconds * .5);
	return `${instruction} took ${Math.round(pip.seconds)} s; uv would save about ${saved} s of that, see examples/science/Dockerfile.uv in this action's repository.`;
}
function isPipInstall(step) {
	return /\] RUN .*\bpip3? install\b/s.test(step) && !/\buv pip\b/.test(step);
}
// src/share/layers.ts
/** That less than this is there twice is not worth a word. */
const WORTH_A_WORD = 1e6;
/** Puts together what each layer of an image weighs. */
function describeLayers({ history, diffIds, compressed, chain }) {
	const made = layersInHistory(history, diffIds.length);
	const isKnown = made.length === diffIds.length;
	const sizes = isKnown && compressed?.length === diffIds.length ? compressed : void 0;
	const own = isKnown && chain && agrees$1(made, chain) ? chain.layers : [];
	const all = made.map(({ unpacked, instruction }, index) => {
		const { stage, instruction: written } = own[index - made.length + own.length] ?? {};
		return {
			instruction: written ?? instruction,
			unpacked,
			...stage === void 0 ? {} : { stage },
			...sizes ? { compressed: sizes[index] ?? 0 } : {}
		};
	});
	const once = new Map(diffIds.map((id, index) => [id, sizes?.[index] ?? 0]));
	return {
		layers: own.length > 0 ? withBaseAsOne(all, all.length - own.length) : all,
		unpacked: sum(all.map(({ unpacked }) => unpacked)),
		...sizes ? { compressed: sum([...once.values()]) } : {},
		repeated: own.length > 0 && chain ? weighed(chain, all) : [],
		twins: isKnown ? twinsAmong(all, diffIds) : []
	};
}
/** Bytes of each layer in a registry's manifest of a single image, the lowest first; undefined if it is none. */
function readLayerSizes(manifest) {
	try {
		const { layers } = JSON.parse(manifest);
		return layers?.map(({ size }) => size);
	} catch {
		return;
	}
}
/** Several layers as one. */
function together(instruction, layers) {
	const sizes = layers.flatMap(({ compressed }) => compressed ?? []);
	return {
		instruction,
		unpacked: sum(layers.map(({ unpacked }) => unpacked)),
		...sizes.length > 0 ? { compressed: sum(sizes) } : {}
	};
}
/** Whether the last layers are those that the Dockerfile promises. */
function agrees$1(made, { layers }) {
	const start = made.length - layers.length;
	return layers.every(({ instruction }, index) => keywordOf(instruction) === keywordOf(made[start + index]?.instruction ?? ""));
}
function withBaseAsOne(all, count) {
	return count === 0 ? all : [together("base image", all.slice(0, count)), ...all.slice(count)];
}
function weighed({ layers, repeated }, all) {
	const start = all.length - layers.length;
	return repeated.map((copy) => {
		const index = layers.findIndex(({ line }) => line === copy.line);
		return {
			...copy,
			bytes: all[start + index]?.unpacked ?? 0
		};
	});
}
function twinsAmong(all, diffIds) {
	return all.flatMap(({ instruction: second, unpacked: bytes }, index) => {
		const first = all[diffIds.indexOf(diffIds[index] ?? "")];
		const isWorthIt = first !== all[index] && bytes >= WORTH_A_WORD;
		return first && isWorthIt ? [{
			first: first.instruction,
			second,
			bytes
		}] : [];
	});
}
function sum(numbers) {
	return numbers.reduce((all, number) => all + number, 0);
}
// src/report/summary-share.ts
const MOST_ROWS$1 = 40;
const MOST_INSTRUCTION_BYTES = 300;
const BAR_CELLS = 24;
/** What each layer of the share image weighs, folded. */
function shareLayers({ layers, unpacked, compressed }) {
	const download = compressed === void 0 ? "" : `${byteSize(compressed)} to download, `;
	const rows = heaviest(layers).map((layer) => [
		layer.stage === void 0 ? "" : inlineWithin(layer.stage, MOST_INSTRUCTION_BYTES),
		`<code>${inlineWithin(layer.instruction, MOST_INSTRUCTION_BYTES)}</code>`,
		...compressed === void 0 ? [] : [layer.compressed === void 0 ? "" : byteSize(layer.compressed)],
		byteSize(layer.unpacked),
		`<code>${bar(layer.unpacked / Math.max(1, unpacked))}</code>`
	]);
	const header = [
		"stage",
		"layer",
		...compressed === void 0 ? [] : ["to download"],
		"unpacked",
		""
	];
	return folded(`📦 share image: ${download}${byteSize(unpacked)} unpacked`, `\n\n${table([header, ...rows])}`);
}
/** In their order; where there are too many, the lightest are summed up. */
function heaviest(layers) {
	if (layers.length <= MOST_ROWS$1) return layers;
	const kept = new Set([...layers].sort((a, b) => b.unpacked - a.unpacked).slice(0, 39));
	const rest = layers.filter((layer) => !kept.has(layer));
	return [...layers.filter((layer) => kept.has(layer)), together(`${rest.length} smaller layers`, rest)];
}
function bar(share) {
	const length = Math.min(BAR_CELLS, Math.round(share * BAR_CELLS));
	return `${"█".repeat(length)}${"░".repeat(BAR_CELLS - length)}`;
}
/** What was published, how to get it, and what stays as it was. */
function publication({ shared, plan, settings }) {
	if (!shared || !plan?.share) return "";
	const { published, file, layers, verified } = shared;
	return [
		verified?.leftOut && !hasFailed(verified) ? `<p>ℹ️ In the ${inline(plan.share.build.stage)} image: ${inline(render(testSentence(verified), "job", settings))}</p>\n\n` : "",
		published && isInRegistry(published) ? pushed(published, plan.share) : "",
		published?.outcome === "part" ? `<p>📦 ${inline(render(publishSentence(published, plan.share), "job", settings))}</p>\n\n` : "",
		file ? `<p>📦 Wrote <code>${inline(file.path)}</code> (${megabytes(file.bytes)}): <code>docker load --input ${inline(file.path)}</code> takes it.${attachedTo(file)}</p>\n\n` : "",
		layers ? shareLayers(layers) : ""
	].join("");
}
function attachedTo({ attached, path }) {
	return attached?.outcome === "attached" ? ` ${inline(render(attachSentence(attached, path), "job"))}` : "";
}
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
// src/report/summary-tests.ts
const MOST_NAME_BYTES = 400;
const MOST_ROWS = 50;
/** The slowest tests, with what each of their phases took, and what it was on the default branch where it is much more. */
function slowestTests({ slowest, testSeconds }, most, comparison) {
	const shown = slowest.slice(0, most).filter((test) => secondsOf(test) >= .01);
	if (shown.length === 0) return "";
	const together = shown.reduce((all, test) => all + secondsOf(test), 0);
	const share = testSeconds > 0 ? Math.round(together / testSeconds * 100) : 100;
	const before = new Map(comparison?.slower.map((test) => [test.nodeId, `, was ${duration$1(test.before)}`]));
	const rows = shown.map((test) => [`<code>${inlineWithin(test.nodeId, MOST_NAME_BYTES)}</code>${before.get(test.nodeId) ?? ""}`, ...[
		test.setup,
		test.call,
		test.teardown,
		secondsOf(test)
	].map((seconds) => seconds < 5e-4 ? "" : duration$1(seconds))]);
	return folded(`🐢 ${shown.length === 1 ? "The slowest test" : `The ${shown.length} slowest tests`} (${share} % of the time in tests)`, `\n\n${table([[
		"test",
		"setup",
		"call",
		"teardown",
		"together"
	], ...rows])}`);
}
/** Warnings by message, the most frequent first. */
function warningsByMessage({ warnings, counts }) {
	if (warnings.length === 0) return "";
	const rows = [...Map.groupBy(warnings, ({ category, message }) => `${category}: ${message}`)].map(([message, group]) => ({
		message,
		group,
		count: group.reduce((all, { count }) => all + count, 0)
	})).sort((a, b) => b.count - a.count).slice(0, MOST_ROWS).map(({ message, group, count }) => {
		const [first] = group;
		const place = first?.path === void 0 ? "" : `${first.path}${first.line === void 0 ? "" : `:${first.line}`}`;
		const others = group.length > 1 ? ` and ${group.length - 1} other ${group.length === 2 ? "place" : "places"}` : "";
		return [
			`${count}×`,
			inlineWithin(message, 1e3),
			`<code>${inlineWithin(place, MOST_NAME_BYTES)}</code>${others}`
		];
	});
	const number = counts.warnings;
	return folded(`⚠️ ${number} ${number === 1 ? "warning" : "warnings"}`, `\n\n${table(rows)}`);
}
/** Skipped tests, and those that are expected to fail, by reason. */
function skippedTests({ reasons, counts }) {
	if (reasons.length === 0) return "";
	const title = [
		"skipped",
		"xfailed",
		"xpassed"
	].filter((name) => counts[name] > 0).map((name) => `${counts[name]} ${name}`).join(", ");
	const rows = reasons.slice(0, MOST_ROWS).map(({ outcome, reason, count }) => [
		`${count}×`,
		outcome,
		inline(reason) || "<i>no reason given</i>"
	]);
	return folded(`⏭️ ${title}`, `\n\n${table(rows)}`);
}
// src/report/summary.ts
/** GitHub drops a summary of more than 1 MiB whole. */
const MOST_BYTES$8 = 921600;
/**
* The job page: did it pass, what broke, how to repeat it, what is flaky and slow, where the time went. At most 900 KiB:
* skipped tests, warnings, slow tests and tracebacks are left out in this order, counts and the names of failing tests
* never. Foreign text stands in HTML only.
*/
function renderSummary(outcome, problems, notices) {
	const { tests } = outcome;
	const top = [
		headlineOf(outcome, problems.tests.length + problems.others.length > 0),
		comparedWith(outcome),
		...problems.others.map((problem) => block(problem.message)),
		...findCures(outcome).map(({ sentence, lines }) => `<p>💡 ${inline(render(sentence, "job", outcome.settings))}</p>${lines.length > 0 ? block(lines.join("\n")) : "\n\n"}`)
	].join("");
	const limit = tests?.results.isUnknown && !hasFailed(tests) && !outcome.isCancelled ? [render(testSentence(tests), "job", outcome.settings)] : [];
	const middle = [repeatCommands(outcome), ...[...limit, ...notices].map((notice) => `<p>ℹ️ ${inline(notice)}</p>\n\n`)].join("");
	const unpublished = unpublishedSentence(outcome);
	const bottom = [
		unpublished ? `<p>📦 ${inline(render(unpublished, "job", outcome.settings))}</p>\n\n` : "",
		publication(outcome),
		runDetails(outcome, cacheFacts(outcome))
	].join("");
	const room = makeRoom(MOST_BYTES$8 - byteLength(top + middle + bottom));
	return [
		top,
		tests && tests.results.failures.length > 0 ? failureBlocks(outcome, tests, room) : problems.tests.map((problem) => `<p>${inline(problem.message)}</p>\n\n`).join(""),
		middle,
		...tests ? [
			flakyTests(tests.results),
			slowestTests(tests.results, outcome.plan?.report.slowest ?? 0, outcome.comparison),
			warningsByMessage(tests.results),
			skippedTests(tests.results)
		].filter((section) => room.take(byteLength(section))) : [],
		bottom
	].join("");
}
/** The first line of the page: whether the leg is red, and its numbers. */
function headlineOf({ leg, tests, isCancelled, plan, image, settings }, isRed) {
	const mark = isCancelled ? "🚫" : isRed ? "❌" : "✅";
	const flaky = tests?.results.flaky.length ?? 0;
	const counts = tests ? [countsInWords(tests.results.counts), ...flaky > 0 ? [`${flaky} flaky`] : []].join(", ") : "";
	const exit = tests && hasFailed(tests) && tests.results.failures.length === 0 ? [exitInWords(tests)].filter((part) => part) : [];
	const result = isCancelled ? "cancelled" : tests ? counts || exit.length > 0 ? [...exit, ...counts ? [counts] : []].join(", ") : inline(render(testSentence(tests), "job", settings)) : image ? "the tests were not run" : plan ? "the image was not built" : "nothing was run";
	const time = tests ? ` · ${duration$1(tests.seconds)}` : "";
	return `<h3>${mark} pytest${leg === "" ? "" : ` (${inline(leg)})`}: ${result}${time}</h3>\n\n`;
}
/** What is new since the default branch's last run; nothing where nothing is. */
function comparedWith({ comparison, plan, tests }) {
	if (!comparison || !tests) return "";
	const { newFailures, fixed, added, slower, change, sha } = comparison;
	const isRed = tests.results.failures.length > 0;
	const news = [
		newFailures.size > 0 || isRed ? some(newFailures.size, "new failure") : "",
		fixed > 0 ? `${fixed} fixed` : "",
		added > 0 ? some(added, "new test") : "",
		slower.length > 0 ? `${some(slower.length, "test")} much slower` : "",
		Math.abs(change) >= 1 && Math.abs(change) > tests.results.testSeconds / 5 ? `${duration$1(Math.abs(change))} ${change > 0 ? "slower" : "faster"}` : ""
	].filter((part) => part !== "");
	if (news.length === 0) return "";
	return `<p>Compared with <code>${inline(plan?.baseline?.branch ?? "")}</code> (${inline(sha.slice(0, 7))}): ${news.join(" · ")}</p>\n\n`;
}
/** `no new failure`, `1 new failure`, `2 new failures`. */
function some(count, noun) {
	return `${count || "no"} ${noun}${count > 1 ? "s" : ""}`;
}
/** The sentence about it stands below. */
function exitInWords(tests) {
	const { exitCode, stoppedAfter } = tests;
	if (stoppedAfter !== void 0) return "out of time";
	if (!hasPytest(tests)) return "did not run";
	if (tests.results.isUnknown && exitCode === 1) return "";
	const code = hiddenStatus(tests) ?? exitCode;
	return code === null || code === 0 ? "not finished" : `exit code ${code}`;
}
function cacheFacts({ plan, mounted, restored, saved }) {
	if (!plan) return "";
	if ("off" in plan.cache) return `<p>Cache: off; ${inline(plan.cache.off)}.</p>\n\n`;
	if (mounted?.isUsed) return `<p>Cache: <code>${inline(mounted.key ?? "")}</code>, mounted while it was downloaded.</p>\n\n`;
	const keys = [saved?.run?.key, saved?.build?.key].filter((key) => key !== void 0);
	const kept = keys.length > 0 ? `; saved as ${keys.map((key) => `<code>${inline(key)}</code>`).join(" and ")}` : "";
	const why = "off" in plan.mount ? ` The image was not mounted: ${inline(plan.mount.off)}.` : "";
	const { restore, requirementsFrom } = plan.cache;
	const from = ["", "requirements.txt"].includes(requirementsFrom) ? "" : ` In its key, ${inline(requirementsFrom)} stands for the requirements.`;
	return `<p>Cache: ${whatWasFound(restore, restored)}${kept}.${from}${why}</p>\n\n`;
}
function whatWasFound(restore, restored) {
	if (restore === "no") return "not read, as the workflow's cache-mode says";
	if (!restored?.key) return "no entry was there";
	const key = `<code>${inline(restored.key)}</code>`;
	const from = restored.isExact ? "" : ", made from other requirements";
	if (restore === "lookup") return `${key}${from} is there, and was not used for what is published`;
	return restored.entry ? `${key} restored${from}` : `${key} could not be used`;
}
// src/report/leg.ts
/** Shorter values are words, and not the secrets that some may be. */
const LEAST_SECRET = 8;
/**
* What the leg leaves. Values that the tests were given are hidden in it: a runner masks its secrets in logs and summaries,
* but not in artifacts, and does not say which they are.
*/
function makeLeft(outcome, { conclusion, sentence }, context, { index, total, matrix, seconds }) {
	const { tests, plan, typed } = outcome;
	const hide = hider([
		...Object.values(plan?.test.environment ?? {}),
		typed?.password ?? "",
		typed?.["github-token"] ?? ""
	]);
	const { results } = tests ?? {};
	const leg = {
		repository: context.repository,
		runId: context.runId,
		attempt: context.attempt,
		sha: context.sha,
		job: context.job[1] ?? "",
		step: context.step,
		place: context.place,
		index,
		total,
		matrix: matrix.map(({ name, value }) => ({
			name,
			value: hide(value)
		})),
		conclusion,
		sentence: hide(sentence),
		runner: [context.runnerOs, context.runnerArchitecture].filter((part) => part !== "").join(" "),
		...results?.python === void 0 ? {} : { python: results.python },
		...results?.pytest === void 0 ? {} : { pytest: results.pytest },
		seconds,
		testSeconds: results?.testSeconds ?? 0,
		exitCode: tests && hasPytest(tests) ? tests.exitCode : null,
		...tests?.shard ? { shard: tests.shard.facts } : {},
		counts: results?.counts ?? noCounts(),
		isCounted: results?.isCounted ?? false,
		...imageOf(outcome),
		failures: results?.failures.map((failure) => failureOf(failure, outcome, hide)) ?? [],
		flaky: results?.flaky.map((test) => ({
			...test,
			message: hide(test.message)
		})) ?? [],
		slowest: results?.slowest ?? [],
		reasons: results?.reasons.map((reason) => ({
			...reason,
			reason: hide(reason.reason)
		})) ?? [],
		warnings: results?.warnings.map((warning) => ({
			...warning,
			message: hide(warning.message)
		})) ?? []
	};
	const suite = tests?.shard && { suite: tests.shard.suite };
	return {
		leg,
		tests: results ? testsOf(results, hide) : [],
		...suite
	};
}
/** What the leg has pushed for its platform, if it has. */
function imageOf({ shared, plan }) {
	const { outcome, digest, platforms: [platform] = [] } = shared?.published ?? {};
	if (outcome !== "part" || digest === void 0 || platform === void 0 || !plan?.share) return {};
	const { image: name, version } = plan.share;
	return { image: {
		name,
		version: version.version,
		platform,
		digest
	} };
}
/** That the image of a leg is pushed, but can't be published with those of others. */
function unpublishableSentence(trouble) {
	return `The image of this job is in the registry, but can't be published with those of others, as no artifact could be uploaded that names it: ${shortly(trouble)}. Re-run this job; on a server without artifacts, as GitHub Enterprise Server is, publish from a single job.`;
}
/** The leg's own page where a report of all follows: a line with its numbers. */
function legLine(outcome, isRed) {
	return `${headlineOf(outcome, isRed)}<p>The rest is on the page of the job that reports on all legs.</p>\n\n`;
}
/** What is said where nothing could be left, which changes nothing for the leg. */
function unleftSentence(trouble) {
	return `The report of all legs will lack this one, as its artifact could not be uploaded: ${shortly(trouble)}.`;
}
function shortly(trouble) {
	const [line = ""] = withoutQueries(plain$1(trouble)).split("\n", 1);
	return line.replace(/\.$/, "").slice(0, 300);
}
/** Whether the report of all has all that the leg's own page would: its tests ran, and nothing else is wrong. */
function isAllInReport({ tests, error, dev, share, shared, isCancelled }) {
	const isElse = error !== void 0 || dev?.failure !== void 0 || share !== void 0 || shared !== void 0;
	return tests !== void 0 && hasPytest(tests) && !isElse && !isCancelled;
}
function failureOf(failure, outcome, hide) {
	const { path: _, ...rest } = failure;
	const file = inRepository(fileOf$1(failure, outcome), outcome);
	const texts = {
		message: hide(failure.message),
		traceback: hide(failure.traceback)
	};
	return {
		...rest,
		...texts,
		...file === void 0 ? {} : { file }
	};
}
function testsOf({ outcomes, whys, timings }, hide) {
	return [...outcomes].map(([nodeId, outcome]) => {
		const timing = timings.get(nodeId);
		const why = outcome === "skipped" || outcome === "xfailed" ? whys.get(nodeId) : void 0;
		return {
			nodeId,
			outcome,
			...why === void 0 ? {} : { reason: hide(why) },
			seconds: timing ? Number(secondsOf(timing).toFixed(6)) : 0
		};
	});
}
/** Puts stars in the place of these values, and of the lines of those that have several. */
function hider(values) {
	const lines = values.flatMap((value) => [value, ...value.split(/\r?\n/)]);
	const secrets = [...new Set(lines)].filter((value) => value.length >= LEAST_SECRET).sort((a, b) => b.length - a.length);
	return (text) => secrets.reduce((hidden, secret) => hidden.replaceAll(secret, "***"), text);
}
// src/report/outcome.ts
/** Where the server shows the commit's files; nothing outside of a repository on a server. */
function sourceAddress({ serverUrl, repository, sha }) {
	return repository === "" || sha === "" ? {} : { source: `${serverUrl}/${repository}/blob/${sha}` };
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
	return sentence`No image gets ${named$1(paths)}, since ${isOne ? "it holds" : "they hold"} a credential: add the line ".git" to .dockerignore, or ${words$1.keepNoCredential}.`;
}
/** That nothing can be built, since a program which is not known could read files with a credential. */
function unsafeBuildSentence(paths) {
	const isOne = paths.length === 1;
	return sentence`${named$1(paths)} ${isOne ? "holds" : "hold"} a credential, and the Dockerfile may ask for a program of its own ("# syntax=") that could take it: ${words$1.keepNoCredential}; or name the program as docker/dockerfile:1.`;
}
function named$1(paths) {
	const names = paths.slice(0, MOST_NAMES).map(plain$1);
	const left = paths.length - names.length;
	return listed(left > 0 ? [...names, `${left} more`] : names);
}
// src/report/git-data.ts
const MOST_PATHS$1 = 5;
/** What tests left of git data, and what is to be done about it; nothing where they left none. */
function gitDataSentences({ tests, earlierGitData, context }) {
	return [earlierGitData, tests?.gitData].flatMap((facts) => {
		if (!facts) return [];
		const named = (paths) => pathsInWords(paths.map((path) => inCheckout(path, context)));
		return [
			facts.removed.length === 0 ? void 0 : sentence`The tests left git data in folders that git tracks: ${named(facts.removed)}. It was removed, since git would run what it says.`,
			facts.left.length === 0 ? void 0 : sentence`The tests left git data: ${named(facts.left)}. Git runs what such data says, even for "git status" in there: remove it if you don't trust the tests.`,
			facts.closed.length === 0 ? void 0 : sentence`The tests left folders that can't be looked into: ${named(facts.closed)}. They may hold git data: remove them if you don't trust the tests.`,
			facts.isComplete ? void 0 : "The search for git data that the tests left was given up after a second: there may be more of it. If you don't trust the tests, use git in a fresh clone."
		].filter((text) => text !== void 0);
	});
}
function inCheckout(path, context) {
	if (context === ".") return path;
	return path === "." ? context : `${context}/${path}`;
}
function pathsInWords(paths) {
	const left = paths.length - MOST_PATHS$1;
	return [...paths.slice(0, MOST_PATHS$1).map(quoted), ...left > 0 ? [`and ${left} more`] : []].join(", ");
}
// src/report/report.ts
/** Turns facts into the words of a job, outputs and the verdict. */
function makeReport(facts) {
	const outcome = withNewFailuresFirst(facts);
	const others = findProblems(outcome);
	const tests = outcome.tests && !outcome.isCancelled ? testAnnotations(outcome, outcome.tests, others.length) : [];
	const problems = [...others, ...tests];
	const isShown = outcome.plan?.report.annotations ?? true;
	const conclusion = problems.length > 0 || outcome.isCancelled ? "failure" : "success";
	const inWords = (sentence) => plain$1(render(sentence, "job", outcome.settings));
	const notices = findNotices(outcome).map(inWords);
	const cures = findCures(outcome);
	const [problem] = others;
	return {
		conclusion,
		sentence: problem ? firstParagraph(problem.message) : outcome.tests && tests.length > 0 ? inWords(testSentence(outcome.tests)) : "",
		outputs: makeOutputs(outcome, conclusion),
		annotations: [...isShown ? problems : others, ...[...cures.map((cure) => inWords(withLines(cure))), ...notices].map((message) => ({
			level: "notice",
			message,
			...titled("dev-in-docker", outcome.leg)
		}))],
		summary: isWanted(outcome, problems.length > 0) ? renderSummary(outcome, {
			others,
			tests
		}, notices) : "",
		lines: [
			...(outcome.tests && !outcome.isCancelled ? [testSentence(outcome.tests)] : []).map(inWords),
			...cures.map((cure) => inWords(withLines(cure))),
			...shareLines(outcome).map(inWords),
			...[unpublishedSentence(outcome)].flatMap((line) => line === void 0 ? [] : [inWords(line)]),
			...notices
		]
	};
}
/** Without the output that may follow. */
function firstParagraph(text) {
	return text.split("\n\n", 1)[0] ?? "";
}
/** The report with one notice more. */
function withNotice(report, { leg, settings }, notice) {
	const message = plain$1(render(notice, "job", settings));
	return {
		...report,
		annotations: [...report.annotations, {
			level: "notice",
			message,
			...titled("dev-in-docker", leg)
		}],
		lines: [...report.lines, message]
	};
}
function withLines({ sentence: what, lines }) {
	return lines.length === 0 ? what : sentence`${what}\n\n${lines.join("\n")}`;
}
function withNewFailuresFirst(outcome) {
	const { tests, comparison } = outcome;
	if (!tests || !comparison) return outcome;
	const [newer, older] = [true, false].map((isNew) => tests.results.failures.filter(({ nodeId }) => comparison.newFailures.has(nodeId) === isNew));
	return {
		...outcome,
		tests: {
			...tests,
			results: {
				...tests.results,
				failures: [...newer ?? [], ...older ?? []]
			}
		}
	};
}
function isWanted({ plan, isCancelled }, isRed) {
	const wanted = plan?.report.summary ?? "true";
	return wanted === "true" || wanted === "failures" && (isRed || isCancelled);
}
/** What makes the step fail besides red tests, as annotations. */
function findProblems(outcome) {
	const problems = [];
	if (outcome.error) problems.push(error(outcome, outcome.error));
	for (const build of [outcome.dev, outcome.share]) {
		if (!build?.failure || outcome.isCancelled) continue;
		const { line, output } = build.failure;
		const what = buildSentence(build, outcome.dockerfile, outcome.plan?.dev.secrets);
		const file = inRepository(outcome.dockerfile, outcome);
		const place = file === void 0 ? {} : {
			file,
			...line === void 0 ? {} : { line }
		};
		problems.push(error(outcome, sentence`${what}\n\n${output}`, place));
	}
	const verified = verifySentence(outcome);
	if (verified && !outcome.isCancelled) {
		const messages = (outcome.shared?.verified?.results.failures.slice(0, 3) ?? []).map(({ message }) => `\n\n${plain$1(message)}`).join("");
		problems.push(error(outcome, sentence`${verified}${messages}`));
	}
	const { shared, plan } = outcome;
	if (shared?.published && plan?.share && !isFine(shared.published)) problems.push(error(outcome, publishSentence(shared.published, plan.share)));
	const { path = "", attached } = shared?.file ?? {};
	if (attached && attached.outcome !== "attached") problems.push(error(outcome, attachSentence(attached, path)));
	return problems;
}
function shareLines({ shared, plan }) {
	if (!shared || !plan?.share) return [];
	const { verified } = shared;
	return [
		...verified?.leftOut !== void 0 && !hasFailed(verified) ? [sentence`In the ${plan.share.build.stage} image: ${testSentence(verified)}`] : [],
		...shared.published ? [publishSentence(shared.published, plan.share)] : [],
		...shared.file ? [`Wrote ${shared.file.path}, ${megabytes(shared.file.bytes)}.`] : [],
		...shared.file?.attached ? [attachSentence(shared.file.attached, shared.file.path)] : []
	];
}
/** Things that the user should know and that need no action. */
function findNotices(outcome) {
	const { plan, mounted, restored, dev, share, saved, tests, shared, gitInShare, dockerfile, image, isCancelled } = outcome;
	const keptOut = [...new Set([dev, share].flatMap((build) => build?.keptOut ?? []))];
	const git = [...keptOut.length > 0 ? [keptOutSentence(keptOut)] : [], ...gitInShare ? [gitInShareSentence(gitInShare)] : []];
	const lost = mounted?.trouble === void 0 ? [] : [mountSentence(mounted)];
	const troubles = [restored?.trouble, ...isCancelled ? [] : [saved?.run?.trouble, saved?.build?.trouble]].filter((trouble) => trouble !== void 0);
	const cache = troubles.length > 0 ? [`The cache did not work, which costs time only: ${plain$1(troubles.join("; "))}.`] : [];
	const lfs = outcome.pointers && outcome.pointers.length > 0 ? [lfsSentence(outcome.pointers)] : [];
	const hidden = [
		...tests?.hiddenModule ? [hiddenModuleSentence(tests.hiddenModule, image?.workdir)] : [],
		...tests?.obstacle && tests.results.pytest !== void 0 ? [sentence`${obstacleSentence(tests.obstacle)}.`] : [],
		...tests?.elsewhere ? [elsewhereSentence$1(tests.elsewhere)] : []
	];
	const twice = shared?.layers ? [...shared.layers.repeated.map((copy) => repeatedSentence(copy, dockerfile)), ...shared.layers.twins.map(twinSentence)] : [];
	const { published } = shared ?? {};
	const moved = published && plan?.share ? [...replacedSentences(published, plan.share), ...reshapedSentences(published, plan.share)] : [];
	return [
		...lfs,
		...gitDataSentences(outcome),
		...hidden,
		...plan?.notices ?? [],
		...mounted?.notices ?? [],
		...lost,
		...cache,
		...git,
		...moved,
		...twice
	];
}
function makeOutputs(outcome, conclusion) {
	const { plan, mounted, restored, shared, tests, image } = outcome;
	const published = shared?.published && (isInRegistry(shared.published) || shared.published.outcome === "part") ? shared?.published : void 0;
	const share = published && plan?.share;
	return {
		conclusion,
		"exit-code": tests && hasPytest(tests) ? String(tests.exitCode ?? "") : "",
		...countOutputs(outcome),
		"image-id": image?.id ?? "",
		"cache-hit": mounted?.isUsed ? "true" : restored ? String(restored.isExact && plan !== void 0 && "off" in plan.mount) : "",
		"cache-key": cacheKey(outcome),
		published: String(published?.outcome === "published"),
		image: share ? `${share.image}@${published?.digest ?? ""}` : "",
		version: share?.version.version ?? "",
		tags: published?.tags.join("\n") ?? "",
		digest: published?.digest ?? "",
		reason: render(reasonOf$1(outcome), "job", outcome.settings)
	};
}
function countOutputs({ tests }) {
	const { counts = NO_COUNTS, flaky = [], isCounted = false, isUnknown } = tests?.results ?? {};
	return {
		...numbersOf(counts, isCounted),
		flaky: isCounted && !isUnknown ? String(flaky.length) : "",
		duration: tests && hasPytest(tests) ? tests.seconds.toFixed(1) : ""
	};
}
/** The entry that this job leaves to the next ones, which is the one it used if it saved none. */
function cacheKey({ mounted, restored, saved }) {
	if (mounted?.isUsed) return mounted.key ?? "";
	return saved?.run?.key ?? saved?.build?.key ?? (restored?.entry && restored.key) ?? "";
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
	const cure = meant === void 0 ? sentence`write its path relative to the ${words$1.checkout}` : sentence`write ${quoted(meant)}, as it is relative to the ${words$1.checkout}`;
	throw new UserError(sentence`${input("secret-files")} names ${quoted(path)}, but the ${words$1.checkout} has no such file that ${words$1.canRead}: ${cure}.`);
}
function missingVariable(name) {
	throw new UserError(sentence`${input("secret-envs")} names ${name}, but there is no such variable: ${words$1.setVariable}.`);
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
	const said = outcome$1(step);
	if (step.number === 0 || !isNews || said === step.said) return shown;
	step.said = said;
	return [
		...shown,
		...takeOutput(step, step.rest ? "\n" : ""),
		`#${step.number} ${said}`
	];
}
function outcome$1(step) {
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
function lastWords(tail) {
	const last = tail.slice(-20);
	const reason = tail.find((line) => ERROR.test(plain$1(line)) && !NO_REASON.test(line));
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
		output: failed && failed.tail.length > 0 ? lastWords(failed.tail) : errorText
	};
}
// src/host/steps/read.ts
/** What an attempt to open a link without following it, or a socket, fails with. */
const NO_FILE$1 = ["ELOOP", "ENXIO"];
/**
* Reads a file that tests or somebody's checkout may have put there; undefined where something else than a regular file of
* at most so many bytes is there, such as a link. Never waits, as it would for whoever writes to a pipe. Rejects with the
* system's error where there is nothing, or nothing that may be read.
*/
async function readRegularFile(path, mostBytes) {
	const flags = constants$3.O_RDONLY | constants$3.O_NOFOLLOW | constants$3.O_NONBLOCK;
	const file = await open(path, flags).catch((error) => {
		if (NO_FILE$1.includes(error.code ?? "")) return void 0;
		throw error;
	});
	if (!file) return void 0;
	try {
		const stats = await file.stat();
		if (!stats.isFile() || stats.size > mostBytes) return void 0;
		const { buffer, bytesRead } = await file.read(Buffer.alloc(stats.size), 0, stats.size, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}
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
/** Variables that let git, which distrusts other people's folders, work in the mounted one, as oneself. */
function gitVariables(folder, identity) {
	const settings = Object.entries({
		"safe.directory": folder,
		...identity
	});
	return Object.fromEntries([["GIT_CONFIG_COUNT", String(settings.length)], ...settings.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${index}`, key], [`GIT_CONFIG_VALUE_${index}`, value]])]);
}
// src/checkout/steps/git-data.ts
/** What git itself, and those who set it up, call files that credentials are kept in. */
const SETTINGS = /^(?:config(?:\.worktree)?|\.?(?:git-)?credentials)$/;
/** Configurations of real clones, with sections for thousands of branches, stay below it. */
const MOST_BYTES$7 = 1 << 24;
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
		if (!entry.isDirectory() || isDull || search.isSkipped?.(relative$1(search.top, path))) continue;
		yield* walk(path, search, isGit || isRoot);
	}
}
/** The folder that a link or a file called .git leads to; undefined where that lies outside. */
async function dataBehind(path, top) {
	const content = await readRegularFile(path, MOST_BYTES_OF_A_POINTER).catch(() => void 0);
	const [, written = ""] = /^gitdir:(.*)/.exec(content?.toString() ?? "") ?? [];
	return findWithin(top, relative$1(top, resolve$1(content ? dirname$1(path) : path, written.trim())), "isDirectory");
}
async function* credentialsIn(path, top, told) {
	if (told.has(path)) return;
	told.add(path);
	const text = (await readRegularFile(path, MOST_BYTES$7))?.toString();
	const harmless = withoutCredentials(text ?? "");
	if (harmless !== text) yield {
		kind: "credential",
		path,
		harmless
	};
	for (const written of includedPaths(text ?? "")) {
		const included = await findWithin(top, relative$1(top, resolve$1(dirname$1(path), written)), "isFile");
		if (included !== void 0) yield* credentialsIn(included, top, told);
	}
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
// src/dockerfile/patterns.ts
/** A name with `*` and `?` as Go's filepath.Match has them, which match dots at the start of a name too. */
function asPattern(pattern) {
	if (!/[*?]/.test(pattern)) return (name) => name === pattern;
	const wanted = [...pattern];
	return (name) => matches(wanted, [...name]);
}
/** Only the last star may have to take more: what those before it took is the least that they can. */
function matches(wanted, found) {
	let at = 0;
	let star = -1;
	let taken = 0;
	for (let index = 0; index < found.length;) if (wanted[at] === "*") {
		star = at++;
		taken = index;
	} else if (wanted[at] === "?" || wanted[at] === found[index]) {
		at++;
		index++;
	} else if (star >= 0) {
		at = star + 1;
		index = ++taken;
	} else return false;
	return wanted.slice(at).every((character) => character === "*");
}
/**
* A path whose names are patterns, and where `**` stands for any number of names; at its end, for one at least. What lies
* in a folder that matches does too.
*/
function asPathPattern(names) {
	if (names.length > 0 && !names.includes("**")) {
		const patterns = names.map(asPattern);
		return (path) => patterns.length <= path.length && patterns.every((matches, at) => matches(path[at] ?? ""));
	}
	const parts = names.map((name) => name === "**" ? name : asPattern(name));
	return (path) => {
		let places = withSkipped(parts, [0]);
		for (const name of path) {
			places = withSkipped(parts, places.flatMap((place) => {
				const part = parts[place];
				if (part === "**") return [place, place + 1];
				return part?.(name) ? [place + 1] : [];
			}));
			if (places.includes(parts.length)) return true;
			if (places.length === 0) return false;
		}
		return false;
	};
}
/** The places, each once, and those behind a `**` that stands for no name. */
function withSkipped(parts, places) {
	const all = new Set(places);
	for (const place of all) if (parts[place] === "**" && place < parts.length - 1) all.add(place + 1);
	return [...all];
}
// src/dockerfile/ignore.ts
/** Of patterns, comments aside: each may be compared with each file. */
const MOST_CHARACTERS$3 = 16e3;
const NOTHING$1 = {
	isKnown: true,
	ignores: () => false,
	hasExceptions: false
};
/** Of a file that can't be read. */
const UNKNOWN = {
	...NOTHING$1,
	isKnown: false
};
/**
* Reads a .dockerignore. Patterns that are not plain count as absent; where one may be an exception, all do. More
* than anybody writes is not read.
*/
function readIgnore(text) {
	const lines = text.split(/\r?\n/).filter((line) => !line.startsWith("#"));
	if (lines.join("").length > MOST_CHARACTERS$3) return UNKNOWN;
	const patterns = lines.map((line) => line.replace(/^[ \t]+|[ \t]+$/g, "")).filter((line) => line !== "");
	const plain = patterns.filter(isPlain);
	if (patterns.some((pattern) => pattern.includes("!") && !isPlain(pattern))) return NOTHING$1;
	const rules = plain.map((pattern) => ({
		isException: pattern.startsWith("!"),
		matches: asPathPattern(namesOf$1(pattern).filter((name) => name !== "."))
	}));
	return {
		isKnown: true,
		ignores(path) {
			const names = path.split("/");
			const last = rules.findLast(({ matches }) => matches(names));
			return last !== void 0 && !last.isException;
		},
		hasExceptions: rules.some(({ isException }) => isException)
	};
}
/** Brackets, backslashes, question marks and whatever else means something in regular expressions are not plain. */
function isPlain(pattern) {
	const isPlainName = (name) => /^[\w.*@,~ -]+$/.test(name) && name.trim() === name && name !== ".." && (name === "**" || !name.includes("**"));
	const names = namesOf$1(pattern);
	return names.join("/") !== "." && names.every(isPlainName);
}
function namesOf$1(pattern) {
	return pattern.replace(/^! */, "").replace(/^\//, "").replace(/\/$/, "").split("/");
}
// node_modules/dockerfile-ast/lib/argument.js
var require_argument = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Argument = void 0;
	var Argument = class {
		constructor(value, range) {
			this.value = value;
			this.range = range;
		}
		toString() {
			return this.value;
		}
		getRange() {
			return this.range;
		}
		getValue() {
			return this.value;
		}
		isAfter(position) {
			if (this.range.end.line < position.line) return false;
			return this.range.start.line > position.line ? true : this.range.start.character > position.character;
		}
		isBefore(position) {
			if (this.range.start.line < position.line) return true;
			return this.range.end.line > position.line ? false : this.range.end.character < position.character;
		}
	};
	exports.Argument = Argument;
}));
// node_modules/dockerfile-ast/lib/jsonArgument.js
var require_jsonArgument = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.JSONArgument = void 0;
	const argument_1 = require_argument();
	var JSONArgument = class extends argument_1.Argument {
		constructor(value, range, jsonRange) {
			super(value, range);
			this.jsonRange = jsonRange;
		}
		getJSONRange() {
			return this.jsonRange;
		}
		getJSONValue() {
			let value = super.getValue();
			value = value.substring(1, value.length - 1);
			return value;
		}
	};
	exports.JSONArgument = JSONArgument;
}));
// node_modules/vscode-languageserver-types/lib/esm/main.js
var main_exports$1 = /* @__PURE__ */ __exportAll({
	AnnotatedTextEdit: () => AnnotatedTextEdit,
	ApplyKind: () => ApplyKind,
	ChangeAnnotation: () => ChangeAnnotation,
	ChangeAnnotationIdentifier: () => ChangeAnnotationIdentifier,
	CodeAction: () => CodeAction,
	CodeActionContext: () => CodeActionContext,
	CodeActionKind: () => CodeActionKind,
	CodeActionTag: () => CodeActionTag,
	CodeActionTriggerKind: () => CodeActionTriggerKind,
	CodeDescription: () => CodeDescription,
	CodeLens: () => CodeLens,
	Color: () => Color,
	ColorInformation: () => ColorInformation,
	ColorPresentation: () => ColorPresentation,
	Command: () => Command,
	CompletionItem: () => CompletionItem,
	CompletionItemKind: () => CompletionItemKind,
	CompletionItemLabelDetails: () => CompletionItemLabelDetails,
	CompletionItemTag: () => CompletionItemTag,
	CompletionList: () => CompletionList,
	CreateFile: () => CreateFile,
	DeleteFile: () => DeleteFile,
	Diagnostic: () => Diagnostic,
	DiagnosticRelatedInformation: () => DiagnosticRelatedInformation,
	DiagnosticSeverity: () => DiagnosticSeverity,
	DiagnosticTag: () => DiagnosticTag,
	DocumentHighlight: () => DocumentHighlight,
	DocumentHighlightKind: () => DocumentHighlightKind,
	DocumentLink: () => DocumentLink,
	DocumentSymbol: () => DocumentSymbol,
	DocumentUri: () => DocumentUri,
	EOL: () => EOL,
	FoldingRange: () => FoldingRange,
	FoldingRangeKind: () => FoldingRangeKind,
	FormattingOptions: () => FormattingOptions,
	Hover: () => Hover,
	InlayHint: () => InlayHint,
	InlayHintKind: () => InlayHintKind,
	InlayHintLabelPart: () => InlayHintLabelPart,
	InlineCompletionContext: () => InlineCompletionContext,
	InlineCompletionItem: () => InlineCompletionItem,
	InlineCompletionList: () => InlineCompletionList,
	InlineCompletionTriggerKind: () => InlineCompletionTriggerKind,
	InlineValueContext: () => InlineValueContext,
	InlineValueEvaluatableExpression: () => InlineValueEvaluatableExpression,
	InlineValueText: () => InlineValueText,
	InlineValueVariableLookup: () => InlineValueVariableLookup,
	InsertReplaceEdit: () => InsertReplaceEdit,
	InsertTextFormat: () => InsertTextFormat,
	InsertTextMode: () => InsertTextMode,
	LanguageKind: () => LanguageKind,
	Location: () => Location,
	LocationLink: () => LocationLink,
	MarkedString: () => MarkedString,
	MarkupContent: () => MarkupContent,
	MarkupKind: () => MarkupKind,
	OptionalVersionedTextDocumentIdentifier: () => OptionalVersionedTextDocumentIdentifier,
	ParameterInformation: () => ParameterInformation,
	Position: () => Position,
	Range: () => Range,
	RenameFile: () => RenameFile,
	SelectedCompletionInfo: () => SelectedCompletionInfo,
	SelectionRange: () => SelectionRange,
	SemanticTokenModifiers: () => SemanticTokenModifiers,
	SemanticTokenTypes: () => SemanticTokenTypes,
	SemanticTokens: () => SemanticTokens,
	SignatureInformation: () => SignatureInformation,
	SnippetTextEdit: () => SnippetTextEdit,
	StringValue: () => StringValue,
	SymbolInformation: () => SymbolInformation,
	SymbolKind: () => SymbolKind,
	SymbolTag: () => SymbolTag,
	TextDocument: () => TextDocument$1,
	TextDocumentEdit: () => TextDocumentEdit,
	TextDocumentIdentifier: () => TextDocumentIdentifier,
	TextDocumentItem: () => TextDocumentItem,
	TextEdit: () => TextEdit,
	URI: () => URI,
	VersionedTextDocumentIdentifier: () => VersionedTextDocumentIdentifier,
	WorkspaceChange: () => WorkspaceChange,
	WorkspaceEdit: () => WorkspaceEdit,
	WorkspaceFolder: () => WorkspaceFolder,
	WorkspaceSymbol: () => WorkspaceSymbol,
	integer: () => integer$1,
	uinteger: () => uinteger
});
var DocumentUri, URI, integer$1, uinteger, Position, Range, Location, LocationLink, Color, ColorInformation, ColorPresentation, FoldingRangeKind, FoldingRange, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, CodeDescription, Diagnostic, Command, TextEdit, ChangeAnnotation, ChangeAnnotationIdentifier, AnnotatedTextEdit, TextDocumentEdit, CreateFile, RenameFile, DeleteFile, WorkspaceEdit, TextEditChangeImpl, SnippetTextEdit, ChangeAnnotations, WorkspaceChange, TextDocumentIdentifier, VersionedTextDocumentIdentifier, OptionalVersionedTextDocumentIdentifier, LanguageKind, TextDocumentItem, MarkupKind, MarkupContent, CompletionItemKind, InsertTextFormat, CompletionItemTag, InsertReplaceEdit, InsertTextMode, ApplyKind, CompletionItemLabelDetails, CompletionItem, CompletionList, MarkedString, Hover, ParameterInformation, SignatureInformation, DocumentHighlightKind, DocumentHighlight, SymbolKind, SymbolTag, SymbolInformation, WorkspaceSymbol, DocumentSymbol, CodeActionKind, CodeActionTriggerKind, CodeActionContext, CodeActionTag, CodeAction, CodeLens, FormattingOptions, DocumentLink, SelectionRange, SemanticTokenTypes, SemanticTokenModifiers, SemanticTokens, InlineValueText, InlineValueVariableLookup, InlineValueEvaluatableExpression, InlineValueContext, InlayHintKind, InlayHintLabelPart, InlayHint, StringValue, InlineCompletionItem, InlineCompletionList, InlineCompletionTriggerKind, SelectedCompletionInfo, InlineCompletionContext, WorkspaceFolder, EOL, TextDocument$1, FullTextDocument$1, Is;
var init_main$1 = __esmMin((() => {
	(function(DocumentUri) {
		function is(value) {
			return typeof value === "string";
		}
		DocumentUri.is = is;
	})(DocumentUri || (DocumentUri = {}));
	(function(URI) {
		function is(value) {
			return typeof value === "string";
		}
		URI.is = is;
	})(URI || (URI = {}));
	(function(integer) {
		integer.MIN_VALUE = -2147483648;
		integer.MAX_VALUE = 2147483647;
		function is(value) {
			return typeof value === "number" && integer.MIN_VALUE <= value && value <= integer.MAX_VALUE;
		}
		integer.is = is;
	})(integer$1 || (integer$1 = {}));
	(function(uinteger) {
		uinteger.MIN_VALUE = 0;
		uinteger.MAX_VALUE = 2147483647;
		function is(value) {
			return typeof value === "number" && uinteger.MIN_VALUE <= value && value <= uinteger.MAX_VALUE;
		}
		uinteger.is = is;
	})(uinteger || (uinteger = {}));
	(function(Position) {
		/**
		* Creates a new Position literal from the given line and character.
		* @param line The position's line.
		* @param character The position's character.
		*/
		function create(line, character) {
			if (line === Number.MAX_VALUE) line = uinteger.MAX_VALUE;
			if (character === Number.MAX_VALUE) character = uinteger.MAX_VALUE;
			return {
				line,
				character
			};
		}
		Position.create = create;
		/**
		* Checks whether the given literal conforms to the {@link Position} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Is.uinteger(candidate.line) && Is.uinteger(candidate.character);
		}
		Position.is = is;
	})(Position || (Position = {}));
	(function(Range) {
		function create(one, two, three, four) {
			if (Is.uinteger(one) && Is.uinteger(two) && Is.uinteger(three) && Is.uinteger(four)) return {
				start: Position.create(one, two),
				end: Position.create(three, four)
			};
			else if (Position.is(one) && Position.is(two)) return {
				start: one,
				end: two
			};
			else throw new Error(`Range#create called with invalid arguments[${one}, ${two}, ${three}, ${four}]`);
		}
		Range.create = create;
		/**
		* Checks whether the given literal conforms to the {@link Range} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Position.is(candidate.start) && Position.is(candidate.end);
		}
		Range.is = is;
	})(Range || (Range = {}));
	(function(Location) {
		/**
		* Creates a Location literal.
		* @param uri The location's uri.
		* @param range The location's range.
		*/
		function create(uri, range) {
			return {
				uri,
				range
			};
		}
		Location.create = create;
		/**
		* Checks whether the given literal conforms to the {@link Location} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Range.is(candidate.range) && (Is.string(candidate.uri) || Is.undefined(candidate.uri));
		}
		Location.is = is;
	})(Location || (Location = {}));
	(function(LocationLink) {
		/**
		* Creates a LocationLink literal.
		* @param targetUri The definition's uri.
		* @param targetRange The full range of the definition.
		* @param targetSelectionRange The span of the symbol definition at the target.
		* @param originSelectionRange The span of the symbol being defined in the originating source file.
		*/
		function create(targetUri, targetRange, targetSelectionRange, originSelectionRange) {
			return {
				targetUri,
				targetRange,
				targetSelectionRange,
				originSelectionRange
			};
		}
		LocationLink.create = create;
		/**
		* Checks whether the given literal conforms to the {@link LocationLink} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Range.is(candidate.targetRange) && Is.string(candidate.targetUri) && Range.is(candidate.targetSelectionRange) && (Range.is(candidate.originSelectionRange) || Is.undefined(candidate.originSelectionRange));
		}
		LocationLink.is = is;
	})(LocationLink || (LocationLink = {}));
	(function(Color) {
		/**
		* Creates a new Color literal.
		*/
		function create(red, green, blue, alpha) {
			return {
				red,
				green,
				blue,
				alpha
			};
		}
		Color.create = create;
		/**
		* Checks whether the given literal conforms to the {@link Color} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Is.numberRange(candidate.red, 0, 1) && Is.numberRange(candidate.green, 0, 1) && Is.numberRange(candidate.blue, 0, 1) && Is.numberRange(candidate.alpha, 0, 1);
		}
		Color.is = is;
	})(Color || (Color = {}));
	(function(ColorInformation) {
		/**
		* Creates a new ColorInformation literal.
		*/
		function create(range, color) {
			return {
				range,
				color
			};
		}
		ColorInformation.create = create;
		/**
		* Checks whether the given literal conforms to the {@link ColorInformation} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Range.is(candidate.range) && Color.is(candidate.color);
		}
		ColorInformation.is = is;
	})(ColorInformation || (ColorInformation = {}));
	(function(ColorPresentation) {
		/**
		* Creates a new ColorInformation literal.
		*/
		function create(label, textEdit, additionalTextEdits) {
			return {
				label,
				textEdit,
				additionalTextEdits
			};
		}
		ColorPresentation.create = create;
		/**
		* Checks whether the given literal conforms to the {@link ColorInformation} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Is.string(candidate.label) && (Is.undefined(candidate.textEdit) || TextEdit.is(candidate.textEdit)) && (Is.undefined(candidate.additionalTextEdits) || Is.typedArray(candidate.additionalTextEdits, TextEdit.is));
		}
		ColorPresentation.is = is;
	})(ColorPresentation || (ColorPresentation = {}));
	(function(FoldingRangeKind) {
		/**
		* Folding range for a comment
		*/
		FoldingRangeKind.Comment = "comment";
		/**
		* Folding range for an import or include
		*/
		FoldingRangeKind.Imports = "imports";
		/**
		* Folding range for a region (e.g. `#region`)
		*/
		FoldingRangeKind.Region = "region";
	})(FoldingRangeKind || (FoldingRangeKind = {}));
	(function(FoldingRange) {
		/**
		* Creates a new FoldingRange literal.
		*/
		function create(startLine, endLine, startCharacter, endCharacter, kind, collapsedText) {
			const result = {
				startLine,
				endLine
			};
			if (Is.defined(startCharacter)) result.startCharacter = startCharacter;
			if (Is.defined(endCharacter)) result.endCharacter = endCharacter;
			if (Is.defined(kind)) result.kind = kind;
			if (Is.defined(collapsedText)) result.collapsedText = collapsedText;
			return result;
		}
		FoldingRange.create = create;
		/**
		* Checks whether the given literal conforms to the {@link FoldingRange} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Is.uinteger(candidate.startLine) && Is.uinteger(candidate.endLine) && (Is.undefined(candidate.startCharacter) || Is.uinteger(candidate.startCharacter)) && (Is.undefined(candidate.endCharacter) || Is.uinteger(candidate.endCharacter)) && (Is.undefined(candidate.kind) || Is.string(candidate.kind));
		}
		FoldingRange.is = is;
	})(FoldingRange || (FoldingRange = {}));
	(function(DiagnosticRelatedInformation) {
		/**
		* Creates a new DiagnosticRelatedInformation literal.
		*/
		function create(location, message) {
			return {
				location,
				message
			};
		}
		DiagnosticRelatedInformation.create = create;
		/**
		* Checks whether the given literal conforms to the {@link DiagnosticRelatedInformation} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Location.is(candidate.location) && Is.string(candidate.message);
		}
		DiagnosticRelatedInformation.is = is;
	})(DiagnosticRelatedInformation || (DiagnosticRelatedInformation = {}));
	(function(DiagnosticSeverity) {
		/**
		* Reports an error.
		*/
		DiagnosticSeverity.Error = 1;
		/**
		* Reports a warning.
		*/
		DiagnosticSeverity.Warning = 2;
		/**
		* Reports an information.
		*/
		DiagnosticSeverity.Information = 3;
		/**
		* Reports a hint.
		*/
		DiagnosticSeverity.Hint = 4;
	})(DiagnosticSeverity || (DiagnosticSeverity = {}));
	(function(DiagnosticTag) {
		/**
		* Unused or unnecessary code.
		*
		* Clients are allowed to render diagnostics with this tag faded out instead of having
		* an error squiggle.
		*/
		DiagnosticTag.Unnecessary = 1;
		/**
		* Deprecated or obsolete code.
		*
		* Clients are allowed to rendered diagnostics with this tag strike through.
		*/
		DiagnosticTag.Deprecated = 2;
	})(DiagnosticTag || (DiagnosticTag = {}));
	(function(CodeDescription) {
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Is.string(candidate.href);
		}
		CodeDescription.is = is;
	})(CodeDescription || (CodeDescription = {}));
	(function(Diagnostic) {
		/**
		* Creates a new Diagnostic literal.
		*/
		function create(range, message, severity, code, source, relatedInformation) {
			const result = {
				range,
				message
			};
			if (Is.defined(severity)) result.severity = severity;
			if (Is.defined(code)) result.code = code;
			if (Is.defined(source)) result.source = source;
			if (Is.defined(relatedInformation)) result.relatedInformation = relatedInformation;
			return result;
		}
		Diagnostic.create = create;
		/**
		* Checks whether the given literal conforms to the {@link Diagnostic} interface.
		*/
		function is(value) {
			var _a;
			const candidate = value;
			return Is.defined(candidate) && Range.is(candidate.range) && (Is.string(candidate.message) || MarkupContent.is(candidate.message)) && (Is.number(candidate.severity) || Is.undefined(candidate.severity)) && (Is.integer(candidate.code) || Is.string(candidate.code) || Is.undefined(candidate.code)) && (Is.undefined(candidate.codeDescription) || Is.string((_a = candidate.codeDescription) === null || _a === void 0 ? void 0 : _a.href)) && (Is.string(candidate.source) || Is.undefined(candidate.source)) && (Is.undefined(candidate.relatedInformation) || Is.typedArray(candidate.relatedInformation, DiagnosticRelatedInformation.is));
		}
		Diagnostic.is = is;
		/**
		* Checks whether the given diagnostic's message conforms to the 3.17.0
		* version of the protocol where the message is a string.
		*
		* @param value the diagnostic
		* @returns true if the diagnostic's message is a string, false otherwise.
		*/
		function is3_17(value) {
			return Is.string(value.message);
		}
		Diagnostic.is3_17 = is3_17;
		/**
		* Gets the message string of a diagnostic. If the message is already a
		* string, it is returned as is. If the message is a MarkupContent,
		* the value of the MarkupContent is returned. Otherwise an error is thrown.
		*
		* @param diagnostic the diagnostic to get the message string from.
		* @returns the message string of the given diagnostic.
		*/
		function getMessageString(diagnostic) {
			if (Is.string(diagnostic.message)) return diagnostic.message;
			else if (MarkupContent.is(diagnostic.message)) return diagnostic.message.value;
			else throw new Error(`Unknown message type ${typeof diagnostic.message}`);
		}
		Diagnostic.getMessageString = getMessageString;
	})(Diagnostic || (Diagnostic = {}));
	(function(Command) {
		/**
		* Creates a new Command literal.
		*/
		function create(title, command, ...args) {
			const result = {
				title,
				command
			};
			if (Is.defined(args) && args.length > 0) result.arguments = args;
			return result;
		}
		Command.create = create;
		/**
		* Checks whether the given literal conforms to the {@link Command} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Is.string(candidate.title) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip)) && Is.string(candidate.command);
		}
		Command.is = is;
	})(Command || (Command = {}));
	(function(TextEdit) {
		/**
		* Creates a replace text edit.
		* @param range The range of text to be replaced.
		* @param newText The new text.
		*/
		function replace(range, newText) {
			return {
				range,
				newText
			};
		}
		TextEdit.replace = replace;
		/**
		* Creates an insert text edit.
		* @param position The position to insert the text at.
		* @param newText The text to be inserted.
		*/
		function insert(position, newText) {
			return {
				range: {
					start: position,
					end: position
				},
				newText
			};
		}
		TextEdit.insert = insert;
		/**
		* Creates a delete text edit.
		* @param range The range of text to be deleted.
		*/
		function del(range) {
			return {
				range,
				newText: ""
			};
		}
		TextEdit.del = del;
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Is.string(candidate.newText) && Range.is(candidate.range);
		}
		TextEdit.is = is;
	})(TextEdit || (TextEdit = {}));
	(function(ChangeAnnotation) {
		function create(label, needsConfirmation, description) {
			const result = { label };
			if (needsConfirmation !== void 0) result.needsConfirmation = needsConfirmation;
			if (description !== void 0) result.description = description;
			return result;
		}
		ChangeAnnotation.create = create;
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Is.string(candidate.label) && (Is.boolean(candidate.needsConfirmation) || candidate.needsConfirmation === void 0) && (Is.string(candidate.description) || candidate.description === void 0);
		}
		ChangeAnnotation.is = is;
	})(ChangeAnnotation || (ChangeAnnotation = {}));
	(function(ChangeAnnotationIdentifier) {
		function is(value) {
			const candidate = value;
			return Is.string(candidate);
		}
		ChangeAnnotationIdentifier.is = is;
	})(ChangeAnnotationIdentifier || (ChangeAnnotationIdentifier = {}));
	(function(AnnotatedTextEdit) {
		/**
		* Creates an annotated replace text edit.
		*
		* @param range The range of text to be replaced.
		* @param newText The new text.
		* @param annotation The annotation.
		*/
		function replace(range, newText, annotation) {
			return {
				range,
				newText,
				annotationId: annotation
			};
		}
		AnnotatedTextEdit.replace = replace;
		/**
		* Creates an annotated insert text edit.
		*
		* @param position The position to insert the text at.
		* @param newText The text to be inserted.
		* @param annotation The annotation.
		*/
		function insert(position, newText, annotation) {
			return {
				range: {
					start: position,
					end: position
				},
				newText,
				annotationId: annotation
			};
		}
		AnnotatedTextEdit.insert = insert;
		/**
		* Creates an annotated delete text edit.
		*
		* @param range The range of text to be deleted.
		* @param annotation The annotation.
		*/
		function del(range, annotation) {
			return {
				range,
				newText: "",
				annotationId: annotation
			};
		}
		AnnotatedTextEdit.del = del;
		function is(value) {
			const candidate = value;
			return TextEdit.is(candidate) && (ChangeAnnotation.is(candidate.annotationId) || ChangeAnnotationIdentifier.is(candidate.annotationId));
		}
		AnnotatedTextEdit.is = is;
	})(AnnotatedTextEdit || (AnnotatedTextEdit = {}));
	(function(TextDocumentEdit) {
		/**
		* Creates a new `TextDocumentEdit`
		*/
		function create(textDocument, edits) {
			return {
				textDocument,
				edits
			};
		}
		TextDocumentEdit.create = create;
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && OptionalVersionedTextDocumentIdentifier.is(candidate.textDocument) && Array.isArray(candidate.edits);
		}
		TextDocumentEdit.is = is;
	})(TextDocumentEdit || (TextDocumentEdit = {}));
	(function(CreateFile) {
		function create(uri, options, annotation) {
			const result = {
				kind: "create",
				uri
			};
			if (options !== void 0 && (options.overwrite !== void 0 || options.ignoreIfExists !== void 0)) result.options = options;
			if (annotation !== void 0) result.annotationId = annotation;
			return result;
		}
		CreateFile.create = create;
		function is(value) {
			const candidate = value;
			return candidate && candidate.kind === "create" && Is.string(candidate.uri) && (candidate.options === void 0 || (candidate.options.overwrite === void 0 || Is.boolean(candidate.options.overwrite)) && (candidate.options.ignoreIfExists === void 0 || Is.boolean(candidate.options.ignoreIfExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
		}
		CreateFile.is = is;
	})(CreateFile || (CreateFile = {}));
	(function(RenameFile) {
		function create(oldUri, newUri, options, annotation) {
			const result = {
				kind: "rename",
				oldUri,
				newUri
			};
			if (options !== void 0 && (options.overwrite !== void 0 || options.ignoreIfExists !== void 0)) result.options = options;
			if (annotation !== void 0) result.annotationId = annotation;
			return result;
		}
		RenameFile.create = create;
		function is(value) {
			const candidate = value;
			return candidate && candidate.kind === "rename" && Is.string(candidate.oldUri) && Is.string(candidate.newUri) && (candidate.options === void 0 || (candidate.options.overwrite === void 0 || Is.boolean(candidate.options.overwrite)) && (candidate.options.ignoreIfExists === void 0 || Is.boolean(candidate.options.ignoreIfExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
		}
		RenameFile.is = is;
	})(RenameFile || (RenameFile = {}));
	(function(DeleteFile) {
		function create(uri, options, annotation) {
			const result = {
				kind: "delete",
				uri
			};
			if (options !== void 0 && (options.recursive !== void 0 || options.ignoreIfNotExists !== void 0)) result.options = options;
			if (annotation !== void 0) result.annotationId = annotation;
			return result;
		}
		DeleteFile.create = create;
		function is(value) {
			const candidate = value;
			return candidate && candidate.kind === "delete" && Is.string(candidate.uri) && (candidate.options === void 0 || (candidate.options.recursive === void 0 || Is.boolean(candidate.options.recursive)) && (candidate.options.ignoreIfNotExists === void 0 || Is.boolean(candidate.options.ignoreIfNotExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
		}
		DeleteFile.is = is;
	})(DeleteFile || (DeleteFile = {}));
	(function(WorkspaceEdit) {
		function is(value) {
			const candidate = value;
			return candidate && (candidate.changes !== void 0 || candidate.documentChanges !== void 0) && (candidate.documentChanges === void 0 || candidate.documentChanges.every((change) => {
				if (Is.string(change.kind)) return CreateFile.is(change) || RenameFile.is(change) || DeleteFile.is(change);
				else return TextDocumentEdit.is(change);
			}));
		}
		WorkspaceEdit.is = is;
	})(WorkspaceEdit || (WorkspaceEdit = {}));
	TextEditChangeImpl = class {
		constructor(edits, changeAnnotations) {
			this.edits = edits;
			this.changeAnnotations = changeAnnotations;
		}
		insert(position, newText, annotation) {
			let edit;
			let id;
			if (annotation === void 0) edit = TextEdit.insert(position, newText);
			else if (ChangeAnnotationIdentifier.is(annotation)) {
				id = annotation;
				edit = AnnotatedTextEdit.insert(position, newText, annotation);
			} else {
				this.assertChangeAnnotations(this.changeAnnotations);
				id = this.changeAnnotations.manage(annotation);
				edit = AnnotatedTextEdit.insert(position, newText, id);
			}
			this.edits.push(edit);
			if (id !== void 0) return id;
		}
		replace(range, newText, annotation) {
			let edit;
			let id;
			if (annotation === void 0) edit = TextEdit.replace(range, newText);
			else if (ChangeAnnotationIdentifier.is(annotation)) {
				id = annotation;
				edit = AnnotatedTextEdit.replace(range, newText, annotation);
			} else {
				this.assertChangeAnnotations(this.changeAnnotations);
				id = this.changeAnnotations.manage(annotation);
				edit = AnnotatedTextEdit.replace(range, newText, id);
			}
			this.edits.push(edit);
			if (id !== void 0) return id;
		}
		delete(range, annotation) {
			let edit;
			let id;
			if (annotation === void 0) edit = TextEdit.del(range);
			else if (ChangeAnnotationIdentifier.is(annotation)) {
				id = annotation;
				edit = AnnotatedTextEdit.del(range, annotation);
			} else {
				this.assertChangeAnnotations(this.changeAnnotations);
				id = this.changeAnnotations.manage(annotation);
				edit = AnnotatedTextEdit.del(range, id);
			}
			this.edits.push(edit);
			if (id !== void 0) return id;
		}
		add(edit) {
			this.edits.push(edit);
		}
		all() {
			return this.edits;
		}
		clear() {
			this.edits.splice(0, this.edits.length);
		}
		assertChangeAnnotations(value) {
			if (value === void 0) throw new Error(`Text edit change is not configured to manage change annotations.`);
		}
	};
	(function(SnippetTextEdit) {
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Range.is(candidate.range) && StringValue.isSnippet(candidate.snippet) && (candidate.annotationId === void 0 || ChangeAnnotation.is(candidate.annotationId) || ChangeAnnotationIdentifier.is(candidate.annotationId));
		}
		SnippetTextEdit.is = is;
	})(SnippetTextEdit || (SnippetTextEdit = {}));
	ChangeAnnotations = class {
		constructor(annotations) {
			this._annotations = annotations === void 0 ? Object.create(null) : annotations;
			this._counter = 0;
			this._size = 0;
		}
		all() {
			return this._annotations;
		}
		get size() {
			return this._size;
		}
		manage(idOrAnnotation, annotation) {
			let id;
			if (ChangeAnnotationIdentifier.is(idOrAnnotation)) id = idOrAnnotation;
			else {
				id = this.nextId();
				annotation = idOrAnnotation;
			}
			if (this._annotations[id] !== void 0) throw new Error(`Id ${id} is already in use.`);
			if (annotation === void 0) throw new Error(`No annotation provided for id ${id}`);
			this._annotations[id] = annotation;
			this._size++;
			return id;
		}
		nextId() {
			this._counter++;
			return this._counter.toString();
		}
	};
	WorkspaceChange = class {
		constructor(workspaceEdit) {
			this._textEditChanges = Object.create(null);
			if (workspaceEdit !== void 0) {
				this._workspaceEdit = workspaceEdit;
				if (workspaceEdit.documentChanges) {
					this._changeAnnotations = new ChangeAnnotations(workspaceEdit.changeAnnotations);
					workspaceEdit.changeAnnotations = this._changeAnnotations.all();
					workspaceEdit.documentChanges.forEach((change) => {
						if (TextDocumentEdit.is(change)) {
							const textEditChange = new TextEditChangeImpl(change.edits, this._changeAnnotations);
							this._textEditChanges[change.textDocument.uri] = textEditChange;
						}
					});
				} else if (workspaceEdit.changes) Object.keys(workspaceEdit.changes).forEach((key) => {
					const textEditChange = new TextEditChangeImpl(workspaceEdit.changes[key]);
					this._textEditChanges[key] = textEditChange;
				});
			} else this._workspaceEdit = {};
		}
		/**
		* Returns the underlying {@link WorkspaceEdit} literal
		* use to be returned from a workspace edit operation like rename.
		*/
		get edit() {
			this.initDocumentChanges();
			if (this._changeAnnotations !== void 0) {
				if (this._changeAnnotations.size === 0) this._workspaceEdit.changeAnnotations = void 0;
				else this._workspaceEdit.changeAnnotations = this._changeAnnotations.all();
			}
			return this._workspaceEdit;
		}
		getTextEditChange(key) {
			if (OptionalVersionedTextDocumentIdentifier.is(key)) {
				this.initDocumentChanges();
				if (this._workspaceEdit.documentChanges === void 0) throw new Error("Workspace edit is not configured for document changes.");
				const textDocument = {
					uri: key.uri,
					version: key.version
				};
				let result = this._textEditChanges[textDocument.uri];
				if (!result) {
					const edits = [];
					const textDocumentEdit = {
						textDocument,
						edits
					};
					this._workspaceEdit.documentChanges.push(textDocumentEdit);
					result = new TextEditChangeImpl(edits, this._changeAnnotations);
					this._textEditChanges[textDocument.uri] = result;
				}
				return result;
			} else {
				this.initChanges();
				if (this._workspaceEdit.changes === void 0) throw new Error("Workspace edit is not configured for normal text edit changes.");
				let result = this._textEditChanges[key];
				if (!result) {
					const edits = [];
					this._workspaceEdit.changes[key] = edits;
					result = new TextEditChangeImpl(edits);
					this._textEditChanges[key] = result;
				}
				return result;
			}
		}
		initDocumentChanges() {
			if (this._workspaceEdit.documentChanges === void 0 && this._workspaceEdit.changes === void 0) {
				this._changeAnnotations = new ChangeAnnotations();
				this._workspaceEdit.documentChanges = [];
				this._workspaceEdit.changeAnnotations = this._changeAnnotations.all();
			}
		}
		initChanges() {
			if (this._workspaceEdit.documentChanges === void 0 && this._workspaceEdit.changes === void 0) this._workspaceEdit.changes = Object.create(null);
		}
		createFile(uri, optionsOrAnnotation, options) {
			this.initDocumentChanges();
			if (this._workspaceEdit.documentChanges === void 0) throw new Error("Workspace edit is not configured for document changes.");
			let annotation;
			if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) annotation = optionsOrAnnotation;
			else options = optionsOrAnnotation;
			let operation;
			let id;
			if (annotation === void 0) operation = CreateFile.create(uri, options);
			else {
				id = ChangeAnnotationIdentifier.is(annotation) ? annotation : this._changeAnnotations.manage(annotation);
				operation = CreateFile.create(uri, options, id);
			}
			this._workspaceEdit.documentChanges.push(operation);
			if (id !== void 0) return id;
		}
		renameFile(oldUri, newUri, optionsOrAnnotation, options) {
			this.initDocumentChanges();
			if (this._workspaceEdit.documentChanges === void 0) throw new Error("Workspace edit is not configured for document changes.");
			let annotation;
			if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) annotation = optionsOrAnnotation;
			else options = optionsOrAnnotation;
			let operation;
			let id;
			if (annotation === void 0) operation = RenameFile.create(oldUri, newUri, options);
			else {
				id = ChangeAnnotationIdentifier.is(annotation) ? annotation : this._changeAnnotations.manage(annotation);
				operation = RenameFile.create(oldUri, newUri, options, id);
			}
			this._workspaceEdit.documentChanges.push(operation);
			if (id !== void 0) return id;
		}
		deleteFile(uri, optionsOrAnnotation, options) {
			this.initDocumentChanges();
			if (this._workspaceEdit.documentChanges === void 0) throw new Error("Workspace edit is not configured for document changes.");
			let annotation;
			if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) annotation = optionsOrAnnotation;
			else options = optionsOrAnnotation;
			let operation;
			let id;
			if (annotation === void 0) operation = DeleteFile.create(uri, options);
			else {
				id = ChangeAnnotationIdentifier.is(annotation) ? annotation : this._changeAnnotations.manage(annotation);
				operation = DeleteFile.create(uri, options, id);
			}
			this._workspaceEdit.documentChanges.push(operation);
			if (id !== void 0) return id;
		}
	};
	(function(TextDocumentIdentifier) {
		/**
		* Creates a new TextDocumentIdentifier literal.
		* @param uri The document's uri.
		*/
		function create(uri) {
			return { uri };
		}
		TextDocumentIdentifier.create = create;
		/**
		* Checks whether the given literal conforms to the {@link TextDocumentIdentifier} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Is.string(candidate.uri);
		}
		TextDocumentIdentifier.is = is;
	})(TextDocumentIdentifier || (TextDocumentIdentifier = {}));
	(function(VersionedTextDocumentIdentifier) {
		/**
		* Creates a new VersionedTextDocumentIdentifier literal.
		* @param uri The document's uri.
		* @param version The document's version.
		*/
		function create(uri, version) {
			return {
				uri,
				version
			};
		}
		VersionedTextDocumentIdentifier.create = create;
		/**
		* Checks whether the given literal conforms to the {@link VersionedTextDocumentIdentifier} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Is.string(candidate.uri) && Is.integer(candidate.version);
		}
		VersionedTextDocumentIdentifier.is = is;
	})(VersionedTextDocumentIdentifier || (VersionedTextDocumentIdentifier = {}));
	(function(OptionalVersionedTextDocumentIdentifier) {
		/**
		* Creates a new OptionalVersionedTextDocumentIdentifier literal.
		* @param uri The document's uri.
		* @param version The document's version.
		*/
		function create(uri, version) {
			return {
				uri,
				version
			};
		}
		OptionalVersionedTextDocumentIdentifier.create = create;
		/**
		* Checks whether the given literal conforms to the {@link OptionalVersionedTextDocumentIdentifier} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Is.string(candidate.uri) && (candidate.version === null || Is.integer(candidate.version));
		}
		OptionalVersionedTextDocumentIdentifier.is = is;
	})(OptionalVersionedTextDocumentIdentifier || (OptionalVersionedTextDocumentIdentifier = {}));
	(function(LanguageKind) {
		LanguageKind.ABAP = "abap";
		LanguageKind.WindowsBat = "bat";
		LanguageKind.BibTeX = "bibtex";
		LanguageKind.Clojure = "clojure";
		LanguageKind.Coffeescript = "coffeescript";
		LanguageKind.C = "c";
		LanguageKind.CPP = "cpp";
		LanguageKind.CSharp = "csharp";
		LanguageKind.CSS = "css";
		/**
		* @since 3.18.0
		*/
		LanguageKind.D = "d";
		/**
		* @since 3.18.0
		*/
		LanguageKind.Delphi = "pascal";
		LanguageKind.Diff = "diff";
		LanguageKind.Dart = "dart";
		LanguageKind.Dockerfile = "dockerfile";
		LanguageKind.Elixir = "elixir";
		LanguageKind.Erlang = "erlang";
		LanguageKind.FSharp = "fsharp";
		LanguageKind.GitCommit = "git-commit";
		LanguageKind.GitRebase = "git-rebase";
		LanguageKind.Go = "go";
		LanguageKind.Groovy = "groovy";
		LanguageKind.Handlebars = "handlebars";
		LanguageKind.Haskell = "haskell";
		LanguageKind.HTML = "html";
		LanguageKind.Ini = "ini";
		LanguageKind.Java = "java";
		LanguageKind.JavaScript = "javascript";
		LanguageKind.JavaScriptReact = "javascriptreact";
		LanguageKind.JSON = "json";
		LanguageKind.LaTeX = "latex";
		LanguageKind.Less = "less";
		LanguageKind.Lua = "lua";
		LanguageKind.Makefile = "makefile";
		LanguageKind.Markdown = "markdown";
		LanguageKind.ObjectiveC = "objective-c";
		LanguageKind.ObjectiveCPP = "objective-cpp";
		/**
		* @since 3.18.0
		*/
		LanguageKind.Pascal = "pascal";
		LanguageKind.Perl = "perl";
		LanguageKind.Perl6 = "perl6";
		LanguageKind.PHP = "php";
		LanguageKind.Plaintext = "plaintext";
		LanguageKind.Powershell = "powershell";
		LanguageKind.Pug = "jade";
		LanguageKind.Python = "python";
		LanguageKind.R = "r";
		LanguageKind.Razor = "razor";
		LanguageKind.Ruby = "ruby";
		LanguageKind.Rust = "rust";
		LanguageKind.SCSS = "scss";
		LanguageKind.SASS = "sass";
		LanguageKind.Scala = "scala";
		LanguageKind.ShaderLab = "shaderlab";
		LanguageKind.ShellScript = "shellscript";
		LanguageKind.SQL = "sql";
		LanguageKind.Swift = "swift";
		LanguageKind.TypeScript = "typescript";
		LanguageKind.TypeScriptReact = "typescriptreact";
		LanguageKind.TeX = "tex";
		LanguageKind.VisualBasic = "vb";
		LanguageKind.XML = "xml";
		LanguageKind.XSL = "xsl";
		LanguageKind.YAML = "yaml";
	})(LanguageKind || (LanguageKind = {}));
	(function(TextDocumentItem) {
		/**
		* Creates a new TextDocumentItem literal.
		* @param uri The document's uri.
		* @param languageId The document's language identifier.
		* @param version The document's version number.
		* @param text The document's text.
		*/
		function create(uri, languageId, version, text) {
			return {
				uri,
				languageId,
				version,
				text
			};
		}
		TextDocumentItem.create = create;
		/**
		* Checks whether the given literal conforms to the {@link TextDocumentItem} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Is.string(candidate.uri) && Is.string(candidate.languageId) && Is.integer(candidate.version) && Is.string(candidate.text);
		}
		TextDocumentItem.is = is;
	})(TextDocumentItem || (TextDocumentItem = {}));
	(function(MarkupKind) {
		/**
		* Plain text is supported as a content format
		*/
		MarkupKind.PlainText = "plaintext";
		/**
		* Markdown is supported as a content format
		*/
		MarkupKind.Markdown = "markdown";
		/**
		* Checks whether the given value is a value of the {@link MarkupKind} type.
		*/
		function is(value) {
			const candidate = value;
			return candidate === MarkupKind.PlainText || candidate === MarkupKind.Markdown;
		}
		MarkupKind.is = is;
	})(MarkupKind || (MarkupKind = {}));
	(function(MarkupContent) {
		/**
		* Checks whether the given value conforms to the {@link MarkupContent} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(value) && MarkupKind.is(candidate.kind) && Is.string(candidate.value);
		}
		MarkupContent.is = is;
	})(MarkupContent || (MarkupContent = {}));
	(function(CompletionItemKind) {
		CompletionItemKind.Text = 1;
		CompletionItemKind.Method = 2;
		CompletionItemKind.Function = 3;
		CompletionItemKind.Constructor = 4;
		CompletionItemKind.Field = 5;
		CompletionItemKind.Variable = 6;
		CompletionItemKind.Class = 7;
		CompletionItemKind.Interface = 8;
		CompletionItemKind.Module = 9;
		CompletionItemKind.Property = 10;
		CompletionItemKind.Unit = 11;
		CompletionItemKind.Value = 12;
		CompletionItemKind.Enum = 13;
		CompletionItemKind.Keyword = 14;
		CompletionItemKind.Snippet = 15;
		CompletionItemKind.Color = 16;
		CompletionItemKind.File = 17;
		CompletionItemKind.Reference = 18;
		CompletionItemKind.Folder = 19;
		CompletionItemKind.EnumMember = 20;
		CompletionItemKind.Constant = 21;
		CompletionItemKind.Struct = 22;
		CompletionItemKind.Event = 23;
		CompletionItemKind.Operator = 24;
		CompletionItemKind.TypeParameter = 25;
	})(CompletionItemKind || (CompletionItemKind = {}));
	(function(InsertTextFormat) {
		/**
		* The primary text to be inserted is treated as a plain string.
		*/
		InsertTextFormat.PlainText = 1;
		/**
		* The primary text to be inserted is treated as a snippet.
		*
		* A snippet can define tab stops and placeholders with `$1`, `$2`
		* and `${3:foo}`. `$0` defines the final tab stop, it defaults to
		* the end of the snippet. Placeholders with equal identifiers are linked,
		* that is typing in one will update others too.
		*
		* See also: https://microsoft.github.io/language-server-protocol/specifications/specification-current/#snippet_syntax
		*/
		InsertTextFormat.Snippet = 2;
	})(InsertTextFormat || (InsertTextFormat = {}));
	(function(CompletionItemTag) {
		/**
		* Render a completion as obsolete, usually using a strike-out.
		*/
		CompletionItemTag.Deprecated = 1;
	})(CompletionItemTag || (CompletionItemTag = {}));
	(function(InsertReplaceEdit) {
		/**
		* Creates a new insert / replace edit
		*/
		function create(newText, insert, replace) {
			return {
				newText,
				insert,
				replace
			};
		}
		InsertReplaceEdit.create = create;
		/**
		* Checks whether the given literal conforms to the {@link InsertReplaceEdit} interface.
		*/
		function is(value) {
			const candidate = value;
			return candidate && Is.string(candidate.newText) && Range.is(candidate.insert) && Range.is(candidate.replace);
		}
		InsertReplaceEdit.is = is;
	})(InsertReplaceEdit || (InsertReplaceEdit = {}));
	(function(InsertTextMode) {
		/**
		* The insertion or replace strings is taken as it is. If the
		* value is multi line the lines below the cursor will be
		* inserted using the indentation defined in the string value.
		* The client will not apply any kind of adjustments to the
		* string.
		*/
		InsertTextMode.asIs = 1;
		/**
		* The editor adjusts leading whitespace of new lines so that
		* they match the indentation up to the cursor of the line for
		* which the item is accepted.
		*
		* Consider a line like this: <2tabs><cursor><3tabs>foo. Accepting a
		* multi line completion item is indented using 2 tabs and all
		* following lines inserted will be indented using 2 tabs as well.
		*/
		InsertTextMode.adjustIndentation = 2;
	})(InsertTextMode || (InsertTextMode = {}));
	(function(ApplyKind) {
		/**
		* The value from the individual item (if provided and not `null`) will be
		* used instead of the default.
		*/
		ApplyKind.Replace = 1;
		/**
		* The value from the item will be merged with the default.
		*
		* The specific rules for mergeing values are defined against each field
		* that supports merging.
		*/
		ApplyKind.Merge = 2;
	})(ApplyKind || (ApplyKind = {}));
	(function(CompletionItemLabelDetails) {
		function is(value) {
			const candidate = value;
			return candidate && (Is.string(candidate.detail) || candidate.detail === void 0) && (Is.string(candidate.description) || candidate.description === void 0);
		}
		CompletionItemLabelDetails.is = is;
	})(CompletionItemLabelDetails || (CompletionItemLabelDetails = {}));
	(function(CompletionItem) {
		/**
		* Create a completion item and seed it with a label.
		* @param label The completion item's label
		*/
		function create(label) {
			return { label };
		}
		CompletionItem.create = create;
	})(CompletionItem || (CompletionItem = {}));
	(function(CompletionList) {
		/**
		* Creates a new completion list.
		*
		* @param items The completion items.
		* @param isIncomplete The list is not complete.
		*/
		function create(items, isIncomplete) {
			return {
				items: items ? items : [],
				isIncomplete: !!isIncomplete
			};
		}
		CompletionList.create = create;
	})(CompletionList || (CompletionList = {}));
	(function(MarkedString) {
		/**
		* Creates a marked string from plain text.
		*
		* @param plainText The plain text.
		*/
		function fromPlainText(plainText) {
			return plainText.replace(/[\\`*_{}[\]()#+\-.!]/g, "\\$&");
		}
		MarkedString.fromPlainText = fromPlainText;
		/**
		* Checks whether the given value conforms to the {@link MarkedString} type.
		*/
		function is(value) {
			const candidate = value;
			return Is.string(candidate) || Is.objectLiteral(candidate) && Is.string(candidate.language) && Is.string(candidate.value);
		}
		MarkedString.is = is;
	})(MarkedString || (MarkedString = {}));
	(function(Hover) {
		/**
		* Checks whether the given value conforms to the {@link Hover} interface.
		*/
		function is(value) {
			const candidate = value;
			return !!candidate && Is.objectLiteral(candidate) && (MarkupContent.is(candidate.contents) || MarkedString.is(candidate.contents) || Is.typedArray(candidate.contents, MarkedString.is)) && (value.range === void 0 || Range.is(value.range));
		}
		Hover.is = is;
	})(Hover || (Hover = {}));
	(function(ParameterInformation) {
		/**
		* Creates a new parameter information literal.
		*
		* @param label A label string.
		* @param documentation A doc string.
		*/
		function create(label, documentation) {
			return documentation ? {
				label,
				documentation
			} : { label };
		}
		ParameterInformation.create = create;
	})(ParameterInformation || (ParameterInformation = {}));
	(function(SignatureInformation) {
		function create(label, documentation, ...parameters) {
			const result = { label };
			if (Is.defined(documentation)) result.documentation = documentation;
			if (Is.defined(parameters)) result.parameters = parameters;
			else result.parameters = [];
			return result;
		}
		SignatureInformation.create = create;
	})(SignatureInformation || (SignatureInformation = {}));
	(function(DocumentHighlightKind) {
		/**
		* A textual occurrence.
		*/
		DocumentHighlightKind.Text = 1;
		/**
		* Read-access of a symbol, like reading a variable.
		*/
		DocumentHighlightKind.Read = 2;
		/**
		* Write-access of a symbol, like writing to a variable.
		*/
		DocumentHighlightKind.Write = 3;
	})(DocumentHighlightKind || (DocumentHighlightKind = {}));
	(function(DocumentHighlight) {
		/**
		* Create a DocumentHighlight object.
		* @param range The range the highlight applies to.
		* @param kind The highlight kind
		*/
		function create(range, kind) {
			const result = { range };
			if (Is.number(kind)) result.kind = kind;
			return result;
		}
		DocumentHighlight.create = create;
	})(DocumentHighlight || (DocumentHighlight = {}));
	(function(SymbolKind) {
		SymbolKind.File = 1;
		SymbolKind.Module = 2;
		SymbolKind.Namespace = 3;
		SymbolKind.Package = 4;
		SymbolKind.Class = 5;
		SymbolKind.Method = 6;
		SymbolKind.Property = 7;
		SymbolKind.Field = 8;
		SymbolKind.Constructor = 9;
		SymbolKind.Enum = 10;
		SymbolKind.Interface = 11;
		SymbolKind.Function = 12;
		SymbolKind.Variable = 13;
		SymbolKind.Constant = 14;
		SymbolKind.String = 15;
		SymbolKind.Number = 16;
		SymbolKind.Boolean = 17;
		SymbolKind.Array = 18;
		SymbolKind.Object = 19;
		SymbolKind.Key = 20;
		SymbolKind.Null = 21;
		SymbolKind.EnumMember = 22;
		SymbolKind.Struct = 23;
		SymbolKind.Event = 24;
		SymbolKind.Operator = 25;
		SymbolKind.TypeParameter = 26;
	})(SymbolKind || (SymbolKind = {}));
	(function(SymbolTag) {
		/**
		* Render a symbol as obsolete, usually using a strike-out.
		*/
		SymbolTag.Deprecated = 1;
	})(SymbolTag || (SymbolTag = {}));
	(function(SymbolInformation) {
		/**
		* Creates a new symbol information literal.
		*
		* @param name The name of the symbol.
		* @param kind The kind of the symbol.
		* @param range The range of the location of the symbol.
		* @param uri The resource of the location of symbol.
		* @param containerName The name of the symbol containing the symbol.
		*/
		function create(name, kind, range, uri, containerName) {
			const result = {
				name,
				kind,
				location: {
					uri,
					range
				}
			};
			if (containerName) result.containerName = containerName;
			return result;
		}
		SymbolInformation.create = create;
	})(SymbolInformation || (SymbolInformation = {}));
	(function(WorkspaceSymbol) {
		/**
		* Create a new workspace symbol.
		*
		* @param name The name of the symbol.
		* @param kind The kind of the symbol.
		* @param uri The resource of the location of the symbol.
		* @param range An options range of the location.
		* @returns A WorkspaceSymbol.
		*/
		function create(name, kind, uri, range) {
			return range !== void 0 ? {
				name,
				kind,
				location: {
					uri,
					range
				}
			} : {
				name,
				kind,
				location: { uri }
			};
		}
		WorkspaceSymbol.create = create;
	})(WorkspaceSymbol || (WorkspaceSymbol = {}));
	(function(DocumentSymbol) {
		/**
		* Creates a new symbol information literal.
		*
		* @param name The name of the symbol.
		* @param detail The detail of the symbol.
		* @param kind The kind of the symbol.
		* @param range The range of the symbol.
		* @param selectionRange The selectionRange of the symbol.
		* @param children Children of the symbol.
		*/
		function create(name, detail, kind, range, selectionRange, children) {
			const result = {
				name,
				detail,
				kind,
				range,
				selectionRange
			};
			if (children !== void 0) result.children = children;
			return result;
		}
		DocumentSymbol.create = create;
		/**
		* Checks whether the given literal conforms to the {@link DocumentSymbol} interface.
		*/
		function is(value) {
			const candidate = value;
			return candidate && Is.string(candidate.name) && Is.number(candidate.kind) && Range.is(candidate.range) && Range.is(candidate.selectionRange) && (candidate.detail === void 0 || Is.string(candidate.detail)) && (candidate.deprecated === void 0 || Is.boolean(candidate.deprecated)) && (candidate.children === void 0 || Array.isArray(candidate.children)) && (candidate.tags === void 0 || Array.isArray(candidate.tags));
		}
		DocumentSymbol.is = is;
	})(DocumentSymbol || (DocumentSymbol = {}));
	(function(CodeActionKind) {
		/**
		* Empty kind.
		*/
		CodeActionKind.Empty = "";
		/**
		* Base kind for quickfix actions: 'quickfix'
		*/
		CodeActionKind.QuickFix = "quickfix";
		/**
		* Base kind for refactoring actions: 'refactor'
		*/
		CodeActionKind.Refactor = "refactor";
		/**
		* Base kind for refactoring extraction actions: 'refactor.extract'
		*
		* Example extract actions:
		*
		* - Extract method
		* - Extract function
		* - Extract variable
		* - Extract interface from class
		* - ...
		*/
		CodeActionKind.RefactorExtract = "refactor.extract";
		/**
		* Base kind for refactoring inline actions: 'refactor.inline'
		*
		* Example inline actions:
		*
		* - Inline function
		* - Inline variable
		* - Inline constant
		* - ...
		*/
		CodeActionKind.RefactorInline = "refactor.inline";
		/**
		* Base kind for refactoring move actions: `refactor.move`
		*
		* Example move actions:
		*
		* - Move a function to a new file
		* - Move a property between classes
		* - Move method to base class
		* - ...
		*
		* @since 3.18.0
		*/
		CodeActionKind.RefactorMove = "refactor.move";
		/**
		* Base kind for refactoring rewrite actions: 'refactor.rewrite'
		*
		* Example rewrite actions:
		*
		* - Convert JavaScript function to class
		* - Add or remove parameter
		* - Encapsulate field
		* - Make method static
		* - Move method to base class
		* - ...
		*/
		CodeActionKind.RefactorRewrite = "refactor.rewrite";
		/**
		* Base kind for source actions: `source`
		*
		* Source code actions apply to the entire file.
		*/
		CodeActionKind.Source = "source";
		/**
		* Base kind for an organize imports source action: `source.organizeImports`
		*/
		CodeActionKind.SourceOrganizeImports = "source.organizeImports";
		/**
		* Base kind for auto-fix source actions: `source.fixAll`.
		*
		* Fix all actions automatically fix errors that have a clear fix that do not require user input.
		* They should not suppress errors or perform unsafe fixes such as generating new types or classes.
		*
		* @since 3.15.0
		*/
		CodeActionKind.SourceFixAll = "source.fixAll";
		/**
		* Base kind for all code actions applying to the entire notebook's scope. CodeActionKinds using
		* this should always begin with `notebook.`
		*
		* @since 3.18.0
		*/
		CodeActionKind.Notebook = "notebook";
	})(CodeActionKind || (CodeActionKind = {}));
	(function(CodeActionTriggerKind) {
		/**
		* Code actions were explicitly requested by the user or by an extension.
		*/
		CodeActionTriggerKind.Invoked = 1;
		/**
		* Code actions were requested automatically.
		*
		* This typically happens when current selection in a file changes, but can
		* also be triggered when file content changes.
		*/
		CodeActionTriggerKind.Automatic = 2;
	})(CodeActionTriggerKind || (CodeActionTriggerKind = {}));
	(function(CodeActionContext) {
		/**
		* Creates a new CodeActionContext literal.
		*/
		function create(diagnostics, only, triggerKind) {
			const result = { diagnostics };
			if (only !== void 0 && only !== null) result.only = only;
			if (triggerKind !== void 0 && triggerKind !== null) result.triggerKind = triggerKind;
			return result;
		}
		CodeActionContext.create = create;
		/**
		* Checks whether the given literal conforms to the {@link CodeActionContext} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Is.typedArray(candidate.diagnostics, Diagnostic.is) && (candidate.only === void 0 || Is.typedArray(candidate.only, Is.string)) && (candidate.triggerKind === void 0 || candidate.triggerKind === CodeActionTriggerKind.Invoked || candidate.triggerKind === CodeActionTriggerKind.Automatic);
		}
		CodeActionContext.is = is;
	})(CodeActionContext || (CodeActionContext = {}));
	(function(CodeActionTag) {
		/**
		* Marks the code action as LLM-generated.
		*/
		CodeActionTag.LLMGenerated = 1;
		/**
		* Checks whether the given literal conforms to the {@link CodeActionTag} interface.
		*/
		function is(value) {
			return Is.defined(value) && value === CodeActionTag.LLMGenerated;
		}
		CodeActionTag.is = is;
	})(CodeActionTag || (CodeActionTag = {}));
	(function(CodeAction) {
		function create(title, kindOrCommandOrEdit, kind) {
			const result = { title };
			let checkKind = true;
			if (typeof kindOrCommandOrEdit === "string") {
				checkKind = false;
				result.kind = kindOrCommandOrEdit;
			} else if (Command.is(kindOrCommandOrEdit)) result.command = kindOrCommandOrEdit;
			else result.edit = kindOrCommandOrEdit;
			if (checkKind && kind !== void 0) result.kind = kind;
			return result;
		}
		CodeAction.create = create;
		function is(value) {
			const candidate = value;
			return candidate && Is.string(candidate.title) && (candidate.diagnostics === void 0 || Is.typedArray(candidate.diagnostics, Diagnostic.is)) && (candidate.kind === void 0 || Is.string(candidate.kind)) && (candidate.edit !== void 0 || candidate.command !== void 0) && (candidate.command === void 0 || Command.is(candidate.command)) && (candidate.isPreferred === void 0 || Is.boolean(candidate.isPreferred)) && (candidate.edit === void 0 || WorkspaceEdit.is(candidate.edit)) && (candidate.tags === void 0 || Is.typedArray(candidate.tags, CodeActionTag.is));
		}
		CodeAction.is = is;
	})(CodeAction || (CodeAction = {}));
	(function(CodeLens) {
		/**
		* Creates a new CodeLens literal.
		*/
		function create(range, data) {
			const result = { range };
			if (Is.defined(data)) result.data = data;
			return result;
		}
		CodeLens.create = create;
		/**
		* Checks whether the given literal conforms to the {@link CodeLens} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Range.is(candidate.range) && (Is.undefined(candidate.command) || Command.is(candidate.command));
		}
		CodeLens.is = is;
	})(CodeLens || (CodeLens = {}));
	(function(FormattingOptions) {
		/**
		* Creates a new FormattingOptions literal.
		*/
		function create(tabSize, insertSpaces) {
			return {
				tabSize,
				insertSpaces
			};
		}
		FormattingOptions.create = create;
		/**
		* Checks whether the given literal conforms to the {@link FormattingOptions} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Is.uinteger(candidate.tabSize) && Is.boolean(candidate.insertSpaces);
		}
		FormattingOptions.is = is;
	})(FormattingOptions || (FormattingOptions = {}));
	(function(DocumentLink) {
		/**
		* Creates a new DocumentLink literal.
		*/
		function create(range, target, data) {
			return {
				range,
				target,
				data
			};
		}
		DocumentLink.create = create;
		/**
		* Checks whether the given literal conforms to the {@link DocumentLink} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Range.is(candidate.range) && (Is.undefined(candidate.target) || Is.string(candidate.target));
		}
		DocumentLink.is = is;
	})(DocumentLink || (DocumentLink = {}));
	(function(SelectionRange) {
		/**
		* Creates a new SelectionRange
		* @param range the range.
		* @param parent an optional parent.
		*/
		function create(range, parent) {
			return {
				range,
				parent
			};
		}
		SelectionRange.create = create;
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Range.is(candidate.range) && (candidate.parent === void 0 || SelectionRange.is(candidate.parent));
		}
		SelectionRange.is = is;
	})(SelectionRange || (SelectionRange = {}));
	(function(SemanticTokenTypes) {
		SemanticTokenTypes["namespace"] = "namespace";
		/**
		* Represents a generic type. Acts as a fallback for types which can't be mapped to
		* a specific type like class or enum.
		*/
		SemanticTokenTypes["type"] = "type";
		SemanticTokenTypes["class"] = "class";
		SemanticTokenTypes["enum"] = "enum";
		SemanticTokenTypes["interface"] = "interface";
		SemanticTokenTypes["struct"] = "struct";
		SemanticTokenTypes["typeParameter"] = "typeParameter";
		SemanticTokenTypes["parameter"] = "parameter";
		SemanticTokenTypes["variable"] = "variable";
		SemanticTokenTypes["property"] = "property";
		SemanticTokenTypes["enumMember"] = "enumMember";
		SemanticTokenTypes["event"] = "event";
		SemanticTokenTypes["function"] = "function";
		SemanticTokenTypes["method"] = "method";
		SemanticTokenTypes["macro"] = "macro";
		SemanticTokenTypes["keyword"] = "keyword";
		SemanticTokenTypes["modifier"] = "modifier";
		SemanticTokenTypes["comment"] = "comment";
		SemanticTokenTypes["string"] = "string";
		SemanticTokenTypes["number"] = "number";
		SemanticTokenTypes["regexp"] = "regexp";
		SemanticTokenTypes["operator"] = "operator";
		/**
		* @since 3.17.0
		*/
		SemanticTokenTypes["decorator"] = "decorator";
		/**
		* @since 3.18.0
		*/
		SemanticTokenTypes["label"] = "label";
	})(SemanticTokenTypes || (SemanticTokenTypes = {}));
	(function(SemanticTokenModifiers) {
		SemanticTokenModifiers["declaration"] = "declaration";
		SemanticTokenModifiers["definition"] = "definition";
		SemanticTokenModifiers["readonly"] = "readonly";
		SemanticTokenModifiers["static"] = "static";
		SemanticTokenModifiers["deprecated"] = "deprecated";
		SemanticTokenModifiers["abstract"] = "abstract";
		SemanticTokenModifiers["async"] = "async";
		SemanticTokenModifiers["modification"] = "modification";
		SemanticTokenModifiers["documentation"] = "documentation";
		SemanticTokenModifiers["defaultLibrary"] = "defaultLibrary";
	})(SemanticTokenModifiers || (SemanticTokenModifiers = {}));
	(function(SemanticTokens) {
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && (candidate.resultId === void 0 || typeof candidate.resultId === "string") && Array.isArray(candidate.data) && (candidate.data.length === 0 || typeof candidate.data[0] === "number");
		}
		SemanticTokens.is = is;
	})(SemanticTokens || (SemanticTokens = {}));
	(function(InlineValueText) {
		/**
		* Creates a new InlineValueText literal.
		*/
		function create(range, text) {
			return {
				range,
				text
			};
		}
		InlineValueText.create = create;
		function is(value) {
			const candidate = value;
			return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && Is.string(candidate.text);
		}
		InlineValueText.is = is;
	})(InlineValueText || (InlineValueText = {}));
	(function(InlineValueVariableLookup) {
		/**
		* Creates a new InlineValueText literal.
		*/
		function create(range, variableName, caseSensitiveLookup) {
			return {
				range,
				variableName,
				caseSensitiveLookup
			};
		}
		InlineValueVariableLookup.create = create;
		function is(value) {
			const candidate = value;
			return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && Is.boolean(candidate.caseSensitiveLookup) && (Is.string(candidate.variableName) || candidate.variableName === void 0);
		}
		InlineValueVariableLookup.is = is;
	})(InlineValueVariableLookup || (InlineValueVariableLookup = {}));
	(function(InlineValueEvaluatableExpression) {
		/**
		* Creates a new InlineValueEvaluatableExpression literal.
		*/
		function create(range, expression) {
			return {
				range,
				expression
			};
		}
		InlineValueEvaluatableExpression.create = create;
		function is(value) {
			const candidate = value;
			return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && (Is.string(candidate.expression) || candidate.expression === void 0);
		}
		InlineValueEvaluatableExpression.is = is;
	})(InlineValueEvaluatableExpression || (InlineValueEvaluatableExpression = {}));
	(function(InlineValueContext) {
		/**
		* Creates a new InlineValueContext literal.
		*/
		function create(frameId, stoppedLocation) {
			return {
				frameId,
				stoppedLocation
			};
		}
		InlineValueContext.create = create;
		/**
		* Checks whether the given literal conforms to the {@link InlineValueContext} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Range.is(value.stoppedLocation);
		}
		InlineValueContext.is = is;
	})(InlineValueContext || (InlineValueContext = {}));
	(function(InlayHintKind) {
		/**
		* An inlay hint that for a type annotation.
		*/
		InlayHintKind.Type = 1;
		/**
		* An inlay hint that is for a parameter.
		*/
		InlayHintKind.Parameter = 2;
		function is(value) {
			return value === 1 || value === 2;
		}
		InlayHintKind.is = is;
	})(InlayHintKind || (InlayHintKind = {}));
	(function(InlayHintLabelPart) {
		function create(value) {
			return { value };
		}
		InlayHintLabelPart.create = create;
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip) || MarkupContent.is(candidate.tooltip)) && (candidate.location === void 0 || Location.is(candidate.location)) && (candidate.command === void 0 || Command.is(candidate.command));
		}
		InlayHintLabelPart.is = is;
	})(InlayHintLabelPart || (InlayHintLabelPart = {}));
	(function(InlayHint) {
		function create(position, label, kind) {
			const result = {
				position,
				label
			};
			if (kind !== void 0) result.kind = kind;
			return result;
		}
		InlayHint.create = create;
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Position.is(candidate.position) && (Is.string(candidate.label) || Is.typedArray(candidate.label, InlayHintLabelPart.is)) && (candidate.kind === void 0 || InlayHintKind.is(candidate.kind)) && candidate.textEdits === void 0 || Is.typedArray(candidate.textEdits, TextEdit.is) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip) || MarkupContent.is(candidate.tooltip)) && (candidate.paddingLeft === void 0 || Is.boolean(candidate.paddingLeft)) && (candidate.paddingRight === void 0 || Is.boolean(candidate.paddingRight));
		}
		InlayHint.is = is;
	})(InlayHint || (InlayHint = {}));
	(function(StringValue) {
		function createSnippet(value) {
			return {
				kind: "snippet",
				value
			};
		}
		StringValue.createSnippet = createSnippet;
		function isSnippet(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && candidate.kind === "snippet" && Is.string(candidate.value);
		}
		StringValue.isSnippet = isSnippet;
	})(StringValue || (StringValue = {}));
	(function(InlineCompletionItem) {
		function create(insertText, filterText, range, command) {
			return {
				insertText,
				filterText,
				range,
				command
			};
		}
		InlineCompletionItem.create = create;
	})(InlineCompletionItem || (InlineCompletionItem = {}));
	(function(InlineCompletionList) {
		function create(items) {
			return { items };
		}
		InlineCompletionList.create = create;
	})(InlineCompletionList || (InlineCompletionList = {}));
	(function(InlineCompletionTriggerKind) {
		/**
		* Completion was triggered explicitly by a user gesture.
		*/
		InlineCompletionTriggerKind.Invoked = 1;
		/**
		* Completion was triggered automatically while editing.
		*/
		InlineCompletionTriggerKind.Automatic = 2;
	})(InlineCompletionTriggerKind || (InlineCompletionTriggerKind = {}));
	(function(SelectedCompletionInfo) {
		function create(range, text) {
			return {
				range,
				text
			};
		}
		SelectedCompletionInfo.create = create;
	})(SelectedCompletionInfo || (SelectedCompletionInfo = {}));
	(function(InlineCompletionContext) {
		function create(triggerKind, selectedCompletionInfo) {
			return {
				triggerKind,
				selectedCompletionInfo
			};
		}
		InlineCompletionContext.create = create;
	})(InlineCompletionContext || (InlineCompletionContext = {}));
	(function(WorkspaceFolder) {
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && URI.is(candidate.uri) && Is.string(candidate.name);
		}
		WorkspaceFolder.is = is;
	})(WorkspaceFolder || (WorkspaceFolder = {}));
	EOL = [
		"\n",
		"\r\n",
		"\r"
	];
	(function(TextDocument) {
		/**
		* Creates a new ITextDocument literal from the given uri and content.
		* @param uri The document's uri.
		* @param languageId The document's language Id.
		* @param version The document's version.
		* @param content The document's content.
		*/
		function create(uri, languageId, version, content) {
			return new FullTextDocument$1(uri, languageId, version, content);
		}
		TextDocument.create = create;
		/**
		* Checks whether the given literal conforms to the {@link ITextDocument} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Is.string(candidate.uri) && (Is.undefined(candidate.languageId) || Is.string(candidate.languageId)) && Is.uinteger(candidate.lineCount) && Is.func(candidate.getText) && Is.func(candidate.positionAt) && Is.func(candidate.offsetAt) ? true : false;
		}
		TextDocument.is = is;
		function applyEdits(document, edits) {
			let text = document.getText();
			const sortedEdits = mergeSort(edits, (a, b) => {
				const diff = a.range.start.line - b.range.start.line;
				if (diff === 0) return a.range.start.character - b.range.start.character;
				return diff;
			});
			let lastModifiedOffset = text.length;
			for (let i = sortedEdits.length - 1; i >= 0; i--) {
				const e = sortedEdits[i];
				const startOffset = document.offsetAt(e.range.start);
				const endOffset = document.offsetAt(e.range.end);
				if (endOffset <= lastModifiedOffset) text = text.substring(0, startOffset) + e.newText + text.substring(endOffset, text.length);
				else throw new Error("Overlapping edit");
				lastModifiedOffset = startOffset;
			}
			return text;
		}
		TextDocument.applyEdits = applyEdits;
		function mergeSort(data, compare) {
			if (data.length <= 1) return data;
			const p = data.length / 2 | 0;
			const left = data.slice(0, p);
			const right = data.slice(p);
			mergeSort(left, compare);
			mergeSort(right, compare);
			let leftIdx = 0;
			let rightIdx = 0;
			let i = 0;
			while (leftIdx < left.length && rightIdx < right.length) if (compare(left[leftIdx], right[rightIdx]) <= 0) data[i++] = left[leftIdx++];
			else data[i++] = right[rightIdx++];
			while (leftIdx < left.length) data[i++] = left[leftIdx++];
			while (rightIdx < right.length) data[i++] = right[rightIdx++];
			return data;
		}
	})(TextDocument$1 || (TextDocument$1 = {}));
	FullTextDocument$1 = class {
		constructor(uri, languageId, version, content) {
			this._uri = uri;
			this._languageId = languageId;
			this._version = version;
			this._content = content;
			this._lineOffsets = void 0;
		}
		get uri() {
			return this._uri;
		}
		get languageId() {
			return this._languageId;
		}
		get version() {
			return this._version;
		}
		getText(range) {
			if (range) {
				const start = this.offsetAt(range.start);
				const end = this.offsetAt(range.end);
				return this._content.substring(start, end);
			}
			return this._content;
		}
		update(event, version) {
			this._content = event.text;
			this._version = version;
			this._lineOffsets = void 0;
		}
		getLineOffsets() {
			if (this._lineOffsets === void 0) {
				const lineOffsets = [];
				const text = this._content;
				let isLineStart = true;
				for (let i = 0; i < text.length; i++) {
					if (isLineStart) {
						lineOffsets.push(i);
						isLineStart = false;
					}
					const ch = text.charAt(i);
					isLineStart = ch === "\r" || ch === "\n";
					if (ch === "\r" && i + 1 < text.length && text.charAt(i + 1) === "\n") i++;
				}
				if (isLineStart && text.length > 0) lineOffsets.push(text.length);
				this._lineOffsets = lineOffsets;
			}
			return this._lineOffsets;
		}
		positionAt(offset) {
			offset = Math.max(Math.min(offset, this._content.length), 0);
			const lineOffsets = this.getLineOffsets();
			let low = 0, high = lineOffsets.length;
			if (high === 0) return Position.create(0, offset);
			while (low < high) {
				const mid = Math.floor((low + high) / 2);
				if (lineOffsets[mid] > offset) high = mid;
				else low = mid + 1;
			}
			const line = low - 1;
			return Position.create(line, offset - lineOffsets[line]);
		}
		offsetAt(position) {
			const lineOffsets = this.getLineOffsets();
			if (position.line >= lineOffsets.length) return this._content.length;
			else if (position.line < 0) return 0;
			const lineOffset = lineOffsets[position.line];
			const nextLineOffset = position.line + 1 < lineOffsets.length ? lineOffsets[position.line + 1] : this._content.length;
			return Math.max(Math.min(lineOffset + position.character, nextLineOffset), lineOffset);
		}
		get lineCount() {
			return this.getLineOffsets().length;
		}
	};
	(function(Is) {
		const toString = Object.prototype.toString;
		function defined(value) {
			return typeof value !== "undefined";
		}
		Is.defined = defined;
		function undefined(value) {
			return typeof value === "undefined";
		}
		Is.undefined = undefined;
		function boolean(value) {
			return value === true || value === false;
		}
		Is.boolean = boolean;
		function string(value) {
			return toString.call(value) === "[object String]";
		}
		Is.string = string;
		function number(value) {
			return toString.call(value) === "[object Number]";
		}
		Is.number = number;
		function numberRange(value, min, max) {
			return toString.call(value) === "[object Number]" && min <= value && value <= max;
		}
		Is.numberRange = numberRange;
		function integer(value) {
			return toString.call(value) === "[object Number]" && -2147483648 <= value && value <= 2147483647;
		}
		Is.integer = integer;
		function uinteger(value) {
			return toString.call(value) === "[object Number]" && 0 <= value && value <= 2147483647;
		}
		Is.uinteger = uinteger;
		function func(value) {
			return toString.call(value) === "[object Function]";
		}
		Is.func = func;
		function objectLiteral(value) {
			return value !== null && typeof value === "object";
		}
		Is.objectLiteral = objectLiteral;
		function typedArray(value, check) {
			return Array.isArray(value) && value.every(check);
		}
		Is.typedArray = typedArray;
	})(Is || (Is = {}));
}));
// node_modules/dockerfile-ast/lib/line.js
var require_line = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Line = void 0;
	var Line = class {
		constructor(document, range) {
			this.document = document;
			this.range = range;
		}
		getRange() {
			return this.range;
		}
		getTextContent() {
			return this.document.getText().substring(this.document.offsetAt(this.range.start), this.document.offsetAt(this.range.end));
		}
		isAfter(line) {
			return this.range.start.line > line.range.start.line;
		}
		isBefore(line) {
			return this.range.start.line < line;
		}
	};
	exports.Line = Line;
}));
// node_modules/dockerfile-ast/lib/util.js
var require_util = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Util = void 0;
	exports.Util = class Util {
		static isUTF8BOM(char) {
			const uintArray = Uint8Array.from(Buffer.from(char, "UTF-8"));
			return uintArray[0] === 239 && uintArray[1] == 187 && uintArray[2] == 191;
		}
		static isWhitespace(char) {
			return char === " " || char === "	" || Util.isNewline(char);
		}
		static isNewline(char) {
			return char === "\r" || char === "\n";
		}
		static findLeadingNonWhitespace(content, escapeChar) {
			whitespaceCheck: for (let i = 0; i < content.length; i++) switch (content.charAt(i)) {
				case " ":
				case "	": continue;
				case escapeChar:
					escapeCheck: for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
						case " ":
						case "	": continue;
						case "\r":
							i = j + 1;
							continue whitespaceCheck;
						case "\n":
							i = j;
							continue whitespaceCheck;
						default: break escapeCheck;
					}
					return -1;
				default: return i;
			}
			return -1;
		}
		/**
		* Determines if the given position is contained within the given range.
		*
		* @param position the position to check
		* @param range the range to see if the position is inside of
		*/
		static isInsideRange(position, range) {
			if (range.start.line === range.end.line) return range.start.line === position.line && range.start.character <= position.character && position.character <= range.end.character;
			else if (range.start.line === position.line) return range.start.character <= position.character;
			else if (range.end.line === position.line) return position.character <= range.end.character;
			return range.start.line < position.line && position.line < range.end.line;
		}
		static parseHeredocName(value) {
			value = value.substring(2);
			if (value.charAt(0) === "-") value = value.substring(1);
			if (value.charAt(0) === "\"") {
				if (value.charAt(value.length - 1) !== "\"") return null;
				value = value.substring(1, value.length - 1);
			}
			if (value.charAt(0) === "'") {
				if (value.charAt(value.length - 1) !== "'") return null;
				value = value.substring(1, value.length - 1);
			}
			if (value.charAt(0) === "<") return null;
			return value;
		}
	};
}));
// node_modules/dockerfile-ast/lib/comment.js
var require_comment = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Comment = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const line_1 = require_line();
	const util_1 = require_util();
	var Comment = class extends line_1.Line {
		constructor(document, range) {
			super(document, range);
		}
		toString() {
			const content = this.getContent();
			if (content) return "# " + content;
			return "#";
		}
		/**
		* Returns the content of this comment. This excludes leading and
		* trailing whitespace as well as the # symbol. If the comment only
		* consists of whitespace, the empty string will be returned.
		*/
		getContent() {
			let range = this.getContentRange();
			if (range === null) return "";
			return this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
		}
		/**
		* Returns a range that includes the content of the comment
		* excluding any leading and trailing whitespace as well as the #
		* symbol. May return null if the comment only consists of whitespace
		* characters.
		*/
		getContentRange() {
			let range = this.getRange();
			const startOffset = this.document.offsetAt(range.start);
			let raw = this.document.getText().substring(startOffset, this.document.offsetAt(range.end));
			let start = -1;
			let end = -1;
			for (let i = 1; i < raw.length; i++) if (!util_1.Util.isWhitespace(raw.charAt(i))) {
				start = i;
				break;
			}
			if (start === -1) return null;
			for (let i = raw.length - 1; i >= 1; i--) if (!util_1.Util.isWhitespace(raw.charAt(i))) {
				end = i + 1;
				break;
			}
			return vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + start), this.document.positionAt(startOffset + end));
		}
	};
	exports.Comment = Comment;
}));
// node_modules/vscode-languageserver-textdocument/lib/esm/main.js
var main_exports = /* @__PURE__ */ __exportAll({ TextDocument: () => TextDocument });
function mergeSort(data, compare) {
	if (data.length <= 1) return data;
	const p = data.length / 2 | 0;
	const left = data.slice(0, p);
	const right = data.slice(p);
	mergeSort(left, compare);
	mergeSort(right, compare);
	let leftIdx = 0;
	let rightIdx = 0;
	let i = 0;
	while (leftIdx < left.length && rightIdx < right.length) if (compare(left[leftIdx], right[rightIdx]) <= 0) data[i++] = left[leftIdx++];
	else data[i++] = right[rightIdx++];
	while (leftIdx < left.length) data[i++] = left[leftIdx++];
	while (rightIdx < right.length) data[i++] = right[rightIdx++];
	return data;
}
function computeLineOffsets(text, isAtLineStart, textOffset = 0) {
	const result = isAtLineStart ? [textOffset] : [];
	for (let i = 0; i < text.length; i++) {
		const ch = text.charCodeAt(i);
		if (isEOL(ch)) {
			if (ch === 13 && i + 1 < text.length && text.charCodeAt(i + 1) === 10) i++;
			result.push(textOffset + i + 1);
		}
	}
	return result;
}
function isEOL(char) {
	return char === 13 || char === 10;
}
function getWellformedRange(range) {
	const start = range.start;
	const end = range.end;
	if (start.line > end.line || start.line === end.line && start.character > end.character) return {
		start: end,
		end: start
	};
	return range;
}
function getWellformedEdit(textEdit) {
	const range = getWellformedRange(textEdit.range);
	if (range !== textEdit.range) return {
		newText: textEdit.newText,
		range
	};
	return textEdit;
}
var FullTextDocument, TextDocument;
var init_main = __esmMin((() => {
	FullTextDocument = class FullTextDocument {
		constructor(uri, languageId, version, content) {
			this._uri = uri;
			this._languageId = languageId;
			this._version = version;
			this._content = content;
			this._lineOffsets = void 0;
		}
		get uri() {
			return this._uri;
		}
		get languageId() {
			return this._languageId;
		}
		get version() {
			return this._version;
		}
		getText(range) {
			if (range) {
				const start = this.offsetAt(range.start);
				const end = this.offsetAt(range.end);
				return this._content.substring(start, end);
			}
			return this._content;
		}
		update(changes, version) {
			for (const change of changes) if (FullTextDocument.isIncremental(change)) {
				const range = getWellformedRange(change.range);
				const startOffset = this.offsetAt(range.start);
				const endOffset = this.offsetAt(range.end);
				this._content = this._content.substring(0, startOffset) + change.text + this._content.substring(endOffset, this._content.length);
				const insertedEndOffset = startOffset + change.text.length;
				const crlfAtStart = this._content.charCodeAt(startOffset - 1) === 13 && this._content.charCodeAt(startOffset) === 10;
				const crlfAtEnd = this._content.charCodeAt(insertedEndOffset - 1) === 13 && this._content.charCodeAt(insertedEndOffset) === 10;
				if (crlfAtStart || crlfAtEnd) {
					this._lineOffsets = void 0;
					continue;
				}
				const startLine = Math.max(range.start.line, 0);
				const endLine = Math.max(range.end.line, 0);
				let lineOffsets = this._lineOffsets;
				const addedLineOffsets = computeLineOffsets(change.text, false, startOffset);
				if (endLine - startLine === addedLineOffsets.length) for (let i = 0, len = addedLineOffsets.length; i < len; i++) lineOffsets[i + startLine + 1] = addedLineOffsets[i];
				else if (addedLineOffsets.length < 1e4) lineOffsets.splice(startLine + 1, endLine - startLine, ...addedLineOffsets);
				else this._lineOffsets = lineOffsets = lineOffsets.slice(0, startLine + 1).concat(addedLineOffsets, lineOffsets.slice(endLine + 1));
				const diff = change.text.length - (endOffset - startOffset);
				if (diff !== 0) for (let i = startLine + 1 + addedLineOffsets.length, len = lineOffsets.length; i < len; i++) lineOffsets[i] = lineOffsets[i] + diff;
			} else if (FullTextDocument.isFull(change)) {
				this._content = change.text;
				this._lineOffsets = void 0;
			} else throw new Error("Unknown change event received");
			this._version = version;
		}
		getLineOffsets() {
			if (this._lineOffsets === void 0) this._lineOffsets = computeLineOffsets(this._content, true);
			return this._lineOffsets;
		}
		positionAt(offset) {
			offset = Math.max(Math.min(offset, this._content.length), 0);
			const lineOffsets = this.getLineOffsets();
			let low = 0, high = lineOffsets.length;
			if (high === 0) return {
				line: 0,
				character: offset
			};
			while (low < high) {
				const mid = Math.floor((low + high) / 2);
				if (lineOffsets[mid] > offset) high = mid;
				else low = mid + 1;
			}
			const line = low - 1;
			offset = this.ensureBeforeEOL(offset, lineOffsets[line]);
			return {
				line,
				character: offset - lineOffsets[line]
			};
		}
		offsetAt(position) {
			const lineOffsets = this.getLineOffsets();
			if (position.line >= lineOffsets.length) return this._content.length;
			else if (position.line < 0) return 0;
			const lineOffset = lineOffsets[position.line];
			if (position.character <= 0) return lineOffset;
			const nextLineOffset = position.line + 1 < lineOffsets.length ? lineOffsets[position.line + 1] : this._content.length;
			const offset = Math.min(lineOffset + position.character, nextLineOffset);
			return this.ensureBeforeEOL(offset, lineOffset);
		}
		getLineRange(line) {
			const lineOffsets = this.getLineOffsets();
			if (line >= lineOffsets.length) {
				const lastLine = lineOffsets.length - 1;
				return {
					start: {
						line: lastLine,
						character: 0
					},
					end: {
						line: lastLine,
						character: this._content.length - lineOffsets[lastLine]
					}
				};
			} else if (line < 0) return {
				start: {
					line: 0,
					character: 0
				},
				end: {
					line: 0,
					character: 0
				}
			};
			const startOffset = lineOffsets[line];
			const nextLineOffset = line + 1 < lineOffsets.length ? lineOffsets[line + 1] : this._content.length;
			const endOffset = this.ensureBeforeEOL(nextLineOffset, startOffset);
			return {
				start: {
					line,
					character: 0
				},
				end: {
					line,
					character: endOffset - startOffset
				}
			};
		}
		getEOLCharacters(line) {
			const lineOffsets = this.getLineOffsets();
			if (line >= lineOffsets.length) return "";
			else if (line < 0) return "";
			const nextLineOffset = line + 1 < lineOffsets.length ? lineOffsets[line + 1] : this._content.length;
			const eolOffset = this.ensureBeforeEOL(nextLineOffset, lineOffsets[line]);
			return this._content.substring(eolOffset, nextLineOffset);
		}
		ensureBeforeEOL(offset, lineOffset) {
			while (offset > lineOffset && isEOL(this._content.charCodeAt(offset - 1))) offset--;
			return offset;
		}
		get lineCount() {
			return this.getLineOffsets().length;
		}
		static isIncremental(event) {
			const candidate = event;
			return candidate !== void 0 && candidate !== null && typeof candidate.text === "string" && candidate.range !== void 0 && (candidate.rangeLength === void 0 || typeof candidate.rangeLength === "number");
		}
		static isFull(event) {
			const candidate = event;
			return candidate !== void 0 && candidate !== null && typeof candidate.text === "string" && candidate.range === void 0 && candidate.rangeLength === void 0;
		}
	};
	(function(TextDocument) {
		/**
		* Creates a new text document.
		*
		* @param uri The document's uri.
		* @param languageId  The document's language Id.
		* @param version The document's initial version number.
		* @param content The document's content.
		*/
		function create(uri, languageId, version, content) {
			return new FullTextDocument(uri, languageId, version, content);
		}
		TextDocument.create = create;
		/**
		* Updates a TextDocument by modifying its content.
		*
		* @param document the document to update. Only documents created by TextDocument.create are valid inputs.
		* @param changes the changes to apply to the document.
		* @param version the changes version for the document.
		* @returns The updated TextDocument. Note: That's the same document instance passed in as first parameter.
		*
		*/
		function update(document, changes, version) {
			if (document instanceof FullTextDocument) {
				document.update(changes, version);
				return document;
			} else throw new Error("TextDocument.update: document must be created by TextDocument.create");
		}
		TextDocument.update = update;
		function applyEdits(document, edits) {
			const text = document.getText();
			const sortedEdits = mergeSort(edits.map(getWellformedEdit), (a, b) => {
				const diff = a.range.start.line - b.range.start.line;
				if (diff === 0) return a.range.start.character - b.range.start.character;
				return diff;
			});
			let lastModifiedOffset = 0;
			const spans = [];
			for (const e of sortedEdits) {
				const startOffset = document.offsetAt(e.range.start);
				if (startOffset < lastModifiedOffset) throw new Error("Overlapping edit");
				else if (startOffset > lastModifiedOffset) spans.push(text.substring(lastModifiedOffset, startOffset));
				if (e.newText.length) spans.push(e.newText);
				lastModifiedOffset = document.offsetAt(e.range.end);
			}
			spans.push(text.substr(lastModifiedOffset));
			return spans.join("");
		}
		TextDocument.applyEdits = applyEdits;
	})(TextDocument || (TextDocument = {}));
}));
// node_modules/dockerfile-ast/lib/parserDirective.js
var require_parserDirective = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ParserDirective = void 0;
	const main_1 = require_main();
	const line_1 = require_line();
	var ParserDirective = class extends line_1.Line {
		constructor(document, range, nameRange, valueRange) {
			super(document, range);
			this.nameRange = nameRange;
			this.valueRange = valueRange;
		}
		toString() {
			return "# " + this.getName() + "=" + this.getValue();
		}
		getNameRange() {
			return this.nameRange;
		}
		getValueRange() {
			return this.valueRange;
		}
		getName() {
			return this.document.getText().substring(this.document.offsetAt(this.nameRange.start), this.document.offsetAt(this.nameRange.end));
		}
		getValue() {
			return this.document.getText().substring(this.document.offsetAt(this.valueRange.start), this.document.offsetAt(this.valueRange.end));
		}
		getDirective() {
			const directive = main_1.Directive[this.getName().toLowerCase()];
			return directive === void 0 ? null : directive;
		}
	};
	exports.ParserDirective = ParserDirective;
}));
// node_modules/dockerfile-ast/lib/heredoc.js
var require_heredoc = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Heredoc = void 0;
	/**
	* Heredoc represents a here-document that has been embedded in a
	* Dockerfile.
	*
	* This API is experimental and subject to change.
	*/
	var Heredoc = class {
		constructor(startRange, name, nameRange, contentRange, endRange) {
			this.startRange = startRange;
			this.name = name;
			this.nameRange = nameRange;
			this.contentRange = contentRange;
			this.endRange = endRange;
		}
		/**
		* Returns the name of the here-document.
		*
		* This API is experimental and subject to change.
		*/
		getName() {
			return this.name;
		}
		/**
		* Returns the range of the start operator and the name. If the
		* here-document is initialized with <<EOT then the start range would
		* encompass all five characters.
		*
		* This API is experimental and subject to change.
		*/
		getStartRange() {
			return this.startRange;
		}
		/**
		* Returns the range of this here-document's name that is declared at
		* the beginning of the here-document with the operator. If the
		* here-document is initialized with <<EOT then the name range would
		* encompass the latter three "EOT" characters.
		*
		* This API is experimental and subject to change.
		*/
		getNameRange() {
			return this.nameRange;
		}
		/**
		* Returns the range of the content of this here-document. This may
		* be null if the here-document has no content because:
		* - the start range is the only thing that was declared
		* - the end range was declared immediately and there is no content
		*
		* This API is experimental and subject to change.
		*/
		getContentRange() {
			return this.contentRange;
		}
		/**
		* Returns the range of the here-document's name on a line that
		* represents the end of the here-document.
		*
		* This API is experimental and subject to change.
		*/
		getDelimiterRange() {
			return this.endRange;
		}
	};
	exports.Heredoc = Heredoc;
}));
// node_modules/dockerfile-ast/lib/variable.js
var require_variable = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Variable = void 0;
	var Variable = class {
		constructor(name, nameRange, range, modifier, modifierRange, substitutionParameter, substitutionRange, defined, buildVariable, stringValue) {
			this.name = name;
			this.nameRange = nameRange;
			this.range = range;
			this.modifier = modifier;
			this.modifierRange = modifierRange;
			this.substitutionParameter = substitutionParameter;
			this.substitutionRange = substitutionRange;
			this.defined = defined;
			this.buildVariable = buildVariable;
			this.stringValue = stringValue;
		}
		toString() {
			return this.stringValue;
		}
		getName() {
			return this.name;
		}
		getNameRange() {
			return this.nameRange;
		}
		/**
		* Returns the range of the entire variable. This includes the symbols for
		* the declaration of the variable such as the $, {, and } symbols.
		*
		* @return the range in the document that this variable encompasses in its
		*         entirety
		*/
		getRange() {
			return this.range;
		}
		/**
		* Returns the modifier character that has been set for
		* specifying how this variable should be expanded and resolved.
		* If this variable is ${variable:+value} then the modifier
		* character is '+'. Will be the empty string if the variable is
		* declared as ${variable:}. Otherwise, will be null if this
		* variable will not use variable substitution at all (such as
		* ${variable} or $variable).
		*
		* @return this variable's modifier character, or the empty
		*         string if it does not have one, or null if this
		*         variable will not use variable substitution
		*/
		getModifier() {
			return this.modifier;
		}
		getModifierRange() {
			return this.modifierRange;
		}
		/**
		* Returns the parameter that will be used for substitution if
		* this variable uses modifiers to define how its value should be
		* resolved. If this variable is ${variable:+value} then the
		* substitution value will be 'value'. Will be the empty string
		* if the variable is declared as ${variable:+} or some other
		* variant where the only thing that follows the modifier
		* character (excluding considerations of escape characters and
		* so on) is the variable's closing bracket. May be null if this
		* variable does not have a modifier character defined (such as
		* ${variable} or $variable).
		*
		* @return this variable's substitution parameter, or the empty
		*         string if it does not have one, or null if there is
		*         not one defined
		*/
		getSubstitutionParameter() {
			return this.substitutionParameter;
		}
		getSubstitutionRange() {
			return this.substitutionRange;
		}
		/**
		* Returns whether this variable has been defined or not.
		*
		* @return true if this variable has been defined, false otherwise
		*/
		isDefined() {
			return this.defined;
		}
		isBuildVariable() {
			return this.buildVariable === true;
		}
		isEnvironmentVariable() {
			return this.buildVariable === false;
		}
	};
	exports.Variable = Variable;
}));
// node_modules/dockerfile-ast/lib/instruction.js
var require_instruction = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Instruction = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const util_1 = require_util();
	const line_1 = require_line();
	const argument_1 = require_argument();
	const heredoc_1 = require_heredoc();
	const variable_1 = require_variable();
	const main_1 = require_main();
	var Instruction = class extends line_1.Line {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range);
			this.dockerfile = dockerfile;
			this.escapeChar = escapeChar;
			this.instruction = instruction;
			this.instructionRange = instructionRange;
		}
		toString() {
			let value = this.getKeyword();
			for (let arg of this.getRawArguments()) {
				value += " ";
				value += arg.getValue();
			}
			return value;
		}
		getRangeContent(range) {
			if (range === null) return null;
			return this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
		}
		getInstructionRange() {
			return this.instructionRange;
		}
		getInstruction() {
			return this.instruction;
		}
		getKeyword() {
			return this.getInstruction().toUpperCase();
		}
		getArgumentsRange() {
			let args = this.getArguments();
			if (args.length === 0) return null;
			return vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end);
		}
		getArgumentsRanges() {
			let args = this.getArguments();
			if (args.length === 0) return [];
			if (args[0].getRange().start.line === args[args.length - 1].getRange().end.line) return [vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end)];
			let ranges = [];
			let end = -1;
			let startPosition = args[0].getRange().start;
			let range = this.getInstructionRange();
			let extra = this.document.offsetAt(startPosition) - this.document.offsetAt(range.start);
			let fullArgs = this.getTextContent().substring(extra, this.document.offsetAt(args[args.length - 1].getRange().end) - this.document.offsetAt(range.start));
			let offset = this.document.offsetAt(range.start) + extra;
			let comment = false;
			for (let i = 0; i < fullArgs.length; i++) {
				let char = fullArgs.charAt(i);
				if (char === this.escapeChar) {
					let next = fullArgs.charAt(i + 1);
					if (next === " " || next === "	") whitespaceCheck: for (let j = i + 2; j < fullArgs.length; j++) switch (fullArgs.charAt(j)) {
						case " ":
						case "	": continue;
						case "\r": j++;
						case "\n":
							if (startPosition !== null) ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
							startPosition = null;
							comment = false;
							i = j;
							break whitespaceCheck;
						default: break whitespaceCheck;
					}
					else if (next === "\r") {
						if (startPosition !== null) {
							ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
							startPosition = null;
						}
						comment = false;
						i += 2;
					} else if (next === "\n") {
						if (startPosition !== null) ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
						startPosition = null;
						comment = false;
						i++;
					} else i++;
				} else if (util_1.Util.isNewline(char)) {
					if (comment) {
						startPosition = null;
						comment = false;
					}
				} else if (!comment) {
					if (startPosition === null) {
						if (char === "#") {
							comment = true;
							continue;
						}
						let position = this.document.positionAt(offset + i);
						if (position.character !== 0) startPosition = vscode_languageserver_types_1.Position.create(position.line, 0);
					}
					end = i;
				}
			}
			if (startPosition === null) ranges.push(vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + end), this.document.positionAt(offset + end + 1)));
			else ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
			return ranges;
		}
		getRawArgumentsContent() {
			let args = this.getArguments();
			if (args.length === 0) return null;
			return this.getRangeContent(vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end));
		}
		getArgumentsContent() {
			if (this.getArguments().length === 0) return null;
			let content = "";
			let ranges = this.getArgumentsRanges();
			let documentText = this.document.getText();
			for (let range of ranges) content += documentText.substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
			return content;
		}
		getArguments() {
			return this.getRawArguments();
		}
		getRawArguments() {
			let args = [];
			let range = this.getInstructionRange();
			let extra = this.document.offsetAt(range.end) - this.document.offsetAt(range.start);
			let fullArgs = this.getTextContent().substring(extra);
			let offset = this.document.offsetAt(range.start) + extra;
			let start = false;
			let comment = false;
			let found = -1;
			let escapedWhitespaceDetected = false;
			let escaping = false;
			let escapeMarker = -1;
			let escapedArg = "";
			for (let i = 0; i < fullArgs.length; i++) {
				let char = fullArgs.charAt(i);
				if (util_1.Util.isWhitespace(char)) {
					if (escaping) {
						escapedWhitespaceDetected = true;
						if (util_1.Util.isNewline(char)) {
							escapedWhitespaceDetected = false;
							if (comment) {
								comment = false;
								start = true;
							}
						}
						continue;
					} else if (found !== -1) {
						if (escapeMarker === -1) args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + i))));
						else args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
						escapeMarker = -1;
						escapedArg = "";
						found = -1;
					}
				} else if (char === this.escapeChar) {
					let next = fullArgs.charAt(i + 1);
					if (next === " " || next === "	") whitespaceCheck: for (let j = i + 2; j < fullArgs.length; j++) switch (fullArgs.charAt(j)) {
						case " ":
						case "	": continue;
						case "\r": j++;
						case "\n":
							comment = false;
							escaping = true;
							start = true;
							if (found !== -1) escapeMarker = i;
							i = j;
							break whitespaceCheck;
						default:
							escapeMarker = i;
							if (found === -1) i = j - 1;
							break whitespaceCheck;
					}
					else if (next === "\r") {
						comment = false;
						escaping = true;
						start = true;
						if (found !== -1 && escapeMarker === -1) escapeMarker = i;
						i += 2;
					} else if (next === "\n") {
						comment = false;
						escaping = true;
						start = true;
						if (found !== -1 && escapeMarker === -1) escapeMarker = i;
						i++;
					} else {
						if (escapedWhitespaceDetected && escapeMarker !== -1) {
							args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
							escapedArg = "";
							found = -1;
						}
						escapeMarker = -1;
						escapedWhitespaceDetected = false;
						escaping = false;
						if (next === "$") escapedArg = escapedArg + char + next;
						else if (next === "") break;
						else escapedArg = escapedArg + next;
						if (found === -1) found = i;
						i++;
					}
				} else if (!comment) {
					if (start && char === "#") comment = true;
					else {
						if (escapedWhitespaceDetected && escapeMarker !== -1) {
							args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
							escapedArg = "";
							found = -1;
						}
						escapedWhitespaceDetected = false;
						escaping = false;
						escapeMarker = -1;
						escapedArg = escapedArg + char;
						if (found === -1) found = i;
					}
					start = false;
				}
			}
			if (found !== -1) {
				if (escapeMarker === -1) args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + fullArgs.length))));
				else args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
			}
			return args;
		}
		getExpandedArguments() {
			let args = this.getArguments();
			for (let i = 0; i < args.length; i++) {
				const argRange = args[i].getRange();
				let offset = this.document.offsetAt(argRange.start);
				const variables = this.parseVariables(offset, args[i].getValue());
				const swaps = [];
				let requiresExpansion = false;
				for (let variable of variables) {
					const value = this.dockerfile.resolveVariable(variable.getName(), variable.getNameRange().start.line);
					swaps.push(value);
					requiresExpansion = requiresExpansion || value !== void 0;
				}
				if (requiresExpansion) {
					let expanded = "";
					for (let j = 0; j < swaps.length; j++) {
						const variableRange = variables[j].getRange();
						const start = this.document.offsetAt(variableRange.start);
						const end = this.document.offsetAt(variableRange.end);
						if (swaps[j]) {
							expanded += this.document.getText().substring(offset, start);
							expanded += swaps[j];
							offset = end;
						} else {
							expanded += this.document.getText().substring(offset, end);
							offset = end;
						}
					}
					const argEnd = this.document.offsetAt(argRange.end);
					if (argEnd !== offset) expanded += this.document.getText().substring(offset, argEnd);
					args[i] = new argument_1.Argument(expanded, argRange);
				}
			}
			return args;
		}
		getVariables() {
			const variables = [];
			const args = this.getRawArguments();
			for (const arg of args) {
				let range = arg.getRange();
				let rawValue = this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
				const parsedVariables = this.parseVariables(this.document.offsetAt(arg.getRange().start), rawValue);
				for (const parsedVariable of parsedVariables) variables.push(parsedVariable);
			}
			return variables;
		}
		parseVariables(offset, arg) {
			let variables = [];
			variableLoop: for (let i = 0; i < arg.length; i++) switch (arg.charAt(i)) {
				case this.escapeChar:
					if (arg.charAt(i + 1) === "$") i++;
					break;
				case "$":
					if (arg.charAt(i + 1) === "{") {
						let escapedString = "${";
						let escapedName = "";
						let nameEnd = -1;
						let escapedSubstitutionParameter = "";
						let substitutionStart = -1;
						let substitutionEnd = -1;
						let modifierRead = -1;
						nameLoop: for (let j = i + 2; j < arg.length; j++) {
							let char = arg.charAt(j);
							switch (char) {
								case this.escapeChar:
									for (let k = j + 1; k < arg.length; k++) switch (arg.charAt(k)) {
										case " ":
										case "	":
										case "\r": continue;
										case "\n":
											j = k;
											continue nameLoop;
									}
									break;
								case "}":
									escapedString += "}";
									let modifier = null;
									let modifierRange = null;
									let substitutionParameter = modifierRead !== -1 ? escapedSubstitutionParameter : null;
									let substitutionRange = null;
									if (nameEnd === -1) nameEnd = j;
									else if (nameEnd + 1 === j) {
										modifier = "";
										modifierRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + nameEnd + 1), this.document.positionAt(offset + nameEnd + 1));
									} else {
										if (substitutionStart === -1) {
											substitutionStart = modifierRead + 1;
											substitutionEnd = modifierRead + 1;
										} else substitutionEnd = substitutionEnd + 1;
										modifier = arg.substring(modifierRead, modifierRead + 1);
										modifierRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + modifierRead), this.document.positionAt(offset + modifierRead + 1));
										substitutionRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + substitutionStart), this.document.positionAt(offset + substitutionEnd));
									}
									let start = this.document.positionAt(offset + i);
									variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 2), this.document.positionAt(offset + nameEnd)), vscode_languageserver_types_1.Range.create(start, this.document.positionAt(offset + j + 1)), modifier, modifierRange, substitutionParameter, substitutionRange, this.dockerfile.resolveVariable(escapedName, start.line) !== void 0, this.isBuildVariable(escapedName, start.line), escapedString));
									i = j;
									continue variableLoop;
								case ":":
									if (nameEnd === -1) nameEnd = j;
									else if (modifierRead !== -1) {
										if (substitutionStart === -1) {
											substitutionStart = j;
											substitutionEnd = j;
										} else substitutionEnd = j;
										escapedSubstitutionParameter += ":";
									} else modifierRead = j;
									escapedString += ":";
									break;
								case "\n":
								case "\r":
								case " ":
								case "	": break;
								default:
									if (nameEnd === -1) escapedName += char;
									else if (modifierRead !== -1) {
										if (substitutionStart === -1) {
											substitutionStart = j;
											substitutionEnd = j;
										} else substitutionEnd = j;
										escapedSubstitutionParameter += char;
									} else modifierRead = j;
									escapedString += char;
							}
						}
						break variableLoop;
					} else if (util_1.Util.isWhitespace(arg.charAt(i + 1)) || i === arg.length - 1) continue;
					else {
						let escapedName = "";
						nameLoop: for (let j = i + 1; j < arg.length; j++) {
							let char = arg.charAt(j);
							switch (char) {
								case "\r":
								case "\n":
								case " ":
								case "	": continue;
								case "$":
								case "'":
								case "\"":
									let varStart = this.document.positionAt(offset + i);
									variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(varStart, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, varStart.line) !== void 0, this.isBuildVariable(escapedName, varStart.line), "$" + escapedName));
									i = j - 1;
									continue variableLoop;
								case this.escapeChar:
									for (let k = j + 1; k < arg.length; k++) switch (arg.charAt(k)) {
										case " ":
										case "	":
										case "\r": continue;
										case "\n":
											j = k;
											continue nameLoop;
									}
									let start = this.document.positionAt(offset + i);
									variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(start, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, start.line) !== void 0, this.isBuildVariable(escapedName, start.line), "$" + escapedName));
									break variableLoop;
							}
							if (char.match(/^[a-z0-9_]+$/i) === null) {
								let varStart = this.document.positionAt(offset + i);
								variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(varStart, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, varStart.line) !== void 0, this.isBuildVariable(escapedName, varStart.line), "$" + escapedName));
								i = j - 1;
								continue variableLoop;
							}
							escapedName += char;
						}
						let start = this.document.positionAt(offset + i);
						variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + arg.length)), vscode_languageserver_types_1.Range.create(start, this.document.positionAt(offset + arg.length)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, start.line) !== void 0, this.isBuildVariable(escapedName, start.line), "$" + escapedName));
					}
					break variableLoop;
			}
			return variables;
		}
		isBuildVariable(variable, line) {
			if (this.getKeyword() === main_1.Keyword.FROM) {
				for (const initialArg of this.dockerfile.getInitialARGs()) {
					const property = initialArg.getProperty();
					if (property && variable === property.getName()) return true;
				}
				return;
			}
			let image = this.dockerfile.getContainingImage(vscode_languageserver_types_1.Position.create(line, 0));
			let envs = image.getENVs();
			for (let i = envs.length - 1; i >= 0; i--) if (envs[i].isBefore(line)) {
				for (let property of envs[i].getProperties()) if (property.getName() === variable) return false;
			}
			let args = image.getARGs();
			for (let i = args.length - 1; i >= 0; i--) if (args[i].isBefore(line)) {
				let property = args[i].getProperty();
				if (property && property.getName() === variable) return true;
			}
		}
		createSingleLineHeredocs(args) {
			const heredocs = [];
			for (const arg of args) {
				const value = arg.getValue();
				if (value.startsWith("<<") && util_1.Util.parseHeredocName(value) !== null) {
					const startRange = arg.getRange();
					const nameRange = this.getNameRange(startRange);
					const name = this.getName(nameRange);
					heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, null, null));
				}
			}
			return heredocs;
		}
		getName(nameRange) {
			const content = this.document.getText(nameRange);
			let escaping = false;
			let name = "";
			nameLoop: for (let i = 0; i < content.length; i++) {
				const ch = content.charAt(i);
				switch (ch) {
					case this.escapeChar:
						escaping = true;
						for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
							case " ":
							case "	": break;
							case "\r":
								i = j + 1;
								continue nameLoop;
							case "\n":
								i = j;
								continue nameLoop;
							default:
								name += content.charAt(j);
								i = j;
								continue nameLoop;
						}
						break;
					case "#": if (escaping) for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
						case "\n":
							i = j;
							continue nameLoop;
					}
					case " ":
					case "	":
					case "\r":
					case "\n": if (escaping) break;
					default: name += ch;
				}
			}
			return name;
		}
		getNameRange(startRange) {
			const content = this.document.getText(startRange);
			let endFound = false;
			let searchHyphen = false;
			let start = -1;
			let end = -1;
			let escaping = false;
			let quote = null;
			contentLoop: for (let i = 0; i < content.length; i++) {
				const ch = content.charAt(i);
				switch (ch) {
					case "\"":
					case "'":
						if (quote === ch) break contentLoop;
						quote = ch;
						continue;
					case this.escapeChar:
						for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
							case "\n":
								escaping = true;
								j = i;
								continue contentLoop;
						}
						break;
					case " ":
					case "	":
					case "\r":
					case "\n": break;
					case "<":
						if (endFound) searchHyphen = true;
						else endFound = true;
						break;
					case "-": if (searchHyphen) {
						searchHyphen = false;
						break;
					}
					case "#": if (escaping) for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
						case "\n":
							i = j;
							continue contentLoop;
					}
					default:
						if (start === -1) start = i;
						if (quote !== null) {
							end = i + 1;
							break;
						}
						break contentLoop;
				}
			}
			if (start === -1) return vscode_languageserver_types_1.Range.create(startRange.end, startRange.end);
			const nameStart = this.document.positionAt(this.document.offsetAt(startRange.start) + start);
			const nameEnd = quote !== null ? this.document.positionAt(this.document.offsetAt(startRange.start) + end) : startRange.end;
			return vscode_languageserver_types_1.Range.create(nameStart, nameEnd);
		}
		getHeredocs() {
			const args = this.getArguments();
			if (args.length === 0) return [];
			const heredocs = [];
			const range = this.getRange();
			if (range.start.line === range.end.line) return this.createSingleLineHeredocs(args);
			const heredocDefinitions = [];
			let heredocsProcessed = false;
			let escaping = false;
			let contentStart = -1;
			let contentEnd = -1;
			let lineStart = -1;
			let currentHeredoc = 0;
			const startOffset = this.document.offsetAt(args[0].getRange().start);
			const content = this.getRangeContent(vscode_languageserver_types_1.Range.create(args[0].getRange().start, this.getRange().end));
			contentLoop: for (let i = 0; i < content.length; i++) switch (content.charAt(i)) {
				case this.escapeChar:
					escaping = true;
					for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
						case " ":
						case "	": break;
						case "\r": j++;
						case "\n":
							i = j;
							continue contentLoop;
						default:
							i = j;
							continue contentLoop;
					}
					break;
				case "\r": break;
				case "\n":
					if (escaping) break;
					if (heredocsProcessed) {
						if (contentStart === -1) contentStart = i;
						contentEnd = i;
						const arg = heredocDefinitions[currentHeredoc];
						const startRange = arg.getRange();
						const nameRange = this.getNameRange(startRange);
						const name = this.getName(nameRange);
						const delimiterRange = this.getDelimiterRange(arg, name, vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + lineStart), this.document.positionAt(startOffset + i)));
						if (delimiterRange !== null) {
							const contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), this.document.positionAt(startOffset + lineStart - 1));
							heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, contentRange, delimiterRange));
							contentStart = -1;
							currentHeredoc++;
						}
						lineStart = -1;
					} else {
						const offsetLimit = startOffset + i;
						for (const arg of args) if (this.document.offsetAt(arg.getRange().start) < offsetLimit) {
							if (arg.getValue().startsWith("<<")) heredocDefinitions.push(arg);
						} else break;
						heredocsProcessed = true;
						lineStart = -1;
						continue contentLoop;
					}
					break;
				case " ":
				case "	": if (escaping) break;
				case "#": if (escaping) for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
					case "\n":
						i = j;
						continue contentLoop;
				}
				default:
					if (escaping) escaping = false;
					if (heredocsProcessed) {
						if (contentStart === -1) contentStart = i;
						if (lineStart === -1) lineStart = i;
					}
			}
			if (heredocsProcessed) {
				const arg = heredocDefinitions[currentHeredoc];
				const startRange = arg.getRange();
				const nameRange = this.getNameRange(startRange);
				const name = this.getName(nameRange);
				let contentRange = null;
				const delimiterRange = this.getDelimiterRange(arg, name, vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + lineStart), range.end));
				if (delimiterRange === null) contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), range.end);
				else if (contentEnd !== -1) contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), this.document.positionAt(startOffset + contentEnd));
				heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, contentRange, delimiterRange));
				currentHeredoc++;
				for (let i = currentHeredoc; i < heredocDefinitions.length; i++) {
					const startRange = heredocDefinitions[currentHeredoc].getRange();
					const nameRange = this.getNameRange(startRange);
					const name = this.getName(nameRange);
					heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, null, null));
					currentHeredoc++;
				}
			} else return this.createSingleLineHeredocs(args);
			return heredocs;
		}
		getDelimiterRange(startArg, name, candidateRange) {
			const text = this.document.getText(candidateRange);
			if (startArg.getValue().startsWith("<<-")) {
				let index = 0;
				while (text.charAt(index) === "	") index++;
				if (text.substring(index) === name) return vscode_languageserver_types_1.Range.create(vscode_languageserver_types_1.Position.create(candidateRange.start.line, index), candidateRange.end);
				return null;
			}
			return text === name ? candidateRange : null;
		}
	};
	exports.Instruction = Instruction;
}));
// node_modules/dockerfile-ast/lib/flagOption.js
var require_flagOption = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.FlagOption = void 0;
	var FlagOption = class {
		constructor(range, name, nameRange, value, valueRange) {
			this.range = range;
			this.name = name;
			this.nameRange = nameRange;
			this.value = value;
			this.valueRange = valueRange;
		}
		toString() {
			if (this.valueRange !== null) return this.name + "=" + this.value;
			return this.name;
		}
		getRange() {
			return this.range;
		}
		getName() {
			return this.name;
		}
		getNameRange() {
			return this.nameRange;
		}
		getValue() {
			return this.value;
		}
		getValueRange() {
			return this.valueRange;
		}
	};
	exports.FlagOption = FlagOption;
}));
// node_modules/dockerfile-ast/lib/flag.js
var require_flag = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Flag = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const flagOption_1 = require_flagOption();
	var Flag = class {
		constructor(document, range, name, nameRange, value, valueRange) {
			this.options = [];
			this.range = range;
			this.name = name;
			this.nameRange = nameRange;
			this.value = value;
			this.valueRange = valueRange;
			if (this.value !== null) {
				let offset = document.offsetAt(valueRange.start);
				let nameStart = -1;
				let valueStart = -1;
				let hasOptions = false;
				for (let i = 0; i < value.length; i++) switch (value.charAt(i)) {
					case "=":
						hasOptions = true;
						if (valueStart === -1) {
							valueStart = i + 1;
							break;
						}
						break;
					case ",":
						this.options.push(this.createFlagOption(document, value, offset, nameStart, valueStart, i));
						nameStart = -1;
						valueStart = -1;
						break;
					default: if (nameStart === -1) nameStart = i;
				}
				if (hasOptions && nameStart !== -1) this.options.push(this.createFlagOption(document, value, offset, nameStart, valueStart, value.length));
			}
		}
		createFlagOption(document, content, documentOffset, nameStart, valueStart, valueEnd) {
			const optionRange = vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + nameStart), document.positionAt(documentOffset + valueEnd));
			if (valueStart === -1) return new flagOption_1.FlagOption(optionRange, content.substring(nameStart, valueEnd), optionRange, null, null);
			return new flagOption_1.FlagOption(optionRange, content.substring(nameStart, valueStart - 1), vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + nameStart), document.positionAt(documentOffset + valueStart - 1)), content.substring(valueStart, valueEnd), vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + valueStart), document.positionAt(documentOffset + valueEnd)));
		}
		toString() {
			if (this.valueRange) return "--" + this.name + "=" + this.value;
			return "--" + this.name;
		}
		/**
		* Returns the range that encompasses this entire flag. This includes the
		* -- prefix in the beginning to the last character of the flag's value (if
		* it has been defined).
		*
		* @return the entire range of this flag
		*/
		getRange() {
			return this.range;
		}
		/**
		* Returns the name of this flag. The name does not include the -- prefix.
		* Thus, for HEALTHCHECK's --interval flag, interval is the flag's name and
		* not --interval.
		*
		* @return this flag's name
		*/
		getName() {
			return this.name;
		}
		/**
		* Returns the range that encompasses the flag's name
		*
		* @return the range containing the flag's name
		*/
		getNameRange() {
			return this.nameRange;
		}
		/**
		* Returns the value that has been set to this flag. May be null if the
		* flag is invalid and has no value set like a --start-period. If the flag
		* is instead a --start-period= with an equals sign then the flag's value
		* is the empty string.
		*
		* @return this flag's value if it has been defined, null otherwise
		*/
		getValue() {
			return this.value;
		}
		/**
		* Returns the range that encompasses this flag's value. If no value has
		* been set then null will be returned.
		*
		* @return the range containing this flag's value, or null if the flag
		*         has no value defined
		*/
		getValueRange() {
			return this.valueRange;
		}
		getOption(name) {
			for (const option of this.options) if (option.getName() === name) return option;
			return null;
		}
		getOptions() {
			return this.options;
		}
		hasOptions() {
			return this.options.length > 0;
		}
	};
	exports.Flag = Flag;
}));
// node_modules/dockerfile-ast/lib/modifiableInstruction.js
var require_modifiableInstruction = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ModifiableInstruction = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const flag_1 = require_flag();
	const instruction_1 = require_instruction();
	var ModifiableInstruction = class extends instruction_1.Instruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		getFlags() {
			if (!this.flags) {
				this.flags = [];
				for (let arg of this.getArguments()) {
					let value = arg.getValue();
					if (this.stopSearchingForFlags(value)) return this.flags;
					else if (value.indexOf("--") === 0) {
						let range = arg.getRange();
						let rawValue = this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
						let nameIndex = value.indexOf("=");
						let index = rawValue.indexOf("=");
						let firstMatch = false;
						let secondMatch = false;
						let startIndex = -1;
						nameSearchLoop: for (let i = 0; i < rawValue.length; i++) switch (rawValue.charAt(i)) {
							case "\\":
							case " ":
							case "	":
							case "\r":
							case "\n": break;
							case "-":
								if (secondMatch) {
									startIndex = i;
									break nameSearchLoop;
								} else if (firstMatch) secondMatch = true;
								else firstMatch = true;
								break;
							default:
								startIndex = i;
								break nameSearchLoop;
						}
						let nameStart = this.document.positionAt(this.document.offsetAt(range.start) + startIndex);
						if (index === -1) this.flags.push(new flag_1.Flag(this.document, range, value.substring(2), vscode_languageserver_types_1.Range.create(nameStart, range.end), null, null));
						else if (index === value.length - 1) {
							let nameEnd = this.document.positionAt(this.document.offsetAt(range.start) + index);
							this.flags.push(new flag_1.Flag(this.document, range, value.substring(2, index), vscode_languageserver_types_1.Range.create(nameStart, nameEnd), "", vscode_languageserver_types_1.Range.create(range.end, range.end)));
						} else {
							let nameEnd = this.document.positionAt(this.document.offsetAt(range.start) + index);
							this.flags.push(new flag_1.Flag(this.document, range, value.substring(2, nameIndex), vscode_languageserver_types_1.Range.create(nameStart, nameEnd), value.substring(nameIndex + 1), vscode_languageserver_types_1.Range.create(this.document.positionAt(this.document.offsetAt(range.start) + index + 1), range.end)));
						}
					}
				}
			}
			return this.flags;
		}
		getArguments() {
			const args = super.getArguments();
			const flags = this.getFlags();
			if (flags.length === 0) return args;
			for (let i = 0; i < flags.length; i++) args.shift();
			return args;
		}
	};
	exports.ModifiableInstruction = ModifiableInstruction;
}));
// node_modules/dockerfile-ast/lib/jsonInstruction.js
var require_jsonInstruction = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.JSONInstruction = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const argument_1 = require_argument();
	const jsonArgument_1 = require_jsonArgument();
	const modifiableInstruction_1 = require_modifiableInstruction();
	var JSONInstruction = class extends modifiableInstruction_1.ModifiableInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
			this.openingBracket = null;
			this.closingBracket = null;
			this.jsonStrings = [];
			const argsContent = this.getRawArgumentsContent();
			if (argsContent === null) return;
			const args = this.getArguments();
			if (args.length === 1 && args[0].getValue() === "[]") {
				let argRange = args[0].getRange();
				this.openingBracket = new argument_1.Argument("[", vscode_languageserver_types_1.Range.create(argRange.start.line, argRange.start.character, argRange.start.line, argRange.start.character + 1));
				this.closingBracket = new argument_1.Argument("]", vscode_languageserver_types_1.Range.create(argRange.start.line, argRange.start.character + 1, argRange.end.line, argRange.end.character));
				return;
			} else if (args.length === 2 && args[0].getValue() === "[" && args[1].getValue() === "]") {
				this.openingBracket = args[0];
				this.closingBracket = args[1];
				return;
			}
			const argsOffset = document.offsetAt(this.getArgumentsRange().start);
			let start = -1;
			let last = "";
			let quoted = false;
			let escapedArg = "";
			argsCheck: for (let i = 0; i < argsContent.length; i++) {
				let char = argsContent.charAt(i);
				switch (char) {
					case "[":
						if (last === "") {
							this.openingBracket = new argument_1.Argument("[", vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + i), document.positionAt(argsOffset + i + 1)));
							last = "[";
						} else if (quoted) escapedArg = escapedArg + char;
						else break argsCheck;
						break;
					case "\"":
						if (last === "[" || last === ",") {
							start = i;
							quoted = true;
							last = "\"";
							escapedArg = escapedArg + char;
							continue;
						} else if (last === "\"") {
							if (quoted) {
								escapedArg = escapedArg + char;
								quoted = false;
								this.jsonStrings.push(new jsonArgument_1.JSONArgument(escapedArg, vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + start), document.positionAt(argsOffset + i + 1)), vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + start + 1), document.positionAt(argsOffset + i))));
								escapedArg = "";
							} else break argsCheck;
						} else break argsCheck;
						break;
					case ",":
						if (quoted) escapedArg = escapedArg + char;
						else if (last === "\"") last = ",";
						else break argsCheck;
						break;
					case "]":
						if (quoted) escapedArg = escapedArg + char;
						else if (last !== "") {
							this.closingBracket = new argument_1.Argument("]", vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + i), document.positionAt(argsOffset + i + 1)));
							break argsCheck;
						}
						break;
					case " ":
					case "	": break;
					case "\\":
						if (quoted) switch (argsContent.charAt(i + 1)) {
							case "\"":
							case "\\":
								escapedArg = escapedArg + argsContent.charAt(i + 1);
								i++;
								continue;
							case " ":
							case "	":
								escapeCheck: for (let j = i + 2; j < argsContent.length; j++) switch (argsContent.charAt(j)) {
									case "\r": j++;
									case "\n":
										i = j;
										continue argsCheck;
									case " ":
									case "	": break;
									default: break escapeCheck;
								}
								break;
							case "\r": i++;
							default:
								i++;
								continue;
						}
						else escapeCheck: for (let j = i + 1; j < argsContent.length; j++) switch (argsContent.charAt(j)) {
							case "\r": j++;
							case "\n":
								i = j;
								continue argsCheck;
							case " ":
							case "	": break;
							default: break escapeCheck;
						}
						break argsCheck;
					default:
						if (!quoted) break argsCheck;
						escapedArg = escapedArg + char;
				}
			}
		}
		stopSearchingForFlags(_value) {
			return true;
		}
		getOpeningBracket() {
			return this.openingBracket;
		}
		getJSONStrings() {
			return this.jsonStrings;
		}
		getClosingBracket() {
			return this.closingBracket;
		}
	};
	exports.JSONInstruction = JSONInstruction;
}));
// node_modules/dockerfile-ast/lib/instructions/add.js
var require_add = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Add = void 0;
	const jsonInstruction_1 = require_jsonInstruction();
	var Add = class extends jsonInstruction_1.JSONInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		stopSearchingForFlags(argument) {
			return argument.indexOf("--") === -1;
		}
	};
	exports.Add = Add;
}));
// node_modules/dockerfile-ast/lib/property.js
var require_property = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Property = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const util_1 = require_util();
	exports.Property = class Property {
		constructor(document, escapeChar, arg, arg2) {
			this.assignmentOperatorRange = null;
			this.assignmentOperator = null;
			this.valueRange = null;
			this.value = null;
			this.document = document;
			this.escapeChar = escapeChar;
			this.nameRange = Property.getNameRange(document, arg);
			let value = document.getText().substring(document.offsetAt(this.nameRange.start), document.offsetAt(this.nameRange.end));
			this.name = Property.getValue(value, escapeChar);
			if (arg2) {
				this.valueRange = arg2.getRange();
				value = document.getText().substring(document.offsetAt(this.valueRange.start), document.offsetAt(this.valueRange.end));
				this.value = Property.getValue(value, escapeChar);
				this.range = vscode_languageserver_types_1.Range.create(this.nameRange.start, this.valueRange.end);
			} else {
				let argRange = arg.getRange();
				if (this.nameRange.start.line === argRange.start.line && this.nameRange.start.character === argRange.start.character && this.nameRange.end.line === argRange.end.line && this.nameRange.end.character === argRange.end.character) {} else {
					this.valueRange = Property.getValueRange(document, arg);
					value = document.getText().substring(document.offsetAt(this.valueRange.start), document.offsetAt(this.valueRange.end));
					this.value = Property.getValue(value, escapeChar);
					this.assignmentOperatorRange = vscode_languageserver_types_1.Range.create(this.nameRange.end, this.valueRange.start);
					this.assignmentOperator = "=";
				}
				this.range = argRange;
			}
		}
		getRange() {
			return this.range;
		}
		getName() {
			return this.name;
		}
		getNameRange() {
			return this.nameRange;
		}
		getValue() {
			return this.value;
		}
		getValueRange() {
			return this.valueRange;
		}
		/**
		* Retrieves the operator used for delimiting between the name and
		* value of this property. This will either be the "=" character
		* or null if a character was not used or if this property has no
		* value defined.
		*/
		getAssignmentOperator() {
			return this.assignmentOperator;
		}
		getAssignmentOperatorRange() {
			return this.assignmentOperatorRange;
		}
		/**
		* Returns the value of this property including any enclosing
		* single or double quotes and relevant escape characters.
		* Escaped newlines and its associated contiguous whitespace
		* characters however will not be returned as they are deemed to
		* be uninteresting to clients trying to return a Dockerfile.
		*
		* @return the unescaped value of this property or null if this
		*         property has no associated value
		*/
		getUnescapedValue() {
			if (this.valueRange === null) return null;
			let escaped = false;
			let rawValue = "";
			let value = this.document.getText().substring(this.document.offsetAt(this.valueRange.start), this.document.offsetAt(this.valueRange.end));
			rawLoop: for (let i = 0; i < value.length; i++) {
				let char = value.charAt(i);
				switch (char) {
					case this.escapeChar:
						for (let j = i + 1; j < value.length; j++) switch (value.charAt(j)) {
							case "\r": j++;
							case "\n":
								escaped = true;
								i = j;
								continue rawLoop;
							case " ":
							case "	": break;
							default:
								rawValue = rawValue + char;
								continue rawLoop;
						}
						rawValue = rawValue + char;
						break;
					case "\r":
					case "\n": break;
					case " ":
					case "	":
						if (!escaped) rawValue = rawValue + char;
						break;
					case "#":
						if (escaped) for (let j = i + 1; j < value.length; j++) switch (value.charAt(j)) {
							case "\r": j++;
							case "\n":
								i = j;
								continue rawLoop;
						}
						else rawValue = rawValue + char;
						break;
					default:
						rawValue = rawValue + char;
						escaped = false;
				}
			}
			return rawValue;
		}
		static getNameRange(document, arg) {
			let value = arg.getValue();
			let index = value.indexOf("=");
			if (index !== -1) {
				let initial = value.charAt(0);
				let before = value.charAt(index - 1);
				if (initial === "\"" && before === "\"" || initial === "'" && before === "'" || initial !== "\"" && initial !== "'") return vscode_languageserver_types_1.Range.create(arg.getRange().start, document.positionAt(document.offsetAt(arg.getRange().start) + index));
			}
			return arg.getRange();
		}
		static getValueRange(document, arg) {
			return vscode_languageserver_types_1.Range.create(document.positionAt(document.offsetAt(arg.getRange().start) + arg.getValue().indexOf("=") + 1), document.positionAt(document.offsetAt(arg.getRange().end)));
		}
		/**
		* Returns the actual value of this key-value pair. The value will
		* have its escape characters removed if applicable. If the value
		* spans multiple lines and there are comments nested within the
		* lines, they too will be removed.
		*
		* @return the value that this key-value pair will actually be, may
		*         be null if no value is defined, may be the empty string
		*         if the value only consists of whitespace
		*/
		static getValue(value, escapeChar) {
			let escaped = false;
			const skip = util_1.Util.findLeadingNonWhitespace(value, escapeChar);
			if (skip !== 0 && value.charAt(skip) === "#") escaped = true;
			value = value.substring(skip);
			let first = value.charAt(0);
			let last = value.charAt(value.length - 1);
			let literal = first === "'" || first === "\"";
			let inSingle = first === "'" && last === "'";
			let inDouble = false;
			if (first === "\"") {
				for (let i = 1; i < value.length; i++) if (value.charAt(i) === escapeChar) i++;
				else if (value.charAt(i) === "\"" && i === value.length - 1) inDouble = true;
			}
			if (inSingle || inDouble) value = value.substring(1, value.length - 1);
			let commentCheck = -1;
			let escapedValue = "";
			parseValue: for (let i = 0; i < value.length; i++) {
				let char = value.charAt(i);
				switch (char) {
					case escapeChar:
						if (i + 1 === value.length) {
							escapedValue = escapedValue + escapeChar;
							break parseValue;
						}
						char = value.charAt(i + 1);
						if (char === " " || char === "	") whitespaceCheck: for (let j = i + 2; j < value.length; j++) {
							let char2 = value.charAt(j);
							switch (char2) {
								case " ":
								case "	": break;
								case "\r": j++;
								case "\n":
									escaped = true;
									i = j;
									continue parseValue;
								default:
									if (!inDouble && !inSingle && !literal) {
										if (char2 === escapeChar) {
											escapedValue = escapedValue + char;
											i = i + 1;
										} else {
											escapedValue = escapedValue + char + char2;
											i = j;
										}
										continue parseValue;
									}
									break whitespaceCheck;
							}
						}
						if (inDouble) {
							if (char === "\r") {
								escaped = true;
								i = i + 2;
							} else if (char === "\n") {
								escaped = true;
								i++;
							} else if (char !== "\"") {
								if (char === escapeChar) i++;
								escapedValue = escapedValue + escapeChar;
							}
							continue parseValue;
						} else if (inSingle || literal) {
							if (char === "\r") {
								escaped = true;
								i = i + 2;
							} else if (char === "\n") {
								escaped = true;
								i++;
							} else escapedValue = escapedValue + escapeChar;
							continue parseValue;
						} else if (char === escapeChar) {
							escapedValue = escapedValue + escapeChar;
							i++;
						} else if (char === "\r") {
							escaped = true;
							i = i + 2;
						} else if (char === "\n") {
							escaped = true;
							i++;
						} else {
							escapedValue = escapedValue + char;
							i++;
						}
						break;
					case " ":
					case "	":
						if (escaped && commentCheck === -1) commentCheck = i;
						escapedValue = escapedValue + char;
						break;
					case "\r": i++;
					case "\n":
						if (escaped && commentCheck !== -1) {
							escapedValue = escapedValue.substring(0, escapedValue.length - (i - commentCheck - 1));
							commentCheck = -1;
						}
						break;
					case "#": if (escaped) {
						if (commentCheck !== -1) {
							escapedValue = escapedValue.substring(0, escapedValue.length - (i - commentCheck));
							commentCheck = -1;
						}
						newlineCheck: for (let j = i + 1; j < value.length; j++) switch (value.charAt(j)) {
							case "\r": j++;
							case "\n":
								i = j;
								break newlineCheck;
						}
						continue parseValue;
					}
					default:
						if (escaped) {
							escaped = false;
							commentCheck = -1;
						}
						escapedValue = escapedValue + char;
				}
			}
			return escapedValue;
		}
	};
}));
// node_modules/dockerfile-ast/lib/propertyInstruction.js
var require_propertyInstruction = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.PropertyInstruction = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const instruction_1 = require_instruction();
	const property_1 = require_property();
	const argument_1 = require_argument();
	const util_1 = require_util();
	var PropertyInstruction = class extends instruction_1.Instruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
			this.properties = void 0;
		}
		getProperties() {
			if (this.properties === void 0) {
				let args = this.getPropertyArguments();
				if (args.length === 0) this.properties = [];
				else if (args.length === 1) this.properties = [new property_1.Property(this.document, this.escapeChar, args[0])];
				else if (args.length === 2) {
					if (args[0].getValue().indexOf("=") === -1) this.properties = [new property_1.Property(this.document, this.escapeChar, args[0], args[1])];
					else this.properties = [new property_1.Property(this.document, this.escapeChar, args[0]), new property_1.Property(this.document, this.escapeChar, args[1])];
				} else if (args[0].getValue().indexOf("=") === -1) {
					let text = this.document.getText();
					let start = args[1].getRange().start;
					let end = args[args.length - 1].getRange().end;
					text = text.substring(this.document.offsetAt(start), this.document.offsetAt(end));
					this.properties = [new property_1.Property(this.document, this.escapeChar, args[0], new argument_1.Argument(text, vscode_languageserver_types_1.Range.create(args[1].getRange().start, args[args.length - 1].getRange().end)))];
				} else {
					this.properties = [];
					for (let i = 0; i < args.length; i++) this.properties.push(new property_1.Property(this.document, this.escapeChar, args[i]));
				}
			}
			return this.properties;
		}
		/**
		* Goes from the back of the string and returns the first
		* non-whitespace character that is found. If an escape character
		* is found with newline characters, the escape character will
		* not be considered a non-whitespace character and its index in
		* the string will not be returned.
		*
		* @param content the string to search through
		* @return the index in the string for the first non-whitespace
		*         character when searching from the end of the string
		*/
		findTrailingNonWhitespace(content) {
			let index = content.length;
			whitespaceCheck: for (let i = content.length - 1; i >= 0; i--) switch (content.charAt(i)) {
				case " ":
				case "	": continue;
				case "\n": if (content.charAt(i - 1) === "\r") i = i - 1;
				case "\r":
					newlineCheck: for (let j = i - 1; j >= 0; j--) switch (content.charAt(j)) {
						case " ":
						case "	":
						case "\r":
						case "\n":
						case this.escapeChar: continue;
						default:
							index = j;
							break newlineCheck;
					}
					break whitespaceCheck;
				default:
					index = i;
					break whitespaceCheck;
			}
			return index;
		}
		getPropertyArguments() {
			const args = [];
			let range = this.getInstructionRange();
			let instructionNameEndOffset = this.document.offsetAt(range.end);
			let extra = instructionNameEndOffset - this.document.offsetAt(range.start);
			let content = this.getTextContent();
			let fullArgs = content.substring(extra);
			let start = util_1.Util.findLeadingNonWhitespace(fullArgs, this.escapeChar);
			if (start === -1) return [];
			const startPosition = this.document.positionAt(instructionNameEndOffset + start);
			let escaped = range.start.line !== startPosition.line;
			let endingEscape = false;
			let mark = -1;
			let end = this.findTrailingNonWhitespace(fullArgs);
			content = fullArgs.substring(start, end + 1);
			let argStart = escaped ? -1 : 0;
			let spaced = false;
			argumentLoop: for (let i = 0; i < content.length; i++) {
				let char = content.charAt(i);
				switch (char) {
					case this.escapeChar:
						if (i + 1 === content.length) {
							endingEscape = true;
							break argumentLoop;
						}
						if (!escaped) mark = i;
						switch (content.charAt(i + 1)) {
							case " ":
							case "	":
								if (!util_1.Util.isWhitespace(content.charAt(i + 2))) {
									i = i + 1;
									continue argumentLoop;
								}
								whitespaceCheck: for (let j = i + 2; j < content.length; j++) switch (content.charAt(j)) {
									case "\r": j++;
									case "\n":
										escaped = true;
										i = j;
										continue argumentLoop;
									case " ":
									case "	": break;
									default:
										args.push(new argument_1.Argument(content.substring(argStart, i), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + i + 2))));
										argStart = j;
										break whitespaceCheck;
								}
								i = argStart - 1;
								continue argumentLoop;
							case "\r": i++;
							case "\n":
								escaped = true;
								i = i + 1;
								continue argumentLoop;
							case this.escapeChar:
								if (argStart === -1) argStart = i;
								i = i + 1;
								continue argumentLoop;
							default:
								if (argStart === -1) argStart = i;
								continue argumentLoop;
						}
					case "'":
					case "\"":
						if (spaced) {
							this.createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start);
							argStart = i;
							spaced = false;
						}
						if (argStart === -1) argStart = i;
						for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
							case char:
								if (content.charAt(j + 1) !== " " && content.charAt(j + 1) !== "") {
									i = j;
									continue argumentLoop;
								}
								args.push(new argument_1.Argument(content.substring(argStart, j + 1), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + j + 1))));
								i = j;
								argStart = -1;
								continue argumentLoop;
							case this.escapeChar: j++;
						}
						break argumentLoop;
					case " ":
					case "	":
						if (escaped) {
							if (argStart !== -1) spaced = true;
						} else if (argStart !== -1) {
							args.push(new argument_1.Argument(content.substring(argStart, i), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + i))));
							argStart = -1;
						}
						break;
					case "\r": i++;
					case "\n":
						spaced = false;
						break;
					case "#":
						if (escaped) {
							for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
								case "\r": j++;
								case "\n":
									i = j;
									spaced = false;
									continue argumentLoop;
							}
							if (argStart !== -1) {
								let value = content.substring(argStart, mark);
								args.push(new argument_1.Argument(value, vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + mark))));
								argStart = -1;
							}
							break argumentLoop;
						} else if (argStart === -1) argStart = i;
						break;
					default:
						if (spaced) {
							this.createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start);
							argStart = i;
							spaced = false;
						}
						escaped = false;
						if (argStart === -1) argStart = i;
						if (char === "$" && content.charAt(i + 1) === "{") {
							let singleQuotes = false;
							let doubleQuotes = false;
							let escaped = false;
							for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
								case this.escapeChar:
									escaped = true;
									break;
								case "\r":
								case "\n": break;
								case "'":
									singleQuotes = !singleQuotes;
									escaped = false;
									break;
								case "\"":
									doubleQuotes = !doubleQuotes;
									escaped = false;
									break;
								case " ":
								case "	":
									if (escaped || singleQuotes || doubleQuotes) break;
									i = j - 1;
									continue argumentLoop;
								case "}":
									i = j;
									continue argumentLoop;
								default: escaped = false;
							}
							break argumentLoop;
						}
				}
			}
			if (argStart !== -1 && argStart !== content.length) {
				let end = endingEscape ? content.length - 1 : content.length;
				let value = content.substring(argStart, end);
				args.push(new argument_1.Argument(value, vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + end))));
			}
			return args;
		}
		createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start) {
			if (argStart !== -1) args.push(new argument_1.Argument(content.substring(argStart, mark), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + mark))));
		}
	};
	exports.PropertyInstruction = PropertyInstruction;
}));
// node_modules/dockerfile-ast/lib/instructions/arg.js
var require_arg = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Arg = void 0;
	const property_1 = require_property();
	const propertyInstruction_1 = require_propertyInstruction();
	var Arg = class extends propertyInstruction_1.PropertyInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
			this.property = null;
			const args = this.getPropertyArguments();
			if (args.length === 1) this.property = new property_1.Property(this.document, this.escapeChar, args[0]);
			else this.property = null;
		}
		/**
		* Returns the variable defined by this ARG. This may be null if
		* this ARG instruction is malformed and has no variable
		* declaration.
		*/
		getProperty() {
			return this.property;
		}
	};
	exports.Arg = Arg;
}));
// node_modules/dockerfile-ast/lib/instructions/cmd.js
var require_cmd = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Cmd = void 0;
	const jsonInstruction_1 = require_jsonInstruction();
	var Cmd = class extends jsonInstruction_1.JSONInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
	};
	exports.Cmd = Cmd;
}));
// node_modules/dockerfile-ast/lib/instructions/copy.js
var require_copy = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Copy = void 0;
	const jsonInstruction_1 = require_jsonInstruction();
	var Copy = class extends jsonInstruction_1.JSONInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		stopSearchingForFlags(argument) {
			return argument.indexOf("--") === -1;
		}
		getFromFlag() {
			let flags = super.getFlags();
			return flags.length === 1 && flags[0].getName() === "from" ? flags[0] : null;
		}
		/**
		* Returns there here-documents that are defined in this RUN
		* instruction.
		*
		* This API is experimental and subject to change.
		*/
		getHeredocs() {
			return super.getHeredocs();
		}
	};
	exports.Copy = Copy;
}));
// node_modules/dockerfile-ast/lib/instructions/env.js
var require_env = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Env = void 0;
	const propertyInstruction_1 = require_propertyInstruction();
	var Env = class extends propertyInstruction_1.PropertyInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		getProperties() {
			return super.getProperties();
		}
	};
	exports.Env = Env;
}));
// node_modules/dockerfile-ast/lib/instructions/entrypoint.js
var require_entrypoint = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Entrypoint = void 0;
	const jsonInstruction_1 = require_jsonInstruction();
	var Entrypoint = class extends jsonInstruction_1.JSONInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
	};
	exports.Entrypoint = Entrypoint;
}));
// node_modules/dockerfile-ast/lib/instructions/from.js
var require_from = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.From = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const modifiableInstruction_1 = require_modifiableInstruction();
	var From = class extends modifiableInstruction_1.ModifiableInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		stopSearchingForFlags(argument) {
			return argument.indexOf("--") === -1;
		}
		getImage() {
			const args = this.getArguments();
			return args.length > 0 ? args[0].getValue() : null;
		}
		/**
		* Returns the name of the image that will be used as the base image.
		*
		* @return the base image's name, or null if unspecified
		*/
		getImageName() {
			const imageName = this.getRangeContent(this.getImageNameRange());
			if (imageName === null) return null;
			let commented = false;
			let escaped = false;
			let name = "";
			for (let i = 0; i < imageName.length; i++) {
				const ch = imageName.charAt(i);
				switch (ch) {
					case this.escapeChar:
						escaped = true;
						break;
					case "\r": continue;
					case "\n":
						commented = false;
						break;
					case " ":
					case "	": break;
					case "#":
						if (escaped) commented = true;
						else {
							name = name + ch;
							escaped = false;
						}
						break;
					default: if (!commented) {
						name = name + ch;
						escaped = false;
					}
				}
			}
			return name;
		}
		/**
		* Returns the range that covers the name of the image used by
		* this instruction.
		*
		* @return the range of the name of this instruction's argument,
		*         or null if no image has been specified
		*/
		getImageNameRange() {
			let range = this.getImageRange();
			if (range) {
				let registryRange = this.getRegistryRange();
				if (registryRange) range.start = this.document.positionAt(this.document.offsetAt(registryRange.end) + 1);
				let tagRange = this.getImageTagRange();
				let digestRange = this.getImageDigestRange();
				if (tagRange === null) {
					if (digestRange !== null) range.end = this.document.positionAt(this.document.offsetAt(digestRange.start) - 1);
				} else range.end = this.document.positionAt(this.document.offsetAt(tagRange.start) - 1);
				return range;
			}
			return null;
		}
		/**
		* Returns the range that covers the image argument of this
		* instruction. This includes the tag or digest of the image if
		* it has been specified by the instruction.
		*
		* @return the range of the image argument, or null if no image
		*         has been specified
		*/
		getImageRange() {
			let args = this.getArguments();
			return args.length !== 0 ? args[0].getRange() : null;
		}
		getImageTag() {
			return this.getRangeContent(this.getImageTagRange());
		}
		/**
		* Returns the range in the document that the tag of the base
		* image encompasses.
		*
		* @return the base image's tag's range in the document, or null
		*         if no tag has been specified
		*/
		getImageTagRange() {
			const range = this.getImageRange();
			if (range) {
				const rangeStartOffset = this.document.offsetAt(range.start);
				const content = this.getRangeContent(range);
				const atIndex = this.indexOf(rangeStartOffset, content, "@");
				const slashIndex = content.indexOf("/");
				if (atIndex === -1) {
					const colonIndex = this.lastIndexOf(rangeStartOffset, content, ":");
					if (colonIndex > slashIndex) return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + colonIndex + 1), range.end);
				}
				const subcontent = content.substring(0, atIndex);
				const subcolonIndex = subcontent.indexOf(":");
				if (subcolonIndex === -1) return null;
				if (slashIndex === -1) return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + subcolonIndex + 1), this.document.positionAt(rangeStartOffset + atIndex));
				if (subcolonIndex < slashIndex) return null;
				return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + subcolonIndex + 1), this.document.positionAt(rangeStartOffset + subcontent.length));
			}
			return null;
		}
		getImageDigest() {
			return this.getRangeContent(this.getImageDigestRange());
		}
		/**
		* Returns the range in the document that the digest of the base
		* image encompasses.
		*
		* @return the base image's digest's range in the document, or null
		*         if no digest has been specified
		*/
		getImageDigestRange() {
			let range = this.getImageRange();
			if (range) {
				let content = this.getRangeContent(range);
				let index = this.lastIndexOf(this.document.offsetAt(range.start), content, "@");
				if (index !== -1) return vscode_languageserver_types_1.Range.create(range.start.line, range.start.character + index + 1, range.end.line, range.end.character);
			}
			return null;
		}
		indexOf(documentOffset, content, searchString) {
			let index = content.indexOf(searchString);
			const variables = this.getVariables();
			for (let i = 0; i < variables.length; i++) {
				const position = documentOffset + index;
				const variableRange = variables[i].getRange();
				if (this.document.offsetAt(variableRange.start) < position && position < this.document.offsetAt(variableRange.end)) {
					const offset = this.document.offsetAt(variableRange.end) - documentOffset;
					const subIndex = content.substring(offset).indexOf(searchString);
					if (subIndex === -1) return -1;
					index = subIndex + offset;
					i = -1;
					continue;
				}
			}
			return index;
		}
		lastIndexOf(documentOffset, content, searchString) {
			let index = content.lastIndexOf(searchString);
			const variables = this.getVariables();
			for (let i = 0; i < variables.length; i++) {
				const position = documentOffset + index;
				const variableRange = variables[i].getRange();
				if (this.document.offsetAt(variableRange.start) < position && position < this.document.offsetAt(variableRange.end)) {
					index = content.substring(0, index).lastIndexOf(searchString);
					if (index === -1) return -1;
					i = -1;
					continue;
				}
			}
			return index;
		}
		getRegistry() {
			return this.getRangeContent(this.getRegistryRange());
		}
		getRegistryRange() {
			const range = this.getImageRange();
			if (range) {
				const tagRange = this.getImageTagRange();
				const digestRange = this.getImageDigestRange();
				if (tagRange === null) {
					if (digestRange !== null) range.end = this.document.positionAt(this.document.offsetAt(digestRange.start) - 1);
				} else range.end = this.document.positionAt(this.document.offsetAt(tagRange.start) - 1);
				const content = this.getRangeContent(range);
				const rangeStart = this.document.offsetAt(range.start);
				const startingSlashIndex = this.indexOf(rangeStart, content, "/");
				if (startingSlashIndex === -1) return null;
				const portIndex = this.indexOf(rangeStart, content, ":");
				const dotIndex = this.indexOf(rangeStart, content, ".");
				if (portIndex !== -1 || dotIndex !== -1) return vscode_languageserver_types_1.Range.create(range.start, this.document.positionAt(rangeStart + startingSlashIndex));
				if (content.substring(0, startingSlashIndex) === "localhost") return vscode_languageserver_types_1.Range.create(range.start, this.document.positionAt(rangeStart + startingSlashIndex));
			}
			return null;
		}
		getBuildStage() {
			let range = this.getBuildStageRange();
			return range === null ? null : this.getRangeContent(range);
		}
		getBuildStageRange() {
			let args = this.getArguments();
			if (args.length > 2 && args[1].getValue().toUpperCase() === "AS") return args[2].getRange();
			return null;
		}
		getPlatformFlag() {
			let flags = super.getFlags();
			return flags.length === 1 && flags[0].getName() === "platform" ? flags[0] : null;
		}
	};
	exports.From = From;
}));
// node_modules/dockerfile-ast/lib/instructions/healthcheck.js
var require_healthcheck = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Healthcheck = void 0;
	const modifiableInstruction_1 = require_modifiableInstruction();
	var Healthcheck = class extends modifiableInstruction_1.ModifiableInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		stopSearchingForFlags(argument) {
			argument = argument.toUpperCase();
			return argument === "CMD" || argument === "NONE";
		}
		getSubcommand() {
			let args = this.getArguments();
			return args.length !== 0 ? args[0] : null;
		}
	};
	exports.Healthcheck = Healthcheck;
}));
// node_modules/dockerfile-ast/lib/instructions/label.js
var require_label = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Label = void 0;
	const propertyInstruction_1 = require_propertyInstruction();
	const util_1 = require_util();
	var Label = class extends propertyInstruction_1.PropertyInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		getVariables() {
			const variables = super.getVariables();
			const properties = this.getProperties();
			for (const property of properties) {
				const value = property.getUnescapedValue();
				if (value !== null && value.length > 2 && value.charAt(0) === "'" && value.charAt(value.length - 1) === "'") {
					const range = property.getValueRange();
					for (let i = 0; i < variables.length; i++) if (util_1.Util.isInsideRange(variables[i].getRange().start, range)) {
						variables.splice(i, 1);
						i--;
					}
				}
			}
			return variables;
		}
		getProperties() {
			return super.getProperties();
		}
	};
	exports.Label = Label;
}));
// node_modules/dockerfile-ast/lib/instructions/onbuild.js
var require_onbuild = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Onbuild = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const parser_1 = require_parser();
	const instruction_1 = require_instruction();
	var Onbuild = class extends instruction_1.Instruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		getTrigger() {
			let trigger = this.getTriggerWord();
			return trigger === null ? null : trigger.toUpperCase();
		}
		getTriggerWord() {
			return this.getRangeContent(this.getTriggerRange());
		}
		getTriggerRange() {
			let args = this.getArguments();
			return args.length > 0 ? args[0].getRange() : null;
		}
		getTriggerInstruction() {
			let triggerRange = this.getTriggerRange();
			if (triggerRange === null) return null;
			let args = this.getArguments();
			return parser_1.Parser.createInstruction(this.document, this.dockerfile, this.escapeChar, vscode_languageserver_types_1.Range.create(args[0].getRange().start, this.getRange().end), this.getTriggerWord(), triggerRange);
		}
	};
	exports.Onbuild = Onbuild;
}));
// node_modules/dockerfile-ast/lib/instructions/run.js
var require_run = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Run = void 0;
	const jsonInstruction_1 = require_jsonInstruction();
	var Run = class extends jsonInstruction_1.JSONInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		stopSearchingForFlags(argument) {
			return argument.indexOf("--") === -1;
		}
		/**
		* Returns there here-documents that are defined in this RUN
		* instruction.
		*
		* This API is experimental and subject to change.
		*/
		getHeredocs() {
			return super.getHeredocs();
		}
	};
	exports.Run = Run;
}));
// node_modules/dockerfile-ast/lib/instructions/shell.js
var require_shell = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Shell = void 0;
	const jsonInstruction_1 = require_jsonInstruction();
	var Shell = class extends jsonInstruction_1.JSONInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
	};
	exports.Shell = Shell;
}));
// node_modules/dockerfile-ast/lib/instructions/stopsignal.js
var require_stopsignal = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Stopsignal = void 0;
	const instruction_1 = require_instruction();
	var Stopsignal = class extends instruction_1.Instruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
	};
	exports.Stopsignal = Stopsignal;
}));
// node_modules/dockerfile-ast/lib/instructions/workdir.js
var require_workdir = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Workdir = void 0;
	const instruction_1 = require_instruction();
	var Workdir = class extends instruction_1.Instruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		/**
		* Returns the path that has been defined. Note that this path may
		* be absolute or relative depending on what was written in the
		* instruction.
		*
		* @return the working directory's path, or null if this
		*         instruction has no arguments
		*/
		getPath() {
			return this.getArgumentsContent();
		}
		/**
		* Returns the absolute path that this instruction resolves to. The
		* function will inspect prior WORKDIR instructions in the current
		* image or another build stage in the Dockerfile to try to
		* determine this.
		*
		* @return the absolute path of the working directory, or null if
		*         this instruction has no arguments, or undefined if it
		*         cannot be determined because only relative paths could be
		*         found
		*/
		getAbsolutePath() {
			const path = this.getPath();
			if (path === null || path.startsWith("/")) return path;
			const startLine = this.getRange().start.line;
			const hierarchy = this.dockerfile.getStageHierarchy(startLine);
			for (let i = hierarchy.length - 1; i >= 0; i--) {
				const workdirs = hierarchy[i].getWORKDIRs();
				for (let j = workdirs.length - 1; j >= 0; j--) if (workdirs[j].getRange().start.line < startLine) {
					const parent = workdirs[j].getAbsolutePath();
					if (parent === void 0 || parent === null) return;
					return parent.endsWith("/") ? parent + path : parent + "/" + path;
				}
			}
		}
	};
	exports.Workdir = Workdir;
}));
// node_modules/dockerfile-ast/lib/instructions/user.js
var require_user = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.User = void 0;
	const instruction_1 = require_instruction();
	var User = class extends instruction_1.Instruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
	};
	exports.User = User;
}));
// node_modules/dockerfile-ast/lib/instructions/volume.js
var require_volume = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Volume = void 0;
	const jsonInstruction_1 = require_jsonInstruction();
	var Volume = class extends jsonInstruction_1.JSONInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
	};
	exports.Volume = Volume;
}));
// node_modules/dockerfile-ast/lib/imageTemplate.js
var require_imageTemplate = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ImageTemplate = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const arg_1 = require_arg();
	const cmd_1 = require_cmd();
	const copy_1 = require_copy();
	const env_1 = require_env();
	const entrypoint_1 = require_entrypoint();
	const from_1 = require_from();
	const healthcheck_1 = require_healthcheck();
	const onbuild_1 = require_onbuild();
	const util_1 = require_util();
	const workdir_1 = require_workdir();
	var ImageTemplate = class {
		constructor() {
			this.comments = [];
			this.instructions = [];
		}
		addComment(comment) {
			this.comments.push(comment);
		}
		getComments() {
			return this.comments;
		}
		addInstruction(instruction) {
			this.instructions.push(instruction);
		}
		getInstructions() {
			return this.instructions;
		}
		getInstructionAt(line) {
			for (let instruction of this.instructions) if (util_1.Util.isInsideRange(vscode_languageserver_types_1.Position.create(line, 0), instruction.getRange())) return instruction;
			return null;
		}
		/**
		* Gets all the ARG instructions that are defined in this image.
		*/
		getARGs() {
			let args = [];
			for (let instruction of this.instructions) if (instruction instanceof arg_1.Arg) args.push(instruction);
			return args;
		}
		/**
		* Gets all the CMD instructions that are defined in this image.
		*/
		getCMDs() {
			let cmds = [];
			for (let instruction of this.instructions) if (instruction instanceof cmd_1.Cmd) cmds.push(instruction);
			return cmds;
		}
		/**
		* Gets all the COPY instructions that are defined in this image.
		*/
		getCOPYs() {
			let copies = [];
			for (let instruction of this.instructions) if (instruction instanceof copy_1.Copy) copies.push(instruction);
			return copies;
		}
		/**
		* Gets all the ENTRYPOINT instructions that are defined in this image.
		*/
		getENTRYPOINTs() {
			let froms = [];
			for (let instruction of this.instructions) if (instruction instanceof entrypoint_1.Entrypoint) froms.push(instruction);
			return froms;
		}
		/**
		* Gets all the ENV instructions that are defined in this image.
		*/
		getENVs() {
			let args = [];
			for (let instruction of this.instructions) if (instruction instanceof env_1.Env) args.push(instruction);
			return args;
		}
		getFROM() {
			for (const instruction of this.instructions) if (instruction instanceof from_1.From) return instruction;
			return null;
		}
		/**
		* Gets all the FROM instructions that are defined in this image.
		*/
		getFROMs() {
			let froms = [];
			for (let instruction of this.instructions) if (instruction instanceof from_1.From) froms.push(instruction);
			return froms;
		}
		/**
		* Gets all the HEALTHCHECK instructions that are defined in this image.
		*/
		getHEALTHCHECKs() {
			let froms = [];
			for (let instruction of this.instructions) if (instruction instanceof healthcheck_1.Healthcheck) froms.push(instruction);
			return froms;
		}
		getWORKDIRs() {
			const workdirs = [];
			for (const instruction of this.instructions) if (instruction instanceof workdir_1.Workdir) workdirs.push(instruction);
			return workdirs;
		}
		getOnbuildTriggers() {
			let triggers = [];
			for (let instruction of this.instructions) if (instruction instanceof onbuild_1.Onbuild) {
				let trigger = instruction.getTriggerInstruction();
				if (trigger) triggers.push(trigger);
			}
			return triggers;
		}
		getAvailableVariables(currentLine) {
			const variables = [];
			for (const arg of this.getARGs()) if (arg.isBefore(currentLine)) {
				const property = arg.getProperty();
				if (property) {
					const variable = property.getName();
					if (variables.indexOf(variable) === -1) variables.push(variable);
				}
			}
			for (const env of this.getENVs()) if (env.isBefore(currentLine)) for (const property of env.getProperties()) {
				const variable = property.getName();
				if (variables.indexOf(variable) === -1) variables.push(variable);
			}
			return variables;
		}
		/**
		* Resolves a variable with the given name at the specified line
		* to its value. If null is returned, then the variable has been
		* defined but no value was given. If undefined is returned, then
		* a variable with the given name has not been defined yet as of
		* the given line.
		*
		* @param variable the name of the variable to resolve
		* @param line the line number that the variable is on, zero-based
		* @return the value of the variable as defined by an ARG or ENV
		*         instruction, or null if no value has been specified, or
		*         undefined if a variable with the given name has not
		*         been defined
		*/
		resolveVariable(variable, line) {
			let envs = this.getENVs();
			for (let i = envs.length - 1; i >= 0; i--) if (envs[i].isBefore(line)) {
				for (let property of envs[i].getProperties()) if (property.getName() === variable) return property.getValue();
			}
			let args = this.getARGs();
			for (let i = args.length - 1; i >= 0; i--) if (args[i].isBefore(line)) {
				let property = args[i].getProperty();
				if (property && property.getName() === variable) return property.getValue();
			}
		}
		getRange() {
			const instructions = this.getInstructions();
			if (instructions.length === 0) return vscode_languageserver_types_1.Range.create(0, 0, 0, 0);
			const instructionStart = instructions[0].getRange().start;
			const instructionEnd = instructions[instructions.length - 1].getRange().end;
			return vscode_languageserver_types_1.Range.create(instructionStart, instructionEnd);
		}
		contains(position) {
			const range = this.getRange();
			if (range === null) return false;
			return util_1.Util.isInsideRange(position, range);
		}
	};
	exports.ImageTemplate = ImageTemplate;
}));
// node_modules/dockerfile-ast/lib/dockerfile.js
var require_dockerfile = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Dockerfile = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const ast = require_main();
	const imageTemplate_1 = require_imageTemplate();
	const from_1 = require_from();
	const util_1 = require_util();
	const main_1 = require_main();
	var Dockerfile = class extends imageTemplate_1.ImageTemplate {
		constructor(document) {
			super();
			this.initialInstructions = new imageTemplate_1.ImageTemplate();
			this.buildStages = [];
			this.directives = [];
			/**
			* Whether a FROM instruction has been added to this Dockerfile or not.
			*/
			this.foundFrom = false;
			this.document = document;
		}
		getEscapeCharacter() {
			for (const directive of this.directives) if (directive.getDirective() === ast.Directive.escape) {
				const value = directive.getValue();
				if (value === "\\" || value === "`") return value;
			}
			return "\\";
		}
		getInitialARGs() {
			return this.initialInstructions.getARGs();
		}
		getContainingImage(position) {
			let range = vscode_languageserver_types_1.Range.create(vscode_languageserver_types_1.Position.create(0, 0), this.document.positionAt(this.document.getText().length));
			if (!util_1.Util.isInsideRange(position, range)) return null;
			if (this.initialInstructions.getComments().length > 0 || this.initialInstructions.getInstructions().length > 0) {
				if (util_1.Util.isInsideRange(position, this.initialInstructions.getRange())) return this.initialInstructions;
			}
			for (const buildStage of this.buildStages) if (util_1.Util.isInsideRange(position, buildStage.getRange())) return buildStage;
			return this;
		}
		addInstruction(instruction) {
			if (instruction.getKeyword() === main_1.Keyword.FROM) {
				this.currentBuildStage = new imageTemplate_1.ImageTemplate();
				this.buildStages.push(this.currentBuildStage);
				this.foundFrom = true;
			} else if (!this.foundFrom) this.initialInstructions.addInstruction(instruction);
			if (this.foundFrom) this.currentBuildStage.addInstruction(instruction);
			super.addInstruction(instruction);
		}
		setDirectives(directives) {
			this.directives = directives;
		}
		getDirective() {
			return this.directives.length === 0 ? null : this.directives[0];
		}
		getDirectives() {
			return this.directives;
		}
		resolveVariable(variable, line) {
			for (let from of this.getFROMs()) {
				let range = from.getRange();
				if (range.start.line <= line && line <= range.end.line) {
					let initialARGs = new imageTemplate_1.ImageTemplate();
					for (let instruction of this.initialInstructions.getARGs()) initialARGs.addInstruction(instruction);
					return initialARGs.resolveVariable(variable, line);
				}
			}
			let image = this.getContainingImage(vscode_languageserver_types_1.Position.create(line, 0));
			if (image === null) return;
			let resolvedVariable = image.resolveVariable(variable, line);
			if (resolvedVariable === null) {
				let initialARGs = new imageTemplate_1.ImageTemplate();
				for (let instruction of this.initialInstructions.getARGs()) initialARGs.addInstruction(instruction);
				return initialARGs.resolveVariable(variable, line);
			}
			return resolvedVariable;
		}
		getAvailableVariables(currentLine) {
			if (this.getInstructionAt(currentLine) instanceof from_1.From) {
				let variables = [];
				for (let arg of this.getInitialARGs()) {
					let property = arg.getProperty();
					if (property) variables.push(property.getName());
				}
				return variables;
			}
			let image = this.getContainingImage(vscode_languageserver_types_1.Position.create(currentLine, 0));
			return image ? image.getAvailableVariables(currentLine) : [];
		}
		getParentStage(image) {
			const templateFrom = image.getFROM();
			const imageName = templateFrom === null ? null : templateFrom.getImageName();
			if (imageName === null) return null;
			for (const from of this.getFROMs()) if (from.getBuildStage() === imageName) {
				const range = from.getRange();
				if (range.start.line === templateFrom.getRange().start.line) return null;
				return this.getContainingImage(range.start);
			}
			return null;
		}
		getStageHierarchy(line) {
			const image = this.getContainingImage(vscode_languageserver_types_1.Position.create(line, 0));
			if (image === null) return [];
			const stages = [image];
			let stage = this.getParentStage(image);
			while (stage !== null) {
				stages.splice(0, 0, stage);
				stage = this.getParentStage(stage);
			}
			return stages;
		}
		getAvailableWorkingDirectories(line) {
			const availableDirectories = /* @__PURE__ */ new Set();
			for (const image of this.getStageHierarchy(line)) for (const workdir of image.getWORKDIRs()) if (workdir.getRange().end.line < line) {
				let directory = workdir.getAbsolutePath();
				if (directory !== void 0 && directory !== null) {
					if (!directory.endsWith("/")) directory += "/";
					availableDirectories.add(directory);
				}
			}
			return Array.from(availableDirectories);
		}
		/**
		* Internally reorganize the comments in the Dockerfile and allocate
		* them to the relevant build stages that they belong to.
		*/
		organizeComments() {
			const comments = this.getComments();
			for (let i = 0; i < comments.length; i++) if (util_1.Util.isInsideRange(comments[i].getRange().end, this.initialInstructions.getRange())) this.initialInstructions.addComment(comments[i]);
			else for (const buildStage of this.buildStages) if (util_1.Util.isInsideRange(comments[i].getRange().start, buildStage.getRange())) buildStage.addComment(comments[i]);
		}
		getRange() {
			const comments = this.getComments();
			const instructions = this.getInstructions();
			let range = null;
			if (comments.length === 0) {
				if (instructions.length > 0) range = vscode_languageserver_types_1.Range.create(instructions[0].getRange().start, instructions[instructions.length - 1].getRange().end);
			} else if (instructions.length === 0) range = vscode_languageserver_types_1.Range.create(comments[0].getRange().start, comments[comments.length - 1].getRange().end);
			else {
				const commentStart = comments[0].getRange().start;
				const commentEnd = comments[comments.length - 1].getRange().end;
				const instructionStart = instructions[0].getRange().start;
				const instructionEnd = instructions[instructions.length - 1].getRange().end;
				if (commentStart.line < instructionStart.line) {
					if (commentEnd.line < instructionEnd.line) range = vscode_languageserver_types_1.Range.create(commentStart, instructionEnd);
					range = vscode_languageserver_types_1.Range.create(commentStart, commentEnd);
				} else if (commentEnd.line < instructionEnd.line) range = vscode_languageserver_types_1.Range.create(instructionStart, instructionEnd);
				else range = vscode_languageserver_types_1.Range.create(instructionStart, commentEnd);
			}
			if (range === null) {
				if (this.directives.length === 0) return null;
				return this.directives[0].getRange();
			} else if (this.directives.length === 0) return range;
			return vscode_languageserver_types_1.Range.create(this.directives[0].getRange().start, range.end);
		}
	};
	exports.Dockerfile = Dockerfile;
}));
// node_modules/dockerfile-ast/lib/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Parser = void 0;
	const vscode_languageserver_textdocument_1 = (init_main(), __toCommonJS(main_exports));
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const comment_1 = require_comment();
	const parserDirective_1 = require_parserDirective();
	const instruction_1 = require_instruction();
	const add_1 = require_add();
	const arg_1 = require_arg();
	const cmd_1 = require_cmd();
	const copy_1 = require_copy();
	const env_1 = require_env();
	const entrypoint_1 = require_entrypoint();
	const from_1 = require_from();
	const healthcheck_1 = require_healthcheck();
	const label_1 = require_label();
	const onbuild_1 = require_onbuild();
	const run_1 = require_run();
	const shell_1 = require_shell();
	const stopsignal_1 = require_stopsignal();
	const workdir_1 = require_workdir();
	const user_1 = require_user();
	const volume_1 = require_volume();
	const dockerfile_1 = require_dockerfile();
	const util_1 = require_util();
	const main_1 = require_main();
	exports.Parser = class Parser {
		constructor() {
			this.escapeChar = null;
		}
		static createInstruction(document, dockerfile, escapeChar, lineRange, instruction, instructionRange) {
			switch (instruction.toUpperCase()) {
				case "ADD": return new add_1.Add(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "ARG": return new arg_1.Arg(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "CMD": return new cmd_1.Cmd(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "COPY": return new copy_1.Copy(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "ENTRYPOINT": return new entrypoint_1.Entrypoint(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "ENV": return new env_1.Env(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "FROM": return new from_1.From(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "HEALTHCHECK": return new healthcheck_1.Healthcheck(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "LABEL": return new label_1.Label(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "ONBUILD": return new onbuild_1.Onbuild(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "RUN": return new run_1.Run(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "SHELL": return new shell_1.Shell(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "STOPSIGNAL": return new stopsignal_1.Stopsignal(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "WORKDIR": return new workdir_1.Workdir(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "USER": return new user_1.User(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "VOLUME": return new volume_1.Volume(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
			}
			return new instruction_1.Instruction(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
		}
		getParserDirectives(document, buffer) {
			const directives = [];
			this.escapeChar = "";
			const offset = util_1.Util.isUTF8BOM(buffer.substring(0, 1)) ? 1 : 0;
			directiveCheck: for (let i = offset; i < buffer.length; i++) switch (buffer.charAt(i)) {
				case " ":
				case "	": break;
				case "\r":
				case "\n": break directiveCheck;
				case "#":
					let directiveStart = -1;
					let directiveEnd = -1;
					for (let j = i + 1; j < buffer.length; j++) {
						let char = buffer.charAt(j);
						switch (char) {
							case " ":
							case "	":
								if (directiveStart !== -1 && directiveEnd === -1) directiveEnd = j;
								break;
							case "\r":
							case "\n": break directiveCheck;
							case "=":
								let valueStart = -1;
								let valueEnd = -1;
								if (directiveEnd === -1) directiveEnd = j;
								let lineEnd = buffer.length;
								directiveValue: for (let k = j + 1; k < buffer.length; k++) {
									char = buffer.charAt(k);
									switch (char) {
										case "\r":
										case "\n":
											if (valueStart !== -1 && valueEnd === -1) valueEnd = k;
											lineEnd = k;
											break directiveValue;
										case "	":
										case " ":
											if (valueStart !== -1 && valueEnd === -1) valueEnd = k;
											continue;
										default: if (valueStart === -1) valueStart = k;
									}
								}
								if (directiveStart === -1) break directiveCheck;
								if (valueStart === -1) {
									valueStart = j + 1;
									valueEnd = lineEnd;
								} else if (valueEnd === -1) valueEnd = buffer.length;
								const lineRange = vscode_languageserver_types_1.Range.create(document.positionAt(i), document.positionAt(lineEnd));
								const nameRange = vscode_languageserver_types_1.Range.create(document.positionAt(directiveStart), document.positionAt(directiveEnd));
								const valueRange = vscode_languageserver_types_1.Range.create(document.positionAt(valueStart), document.positionAt(valueEnd));
								directives.push(new parserDirective_1.ParserDirective(document, lineRange, nameRange, valueRange));
								directiveStart = -1;
								if (buffer.charAt(valueEnd) === "\r") i = valueEnd + 1;
								else i = valueEnd;
								continue directiveCheck;
							default: if (directiveStart === -1) directiveStart = j;
						}
					}
					break;
				default: break directiveCheck;
			}
			return directives;
		}
		parse(buffer) {
			this.document = vscode_languageserver_textdocument_1.TextDocument.create("", "", 0, buffer);
			this.buffer = buffer;
			let dockerfile = new dockerfile_1.Dockerfile(this.document);
			let directives = this.getParserDirectives(this.document, this.buffer);
			let offset = 0;
			this.escapeChar = "\\";
			if (directives.length > 0) {
				dockerfile.setDirectives(directives);
				this.escapeChar = dockerfile.getEscapeCharacter();
				offset = this.document.offsetAt(vscode_languageserver_types_1.Position.create(directives.length, 0));
			} else if (util_1.Util.isUTF8BOM(buffer.substring(0, 1))) offset = 1;
			for (let i = offset; i < this.buffer.length; i++) {
				const char = this.buffer.charAt(i);
				switch (char) {
					case " ":
					case "	":
					case "\r":
					case "\n": break;
					case "#":
						i = this.processComment(dockerfile, i);
						break;
					default: i = this.processInstruction(dockerfile, char, i);
				}
			}
			dockerfile.organizeComments();
			return dockerfile;
		}
		processInstruction(dockerfile, char, start) {
			let instruction = char;
			let instructionEnd = -1;
			let escapedInstruction = false;
			instructionCheck: for (let i = start + 1; i < this.buffer.length; i++) {
				char = this.buffer.charAt(i);
				switch (char) {
					case this.escapeChar:
						escapedInstruction = true;
						char = this.buffer.charAt(i + 1);
						if (char === "\r" || char === "\n") {
							if (instructionEnd === -1) instructionEnd = i;
							i++;
						} else if (char === " " || char === "	") {
							for (let j = i + 2; j < this.buffer.length; j++) switch (this.buffer.charAt(j)) {
								case " ":
								case "	": break;
								case "\r":
								case "\n":
									i = j;
									continue instructionCheck;
								default:
									instructionEnd = i + 1;
									instruction = instruction + this.escapeChar;
									i = j - 2;
									continue instructionCheck;
							}
							instructionEnd = i + 1;
							instruction = instruction + this.escapeChar;
							break instructionCheck;
						} else {
							instructionEnd = i + 1;
							instruction = instruction + this.escapeChar;
							escapedInstruction = false;
						}
						break;
					case " ":
					case "	":
						if (escapedInstruction) {
							escapeCheck: for (let j = i + 1; j < this.buffer.length; j++) switch (this.buffer.charAt(j)) {
								case " ":
								case "	": break;
								case "\r":
								case "\n":
									i = j;
									continue instructionCheck;
								default: break escapeCheck;
							}
							escapedInstruction = false;
						}
						if (instructionEnd === -1) instructionEnd = i;
						i = this.processArguments(dockerfile, instruction, instructionEnd, start, i);
						dockerfile.addInstruction(this.createInstruction(dockerfile, instruction, start, instructionEnd, i));
						return i;
					case "\r":
					case "\n":
						if (escapedInstruction) continue;
						if (instructionEnd === -1) instructionEnd = i;
						dockerfile.addInstruction(this.createInstruction(dockerfile, instruction, start, i, i));
						return i;
					case "#": if (escapedInstruction) continue;
					default:
						instructionEnd = i + 1;
						instruction = instruction + char;
						escapedInstruction = false;
				}
			}
			if (instructionEnd === -1) instructionEnd = this.buffer.length;
			dockerfile.addInstruction(this.createInstruction(dockerfile, instruction, start, instructionEnd, this.buffer.length));
			return this.buffer.length;
		}
		processHeredocs(instruction, offset) {
			let keyword = instruction.getKeyword();
			if (keyword === main_1.Keyword.ONBUILD) {
				instruction = instruction.getTriggerInstruction();
				if (instruction === null) return offset;
				keyword = instruction.getKeyword();
			}
			if (keyword !== main_1.Keyword.ADD && keyword !== main_1.Keyword.COPY && keyword !== main_1.Keyword.RUN) return offset;
			const heredocs = [];
			let tabbed = false;
			for (const arg of instruction.getArguments()) {
				const value = arg.getValue();
				if (value.startsWith("<<") && value.length > 2) {
					if (value.startsWith("<<-")) tabbed = true;
					const name = util_1.Util.parseHeredocName(value);
					if (name !== null) heredocs.push(name);
				}
			}
			if (heredocs.length > 0) for (const heredoc of heredocs) offset = this.parseHeredoc(heredoc, offset, tabbed);
			return offset;
		}
		processArguments(dockerfile, instruction, instructionEnd, start, offset) {
			let escaped = false;
			argumentsCheck: for (let i = offset + 1; i < this.buffer.length; i++) switch (this.buffer.charAt(i)) {
				case "\r":
				case "\n":
					if (escaped) continue;
					return this.processHeredocs(this.createInstruction(dockerfile, instruction, start, instructionEnd, i), i);
				case this.escapeChar:
					const next = this.buffer.charAt(i + 1);
					if (next === "\n" || next === "\r") {
						escaped = true;
						i++;
					} else if (next === " " || next === "	") {
						for (let j = i + 2; j < this.buffer.length; j++) switch (this.buffer.charAt(j)) {
							case " ":
							case "	": break;
							case "\r":
							case "\n": escaped = true;
							default:
								i = j;
								continue argumentsCheck;
						}
						return this.buffer.length;
					}
					continue;
				case "#":
					if (escaped) {
						i = this.processComment(dockerfile, i);
						continue argumentsCheck;
					}
					break;
				case " ":
				case "	": break;
				default: if (escaped) escaped = false;
			}
			return this.buffer.length;
		}
		processComment(dockerfile, start) {
			let end = this.buffer.length;
			commentLoop: for (let i = start + 1; i < this.buffer.length; i++) switch (this.buffer.charAt(i)) {
				case "\r":
				case "\n":
					end = i;
					break commentLoop;
			}
			const range = vscode_languageserver_types_1.Range.create(this.document.positionAt(start), this.document.positionAt(end));
			dockerfile.addComment(new comment_1.Comment(this.document, range));
			return end;
		}
		parseHeredoc(heredocName, offset, tabbed) {
			let startWord = -1;
			let lineStart = true;
			for (let i = offset; i < this.buffer.length; i++) switch (this.buffer.charAt(i)) {
				case " ":
					lineStart = false;
					break;
				case "	":
					if (!tabbed) lineStart = false;
					break;
				case "\r":
				case "\n":
					if (startWord !== -1 && heredocName === this.buffer.substring(startWord, i)) return i;
					startWord = -1;
					lineStart = true;
					break;
				default: if (lineStart) {
					startWord = i;
					lineStart = false;
				}
			}
			return this.buffer.length;
		}
		createInstruction(dockerfile, instruction, start, instructionEnd, end) {
			const startPosition = this.document.positionAt(start);
			const instructionRange = vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(instructionEnd));
			const lineRange = vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(end));
			return Parser.createInstruction(this.document, dockerfile, this.escapeChar, lineRange, instruction, instructionRange);
		}
	};
}));
// node_modules/dockerfile-ast/lib/main.js
var require_main = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DockerfileParser = exports.DefaultVariables = exports.Directive = exports.Keyword = exports.Workdir = exports.Volume = exports.User = exports.Stopsignal = exports.Shell = exports.Run = exports.PropertyInstruction = exports.Onbuild = exports.ModifiableInstruction = exports.Label = exports.JSONInstruction = exports.Heredoc = exports.Healthcheck = exports.From = exports.Env = exports.Entrypoint = exports.Copy = exports.Cmd = exports.Arg = exports.Add = exports.Variable = exports.Property = exports.ParserDirective = exports.Line = exports.Instruction = exports.Flag = exports.Comment = exports.JSONArgument = exports.Argument = void 0;
	var argument_1 = require_argument();
	Object.defineProperty(exports, "Argument", {
		enumerable: true,
		get: function() {
			return argument_1.Argument;
		}
	});
	var jsonArgument_1 = require_jsonArgument();
	Object.defineProperty(exports, "JSONArgument", {
		enumerable: true,
		get: function() {
			return jsonArgument_1.JSONArgument;
		}
	});
	const comment_1 = require_comment();
	Object.defineProperty(exports, "Comment", {
		enumerable: true,
		get: function() {
			return comment_1.Comment;
		}
	});
	const parser_1 = require_parser();
	var flag_1 = require_flag();
	Object.defineProperty(exports, "Flag", {
		enumerable: true,
		get: function() {
			return flag_1.Flag;
		}
	});
	const instruction_1 = require_instruction();
	Object.defineProperty(exports, "Instruction", {
		enumerable: true,
		get: function() {
			return instruction_1.Instruction;
		}
	});
	var line_1 = require_line();
	Object.defineProperty(exports, "Line", {
		enumerable: true,
		get: function() {
			return line_1.Line;
		}
	});
	const parserDirective_1 = require_parserDirective();
	Object.defineProperty(exports, "ParserDirective", {
		enumerable: true,
		get: function() {
			return parserDirective_1.ParserDirective;
		}
	});
	var property_1 = require_property();
	Object.defineProperty(exports, "Property", {
		enumerable: true,
		get: function() {
			return property_1.Property;
		}
	});
	var variable_1 = require_variable();
	Object.defineProperty(exports, "Variable", {
		enumerable: true,
		get: function() {
			return variable_1.Variable;
		}
	});
	var add_1 = require_add();
	Object.defineProperty(exports, "Add", {
		enumerable: true,
		get: function() {
			return add_1.Add;
		}
	});
	const arg_1 = require_arg();
	Object.defineProperty(exports, "Arg", {
		enumerable: true,
		get: function() {
			return arg_1.Arg;
		}
	});
	const cmd_1 = require_cmd();
	Object.defineProperty(exports, "Cmd", {
		enumerable: true,
		get: function() {
			return cmd_1.Cmd;
		}
	});
	const copy_1 = require_copy();
	Object.defineProperty(exports, "Copy", {
		enumerable: true,
		get: function() {
			return copy_1.Copy;
		}
	});
	const entrypoint_1 = require_entrypoint();
	Object.defineProperty(exports, "Entrypoint", {
		enumerable: true,
		get: function() {
			return entrypoint_1.Entrypoint;
		}
	});
	const env_1 = require_env();
	Object.defineProperty(exports, "Env", {
		enumerable: true,
		get: function() {
			return env_1.Env;
		}
	});
	const from_1 = require_from();
	Object.defineProperty(exports, "From", {
		enumerable: true,
		get: function() {
			return from_1.From;
		}
	});
	const healthcheck_1 = require_healthcheck();
	Object.defineProperty(exports, "Healthcheck", {
		enumerable: true,
		get: function() {
			return healthcheck_1.Healthcheck;
		}
	});
	var heredoc_1 = require_heredoc();
	Object.defineProperty(exports, "Heredoc", {
		enumerable: true,
		get: function() {
			return heredoc_1.Heredoc;
		}
	});
	var jsonInstruction_1 = require_jsonInstruction();
	Object.defineProperty(exports, "JSONInstruction", {
		enumerable: true,
		get: function() {
			return jsonInstruction_1.JSONInstruction;
		}
	});
	var label_1 = require_label();
	Object.defineProperty(exports, "Label", {
		enumerable: true,
		get: function() {
			return label_1.Label;
		}
	});
	var modifiableInstruction_1 = require_modifiableInstruction();
	Object.defineProperty(exports, "ModifiableInstruction", {
		enumerable: true,
		get: function() {
			return modifiableInstruction_1.ModifiableInstruction;
		}
	});
	var onbuild_1 = require_onbuild();
	Object.defineProperty(exports, "Onbuild", {
		enumerable: true,
		get: function() {
			return onbuild_1.Onbuild;
		}
	});
	var propertyInstruction_1 = require_propertyInstruction();
	Object.defineProperty(exports, "PropertyInstruction", {
		enumerable: true,
		get: function() {
			return propertyInstruction_1.PropertyInstruction;
		}
	});
	var run_1 = require_run();
	Object.defineProperty(exports, "Run", {
		enumerable: true,
		get: function() {
			return run_1.Run;
		}
	});
	var shell_1 = require_shell();
	Object.defineProperty(exports, "Shell", {
		enumerable: true,
		get: function() {
			return shell_1.Shell;
		}
	});
	var stopsignal_1 = require_stopsignal();
	Object.defineProperty(exports, "Stopsignal", {
		enumerable: true,
		get: function() {
			return stopsignal_1.Stopsignal;
		}
	});
	var user_1 = require_user();
	Object.defineProperty(exports, "User", {
		enumerable: true,
		get: function() {
			return user_1.User;
		}
	});
	var volume_1 = require_volume();
	Object.defineProperty(exports, "Volume", {
		enumerable: true,
		get: function() {
			return volume_1.Volume;
		}
	});
	const workdir_1 = require_workdir();
	Object.defineProperty(exports, "Workdir", {
		enumerable: true,
		get: function() {
			return workdir_1.Workdir;
		}
	});
	var Keyword;
	(function(Keyword) {
		Keyword["ADD"] = "ADD";
		Keyword["ARG"] = "ARG";
		Keyword["CMD"] = "CMD";
		Keyword["COPY"] = "COPY";
		Keyword["ENTRYPOINT"] = "ENTRYPOINT";
		Keyword["ENV"] = "ENV";
		Keyword["EXPOSE"] = "EXPOSE";
		Keyword["FROM"] = "FROM";
		Keyword["HEALTHCHECK"] = "HEALTHCHECK";
		Keyword["LABEL"] = "LABEL";
		Keyword["MAINTAINER"] = "MAINTAINER";
		Keyword["ONBUILD"] = "ONBUILD";
		Keyword["RUN"] = "RUN";
		Keyword["SHELL"] = "SHELL";
		Keyword["STOPSIGNAL"] = "STOPSIGNAL";
		Keyword["USER"] = "USER";
		Keyword["VOLUME"] = "VOLUME";
		Keyword["WORKDIR"] = "WORKDIR";
	})(Keyword || (exports.Keyword = Keyword = {}));
	var Directive;
	(function(Directive) {
		Directive["escape"] = "escape";
		Directive["syntax"] = "syntax";
	})(Directive || (exports.Directive = Directive = {}));
	exports.DefaultVariables = [
		"ALL_PROXY",
		"all_proxy",
		"FTP_PROXY",
		"ftp_proxy",
		"HTTP_PROXY",
		"http_proxy",
		"HTTPS_PROXY",
		"https_proxy",
		"NO_PROXY",
		"no_proxy"
	];
	var DockerfileParser;
	(function(DockerfileParser) {
		function parse(content) {
			return new parser_1.Parser().parse(content);
		}
		DockerfileParser.parse = parse;
	})(DockerfileParser || (exports.DockerfileParser = DockerfileParser = {}));
}));
// src/dockerfile/instructions.ts
var import_main = require_main();
/** A reason, as a part of a sentence for the user, why something can't be known. */
var Doubt = class extends Error {};
const KEYWORDS = new Set(`ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR`.split(" "));
/** As BuildKit takes them on one line. Of longer files, a build tells. */
const MOST_CHARACTERS$2 = 65536;
/** Reads the instructions of a Dockerfile. Fails with a Doubt where BuildKit might read anything else. */
function readInstructions(dockerfile) {
	if (dockerfile.length > MOST_CHARACTERS$2) throw new Doubt("the Dockerfile is unusually long");
	if (dockerfile.includes("�")) throw new Doubt("the Dockerfile is not in UTF-8");
	const lines = splitLines(dockerfile).map((text, index) => ({
		number: index + 1,
		text
	}));
	requirePlainDirectives(lines);
	const instructions = [];
	for (let at = 0; at < lines.length;) {
		const joined = joinLines(lines, at);
		if (!joined) break;
		const instruction = parseInstruction(joined);
		instruction.lastLine = endOfDocuments(instruction, lines);
		instructions.push(instruction);
		at = instruction.lastLine;
	}
	try {
		requireAgreement(instructions, dockerfile);
	} catch (error) {
		throw error instanceof Doubt ? error : new Doubt("the Dockerfile can be read in more than one way");
	}
	return instructions;
}
/** Offset at which a line of a text begins; lines count from 1. */
function startOfLine(text, line) {
	return text.split("\n").slice(0, line - 1).reduce((offset, { length }) => offset + length + 1, 0);
}
/** Without a byte-order mark and line ends. */
function splitLines(dockerfile) {
	return dockerfile.replace(/^\ufeff/, "").split("\n").map((line) => line.replace(/(?<!\r)\r+$/, ""));
}
/** Directives stand in the first lines; what looks like one further down is a comment to some versions only. */
function requirePlainDirectives(lines) {
	for (const { number, text } of lines) {
		if (!isBlank(text) && !isComment(text)) return;
		const [, name, written = ""] = /^\s*#\s*(syntax|escape)\s*=(.*)$/i.exec(text) ?? [];
		const value = written.trim();
		if (name?.toLowerCase() === "escape" && value !== "\\") throw new Doubt(`line ${number} sets another escape character`);
		const isOfficial = /^(docker\.io\/)?docker\/dockerfile(:[\w.-]+)?(@sha256:[0-9a-f]{64})?$/.test(value);
		if (name?.toLowerCase() === "syntax" && !isOfficial) throw new Doubt(`line ${number} asks for a frontend of its own`);
	}
}
/** The next instruction as one line, or undefined at the end of the file. */
function joinLines(lines, from) {
	let joined;
	for (let at = from; at < lines.length; at++) {
		const { number, text } = lines[at] ?? {
			number: 0,
			text: ""
		};
		if (isComment(text) || isBlank(text)) continue;
		requirePlainLine(number, text);
		const [, continued] = /^(.*)\\[ \t]*$/s.exec(text) ?? [];
		joined = {
			text: joined ? joined.text + (continued ?? text) : (continued ?? text).trimStart(),
			line: joined?.line ?? number,
			lastLine: number
		};
		if (continued === void 0) return joined;
	}
	return joined;
}
function isComment(line) {
	return /^[ \t]*#/.test(line);
}
function isBlank(line) {
	return /^[ \t]*$/.test(line);
}
function requirePlainLine(number, text) {
	if (/[\0\r\v\f\u0085\ufeff]|[^\S \t]/.test(text)) throw new Doubt(`line ${number} has an unusual kind of space`);
	if (/\\\\[ \t]*$/.test(text)) throw new Doubt(`line ${number} ends with two backslashes`);
}
function parseInstruction({ text, line, lastLine }) {
	const [, word = "", rest = ""] = /^(\S*)\s*(.*)$/s.exec(text.trimEnd()) ?? [];
	const keyword = word.toUpperCase();
	if (!KEYWORDS.has(keyword)) throw new Doubt(`line ${line} is no instruction that is known here`);
	const [flagText = ""] = /^(--\S*\s+)*(--\S*$)?/.exec(rest) ?? [];
	const flags = flagText.split(/\s+/).filter((flag) => flag !== "");
	if ([
		"ADD",
		"COPY",
		"FROM",
		"RUN"
	].includes(keyword) && flags.some((flag) => /["'`\\]/.test(flag) || flag === "--")) throw new Doubt(`line ${line} has an option that is quoted`);
	return {
		keyword,
		flags,
		words: parseWords(keyword, rest.slice(flagText.length), line),
		text: `${keyword} ${rest}`,
		line,
		lastLine
	};
}
function parseWords(keyword, text, line) {
	if (["ADD", "COPY"].includes(keyword) && text.startsWith("[")) return parseJson(text, line);
	return text.split(/\s+/).filter((word) => word !== "");
}
function parseJson(text, line) {
	const doubt = new Doubt(`line ${line} begins like a JSON array, but is none`);
	try {
		const words = JSON.parse(text);
		if (Array.isArray(words) && words.every((word) => typeof word === "string")) return words;
	} catch {
		throw doubt;
	}
	throw doubt;
}
/** Line on which the inline documents (`<<EOF`) of an instruction end; without any, its own last one. */
function endOfDocuments(instruction, lines) {
	let end = instruction.lastLine;
	for (const { name, isIndented } of documents(instruction)) {
		const found = lines.find(({ number, text }) => number > end && (isIndented ? text.replace(/^\t+/, "") : text) === name);
		if (!found) throw new Doubt(`line ${instruction.line} has an inline document without an end`);
		end = found.number;
	}
	return end;
}
function documents({ keyword, text, line }) {
	if (![
		"ADD",
		"COPY",
		"RUN",
		"ONBUILD"
	].includes(keyword) || !text.includes("<<")) return [];
	const found = [];
	const rest = text.replace(/(?<=\s)<<(-?)(["']?)([A-Za-z_]\w*)\2(?=\s|$)/g, (_, dash, __, name) => {
		found.push({
			name,
			isIndented: dash === "-"
		});
		return "";
	});
	if (keyword === "ONBUILD" || /<<|["'`\\$]/.test(rest)) throw new Doubt(`line ${line} has << where its meaning is not plain`);
	return found;
}
/** dockerfile-ast is made for editors and forgives a lot; where it sees other instructions, one of the two is wrong. */
function requireAgreement(instructions, dockerfile) {
	const opinions = import_main.DockerfileParser.parse(dockerfile).getInstructions();
	const count = Math.max(opinions.length, instructions.length);
	for (let index = 0; index < count; index++) {
		const instruction = instructions[index];
		const opinion = opinions[index];
		if (instruction && opinion && agrees(instruction, opinion)) continue;
		throw new Doubt(`line ${instruction?.line ?? lineOf(opinion)} can be read in more than one way`);
	}
}
function agrees(instruction, opinion) {
	const { keyword, flags, words, line, text } = instruction;
	if (opinion.getKeyword() !== keyword || lineOf(opinion) !== line) return false;
	if (![
		"ADD",
		"COPY",
		"FROM",
		"RUN"
	].includes(keyword)) return true;
	if (opinion.getFlags().map(String).join(" ") !== flags.join(" ")) return false;
	if (keyword === "RUN" || text.includes("<<") || /^\[/.test(opinion.getArguments()[0]?.getValue() ?? "")) return true;
	return opinion.getArguments().map((argument) => argument.getValue()).join(" ") === words.join(" ");
}
function lineOf(opinion) {
	return (opinion?.getRange().start.line ?? 0) + 1;
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
// src/dockerfile/needs.ts
const NOTHING = {
	sources: [],
	from: [],
	doubts: []
};
/** Options that take no files from the context, or only fewer of them. */
const OPTIONS = {
	ADD: [
		"chown",
		"chmod",
		"link",
		"exclude",
		"keep-git-dir",
		"checksum",
		"unpack"
	],
	COPY: [
		"from",
		"chown",
		"chmod",
		"link",
		"exclude"
	],
	FROM: ["platform"],
	RUN: ["mount", "network"]
};
/** What an instruction takes from elsewhere. Fails with a Doubt where only a build can tell. */
function needsOf(instruction) {
	const { keyword, line, text } = instruction;
	if (keyword === "ADD" || keyword === "COPY") return needsOfCopy(keyword, instruction);
	if (keyword === "RUN") return needsOfRun(instruction);
	if (keyword === "ONBUILD") throw new Doubt(`line ${line} is an ONBUILD instruction`);
	return keyword === "ARG" && /\bSOURCE_DATE_EPOCH\b/.test(text) ? {
		...NOTHING,
		doubts: [`line ${line} sets SOURCE_DATE_EPOCH`]
	} : NOTHING;
}
/** The options of an instruction that takes files: pairs of name and value. Fails with a Doubt at an unknown one. */
function optionsOf(keyword, { flags, line }) {
	return flags.map((flag) => {
		const [, name = "", value = ""] = /^--([^=]*)=?(.*)$/s.exec(flag) ?? [];
		if (!OPTIONS[keyword].includes(name)) throw new Doubt(`line ${line} has the option --${name}`);
		return [name, value];
	});
}
function needsOfCopy(keyword, instruction) {
	const { words, line } = instruction;
	const from = optionsOf(keyword, instruction).flatMap(([name, value]) => name === "from" ? [value] : []);
	if (from.length > 1 || words.length < 2) throw new Doubt(`line ${line} is not a ${keyword} that BuildKit takes`);
	if (from.length === 1) return {
		...NOTHING,
		from
	};
	const sources = words.slice(0, -1).filter((word) => !word.startsWith("<<"));
	for (const source of sources) requirePlainSource(keyword, source, line);
	return {
		...NOTHING,
		sources
	};
}
function requirePlainSource(keyword, source, line) {
	if (keyword === "ADD" && /:|\.git(?:$|#)|^github\.com\//.test(source)) throw new Doubt(`line ${line} adds a file from the network`);
	if (source.includes("$")) throw new Doubt(`line ${line} copies from a place that a variable names`);
	if (/["'`\\[\]]|\*\*/.test(source)) throw new Doubt(`line ${line} copies from a place with unusual characters`);
}
function needsOfRun(instruction) {
	const needs = optionsOf("RUN", instruction).flatMap(([name, value]) => name === "mount" ? [value] : []).map((mount) => needsOfMount(mount, instruction.line));
	return {
		sources: needs.flatMap(({ sources }) => sources),
		from: needs.flatMap(({ from }) => from),
		doubts: needs.flatMap(({ doubts }) => doubts)
	};
}
function needsOfMount(mount, line) {
	const options = mount.split(",").map((field) => {
		const [, name = "", value = ""] = /^([^=]*)=?(.*)$/s.exec(field) ?? [];
		return [name.toLowerCase(), value];
	});
	const valuesOf = (wanted) => options.flatMap(([name, value]) => name === wanted ? [value] : []);
	const types = valuesOf("type");
	const from = valuesOf("from");
	const type = types[0]?.toLowerCase() ?? "bind";
	if (types.length > 1 || from.length > 1 || options.some(([name]) => name.includes("$"))) throw new Doubt(`line ${line} has a mount that is not plain`);
	if (type === "bind") {
		if (from[0]) return {
			...NOTHING,
			from
		};
		const [, source = "."] = options.findLast(([name]) => name === "source" || name === "src") ?? [];
		const doubts = isPlainMount(source) ? [] : [`line ${line} mounts files of the build context`];
		return {
			...NOTHING,
			sources: [source],
			doubts
		};
	}
	if (type === "secret" || type === "ssh") return {
		...NOTHING,
		doubts: [`line ${line} uses a secret`]
	};
	if (type !== "cache" && type !== "tmpfs" || from.length > 0) throw new Doubt(`line ${line} has a mount that is not plain`);
	return NOTHING;
}
/** Whether a mount names something in the build context: not all of it, nor what only a build can resolve. `*` is itself there. */
function isPlainMount(source) {
	return source.split("/").some((name) => ![
		"",
		".",
		".."
	].includes(name)) && !/["'`\\[\]*?$]/.test(source);
}
// src/dockerfile/variables.ts
/** BuildKit sets these by the machine, whatever the Dockerfile says. */
const BY_MACHINE = /^(BUILD|TARGET)(PLATFORM|OS|OSVERSION|ARCH|VARIANT|STAGE)$/;
const PLAIN_WORD = /^(\w+)(?:=(?:"([^"'\\]*)"|'([^"'\\$]*)'|([^"'\\]*)))?$/;
/** The arguments before the first stage, with the values that build arguments `NAME=value` or their defaults give them. */
function globalArguments(instructions, buildArguments) {
	const first = instructions.findIndex(({ keyword }) => keyword === "FROM");
	const given = new Map(buildArguments.map(splitPair));
	const variables = /* @__PURE__ */ new Map();
	for (const { words } of instructions.slice(0, first)) {
		const isPlain = words.every((word) => PLAIN_WORD.test(word));
		for (const word of words) {
			const [, , double, single, bare] = PLAIN_WORD.exec(word) ?? [];
			const [name] = splitPair(word);
			const value = given.get(name) ?? substitute(double ?? single ?? bare ?? "", variables);
			variables.set(name, isPlain && !BY_MACHINE.test(name) ? value : void 0);
		}
	}
	return variables;
}
/** A word of a FROM line with its variables replaced by their values. Fails with a Doubt where a value is not plain. */
function resolve(word, variables, line) {
	const value = substitute(word, variables);
	if (!value) throw new Doubt(`line ${line} names an image by a variable that only a build can resolve`);
	return value;
}
/** `NAME` and `value` of `NAME=value`. */
function splitPair(pair) {
	const [, name = "", value = ""] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
	return [name, value];
}
/** No image has a longer name; values that name each other double with every line. */
const MOST_CHARACTERS$1 = 4096;
/** Knows `$NAME`, `${NAME}` and `${NAME:-default}`; anything beyond these, or too long, makes the whole undefined. */
function substitute(text, variables) {
	let isPlain = true;
	const replaced = text.replace(/\$(?:(\w+)|\{(\w+)(?::-([^${}]*))?\})/g, (_, bare, braced, otherwise) => {
		const name = bare ?? braced ?? "";
		const value = variables.has(name) || BY_MACHINE.test(name) ? variables.get(name) : otherwise;
		if (value === void 0) isPlain = false;
		return value || (otherwise ?? "");
	});
	if (replaced.length > MOST_CHARACTERS$1) return void 0;
	return isPlain && !/["'`\\${}]/.test(replaced) ? replaced : void 0;
}
// src/dockerfile/stages.ts
/** The stages of a Dockerfile, in order. Fails with a Doubt where BuildKit might see others. */
function splitStages(instructions) {
	const stages = [];
	for (const instruction of instructions) {
		const { keyword, line } = instruction;
		if (keyword === "FROM") stages.push(startStage(instruction, stages));
		else if (stages.length > 0) stages.at(-1)?.instructions.push(instruction);
		else if (keyword !== "ARG") throw new Doubt(`line ${line} stands before the first stage`);
	}
	return stages;
}
function startStage(from, before) {
	const [, as, name] = from.words;
	const isPlain = from.words.length === 1 || from.words.length === 3 && as?.toLowerCase() === "as";
	const lowerCase = name?.toLowerCase() ?? `stage-${before.length}`;
	if (!isPlain || !/^[a-z][a-z0-9_.-]*$/.test(lowerCase) || lowerCase === "scratch" || lowerCase === "context") throw new Doubt(`line ${from.line} is not a FROM that BuildKit takes`);
	if (before.some((stage) => stage.name === lowerCase)) throw new Doubt(`line ${from.line} begins a second stage ${lowerCase}`);
	return {
		index: before.length,
		name: lowerCase,
		isNamed: name !== void 0,
		from,
		instructions: []
	};
}
/** The stage of a name in lower case. Fails with a Doubt where there is none. */
function findTarget(stages, target) {
	const stage = stages.find(({ name, isNamed }) => isNamed && name === target);
	if (!stage) throw new Doubt(`the Dockerfile has no stage ${target}`);
	return stage;
}
/**
* What a stage is based on. FROM sees only the stages before it, by their names as BuildKit keeps them; anything else is
* an image. Fails with a Doubt where only a build can tell.
*/
function baseOf({ from, index }, stages, variables) {
	const name = resolve(from.words[0] ?? "", variables, from.line);
	const base = stages.find((stage) => stage.index < index && stage.isNamed && stage.name === name);
	return base ? { stage: base } : { image: plainReference(name, from.line) };
}
/**
* What stands behind a name in COPY or a mount: both name stages in any case, COPY by their numbers too. Fails with a
* Doubt where it is no stage before that, and no plain image.
*/
function originOf(from, { keyword, line }, stage, stages) {
	const isNumber = keyword === "COPY" && /^\d+$/.test(from);
	const found = isNumber ? stages[Number(from)] : stages.find(({ name, isNamed }) => isNamed && name === from.toLowerCase());
	if (found && found.index < stage.index) return { stage: found };
	if (found || isNumber) throw new Doubt(`line ${line} takes from a stage that doesn't come before it`);
	return { image: plainReference(from, line) };
}
function plainReference(reference, line) {
	if (!/^[a-z0-9][a-z0-9._:/-]*(:[\w.-]+)?(@sha256:[0-9a-f]{64})?$/.test(reference) || /^(\d+|context)$/.test(reference)) throw new Doubt(`line ${line} names an image in an unusual way`);
	return reference;
}
// src/dockerfile/stage.ts
/**
* Reads what a stage depends on from its Dockerfile, its name in lower case, and build arguments (`NAME=value`). Never
* fails: what can't be known is a doubt.
*/
function readStage(dockerfile, target, buildArguments) {
	const nothing = {
		text: dockerfile,
		stages: [],
		copies: [],
		bases: [],
		steps: {}
	};
	return orDoubt(nothing, () => {
		const instructions = readInstructions(dockerfile);
		const stages = splitStages(instructions);
		const listed = {
			...nothing,
			stages: stages.filter((stage) => stage.isNamed).map((stage) => stage.name)
		};
		return orDoubt(listed, () => {
			requirePlainArguments(buildArguments);
			const stage = findTarget(stages, target);
			const variables = globalArguments(instructions, buildArguments);
			const needed = neededBy(stage, stages, variables);
			requireKnownNeeds(needed);
			return {
				...listed,
				text: dockerfile.slice(0, startOfLine(dockerfile, (stage.instructions.at(-1) ?? stage.from).lastLine + 1)),
				copies: needed.stages.flatMap((one) => copiesOf(one, one === stage)),
				bases: needed.images,
				steps: Object.fromEntries(needed.stages.map((one) => [one.name, countSteps(one, stages, variables)]))
			};
		});
	});
}
/**
* COPY, ADD and RUN instructions that take from the build context, in the stages that a target needs, itself among them,
* whatever else these depend on. Undefined where only a build can tell.
*/
function readCopies(dockerfile, target, buildArguments) {
	try {
		const instructions = readInstructions(dockerfile);
		const stages = splitStages(instructions);
		const stage = findTarget(stages, target);
		return neededBy(stage, stages, globalArguments(instructions, buildArguments)).stages.flatMap((one) => copiesOf(one, one === stage));
	} catch (error) {
		if (error instanceof Doubt) return void 0;
		throw error;
	}
}
/**
* The Dockerfile's text before the instruction on a line of the target stage, or of one that it is based on; the target
* is then its last stage. Undefined where no RUN, COPY or ADD of these stages comes before it.
*/
function cutBefore(dockerfile, target, line) {
	try {
		const stages = splitStages(readInstructions(dockerfile));
		const stage = findTarget(stages, target.toLowerCase());
		const cut = stageOfLine(stage, stages, line);
		if (!cut || !isHeavy(cut, stages)) return void 0;
		const text = dockerfile.slice(0, startOfLine(dockerfile, line));
		return cut.name === stage.name ? text : `${text}FROM ${cut.name} AS ${stage.name}\n`;
	} catch (error) {
		if (error instanceof Doubt) return void 0;
		throw error;
	}
}
/** A stage, or one that it is based on, with the instructions before that on a line. */
function stageOfLine(stage, stages, line) {
	const at = stage.instructions.findIndex((instruction) => instruction.line === line);
	if (at >= 0) return {
		...stage,
		instructions: stage.instructions.slice(0, at)
	};
	const base = namedBase(stage, stages);
	return base && stageOfLine(base, stages, line);
}
function orDoubt(known, read) {
	try {
		return read();
	} catch (error) {
		if (error instanceof Doubt) return {
			...known,
			doubt: error.message
		};
		throw error;
	}
}
function requirePlainArguments(buildArguments) {
	const pairs = buildArguments.map(splitPair);
	const names = /* @__PURE__ */ new Set();
	for (const [name] of pairs) {
		if (names.has(name)) throw new Doubt(`the build argument ${name} is given twice`);
		names.add(name);
	}
	if (names.has("BUILDKIT_SYNTAX")) throw new Doubt("BUILDKIT_SYNTAX asks for a frontend of its own");
	const isTime = ([name, value]) => name !== "SOURCE_DATE_EPOCH" || /^\d+$/.test(value);
	if (!pairs.every(isTime)) throw new Doubt("the build argument SOURCE_DATE_EPOCH is no number");
}
function neededBy(target, stages, variables) {
	const needed = /* @__PURE__ */ new Set([target]);
	const images = /* @__PURE__ */ new Set();
	for (const stage of needed) for (const origin of originsOf(stage, stages, variables)) if ("stage" in origin) needed.add(origin.stage);
	else images.add(origin.image);
	return {
		stages: [...needed].sort((a, b) => a.index - b.index),
		images: [...images].sort()
	};
}
function requireKnownNeeds({ stages }) {
	const [doubt] = stages.flatMap(({ instructions }) => instructions.flatMap((one) => needsOf(one).doubts));
	if (doubt !== void 0) throw new Doubt(doubt);
}
function originsOf(stage, stages, variables) {
	optionsOf("FROM", stage.from);
	const others = stage.instructions.flatMap((instruction) => needsOf(instruction).from.map((from) => originOf(from, instruction, stage, stages)));
	return [baseOf(stage, stages, variables), ...others].filter((origin) => !("image" in origin) || origin.image !== "scratch");
}
function copiesOf({ instructions }, isInTarget) {
	return instructions.flatMap((instruction) => {
		const { sources } = needsOf(instruction);
		const { line, text } = instruction;
		return sources.length > 0 ? [{
			sources,
			line,
			instruction: text.replace(/\s+/g, " "),
			isInTarget
		}] : [];
	});
}
/** The image is a step as well. */
function countSteps(stage, stages, variables) {
	const steps = stage.instructions.filter(({ keyword }) => [
		"ADD",
		"COPY",
		"RUN",
		"WORKDIR"
	].includes(keyword));
	const base = baseOf(stage, stages, variables);
	return steps.length + ("image" in base && base.image !== "scratch" ? 1 : 0);
}
/** Whether a stage, or one that it is based on, has instructions that take time. */
function isHeavy(stage, stages) {
	if (stage.instructions.some(({ keyword }) => [
		"ADD",
		"COPY",
		"RUN"
	].includes(keyword))) return true;
	const base = namedBase(stage, stages);
	return base !== void 0 && isHeavy(base, stages);
}
/** The stage that another is based on, if that names it as it is. */
function namedBase(stage, stages) {
	return stages.find(({ index, name, isNamed }) => isNamed && index < stage.index && name === stage.from.words[0]);
}
// src/dockerfile/steps/context-files.ts
/**
* Finds what a source of a COPY instruction brings, piece by piece, so that one who has seen enough can stop. Fails with
* a Doubt at links on the way, special files and names that are not plain; with the system's error where it can't read.
*/
async function* entriesOf$2(context, source) {
	yield* matching$2(context, "", posix.normalize(`/${source}`).split("/").filter((name) => name !== ""), false);
}
async function* matching$2(context, path, names, isPattern) {
	const entry = await entryAt(context, path);
	if (!entry) return;
	if (entry.kind === "link") throw new Doubt(`${path} is a link, and the dev stage copies it`);
	const [name, ...rest] = names;
	if (name === void 0) yield* whole(context, entry, !isPattern);
	else if (!/[*?]/.test(name)) yield* matching$2(context, posix.join(path, name), rest, isPattern);
	else if (entry.kind === "folder") for (const found of (await namesIn$3(context, path)).filter(asPattern(name))) yield* matching$2(context, posix.join(path, found), rest, true);
}
/** An entry with all that it holds, less what is ignored. */
async function* whole(context, entry, isNamed) {
	const { ignore } = context;
	let isKept = isNamed || !ignore.ignores(entry.path);
	if (isKept) yield entry;
	if (entry.kind !== "folder" || !isKept && !ignore.hasExceptions) return;
	for (const name of await namesIn$3(context, entry.path)) {
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
		kind: kindOf$1(stats, path),
		mode: stats.mode & 4095
	};
}
function kindOf$1(stats, path) {
	if (stats.isFile()) return "file";
	if (stats.isDirectory()) return "folder";
	if (stats.isSymbolicLink()) return "link";
	throw new Doubt(`${path} is no regular file, and the dev stage copies it`);
}
async function namesIn$3({ folder }, path) {
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
const MOST_BYTES$6 = 1 << 20;
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
		const content = await readRegularFile(path, MOST_BYTES$6);
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
		for await (const entry of entriesOf$2(context, source)) {
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
	const file = await open(path, constants$3.O_RDONLY | constants$3.O_NOFOLLOW | constants$3.O_NONBLOCK);
	for await (const chunk of file.createReadStream()) hash.update(chunk);
	return hash.digest("hex");
}
function asDoubt(error, context) {
	if (error instanceof Doubt) return error.message;
	const { code, path } = error;
	if (code === void 0 || path === void 0) throw error;
	return `${relative$1(context, path) || "the build context"} can't be read (${code})`;
}
/** What a Dockerfile holds; undefined where it is no regular file of at most 1 MiB, or may not be read. */
async function readDockerfile(path) {
	return readRegularFile(path, MOST_BYTES$6).catch(() => void 0);
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
		const path = relative$1(seen.context, found.path);
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
	const metadata = JSON.parse(await readFile(metadataFile, "utf8"));
	return inspectImage(metadata["containerimage.digest"] ?? "");
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
// src/checkout/locate.ts
/** The first of these that is there makes the cache key, where nobody says what does: the most exact ones first. */
const DEPENDENCY_FILES = [
	"requirements.txt",
	"uv.lock",
	"poetry.lock",
	"pdm.lock",
	"environment.yml",
	"pyproject.toml"
];
/** How to get a Dockerfile, up to the end of the sentence. */
const START = {
	job: `start with this one:\n\nFROM python:3.14-slim AS dev
WORKDIR /usr/src/app
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:\$PATH"
COPY requirements.txt .
RUN pip install -r requirements.txt

FROM dev AS share
COPY . .`,
	person: "write one with \"dev-in-docker init\"."
};
/** Where to look for what. */
function locate(inputs) {
	return {
		context: inputs.context,
		dockerfile: dockerfileOf(inputs),
		dependencies: inputs["cache-dependency-path"]
	};
}
/** Path of the Dockerfile, relative to the checkout. */
function dockerfileOf({ file, context }) {
	return file ?? (context === "." ? "Dockerfile" : `${context}/Dockerfile`);
}
/** Fails on jobs that can't be served, wherever the files are. */
function requireLinux(inputs, { runnerOs }) {
	if (runnerOs !== "Linux") throw new UserError(`This runner has ${runnerOs || "an unknown system"}, but Docker images need Linux: write runs-on: ubuntu-latest.`);
	if (inputs["job-container"] !== "") throw new UserError("This job runs in a container of its own, whose paths the Docker engine does not know: remove container: from the job; the tests run in your dev image anyway.");
}
/** Folder and Dockerfile of the project. Fails where the checkout lacks what it was to have. */
function requireFiles(checkout, paths) {
	if (checkout.isEmpty) throw new UserError(sentence`There are no files to test: ${words$1.nothingThere}.`);
	if (checkout.context === void 0) throw new UserError(sentence`${input("context")} is ${quoted(paths.context)}, but the ${words$1.checkout} has no such folder: write its path relative to the ${words$1.checkout}.`);
	if (checkout.dockerfile === void 0 && checkout.meantDockerfile !== void 0) throw new UserError(sentence`There is no ${paths.dockerfile} in the ${words$1.checkout}, but there is ${checkout.meantDockerfile}. Write that path: ${input("file")} is relative to the ${words$1.checkout}, not to ${input("context")}.`);
	if (checkout.dockerfile === void 0) {
		const others = checkout.otherDockerfiles.slice(0, 5).join(", ");
		throw new UserError(sentence`There is no ${paths.dockerfile} in the ${words$1.checkout}. Set ${input("file")} to ${others ? `one of those that are there (${others})` : "where yours is"}, or ${START}`);
	}
	if (/[\n\r]/.test(checkout.context)) throw new UserError(sentence`The folder ${quoted(checkout.context)} can't be mounted: Docker takes no line break in a path. ${words$1.plainerFolder}.`);
	const { unmatched, meant } = checkout.dependencies;
	if (unmatched[0] !== void 0) {
		const cure = meant === void 0 ? "correct it, or remove it to use requirements.txt" : sentence`write ${quoted(meant)}, as it is relative to ${input("context")}`;
		throw new UserError(sentence`${input("cache-dependency-path")} has ${quoted(unmatched[0])}, which matches no file in ${paths.context === "." ? sentence`the ${words$1.checkout}` : paths.context}: ${cure}.`);
	}
	return {
		context: checkout.context,
		dockerfile: checkout.dockerfile
	};
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
// src/buildkit/step-names.ts
/**
* Whether a build ran ONBUILD instructions of a base image, which may copy files that the Dockerfile doesn't name. Says
* yes when unsure; `stage` is what the Dockerfile's text promises.
*/
function hasOnbuild(stepNames, stage) {
	const expected = new Map(Object.entries(stage.steps));
	const [onlyName] = expected.size === 1 ? expected.keys() : [];
	const unseen = new Set(expected.keys());
	for (const name of stepNames) {
		const [, stageName = onlyName, total, rest] = /^\[(?:([^\]]*[^\] ]) )? *\d+\/(\d+)\] (.*)$/s.exec(name) ?? [];
		if (total === void 0 || rest === void 0) continue;
		if (rest.startsWith("ONBUILD ") || stageName === void 0 || expected.get(stageName) !== Number(total)) return true;
		if (!rest.startsWith("FROM ")) unseen.delete(stageName);
	}
	const hasMoreThanBase = (name) => (expected.get(name) ?? 0) > 1;
	return [...unseen].some(hasMoreThanBase);
}
/**
* The digests of base images as a build found them: reference as the Dockerfile has it → digest. Undefined where one is
* missing.
*/
function baseDigests(stepNames, bases) {
	const found = /* @__PURE__ */ new Map();
	for (const name of stepNames) {
		const [, reference, digest] = /^(?:\[[^\]]*\] )?FROM (\S+)@(sha256:[0-9a-f]{64})$/.exec(name) ?? [];
		if (reference === void 0 || digest === void 0) continue;
		const image = normalize(reference);
		found.set(image, (found.get(image) ?? digest) === digest ? digest : "");
	}
	const digests = bases.map((base) => [base, digestIn(base) ?? found.get(normalize(base))]);
	if (digests.some(([, digest]) => !digest)) return void 0;
	return Object.fromEntries(digests.map(([base, digest = ""]) => [base, digest]));
}
function digestIn(reference) {
	return /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1];
}
/** A reference in full, as docker reads it: `python` is `docker.io/library/python:latest`. */
function normalize(reference) {
	const [name = "", digest] = reference.split("@");
	const [, host, path = name] = /^((?:[^/]*[.:][^/]*|localhost)(?=\/))\/(.*)$/s.exec(name) ?? [];
	const registry = host === void 0 || host === "index.docker.io" ? "docker.io" : host;
	const repository = registry === "docker.io" && !path.includes("/") ? `library/${path}` : path;
	return `${registry}/${repository}${digest !== void 0 || /:[^/]*$/.test(repository) ? "" : ":latest"}${digest === void 0 ? "" : `@${digest}`}`;
}
// src/cache/saving.ts
/** Decides whether a dev image becomes a run entry; `found` is the key of the one that was found and not used, if any. */
function decideRunEntry(entries, { steps, contentId, stage }, found, hash) {
	if ("off" in entries) return entries;
	if (!stage) return { off: "the Dockerfile could not be read" };
	const names = steps.map((step) => step.name);
	const bases = baseDigests(names, entries.bases);
	if (!bases) return { off: "the build did not tell which base images it had" };
	if (hasOnbuild(names, stage.inputs)) return { off: "a base image has instructions of its own" };
	return {
		key: keyInstead(runKey(runPrefixes(entries.scope, hash), contentId), found),
		bases
	};
}
/** Decides whether an image becomes a build entry, unless the one that was restored holds just that. */
function decideBuildEntry({ restore, scope }, restored, contentId, hash) {
	if (restore === "lookup" && restored.isExact) return { off: "there is one of these requirements" };
	const key = cacheKey$1(cachePrefixes(scope, hash), contentId);
	if (restore === "files" && restored.key !== void 0 && !restored.entry) return { key: keyInstead(key, restored.key) };
	return restored.key?.startsWith(key) ? { off: "it was restored" } : { key };
}
/**
* Seconds that the first layers must take to build: an entry of a base image and a virtual environment takes as long
* to save (measured), and most changes of the requirements are tested once.
*/
const WORTH_SECONDS = 5;
/** Whether the first layers of an image are worth an entry: they took long to build, or came out of one. */
function isHeadWorthSaving(all, head, restored) {
	const inHead = new Set(head.map(instruction));
	const own = all.filter((step) => !step.isCached && inHead.has(instruction(step)) && !/^FROM /.test(instruction(step)));
	return restored.entry !== void 0 || own.reduce((sum, { seconds }) => sum + seconds, 0) >= WORTH_SECONDS;
}
/** `RUN apt-get update` of `[dev 2/5] RUN apt-get update`: the first layers alone are numbered otherwise. */
function instruction({ name }) {
	return name.replace(/^\[[^\]]*\] /, "");
}
// src/cache/steps/save.ts
/** Saves what the next jobs need, one after the other, to leave the tests their processors. Trouble is a value. */
async function saveEntries(plan, built, run) {
	const { cache } = plan;
	if ("off" in cache || !cache.save) return {};
	const runEntry = await saveRunEntry(plan, cache, built, run);
	const buildEntry = await saveBuildEntry(plan, cache, built, run);
	return {
		...runEntry ? { run: runEntry } : {},
		...buildEntry ? { build: buildEntry } : {}
	};
}
async function saveRunEntry({ mount }, { maxSize }, { dev, stage, found }, { id, temp }) {
	const { contentId } = dev.image;
	const decision = decideRunEntry(mount, {
		steps: dev.steps,
		contentId,
		stage
	}, found, sha256);
	if ("off" in decision) return void 0;
	const entry = {
		kind: "run",
		contentId,
		bases: decision.bases,
		label: ownLabel(id)
	};
	return saveEntry({
		key: decision.key,
		image: dev.image.id,
		maxSize,
		entry
	}, temp);
}
async function saveBuildEntry(plan, cache, { dev, restored }, run) {
	const { extent } = cache;
	if (extent.kind === "nothing") return void 0;
	if (extent.kind === "whole") return saveImage(dev.image, cache, restored, run);
	try {
		const head = await firstLayers(plan, extent, dev, restored, run);
		return head && await saveImage(head, cache, restored, run);
	} finally {
		await untag(ownReference(run.id, "head"));
	}
}
async function saveImage(image, cache, restored, { temp }) {
	const decision = decideBuildEntry(cache, restored, image.contentId, sha256);
	if ("off" in decision) return void 0;
	const older = restored.entry ? { olderConfig: restored.entry.config } : {};
	return saveEntry({
		key: decision.key,
		image: image.id,
		maxSize: cache.maxSize,
		entry: {
			kind: "build",
			...older
		}
	}, temp);
}
/** An image of the layers that a build entry is to hold, where they are worth it. */
async function firstLayers(plan, extent, dev, restored, run) {
	const head = await buildHead(plan.dev, extent.dockerfile, run);
	return isHeadWorthSaving(dev.steps, head.steps, restored) ? head.image : void 0;
}
// src/checkout/steps/git.ts
/** Paths, relative to a folder, of the files in it that git has; none outside of git. */
async function trackedFiles(folder) {
	const { exitCode, stdout } = await git([
		"-c",
		"core.fsmonitor=false",
		"-C",
		folder,
		"ls-files",
		"-z"
	]);
	return exitCode === 0 ? stdout.split("\0").filter((path) => path !== "") : [];
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
const MOST_BYTES$5 = 65536;
/**
* Absolute path of the git data that a folder's .git file leads to, which a worktree or submodule has elsewhere; nothing
* where that data is not this folder's: a file of an unpacked archive may lead to anybody's.
*/
async function gitDataElsewhere(folder) {
	if (await textOf$1(join(folder, ".git")) === void 0) return void 0;
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
	const owner = dirname$1(own) === join(common, "worktrees") ? await worktreeOf(own) : await submoduleOf(own, common);
	return owner !== void 0 && owner === await realPathOf(folder) ? common : void 0;
}
/** The folder of a worktree, as the repository that it belongs to has written it down. */
async function worktreeOf(own) {
	const pointer = (await textOf$1(join(own, "gitdir")))?.trim();
	return pointer === void 0 || basename(pointer) !== ".git" ? void 0 : realPathOf(dirname$1(resolve$1(own, pointer)));
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
	return exitCode === 0 ? realPathOf(resolve$1(own, stdout.replace(/\n$/, ""))) : void 0;
}
async function textOf$1(path) {
	return readRegularFile(path, MOST_BYTES$5).then((content) => content?.toString(), () => void 0);
}
async function realPathOf(path) {
	return realpath(path).catch(() => void 0);
}
// src/checkout/steps/repository.ts
/**
* The folder of the workspace that the job's repository is checked out to, as seen from one of its folders: empty for the
* workspace itself, else relative to it, as `path:` of actions/checkout has it. Undefined where the folder belongs to
* another repository, such as a submodule. `name` is the job's, `owner/name`; empty where there is no job. Never rejects.
*/
async function findRepository(workspace, folder, name) {
	if (name === "") return "";
	for (let path = folder; path !== "."; path = posix.dirname(path)) {
		const top = posix.join(workspace, path);
		if (!await lstat(posix.join(top, ".git")).catch(() => void 0)) continue;
		return await isCalled(top, name) ? path : void 0;
	}
	return "";
}
/** Whether a repository comes from the one of this name; one that comes from nowhere may. */
async function isCalled(top, name) {
	const { stdout } = await git([
		"-C",
		top,
		"config",
		"--get",
		"remote.origin.url"
	]);
	const address = stdout.trim().replace(/\/$/, "").replace(/\.git$/, "").toLowerCase();
	return address === "" || address.endsWith(`/${name.toLowerCase()}`) || address.endsWith(`:${name.toLowerCase()}`);
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
// src/engine/judge.ts
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
	const trouble = tooOld("Docker Engine", ServerVersion, OLDEST_ENGINE);
	return trouble ? {
		kind: "unusable",
		trouble
	} : { kind: "usable" };
}
/** Why no build can be done with a client; undefined if it can, or where it tells nothing of itself, as one does that knows no context. */
function buildxTrouble(info) {
	return info.ClientInfo && tooOld("Docker Buildx", buildxVersion(info), OLDEST_BUILDX);
}
/** Version of the client's buildx; empty where it has none. */
function buildxVersion({ ClientInfo }) {
	return ClientInfo?.Plugins?.find((plugin) => plugin.Name === "buildx")?.Version ?? "";
}
function tooOld(what, version, oldest) {
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
	const configured = parse$3(await readFile(join(configFolder, "config.json"), "utf8").catch(() => "{}"))?.currentContext;
	const contextName = client.contextName || configured || "default";
	if (contextName === "default") return {
		...at("unix:///var/run/docker.sock"),
		contextName,
		origin: "default"
	};
	const meta = join(configFolder, "contexts/meta", sha256(contextName), "meta.json");
	const { Endpoints } = parse$3(await readFile(meta, "utf8").catch(() => "{}")) ?? {};
	const origin = client.contextName ? "DOCKER_CONTEXT" : "configuration";
	return {
		...at(Endpoints?.docker?.Host),
		contextName,
		origin
	};
}
/** A JSON text's value; undefined where it is none. */
function parse$3(text) {
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
		const said = await text$1(answer);
		if (answer.statusCode === 200) return said;
		throw new Error(parse$3(said)?.message ?? said.trim());
	} catch (error) {
		throw signal.aborted ? /* @__PURE__ */ new Error(`no answer within ${patienceSeconds} s`) : error;
	}
}
/** What the engine says at a path of its API; undefined where it can't be reached so, is too slow, or has no such thing. */
async function askEngine(socketPath, path, call) {
	return callEngine(socketPath, path, call).then(parse$3, () => void 0);
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
	const code = socket === void 0 ? void 0 : await refusalOf$1(socket);
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
function refusalOf$1(path) {
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
const PATIENCE_SECONDS$3 = 60;
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
async function examineEngine(client, patienceSeconds = PATIENCE_SECONDS$3) {
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
async function examineClient(patienceSeconds = PATIENCE_SECONDS$3) {
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
		...parse$3(answer.stdout),
		...said ? { said } : {}
	};
}
/** Why the engine that said this can't be used; undefined if it can. */
async function engineTrouble(info, address) {
	const judgement = judgeEngine(info);
	if (judgement.kind === "silent") return explainSilence(judgement.said, address);
	return judgement.kind === "unusable" ? judgement.trouble : void 0;
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
	const written = lines(text).map((line) => {
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
const READERS$1 = {
	context: orElse(".", relative),
	file: optional(relative),
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
	workdir: optional(workdir),
	entrypoint: optional(entrypoint),
	user: optional(user),
	network: optional(network),
	"shm-size": optional(sharedMemory),
	gpus: optional(graphicsCards),
	"read-only": orElse("false", flag),
	"timeout-minutes": optional(minutes),
	shard: optional(shard),
	summary: orElse("true", (name, text) => oneOf(name, text, [
		"true",
		"false",
		"failures"
	])),
	annotations: orElse("true", flag),
	slowest: count,
	"junit-file": optional(xmlFile),
	image: optional(imageName),
	username: asTyped,
	password: asTyped,
	"github-token": asTyped,
	push: orElse("auto", (name, text) => oneOf(name, text, [
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
	"share-file": optional(archive),
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
			values[name] = READERS$1[name](name, text);
		});
	}
	if (sentences.length === 0) attempt(sentences, () => requireOwnIds(values));
	if (sentences.length > 0) throw new UserError(withSource(joined$1(sentences, "\n"), source.source));
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
		const meant = meantBy$1(name);
		return `There is no input ${name}${meant ? `: did you mean ${meant}?` : `. Inputs are: ${typable.join(", ")}.`}`;
	});
}
/** What to tell of variables (`INPUT_…`, without the prefix) that may be misspelled inputs; of others, the runner warns. */
function inputNotices(variables) {
	return unknownNames(variables).flatMap((name) => {
		const meant = name.includes("-") ? void 0 : meantBy$1(name);
		return meant === void 0 ? [] : [`There is no input ${name}: did you mean ${meant}? If INPUT_${name.toUpperCase()} is a variable of this job, nothing is wrong.`];
	});
}
const typable = inputNames.filter((name) => !filledIn.includes(name));
function unknownNames(variables) {
	const known = new Set(inputNames);
	return variables.map((name) => name.toLowerCase()).filter((name) => !known.has(name));
}
function meantBy$1(name) {
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
function optional(read) {
	return (name, text) => text === "" ? void 0 : read(name, text);
}
// src/inputs/steps/settings.ts
const NAME = "dev-in-docker";
const OWN_FILE = `${NAME}.toml`;
const PROJECT_FILE = "pyproject.toml";
const MOST_BYTES$4 = 1 << 20;
/**
* Reads what was typed, completed by the settings in the context and by what is built in; `variables` are the names of
* those that the runner has inputs in. Fails with a sentence on each input, and on settings, that can't be read.
*/
async function completeInputs(typed, workspace, variables = []) {
	const read = readInputs(typed, void 0, variables);
	const { context } = read.inputs;
	const found = await findSettings(workspace, context);
	return found ? readInputs(typed, readSettings(found.table, found.origin, context)) : read;
}
/** The settings in a folder of the checkout; undefined where it has none. */
async function findSettings(workspace, folder) {
	const root = await realpath(workspace).catch(() => void 0);
	if (root === void 0) return void 0;
	const [own, project] = await Promise.all([ownSettings(root, folder), projectSettings(root, folder)]);
	if (own && project) throw new UserError(`There are settings in ${own.origin} and in ${project.origin}: keep one of them.`);
	return own ?? project;
}
async function ownSettings(root, folder) {
	const path = join(folder, OWN_FILE);
	if (!await lstat(join(root, path)).catch(() => void 0)) return void 0;
	const text = await readWithin(root, path);
	if (text === void 0) throw new UserError(sentence`${path} is no file of at most 1 MiB within the ${words$1.checkout}: write the settings into such a file.`);
	return {
		table: (await import("./toml.js")).parseToml(text, path),
		origin: path
	};
}
/** Most projects have this file, and few of them settings in it: those that don't need not wait for a parser. */
async function projectSettings(root, folder) {
	const path = join(folder, PROJECT_FILE);
	const text = await readWithin(root, path);
	if (text === void 0 || !/dev[-_]in[-_]docker/i.test(text)) return void 0;
	const parsed = (await import("./toml.js")).parseToml(text, path);
	const tool = isTable(parsed.tool) ? parsed.tool : {};
	const misplaced = [...Object.keys(parsed), ...Object.keys(tool).filter((key) => key !== NAME)].find(isAlmostName);
	if (misplaced !== void 0) throw new UserError(`${path} has a table ${quoted(misplaced)}: its settings belong into [tool.${NAME}].`);
	const table = tool[NAME];
	if (table === void 0) return void 0;
	const origin = `[tool.${NAME}] of ${path}`;
	if (isTable(table)) return {
		table,
		origin
	};
	throw new UserError(`${origin} is no table: write a line [tool.${NAME}], and the settings below it.`);
}
function isAlmostName(key) {
	return key.toLowerCase().replaceAll("_", "-") === NAME;
}
function isTable(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Text of a file; undefined where it is none of a decent size, or a link leads out of the checkout. */
async function readWithin(root, path) {
	const found = await findWithin(root, path, "isFile");
	return found === void 0 ? void 0 : (await readRegularFile(found, MOST_BYTES$4))?.toString();
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
// src/mount/steps/machine.ts
/** Where Docker's packages put docker-init, besides the PATH. */
const INIT_FOLDERS = [
	"/usr/bin",
	"/usr/libexec/docker",
	"/usr/local/bin"
];
/** Looks for what mounting takes: FUSE, loop devices, docker-init. (Whether sudo asks for a password, the first mount shows.) */
async function inspectMachine(folders) {
	const [hasFuse, hasLoop, init] = await Promise.all([
		isThere$1("/dev/fuse", constants$3.R_OK | constants$3.W_OK),
		isThere$1("/dev/loop-control"),
		findInit(folders)
	]);
	if (!hasFuse) return { obstacle: "this runner has no /dev/fuse that its user may open" };
	if (!hasLoop) return { obstacle: "this runner has no loop devices" };
	if (init === void 0) return { obstacle: "docker-init is not where Docker usually puts it" };
	return { init };
}
async function findInit(folders) {
	for (const folder of [...folders, ...INIT_FOLDERS]) {
		const path = join(folder, "docker-init");
		if (await isThere$1(path, constants$3.X_OK)) return path;
	}
}
async function isThere$1(path, mode = constants$3.F_OK) {
	return access(path, mode).then(() => true, () => false);
}
// src/mount/bases.ts
/** The digest that a reference names itself, if it does: such an image can't move. */
function fixedDigest(reference) {
	return /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1];
}
/** Compares the digests that base images have now, undefined where nobody answered, with those that they once had. */
function judgeBases(answers, known) {
	const moved = answers.find(({ reference, digest }) => digest !== void 0 && digest !== known[reference]);
	return {
		...moved ? { moved: moved.reference } : {},
		unanswered: answers.filter(({ digest }) => digest === void 0).map(({ reference }) => reference)
	};
}
/** What to tell of base images that were taken as unchanged; `answer` is undefined where it took too long. */
function baseNotices(answer, references) {
	return (answer?.unanswered ?? references).map((base) => `The registry could not be asked whether the base image ${base} has changed: it was taken as unchanged.`);
}
// src/mount/steps/bases.ts
/** Seconds that the engine may take to ask a registry. */
const PATIENCE_SECONDS$2 = 15;
/** Compares base images with the digests they once had, as their registries have them now. Never rejects. */
async function compareBases(references, known, engineSocket) {
	return judgeBases(await Promise.all(references.map(async (reference) => ({
		reference,
		digest: await askDigest(reference, engineSocket)
	}))), known);
}
/** Digest of an image in its registry; undefined where nobody can tell. */
async function askDigest(reference, engineSocket) {
	return fixedDigest(reference) ?? await askByEngine(reference, engineSocket) ?? await askByClient(reference);
}
/** The engine knows its mirrors, and answers within milliseconds; but it has no credentials. */
async function askByEngine(reference, engineSocket) {
	return (await askEngine(engineSocket, `/distribution/${reference.split("/").map(encodeURIComponent).join("/")}/json`, { patienceSeconds: PATIENCE_SECONDS$2 }))?.Descriptor?.digest;
}
/** The client has the job's credentials. */
async function askByClient(reference) {
	const { exitCode, stdout } = await docker([
		"buildx",
		"imagetools",
		"inspect",
		"--format",
		"{{.Manifest.Digest}}",
		reference
	]);
	return exitCode === 0 ? stdout.trim() : void 0;
}
// src/mount/steps/serving.ts
/** Key of the entry that could not be used, for the report and for the key of the one that replaces it. */
var UnusableEntry = class extends Error {
	key;
	constructor(message, key) {
		super(message);
		this.key = key;
	}
};
/** Starts the serving process; its log goes to `folder`. */
async function startServer(folder, request) {
	const log = await open(join(folder, "log"), "w");
	const script = fileURLToPath(new URL("./mount-server.js", import.meta.url));
	const child = spawn(process.execPath, [script], {
		detached: true,
		stdio: [
			"ignore",
			log.fd,
			log.fd,
			"ipc"
		],
		env: childEnvironment()
	});
	await log.close();
	const found = Promise.withResolvers();
	const mounted = Promise.withResolvers();
	const failed = Promise.withResolvers();
	const ended = Promise.withResolvers();
	let figures;
	const fail = (message, key) => {
		const error = new UnusableEntry(message, key);
		found.reject(error);
		mounted.reject(error);
		failed.resolve(message);
	};
	for (const { promise } of [found, mounted]) promise.catch(() => void 0);
	child.on("message", (message) => {
		if (message.type === "found") found.resolve(message);
		if (message.type === "absent") found.resolve(void 0);
		if (message.type === "mounted") mounted.resolve();
		if (message.type === "trouble") fail(message.message, message.key);
		if (message.type === "lost") fail(message.message);
		if (message.type === "stopped") figures = message.figures;
	});
	child.on("error", (error) => fail(error.message));
	child.on("close", () => {
		if (!figures) fail("the process that serves it ended early");
		ended.resolve(figures);
	});
	const send = (message) => child.send(message, () => void 0);
	send({
		type: "serve",
		service: cacheService(),
		...request
	});
	return {
		found: found.promise,
		mounted: mounted.promise,
		failed: failed.promise,
		release: (keepPrefetchOrder) => send({
			type: "release",
			keepPrefetchOrder
		}),
		ended: ended.promise,
		kill: () => child.kill("SIGTERM")
	};
}
// src/mount/skeleton.ts
/**
* The configuration of the image that a mounted dev image is started by: its own, but without volumes, which would
* cover files of the image with an empty folder (a volume is filled from the image that is started): decideVolume says
* what takes their place.
*/
function skeletonConfig(config) {
	const { Volumes: _, ...rest } = config;
	return rest;
}
/**
* Paths of an image's volumes, each once, but for the working directory, where the checkout is mounted anyway. Fails on one
* that could be read as more than a path.
*/
function volumesOf({ Volumes, WorkingDir }) {
	const paths = Object.keys(Volumes ?? {});
	if (!paths.every(isMountable)) throw new Error("one of its volumes has a path where nothing can be mounted");
	return [...new Set(paths.map(withoutDetours))].filter((path) => path !== WorkingDir);
}
function withoutDetours(path) {
	return `/${path.split("/").filter((name) => name !== "" && name !== ".").join("/")}`;
}
/** Decides what takes the place of a volume, by whether the image has a folder there. */
function decideVolume(path, isThere) {
	if (!isThere) return { kind: "empty" };
	return { kind: path.lastIndexOf("/") === 0 ? "root" : "mount" };
}
// src/mount/steps/skeleton.ts
/** What Docker calls the processors that Node calls otherwise. */
const ARCHITECTURES = {
	x64: "amd64",
	ia32: "386",
	ppc64: "ppc64le"
};
/**
* Loads an image under a reference that has the dev image's configuration and root directory, but none of its files: only
* places to mount them at. Straight into the engine, since starting its client takes as long as all the rest.
*/
async function loadSkeleton(reference, { image, topLevel }, engineSocket) {
	const layer = makeTar(topLevel);
	const config = {
		architecture: ARCHITECTURES[process.arch] ?? process.arch,
		os: "linux",
		config: skeletonConfig(image.config),
		rootfs: {
			type: "layers",
			diff_ids: [`sha256:${sha256(layer)}`]
		},
		history: [{ created_by: "dev-in-docker" }]
	};
	const json = (value) => new TextEncoder().encode(JSON.stringify(value));
	await load(makeTar([
		{
			name: "config.json",
			kind: "file",
			content: json(config)
		},
		{
			name: "layer.tar",
			kind: "file",
			content: layer
		},
		{
			name: "manifest.json",
			kind: "file",
			content: json([{
				Config: "config.json",
				RepoTags: [reference],
				Layers: ["layer.tar"]
			}])
		}
	]), engineSocket);
}
/**
* Fails where an image's files, in `folder`, have another root directory than their entry's header says. Docker follows a
* link that is the source of a mount on this machine, and ends the job on a source that is of another kind, or missing.
*/
async function requireRoot(topLevel, folder) {
	const names = (await readdir(folder)).filter((name) => !isDockers(name));
	const described = new Map(topLevel.map(({ name, kind }) => [name, kind]));
	const isAsDescribed = async (name) => kindOf(await lstat(join(folder, name))) === described.get(name);
	if ((names.length === described.size ? await Promise.all(names.map(isAsDescribed)) : [false]).includes(false)) throw new Error("its root directory is not what its header says");
}
function kindOf(found) {
	if (found.isDirectory()) return "directory";
	if (found.isFile()) return "file";
	return found.isSymbolicLink() ? "link" : "other";
}
/**
* What the volumes of an image are in a container of its skeleton, where `folder` holds the image's files. Fails where a
* link leads to one, since a mount would follow it on this machine instead of in the image; and on a path that could be read
* as more than a path.
*/
async function placeVolumes(config, folder) {
	const mounts = [];
	const volumes = [];
	for (const target of volumesOf(config)) {
		const source = join(folder, target);
		const decision = decideVolume(target, await isThere(source, join(await realpath(folder), target)));
		if (decision.kind === "mount") mounts.push({
			source,
			target
		});
		if (decision.kind === "empty") volumes.push(target);
	}
	return {
		mounts,
		volumes
	};
}
async function isThere(path, real) {
	for (let [part, expected] = [path, real];; [part, expected] = [dirname$1(part), dirname$1(expected)]) {
		const found = await realpath(part).catch((error) => error);
		if (found === expected) return part === path;
		if (typeof found === "string" || found.code !== "ENOENT" || await isLink(part)) throw new Error("one of its volumes lies behind a link, or where it can not be looked at");
	}
}
async function isLink(path) {
	return lstat(path).then((found) => found.isSymbolicLink(), () => false);
}
/** Seconds that the engine may take to load a few kilobytes when it has much else to do. */
const PATIENCE_SECONDS$1 = 60;
/** The engine's call behind `docker load` (docs.docker.com/reference/api/engine, ImageLoad). */
async function load(tar, engineSocket) {
	const said = await callEngine(engineSocket, "/images/load?quiet=1", {
		tar,
		patienceSeconds: PATIENCE_SECONDS$1
	}).catch(messageOf);
	if (said.includes("Loaded image") && !said.includes("\"errorDetail\"")) return;
	throw new Error(`the engine did not take its skeleton (${said.trim()})`);
}
// src/mount/steps/mount.ts
/** How long the registry may take to name a base image's digest, once the tests have ended. */
const PATIENCE_MILLISECONDS$3 = 1e4;
/** How long the serving process may take to end once its file is unmounted: it may have an order to keep. */
const END_MILLISECONDS = 2e4;
/** Mounts the newest run entry of a plan. Where there is none, or it can't be used, only facts come back. */
async function mountImage(plan, server, run) {
	const start = performance.now();
	const unusable = (more) => ({
		isUsed: false,
		isOutdated: false,
		hasStarted: false,
		seconds: secondsSince(start),
		notices: [],
		...more
	});
	run.signal.addEventListener("abort", server.kill, { once: true });
	let mounting;
	try {
		const found = await server.found;
		if (!found) {
			await takeDown$1(server, run);
			return unusable({});
		}
		const { header, key } = found;
		const bases = compareBases(plan.bases, header.bases, plan.engineSocket);
		const skeleton = ownReference(run.id, "skeleton");
		mounting = server.mounted.then(() => mountFileSystem(mountFolder(run.temp)));
		await Promise.all([loadSkeleton(skeleton, header, plan.engineSocket), mounting]);
		const folder = join(mountFolder(run.temp), "merged");
		await requireRoot(header.topLevel, folder);
		const { mounts, volumes } = await placeVolumes(header.image.config, folder);
		return {
			image: describeImage(header.image),
			root: {
				skeleton,
				mounts: [...rootMounts(header.topLevel, folder, plan.init), ...mounts],
				volumes,
				folder
			},
			...watch({
				server,
				bases,
				references: plan.bases,
				run
			}, {
				key,
				seconds: secondsSince(start)
			})
		};
	} catch (error) {
		await abandon(server, run, mounting);
		const key = error instanceof UnusableEntry ? error.key : (await server.found)?.key;
		return unusable({
			trouble: messageOf(error),
			...key === void 0 ? {} : { key }
		});
	} finally {
		run.signal.removeEventListener("abort", server.kill);
	}
}
function secondsSince(start) {
	return (performance.now() - start) / 1e3;
}
/** Starts to look for a run entry and to download it. What is not mounted then is to be abandoned. */
async function serveRunEntry(plan, temp) {
	const folder = mountFolder(temp);
	for (const name of [
		"lower",
		"merged",
		"upper",
		"work"
	]) await mkdir(join(folder, name), { recursive: true });
	const file = join(folder, "image");
	await writeFile(file, "");
	const { run, prefetch } = runPrefixes(plan.scope, sha256);
	return startServer(folder, {
		keyPrefix: run,
		prefetchPrefix: prefetch,
		mountpoint: file,
		store: join(folder, "store")
	});
}
/** The squashfs, and over it an overlay that takes what the tests write. */
async function mountFileSystem(folder) {
	const [image, lower, merged] = [
		join(folder, "image"),
		join(folder, "lower"),
		join(folder, "merged")
	];
	await mount([
		"--types",
		"squashfs",
		"--options",
		"loop,ro,nosuid,nodev",
		image,
		lower
	]);
	await mount([
		"--types",
		"overlay",
		"--options",
		`nosuid,nodev,${`lowerdir=${lower},upperdir=${join(folder, "upper")},workdir=${join(folder, "work")}`}`,
		"overlay",
		merged
	]);
}
async function mount(args) {
	const { exitCode, stderr } = await runAsRoot(["mount", ...args]);
	if (exitCode !== 0) throw new Error(`it can not be mounted here (${stderr.trim()})`);
}
function rootMounts(topLevel, folder, init) {
	return [...topLevel.filter((entry) => entry.kind !== "link").map((entry) => entry.name).map((name) => ({
		source: join(folder, name),
		target: `/${name}`
	})), {
		source: init,
		target: "/sbin/docker-init",
		isReadOnly: true
	}];
}
/** Keeps an eye on a mounted image until it is released. */
function watch({ server, bases, references, run }, known) {
	const controller = new AbortController();
	let reason;
	let hasStarted = true;
	const fail = (trouble, isOutdated) => {
		reason ??= {
			trouble,
			isOutdated
		};
		controller.abort();
	};
	server.failed.then((message) => fail(message, false));
	bases.then((answer) => answer.moved !== void 0 && fail(`the base image ${answer.moved} has changed`, true));
	return {
		unusable: controller.signal,
		refuse(trouble) {
			hasStarted = false;
			reason ??= {
				trouble,
				isOutdated: false,
				isRefused: true
			};
		},
		async release(keepPrefetchOrder) {
			const answer = await Promise.race([bases, setTimeout$1(PATIENCE_MILLISECONDS$3, void 0, { ref: false })]);
			server.release(keepPrefetchOrder && reason === void 0);
			const figures = await takeDown$1(server, run);
			return {
				...known,
				isUsed: reason === void 0,
				isOutdated: false,
				hasStarted,
				...reason,
				...figures ? { figures } : {},
				notices: baseNotices(answer, references)
			};
		}
	};
}
/** Ends what was started for nothing, once nothing is half mounted: such a mount would be there after all came off. */
async function abandon(server, run, mounting) {
	server.kill();
	await Promise.all([endOf(server), mounting?.catch(() => void 0)]);
	await takeDown$1(server, run);
}
async function endOf(server) {
	return Promise.race([server.ended, setTimeout$1(END_MILLISECONDS, void 0, { ref: false })]);
}
/** Unmounts all and waits for the serving process, which ends with its file. */
async function takeDown$1(server, { id, temp }) {
	await unmountAll(temp);
	const figures = await endOf(server);
	if (!figures) server.kill();
	await Promise.all([untag(ownReference(id, "skeleton")), removeMountFolder(temp)]);
	return figures;
}
// src/buildkit/plan.ts
/** A stage that the Dockerfile has; fails where there is none of that name. Of a Dockerfile that can't be read, that is BuildKit's to report. */
function requireStage(name, stage, stages) {
	if (stages === void 0 || stages.includes(stage)) return stage;
	const there = stages.length > 0 ? `It has: ${stages.join(", ")}.` : "None of its stages has a name.";
	throw new UserError(sentence`The Dockerfile has no stage ${quoted(stage)}. ${there} Name a stage with "FROM … AS ${stage}", or set ${input(name)}.`);
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
function parse$2(version, regex) {
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
	const parsed = parse$2(version);
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
function compare$1(version, other) {
	const parsedVersion = parse$2(version);
	const parsedOther = parse$2(other);
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
	return (0, import_semver.parse)(one) && (0, import_semver.parse)(other) ? (0, import_semver.compare)(one, other) : compare$1(asPep440(one), asPep440(other));
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
		if (status === 206) return await text$1(body);
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
const MOST_TESTS$1 = 1e5;
const MOST_SLOWER = 10;
/** A test is slower if it takes half as much again, and half a second more: less is noise on a shared machine. */
const SLOWER_FACTOR = 1.5;
const SLOWER_SECONDS = .5;
const MOST_SECONDS = 1e6;
/** The text that a run is kept as. */
function formatBaseline(sha, ran, shorten) {
	const tests = ran.slice(0, MOST_TESTS$1).map((test) => [shorten(test.nodeId), [test.isFailed ? 1 : 0, Math.round(secondsOf(test) * 1e3)]]);
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
	if (!baseline || baseline.tests.size !== Math.min(ran.length, MOST_TESTS$1)) return true;
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
/** How long the end of a job may wait for the cache service; a comparison is not worth more. */
const PATIENCE_MILLISECONDS$2 = 2e3;
/** Asks the cache for what a run of these tests is to be compared with. Never rejects. */
function fetchBaseline(plan) {
	return fetchNewest(prefixOf(plan));
}
/** The newest baseline whose key begins so. Never rejects. */
async function fetchNewest(prefix) {
	return parseBaseline(await fetchText(cacheService(), prefix, MOST_BASELINE_BYTES));
}
/**
* Compares a run that went through all of its tests with the baseline, and keeps it as the next one where the plan says so and it tells
* anything new; waits 2 s for either at most. Never rejects.
*/
async function compareTests(plan, fetching, tests) {
	if (!wentThrough(tests)) return void 0;
	return compareAndKeep(tests.results.ran, fetching, {
		...plan,
		prefix: prefixOf(plan)
	}, PATIENCE_MILLISECONDS$2);
}
/**
* Compares tests with a baseline, and keeps them as the next one, whose key begins so, where that is asked for and they tell
* anything new; waits so long for either at most. Never rejects.
*/
async function compareAndKeep(ran, fetching, { prefix, sha, save }, milliseconds) {
	const withPatience = (promise) => Promise.race([promise, setTimeout$1(milliseconds, void 0, { ref: false })]);
	const baseline = await withPatience(fetching);
	if (save && isNews(baseline, ran, shorten)) await withPatience(keepText(cacheService(), prefix + sha, formatBaseline(sha, ran, shorten)));
	return baseline && compare(baseline, ran, shorten);
}
function prefixOf({ scope, suffix }) {
	return baselinePrefix(scope, suffix, sha256);
}
function shorten(nodeId) {
	return sha256(nodeId).slice(0, 12);
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
const PATIENCE_MILLISECONDS$1 = 1e3;
/** File systems whose clocks tick slowest have steps of two seconds. */
const SLOWEST_TICK_MILLISECONDS = 3e3;
/** Starts to take down what is in a folder, by itself a real path, for whoever looks through all of it anyway. */
function takeDown(top) {
	const start = Date.now();
	const gitData = /* @__PURE__ */ new Map();
	const folders = /* @__PURE__ */ new Map();
	const see = (path, entries) => {
		const place = relative$1(top, path);
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
	const end = Date.now() + PATIENCE_MILLISECONDS$1;
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
		for (const entry of entriesOf$1(join(top, path))) {
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
function* entriesOf$1(path) {
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
		const gone = root !== void 0 && index ? removable(found, relative$1(root, join(top, folder)), index) : [];
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
		const earlier = before.get(relative$1(top, path))?.git;
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
	return path === void 0 ? void 0 : realpath(resolve$1(folder, path)).catch(() => void 0);
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
	const text = plain$1(line).trim();
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
	const so = isGivenUp ? "The tests are started once more, without it." : sentence`It has to end in exec "$@"; to start the tests without it, ${words$1.noEntrypoint}.`;
	return sentence`There is no sign of pytest after ${30} s: the image's ENTRYPOINT ${quoted(commandLine(entrypoint))} has ${quoted(commandLine(command))} as its arguments, and may do something else with them. ${so}`;
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
		const told = line.length > 3 * MOST_NAME ? void 0 : parseJson$1(line);
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
	const flags = constants$3.O_RDONLY | constants$3.O_NOFOLLOW | constants$3.O_NONBLOCK;
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
			target: join(workdir, relative$1(folder, path)),
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
const PATIENCE_SECONDS = 10;
/**
* Lets an action look into an image, of which nothing is run: its files are where `root` says, or else they are read from a
* container that is never started, and that is removed at the end. What is not found within ten seconds, or before the run
* is to stop, counts as absent: the signal has aborted then.
*/
async function lookInto(image, run, action, { root, patienceSeconds = PATIENCE_SECONDS } = {}) {
	const signal = AbortSignal.any([run.signal, AbortSignal.timeout(patienceSeconds * 1e3)]);
	if (root) return action(filesIn$1(await realpath(root.folder), signal), signal);
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
function filesIn$1(root, signal) {
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
	const type = mode & constants$3.S_IFMT;
	if (type === constants$3.S_IFLNK) return {
		kind: "link",
		mode,
		uid,
		gid,
		target: await readTarget()
	};
	return {
		kind: type === constants$3.S_IFREG ? "file" : type === constants$3.S_IFDIR ? "folder" : "other",
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
			return joined$2(pieces);
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
		for await (const entry of readEntries(output)) if ("end" in entry || !await goOn(entry)) break;
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
		const text = plain$1(message);
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
	const hidden = await lookInto(image.id, run, (files) => firstThere$2(candidates, files), { root }).catch(() => void 0);
	if (!hidden) return void 0;
	const deeper = await findDeeper(context, hidden);
	return {
		name: hidden.name,
		folder: hidden.folder,
		...deeper === void 0 ? {} : { deeper }
	};
}
async function firstThere$2(candidates, { has }) {
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
	const paths = failures.flatMap(({ message }) => [...plain$1(message).matchAll(/Permission denied: b?['"](\/[^'"\n]+)['"]/g)].map(([, path = ""]) => path));
	return [...new Set(paths)].slice(0, MOST_PATHS);
}
/** Paths below a home that messages of failures name, relative to it, each once. */
function wantedFrom(home, failures) {
	const found = /* @__PURE__ */ new Set();
	for (const { message } of failures) for (const part of plain$1(message).split(`${home}/`).slice(1)) {
		const path = part.split(PATH_ENDS, 1)[0]?.replace(/[./]+$/, "") ?? "";
		if (path !== "" && !path.split("/").includes("..")) found.add(path);
		if (found.size >= MOST_PATHS) return [...found];
	}
	return [...found];
}
// src/pytest/steps/reasons.ts
/** The most that is read of a script to find its interpreter; Linux reads less. */
const MOST_BYTES$3 = 1 << 20;
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
	const isOnPath = async (name) => await firstThere$1(placesOf(name, workdir, environment), files) !== void 0;
	const own = homesOf(image, traits.passwd).map((home) => posix.join(home, ".local/lib"));
	return await closedAt(plan, "workdir", workdir, files) ?? await findClosedProgram(plan, placesOf(program, workdir, environment), files) ?? (await isOnPath("pytest") ? void 0 : await findHidden(hiddenHomes(workdir, environment), files)) ?? await firstOf(lacksPackages(ended) ? own : [], async (path) => {
		return (await follow(files, path)).kind === "there" ? closedAt(plan, "packages", path, files) : void 0;
	});
}
/** A program, or its interpreter, that lies where the tests' user may not enter. */
async function findClosedProgram(plan, places, files) {
	const place = await firstThere$1(places, files);
	if (place === void 0) return void 0;
	const itself = await closedAt(plan, "program", place, files);
	if (itself) return itself;
	const interpreter = interpreterOf(await readText(files, place, MOST_BYTES$3));
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
async function firstThere$1(paths, files) {
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
const MOST_BYTES$2 = 1 << 20;
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
		readText(files, PASSWD, MOST_BYTES$2),
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
		return end.found.kind !== "folder" && !isShellScript(await readText(files, end.path, MOST_BYTES$2));
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
	if ((await Promise.all(folders.map((folder) => entriesOf(join(context, folder))))).flat().some((entry) => isSourceOf(entry.name, leaf))) return {
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
		const entries = await entriesOf(join(context, folder));
		for (const entry of entries.filter((entry) => isModule(entry.name, name))) if (!entry.isDirectory() || await hasModules(join(context, folder, entry.name))) return folder;
		const below = entries.filter((entry) => entry.isDirectory() && /^[^.]/.test(entry.name));
		if (folders.length < MOST_FOLDERS) folders.push(...below.map((entry) => join(folder, entry.name)));
	}
}
/** Data for tests of a package often lie in a folder of its name. */
async function hasModules(folder) {
	return (await entriesOf(folder)).some((entry) => /\.(?:py|so|pyx)$/.test(entry.name));
}
async function entriesOf(folder) {
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
// src/pytest/steps/times.ts
const PATIENCE_MILLISECONDS = 2e4;
const PAUSE_MILLISECONDS = 500;
/** Stands for no times, as an entry can't be empty. */
const NONE = "{}";
/**
* By what a suite is split here and in all other shards of the run: the first that asks keeps the times that there are
* under a key of the run, which can be made only once, and the others take those. Waits 20 s for them at most. Never rejects.
*/
async function agreeOnSplit(plan) {
	if ("off" in plan) return byNumber(plan.off);
	const service = cacheService();
	const key = splitKey(plan.job, plan.runId, sha256);
	const agreed = () => fetchText(service, key, MOST_BASELINE_BYTES);
	const end = AbortSignal.timeout(PATIENCE_MILLISECONDS);
	let text = await agreed();
	if (text === "") {
		const times = await fetchText(service, timesPrefix(plan.job, sha256), 4194304) || NONE;
		if (await keepText(service, key, times) === key) text = times;
	}
	while (text === "" && !end.aborted) {
		await setTimeout$1(PAUSE_MILLISECONDS);
		text = await agreed();
	}
	return text === "" ? byNumber("the shards could not agree on times within 20 s") : byTimes(parseBaseline(text), text, sha256);
}
// src/dockerfile/chain.ts
const MAKES_LAYER = [
	"ADD",
	"COPY",
	"RUN",
	"WORKDIR"
];
/**
* Reads what a stage, and the stages that it is based on, add to their base image; build arguments are `NAME=value`.
* Undefined where that can't be known without a build.
*/
function readChain(dockerfile, target, buildArguments) {
	try {
		const instructions = readInstructions(dockerfile);
		const stages = splitStages(instructions);
		const chain = chainOf(findTarget(stages, target.toLowerCase()), stages, globalArguments(instructions, buildArguments));
		return {
			layers: chain.flatMap(layersOf),
			repeated: repeatedCopies(chain)
		};
	} catch (error) {
		if (error instanceof Doubt) return void 0;
		throw error;
	}
}
/** A stage and those that it is based on, the lowest first. */
function chainOf(stage, stages, variables) {
	const base = baseOf(stage, stages, variables);
	return "stage" in base ? [...chainOf(base.stage, stages, variables), stage] : [stage];
}
function layersOf(stage) {
	const isLayer = ({ keyword, words }) => MAKES_LAYER.includes(keyword) && !(keyword === "WORKDIR" && words.join(" ") === "/");
	return stage.instructions.filter(isLayer).map((instruction) => asLayer(stage, instruction));
}
function asLayer({ name }, { text, line }) {
	return {
		stage: name,
		instruction: text.replace(/\s+/g, " "),
		line
	};
}
function repeatedCopies(chain) {
	const found = [];
	const changes = [];
	let workdir;
	for (const [level, stage] of chain.entries()) for (const instruction of stage.instructions) {
		const { keyword, words } = instruction;
		if (keyword === "WORKDIR") workdir = absolute(words.join(" "), workdir);
		if (![
			"ADD",
			"COPY",
			"RUN"
		].includes(keyword)) continue;
		const path = keyword === "RUN" ? void 0 : absolute(words.at(-1) ?? "", workdir);
		const from = chain.slice(0, level).findIndex((earlier) => isSource(instruction, earlier));
		const isUnchanged = !changes.some((change) => change.level > from && overlaps(change.path, path));
		if (from >= 0 && path !== void 0 && isPlainCopy(instruction, path) && isUnchanged) found.push({
			...asLayer(stage, instruction),
			path,
			from: chain[from]?.name ?? ""
		});
		else changes.push({
			level,
			path
		});
	}
	return found;
}
/** COPY names stages in any case, and by their numbers. */
function isSource({ keyword, flags }, { name, isNamed, index }) {
	const from = flags.find((flag) => flag.startsWith("--from="))?.slice(7);
	return keyword === "COPY" && (from === String(index) || isNamed && from?.toLowerCase() === name);
}
/** Whether it copies one place to the same place, and changes nothing on the way, such as the owner. */
function isPlainCopy({ flags, words }, path) {
	return words.length === 2 && absolute(words[0] ?? "", "") === path && flags.every((flag) => flag.startsWith("--from=") || flag === "--link");
}
/** A path in full; undefined where it can't be known, or means more than itself. */
function absolute(path, workdir) {
	const full = path.startsWith("/") ? path : workdir === void 0 ? void 0 : `${workdir}/${path}`;
	if (path === "" || full === void 0 || !/^[\w./@+-]+$/.test(full)) return void 0;
	const names = full.split("/").filter((name) => name !== "" && name !== ".");
	return names.includes("..") ? void 0 : `/${names.join("/")}`;
}
function overlaps(a, b) {
	if (a === void 0 || b === void 0) return true;
	const within = (path, folder) => `${path}/`.startsWith(folder === "/" ? "/" : `${folder}/`);
	return within(a, b) || within(b, a);
}
// src/share/steps/git-data.ts
/**
* Looks which folders called .git the share stage copies, and what they weigh, whether it is built or not; undefined
* without any, and where the Dockerfile has no such stage. Follows no links, skips what it can't read, and never rejects.
*/
async function findGitInShare({ checkout: { context, dockerfile }, stage, ...share }) {
	if (!context || !dockerfile || !stage?.inputs.stages.includes(share.target)) return void 0;
	const copies = ownCopies(stage.dockerfile, share);
	const ignore = await inspectIgnore({
		context,
		dockerfile
	});
	if (!ignore.isKnown) return void 0;
	const takes = (path) => reaches(copies, path) && !ignore.ignores(path);
	const isSkipped = (folder) => !reaches(copies, folder) || ignore.ignores(folder) && !ignore.hasExceptions;
	const found = {
		paths: [],
		bytes: 0,
		isSure: copies !== void 0
	};
	try {
		for await (const data of findGitData(context, { isSkipped })) {
			if (data.kind !== "data" || !data.isFolder) continue;
			const path = relative$1(context, data.path);
			const bytes = isSkipped(path) ? void 0 : await weigh(context, path, takes);
			if (bytes === void 0) continue;
			found.paths.push(path);
			found.bytes += bytes;
		}
	} catch {}
	return found.paths.length > 0 ? found : void 0;
}
/** What ends up in the image; undefined where nobody knows that. Of what is copied only in part, nothing is said. */
function ownCopies(dockerfile, { target, buildArguments }) {
	const chain = readChain(dockerfile, target, buildArguments);
	const isOwn = ({ line, instruction }) => chain?.layers.some((layer) => layer.line === line) && !/^RUN | --exclude=/.test(instruction);
	return chain && readCopies(dockerfile, target, buildArguments)?.filter(isOwn);
}
/** Bytes of a folder's files that are taken; undefined where none is. */
async function weigh(context, folder, takes) {
	const entries = await readdir(join(context, folder), { withFileTypes: true }).catch(() => []);
	let sum;
	for (const entry of entries) {
		const path = join(folder, entry.name);
		const bytes = entry.isDirectory() ? await weigh(context, path, takes) : takes(path) ? await lstat(join(context, path)).then(({ size }) => size, () => void 0) : void 0;
		if (bytes !== void 0) sum = (sum ?? 0) + bytes;
	}
	return sum;
}
// src/share/steps/lfs.ts
const POINTER = /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v1\n(?:[a-z0-9.-]+ .*\n)*?oid sha256:[0-9a-f]{64}\n/;
/** A pointer has fewer bytes than the one, and can't do with fewer than the other. */
const MOST_BYTES$1 = 1024;
const LEAST_BYTES = 100;
/**
* Files that instructions copy from the build context and that are Git LFS pointers, relative to the context; where
* these aren't known, those of the whole context. Follows no links, skips what it can't read, and never rejects.
*/
async function findLfsPointers(paths, copies) {
	const ignore = await inspectIgnore(paths);
	if (!ignore.isKnown) return [];
	return pointersIn(paths.context, copies ? copies.flatMap(copiedPaths) : [[]], ignore);
}
/**
* The same of all files in a folder, as tests see it, whatever an image would have; but for what is hidden, such as git's
* own files and virtual environments, and for packages of Node, which are many.
*/
async function findAllLfsPointers(folder) {
	const ignores = (path) => /(?:^|\/)(?:\.[^/]*|node_modules)$/.test(path);
	return pointersIn(folder, [[]], {
		isKnown: true,
		ignores,
		hasExceptions: false
	});
}
async function pointersIn(folder, places, ignore) {
	const pointers = [];
	for await (const files of filesIn(folder, places, ignore)) pointers.push(...files.filter((path) => isPointer(join(folder, path))));
	return pointers.sort();
}
/**
* Of what is copied only in part, nothing is looked at: what `--exclude` leaves out may well be the pointers, as may be
* what a RUN does not read of the whole context.
*/
function copiedPaths({ instruction, sources }) {
	if (/ --exclude=/.test(instruction)) return [];
	const paths = sources.map((source) => {
		return posix.normalize(`/${source}`).split("/").filter((name) => name !== "").map(asPattern);
	});
	return instruction.startsWith("RUN ") ? paths.filter(({ length }) => length > 0) : paths;
}
/** Files in the places, a folder's at a time. */
async function* filesIn(context, paths, ignore) {
	const folders = [{
		path: "",
		paths
	}];
	for (let folder = folders.pop(); folder; folder = folders.pop()) {
		const entries = await readdir(join(context, folder.path), { withFileTypes: true }).catch(() => []);
		const files = [];
		for (const entry of entries) {
			if (!entry.isFile() && !entry.isDirectory()) continue;
			const path = posix.join(folder.path, entry.name);
			const within = pathsBehind(entry.name, folder.paths);
			if (!(entry.isFile() ? within.some((place) => place.length === 0) : within.length > 0) || ignore.ignores(path) && (entry.isFile() || !ignore.hasExceptions)) continue;
			if (entry.isFile()) files.push(path);
			else folders.push({
				path,
				paths: within
			});
		}
		yield files;
	}
}
/** What is left of the places behind a name; a place without any names left is all that comes. */
function pathsBehind(name, paths) {
	return paths.filter(([pattern]) => pattern === void 0 || pattern(name)).map((place) => place.slice(1));
}
/** Not asynchronous: with a hundred thousand small files, that takes three times as long. */
function isPointer(path) {
	try {
		const { size } = lstatSync(path);
		return size >= LEAST_BYTES && size < MOST_BYTES$1 && POINTER.test(startOf(path));
	} catch {
		return false;
	}
}
/** What has become a link or a pipe since it was listed is neither followed nor waited for. */
function startOf(path) {
	const file = openSync(path, constants$3.O_RDONLY | constants$3.O_NOFOLLOW | constants$3.O_NONBLOCK);
	try {
		const buffer = Buffer.alloc(MOST_BYTES$1);
		return buffer.toString("latin1", 0, readSync(file, buffer));
	} finally {
		closeSync(file);
	}
}
// src/share/missing-files.ts
const MOST_COMPLAINTS = 200;
const MOST_CANDIDATES = 50;
const MOST_TEST_FILES = 20;
const NO_TESTS_COLLECTED = 5;
/** How Python and its libraries, and programs that it starts, name a file that isn't there. */
const NO_FILE = [
	/No such file or directory: (?:\w*Path\()?b?(["'])(?<path>.+?)\1/g,
	/Failed to open local file (["'])(?<path>.+?)\1/g,
	/unable to open file: name = '(?<path>.+?)', errno = 2\b/g,
	/\bFile (?:b?')?(?<path>\S+?)'? does not exist/g,
	/(?:^|\s)(?<path>\S+): No such file or directory/gm,
	/(?:^|\s)(?<path>\S+) not found\.?$/gm
];
/** What a test run in an image that failed tells of what the image may lack. */
function missingClues(tests, start) {
	const files = tests.results.failures.map(({ nodeId }) => inContext(nodeId.split("::", 1)[0] ?? "", start));
	return {
		candidates: missingCandidates(tests, start),
		testFiles: [...new Set(files.filter((file) => file !== void 0))].slice(0, MOST_TEST_FILES)
	};
}
/** Those files whose name stands in a text, at the end of a sentence too. */
function namedIn(text, paths) {
	const words = new Set(text.match(/[\p{L}\p{N}_.+@-]+/gu));
	return paths.filter((path) => {
		const name = path.split("/").at(-1) ?? "";
		return words.has(name) || words.has(`${name}.`);
	});
}
/** Each once, at most 50. */
function missingCandidates({ results, lastWords, exitCode }, start) {
	const complaints = [...results.failures.slice(0, MOST_COMPLAINTS).map(({ nodeId, message }) => ({
		message: plain$1(message),
		wantedBy: nodeId,
		folder: folderOf(nodeId.split("::", 1)[0] ?? "")
	})), ofPytest(plain$1(lastWords), start)];
	const found = [...exitCode === NO_TESTS_COLLECTED ? [testsThemselves(start)] : [], ...complaints.flatMap((complaint) => [
		...missingFiles(complaint, start),
		...missingModulesIn(complaint, start),
		...missingFixture(complaint)
	])];
	return [...new Map(found.reverse().map((candidate) => [candidate.paths.join("\n"), candidate])).values()].reverse().slice(0, MOST_CANDIDATES);
}
/** What pytest says at its end, of an argument that it can't find or a conftest.py that it can't load. */
function ofPytest(message, start) {
	const loaded = /ImportError while loading conftest '(.+?)'/.exec(message)?.[1];
	const conftest = loaded === void 0 ? void 0 : inContext(loaded, start);
	return {
		message,
		wantedBy: conftest ?? "pytest",
		folder: folderOf(conftest ?? "")
	};
}
function testsThemselves({ folder }) {
	return {
		paths: [
			"test_*.py",
			"*_test.py",
			"tests",
			"test"
		].map((name) => joined(folder, name)),
		wantedBy: "pytest"
	};
}
function missingFiles({ message, wantedBy }, start) {
	const arguments_ = [...message.matchAll(/file or directory not found: (.+)$/gm)].map(([, path = ""]) => path.replace(/::.*$/, ""));
	const files = NO_FILE.flatMap((pattern) => [...message.matchAll(pattern)].map(({ groups }) => groups?.path ?? ""));
	return [...arguments_, ...files].flatMap((path) => {
		const found = inContext(path, start);
		return found === void 0 ? [] : [{
			paths: [found],
			wantedBy
		}];
	});
}
/** Python looks in the folder that it was started in, and pytest adds that of the test. */
function missingModulesIn({ message, wantedBy, folder }, start) {
	const roots = [.../* @__PURE__ */ new Set([
		start.folder,
		folder,
		joined(start.folder, folder),
		""
	])];
	return missingModules([{ message }]).map(({ folders, leaf }) => ({
		paths: roots.flatMap((root) => folders.flatMap((parent) => [`${leaf}.py`, leaf].map((name) => joined(joined(root, parent), name)))),
		wantedBy
	}));
}
/** The test's own folder was copied with the test: a conftest.py above it is the likelier one to lack. */
function missingFixture({ message, wantedBy, folder }) {
	if (!/fixture '[^']+' not found/.test(message)) return [];
	const names = folder === "" ? [] : folder.split("/");
	return [{
		paths: ["", ...names.map((_, index) => names.slice(0, index + 1).join("/"))].map((parent) => joined(parent, "conftest.py")),
		wantedBy
	}];
}
/** A path as the tests have it, relative to the build context; undefined if it leads out. */
function inContext(path, { workdir, folder }) {
	return repoPath(path.startsWith("/") ? path : `${workdir}/${folder}/${path}`, {
		workdir,
		context: ""
	});
}
function joined(folder, path) {
	return folder === "" || path === "" ? folder + path : `${folder}/${path}`;
}
function folderOf(path) {
	return path.split("/").slice(0, -1).join("/");
}
// src/share/steps/archive.ts
/**
* Writes an image, under its reference, as an archive that `docker load` takes; `path` is relative to the checkout, and
* its ending says how it is compressed. What was there is replaced once all is written. Fails where the folder lies
* outside of the checkout: tests may have planted links.
*/
async function writeShareFile(path, reference, { workspace, signal }) {
	const root = await realpath(workspace);
	const [bytes, seconds] = await timed(() => write(path, reference, {
		root,
		signal
	}));
	return {
		path,
		bytes,
		seconds
	};
}
async function write(path, reference, { root, signal }) {
	const target = join(root, path);
	const folder = await makeWithin(root, dirname$1(path));
	if (folder === void 0) throw new UserError(sentence`${input("share-file")} leads out of the ${words$1.checkout} by way of ${quoted(dirname$1(target))}: write a path within it.`);
	const unfinished = join(folder, `.${basename(target)}.unfinished`);
	try {
		await rm(unfinished, {
			recursive: true,
			force: true
		});
		await streamDocker(["save", reference], {
			read: async (output) => {
				const file = createWriteStream(unfinished, { flags: "wx" });
				if (target.endsWith(".gz")) await pipeline(output, createGzip(), file);
				else if (target.endsWith(".zst")) await pipeline(output, createZstdCompress(), file);
				else await pipeline(output, file);
			},
			signal
		});
		await rename(unfinished, join(folder, basename(target)));
		return (await stat(join(folder, basename(target)))).size;
	} finally {
		await rm(unfinished, { force: true });
	}
}
// src/share/layer-times.ts
/**
* Layers that a build put on top of another image, by the diff IDs of both, the lowest first: what comes from the first one on
* that differs. None where it added nothing.
*/
function ownLayers(all, below) {
	const first = all.findIndex((layer, index) => layer !== below[index]);
	return first < 0 ? [] : all.slice(first);
}
/**
* The archive of a layer in which nothing is newer than a time (seconds since 1970), as BuildKit's `rewrite-timestamp`
* has it, which the engine's own builder can't do on either image store: a checkout's files and the folders that a build
* touches have the time of the job, and would make the same commit another layer every time. Fails on what Docker never
* writes, and on an archive that was cut short.
*/
async function* clampTimes(layer, seconds) {
	for await (const entry of readEntries(layer)) {
		if ("end" in entry) {
			yield* entry.end;
			return;
		}
		yield* isNewer(entry, seconds) ? headersAt(entry, seconds) : headersOf(entry);
		yield* entry.blocks();
	}
	throw new Error("the archive of a layer ends too early");
}
function isNewer({ header, pax = [] }, seconds) {
	const exact = recordOf(pax, "mtime");
	return !((exact ? Number(new TextDecoder().decode(exact)) : Number.parseInt(textAt(header, 136, 12), 8)) <= seconds);
}
function headersAt({ header, pax = [] }, seconds) {
	const records = pax.filter(({ key }) => ![
		"mtime",
		"atime",
		"ctime"
	].includes(key));
	return [...paxHeaders(records), setTime(header, seconds)];
}
// src/share/steps/commit-time.ts
/** Bytes that a configuration or a manifest has at most. */
const MOST_OF_A_DOCUMENT = 8 << 20;
const BRACE = 123;
/**
* Gives all that a build put on top of another image at most the time of the commit, so that the same files make the
* same layers wherever and whenever they are built, and compresses these layers where the image store would push them
* as they are. Takes the image out of the engine and loads it anew, without the layers that are there anyway. Rejects
* where the engine can't do that.
*/
async function giveCommitTime(settlement, temp, signal) {
	const { image, base, reference, seconds, store } = settlement;
	const folder = join(temp, "layers");
	await mkdir(folder);
	try {
		const own = ownLayers(await layersOf$1(image.id), await layersOf$1(base.id));
		if (own.length === 0) return image;
		const saved = {
			documents: /* @__PURE__ */ new Map(),
			layers: /* @__PURE__ */ new Map()
		};
		const writer = {
			folder,
			own: new Set(own),
			seconds,
			isCompressed: store === "containerd"
		};
		await streamDocker(["save", image.id], {
			read: (output) => readSaved(output, writer, saved),
			signal
		});
		const settled = makeLayout(saved, seconds, `docker.io/${reference}`);
		await streamDocker(["load", "--quiet"], {
			input: archiveOf(settled, saved.layers),
			signal
		});
		const loaded = await inspectImage(store === "containerd" ? settled.manifest : settled.config);
		if (loaded.id !== image.id) await docker([
			"image",
			"rm",
			"--force",
			image.id
		]);
		return loaded;
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
async function readSaved(output, writer, saved) {
	for await (const entry of readEntries(output)) {
		if ("end" in entry) return drain(entry.end);
		const digest = /^blobs\/(sha256)\/([0-9a-f]{64})$/.exec(entry.path)?.slice(1).join(":");
		if (digest !== void 0 && writer.own.has(digest)) {
			const path = join(writer.folder, String(saved.layers.size));
			saved.layers.set(digest, {
				...await writeLayer(entry, writer, path),
				path
			});
		} else if (entry.type === "0" && entry.size <= MOST_OF_A_DOCUMENT) {
			const bytes = await collect(contentOf$1(entry));
			if (bytes[0] === BRACE) saved.documents.set(entry.path, new TextDecoder().decode(bytes));
		} else await drain(entry.blocks());
	}
	throw new Error("what docker save wrote ends too early");
}
async function collect(pieces) {
	const all = [];
	for await (const piece of pieces) all.push(piece);
	return joined$2(all);
}
async function drain(pieces) {
	for await (const _ of pieces);
}
async function writeLayer(entry, writer, path) {
	const before = digestingStream();
	const after = digestingStream();
	const times = clampTimes(contentOf$1(entry), writer.seconds);
	const written = createWriteStream(path);
	if (writer.isCompressed) await pipeline(times, before.stream, createGzip(), after.stream, written);
	else await pipeline(times, before.stream, after.stream, written);
	return {
		diffId: before.digest(),
		digest: after.digest(),
		size: written.bytesWritten
	};
}
function makeLayout({ documents, layers }, seconds, reference) {
	const read = (path) => {
		const text = documents.get(path);
		if (text === void 0) throw new Error(`what docker save wrote lacks ${path}`);
		return JSON.parse(text);
	};
	const [described] = read("index.json").manifests;
	const manifest = read(blobPath(described.digest));
	const config = read(blobPath(manifest.config.digest));
	const settled = withLayers({
		manifest,
		config
	}, layers, seconds);
	const files = /* @__PURE__ */ new Map();
	const blob = (value) => {
		const bytes = new TextEncoder().encode(JSON.stringify(value));
		const digest = `sha256:${sha256(bytes)}`;
		files.set(blobPath(digest), bytes);
		return {
			digest,
			size: bytes.length
		};
	};
	const named = {
		...settled.manifest,
		config: {
			...manifest.config,
			...blob(settled.config)
		}
	};
	const top = {
		...described,
		...blob(named)
	};
	for (const [path, value] of Object.entries(layoutFiles(named, top, reference))) files.set(path, new TextEncoder().encode(JSON.stringify(value)));
	return {
		manifest: top.digest,
		config: named.config.digest,
		files
	};
}
/** The archive that is loaded: the engine has the layers below. */
async function* archiveOf({ files }, layers) {
	const header = (name, size) => tarHeader({
		name,
		type: "0",
		mode: 420,
		size,
		link: ""
	});
	for (const { path, digest, size } of layers.values()) {
		yield header(blobPath(digest), size);
		yield* createReadStream(path);
		yield new Uint8Array(paddedSize(size) - size);
	}
	for (const [name, bytes] of files) yield joined$2([header(name, bytes.length), withPadding(bytes)]);
	yield /* @__PURE__ */ new Uint8Array(1024);
}
// src/share/steps/layers.ts
/**
* Asks the engine what each layer of an image weighs; what a registry says of it, if it has been pushed, adds what is
* downloaded. Undefined where the engine can't tell.
*/
async function inspectLayers(image, chain, pushed = {}) {
	try {
		const [history, diffIds] = await Promise.all([historyOf(image), layersOf$1(image)]);
		return history && describeLayers({
			history,
			diffIds,
			chain,
			...pushed
		});
	} catch {
		return;
	}
}
// src/share/steps/missing-files.ts
const MOST_FOUND = 10;
const MOST_BYTES = 1e6;
/**
* What tests that failed in an image complain of, and the build context has, each once, at most ten; where that is nothing,
* what .dockerignore leaves out of git's files though the tests' files name it. Follows no links, and never rejects.
*/
async function findMissingFiles(project, clues) {
	const ignore = await inspectIgnore(project);
	const found = await findWanted(project.context, clues.candidates, ignore);
	return found.length > 0 ? found : findNamed(project.context, clues.testFiles, ignore);
}
async function findWanted(context, candidates, ignore) {
	const found = /* @__PURE__ */ new Map();
	for (const { paths, wantedBy } of candidates) {
		if (found.size >= MOST_FOUND) break;
		const missing = await firstThere(context, paths, ignore);
		if (missing && !found.has(missing.path)) found.set(missing.path, {
			...missing,
			wantedBy
		});
	}
	return [...found.values()];
}
/** Code that catches the error, or sees to a file only where there is one, leaves no trace of it in what a test says. */
async function findNamed(context, testFiles, ignore) {
	const hidden = (await trackedFiles(context)).filter((path) => ignore.ignores(path));
	const found = /* @__PURE__ */ new Map();
	for (const wantedBy of hidden.length === 0 ? [] : testFiles) {
		if (await kindWithin(context, wantedBy) !== "file") continue;
		const text = await readRegularFile(join(context, wantedBy), MOST_BYTES).catch(() => void 0);
		for (const path of namedIn(text?.toString("utf8") ?? "", hidden)) if (!found.has(path)) found.set(path, {
			path,
			isFolder: false,
			isIgnored: true,
			wantedBy,
			isNamed: true
		});
	}
	return [...found.values()].slice(0, MOST_FOUND);
}
async function firstThere(context, paths, ignore) {
	for (const path of paths) {
		const [entry] = await matching(context, path);
		if (entry === void 0) continue;
		const isFolder = await kindWithin(context, entry) === "folder";
		return {
			path,
			isFolder,
			isIgnored: await isLeftOut(context, entry, isFolder, ignore)
		};
	}
}
/** The paths that are there and that a path stands for, whose last name may have a `*`. */
async function matching(context, path) {
	if (!basename(path).includes("*")) return await kindWithin(context, path) === void 0 ? [] : [path];
	const folder = dirname$1(path);
	return (await namesIn(context, folder)).filter(asPattern(basename(path))).map((name) => join(folder, name));
}
async function namesIn(context, folder) {
	if (folder !== "." && await kindWithin(context, folder) !== "folder") return [];
	return (await readdir(join(context, folder)).catch(() => [])).sort();
}
/** A folder of which nothing is left is as good as left out. */
async function isLeftOut(context, path, isFolder, ignore) {
	if (!isFolder) return ignore.ignores(path);
	const names = await namesIn(context, path);
	return names.every((name) => ignore.ignores(join(path, name))) && (names.length > 0 || ignore.ignores(path));
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
/**
* Decides what is done with an image for one platform, by what has the version's first tag and what has that of its
* platform: a version stays as it is, and so does what isn't of this version; what a run of it left is replaced.
*/
function decidePart(whole, part, platform, publishing) {
	const decision = decideTag(whole.tag, whole.there, publishing);
	if (decision.kind === "taken") return {
		kind: "taken",
		other: otherOf(whole)
	};
	const found = decision.kind === "same" && decision.there.images.find((image) => image.platform === platform);
	if (found) return {
		kind: "there",
		digest: found.digest
	};
	return part.there !== void 0 && part.there.version !== publishing.version && !publishing.overwrite ? {
		kind: "taken",
		other: otherOf(part)
	} : { kind: "push" };
}
function otherOf({ tag, there }) {
	return {
		tag: tag.name,
		revision: there?.revision ?? ""
	};
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
	const answer = parseJson$1(said);
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
	const folder = join(run.temp, "docker");
	await mkdir(folder, { mode: 448 });
	const environment = {
		DOCKER_CONFIG: folder,
		...await engineAddress()
	};
	try {
		await writeFile(join(folder, "config.json"), ownCredentials(host), { mode: 384 });
		await symlink(join(clientFolder(), "cli-plugins"), join(folder, "cli-plugins"));
		const login = await docker(loginArguments(host, username), {
			environment,
			input: password
		});
		if (login.exitCode !== 0) {
			const said = lastWords$1(login.stderr);
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
			const said = lastWords$1(answer.stderr);
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
			const last = lastWords$1(said);
			throw new RegistryError(refusalOf(last), last);
		},
		async tag(reference, published) {
			const answer = await docker(tagArguments(reference, published), { environment });
			const said = lastWords$1(answer.stderr);
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
* Pushes the share image as it was built before the tests ran: under the version's tags, or where it is for one platform
* of several under that platform's. Refusals are values.
*/
async function publish(plan, { id, platform }, run) {
	const { registry: where, isPart } = plan;
	if (!where) throw new Error("the plan has no registry");
	return inRegistry({
		...plan,
		registry: where
	}, [platform], run, async (registry, publishing, facts) => {
		const put = async (reference) => [await registry.push(id, reference)];
		const job = {
			plan,
			registry,
			publishing,
			put
		};
		if (isPart) await pushPart(platform, job, facts);
		else await pushAll$1(job, facts);
		if (facts.digest !== void 0) facts.layers = await registry.layerSizes(`${plan.image}@${facts.digest}`);
	});
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
async function pushAll$1(job, facts) {
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
/** Pushes an image for one platform of several under that platform's tag, unless the version has it already. */
async function pushPart(platform, { plan, registry, publishing, put }, facts) {
	const [first] = plan.version.tags;
	if (!first) throw new Error("the version has no tag");
	const own = {
		name: platformTag(first, platform),
		rule: "free"
	};
	const [whole, part] = await Promise.all([first, own].map((tag) => registry.lookUp(referenceOf(plan, tag))));
	const decision = decidePart({
		tag: first,
		there: whole
	}, {
		tag: own,
		there: part
	}, platform, publishing);
	facts.outcome = "part";
	if (decision.kind === "taken") Object.assign(facts, {
		outcome: "taken",
		other: decision.other
	});
	if (decision.kind === "there") facts.digest = decision.digest;
	if (decision.kind !== "push") return;
	await pushFirst(own, {
		plan,
		registry,
		publishing,
		put
	}, facts);
	if (facts.digest !== void 0) facts.outcome = "part";
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
// src/share/steps/share.ts
/** Fails where files that the share stage copies are Git LFS pointers: whoever gets the image could not get the files. */
async function requireFilesThemselves({ build, dockerfile }) {
	const pointers = await findLfsPointers(build, readCopies(dockerfile, build.stage, build.buildArguments));
	if (pointers.length > 0) throw new UserError(lfsSentence(pointers));
}
/**
* Builds the share stage on the dev image; what it adds gets the commit's time. Before any test runs: what is published
* is what was there before. Fails where the engine can't give it the time.
*/
async function buildShare(plan, dev, run) {
	return grouped(run, `Build the ${plan.build.stage} stage`, async () => {
		const built = await buildStage(plan.build, run);
		const [reference = ""] = plan.build.tags;
		if (!built.image || plan.seconds === void 0 || run.signal.aborted) return built;
		const { image } = built;
		const settled = await giveCommitTime({
			image,
			base: dev,
			reference,
			seconds: plan.seconds,
			store: plan.store
		}, run.temp, run.signal).catch((error) => {
			throw new Error(`The share image could not be given the time of the commit (${messageOf(error)}).`);
		});
		say(run, `The ${built.stage} image is ${settled.id}.`);
		return {
			...built,
			image: settled
		};
	});
}
/** Checks the share image as it was built, then writes and pushes it; adds to the facts step by step. */
async function publishShare(plan, image, run, facts) {
	if (plan.verify) {
		say(run, `The tests once more, in the ${plan.build.stage} image:`);
		facts.verified = await verifyShare(plan.verify, image, run);
		if (run.signal.aborted) return;
		if (hasFailed(facts.verified)) {
			const start = {
				workdir: image.workdir,
				folder: plan.verify.folder
			};
			facts.missing = await findMissingFiles(plan.build, missingClues(facts.verified, start));
			return;
		}
	}
	if (image.platform === "") throw new Error("The image is for no kind of machine with Linux.");
	const names = plan.version.tags.map(({ name }) => `${plan.image}:${name}`);
	for (const name of names) await docker([
		"image",
		"tag",
		image.id,
		name
	]);
	const { file, registry } = plan;
	const [name = ""] = names;
	if (file) facts.file = {
		...await grouped(run, `Write ${file}`, () => writeShareFile(file, name, run)),
		platform: image.platform
	};
	if (registry && !run.signal.aborted) facts.published = await grouped(run, `Publish to ${registry.host}`, () => publish(plan, image, run));
	const chain = readChain(plan.dockerfile, plan.build.stage, plan.build.buildArguments);
	const layers = await inspectLayers(image.id, chain, { compressed: facts.published?.layers });
	if (layers) facts.layers = layers;
}
/**
* Runs the tests in the share image as a colleague would: as its own user, with nothing mounted. Where its ENTRYPOINT does
* not start pytest, as that of a service, once more without it.
*/
async function verifyShare(plan, image, run) {
	const { environment, id, workdir } = image;
	const container = {
		image: id,
		environment,
		entrypoint: entrypointOf(image),
		isTrial: true,
		workdir: posix.join(workdir || "/", plan.folder),
		mounts: [],
		volumes: []
	};
	const tests = {
		...plan,
		isReadOnly: false
	};
	const ended = await runContainer(tests, container, run);
	const { entrypoint } = ended;
	if (hasPytest(ended) || entrypoint.length === 0 || ended.stoppedAfter !== void 0 || run.signal.aborted) return ended;
	return {
		...await runContainer({
			...tests,
			isBare: true
		}, container, run),
		leftOut: entrypoint
	};
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
			debug(`followSymbolicLinks '${result.followSymbolicLinks}'`);
		}
		if (typeof copy.implicitDescendants === "boolean") {
			result.implicitDescendants = copy.implicitDescendants;
			debug(`implicitDescendants '${result.implicitDescendants}'`);
		}
		if (typeof copy.matchDirectories === "boolean") {
			result.matchDirectories = copy.matchDirectories;
			debug(`matchDirectories '${result.matchDirectories}'`);
		}
		if (typeof copy.omitBrokenSymbolicLinks === "boolean") {
			result.omitBrokenSymbolicLinks = copy.omitBrokenSymbolicLinks;
			debug(`omitBrokenSymbolicLinks '${result.omitBrokenSymbolicLinks}'`);
		}
		if (typeof copy.excludeHiddenFiles === "boolean") {
			result.excludeHiddenFiles = copy.excludeHiddenFiles;
			debug(`excludeHiddenFiles '${result.excludeHiddenFiles}'`);
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
				debug(`Search path '${searchPath}'`);
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
						debug(`Broken symlink '${item.path}'`);
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
					debug(`Symlink cycle detected for path '${item.path}' and realpath '${realPath}'`);
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
	for (const file of (await globber.glob()).sort()) if (await findWithin(folder, relative$1(folder, file), "isFile")) files.push(file);
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
		hash.update(`${relative$1(context, file)}\0${content.length}\0`).update(content);
	}
	return {
		files: files.map((file) => relative$1(context, file)),
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
	].flatMap((folder) => [`${folder}Dockerfile*`, `${folder}*.Dockerfile`]))).map((file) => relative$1(root, file)).filter((file) => /(?:^|\/)(?:Dockerfile[^/]*|[^/]*\.Dockerfile)(?<!\.dockerignore)$/.test(file));
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
// src/run.ts
/**
* The whole job: settings and plan; then the tests, in the dev image that is mounted while it downloads, or else in the one that is
* built; publish. Adds what happened to `outcome` step by step, so that what is known is known however it ends. Rejects
* with a UserError where it can't go on.
*/
async function run(typed, context, run, outcome) {
	const { inputs, source } = await completeInputs(typed, context.workspace, context.inputVariables);
	if (source) {
		outcome.settings = source;
		say(run, `Settings from ${source.origin}: ${source.names.join(", ")}`);
	}
	Object.assign(outcome, {
		dockerfile: dockerfileOf(inputs),
		context: inputs.context
	});
	const { shard } = inputs;
	const splitting = shard && agreeOnSplit(decideTimes(inputs, context));
	const asked = inspectEngine(context.docker, run);
	asked.catch(() => void 0);
	outcome.repository = await findRepository(context.workspace, inputs.context, context.repository);
	const commit = mayPublish(inputs, context) ? readCommit(join(context.workspace, outcome.repository ?? "")) : void 0;
	const [survey, machine] = await Promise.all([surveyProject(inputs, context, run.workspace), inspectMachine(context.programFolders)]);
	const { checkout, stage } = survey;
	const lookup = planLookup(inputs, context, {
		machine,
		stage
	});
	const server = "off" in lookup ? void 0 : await serveRunEntry(lookup, run.temp);
	const { "share-target": target, "build-args": buildArguments } = inputs;
	const lookingForGit = findGitInShare({
		checkout,
		stage,
		target,
		buildArguments
	});
	try {
		outcome.plan = await planProject(survey, await asked, {
			machine,
			commit: await commit
		});
	} catch (error) {
		if (server) await abandon(server, run);
		throw error;
	}
	const gitInShare = await lookingForGit;
	if (gitInShare) outcome.gitInShare = gitInShare;
	if (shard && splitting) outcome.plan = splitBy(outcome.plan, shard, await splitting, run);
	const { plan } = outcome;
	const baseline = plan.baseline && fetchBaseline(plan.baseline);
	if (!await testMounted(plan, server, run, outcome)) {
		if (run.signal.aborted) return;
		const { mounted } = outcome;
		await testBuilt((!mounted?.hasStarted || isDeepStrictEqual(await surveyStage(inputs, checkout), stage)) && !mounted?.isRefused ? plan : withoutSaving(plan), stage, run, outcome);
	}
	if (run.signal.aborted) return;
	if (outcome.tests && hasFailed(outcome.tests)) outcome.pointers = await findAllLfsPointers(plan.test.context);
	if (!plan.baseline || !baseline || !outcome.tests) return;
	const comparison = await compareTests(plan.baseline, baseline, outcome.tests);
	if (comparison) outcome.comparison = comparison;
}
/** The plan for one shard of a suite that is split so, which the log tells. */
function splitBy(plan, { index, total }, split, run) {
	const how = split.by === "times" ? "what tests took on the default branch" : `the number of tests, as ${split.by.count}`;
	say(run, `Shard ${index}/${total} of the suite, which is split by ${how}`);
	return {
		...plan,
		test: {
			...plan.test,
			split
		}
	};
}
/** Runs the tests in the mounted dev image; false where there is none, or what ran in it doesn't count. */
async function testMounted(plan, server, run, outcome) {
	const { mount, cache } = plan;
	if (!server) return false;
	if ("off" in mount) {
		await abandon(server, run);
		return false;
	}
	const mounted = await mountImage(mount, server, run);
	if (!("release" in mounted)) {
		outcome.mounted = mounted;
		return false;
	}
	const image = placed(mounted.image, plan.test);
	const signal = AbortSignal.any([run.signal, mounted.unusable]);
	try {
		const places = await startablePlaces(plan, image, mounted, run);
		if (places) {
			outcome.tests = await runTests(plan.test, image, places, {
				...run,
				signal
			}, mounted.root);
			if (outcome.tests.isUnstarted) mounted.refuse(`no container starts in it: ${refusal(outcome.tests.lastWords)}`);
		}
	} finally {
		const hasRun = outcome.tests !== void 0 && !run.signal.aborted;
		outcome.mounted = await mounted.release(hasRun && "save" in cache && cache.save);
	}
	if (outcome.mounted.isUsed) outcome.image = image;
	else withoutTests(outcome);
	return outcome.mounted.isUsed;
}
/** The places for tests in a mounted image; nothing where they only can't be run because it is mounted, which is refused. */
async function startablePlaces({ test }, image, { root, refuse }, run) {
	try {
		return await findPlaces(test, image, run, root);
	} catch (error) {
		if (error instanceof UserError) throw error;
		refuse(messageOf(error));
		return;
	}
}
/** Forgets what tests did, but not what they left. */
function withoutTests(outcome) {
	if (outcome.tests?.gitData) outcome.earlierGitData = outcome.tests.gitData;
	delete outcome.tests;
}
/** Runs the tests in the dev image that is built from what the cache has, and publishes. */
async function testBuilt(plan, stage, run, outcome) {
	const { cache, share } = plan;
	if (share) await requireFilesThemselves(share);
	const buildx = requireBuildx(run);
	buildx.catch(() => void 0);
	const restored = "off" in cache ? void 0 : await grouped(run, "Restore the cache", () => restoreCache(cache, run));
	outcome.restored = restored;
	await buildx;
	if (run.signal.aborted) return;
	try {
		await buildAndTest(plan, {
			stage,
			restored
		}, run, outcome);
	} finally {
		if (share) await untag(ownReference(run.id, "dev"), ownReference(run.id, "share"));
	}
}
/** Builds the dev image, and the share image where it is published; runs the tests, and publishes if they are green. */
async function buildAndTest(plan, { stage, restored }, run, outcome) {
	const { share } = plan;
	const { signal } = run;
	const dev = await grouped(run, `Build the ${plan.dev.stage} stage`, () => buildStage(plan.dev, run, restored?.entry));
	outcome.dev = dev;
	const { image } = dev;
	await discardRestored(run.temp);
	if (!image || signal.aborted) return;
	const tested = placed(image, plan.test);
	outcome.image = tested;
	const places = await findPlaces(plan.test, tested, run);
	const built = {
		dev: {
			...dev,
			image
		},
		stage,
		restored,
		found: outcome.mounted?.key
	};
	if (!share) return testAndSave(plan, {
		image: tested,
		places
	}, built, run, outcome);
	outcome.share = await buildShare(share, image, run);
	if (!signal.aborted) await testAndSave(plan, {
		image: tested,
		places
	}, built, run, outcome);
	if (signal.aborted || !outcome.tests || hasFailed(outcome.tests) || !outcome.share.image) return;
	outcome.shared = {};
	await publishShare(share, outcome.share.image, run, outcome.shared);
}
/** Runs the tests in the dev image, and saves beside them what was built, where the cache is on. */
async function testAndSave(plan, { image, places }, { restored, ...built }, run, outcome) {
	const saving = restored && saveEntries(plan, {
		...built,
		restored
	}, run);
	outcome.tests = await runTests(plan.test, image, places, run);
	if (!run.signal.aborted) outcome.saved = await saving;
}
// src/main.ts
const context = readContext();
const inputs = withRelativePaths(typedInputs(), context.workspace);
const ours = await beginRun(context);
const { id, temp, workspace, signal } = ours;
saveState("id", id);
saveState("temp", temp);
if (isDebug()) announceCommands((argv) => say(ours, `+ ${commandLine(argv)}`));
const matrix = readMatrix(inputs.matrix);
const outcome = {
	leg: nameOf$1(matrix),
	dockerfile: inputs.file || "Dockerfile",
	context: inputs.context,
	repository: "",
	typed: inputs,
	...sourceAddress(context),
	isCancelled: false
};
try {
	await run(inputs, context, ours, outcome);
} catch (thrown) {
	outcome.error = sentenceOf(thrown);
	if (!(thrown instanceof UserError) && thrown instanceof Error) say(ours, thrown.stack ?? "");
}
if (!signal.aborted) await attachFile();
outcome.isCancelled = signal.aborted;
const unwritten = outcome.isCancelled ? void 0 : await writeJunit();
if (unwritten !== void 0) outcome.error ??= unwritten;
const report = makeReport(outcome);
const shown = outcome.isCancelled ? report : await left(report);
await showPage(shown);
if (!outcome.isCancelled) {
	await rm(temp, {
		recursive: true,
		force: true
	}).catch(() => void 0);
	saveState("done", "true");
}
leaveWith(shown.conclusion);
/** Which leg this is, and how long it has taken so far. */
function placeNow() {
	return {
		index: Number(inputs["job-index"]),
		total: Number(inputs["job-total"] || "1"),
		matrix,
		seconds: performance.now() / 1e3
	};
}
/** Attaches the share image's file to the release that started this, where there are both and nothing went wrong. */
async function attachFile() {
	const { file, published } = outcome.shared ?? {};
	if (!file || !context.release || outcome.error || published && !isFine(published)) return;
	const { attachToRelease } = await import("./release.js");
	const isOneOfSeveral = Number(inputs["job-total"] || "1") > 1 || outcome.plan?.share?.isPart === true;
	const attacher = {
		job: context.job,
		leg: outcome.leg,
		isOneOfSeveral
	};
	file.attached = await grouped(ours, `Attach ${file.path} to the release`, () => attachToRelease(file, attacher, context, inputs["github-token"], ours));
}
/** Writes what the tests did as JUnit's XML, where that is asked for; why it can't, if it can't. */
async function writeJunit() {
	const path = outcome.plan?.report.junit;
	if (path === void 0 || !outcome.tests) return void 0;
	const { junitFile, junitSuite } = await import("./junit.js");
	const left = makeLeft(outcome, {
		conclusion: "success",
		sentence: ""
	}, context, placeNow());
	return writeAsked(workspace, path, junitFile([junitSuite(left)]));
}
/** Leaves what the report of all legs needs, where there may be one; where there is one, the page becomes a line. */
async function left(report) {
	const isFollowed = await isReportToFollow(workspace, context.workflow, context.actionRepository);
	const isPart = outcome.shared?.published?.outcome === "part";
	if (!isFollowed && matrix.length === 0 && inputs.shard === "" && !isPart) return report;
	const trouble = await uploadLeg(makeLeft(outcome, report, context, placeNow()), ours, context);
	if (trouble !== void 0 && isPart) {
		outcome.error ??= unpublishableSentence(trouble);
		return makeReport(outcome);
	}
	if (trouble !== void 0) return isFollowed ? withNotice(report, outcome, unleftSentence(trouble)) : report;
	return isFollowed && isAllInReport(outcome) && report.summary !== "" ? {
		...report,
		summary: legLine(outcome, report.conclusion === "failure")
	} : report;
}
export {};
