import { D as projectName, Ht as runArguments, K as checkoutMounts, Lt as entrypointOf, Nt as packageVariables, Ut as userNameOf, Wt as gitVariables, Y as placed, pt as writeDatabase, q as findPlaces, t as openProject } from "./cli-project.js";
import { R as gitDataElsewhere, V as readGitIdentity } from "./cli-pep440.js";
import { tt as readPerson } from "./cli-settings.js";
import { a as readPort, i as shellContainer, n as homeOf, o as requireNetwork, r as shellCommand, t as enter } from "./cli-enter.js";
import { c as messageOf, s as UserError } from "./cli-plain.js";
import { l as show, t as provideImage } from "./cli-image.js";
import { n as inSession, r as isAtTerminal } from "./cli-session.js";
import { chown, cp, mkdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
// src/laptop/steps/identity.ts
/**
* Makes somebody at home in containers of a project: a folder of their own that stays, with the history of their shell,
* and a user database that knows their name. Without one to start from, nothing is made.
*/
async function provideInhabitant(project, owner, database) {
	const person = readPerson();
	const home = join(person.stateFolder, project, "home");
	const inhabitant = {
		name: userNameOf(person.name),
		...owner,
		home
	};
	if (!database) return inhabitant;
	await mkdir(home, {
		recursive: true,
		mode: 448
	}).catch((error) => {
		throw new UserError(`${messageOf(error)}: let the variable XDG_STATE_HOME name a folder that you may write to.`);
	});
	if (process.getuid?.() === 0 && owner.uid !== 0) await chown(home, owner.uid, owner.gid);
	if (owner.uid === 0) return inhabitant;
	const passwd = await writeDatabase(database.temp, {
		...inhabitant,
		home: homeOf(inhabitant)
	}, database);
	return {
		...inhabitant,
		...passwd === void 0 ? {} : { passwd }
	};
}
/** Makes the places in somebody's home where more is mounted: docker would make them too, but for root. */
async function provideMountPoints(inhabitant, mounts) {
	for (const { target } of mounts) {
		const inside = posix.relative(homeOf(inhabitant), target);
		if (!inside.startsWith("..")) await mkdir(join(inhabitant.home, inside), { recursive: true });
	}
}
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
		const places = options.isDryRun ? void 0 : await findPlaces(project.plan.test, image, project.run);
		const args = await devArguments(image, project, {
			...options,
			ports,
			places
		});
		if (options.isDryRun) return show(args);
		return enter(args, ports, project.run, " (Jupyter does)");
	});
}
async function devArguments(image, { checkout, folder, plan, run }, { command, ports, places }) {
	const { context } = plan.test;
	const owner = {
		uid: plan.test.uid,
		gid: plan.test.gid
	};
	const visible = places?.visible ?? [];
	const [inhabitant, identity, gitData] = await Promise.all([
		provideInhabitant(projectName(checkout.context), owner, places && {
			passwd: places.traits.passwd,
			temp: run.temp
		}),
		readGitIdentity(context),
		gitDataElsewhere(context)
	]);
	const mounts = [...places ? await checkoutMounts({
		...plan.test,
		isReadOnly: false
	}, image, places) : [{
		source: context,
		target: image.workdir
	}], ...gitData === void 0 ? [] : [{
		source: gitData,
		target: gitData
	}]];
	if (places) await provideMountPoints(inhabitant, mounts);
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
			...places ? packageVariables(places.traits, image.environment) : {},
			...plan.test.environment
		}
	}, {
		inhabitant,
		workdir: posix.join(image.workdir, folder),
		mounts,
		volumes: visible,
		jupyter: places ? await provideJupyter(run.temp) : JUPYTER
	});
	return runArguments({
		...plan.test,
		command: shellCommand(command)
	}, {
		...container,
		entrypoint: entrypointOf(image)
	});
}
/** A copy of Jupyter's settings where every engine can mount it; returns its path. */
async function provideJupyter(temp) {
	const folder = join(temp, "jupyter");
	await cp(JUPYTER, folder, { recursive: true });
	return folder;
}
export { dev };
