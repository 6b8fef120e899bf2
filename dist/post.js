import { p as getState } from "./packages.js";
import { A as unmountAll, Cr as ownName, Hn as say, Sr as ownLabel, Tr as ownReferences, V as finishSaves, ct as untag, er as leave, gr as messageOf, ir as docker, k as removeMountFolder, m as removeContainers } from "./shared.js";
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
