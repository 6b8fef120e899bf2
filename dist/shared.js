import { a as endGroup, h as startGroup, r as context, v as getExecOutput } from "./packages.js";
import { mkdir, open, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createHash, randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
// src/context.ts
/** Reads the environment and the event payload: the only place that does. */
function readContext(environment = process.env) {
	const variable = (name) => environment[name] ?? "";
	return {
		id: randomBytes(8).toString("hex"),
		eventName: variable("GITHUB_EVENT_NAME"),
		eventAction: context.payload.action ?? "",
		ref: variable("GITHUB_REF"),
		sha: variable("GITHUB_SHA"),
		repository: variable("GITHUB_REPOSITORY"),
		serverUrl: variable("GITHUB_SERVER_URL") || "https://github.com",
		workspace: variable("GITHUB_WORKSPACE"),
		temp: variable("RUNNER_TEMP"),
		runnerOs: variable("RUNNER_OS"),
		isHosted: variable("RUNNER_ENVIRONMENT") === "github-hosted",
		cacheMode: variable("ACTIONS_CACHE_MODE"),
		hasCacheService: variable("ACTIONS_RUNTIME_TOKEN") !== "" && variable("ACTIONS_RESULTS_URL") !== "",
		uid: process.getuid?.() ?? 0,
		gid: process.getgid?.() ?? 0,
		inputVariables: Object.keys(environment).filter((name) => name.startsWith("INPUT_")).map((name) => name.slice(6))
	};
}
/** The environment for programs that the action starts: its own, without the runner's tokens, inputs and state. */
function childEnvironment() {
	return environmentBut(/^(?:ACTIONS|INPUT|GITHUB|STATE)_|^RUNNER_(?!TRACKING_ID)/);
}
/** The environment for the cache client, which alone needs the cache service's address and token. */
function cacheEnvironment() {
	return environmentBut(/^(?:INPUT|STATE)_|^GITHUB_(?!SERVER_URL)|^ACTIONS_ID_TOKEN/);
}
function environmentBut(names) {
	return Object.fromEntries(Object.entries(process.env).filter((entry) => entry[1] !== void 0 && !names.test(entry[0])));
}
// src/core/errors.ts
/** A mistake that the user can mend: its message says what is wrong, where, and the cure, in one sentence. */
var UserError = class extends Error {
	name = "UserError";
};
/** The text of anything that was thrown. */
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
// src/steps/exec.ts
/** Runs a short docker command quietly. Rejects only where docker itself is missing. */
async function docker(args, options = {}) {
	return getExecOutput("docker", args, {
		silent: true,
		ignoreReturnCode: true,
		env: {
			...childEnvironment(),
			...options.environment
		},
		...options.input === void 0 ? {} : { input: Buffer.from(options.input) }
	});
}
/**
* Runs a long docker command and hands out its output as it comes; stops it when the signal says so.
* Resolves with its exit code, or null where a signal ended it. (@actions/exec gives out no process to stop.)
*/
function followDocker(args, follower, options = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn("docker", args, {
			env: {
				...childEnvironment(),
				...options.environment
			},
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			]
		});
		const stop = () => child.kill("SIGTERM");
		if (follower.signal.aborted) stop();
		follower.signal.addEventListener("abort", stop, { once: true });
		child.stdout.on("data", follower.onStdout);
		child.stderr.on("data", follower.onStderr);
		child.on("error", reject);
		child.on("close", (code) => {
			follower.signal.removeEventListener("abort", stop);
			resolve(code);
		});
	});
}
// src/steps/log.ts
/**
* Lets foreign output through to the log, with the runner's commands switched off until it ends: a test that prints
* `::add-mask::` or `##[error]` must only be seen, never obeyed. The word that switches them on again is a secret.
*/
async function withForeignLog(action) {
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
/** Folds what an action logs under a title. */
async function grouped(title, action) {
	startGroup(title);
	try {
		return await action();
	} finally {
		endGroup();
	}
}
/** Seconds that something took, beside its result. */
async function timed(action) {
	const start = performance.now();
	return [await action(), (performance.now() - start) / 1e3];
}
// src/core/keys.ts
/** Layout of the entries; a change of it makes all older ones unknown. */
const FORMAT = 1;
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
/** Keys have no commas and at most 512 characters. */
function asKeyPart(text) {
	return text.replace(/[^A-Za-z0-9._-]+/g, "_").slice(0, 100);
}
// src/core/inline-cache.ts
const INLINE_CACHE = "moby.buildkit.cache.v0";
/**
* The configuration of a rebuilt image, with what it forgot put back. On the classic image store BuildKit drops the
* layers of steps that it took from a cache (its exporter knows only layers that it made itself), so that a second
* change of the requirements would find nothing to start from. Steps have the same digest in both images, and layers
* count from the base, so a record of the older image holds as long as the layers up to its own are the same.
* Texts are JSON; base64 is decoded and encoded, nothing else. Returns nothing where nothing was forgotten.
*/
function withRememberedLayers(rebuilt, restored) {
	const config = JSON.parse(rebuilt);
	const older = JSON.parse(restored);
	const layers = config.rootfs?.diff_ids ?? [];
	const olderLayers = older.rootfs?.diff_ids ?? [];
	const firstDifference = layers.findIndex((layer, index) => layer !== olderLayers[index]);
	const common = firstDifference < 0 ? layers.length : firstDifference;
	const remembered = new Map(records(older).map((record) => [record.digest, record.layers ?? []]));
	let isChanged = false;
	const merged = records(config).map((record) => {
		const known = remembered.get(record.digest) ?? [];
		if (!((record.layers ?? []).length === 0 && known.length > 0) || known.some(({ layer }) => layer >= common)) return record;
		isChanged = true;
		return {
			...record,
			layers: known
		};
	});
	if (!isChanged) return void 0;
	return JSON.stringify({
		...config,
		[INLINE_CACHE]: btoa(JSON.stringify(merged))
	});
}
function records(config) {
	return JSON.parse(atob(config[INLINE_CACHE] ?? btoa("[]")));
}
// src/steps/layout.ts
/** Digest of the one manifest in an OCI layout (opencontainers/image-spec). Fails where there is none. */
async function manifestDigest(layout) {
	const [manifest] = (await readIndex(layout)).manifests;
	if (!manifest || !/^sha256:[0-9a-f]{64}$/.test(manifest.digest)) throw new Error("the image layout has no manifest");
	return manifest.digest;
}
/**
* Whether all parts of an image are there, and are what their names say. BuildKit must never see a layout of which that
* isn't so: a layer that is missing fails the build, and leaves the engine unable to build on the same base image.
*/
async function isWhole(layout) {
	try {
		const { config, layers } = await readManifest(layout);
		const digests = [
			await manifestDigest(layout),
			config.digest,
			...layers.map((layer) => layer.digest)
		];
		return (await Promise.all(digests.map(async (digest) => await digestOf(blobPath(layout, digest)) === digest))).every((match) => match);
	} catch {
		return false;
	}
}
/** Configuration of the image in an OCI layout, as text. */
async function readConfig(layout) {
	return readBlob(layout, (await readManifest(layout)).config.digest);
}
/** Puts back into an image's inline cache what an older image knew of its layers. */
async function rememberLayers(layout, olderConfig) {
	const manifest = await readManifest(layout);
	const remembered = withRememberedLayers(await readConfig(layout), olderConfig);
	if (remembered === void 0) return;
	const config = await writeBlob(layout, remembered);
	const changed = await writeBlob(layout, JSON.stringify({
		...manifest,
		config: {
			...manifest.config,
			...config
		}
	}));
	const index = await readIndex(layout);
	const manifests = index.manifests.map((descriptor) => ({
		...descriptor,
		...changed
	}));
	await writeFile(join(layout, "index.json"), JSON.stringify({
		...index,
		manifests
	}));
}
async function digestOf(path) {
	const hash = createHash("sha256");
	await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
	return `sha256:${hash.digest("hex")}`;
}
async function readIndex(layout) {
	return JSON.parse(await readFile(join(layout, "index.json"), "utf8"));
}
async function readManifest(layout) {
	return JSON.parse(await readBlob(layout, await manifestDigest(layout)));
}
function blobPath(layout, digest) {
	return join(layout, "blobs", ...digest.split(":"));
}
function readBlob(layout, digest) {
	return readFile(blobPath(layout, digest), "utf8");
}
/** Writes a blob where it is missing: it is named by its content, and those that docker wrote can't be written to. */
async function writeBlob(layout, text) {
	const digest = `sha256:${createHash("sha256").update(text).digest("hex")}`;
	await writeFile(blobPath(layout, digest), text, { flag: "wx" }).catch((error) => {
		if (error.code !== "EEXIST") throw error;
	});
	return {
		digest,
		size: Buffer.byteLength(text)
	};
}
// src/steps/cache.ts
/** The prefixes of this plan's keys. */
function prefixesOf(plan) {
	return cachePrefixes(plan.scope, (text) => createHash("sha256").update(text).digest("hex"));
}
/** Fetches the newest entry for these requirements, or else for others. Trouble is a value. */
async function restoreCache(plan, temp, signal) {
	if (plan.restore === "no") return {
		isExact: false,
		bytes: 0,
		seconds: 0
	};
	const { exact, any } = prefixesOf(plan);
	const folder = join(temp, "restore");
	const lookupOnly = plan.restore === "lookup";
	const request = {
		action: "restore",
		keys: [exact, any],
		lookupOnly
	};
	const [result, seconds] = await timed(() => runClient(folder, request, signal));
	const isUsable = result.key !== void 0 && !lookupOnly && result.trouble === void 0;
	return {
		...result.key ? { key: result.key } : {},
		isExact: (isUsable || lookupOnly) && (result.key?.startsWith(exact) ?? false),
		...isUsable ? { entry: await readEntry(join(folder, "image")) } : {},
		bytes: result.bytes ?? 0,
		seconds,
		...result.trouble ? { trouble: result.trouble } : {}
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
/** The key that an image is to be saved under, unless the entry that was restored holds just that. */
function keyToSave(plan, restored, image) {
	if (!plan.save || plan.restore === "lookup" && restored.isExact) return void 0;
	const isDamaged = plan.restore === "files" && restored.key !== void 0 && !restored.entry;
	const key = cacheKey(prefixesOf(plan), image.contentId);
	return isDamaged ? `${key}-instead` : key === restored.key ? void 0 : key;
}
/** Folder of the save, for post to look into. */
function saveFolder(temp) {
	return join(temp, "save");
}
/** Saves an image under a key, in a process that outlives a cancelled main. Trouble is a value. */
async function saveCache(key, imageId, temp, restored) {
	const request = {
		action: "save",
		key,
		image: imageId,
		...restored ? { olderConfig: restored.config } : {}
	};
	const [result, seconds] = await timed(() => runClient(saveFolder(temp), request));
	return {
		bytes: 0,
		...result,
		seconds
	};
}
/** Waits for a save that main left under way; does it again if its process was ended. */
async function finishSave(temp) {
	const folder = saveFolder(temp);
	const request = await readJson(join(folder, "request.json"));
	if (!request) return;
	const pid = Number(await readFile(join(folder, "pid"), "utf8").catch(() => "0"));
	while (pid > 0 && isAlive(pid)) await setTimeout(100);
	if (await readJson(join(folder, "result.json"))) return;
	await rm(folder, {
		recursive: true,
		force: true
	});
	if (request.action !== "save") return;
	await runClient(folder, {
		...request,
		key: `${request.key}-again`
	});
}
/** Runs the cache client; a signal ends it. */
async function runClient(folder, request, signal) {
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, "request.json"), JSON.stringify(request));
	const log = await open(join(folder, "log"), "w");
	const script = fileURLToPath(new URL("./cache-client.js", import.meta.url));
	const client = spawn(process.execPath, [script, folder], {
		detached: true,
		stdio: [
			"ignore",
			log.fd,
			log.fd
		],
		env: cacheEnvironment()
	});
	await writeFile(join(folder, "pid"), String(client.pid ?? 0));
	signal?.addEventListener("abort", () => client.kill(), { once: true });
	if (signal?.aborted) client.kill();
	await new Promise((resolve, reject) => client.on("close", resolve).on("error", reject));
	await log.close();
	const said = await readFile(join(folder, "log"), "utf8");
	const result = await readJson(join(folder, "result.json"));
	if (!result) return { trouble: `the cache client ended early: ${said.trim().slice(-500)}` };
	const trouble = result.trouble !== void 0 || result.key !== void 0 && request.action === "save" ? void 0 : troubleIn(said);
	return trouble === void 0 ? result : {
		...result,
		trouble
	};
}
/** What @actions/cache printed about a failure: a warning, an error, or a line that says so. */
function troubleIn(log) {
	return (log.match(/^(?:::(?:warning|error)::|Failed to (?:save|restore): )(.+)$/m)?.[1])?.replaceAll("%0A", " ").replaceAll("%0D", "").replaceAll("%25", "%");
}
async function readJson(path) {
	try {
		return JSON.parse(await readFile(path, "utf8"));
	} catch {
		return;
	}
}
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
export { saveCache as a, grouped as c, docker as d, followDocker as f, readContext as h, restoreCache as i, timed as l, messageOf as m, finishSave as n, isWhole as o, UserError as p, keyToSave as r, rememberLayers as s, discardRestored as t, withForeignLog as u };
