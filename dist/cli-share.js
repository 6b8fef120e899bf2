import { $ as contentOf, B as inspectImage, Ct as hasPytest, Et as secondsOf, F as inspectIgnore, Ft as repoPath, Gt as trustCure, H as untag, Ht as runArguments, I as reaches, It as describeImage, Lt as entrypointOf, M as buildHead, N as buildStage, O as askEngine, Q as missingModules, S as refusal, T as localImage, Tt as wentThrough, V as layersOf$1, Vt as isMountable, X as runTests, Y as placed, _ as inspectEngine, a as surveyProject, at as joined$1, c as mayPublish, ct as setTime, d as mayMove, dt as findGitData, et as headersOf, f as platformTag, ft as runContainer, ht as byTimes, i as planProject, it as textAt, k as callEngine, l as isVersion, lt as tarHeader, m as decideTimes, mt as byNumber, nt as readEntries, o as surveyStage, ot as makeTar, p as planLookup, q as findPlaces, rt as recordOf, s as withoutSaving, st as paddedSize, t as openProject, tt as paxHeaders, u as latestTag, ut as withPadding, v as requireBuildx, vt as digestingStream, x as lastWords, xt as hasFailed, yt as sha256, z as historyOf } from "./cli-project.js";
import { B as followDocker, D as requireArchive, G as cacheService, H as runAsRoot, K as childEnvironment, N as words, P as input, U as streamDocker, V as git, W as cacheEnvironment, X as localContext, j as byteSize, nt as join$1, q as clientFolder, tt as readPerson, z as docker } from "./cli-settings.js";
import { a as grouped, c as timed, f as ownLabel, l as withBuildLog, m as ownReference, n as inSession, o as print, r as isAtTerminal, s as say } from "./cli-session.js";
import { a as checkSentence, d as gitInShareSentence, f as lfsSentence, i as readLayerSizes, n as findLfsPointers, o as isInRegistry, r as describeLayers, s as publishSentence, t as findAllLfsPointers, u as verifySentence } from "./cli-lfs.js";
import { B as readCommit, C as baseOf, D as Doubt, E as globalArguments, F as kindWithin, H as trackedFiles, I as makeWithin, L as examineGit, M as asPattern, O as readInstructions, P as isWithin, T as splitStages, U as withCommit, W as readRegularFile, _ as isImageName, c as dockerfileOf, m as completeInputs, v as isImageTag, w as findTarget, x as readCopies, z as inspectRepository } from "./cli-pep440.js";
import { c as messageOf, d as render, f as sentence$1, i as quoted, o as withoutQueries, r as plain, s as UserError } from "./cli-plain.js";
import { a as readPort, i as shellContainer, o as requireNetwork, r as shellCommand, t as enter } from "./cli-enter.js";
import { C as tagArguments, S as refusalOf, _ as lookUpFailure, b as pushedDigest, c as testSentence, d as showPublishing, g as lookUpArguments, h as logoutArguments, l as show, m as loginRefusal, n as buildSentence, p as loginArguments, t as provideImage, u as showGiving, v as manifestArguments, x as readPublished, y as ownCredentials } from "./cli-image.js";
import { access, lstat, mkdir, open, readFile, readdir, realpath, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join, posix, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { spawn } from "node:child_process";
import { pipeline } from "node:stream/promises";
import { constants, createReadStream, createWriteStream } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { createGzip, createZstdCompress } from "node:zlib";
import { buffer, text } from "node:stream/consumers";
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
/** Fails where a file can't be written to its folder, before much is done for it; the path is one from where the person is. */
async function requireWritable(path) {
	const folder = dirname(resolve(path));
	await access(folder, constants.W_OK).catch(() => {
		throw new UserError(`Option --output is ${quoted(path)}, but ${quoted(folder)} is no folder that you may write to: make it first, or choose another.`);
	});
}
async function write(path, reference, { root, signal }) {
	const target = join(root, path);
	const folder = await makeWithin(root, dirname(path));
	if (folder === void 0) throw new UserError(sentence$1`${input("share-file")} leads out of the ${words.checkout} by way of ${quoted(dirname(target))}: write a path within it.`);
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
			const path = relative(context, data.path);
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
// src/laptop/share-task.ts
/** Decides what is done. Fails on what can't be done together, and on a name or a path that won't do. */
function decideShare(request) {
	const { command, ports, isChecked, isPushed, tag, output, inputs } = request;
	const [other] = [
		...isPushed ? ["push"] : [],
		...isChecked ? ["check"] : [],
		...tag === void 0 ? [] : ["tag"],
		...output === void 0 ? [] : ["output"]
	];
	if (!isPushed) refusePublication(inputs);
	if (other === void 0) return {
		kind: "work",
		command,
		ports: ports.map(readPort)
	};
	if (command.length > 0) throw alone(other, "runs no other command", "leave the command out");
	if (ports.length > 0) throw alone(other, "starts nothing that could listen on a port", "leave out --publish");
	if (output !== void 0) requireArchive("Option --output", output);
	const reference = tag === void 0 ? void 0 : readReference(tag);
	const file = output === void 0 ? {} : { output };
	if (!isPushed) return {
		kind: "give",
		isChecked,
		...reference ? { reference } : {},
		...file
	};
	if (!reference) throw new UserError("Option --push does not say where to: name the image with --tag, such as --tag ghcr.io/owner/name.");
	return {
		kind: "publish",
		reference: requireAccount(reference),
		...file
	};
}
function alone(name, what, cure) {
	return new UserError(`Option --${name} ${what}: ${cure}, or run both, one after the other.`);
}
/** Options that say how to publish would be without effect. */
function refusePublication(inputs) {
	const name = [
		"tags",
		"tag-prefix",
		"overwrite",
		"labels"
	].find((name) => inputs[name] !== "");
	if (name !== void 0) throw new UserError(`Option --${name} is for publishing only: add --push, or leave it out.`);
}
/** `localhost:5000/wine` has a port, `wine:5000` a tag. */
function readReference(text) {
	const [, written = "", tag] = /^(.*?)(?::([^/:]*))?$/s.exec(text) ?? [];
	const name = written.toLowerCase();
	if (isImageName(name) && (tag === void 0 || isImageTag(tag))) return {
		name,
		...tag === void 0 ? {} : { tag }
	};
	throw new UserError(`Option --tag is ${quoted(text)}: write a name, or a name and a tag, such as ghcr.io/owner/name or ghcr.io/owner/name:1.0.`);
}
/** On Docker Hub, a name without an account is one of Docker's own. */
function requireAccount(reference) {
	if (reference.name.includes("/")) return reference;
	throw new UserError(`Option --tag is ${quoted(reference.name)}, which says neither which registry nor whose image: write it whole, such as ghcr.io/owner/${reference.name}.`);
}
const MOST_NAMES = 4;
/** Why git has no commit to publish. */
function noCommit({ state, top }) {
	const reasons = {
		"no git": "git is not installed: install it",
		distrusted: `git distrusts ${quoted(top)}, which belongs to another user: ${trustCure(top)}`,
		"no repository": "git knows no commit of this project: make it a git repository, and commit your files first",
		repository: "this git repository has no commit yet: commit your files first"
	};
	return new UserError(`Nothing can be published from here, since ${reasons[state]}.`);
}
/** The ref that is published: a tag where the commit has one, of several the latest version, else the branch. Fails where the commit does not tell what would be, or under which tag. */
function publishedRef(origin, tag, prefix) {
	if (origin.changed.length > 0) throw new UserError(`What is published must be what the commit has, but ${listed(origin.changed)} ${origin.changed.length === 1 ? "differs" : "differ"} from it: commit first, or stash or ignore what is not meant.`);
	const gitTag = latestTag(origin.tags, prefix);
	if (gitTag !== void 0) return `refs/tags/${gitTag}`;
	const [other] = origin.tags;
	if (other !== void 0) throw new UserError(`Option --tag-prefix is ${quoted(prefix)}, but the git tag ${quoted(other)} does not begin with it: correct it, or leave it out.`);
	if (origin.branch !== "") return origin.branch;
	if (tag !== void 0) return `refs/heads/${origin.sha.slice(0, 12)}`;
	throw new UserError("Neither a branch nor a tag is checked out that could name what is published: check one out, or write a tag behind the name in --tag.");
}
/** A few names, and how many more there are. */
function listed(files) {
	const names = files.slice(0, files.length > MOST_NAMES ? 3 : MOST_NAMES).map(plain);
	const left = files.length - names.length;
	const all = left > 0 ? [...names, `${left} other files`] : names;
	return all.length === 1 ? all[0] ?? "" : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
// src/report/terminal-share.ts
/** The image's name, and how one runs it, or gets it out of the file. */
function givenLines({ name, unpacked, file }) {
	const size = unpacked === void 0 ? "" : ` (${byteSize(unpacked)})`;
	return [
		`${file ? `Wrote ${file.path} (${byteSize(file.bytes)}), which has the image ${name}${size}.` : `The share image is ${name}${size}.`} ${file ? "Whoever gets it runs it with" : "Run it with"}:`,
		...file ? [`  ${join$1([
			"docker",
			"load",
			"--input",
			file.path
		])}`] : [],
		`  ${runLine(name)}`
	];
}
/** What is published, and how others run it; nothing where it isn't. */
function publishedLines({ plan, shared, settings }) {
	const share = plan?.share;
	const published = shared?.published;
	if (!share || !published) return [];
	const first = render(publishSentence(published, share), "person", settings);
	if (!isInRegistry(published)) return published.outcome === "kept" ? [first] : [];
	const { layers } = shared;
	const download = layers?.compressed === void 0 ? [] : [`${byteSize(layers.compressed)} to download`];
	const unpacked = layers ? [`${byteSize(layers.unpacked)} on disk`] : [];
	const sizes = [...download, ...unpacked];
	return [
		first,
		`  digest  ${published.digest ?? ""}`,
		...sizes.length > 0 ? [`  size    ${sizes.join(", ")}`] : [],
		"Others run it with:",
		`  ${runLine(`${share.image}:${share.version.tags[0]?.name ?? "latest"}`)}`,
		...published.isFirst && share.registry?.host === "ghcr.io" ? ["A new package on ghcr.io is private at first: its settings there let others pull it."] : []
	];
}
function runLine(name) {
	return join$1([
		"docker",
		"run",
		"--rm",
		"-it",
		name
	]);
}
/** Why nothing was published, in one sentence or more; nothing where all is as it should be. */
function publishTrouble(outcome) {
	const trouble = troubleOf(outcome);
	return trouble && render(trouble, "person", outcome.settings);
}
function troubleOf(outcome) {
	const { plan, dev, share, tests, shared, dockerfile } = outcome;
	const failed = [dev, share].find((build) => build?.failure);
	if (failed) return buildSentence(failed, dockerfile, plan?.dev.secrets);
	if (tests && hasFailed(tests)) return sentence$1`Nothing is published: ${testSentence(tests)} They ran on a fresh checkout of the commit, without files that git ignores.`;
	const verified = verifySentence(outcome);
	if (verified !== void 0) return verified;
	if (!shared?.published || !plan?.share) return void 0;
	return isInRegistry(shared.published) || shared.published.outcome === "kept" ? void 0 : publishSentence(shared.published, plan.share);
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
		message: plain(message),
		wantedBy: nodeId,
		folder: folderOf(nodeId.split("::", 1)[0] ?? "")
	})), ofPytest(plain(lastWords), start)];
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
	const folder = dirname(path);
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
// src/image/layout.ts
/**
* The documents of an image in which some layers (by their old diff ID) were replaced and nothing claims to be newer than
* a time, in seconds since 1970. The manifest still names the old configuration.
*/
function withLayers({ manifest, config }, replaced, seconds) {
	const ids = config.rootfs.diff_ids;
	const isoTime = (/* @__PURE__ */ new Date(seconds * 1e3)).toISOString();
	const settled = (value) => value.created !== void 0 && !(Date.parse(value.created) <= seconds * 1e3) ? {
		...value,
		created: isoTime
	} : value;
	return {
		manifest: {
			...manifest,
			layers: manifest.layers.map((layer, index) => {
				const replacement = replaced.get(ids[index] ?? "");
				if (!replacement) return layer;
				const { digest, size, diffId } = replacement;
				return {
					...layer,
					digest,
					size,
					...digest === diffId ? {} : { mediaType: gzipType(manifest.mediaType) }
				};
			})
		},
		config: {
			...settled(config),
			rootfs: {
				...config.rootfs,
				diff_ids: ids.map((id) => replaced.get(id)?.diffId ?? id)
			},
			...config.history ? { history: config.history.map(settled) } : {}
		}
	};
}
function gzipType(manifestType) {
	return manifestType === "application/vnd.docker.distribution.manifest.v2+json" ? "application/vnd.docker.image.rootfs.diff.tar.gzip" : "application/vnd.oci.image.layer.v1.tar+gzip";
}
/** The path of a blob in a layout. */
function blobPath$1(digest) {
	return `blobs/${digest.replace(":", "/")}`;
}
/** The files of a layout besides its blobs, for one image under one reference (complete, with its registry). */
function layoutFiles(manifest, described, reference) {
	const annotations = { "io.containerd.image.name": reference };
	return {
		"oci-layout": { imageLayoutVersion: "1.0.0" },
		"index.json": {
			schemaVersion: 2,
			mediaType: "application/vnd.oci.image.index.v1+json",
			manifests: [{
				...described,
				annotations
			}]
		},
		"manifest.json": [{
			Config: blobPath$1(manifest.config.digest),
			RepoTags: [reference],
			Layers: manifest.layers.map(({ digest }) => blobPath$1(digest))
		}]
	};
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
			const bytes = await collect(contentOf(entry));
			if (bytes[0] === BRACE) saved.documents.set(entry.path, new TextDecoder().decode(bytes));
		} else await drain(entry.blocks());
	}
	throw new Error("what docker save wrote ends too early");
}
async function collect(pieces) {
	const all = [];
	for await (const piece of pieces) all.push(piece);
	return joined$1(all);
}
async function drain(pieces) {
	for await (const _ of pieces);
}
async function writeLayer(entry, writer, path) {
	const before = digestingStream();
	const after = digestingStream();
	const times = clampTimes(contentOf(entry), writer.seconds);
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
	const manifest = read(blobPath$1(described.digest));
	const settled = withLayers({
		manifest,
		config: read(blobPath$1(manifest.config.digest))
	}, layers, seconds);
	const files = /* @__PURE__ */ new Map();
	const blob = (value) => {
		const bytes = new TextEncoder().encode(JSON.stringify(value));
		const digest = `sha256:${sha256(bytes)}`;
		files.set(blobPath$1(digest), bytes);
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
		yield header(blobPath$1(digest), size);
		yield* createReadStream(path);
		yield new Uint8Array(paddedSize(size) - size);
	}
	for (const [name, bytes] of files) yield joined$1([header(name, bytes.length), withPadding(bytes)]);
	yield /* @__PURE__ */ new Uint8Array(1024);
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
* Pushes the share image as it was built before the tests ran: under the version's tags, or where it is for one platform
* of several under that platform's. Refusals are values.
*/
async function publish$1(plan, { id, platform }, run) {
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
		else await pushAll(job, facts);
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
	if (registry && !run.signal.aborted) facts.published = await grouped(run, `Publish to ${registry.host}`, () => publish$1(plan, image, run));
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
// src/laptop/commands/give.ts
/** Runs the share image's own tests, if they are asked for; if they pass, names it and writes it to a file, likewise. */
async function give(task, image, project, { isDryRun }) {
	const { isChecked, reference, output } = task;
	const { plan, stage, run } = project;
	const name = givenName(reference, project);
	if (isDryRun) return showGiving(task, image, plan.test, name);
	if (reference || output !== void 0) await requireFilesThemselves({
		build: plan.dev,
		dockerfile: stage?.dockerfile ?? ""
	});
	const red = isChecked ? await check(image, project) : 0;
	if (run.signal.aborted) return red || 125;
	if (red !== 0 || !reference && output === void 0) return red;
	await nameImage(image.id, name);
	const given = {
		name,
		unpacked: (await inspectLayers(image.id, void 0))?.unpacked
	};
	const file = output === void 0 ? {} : { file: await writeArchive(output, name, run) };
	for (const line of givenLines({
		...given,
		...file
	})) print(line);
	if (output !== void 0 && await isInContext(resolve(output), plan.dev)) say(run, `${output} lies in the project, so the next share image has it too: move it, or list it in .dockerignore.`);
	return 0;
}
async function isInContext(file, { context, dockerfile }) {
	return isWithin(context, file) && !(await inspectIgnore({
		context,
		dockerfile
	})).ignores(relative(context, file));
}
/** Resolves with the exit code: 0 where all is well. */
async function check(image, { plan, run, checkout }) {
	const tests = await verifyShare(plan.test, image, run);
	if (!hasFailed(tests)) {
		const passed = sentence$1`In the ${plan.dev.stage} image, as a colleague would run it: ${testSentence(tests)}`;
		print(render(passed, "person"));
		return 0;
	}
	const start = {
		workdir: image.workdir,
		folder: plan.test.folder
	};
	const missing = await findMissingFiles({
		context: checkout.context,
		dockerfile: plan.dev.dockerfile
	}, missingClues(tests, start));
	if (!run.signal.aborted) print(render(checkSentence(plan.dev.stage, tests, missing), "person"), process.stderr);
	return tests.exitCode || 1;
}
/** Without a name of its own, the image has that of the project's folder on this machine. */
function givenName(reference, { plan }) {
	if (!reference) return localImage(plan.dev, void 0).reference;
	return `${reference.name}:${reference.tag ?? "latest"}`;
}
async function nameImage(id, name) {
	const { exitCode, stderr } = await docker([
		"image",
		"tag",
		id,
		name
	]);
	if (exitCode !== 0) throw new Error(stderr.trim());
}
/** Writes an image to a file, whose path is one from where the person is; returns that path and the bytes. */
async function writeArchive(path, name, run) {
	const target = resolve(path);
	const workspace = dirname(target);
	const { bytes } = await grouped(run, `Write ${path}`, () => writeShareFile(basename(target), name, {
		...run,
		workspace
	}));
	return {
		path,
		bytes
	};
}
// src/host/steps/client.ts
/**
* Runs a client, a script beside this one, in a folder to its end; `onStart` gets its process. Rejects where it can't be
* started, and where the signal in `options` ends it.
*/
async function askClient(script, folder, request, options, onStart = () => void 0) {
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, "request.json"), JSON.stringify(request));
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
// src/cache/keys.ts
/** Layout of the entries; a change of it makes all older ones unknown. */
const FORMAT = 2;
/** Prefixes of the keys of a scope; `hash` makes a hexadecimal digest of a text. */
function cachePrefixes(scope, hash) {
	const build = hash(JSON.stringify(scope.build)).slice(0, 8);
	const suffix = scope.suffix === "" ? [] : [asKeyPart(scope.suffix)];
	const any = [
		"dev-in-docker",
		`v${FORMAT}`,
		scope.store,
		scope.architecture,
		...suffix,
		build,
		""
	].join("-");
	return {
		any,
		exact: `${any}${scope.requirements.slice(0, 16)}-`
	};
}
/** The key to save under: entries can't be overwritten, so an identifier of what was built is part of it. */
function cacheKey(prefixes, contentId) {
	return prefixes.exact + contentId.slice(0, 16);
}
/** Prefixes of a run entry's keys; `hash` makes a hexadecimal digest of a text. */
function runPrefixes(scope, hash) {
	const suffix = scope.suffix === "" ? [] : [asKeyPart(scope.suffix)];
	const id = hash(JSON.stringify(scope.everything)).slice(0, 32);
	const prefix = (kind) => [
		"dev-in-docker",
		kind,
		`v${FORMAT}`,
		scope.architecture,
		...suffix,
		id,
		""
	].join("-");
	return {
		run: prefix("run"),
		prefetch: prefix("prefetch")
	};
}
/** The key to save a run entry under. */
function runKey({ run }, contentId) {
	return run + contentId.slice(0, 16);
}
/** Start of the keys under which runs of the same tests are kept to be compared with; `scope` is what tells tests apart. */
function baselinePrefix(scope, suffix, hash) {
	const parts = suffix === "" ? [] : [asKeyPart(suffix)];
	return [
		"dev-in-docker",
		"tests",
		`v${FORMAT}`,
		...parts,
		hash(JSON.stringify(scope)).slice(0, 16),
		""
	].join("-");
}
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
/** The key of what the shards of a job split by in one run, all of its attempts. */
function splitKey(job, runId, hash) {
	return [
		"dev-in-docker",
		"split",
		"v1",
		hash(JSON.stringify(job)).slice(0, 16),
		runId,
		""
	].join("-");
}
/** A key for an entry that can't be overwritten, but was found unusable: the same image may have been built again. */
function keyInstead(key, unusable) {
	return unusable?.startsWith(key) ? `${unusable}-instead` : key;
}
/** Keys have no commas and at most 512 characters. */
function asKeyPart(text) {
	return text.replace(/[^A-Za-z0-9._-]+/g, "_").slice(0, 100);
}
// src/cache/request.ts
/** What came of a request, by what the client left behind: its result, or else the last that it printed. */
function judgeEnd(result, said) {
	return result ?? { trouble: `the cache client ended early: ${withoutQueries(said).trim().slice(-500)}` };
}
/** What a restore brought; `exact` is how keys of the same requirements begin. Of a look-up, there are no files to use. */
function judgeRestored({ key, bytes = 0, trouble }, exact, lookupOnly) {
	const isUsable = key !== void 0 && !lookupOnly && trouble === void 0;
	return {
		...key ? { key } : {},
		isExact: (isUsable || lookupOnly) && (key?.startsWith(exact) ?? false),
		isUsable,
		bytes,
		...trouble ? { trouble } : {}
	};
}
// src/cache/steps/layout.ts
/** Digest of the one manifest in an OCI layout (opencontainers/image-spec). Fails where there is none. */
async function manifestDigest(layout) {
	const [manifest] = (await readIndex(layout)).manifests;
	if (!manifest || !/^sha256:[0-9a-f]{64}$/.test(manifest.digest)) throw new Error("the image layout has no manifest");
	return manifest.digest;
}
/** Manifest of the image in an OCI layout, as text. */
async function readManifest(layout) {
	return readBlob(layout, await manifestDigest(layout));
}
/** Configuration of the image in an OCI layout, as text. */
async function readConfig(layout) {
	return readBlob(layout, (await parseManifest(layout)).config.digest);
}
async function readIndex(layout) {
	return JSON.parse(await readFile(join(layout, "index.json"), "utf8"));
}
async function parseManifest(layout) {
	return JSON.parse(await readManifest(layout));
}
function blobPath(layout, digest) {
	return join(layout, blobPath$1(digest));
}
function readBlob(layout, digest) {
	return readFile(blobPath(layout, digest), "utf8");
}
// src/cache/steps/entries.ts
/** Fetches the newest entry for these requirements, or else for others. Trouble is a value. */
async function restoreCache(plan, { temp, signal }) {
	if (plan.restore === "no") return {
		isExact: false,
		bytes: 0,
		seconds: 0
	};
	const keys = cachePrefixes(plan.scope, sha256);
	const folder = join(temp, "restore");
	const lookupOnly = plan.restore === "lookup";
	const request = {
		action: "restore",
		keys,
		lookupOnly
	};
	const [result, seconds] = await timed(() => runClient(folder, request, signal));
	const { isUsable, ...found } = judgeRestored(result, keys.exact, lookupOnly);
	return {
		...found,
		...isUsable ? { entry: await readEntry(join(folder, "image")) } : {},
		seconds
	};
}
async function readEntry(folder) {
	return {
		folder,
		digest: await manifestDigest(folder),
		config: await readConfig(folder)
	};
}
/** Frees the disk that a restored entry takes. */
async function discardRestored(temp) {
	await rm(join(temp, "restore"), {
		recursive: true,
		force: true
	});
}
/** Saves an image, in a process that outlives a cancelled main. Trouble is a value. */
async function saveEntry(request, temp) {
	const folder = saveFolder(temp, request.entry.kind);
	const [result, seconds] = await timed(() => runClient(folder, {
		action: "save",
		...request
	}));
	return {
		bytes: 0,
		...result,
		seconds
	};
}
/** Folder of a save, for post to look into. */
function saveFolder(temp, kind) {
	return join(temp, `save-${kind}`);
}
/** Runs the cache client; a signal ends it. */
async function runClient(folder, request, signal) {
	const { result, said } = await askClient("cache-client.js", folder, request, {
		detached: true,
		env: cacheEnvironment()
	}, async (client) => {
		await writeFile(join(folder, "pid"), String(client.pid ?? 0));
		signal?.addEventListener("abort", () => client.kill(), { once: true });
		if (signal?.aborted) client.kill();
	});
	return judgeEnd(result, said);
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
	const key = cacheKey(cachePrefixes(scope, hash), contentId);
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
		isThere$1("/dev/fuse", constants.R_OK | constants.W_OK),
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
		if (await isThere$1(path, constants.X_OK)) return path;
	}
}
async function isThere$1(path, mode = constants.F_OK) {
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
const PATIENCE_SECONDS$1 = 15;
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
	const path = `/distribution/${reference.split("/").map(encodeURIComponent).join("/")}/json`;
	return (await askEngine(engineSocket, path, { patienceSeconds: PATIENCE_SECONDS$1 }))?.Descriptor?.digest;
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
// src/cache/top-level.ts
/** What Docker makes itself in every container. */
const DOCKERS = [
	"proc",
	"sys",
	"dev",
	".dockerenv"
];
/** Whether Docker makes this entry of the root directory itself, so that it is none of the image's. */
function isDockers(name) {
	return DOCKERS.includes(name);
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
	for (let [part, expected] = [path, real];; [part, expected] = [dirname(part), dirname(expected)]) {
		const found = await realpath(part).catch((error) => error);
		if (found === expected) return part === path;
		if (typeof found === "string" || found.code !== "ENOENT" || await isLink(part)) throw new Error("one of its volumes lies behind a link, or where it can not be looked at");
	}
}
async function isLink(path) {
	return lstat(path).then((found) => found.isSymbolicLink(), () => false);
}
/** Seconds that the engine may take to load a few kilobytes when it has much else to do. */
const PATIENCE_SECONDS = 60;
/** The engine's call behind `docker load` (docs.docker.com/reference/api/engine, ImageLoad). */
async function load(tar, engineSocket) {
	const said = await callEngine(engineSocket, "/images/load?quiet=1", {
		tar,
		patienceSeconds: PATIENCE_SECONDS
	}).catch(messageOf);
	if (said.includes("Loaded image") && !said.includes("\"errorDetail\"")) return;
	throw new Error(`the engine did not take its skeleton (${said.trim()})`);
}
// src/mount/steps/unmount.ts
/** Where the parts of a mounted image are, within the run's own folder. */
function mountFolder(temp) {
	return join(temp, "mount");
}
/** Mount points in the order in which they come off: the overlay, the squashfs in it, the file that holds it. */
const MOUNT_POINTS = [
	"merged",
	"lower",
	"image"
];
/** Takes off all mounts of a run, lazily those that are still in use; does nothing where there are none. */
async function unmountAll(temp) {
	for (const name of MOUNT_POINTS) await unmount(join(mountFolder(temp), name));
}
/** Removes a run's mount folder, in which the engine made files as root. */
async function removeMountFolder(temp) {
	const folder = mountFolder(temp);
	await rm(folder, {
		recursive: true,
		force: true
	}).catch(() => runAsRoot([
		"rm",
		"--recursive",
		"--force",
		"--one-file-system",
		folder
	]));
}
async function unmount(path) {
	for (let tries = 0; await isMounted(path); tries++) {
		const isLazy = tries > 20;
		const { exitCode } = await runAsRoot([
			"umount",
			...isLazy ? ["--lazy"] : [],
			path
		]);
		if (exitCode === 0 || isLazy) return;
		await setTimeout(25);
	}
}
async function isMounted(path) {
	const mounts = await readFile("/proc/self/mountinfo", "utf8");
	const escaped = path.replace(/[\s\\]/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`);
	return mounts.split("\n").some((line) => line.split(" ")[4] === escaped);
}
// src/mount/steps/mount.ts
/** How long the registry may take to name a base image's digest, once the tests have ended. */
const PATIENCE_MILLISECONDS$2 = 1e4;
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
			await takeDown(server, run);
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
			const answer = await Promise.race([bases, setTimeout(PATIENCE_MILLISECONDS$2, void 0, { ref: false })]);
			server.release(keepPrefetchOrder && reason === void 0);
			const figures = await takeDown(server, run);
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
	await takeDown(server, run);
}
async function endOf(server) {
	return Promise.race([server.ended, setTimeout(END_MILLISECONDS, void 0, { ref: false })]);
}
/** Unmounts all and waits for the serving process, which ends with its file. */
async function takeDown(server, { id, temp }) {
	await unmountAll(temp);
	const figures = await endOf(server);
	if (!figures) server.kill();
	await Promise.all([untag(ownReference(id, "skeleton")), removeMountFolder(temp)]);
	return figures;
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
/** How long the end of a job may wait for the cache service; a comparison is not worth more. */
const PATIENCE_MILLISECONDS$1 = 2e3;
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
	}, PATIENCE_MILLISECONDS$1);
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
function prefixOf({ scope, suffix }) {
	return baselinePrefix(scope, suffix, sha256);
}
function shorten(nodeId) {
	return sha256(nodeId).slice(0, 12);
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
		await setTimeout(PAUSE_MILLISECONDS);
		text = await agreed();
	}
	return text === "" ? byNumber("the shards could not agree on times within 20 s") : byTimes(parseBaseline(text), text, sha256);
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
// src/laptop/commands/publish.ts
/**
* Publishes the commit that is checked out, as the action does: builds both stages anew, runs the tests in both, and
* pushes. Resolves with pytest's exit code where tests are red.
*/
async function publish(task, options, session) {
	const repository = await inspectRepository(process.cwd());
	if (!repository) throw noCommit(await examineGit(process.cwd()));
	const ref = publishedRef(repository, task.reference.tag, options.inputs["tag-prefix"]);
	const inputs = publicationInputs(task, options.inputs);
	const project = await openProject(inputs, session, "target", {
		ref,
		commit: repository.commit
	});
	if (options.isDryRun) return showPublishing(project.plan, task);
	return reportPublication(await withCommit(repository, session.temp, (checkout) => publishCommit(inputs, project, {
		...repository,
		ref
	}, checkout)), task, options, project.run);
}
function publicationInputs({ reference }, typed) {
	return {
		...typed,
		push: "true",
		image: reference.name,
		tags: [reference.tag ?? "", typed.tags].join("\n").trim()
	};
}
/** All that the action does, in a folder that has the commit and nothing else. */
async function publishCommit(inputs, { run: run$1 }, { top, ref, sha }, checkout) {
	const folder = relative(top, run$1.workspace);
	const placed = {
		...inputs,
		context: join(folder, inputs.context || "."),
		file: inputs.file === "" ? "" : join(folder, inputs.file)
	};
	const outcome = {
		leg: "",
		dockerfile: "",
		context: "",
		repository: "",
		isCancelled: false
	};
	say(run$1, `Publishing the commit ${sha.slice(0, 7)}, which is built anew in a checkout of its own:`);
	try {
		await run(placed, localContext(checkout, run$1, ref), run$1, outcome);
	} finally {
		await untag(...outcome.plan?.dev.tags ?? []);
	}
	return {
		...outcome,
		isCancelled: run$1.signal.aborted
	};
}
async function reportPublication(outcome, { output }, { isQuiet }, run) {
	const { dev, share, tests, shared, plan } = outcome;
	const trouble = publishTrouble(outcome);
	if (run.signal.aborted && publishedLines(outcome).length === 0) {
		print("Stopped: nothing was published.", process.stderr);
		return 125;
	}
	if (trouble !== void 0) {
		const failure = dev?.failure ?? share?.failure;
		if (isQuiet && failure) print(failure.output, process.stderr);
		print(trouble, process.stderr);
		const red = [tests, shared?.verified].find((tests) => tests && hasFailed(tests));
		return red ? red.exitCode || 1 : 125;
	}
	for (const line of publishedLines(outcome)) print(line);
	const [tag] = plan?.share?.version.tags ?? [];
	if (output === void 0 || !plan?.share || !tag) return 0;
	const name = `${plan.share.image}:${tag.name}`;
	const file = await writeArchive(output, name, run);
	for (const line of givenLines({
		name,
		unpacked: shared?.layers?.unpacked,
		file
	})) print(line);
	return 0;
}
// src/laptop/commands/share.ts
/**
* Opens a shell in the share stage as a colleague would get it, or runs a command in it; or checks it, gives it away or
* publishes it. Resolves with the exit code of the command or of pytest.
*/
async function share(options) {
	const task = decideShare(options);
	if (task.kind !== "work" && task.output !== void 0) await requireWritable(task.output);
	return inSession(options, (run) => carryOut(task, options, run));
}
async function carryOut(task, options, run) {
	if (task.kind === "publish") return publish(task, options, run);
	const project = await openProject(options.inputs, run, "share-target");
	if (task.kind === "work") requireNetwork(task.ports, project.inputs.network);
	const image = await provideImage(project, options);
	if (!image) return 125;
	await tellOfGit(project);
	return task.kind === "give" ? give(task, image, project, options) : work(task, image, project, options);
}
async function tellOfGit({ checkout, stage, plan, run }) {
	const { stage: target, buildArguments } = plan.dev;
	const found = await findGitInShare({
		checkout,
		stage,
		target,
		buildArguments
	});
	if (found) say(run, gitInShareSentence(found));
}
/** Nothing is mounted, and the user is the image's own. */
async function work({ command, ports }, image, { plan, run }, { isDryRun }) {
	const { folder, environment } = plan.test;
	const container = shellContainer({
		id: run.id,
		image: image.id,
		stage: plan.dev.stage,
		command,
		ports,
		isTerminal: isAtTerminal(),
		imageEnvironment: image.environment,
		environment: {
			...readPerson().terminal,
			...environment
		}
	});
	const place = folder === "" ? {} : { workdir: posix.join(image.workdir || "/", folder) };
	const own = {
		...container,
		...place,
		entrypoint: entrypointOf(image)
	};
	const args = runArguments({
		...plan.test,
		command: shellCommand(command)
	}, own);
	return isDryRun ? show(args) : enter(args, ports, run);
}
export { share };
