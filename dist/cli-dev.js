import { a as readGitIdentity, n as gitDataElsewhere } from "./cli-git.js";
import { G as foldersKeptVisible, K as placed, Tt as userNameOf, _t as removeContainers, q as requireRunnable, t as openProject, w as projectName, wt as runArguments } from "./cli-project.js";
import { K as readPerson } from "./cli-settings.js";
import { a as shellCommand, c as requireNetwork, i as passwdWith, n as gitVariables, o as shellContainer, r as homeOf, s as readPort, t as enter } from "./cli-enter.js";
import { h as ownName, m as ownLabel, n as inSession, r as isAtTerminal, y as docker } from "./cli-session.js";
import { P as readRegularFile } from "./cli-pep440.js";
import { o as UserError, s as messageOf } from "./cli-plain.js";
import { s as show, t as provideImage } from "./cli-image.js";
import { chown, cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
// src/laptop/steps/identity.ts
/**
* Makes somebody at home in containers of a project: a folder of their own that stays, with the history of their shell,
* and a user database that knows their name. Without the name of a run, nothing is made.
*/
async function provideInhabitant(image, project, owner, id) {
	const person = readPerson();
	const home = join(person.stateFolder, project, "home");
	const inhabitant = {
		name: userNameOf(person.name),
		...owner,
		home
	};
	if (id === void 0) return inhabitant;
	await mkdir(home, {
		recursive: true,
		mode: 448
	}).catch((error) => {
		throw new UserError(`${messageOf(error)}: let the variable XDG_STATE_HOME name a folder that you may write to.`);
	});
	if (process.getuid?.() === 0 && owner.uid !== 0) await chown(home, owner.uid, owner.gid);
	const passwd = owner.uid === 0 ? void 0 : await providePasswd(image, inhabitant, person, id);
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
/** Path of the image's user database with somebody added; nothing where it knows their number already. */
async function providePasswd(image, inhabitant, { cacheFolder }, id) {
	const file = join(cacheFolder, "passwd", `${image.id.replace(/^sha256:/, "")}-${inhabitant.uid}-${inhabitant.gid}`);
	return (await readFile(file, "utf8").catch(() => void 0) ?? await makePasswd(image, inhabitant, file, id)) === "" ? void 0 : file;
}
const MOST_BYTES = 1 << 20;
/** Text of the user database; empty where the image's own will do, or it has none. */
async function makePasswd(image, inhabitant, file, id) {
	await mkdir(join(file, ".."), { recursive: true });
	const copy = `${file}.${id}`;
	const name = `${ownName(id)}-passwd`;
	await docker([
		"create",
		"--name",
		name,
		"--label",
		ownLabel(id),
		image.id,
		"true"
	]);
	const { exitCode } = await docker([
		"cp",
		"--follow-link",
		`${name}:/etc/passwd`,
		copy
	]);
	await removeContainers([name]);
	const own = exitCode === 0 ? await readRegularFile(copy, MOST_BYTES).catch(() => void 0) : void 0;
	if (!own) {
		await rm(copy, {
			recursive: true,
			force: true
		});
		return "";
	}
	const text = passwdWith(inhabitant, own.toString());
	await writeFile(copy, text, { mode: 420 });
	await rename(copy, file);
	return text;
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
	const volumes = isDryRun ? [] : await foldersKeptVisible(context, image);
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
