import { Bt as environmentArguments, Ct as hasPytest, Dt as totalOf, E as makeImage, Ht as runArguments, It as describeImage, L as buildStageArguments, Mt as isRoot, P as keptOutSentence, Rt as WRITING, S as refusal, St as hasFailures, T as localImage, U as platformOf, _t as parseJson, bt as endedEarly, gt as isRecord, jt as hiddenPackagesSentence, v as requireBuildx, w as findImage, wt as hiddenStatus, zt as attachArguments } from "./cli-project.js";
import { f as ownLabel, i as commandLine, o as print, s as say } from "./cli-session.js";
import { M as duration, N as words, P as input } from "./cli-settings.js";
import { d as render, f as sentence, i as quoted, r as plain } from "./cli-plain.js";
import { posix } from "node:path";
// src/share/registry.ts
/** What an answer to a look-up means: there is none of that name, or it could not be asked. */
function lookUpFailure(said) {
	if (/not found|manifest unknown|name unknown|no such manifest|404/i.test(said)) return "absent";
	const refusal = refusalOf(said);
	return refusal === "denied" || refusal === "no-credentials" ? "absent" : refusal;
}
/** What a failed push means. */
function refusalOf(said) {
	if (/toomanyrequests|too many requests|rate limit|retry-after|\b429\b/i.test(said)) return "rate-limited";
	if (/no basic auth credentials|authentication required/i.test(said)) return "no-credentials";
	if (/denied|unauthorized|forbidden|not allowed|insufficient_scope|\b40[13]\b/i.test(said)) return "denied";
	return /connection refused|connection reset|closed network connection|broken pipe|no such host|timeout|timed out|unreachable|\bEOF\b|TLS handshake|certificate|server gave HTTP response|\b50[0234]\b/i.test(said) ? "unreachable" : "failed";
}
/** What a login that failed means: what is not the registry's own trouble is the password's. */
function loginRefusal(said) {
	const refusal = refusalOf(said);
	return refusal === "rate-limited" || refusal === "unreachable" ? refusal : "login-failed";
}
/** Digest of the image that `docker push` says it has pushed; undefined where it says none. */
function pushedDigest(said) {
	return /\bdigest: (sha256:[0-9a-f]{64}) size: \d+/.exec(said)?.[1];
}
/** The image that a look-up tells of, as far as it does. */
function readPublished(said) {
	const answer = parseJson(said);
	const digest = textOf(["manifest", "digest"].reduce(fieldOf, answer));
	const manifests = ["manifest", "manifests"].reduce(fieldOf, answer);
	const image = fieldOf(answer, "image");
	const each = isRecord(image) ? Object.entries(image).filter(([name]) => name.includes("/")) : [];
	const configurations = each.length > 0 ? each.map(([, one]) => one) : [image];
	const label = (name) => {
		const values = configurations.map((one) => textOf([
			"config",
			"Labels",
			name
		].reduce(fieldOf, one)));
		return new Set(values).size === 1 ? values[0] ?? "" : "";
	};
	return {
		digest,
		version: label("org.opencontainers.image.version"),
		revision: label("org.opencontainers.image.revision"),
		images: Array.isArray(manifests) ? manifests.flatMap((one) => imagesOf(fieldOf(one, "platform"), textOf(fieldOf(one, "digest")))) : imagesOf(image, digest)
	};
}
/** None where a platform isn't known, as of the attestations beside the images of an index. */
function imagesOf(fields, digest) {
	const [os = "", architecture = "", variant] = [
		"os",
		"architecture",
		"variant"
	].map((name) => textOf(fieldOf(fields, name)));
	const platform = platformOf({
		os,
		architecture,
		variant
	});
	return platform === "" ? [] : [{
		platform,
		digest
	}];
}
function textOf(value) {
	return typeof value === "string" ? value : "";
}
function fieldOf(value, name) {
	return isRecord(value) ? value[name] : void 0;
}
/** Arguments that log in to a registry; the password goes to standard input. */
function loginArguments(registry, username) {
	return [
		"login",
		"--username",
		username,
		"--password-stdin",
		...named(registry)
	];
}
/** Arguments that have the client forget the password of a registry. */
function logoutArguments(registry) {
	return ["logout", ...named(registry)];
}
/** Docker Hub is what the client means where nothing else is said. */
function named(registry) {
	return registry === "docker.io" ? [] : [registry];
}
/**
* A configuration of the client that keeps passwords itself: one without any place for them, even an empty one, has it
* look for a credential helper on PATH, which would keep them for longer (docker/cli, ConfigFile.ContainsAuth).
*/
function ownCredentials(registry) {
	return JSON.stringify({ auths: { [registry]: {} } });
}
/** Arguments that ask a registry for the manifest and the configuration of a published image. */
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
/** Arguments that ask a registry for the manifest alone, as it is. */
function manifestArguments(reference) {
	return [
		"buildx",
		"imagetools",
		"inspect",
		"--raw",
		reference
	];
}
/**
* Arguments that give an image that a registry has another tag there, without a byte of it being moved; several of them
* get it together, each for the platform of its configuration.
*/
function tagArguments(reference, published) {
	return [
		"buildx",
		"imagetools",
		"create",
		"--prefer-index=false",
		"--tag",
		reference,
		...published
	];
}
// src/laptop/commands/dry-run.ts
/** Shows how the tests are run in the dev image; returns the exit code. */
function showTests(plan, { id, workdir }, { reader }) {
	const terminal = reader === "terminal" ? attachArguments(true) : [];
	return show(testArguments({
		...plan,
		workdir
	}, id, {
		mounted: plan.context,
		options: terminal
	}));
}
/** Shows how an image is checked, named and written; returns the exit code. */
function showGiving({ isChecked, reference, output }, image, tests, name) {
	if (isChecked) show(testArguments(tests, image.id));
	if (reference || output !== void 0) show([
		"image",
		"tag",
		image.id,
		name
	]);
	if (output !== void 0) show(["save", name], output);
	return 0;
}
/** Shows how a commit is published, as far as that is known before; returns the exit code. */
function showPublishing({ dev, test, share }, { output }) {
	if (!share) return 0;
	const [first = "", ...others] = share.version.tags.map(({ name }) => `${share.image}:${name}`);
	const [image = ""] = share.build.tags;
	print(`The folder is a checkout of the commit, in place of ${dev.context}. Tags that are there already, and later versions, are looked up before anything is pushed.`, process.stderr);
	show(buildStageArguments(dev, "metadata.json", void 0, "tty"));
	show(buildStageArguments(share.build, "metadata.json", void 0, "tty"));
	show(testArguments(test, dev.tags.at(-1) ?? "", { mounted: dev.context }));
	if (share.verify) show(testArguments(share.verify, image));
	show([
		"image",
		"tag",
		image,
		first
	]);
	show(["push", first]);
	for (const other of others) show(tagArguments(other, [first]));
	if (output !== void 0) show(["save", first], output);
	return 0;
}
/** Without what only makes the report: what it is made with is gone at the end of a run. */
function testArguments(plan, image, { mounted, options = [] } = {}) {
	const workdir = plan.workdir ?? "<WORKDIR of the stage>";
	return runArguments(plan, {
		name: "tests",
		label: ownLabel("tests"),
		image,
		...mounted === void 0 ? {} : { user: plan.user ?? `${plan.uid}:${plan.gid}` },
		...mounted !== void 0 || plan.folder !== "" ? { workdir: posix.join(workdir, plan.folder) } : {},
		mounts: mounted === void 0 ? [] : [{
			source: mounted,
			target: workdir
		}],
		volumes: [],
		options: [
			"--rm",
			...mounted !== void 0 && isRoot(plan.user) ? WRITING : [],
			...options,
			...environmentArguments(plan.environment)
		],
		isLockedDown: true
	});
}
/** Shows a command of docker, and where its output goes; returns the exit code. */
function show(args, output) {
	print(`${commandLine(["docker", ...args])}${into(output)}`);
	return 0;
}
function into(path) {
	if (path === void 0) return "";
	return `${[[".gz", " | gzip"], [".zst", " | zstd"]].find(([ending]) => path.endsWith(ending))?.[1] ?? ""} > ${commandLine([path])}`;
}
// src/report/not-run.ts
/** How docker's init process, shells and other programs say that they could not start one. */
const UNSTARTABLE = [
	/\bexec (\S+) failed: /,
	/\bexec: "?([^\s":]+)"?: (?:not found|permission denied|cannot execute|executable file not found)/i,
	/\bexec: line \d+: ([^\s:]+): (?:not found|permission denied)/i,
	/: (?:line )?\d+: ([^\s:]+): (?:command )?(?:not found|permission denied)/i,
	/\bFailed to spawn: `([^\s`]+)`/,
	/\bCommand not found: (\S+)/,
	/\bNo module named '?(pytest)\b/,
	/\bmake: ([^\s:]+): (?:No such file|Permission denied)/
];
const MOST_CHARACTERS = 300;
/** How programs say that only root may do it, `su`, `runuser` and `sudo` among them. */
const ROOTS = /permission denied|operation not permitted|not permitted to|must be root|run as root|os error 13|non-root users|authentication failure|no new privileges/i;
/** Why pytest never began: what ended instead, what it said last, and the cure; without a full stop. */
function notRunSentence(tests) {
	const { exitCode, lastWords } = tests;
	if (exitCode === 125) {
		const said = refusal(plain(lastWords));
		return `Docker could not start the container${said === "" ? "" : `: ${said}`}`;
	}
	const program = wasStopped(tests) || exitCode === 0 ? void 0 : unstartable(lastWords);
	return program !== void 0 && ofProgram(program, tests) || ofEnd(tests);
}
function wasStopped({ exitCode, stoppedAfter }) {
	return exitCode === null || stoppedAfter !== void 0;
}
function unstartable(lastWords) {
	const said = plain(lastWords);
	return UNSTARTABLE.map((pattern) => pattern.exec(said)?.[1]).find((program) => program !== void 0);
}
/** Of a program that could not be started; undefined where it is none that we know of. */
function ofProgram(program, { exitCode, command, entrypoint }) {
	const isThere = exitCode === 126;
	if (program === "pytest") return isThere ? "pytest is in the dev image but can not be executed: check the permissions of its file" : "pytest is not on the PATH of the dev image: add it to your packages, with a line \"pytest\" in requirements.txt, with \"uv add --dev pytest\" or \"poetry add --group dev pytest\", or add the folder that has it to PATH with ENV";
	if (program === command[0]) {
		const how = isThere ? "can not be executed there: let its file be executable, with \"chmod +x\"" : "is not in the dev image, or what its first line names is not: install it in the dev stage";
		return sentence`${quoted(plain(program))}, which ${input("test-command")} starts, ${how}, or let pytest be started itself`;
	}
	if (program !== entrypoint[0]) return void 0;
	return `The dev image's ENTRYPOINT ${quoted(plain(program))} ${isThere ? "can not be executed" : "is not in it, or what its first line names is not"}: correct the ENTRYPOINT in the dev stage, or remove it`;
}
/** Of a program that ended, or was still there when the time was over. */
function ofEnd(tests) {
	const { exitCode, lastWords, command, entrypoint } = tests;
	const said = wordsOf(lastWords).at(-1)?.trim();
	const how = `${wasStopped(tests) ? "was still running" : `ended with exit code ${exitCode}`}${said ? `; it said "${lastOf(said)}"` : ""}`;
	const started = quoted(commandLine(command));
	if (entrypoint.length > 0) {
		const name = quoted(commandLine(entrypoint));
		return sentence`pytest did not run: the dev image's ENTRYPOINT ${name}, which gets ${started} as its arguments, ${how}. ${cureOfEntrypoint(tests)}, set it in the share stage only, or ${words.noEntrypoint}`;
	}
	if (command[0] === "pytest") return `pytest did not run: what has its name in the dev image ${how}`;
	return sentence`pytest did not run: ${started} ${how}. ${cureOf(command)}`;
}
function cureOfEntrypoint({ entrypoint, lastWords }) {
	if (ROOTS.test(lastWords)) return "The tests do not run as root: let it do only as root what only root may";
	const [shell, option, line = ""] = entrypoint;
	return shell === "/bin/sh" && option === "-c" && entrypoint.length === 3 && !/\$[@*\d]/.test(line) ? "Its shell form ignores them: write it as a list, with a program that ends in exec \"$@\"" : "Let it end in exec \"$@\"";
}
/** The reason stands at the end of a long line. */
function lastOf(line) {
	const flat = line.replace(/\s+/g, " ");
	return flat.length > MOST_CHARACTERS ? `…${flat.slice(-300)}` : flat;
}
function cureOf([program = "", ...rest]) {
	if (/(?:^|\/)uv$/.test(program) && rest.includes("run")) return sentence`Set "ENV UV_NO_SYNC=1" in the dev stage, so that uv leaves the packages there as they are, or let ${input("test-command")} be pytest`;
	return sentence`Let it start pytest and show pytest's output, or let ${input("test-command")} be pytest`;
}
function wordsOf(text) {
	return plain(text).split("\n").filter((line) => line.trim() !== "");
}
// src/report/verdict.ts
/** What pytest's own exit codes mean (pytest: `ExitCode`). */
const PYTEST_ENDINGS = {
	0: "All tests passed",
	1: "Tests failed",
	2: "pytest stopped before it was through: files could not be collected, or something interrupted it",
	3: sentence`pytest had an internal error: ${words.seeLog}`,
	4: "pytest could not start: check pytest-args, the pytest configuration and conftest.py",
	5: "No tests were collected: name files test_*.py and functions test_*, or check testpaths and pytest-args",
	6: "There were more warnings than --max-warnings allows"
};
const COULD_NOT_START = 4;
/** What it means when a signal chose the exit code. */
const OTHER_ENDINGS = {
	132: "The interpreter met an instruction that this processor does not have (SIGILL): a package was built for another one",
	134: sentence`The interpreter gave up (SIGABRT): ${words.seeLog}`,
	135: sentence`The interpreter touched memory that is not there (SIGBUS): shared memory may be too small, set ${input("shm-size")}, such as 1 GB`,
	137: sentence`The test run was killed, most likely for want of memory: run fewer tests at once, or ${words.moreMemory}`,
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
	],
	[
		"warnings",
		"warning",
		"warnings"
	]
];
/** How the tests went, in one sentence. */
function testSentence(tests) {
	const counts = countsInWords(tests.results.counts);
	const without = tests.leftOut ? `; its ENTRYPOINT ${quoted(commandLine(tests.leftOut))} did not start pytest, so they were run without it` : "";
	return sentence`${ending(tests)}${limit(tests)}${without}${counts ? ` (${counts})` : ""}.`;
}
/** `2 failed, 40 passed`, in pytest's words; empty if nothing was counted. */
function countsInWords(counts) {
	return COUNT_WORDS.filter(([name]) => counts[name] > 0).map(([name, one, many]) => `${counts[name]} ${counts[name] === 1 ? one : many}`).join(", ");
}
/** The plugin knows none before that. */
const OLDEST_PYTEST = 7;
/** Why there is less to tell than of others' runs; nothing where there isn't. */
function limit({ results, sign, exitCode }) {
	if (results.isUnknown) {
		const what = Number.parseInt(results.pytest ?? "", 10) < OLDEST_PYTEST ? `too old for a report, which needs ${OLDEST_PYTEST} or newer` : "newer than the report knows";
		return `; pytest ${plain(results.pytest ?? "")} is ${what}, so there are its numbers alone`;
	}
	if (results.pytest !== void 0 || sign !== "run" || exitCode === null) return "";
	return "; pytest ran without the report's plugin, which PYTHONPATH and DEV_IN_DOCKER_RESULTS bring, so the exit code alone tells how it went";
}
function ending(tests) {
	const { exitCode, results } = tests;
	const then = hasPytest(tests) ? during(results) : sentence`; ${notRunSentence(tests)}`;
	if (tests.stoppedAfter !== void 0) return sentence`The tests were stopped after ${duration(tests.stoppedAfter)}, as timeout-minutes says${then}`;
	if (exitCode === null) return sentence`The test run was ended from outside${then}`;
	if (tests.isOutOfMemory) return sentence`The tests ran out of memory, and the kernel killed them: run fewer at once, or ${words.moreMemory}${during(results)}`;
	if (tests.obstacle && !hasPytest(tests)) return obstacleSentence(tests.obstacle);
	const other = OTHER_ENDINGS[exitCode];
	if (!hasPytest(tests)) return tests.entrypoint.length === 0 && other ? other : notRunSentence(tests);
	return exitCode === 0 ? ofZero(tests) : ofPytest(exitCode, tests);
}
/** Of a pytest that is not content, or did not live to tell. */
function ofPytest(exitCode, tests) {
	const { results } = tests;
	if (exitCode === 1 && results.exitStatus === 1 && !hasFailures(tests) && results.isCounted) return sentence`No test failed, but pytest ended with exit code 1: a plugin wanted it so, as pytest-cov does below --cov-fail-under; ${words.seeLogsEnd}`;
	const couldNotStart = results.pytest !== void 0 && !results.hasRun && results.exitStatus === void 0 && [
		1,
		3,
		COULD_NOT_START
	].includes(exitCode);
	const misfit = couldNotStart && misfitSentence(tests);
	if (misfit) return misfit;
	const pytests = PYTEST_ENDINGS[couldNotStart ? COULD_NOT_START : exitCode];
	const isIts = results.pytest === void 0 || results.exitStatus === exitCode || couldNotStart;
	if (pytests && isIts) return sentence`${pytests}${pytestsReason(tests)}`;
	const other = OTHER_ENDINGS[exitCode];
	const { exitStatus } = results;
	if (exitStatus !== void 0 && exitStatus !== exitCode && (!other || exitCode < 128)) return sentence`${PYTEST_ENDINGS[exitStatus] ?? `pytest ended with exit code ${exitStatus}`}, but what ran after pytest ended with exit code ${exitCode}; ${words.seeLogsEnd}`;
	return sentence`${other ?? `pytest ended with exit code ${exitCode}`}${during(results)}`;
}
/** An exit code of 0 does not mean that all is well. */
function ofZero(tests) {
	const { results, wanted, shard } = tests;
	if (endedEarly(tests)) return `The interpreter ended before pytest was done${during(results)}`;
	if (hasFailures(tests)) return sentence`Tests failed, and dev-in-docker counts them although the exit code is 0: something hides pytest's own. ${words.letFailuresPass}`;
	const hidden = hiddenStatus(tests);
	if (hidden !== void 0) return `The exit code is 0, but pytest's own was ${hidden}, which something hides: see its output`;
	if (wanted) return sentence`The whole suite ran in place of shard ${wanted.index}/${wanted.total}, as pytest ran without the plugin that picks a shard's tests: it needs pytest ${OLDEST_PYTEST} or newer, and a Python that is not isolated (-I, tox)`;
	if (shard && shard.facts.collected > 0 && shard.facts.kept === 0) return `This shard has no tests, as the suite has ${shard.facts.collected} for ${shard.facts.total} shards`;
	return (results.pytest === void 0 ? tests.sign !== "run" : results.isCounted || !results.hasRun) && totalOf(results.counts) === 0 ? "No tests were run" : "All tests passed";
}
/** Which plugin takes arguments that its hooks have no more, and the cure; nothing if none does. */
function misfitSentence({ lastWords, results }) {
	const [, plugin] = /\bPluginValidationError: [Pp]lugin '?([^'\n]+?)'? for hook /.exec(plain(lastWords)) ?? [];
	return plugin === void 0 ? void 0 : sentence`The plugin ${quoted(plugin)} does not fit pytest ${plain(results.pytest ?? "")}: update its package, remove it, or pin an older pytest`;
}
/** Why pytest gave up, in its own words, where no failure of a file or test shows it. */
function pytestsReason({ exitCode, results, lastWords, command, entrypoint }) {
	const said = exitCode === COULD_NOT_START || !results.hasRun ? [...plain(lastWords).matchAll(/^(?:\S+: error: |ERROR: (?!usage)|E {3,}|(?:\w+\.)*\w+(?:Error|Exception|Failure): )(.+)$/gm)].at(-1)?.[1] : results.stopped;
	if (!said || results.failures.length > 0) return "";
	const isMistaken = entrypoint.length > 0 && said === `file or directory not found: ${command[0]}`;
	const mistake = sentence`; the dev image's ENTRYPOINT ${quoted(commandLine(entrypoint))} gets ${quoted(commandLine(command))} as its arguments: ${words.noEntrypoint}`;
	return sentence`; it said ${quoted(plain(said))}${isMistaken ? mistake : ""}`;
}
function during({ lastStarted }) {
	return lastStarted === void 0 ? "" : `; it was running ${quoted(plain(lastStarted))}`;
}
/** Why a stage does not build, in one sentence, and one more for secrets that were empty. */
function buildSentence({ stage, failure }, dockerfile, secrets) {
	const place = failure?.line === void 0 ? dockerfile : `${dockerfile}, line ${failure.line}`;
	const culprit = failure?.instruction ? `: ${quoted(plain(failure.instruction))} failed` : "";
	return sentence`The ${stage} stage does not build${culprit} (${place}).${secrets ? missingSecrets(secrets) : ""}`;
}
function missingSecrets({ secrets, isAgentMissing }) {
	const empty = secrets.filter(({ isEmpty }) => isEmpty).map(({ id }) => id);
	const [subject, verb] = empty.length === 1 ? ["secret", "was"] : ["secrets", "were"];
	const ofSecrets = empty.length === 0 ? "" : sentence` The ${subject} ${empty.join(", ")} ${verb} empty: ${words.whyEmpty}.`;
	const ofAgent = isAgentMissing ? sentence` There was no SSH agent for ${input("ssh")}: ${words.startAgent}.` : "";
	return sentence`${ofSecrets}${ofAgent}`;
}
/** Why a dev image that was cached is not the one that was tested, in one sentence. */
function mountSentence({ key, trouble, isOutdated, hasStarted }) {
	const built = hasStarted ? "the tests were run once more, in an image that was built" : "the image was built";
	if (isOutdated) return `${sentenceCase(trouble ?? "")} since the dev image was cached: ${built}.`;
	return `${key === void 0 ? "The cached dev image could not be looked up" : "The cached dev image could not be used"} (${plain(trouble ?? "")}), which costs time only: ${built}.`;
}
function sentenceCase(text) {
	return text.charAt(0).toUpperCase() + plain(text).slice(1);
}
const CLOSED = {
	workdir: {
		subject: (path) => `WORKDIR ${path}`,
		cure: "choose one that is open to all, such as /usr/src/app"
	},
	program: {
		subject: (path) => path,
		cure: "install it in a folder that is open to all, such as /opt/venv"
	},
	interpreter: {
		subject: (path) => `The interpreter of the tests, ${path},`,
		cure: "install it in a folder that is open to all, for uv with \"ENV UV_PYTHON_INSTALL_DIR=/opt/python\""
	},
	packages: {
		subject: (path) => `The folder of packages ${path}`,
		cure: "install it in a folder that is open to all, such as a virtual environment in /opt/venv"
	},
	file: {
		subject: (path) => path,
		cure: "let the build put it in a folder that is open to all"
	}
};
/** Why the tests don't reach what the image has, and the cure, without a full stop. */
function obstacleSentence(obstacle) {
	if (obstacle.kind === "hidden") return hiddenPackagesSentence(obstacle.folder);
	const { subject, cure } = CLOSED[obstacle.what];
	const closed = plain(obstacle.folder);
	return `${subject(plain(obstacle.path))} can not be reached by the user of the tests (${obstacle.uid}), who may not enter ${closed}: ${cure}, or open that folder with "RUN chmod 755 ${closed}" in the dev stage`;
}
/** That the tests looked in their home for what the image has in another, and the cure. */
function elsewhereSentence({ path, home }) {
	return `The tests look for ${plain(path)} in their home; the dev image has it in ${plain(home)}, the home of who built it. Let the build put it in a folder that all may read, and that a variable names, such as ENV HF_HOME, NLTK_DATA, TORCH_HOME or PLAYWRIGHT_BROWSERS_PATH.`;
}
/** What is wrong and how to fix it, in one sentence. */
function hiddenModuleSentence({ name, folder, deeper }, workdir = "") {
	if (deeper !== void 0) {
		const place = `${workdir}/${deeper}`;
		return sentence`The tests can't import ${name}: the dev image has it in ${folder}, but the ${words.checkout} that is mounted at ${workdir} has it in ${deeper}, one folder deeper. Set ${input("env")} to "PYTHONPATH=${place}"; or let the image have it there too, with "COPY ${deeper} ${deeper}" and "ENV PYTHONPATH=${place}" in the dev stage.`;
	}
	return sentence`The tests can't import ${name}: the dev image has it in ${folder}, which the mounted ${words.checkout} hides. Install it to where the packages are ("RUN pip install ." in the dev stage), or build it in a folder outside of WORKDIR.`;
}
// src/laptop/commands/image.ts
/**
* The image of the project's stage: the one that is there, if it is what a build would make; else it is built. Nothing
* where the build failed, which has been said.
*/
async function provideImage({ plan, stage, engine, run, checkout }, { isDryRun, isQuiet }, { isRebuilt = false } = {}) {
	const local = localImage({
		...plan.dev,
		noCache: isRebuilt,
		pulls: isRebuilt
	}, stage);
	const found = isRebuilt ? void 0 : await findImage(local, engine.socket);
	if (found) return found;
	if (isDryRun) {
		show(buildStageArguments(local.plan, "metadata.json", void 0, "tty"));
		return describeImage({
			id: local.reference,
			contentId: "",
			config: { WorkingDir: "<WORKDIR of the stage>" }
		});
	}
	await requireBuildx(run);
	const { image, failure, ...built } = await makeImage(local, run);
	if (built.keptOut) say(run, render(keptOutSentence(built.keptOut), "person"));
	if (image || run.signal.aborted) return image;
	if (isQuiet && failure) print(failure.output, process.stderr);
	const dockerfile = checkout.dockerfile?.slice(run.workspace.length + 1) ?? "Dockerfile";
	const sentence = buildSentence({
		...built,
		...failure ? { failure } : {}
	}, dockerfile, plan.dev.secrets);
	print(render(sentence, "person"), process.stderr);
}
export { tagArguments as C, refusalOf as S, lookUpFailure as _, hiddenModuleSentence as a, pushedDigest as b, testSentence as c, showPublishing as d, showTests as f, lookUpArguments as g, logoutArguments as h, elsewhereSentence as i, show as l, loginRefusal as m, buildSentence as n, mountSentence as o, loginArguments as p, countsInWords as r, obstacleSentence as s, provideImage as t, showGiving as u, manifestArguments as v, readPublished as x, ownCredentials as y };
