import { t as Builder } from "./xml.js";
import { Tt as nameOf } from "./shared.js";
// src/legs/gather.ts
/** What a leg is called: its values in the matrix, or else which of how many it is. */
function labelOf({ job, matrix, index, total }) {
	return nameOf(matrix) || (total > 1 ? `${job} ${index + 1}/${total}` : job);
}
// src/report/junit.ts
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;"
};
const escaped = (value) => String(value).replace(/[&<>"]/g, (found) => ENTITIES[found] ?? "");
const builder = new Builder({
	ignoreAttributes: false,
	suppressEmptyNode: true,
	format: true,
	indentBy: " ",
	processEntities: false,
	tagValueProcessor: (_, value) => escaped(value),
	attributeValueProcessor: (_, value) => escaped(value).replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`)
});
/** A `testsuite` of what one leg, or a job without a matrix, did. */
function junitSuite({ leg, tests }) {
	const failures = Map.groupBy(leg.failures, ({ nodeId }) => nodeId);
	const ran = new Set(tests.map(({ nodeId }) => nodeId));
	const cases = [...tests.flatMap((test) => casesOf(test, failures.get(test.nodeId) ?? [])), ...[...failures].flatMap(([nodeId, found]) => ran.has(nodeId) ? [] : casesOf({
		nodeId,
		outcome: "error",
		seconds: 0
	}, found))];
	const count = (what) => cases.filter((one) => one[what] !== void 0).length;
	return builder.build({ testsuite: {
		...attributes({
			name: labelOf(leg) || "pytest",
			tests: cases.length,
			failures: count("failure"),
			errors: count("error"),
			skipped: count("skipped"),
			time: leg.testSeconds.toFixed(3)
		}),
		testcase: cases
	} });
}
/** The file of all of them. */
function junitFile(suites) {
	return `<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="pytest tests">\n${suites.join("")}</testsuites>\n`;
}
/** Of failures that were too many to keep. */
const UNTOLD = "see the log";
/** One; or two where a test failed and then could not be ended, as readers expect one thing of a case. */
function casesOf({ nodeId, outcome, reason, seconds }, found) {
	const one = (seconds, more) => ({
		...attributes({
			...namesOf(nodeId),
			time: seconds.toFixed(3)
		}),
		...more
	});
	const [failures, errors] = [found.filter(isFailure), found.filter((failure) => !isFailure(failure))];
	if (failures.length > 0) return [one(seconds, { failure: failures.map(told) }), ...errors.length > 0 ? [one(0, { error: errors.map(told) })] : []];
	if (errors.length > 0) return [one(seconds, { error: errors.map(told) })];
	if (outcome === "failed" || outcome === "error") return [one(seconds, { failure: [attributes({ message: UNTOLD })] })];
	if (outcome !== "skipped" && outcome !== "xfailed") return [one(seconds, {})];
	return [one(seconds, { skipped: attributes({
		type: outcome === "skipped" ? "pytest.skip" : "pytest.xfail",
		...reason === void 0 ? {} : { message: reason }
	}) })];
}
function isFailure({ phase }) {
	return phase === "call";
}
function told({ phase, message, traceback }) {
	return {
		...attributes({ message: phase === "setup" || phase === "teardown" ? `failed on ${phase} with "${message}"` : message }),
		"#text": legible(traceback || message)
	};
}
/** As pytest's own file has them: `tests/test_a.py::TestB::test_c[1]` is `test_c[1]` of `tests.test_a.TestB`. */
function namesOf(nodeId) {
	const bracket = nodeId.indexOf("[");
	const [address, parameters] = bracket < 0 ? [nodeId, ""] : [nodeId.slice(0, bracket), nodeId.slice(bracket)];
	const [file = "", ...names] = address.split("::");
	const parts = [file.replaceAll("/", ".").replace(/\.py$/, ""), ...names];
	return {
		classname: parts.slice(0, -1).join("."),
		name: (parts.at(-1) ?? "") + parameters
	};
}
function attributes(values) {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [`@_${name}`, legible(String(value))]));
}
/** With the codes of characters that XML can't have in their place, as in pytest's own file. */
function legible(text) {
	return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, (wrong) => `#x${wrong.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
export { junitFile, junitSuite };
