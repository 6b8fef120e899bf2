// src/pytest/results.ts
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
	warnings: "warnings",
	subtestsPassed: "subtests passed"
};
/** Seconds of a test, all of its phases together. */
function secondsOf({ setup, call, teardown }) {
	return setup + call + teardown;
}
/** Their names. */
const COUNT_NAMES = Object.keys(WORDS).filter((name) => Object.hasOwn(WORDS, name));
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
// src/legs/matrix.ts
/** Name of a leg for titles, such as `3.12, numpy`; empty outside a matrix. */
function nameOf(matrix) {
	return matrix.map(({ value }) => value).join(", ");
}
// src/legs/gather.ts
const MOST_FAILURES = 5e3;
const MOST_FLAKY = 200;
const MOST_SLOWEST = 50;
/** Nothing yet. */
function gatherNothing() {
	return {
		legs: [],
		tests: /* @__PURE__ */ new Map(),
		failures: /* @__PURE__ */ new Map(),
		flaky: /* @__PURE__ */ new Map(),
		slowest: [],
		sharded: /* @__PURE__ */ new Map()
	};
}
/** Adds a leg of a job that ended so. */
function gather(all, { leg, tests, suite }, end) {
	const { failures, flaky, slowest, reasons: _, warnings: __, ...rest } = leg;
	const name = labelOf(leg);
	const mayFail = leg.conclusion === "failure" && end === "success";
	const gathered = {
		...rest,
		failures: failures.length,
		flaky: flaky.length,
		mayFail
	};
	all.legs.push(gathered);
	addTests(all, leg.job, tests);
	for (const failure of failures) addFailure(all.failures, failure, name);
	for (const { nodeId, message } of flaky) {
		const known = all.flaky.get(nodeId);
		if (known) known.legs.push(name);
		else if (all.flaky.size < MOST_FLAKY) all.flaky.set(nodeId, {
			message,
			legs: [name]
		});
	}
	all.slowest = [...all.slowest, ...slowest].sort((a, b) => secondsOf(b) - secondsOf(a)).slice(0, MOST_SLOWEST);
	if (leg.shard) addShard(all.sharded, {
		leg: gathered,
		names: suite
	}, tests);
}
/** What a leg is called: its values in the matrix, or else which of how many it is. */
function labelOf({ job, matrix, index, total }) {
	return nameOf(matrix) || (total > 1 ? `${job} ${index + 1}/${total}` : job);
}
/** Whether each leg went through all of its tests, red or green: only then they are a measure for later runs. */
function wentThrough({ legs }) {
	return legs.every(({ exitCode }) => exitCode === 0 || exitCode === 1);
}
function addTests(all, job, tests) {
	const ofJob = all.tests.get(job) ?? /* @__PURE__ */ new Map();
	all.tests.set(job, ofJob);
	for (const { nodeId, outcome, seconds } of tests) {
		if (![
			"passed",
			"failed",
			"error"
		].includes(outcome)) continue;
		const known = ofJob.get(nodeId) ?? {
			runs: 0,
			seconds: 0,
			isFailed: false
		};
		known.runs += 1;
		known.seconds += seconds;
		known.isFailed ||= outcome === "failed" || outcome === "error";
		ofJob.set(nodeId, known);
	}
}
function addFailure(failures, failure, leg) {
	const reason = failure.message.replace(/0x[0-9a-f]+|\d+/gi, "#");
	const key = JSON.stringify([
		failure.file,
		failure.nodeId,
		failure.phase,
		reason
	]);
	const known = failures.get(key);
	if (known) {
		if (!known.legs.includes(leg)) known.legs.push(leg);
	} else if (failures.size < MOST_FAILURES) failures.set(key, {
		failure,
		legs: [leg]
	});
}
function addShard(sharded, shard, tests) {
	const { leg } = shard;
	const key = JSON.stringify([
		leg.job,
		leg.step,
		callOf(leg),
		leg.shard?.total
	]);
	const job = sharded.get(key) ?? {
		legs: [],
		runs: /* @__PURE__ */ new Map()
	};
	sharded.set(key, job);
	const at = job.legs.push(shard) - 1;
	for (const { nodeId } of tests) {
		const ran = job.runs.get(nodeId);
		if (ran) ran.push(at);
		else job.runs.set(nodeId, [at]);
	}
}
/**
* The call of a workflow that a job is in; legs of one matrix are in the same. In a place such as `call.test.3_12`, what
* stands behind the job tells the leg, in a form that GitHub does not document.
*/
function callOf({ place, job }) {
	const parts = place.split(".");
	const own = parts.findIndex((part) => part.toLowerCase() === job.toLowerCase());
	return parts.slice(0, Math.max(0, own)).join(".");
}
export { wentThrough as a, noCounts as c, totalOf as d, labelOf as i, secondsOf as l, gather as n, nameOf as o, gatherNothing as r, COUNT_NAMES as s, callOf as t, sumOf as u };
