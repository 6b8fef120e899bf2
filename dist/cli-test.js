import { c as dockerfileOf } from "./cli-pep440.js";
import { Dt as totalOf, Et as secondsOf, Ft as repoPath, P as keptOutSentence, Pt as pathFrom, X as runTests, Y as placed, q as findPlaces, t as openProject, xt as hasFailed } from "./cli-project.js";
import { d as render, f as sentence, i as quoted, n as listed, r as plain$1 } from "./cli-plain.js";
import { c as replacedSentences, d as gitInShareSentence, f as lfsSentence, l as reshapedSentences, m as twinSentence, p as repeatedSentence, t as findAllLfsPointers } from "./cli-lfs.js";
import { a as hiddenModuleSentence, c as testSentence, f as showTests, i as elsewhereSentence$1, o as mountSentence, r as countsInWords, s as obstacleSentence, t as provideImage } from "./cli-image.js";
import { M as duration, N as words, P as input, d as environment, h as lines, nt as join$1, rt as quote, t as builtIn, v as secretValues } from "./cli-settings.js";
import { n as inSession, t as afterSignal } from "./cli-session.js";
import { join, relative } from "node:path";
import { styleText } from "node:util";
// src/report/git-data.ts
const MOST_PATHS = 5;
/** What tests left of git data, and what is to be done about it; nothing where they left none. */
function gitDataSentences({ tests, earlierGitData, context }) {
	return [earlierGitData, tests?.gitData].flatMap((facts) => {
		if (!facts) return [];
		const named = (paths) => pathsInWords(paths.map((path) => inCheckout(path, context)));
		return [
			facts.removed.length === 0 ? void 0 : sentence`The tests left git data in folders that git tracks: ${named(facts.removed)}. It was removed, since git would run what it says.`,
			facts.left.length === 0 ? void 0 : sentence`The tests left git data: ${named(facts.left)}. Git runs what such data says, even for "git status" in there: remove it if you don't trust the tests.`,
			facts.closed.length === 0 ? void 0 : sentence`The tests left folders that can't be looked into: ${named(facts.closed)}. They may hold git data: remove them if you don't trust the tests.`,
			facts.isComplete ? void 0 : "The search for git data that the tests left was given up after a second: there may be more of it. If you don't trust the tests, use git in a fresh clone."
		].filter((text) => text !== void 0);
	});
}
function inCheckout(path, context) {
	if (context === ".") return path;
	return path === "." ? context : `${context}/${path}`;
}
function pathsInWords(paths) {
	const left = paths.length - MOST_PATHS;
	return [...paths.slice(0, MOST_PATHS).map(quoted), ...left > 0 ? [`and ${left} more`] : []].join(", ");
}
// src/report/annotations.ts
/** What went wrong, in a line: the first of pytest's message, as its short summary has it. */
function errorLine({ message }) {
	return plain$1(message).trimStart().split("\n", 1)[0]?.trim() ?? "";
}
/** The file of a place in the container, relative to the checkout, if it is in it. */
function fileOf({ path }, { image, context }) {
	const mapping = {
		workdir: image?.workdir ?? "",
		context: context === "." ? "" : context
	};
	return path === void 0 ? void 0 : repoPath(path, mapping);
}
// src/report/packages.ts
/**
* Names that are imported → packages on PyPI, where the two differ by more than case and "_"
* (https://github.com/bndr/pipreqs/blob/master/pipreqs/mapping has thousands). A name that is no such key says nothing:
* a package called so may be anybody's.
*/
const PYTHON = {
	Bio: "biopython",
	Crypto: "pycryptodome",
	Cryptodome: "pycryptodomex",
	MySQLdb: "mysqlclient",
	OpenGL: "PyOpenGL",
	OpenSSL: "pyOpenSSL",
	PIL: "pillow",
	absl: "absl-py",
	attr: "attrs",
	bs4: "beautifulsoup4",
	bson: "pymongo",
	cairo: "pycairo",
	community: "python-louvain",
	corsheaders: "django-cors-headers",
	crontab: "python-crontab",
	cv2: "opencv-python-headless",
	dateutil: "python-dateutil",
	decouple: "python-decouple",
	discord: "discord.py",
	distutils: "setuptools",
	dns: "dnspython",
	docx: "python-docx",
	dotenv: "python-dotenv",
	environ: "django-environ",
	faiss: "faiss-cpu",
	fitz: "PyMuPDF",
	gi: "PyGObject",
	git: "GitPython",
	github: "PyGithub",
	gitlab: "python-gitlab",
	"google.protobuf": "protobuf",
	hydra: "hydra-core",
	imblearn: "imbalanced-learn",
	jose: "python-jose",
	jwt: "PyJWT",
	kafka: "kafka-python",
	ldap: "python-ldap",
	magic: "python-magic",
	mpl_toolkits: "matplotlib",
	multipart: "python-multipart",
	nacl: "PyNaCl",
	odf: "odfpy",
	osgeo: "GDAL",
	pkg_resources: "setuptools",
	pptx: "python-pptx",
	psycopg2: "psycopg2-binary",
	psycopg_binary: "psycopg[binary]",
	psycopg_c: "psycopg[binary]",
	pywt: "PyWavelets",
	rest_framework: "djangorestframework",
	ruamel: "ruamel.yaml",
	"ruamel.yaml": "ruamel.yaml",
	serial: "pyserial",
	skbio: "scikit-bio",
	skimage: "scikit-image",
	sklearn: "scikit-learn",
	skopt: "scikit-optimize",
	slugify: "python-slugify",
	sksurv: "scikit-survival",
	socketio: "python-socketio",
	telegram: "python-telegram-bot",
	tlz: "toolz",
	umap: "umap-learn",
	usb: "pyusb",
	websocket: "websocket-client",
	wx: "wxPython",
	xdist: "pytest-xdist",
	yaml: "PyYAML",
	zmq: "pyzmq"
};
/** The package on PyPI that brings a module; undefined where that isn't known. */
function pythonPackage(module) {
	return Object.hasOwn(PYTHON, module) ? PYTHON[module] : void 0;
}
const COMPILER = ["gcc", "libc6-dev"];
const POSTGRES = {
	packages: ["libpq-dev", ...COMPILER],
	instead: "take psycopg2-binary in place of psycopg2"
};
const OPENCV = {
	packages: ["libgl1", "libglib2.0-0"],
	instead: "take opencv-python-headless in place of opencv-python"
};
const MYSQL = { packages: [
	"default-libmysqlclient-dev",
	"pkg-config",
	...COMPILER
] };
const RUST = { packages: ["cargo", ...COMPILER] };
const plain = (...packages) => ({ packages });
const forCompiling = (...packages) => ({ packages: [...packages, ...COMPILER] });
/** Shared libraries, programs and headers, by the names under which they are missed. */
const DEBIAN = {
	"libGL.so.1": OPENCV,
	"libgthread-2.0.so.0": OPENCV,
	"libxcb.so.1": OPENCV,
	"libSM.so.6": plain("libsm6"),
	"libX11.so.6": plain("libx11-6"),
	"libXext.so.6": plain("libxext6"),
	"libXrender.so.1": plain("libxrender1"),
	"libcairo.so.2": plain("libcairo2"),
	"libfontconfig.so.1": plain("libfontconfig1"),
	"libgfortran.so.5": plain("libgfortran5"),
	"libglib-2.0.so.0": plain("libglib2.0-0"),
	"libgobject-2.0.so.0": plain("libglib2.0-0"),
	"libgomp.so.1": plain("libgomp1"),
	"libmagic.so.1": plain("libmagic1"),
	"libodbc.so.2": plain("unixodbc"),
	"libopenblas.so.0": plain("libopenblas0"),
	"libpango-1.0.so.0": plain("libpango-1.0-0"),
	"libpangoft2-1.0.so.0": plain("libpangoft2-1.0-0"),
	"libportaudio.so.2": plain("libportaudio2"),
	"libpq.so.5": plain("libpq5"),
	"libsndfile.so.1": plain("libsndfile1"),
	"libtk8.6.so": plain("libtk8.6"),
	"libusb-1.0.so.0": plain("libusb-1.0-0"),
	cargo: RUST,
	cc: plain(...COMPILER),
	cmake: plain("cmake", "make", "g++"),
	curl: plain("curl"),
	dot: plain("graphviz"),
	ffmpeg: plain("ffmpeg"),
	ffprobe: plain("ffmpeg"),
	"g++": plain("g++"),
	gcc: plain(...COMPILER),
	"gdal-config": plain("libgdal-dev", "g++"),
	"geos-config": forCompiling("libgeos-dev"),
	gfortran: plain("gfortran"),
	git: plain("git"),
	java: plain("default-jre-headless"),
	"krb5-config": forCompiling("libkrb5-dev"),
	latex: plain("texlive-latex-extra", "cm-super", "dvipng"),
	make: plain("make"),
	mysql_config: MYSQL,
	"nc-config": forCompiling("libnetcdf-dev"),
	pandoc: plain("pandoc"),
	pg_config: POSTGRES,
	"pkg-config": plain("pkg-config"),
	ps: plain("procps"),
	rsync: plain("rsync"),
	Rscript: plain("r-base-core"),
	rustc: RUST,
	ssh: plain("openssh-client"),
	swig: plain("swig"),
	tesseract: plain("tesseract-ocr"),
	wget: plain("wget"),
	"xml2-config": forCompiling("libxml2-dev"),
	"xslt-config": forCompiling("libxml2-dev", "libxslt1-dev"),
	"Python.h": plain("python3-dev"),
	"cblas.h": plain("libopenblas-dev"),
	"curl/curl.h": plain("libcurl4-openssl-dev"),
	"ffi.h": plain("libffi-dev"),
	"gdal.h": plain("libgdal-dev"),
	"geos_c.h": plain("libgeos-dev"),
	"gssapi/gssapi.h": plain("libkrb5-dev"),
	"hdf5.h": plain("libhdf5-dev"),
	"jpeglib.h": plain("libjpeg-dev"),
	"lber.h": plain("libldap-dev", "libsasl2-dev"),
	"libpq-fe.h": POSTGRES,
	"libxml/xmlversion.h": plain("libxml2-dev", "libxslt1-dev"),
	"libxml/xpath.h": plain("libxml2-dev", "libxslt1-dev"),
	"mysql.h": MYSQL,
	"openssl/ssl.h": plain("libssl-dev"),
	"portaudio.h": plain("portaudio19-dev"),
	"sql.h": plain("unixodbc-dev"),
	"sqlite3.h": plain("libsqlite3-dev"),
	"stdio.h": plain("libc6-dev"),
	"zlib.h": plain("zlib1g-dev")
};
/** Debian's packages that bring a shared library, a program or a header; undefined where that isn't known. */
function debianPackages(name) {
	return Object.hasOwn(DEBIAN, name) ? DEBIAN[name] : void 0;
}
// src/report/cures.ts
/** Of many failures, most say the same. */
const MOST_FAILURES$1 = 100;
/** How programs, compilers, loaders and shells say that something isn't there. */
const MISSING = [
	/\b(lib[\w.+-]{1,60}\.so(?:\.\d{1,9}){0,4}): cannot open shared object file/g,
	/cannot load library '(lib[\w.+-]{1,60})'/g,
	/No such file or directory: b?'([\w.+-]{1,60})'/g,
	/\b([\w+-]{1,60}): (?:command )?not found\b/g,
	/\bexec ([\w.+-]{1,60}) failed: No such file or directory/g,
	/\b([\w-]{1,60}) executable not found/g,
	/\bfatal error: ([\w./+-]{1,60}\.h): No such file or directory/g,
	/\bcommand '(?:\/[\w./-]{1,60}\/)?([\w.+-]{1,60})' failed: No such file or directory/g,
	/\bunable to execute '([\w.+-]{1,60})'/g,
	/\bCannot find command '([\w.+-]{1,60})'/g,
	/['"`]([\w.+-]{1,60})['"`] is not installed\b/g
];
/** The same where it is said in more words. */
const PHRASES = [
	[/Bad git executable|git executable must be specified/, "git"],
	[/can't find Rust compiler|Rust not found, installing/, "cargo"],
	[/Unknown compiler\(s\): \[\['c?c'/, "gcc"],
	[/No CMAKE_CXX_COMPILER could be found/, "g++"],
	[/CMake must be installed|Could not find CMake|CMake not found/i, "cmake"],
	[/Can not find valid pkg-config name/, "mysql_config"],
	[/make sure the libxml2 and libxslt development packages are installed/, "xslt-config"],
	[/PortAudio library not found/, "libportaudio.so.2"],
	[/libpq library not found/, "libpq.so.5"],
	[/failed to find libmagic/, "libmagic.so.1"],
	[/make sure the Graphviz executables are on/, "dot"],
	[/tesseract is not installed or it's not in your PATH/, "tesseract"],
	[/No pandoc was found/, "pandoc"],
	[/latex could not be found/, "latex"],
	[/JAVA_HOME is not set/, "java"]
];
/** What would help against what went wrong in the tests, or in a build; nothing where that isn't known. */
function findCures({ plan, dev, share, tests, isCancelled }) {
	if (isCancelled) return [];
	const failed = [dev, share].find((build) => build?.failure);
	if (failed?.failure) return debianCures([failed.failure.output], failed.stage);
	if (!tests || !plan) return [];
	const { stage } = plan.dev;
	return [...debianCures(wordsOf(tests), stage), ...(tests.unmetImports ?? []).map((unmet) => ({
		sentence: importSentence(unmet, stage),
		lines: []
	}))];
}
function wordsOf({ exitCode, results, lastWords }) {
	if (exitCode === 0) return [];
	const { failures } = results;
	if (failures.length === 0) return [lastWords, results.stopped ?? ""];
	return failures.slice(0, MOST_FAILURES$1).flatMap(({ message, traceback }) => [message, traceback]);
}
/** One cure for all that Debian has: each of its packages belongs into the same line. */
function debianCures(texts, stage) {
	const names = [...new Set(texts.map(plain$1).flatMap(missingIn))];
	const found = names.flatMap((name) => debianPackages(name) ?? []);
	if (found.length === 0) return [];
	const packages = [...new Set(found.flatMap(({ packages }) => packages))];
	const others = [...new Set(found.flatMap(({ instead }) => instead ?? []))];
	const known = names.filter((name) => debianPackages(name));
	return [{
		sentence: `${`${listed(known)} ${known.length === 1 ? "is" : "are"} not in the ${stage} image`}: ${[`install ${listed(packages)} from Debian, with these lines near the top of the ${stage} stage`, ...others].join(", or ")}.`,
		lines: ["RUN apt-get update && apt-get install --yes --no-install-recommends \\", `    ${packages.join(" ")} && rm -rf /var/lib/apt/lists/*`]
	}];
}
/** Names of what a text says is missing, as far as something is known of them. */
function missingIn(text) {
	const named = MISSING.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = ""]) => name));
	const said = PHRASES.flatMap(([phrase, name]) => phrase.test(text) ? [name] : []);
	return [...named, ...said].filter((name) => debianPackages(name) !== void 0);
}
function importSentence(unmet, stage) {
	const { name } = unmet;
	const [top = ""] = name.split(".");
	switch (unmet.kind) {
		case "elsewhere": return elsewhereSentence(name, unmet.folder);
		case "compiled": return sentence`${name} is missing: a compiled part of ${top} isn't built, since the tests see the ${words.checkout} and no ${top} that is installed. Let ${input("test-command")} build it first, such as sh -c "python setup.py build_ext --inplace && exec pytest".`;
		case "version": return sentence`${name} is missing: that file is written when ${top} is installed, and the tests see the ${words.checkout} and no ${top} that is installed. Let ${input("test-command")} write it first, such as sh -c "python -m setuptools_scm --force-write-version-files && exec pytest".`;
		case "package": return packageSentence(name, stage);
	}
}
function packageSentence(name, stage) {
	const known = pythonPackage(name);
	const [top = ""] = name.split(".");
	if (known === void 0 && name !== top) return `${name} is not in the ${stage} image, although ${top} is: install the version of ${top} that has it, or the package that adds it.`;
	return `${name} is not in the ${stage} image: add ${known === void 0 ? "the package that has it" : `the package ${known}`} to requirements.txt, or to what else the ${stage} stage is installed from.`;
}
function elsewhereSentence(name, folder) {
	const place = folder === "" ? "at its top" : `in ${quoted(plain$1(folder))}`;
	const path = folder === "" ? "." : plain$1(folder);
	return sentence`${name} is in the ${words.checkout}, ${place}, where Python does not look: write "pythonpath = ${path}" into pytest's settings, in pyproject.toml as "pythonpath = ['${path}']".`;
}
// src/report/repeat.ts
/** Inputs that change how tests come out, with one value each, and with one a line. */
const SINGLE = [
	"context",
	"file",
	"target",
	"working-directory",
	"workdir",
	"entrypoint",
	"network",
	"shm-size",
	"gpus"
];
const MANY = [
	"build-args",
	"secret-files",
	"secret-envs",
	"ssh"
];
const STANDARD = {
	...builtIn,
	context: "."
};
const MOST_NAME_CHARACTERS = 1e3;
/**
* Names of the failing tests, each once, as pytest takes them in the folder where it was started; without those that
* would not arrive as they are.
*/
function failingTests({ tests, plan, image }) {
	const { failures = [], rootdir } = tests?.results ?? {};
	const start = `${image?.workdir ?? ""}/${plan?.test.folder ?? ""}`;
	const names = failures.filter(({ nodeId }) => isTypable(nodeId)).map(({ nodeId }) => nameIn(start, nodeId, rootdir));
	return [...new Set(names.map(asPath))];
}
function isTypable(name) {
	return name !== "" && plain$1(name) === name && !/[\n\t\u2028\u2029]/.test(name) && name.length < MOST_NAME_CHARACTERS;
}
/** Tests can forge their names: behind a dash may be an option, and behind an @ pytest looks for a file of them. */
function asPath(name) {
	return /^[-@]/.test(name) ? `./${name}` : name;
}
/** pytest names tests from its root directory, but looks for what is typed where it was started. */
function nameIn(folder, nodeId, rootdir) {
	if (rootdir === void 0 || !isTypable(rootdir)) return nodeId;
	const [file = "", ...rest] = nodeId.split("::");
	return [pathFrom(folder, `${rootdir}/${file}`), ...rest].join("::");
}
/**
* The line that gives pytest some arguments by the laptop command, with the options that stand for the inputs that were
* typed. Values of variables are shown only to those who typed them.
*/
function testLine(pytestArguments, outcome, showsValues) {
	const { typed, plan } = outcome;
	const options = typed ? [
		...inputOptions(inClone(typed, outcome)),
		...secretOptions(typed),
		...variableOptions(typed, showsValues)
	] : [];
	const command = commandOption(plan?.test.command ?? [], typed?.["test-command"] ?? "");
	return [
		"dev-in-docker test",
		...options,
		...command,
		join$1(pytestArguments)
	].filter((part) => part !== "").join(" ");
}
/** Inputs as one types them in a clone of the job's repository, wherever in the checkout that was. */
function inClone(typed, outcome) {
	const { context, file } = typed;
	return {
		...typed,
		context: pathInClone(context || ".", outcome),
		file: file && pathInClone(file, outcome)
	};
}
/** A path of the checkout as one types it in a clone of the job's repository. */
function pathInClone(path, { repository }) {
	return repository ? pathFrom(`/${repository}`, `/${path}`) : path;
}
function inputOptions(typed) {
	const option = (name, value) => `--${name} ${quote(value)}`;
	return [
		...SINGLE.filter((name) => typed[name] !== (STANDARD[name] ?? "") && typed[name] !== "").map((name) => option(name, typed[name])),
		...MANY.flatMap((name) => lines(typed[name]).map((value) => option(name, value))),
		...typed["read-only"].toLowerCase() === "true" ? ["--read-only"] : []
	];
}
/** Values of secrets are shown to nobody; one may have them in variables of the same names. */
function secretOptions(typed) {
	return secretValues(typed.secrets).map(([id]) => `--secret-envs ${id}=${id}`);
}
function variableOptions(typed, showsValues) {
	return Object.entries(environment(typed.env)).map(([name, value]) => {
		return `--env ${showsValues && plain$1(value) === value && !/[\n\t]/.test(value) ? quote(`${name}=${value}`) : `${name}="$${name}"`}`;
	});
}
/** What starts pytest by way of something else, such as make, takes no names of tests. */
function commandOption(command, typed) {
	if (!command.some((word) => /(?:^|\/)(?:pytest|py\.test)$/.test(word))) return ["--test-command pytest"];
	return typed === "" || typed === builtIn["test-command"] ? [] : [`--test-command ${quote(typed)}`];
}
// src/report/summary-failures.ts
/** What is said of a failure that is not the test's own. */
const PHASES = {
	collect: "could not be collected",
	setup: "error at setup",
	call: "",
	teardown: "error at teardown"
};
// src/report/report.ts
/** Things that the user should know and that need no action. */
function findNotices(outcome) {
	const { plan, mounted, restored, dev, share, saved, tests, shared, gitInShare, dockerfile, image, isCancelled } = outcome;
	const keptOut = [...new Set([dev, share].flatMap((build) => build?.keptOut ?? []))];
	const git = [...keptOut.length > 0 ? [keptOutSentence(keptOut)] : [], ...gitInShare ? [gitInShareSentence(gitInShare)] : []];
	const lost = mounted?.trouble === void 0 ? [] : [mountSentence(mounted)];
	const troubles = [restored?.trouble, ...isCancelled ? [] : [saved?.run?.trouble, saved?.build?.trouble]].filter((trouble) => trouble !== void 0);
	const cache = troubles.length > 0 ? [`The cache did not work, which costs time only: ${plain$1(troubles.join("; "))}.`] : [];
	const lfs = outcome.pointers && outcome.pointers.length > 0 ? [lfsSentence(outcome.pointers)] : [];
	const hidden = [
		...tests?.hiddenModule ? [hiddenModuleSentence(tests.hiddenModule, image?.workdir)] : [],
		...tests?.obstacle && tests.results.pytest !== void 0 ? [sentence`${obstacleSentence(tests.obstacle)}.`] : [],
		...tests?.elsewhere ? [elsewhereSentence$1(tests.elsewhere)] : []
	];
	const twice = shared?.layers ? [...shared.layers.repeated.map((copy) => repeatedSentence(copy, dockerfile)), ...shared.layers.twins.map(twinSentence)] : [];
	const { published } = shared ?? {};
	const moved = published && plan?.share ? [...replacedSentences(published, plan.share), ...reshapedSentences(published, plan.share)] : [];
	return [
		...lfs,
		...gitDataSentences(outcome),
		...hidden,
		...plan?.notices ?? [],
		...mounted?.notices ?? [],
		...lost,
		...cache,
		...git,
		...moved,
		...twice
	];
}
// src/report/terminal.ts
const MOST_FAILURES = 20;
const MOST_FLAKY = 20;
const MOST_CHARACTERS = 200;
const MOST_SENTENCE_CHARACTERS = 1e3;
/** Names of failing tests that one line repeats; of more, pytest itself knows which they were. */
const MOST_REPEATED = 5;
/** Seconds below which a test is not slow. */
const SLOW = .1;
/**
* The lines about a test run: slow and flaky tests, notices, what failed, how to repeat that, the verdict. Where pytest was
* asked for something else than a run, such as its help or a list of tests, only what its code left.
*/
function terminalReport(outcome, tests, notices, look) {
	const asNotice = (notice) => look.style("yellow", oneSentence(notice, outcome));
	const { pytest, isCounted, hasRun, counts } = tests.results;
	const isRun = pytest === void 0 ? tests.sign === "run" : hasRun && !isCounted;
	if (!hasFailed(tests) && totalOf(counts) === 0 && !isRun) return gitDataSentences(outcome).map(asNotice);
	const lines = [
		look.isQuiet ? [] : slowest(outcome, tests, look),
		flaky(tests, look),
		notices.map(asNotice),
		failed(outcome, tests, look),
		repeated(outcome, tests, look),
		cures(outcome, look),
		[verdict(outcome, tests, look)]
	].flatMap((section) => section.length === 0 ? [] : ["", ...section]);
	return look.isQuiet && !hasFailed(tests) ? lines.slice(1) : lines;
}
/** What came out, in one line; of a run that went wrong in another way than by red tests, how. */
function verdict(outcome, tests, { style }) {
	const { results } = tests;
	const { counts, failures, flaky } = results;
	const isWhole = results.pytest !== void 0 && !results.isUnknown;
	const isPytests = isWhole && tests.exitCode === 2 && failures.every(({ phase }) => phase !== "collect");
	const isInterrupted = outcome.isCancelled || isPytests;
	const isRed = hasFailed(tests);
	const isTold = isInterrupted || isWhole && (!isRed || tests.exitCode === 1 && failures.length > 0);
	const numbers = [countsInWords(counts), ...flaky.length > 0 ? [`${flaky.length} flaky`] : []].filter((part) => part !== "");
	const result = isTold ? `${isInterrupted ? "Interrupted: " : ""}${numbers.join(", ") || "nothing was tested"} in ${duration(tests.seconds)}` : oneSentence(testSentence(tests), outcome);
	return isRed ? style("red", `✗ ${result}`) : style("green", `✓ ${result}`);
}
function slowest({ plan }, { results }, { style }) {
	const shown = results.slowest.slice(0, plan?.report.slowest ?? 0).filter((test) => secondsOf(test) >= SLOW);
	if (shown.length === 0) return [];
	const times = shown.map((test) => duration(secondsOf(test)));
	const width = Math.max(...times.map((time) => time.length));
	return [style("bold", shown.length === 1 ? "Slowest test" : `Slowest ${shown.length} tests`), ...shown.map(({ nodeId }, index) => `  ${times[index]?.padStart(width)}  ${oneLine(nodeId)}`)];
}
function flaky({ results }, { style }) {
	if (results.flaky.length === 0) return [];
	return [
		style("bold", "Flaky: failed, and passed when repeated"),
		...results.flaky.slice(0, MOST_FLAKY).flatMap((test) => [`  ${style("yellow", oneLine(test.nodeId))} ${style("dim", `passed on try ${test.reruns + 1}`)}`, `    ${oneLine(errorLine(test))}`]),
		...left(results.flaky.length - MOST_FLAKY)
	];
}
function failed(outcome, { results }, look) {
	const { failures, counts } = results;
	if (failures.length === 0) return [];
	return [
		look.style("bold", "Failed"),
		...failures.slice(0, MOST_FAILURES).flatMap((failure) => ofFailure(failure, outcome, look)),
		...left(Math.max(failures.length, counts.failed + counts.errors) - MOST_FAILURES)
	];
}
/** The line where it went wrong first, of which terminals make a link; then the test, and what went wrong. */
function ofFailure(failure, outcome, { style, place }) {
	const file = fileOf(failure, outcome);
	const line = failure.line === void 0 ? "" : `:${failure.line}`;
	const [ownFile = "", ...names] = failure.nodeId.split("::");
	const name = file?.endsWith(ownFile) ? names.join("::") : failure.nodeId;
	const words = [file === void 0 ? "" : style("cyan", `${place(file)}${line}`), oneLine(name)];
	const error = oneLine(errorLine(failure));
	return [`  ${[...words, PHASES[failure.phase]].filter((word) => word !== "").join("  ")}`, ...error === "" ? [] : [`    ${style("red", error)}`]];
}
function repeated(outcome, { results }, { style }) {
	const names = failingTests(outcome);
	if (names.length === 0) return [];
	const which = results.failures.length > MOST_REPEATED && results.remembers === true ? ["--last-failed"] : names.slice(0, MOST_REPEATED);
	return [style("bold", "Run only these again"), `  ${testLine(which, outcome, true)}`];
}
function cures(outcome, { style }) {
	return findCures(outcome).flatMap(({ sentence, lines }) => [style("yellow", oneSentence(sentence, outcome)), ...lines.map((line) => `  ${line}`)]);
}
function left(count) {
	return count > 0 ? [`  and ${count} more, above`] : [];
}
/** A sentence in a person's words, on one line. */
function oneSentence(sentence, { settings }) {
	return oneLine(render(sentence, "person", settings), MOST_SENTENCE_CHARACTERS);
}
/** Foreign text on one line, harmless to a terminal, and no longer than anybody reads. */
function oneLine(text, most = MOST_CHARACTERS) {
	const flat = plain$1(text.replace(/\s+/g, " ")).trim();
	return flat.length > most ? `${flat.slice(0, most).toWellFormed()}…` : flat;
}
// src/laptop/test-run.ts
/**
* The plan of a test run that a person starts with arguments for pytest: in the folder where they are, as paths are
* relative to that, unless the project's tests are at home in another; an absolute path is one in the container, or in the
* project, whose place there is another. `folder` is relative to the context.
*/
function startedBy(plan, folder, { workdir }, typed) {
	const { context, command } = plan;
	const inside = typed.map((argument) => argument === context || argument.startsWith(`${context}/`) ? workdir + argument.slice(context.length) : argument);
	const isAtHome = plan.folder === "" || folder === plan.folder || folder.startsWith(`${plan.folder}/`);
	return {
		...plan,
		command: [...command, ...inside],
		...isAtHome ? { folder } : {}
	};
}
/** Judges a run of the tests; `isStopped` says whether a signal came, which pytest may have answered with a code of its own. */
function endOf(tests, isStopped) {
	const { exitCode } = tests;
	if (isStopped && (exitCode === null || exitCode > 128)) return { kind: "signal" };
	return {
		kind: "exit",
		code: exitCode || (hasFailed(tests) ? 1 : 0)
	};
}
// src/laptop/commands/test.ts
/**
* Runs the tests in the dev stage as the action does, and reports. Resolves with pytest's exit code; with 1 where it hides
* that tests failed; with 130 and the like where a signal ended them.
*/
async function test(options) {
	return inSession(options, async (run) => {
		const project = await openProject(options.inputs, run, "target");
		const built = await provideImage(project, options);
		if (!built) return 125;
		const image = placed(built, project.plan.test);
		const plan = startedBy(project.plan.test, project.folder, image, options.pytestArguments);
		if (options.isDryRun) return showTests(plan, image, run);
		const places = await findPlaces(plan, image, project.run);
		if (run.signal.aborted) return 125;
		const tests = await runTests(plan, image, places, project.run);
		report({
			leg: "",
			dockerfile: dockerfileOf(project.inputs),
			context: project.inputs.context,
			repository: "",
			typed: options.inputs,
			plan: {
				...project.plan,
				test: plan
			},
			image,
			tests,
			...hasFailed(tests) ? { pointers: await findAllLfsPointers(plan.context) } : {},
			isCancelled: run.signal.aborted,
			...run.settings ? { settings: run.settings } : {}
		}, tests, project);
		const end = endOf(tests, run.signal.aborted);
		return end.kind === "signal" ? afterSignal(run.signal.reason) : end.code;
	});
}
function report(outcome, tests, { here, run }) {
	const isQuiet = run.reader === "quiet";
	const lines = terminalReport(outcome, tests, isQuiet ? gitDataSentences(outcome) : findNotices(outcome), {
		isQuiet,
		style: (format, text) => styleText(format, text, { stream: process.stdout }),
		place: (file) => relative(here, join(run.workspace, file))
	});
	for (const line of lines) console.log(line);
}
export { test };
