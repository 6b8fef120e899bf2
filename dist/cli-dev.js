import { _ as readPerson, i as docker, o as git } from "./cli-exec.js";
import { $ as passwdLine, B as projectName, Q as gitVariables, S as requireRunnable, b as hiddenPlaces, et as shellCommand, nt as userNameOf, rt as readPort, t as openProject, tt as shellContainer, ut as runArguments, x as placed, y as provideImage } from "./cli-project.js";
import { l as shellLine } from "./cli-markup.js";
import { f as say, n as inSession, r as isAtTerminal } from "./cli-session.js";
import { n as runAttached, t as requireFreePorts } from "./cli-shell.js";
import { chown, cp, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
// src/steps/identity.ts
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
	});
	if (process.getuid?.() === 0 && owner.uid !== 0) await chown(home, owner.uid, owner.gid);
	const passwd = owner.uid === 0 ? void 0 : await providePasswd(image, inhabitant, person, id);
	return {
		...inhabitant,
		...passwd === void 0 ? {} : { passwd }
	};
}
/** Path of the image's user database with somebody added; nothing where it knows their number already. */
async function providePasswd(image, inhabitant, { cacheFolder }, id) {
	const file = join(cacheFolder, "passwd", `${image.id.replace(/^sha256:/, "")}-${inhabitant.uid}`);
	return (await readFile(file, "utf8").catch(() => void 0) ?? await makePasswd(image, inhabitant, file, id)) === "" ? void 0 : file;
}
/** Text of the user database; empty where the image's own will do. */
async function makePasswd(image, inhabitant, file, id) {
	await mkdir(join(file, ".."), { recursive: true });
	const copy = `${file}.${id}`;
	const name = `dev-in-docker-${id}-passwd`;
	await docker([
		"create",
		"--name",
		name,
		"--label",
		`dev-in-docker=${id}`,
		image.id,
		"true"
	]);
	await docker([
		"cp",
		"--follow-link",
		`${name}:/etc/passwd`,
		copy
	]);
	await docker([
		"rm",
		"--force",
		"--volumes",
		name
	]);
	const own = await readFile(copy, "utf8").catch(() => "");
	const text = own.split("\n").some((line) => line.split(":")[2] === String(inhabitant.uid)) ? "" : `${own.replace(/\n?$/, "\n")}${passwdLine(inhabitant)}\n`;
	await writeFile(copy, text, { mode: 420 });
	await rename(copy, file);
	return text;
}
/** Name and address that git signs a person's commits with, by the names of its settings; empty where it knows none. */
async function readGitIdentity(folder) {
	const { stdout } = await git([
		"-C",
		folder,
		"config",
		"--null",
		"--get-regexp",
		"^user\\.(name|email)$"
	]);
	return Object.fromEntries(stdout.split("\0").filter((entry) => entry !== "").map((entry) => [entry.split("\n", 1)[0] ?? "", entry.slice(entry.indexOf("\n") + 1)]));
}
/** Absolute path of the git data that a folder's .git file leads to, which a worktree or submodule has elsewhere; or nothing. */
async function gitDataElsewhere(folder) {
	if (await readFile(join(folder, ".git"), "utf8").catch(() => void 0) === void 0) return void 0;
	const { exitCode, stdout } = await git([
		"-C",
		folder,
		"rev-parse",
		"--path-format=absolute",
		"--git-common-dir"
	]);
	return exitCode === 0 && stdout.trim().startsWith("/") ? stdout.trim() : void 0;
}
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
		return runAttached(args, `dev-in-docker-${run.id}`, run.signal);
	});
}
async function devArguments(image, { checkout, folder, plan, run }, { command, ports, isDryRun }) {
	const { context } = plan.test;
	const owner = {
		uid: plan.test.uid,
		gid: plan.test.gid
	};
	const [inhabitant, identity, gitData, volumes] = await Promise.all([
		provideInhabitant(image, projectName(checkout.context), owner, isDryRun ? void 0 : run.id),
		readGitIdentity(context),
		gitDataElsewhere(context),
		isDryRun ? [] : hiddenPlaces(context, image)
	]);
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
		mounts: [{
			source: context,
			target: image.workdir
		}, ...gitData === void 0 ? [] : [{
			source: gitData,
			target: gitData
		}]],
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
