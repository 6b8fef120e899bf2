import { s as dockerfileOf } from "./cli-pep440.js";
import { Et as repoPath, K as placed, Tt as pathFrom, W as findPlaces, _t as secondsOf, j as keptOutSentence, mt as hasFailed, q as runTests, t as openProject, vt as totalOf } from "./cli-project.js";
import { d as sentence, n as plain, r as quoted, u as render } from "./cli-plain.js";
import { c as gitInShareSentence, d as twinSentence, o as replacedSentences, u as repeatedSentence } from "./cli-layers.js";
import { a as hiddenModuleSentence, c as testSentence, f as showTests, i as elsewhereSentence, o as mountSentence, r as countsInWords, s as obstacleSentence, t as provideImage } from "./cli-image.js";
import { G as join$1, K as quote, d as environment, h as lines, t as builtIn, v as secretValues } from "./cli-settings.js";
import { f as duration, n as inSession, t as afterSignal } from "./cli-session.js";
import { join, relative } from "node:path";
import { styleText } from "node:util";
// src/report/git-data.ts
const MOST_PATHS = 5;
/** What tests left of git data, and what is to be done about it; nothing where they left none. */
function gitDataSentences({ tests, earlierGitData, context }) {
	return [earlierGitData, tests?.gitData].flatMap((facts) => {
		if (!facts) return [];
		const named = (paths) => pathsInWords(paths.map((path) => inCheckout(path, context)));
		return [
			facts.removed.length === 0 ? void 0 : sentence`The tests left git data in folders that git tracks: ${named(facts.removed)}. It was removed, since git would run what it says.`,
			facts.left.length === 0 ? void 0 : sentence`The tests left git data: ${named(facts.left)}. Git runs what such data says, even for "git status" in there: remove it if you don't trust the tests.`,
			facts.closed.length === 0 ? void 0 : sentence`The tests left folders that can't be looked into: ${named(facts.closed)}. They may hold git data: remove them if you don't trust the tests.`,
			facts.isComplete ? void 0 : "The search for git data that the tests left was given up after a second: there may be more of it. If you don't trust the tests, use git in a fresh clone."
		].filter((text) => text !== void 0);
	});
}
function inCheckout(path, context) {
	if (context === ".") return path;
	return path === "." ? context : `${context}/${path}`;
}
function pathsInWords(paths) {
	const left = paths.length - MOST_PATHS;
	return [...paths.slice(0, MOST_PATHS).map(quoted), ...left > 0 ? [`and ${left} more`] : []].join(", ");
}
// src/report/annotations.ts
/** What went wrong, in a line: the first of pytest's message, as its short summary has it. */
function errorLine({ message }) {
	return plain(message).trimStart().split("\n", 1)[0]?.trim() ?? "";
}
/** The file of a place in the container, relative to the checkout, if it is in it. */
function fileOf({ path }, { image, context }) {
	const mapping = {
		workdir: image?.workdir ?? "",
		context: context === "." ? "" : context
	};
	return path === void 0 ? void 0 : repoPath(path, mapping);
}
// src/report/repeat.ts
/** Inputs that change how tests come out, with one value each, and with one a line. */
const SINGLE = [
	"context",
	"file",
	"target",
	"working-directory",
	"workdir",
	"network",
	"shm-size",
	"gpus"
];
const MANY = [
	"build-args",
	"secret-files",
	"secret-envs",
	"ssh"
];
const STANDARD = {
	...builtIn,
	context: "."
};
const MOST_NAME_CHARACTERS = 1e3;
/**
* Names of the failing tests, each once, as pytest takes them in the folder where it was started; without those that
* would not arrive as they are.
*/
function failingTests({ tests, plan, image }) {
	const { failures = [], rootdir } = tests?.results ?? {};
	const start = `${image?.workdir ?? ""}/${plan?.test.folder ?? ""}`;
	const names = failures.filter(({ nodeId }) => isTypable(nodeId)).map(({ nodeId }) => nameIn(start, nodeId, rootdir));
	return [...new Set(names.map(asPath))];
}
function isTypable(name) {
	return name !== "" && plain(name) === name && !/[\n\t\u2028\u2029]/.test(name) && name.length < MOST_NAME_CHARACTERS;
}
/** Tests can forge their names: behind a dash may be an option, and behind an @ pytest looks for a file of them. */
function asPath(name) {
	return /^[-@]/.test(name) ? `./${name}` : name;
}
/** pytest names tests from its root directory, but looks for what is typed where it was started. */
function nameIn(folder, nodeId, rootdir) {
	if (rootdir === void 0 || !isTypable(rootdir)) return nodeId;
	const [file = "", ...rest] = nodeId.split("::");
	return [pathFrom(folder, `${rootdir}/${file}`), ...rest].join("::");
}
/**
* The line that gives pytest some arguments by the laptop command, with the options that stand for the inputs that were
* typed. Values of variables are shown only to those who typed them.
*/
function testLine(pytestArguments, { typed, plan }, showsValues) {
	const options = typed ? [
		...inputOptions(typed),
		...secretOptions(typed),
		...variableOptions(typed, showsValues)
	] : [];
	const command = commandOption(plan?.test.command ?? [], typed?.["test-command"] ?? "");
	return [
		"dev-in-docker test",
		...options,
		...command,
		join$1(pytestArguments)
	].filter((part) => part !== "").join(" ");
}
function inputOptions(typed) {
	const option = (name, value) => `--${name} ${quote(value)}`;
	return [
		...SINGLE.filter((name) => typed[name] !== (STANDARD[name] ?? "") && typed[name] !== "").map((name) => option(name, typed[name])),
		...MANY.flatMap((name) => lines(typed[name]).map((value) => option(name, value))),
		...typed["read-only"].toLowerCase() === "true" ? ["--read-only"] : []
	];
}
/** Values of secrets are shown to nobody; one may have them in variables of the same names. */
function secretOptions(typed) {
	return secretValues(typed.secrets).map(([id]) => `--secret-envs ${id}=${id}`);
}
function variableOptions(typed, showsValues) {
	return Object.entries(environment(typed.env)).map(([name, value]) => {
		return `--env ${showsValues && plain(value) === value && !/[\n\t]/.test(value) ? quote(`${name}=${value}`) : `${name}="$${name}"`}`;
	});
}
/** What starts pytest by way of something else, such as make, takes no names of tests. */
function commandOption(command, typed) {
	if (!command.some((word) => /(?:^|\/)(?:pytest|py\.test)$/.test(word))) return ["--test-command pytest"];
	return typed === "" || typed === builtIn["test-command"] ? [] : [`--test-command ${quote(typed)}`];
}
// src/report/summary-failures.ts
/** What is said of a failure that is not the test's own. */
const PHASES = {
	collect: "could not be collected",
	setup: "error at setup",
	call: "",
	teardown: "error at teardown"
};
// src/report/report.ts
/** Things that the user should know and that need no action. */
function findNotices(outcome) {
	const { plan, mounted, restored, dev, share, saved, tests, shared, gitInShare, dockerfile, image, isCancelled } = outcome;
	const keptOut = [...new Set([dev, share].flatMap((build) => build?.keptOut ?? []))];
	const git = [...keptOut.length > 0 ? [keptOutSentence(keptOut)] : [], ...gitInShare ? [gitInShareSentence(gitInShare)] : []];
	const lost = mounted?.trouble === void 0 ? [] : [mountSentence(mounted)];
	const troubles = [restored?.trouble, ...isCancelled ? [] : [saved?.run?.trouble, saved?.build?.trouble]].filter((trouble) => trouble !== void 0);
	const cache = troubles.length > 0 ? [`The cache did not work, which costs time only: ${plain(troubles.join("; "))}.`] : [];
	const hidden = [
		...tests?.hiddenModule ? [hiddenModuleSentence(tests.hiddenModule, image?.workdir)] : [],
		...tests?.obstacle && tests.results.pytest !== void 0 ? [sentence`${obstacleSentence(tests.obstacle)}.`] : [],
		...tests?.elsewhere ? [elsewhereSentence(tests.elsewhere)] : []
	];
	const twice = shared?.layers ? [...shared.layers.repeated.map((copy) => repeatedSentence(copy, dockerfile)), ...shared.layers.twins.map(twinSentence)] : [];
	const replaced = shared?.published && plan?.share ? replacedSentences(shared.published, plan.share) : [];
	return [
		...gitDataSentences(outcome),
		...hidden,
		...plan?.notices ?? [],
		...mounted?.notices ?? [],
		...lost,
		...cache,
		...git,
		...replaced,
		...twice
	];
}
// src/report/terminal.ts
const MOST_FAILURES = 20;
const MOST_FLAKY = 20;
const MOST_CHARACTERS = 200;
const MOST_SENTENCE_CHARACTERS = 1e3;
/** Names of failing tests that one line repeats; of more, pytest itself knows which they were. */
const MOST_REPEATED = 5;
/** Seconds below which a test is not slow. */
const SLOW = .1;
/**
* The lines about a test run: slow and flaky tests, notices, what failed, how to repeat that, the verdict. Where pytest was
* asked for something else than a run, such as its help or a list of tests, only what its code left.
*/
function terminalReport(outcome, tests, notices, look) {
	const asNotice = (notice) => look.style("yellow", oneSentence(notice, outcome));
	if (!hasFailed(tests) && totalOf(tests.results.counts) === 0) return gitDataSentences(outcome).map(asNotice);
	const lines = [
		look.isQuiet ? [] : slowest(outcome, tests, look),
		flaky(tests, look),
		notices.map(asNotice),
		failed(outcome, tests, look),
		repeated(outcome, tests, look),
		[verdict(outcome, tests, look)]
	].flatMap((section) => section.length === 0 ? [] : ["", ...section]);
	return look.isQuiet && !hasFailed(tests) ? lines.slice(1) : lines;
}
/** What came out, in one line; of a run that went wrong in another way than by red tests, how. */
function verdict(outcome, tests, { style }) {
	const { counts, failures, flaky } = tests.results;
	const isInterrupted = outcome.isCancelled || tests.exitCode === 2 && failures.every(({ phase }) => phase !== "collect");
	const isTold = isInterrupted || !hasFailed(tests) || tests.exitCode === 1 && failures.length > 0;
	const numbers = [countsInWords(counts), ...flaky.length > 0 ? [`${flaky.length} flaky`] : []].filter((part) => part !== "");
	const result = isTold ? `${isInterrupted ? "Interrupted: " : ""}${numbers.join(", ") || "nothing was tested"} in ${duration(tests.seconds)}` : oneSentence(testSentence(tests), outcome);
	return hasFailed(tests) ? style("red", `✗ ${result}`) : style("green", `✓ ${result}`);
}
function slowest({ plan }, { results }, { style }) {
	const shown = results.slowest.slice(0, plan?.report.slowest ?? 0).filter((test) => secondsOf(test) >= SLOW);
	if (shown.length === 0) return [];
	const times = shown.map((test) => duration(secondsOf(test)));
	const width = Math.max(...times.map((time) => time.length));
	return [style("bold", shown.length === 1 ? "Slowest test" : `Slowest ${shown.length} tests`), ...shown.map(({ nodeId }, index) => `  ${times[index]?.padStart(width)}  ${oneLine(nodeId)}`)];
}
function flaky({ results }, { style }) {
	if (results.flaky.length === 0) return [];
	return [
		style("bold", "Flaky: failed, and passed when repeated"),
		...results.flaky.slice(0, MOST_FLAKY).flatMap((test) => [`  ${style("yellow", oneLine(test.nodeId))} ${style("dim", `passed on try ${test.reruns + 1}`)}`, `    ${oneLine(errorLine(test))}`]),
		...left(results.flaky.length - MOST_FLAKY)
	];
}
function failed(outcome, { results }, look) {
	const { failures, counts } = results;
	if (failures.length === 0) return [];
	return [
		look.style("bold", "Failed"),
		...failures.slice(0, MOST_FAILURES).flatMap((failure) => ofFailure(failure, outcome, look)),
		...left(Math.max(failures.length, counts.failed + counts.errors) - MOST_FAILURES)
	];
}
/** The line where it went wrong first, of which terminals make a link; then the test, and what went wrong. */
function ofFailure(failure, outcome, { style, place }) {
	const file = fileOf(failure, outcome);
	const line = failure.line === void 0 ? "" : `:${failure.line}`;
	const [ownFile = "", ...names] = failure.nodeId.split("::");
	const name = file?.endsWith(ownFile) ? names.join("::") : failure.nodeId;
	const words = [file === void 0 ? "" : style("cyan", `${place(file)}${line}`), oneLine(name)];
	const error = oneLine(errorLine(failure));
	return [`  ${[...words, PHASES[failure.phase]].filter((word) => word !== "").join("  ")}`, ...error === "" ? [] : [`    ${style("red", error)}`]];
}
function repeated(outcome, { results }, { style }) {
	const names = failingTests(outcome);
	if (names.length === 0) return [];
	const which = results.failures.length > MOST_REPEATED && outcome.plan?.test.isReadOnly !== true ? ["--last-failed"] : names.slice(0, MOST_REPEATED);
	return [style("bold", "Run only these again"), `  ${testLine(which, outcome, true)}`];
}
function left(count) {
	return count > 0 ? [`  and ${count} more, above`] : [];
}
/** A sentence in a person's words, on one line. */
function oneSentence(sentence, { settings }) {
	return oneLine(render(sentence, "person", settings), MOST_SENTENCE_CHARACTERS);
}
/** Foreign text on one line, harmless to a terminal, and no longer than anybody reads. */
function oneLine(text, most = MOST_CHARACTERS) {
	const flat = plain(text.replace(/\s+/g, " ")).trim();
	return flat.length > most ? `${flat.slice(0, most).toWellFormed()}…` : flat;
}
// src/laptop/test-run.ts
/**
* The plan of a test run that a person starts with arguments for pytest: in the folder where they are, as paths are
* relative to that, unless the project's tests are at home in another; an absolute path is one in the container, or in the
* project, whose place there is another. `folder` is relative to the context.
*/
function startedBy(plan, folder, { workdir }, typed) {
	const { context, command } = plan;
	const inside = typed.map((argument) => argument === context || argument.startsWith(`${context}/`) ? workdir + argument.slice(context.length) : argument);
	const isAtHome = plan.folder === "" || folder === plan.folder || folder.startsWith(`${plan.folder}/`);
	return {
		...plan,
		command: [...command, ...inside],
		...isAtHome ? { folder } : {}
	};
}
/** Judges a run of the tests; `isStopped` says whether a signal came, which pytest may have answered with a code of its own. */
function endOf(tests, isStopped) {
	const { exitCode } = tests;
	if (isStopped && (exitCode === null || exitCode > 128)) return { kind: "signal" };
	return {
		kind: "exit",
		code: exitCode || (hasFailed(tests) ? 1 : 0)
	};
}
// src/laptop/commands/test.ts
/**
* Runs the tests in the dev stage as the action does, and reports. Resolves with pytest's exit code; with 1 where it hides
* that tests failed; with 130 and the like where a signal ended them.
*/
async function test(options) {
	return inSession(options, async (run) => {
		const project = await openProject(options.inputs, run, "target");
		const built = await provideImage(project, options);
		if (!built) return 125;
		const image = placed(built, project.plan.test);
		const plan = startedBy(project.plan.test, project.folder, image, options.pytestArguments);
		if (options.isDryRun) return showTests(plan, image, run);
		const places = await findPlaces(plan, image, project.run);
		if (run.signal.aborted) return 125;
		const tests = await runTests(plan, image, places, project.run);
		report({
			leg: "",
			dockerfile: dockerfileOf(project.inputs),
			context: project.inputs.context,
			typed: options.inputs,
			plan: {
				...project.plan,
				test: plan
			},
			image,
			tests,
			isCancelled: run.signal.aborted,
			...run.settings ? { settings: run.settings } : {}
		}, tests, project);
		const end = endOf(tests, run.signal.aborted);
		return end.kind === "signal" ? afterSignal(run.signal.reason) : end.code;
	});
}
function report(outcome, tests, { here, run }) {
	const isQuiet = run.reader === "quiet";
	const lines = terminalReport(outcome, tests, isQuiet ? gitDataSentences(outcome) : findNotices(outcome), {
		isQuiet,
		style: (format, text) => styleText(format, text, { stream: process.stdout }),
		place: (file) => relative(here, join(run.workspace, file))
	});
	for (const line of lines) console.log(line);
}
export { test };
