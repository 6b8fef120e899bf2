import { a as getState } from "./packages.js";
import { A as finishSaves, Ct as docker, Ft as messageOf, Ht as ownName, Vt as ownLabel, Wt as ownReferences, _ as unmountAll, c as removeContainers, g as removeMountFolder, lt as say, tt as untag } from "./shared.js";
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
process.exit();
export {};
