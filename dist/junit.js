import { t as Builder } from "./xml.js";
import { yt as nameOf } from "./shared.js";
// src/legs/gather.ts
/** What a leg is called: its values in the matrix, or else which of how many it is. */
function labelOf({ job, matrix, index, total }) {
	return nameOf(matrix) || (total > 1 ? `${job} ${index + 1}/${total}` : job);
}
// src/report/junit.ts
const builder = new Builder({
	ignoreAttributes: false,
	suppressEmptyNode: true,
	format: true,
	indentBy: " "
});
/** A `testsuite` of what one leg, or a job without a matrix, did. */
function junitSuite({ leg, tests }) {
	const failures = Map.groupBy(leg.failures, ({ nodeId }) => nodeId);
	const ran = new Set(tests.map(({ nodeId }) => nodeId));
	const cases = [...tests.map((test) => caseOf(test, failures.get(test.nodeId) ?? [])), ...[...failures].flatMap(([nodeId, found]) => ran.has(nodeId) ? [] : [caseOf({
		nodeId,
		outcome: "error",
		seconds: 0
	}, found)])];
	const { counts, testSeconds } = leg;
	return builder.build({ testsuite: {
		...attributes({
			name: labelOf(leg) || "pytest",
			tests: cases.length,
			failures: counts.failed,
			errors: counts.errors,
			skipped: counts.skipped + counts.xfailed,
			time: testSeconds.toFixed(3)
		}),
		testcase: cases
	} });
}
/** The file of all of them. */
function junitFile(suites) {
	return `<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="pytest tests">\n${suites.join("")}</testsuites>\n`;
}
function caseOf({ nodeId, outcome, seconds }, failures) {
	return {
		...attributes({
			...namesOf(nodeId),
			time: seconds.toFixed(3)
		}),
		...outcome === "skipped" ? { skipped: attributes({ type: "pytest.skip" }) } : {},
		...outcome === "xfailed" ? { skipped: attributes({ type: "pytest.xfail" }) } : {},
		failure: failures.filter(({ phase }) => phase === "call").map(told),
		error: failures.filter(({ phase }) => phase !== "call").map(told)
	};
}
function told({ message, traceback }) {
	return {
		...attributes({ message }),
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
/** Without the characters that XML can't have. */
function legible(text) {
	return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "�");
}
export { junitFile, junitSuite };
