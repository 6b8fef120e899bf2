import { i as __require, t as __commonJSMin } from "./rolldown-runtime.js";
import { _ as setOutput, d as error, f as getInput, x as summary } from "./packages.js";
import { $n as withoutQueries, At as table, Cr as ownName, Dn as totalOf, Dt as inline, En as secondsOf, Et as folded, Hn as say, Jn as megabytes, Mt as errorLine, Nn as sha256, On as FILES, Ot as inlineWithin, Pn as writeAsked, Qn as shortened, Rt as countsInWords, S as keepText, Sn as parseJson, Tt as block, Xn as plain, Yn as byteLength, _ as compare, _r as sentenceOf, a as labelOf, b as parseBaseline, bn as readTests, er as leave, ft as sourceAddress, gn as runArtifactClient, gr as messageOf, hr as UserError, i as gatherNothing, it as timesPrefix, jn as sameLeg, kn as MOST_BYTES$1, kt as makeRoom, lr as cacheService, n as countsOfAll, o as wentThrough, pr as readContext, qn as duration, r as gather, t as callOf, v as formatBaseline, vn as readLeg, wt as xmlFile, x as fetchText, xn as isRecord, y as isNews, yn as readSuite, yr as render } from "./shared.js";
import { mkdir, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { text } from "node:stream/consumers";
// src/legs/completeness.ts
const MOST_NAMES = 10;
const AGAIN = "Re-run all jobs";
/** The job of `needs` that a leg is of: by its name, or by the call of a workflow that it is in; undefined for none. */
function jobOf({ job, place }, needs) {
	const [call = ""] = place.split(".");
	return [call, job].find((name) => needs.has(name));
}
/** What is missing or does not fit together, as sentences; empty where all is there. */
async function findGaps(all, needs) {
	const byJob = Map.groupBy(all.legs, (leg) => jobOf(leg, needs) ?? "");
	const gaps = [...needs].flatMap(([job, end]) => gapsOfJob(job, end, byJob.get(job) ?? []));
	for (const group of all.groups.values()) gaps.push(...await gapsOfShards(group));
	return gaps;
}
function gapsOfJob(job, end, legs) {
	if (end === "skipped") return [`The job ${job} was skipped, so nothing was tested there: let it run, or take it out of "needs:".`];
	if (legs.length === 0) return [`The job ${job} ${{
		success: "succeeded",
		failure: "failed",
		cancelled: "was cancelled"
	}[end]} and left no results: if it tests with this action, give it a matrix or a shard, and ${AGAIN.toLowerCase()}; else take it out of "needs:".`];
	const gaps = missingLegs(job, legs);
	const isExplained = gaps.length > 0 || legs.some(({ conclusion }) => conclusion === "failure");
	if (end !== "success" && !isExplained) gaps.push(`The job ${job} ${end === "failure" ? "failed" : "was cancelled"}, but not in its tests: see the log of its other steps.`);
	return gaps;
}
/** Legs of a matrix that left nothing. */
function missingLegs(job, legs) {
	return [...Map.groupBy(legs, (leg) => JSON.stringify([
		leg.job,
		leg.step,
		callOf(leg)
	])).values()].flatMap((ofOne) => {
		const totals = [...new Set(ofOne.map(({ total }) => total))];
		const [total = 1] = totals;
		if (totals.length > 1) return [`The legs of the job ${job} are of matrices of ${totals.join(" and ")} legs. ${AGAIN}.`];
		const there = new Set(ofOne.map(({ index }) => index));
		const missing = Array.from({ length: total }, (_, index) => index).filter((index) => !there.has(index));
		if (missing.length === 0) return [];
		const which = missing.slice(0, MOST_NAMES).map((index) => index + 1);
		const more = missing.length > which.length ? ` and ${missing.length - which.length} more` : "";
		return [`${missing.length === 1 ? "Leg" : "Legs"} ${which.join(", ")}${more} of ${total} of the job ${job} left nothing: it was cancelled, it died, or it never started. ${AGAIN}.`];
	});
}
/** Whether each test of a suite ran in exactly one shard. */
async function gapsOfShards({ name, legs, runs, suite }) {
	const shards = legs.flatMap(({ shard }) => shard ? [shard] : []);
	const [first] = shards;
	if (!first) return [];
	const of = name === "" ? "" : ` (${name})`;
	const twice = shards.filter(({ index }, at) => shards.findIndex((other) => other.index === index) < at);
	if (twice.length > 0) return [`Shard ${twice[0]?.index}/${first.total}${of} was run by more than one leg: give each leg a shard of its own.`];
	const missing = Array.from({ length: first.total }, (_, at) => at + 1).filter((number) => !shards.some(({ index }) => index === number));
	if (missing.length > 0) return [`Nobody ran shard ${missing.slice(0, MOST_NAMES).map((number) => `${number}/${first.total}`).join(", ")}${of}, so its tests are missing: let the matrix have each number, and ${AGAIN.toLowerCase()}.`];
	if (shards.some(({ times }) => times !== first.times)) return [`The shards${of} were split by different times, so tests may have run twice or never${whyNumber(shards)}. ${AGAIN}.`];
	if (shards.some((shard) => shard.suite !== first.suite)) return [`The shards${of} collected different tests (${[...new Set(shards.map(({ collected }) => collected))].join(", ")}), so some may have run twice or never: names of tests must be the same on each machine. Look for parameters that are random, or in the order of a set.`];
	const names = await suite();
	const never = names.filter((test) => !runs.has(test));
	const often = [...runs].filter(([, count]) => count > 1).map(([test]) => test);
	const stray = runs.size - (names.length - never.length);
	return [
		...never.length > 0 ? [`${some(never.length)}${of} ran in no shard: ${listed(never)}.`] : [],
		...often.length > 0 ? [`${some(often.length)}${of} ran in more than one shard: ${listed(often)}.`] : [],
		...stray > 0 ? [`${some(stray)}${of} ran and are not in the suite as it was collected. ${AGAIN}.`] : []
	];
}
function whyNumber(shards) {
	const why = shards.flatMap(({ by }) => by === "times" ? [] : [by.count]);
	return why[0] === void 0 ? "" : ` (by number in ${why.length} of ${shards.length}: ${why[0]})`;
}
function some(count) {
	return count === 1 ? "1 test" : `${count} tests`;
}
function listed(names) {
	const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
	return `${names.slice(0, MOST_NAMES).join(", ")}${more}`;
}
// src/legs/needs.ts
const ENDS = [
	"success",
	"failure",
	"cancelled",
	"skipped"
];
const CURE = "write \"needs: ${{ toJSON(needs) }}\" below \"with:\", and \"needs:\" with the names of the jobs that test above the steps";
/** Reads how the jobs ended that a report is of, from what `toJSON(needs)` gives. Fails where it is not that, or names none. */
function readNeeds(text) {
	if (text.trim() === "") throw new UserError(`Input needs is empty, so it can't be known what is missing: ${CURE}.`);
	const told = parseJson(text);
	const jobs = isRecord(told) ? Object.entries(told) : [];
	const ends = jobs.flatMap(([job, value]) => {
		const result = isRecord(value) ? value.result : void 0;
		return isEnd(result) ? [[job, result]] : [];
	});
	if (ends.length === 0 || ends.length < jobs.length) throw new UserError(`Input needs is not what GitHub tells of the jobs that this one waits for: ${CURE}.`);
	return new Map(ends);
}
function isEnd(value) {
	return typeof value === "string" && ENDS.includes(value);
}
// node_modules/pend/index.js
var require_pend = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = Pend;
	function Pend() {
		this.pending = 0;
		this.max = 1e400;
		this.listeners = [];
		this.waiting = [];
		this.error = null;
	}
	Pend.prototype.go = function(fn) {
		if (this.pending < this.max) pendGo(this, fn);
		else this.waiting.push(fn);
	};
	Pend.prototype.wait = function(cb) {
		if (this.pending === 0) cb(this.error);
		else this.listeners.push(cb);
	};
	Pend.prototype.hold = function() {
		return pendHold(this);
	};
	function pendHold(self) {
		self.pending += 1;
		var called = false;
		return onCb;
		function onCb(err) {
			if (called) throw new Error("callback called twice");
			called = true;
			self.error = self.error || err;
			self.pending -= 1;
			if (self.waiting.length > 0 && self.pending < self.max) pendGo(self, self.waiting.shift());
			else if (self.pending === 0) {
				var listeners = self.listeners;
				self.listeners = [];
				listeners.forEach(cbListener);
			}
		}
		function cbListener(listener) {
			listener(self.error);
		}
	}
	function pendGo(self, fn) {
		fn(pendHold(self));
	}
}));
// node_modules/yauzl/fd-slicer.js
var require_fd_slicer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var fs = __require("fs");
	var util = __require("util");
	var stream = __require("stream");
	var Readable = stream.Readable;
	var PassThrough = stream.PassThrough;
	var Pend = require_pend();
	var EventEmitter = __require("events").EventEmitter;
	exports.BufferSlicer = BufferSlicer;
	exports.FdSlicer = FdSlicer;
	util.inherits(FdSlicer, EventEmitter);
	function FdSlicer(fd) {
		EventEmitter.call(this);
		this.fd = fd;
		this.pend = new Pend();
		this.pend.max = 1;
		this.refCount = 0;
	}
	FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		var self = this;
		self.pend.go(function(cb) {
			fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer) {
				cb();
				callback(err, bytesRead, buffer);
			});
		});
	};
	FdSlicer.prototype.createReadStream = function(options) {
		return new ReadStream(this, options);
	};
	FdSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	FdSlicer.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount < 0) throw new Error("invalid unref");
		if (self.refCount > 0) return;
		fs.close(self.fd, onCloseDone);
		function onCloseDone(err) {
			if (err) self.emit("error", err);
			else self.emit("close");
		}
	};
	util.inherits(ReadStream, Readable);
	function ReadStream(context, options) {
		options = options || {};
		Readable.call(this, options);
		this.context = context;
		this.context.ref();
		this.start = options.start || 0;
		this.endOffset = options.end;
		this.pos = this.start;
	}
	ReadStream.prototype._read = function(n) {
		var self = this;
		var toRead = Math.min(self._readableState.highWaterMark, n);
		if (self.endOffset != null) toRead = Math.min(toRead, self.endOffset - self.pos);
		if (toRead <= 0) {
			self.push(null);
			this._cleanup();
			return;
		}
		self.context.pend.go(function(cb) {
			var buffer = Buffer.allocUnsafe(toRead);
			fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
				if (err) self.destroy(err);
				else if (bytesRead === 0) {
					self.push(null);
					self._cleanup();
				} else {
					self.pos += bytesRead;
					self.push(buffer.slice(0, bytesRead));
				}
				cb();
			});
		});
	};
	ReadStream.prototype._destroy = function(err, cb) {
		this._cleanup();
		cb(err);
	};
	ReadStream.prototype._cleanup = function() {
		if (this.context != null) {
			this.context.unref();
			this.context = null;
		}
	};
	util.inherits(BufferSlicer, EventEmitter);
	function BufferSlicer(buffer) {
		EventEmitter.call(this);
		this.refCount = 0;
		this.buffer = buffer;
	}
	BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
		if (position < 0) throw new RangeError("position is negative: " + position);
		if (offset + length > buffer.length) length = buffer.length - offset;
		if (position + length > this.buffer.length) length = this.buffer.length - position;
		if (length <= 0) {
			setImmediate(function() {
				callback(null, 0);
			});
			return;
		}
		this.buffer.copy(buffer, offset, position, position + length);
		setImmediate(function() {
			callback(null, length);
		});
	};
	BufferSlicer.prototype.createReadStream = function(options) {
		options = options || {};
		var readStream = new PassThrough(options);
		readStream.start = options.start || 0;
		readStream.endOffset = options.end;
		readStream.pos = readStream.endOffset || this.buffer.length;
		var entireSlice = this.buffer.slice(readStream.start, readStream.pos);
		var maxChunkSize = 65536;
		var offset = 0;
		while (true) {
			var nextOffset = offset + maxChunkSize;
			if (nextOffset >= entireSlice.length) {
				if (offset < entireSlice.length) readStream.write(entireSlice.slice(offset, entireSlice.length));
				break;
			}
			readStream.write(entireSlice.slice(offset, nextOffset));
			offset = nextOffset;
		}
		readStream.end();
		return readStream;
	};
	BufferSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	BufferSlicer.prototype.unref = function() {
		this.refCount -= 1;
		if (this.refCount < 0) throw new Error("invalid unref");
	};
}));
// node_modules/yauzl/crc32.js
var require_crc32 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const CRC_TABLE = new Int32Array([
		0,
		1996959894,
		3993919788,
		2567524794,
		124634137,
		1886057615,
		3915621685,
		2657392035,
		249268274,
		2044508324,
		3772115230,
		2547177864,
		162941995,
		2125561021,
		3887607047,
		2428444049,
		498536548,
		1789927666,
		4089016648,
		2227061214,
		450548861,
		1843258603,
		4107580753,
		2211677639,
		325883990,
		1684777152,
		4251122042,
		2321926636,
		335633487,
		1661365465,
		4195302755,
		2366115317,
		997073096,
		1281953886,
		3579855332,
		2724688242,
		1006888145,
		1258607687,
		3524101629,
		2768942443,
		901097722,
		1119000684,
		3686517206,
		2898065728,
		853044451,
		1172266101,
		3705015759,
		2882616665,
		651767980,
		1373503546,
		3369554304,
		3218104598,
		565507253,
		1454621731,
		3485111705,
		3099436303,
		671266974,
		1594198024,
		3322730930,
		2970347812,
		795835527,
		1483230225,
		3244367275,
		3060149565,
		1994146192,
		31158534,
		2563907772,
		4023717930,
		1907459465,
		112637215,
		2680153253,
		3904427059,
		2013776290,
		251722036,
		2517215374,
		3775830040,
		2137656763,
		141376813,
		2439277719,
		3865271297,
		1802195444,
		476864866,
		2238001368,
		4066508878,
		1812370925,
		453092731,
		2181625025,
		4111451223,
		1706088902,
		314042704,
		2344532202,
		4240017532,
		1658658271,
		366619977,
		2362670323,
		4224994405,
		1303535960,
		984961486,
		2747007092,
		3569037538,
		1256170817,
		1037604311,
		2765210733,
		3554079995,
		1131014506,
		879679996,
		2909243462,
		3663771856,
		1141124467,
		855842277,
		2852801631,
		3708648649,
		1342533948,
		654459306,
		3188396048,
		3373015174,
		1466479909,
		544179635,
		3110523913,
		3462522015,
		1591671054,
		702138776,
		2966460450,
		3352799412,
		1504918807,
		783551873,
		3082640443,
		3233442989,
		3988292384,
		2596254646,
		62317068,
		1957810842,
		3939845945,
		2647816111,
		81470997,
		1943803523,
		3814918930,
		2489596804,
		225274430,
		2053790376,
		3826175755,
		2466906013,
		167816743,
		2097651377,
		4027552580,
		2265490386,
		503444072,
		1762050814,
		4150417245,
		2154129355,
		426522225,
		1852507879,
		4275313526,
		2312317920,
		282753626,
		1742555852,
		4189708143,
		2394877945,
		397917763,
		1622183637,
		3604390888,
		2714866558,
		953729732,
		1340076626,
		3518719985,
		2797360999,
		1068828381,
		1219638859,
		3624741850,
		2936675148,
		906185462,
		1090812512,
		3747672003,
		2825379669,
		829329135,
		1181335161,
		3412177804,
		3160834842,
		628085408,
		1382605366,
		3423369109,
		3138078467,
		570562233,
		1426400815,
		3317316542,
		2998733608,
		733239954,
		1555261956,
		3268935591,
		3050360625,
		752459403,
		1541320221,
		2607071920,
		3965973030,
		1969922972,
		40735498,
		2617837225,
		3943577151,
		1913087877,
		83908371,
		2512341634,
		3803740692,
		2075208622,
		213261112,
		2463272603,
		3855990285,
		2094854071,
		198958881,
		2262029012,
		4057260610,
		1759359992,
		534414190,
		2176718541,
		4139329115,
		1873836001,
		414664567,
		2282248934,
		4279200368,
		1711684554,
		285281116,
		2405801727,
		4167216745,
		1634467795,
		376229701,
		2685067896,
		3608007406,
		1308918612,
		956543938,
		2808555105,
		3495958263,
		1231636301,
		1047427035,
		2932959818,
		3654703836,
		1088359270,
		936918e3,
		2847714899,
		3736837829,
		1202900863,
		817233897,
		3183342108,
		3401237130,
		1404277552,
		615818150,
		3134207493,
		3453421203,
		1423857449,
		601450431,
		3009837614,
		3294710456,
		1567103746,
		711928724,
		3020668471,
		3272380065,
		1510334235,
		755167117
	]);
	function crc32(buf) {
		let crc = -1;
		for (let x of buf) crc = CRC_TABLE[(crc ^ x) & 255] ^ crc >>> 8;
		return (crc ^ -1) >>> 0;
	}
	module.exports = crc32;
}));
// src/legs/steps/archive.ts
var import_yauzl = (/* @__PURE__ */ __commonJSMin(((exports) => {
	var fs = __require("fs");
	var zlib = __require("zlib");
	var fd_slicer = require_fd_slicer();
	var util = __require("util");
	var EventEmitter = __require("events").EventEmitter;
	var Transform = __require("stream").Transform;
	var PassThrough = __require("stream").PassThrough;
	var Writable = __require("stream").Writable;
	const crc32 = typeof zlib.crc32 === "function" ? zlib.crc32 : require_crc32();
	exports.openPromise = openPromise;
	function openPromise(path, options) {
		return new Promise((resolve, reject) => {
			open(path, {
				...options,
				lazyEntries: true
			}, function(err, zipfile) {
				if (err) return reject(err);
				resolve(zipfile);
			});
		});
	}
	function open(path, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = true;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		fs.open(path, "r", function(err, fd) {
			if (err) return callback(err);
			fromFd(fd, options, function(err, zipfile) {
				if (err) fs.close(fd, defaultCallback);
				callback(err, zipfile);
			});
		});
	}
	function fromFd(fd, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = false;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		fs.fstat(fd, function(err, stats) {
			if (err) return callback(err);
			fromRandomAccessReader(new fd_slicer.FdSlicer(fd), stats.size, options, callback);
		});
	}
	function fromRandomAccessReader(reader, totalSize, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = true;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		var decodeStrings = !!options.decodeStrings;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
		if (totalSize > Number.MAX_SAFE_INTEGER) throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
		reader.ref();
		var eocdrWithoutCommentSize = 22;
		var zip64EocdlSize = 20;
		var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + 65535, totalSize);
		var buffer = newBuffer(bufferSize);
		readAndAssertNoEof(reader, buffer, 0, bufferSize, totalSize - buffer.length, function(err) {
			if (err) return callback(err);
			for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
				if (buffer.readUInt32LE(i) !== 101010256) continue;
				var eocdrBuffer = buffer.subarray(i);
				var diskNumber = eocdrBuffer.readUInt16LE(4);
				var entryCount = eocdrBuffer.readUInt16LE(10);
				var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
				var commentLength = eocdrBuffer.readUInt16LE(20);
				var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
				if (commentLength !== expectedCommentLength) return callback(/* @__PURE__ */ new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK☺☻` in the comment?"));
				var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false) : eocdrBuffer.subarray(22);
				if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 117853008) {
					var zip64EocdrOffset = readUInt64LE(buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize), 8);
					var zip64EocdrBuffer = newBuffer(56);
					return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err) {
						if (err) return callback(err);
						if (zip64EocdrBuffer.readUInt32LE(0) !== 101075792) return callback(/* @__PURE__ */ new Error("invalid zip64 end of central directory record signature"));
						diskNumber = zip64EocdrBuffer.readUInt32LE(16);
						if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
						entryCount = readUInt64LE(zip64EocdrBuffer, 32);
						centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
						return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
					});
				}
				if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
				return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
			}
			callback(/* @__PURE__ */ new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
		});
	}
	util.inherits(ZipFile, EventEmitter);
	function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
		var self = this;
		EventEmitter.call(self);
		self.reader = reader;
		self.reader.on("error", function(err) {
			emitError(self, err);
		});
		self.reader.once("close", function() {
			self.emit("close");
		});
		self.readEntryCursor = centralDirectoryOffset;
		self.fileSize = fileSize;
		self.entryCount = entryCount;
		self.comment = comment;
		self.entriesRead = 0;
		self.autoClose = !!autoClose;
		self.lazyEntries = !!lazyEntries;
		self.decodeStrings = !!decodeStrings;
		self.validateEntrySizes = !!validateEntrySizes;
		self.strictFileNames = !!strictFileNames;
		self.isOpen = true;
		self.emittedError = false;
		self.hasEachEntryBeenCalled = false;
		if (!self.lazyEntries) self._readEntry();
	}
	ZipFile.prototype.close = function() {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.reader.unref();
	};
	function emitErrorAndAutoClose(self, err) {
		if (self.autoClose) self.close();
		emitError(self, err);
	}
	function emitError(self, err) {
		if (self.emittedError) return;
		self.emittedError = true;
		self.emit("error", err);
	}
	ZipFile.prototype.readEntry = function() {
		if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
		this._readEntry();
	};
	ZipFile.prototype._readEntry = function() {
		var self = this;
		if (self.entryCount === self.entriesRead) {
			setImmediate(function() {
				if (self.autoClose) self.close();
				if (self.emittedError) return;
				self.emit("end");
			});
			return;
		}
		if (self.emittedError) return;
		var buffer = newBuffer(46);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
			if (err) return emitErrorAndAutoClose(self, err);
			if (self.emittedError) return;
			var entry = new Entry();
			var signature = buffer.readUInt32LE(0);
			if (signature !== 33639248) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
			entry.versionMadeBy = buffer.readUInt16LE(4);
			entry.versionNeededToExtract = buffer.readUInt16LE(6);
			entry.generalPurposeBitFlag = buffer.readUInt16LE(8);
			entry.compressionMethod = buffer.readUInt16LE(10);
			entry.lastModFileTime = buffer.readUInt16LE(12);
			entry.lastModFileDate = buffer.readUInt16LE(14);
			entry.crc32 = buffer.readUInt32LE(16);
			entry.compressedSize = buffer.readUInt32LE(20);
			entry.uncompressedSize = buffer.readUInt32LE(24);
			entry.fileNameLength = buffer.readUInt16LE(28);
			entry.extraFieldLength = buffer.readUInt16LE(30);
			entry.fileCommentLength = buffer.readUInt16LE(32);
			entry.internalFileAttributes = buffer.readUInt16LE(36);
			entry.externalFileAttributes = buffer.readUInt32LE(38);
			entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42);
			if (entry.generalPurposeBitFlag & 64) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("strong encryption is not supported"));
			self.readEntryCursor += 46;
			buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
			readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
				if (err) return emitErrorAndAutoClose(self, err);
				if (self.emittedError) return;
				entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
				var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
				entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart);
				entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);
				try {
					entry.extraFields = parseExtraFields(entry.extraFieldRaw);
				} catch (err) {
					return emitErrorAndAutoClose(self, err);
				}
				if (self.decodeStrings) {
					var isUtf8 = (entry.generalPurposeBitFlag & 2048) !== 0;
					entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
					entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
					var errorMessage = validateFileName(entry.fileName);
					if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
				} else {
					entry.fileComment = entry.fileCommentRaw;
					entry.fileName = entry.fileNameRaw;
				}
				entry.comment = entry.fileComment;
				self.readEntryCursor += buffer.length;
				self.entriesRead += 1;
				for (var i = 0; i < entry.extraFields.length; i++) {
					var extraField = entry.extraFields[i];
					if (extraField.id !== 1) continue;
					var zip64EiefBuffer = extraField.data;
					var index = 0;
					if (entry.uncompressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include uncompressed size"));
						entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.compressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include compressed size"));
						entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.relativeOffsetOfLocalHeader === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include relative header offset"));
						entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					break;
				}
				if (self.validateEntrySizes && entry.compressionMethod === 0) {
					var expectedCompressedSize = entry.uncompressedSize;
					if (entry.isEncrypted()) expectedCompressedSize += 12;
					if (entry.compressedSize !== expectedCompressedSize) {
						var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
						return emitErrorAndAutoClose(self, new Error(msg));
					}
				}
				self.emit("entry", entry);
				if (!self.lazyEntries) self._readEntry();
			});
		});
	};
	ZipFile.prototype.eachEntry = function() {
		const self = this;
		if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
		if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
		self.hasEachEntryBeenCalled = true;
		let pendingResolveReject = null;
		self.on("entry", onEntry);
		self.on("end", onEnd);
		self.on("error", onError);
		function cleanup() {
			self.removeListener("entry", onEntry);
			self.removeListener("end", onEnd);
			self.removeListener("error", onError);
			if (self.autoClose) self.close();
		}
		function onEntry(entry) {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			resolve({ value: entry });
		}
		function onEnd() {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			resolve({ done: true });
		}
		function onError(err) {
			let { reject } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			reject(err);
		}
		return {
			[Symbol.asyncIterator]() {
				return this;
			},
			next() {
				const promise = new Promise((resolve, reject) => {
					if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
					pendingResolveReject = {
						resolve,
						reject
					};
				});
				self.readEntry();
				return promise;
			},
			return(value) {
				cleanup();
				return Promise.resolve({
					done: true,
					value
				});
			},
			throw(value) {
				cleanup();
				return Promise.reject(value);
			}
		};
	};
	ZipFile.prototype.openReadStream = function(entry, options, callback) {
		var self = this;
		var relativeStart = 0;
		var relativeEnd = entry.compressedSize;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		else {
			if (options.decodeFileData === false) {
				if (options.decrypt != null) throw new Error("cannot use options.decrypt when options.decodeFileData === false");
				if (options.decompress != null) throw new Error("cannot use options.decompress when options.decodeFileData === false");
			} else {
				if (options.decrypt != null) {
					if (!entry.isEncrypted()) throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
					if (options.decrypt !== false) throw new Error("invalid options.decrypt value: " + options.decrypt);
					if (entry.isCompressed()) {
						if (options.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
					}
				}
				if (options.decompress != null) {
					if (!entry.isCompressed()) throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
					if (!(options.decompress === false || options.decompress === true)) throw new Error("invalid options.decompress value: " + options.decompress);
					decompress = options.decompress;
				}
			}
			if (options.start != null) {
				relativeStart = options.start;
				if (relativeStart < 0) throw new Error("options.start < 0");
				if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
			}
			if (options.end != null) {
				relativeEnd = options.end;
				if (relativeEnd < 0) throw new Error("options.end < 0");
				if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
				if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
			}
		}
		var rawMode = options.decodeFileData === false || (entry.compressionMethod === 0 || entry.compressionMethod === 8 && options.decompress === false) && (!entry.isEncrypted() || options.decrypt === false);
		if (options.start != null || options.end != null) {
			if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
		}
		if (!self.isOpen) return callback(/* @__PURE__ */ new Error("closed"));
		if (entry.isEncrypted() && !rawMode) {
			if (options.decrypt !== false) return callback(/* @__PURE__ */ new Error("entry is encrypted, and options.decodeFileData !== false"));
		}
		var decompress;
		if (rawMode) decompress = false;
		else if (entry.compressionMethod === 8) decompress = options.decodeFileData !== true;
		else return callback(/* @__PURE__ */ new Error("unsupported compression method: " + entry.compressionMethod));
		self.readLocalFileHeader(entry, { minimal: true }, function(err, localFileHeader) {
			if (err) return callback(err);
			self.openReadStreamLowLevel(localFileHeader.fileDataStart, entry.compressedSize, relativeStart, relativeEnd, decompress, entry.uncompressedSize, callback);
		});
	};
	ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
		var self = this;
		fileDataStart + compressedSize;
		var readStream = self.reader.createReadStream({
			start: fileDataStart + relativeStart,
			end: fileDataStart + relativeEnd
		});
		var endpointStream = readStream;
		if (decompress) {
			var destroyed = false;
			var inflateFilter = zlib.createInflateRaw();
			readStream.on("error", function(err) {
				setImmediate(function() {
					if (!destroyed) inflateFilter.emit("error", err);
				});
			});
			readStream.pipe(inflateFilter);
			if (self.validateEntrySizes) {
				endpointStream = new AssertByteCountStream(uncompressedSize);
				inflateFilter.on("error", function(err) {
					setImmediate(function() {
						if (!destroyed) endpointStream.emit("error", err);
					});
				});
				inflateFilter.pipe(endpointStream);
			} else endpointStream = inflateFilter;
			installDestroyFn(endpointStream, function() {
				destroyed = true;
				if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
				readStream.unpipe(inflateFilter);
				readStream.destroy();
			});
		}
		callback(null, endpointStream);
	};
	ZipFile.prototype.readLocalFileHeader = function(entry, options, callback) {
		var self = this;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		self.reader.ref();
		var buffer = newBuffer(30);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
			try {
				if (err) return callback(err);
				var signature = buffer.readUInt32LE(0);
				if (signature !== 67324752) return callback(/* @__PURE__ */ new Error("invalid local file header signature: 0x" + signature.toString(16)));
				var fileNameLength = buffer.readUInt16LE(26);
				var extraFieldLength = buffer.readUInt16LE(28);
				var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
				if (fileDataStart + entry.compressedSize > self.fileSize) return callback(/* @__PURE__ */ new Error("file data overflows file bounds: " + fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
				if (options.minimal) return callback(null, { fileDataStart });
				var localFileHeader = new LocalFileHeader();
				localFileHeader.fileDataStart = fileDataStart;
				localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4);
				localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6);
				localFileHeader.compressionMethod = buffer.readUInt16LE(8);
				localFileHeader.lastModFileTime = buffer.readUInt16LE(10);
				localFileHeader.lastModFileDate = buffer.readUInt16LE(12);
				localFileHeader.crc32 = buffer.readUInt32LE(14);
				localFileHeader.compressedSize = buffer.readUInt32LE(18);
				localFileHeader.uncompressedSize = buffer.readUInt32LE(22);
				localFileHeader.fileNameLength = fileNameLength;
				localFileHeader.extraFieldLength = extraFieldLength;
				buffer = newBuffer(fileNameLength + extraFieldLength);
				self.reader.ref();
				readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err) {
					try {
						if (err) return callback(err);
						localFileHeader.fileName = buffer.subarray(0, fileNameLength);
						localFileHeader.extraField = buffer.subarray(fileNameLength);
						return callback(null, localFileHeader);
					} finally {
						self.reader.unref();
					}
				});
			} finally {
				self.reader.unref();
			}
		});
	};
	ZipFile.prototype.openReadStreamPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.openReadStream(entry, options, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
		return new Promise((resolve, reject) => {
			this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.readLocalFileHeader(entry, options, function(err, localFileHeader) {
				if (err) return reject(err);
				resolve(localFileHeader);
			});
		});
	};
	function Entry() {}
	Entry.prototype.getLastModDate = function(options) {
		if (options == null) options = {};
		if (!options.forceDosFormat) for (var i = 0; i < this.extraFields.length; i++) {
			var extraField = this.extraFields[i];
			if (extraField.id === 21589) {
				var data = extraField.data;
				if (data.length < 5) continue;
				if (!(data[0] & 1)) continue;
				var posixTimestamp = data.readInt32LE(1);
				return /* @__PURE__ */ new Date(posixTimestamp * 1e3);
			} else if (extraField.id === 10) {
				var data = extraField.data;
				if (data.length !== 32) continue;
				if (data.readUInt16LE(4) !== 1) continue;
				if (data.readUInt16LE(6) !== 24) continue;
				var millisecondsSince1970 = (data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12)) / 1e4 - 0xa9730b66800;
				return new Date(millisecondsSince1970);
			}
		}
		return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options.timezone);
	};
	Entry.prototype.canDecodeFileData = function() {
		return !this.isEncrypted() && (this.compressionMethod === 0 || this.compressionMethod === 8);
	};
	Entry.prototype.isEncrypted = function() {
		return (this.generalPurposeBitFlag & 1) !== 0;
	};
	Entry.prototype.isCompressed = function() {
		return this.compressionMethod === 8;
	};
	function LocalFileHeader() {}
	function dosDateTimeToDate(date, time, timezone) {
		var day = date & 31;
		var month = (date >> 5 & 15) - 1;
		var year = (date >> 9 & 127) + 1980;
		var millisecond = 0;
		var second = (time & 31) * 2;
		var minute = time >> 5 & 63;
		var hour = time >> 11 & 31;
		if (timezone == null || timezone === "local") return new Date(year, month, day, hour, minute, second, millisecond);
		else if (timezone === "UTC") return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
		else throw new Error("unrecognized options.timezone: " + options.timezone);
	}
	function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
		var fileName = null;
		for (var i = 0; i < extraFields.length; i++) {
			var extraField = extraFields[i];
			if (extraField.id === 28789) {
				if (extraField.data.length < 6) continue;
				if (extraField.data.readUInt8(0) !== 1) continue;
				var oldNameCrc32 = extraField.data.readUInt32LE(1);
				if (crc32(fileNameBuffer) !== oldNameCrc32) continue;
				fileName = decodeBuffer(extraField.data.subarray(5), true);
				break;
			}
		}
		if (fileName == null) fileName = decodeBuffer(fileNameBuffer, (generalPurposeBitFlag & 2048) !== 0);
		if (!strictFileNames) fileName = fileName.replace(/\\/g, "/");
		return fileName;
	}
	function validateFileName(fileName) {
		if (fileName.indexOf("\\") !== -1) return "invalid characters in fileName: " + fileName;
		if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) return "absolute path: " + fileName;
		if (fileName.split("/").indexOf("..") !== -1) return "invalid relative path: " + fileName;
		return null;
	}
	function parseExtraFields(extraFieldBuffer) {
		var extraFields = [];
		var i = 0;
		while (i < extraFieldBuffer.length - 3) {
			var headerId = extraFieldBuffer.readUInt16LE(i + 0);
			var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
			var dataStart = i + 4;
			var dataEnd = dataStart + dataSize;
			if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
			var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
			extraFields.push({
				id: headerId,
				data: dataBuffer
			});
			i = dataEnd;
		}
		return extraFields;
	}
	function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
		if (length === 0) return setImmediate(function() {
			callback(null, newBuffer(0));
		});
		reader.read(buffer, offset, length, position, function(err, bytesRead) {
			if (err) return callback(err);
			if (bytesRead < length) return callback(/* @__PURE__ */ new Error("unexpected EOF"));
			callback();
		});
	}
	util.inherits(AssertByteCountStream, Transform);
	function AssertByteCountStream(byteCount) {
		Transform.call(this);
		this.actualByteCount = 0;
		this.expectedByteCount = byteCount;
	}
	AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
		this.actualByteCount += chunk.length;
		if (this.actualByteCount > this.expectedByteCount) {
			var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb(null, chunk);
	};
	AssertByteCountStream.prototype._flush = function(cb) {
		if (this.actualByteCount < this.expectedByteCount) {
			var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb();
	};
	util.inherits(RandomAccessReader, EventEmitter);
	function RandomAccessReader() {
		EventEmitter.call(this);
		this.refCount = 0;
	}
	RandomAccessReader.prototype.ref = function() {
		this.refCount += 1;
	};
	RandomAccessReader.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount > 0) return;
		if (self.refCount < 0) throw new Error("invalid unref");
		self.close(onCloseDone);
		function onCloseDone(err) {
			if (err) return self.emit("error", err);
			self.emit("close");
		}
	};
	RandomAccessReader.prototype.createReadStream = function(options) {
		if (options == null) options = {};
		var start = options.start;
		var end = options.end;
		if (start === end) {
			var emptyStream = new PassThrough();
			setImmediate(function() {
				emptyStream.end();
			});
			return emptyStream;
		}
		var stream = this._readStreamForRange(start, end);
		var destroyed = false;
		var refUnrefFilter = new RefUnrefFilter(this);
		stream.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) refUnrefFilter.emit("error", err);
			});
		});
		installDestroyFn(refUnrefFilter, function() {
			stream.unpipe(refUnrefFilter);
			refUnrefFilter.unref();
			stream.destroy();
		});
		var byteCounter = new AssertByteCountStream(end - start);
		refUnrefFilter.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) byteCounter.emit("error", err);
			});
		});
		installDestroyFn(byteCounter, function() {
			destroyed = true;
			refUnrefFilter.unpipe(byteCounter);
			refUnrefFilter.destroy();
		});
		return stream.pipe(refUnrefFilter).pipe(byteCounter);
	};
	RandomAccessReader.prototype._readStreamForRange = function(start, end) {
		throw new Error("not implemented");
	};
	RandomAccessReader.prototype.read = function(buffer, offset, length, position, callback) {
		var readStream = this.createReadStream({
			start: position,
			end: position + length
		});
		var writeStream = new Writable();
		var written = 0;
		writeStream._write = function(chunk, encoding, cb) {
			chunk.copy(buffer, offset + written, 0, chunk.length);
			written += chunk.length;
			cb();
		};
		writeStream.on("finish", callback);
		readStream.on("error", function(error) {
			callback(error);
		});
		readStream.pipe(writeStream);
	};
	RandomAccessReader.prototype.close = function(callback) {
		setImmediate(callback);
	};
	util.inherits(RefUnrefFilter, PassThrough);
	function RefUnrefFilter(context) {
		PassThrough.call(this);
		this.context = context;
		this.context.ref();
		this.unreffedYet = false;
	}
	RefUnrefFilter.prototype._flush = function(cb) {
		this.unref();
		cb();
	};
	RefUnrefFilter.prototype.unref = function(cb) {
		if (this.unreffedYet) return;
		this.unreffedYet = true;
		this.context.unref();
	};
	var cp437 = "\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼ !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xA0";
	function decodeBuffer(buffer, isUtf8) {
		if (isUtf8) return buffer.toString("utf8");
		else {
			var result = "";
			for (var i = 0; i < buffer.length; i++) result += cp437[buffer[i]];
			return result;
		}
	}
	function readUInt64LE(buffer, offset) {
		var lower32 = buffer.readUInt32LE(offset);
		return buffer.readUInt32LE(offset + 4) * 4294967296 + lower32;
	}
	var newBuffer;
	if (typeof Buffer.allocUnsafe === "function") newBuffer = function(len) {
		return Buffer.allocUnsafe(len);
	};
	else newBuffer = function(len) {
		return new Buffer(len);
	};
	function installDestroyFn(stream, fn) {
		if (typeof stream.destroy === "function") stream._destroy = function(err, cb) {
			fn();
			if (cb != null) cb(err);
		};
		else stream.destroy = fn;
	}
	function defaultCallback(err) {
		if (err) throw err;
	}
})))();
/** There are three files, and room for what later versions add. */
const MOST_ENTRIES = 20;
/** Reads some of a leg's files from its archive, without writing any. Rejects with an Error that says what is wrong with it. */
async function readArchive(path, names) {
	const texts = /* @__PURE__ */ new Map();
	const archive = await (0, import_yauzl.openPromise)(path, {
		lazyEntries: true,
		autoClose: false
	});
	try {
		if (archive.entryCount > MOST_ENTRIES) throw new Error(`it has ${archive.entryCount} files`);
		for await (const entry of archive.eachEntry()) {
			const name = names.find((one) => one === entry.fileName);
			if (name === void 0) continue;
			if (texts.has(name)) throw new Error(`it has ${name} twice`);
			const most = MOST_BYTES$1[name];
			if (entry.uncompressedSize > most) throw new Error(`its ${name} is larger than ${megabytes(most)}`);
			texts.set(name, await text(await archive.openReadStreamPromise(entry)));
		}
	} finally {
		archive.close();
	}
	return {
		has: (name) => texts.has(name),
		get(name) {
			const found = texts.get(name);
			if (found === void 0) throw new Error(`it has no ${name}`);
			return found;
		}
	};
}
// src/legs/steps/read.ts
/**
* Reads what the legs of a run left from a folder with a folder for each artifact's name that has the archive somewhere: one
* leg after the other, in the order of their jobs and places; of several attempts of one the last. An artifact that is
* damaged, or of another run, is a problem. Never rejects.
*/
async function* readLegs(folder, run) {
	const archives = [];
	for (const { name, path } of await findArchives(folder)) {
		const read = await identify(path, run);
		if ("problem" in read) yield {
			name,
			problem: problemSentence(name, read.problem)
		};
		else archives.push({
			name,
			path,
			identity: read
		});
	}
	const attempts = Map.groupBy(archives.sort(byPlace), ({ identity }) => sameLeg(identity));
	for (const ofOne of attempts.values()) {
		const highest = Math.max(...ofOne.map(({ identity }) => identity.attempt));
		const [last, ...others] = ofOne.filter(({ identity }) => identity.attempt === highest);
		for (const { name } of others) yield {
			name,
			problem: problemSentence(name, `says that it is of the same leg as ${last?.name}`)
		};
		if (last) yield await readAll(last);
	}
}
async function findArchives(folder) {
	return (await readdir(folder, {
		withFileTypes: true,
		recursive: true
	})).filter((entry) => entry.isFile()).map(({ parentPath, name }) => ({
		name: relative(folder, parentPath).split(sep)[0] ?? "",
		path: join(parentPath, name)
	})).sort((a, b) => a.path < b.path ? -1 : 1);
}
/** Whose it is, as it says; a problem where that is none of this run's. */
async function identify(path, run) {
	try {
		const { failures: _, ...leg } = readLeg((await readArchive(path, [FILES.leg])).get(FILES.leg));
		if (leg.repository !== run.repository) return { problem: `is of another repository, ${leg.repository}` };
		if (leg.runId !== run.runId) return { problem: `is of another run, ${leg.runId}` };
		if (leg.sha !== run.sha) return { problem: `is of another commit, ${leg.sha}` };
		if (leg.attempt > run.attempt) return { problem: `is of attempt ${leg.attempt}, and this is attempt ${run.attempt}` };
		return leg;
	} catch (error) {
		return { problem: `can't be read: ${messageOf(error)}` };
	}
}
async function readAll({ name, path }) {
	try {
		const texts = await readArchive(path, [FILES.leg, FILES.tests]);
		return {
			name,
			leg: readLeg(texts.get(FILES.leg)),
			tests: readTests(texts.get(FILES.tests)),
			async suite() {
				const { has, get } = await readArchive(path, [FILES.suite]);
				return has(FILES.suite) ? readSuite(get(FILES.suite)) : [];
			}
		};
	} catch (error) {
		return {
			name,
			problem: problemSentence(name, `can't be read: ${messageOf(error)}`)
		};
	}
}
/** Why an artifact counts for nothing, with the cure. */
function problemSentence(name, what) {
	return `The artifact ${name} ${what}. Re-run all jobs; if it is the same again, look for what else in the workflow makes artifacts with this name.`;
}
function byPlace({ identity: a }, { identity: b }) {
	const inWords = ({ job, step, place }) => JSON.stringify([
		job,
		step,
		place
	]);
	return inWords(a) < inWords(b) ? -1 : inWords(a) > inWords(b) ? 1 : a.index - b.index;
}
// src/legs/steps/download.ts
const MILLISECONDS = 3e5;
/**
* Downloads what the legs of this run left into a folder, and reads it, one leg after the other. Those that are there and
* can't be had or believed are problems. Fails with a UserError where it can't be known which there are.
*/
async function* fetchLegs(folder, run, signal) {
	const result = await runArtifactClient(folder, { action: "download" }, {
		milliseconds: MILLISECONDS,
		signal
	});
	if ("trouble" in result) throw new UserError(`What the other jobs left can't be read, as this run's artifacts can't be listed or downloaded: ${withoutQueries(plain(result.trouble))}. Re-run this job; on a server without artifacts, as GitHub Enterprise Server is, there can be no report.`);
	for (const { name, why } of result.missing) yield {
		name,
		problem: problemSentence(name, `can't be had: ${withoutQueries(plain(why))}`)
	};
	const missing = new Set(result.missing.map(({ name }) => name));
	const artifacts = join(folder, "artifacts");
	await mkdir(artifacts, { recursive: true });
	for await (const read of readLegs(artifacts, run)) if (!missing.has(read.name)) yield read;
}
// src/legs/steps/times.ts
const PATIENCE_MILLISECONDS = 1e4;
/**
* Compares the tests of all legs with those of the default branch, and there keeps them as what later runs are compared
* with and split by, if nothing is missing of them. Waits 10 s for either at most; nothing without a cache. Never rejects.
*/
async function compareLegs(all, context, isWhole) {
	if (context.cacheService !== "current" || ["none", "write-only"].includes(context.cacheMode)) return void 0;
	const [workflow = ""] = context.job;
	const isDefault = context.eventName === "push" && context.ref === `refs/heads/${context.defaultBranch}`;
	const comparisons = [];
	for (const [job, tests] of all.tests) {
		const ran = ranOf(tests);
		const prefix = timesPrefix([workflow, job], sha256);
		const baseline = parseBaseline(await withPatience(fetchText(cacheService(), prefix, 4194304)) ?? "");
		if (baseline) comparisons.push(compare(baseline, ran, shorten));
		if (isWhole && isDefault && context.cacheMode !== "read" && isNews(baseline, ran, shorten)) await withPatience(keepText(cacheService(), prefix + context.sha, formatBaseline(context.sha, ran, shorten)));
	}
	return together(comparisons);
}
function ranOf(tests) {
	return [...tests].map(([nodeId, { runs, seconds, isFailed }]) => ({
		nodeId,
		setup: 0,
		call: seconds / runs,
		teardown: 0,
		isFailed
	}));
}
function together([first, ...others]) {
	if (!first) return void 0;
	for (const { newFailures, fixed, added } of others) {
		for (const nodeId of newFailures) first.newFailures.add(nodeId);
		first.fixed += fixed;
		first.added += added;
	}
	return first;
}
function withPatience(promise) {
	return Promise.race([promise, setTimeout(PATIENCE_MILLISECONDS, void 0, { ref: false })]);
}
function shorten(nodeId) {
	return sha256(nodeId).slice(0, 12);
}
// src/report/legs.ts
/** GitHub drops a summary of more than 1 MiB whole. */
const MOST_BYTES = 921600;
const MOST_NAME_BYTES = 400;
const MOST_GAP_BYTES = 4e3;
const MOST_SLOWEST = 10;
const MOST_FLAKY = 50;
/** The runner shows ten errors of a step. */
const MOST_ANNOTATIONS = 10;
/** Makes the report: red if any leg is, or if anything is missing. Failing tests are annotated where they ran. */
function makeLegsReport(outcome) {
	const { all, gaps } = outcome;
	const red = all.legs.filter(({ conclusion }) => conclusion === "failure");
	const isRed = red.length > 0 || gaps.length > 0;
	const counts = countsOfAll(all.legs);
	const numbers = countsInWords(counts) || "no tests were run";
	const line = `${numbers} in ${inLegs(all.legs.length)}${red.length > 0 ? `; red: ${red.map(labelOf).join(", ")}` : ""}`;
	return {
		conclusion: isRed ? "failure" : "success",
		outputs: outputsOf(outcome, isRed),
		annotations: [...gaps, ...red.length > 0 && gaps.length === 0 ? [`Red legs: ${red.map(labelOf).join(", ")}.`] : []].slice(0, MOST_ANNOTATIONS).map((message) => ({
			level: "error",
			message: shortened(plain(message), 4e3),
			title: "dev-in-docker report"
		})),
		summary: summaryOf(outcome, isRed, numbers),
		lines: [plain(line), ...gaps.map(plain)]
	};
}
/** The report where it can't be known what there is, for a reason that is a sentence. */
function withoutLegs(sentence) {
	const message = shortened(plain(sentence), 4e3);
	return {
		conclusion: "failure",
		outputs: outputsOf({
			all: gatherNothing(),
			gaps: []
		}, true),
		annotations: [{
			level: "error",
			message,
			title: "dev-in-docker report"
		}],
		summary: `<h3>❌ pytest: nothing is known of any leg</h3>\n\n<p>${inline(message)}</p>\n\n`,
		lines: []
	};
}
function inLegs(count) {
	return count === 1 ? "1 leg" : `${count} legs`;
}
/** The outputs that the action itself has of its tests, under the same names; numbers are of all legs together. */
function outputsOf({ all }, isRed) {
	const counts = countsOfAll(all.legs);
	const isCounted = all.legs.length > 0 && all.legs.every((leg) => leg.isCounted);
	const text = (value) => isCounted ? String(value) : "";
	const { passed, failed, errors, skipped, xfailed, xpassed } = counts;
	return {
		conclusion: isRed ? "failure" : "success",
		total: text(totalOf(counts)),
		passed: text(passed),
		failed: text(failed),
		errors: text(errors),
		skipped: text(skipped),
		xfailed: text(xfailed),
		xpassed: text(xpassed),
		flaky: text(all.legs.reduce((sum, { flaky }) => sum + flaky, 0)),
		duration: all.legs.length > 0 ? Math.max(...all.legs.map(({ seconds }) => seconds)).toFixed(1) : ""
	};
}
/**
* The page: did it pass, what is missing, each leg in a line, what broke and in which legs, what is flaky and slow. At most
* 900 KiB: slow and flaky tests and tracebacks are left out in this order. Foreign text stands in HTML only.
*/
function summaryOf(outcome, isRed, numbers) {
	const { all, gaps } = outcome;
	const seconds = all.legs.length > 0 ? ` · ${duration(Math.max(...all.legs.map((leg) => leg.seconds)))}` : "";
	const top = [
		`<h3>${isRed ? "❌" : "✅"} pytest, ${inLegs(all.legs.length)}: ${numbers}${seconds}</h3>\n\n`,
		comparedWith(outcome),
		...gaps.map((gap) => `<p>❌ ${inlineWithin(gap, MOST_GAP_BYTES)}</p>\n\n`),
		all.legs.length > 0 ? table([[
			"",
			"leg",
			"tests",
			"time",
			"runner",
			"Python"
		], ...all.legs.map(rowOf)]) : ""
	].join("");
	const room = makeRoom(MOST_BYTES - byteLength(top));
	return [
		top,
		failuresOf(outcome, room),
		...[flakyOf(all), slowestOf(all)].filter((part) => room.take(byteLength(part)))
	].join("");
}
function rowOf(leg) {
	const { shard, conclusion, sentence, exitCode } = leg;
	const empty = shard && shard.collected > 0 && shard.kept === 0 ? "no tests, as there are fewer than shards" : "";
	const why = conclusion === "failure" && leg.failures === 0 ? sentence || `exit code ${exitCode ?? "unknown"}` : "";
	return [
		conclusion === "success" ? "✅" : "❌",
		`<b>${inlineWithin(labelOf(leg), MOST_NAME_BYTES)}</b>`,
		[countsInWords(leg.counts) || empty, inlineWithin(why, 1e3)].filter((part) => part !== "").join("<br>") || "none",
		duration(leg.seconds),
		inline(leg.runner),
		inline(leg.python ?? "")
	];
}
function comparedWith({ comparison }) {
	if (!comparison) return "";
	const { newFailures, fixed, added, sha } = comparison;
	const news = [
		newFailures.size > 0 ? `${newFailures.size} newly failing` : "",
		fixed > 0 ? `${fixed} fixed` : "",
		added > 0 ? `${added} new` : ""
	].filter((part) => part !== "");
	if (news.length === 0) return "";
	return `<p>Compared with the default branch (${inline(sha.slice(0, 7))}): ${news.join(" · ")}</p>\n\n`;
}
/** Each failure once, with the legs that it was in: those that all have first. */
function failuresOf({ all, comparison, source }, room) {
	const failures = [...all.failures.values()].sort((a, b) => b.legs.length - a.legs.length);
	const blocks = [];
	const names = [];
	for (const { failure, legs } of failures) {
		const { nodeId, file, line } = failure;
		const path = file?.split("/").map(encodeURIComponent).join("/").replaceAll("'", "%27");
		const place = line === void 0 ? "" : path && source ? `<a href="${inline(source)}/${path}#L${line}">line ${line}</a>` : `line ${line}`;
		const title = [
			`❌ <code>${inlineWithin(nodeId, MOST_NAME_BYTES)}</code>`,
			legs.length === all.legs.length ? legs.length > 1 ? "in all legs" : "" : `in ${inlineWithin(legs.join("; "), MOST_NAME_BYTES)}${legs.length === 1 ? " only" : ""}`,
			comparison?.newFailures.has(nodeId) ? "new" : "",
			place
		].filter((part) => part !== "");
		const text = shortened(failure.traceback || failure.message, 2e4);
		const next = folded(title.join(" · "), block(text), blocks.length === 0);
		if (room.take(byteLength(next))) blocks.push(next);
		else names.push(`<code>${inlineWithin(nodeId, MOST_NAME_BYTES)}</code><br>`);
	}
	const rest = names.filter((name) => room.take(byteLength(name)));
	const left = names.length - rest.length;
	return [
		...blocks,
		rest.length > 0 ? folded(`❌ ${names.length} more, whose tracebacks are in the logs`, `<p>${rest.join("")}</p>`) : "",
		left > 0 ? `<p>${left} more in the logs.</p>\n\n` : ""
	].join("");
}
function flakyOf({ flaky }) {
	if (flaky.size === 0) return "";
	const rows = [...flaky].slice(0, MOST_FLAKY).map(([nodeId, { message, legs }]) => [
		`<code>${inlineWithin(nodeId, MOST_NAME_BYTES)}</code>`,
		inlineWithin(legs.join("; "), MOST_NAME_BYTES),
		inlineWithin(errorLine({ message }), 1e3)
	]);
	return folded(`🔁 ${flaky.size} flaky`, `\n\n${table(rows)}`);
}
function slowestOf({ slowest }) {
	const shown = slowest.slice(0, MOST_SLOWEST).filter((test) => secondsOf(test) >= .01);
	if (shown.length === 0) return "";
	const rows = shown.map((test) => [`<code>${inlineWithin(test.nodeId, MOST_NAME_BYTES)}</code>`, duration(secondsOf(test))]);
	return folded(`🐢 ${shown.length === 1 ? "The slowest test" : `The ${shown.length} slowest tests`}`, `\n\n${table(rows)}`);
}
// src/report-main.ts
const context = readContext();
const reader = { reader: "runner" };
const temp = join(context.temp || tmpdir(), ownName(context.id));
await mkdir(temp, { mode: 448 });
const cancellation = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => cancellation.abort());
const report = await reportOnLegs(getInput("needs"), getInput("junit-file")).catch((thrown) => {
	if (!(thrown instanceof UserError) && thrown instanceof Error) say(reader, thrown.stack ?? "");
	return withoutLegs(render(sentenceOf(thrown), "job"));
});
await show(report);
await rm(temp, {
	recursive: true,
	force: true
}).catch(() => void 0);
process.stdout.write("", () => leave(report.conclusion === "success" ? 0 : 1));
/** Reads what all legs left, and puts it together. Rejects with a UserError where it can't be known what there is. */
async function reportOnLegs(typed, file) {
	const needs = readNeeds(typed);
	const path = file === "" ? void 0 : xmlFile("junit-file", file);
	const junit = path === void 0 ? void 0 : await import("./junit.js");
	const suites = [];
	const all = gatherNothing();
	const gaps = [];
	for await (const read of fetchLegs(temp, context, cancellation.signal)) {
		if ("problem" in read) {
			gaps.push(read.problem);
			continue;
		}
		if (jobOf(read.leg, needs) === void 0) continue;
		if (junit) suites.push(junit.junitSuite(read));
		gather(all, read.leg, read.tests, read.suite);
	}
	gaps.push(...await findGaps(all, needs));
	if (junit && path !== void 0) {
		const unwritten = await writeAsked(context.workspace, path, junit.junitFile(suites));
		if (unwritten !== void 0) gaps.push(render(unwritten, "job"));
	}
	const comparison = await compareLegs(all, context, gaps.length === 0 && wentThrough(all));
	return makeLegsReport({
		all,
		gaps,
		...comparison ? { comparison } : {},
		...sourceAddress(context)
	});
}
async function show({ annotations, outputs, summary: markdown, lines }) {
	for (const line of lines) say(reader, line);
	for (const { message, title } of annotations) error(message, title === void 0 ? {} : { title });
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
	await summary.addRaw(markdown).write().catch(() => void 0);
}
export {};
