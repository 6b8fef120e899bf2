import { H as findImage, N as buildSentence, U as localImage, W as makeImage, Z as requireBuildx, it as describeImage, yt as buildStageArguments } from "./cli-project.js";
import { c as localSentence } from "./cli-session.js";
import { l as shellLine } from "./cli-markup.js";
// src/commands/image.ts
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
		console.log(shellLine(["docker", ...buildStageArguments(local.plan, "metadata.json", void 0, "tty")]));
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
export { provideImage as t };
