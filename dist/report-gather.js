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
		groups: /* @__PURE__ */ new Map()
	};
}
/** Adds a leg. */
function gather(all, leg, tests, suite) {
	const { failures, flaky, slowest, reasons: _, warnings: __, ...rest } = leg;
	const name = labelOf(leg);
	const gathered = {
		...rest,
		failures: failures.length,
		flaky: flaky.length
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
	if (leg.shard) addToGroup(all.groups, gathered, tests, suite);
}
/** What a leg is called: its values in the matrix, or else which of how many it is. */
function labelOf({ job, name, index, total }) {
	return name === "" ? total > 1 ? `${job} ${index + 1}/${total}` : job : name;
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
function addToGroup(groups, leg, tests, suite) {
	const name = withoutShard(leg);
	const key = JSON.stringify([
		leg.job,
		leg.step,
		callOf(leg),
		leg.shard?.total,
		name
	]);
	const group = groups.get(key) ?? {
		name,
		legs: [],
		runs: /* @__PURE__ */ new Map(),
		suite
	};
	groups.set(key, group);
	group.legs.push(leg);
	for (const { nodeId } of tests) group.runs.set(nodeId, (group.runs.get(nodeId) ?? 0) + 1);
}
/** The leg's name without the value that says which shard it is; shards that differ in nothing else are one suite. */
function withoutShard({ name, shard }) {
	const values = name.split(", ");
	const at = values.findIndex((value) => value === `${shard?.index}` || value === `${shard?.index}/${shard?.total}`);
	return at < 0 ? "" : values.toSpliced(at, 1).join(", ");
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
export { wentThrough as a, secondsOf as c, labelOf as i, sumOf as l, gather as n, COUNT_NAMES as o, gatherNothing as r, noCounts as s, callOf as t, totalOf as u };
