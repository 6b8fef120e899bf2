import { open, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { buffer, text } from "node:stream/consumers";
import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import { close, open as open$1, read, writev } from "node:fs";
import { promisify } from "node:util";
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
// src/cache/framed.ts
/** Where the rest of a blob begins, in bytes; the header has the room before it. */
const DATA_OFFSET = 4 << 20;
/** Bytes to ask for first: they hold the header of a squashfs of about 1 GB, a longer one says how long it is. */
const HEADER_GUESS = 262144;
const DIGEST_BYTES = 64;
const LENGTH_BYTES = 4;
/** Bytes from the start of a blob that its header takes. Fails if the blob is no entry of this format. */
function framedLength({ line, name }, start) {
	const textAt = line.length + LENGTH_BYTES + DIGEST_BYTES;
	if (start.length < textAt || new TextDecoder().decode(start.subarray(0, line.length)) !== line) throw new Error(`it is no ${name} of this format`);
	const length = textAt + new DataView(start.buffer, start.byteOffset).getUint32(line.length);
	if (length > 4194304) throw damaged();
	return length;
}
/** What is in a header: any JSON. Fails if it is incomplete or damaged. */
function unframed(format, start, sha256) {
	const digestAt = format.line.length + LENGTH_BYTES;
	const text = start.subarray(digestAt + DIGEST_BYTES, framedLength(format, start));
	const digest = new TextDecoder().decode(start.subarray(digestAt, digestAt + DIGEST_BYTES));
	if (sha256(text) !== digest) throw damaged();
	return parseJson(new TextDecoder().decode(text));
}
/** That a header is not what its writer made, or was made by nobody of ours. */
function damaged() {
	return /* @__PURE__ */ new Error("its header is damaged");
}
// src/engine/container.ts
/**
* Whether something may be mounted at a path that an image names, which may be anybody's: it is absolute, leads nowhere
* else, and no program can read it as more than a path.
*/
function isMountable(path) {
	return path.startsWith("/") && !path.split("/").includes("..") && !/[",\p{Cc}]/u.test(path);
}
// src/text/plain.ts
/** Bytes of a text in UTF-8. */
function byteLength(text) {
	return new TextEncoder().encode(text).length;
}
/** Text in which addresses have no query: that of a signed one lets everybody in. */
function withoutQueries(text) {
	return text.replace(/\?[^\s'"?=]*=[^\s'"]*/g, "?…");
}
// src/cache/top-level.ts
/** The most entries of a root directory: each becomes an argument of docker. */
const MOST_NAMES = 1e3;
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
/** The root directory that a foreign value describes; undefined where one entry is not such as topLevelOf makes them. */
function readTopLevel(value) {
	if (!Array.isArray(value) || value.length > MOST_NAMES) return void 0;
	const entries = value.map(readEntry).filter((entry) => entry !== void 0);
	return new Set(entries.map(({ name }) => name)).size === value.length ? entries : void 0;
}
function readEntry(value) {
	if (!isRecord(value)) return void 0;
	const { name, kind, target } = value;
	if (typeof name !== "string" || !isSingleName(name) || !isKept(name) || isDockers(name)) return void 0;
	if (kind === "directory" || kind === "file") return {
		name,
		kind
	};
	return kind === "link" && typeof target === "string" && isTarget(target) ? {
		name,
		kind,
		target
	} : void 0;
}
/** Whether something can be mounted at that name in the root directory, and nowhere else. */
function isSingleName(name) {
	return name !== "" && name !== "." && !name.includes("/") && isMountable(`/${name}`);
}
function isTarget(target) {
	return target !== "" && !target.includes("\0") && isKept(target);
}
/** Whether an archive keeps a name or target as it is. */
function isKept(text) {
	return text.isWellFormed() && !text.includes("�") && byteLength(text) <= 100;
}
// src/cache/run-entry.ts
/**
* Bytes of a chunk: what is verified and handed to the kernel at once, and the least that is fetched. Of four times as
* much, a run of tests fetches a quarter more bytes, and waits longer for the first on a slow line (measured).
*/
const CHUNK_BYTES = 262144;
const FORMAT = {
	line: "dev-in-docker run entry 1\n",
	name: "run entry"
};
/** Bytes from the start of a blob that its header takes. Fails if the blob is no run entry of this format. */
function headerLength(start) {
	return framedLength(FORMAT, start);
}
/** Reads a header. Fails if it is incomplete or damaged, or says what no header of ours does. */
function decodeHeader(start, sha256) {
	const header = readFields(unframed(FORMAT, start, sha256));
	if (!header) throw damaged();
	return header;
}
function readFields(value) {
	if (!isRecord(value)) return void 0;
	const { bytes } = value;
	const [image, topLevel, bases] = [
		readImage(value.image),
		readTopLevel(value.topLevel),
		readBases(value.bases)
	];
	const chunks = readChunks(value.chunks);
	if (!image || !topLevel || !bases || !chunks || !isByteCount(bytes)) return void 0;
	return Math.ceil(bytes / 262144) === chunks.length ? {
		image,
		topLevel,
		bases,
		bytes,
		chunks
	} : void 0;
}
function readImage(value) {
	if (!isRecord(value)) return void 0;
	const { id, contentId, config } = value;
	if (!isDigest(id) || !isText(contentId, /^[0-9a-f]{64}$/) || !isConfig(config)) return void 0;
	return {
		id,
		contentId,
		config
	};
}
/**
* The fields of a configuration that are read here; the engine, which reads them all, refuses what it doesn't understand.
* Images may have volumes at odd paths: volumesOf refuses these.
*/
function isConfig(value) {
	const read = new Map([
		"Env",
		"User",
		"WorkingDir",
		"Volumes"
	].map((name) => [name.toLowerCase(), name]));
	const isOneName = (name) => /^[A-Za-z]+$/.test(name) && (read.get(name.toLowerCase()) ?? name) === name;
	if (!isRecord(value) || !Object.keys(value).every(isOneName)) return false;
	const { Env, User = "", WorkingDir = "", Volumes } = value;
	return typeof User === "string" && (Env == null || Array.isArray(Env) && Env.every((pair) => isText(pair, /^[^\0]*$/))) && (WorkingDir === "" || typeof WorkingDir === "string" && isMountable(WorkingDir)) && (Volumes == null || isRecord(Volumes) && Object.values(Volumes).every(isRecord));
}
function readBases(value) {
	if (!isRecord(value)) return void 0;
	const bases = Object.entries(value).filter((base) => isDigest(base[1]));
	return bases.length === Object.keys(value).length ? Object.fromEntries(bases) : void 0;
}
/** Digests that are written one after the other. */
function readChunks(value) {
	if (!isText(value, /^[0-9a-f]+$/) || value.length % 64 !== 0) return void 0;
	return value.match(/.{64}/g) ?? [];
}
function isByteCount(value) {
	return Number.isSafeInteger(value) && Number(value) > 0;
}
function isDigest(value) {
	return isText(value, /^sha256:[0-9a-f]{64}$/);
}
function isText(value, form) {
	return typeof value === "string" && form.test(value);
}
// src/text/errors.ts
/** The text of anything that was thrown. */
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
// src/cache/ranges.ts
/** Judges an answer by its status and its header content-range, empty where it has none. */
function judgeRange({ start, length }, status, contentRange) {
	const [, from, to, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(contentRange)?.map(Number) ?? [];
	if (status === 206 && size !== void 0 && from === start && to === start + length - 1) return {
		kind: "bytes",
		size
	};
	if (status === 416 || size !== void 0 && size < start + length) return {
		kind: "gone",
		reason: "the entry is cut short"
	};
	if (status === 206) return {
		kind: "trouble",
		reason: "the blob storage sent other bytes than were asked for"
	};
	const reason = `the blob storage answers HTTP ${status}`;
	return {
		kind: [
			401,
			403,
			404,
			410
		].includes(status) ? "refused" : "trouble",
		reason
	};
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
const FIRST_PAUSE_MILLISECONDS$1 = 500;
const LONGEST_PAUSE_MILLISECONDS$1 = 5e3;
const IDLE_MILLISECONDS$2 = 1e4;
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
	let pause = FIRST_PAUSE_MILLISECONDS$1;
	for (let tries = 1;; tries++, pause *= 2) {
		const answer = await callOnce(service, name, request).catch((error) => ({
			problem: messageOf(error),
			milliseconds: 0
		}));
		if ("fields" in answer) return answer;
		const milliseconds = Math.max(pause, answer.milliseconds);
		if (tries === TRIES || milliseconds > LONGEST_PAUSE_MILLISECONDS$1) throw new Error(answer.problem);
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
		idle: IDLE_MILLISECONDS$2
	}).catch((error) => Promise.reject(/* @__PURE__ */ new Error(`the cache service can not be reached (${messageOf(error)})`)));
	return readAnswer(name, status, await text(body), headers["retry-after"]);
}
// src/cache/steps/ranges.ts
/** How long a range is tried for. */
const PATIENCE_MILLISECONDS = 6e4;
const IDLE_MILLISECONDS$1 = 5e3;
const FIRST_PAUSE_MILLISECONDS = 100;
const LONGEST_PAUSE_MILLISECONDS = 2e3;
/** The storage refused an address. */
var Refused = class extends Error {};
/** No further try would help. */
var Gone = class extends Error {};
const FAILURES = {
	gone: Gone,
	refused: Refused,
	trouble: Error
};
/** A reader of the entry of this key, whose address was just looked up. */
function readRanges(service, entry, patience = PATIENCE_MILLISECONDS) {
	let url = Promise.resolve(entry.url);
	let size = 0;
	/** Asks for a new address in place of one that was of no use: once for all who find it so. */
	const renew = (useless) => {
		if (url !== useless) return;
		url = findAgain(service, entry.key);
		url.catch(() => void 0);
	};
	const readOnce = async (address, start, length) => {
		const range = await readRange(await address, start, length);
		size = range.size;
		return range.bytes;
	};
	return {
		size: () => size,
		async read(start, length) {
			const end = Date.now() + patience;
			for (let pause = FIRST_PAUSE_MILLISECONDS;; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLISECONDS)) {
				const address = url;
				try {
					return await readOnce(address, start, length);
				} catch (error) {
					if (error instanceof Gone || Date.now() + pause > end) throw error;
					if (error instanceof Refused) renew(address);
					await setTimeout(pause);
				}
			}
		}
	};
}
/** What an entry begins with, up to the end of its header, which says itself how long it is. Rejects where there is none. */
async function readStart(reader, headerLength) {
	const start = await reader.read(0, HEADER_GUESS);
	const length = headerLength(start);
	const rest = length > start.length ? await reader.read(start.length, length - start.length) : Buffer.alloc(0);
	return Buffer.concat([start, rest]);
}
async function findAgain(service, key) {
	const found = await find(service, key).catch((error) => Promise.reject(new Refused(messageOf(error))));
	if (found?.key !== key) throw new Gone("the entry is gone");
	return found.url;
}
async function readRange(url, start, length) {
	const answer = await send(url, {
		method: "GET",
		headers: {
			...STORAGE_HEADERS,
			range: `bytes=${start}-${start + length - 1}`
		},
		idle: IDLE_MILLISECONDS$1
	}).catch(unreachable);
	const { status, body } = answer;
	const judgement = judgeRange({
		start,
		length
	}, status, answer.headers["content-range"] ?? "");
	if (judgement.kind === "bytes") return {
		bytes: await readBody(body, length).catch(unreachable),
		size: judgement.size
	};
	body.destroy();
	throw new FAILURES[judgement.kind](judgement.reason);
}
function unreachable(error) {
	throw new Error(`the blob storage can not be reached (${messageOf(error)})`);
}
/** Reads just so many bytes: into one buffer, as gathering them and joining them would copy them once more. */
function readBody(body, length) {
	const bytes = Buffer.allocUnsafeSlow(length);
	let filled = 0;
	return new Promise((resolve, reject) => {
		body.on("data", (chunk) => {
			if (filled < length) chunk.copy(bytes, filled);
			filled += chunk.length;
		});
		body.on("error", reject);
		body.on("end", () => {
			if (filled === length) resolve(bytes);
			else reject(/* @__PURE__ */ new Error(`it sent ${filled} of ${length} bytes`));
		});
	});
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
// src/host/steps/hash.ts
/** SHA-256 of a text or of bytes, hexadecimal. */
function sha256(data) {
	return createHash("sha256").update(data).digest("hex");
}
// src/mount/prefetch-order.ts
/** The most bytes that an order takes: the chunks of the largest run entry there can be need less than half of it. */
const MOST_BYTES = 1 << 20;
/** How many chunks that a run asked for may be missing from the order before a new one is kept, and which share of them. */
const MISSING_CHUNKS = 64;
const MISSING_SHARE = .1;
/** The text that an order is kept as. */
function formatPrefetchOrder(chunks) {
	return JSON.stringify(chunks);
}
/** The order in a text, of chunks below `count`, each once; what is none of that is left out. */
function parsePrefetchOrder(text, count) {
	if (text.length > 1048576) return [];
	let order;
	try {
		order = JSON.parse(text);
	} catch {
		return [];
	}
	if (!Array.isArray(order)) return [];
	return [...new Set(order.filter((chunk) => Number.isInteger(chunk) && chunk >= 0 && chunk < count))];
}
/**
* Whether the chunks that a run asked for are to be kept as the order of the next runs: there was none; or it lacked more
* than a tenth of them and at least 64 (16 MB, which take longer to wait for than an order to keep); or most of
* what it named was fetched for nothing.
*/
function isWorthKeeping(known, asked) {
	if (asked.length === 0) return false;
	if (known.length === 0) return true;
	const [isKnown, isAsked] = [new Set(known), new Set(asked)];
	const missing = asked.filter((chunk) => !isKnown.has(chunk)).length;
	const needless = known.filter((chunk) => !isAsked.has(chunk)).length;
	return missing >= MISSING_CHUNKS && missing > MISSING_SHARE * asked.length || needless > known.length / 2;
}
/** The chunks of an entry, none of which is there yet. `store` keeps them; it is sparse, so that it takes no more disk. */
function openChunks(header, reader, store) {
	const present = new Uint8Array(header.chunks.length);
	const arriving = /* @__PURE__ */ new Map();
	const asked = /* @__PURE__ */ new Set();
	const waiting = makeStopwatch();
	let lastMissed = -1;
	let bytesFetched = 0;
	let tell = () => void 0;
	const isAbsent = (chunk) => !present[chunk] && !arriving.has(chunk);
	/** Keeps a chunk of what one request brings: `first` is the chunk with which that begins. */
	async function keep(chunk, first, request) {
		const bytes = await verified(chunk, await request.then((all) => chunkOf(all, chunk - first)), header, reader);
		const { bytesWritten } = await store.write(bytes, 0, bytes.length, chunk * CHUNK_BYTES);
		if (bytesWritten !== bytes.length) throw new Error("the disk is full");
		present[chunk] = 1;
		bytesFetched += bytes.length;
	}
	/** Fetches the chunks from `first` up to `end`, which are absent, with one request; resolves when the first is there. */
	function fetchFrom(first, end) {
		const start = first * CHUNK_BYTES;
		const request = reader.read(DATA_OFFSET + start, Math.min(end * CHUNK_BYTES, header.bytes) - start);
		const begin = (chunk) => {
			const promise = keep(chunk, first, request).finally(() => arriving.delete(chunk));
			arriving.set(chunk, promise);
			return promise;
		};
		const wanted = begin(first);
		for (let next = first + 1; next < end; next++) begin(next).catch(() => void 0);
		return wanted;
	}
	function fetch(chunk, end = chunk + 1) {
		let next = chunk + 1;
		while (next < Math.min(end, header.chunks.length) && isAbsent(next)) next++;
		return arriving.get(chunk) ?? fetchFrom(chunk, next);
	}
	function fetchOnwards(chunk) {
		return fetch(chunk, (Math.floor(chunk / 4) + 1) * 4);
	}
	async function need(chunk) {
		asked.add(chunk);
		tell(chunk);
		if (present[chunk]) return;
		lastMissed = chunk;
		const end = waiting.begin();
		await (arriving.get(chunk)?.catch(() => fetch(chunk)) ?? fetchOnwards(chunk)).finally(end);
	}
	return {
		count: header.chunks.length,
		isAbsent,
		fetch,
		fetchOnwards,
		async read(start, length) {
			const end = Math.min(start + length, header.bytes);
			const needs = [];
			for (let chunk = Math.floor(start / CHUNK_BYTES); chunk * CHUNK_BYTES < end; chunk++) needs.push(need(chunk));
			await Promise.all(needs);
			const bytes = Buffer.allocUnsafeSlow(Math.max(0, end - start));
			const { bytesRead } = await store.read(bytes, 0, bytes.length, start);
			if (bytesRead !== bytes.length) throw new Error("what was fetched can not be read from the disk");
			return bytes;
		},
		watch: (listener) => {
			tell = listener;
		},
		lastMissed: () => lastMissed,
		asked: () => [...asked],
		bytesFetched: () => bytesFetched,
		secondsWaited: waiting.seconds
	};
}
/** The bytes of the chunk that comes so many chunks after the first one. */
function chunkOf(bytes, index) {
	return bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
}
/** The bytes of a chunk, which are fetched once more where they are wrong. Rejects where they are wrong again. */
async function verified(chunk, bytes, header, reader) {
	const digest = header.chunks[chunk];
	if (sha256(bytes) === digest) return bytes;
	const again = await reader.read(DATA_OFFSET + chunk * CHUNK_BYTES, bytes.length);
	if (sha256(again) === digest) return again;
	throw new Error(`chunk ${chunk + 1} of ${header.chunks.length} is damaged`);
}
/** Measures how long at least one of several things waited. */
function makeStopwatch() {
	let running = 0;
	let started = 0;
	let milliseconds = 0;
	return {
		begin() {
			if (running++ === 0) started = performance.now();
			return () => {
				if (--running > 0) return;
				milliseconds += performance.now() - started;
			};
		},
		seconds: () => (milliseconds + (running > 0 ? performance.now() - started : 0)) / 1e3
	};
}
// src/mount/steps/fetch-ahead.ts
/** Connections for chunks that are likely to be asked for soon. Those that are asked for have their own. */
const CONNECTIONS = 8;
/** How many requests are guessed where no order is known: 256 MB. Of a larger image the guesses are too bad. */
const MOST_GUESSES = 256;
/**
* How far the order is followed beyond what was asked for, in chunks. Enough for eight connections never to be idle on a
* slow line; on a quick one, a download that runs further ahead takes processor time from what is starting just now.
*/
const CHUNKS_AHEAD = 128;
/** How long nothing must have been read before the rest of the download goes on, beside tests that are under way. */
const QUIET_MILLISECONDS = 2e3;
/** What the rest of the download leaves free on the disk. */
const LEFT_FREE_BYTES = 2e9;
const REQUESTS_BETWEEN_LOOKS_AT_THE_DISK = 32;
/**
* Fetches chunks before they are asked for, until the function it returns is called: first those of the order, over
* several connections, not far ahead of the reader; then, whenever nothing is read, the rest over one, as long as the
* disk of `folder` has room. Its failures matter to nobody: whoever needs a chunk tries again.
*/
function fetchAhead(chunks, order, folder) {
	let isStopped = false;
	async function work(queue, fetch, isWanted) {
		for (let next = queue.next(); !next.done; next = queue.next()) {
			if (!chunks.isAbsent(next.value)) continue;
			if (!await isWanted(next.value) || isStopped) return;
			await fetch(next.value).catch(() => void 0);
		}
	}
	async function fetchAll() {
		const known = await order;
		const reader = follow(chunks, known);
		const ends = endsOfRuns(known);
		const [soon, fetchSoon] = known.length > 0 ? [known.values(), (chunk) => chunks.fetch(chunk, ends.get(chunk))] : [guesses(chunks), chunks.fetchOnwards];
		const comesNear = async (chunk) => {
			await reader.comesNear(chunk);
			return true;
		};
		await Promise.all(Array.from({ length: CONNECTIONS }, () => work(soon, fetchSoon, comesNear)));
		let looks = 0;
		await work(Array(chunks.count).keys(), chunks.fetchOnwards, async () => {
			await reader.pauses();
			return looks++ % REQUESTS_BETWEEN_LOOKS_AT_THE_DISK !== 0 || hasRoom(folder);
		});
	}
	fetchAll().catch((error) => console.error(error));
	return () => {
		isStopped = true;
	};
}
/** Follows the reader through an order. */
function follow(chunks, order) {
	const positions = new Map(order.map((chunk, index) => [chunk, index]));
	let furthest = 0;
	let lastRead = performance.now();
	let moved = Promise.withResolvers();
	chunks.watch((chunk) => {
		lastRead = performance.now();
		furthest = Math.max(furthest, positions.get(chunk) ?? 0);
		moved.resolve();
		moved = Promise.withResolvers();
	});
	const quietIn = () => lastRead + QUIET_MILLISECONDS - performance.now();
	return {
		async comesNear(chunk) {
			const position = positions.get(chunk) ?? 0;
			while (position > furthest + CHUNKS_AHEAD && quietIn() > 0) await Promise.race([moved.promise, setTimeout(quietIn())]);
		},
		async pauses() {
			while (quietIn() > 0) await setTimeout(quietIn());
		}
	};
}
/** For each chunk of an order the end of the run of chunks, one request long, that the order asks for one after the other. */
function endsOfRuns(order) {
	const ends = /* @__PURE__ */ new Map();
	order.forEach((chunk, index) => {
		let length = 1;
		while (length < 4 && order[index + length] === chunk + length) length++;
		ends.set(chunk, chunk + length);
	});
	return ends;
}
/** What follows the chunk that a read had to wait for last: files that are used together mostly lie together. */
function* guesses({ count, isAbsent, lastMissed }) {
	for (let guess = 0; guess < MOST_GUESSES; guess++) {
		let chunk = (lastMissed() + 1) % count;
		for (let steps = 1; steps < count && !isAbsent(chunk); steps++) chunk = (chunk + 1) % count;
		if (!isAbsent(chunk)) return;
		yield chunk;
	}
}
async function hasRoom(folder) {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize > LEFT_FREE_BYTES;
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
// src/mount/fuse-messages.ts
const OPCODE = {
	forget: 2,
	getAttributes: 3,
	open: 14,
	read: 15,
	statFileSystem: 17,
	release: 18,
	initialize: 26,
	interrupt: 36,
	destroy: 38,
	batchForget: 42
};
/** The most that the kernel asks for at once, in bytes: 256 pages, which is the most it allows. */
const MAX_READ_BYTES = 1 << 20;
const PAGE_BYTES = 4096;
const OUT_HEADER_BYTES = 16;
/** Seconds for which the kernel need not ask again: the file never changes. */
const VALID_SECONDS = 3600n;
/** Requests that get no reply. One that takes a read back may be ignored: the read is answered when its bytes are there. */
const SILENT = /* @__PURE__ */ new Set([
	OPCODE.forget,
	OPCODE.batchForget,
	OPCODE.interrupt
]);
/** What is replied to other requests than reads, given the file's bytes. Those that are missing here don't exist for us. */
const REPLIES = /* @__PURE__ */ new Map([
	[OPCODE.initialize, initialisation],
	[OPCODE.getAttributes, attributes],
	[OPCODE.open, openFile],
	[OPCODE.statFileSystem, () => Buffer.alloc(80)],
	[OPCODE.release, () => Buffer.alloc(0)],
	[OPCODE.destroy, () => Buffer.alloc(0)]
]);
/** What a read asks for (struct fuse_read_in), in bytes. */
function parseRead(request) {
	return {
		start: Number(request.readBigUInt64LE(48)),
		length: request.readUInt32LE(56)
	};
}
/** struct fuse_out_header: what goes before `length` bytes of reply; `errno` 0 is success. */
function replyHeader(request, errno, length) {
	const header = Buffer.alloc(OUT_HEADER_BYTES);
	header.writeUInt32LE(OUT_HEADER_BYTES + length);
	header.writeInt32LE(-errno, 4);
	request.copy(header, 8, 8, 16);
	return header;
}
/** struct fuse_init_out */
function initialisation() {
	const out = Buffer.alloc(64);
	out.writeUInt32LE(7, 0);
	out.writeUInt32LE(31, 4);
	out.writeUInt32LE(MAX_READ_BYTES, 8);
	out.writeUInt32LE(4194305, 12);
	out.writeUInt16LE(64, 16);
	out.writeUInt16LE(48, 18);
	out.writeUInt32LE(PAGE_BYTES, 20);
	out.writeUInt32LE(1, 24);
	out.writeUInt16LE(MAX_READ_BYTES / PAGE_BYTES, 28);
	return out;
}
/** struct fuse_attr_out: a regular file that everybody may read. */
function attributes(size) {
	const out = Buffer.alloc(104);
	out.writeBigUInt64LE(VALID_SECONDS, 0);
	out.writeBigUInt64LE(1n, 16);
	out.writeBigUInt64LE(BigInt(size), 24);
	out.writeBigUInt64LE(BigInt(Math.ceil(size / 512)), 32);
	out.writeUInt32LE(33060, 76);
	out.writeUInt32LE(1, 80);
	out.writeUInt32LE(PAGE_BYTES, 96);
	return out;
}
/** struct fuse_open_out: what the kernel has read of it stays valid. */
function openFile() {
	const KEEP_CACHE = 2;
	const out = Buffer.alloc(16);
	out.writeUInt32LE(KEEP_CACHE, 8);
	return out;
}
// src/mount/steps/fuse.ts
/** Requests are small, as nothing is ever written; the kernel wants room for at least two pages. */
const REQUEST_BYTES = 65536;
const MOUNTING_PAUSE_MILLISECONDS = 2;
/**
* Mounts a file and serves it. Resolves once it is mounted, rejects where that can't be done; `unmounted` resolves once
* it no longer is, and rejects where it can't be served any more.
*/
async function serveFile(file) {
	const device = await promisify(open$1)("/dev/fuse", "r+");
	const mounting = mount(device, file.mountpoint);
	let isOver = false;
	const end = () => {
		isOver = true;
	};
	mounting.catch(end);
	const unmounted = answerAll(device, file, () => isOver);
	unmounted.catch(() => void 0);
	await mounting;
	return { unmounted };
}
/** Takes a file off that nobody uses. */
async function unmountFile(mountpoint) {
	await runAsRoot([
		"umount",
		"--lazy",
		"--internal-only",
		mountpoint
	]);
}
async function mount(device, mountpoint) {
	await runAsRoot([
		"mount",
		"--internal-only",
		"--types",
		"fuse",
		"--options",
		`fd=0,rootmode=100444,${`user_id=${process.getuid?.() ?? 0},group_id=${process.getgid?.() ?? 0}`},allow_other,max_read=${MAX_READ_BYTES},ro,nosuid,nodev`,
		"dev-in-docker",
		mountpoint
	], device);
}
async function runAsRoot(argv, stdin = "ignore") {
	const [program = "", ...args] = asRoot(argv);
	const child = spawn(program, args, { stdio: [
		stdin,
		"ignore",
		"pipe"
	] });
	const exitCode = new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));
	const [code, said] = await Promise.all([exitCode, child.stderr ? text(child.stderr) : ""]);
	if (code !== 0) throw new Error(`it can not be mounted here (${said.trim()})`);
}
const readRequest = promisify(read);
/** Answers requests until the file is unmounted, several reads at a time. */
async function answerAll(device, file, isOver) {
	const buffer = Buffer.allocUnsafeSlow(REQUEST_BYTES);
	for (;;) try {
		const { bytesRead } = await readRequest(device, buffer, 0, buffer.length, null);
		answer(device, file, Buffer.from(buffer.subarray(0, bytesRead)));
	} catch (error) {
		const code = codeOf(error);
		if (code === "ENODEV" || code === "EPERM" && isOver()) return promisify(close)(device);
		if (code === "EPERM") await setTimeout(MOUNTING_PAUSE_MILLISECONDS);
		else if (code !== "ENOENT" && code !== "EINTR" && code !== "EAGAIN") throw error;
	}
}
function codeOf(error) {
	return error instanceof Error && "code" in error ? error.code : void 0;
}
function answer(device, file, request) {
	const opcode = request.readUInt32LE(4);
	if (SILENT.has(opcode)) return;
	if (opcode === OPCODE.read) {
		const { start, length } = parseRead(request);
		file.read(start, length).then((bytes) => reply(device, request, 0, bytes), () => reply(device, request, 5));
		return;
	}
	const makeReply = REPLIES.get(opcode);
	if (makeReply) reply(device, request, 0, makeReply(file.size));
	else reply(device, request, 38);
}
function reply(device, request, errno, body = Buffer.alloc(0)) {
	const header = replyHeader(request, errno, body.length);
	writev(device, body.length > 0 ? [header, body] : [header], (error) => {
		if (error && error.code !== "ENOENT" && error.code !== "ENODEV" && errno === 0) reply(device, request, 5);
	});
}
// src/mount/steps/server.ts
/** How long the order may take to keep. Main waits a little longer. */
const KEEPING_MILLISECONDS = 1e4;
/** Resolves with whether the order may be kept, when nothing more is to be fetched. */
const released = Promise.withResolvers();
let isReleased = false;
const release = (mayKeep) => {
	isReleased = true;
	released.resolve(mayKeep);
};
let key;
/** Settles once no mount is half done. */
let mounting = Promise.resolve();
let isMounted = false;
let isLost = false;
process.on("message", (message) => {
	if (message.type === "release") release(message.keepPrefetchOrder);
	else serve(message).then(end, fail);
});
process.on("disconnect", () => release(false));
process.on("SIGTERM", end);
process.on("uncaughtException", fail);
/** Sends a message; resolves when main has it, or is gone. */
function tell(message) {
	return new Promise((resolve) => {
		if (process.connected) process.send?.(message, void 0, void 0, () => resolve());
		else resolve();
	});
}
async function tellLost(error) {
	if (isLost) return;
	isLost = true;
	console.error(error);
	await tell({
		type: "lost",
		message: messageOf(error)
	});
}
/** Ends this process, and with it what it serves. */
async function fail(error) {
	if (isMounted) await tellLost(error);
	else {
		console.error(error);
		await tell({
			type: "trouble",
			message: messageOf(error),
			...key === void 0 ? {} : { key }
		});
	}
	await end();
}
/**
* Ends this process, which has told main all it had to say. A mount that is under way runs as root, and would be done after
* main had looked for it.
*/
async function end() {
	await mounting.catch(() => void 0);
	process.kill(process.pid, "SIGKILL");
}
async function serve({ service, keyPrefix, prefetchPrefix, mountpoint, store }) {
	const orderText = fetchText(service, prefetchPrefix, MOST_BYTES);
	const entry = await find(service, keyPrefix);
	if (!entry) return tell({ type: "absent" });
	key = entry.key;
	const reader = readRanges(service, entry);
	const header = await readHeader(reader);
	const { chunks: digests, ...rest } = header;
	const order = orderText.then((text) => parsePrefetchOrder(text, digests.length));
	const chunks = openChunks(header, reader, await open(store, "w+"));
	const stopFetching = fetchAhead(chunks, order, dirname(store));
	const found = tell({
		type: "found",
		key,
		header: rest
	});
	if (isReleased) return;
	const serving = serveFile({
		mountpoint,
		size: header.bytes,
		read: readUnlessLost(chunks)
	});
	mounting = serving;
	const { unmounted } = await serving;
	isMounted = true;
	await found;
	if (isReleased) await unmountFile(mountpoint);
	await tell({ type: "mounted" });
	const mayKeep = await Promise.race([released.promise, unmounted.then(() => false)]);
	stopFetching();
	await unmounted;
	if (!isLost) await stop({
		service,
		chunks,
		bytes: header.bytes,
		order: await order,
		mayKeep,
		prefetchPrefix
	});
}
async function readHeader(reader) {
	const header = decodeHeader(await readStart(reader, headerLength), sha256);
	if (reader.size() !== 4194304 + header.bytes) throw new Error("the entry is cut short");
	return header;
}
/** Reads that fail make all that was run so far worthless: main is told before the reader is, and no other read goes on. */
function readUnlessLost(chunks) {
	return async (start, length) => {
		if (isLost) throw new Error("it is lost");
		try {
			return await chunks.read(start, length);
		} catch (error) {
			await tellLost(error);
			throw error;
		}
	};
}
async function stop({ service, chunks, bytes, order, mayKeep, prefetchPrefix }) {
	const asked = chunks.asked();
	const keeping = mayKeep && isWorthKeeping(order, asked) ? keepPrefetchOrder(service, prefetchPrefix, asked) : void 0;
	const prefetchKey = await Promise.race([keeping, setTimeout(KEEPING_MILLISECONDS, void 0, { ref: false })]);
	await tell({
		type: "stopped",
		figures: {
			bytesFetched: chunks.bytesFetched(),
			bytes,
			partsRead: asked.length,
			secondsWaited: chunks.secondsWaited(),
			knewPrefetchOrder: order.length > 0,
			...prefetchKey === void 0 ? {} : { prefetchKey }
		}
	});
}
function keepPrefetchOrder(service, prefix, asked) {
	const text = formatPrefetchOrder(asked);
	return keepText(service, prefix + sha256(text).slice(0, 16), text);
}
export {};
