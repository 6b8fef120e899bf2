import { s as getState } from "./packages.js";
import { St as messageOf, _ as unmountAll, g as removeMountFolder, h as skeletonOf, it as docker, q as untag, w as finishSaves } from "./shared.js";
import { rm } from "node:fs/promises";
// src/post.ts
/** Removes what a cancelled main left: containers, mounts, and its temporary folder once the saves in it are done. */
async function cleanUp(id, temp) {
	const { stdout } = await docker([
		"ps",
		"--all",
		"--quiet",
		"--filter",
		`label=dev-in-docker=${id}`
	]);
	const containers = stdout.split("\n").filter((line) => line !== "");
	if (containers.length > 0) await docker([
		"rm",
		"--force",
		"--volumes",
		...containers
	]);
	for (const stage of ["dev", "share"]) await untagRun(`dev-in-docker/*/*:${stage}-${id}`);
	await unmountAll(temp);
	await Promise.all([untag(skeletonOf(id)), removeMountFolder(temp)]);
	await finishSaves(temp);
	await rm(temp, {
		recursive: true,
		force: true
	});
}
/** Takes the references of a run away from what it built. */
async function untagRun(pattern) {
	const { stdout } = await docker([
		"image",
		"ls",
		"--filter",
		`reference=${pattern}`,
		"--format",
		"{{.Repository}}:{{.Tag}}"
	]);
	for (const reference of stdout.split("\n").filter((line) => line !== "")) await untag(reference);
}
const id = getState("id");
if (id !== "" && getState("done") === "") await cleanUp(id, getState("temp")).catch((error) => console.log(`Cleaning up: ${messageOf(error)}`));
process.exit();
export {};
