import { b as readPerson } from "./cli-exec.js";
import { C as hiddenPlaces, G as projectName, T as requireRunnable, _t as requireNetwork, gt as readPort, mt as shellContainer, pt as shellCommand, t as openProject, ut as gitVariables, w as placed, wt as runArguments } from "./cli-project.js";
import { l as shellLine } from "./cli-markup.js";
import { i as readGitIdentity, n as provideInhabitant, r as provideMountPoints, t as gitDataElsewhere } from "./cli-identity.js";
import { f as say, n as inSession, r as isAtTerminal } from "./cli-session.js";
import { n as runAttached, t as requireFreePorts } from "./cli-shell.js";
import { t as provideImage } from "./cli-image.js";
import { cp } from "node:fs/promises";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
// src/commands/dev.ts
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
		if (options.isDryRun) {
			console.log(shellLine(["docker", ...args]));
			return 0;
		}
		await requireRunnable(project.plan.test, image);
		await requireFreePorts(ports);
		if (run.signal.aborted) return 125;
		for (const { host, container } of ports) say(`http://127.0.0.1:${host} leads to port ${container}, if what listens there listens on 0.0.0.0 (Jupyter does).`);
		return runAttached(args, {
			container: `dev-in-docker-${run.id}`,
			hasTerminal: isAtTerminal()
		}, run.signal);
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
		options: plan.test.options,
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
