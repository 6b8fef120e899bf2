import { c as getState } from "./packages.js";
import { d as docker, m as messageOf, n as finishSave } from "./shared.js";
import { rm } from "node:fs/promises";
// src/post.ts
/** Removes what a cancelled main left: its containers, and its temporary folder once the save in it is done. */
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
	await finishSave(temp);
	await rm(temp, {
		recursive: true,
		force: true
	});
}
const id = getState("id");
if (id !== "" && getState("done") === "") await cleanUp(id, getState("temp")).catch((error) => console.log(`Cleaning up: ${messageOf(error)}`));
process.exit();
export {};
