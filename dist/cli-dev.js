import { B as hiddenPlaces, H as requireRunnable, St as runArguments, V as placed, ft as readPort, lt as shellCommand, ot as gitVariables, pt as requireNetwork, t as openProject, ut as shellContainer, x as projectName } from "./cli-project.js";
import { D as readPerson } from "./cli-settings.js";
import { i as readGitIdentity, n as provideInhabitant, r as provideMountPoints, t as gitDataElsewhere } from "./cli-identity.js";
import { n as show, t as provideImage } from "./cli-image.js";
import { t as enter } from "./cli-enter.js";
import { i as isAtTerminal, r as inSession } from "./cli-local.js";
import { cp } from "node:fs/promises";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
// src/laptop/commands/dev.ts
/** Folder with the settings by which Jupyter listens to more than the container itself. */
const JUPYTER = fileURLToPath(new URL("./jupyter", import.meta.url));
/**
* Opens a shell in the dev stage, or runs a command in it, with the project mounted and oneself as the user. Resolves
* with the command's exit code.
*/
async function dev(options) {
	const ports = options.ports.map(readPort);
	return inSession(options, async (run) => {
		const project = await openProject(options.inputs, run, "target");
		requireNetwork(ports, project.inputs.network);
		const built = await provideImage(project, options, options);
		if (!built) return 125;
		const image = placed(built, project.plan.test);
		const args = await devArguments(image, project, {
			...options,
			ports
		});
		if (options.isDryRun) return show(args);
		await requireRunnable(project.plan.test, image);
		return enter(args, ports, project.run, " (Jupyter does)");
	});
}
async function devArguments(image, { checkout, folder, plan, run }, { command, ports, isDryRun }) {
	const { context } = plan.test;
	const owner = {
		uid: plan.test.uid,
		gid: plan.test.gid
	};
	const volumes = isDryRun ? [] : await hiddenPlaces(context, image);
	const [inhabitant, identity, gitData] = await Promise.all([
		provideInhabitant(image, projectName(checkout.context), owner, isDryRun ? void 0 : run.id),
		readGitIdentity(context),
		gitDataElsewhere(context)
	]);
	const mounts = [{
		source: context,
		target: image.workdir
	}, ...gitData === void 0 ? [] : [{
		source: gitData,
		target: gitData
	}]];
	if (!isDryRun) await provideMountPoints(inhabitant, mounts);
	const { terminal } = readPerson();
	const container = shellContainer({
		id: run.id,
		image: image.id,
		stage: plan.dev.stage,
		command,
		ports,
		isTerminal: isAtTerminal(),
		imageEnvironment: image.environment,
		environment: {
			...terminal,
			...gitVariables(image.workdir, identity),
			...plan.test.environment
		}
	}, {
		inhabitant,
		workdir: posix.join(image.workdir, folder),
		mounts,
		volumes,
		jupyter: isDryRun ? JUPYTER : await provideJupyter(run.temp)
	});
	return runArguments({
		...plan.test,
		command: shellCommand(command)
	}, container);
}
/** A copy of Jupyter's settings where every engine can mount it; returns its path. */
async function provideJupyter(temp) {
	const folder = join(temp, "jupyter");
	await cp(JUPYTER, folder, { recursive: true });
	return folder;
}
export { dev };
