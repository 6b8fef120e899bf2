import { O as isWithin, _ as dockerfileOf } from "./cli-pep440.js";
import { d as byteSize, f as duration, n as afterSignal, o as reader, p as megabytes, r as inSession, t as localSentence } from "./cli-local.js";
import { S as secretValues, d as shellLine, f as shellWord, h as environment, r as settingsSentence, t as builtIn, y as lines } from "./cli-settings.js";
import { $ as repoPath, B as placed, H as runTests, J as totalOf, K as NO_COUNTS, Q as pathFrom, V as requireRunnable, X as hasFailed, q as secondsOf, t as openProject } from "./cli-project.js";
import { a as isInRegistry, c as reasonOf, f as repeatedSentence, l as replacedSentences, p as twinSentence, r as together, s as publishSentence, u as verifySentence } from "./cli-layers.js";
import { i as shortened, n as plain, r as quoted, t as byteLength } from "./cli-plain.js";
import { a as mountSentence, i as hiddenModuleSentence, n as buildSentence, o as testSentence, r as countsInWords, t as provideImage, u as showTests } from "./cli-image.js";
import { join, relative } from "node:path";
import { styleText } from "node:util";
// src/report/annotations.ts
/** The runner shows ten annotations of a level for a step: nine for single failures, one for the rest. */
const MOST_SINGLE_ANNOTATIONS = 9;
/** The runner cuts messages at 4,096 characters. */
const MOST_MESSAGE_CHARACTERS = 4e3;
const MOST_NAMES_OF_A_GROUP = 20;
/** An error that belongs to no test. */
function error(outcome, message, more = {}) {
	return {
		level: "error",
		message: shortened(plain(message), MOST_MESSAGE_CHARACTERS),
		...titled("dev-in-docker", outcome.leg),
		...more
	};
}
/** A title that tells the legs of a matrix apart. */
function titled(title, leg) {
	return { title: leg === "" ? title : `${title} (${leg})` };
}
/** Red tests as annotations on their lines, new failures first, in the room that `taken` others leave. */
function testAnnotations(outcome, tests, taken) {
	if (!hasFailed(tests)) return [];
	const { failures, counts } = tests.results;
	const sentence = tests.exitCode === 1 && failures.length > 0 ? [] : [error(outcome, testSentence(tests))];
	const room = MOST_SINGLE_ANNOTATIONS - sentence.length - taken;
	const shown = (failures.length > room ? groupsByError(failures) : failures.map((failure) => [failure])).slice(0, Math.max(0, room));
	const left = counts.failed + counts.errors - shown.flat().length;
	return [
		...sentence,
		...shown.map((group) => ofGroup(group, outcome)),
		...left > 0 ? [error(outcome, `${left} more ${left === 1 ? "failure is" : "failures are"} in the summary and the log.`)] : []
	];
}
/** Failures with the same error line together, in the order of the first of each. */
function groupsByError(failures) {
	return [...Map.groupBy(failures, errorLine).values()];
}
/** What went wrong, in a line: the first of pytest's message, as its short summary has it. */
function errorLine({ message }) {
	return plain(message).trimStart().split("\n", 1)[0]?.trim() ?? "";
}
function ofGroup(group, outcome) {
	const [first] = group;
	if (!first) return error(outcome, "");
	if (group.length === 1) return error(outcome, first.message, placeOf$1(first, outcome));
	const names = group.slice(0, MOST_NAMES_OF_A_GROUP).map(({ nodeId }) => nodeId);
	const left = group.length - names.length;
	const list = [...names, ...left > 0 ? [`and ${left} more`] : []].join("\n");
	return error(outcome, `${group.length} failures with this error: ${first.message}\n\n${list}`, placeOf$1(first, outcome));
}
function placeOf$1(failure, outcome) {
	const file = fileOf(failure, outcome);
	return {
		...titled(plain(failure.nodeId), outcome.leg),
		...file === void 0 ? {} : {
			file,
			...failure.line === void 0 ? {} : { line: failure.line }
		}
	};
}
/** The file of a place in the container, relative to the checkout, if it is in it. */
function fileOf({ path }, { image, context }) {
	const places = {
		workdir: image?.workdir ?? "",
		context: context === "." ? "" : context
	};
	return path === void 0 ? void 0 : repoPath(path, places);
}
// src/report/html.ts
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
/** The same with so many bytes of HTML at most. */
function inlineWithin(text, bytes) {
	let kept = text.replace(/\s+/g, " ");
	kept = shortened(kept, bytes);
	while (byteLength(inline(kept)) > bytes) kept = shortened(kept, Math.floor(kept.length * .7));
	return inline(kept);
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
/** Room for so many bytes. */
function makeRoom(bytes) {
	let left = bytes;
	return { take(wanted) {
		if (wanted > left) return false;
		left -= wanted;
		return true;
	} };
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
	return [...new Set(names)];
}
function isTypable(name) {
	return name !== "" && plain(name) === name && !/[\n\t\u2028\u2029]/.test(name) && name.length < MOST_NAME_CHARACTERS;
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
		shellLine(pytestArguments)
	].filter((part) => part !== "").join(" ");
}
function inputOptions(typed) {
	const option = (name, value) => `--${name} ${shellWord(value)}`;
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
		return `--env ${showsValues && plain(value) === value && !/[\n\t]/.test(value) ? shellWord(`${name}=${value}`) : `${name}="$${name}"`}`;
	});
}
/** What starts pytest by way of something else, such as make, takes no names of tests. */
function commandOption(command, typed) {
	if (!command.some((word) => /(?:^|\/)(?:pytest|py\.test)$/.test(word))) return ["--test-command pytest"];
	return typed === "" || typed === builtIn["test-command"] ? [] : [`--test-command ${shellWord(typed)}`];
}
// src/report/summary-failures.ts
const MOST_TRACEBACK_CHARACTERS = 8e3;
/** For the names of all failing tests together. */
const MOST_NAMES_BYTES = 5e5;
const MOST_NAME_BYTES$1 = 400;
/** What is said of a failure that is not the test's own. */
const PHASES = {
	collect: "could not be collected",
	setup: "error at setup",
	call: "",
	teardown: "error at teardown"
};
/** Failures with their tracebacks, the first one open, as far as the room goes; of the others the names. */
function failureBlocks(outcome, tests, room) {
	const { failures, counts } = tests.results;
	const sentence = tests.exitCode === 1 ? "" : `<p>${inline(testSentence(tests))}</p>\n\n`;
	const nameBytes = Math.min(MOST_NAME_BYTES$1, Math.floor(MOST_NAMES_BYTES / failures.length));
	const names = failures.map(({ nodeId }) => `<code>${inlineWithin(nodeId, nameBytes)}</code><br>`);
	room.take(byteLength(sentence + names.join("")) + 500);
	const blocks = [];
	for (const failure of failures) {
		const next = oneFailure(failure, outcome, blocks.length === 0);
		if (!room.take(Math.max(0, byteLength(next) - byteLength(names[blocks.length] ?? "")))) break;
		blocks.push(next);
	}
	const rest = names.slice(blocks.length);
	const left = counts.failed + counts.errors - failures.length;
	return [
		sentence,
		...blocks,
		rest.length > 0 ? folded(`❌ ${rest.length} more, whose tracebacks are in the log`, `<p>${rest.join("")}</p>`) : "",
		left > 0 ? `<p>${left} more in the log.</p>\n\n` : ""
	].join("");
}
function oneFailure(failure, outcome, isOpen) {
	const title = [
		`❌ <code>${inlineWithin(failure.nodeId, MOST_NAME_BYTES$1)}</code>`,
		PHASES[failure.phase],
		outcome.comparison?.newFailures.has(failure.nodeId) ? "new" : "",
		placeOf(failure, outcome),
		failure.seconds === void 0 || failure.seconds < .1 ? "" : duration(failure.seconds)
	].filter((part) => part !== "");
	const text = shortened(failure.traceback || failure.message, MOST_TRACEBACK_CHARACTERS);
	return folded(title.join(" · "), block(text), isOpen);
}
/** The line, linked to the file on the server where that is known. */
function placeOf(failure, outcome) {
	if (failure.line === void 0) return "";
	const file = fileOf(failure, outcome);
	const words = file === void 0 || failure.nodeId.startsWith(file) || file.endsWith(failure.nodeId.split("::")[0] ?? "") ? `line ${failure.line}` : `${inline(file)}, line ${failure.line}`;
	if (file === void 0 || outcome.source === void 0) return words;
	const path = file.split("/").map(encodeURIComponent).join("/");
	return `<a href="${inline(outcome.source)}/${path.replaceAll("'", "%27")}#L${failure.line}">${words}</a>`;
}
/** Tests that failed, and passed when they were repeated. */
function flakyTests({ flaky }) {
	if (flaky.length === 0) return "";
	const rows = flaky.map((test) => [
		`<code>${inlineWithin(test.nodeId, MOST_NAME_BYTES$1)}</code>`,
		`passed on try ${test.reruns + 1}`,
		inlineWithin(errorLine(test), 1e3)
	]);
	return folded(`🔁 ${flaky.length} flaky`, `\n\n${table(rows)}`);
}
/** What to type to run the first failing test on one's own machine; nothing where none failed. */
function repeatCommands(outcome) {
	const { tests, plan, image, context, dockerfile } = outcome;
	if (!tests || tests.results.failures.length === 0 || !plan || !image) return "";
	const failing = failingTests(outcome).slice(0, 1);
	const file = dockerfile === (context === "." ? "Dockerfile" : `${context}/Dockerfile`) ? "" : `--file ${shellWord(dockerfile)} `;
	const values = plan.dev.buildArguments.map((pair) => `--build-arg ${shellWord(pair)} `).join("");
	const ids = plan.dev.secrets.secrets.map(({ id }) => `--secret id=${id} `).join("");
	const folder = context === "." ? "\"$PWD\"" : `"$PWD"/${shellWord(context)}`;
	const inside = plan.test.folder === "" ? "" : `--workdir ${shellWord(`${image.workdir}/${plan.test.folder}`)} `;
	return folded("💻 Run it on your machine", block([
		testLine(failing, outcome, false),
		"",
		"# or, with Docker alone:",
		`docker build ${file}${values}${ids}--target ${shellWord(plan.dev.stage)} --tag dev ${shellWord(context)}`,
		`docker run --rm --volume ${folder}:${shellWord(image.workdir)} ${inside}dev ${shellLine(["pytest", ...failing])}`
	].join("\n")));
}
// src/report/summary-run.ts
const BAR_CELLS$1 = 24;
/** Phases as bars, and what the image and the cache were, folded; nothing where nothing was done. */
function runDetails(outcome, cacheFacts) {
	const { image, tests } = outcome;
	const versions = [
		tests?.results.python === void 0 ? "" : `Python ${inline(tests.results.python)}`,
		tests?.results.pytest === void 0 ? "" : `pytest ${inline(tests.results.pytest)}`,
		image ? `dev image <code>${inline(image.id)}</code>` : ""
	].filter((text) => text !== "");
	const facts = versions.length > 0 ? `<p>${versions.join(" · ")}</p>\n\n` : "";
	const timed = phases(outcome);
	if (timed.length === 0 && facts === "" && cacheFacts === "") return "";
	return folded(`⏱️ Where the time went${inShort(outcome)}`, `\n\n${bars(timed)}${hint(outcome)}${facts}${cacheFacts}`);
}
/** What explains most of the time, for those who don't unfold it. */
function inShort({ mounted, dev }) {
	if (mounted?.isUsed) return " · the dev image was mounted while it was downloaded";
	return dev?.image ? ` · ${stepCount(dev.steps)}` : "";
}
function phases({ mounted, restored, dev, share, tests, saved, shared }) {
	const found = [];
	let now = 0;
	const add = (name, seconds, more = "", start = now) => {
		if (seconds !== void 0) found.push({
			name,
			start,
			seconds,
			more
		});
		return start + (seconds ?? 0);
	};
	now = add("Mount the dev image", mounted?.key ? mounted.seconds : void 0, mounted?.isUsed ? fetched(mounted) : "not used");
	now = add("Restore the cache", restored?.seconds, restored?.bytes ? megabytes(restored.bytes) : "");
	now = add("Build the dev stage", dev?.seconds, dev ? stepCount(dev.steps) : "");
	now = add("Build the share stage", share?.seconds);
	const testsEnd = now + (tests?.seconds ?? 0);
	add("Run the tests", tests?.seconds);
	now = add("Save the dev image, beside the tests", saved?.run?.seconds, sizeOf(saved?.run));
	now = add("Save its first layers, beside the tests", saved?.build?.seconds, sizeOf(saved?.build));
	now = Math.max(now, testsEnd);
	now = add("Run the tests in the share image", shared?.verified?.seconds);
	now = add("Write the archive", shared?.file?.seconds);
	add("Publish", shared?.published?.seconds);
	return found;
}
/** A table with a bar for each phase, as long as it took, where it lay. */
function bars(phases) {
	const whole = Math.max(...phases.map(({ start, seconds }) => start + seconds), .001);
	const cell = (seconds) => Math.round(seconds / whole * BAR_CELLS$1);
	return table(phases.map(({ name, start, seconds, more }) => {
		const before = Math.min(cell(start), 23);
		const length = Math.max(1, Math.min(cell(start + seconds), BAR_CELLS$1) - before);
		return [
			name,
			`<code>${`${"░".repeat(before)}${"█".repeat(length)}${"░".repeat(BAR_CELLS$1 - before - length)}`}</code>`,
			duration(seconds),
			more
		];
	}));
}
function hint({ dev }) {
	const text = dev && installHint(dev.steps);
	return text ? `<p>💡 ${inline(text)}</p>\n\n` : "";
}
/** `5 of 6 steps cached`; the base image, which is pulled or there, is no step. */
function stepCount(steps) {
	const own = steps.filter((step) => !/^(?:\[[^\]]*\] )?FROM /.test(step.name));
	return `${own.filter((step) => step.isCached).length} of ${own.length} steps cached`;
}
function sizeOf(saved) {
	return saved?.bytes ? megabytes(saved.bytes) : "";
}
/** `31 of 214 MB while it was used; the tests waited 0.4 s for them`. */
function fetched({ figures }) {
	if (!figures) return "";
	const { bytesFetched, bytes, secondsWaited } = figures;
	return `${megabytes(bytesFetched)} of ${megabytes(bytes)} downloaded while it was used; reads waited ${duration(secondsWaited)} for them`;
}
/** Below this, what uv saves is not worth a word. */
const SLOW_SECONDS = 10;
/** What a quicker installer would save, where pip took long; nothing where it did not. */
function installHint(steps) {
	const pip = steps.find(({ name, isCached, seconds }) => !isCached && seconds >= SLOW_SECONDS && isPipInstall(name));
	if (!pip) return void 0;
	const instruction = quoted(pip.name.replace(/^\[[^\]]*\] /, ""));
	const saved = Math.round(pip.seconds * .5);
	return `${instruction} took ${Math.round(pip.seconds)} s; uv would save about ${saved} s of that, see examples/science/Dockerfile.uv in this action's repository.`;
}
function isPipInstall(step) {
	return /\] RUN .*\bpip3? install\b/s.test(step) && !/\buv pip\b/.test(step);
}
// src/report/summary-share.ts
const MOST_ROWS$1 = 40;
const MOST_INSTRUCTION_BYTES = 300;
const BAR_CELLS = 24;
/** What each layer of the share image weighs, folded. */
function shareLayers({ layers, unpacked, compressed }) {
	const download = compressed === void 0 ? "" : `${byteSize(compressed)} to download, `;
	const rows = heaviest(layers).map((layer) => [
		layer.stage === void 0 ? "" : inlineWithin(layer.stage, MOST_INSTRUCTION_BYTES),
		`<code>${inlineWithin(layer.instruction, MOST_INSTRUCTION_BYTES)}</code>`,
		...compressed === void 0 ? [] : [layer.compressed === void 0 ? "" : byteSize(layer.compressed)],
		byteSize(layer.unpacked),
		`<code>${bar(layer.unpacked / Math.max(1, unpacked))}</code>`
	]);
	const header = [
		"stage",
		"layer",
		...compressed === void 0 ? [] : ["to download"],
		"unpacked",
		""
	];
	return folded(`📦 share image: ${download}${byteSize(unpacked)} unpacked`, `\n\n${table([header, ...rows])}`);
}
/** In their order; where there are too many, the lightest are summed up. */
function heaviest(layers) {
	if (layers.length <= MOST_ROWS$1) return layers;
	const kept = new Set([...layers].sort((a, b) => b.unpacked - a.unpacked).slice(0, 39));
	const rest = layers.filter((layer) => !kept.has(layer));
	return [...layers.filter((layer) => kept.has(layer)), together(`${rest.length} smaller layers`, rest)];
}
function bar(share) {
	const length = Math.min(BAR_CELLS, Math.round(share * BAR_CELLS));
	return `${"█".repeat(length)}${"░".repeat(BAR_CELLS - length)}`;
}
/** What was published, how to get it, and what stays as it was. */
function publication({ shared, plan }) {
	if (!shared || !plan?.share) return "";
	const { published, file, layers } = shared;
	return [
		published && isInRegistry(published) ? pushed(published, plan.share) : "",
		file ? `<p>📦 Wrote <code>${inline(file.path)}</code> (${megabytes(file.bytes)}): <code>docker load --input ${inline(file.path)}</code> takes it.</p>\n\n` : "",
		layers ? shareLayers(layers) : ""
	].join("");
}
function pushed({ outcome, digest = "", tags, kept, isFirst }, { image, version, registry }) {
	const names = tags.map((tag) => `<code>${inline(tag)}</code>`).join(", ");
	const what = outcome === "published" ? `Published ${names}` : `<code>${inline(`${image}:${version.tags[0]?.name ?? ""}`)}</code> is there already, published from this commit${names ? `; now ${names} too` : ""}`;
	const stays = kept.map(({ tag, version }) => `<code>${inline(tag)}</code> stays with ${inline(version)}`);
	const isPrivate = isFirst && registry?.host === "ghcr.io";
	return [
		`<p>📦 ${[what, ...stays].join(" · ")}</p>`,
		block(`docker run --rm ${image}@${digest} pytest`),
		isPrivate ? "<p>A new package on ghcr.io is private at first: to let others pull it, open it from the right side of the repository’s page, and change its visibility under <em>Package settings</em>.</p>\n\n" : ""
	].join("");
}
// src/report/summary-tests.ts
const MOST_NAME_BYTES = 400;
const MOST_ROWS = 50;
/** The slowest tests, with what each of their phases took, and what it was on the default branch where it is much more. */
function slowestTests({ slowest, testSeconds }, most, comparison) {
	const shown = slowest.slice(0, most).filter((test) => secondsOf(test) >= .01);
	if (shown.length === 0) return "";
	const together = shown.reduce((all, test) => all + secondsOf(test), 0);
	const share = testSeconds > 0 ? Math.round(together / testSeconds * 100) : 100;
	const before = new Map(comparison?.slower.map((test) => [test.nodeId, `, was ${duration(test.before)}`]));
	const rows = shown.map((test) => [`<code>${inlineWithin(test.nodeId, MOST_NAME_BYTES)}</code>${before.get(test.nodeId) ?? ""}`, ...[
		test.setup,
		test.call,
		test.teardown,
		secondsOf(test)
	].map((seconds) => seconds < 5e-4 ? "" : duration(seconds))]);
	return folded(`🐢 ${shown.length === 1 ? "The slowest test" : `The ${shown.length} slowest tests`} (${share} % of the time in tests)`, `\n\n${table([[
		"test",
		"setup",
		"call",
		"teardown",
		"together"
	], ...rows])}`);
}
/** Warnings by message, the most frequent first. */
function warningsByMessage({ warnings, counts }) {
	if (warnings.length === 0) return "";
	const rows = [...Map.groupBy(warnings, ({ category, message }) => `${category}: ${message}`)].map(([message, group]) => ({
		message,
		group,
		count: group.reduce((all, { count }) => all + count, 0)
	})).sort((a, b) => b.count - a.count).slice(0, MOST_ROWS).map(({ message, group, count }) => {
		const [first] = group;
		const place = first?.path === void 0 ? "" : `${first.path}${first.line === void 0 ? "" : `:${first.line}`}`;
		const others = group.length > 1 ? ` and ${group.length - 1} other ${group.length === 2 ? "place" : "places"}` : "";
		return [
			`${count}×`,
			inlineWithin(message, 1e3),
			`<code>${inlineWithin(place, MOST_NAME_BYTES)}</code>${others}`
		];
	});
	const number = counts.warnings;
	return folded(`⚠️ ${number} ${number === 1 ? "warning" : "warnings"}`, `\n\n${table(rows)}`);
}
/** Skipped tests, and those that are expected to fail, by reason. */
function skippedTests({ reasons, counts }) {
	if (reasons.length === 0) return "";
	const title = [
		"skipped",
		"xfailed",
		"xpassed"
	].filter((name) => counts[name] > 0).map((name) => `${counts[name]} ${name}`).join(", ");
	const rows = reasons.slice(0, MOST_ROWS).map(({ outcome, reason, count }) => [
		`${count}×`,
		outcome,
		inline(reason) || "<i>no reason given</i>"
	]);
	return folded(`⏭️ ${title}`, `\n\n${table(rows)}`);
}
// src/report/summary.ts
/** GitHub drops a summary of more than 1 MiB whole. */
const MOST_BYTES = 921600;
/**
* The job page: did it pass, what broke, how to repeat it, what is flaky and slow, where the time went. At most 900 KiB:
* skipped tests, warnings, slow tests and tracebacks are left out in this order, counts and the names of failing tests
* never. Foreign text stands in HTML only.
*/
function renderSummary(outcome, problems, notices) {
	const { tests } = outcome;
	const top = [
		headline(outcome, problems),
		comparedWith(outcome),
		...problems.others.map((problem) => block(problem.message))
	].join("");
	const middle = [repeatCommands(outcome), ...notices.map((notice) => `<p>ℹ️ ${inline(notice)}</p>\n\n`)].join("");
	const bottom = [publication(outcome), runDetails(outcome, cacheFacts(outcome))].join("");
	const room = makeRoom(MOST_BYTES - byteLength(top + middle + bottom));
	return [
		top,
		tests && tests.results.failures.length > 0 ? failureBlocks(outcome, tests, room) : problems.tests.map((problem) => `<p>${inline(problem.message)}</p>\n\n`).join(""),
		middle,
		...tests ? [
			flakyTests(tests.results),
			slowestTests(tests.results, outcome.plan?.report.slowest ?? 0, outcome.comparison),
			warningsByMessage(tests.results),
			skippedTests(tests.results)
		].filter((section) => room.take(byteLength(section))) : [],
		bottom
	].join("");
}
function headline({ leg, tests, isCancelled, plan, image }, problems) {
	const isRed = problems.tests.length + problems.others.length > 0;
	const mark = isCancelled ? "🚫" : isRed ? "❌" : "✅";
	const flaky = tests?.results.flaky.length ?? 0;
	const counts = tests ? [countsInWords(tests.results.counts), ...flaky > 0 ? [`${flaky} flaky`] : []].join(", ") : "";
	const exit = tests && hasFailed(tests) && tests.results.failures.length === 0 ? exitInWords(tests) : "";
	const result = isCancelled ? "cancelled" : tests ? counts ? `${exit}${counts}` : inline(testSentence(tests)) : image ? "the tests were not run" : plan ? "the image was not built" : "nothing was run";
	const time = tests ? ` · ${duration(tests.seconds)}` : "";
	return `<h3>${mark} pytest${leg === "" ? "" : ` (${inline(leg)})`}: ${result}${time}</h3>\n\n`;
}
/** What is new since the default branch's last run; nothing where nothing is. */
function comparedWith({ comparison, plan, tests }) {
	if (!comparison || !tests) return "";
	const { newFailures, fixed, added, slower, change, sha } = comparison;
	const isRed = tests.results.failures.length > 0;
	const news = [
		newFailures.size > 0 || isRed ? some(newFailures.size, "new failure") : "",
		fixed > 0 ? `${fixed} fixed` : "",
		added > 0 ? some(added, "new test") : "",
		slower.length > 0 ? `${some(slower.length, "test")} much slower` : "",
		Math.abs(change) >= 1 && Math.abs(change) > tests.results.testSeconds / 5 ? `${duration(Math.abs(change))} ${change > 0 ? "slower" : "faster"}` : ""
	].filter((part) => part !== "");
	if (news.length === 0) return "";
	return `<p>Compared with <code>${inline(plan?.baseline?.branch ?? "")}</code> (${inline(sha.slice(0, 7))}): ${news.join(" · ")}</p>\n\n`;
}
/** `no new failure`, `1 new failure`, `2 new failures`. */
function some(count, noun) {
	return `${count || "no"} ${noun}${count > 1 ? "s" : ""}`;
}
function exitInWords({ exitCode, stoppedAfter }) {
	if (stoppedAfter !== void 0) return "out of time, ";
	return exitCode === null || exitCode === 0 ? "not finished, " : `exit code ${exitCode}, `;
}
function cacheFacts({ plan, mounted, restored, saved }) {
	if (!plan) return "";
	if ("off" in plan.cache) return `<p>Cache: off; ${inline(plan.cache.off)}.</p>\n\n`;
	if (mounted?.isUsed) return `<p>Cache: <code>${inline(mounted.key ?? "")}</code>, mounted while it was downloaded.</p>\n\n`;
	const keys = [saved?.run?.key, saved?.build?.key].filter((key) => key !== void 0);
	const kept = keys.length > 0 ? `; saved as ${keys.map((key) => `<code>${inline(key)}</code>`).join(" and ")}` : "";
	const why = "off" in plan.mount ? ` The image was not mounted: ${inline(plan.mount.off)}.` : "";
	return `<p>Cache: ${whatWasFound(plan.cache.restore, restored)}${kept}.${why}</p>\n\n`;
}
function whatWasFound(restore, restored) {
	if (restore === "no") return "not read, as the workflow's cache-mode says";
	if (!restored?.key) return "no entry was there";
	const key = `<code>${inline(restored.key)}</code>`;
	const from = restored.isExact ? "" : ", made from other requirements";
	if (restore === "lookup") return `${key}${from} is there, and was not used for what is published`;
	return restored.entry ? `${key} restored${from}` : `${key} could not be used`;
}
// src/report/report.ts
/** Turns facts into words, outputs and the verdict. */
function makeReport(facts) {
	const outcome = withNewFailuresFirst(facts);
	const others = findProblems(outcome);
	const tests = outcome.tests && !outcome.isCancelled ? testAnnotations(outcome, outcome.tests, others.length) : [];
	const problems = [...others, ...tests];
	const isShown = outcome.plan?.report.annotations ?? true;
	const conclusion = problems.length > 0 || outcome.isCancelled ? "failure" : "success";
	const notices = findNotices(outcome);
	return {
		conclusion,
		outputs: makeOutputs(outcome, conclusion),
		annotations: [...isShown ? problems : others, ...notices.map((message) => ({
			level: "notice",
			message,
			...titled("dev-in-docker", outcome.leg)
		}))],
		summary: isWanted(outcome, problems.length > 0) ? renderSummary(outcome, {
			others,
			tests
		}, notices) : "",
		lines: [
			...outcome.tests && !outcome.isCancelled ? [testSentence(outcome.tests)] : [],
			...shareLines(outcome),
			...notices
		]
	};
}
function withNewFailuresFirst(outcome) {
	const { tests, comparison } = outcome;
	if (!tests || !comparison) return outcome;
	const [newer, older] = [true, false].map((isNew) => tests.results.failures.filter(({ nodeId }) => comparison.newFailures.has(nodeId) === isNew));
	return {
		...outcome,
		tests: {
			...tests,
			results: {
				...tests.results,
				failures: [...newer ?? [], ...older ?? []]
			}
		}
	};
}
function isWanted({ plan, isCancelled }, isRed) {
	const wanted = plan?.report.summary ?? "true";
	return wanted === "true" || wanted === "failures" && (isRed || isCancelled);
}
/** What makes the step fail besides red tests, as annotations. */
function findProblems(outcome) {
	const problems = [];
	if (outcome.error) problems.push(error(outcome, outcome.error));
	for (const build of [outcome.dev, outcome.share]) {
		if (!build?.failure || outcome.isCancelled) continue;
		const { line, output } = build.failure;
		const sentence = buildSentence(build, outcome.dockerfile, outcome.plan?.dev.secrets);
		const place = {
			file: outcome.dockerfile,
			...line === void 0 ? {} : { line }
		};
		problems.push(error(outcome, `${sentence}\n\n${output}`, place));
	}
	const verified = verifySentence(outcome);
	if (verified && !outcome.isCancelled) {
		const messages = outcome.shared?.verified?.results.failures.slice(0, 3).map(({ message }) => plain(message)) ?? [];
		problems.push(error(outcome, [verified, ...messages].join("\n\n")));
	}
	const { shared, plan } = outcome;
	if (shared?.published && plan?.share && !isFine(shared.published)) problems.push(error(outcome, publishSentence(shared.published, plan.share)));
	return problems;
}
/** Whether it is as it should be, though maybe not by this run. */
function isFine(published) {
	return isInRegistry(published) || published.outcome === "kept";
}
function shareLines({ shared, plan }) {
	if (!shared || !plan?.share) return [];
	return [...shared.published ? [publishSentence(shared.published, plan.share)] : [], ...shared.file ? [`Wrote ${shared.file.path}, ${megabytes(shared.file.bytes)}.`] : []];
}
function findNotices({ plan, mounted, restored, saved, tests, shared, dockerfile, isCancelled }) {
	const lost = mounted?.trouble === void 0 ? [] : [mountSentence(mounted)];
	const troubles = [restored?.trouble, ...isCancelled ? [] : [saved?.run?.trouble, saved?.build?.trouble]].filter((trouble) => trouble !== void 0);
	const cache = troubles.length > 0 ? [`The cache did not work, which costs time only: ${plain(troubles.join("; "))}.`] : [];
	const hidden = tests?.hiddenModule ? [hiddenModuleSentence(tests.hiddenModule)] : [];
	const twice = shared?.layers ? [...shared.layers.repeated.map((copy) => repeatedSentence(copy, dockerfile)), ...shared.layers.twins.map(twinSentence)] : [];
	const replaced = shared?.published && plan?.share ? replacedSentences(shared.published, plan.share) : [];
	return [
		...hidden,
		...plan?.notices ?? [],
		...mounted?.notices ?? [],
		...lost,
		...cache,
		...replaced,
		...twice
	];
}
function makeOutputs(outcome, conclusion) {
	const { plan, mounted, restored, shared, tests, image } = outcome;
	const published = shared?.published && isInRegistry(shared.published) ? shared.published : void 0;
	const share = published && plan?.share;
	return {
		conclusion,
		"exit-code": String(tests?.exitCode ?? ""),
		...countOutputs(outcome),
		"image-id": image?.id ?? "",
		"cache-hit": mounted?.isUsed ? "true" : restored ? String(restored.isExact && plan !== void 0 && "off" in plan.mount) : "",
		"cache-key": cacheKey(outcome),
		published: String(published?.outcome === "published"),
		image: share ? `${share.image}@${published?.digest ?? ""}` : "",
		version: share?.version.version ?? "",
		tags: published?.tags.join("\n") ?? "",
		digest: published?.digest ?? "",
		reason: reasonOf(outcome)
	};
}
function countOutputs({ tests }) {
	const { counts = NO_COUNTS, flaky = [] } = tests?.results ?? {};
	const all = {
		...counts,
		total: totalOf(counts),
		flaky: flaky.length,
		duration: tests?.seconds.toFixed(1)
	};
	const text = (name) => tests ? String(all[name]) : "";
	return {
		total: text("total"),
		passed: text("passed"),
		failed: text("failed"),
		errors: text("errors"),
		skipped: text("skipped"),
		xfailed: text("xfailed"),
		xpassed: text("xpassed"),
		flaky: text("flaky"),
		duration: text("duration")
	};
}
/** The entry that this job leaves to the next ones, which is the one it used if it saved none. */
function cacheKey({ mounted, restored, saved }) {
	if (mounted?.isUsed) return mounted.key ?? "";
	return saved?.run?.key ?? saved?.build?.key ?? (restored?.entry && restored.key) ?? "";
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
* The lines about a test run: slow and flaky tests, notices, what failed, how to repeat that, the verdict. None where
* pytest was asked for something else than a run, such as its help or a list of tests.
*/
function terminalReport(outcome, tests, notices, look) {
	if (!hasFailed(tests) && totalOf(tests.results.counts) === 0) return [];
	const lines = [
		look.isQuiet ? [] : slowest(outcome, tests, look),
		flaky(tests, look),
		notices.map((notice) => look.style("yellow", oneLine(localSentence(notice), MOST_SENTENCE_CHARACTERS))),
		failed(outcome, tests, look),
		repeated(outcome, tests, look),
		[verdict(outcome, tests, look)]
	].flatMap((section) => section.length === 0 ? [] : ["", ...section]);
	return look.isQuiet && !hasFailed(tests) ? lines.slice(1) : lines;
}
/** What came out, in one line; of a run that went wrong in another way than by red tests, how. */
function verdict({ isCancelled }, tests, { style }) {
	const { counts, failures, flaky } = tests.results;
	const isInterrupted = isCancelled || tests.exitCode === 2 && failures.every(({ phase }) => phase !== "collect");
	const isTold = isInterrupted || !hasFailed(tests) || tests.exitCode === 1 && failures.length > 0;
	const numbers = [countsInWords(counts), ...flaky.length > 0 ? [`${flaky.length} flaky`] : []].filter((part) => part !== "");
	const result = isTold ? `${isInterrupted ? "Interrupted: " : ""}${numbers.join(", ") || "nothing was tested"} in ${duration(tests.seconds)}` : localSentence(testSentence(tests));
	return hasFailed(tests) ? style("red", `✗ ${oneLine(result, MOST_SENTENCE_CHARACTERS)}`) : style("green", `✓ ${result}`);
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
/** Foreign text on one line, harmless to a terminal, and no longer than anybody reads. */
function oneLine(text, most = MOST_CHARACTERS) {
	const flat = plain(text.replace(/\s+/g, " ")).trim();
	return flat.length > most ? `${flat.slice(0, most).toWellFormed()}…` : flat;
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
		const plan = startedBy(project, image, options.pytestArguments);
		if (options.isDryRun) return showTests(plan, image);
		await requireRunnable(plan, image);
		if (run.signal.aborted) return 125;
		const tests = await runTests(plan, image, run);
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
		return exitCodeOf(tests, run.signal);
	});
}
/**
* The plan of a test run that a person starts with arguments for pytest: in the folder where they are, as paths are
* relative to that, unless the project's tests are at home in another; an absolute path is one in the container.
*/
function startedBy({ plan, folder }, { workdir }, pytestArguments) {
	const { context, command } = plan.test;
	const inside = pytestArguments.map((argument) => argument.startsWith(`${context}/`) ? workdir + argument.slice(context.length) : argument);
	const isAtHome = isWithin(join(context, plan.test.folder), join(context, folder));
	return {
		...plan.test,
		command: [...command, ...inside],
		...isAtHome ? { folder } : {}
	};
}
function report(outcome, tests, { here, run }) {
	const isQuiet = reader() === "quiet";
	const lines = terminalReport(outcome, tests, (isQuiet ? [] : makeReport(outcome).annotations).filter(({ level }) => level === "notice").map(({ message }) => settingsSentence(message, outcome.settings)), {
		isQuiet,
		style: (format, text) => styleText(format, text, { stream: process.stdout }),
		place: (file) => relative(here, join(run.workspace, file))
	});
	for (const line of lines) console.log(line);
}
function exitCodeOf(tests, signal) {
	const { exitCode } = tests;
	if (signal.aborted && (exitCode === null || exitCode > 128)) return afterSignal(signal.reason);
	return exitCode || (hasFailed(tests) ? 1 : 0);
}
export { test };
