// The Dockerfile that a project without one gets.

import { join as shellLine, quote as shellWord } from 'shlex';
import type { OwnPackage } from './own.ts';
import { ownLines } from './own-lines.ts';
import type { Packages } from './packages.ts';
import type { Python } from './python.ts';
import { ADDRESS, OWN_CODE } from './requirements.ts';

/** What a Dockerfile is written from. */
export type DockerfileContent = {
  packages: Packages;
  python: Python;
  /** Folders that code is imported from, relative to the project; empty for itself. */
  folders: string[];
  /** What serves the tests, and is named in none of the project's files. */
  added: string[];
  /** What packages need of Debian, and whether tests start git. */
  system: { system: string[]; needing: string[] };
  startsGit: boolean;
  /** What the build of the project's own package takes, if it is one. */
  own?: OwnPackage;
  /** Django's settings, where pytest's don't name them. */
  djangoSettings?: string;
};

const WORKDIR = '/usr/src/app';
const PIP_CACHE = '--mount=type=cache,target=/root/.cache/pip';
const UV_CACHE = '--mount=type=cache,target=/root/.cache/uv';

/** A part of the Dockerfile for each kind of packages: what is done before their files are copied, after it, and for one more. */
type Recipe = { before: string[]; after: string[]; add: string };

/** Text of a Dockerfile with the stages dev and share, for somebody who may never have read one. */
export function dockerfileText(facts: DockerfileContent): string {
  const { packages, python, added, own, djangoSettings } = facts;
  const { before, after, add } = RECIPES[packages.kind](packages);
  const isConda = packages.kind === 'environment';
  const lines = [
    '# dev: Python and your packages, without your code, which is mounted instead. You work and test in it.',
    ...(isConda ? [] : [`# ${python.reason}`]),
    `FROM ${isConda ? 'mambaorg/micromamba:2' : `python:${python.version}-slim`} AS dev`,
    ...(isConda ? ['USER root'] : []),
    `WORKDIR ${WORKDIR}`,
    '# What Python prints is seen at once, in a pipe and a log too.',
    'ENV PYTHONUNBUFFERED=1',
    ...systemLines(facts),
    ...before,
    ...codeLines(facts),
    ...(djangoSettings === undefined ? [] : [`ENV DJANGO_SETTINGS_MODULE=${djangoSettings}`]),
    ...(own?.isPlugin
      ? ['# Tests of a plugin read what pytest prints, which would be in colour in a job.', 'ENV PY_COLORS=0']
      : []),
    '# Only these files are copied here, so that the packages are installed again only when one of them changes.',
    ...copyLines(packages.files),
    ...after,
    ...(added.length === 0
      ? []
      : [`# Runs the tests. Once ${whereAddedGo(packages, added)}, this line can go.`, `${add} ${added.join(' ')}`]),
    ...(own
      ? ownLines(own, isConda ? PIP_INSTALL : add, isConda ? '/opt/conda' : '/opt/venv', codeFolders(facts), copyLines)
      : []),
    '',
    '# share: dev plus your code and its tests, to give away. What .dockerignore lists is left out.',
    'FROM dev AS share',
    'COPY . .',
  ];
  lines.splice(
    lines.findIndex(line => line.startsWith('RUN --mount=type=cache')),
    0,
    '# The cache mount keeps what was downloaded from one build to the next, outside of the image.',
  );
  return `${lines.join('\n')}\n`;
}

const PIP_INSTALL = `RUN ${PIP_CACHE} pip install`;
const VENV = [
  '# The packages are in a folder of their own, which stays visible when your project is mounted at WORKDIR.',
  'RUN python -m venv /opt/venv',
];
const VENV_PATH = 'ENV PATH="/opt/venv/bin:$PATH"';
const VENV_VARIABLES = 'ENV VIRTUAL_ENV=/opt/venv PATH="/opt/venv/bin:$PATH"';
const UV = [
  `RUN ${PIP_CACHE} pip install uv`,
  '# Byte code is compiled once, here. Files are copied out of the cache, which is elsewhere.',
  'ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never',
];

/** The base images empty apt's own cache after each install, so that only its lists are kept. */
const apt = (system: string[]) => [
  'RUN --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\',
  `    apt-get update && apt-get install --yes --no-install-recommends ${system.join(' ')}`,
];

/** What is no package of Python, and why it is there. */
function systemLines({
  packages: { takesGit },
  system: { system, needing },
  startsGit,
  own,
}: DockerfileContent): string[] {
  const reasons = [
    ...(needing.length > 0
      ? [`${listOf(needing)} ${needing.length === 1 ? 'needs' : 'need'} what slim images lack.`]
      : []),
    ...(takesGit ? ['Some packages come from git repositories.'] : []),
    ...(startsGit && !takesGit ? ['Some tests start git.'] : []),
    ...(own && own.compilers.length > 0 ? ['Your own package has parts that are compiled.'] : []),
  ];
  const all = [...new Set([...(takesGit || startsGit ? ['git'] : []), ...system, ...(own?.compilers ?? [])])];
  if (all.length > 0) return [`# ${reasons.join(' ')}`, ...apt(all)];
  return [
    '# What is no package of Python, such as git, gcc, or libgomp1 for LightGBM, is installed like this:',
    ...apt(['git']).map(line => `# ${line}`),
  ];
}

const LEFT_OUT = '# Your own code is not here yet: the lines that name it are left out.';
const PIP_LINES = `/^ *${OWN_CODE}/d`;
/** An entry becomes one without meaning to pip, as micromamba takes no list that is empty. */
const CONDA_LINES = `s/^( *- +)\\W?${OWN_CODE}.*/\\1"# left out"/`;

/** Takes the lines for the project's own code out of copied files. */
const leaveOut = (edits: string, files: string[]) => [
  LEFT_OUT,
  `RUN sed -i -E '/${ADDRESS}/!{${edits}}' ${shellLine(files)}`,
];

/** A command with more requirements, one a line, and why. */
const withMore = (command: string, more: string[], reason: string): string[] =>
  more.length === 0 ? [command] : [`# ${reason}`, [command, ...more.map(one => shellWord(one))].join(' \\\n    ')];

const pip = ({ files, requirements, hasOwnCode, kind, also, alsoFrom }: Packages): Recipe => ({
  before: [...VENV, VENV_PATH],
  after: [
    ...(hasOwnCode ? leaveOut(PIP_LINES, files) : []),
    ...withMore(
      `RUN ${PIP_CACHE} pip install ${requirements.map(file => `-r ${file}`).join(' ')}`,
      kind === 'nothing' ? [] : also,
      `${alsoFrom} names more than ${requirements.join(' and ')}.`,
    ),
  ],
  add: `RUN ${PIP_CACHE} pip install`,
});

const poetry = ({ groups, extras, ownPackages }: Packages): Recipe => ({
  before: [`RUN ${PIP_CACHE} pip install poetry`, ...VENV, VENV_VARIABLES],
  after: [
    `RUN --mount=type=cache,target=/root/.cache/pypoetry ${words(`poetry install --no-root${ownPackages.length > 0 ? ' --no-directory' : ''} --no-interaction --compile`, '--with', groups, '--extras', extras)}`,
  ],
  add: `RUN ${PIP_CACHE} pip install`,
});

const RECIPES: Record<Packages['kind'], (packages: Packages) => Recipe> = {
  nothing: pip,
  requirements: pip,
  poetry,
  uv: ({ groups, extras, isWhole, isWorkspace }) => ({
    before: [
      ...UV,
      '# The packages are in a folder of their own, which stays visible when your project is mounted at WORKDIR.',
      '# "uv run" uses them as they are.',
      'ENV UV_PROJECT_ENVIRONMENT=/opt/venv UV_NO_SYNC=1 VIRTUAL_ENV=/opt/venv PATH="/opt/venv/bin:$PATH"',
    ],
    after: [
      '# Exactly what the lock file has: it also holds the version of your project, which may be behind.',
      `RUN ${UV_CACHE} ${words(`uv sync --frozen ${isWhole ? '--no-install-project' : '--no-install-local'}${isWorkspace ? ' --all-packages' : ''}`, '--group', groups, '--extra', extras)}`,
    ],
    add: `RUN ${UV_CACHE} uv pip install`,
  }),
  pyproject: ({ groups, extras, hasProject, requirements, hasOwnLines, also, alsoFrom }) => {
    const sources = [...(hasProject ? ['pyproject.toml'] : []), ...requirements].map(file => `-r ${file}`);
    const command = words(['uv pip install', ...sources].join(' '), '--group', groups, '--extra', extras);
    return {
      before: [...UV, ...VENV, VENV_VARIABLES],
      after: [
        ...(hasOwnLines ? leaveOut(PIP_LINES, requirements) : []),
        ...withMore(`RUN ${UV_CACHE} ${command}`, also, `${alsoFrom} names more, for the tests.`),
      ],
      add: `RUN ${UV_CACHE} uv pip install`,
    };
  },
  environment: ({ source, files, hasOwnCode }) => ({
    before: ['ENV PATH="/opt/conda/bin:$PATH"'],
    after: [
      ...(hasOwnCode ? leaveOut(`${CONDA_LINES};${PIP_LINES}`, files) : []),
      `RUN --mount=type=cache,target=/opt/conda/pkgs ${PIP_CACHE} \\`,
      `    micromamba install --yes --name base --file ${source}`,
    ],
    add: 'RUN --mount=type=cache,target=/opt/conda/pkgs micromamba install --yes --name base --channel conda-forge',
  }),
};

function words(command: string, groupOption: string, groups: string[], extraOption: string, extras: string[]): string {
  const options = [...groups.map(name => `${groupOption} ${name}`), ...extras.map(name => `${extraOption} ${name}`)];
  return [command, ...options].join(' ');
}

/** Unlike pytest's settings, a variable also serves notebooks, and programs that are started by tests or by hand. */
function codeLines(content: DockerfileContent): string[] {
  return [
    '# Your own code is found where it is mounted, instead of being installed.',
    `ENV PYTHONPATH=${codeFolders(content).join(':')}`,
  ];
}

/** Those that modules are imported from, in the image. */
function codeFolders({ folders }: DockerfileContent): string[] {
  return folders.map(folder => (folder === '' ? WORKDIR : `${WORKDIR}/${folder}`));
}

/** One COPY for each folder, to the same place in another one. */
function copyLines(files: string[], to = '.'): string[] {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const folder = `${to}/${file.endsWith('/') ? file : file.split('/').slice(0, -1).join('/')}/`
      .replace(/\/+$/, '/')
      .replace(/^\.\/(?=.)/, '');
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders].map(([folder, paths]) => {
    const all = [...paths, folder];
    return `COPY ${all.some(path => path.includes(' ')) ? JSON.stringify(all).replaceAll('","', '", "') : all.join(' ')}`;
  });
}

function whereAddedGo({ kind, source }: Packages, added: string[]): string {
  const verb = added.length === 1 ? 'is' : 'are';
  if (kind === 'uv') return `${listOf(added)} ${verb} in the lock file ("uv add --dev ${added.join(' ')}")`;
  if (kind === 'poetry')
    return `${listOf(added)} ${verb} in the lock file ("poetry add --group dev ${added.join(' ')}")`;
  return `${source} names ${listOf(added)}`;
}

function listOf(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
