import { c as getState } from "./packages.js";
import { Gt as messageOf, Mt as docker, O as finishSaves, Qt as say, Y as untag, _ as unmountAll, c as removeContainers, dn as leave, fn as ownLabel, g as removeMountFolder, hn as ownReferences, pn as ownName } from "./shared.js";
import { rm } from "node:fs/promises";
// src/post.ts
/** Removes what a cancelled main left: containers, mounts, and once its saves are done the rest that was its own. */
async function cleanUp(id, temp) {
	await removeContainers([ownName(id)]);
	await unmountAll(temp);
	await removeMountFolder(temp);
	await finishSaves(temp);
	const { stdout } = await docker([
		"ps",
		"--all",
		"--quiet",
		"--filter",
		`label=${ownLabel(id)}`
	]);
	await removeContainers(stdout.split("\n").filter((line) => line !== ""));
	await untag(...ownReferences(id));
	await rm(temp, {
		recursive: true,
		force: true
	});
}
const id = getState("id");
if (id !== "" && getState("done") === "") await cleanUp(id, getState("temp")).catch((error) => say({ reader: "runner" }, `Cleaning up: ${messageOf(error)}`));
leave(0);
export {};
