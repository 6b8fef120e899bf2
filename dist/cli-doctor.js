import { F as kindWithin, L as examineGit, S as readStage } from "./cli-pep440.js";
import { $ as proxyVariables, J as defaultPlatform, L as askBriefly, et as readContext, j as byteSize, rt as quote, tt as readPerson } from "./cli-settings.js";
import { A as findSocket, At as hiddenFolders, C as require_semver, F as inspectIgnore, Gt as trustCure, J as foldersKeptVisible, O as askEngine, R as stagesArguments, T as localImage, Y as placed, Z as inspectTraits, b as explainEngine, g as examineEngine, h as examineClient, j as parse, n as planLocal, r as surveyLocal, w as findImage, x as lastWords, y as personsSystem } from "./cli-project.js";
import { d as render, i as quoted, r as plain, s as UserError } from "./cli-plain.js";
import { n as inSession } from "./cli-session.js";
import { access, lstat, readFile, readdir, realpath, statfs } from "node:fs/promises";
import { join } from "node:path";
import { constants } from "node:fs";
import { styleText } from "node:util";
// src/doctor/findings.ts
/** A finding that is as it should be. */
function ok(subject, text) {
	return {
		mark: "ok",
		subject,
		text
	};
}
/** A finding that is worth a look. */
function note(subject, text, cure) {
	return {
		mark: "note",
		subject,
		text,
		cure
	};
}
/** A finding that is in the way. */
function wrong(subject, text, cure) {
	return {
		mark: "wrong",
		subject,
		text,
		cure
	};
}
/** Sections without what is as it should be. */
function worthALook(sections) {
	return sections.map(({ title, findings }) => ({
		title,
		findings: findings.filter(({ mark }) => mark !== "ok")
	})).filter(({ findings }) => findings.length > 0);
}
/** How many findings are marked so. */
function countMarked(sections, mark) {
	return sections.flatMap(({ findings }) => findings).filter((finding) => finding.mark === mark).length;
}
/** What it comes to, in one sentence. */
function verdictOf(sections) {
	const things = (count) => count === 1 ? "1 thing is" : `${count} things are`;
	const notes = countMarked(sections, "note");
	const wrongs = countMarked(sections, "wrong");
	const worth = notes === 0 ? "" : `; ${things(notes)} worth a look`;
	if (wrongs > 0) return `${things(wrongs)} wrong${worth}.`;
	return notes === 0 ? "All is well." : `Nothing is wrong${worth}.`;
}
// src/doctor/runtime.ts
var import_semver = require_semver();
/** Without CVE-2025-31133, CVE-2025-52565, CVE-2025-52881, and CVE-2024-21626 before them. */
const SAFE_RUNC = ">=1.2.8 <1.3.0-0 || >=1.3.3 <1.4.0-0 || >=1.4.0-rc.3";
/** Its BuildKit is without CVE-2024-23651, CVE-2024-23652 and CVE-2024-23653. */
const SAFE_ENGINE = "25.0.2";
/**
* What is known of the engine, and of what it starts containers with. Nothing of it is in the way: distributions bring
* fixes to older versions.
*/
function runtimeFindings({ ServerVersion = "", RuncCommit }) {
	return [...engineFindings(ServerVersion), ...runcFindings(RuncCommit?.ID ?? "")];
}
function engineFindings(version) {
	const found = (0, import_semver.coerce)(version);
	if (!found || !(0, import_semver.lt)(found, SAFE_ENGINE)) return [];
	return [note("Engine", `${version} lets builds reach files of this machine (CVE-2024-23651 and others)`, `update Docker: ${SAFE_ENGINE} has the fixes`)];
}
/** Where Docker's own packages, or a distribution's, build runc, its commit has its version in front. */
function runcFindings(commit) {
	const [, version, rest = ""] = /^v?(\d+\.\d+\.\d+(?:-rc\.\d+)?)(?![\w.])(.*)$/.exec(commit) ?? [];
	if (version === void 0) return [];
	if ((0, import_semver.satisfies)(version, SAFE_RUNC, { includePrerelease: true })) return [ok("Runtime", `runc ${version}`)];
	const isUpstream = /^-\d+-g[0-9a-f]+$/.test(rest);
	return [note("Runtime", `runc ${version}, which code in a container can break out of (CVE-2025-31133 and others)` + (isUpstream ? "" : ", unless your distribution has brought the fix to it"), "update Docker, and containerd with it: runc 1.2.8, 1.3.3 and 1.4 have the fix")];
}
// src/doctor/docker.ts
/** A build of a scientific image takes some of it, and fails where there is none left. */
const LITTLE_FREE_BYTES = 1e10;
const NO_FREE_BYTES = 1e9;
const MUCH_CACHE_BYTES = 2e10;
/** What a virtual machine has unless told otherwise may be too little for an analysis. */
const LITTLE_MEMORY_BYTES = 4e9;
/** What is found of Docker. */
function dockerFindings(facts, machine) {
	const { address, client, engine } = facts;
	const ofClient = clientFindings(client, machine);
	if ("trouble" in engine) {
		const { trouble } = engine;
		if (trouble.kind === "no-client") return ofClient;
		const ofEngine = troubleFinding("Engine", trouble, machine);
		return trouble.kind === "podman" ? [ofEngine] : [...ofClient, ofEngine];
	}
	return [
		...ofClient,
		...placeFindings(engine.engine, engine.info, address),
		...runtimeFindings(engine.info),
		...storeFindings(engine.engine),
		...platformFindings(engine.engine, machine),
		...roomFindings(facts),
		...memoryFindings(engine.info)
	];
}
function clientFindings({ version, buildx, trouble }, machine) {
	if (trouble?.kind === "no-client") return [troubleFinding("Client", trouble, machine)];
	return [
		...version === "" ? [] : [ok("Client", version)],
		...trouble ? [troubleFinding("Buildx", trouble, machine)] : [],
		...buildx === "" || trouble ? [] : [ok("Buildx", buildx.replace(/^v/, ""))]
	];
}
function troubleFinding(subject, trouble, { system }) {
	const { problem, cure } = explainEngine(trouble, system);
	return wrong(subject, problem, cure);
}
function placeFindings(engine, info, { host, origin, contextName }) {
	const by = origin === "DOCKER_HOST" ? origin : `context ${contextName}`;
	const place = `${host || "an unknown place"}${origin === "default" ? "" : ` (${by})`}`;
	const findings = [ok("Engine", `${engine.version} at ${place}`)];
	if (info.OSType === "windows") findings.push(wrong("Engine", "it runs Windows containers", "switch Docker Desktop to Linux containers, in its icon's menu"));
	if (/^(?:ssh|tcp|https?):/.test(host)) {
		const cure = origin.startsWith("DOCKER_") ? `unset ${origin}` : "run \"docker context use default\"";
		findings.push(wrong("Engine", "it is on another machine, where your project's files are not", cure));
	}
	if (info.DockerRootDir?.startsWith("/var/snap/")) findings.push(wrong("Engine", "it comes from a snap, which sees neither /tmp nor hidden folders", "remove it (\"sudo snap remove docker\") and install Docker Engine, see https://docs.docker.com/engine/install/"));
	return findings;
}
function storeFindings({ store, isRootless, isUserMapped }) {
	const findings = [ok("Image store", `${store}${isRootless ? ", rootless" : ""}`)];
	if (isUserMapped && !isRootless) findings.push(note("Users", "users in containers are others than on this machine", "take \"userns-remap\" out of /etc/docker/daemon.json, if files from containers belong to nobody"));
	return findings;
}
const ARCHITECTURES = {
	x86_64: "amd64",
	aarch64: "arm64"
};
function platformFindings({ architecture }, { defaultPlatform }) {
	const own = `linux/${ARCHITECTURES[architecture] ?? architecture}`;
	if (defaultPlatform === "" || defaultPlatform.startsWith(own)) return [];
	return [note("Platform", `DOCKER_DEFAULT_PLATFORM is ${defaultPlatform}, which an engine of ${own} emulates, slowly`, `unset it, if your packages have wheels for ${own}`)];
}
function roomFindings({ freeBytes, imageBytes, buildCacheBytes }) {
	const findings = [];
	if (freeBytes !== void 0) {
		const text = `${byteSize(freeBytes)} free where the engine keeps its data`;
		const cure = "remove what nothing uses: \"docker system prune\"";
		if (freeBytes < NO_FREE_BYTES) findings.push(wrong("Disk", text, cure));
		else findings.push(freeBytes < LITTLE_FREE_BYTES ? note("Disk", text, cure) : ok("Disk", text));
	}
	if (imageBytes !== void 0 && buildCacheBytes !== void 0) {
		const text = `${byteSize(imageBytes)} of images, ${byteSize(buildCacheBytes)} of build cache`;
		findings.push(buildCacheBytes > MUCH_CACHE_BYTES ? note("Images", text, "remove what builds no longer use: \"docker builder prune\"") : ok("Images", text));
	}
	return findings;
}
function memoryFindings({ MemTotal, NCPU, OperatingSystem }) {
	if (!MemTotal) return [];
	const text = `${byteSize(MemTotal)} and ${NCPU === 1 ? "1 CPU" : `${NCPU} CPUs`} for all containers`;
	if (MemTotal >= LITTLE_MEMORY_BYTES) return [ok("Memory", text)];
	return [note("Memory", text, `give ${OperatingSystem === "Docker Desktop" ? "Docker Desktop (Settings, Resources)" : "its virtual machine"} more; what needs more than there is gets killed (exit code 137)`)];
}
// src/doctor/project.ts
/** What is found of the project. */
function projectFindings({ dockerfile, image, trouble, ...facts }) {
	return [
		ok("Folder", facts.folder),
		...facts.isOnWindows ? [note("Folder", "it is on a disk of Windows', slow from WSL", "move it into the Linux file system: ~/projects")] : [],
		...facts.settings === void 0 ? [] : [ok("Settings", facts.settings)],
		...trouble === void 0 ? [] : [sentenceFinding("Project", trouble)],
		...dockerfile ? [...trouble === void 0 ? stageFindings(dockerfile) : [], packagesFinding(dockerfile)] : [],
		...dockerfile && image ? [imageFinding(dockerfile, image)] : [],
		...dockerfile && facts.files ? ignoreFindings(dockerfile, facts.files) : [],
		...facts.files ? ownerFindings(facts.files, facts.uid) : []
	];
}
function stageFindings({ path, stages, target, shareTarget }) {
	if (stages.length === 0) return [ok("Dockerfile", path)];
	const file = ok("Dockerfile", `${path}, with the stages ${stages.join(", ")}`);
	if (stages.includes(shareTarget.toLowerCase())) return [file];
	const cure = `add one, with your code in it: FROM ${target} AS ${shareTarget}`;
	return [file, note("Dockerfile", `no stage to share: there is no ${quoted(shareTarget)}`, cure)];
}
/** Files of packages, by their names, among what a stage copies; relative to the context. */
function copiedPackageFiles(copies) {
	const names = /(?:^|\/)(?:[^/]*requirements?[^/]*|reqs?[^/]*\.txt|pyproject\.toml|[^/]*\.lock|Pipfile|env[^/]*\.ya?ml|setup\.(?:py|cfg))$/i;
	return copies.flatMap(({ sources }) => sources.filter((source) => names.test(source)));
}
function packagesFinding({ dependencies }) {
	if (dependencies.length > 0) return ok("Packages", `named by ${dependencies.join(", ")}`);
	return note("Packages", "no file names them", "list them in a requirements.txt, and install from that in the Dockerfile");
}
function imageFinding({ target, sources }, { isThere, obstacle }) {
	const subject = "Image";
	if (obstacle !== void 0) return sentenceFinding(subject, obstacle);
	if ("doubt" in sources) return ok(subject, `each start asks BuildKit whether ${target} is current: ${sources.doubt}`);
	if ("line" in sources) return note(subject, `each change of code builds ${target} anew: line ${sources.line} copies it (${quoted(sources.instruction)})`, "copy there only what packages are installed from: the project is mounted anyway");
	return ok(subject, isThere ? `${target} is there and current: it starts at once` : `${target} is built at its next start`);
}
function ignoreFindings({ sharesAll, shareTarget }, { unwanted }) {
	if (!sharesAll || unwanted.length === 0) return [];
	return [note("Ignored", `the ${shareTarget} image gets ${unwanted.join(", ")} too`, `write ${unwanted.length === 1 ? "that" : "them"} into .dockerignore, one a line`)];
}
function ownerFindings({ rootOwned, uid: owner }, uid) {
	const cure = `run "sudo chown -R $USER ." in the project's folder`;
	if (rootOwned.length > 0) return [wrong("Files", `root owns some of them, which you can't change: ${rootOwned.join(", ")}`, cure)];
	if (uid === 0 || owner === uid) return [];
	return [note("Files", "the project belongs to another user, as will what is written in containers", cure)];
}
/** A sentence of ours, which has its cure within. */
function sentenceFinding(subject, sentence) {
	return {
		mark: "wrong",
		subject,
		text: sentence
	};
}
// src/doctor/diagnose.ts
/** Above this, what is kept for a person is worth a word. */
const MUCH_STATE_BYTES = 2e9;
const SYSTEMS = {
	linux: "Linux",
	macos: "macOS",
	wsl: "Linux in WSL"
};
/** What was found, and what is wrong. */
function diagnose({ machine, docker, credentials, project, git }) {
	return [
		{
			title: "This machine",
			findings: machineFindings(machine)
		},
		{
			title: "Docker",
			findings: dockerFindings(docker, machine)
		},
		{
			title: "Logins",
			findings: credentialFindings(credentials, machine)
		},
		{
			title: "Project",
			findings: [
				...projectFindings(project),
				...reachFindings(docker.address.host, project.folder),
				gitFinding(git)
			]
		}
	];
}
/** The virtual machine of Colima has the home folder of its user, and no other unless told so. */
function reachFindings(host, folder) {
	const [, home] = /^unix:\/\/(.+?)\/(?:\.colima|\.config\/colima)\//.exec(host) ?? [];
	if (home === void 0 || `${folder}/`.startsWith(`${home}/`)) return [];
	return [note("Folder", "containers of Colima see only what is in your home folder, and this would be empty", "move the project there, or start Colima with \"--mount\"")];
}
function machineFindings(machine) {
	const { platform, nodeVersion, architecture, stateFolder, stateBytes } = machine;
	const system = platform === "win32" ? wrong("System", "Windows itself", "run dev-in-docker within WSL, with the project in a folder there") : ok("System", `${SYSTEMS[machine.system]} on ${architecture}, Node ${nodeVersion}`);
	if (stateBytes === void 0) return [system];
	const kept = `${byteSize(stateBytes)} for homes in containers, in ${stateFolder}`;
	return stateBytes > MUCH_STATE_BYTES ? [system, note("Kept", kept, "remove the folders in it whose projects you no longer have")] : [system, ok("Kept", kept)];
}
function credentialFindings(facts, { proxies }) {
	const { folder, file, state, registries, helpers, missingHelpers, unwritable, hasProxies } = facts;
	const subject = "Configuration";
	const findings = [];
	if (state === "no JSON") findings.push(wrong(subject, `${file} is no JSON`, "fix it, or remove it and log in anew"));
	const closed = state === "unreadable" ? file : unwritable;
	if (closed !== void 0) {
		const cure = `run "sudo chown -R $USER ${quote(folder)}": most likely "sudo docker" made it root's`;
		findings.push(wrong(subject, `docker needs ${closed}, which you may not ${state === "unreadable" ? "read" : "write"}`, cure));
	}
	const text = registries.map(registryName).join(", ") || "none: enough for public images";
	const kept = registries.length > 0 && helpers.length > 0 ? `, kept by ${helpers.join(", ")}` : "";
	findings.push(ok("Registries", text + kept));
	for (const helper of missingHelpers) findings.push(wrong("Helper", `${helper}, which ${file} names, is not on the PATH`, "install it, or remove \"credsStore\" or \"credHelpers\" from that file and log in anew"));
	if (proxies.length > 0 && !hasProxies) {
		const cure = `name the proxy in ${file} ("proxies"), see https://docs.docker.com/engine/cli/proxy/`;
		findings.push(note("Proxy", `builds and containers don't see your ${proxies.join(", ")}`, cure));
	}
	return findings;
}
function gitFinding({ state, top, hasIdentity }) {
	const subject = "Git";
	if (state === "no git") return note(subject, "is not installed", "install git, to keep versions and to publish");
	if (state === "distrusted") return wrong(subject, "it distrusts this folder, which belongs to another user", trustCure(top));
	const repository = state === "repository" ? "a repository" : "no repository";
	if (hasIdentity) return ok(subject, `${repository}, and git knows your name`);
	return note(subject, `${repository}, but git does not know your name, which a commit needs`, "run \"git config --global user.name …\" and \"git config --global user.email …\"");
}
/** Docker Hub's login has the address of an API that is long gone. */
function registryName(name) {
	return /^https?:\/\/index\.docker\.io\//.test(name) ? "docker.io" : name.replace(/^https?:\/\//, "");
}
// src/doctor/steps/credentials.ts
/** Looks at the docker client's configuration, and for the programs it names in the given folders. Never rejects. */
async function examineCredentials(configFolder, programFolders) {
	const file = join(configFolder, "config.json");
	const { text, state } = await readFile(file, "utf8").then((text) => ({
		text,
		state: "read"
	}), (error) => ({
		text: "{}",
		state: error.code === "ENOENT" ? "absent" : "unreadable"
	}));
	const config = parse(text);
	const { auths, credsStore, credHelpers, proxies } = config ?? {};
	const names = [...credsStore ? [credsStore] : [], ...Object.values(credHelpers ?? {})];
	const helpers = [...new Set(names.map((name) => `docker-credential-${name}`))];
	const unwritable = await findUnwritable(join(configFolder, "buildx"));
	const areThere = await Promise.all(helpers.map((helper) => isProgram(helper, programFolders)));
	return {
		folder: configFolder,
		file,
		state: config ? state : "no JSON",
		helpers,
		hasProxies: proxies !== void 0,
		registries: [.../* @__PURE__ */ new Set([...Object.keys(auths ?? {}), ...Object.keys(credHelpers ?? {})])],
		missingHelpers: helpers.filter((_, index) => !areThere[index]),
		...unwritable === void 0 ? {} : { unwritable }
	};
}
async function isProgram(name, folders) {
	return (await Promise.all(folders.map((folder) => can(join(folder, name), constants.X_OK)))).includes(true);
}
/** Among the places where buildx notes what it does; `sudo docker` may have made them root's. */
async function findUnwritable(folder) {
	for (const path of [
		folder,
		join(folder, "activity"),
		join(folder, "refs")
	]) if (await can(path, constants.F_OK) && !await can(path, constants.W_OK)) return path;
}
function can(path, mode) {
	return access(path, mode).then(() => true, () => false);
}
// src/doctor/disk.ts
/**
* The folder on this machine that an engine keeps its data in, by the address of its socket and this machine's system as
* Node says it; undefined where that is in a virtual machine, or elsewhere.
*/
function dataFolder({ DockerRootDir = "", OperatingSystem }, socket, platform) {
	return socket !== void 0 && platform === "linux" && OperatingSystem !== "Docker Desktop" && DockerRootDir !== "" ? DockerRootDir : void 0;
}
/** Bytes of images and of the build cache. What is in both counts as an image's, as docker has it. */
function usedBytes({ LayersSize, BuildCache }) {
	const cached = (BuildCache ?? []).filter(({ Shared }) => !Shared);
	return {
		imageBytes: LayersSize ?? 0,
		buildCacheBytes: cached.reduce((sum, { Size = 0 }) => sum + Size, 0)
	};
}
// src/doctor/steps/docker.ts
/** Somebody waits for what is found. */
const PATIENCE_SECONDS = 8;
/** Looks at the docker client, the engine and the room it has; asks nobody else. Never rejects. */
async function examineDocker(settings) {
	const [address, client, engine] = await Promise.all([
		findSocket(settings),
		examineClient(PATIENCE_SECONDS),
		examineEngine(settings, PATIENCE_SECONDS)
	]);
	if ("trouble" in engine) return {
		address,
		client,
		engine
	};
	const { socket } = engine.engine;
	const [free, sizes] = await Promise.all([freeSpace(dataFolder(engine.info, socket, process.platform)), socket ? usedSpace(socket) : {}]);
	return {
		address,
		client,
		engine,
		...free === void 0 ? {} : { freeBytes: free },
		...sizes
	};
}
async function freeSpace(folder) {
	if (folder === void 0) return void 0;
	return statfs(folder).then(({ bavail, bsize }) => bavail * bsize, () => void 0);
}
/** In the words of an API that all engines know which can be used: newer ones have others. */
async function usedSpace(socket) {
	const usage = await askEngine(socket, "/v1.44/system/df?type=image&type=build-cache");
	return usage ? usedBytes(usage) : {};
}
// src/doctor/steps/project.ts
/** What has no place in an image: history, passwords, and packages of this machine. */
const UNWANTED = [
	".git",
	".env",
	".venv",
	"venv",
	"node_modules"
];
/** Enough to find what a container of root's left behind, at once even in a large project. */
const MOST_ENTRIES = 5e3;
const PATIENCE_MILLISECONDS = 1e4;
/** Looks at a project's files. Never rejects. */
async function examineFiles({ context, dockerfile, uid }) {
	if (context === void 0 || dockerfile === void 0) return {
		unwanted: [],
		rootOwned: [],
		uid
	};
	const ignore = await inspectIgnore({
		context,
		dockerfile
	});
	const unwanted = [];
	for (const name of UNWANTED) if (await kindWithin(context, name) && !ignore.ignores(name)) unwanted.push(name);
	return {
		unwanted,
		rootOwned: uid === 0 ? [] : await rootOwnedIn(context),
		uid
	};
}
/** What BuildKit says of a Dockerfile that it can't read, in a sentence; undefined where it can. Never rejects. */
async function findSyntaxError(builder, { context, dockerfile }) {
	if (context === void 0 || dockerfile === void 0) return void 0;
	const args = stagesArguments({
		builder,
		context,
		dockerfile
	});
	const answer = await askBriefly("docker", args, PATIENCE_MILLISECONDS);
	if (!answer || answer.exitCode === 0) return void 0;
	return `BuildKit can't read the Dockerfile: ${lastWords(answer.stderr).replace(/^ERROR: (?:failed to \w+: )*/, "")}`;
}
async function rootOwnedIn(folder) {
	const found = [];
	let seen = 0;
	for await (const { path } of entriesWithin(folder)) {
		if ((await lstat(join(folder, path)).catch(() => void 0))?.uid === 0) found.push(path);
		seen += 1;
		if (found.length === 3 || seen === MOST_ENTRIES) break;
	}
	return found;
}
/** Bytes of the files in a folder, at any depth; undefined where there are none, or too many to count. */
async function sizeOf(folder) {
	let bytes = 0;
	let seen = 0;
	for await (const { path, isFile } of entriesWithin(folder)) {
		if (isFile) bytes += (await lstat(join(folder, path)).catch(() => void 0))?.size ?? 0;
		seen += 1;
		if (seen === MOST_ENTRIES * 10) return void 0;
	}
	return bytes || void 0;
}
/** What lies in a folder, the nearest first; links are not followed. */
async function* entriesWithin(folder) {
	const folders = [""];
	for (const parent of folders) {
		const entries = await readdir(join(folder, parent), { withFileTypes: true }).catch(() => []);
		for (const entry of entries) {
			const path = join(parent, entry.name);
			yield {
				path,
				isFile: entry.isFile()
			};
			if (entry.isDirectory()) folders.push(path);
		}
	}
}
// src/laptop/commands/findings.ts
const MARKS = {
	ok: "✓",
	note: "!",
	wrong: "✗"
};
const COLOURS = {
	ok: "green",
	note: "yellow",
	wrong: "red"
};
/** Mark, blank and indentation. */
const MARGIN = 4;
/** Findings as lines for a terminal of so many columns, coloured where standard output takes it. */
function findingLines(sections, columns) {
	const width = Math.max(0, ...sections.flatMap(({ findings }) => findings).map(({ subject }) => subject.length)) + 2;
	return [...sections.flatMap(({ title, findings }) => [
		styleText("bold", title),
		...findings.flatMap((finding) => linesOf(finding, width, columns)),
		""
	]), styleText("bold", verdictOf(sections))];
}
function linesOf({ mark, subject, text, cure }, width, columns) {
	const room = Math.max(columns - MARGIN - width, 20);
	const indent = " ".repeat(MARGIN + width);
	const [first = "", ...rest] = wrapped(text, room);
	const [cureFirst, ...cureRest] = cure === void 0 ? [] : wrapped(cure, room - 2);
	return [
		`  ${styleText(COLOURS[mark], MARKS[mark])} ${subject.padEnd(width)}${first}`,
		...rest.map((line) => indent + line),
		...cureFirst === void 0 ? [] : [`${indent}${styleText("cyan", "→")} ${cureFirst}`],
		...cureRest.map((line) => `${indent}  ${line}`)
	];
}
/** Text on lines of so many characters; a longer word stays whole, so that it can be copied. */
function wrapped(text, room) {
	const lines = [""];
	for (const word of plain(text).split(/\s+/)) {
		const line = lines.at(-1) ?? "";
		if (line === "") lines[lines.length - 1] = word;
		else if (line.length + 1 + word.length <= room) lines[lines.length - 1] = `${line} ${word}`;
		else lines.push(word);
	}
	return lines;
}
// src/laptop/commands/doctor.ts
/**
* Looks at all that the other commands need, changes nothing and asks nobody but the engine. Says what it finds and what
* is wrong; resolves with 1 where something is.
*/
async function doctor(options) {
	return inSession(options, async (run) => {
		const { docker, programFolders } = readContext();
		const [machine, found, credentials, survey] = await Promise.all([
			examineMachine(),
			examineDocker(docker),
			examineCredentials(docker.configFolder, programFolders),
			orSentence(run, () => surveyLocal(options.inputs, run, "target"))
		]);
		const engine = "engine" in found.engine ? found.engine.engine : void 0;
		const project = await examineProject({
			survey,
			planned: engine && "value" in survey ? await orSentence(run, () => planLocal(survey.value, engine, run)) : void 0,
			engine,
			run
		});
		const all = diagnose({
			machine,
			docker: found,
			credentials,
			project,
			git: await examineGit(project.folder)
		});
		const sections = options.isQuiet ? worthALook(all) : all;
		for (const line of findingLines(sections, columnsOf(process.stdout))) console.log(line);
		return countMarked(sections, "wrong") > 0 ? 1 : 0;
	});
}
async function orSentence(session, action) {
	try {
		return { value: await action() };
	} catch (error) {
		if (error instanceof UserError) return { sentence: render(error.sentence, "person", session.settings) };
		throw error;
	}
}
async function examineMachine() {
	const { stateFolder } = readPerson();
	const stateBytes = await sizeOf(stateFolder);
	return {
		system: personsSystem(),
		platform: process.platform,
		architecture: process.arch,
		nodeVersion: process.versions.node,
		proxies: proxyVariables(),
		defaultPlatform: defaultPlatform(),
		stateFolder,
		...stateBytes === void 0 ? {} : { stateBytes }
	};
}
async function examineProject({ survey, planned, engine, run }) {
	const folder = "value" in survey ? survey.value.context.workspace : await realpath(process.cwd());
	const facts = {
		folder,
		isOnWindows: personsSystem() === "wsl" && /^\/mnt\/[a-z]\//.test(folder),
		uid: process.getuid?.() ?? 0,
		...run.settings ? { settings: run.settings.origin } : {}
	};
	if ("sentence" in survey) return {
		...facts,
		trouble: survey.sentence
	};
	const dockerfile = dockerfileFacts(survey.value);
	const files = await examineFiles(survey.value.checkout);
	const unreadable = engine && dockerfile && "doubt" in dockerfile.sources ? await findSyntaxError(engine.builder, survey.value.checkout) : void 0;
	const known = {
		...facts,
		files,
		...dockerfile ? { dockerfile } : {}
	};
	if (unreadable !== void 0) return {
		...known,
		trouble: unreadable
	};
	if (!planned) return known;
	if ("sentence" in planned) return {
		...known,
		trouble: planned.sentence
	};
	return {
		...known,
		image: await examineImage(planned.value)
	};
}
function dockerfileFacts({ inputs, context, checkout, stage }) {
	if (!stage || checkout.dockerfile === void 0) return void 0;
	const shareTarget = inputs["share-target"];
	const shared = readStage(stage.dockerfile, shareTarget, inputs["build-args"]);
	const { files } = checkout.dependencies;
	return {
		path: checkout.dockerfile.slice(context.workspace.length + 1),
		stages: stage.inputs.stages,
		target: inputs.target,
		shareTarget,
		sources: stage.sources,
		sharesAll: shared.copies.some(({ sources }) => sources.some((source) => /^(?:\.|\/)\/?$/.test(source))),
		dependencies: files.length > 0 ? files : copiedPackageFiles(stage.inputs.copies)
	};
}
async function examineImage({ plan, stage, checkout, engine, run }) {
	const image = await findImage(localImage(plan.dev, stage), engine.socket);
	if (!image) return { isThere: false };
	const hidden = await orSentence(run, () => requireNothingHidden(checkout.context, placed(image, plan.test), run));
	return {
		isThere: true,
		..."sentence" in hidden ? { obstacle: hidden.sentence } : {}
	};
}
/** Fails where packages of the image can't be kept visible; looks into it only where there may be such. */
async function requireNothingHidden(context, image, run) {
	if (hiddenFolders(image).length > 0) await foldersKeptVisible(context, image, await inspectTraits(image, run));
}
/** As wide as the terminal, but no wider than one likes to read; in a pipe as most terminals. */
function columnsOf({ columns }) {
	return Math.min(columns || 80, 100);
}
export { doctor };
