import { M as asPattern } from "./cli-pep440.js";
import { f as sentence, i as quoted, n as listed, r as plain } from "./cli-plain.js";
import { N as words, P as input, j as byteSize } from "./cli-settings.js";
import { F as inspectIgnore, G as layersInHistory, W as keywordOf, xt as hasFailed } from "./cli-project.js";
import { c as testSentence } from "./cli-image.js";
import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { closeSync, constants, lstatSync, openSync, readSync } from "node:fs";
// src/share/problems.ts
/** More names than this help nobody. */
const MOST_NAMES = 3;
/** That files are not the files themselves; paths are relative to the context. */
function lfsSentence(paths) {
	const names = paths.slice(0, MOST_NAMES).map(plain);
	const left = paths.length - names.length;
	const list = left > 0 ? [...names, `${left} more`] : names;
	const what = paths.length === 1 ? `${list[0]} is a Git LFS pointer, not the file itself` : `${paths.length} files are Git LFS pointers, not the files themselves (${list.slice(0, -1).join(", ")} and ${list.at(-1)})`;
	return sentence`${what}: ${words.filesThemselves}.`;
}
/** That a test wanted a file which the share image lacks. */
function missingSentence({ path, isFolder, isIgnored, wantedBy, isNamed }) {
	const what = `The share image lacks ${plain(path)}${isFolder ? "/" : ""}, which ${plain(wantedBy)} ${isNamed ? "names" : "wanted"}`;
	return isIgnored ? `${what}: .dockerignore leaves it out; remove the line that does, or add "!${asException(plain(path))}" below it.` : `${what}: add "${copyLine(plain(path), isFolder)}" to the share stage.`;
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
	const what = `Line ${copy.line} of ${dockerfile}, ${quoted(plain(copy.instruction))}, puts into the share image what it has from ${copy.from} already: delete the line`;
	return copy.bytes < 1e6 ? `${what}.` : `${what}; the image gets ${byteSize(copy.bytes)} smaller.`;
}
/** That two layers hold the same. */
function twinSentence({ first, second, bytes }) {
	const again = first === second ? "once more" : `what ${quoted(plain(first))} has put there already`;
	return `${quoted(plain(second))} puts into the share image ${again}: delete one of the two lines; the image gets ${byteSize(bytes)} smaller.`;
}
/** That the share image has what git keeps beside the files. */
function gitInShareSentence({ paths: [path = "", ...others], bytes, isSure }) {
	const what = `The share image ${isSure ? "has" : "may have"} ${plain(path)}${others.length > 0 ? ` and ${others.length} more` : ""}`;
	const line = path === ".git" && others.length === 0 ? ".git" : "**/.git";
	return `${what} (${byteSize(bytes)}): add the line "${line}" to .dockerignore, unless somebody needs it there.`;
}
// src/report/publishing.ts
/** Whether the registry has the image under its version, by this run or an earlier one. */
function isInRegistry({ outcome }) {
	return outcome === "published" || outcome === "already-there";
}
/** What became of publishing, in one sentence or two. */
function publishSentence(facts, plan) {
	const [first] = plan.version.tags;
	const reference = `${plan.image}:${facts.other?.tag ?? first?.name}`;
	const detail = plain(facts.detail);
	const host = plan.registry?.host ?? "";
	const cures = curesOf(host);
	const more = facts.kept.map(({ tag, version }) => ` ${tag} stays with ${plain(version)}.`).join("");
	const other = facts.other?.revision ? `from another commit (${plain(facts.other.revision)})` : "from elsewhere";
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
	return replaced.filter(({ tag }) => tags.includes(`${image}:${tag}`)).map(({ tag, digest }) => sentence`${image}:${tag} named an image without a version before (${plain(digest)}), which something else may have pushed. If the tag is not to move, list those to publish in ${input("tags")}.`);
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
// src/share/layers.ts
/** That less than this is there twice is not worth a word. */
const WORTH_A_WORD = 1e6;
/** Puts together what each layer of an image weighs. */
function describeLayers({ history, diffIds, compressed, chain }) {
	const made = layersInHistory(history, diffIds.length);
	const isKnown = made.length === diffIds.length;
	const sizes = isKnown && compressed?.length === diffIds.length ? compressed : void 0;
	const own = isKnown && chain && agrees(made, chain) ? chain.layers : [];
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
function agrees(made, { layers }) {
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
// src/share/steps/lfs.ts
const POINTER = /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v1\n(?:[a-z0-9.-]+ .*\n)*?oid sha256:[0-9a-f]{64}\n/;
/** A pointer has fewer bytes than the one, and can't do with fewer than the other. */
const MOST_BYTES = 1024;
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
		return size >= LEAST_BYTES && size < MOST_BYTES && POINTER.test(startOf(path));
	} catch {
		return false;
	}
}
/** What has become a link or a pipe since it was listed is neither followed nor waited for. */
function startOf(path) {
	const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
	try {
		const buffer = Buffer.alloc(MOST_BYTES);
		return buffer.toString("latin1", 0, readSync(file, buffer));
	} finally {
		closeSync(file);
	}
}
export { checkSentence as a, replacedSentences as c, gitInShareSentence as d, lfsSentence as f, readLayerSizes as i, reshapedSentences as l, twinSentence as m, findLfsPointers as n, isInRegistry as o, repeatedSentence as p, describeLayers as r, publishSentence as s, findAllLfsPointers as t, verifySentence as u };
