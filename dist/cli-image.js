import { D as requireBuildx, P as describeImage, St as runArguments, b as makeImage, et as buildSentence, gt as environmentArguments, ht as buildStageArguments, mt as attachArguments, v as findImage, xt as retagArguments, y as localImage } from "./cli-project.js";
import { o as reader, t as localSentence } from "./cli-local.js";
import { l as shellLine } from "./cli-html.js";
import { posix } from "node:path";
// src/laptop/commands/dry-run.ts
/** Shows how the tests are run in the dev image; returns the exit code. */
function showTests(plan, { id, workdir }) {
	const terminal = reader() === "terminal" ? attachArguments(true) : [];
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
	console.error(`The folder is a checkout of the commit, in place of ${dev.context}. Tags that are there already, and later versions, are looked up before anything is pushed.`);
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
	for (const other of others) show(retagArguments(other, first));
	if (output !== void 0) show(["save", first], output);
	return 0;
}
/** Without what only makes the report: what it is made with is gone at the end of a run. */
function testArguments(plan, image, { mounted, options = [] } = {}) {
	const workdir = plan.workdir ?? "<WORKDIR of the stage>";
	return runArguments(plan, {
		name: "tests",
		label: "dev-in-docker=tests",
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
			...options,
			...environmentArguments(plan.environment)
		],
		isLockedDown: true
	});
}
/** Shows a command of docker, and where its output goes; returns the exit code. */
function show(args, output) {
	console.log(`${shellLine(["docker", ...args])}${into(output)}`);
	return 0;
}
function into(path) {
	if (path === void 0) return "";
	return `${[[".gz", " | gzip"], [".zst", " | zstd"]].find(([ending]) => path.endsWith(ending))?.[1] ?? ""} > ${shellLine([path])}`;
}
// src/laptop/commands/image.ts
/**
* The image of the project's stage: the one that is there, if it is what a build would make; else it is built. Nothing
* where the build failed, which has been said.
*/
async function provideImage({ plan, stage, engine, run, checkout }, { isDryRun, isQuiet }, { isRebuilt = false } = {}) {
	const local = localImage({
		...plan.dev,
		isFresh: isRebuilt,
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
	await requireBuildx();
	const { image, failure, ...built } = await makeImage(local, run.temp, run.signal);
	if (image || run.signal.aborted) return image;
	if (isQuiet && failure) console.error(failure.output);
	const dockerfile = checkout.dockerfile?.slice(run.workspace.length + 1) ?? "Dockerfile";
	const sentence = buildSentence({
		...built,
		...failure ? { failure } : {}
	}, dockerfile, plan.dev.secrets);
	console.error(localSentence(sentence));
}
export { showTests as a, showPublishing as i, show as n, showGiving as r, provideImage as t };
