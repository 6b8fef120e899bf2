// The Dockerfile that a project without one gets.

import { join as shellLine } from 'shlex';
import type { Packages } from './packages.ts';
import type { Python } from './python.ts';
import { ADDRESS, OWN_CODE } from './requirements.ts';

/** What a Dockerfile is written from; `isPathless` where pytest has settings that don't say where modules are. */
export type DockerfileContent = { packages: Packages; python: Python; hasSourceFolder: boolean; isPathless: boolean };

const WORKDIR = '/usr/src/app';
const PIP_CACHE = '--mount=type=cache,target=/root/.cache/pip';
const UV_CACHE = '--mount=type=cache,target=/root/.cache/uv';

/** A part of the Dockerfile for each kind of packages: what is done before their files are copied, and after. */
type Recipe = { before: string[]; after: string[]; addPytest: string };

/** Text of a Dockerfile with the stages dev and share, for somebody who may never have read one. */
export function dockerfileText(facts: DockerfileContent): string {
  const { packages, python } = facts;
  const { before, after, addPytest } = RECIPES[packages.kind](packages);
  const isConda = packages.kind === 'environment';
  const lines = [
    '# dev: Python and your packages, without your code, which is mounted instead. You work and test in it.',
    ...(isConda ? [] : [`# ${python.reason}`]),
    `FROM ${isConda ? 'mambaorg/micromamba:2' : `python:${python.version}-slim`} AS dev`,
    ...(isConda ? ['USER root'] : []),
    `WORKDIR ${WORKDIR}`,
    '# What Python prints is seen at once, in a pipe and a log too.',
    'ENV PYTHONUNBUFFERED=1',
    ...(packages.takesGit ? GIT : SYSTEM),
    ...before,
    ...codeLines(facts),
    '# Only these files are copied here, so that the packages are installed again only when one of them changes.',
    ...copyLines(packages.files),
    ...after,
    ...(packages.hasPytest ? [] : [`# Runs the tests. Once ${pytestGoes(packages)}, this line can go.`, addPytest]),
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
const APT = [
  'RUN --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\',
  '    apt-get update && apt-get install --yes --no-install-recommends git',
];
const GIT = ['# Some packages come from git repositories.', ...APT];
const SYSTEM = [
  '# What is no package of Python, such as git, gcc, or libgomp1 for LightGBM, is installed like this:',
  ...APT.map(line => `# ${line}`),
];

const LEFT_OUT = '# Your own code is not here yet: the lines that name it are left out.';
const PIP_LINES = `/^ *${OWN_CODE}/d`;
/** An entry becomes one without meaning to pip, as micromamba takes no list that is empty. */
const CONDA_LINES = `s/^( *- +)\\W?${OWN_CODE}.*/\\1"# left out"/`;

/** Takes the lines for the project's own code out of copied files. */
const leaveOut = (edits: string, files: string[]) => [
  LEFT_OUT,
  `RUN sed -i -E '/${ADDRESS}/!{${edits}}' ${shellLine(files)}`,
];

const pip = ({ files, requirements, hasOwnCode }: Packages): Recipe => ({
  before: [...VENV, VENV_PATH],
  after: [
    ...(hasOwnCode ? leaveOut(PIP_LINES, files) : []),
    `RUN ${PIP_CACHE} pip install ${requirements.map(file => `-r ${file}`).join(' ')}`,
  ],
  addPytest: `RUN ${PIP_CACHE} pip install pytest`,
});

const poetry = ({ groups, extras, ownPackages }: Packages): Recipe => ({
  before: [`RUN ${PIP_CACHE} pip install poetry`, ...VENV, VENV_VARIABLES],
  after: [
    `RUN --mount=type=cache,target=/root/.cache/pypoetry ${words(`poetry install --no-root${ownPackages.length > 0 ? ' --no-directory' : ''} --no-interaction --compile`, '--with', groups, '--extras', extras)}`,
  ],
  addPytest: `RUN ${PIP_CACHE} pip install pytest`,
});

const RECIPES: Record<Packages['kind'], (packages: Packages) => Recipe> = {
  nothing: pip,
  requirements: pip,
  poetry,
  uv: ({ groups, extras, isWhole }) => ({
    before: [
      ...UV,
      '# The packages are in a folder of their own, which stays visible when your project is mounted at WORKDIR.',
      '# "uv run" uses them as they are.',
      'ENV UV_PROJECT_ENVIRONMENT=/opt/venv UV_NO_SYNC=1 VIRTUAL_ENV=/opt/venv PATH="/opt/venv/bin:$PATH"',
    ],
    after: [
      `RUN ${UV_CACHE} ${words(`uv sync ${isWhole ? '--locked --no-install-project' : '--frozen --no-install-local'}`, '--group', groups, '--extra', extras)}`,
    ],
    addPytest: `RUN ${UV_CACHE} uv pip install pytest`,
  }),
  pyproject: ({ groups, extras, hasProject }) => ({
    before: [...UV, ...VENV, VENV_VARIABLES],
    after: [
      `RUN ${UV_CACHE} ${words(`uv pip install${hasProject ? ' -r pyproject.toml' : ''}`, '--group', groups, '--extra', extras)}`,
    ],
    addPytest: `RUN ${UV_CACHE} uv pip install pytest`,
  }),
  environment: ({ source, files, hasOwnCode }) => ({
    before: ['ENV PATH="/opt/conda/bin:$PATH"'],
    after: [
      ...(hasOwnCode ? leaveOut(`${CONDA_LINES};${PIP_LINES}`, files) : []),
      `RUN --mount=type=cache,target=/opt/conda/pkgs ${PIP_CACHE} \\`,
      `    micromamba install --yes --name base --file ${source}`,
    ],
    addPytest:
      'RUN --mount=type=cache,target=/opt/conda/pkgs micromamba install --yes --name base --channel conda-forge pytest',
  }),
};

function words(command: string, groupOption: string, groups: string[], extraOption: string, extras: string[]): string {
  const options = [...groups.map(name => `${groupOption} ${name}`), ...extras.map(name => `${extraOption} ${name}`)];
  return [command, ...options].join(' ');
}

/**
 * Where a project is a package itself, or seems to be one, its tests import it as if it were installed. Without a path in
 * pytest's settings they find what `python -m pytest` finds, which is how many people start it.
 */
function codeLines({ packages: { kind, hasOwnCode }, hasSourceFolder, isPathless }: DockerfileContent): string[] {
  const isPackage = ['uv', 'poetry', 'pyproject'].includes(kind) || hasOwnCode || hasSourceFolder;
  if (!isPackage && !isPathless) return [];
  const folders = [
    ...(isPathless || !hasSourceFolder ? [WORKDIR] : []),
    ...(hasSourceFolder ? [`${WORKDIR}/src`] : []),
  ];
  return [
    '# Your own code is found where it is mounted, instead of being installed.',
    `ENV PYTHONPATH=${folders.join(':')}`,
  ];
}

/** One COPY for each folder. */
function copyLines(files: string[]): string[] {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const folder = `${file.split('/').slice(0, -1).join('/')}/`.replace(/^\/$/, './');
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders].map(([folder, paths]) => {
    const all = [...paths, folder];
    return `COPY ${all.some(path => path.includes(' ')) ? JSON.stringify(all).replaceAll('","', '", "') : all.join(' ')}`;
  });
}

function pytestGoes({ kind, source }: Packages): string {
  if (kind === 'uv') return 'pytest is in the lock file ("uv add --dev pytest")';
  if (kind === 'poetry') return 'pytest is in the lock file ("poetry add --group dev pytest")';
  return `${source} names pytest`;
}
