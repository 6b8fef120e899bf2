import { i as __toESM } from "./rolldown-runtime.js";
import { S as summary, d as notice, f as saveState, n as require_semver, o as error$1, p as setOutput, s as getInput, t as create } from "./packages.js";
import { a as saveCache, c as grouped, d as docker, f as followDocker, h as readContext, i as restoreCache, l as timed, m as messageOf, p as UserError, r as keyToSave, t as discardRestored, u as withForeignLog } from "./shared.js";
import { chown, lstat, mkdir, mkdtemp, open, readFile, readdir, realpath, rm, stat, symlink, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join, posix, relative as relative$1, sep } from "node:path";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { StringDecoder } from "node:string_decoder";
import { constants } from "node:fs";
// src/inputs.ts
/** Names of the action's inputs, as action.yml has them. */
const inputNames = [
	"context",
	"file",
	"target",
	"share-target",
	"build-args",
	"cache-dependency-path",
	"enable-cache",
	"cache-suffix",
	"pytest-args",
	"env",
	"image",
	"username",
	"password",
	"github-token",
	"push",
	"matrix",
	"job-total",
	"job-container"
];
/** Reads all inputs from the runner. */
function readInputs() {
	return Object.fromEntries(inputNames.map((name) => [name, getInput(name)]));
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
/** Reads lines of `NAME=value`. Fails on a line without a name or a value. */
function buildArguments(text) {
	for (const line of lines(text)) if (!/^[A-Za-z_][A-Za-z0-9_]*=/.test(line)) throw new UserError(`Input build-args has the line ${quoted(line)}: write NAME=value, one a line.`);
	return lines(text);
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
	const result = {};
	const rows = text.split(/\r?\n/);
	for (let at = 0; at < rows.length; at++) {
		const row = (rows[at] ?? "").trimStart();
		if (row.trim() === "" || row.startsWith("#")) continue;
		const [, name, sign, rest] = /^([A-Za-z_][A-Za-z0-9_]*)(=|<<)(.*)$/s.exec(row) ?? [];
		if (name === void 0 || rest === void 0) throw malformedEnvironment(row, at);
		if (sign === "=") {
			result[name] = rest;
			continue;
		}
		const end = rows.findIndex((line, index) => index > at && line.trim() === rest.trim());
		if (rest.trim() === "" || end < 0) throw new UserError(`Input env has ${name}<<${rest} but no line ${rest.trim() || "END"} that ends the value.`);
		result[name] = rows.slice(at + 1, end).join("\n");
		at = end;
	}
	return result;
}
function malformedEnvironment(row, index) {
	const isName = /^[A-Za-z_][A-Za-z0-9_]*\s*$/.test(row);
	return new UserError(isName ? `Input env has a name without a value in line ${index + 1}: write NAME=value; the runner's own variables are never passed on.` : `Input env has no NAME=value in line ${index + 1}: write one NAME=value a line, or a value of several lines between NAME<<END and END.`);
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
// src/core/version.ts
var import_semver = /* @__PURE__ */ __toESM(require_semver(), 1);
/** What an image tag may look like (distribution/reference). */
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
/**
* Version and image tags of a git tag: `v1.2.3` moves `1.2.3`, `1.2`, `1` and `latest`, a pre-release only itself;
* a tag that is no version keeps its own name. Fails where that name can't be an image tag.
*/
function versionOfTag(gitTag) {
	const semver = (0, import_semver.parse)(gitTag);
	const version = semver ? semver.raw.replace(/^v/, "").replaceAll("+", "_") : gitTag;
	if (!TAG.test(version)) throw new UserError(`The git tag ${quoted(gitTag)} can't name an image: an image tag has letters, digits, ".", "_" and "-" only, at most 128. Push a tag that fits, such as v1.2.3, or set push: false.`);
	if (!semver || semver.prerelease.length > 0) return {
		version,
		tags: [version],
		isRelease: true
	};
	const { major, minor } = semver;
	return {
		version,
		tags: [
			version,
			`${major}.${minor}`,
			`${major}`,
			"latest"
		],
		isRelease: true
	};
}
/** The image tag of a branch: its name, with what can't stand in a tag replaced by "-". */
function versionOfBranch(branch) {
	const tag = branch.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+/, "").slice(0, 128);
	return {
		version: tag || "branch",
		tags: [tag || "branch"],
		isRelease: false
	};
}
/** Name of the image without a tag, in lower case. Fails on what is no image name. */
function imageName(input, repository) {
	const name = (input || `ghcr.io/${repository}`).toLowerCase();
	const [, last = ""] = /([^/]*)$/.exec(name) ?? [];
	if (/[:@]/.test(last) && name.includes("/")) throw new UserError(`Input image is ${quoted(input)}: leave the tag out; tags come from the git tag.`);
	const component = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
	if (name.length > 255 || !new RegExp(`^(?:(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]+)?|\\[[0-9a-f:]+\\](?::[0-9]+)?)/)?${component}(?:/${component})*$`).test(name)) {
		const what = input === "" ? `Input image is not set, and the repository's name makes it ${quoted(name)}` : `Input image is ${quoted(input)}`;
		throw new UserError(`${what}, which is no image name: write registry/owner/name, such as ghcr.io/owner/name, without a tag.`);
	}
	return name;
}
/** Host of the registry that a name belongs to, as Docker reads it. */
function registryOf(image) {
	const [first = ""] = image.split("/");
	return image.includes("/") && (/[.:]/.test(first) || first === "localhost") ? first : "docker.io";
}
/** Labels that say where an image came from (OCI annotations). */
function provenanceLabels(source, revision, version) {
	const prefix = "org.opencontainers.image";
	return [
		`${prefix}.source=${source}`,
		`${prefix}.revision=${revision}`,
		`${prefix}.version=${version}`
	];
}
// src/core/plan.ts
const DOCKERFILE_TO_PASTE = `FROM python:3.13-slim AS dev
WORKDIR /usr/src/app
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY requirements.txt .
RUN pip install -r requirements.txt

FROM dev AS share
COPY . .`;
/** Where to look for what; fails on jobs that can't be served at all. */
function locate(inputs, context) {
	refuseUnknownInputs(context.inputVariables);
	if (context.runnerOs !== "Linux") throw new UserError(`This runner has ${context.runnerOs || "an unknown system"}, but Docker images need Linux: write runs-on: ubuntu-latest.`);
	if (inputs["job-container"] !== "") throw new UserError("This job runs in a container of its own, whose paths the Docker engine does not know: remove container: from the job; the tests run in your dev image anyway.");
	const folder = relative("context", inputs.context || ".");
	return {
		context: folder,
		dockerfile: inputs.file === "" ? joined(folder, "Dockerfile") : relative("file", inputs.file),
		dependencies: lines(inputs["cache-dependency-path"])
	};
}
/** Decides all that will be done; fails with a sentence that names the input and the cure. */
function makePlan(inputs, context, facts) {
	const places = locate(inputs, context);
	const { context: folder, dockerfile } = requireFiles(facts.checkout, places);
	const notices = [];
	const devArguments = buildArguments(inputs["build-args"]);
	const stageOf = (input) => requireStage(input, inputs[input], facts.stages);
	const share = decidePublication(inputs, context, facts.stages, notices);
	const name = imageNameOf(context.repository);
	const target = stageOf("target");
	const dev = {
		stage: target,
		context: folder,
		dockerfile,
		buildArguments: devArguments,
		builder: facts.engine.builder,
		tags: [`dev-in-docker/${name}:${imageTagOf(target)}`, ...share ? [ownReference(name, context)] : []],
		labels: [],
		isFresh: share !== void 0,
		given: {},
		isCacheable: false,
		compression: share === void 0 ? "zstd" : "gzip"
	};
	const cache = decideCache(inputs, context, facts, share);
	if (!("off" in cache)) notices.push(...facts.checkout.notices);
	const plan = {
		dev: {
			...dev,
			isCacheable: "save" in cache && cache.save
		},
		cache,
		test: {
			context: folder,
			arguments: shellWords("pytest-args", inputs["pytest-args"]),
			environment: environment(inputs.env),
			...owner(context, facts.checkout)
		},
		notices
	};
	if (!share) return plan;
	return {
		...plan,
		share: {
			...share,
			build: shareBuild(dev, stageOf("share-target"), share, context)
		}
	};
}
/** Name of a matrix leg for titles, such as `3.12, numpy`; empty outside a matrix. */
function legName(matrix) {
	try {
		const values = JSON.parse(matrix || "null");
		if (typeof values !== "object" || values === null) return "";
		return Object.values(values).map((value) => typeof value === "object" ? JSON.stringify(value) : String(value)).join(", ");
	} catch {
		return "";
	}
}
function refuseUnknownInputs(variables) {
	const known = new Set(inputNames);
	const unknown = variables.map((name) => name.toLowerCase()).filter((name) => !known.has(name));
	if (unknown.length === 0) return;
	throw new UserError(`There is no input ${unknown.join(", ")}. Inputs are: ${documentedInputs().join(", ")}.`);
}
function documentedInputs() {
	return inputNames.filter((name) => name !== "matrix" && name !== "job-total" && name !== "job-container");
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
function joined(folder, name) {
	return folder === "." ? name : `${folder}/${name}`;
}
function requireFiles(checkout, places) {
	if (checkout.isEmpty) throw new UserError("There are no files to test: the workspace is empty. Did you run actions/checkout? Put \"- uses: actions/checkout@v7\" before this step.");
	if (checkout.context === void 0) throw new UserError(`Input context is ${quoted(places.context)}, but the checkout has no such folder: write its path relative to the checkout.`);
	if (checkout.dockerfile === void 0) {
		const others = checkout.otherDockerfiles.slice(0, 5).join(", ");
		throw new UserError(`There is no ${places.dockerfile} in the checkout. ${others ? `Set the input file to one of those that are there (${others})` : "Set the input file to where yours is"}, or start with this one:\n\n${DOCKERFILE_TO_PASTE}`);
	}
	if (/[,\n\r"]/.test(checkout.context)) throw new UserError(`The folder ${quoted(checkout.context)} can't be mounted: Docker takes no comma, quote or line break in a path. Check out into a folder with a plainer name.`);
	const unmatched = checkout.dependencies.unmatched[0];
	if (unmatched !== void 0) throw new UserError(`Input cache-dependency-path has ${quoted(unmatched)}, which matches no file in ${places.context === "." ? "the checkout" : places.context}: correct it, or remove it to use requirements.txt.`);
	return {
		context: checkout.context,
		dockerfile: checkout.dockerfile
	};
}
/** Stage names are lower-cased, as BuildKit does. Unknown stages (a Dockerfile that can't be read) are BuildKit's to report. */
function requireStage(input, name, stages) {
	const stage = name.toLowerCase();
	if (stage === "") throw new UserError(`Input ${input} is empty: write the name of a stage of the Dockerfile, or leave the input out.`);
	if (stages === void 0 || stages.includes(stage)) return stage;
	const there = stages.length > 0 ? `It has: ${stages.join(", ")}.` : "None of its stages has a name.";
	throw new UserError(`The Dockerfile has no stage ${quoted(name)}. ${there} Name a stage with "FROM … AS ${stage}", or set the input ${input}.`);
}
/** A reference that no other job on the same engine moves. */
function ownReference(name, context) {
	return `dev-in-docker/${name}:run-${context.id}`;
}
/** Something that may stand in an image reference: a repository's name may begin with a dot, such as `.github`. */
function imageNameOf(repository) {
	return repository.toLowerCase().split("/").map((part) => (part.match(/[a-z0-9]+/g) ?? []).join("-")).filter((part) => part !== "").join("/") || "local/project";
}
/** Something that may stand after the colon of an image reference. */
function imageTagOf(stage) {
	return stage.replace(/[^a-z0-9._-]/g, "-");
}
/** The tests run as the runner; a runner that is root, as the one whom the checkout belongs to. */
function owner(context, checkout) {
	return context.uid === 0 ? {
		uid: checkout.uid,
		gid: checkout.gid
	} : {
		uid: context.uid,
		gid: context.gid
	};
}
function decidePublication(inputs, context, stages, notices) {
	const push = choice("push", inputs.push);
	if (inputs.image !== "") imageName(inputs.image, context.repository);
	const source = publicationSource(push, context);
	if (!source) return void 0;
	if (push === "auto" && Number(inputs["job-total"] || "1") > 1) {
		notices.push(`Nothing is published from a matrix of ${inputs["job-total"]} jobs: they would overwrite each other's image. Publish from a job of its own with "needs:" on this one.`);
		return;
	}
	const shareStage = inputs["share-target"].toLowerCase();
	if (push === "auto" && stages !== void 0 && !stages.includes(shareStage)) {
		notices.push(`Nothing is published: the Dockerfile has no stage ${quoted(shareStage)}. Add "FROM dev AS ${shareStage}" with the files to share, or set push: false.`);
		return;
	}
	const image = imageName(inputs.image, context.repository);
	const registry = registryOf(image);
	const password = inputs.password || (registry === "ghcr.io" ? inputs["github-token"] : "");
	return {
		image,
		version: "tag" in source ? versionOfTag(source.tag) : versionOfBranch(source.branch),
		registry,
		username: inputs.username,
		password,
		revision: context.sha
	};
}
/** The tag or branch that this event publishes, if any. */
function publicationSource(push, context) {
	if (push === "false") return void 0;
	if (/^pull_request/.test(context.eventName) && push === "true") throw new UserError("Input push is true, but a pull request publishes nothing: set push: auto, or run this step on pushes only.");
	const tag = /^refs\/tags\/(.+)$/.exec(context.ref)?.[1];
	const isPublic = context.eventName === "push" || isPublishedRelease(context);
	if (tag !== void 0 && (push === "true" || isPublic)) return { tag };
	if (push === "auto") return void 0;
	return { branch: context.ref.replace(/^refs\/heads\//, "") };
}
function isPublishedRelease(context) {
	return context.eventName === "release" && [
		"published",
		"released",
		"prereleased"
	].includes(context.eventAction);
}
/** Built beside dev from the same files, on the very image that the tests run in, with nothing out of any cache. */
function shareBuild(dev, stage, share, context) {
	const source = `${context.serverUrl}/${context.repository}`;
	return {
		...dev,
		stage,
		tags: share.version.tags.map((tag) => `${share.image}:${tag}`),
		labels: provenanceLabels(source, context.sha, share.version.version),
		given: stage === dev.stage ? {} : { [dev.stage]: dev.tags.at(-1) ?? "" }
	};
}
function decideCache(inputs, context, facts, share) {
	const off = cacheOffReason(choice("enable-cache", inputs["enable-cache"]), context);
	if (off) return { off };
	if (share?.version.isRelease) return { off: "what is published is built from the commit, never from a cache" };
	return {
		scope: {
			store: facts.engine.store,
			architecture: facts.engine.architecture,
			suffix: inputs["cache-suffix"],
			build: [
				inputs.context,
				inputs.file,
				inputs.target,
				...buildArguments(inputs["build-args"]).sort()
			],
			requirements: facts.checkout.dependencies.hash
		},
		restore: context.cacheMode !== "write-only" ? share ? "lookup" : "files" : "no",
		save: context.cacheMode !== "read"
	};
}
/** Why the cache is off, or nothing. `auto` is off where an entry of others could reach what is released or privileged. */
function cacheOffReason(enable, context) {
	if (enable === "false") return "enable-cache is false";
	if (context.cacheMode === "none") return "the workflow's cache-mode is none";
	if (!context.hasCacheService) return "this runner offers no cache service";
	if (enable === "true") return void 0;
	if (context.ref.startsWith("refs/tags/")) return "a tag is built from the commit, never from a cache";
	if ([
		"release",
		"pull_request_target",
		"workflow_run"
	].includes(context.eventName)) return `it is off for ${context.eventName} events, unless enable-cache is true`;
	if (!context.isHosted) return "this self-hosted runner's engine keeps its own, unless enable-cache is true";
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
/** `850 ms`, `12.3 s`, `4 min 10 s`. */
function duration$1(seconds) {
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
// src/core/verdict.ts
/** What pytest's own exit codes mean (pytest: `ExitCode`). */
const PYTEST_ENDINGS = {
	0: "All tests passed",
	1: "Tests failed",
	2: "pytest stopped before it was through: files could not be collected, or something interrupted it",
	3: "pytest had an internal error: see the log",
	4: "pytest could not start: check pytest-args, the pytest configuration and conftest.py",
	5: "No tests were collected: name files test_*.py and functions test_*, or check testpaths and pytest-args",
	6: "There were more warnings than --max-warnings allows"
};
/** What it means when not pytest chose the exit code. */
const OTHER_ENDINGS = {
	125: "Docker could not start the container",
	126: "pytest is in the dev image but can not be executed: check the permissions of its file",
	127: "pytest is not on the PATH of the dev image: add a line \"pytest\" to requirements.txt, or add the folder that has it to PATH with ENV",
	132: "The interpreter met an instruction that this processor does not have (SIGILL): a package was built for another one",
	134: "The interpreter gave up (SIGABRT): see the log",
	135: "The interpreter touched memory that is not there (SIGBUS): shared memory may be too small",
	137: "The test run was killed, most likely for want of memory: run fewer tests at once, or use a larger runner",
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
	]
];
/** Whether the tests make the step fail: pytest's exit code decides, and a run that never came to its end is no success. */
function hasFailed(tests) {
	return tests.exitCode !== 0 || endedEarly(tests);
}
/** Whether something ended the interpreter with exit code 0 before pytest was done. */
function endedEarly({ exitCode, results }) {
	return exitCode === 0 && results.pytest !== void 0 && results.exitStatus !== 0;
}
/** How the tests went, in one sentence. */
function testSentence(tests) {
	const counts = countsInWords(tests.results.counts);
	return `${ending(tests)}${counts ? ` (${counts})` : ""}.`;
}
/** `2 failed, 40 passed`, in pytest's words; empty if nothing was counted. */
function countsInWords(counts) {
	return COUNT_WORDS.filter(([name]) => counts[name] > 0).map(([name, one, many]) => `${counts[name]} ${counts[name] === 1 ? one : many}`).join(", ");
}
function ending(tests) {
	const { exitCode, results, lastWords } = tests;
	if (exitCode === null) return "The test run was ended from outside";
	if (endedEarly(tests)) return `The interpreter ended before pytest was done${during(results)}`;
	const pytests = PYTEST_ENDINGS[exitCode];
	if (pytests && (results.pytest === void 0 || results.exitStatus === exitCode)) return `${pytests}${pytestsReason(tests)}`;
	if (exitCode === 125 && results.pytest === void 0) return `${OTHER_ENDINGS[125]}${reason(lastWords)}`;
	const program = unstartable(tests);
	if (results.pytest === void 0 && program !== void 0 && program !== "pytest") return `The dev image's ENTRYPOINT ${quoted(plain(program))} ${exitCode === 126 ? "can not be executed" : "is not in it, or what its first line names is not"}: correct the ENTRYPOINT in the dev stage, or remove it`;
	const other = OTHER_ENDINGS[exitCode];
	if (results.pytest === void 0 && other) return other;
	if (exitCode >= 125 && exitCode <= 127 || !other) return `pytest ended with exit code ${exitCode}${during(results)}`;
	return `${other}${during(results)}`;
}
/** Why pytest gave up, in its own words, where no failure of a file or test shows it. */
function pytestsReason({ exitCode, results, lastWords }) {
	const words = exitCode === 4 ? [...plain(lastWords).matchAll(/^(?:\S+: error: |ERROR: (?!usage)|E {3,})(.+)$/gm)].at(-1)?.[1] : results.stopped;
	return words && results.failures.length === 0 ? `; it said ${quoted(plain(words))}` : "";
}
/** What the container's init process could not start; the image's ENTRYPOINT comes before pytest. */
function unstartable({ exitCode, lastWords }) {
	return exitCode === 126 || exitCode === 127 ? /\bexec (\S+) failed: /.exec(lastWords)?.[1] : void 0;
}
/** Docker's own words, without the hint at its help that newer versions end with. */
function reason(lastWords) {
	const said = plain(lastWords).split("\n").filter((line) => line.trim() !== "" && !/^(?:Run|See) 'docker run --help'/.test(line));
	return said.length === 0 ? "" : `: ${said.at(-1)?.trim().replace(/\.$/, "")}`;
}
function during({ lastStarted }) {
	return lastStarted === void 0 ? "" : `; it was running ${quoted(plain(lastStarted))}`;
}
/** Why a stage does not build, in one sentence. */
function buildSentence({ stage, failure }, dockerfile) {
	const place = failure?.line === void 0 ? dockerfile : `${dockerfile}, line ${failure.line}`;
	if (failure?.instruction) return `The ${stage} stage does not build: ${quoted(plain(failure.instruction))} failed (${place}).`;
	return `The ${stage} stage does not build (${place}).`;
}
/** What became of publishing, in one sentence. */
function publishSentence(facts, plan) {
	const reference = plan?.build.tags[0] ?? "the image";
	const detail = plain(facts.detail);
	return {
		published: `Published ${plan?.build.tags.join(", ") ?? reference}.`,
		"already-there": `${reference} is there already, published from this commit: nothing to do.`,
		taken: `${reference} is there already, published from another commit (${facts.otherRevision}): a published version stays as it is. Push a new tag.`,
		"login-failed": `The login to ${plan?.registry} failed (${detail}): check the inputs username and password.`,
		"no-credentials": `${reference} could not be pushed: there are no credentials for ${plan?.registry}. Set the inputs username and password, or log in to it before this step.`,
		denied: `This job may not write ${reference} (${detail}): give it "permissions: {contents: read, packages: write}" and let the package accept this repository, or set push: false.`,
		failed: `${reference} could not be pushed: ${detail}`
	}[facts.outcome];
}
// src/core/summary.ts
/** GitHub drops a summary of more than 1 MiB whole; this leaves room for the rest of it. */
const MOST_FAILURES_BYTES = 7e5;
const MOST_TRACEBACK_CHARACTERS = 8e3;
/** The job page: result, what broke, where the time went, the cache, what was published. Foreign text stands in HTML only. */
function renderSummary(outcome, problems, notices) {
	return [
		headline(outcome, problems),
		...problems.others.map((problem) => block(problem.message)),
		...hasFailures(outcome) ? [failures(outcome)] : problems.tests.map((problem) => block(problem.message)),
		...notices.map((notice) => `<p>ℹ️ ${inline(notice)}</p>\n\n`),
		publication(outcome),
		folded("Where the time went", `\n\n${times(outcome)}`),
		cacheFacts(outcome)
	].join("");
}
function headline({ leg, tests, isCancelled, plan, dev }, problems) {
	const isRed = problems.tests.length + problems.others.length > 0;
	const mark = isCancelled ? "🚫" : isRed ? "❌" : "✅";
	const counts = tests ? countsInWords(tests.results.counts) : "";
	const result = isCancelled ? "cancelled" : tests ? counts || inline(testSentence(tests)) : dev?.image ? "the tests were not run" : plan ? "the image was not built" : "nothing was run";
	const time = tests ? ` · ${duration$1(tests.seconds)}` : "";
	return `<h3>${mark} pytest${leg === "" ? "" : ` (${inline(leg)})`}: ${result}${time}</h3>\n\n`;
}
function hasFailures({ tests }) {
	return (tests?.results.failures.length ?? 0) > 0;
}
/** The first failure open, the others folded, until the room is used up. */
function failures({ tests }) {
	if (!tests) return "";
	let text = tests.exitCode === 1 ? "" : `<p>${inline(testSentence(tests))}</p>\n\n`;
	let bytes = 0;
	let shown = 0;
	for (const failure of tests.results.failures) {
		const next = oneFailure(failure, shown === 0);
		bytes += byteLength(next);
		if (bytes > MOST_FAILURES_BYTES) break;
		text += next;
		shown++;
	}
	const left = tests.results.counts.failed + tests.results.counts.errors - shown;
	return left > 0 ? `${text}<p>${left} more in the log.</p>\n\n` : text;
}
function oneFailure(failure, isOpen) {
	const where = {
		collect: "could not be collected",
		setup: "error at setup",
		call: "",
		teardown: "error at teardown"
	}[failure.phase];
	return folded(`❌ <code>${inline(failure.nodeId)}</code>${where ? ` · ${where}` : ""}${failure.line ? ` · line ${failure.line}` : ""}`, block(shortened(failure.traceback || failure.message, MOST_TRACEBACK_CHARACTERS)), isOpen);
}
function times({ restored, dev, share, tests, saved, published }) {
	return table([
		[
			"Restore the cache",
			restored?.seconds,
			restored?.bytes ? megabytes(restored.bytes) : ""
		],
		[
			"Build the dev stage",
			dev?.seconds,
			dev ? stepCount(dev.steps) : ""
		],
		[
			"Build the share stage",
			share?.seconds,
			""
		],
		[
			"Run the tests",
			tests?.seconds,
			""
		],
		[
			"Save the cache, beside the tests",
			saved?.seconds,
			saved?.bytes ? megabytes(saved.bytes) : ""
		],
		[
			"Publish",
			published?.seconds,
			""
		]
	].flatMap(([what, seconds, more]) => seconds === void 0 ? [] : [[
		what,
		duration$1(seconds),
		more
	]]));
}
/** `5 of 6 steps cached`; the base image, which is pulled or there, is no step. */
function stepCount(steps) {
	const own = steps.filter((step) => !/^\[[^\]]*\] FROM /.test(step.name));
	return `${own.filter((step) => step.isCached).length} of ${own.length} steps cached`;
}
function cacheFacts({ plan, restored, saved }) {
	if (!plan) return "";
	if ("off" in plan.cache) return `<p>Cache: off; ${inline(plan.cache.off)}.</p>\n\n`;
	const kept = saved?.key ? `; saved as <code>${inline(saved.key)}</code>` : "";
	return `<p>Cache: ${whatWasFound(plan.cache.restore, restored)}${kept}.</p>\n\n`;
}
function whatWasFound(restore, restored) {
	if (restore === "no") return "not read, as the workflow's cache-mode says";
	if (!restored?.key) return "no entry was there";
	const key = `<code>${inline(restored.key)}</code>`;
	const from = restored.isExact ? "" : ", made from other requirements";
	if (restore === "lookup") return `${key}${from} is there, and was not used for what is published`;
	return restored.entry ? `${key} restored${from}` : `${key} could not be used`;
}
function publication({ published, plan, dev }) {
	const image = dev?.image ? `<p>Dev image <code>${inline(dev.image.id)}</code></p>\n\n` : "";
	if (!published || !plan?.share || !["published", "already-there"].includes(published.outcome)) return image;
	const digest = published.digest ? ` · <code>${inline(published.digest)}</code>` : "";
	return `<p>📦 ${published.outcome === "published" ? "Published" : "Already published from this commit:"} ${plan.share.build.tags.map((tag) => `<code>${inline(tag)}</code>`).join(", ")}${digest}</p>\n\n${image}`;
}
// src/core/tests.ts
/** Our names for the words of pytest's last line. */
const WORDS = {
	failed: "failed",
	passed: "passed",
	skipped: "skipped",
	deselected: "deselected",
	xfailed: "xfailed",
	xpassed: "xpassed",
	errors: "error",
	reruns: "rerun",
	subtestsPassed: "subtests passed"
};
const COUNT_NAMES = Object.keys(WORDS).filter((name) => Object.hasOwn(WORDS, name));
const MAX_LINE = 25e4;
const MAX_ID = 2e3;
const MAX_MESSAGE = 4e3;
const MAX_TRACEBACK = 2e4;
const MAX_FAILURES = 1e3;
const MAX_SLOWEST = 50;
const MAX_COUNT = 1e9;
const MAX_LINE_NUMBER = 1e6;
/** Reads the text of a results file; what is broken, unknown or out of bounds in it is left out. Never throws. */
function readResults(text) {
	const reading = {
		earlier: noCounts(),
		counted: noCounts(),
		told: void 0,
		failures: [],
		durations: [],
		underWay: /* @__PURE__ */ new Set()
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
	["started", readStarted],
	["report", readReport],
	["finished", readFinished],
	["deselected", readDeselected],
	["stopped", readStopped],
	["end", readEnd]
]);
function readSession(reading, event) {
	reading.earlier = sum(reading.earlier, reading.told ?? reading.counted);
	reading.counted = noCounts();
	reading.told = void 0;
	const pytest = string(event.pytest, 50);
	const python = string(event.python, 50);
	if (pytest) reading.pytest = pytest;
	if (python) reading.python = python;
}
function readStarted(reading, event) {
	const nodeId = string(event.test, MAX_ID);
	if (!nodeId) return;
	reading.underWay.delete(nodeId);
	reading.underWay.add(nodeId);
}
function readReport(reading, event) {
	const nodeId = string(event.test, MAX_ID);
	const name = countedAs(event);
	if (!nodeId || !name) return;
	reading.counted[name] += 1;
	if (name === "reruns") forgetFailedSubtests(reading, nodeId);
	if (name === "failed" || name === "errors") addFailure(reading, nodeId, event);
	if (event.phase === "???") reading.underWay.delete(nodeId);
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
	if (reading.failures.length >= MAX_FAILURES) return;
	const subtest = string(event.subtest, 500);
	const message = string(event.message, MAX_MESSAGE) ?? "";
	const path = string(event.path, MAX_ID);
	const line = integer(event.line, MAX_LINE_NUMBER);
	reading.failures.push({
		nodeId,
		phase: phaseOf(event.phase),
		message: subtest ? `[${subtest}] ${message}`.slice(0, MAX_MESSAGE) : message,
		traceback: string(event.traceback, MAX_TRACEBACK) ?? "",
		...path ? { path } : {},
		...path && line ? { line } : {}
	});
}
/** pytest-rerunfailures takes back the subtests that failed in an attempt which is repeated. */
function forgetFailedSubtests(reading, nodeId) {
	let last = reading.failures.at(-1);
	while (last && last.nodeId === nodeId && last.phase === "call") {
		reading.failures.pop();
		reading.counted.failed = Math.max(0, reading.counted.failed - 1);
		last = reading.failures.at(-1);
	}
}
function readFinished(reading, event) {
	const nodeId = string(event.test, MAX_ID);
	if (!nodeId) return;
	reading.underWay.delete(nodeId);
	if (event.passed === true) reading.counted.passed += 1;
	const phases = [
		event.setup,
		event.call,
		event.teardown
	].map(duration);
	reading.durations.push({
		nodeId,
		seconds: phases.reduce((all, phase) => all + (phase ?? 0), 0)
	});
}
function readDeselected(reading, event) {
	reading.counted.deselected += integer(event.count, MAX_COUNT) ?? 0;
}
function readStopped(reading, event) {
	const message = string(event.message, MAX_MESSAGE);
	if (message) reading.stopped = message;
}
function readEnd(reading, event) {
	const status = integer(event.status, 255);
	const seconds = duration(event.seconds);
	if (status !== void 0) reading.exitStatus = status || (reading.exitStatus ?? 0);
	if (seconds !== void 0) reading.seconds = seconds;
	if (isEvent(event.counts)) reading.told = toldCounts(event.counts);
}
function toldCounts(told) {
	const words = new Map(Object.entries(told));
	const counts = noCounts();
	for (const name of COUNT_NAMES) counts[name] = integer(words.get(WORDS[name]), MAX_COUNT) ?? 0;
	return counts;
}
function results({ earlier, counted, told, durations, underWay, ...rest }) {
	const lastStarted = [...underWay].at(-1);
	return {
		...rest,
		counts: sum(earlier, told ?? counted),
		slowest: durations.sort((a, b) => b.seconds - a.seconds).slice(0, MAX_SLOWEST),
		...lastStarted === void 0 ? {} : { lastStarted }
	};
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
		subtestsPassed: 0
	};
}
function sum(a, b) {
	const counts = noCounts();
	for (const name of COUNT_NAMES) counts[name] = a[name] + b[name];
	return counts;
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
function duration(value) {
	return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : void 0;
}
const MAX_PATH = 1024;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const FOREIGN = /^(?:[A-Za-z]:[\\/]|[A-Za-z][A-Za-z0-9+.-]*:\/\/|<)/;
/**
* The repo path of a container path (a relative one starts at `workdir`), or undefined if it isn't in the repo or no
* decent path at all. Looks at no disk: whether the file exists is for the caller to check.
*/
function repoPath(path, places) {
	if (path === "" || path.length > MAX_PATH || UNPRINTABLE.test(path) || FOREIGN.test(path)) return void 0;
	const workdir = segments(places.workdir);
	const context = segments(places.context);
	const full = segments(path.startsWith("/") ? path : `${places.workdir}/${path}`);
	if (!workdir || !context || !full) return void 0;
	const isBelow = full.length > workdir.length && workdir.every((name, index) => full[index] === name);
	const inside = full.slice(workdir.length);
	const isInstalled = inside.includes("site-packages") || inside.includes("dist-packages");
	return isBelow && !isInstalled ? [...context, ...inside].join("/") : void 0;
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
// src/core/report.ts
/** The runner shows ten annotations of a level for a step: nine for single failures, one for the rest. */
const MOST_SINGLE_ANNOTATIONS = 9;
/** The runner cuts messages at 4,096 characters. */
const MOST_MESSAGE_CHARACTERS = 4e3;
/** Turns facts into words, outputs and the verdict. */
function makeReport(outcome) {
	const others = findProblems(outcome);
	const tests = outcome.tests && !outcome.isCancelled ? testProblems(outcome, outcome.tests, others.length) : [];
	const problems = [...others, ...tests];
	const conclusion = problems.length > 0 || outcome.isCancelled ? "failure" : "success";
	const notices = findNotices(outcome);
	return {
		conclusion,
		outputs: makeOutputs(outcome, conclusion),
		annotations: [...problems, ...notices.map((message) => ({
			level: "notice",
			message,
			...titled("dev-in-docker", outcome.leg)
		}))],
		summary: renderSummary(outcome, {
			others,
			tests
		}, notices),
		lines: [
			...outcome.tests && !outcome.isCancelled ? [testSentence(outcome.tests)] : [],
			...outcome.published ? [publishSentence(outcome.published, outcome.plan?.share)] : [],
			...notices
		]
	};
}
/** What makes the step fail besides red tests, as annotations. */
function findProblems(outcome) {
	const problems = [];
	if (outcome.error) problems.push(error(outcome, outcome.error));
	for (const build of [outcome.dev, outcome.share]) {
		if (!build?.failure || outcome.isCancelled) continue;
		const { line, output } = build.failure;
		const place = {
			file: outcome.dockerfile,
			...line === void 0 ? {} : { line }
		};
		problems.push(error(outcome, `${buildSentence(build, outcome.dockerfile)}\n\n${output}`, place));
	}
	const { published, plan } = outcome;
	if (published && published.outcome !== "published" && published.outcome !== "already-there") problems.push(error(outcome, publishSentence(published, plan?.share)));
	return problems;
}
function error(outcome, message, more = {}) {
	return {
		level: "error",
		message: shortened(plain(message), MOST_MESSAGE_CHARACTERS),
		...titled("dev-in-docker", outcome.leg),
		...more
	};
}
/** Red tests as annotations, in the room that others leave. */
function testProblems(outcome, tests, taken) {
	if (!hasFailed(tests)) return [];
	const { failures, counts } = tests.results;
	const isExplained = tests.exitCode === 1 && failures.length > 0;
	const single = failures.slice(0, MOST_SINGLE_ANNOTATIONS - (isExplained ? 0 : 1) - taken);
	const left = counts.failed + counts.errors - single.length;
	return [
		...isExplained ? [] : [error(outcome, testSentence(tests))],
		...single.map((failure) => error(outcome, failure.message, placeOf(failure, outcome))),
		...left > 0 ? [error(outcome, `${left} more ${left === 1 ? "failure is" : "failures are"} in the summary and the log.`)] : []
	];
}
function placeOf(failure, outcome) {
	const places = {
		workdir: outcome.dev?.image?.workdir ?? "",
		context: outcome.context === "." ? "" : outcome.context
	};
	const file = failure.path === void 0 ? void 0 : repoPath(failure.path, places);
	return {
		...titled(plain(failure.nodeId), outcome.leg),
		...file === void 0 ? {} : {
			file,
			...failure.line === void 0 ? {} : { line: failure.line }
		}
	};
}
function titled(title, leg) {
	return { title: leg === "" ? title : `${title} (${leg})` };
}
function findNotices({ plan, restored, saved, isCancelled }) {
	const troubles = [restored?.trouble, isCancelled ? void 0 : saved?.trouble].filter((trouble) => trouble !== void 0);
	const cache = troubles.length > 0 ? [`The cache did not work, which costs time only: ${plain(troubles.join("; "))}.`] : [];
	return [...plan?.notices ?? [], ...cache];
}
function makeOutputs(outcome, conclusion) {
	const { plan, restored, saved, published, tests, dev } = outcome;
	const share = published?.outcome === "published" || published?.outcome === "already-there" ? plan?.share : void 0;
	return {
		conclusion,
		"exit-code": String(tests?.exitCode ?? ""),
		"image-id": dev?.image?.id ?? "",
		"cache-hit": restored ? String(restored.isExact) : "",
		"cache-key": saved?.key ?? (restored?.entry && restored.key) ?? "",
		published: String(published?.outcome === "published"),
		image: share?.build.tags[0] ?? "",
		version: share?.version.version ?? "",
		tags: share?.build.tags.join("\n") ?? "",
		digest: (share && published?.digest) ?? ""
	};
}
// src/core/arguments.ts
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
/** Arguments that build one stage into the engine's image store; `cache` is an entry's folder and its manifest's digest. */
function buildStageArguments(plan, metadataFile, cache) {
	return [
		"buildx",
		"build",
		...[
			"--builder",
			plan.builder,
			"--progress",
			"rawjson",
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
		...plan.tags.flatMap((tag) => ["--tag", tag]),
		...plan.labels.flatMap((label) => ["--label", label]),
		...Object.entries(plan.given).flatMap(([stage, image]) => ["--build-context", `${stage}=docker-image://${image}`]),
		...["--provenance=false", "--sbom=false"],
		...plan.isFresh ? ["--no-cache"] : [],
		...plan.isCacheable ? ["--cache-to", "type=inline"] : [],
		...cache ? ["--cache-from", `type=local,src=${cache.folder},digest=${cache.digest}`] : [],
		...["--output", plan.compression === "zstd" ? "type=docker,compression=zstd" : "type=docker"],
		plan.context
	];
}
/** Arguments that run pytest in a dev image, locked down (what each line is for: docs/threat-model.md). */
function runArguments(plan, container) {
	return [
		"run",
		...[
			"--rm",
			"--init",
			"--pull",
			"never",
			"--name",
			container.name,
			"--label",
			container.label
		],
		...[
			"--user",
			`${plan.uid}:${plan.gid}`,
			"--workdir",
			container.workdir
		],
		...[
			"--cap-drop",
			"ALL",
			"--security-opt",
			"no-new-privileges",
			"--pids-limit",
			"4096"
		],
		...container.mounts.flatMap((mount) => ["--mount", bindMount(mount)]),
		...container.volumes.flatMap((target) => ["--mount", `type=volume,dst=${target}`]),
		...["--env-file", container.environmentFile],
		...container.inheritedNames.flatMap((name) => ["--env", name]),
		container.imageId,
		"pytest",
		...plan.arguments
	];
}
function bindMount({ source, target, isReadOnly }) {
	return [
		"type=bind",
		csvField(`src=${source}`),
		csvField(`dst=${target}`),
		...isReadOnly ? ["readonly"] : []
	].join(",");
}
/** Docker reads mounts as a line of CSV, in which a nested repository's folder may have a comma. */
function csvField(text) {
	return /[",\n\r]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
/** Arguments that log in to a registry; the password goes to standard input. */
function loginArguments(registry, username) {
	return [
		"login",
		"--username",
		username,
		"--password-stdin",
		...registry === "docker.io" ? [] : [registry]
	];
}
/** Arguments that ask a registry for the configuration of a published image. */
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
// src/core/progress.ts
const TAIL_LINES = 20;
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
/** Instructions of a Dockerfile stand in brackets; so do BuildKit's own steps, which are called internal. */
function isInstruction(name) {
	return name.startsWith("[") && !name.startsWith("[internal]");
}
/** BuildKit tells of the last step first; those that never began come last. */
function inOrder(steps) {
	return steps.sort((a, b) => (a.number || Number.MAX_SAFE_INTEGER) - (b.number || Number.MAX_SAFE_INTEGER)).map(({ number: _, completed: __, said: ___, rest: ____, ...step }) => step);
}
function meet(known, vertex) {
	const step = known.get(vertex.digest) ?? {
		number: 0,
		name: vertex.name,
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
// src/steps/build.ts
/** Builds a stage into the engine's image store, from a restored cache entry if there is one. A failed build is a value. */
async function buildStage(plan, temp, signal, entry) {
	const [facts, seconds] = await timed(() => build(plan, temp, signal, entry));
	return {
		...facts,
		seconds
	};
}
/** Takes a reference away from an image that has others. */
async function untag(reference) {
	await docker([
		"image",
		"rm",
		"--no-prune",
		reference
	]);
}
async function build(plan, temp, signal, entry) {
	const metadataFile = join(temp, `${plan.stage.replace(/\W/g, "_")}.json`);
	const progress = followProgress((base64) => Buffer.from(base64, "base64").toString());
	const exitCode = await withForeignLog((log) => {
		const follower = {
			onStdout: (chunk) => log(chunk),
			onStderr: byLine((line) => show$1(log, progress.read(line))),
			signal
		};
		return followDocker(buildStageArguments(plan, metadataFile, entry), follower);
	});
	const steps = progress.steps();
	if (exitCode !== 0) return {
		stage: plan.stage,
		steps,
		failure: describeFailure(steps, progress.errorText())
	};
	const metadata = JSON.parse(await readFile(metadataFile, "utf8"));
	return {
		stage: plan.stage,
		steps,
		image: await inspectImage(metadata["containerimage.digest"] ?? "")
	};
}
function show$1(log, lines) {
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
function failedStep(steps) {
	return steps.find((step) => step.error && /did not complete successfully/.test(step.error));
}
function describeFailure(steps, errorText) {
	const failed = failedStep(steps);
	const line = failedLine(errorText);
	const instruction = failed?.name.replace(/^\[[^\]]*\] /, "") ?? /^ *\d+ \| >>> (.+)$/m.exec(errorText)?.[1];
	return {
		...instruction === void 0 ? {} : { instruction },
		...line === void 0 ? {} : { line },
		output: failed && failed.tail.length > 0 ? failed.tail.join("\n") : errorText
	};
}
async function inspectImage(reference) {
	const answer = await docker([
		"image",
		"inspect",
		"--format",
		"{{json .}}",
		reference
	]);
	if (answer.exitCode !== 0) throw new Error(`The image that was just built is not in the engine: ${answer.stderr.trim()}`);
	const { Id, Config, RootFS } = JSON.parse(answer.stdout);
	const pairs = Config?.Env ?? [];
	return {
		id: Id,
		contentId: createHash("sha256").update(JSON.stringify([RootFS, Config])).digest("hex"),
		workdir: Config?.WorkingDir ?? "",
		environment: Object.fromEntries(pairs.map((pair) => [pair.split("=", 1)[0] ?? "", pair.slice(pair.indexOf("=") + 1)]))
	};
}
// src/steps/checkout.ts
/** What stands for requirements.txt where there is none, the most exact first. */
const LOCK_FILES = [
	"requirements.txt",
	"uv.lock",
	"poetry.lock",
	"pdm.lock",
	"environment.yml",
	"pyproject.toml"
];
/** Looks at the checkout. A path that leads out of it through a link counts as absent. */
async function inspectCheckout(workspace, places) {
	const root = await realpath(workspace).catch(() => void 0);
	const entries = root ? await readdir(root) : [];
	const within = async (path, kind) => root && findWithin(root, path, kind);
	const context = await within(places.context, "isDirectory");
	const dockerfile = await within(places.dockerfile, "isFile");
	const owner = context ? await stat(context) : {
		uid: 0,
		gid: 0
	};
	const dependencies = context ? await findDependencies(context, places.dependencies) : nothing(places.dependencies);
	return {
		isEmpty: entries.length === 0,
		...context ? { context } : {},
		...dockerfile ? { dockerfile } : {},
		otherDockerfiles: root && !dockerfile ? await findDockerfiles(root) : [],
		dependencies,
		uid: owner.uid,
		gid: owner.gid,
		notices: substituteNotice(places, dependencies)
	};
}
async function findWithin(root, path, kind) {
	try {
		const found = await realpath(join(root, path));
		if (found !== root && !found.startsWith(root + sep)) return void 0;
		return (await stat(found))[kind]() ? found : void 0;
	} catch {
		return;
	}
}
async function findDependencies(context, patterns) {
	if (patterns.length === 0) {
		for (const name of LOCK_FILES) if (await findWithin(context, name, "isFile")) return hashed(context, [join(context, name)], []);
		return nothing([]);
	}
	const unmatched = [];
	for (const pattern of patterns.filter((pattern) => !pattern.startsWith("!"))) if ((await glob(context, [pattern])).length === 0) unmatched.push(pattern);
	return hashed(context, await glob(context, patterns), unmatched);
}
/** Files in a folder that match, sorted; a link that leads out of the folder, or to no file, counts as absent. */
async function glob(folder, patterns) {
	const rooted = patterns.flatMap((pattern) => rootedPattern(folder, pattern));
	const globber = await create(rooted.join("\n"), {
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
function substituteNotice(places, { files }) {
	const [file] = files;
	if (places.dependencies.length > 0 || file === "requirements.txt") return [];
	return [file === void 0 ? "There is no requirements.txt: all builds of this Dockerfile share their cache entries. Set cache-dependency-path if other files name the requirements." : `There is no requirements.txt: ${file} makes the cache key.`];
}
// src/steps/engine.ts
/** Since 25.0 `docker save` writes an OCI layout on either image store, which BuildKit can read as a cache. */
const OLDEST_ENGINE = "25.0.0";
/** Since 0.17 `--call` lists stages as JSON. */
const OLDEST_BUILDX = "0.17.0";
/** Asks the engine what it is. Fails where there is none, or one too old. */
async function inspectEngine() {
	const answer = await docker([
		"info",
		"--format",
		"{{json .}}"
	]).catch(() => void 0);
	if (!answer) throw new UserError("This runner has no Docker: use a runner that has it, such as runs-on: ubuntu-latest.");
	const info = parseInfo(answer.stdout);
	if (!info?.ServerVersion) {
		const said = answer.stderr.trim().split("\n").at(-1) || info?.ServerErrors?.[0] || "it gave no reason";
		throw new UserError(`The Docker engine does not answer (${said}): start it, or let this job's user reach its socket.`);
	}
	const buildx = info.ClientInfo?.Plugins?.find((plugin) => plugin.Name === "buildx")?.Version ?? "";
	requireVersion("Docker Engine", info.ServerVersion, OLDEST_ENGINE);
	requireVersion("Docker Buildx", buildx, OLDEST_BUILDX);
	return {
		version: info.ServerVersion,
		buildx,
		store: JSON.stringify(info.DriverStatus ?? "").includes("io.containerd.snapshotter.v1") ? "containerd" : "classic",
		architecture: info.Architecture ?? "unknown",
		builder: info.ClientInfo?.Context ?? "default"
	};
}
/** Names of the Dockerfile's stages in lower case; undefined where BuildKit can't read it (the build will say why). */
async function listStages(places) {
	const answer = await docker(stagesArguments(places));
	if (answer.exitCode !== 0) return void 0;
	const { targets } = JSON.parse(answer.stdout);
	return targets?.flatMap((target) => target.name ? [target.name.toLowerCase()] : []);
}
function parseInfo(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function requireVersion(name, version, oldest) {
	const found = (0, import_semver.coerce)(version);
	if (found && !(0, import_semver.lt)(found, oldest)) return;
	const has = version === "" ? `no ${name}` : `${name} ${version}`;
	throw new UserError(`This runner has ${has}, but ${oldest} or newer is needed: update it, or use runs-on: ubuntu-latest.`);
}
// src/steps/publish.ts
/** Pushes the share image as it was built before the tests ran. Refusals are values. */
async function publish(plan, image, temp) {
	const [facts, seconds] = await timed(() => withCredentials(plan, temp, (ask) => push(plan, image, ask)));
	return {
		...facts,
		seconds
	};
}
async function push(plan, image, ask) {
	const [reference = "", ...others] = plan.build.tags;
	if (plan.version.isRelease) {
		const there = published(await ask(lookUpArguments(reference)));
		if (there?.revision === plan.revision) return {
			outcome: "already-there",
			digest: there.digest,
			detail: ""
		};
		if (there) return {
			outcome: "taken",
			detail: "",
			otherRevision: there.revision
		};
	}
	for (const tag of [reference, ...others]) {
		await ask([
			"image",
			"tag",
			image.id,
			tag
		]);
		const answer = await ask([
			"push",
			"--quiet",
			tag
		]);
		if (answer.exitCode !== 0) return {
			outcome: refusal(answer.stderr),
			detail: lastLine(answer)
		};
		console.log(`Pushed ${tag}`);
	}
	const there = published(await ask(lookUpArguments(reference)));
	return {
		outcome: "published",
		detail: "",
		...there ? { digest: there.digest } : {}
	};
}
/** Logs in, if there is a password, into a folder that only this push knows and that is gone after it. */
async function withCredentials(plan, temp, action) {
	if (plan.password === "") return action((args) => docker(args));
	const folder = join(temp, "docker");
	await mkdir(folder, { mode: 448 });
	try {
		const environment = {
			DOCKER_CONFIG: folder,
			...await engineAddress()
		};
		await symlink(join(process.env.DOCKER_CONFIG ?? join(homedir(), ".docker"), "cli-plugins"), join(folder, "cli-plugins"));
		const login = await docker(loginArguments(plan.registry, plan.username), {
			environment,
			input: plan.password
		});
		if (login.exitCode !== 0) return {
			outcome: "login-failed",
			detail: lastLine(login)
		};
		return await action((args) => docker(args, { environment }));
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
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
function published(answer) {
	if (answer.exitCode !== 0) return void 0;
	const { manifest, image } = JSON.parse(answer.stdout);
	const labels = image?.config?.Labels ?? {};
	return {
		digest: manifest?.digest ?? "",
		revision: labels["org.opencontainers.image.revision"] ?? "unknown"
	};
}
function refusal(text) {
	if (/no basic auth credentials|authentication required/i.test(text)) return "no-credentials";
	return /denied|unauthorized|forbidden|403|401/i.test(text) ? "denied" : "failed";
}
function lastLine({ stderr, stdout }) {
	return (stderr.trim() || stdout.trim()).split("\n").at(-1) ?? "";
}
// src/core/environment.ts
/** Bytes: docker reads its file line by line, each at most 64 KiB long. */
const MAX_FILE_LINE = 6e4;
/**
* Splits an environment by how docker can be told it without showing values in its arguments: a file with one
* `NAME=value` a line, and variables of docker's own environment for values that don't fit on a line.
* Fails where such a name means something to docker itself.
*/
function splitForDocker(environment) {
	const inherited = {};
	let file = "";
	for (const [name, value] of Object.entries(environment)) {
		if (!/[\r\n]/.test(value) && byteLength(value) < MAX_FILE_LINE) {
			file += `${name}=${value}\n`;
			continue;
		}
		if (/^(PATH|HOME|LD_.*|DOCKER_.*|BUILDX_.*|BUILDKIT_.*)$/.test(name)) throw new UserError(`Input env gives ${name} several lines or too long a value: this name takes one short line.`);
		inherited[name] = value;
	}
	return {
		file,
		inherited
	};
}
/**
* The environment of the tests: the user's variables over defaults that make a numeric user feel at home and output
* live, and the reporting plugin put before what the image or the user loads already.
*/
function containerEnvironment(users, images, places) {
	const before = (value, separator, name) => [value, users[name] ?? images[name]].filter((part) => part !== void 0 && part !== "").join(separator);
	return {
		HOME: "/tmp",
		USER: "runner",
		LOGNAME: "runner",
		PYTHONUNBUFFERED: "1",
		PY_COLORS: "1",
		...users,
		CI: "true",
		PYTHONPATH: before(places.plugin, ":", "PYTHONPATH"),
		PYTEST_PLUGINS: before("dev_in_docker_report", ",", "PYTEST_PLUGINS"),
		DEV_IN_DOCKER_RESULTS: `${places.results}/results.jsonl`
	};
}
// src/core/git-config.ts
/** A line of its own or behind its section's name, with the lines that go on after a backslash. */
const EXTRA_HEADER = /^(\ufeff?\[[^\n]*\])?[ \t]*extraheader[ \t]*=(?:[^\n]*\\\r?\n)*[^\n]*(?:\n|$)/gim;
/** A git configuration without what gives access: authorization headers, and names and passwords in addresses. */
function withoutCredentials(text) {
	return text.replace(EXTRA_HEADER, (_, section) => section === void 0 ? "" : `${section}\n`).replace(/:\/\/[^/\s"]+@/g, "://");
}
// src/steps/git.ts
/**
* Mounts that protect the git data of a folder: all of it read-only, since git on the host runs what a .git/config
* names; and cleaned copies over the configurations that hold a credential (actions/checkout before v6 leaves the job's
* token there; submodules have their own).
*/
async function gitMounts(folder, workdir, temp) {
	const mounts = [];
	const inContainer = (path) => join(workdir, relative$1(folder, path));
	const copies = join(temp, "git");
	await mkdir(copies);
	for await (const { path, isConfiguration } of gitData(folder)) {
		if (!isConfiguration) {
			mounts.push({
				source: path,
				target: inContainer(path),
				isReadOnly: true
			});
			continue;
		}
		const text = await readFile(path, "utf8");
		const harmless = withoutCredentials(text);
		if (harmless === text) continue;
		const copy = join(copies, String(mounts.length));
		await writeFile(copy, harmless, { mode: 420 });
		mounts.push({
			source: copy,
			target: inContainer(path),
			isReadOnly: true
		});
	}
	return mounts;
}
/** What is named .git, and the configurations in it, outermost first; links are not followed. */
async function* gitData(folder, isGit = false) {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	const isGitDirectory = isGit && entries.some((entry) => entry.name === "HEAD");
	for (const entry of entries) {
		const path = join(folder, entry.name);
		const isRoot = !isGit && entry.name === ".git";
		if (isRoot && !entry.isSymbolicLink()) yield {
			path,
			isConfiguration: false
		};
		if (isGit && entry.isFile() && /^config(\.worktree)?$/.test(entry.name)) yield {
			path,
			isConfiguration: true
		};
		const isDull = isGitDirectory && [
			"objects",
			"refs",
			"logs",
			"hooks"
		].includes(entry.name);
		if (entry.isDirectory() && !isDull) yield* gitData(path, isGit || isRoot);
	}
}
// src/steps/untrusted.ts
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
// src/steps/test.ts
/** Where the container finds what is ours. */
const PLUGIN = "/opt/dev-in-docker/plugin";
const RESULTS = "/opt/dev-in-docker/results";
/** Runs pytest in the dev image with the checkout mounted at its working directory. Red tests are a value. */
async function runTests(plan, image, run) {
	const results = join(run.temp, "results");
	await mkdir(results);
	if (plan.uid !== process.getuid?.()) await chown(results, plan.uid, plan.gid);
	const { file, inherited } = splitForDocker(containerEnvironment(plan.environment, image.environment, {
		plugin: PLUGIN,
		results: RESULTS
	}));
	const environmentFile = join(run.temp, "environment");
	await writeFile(environmentFile, file, { mode: 384 });
	const container = {
		name: `dev-in-docker-${run.id}`,
		label: `dev-in-docker=${run.id}`,
		imageId: image.id,
		workdir: image.workdir,
		mounts: [
			{
				source: plan.context,
				target: image.workdir
			},
			...await gitMounts(plan.context, image.workdir, run.temp),
			{
				source: fileURLToPath(new URL("./pytest", import.meta.url)),
				target: PLUGIN,
				isReadOnly: true
			},
			{
				source: results,
				target: RESULTS
			}
		],
		volumes: await hiddenPlaces(plan.context, image),
		environmentFile,
		inheritedNames: Object.keys(inherited)
	};
	let lastWords = "";
	const [exitCode, seconds] = await timed(() => withForeignLog(async (log) => {
		const remove = () => docker([
			"rm",
			"--force",
			"--volumes",
			container.name
		]);
		run.signal.addEventListener("abort", remove, { once: true });
		const onStderr = (chunk) => {
			lastWords = (lastWords + chunk).slice(-2e3);
			log(chunk);
		};
		try {
			const follower = {
				onStdout: log,
				onStderr,
				signal: run.signal
			};
			return await followDocker(runArguments(plan, container), follower, { environment: inherited });
		} finally {
			run.signal.removeEventListener("abort", remove);
			if (run.signal.aborted) await remove();
		}
	}));
	return {
		exitCode,
		results: readResults(await readUntrusted(join(results, "results.jsonl"))),
		seconds,
		lastWords: lastWords.trim()
	};
}
/** Fails where the tests can't be run so: for want of a place to mount the checkout, or for packages or variables in the way. */
async function requireRunnable(plan, image) {
	if (image.workdir === "" || image.workdir === "/") throw new UserError("The dev stage sets no working directory, where your files are mounted for the tests: add the line \"WORKDIR /usr/src/app\" to it.");
	splitForDocker(plan.environment);
	await hiddenPlaces(plan.context, image);
}
/**
* Folders with packages that the mounted checkout would hide, such as /app/.venv: those that the image's own variables
* name. Where the checkout has a folder of that name too, a volume filled from the image can lie over it; making one
* would be a write to the checkout, so otherwise it fails with the cure.
*/
async function hiddenPlaces(context, { workdir, environment }) {
	const places = [];
	for (const name of [
		"VIRTUAL_ENV",
		"UV_PROJECT_ENVIRONMENT",
		"PATH",
		"PYTHONPATH"
	]) for (const path of (environment[name] ?? "").split(":")) {
		const inside = posix.relative(workdir, posix.resolve(workdir, path)).replace(/\/s?bin$/, "");
		if (!(path !== "" && inside !== "" && !inside.startsWith("..") && !places.includes(inside)) || name === "PYTHONPATH" && !inside.includes("site-packages")) continue;
		places.push(inside);
	}
	for (const place of places) {
		if ((await lstat(join(context, place)).catch(() => void 0))?.isDirectory()) continue;
		throw new UserError(`The dev image has its packages in ${posix.join(workdir, place)}, which the mounted checkout hides: install them elsewhere, for uv with "ENV UV_PROJECT_ENVIRONMENT=/opt/venv" and "ENV PATH=/opt/venv/bin:$PATH" in the Dockerfile.`);
	}
	return places.map((place) => posix.join(workdir, place));
}
// src/run.ts
/**
* The whole job: plan, restore, build, tests with the save beside them, publish. Adds what happened to `outcome` step
* by step, so that what is known is known however it ends. Rejects with a UserError where it can't go on.
*/
async function run(inputs, context, { temp, signal }, outcome) {
	const places = locate(inputs, context);
	outcome.dockerfile = places.dockerfile;
	outcome.context = places.context;
	const [checkout, engine] = await Promise.all([inspectCheckout(context.workspace, places), inspectEngine()]);
	const plan = makePlan(inputs, context, {
		checkout,
		engine,
		stages: checkout.context && checkout.dockerfile ? await listStages({
			builder: engine.builder,
			context: checkout.context,
			dockerfile: checkout.dockerfile
		}) : void 0
	});
	outcome.plan = plan;
	const { cache } = plan;
	const restored = "off" in cache ? void 0 : await grouped("Restore the cache", () => restoreCache(cache, temp, signal));
	outcome.restored = restored;
	if (signal.aborted) return;
	const dev = await grouped(`Build the ${plan.dev.stage} stage`, () => buildStage(plan.dev, temp, signal, restored?.entry));
	outcome.dev = dev;
	await discardRestored(temp);
	if (!dev.image || signal.aborted) return;
	await requireRunnable(plan.test, dev.image);
	const { share } = plan;
	if (share) {
		outcome.share = await grouped(`Build the ${share.build.stage} stage`, () => buildStage(share.build, temp, signal));
		for (const reference of Object.values(share.build.given)) await untag(reference);
	}
	const key = "off" in cache || !restored ? void 0 : keyToSave(cache, restored, dev.image);
	const saving = key === void 0 ? void 0 : saveCache(key, dev.image.id, temp, restored?.entry);
	outcome.tests = await runTests(plan.test, dev.image, {
		id: context.id,
		temp,
		signal
	});
	if (signal.aborted) return;
	outcome.saved = await saving;
	if (share && outcome.share?.image && !hasFailed(outcome.tests)) outcome.published = await publish(share, outcome.share.image, temp);
}
// src/main.ts
const inputs = readInputs();
const context = readContext();
const temp = await mkdtemp(join(context.temp || tmpdir(), "dev-in-docker-"));
saveState("id", context.id);
saveState("temp", temp);
const cancellation = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => cancellation.abort());
const outcome = {
	leg: legName(inputs.matrix),
	dockerfile: inputs.file || "Dockerfile",
	context: inputs.context,
	isCancelled: false
};
try {
	await run(inputs, context, {
		temp,
		signal: cancellation.signal
	}, outcome);
} catch (thrown) {
	outcome.error = messageOf(thrown);
	if (!(thrown instanceof UserError) && thrown instanceof Error) console.log(thrown.stack);
}
outcome.isCancelled = cancellation.signal.aborted;
const report = makeReport(outcome);
await show(report);
if (!outcome.isCancelled) {
	await rm(temp, {
		recursive: true,
		force: true
	}).catch(() => void 0);
	saveState("done", "true");
}
process.stdout.write("", () => process.exit(report.conclusion === "success" ? 0 : 1));
async function show({ annotations, outputs, summary: markdown, lines }) {
	for (const line of lines) console.log(line);
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
export {};
