import { G as join$1, K as quote, R as isStartedByNpx, o as noInputs } from "./cli-settings.js";
import { O as readIgnore, b as readStage, f as foldersUpwards, j as findWithin, n as validRange, o as DEPENDENCY_FILES, p as completeInputs, t as satisfies } from "./cli-pep440.js";
import { n as plain, o as UserError, r as quoted, s as messageOf } from "./cli-plain.js";
import { access, lchown, lstat, mkdir, open, readFile, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { constants, existsSync } from "node:fs";
// src/init/requirements.ts
/**
* Files of requirements, in the order in which they are looked at: the first one is installed, and of the others one that
* names pytest, if the first one doesn't.
*/
const REQUIREMENTS_FILES = [
	"requirements.txt",
	"requirements/base.txt",
	"requirements-dev.txt",
	"requirements-test.txt",
	"requirements-tests.txt",
	"dev-requirements.txt",
	"test-requirements.txt",
	"requirements_dev.txt",
	"requirements_test.txt",
	"requirements/dev.txt",
	"requirements/test.txt",
	"requirements/tests.txt",
	"requirements.in"
];
/** How lines of requirements for code in the project begin, for `sed -E`; an address such as `git+https:` makes them another's. */
const OWN_CODE = "(-e|--editable|[.]|file:)";
const ADDRESS = "[+][a-z]+:";
/** Reads a file of requirements. What is no requirement is left to pip. */
function readRequirements(text) {
	const lines = text.replace(/\\\r?\n/g, " ").split(/\r?\n/).map((line) => line.replace(/(?:^|\s)#.*$/, "").trim());
	return {
		names: lines.flatMap(requirementName),
		includes: lines.flatMap((line) => pathAfter(/^(?:-r\s*|--requirement(?:\s+|=))/, line)),
		constraints: lines.flatMap((line) => pathAfter(/^(?:-c\s*|--constraint(?:\s+|=))/, line)),
		hasOwnCode: lines.some((line) => new RegExp(`^(-e|--editable|[.]|file:)`).test(line) && !(/* @__PURE__ */ new RegExp("[+][a-z]+:")).test(line)),
		takesGit: lines.some((line) => /\bgit\+/.test(line)),
		onMachine: lines.filter((line) => /^[\w.[\],-]+\s*@\s*file:/.test(line))
	};
}
/** pip splits a line as a shell does; what is on the network is none of ours. */
function pathAfter(option, line) {
	if (!option.test(line)) return [];
	const [, double, single, bare] = /^(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(line.replace(option, "")) ?? [];
	const path = double ?? single ?? bare ?? "";
	return path === "" || /^[a-z+]+:\/\//i.test(path) ? [] : [path];
}
/** The package that a requirement is for, in pip's spelling; none where it is no requirement by name. */
function requirementName(requirement) {
	const [, name] = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:[[(<>=!~;@ ]|$)/.exec(requirement.trim()) ?? [];
	return name === void 0 ? [] : [normalName(name)];
}
/** A package's name as pip compares it. */
function normalName(name) {
	return name.replace(/[-_.]+/g, "-").toLowerCase();
}
// src/init/dockerfile.ts
const WORKDIR = "/usr/src/app";
const PIP_CACHE = "--mount=type=cache,target=/root/.cache/pip";
const UV_CACHE = "--mount=type=cache,target=/root/.cache/uv";
/** Text of a Dockerfile with the stages dev and share, for somebody who may never have read one. */
function dockerfileText(facts) {
	const { packages, python } = facts;
	const { before, after, addPytest } = RECIPES[packages.kind](packages);
	const isConda = packages.kind === "environment";
	const lines = [
		"# dev: Python and your packages, without your code, which is mounted instead. You work and test in it.",
		...isConda ? [] : [`# ${python.reason}`],
		`FROM ${isConda ? "mambaorg/micromamba:2" : `python:${python.version}-slim`} AS dev`,
		...isConda ? ["USER root"] : [],
		`WORKDIR ${WORKDIR}`,
		"# What Python prints is seen at once, in a pipe and a log too.",
		"ENV PYTHONUNBUFFERED=1",
		...packages.takesGit ? GIT : SYSTEM,
		...before,
		...codeLines(facts),
		"# Only these files are copied here, so that the packages are installed again only when one of them changes.",
		...copyLines(packages.files),
		...after,
		...packages.hasPytest ? [] : [`# Runs the tests. Once ${pytestGoes(packages)}, this line can go.`, addPytest],
		"",
		"# share: dev plus your code and its tests, to give away. What .dockerignore lists is left out.",
		"FROM dev AS share",
		"COPY . ."
	];
	lines.splice(lines.findIndex((line) => line.startsWith("RUN --mount=type=cache")), 0, "# The cache mount keeps what was downloaded from one build to the next, outside of the image.");
	return `${lines.join("\n")}\n`;
}
const VENV = ["# The packages are in a folder of their own, which stays visible when your project is mounted at WORKDIR.", "RUN python -m venv /opt/venv"];
const VENV_PATH = "ENV PATH=\"/opt/venv/bin:$PATH\"";
const VENV_VARIABLES = "ENV VIRTUAL_ENV=/opt/venv PATH=\"/opt/venv/bin:$PATH\"";
const UV = [
	`RUN ${PIP_CACHE} pip install uv`,
	"# Byte code is compiled once, here. Files are copied out of the cache, which is elsewhere.",
	"ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never"
];
/** The base images empty apt's own cache after each install, so that only its lists are kept. */
const APT = ["RUN --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\", "    apt-get update && apt-get install --yes --no-install-recommends git"];
const GIT = ["# Some packages come from git repositories.", ...APT];
const SYSTEM = ["# What is no package of Python, such as git, gcc, or libgomp1 for LightGBM, is installed like this:", ...APT.map((line) => `# ${line}`)];
const LEFT_OUT = "# Your own code is not here yet: the lines that name it are left out.";
const PIP_LINES = `/^ *${OWN_CODE}/d`;
/** An entry becomes one without meaning to pip, as micromamba takes no list that is empty. */
const CONDA_LINES = `s/^( *- +)\\W?${OWN_CODE}.*/\\1"# left out"/`;
/** Takes the lines for the project's own code out of copied files. */
const leaveOut = (edits, files) => [LEFT_OUT, `RUN sed -i -E '/${ADDRESS}/!{${edits}}' ${join$1(files)}`];
const pip = ({ files, requirements, hasOwnCode }) => ({
	before: [...VENV, VENV_PATH],
	after: [...hasOwnCode ? leaveOut(PIP_LINES, files) : [], `RUN ${PIP_CACHE} pip install ${requirements.map((file) => `-r ${file}`).join(" ")}`],
	addPytest: `RUN ${PIP_CACHE} pip install pytest`
});
const poetry = ({ groups, extras, ownPackages }) => ({
	before: [
		`RUN ${PIP_CACHE} pip install poetry`,
		...VENV,
		VENV_VARIABLES
	],
	after: [`RUN --mount=type=cache,target=/root/.cache/pypoetry ${words(`poetry install --no-root${ownPackages.length > 0 ? " --no-directory" : ""} --no-interaction --compile`, "--with", groups, "--extras", extras)}`],
	addPytest: `RUN ${PIP_CACHE} pip install pytest`
});
const RECIPES = {
	nothing: pip,
	requirements: pip,
	poetry,
	uv: ({ groups, extras, isWhole }) => ({
		before: [
			...UV,
			"# The packages are in a folder of their own, which stays visible when your project is mounted at WORKDIR.",
			"# \"uv run\" uses them as they are.",
			"ENV UV_PROJECT_ENVIRONMENT=/opt/venv UV_NO_SYNC=1 VIRTUAL_ENV=/opt/venv PATH=\"/opt/venv/bin:$PATH\""
		],
		after: [`RUN ${UV_CACHE} ${words(`uv sync ${isWhole ? "--locked --no-install-project" : "--frozen --no-install-local"}`, "--group", groups, "--extra", extras)}`],
		addPytest: `RUN ${UV_CACHE} uv pip install pytest`
	}),
	pyproject: ({ groups, extras, hasProject }) => ({
		before: [
			...UV,
			...VENV,
			VENV_VARIABLES
		],
		after: [`RUN ${UV_CACHE} ${words(`uv pip install${hasProject ? " -r pyproject.toml" : ""}`, "--group", groups, "--extra", extras)}`],
		addPytest: `RUN ${UV_CACHE} uv pip install pytest`
	}),
	environment: ({ source, files, hasOwnCode }) => ({
		before: ["ENV PATH=\"/opt/conda/bin:$PATH\""],
		after: [
			...hasOwnCode ? leaveOut(`${CONDA_LINES};${PIP_LINES}`, files) : [],
			`RUN --mount=type=cache,target=/opt/conda/pkgs ${PIP_CACHE} \\`,
			`    micromamba install --yes --name base --file ${source}`
		],
		addPytest: "RUN --mount=type=cache,target=/opt/conda/pkgs micromamba install --yes --name base --channel conda-forge pytest"
	})
};
function words(command, groupOption, groups, extraOption, extras) {
	return [command, ...[...groups.map((name) => `${groupOption} ${name}`), ...extras.map((name) => `${extraOption} ${name}`)]].join(" ");
}
/**
* Where a project is a package itself, or seems to be one, its tests import it as if it were installed. Without a path in
* pytest's settings they find what `python -m pytest` finds, which is how many people start it.
*/
function codeLines({ packages: { kind, hasOwnCode }, hasSourceFolder, isPathless }) {
	if (!([
		"uv",
		"poetry",
		"pyproject"
	].includes(kind) || hasOwnCode || hasSourceFolder) && !isPathless) return [];
	return ["# Your own code is found where it is mounted, instead of being installed.", `ENV PYTHONPATH=${[...isPathless || !hasSourceFolder ? [WORKDIR] : [], ...hasSourceFolder ? [`${WORKDIR}/src`] : []].join(":")}`];
}
/** One COPY for each folder. */
function copyLines(files) {
	const folders = /* @__PURE__ */ new Map();
	for (const file of files) {
		const folder = `${file.split("/").slice(0, -1).join("/")}/`.replace(/^\/$/, "./");
		folders.set(folder, [...folders.get(folder) ?? [], file]);
	}
	return [...folders].map(([folder, paths]) => {
		const all = [...paths, folder];
		return `COPY ${all.some((path) => path.includes(" ")) ? JSON.stringify(all).replaceAll("\",\"", "\", \"") : all.join(" ")}`;
	});
}
function pytestGoes({ kind, source }) {
	if (kind === "uv") return "pytest is in the lock file (\"uv add --dev pytest\")";
	if (kind === "poetry") return "pytest is in the lock file (\"poetry add --group dev pytest\")";
	return `${source} names pytest`;
}
// src/init/files.ts
/** Text of a .dockerignore; `environments` are folders of the project with virtual environments. */
function dockerignoreText(environments) {
	return `# What the share stage does not get. Add data that is too big or too private to give away.

# git's own files, and what may be secret
.git
**/.env
**/.env.*
**/.envrc

# virtual environments of this machine
**/.venv
**/venv
**/.pixi
${environments.filter((name) => ![".venv", "venv"].includes(name)).map((name) => `${name}\n`).join("")}
# what Python and its tools leave behind
**/__pycache__
**/*.pyc
**/.pytest_cache
**/.mypy_cache
**/.ruff_cache
**/.ipynb_checkpoints
**/.coverage
**/htmlcov
**/.tox
**/.nox
**/*.egg-info
**/node_modules
**/.dvc/cache

# what editors and systems leave behind
**/.idea
**/.vscode
**/.DS_Store
`;
}
/** Text of a pytest.ini; `testpaths` where all tests are in one folder. */
function pytestText(hasSourceFolder, testpaths) {
	return `[pytest]
# Tests can import your modules from ${hasSourceFolder ? "these folders" : "this folder"}.
pythonpath = .${hasSourceFolder ? " src" : ""}
${testpaths === void 0 ? "" : `testpaths = ${testpaths}\n`}`;
}
/**
* Text of the workflow that runs the tests, also those of pull requests, so it may only read. `context` is the project's
* folder in the repository, empty for the repository itself; `dependencies` are the files that make the cache key, where
* the action would not find them.
*/
function testText(context, dependencies = []) {
	return `name: tests
on:
  push:
    branches: ["**"] # a tag is tested where it is published
  pull_request:

permissions:
  contents: read

jobs:
  test:
${stepsText([...contextLines(context), ...dependencies.length === 0 ? [] : ["cache-dependency-path: |", ...dependencies.map((path) => `  ${path}`)]])}`;
}
/** Text of the workflow that publishes a tag, of the same project. No pull request starts it. */
function publishText(context) {
	return `name: publish
on:
  push:
    tags: ["v*"]

permissions:
  contents: read
  packages: write

concurrency: ${yamlText(named("publish", context))}

jobs:
  publish:
${stepsText(contextLines(context))}`;
}
/** The rest of a workflow's only job, with these lines as the action's inputs. */
function stepsText(inputs) {
	return `    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      # In place of OWNER, write whose dev-in-docker you use.
      - uses: OWNER/dev-in-docker@v1
${inputs.length === 0 ? "" : `        with:\n${inputs.map((line) => `          ${line}\n`).join("")}`}`;
}
function contextLines(context) {
	return context === "" ? [] : [`context: ${yamlText(context)}`];
}
/** Most words need no quotes; what JSON has in quotes means the same in YAML. */
function yamlText(text) {
	return /^[A-Za-z_][\w/-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text);
}
/** Whether a workflow has a step that uses the action for this project. */
function usesAction(workflow, context) {
	return workflow.split(/^[ \t]*-\s/m).filter((step) => /^[ \t]*uses:[ \t]*["']?[^\s#]*\/dev-in-docker@/m.test(step)).some((step) => {
		const [, written = ""] = /^[ \t]*context: *(.*)$/m.exec(step) ?? [];
		const value = written.replace(/\s#.*/, "").trim();
		return value.replace(/^(["'])(.*)\1$/, "$2").replace(/^\.(?:\/|$)|\/$/g, "") === context || value === yamlText(context);
	});
}
/** Whether a workflow gives any of its jobs the right to publish on ghcr.io. */
function mayPublish(workflow) {
	return /^[^#\n]*(?:\bpackages:[ \t]*write|\bpermissions:[ \t]*write-all)\b/m.test(workflow);
}
/**
* Path of a workflow's file in the repository; each project has its own, which take the place of none of the other
* workflows.
*/
function workflowPath(kind, context, others) {
	const taken = others.map((other) => other.toLowerCase());
	const beside = kind === "test" ? "dev-in-docker" : `dev-in-docker-${kind}`;
	for (let count = 0;; count++) {
		const path = `.github/workflows/${named([kind, beside][count] ?? `${beside}-${count}`, context)}.yml`;
		if (!taken.includes(path)) return path;
	}
}
/** A name that tells whose it is, where a repository has several projects. */
function named(name, context) {
	const slug = context.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
	return slug === "" ? name : `${name}-${slug}`;
}
/** Text of a requirements.txt for a project that names no packages. */
const REQUIREMENTS_TEXT = `# The packages of this project, one a line. With a version, such as numpy==2.4.6, everybody gets the same.
pytest
`;
// src/init/packages.ts
/** Files that name packages, but that nothing is installed from. */
const UNREAD_FILES = [
	...[
		"pylock.toml",
		"pdm.lock",
		"pixi.toml",
		"Pipfile",
		"setup.py",
		"setup.cfg"
	],
	...[
		"environment-dev.yml",
		"environment-dev.yaml",
		"env.yml",
		"env.yaml"
	],
	...[
		"conda.yml",
		"conda.yaml",
		"conda-env.yml",
		"conda-env.yaml"
	]
];
/** Names that tests are looked for under, besides those sets that have pytest. */
const TEST_SETS = [
	"dev",
	"test",
	"tests",
	"testing"
];
/** A requirements.txt that is still to be written, and names pytest. */
const NOTHING = {
	kind: "nothing",
	source: "requirements.txt",
	files: ["requirements.txt"],
	requirements: ["requirements.txt"],
	constraints: [],
	extras: [],
	groups: [],
	hasPytest: true,
	takesGit: false,
	hasOwnCode: false,
	ownPackages: [],
	hasProject: false,
	isWhole: false
};
/**
* Decides what a project's packages are installed from: the most exact of its files. Fails with a sentence where only a
* lock file would tell what is the project's own code among them.
*/
function findPackages(files, pyproject) {
	if (pyproject && "uv.lock" in files) return locked("uv", "uv.lock", files, pyproject);
	if (pyproject && "poetry.lock" in files) return locked("poetry", "poetry.lock", files, pyproject);
	const requirements = "requirements.txt" in files ? fromRequirements("requirements.txt", files) : void 0;
	const hasPackages = pyproject !== void 0 && namesPackages(pyproject);
	const isEmpty = requirements?.hasOwnCode === true && readAll(files, requirements.requirements).names.length === 0;
	if (requirements && !(isEmpty && hasPackages)) return requirements;
	const environment = ["environment.yml", "environment.yaml"].find((name) => name in files);
	if (environment !== void 0) return fromEnvironment(environment, files);
	if (!hasPackages) {
		const standIn = REQUIREMENTS_FILES.find((name) => name in files);
		return standIn === void 0 ? NOTHING : fromRequirements(standIn, files);
	}
	const packages = pyproject.isPoetry ? locked("poetry", "pyproject.toml", files, pyproject) : fromPyproject(files, pyproject);
	requireLock(packages, pyproject);
	return packages;
}
function namesPackages({ hasProject, isPoetry, groups }) {
	return hasProject || isPoetry || Object.keys(groups).length > 0;
}
/** What uv and Poetry install without being asked, and the set with pytest where that isn't among it. */
function locked(kind, source, files, pyproject) {
	const { packages, groups, defaultGroups, extras } = pyproject;
	const isThere = [packages, ...defaultGroups.map((name) => groups[name])].some(hasPytest);
	const group = isThere ? void 0 : setWithPytest(groups);
	const extra = isThere || group !== void 0 ? void 0 : setWithPytest(extras);
	return {
		...ofPyproject(kind, source, files, pyproject),
		groups: group === void 0 ? [] : [group],
		extras: extra === void 0 ? [] : [extra],
		hasPytest: isThere || group !== void 0 || extra !== void 0
	};
}
/** Without a lock there is no telling what is installed by default: all that may serve tests. */
function fromPyproject(files, pyproject) {
	const { packages, groups, extras } = pyproject;
	const chosen = (sets) => Object.keys(sets).filter((name) => TEST_SETS.includes(name) || hasPytest(sets[name]));
	return {
		...ofPyproject("pyproject", "pyproject.toml", files, pyproject),
		groups: chosen(groups),
		extras: chosen(extras),
		hasPytest: [
			packages,
			...Object.values(groups),
			...Object.values(extras)
		].some(hasPytest)
	};
}
/**
* A lock file has what such packages need; without one, the installer would look into their code. The project itself, as
* in `shop[test]`, uv knows among the extras, but in a group it takes it for a package of that name on PyPI.
*/
function requireLock({ kind, groups, ownPackages }, pyproject) {
	const inGroups = groups.flatMap((name) => pyproject.groups[name] ?? []);
	const own = ownPackages[0] ?? inGroups.find((name) => name === pyproject.name);
	if (own === void 0) return;
	const tool = kind === "poetry" ? "poetry" : "uv";
	throw new UserError(`pyproject.toml names ${quoted(own)}, which is code of yours that is not there yet when dev is built: call "${tool} lock", then init in the folder where ${tool}.lock is.`);
}
function ofPyproject(kind, source, files, pyproject) {
	const { ownPackages, hasProject, isWhole, isPackage } = pyproject;
	return {
		...NOTHING,
		kind,
		source,
		files: [.../* @__PURE__ */ new Set(["pyproject.toml", source])],
		requirements: [],
		takesGit: takesGit(files, source),
		hasOwnCode: isPackage,
		ownPackages,
		hasProject,
		isWhole
	};
}
function hasPytest(names) {
	return names?.includes("pytest") === true;
}
function setWithPytest(sets) {
	return Object.keys(sets).find((name) => hasPytest(sets[name]));
}
function fromRequirements(source, files) {
	const withPytest = REQUIREMENTS_FILES.filter((name) => name in files && hasPytest(readAll(files, [name]).names));
	const requirements = [source, ...withPytest.includes(source) ? [] : withPytest.slice(0, 1)];
	const { reached, names, ...facts } = readAll(files, requirements);
	return {
		...NOTHING,
		kind: "requirements",
		source,
		files: reached,
		requirements,
		hasPytest: hasPytest(names),
		...facts
	};
}
function fromEnvironment(source, files) {
	const { names, includes, hasOwnCode } = readEnvironment(files[source] ?? "");
	const included = readAll(files, includes);
	return {
		...NOTHING,
		kind: "environment",
		source,
		files: [source, ...included.reached],
		requirements: [],
		hasPytest: hasPytest([...names, ...included.names]),
		takesGit: included.takesGit || takesGit(files, source),
		hasOwnCode: included.hasOwnCode || hasOwnCode
	};
}
/** What a conda environment lists, that for pip among it, and files of requirements that it includes. */
function readEnvironment(text) {
	const entry = /^-\s+["']?(?:[\w.-]+::)?(.*?)["']?$/;
	const { names, includes, constraints, hasOwnCode } = readRequirements(text.split(/\r?\n/).flatMap((line) => entry.exec(line.trim())?.[1] ?? []).join("\n"));
	return {
		names,
		includes: [...includes, ...constraints],
		hasOwnCode
	};
}
/** What some files of requirements name, and those that they include. */
function readAll(files, paths) {
	const reached = new Set(paths);
	const required = new Set(paths);
	for (const path of reached) {
		const requirements = readRequirements(files[path] ?? "");
		for (const include of requirements.includes) {
			reached.add(besides(path, include));
			if (required.has(path)) required.add(besides(path, include));
		}
		for (const constraint of requirements.constraints) reached.add(besides(path, constraint));
	}
	const read = [...required].map((path) => readRequirements(files[path] ?? ""));
	return {
		reached: [...reached],
		constraints: [...reached].filter((path) => !required.has(path)),
		names: read.flatMap(({ names }) => names),
		hasOwnCode: read.some(({ hasOwnCode }) => hasOwnCode),
		takesGit: read.some((one) => one.takesGit)
	};
}
/** A path as a file names it, in the terms of the project; it begins with `..` or `/` where it leads out. */
function besides(file, path) {
	if (path.startsWith("/")) return path;
	const parts = file.split("/").slice(0, -1);
	for (const part of path.split("/")) {
		if (part === "" || part === ".") continue;
		if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
		else parts.push(part);
	}
	return parts.join("/");
}
function takesGit(files, source) {
	return [source, "pyproject.toml"].some((name) => /\bgit\+|\bgit = "|type = "git"/.test(files[name] ?? ""));
}
// src/init/notes.ts
/** Where a project is not a whole repository. */
const WORKFLOW_NOTE = "GitHub looks for workflows only at the repository's top, so that is where those of this project belong. Where several projects publish, each needs an image and a tag-prefix of its own.";
/** Of a workflow that tests and publishes. */
function splitNote(path) {
	return `${path} gives the right to publish to the tests of pull requests: remove it and call init again, which writes two workflows, one that tests and one that publishes.`;
}
/** Of where the packages come from. */
function packageNotes(files, pyproject, packages) {
	const { kind, source, hasPytest, hasOwnCode, ownPackages } = packages;
	const unused = unusedSources(files, pyproject, packages);
	const unread = kind === "uv" || kind === "poetry" ? [] : unreadSources(files, pyproject);
	const place = kind === "pyproject" && packages.hasProject ? "[project] in pyproject.toml" : source;
	return [
		...unused.length > 0 ? [`The packages come from ${source}, not from ${unused.join(" or ")}.`] : [],
		...unread.map((name) => `${name} is not read: see that ${place} lists the packages which it names.`),
		...hasPytest ? [] : [`${source} does not name pytest, so the Dockerfile installs it: better name it there.`],
		...hasOwnCode ? ["The project's own code is not installed in dev, but found through PYTHONPATH: it has no version and no commands of its own there, and what it needs must be listed."] : [],
		...ownPackages.length > 0 ? [`The code of ${ownPackages.join(" and ")} is not installed in dev: add the folders that it is in to PYTHONPATH in the Dockerfile.`] : []
	];
}
/** What names packages, but is of no kind that they are installed from. */
function unreadSources(files, pyproject) {
	return [...UNREAD_FILES.filter((name) => {
		const text = files[name];
		return text !== void 0 && (!/\.(?:cfg|ya?ml)$/.test(name) || /^(?:install_requires|dependencies)\b/m.test(text));
	}), ...pyproject?.unread ?? []];
}
/** Other files that name packages too, and that are not used. */
function unusedSources(files, pyproject, used) {
	const known = [
		"uv.lock",
		"poetry.lock",
		...REQUIREMENTS_FILES.filter((name) => name !== "requirements.in" || !("requirements.txt" in files)),
		"environment.yml",
		"environment.yaml"
	];
	return (pyproject && pyproject.packages.length > 0 ? [...known, "pyproject.toml"] : known).filter((name) => name in files && !used.files.includes(name));
}
/** Of fixed versions, older than the Python that was taken for want of a word on it. */
function pythonNotes(files, packages, { version, isTold }) {
	if (isTold || packages.kind !== "requirements") return [];
	const file = packages.files.find((name) => /^[ \t]*[\w.-]+(?:\[[^\]\n]*\])?[ \t]*={2,3}[ \t]*\d/m.test(files[name] ?? ""));
	if (file === void 0) return [];
	return [`A version in ${file} that has no wheel for Python ${version} needs an older Python: name it in .python-version, and run "dev-in-docker init --force".`];
}
/** Of a Dockerfile: those of two stages that it lacks. */
function stageNotes(dockerfile, target, shareTarget) {
	const [dev, share] = [target.toLowerCase(), shareTarget.toLowerCase()];
	const { stages, doubt } = readStage(dockerfile, dev, []);
	const words = dockerfile.toLowerCase().split(/\s+/);
	if (stages.length === 0 && doubt !== void 0 && words.some((word, at) => word === "as" && words[at + 1] === dev)) return [];
	if (!stages.includes(dev)) return [`The Dockerfile has no stage ${dev}: write "AS ${dev}" after the FROM of the stage with Python and your packages.`];
	if (stages.includes(share)) return [];
	return [`The Dockerfile has no stage ${share}: to publish, add the lines "FROM ${dev} AS ${share}" and "COPY . ." at its end, and call init again.`];
}
/** Of a .dockerignore that somebody has written: what it hides from the Dockerfile. */
function ignoreNotes(dockerignore, { files }) {
	const ignore = readIgnore(dockerignore);
	return files.filter((file) => ignore.ignores(file)).map((file) => `.dockerignore leaves out ${quoted(file)}, which the Dockerfile copies: add the line "!${file}".`);
}
// src/init/pyproject.ts
/** Reads what a pyproject.toml names; whatever has another shape than it should have counts as absent. */
function readPyproject(toml) {
	const project = table(toml.project);
	const poetry = table(table(toml.tool).poetry);
	const python = [table(poetry.dependencies).python, project["requires-python"]].find(isText);
	const uv = table(table(toml.tool).uv);
	const dynamic = texts(project.dynamic);
	const name = isText(project.name) ? normalName(project.name) : void 0;
	const ownPackages = ownNames(project, poetry, uv).filter((own) => own !== name);
	const groups = {
		...standardGroups(table(toml["dependency-groups"])),
		...poetryGroups(poetry),
		...uvGroup(toml)
	};
	return {
		hasProject: "project" in toml,
		...name === void 0 ? {} : { name },
		isDynamic: dynamic.includes("dependencies"),
		isWhole: ownPackages.length === 0 && !("workspace" in uv) && !dynamic.some((field) => /dependencies$/.test(field)),
		...python === void 0 ? {} : { python },
		packages: [...texts(project.dependencies).flatMap(requirementName), ...poetryNames(poetry.dependencies)],
		extras: {
			...sets(table(project["optional-dependencies"])),
			...poetryExtras(table(poetry.extras))
		},
		groups,
		defaultGroups: defaultGroups(toml, Object.keys(groups)),
		isPackage: "build-system" in toml && uv.package !== false && poetry["package-mode"] !== false,
		ownPackages,
		isPoetry: [
			"dependencies",
			"group",
			"dev-dependencies"
		].some((name) => name in poetry),
		unread: unreadTables(table(toml.tool))
	};
}
/** A value as a table; an empty one where it is none. */
function table(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
/** The texts of a list; none where it is none. */
function texts(value) {
	return Array.isArray(value) ? value.filter(isText) : [];
}
function isText(value) {
	return typeof value === "string";
}
function sets(tables) {
	return plainSets(tables, (list) => texts(list).flatMap(requirementName));
}
/** Only names that mean nothing to a shell come into a Dockerfile. */
function plainSets(tables, names) {
	const plain = Object.entries(tables).filter(([name]) => /^[A-Za-z0-9][\w.-]*$/.test(name));
	return Object.fromEntries(plain.map(([name, value]) => [name, names(value)]));
}
/** A group may include others. */
function standardGroups(groups) {
	const namesOf = (value, within) => {
		if (!Array.isArray(value) || within.includes(value)) return [];
		return value.flatMap((entry) => {
			const included = table(entry)["include-group"];
			return isText(included) ? namesOf(groups[included], [...within, value]) : texts([entry]).flatMap(requirementName);
		});
	};
	return plainSets(groups, (value) => namesOf(value, []));
}
function poetryGroups(poetry) {
	return plainSets({
		..."dev-dependencies" in poetry ? { dev: { dependencies: poetry["dev-dependencies"] } } : {},
		...table(poetry.group)
	}, (group) => poetryNames(table(group).dependencies));
}
function poetryNames(dependencies) {
	return Object.entries(table(dependencies)).flatMap(([name, wish]) => name === "python" || table(wish).optional === true ? [] : [normalName(name)]);
}
/** Packages that are taken from folders: of a workspace, by their paths, or as `lib @ file:…`. */
function ownNames(project, poetry, uv) {
	const groups = Object.values(table(poetry.group)).map((group) => table(group).dependencies);
	const sources = [
		uv.sources,
		poetry.dependencies,
		poetry["dev-dependencies"],
		...groups
	].flatMap((wishes) => Object.entries(table(wishes)).flatMap(([name, wish]) => [wish].flat().some((one) => "path" in table(one) || table(one).workspace === true) ? [normalName(name)] : []));
	const byAddress = texts(project.dependencies).filter((requirement) => /@\s*file:/.test(requirement));
	return [.../* @__PURE__ */ new Set([...sources, ...byAddress.flatMap(requirementName)])];
}
function poetryExtras(extras) {
	return plainSets(extras, (list) => texts(list).map(normalName));
}
/** From before there were groups. */
function uvGroup(toml) {
	const old = texts(table(table(toml.tool).uv)["dev-dependencies"]);
	return old.length === 0 ? {} : { dev: old.flatMap(requirementName) };
}
function unreadTables(tool) {
	const environments = Object.values(table(table(tool.hatch).envs)).map(table);
	return [
		..."pixi" in tool ? ["[tool.pixi]"] : [],
		..."dev-dependencies" in table(tool.pdm) ? ["[tool.pdm.dev-dependencies]"] : [],
		...environments.some((one) => "dependencies" in one || "extra-dependencies" in one) ? ["[tool.hatch.envs]"] : []
	];
}
function defaultGroups(toml, groups) {
	const { uv, poetry } = table(toml.tool);
	if (uv === void 0 && poetry !== void 0) return groups.filter((name) => table(table(table(poetry).group)[name]).optional !== true);
	const wish = table(uv)["default-groups"];
	return wish === "all" ? groups : wish === void 0 ? ["dev"] : texts(wish);
}
// src/init/pytest.ts
/** The files that may have it. */
const PYTEST_FILES = [
	"pytest.toml",
	".pytest.toml",
	"pytest.ini",
	".pytest.ini",
	"tox.ini",
	"setup.cfg"
];
/** The pytest configuration of a project (path → text, and pyproject.toml as it was parsed); undefined without one. */
function findPytestSettings(files, pyproject = {}) {
	const own = PYTEST_FILES.slice(0, 4).find((file) => file in files);
	if (own !== void 0) return {
		file: own,
		...settingsIn(files[own] ?? "")
	};
	const { ini_options: old, ...settings } = table(table(pyproject.tool).pytest);
	const options = {
		...settings,
		...table(old)
	};
	if (old !== void 0 || Object.keys(settings).length > 0) {
		const { testpaths } = options;
		return {
			file: "pyproject.toml",
			testpaths: typeof testpaths === "string" ? testpaths.split(/\s+/).filter((path) => path !== "") : texts(testpaths),
			hasPythonpath: "pythonpath" in options
		};
	}
	for (const [file, section] of [["tox.ini", "pytest"], ["setup.cfg", "tool:pytest"]]) {
		const text = sectionOf(files[file] ?? "", section);
		if (text !== void 0) return {
			file,
			...settingsIn(text)
		};
	}
}
function sectionOf(text, name) {
	const [, ...sections] = text.split(/^\[/m);
	return sections.find((section) => section.startsWith(`${name}]`))?.slice(name.length + 1);
}
/** The value may go on in lines that are indented, or be a list of TOML. */
function settingsIn(text) {
	const [, value = ""] = /^testpaths[ \t]*=((?:[^\n]*)(?:\n[ \t]+[^\n]*)*)/m.exec(text) ?? [];
	return {
		testpaths: value.split(/[\s,"'[\]]+/).filter((path) => path !== ""),
		hasPythonpath: /^pythonpath[ \t]*=/m.test(text)
	};
}
// src/init/python.ts
/** Where virtual environments say what they are, in the order in which they are asked. */
const ENVIRONMENT_FILES = [
	".venv/pyvenv.cfg",
	"venv/pyvenv.cfg",
	"env/pyvenv.cfg"
];
/** The newest that scientific packages have wheels for: of 3.15, NumPy and SciPy had none when it was new. */
const STANDARD = "3.14";
/** Where the standard one won't do, in this order. */
const OTHERS = [
	"3.13",
	"3.12",
	"3.11",
	"3.10",
	"3.9",
	"3.8",
	"3.7",
	"3.15"
];
/**
* The Python for a project: the one it names, the one it is worked on with, or one that it allows. Fails where what it
* names or allows is none there are images of.
*/
function choosePython({ versionFile, range, environments = [] }) {
	const named = versionFile === void 0 ? void 0 : namedVersion(versionFile);
	if (named !== void 0) {
		if (range !== void 0 && !allows(range, named)) throw new UserError(`.python-version names Python ${named}, but pyproject.toml wants ${quoted(range)}: change one of them.`);
		return {
			version: named,
			reason: `Python ${named}, as .python-version names it.`,
			isTold: true
		};
	}
	const used = environments.map(usedVersion).find((version) => version !== void 0);
	if (used !== void 0 && (range === void 0 || allows(range, used))) return {
		version: used,
		reason: `Python ${used}, as your virtual environment has it.`,
		isTold: true
	};
	if (range !== void 0) return {
		version: allowedVersion(range),
		reason: "A Python that pyproject.toml allows.",
		isTold: true
	};
	return {
		version: STANDARD,
		reason: `Python ${STANDARD}: scientific packages are ready for it, which they may not yet be for the newest.`,
		isTold: false
	};
}
/** As venv (`version`), uv and virtualenv (`version_info`) write it; undefined for one that there may be no images of. */
function usedVersion(text) {
	const [, minor = ""] = /^version(?:_info)?\s*=\s*(3\.\d+)\b/m.exec(text) ?? [];
	return [STANDARD, ...OTHERS].includes(minor) ? minor : void 0;
}
/** pyenv and uv know more than versions here: other Pythons, and environments with names of their own. */
function namedVersion(text) {
	const first = text.split(/\r?\n/).map((line) => line.replace(/#.*/, "").trim()).find((line) => line !== "");
	if (first === void 0 || first === "system") return void 0;
	const [, minor] = /^(?:(?:c?python)?[-@]?)(3\.(?:[7-9]|[1-9]\d))(?:\.\d+)?$/.exec(first) ?? [];
	if (minor !== void 0) return minor;
	throw new UserError(`.python-version names ${quoted(first)}, which there is no image of Python for: write a version such as ${STANDARD} there.`);
}
function allowedVersion(range) {
	const version = [STANDARD, ...OTHERS].find((minor) => allows(range, minor));
	if (version !== void 0) return version;
	const [, exact] = /^\s*={2,3}\s*(3\.\d+\.\d+)\s*$/.exec(range) ?? [];
	if (exact !== void 0) return exact;
	throw new UserError(`pyproject.toml wants Python ${quoted(range)}, which is none of 3.7 to 3.15: write a range such as ">=3.11".`);
}
/** Whether the newest release of a minor version is allowed; one of them comes as far as `.99` would. */
function allows(range, minor) {
	return range.split(/\|\|?/).some((part) => {
		const specifier = asSpecifier(part);
		if (!validRange(specifier)) throw new UserError(`pyproject.toml wants Python ${quoted(range)}: write a range such as ">=3.11".`);
		return satisfies(`${minor}.99`, specifier);
	});
}
/** A range as Poetry may write it (`^3.11`, `~3.11`, `3.11.*`, `>=3.10 <4`) in Python's own words. */
function asSpecifier(range) {
	return range.trim().replace(/([<>=!~^])\s+/g, "$1").split(/[\s,]+/).filter((part) => part !== "" && part !== "*").map((part) => {
		const [, sign, major = "", minor] = /^([\^~]?)(\d+)(?:\.(\d+))?(?:\.[\d*]+)*$/.exec(part) ?? [];
		if (sign === void 0) return part;
		if (sign === "^") return `>=${part.slice(1)},<${Number(major) + 1}`;
		return minor === void 0 ? `==${major}.*` : sign === "~" ? `>=${part.slice(1)},==${major}.${minor}.*` : `==${major}.${minor}.*`;
	}).join(",");
}
const INTRODUCTION = `"""A first test: are the packages there that this project asks for, in the versions it asks for?

Write tests of your own code beside it: functions whose names begin with test_, in files whose names do so too.
"""`;
/** Text of the test; it is `depth` folders below the project. */
function smokeText(packages, python, depth) {
	const project = `PROJECT = Path(__file__).resolve().parents[${depth}]`;
	if (packages.kind === "environment") return conda(packages.source, project);
	const isToml = [
		"uv",
		"poetry",
		"pyproject"
	].includes(packages.kind);
	const needsTomli = [
		"3.7",
		"3.8",
		"3.9",
		"3.10"
	].includes(python.version);
	const toml = needsTomli ? ["import tomli as tomllib  # comes with pytest"] : [];
	return `${[
		INTRODUCTION,
		"",
		...isToml && !needsTomli ? ["import tomllib"] : [],
		"from importlib.metadata import version",
		"from pathlib import Path",
		"",
		...isToml ? toml : [],
		"from packaging.requirements import InvalidRequirement, Requirement  # comes with pytest",
		"",
		project,
		...packages.ownPackages.length > 0 ? [`OWN_CODE = ${JSON.stringify(packages.ownPackages)}`] : [],
		"",
		"",
		isToml ? ASKED_IN_PYPROJECT : askedInRequirements(packages.files.filter((file) => !packages.constraints.includes(file))),
		"",
		"",
		test(packages.ownPackages.length > 0)
	].join("\n")}\n`;
}
const test = (hasOwnCode) => `def test_packages_are_there():
    for text in asked_for():
        try:
            asked = Requirement(text)
        except InvalidRequirement:
            continue  # an option, a file or an address
${hasOwnCode ? "        if asked.name.lower().replace(\"_\", \"-\") in OWN_CODE:\n            continue\n" : ""}        if asked.marker is None or asked.marker.evaluate():
            assert asked.specifier.contains(version(asked.name), prereleases=True), text`;
const askedInRequirements = (files) => `def asked_for():
    for name in ${JSON.stringify(files).replaceAll("\",\"", "\", \"")}:
        text = (PROJECT / name).read_text(encoding="utf-8").replace("\\\\\\n", " ")
        for line in text.splitlines():
            yield line.split(" #")[0].split(" --")[0].strip()`;
const ASKED_IN_PYPROJECT = `def asked_for():
    with open(PROJECT / "pyproject.toml", "rb") as file:
        toml = tomllib.load(file)
    yield from toml.get("project", {}).get("dependencies", [])
    # Poetry has words of its own for versions, so those are not compared.
    for name, wish in toml.get("tool", {}).get("poetry", {}).get("dependencies", {}).items():
        if name != "python" and not isinstance(wish, dict):
            yield name`;
const conda = (source, project) => `${INTRODUCTION.replace(", in the versions it asks for?", "?")}

import re
import sys
from importlib.metadata import version
from pathlib import Path

${project}


def asked_for():
    is_dependency = False
    for line in (PROJECT / "${source}").read_text(encoding="utf-8").splitlines():
        if re.match(r"\\w", line):
            is_dependency = line.startswith("dependencies:")
        entry = re.match(r"""\\s*- *["']?(?:[\\w.-]+::)?(\\w[\\w.-]*)\\s*(?:[=<>!~;\\["'# ].*)?$""", line)
        if is_dependency and entry:
            yield entry[1].lower()


def test_packages_are_there():
    conda = Path(sys.prefix, "conda-meta")
    for name in asked_for():
        assert any(conda.glob(f"{name}-*.json")) or version(name)  # those that pip has installed
`;
// src/init/plan.ts
/**
* Decides what a project gets; `isForced` where what is there already may be overwritten. Fails with a sentence where the
* project's own files contradict each other or can't be used.
*/
function planInit(facts, isForced = false) {
	const pyproject = facts.pyproject && readPyproject(facts.pyproject);
	const packages = findPackages(facts.files, pyproject);
	requireUsable(packages, facts.files, pyproject);
	const python = packages.kind === "environment" ? choosePython({}) : pythonOf(facts, pyproject?.python);
	const settings = findPytestSettings(facts.files, facts.pyproject);
	const smoke = smokeFile(settings?.testpaths ?? [], packages, python);
	const tests = facts.tests.filter((path) => path !== smoke.path);
	const isPathless = settings?.hasPythonpath === false;
	const dockerfile = dockerfileText({
		packages,
		python,
		hasSourceFolder: facts.hasSourceFolder,
		isPathless
	});
	const { path, target, shareTarget } = facts.dockerfile;
	const theirs = isForced ? void 0 : facts.files[path];
	const isOurs = [void 0, dockerfile].includes(theirs);
	const ofStages = stageNotes(theirs ?? dockerfile, target, shareTarget);
	const both = isForced ? void 0 : testsAndPublishes(facts);
	const parts = [
		packages.kind === "nothing" ? file("requirements.txt", REQUIREMENTS_TEXT, "your packages") : [],
		file(path, dockerfile, sourceOf(packages, python)),
		file(".dockerignore", dockerignoreText(facts.environments), "what the share stage leaves out"),
		settingsPart(settings, tests.length === 0 ? [smoke.path] : tests, facts),
		tests[0] === void 0 ? smoke : kept(tests[0], tests.length === 1 ? "a test" : `one of ${tests.length} tests`),
		workflowParts(facts, packages, ofStages.length === 0 && both === void 0)
	].flat();
	return {
		files: parts.filter((part) => "text" in part),
		kept: parts.filter((part) => !("text" in part)),
		notes: [
			...isOurs ? packageNotes(facts.files, pyproject, packages) : [],
			...isOurs ? pythonNotes(facts.files, packages, python) : [],
			...ofStages,
			...isForced ? [] : ignoreNotes(facts.files[".dockerignore"] ?? "", packages),
			...both === void 0 ? [] : [splitNote(both)],
			...facts.context === "" ? [] : [WORKFLOW_NOTE]
		]
	};
}
function sourceOf({ kind, source }, { version }) {
	return `${kind === "environment" ? "micromamba" : `Python ${version}`}, packages of ${source}`;
}
function settingsPart(settings, tests, { hasSourceFolder }) {
	if (settings && settings.file !== "pytest.ini") return kept(settings.file, "has the pytest configuration");
	return file("pytest.ini", pytestText(hasSourceFolder, commonFolder(tests)), "where your modules and tests are");
}
/** One workflow for the tests, one that publishes; neither beside one that somebody made for both. */
function workflowParts(facts, packages, canPublish) {
	const { files, context, workflows } = facts;
	const paths = workflowPaths(facts);
	if (context.includes("${{")) throw new UserError(`GitHub would take the folder's name ${quoted(context)} for an expression: rename it.`);
	const theirs = workflows.find(({ path, usesAction }) => usesAction && !Object.values(paths).includes(path));
	if (theirs) return [{
		...kept(theirs.path, "uses the action already"),
		base: "repository"
	}];
	const byItself = DEPENDENCY_FILES.find((name) => name in files || packages.files.includes(name)) ?? "";
	const dependencies = packages.files.includes(byItself) ? [] : packages.files;
	const tests = file(paths.test, testText(context, dependencies), "runs the tests on GitHub");
	const publish = file(paths.publish, publishText(context), "publishes a version tag");
	return (canPublish ? [tests, publish] : [tests]).map((part) => ({
		...part,
		base: "repository"
	}));
}
function workflowPaths({ context, workflows }) {
	const others = workflows.filter(({ usesAction }) => !usesAction).map(({ path }) => path);
	return {
		test: workflowPath("test", context, others),
		publish: workflowPath("publish", context, others)
	};
}
/** The workflow of the tests, where it has the right to publish too, as earlier ones of ours had. */
function testsAndPublishes(facts) {
	const { test } = workflowPaths(facts);
	return facts.workflows.find(({ path, usesAction, mayPublish }) => path === test && usesAction && mayPublish)?.path;
}
function file(path, text, about) {
	return {
		base: "project",
		path,
		text,
		about
	};
}
function kept(path, about) {
	return {
		base: "project",
		path,
		about
	};
}
/** What is done with a file: never is one overwritten that somebody may have written, unless that was asked for. */
function fateOf({ path, text }, there, isForced) {
	if (there.kind === "nothing") return "write";
	if (!isForced || path === "requirements.txt") return "keep";
	if (there.kind === "other") throw new UserError(`${quoted(path)} is a link or a folder, which --force does not overwrite: remove it.`);
	if (there.text === text) return "keep";
	return text.startsWith("\"\"\"A first test: are the packages there that this project asks for") && !there.text.startsWith("\"\"\"A first test: are the packages there that this project asks for") ? "keep" : "overwrite";
}
function pythonOf({ files }, range) {
	const versionFile = files[".python-version"];
	return choosePython({
		...versionFile === void 0 ? {} : { versionFile },
		...range === void 0 ? {} : { range },
		environments: ENVIRONMENT_FILES.flatMap((path) => files[path] ?? [])
	});
}
/** Its folder is one that pytest looks into. */
function smokeFile(testpaths, packages, python) {
	const folder = testpaths.map((path) => path.replace(/^\.\/|\/$/g, "")).find((path) => /^\w[\w-]*(?:\/\w[\w-]*)*$/.test(path)) ?? "tests";
	const text = smokeText(packages, python, folder.split("/").length);
	return {
		path: `${folder}/test_smoke.py`,
		base: "project",
		text,
		about: "a first test"
	};
}
/** The folder that all tests are in, if it is one. */
function commonFolder(tests) {
	const folders = new Set(tests.map((path) => /^([\w-]+)\//.exec(path)?.[1]));
	return folders.size === 1 ? [...folders][0] : void 0;
}
function requireUsable({ files, source, kind }, texts, pyproject) {
	if (kind === "nothing") return;
	if (kind === "pyproject" && pyproject?.isDynamic) throw dynamicDependencies();
	for (const path of files) {
		if (path.startsWith("/") || path.startsWith("..")) throw new UserError(`${source} includes ${quoted(path)}, which is not in this folder: Docker can't copy it from there.`);
		if (!(path in texts)) throw new UserError(`${source} includes ${quoted(path)}, but there is no such file.`);
		const [file] = readRequirements(texts[path] ?? "").onMachine;
		if (file !== void 0) throw new UserError(`${path} has ${quoted(file)}, which is on one machine only: write a version instead, as "pip list --format=freeze" shows it.`);
		if (!/^[\w@%+=:,./ ~-]+$/.test(path)) throw new UserError(`${source} includes ${quoted(path)}: give that file a name without special characters.`);
	}
}
function dynamicDependencies() {
	return new UserError("pyproject.toml leaves its dependencies to a build (\"dynamic\"), which needs your code: list them in requirements.txt, or lock them with uv.");
}
/** Enough to find tests where there are some; data may be in any number of folders. */
const MOST_FOLDERS = 2e3;
const PACKAGE_FILES = [...[
	"uv.lock",
	"poetry.lock",
	"pyproject.toml",
	...REQUIREMENTS_FILES
], ...["environment.yml", "environment.yaml"]];
/** What the other commands know a project by, but for settings in pyproject.toml; and what may be one without a Dockerfile yet. */
const PROJECT_FILES = ["Dockerfile", "dev-in-docker.toml"];
const PACKAGES = [...PACKAGE_FILES, ...UNREAD_FILES];
const OTHER_FILES = [
	...PYTEST_FILES,
	".python-version",
	".dockerignore",
	...UNREAD_FILES
];
/**
* Finds the folder, without a name that of the moment, and the git repository that it belongs to, without asking git.
* Fails where there is no such folder that can be entered, or where one without a name is a part of a project above.
*/
async function findFolders(folder) {
	const project = await reachFolder(folder ?? process.cwd());
	const { folders, repository = project } = await foldersUpwards(project);
	if (folder === void 0) refusePart(folders);
	return {
		project,
		repository
	};
}
/** A folder's absolute path without links. Fails where there is no such folder, or where its files are out of reach. */
async function reachFolder(folder) {
	const path = await realpath(folder).then(async (path) => {
		await access(`${path}/.`, constants.R_OK | constants.X_OK);
		return path;
	}).catch(absent).catch((error) => {
		throw new UserError(`${quoted(folder)} can't be entered (${error.code}): make it yours, or readable for you.`);
	});
	if (path === void 0) throw new UserError(`There is no folder ${quoted(folder)}: create it first.`);
	return path;
}
/** Fails where a folder, the first one, is a part of what one above it has a Dockerfile or packages for. */
function refusePart([project = "", ...above]) {
	const findIn = (folder, names) => names.find((name) => existsSync(join(folder, name)));
	if (findIn(project, PROJECT_FILES)) return;
	const names = findIn(project, PACKAGES) ? PROJECT_FILES : [...PROJECT_FILES, ...PACKAGES];
	for (const top of above) {
		const found = findIn(top, names);
		if (found === void 0) continue;
		throw new UserError(`${top} has ${found === "Dockerfile" ? "a Dockerfile" : found} already, which serves this folder too: go there, or write "dev-in-docker init ." for a project of its own.`);
	}
}
/** Looks at a project. Fails with a sentence where one of its files, or its settings, can't be read. */
async function inspectProject({ project, repository }) {
	const dockerfile = await readDockerfilePlan(project);
	const files = await readTexts(project, dockerfile.path);
	const pyproject = files["pyproject.toml"];
	const context = relative(repository, project).split(sep).join("/");
	const [{ tests, environments }, workflows, sources] = await Promise.all([
		findTests(project),
		findWorkflows(repository, context),
		stat(join(project, "src")).catch(() => void 0)
	]);
	return {
		files,
		dockerfile,
		...pyproject === void 0 ? {} : { pyproject: (await import("./cli-toml.js")).parseToml(pyproject, "pyproject.toml") },
		tests,
		environments,
		hasSourceFolder: sources?.isDirectory() === true,
		context,
		workflows
	};
}
/** What the other commands, called here without options, would go by. */
async function readDockerfilePlan(project) {
	const { inputs } = await completeInputs(noInputs, project);
	return {
		path: inputs.file ?? "Dockerfile",
		target: inputs.target,
		shareTarget: inputs["share-target"]
	};
}
async function readTexts(project, dockerfile) {
	const files = {};
	const read = async (path, isNeeded) => {
		const text = path in files ? void 0 : await readText(project, path, isNeeded);
		if (text !== void 0) files[path] = text;
		return text;
	};
	for (const path of [dockerfile, ...OTHER_FILES]) await read(path, false);
	for (const path of PACKAGE_FILES) await read(path, true);
	for (const path of ENVIRONMENT_FILES) await read(path, false).catch(() => void 0);
	const environment = files["environment.yml"] ?? files["environment.yaml"];
	const paths = /* @__PURE__ */ new Set([...REQUIREMENTS_FILES.filter((path) => path in files), ...environment === void 0 ? [] : readEnvironment(environment).includes]);
	for (const path of paths) {
		await read(path, false);
		const { includes, constraints } = readRequirements(files[path] ?? "");
		for (const include of [...includes, ...constraints]) paths.add(besides(path, include));
	}
	return files;
}
/** Undefined where there is no such file, or only one that Docker would not see. */
async function readText(project, path, isNeeded) {
	const found = path.startsWith("/") ? void 0 : await findWithin(project, path, "isFile");
	if (found === void 0) {
		if (!isNeeded || !await isThere(join(project, path))) return void 0;
		throw new UserError(`${path} is no file of this folder, so Docker can't copy it: put the file itself there.`);
	}
	if ((await stat(found)).size > 32e6) throw new UserError(`${quoted(path)} is too big to be what its name says.`);
	const text = await readFile(found, "utf8").catch((error) => {
		throw new UserError(`${quoted(path)} can't be read (${error.code}): make it yours, or readable for you.`);
	});
	if (text.includes("\0")) throw new UserError(`${quoted(path)} is not in UTF-8 (">" in PowerShell writes UTF-16): save it as UTF-8.`);
	return text.replace(/^\ufeff/, "");
}
/** Test files, and folders with virtual environments at the top; hidden folders and other people's code are passed by. */
async function findTests(project) {
	const tests = [];
	const environments = [];
	const folders = [""];
	for (const folder of folders) {
		const entries = await readdir(join(project, folder), { withFileTypes: true }).catch(() => []);
		if (entries.some(({ name }) => name === "pyvenv.cfg" || name === "conda-meta")) {
			if (/^[\w.-]+$/.test(folder)) environments.push(folder);
			continue;
		}
		for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
			const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
			if (entry.isFile() && /^(?:test_.*|.*_test)\.py$/.test(entry.name)) tests.push(path);
			const isPassed = /^\.|^(?:node_modules|site-packages|__pycache__)$/.test(entry.name);
			if (entry.isDirectory() && !isPassed && folders.length < MOST_FOLDERS) folders.push(path);
		}
	}
	return {
		tests,
		environments
	};
}
/** What is in the place of the repository's workflows, with what each has to do with one of its folders. */
async function findWorkflows(repository, context) {
	const folder = ".github/workflows";
	const names = await readdir(join(repository, folder)).catch(() => []);
	const workflows = [];
	for (const path of names.sort().map((name) => `${folder}/${name}`)) {
		const text = (/\.ya?ml$/.test(path) ? await readText(repository, path, false) : void 0) ?? "";
		workflows.push({
			path,
			usesAction: usesAction(text, context),
			mayPublish: mayPublish(text)
		});
	}
	return workflows;
}
async function isThere(path) {
	return await lstat(path).catch(absent) !== void 0;
}
function absent(error) {
	if (error.code === "ENOENT" || error.code === "ENOTDIR") return void 0;
	throw error;
}
// src/init/steps/write.ts
/** What is in the place of a file that may be written. Fails where a folder on the way is a link or no folder. */
async function inspectPath(base, path) {
	await foldersOf(base, path, async (folder) => {
		const stats = await lstat(folder).catch(absent);
		if (stats !== void 0 && !stats.isDirectory()) throw noFolder(folder);
	});
	const stats = await lstat(join(base, path)).catch(absent);
	if (stats === void 0) return { kind: "nothing" };
	if (!stats.isFile()) return { kind: "other" };
	return {
		kind: "file",
		text: stats.size > 32e6 ? "" : await readFile(join(base, path), "utf8")
	};
}
/** Writes a file, whole or not at all, and never through a link. Fails with a sentence where it may not. */
async function writeWhole(base, path, text, isReplacing) {
	const file = join(base, path);
	try {
		await foldersOf(base, path, async (folder) => {
			await mkdir(folder).then(() => handOver(folder), ignoring("EEXIST"));
			if (!(await lstat(folder)).isDirectory()) throw noFolder(folder);
		});
		if (!isReplacing) return await writeNew(file, text);
		const beside = join(dirname(file), `.${basename(file)}.${process.pid}`);
		await writeNew(beside, text);
		await rename(beside, file);
	} catch (error) {
		if (error instanceof UserError) throw error;
		const { code } = error;
		const reason = code === "EACCES" || code === "EPERM" || code === "EROFS" ? "you may not write there" : messageOf(error);
		throw new UserError(`${quoted(file)} can't be written: ${reason}.`);
	}
}
/** Fails where anything is there, a link too. */
async function writeNew(path, text) {
	const file = await open(path, "wx");
	try {
		await file.writeFile(text);
		await handOver(path);
	} catch (error) {
		await rm(path, { force: true });
		throw error;
	} finally {
		await file.close();
	}
}
/** What root makes in somebody's project belongs to them. */
async function handOver(path) {
	if (process.getuid?.() !== 0) return;
	const { uid, gid } = await stat(dirname(path));
	await lchown(path, uid, gid);
}
/** Does something for each folder between a base and a path below it, from the top. */
async function foldersOf(base, path, action) {
	const parts = path.split("/").slice(0, -1);
	for (const index of parts.keys()) await action(join(base, ...parts.slice(0, index + 1)));
}
function noFolder(path) {
	return new UserError(`${quoted(path)} is a link or no folder: nothing is written there.`);
}
function ignoring(code) {
	return (error) => {
		if (error.code !== code) throw error;
	};
}
// src/laptop/commands/init.ts
/** Writes what a project lacks. Resolves with the exit code; fails with a sentence where nothing, or not all, is written. */
async function init({ folder, isForced, isDryRun, isVerbose, isQuiet }) {
	const folders = await findFolders(folder);
	const plan = planInit(await inspectProject(folders), isForced);
	const say = (lines) => isQuiet || lines.length === 0 || console.log(plain(lines.join("\n")));
	const files = [];
	for (const file of plan.files) files.push({
		...file,
		fate: fateOf(file, await inspectPath(folders[file.base], file.path), isForced)
	});
	const width = Math.max(...[...files, ...plan.kept].map((file) => shown(folders, file).length));
	for (const { fate, ...file } of files) {
		const isKept = fate === "keep";
		if (!isKept && !isDryRun) await writeWhole(folders[file.base], file.path, file.text, fate === "overwrite");
		const about = isKept ? "is there already" : file.about;
		say([fateLine(WORDS[fate][isDryRun ? 1 : 0], shown(folders, file).padEnd(width), about)]);
		if (!isKept && (isDryRun || isVerbose)) say([...indented(file.text), ""]);
	}
	say(plan.kept.map((file) => fateLine(WORDS.keep[isDryRun ? 1 : 0], shown(folders, file).padEnd(width), file.about)));
	const isNew = files.some(({ base, fate }) => base === "repository" && fate !== "keep");
	const notes = [...plan.notes, ...isNew ? [OWNER] : []];
	if (notes.length > 0) say(["", ...notes]);
	say(nextSteps(folders, files.every(({ fate }) => fate === "keep"), isDryRun));
	return 0;
}
function indented(text) {
	return text.trimEnd().split("\n").map((line) => `  | ${line}`.trimEnd());
}
/** Done, and would be done. */
const WORDS = {
	write: ["wrote", "would write"],
	overwrite: ["overwrote", "would overwrite"],
	keep: ["kept", "would keep"]
};
const OWNER = "In the workflows, in place of OWNER, write whose dev-in-docker you use.";
function fateLine(word, path, about) {
	return `${word.padEnd(9)}  ${path}  ${about}`;
}
/** A file as somebody would name it where they are. */
function shown(folders, { base, path }) {
	return relative(process.cwd(), join(folders[base], path));
}
function nextSteps({ project }, isComplete, isDryRun) {
	if (isDryRun) return ["", "Nothing was written."];
	const folder = relative(process.cwd(), project);
	const command = isStartedByNpx() ? "npx github:OWNER/dev-in-docker" : "dev-in-docker";
	return [
		"",
		isComplete ? "Nothing is missing. Next:" : "Next:",
		...folder === "" ? [] : [`  cd ${quote(folder)}`],
		`  ${command} test    builds the dev stage and runs the tests in it`,
		`  ${command} dev     opens a shell in it`
	];
}
export { init };
