import { D as readPerson, d as docker, p as git } from "./cli-settings.js";
import { O as UserError, k as messageOf } from "./cli-html.js";
import { ct as passwdLine, dt as userNameOf, st as homeOf } from "./cli-project.js";
import { chown, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
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
		const place = posix.relative(homeOf(inhabitant), target);
		if (!place.startsWith("..")) await mkdir(join(inhabitant.home, place), { recursive: true });
	}
}
/** Path of the image's user database with somebody added; nothing where it knows their number already. */
async function providePasswd(image, inhabitant, { cacheFolder }, id) {
	const file = join(cacheFolder, "passwd", `${image.id.replace(/^sha256:/, "")}-${inhabitant.uid}-${inhabitant.gid}`);
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
	const { exitCode } = await docker([
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
	if (exitCode !== 0) return "";
	const own = await readFile(copy, "utf8");
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
export { readGitIdentity as i, provideInhabitant as n, provideMountPoints as r, gitDataElsewhere as t };
