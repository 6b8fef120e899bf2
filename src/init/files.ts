// The other files that a project without them gets.
import { readIgnore } from '../dockerfile/ignore.ts';
import { quoted } from '../text/plain.ts';

/** Patterns of what may be secret. */
const SECRETS = ['**/.env', '**/.env.*', '**/.envrc'];

/** Patterns of what Python, its tools and systems leave behind. */
const REMAINS = [
  ...['**/__pycache__', '**/*.pyc', '**/.pytest_cache', '**/.mypy_cache', '**/.ruff_cache', '**/.ipynb_checkpoints'],
  ...['**/.coverage', '**/htmlcov', '**/.tox', '**/.nox', '**/*.egg-info', '**/node_modules', '**/.dvc/cache'],
  '**/.DS_Store',
];

/**
 * Text of a .dockerignore; `environments` are folders of the project with virtual environments. What looks left behind, but
 * is among the files that git has, is somebody's data, such as a test's: no line leaves it out.
 */
export function dockerignoreText(environments: string[], tracked: string[]): string {
  const others = environments.filter(name => !['.venv', 'venv'].includes(name));
  const remains = REMAINS.filter(pattern => !tracked.some(readIgnore(pattern).ignores));
  return `# What the share stage does not get. Add data that is too big or too private to give away.

# git's own files, and what may be secret
.git
${SECRETS.join('\n')}

# virtual environments of this machine
**/.venv
**/venv
**/.pixi
${lines(others)}
# what editors, Python, its tools and systems leave behind
**/.idea
**/.vscode
${lines(remains)}`;
}

function lines(patterns: string[]): string {
  return patterns.map(pattern => `${pattern}\n`).join('');
}

/** Of files that git has, and that a .dockerignore of ours leaves out as they may be secret. */
export function secretNotes(tracked: string[]): string[] {
  const [first, ...others] = tracked.filter(readIgnore(SECRETS.join('\n')).ignores);
  if (first === undefined) return [];
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return [
    `The share image does not get ${quoted(first)}${more}, as it may hold secrets: if it holds none, and tests need it, add "!${first}" at the end of .dockerignore.`,
  ];
}

/** What a pytest.ini is written from. */
export type PytestContent = {
  /** Folders that modules are imported from, relative to the project; empty for itself. */
  folders: string[];
  /** The folder that all tests are in, if it is one. */
  testpaths?: string | undefined;
  /** Names of files with tests, where pytest's own won't do. */
  patterns?: string[] | undefined;
  djangoSettings?: string | undefined;
  options: string[];
};

/** How a pytest.ini begins, so that it can be told from one of somebody's own. */
export const SETTINGS_START = '[pytest]\n# Tests can import your modules from ';

/** Text of a pytest.ini. */
export function pytestText({ folders, testpaths, patterns, djangoSettings, options }: PytestContent): string {
  const values: [string, string | undefined][] = [
    ['pythonpath', folders.map(folder => folder || '.').join(' ')],
    ['testpaths', testpaths],
    ['python_files', patterns?.join(' ')],
    ['DJANGO_SETTINGS_MODULE', djangoSettings],
    ['addopts', options.length === 0 ? undefined : options.join(' ')],
  ];
  return `${SETTINGS_START}${folders.length > 1 ? 'these folders' : 'this folder'}.
${values.flatMap(([name, value]) => (value === undefined ? [] : [`${name} = ${value}\n`])).join('')}`;
}

/**
 * Text of the workflow that runs the tests, also those of pull requests, so it may only read. `context` is the project's
 * folder in the repository, empty for the repository itself; `dependencies` are the files that make the cache key, where
 * the action would not find them; `hasLfs` where some of its files are in Git LFS.
 */
export function testText(context: string, dependencies: string[] = [], hasLfs = false): string {
  return `name: tests
on:
  push:
    branches: ["**"] # a tag is tested where it is published
  pull_request:

permissions:
  contents: read

jobs:
  test:
${stepsText(
  [
    ...contextLines(context),
    ...(dependencies.length === 0 ? [] : ['cache-dependency-path: |', ...dependencies.map(path => `  ${path}`)]),
  ],
  hasLfs,
)}`;
}

/** Text of the workflow that publishes a tag, of the same project. No pull request starts it. */
export function publishText(context: string, hasLfs = false): string {
  return `name: publish
on:
  push:
    tags: ["v*"]

permissions:
  contents: read
  packages: write

concurrency: ${yamlText(named('publish', context))}

jobs:
  publish:
${stepsText(contextLines(context), hasLfs)}`;
}

/** The rest of a workflow's only job, with these lines as the action's inputs. */
function stepsText(inputs: string[], hasLfs: boolean): string {
  return `    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
${hasLfs ? '          lfs: true\n' : ''}      # In place of OWNER, write whose dev-in-docker you use.
      - uses: OWNER/dev-in-docker@v1
${inputs.length === 0 ? '' : `        with:\n${inputs.map(line => `          ${line}\n`).join('')}`}`;
}

function contextLines(context: string): string[] {
  return context === '' ? [] : [`context: ${yamlText(context)}`];
}

/** Most words need no quotes; what JSON has in quotes means the same in YAML. */
function yamlText(text: string): string {
  const isWord = /^[A-Za-z_][\w/-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text);
  return isWord ? text : JSON.stringify(text);
}

/** Whether a workflow has a step that uses the action for this project. */
export function usesAction(workflow: string, context: string): boolean {
  const steps = workflow
    .split(/^[ \t]*-\s/m)
    .filter(step => /^[ \t]*uses:[ \t]*["']?[^\s#]*\/dev-in-docker@/m.test(step));
  return steps.some(step => {
    const [, written = ''] = /^[ \t]*context: *(.*)$/m.exec(step) ?? [];
    const value = written.replace(/\s#.*/, '').trim();
    const folder = value.replace(/^(["'])(.*)\1$/, '$2').replace(/^\.(?:\/|$)|\/$/g, '');
    return folder === context || value === yamlText(context);
  });
}

/** Whether a workflow gives any of its jobs the right to publish on ghcr.io. */
export function mayPublish(workflow: string): boolean {
  return /^[^#\n]*(?:\bpackages:[ \t]*write|\bpermissions:[ \t]*write-all)\b/m.test(workflow);
}

/**
 * Path of a workflow's file in the repository; each project has its own, which take the place of none of the other
 * workflows.
 */
export function workflowPath(kind: 'test' | 'publish', context: string, others: string[]): string {
  // Some file systems take two spellings for one.
  const taken = others.map(other => other.toLowerCase());
  const beside = kind === 'test' ? 'dev-in-docker' : `dev-in-docker-${kind}`;
  for (let count = 0; ; count++) {
    const name = [kind, beside][count] ?? `${beside}-${count}`;
    const path = `.github/workflows/${named(name, context)}.yml`;
    if (!taken.includes(path)) return path;
  }
}

/** A name that tells whose it is, where a repository has several projects. */
function named(name: string, context: string): string {
  const slug = context
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? name : `${name}-${slug}`;
}

/** Text of a requirements.txt for a project without one; `source` is the file that these come from, empty for none. */
export function requirementsText(requirements: string[], source: string): string {
  const origin = source === '' ? '' : `# These are from ${source}, which is not read here: change both.\n`;
  return `# The packages of this project, one a line. With a version, such as numpy==2.4.6, everybody gets the same.
${origin}${requirements.join('\n')}
`;
}
