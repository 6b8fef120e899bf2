// What people run and copy of our workflows has none of the weaknesses that zizmor knows.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type InitFacts, planInit } from '../../src/init/plan.ts';
import { allExamples, asWorkflow } from '../action/workflows.ts';
import { project } from '../init/projects.ts';
import { provideZizmor, weaknesses } from './zizmor.ts';

const github = resolve(import.meta.dirname, '../../.github');
const [ours, copied] = [join(github, 'zizmor.yml'), join(github, 'zizmor-examples.yml')];
const files = [
  ...(await readdir(join(github, 'workflows'))).map(name => join(github, 'workflows', name)),
  ...[
    join(github, 'dependabot.yml'),
    join(github, '../action.yml'),
    join(github, '../report/action.yml'),
    join(github, '../publish/action.yml'),
  ],
];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dev-in-docker-zizmor-'));
  // Once, before tests ask for it whose time is short.
  await provideZizmor();
}, 600_000);

afterAll(() => rm(folder, { recursive: true }));

async function weaknessesOf(policy: string, workflow: string): Promise<string[]> {
  const file = join(folder, 'workflow.yml');
  await writeFile(file, workflow);
  return weaknesses(policy, file);
}

test.each(files.map(file => [relative(join(github, '..'), file), file]))('%s', async (_, file) => {
  expect(await weaknesses(ours, file)).toEqual([]);
});

test.each(allExamples())('the example in $page, line $line', async ({ text }) => {
  expect(await weaknessesOf(copied, asWorkflow(text))).toEqual([]);
});

test.each<[string, InitFacts]>([
  ['a repository', project({})],
  ['a folder of one', project({}, { context: 'a b/ü' })],
  ['a project with a key of its own', project({ 'requirements/base.txt': 'six' }, { context: 'wine' })],
  ['a project that publishes nothing', project({ Dockerfile: 'FROM python AS dev' })],
])('what init writes for %s', async (_, facts) => {
  const written = planInit(facts).files.filter(({ path }) => path.startsWith('.github/'));
  expect(written).not.toEqual([]);
  for (const { text } of written) expect(await weaknessesOf(copied, text)).toEqual([]);
});

const ANY = '{ runs-on: ubuntu-latest, steps: [run: pytest] }';
const JOB = 'permissions: {}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      ';
test.each([
  [
    'all rights',
    ours,
    `on: push\npermissions: write-all\njobs: { a: ${ANY}, b: ${ANY} }`,
    ['2: excessive-permissions'],
  ],
  ['no word on rights', copied, `on: push\njobs: { a: ${ANY} }`, ['2: excessive-permissions']],
  [
    'a title in a command',
    copied,
    `on: push\n${JOB}- run: echo $\{{ github.event.pull_request.title }}`,
    ['7: template-injection'],
  ],
  [
    'code of a pull request with all secrets',
    copied,
    `on: pull_request_target\n${JOB}- run: make`,
    ['1: dangerous-triggers'],
  ],
  ['a token that is left behind', copied, `on: push\n${JOB}- uses: actions/checkout@v7`, ['7: artipacked']],
  ["somebody's action by a tag", copied, `on: push\n${JOB}- uses: octo/setup@v1`, ['7: unpinned-uses']],
  [
    "GitHub's by a tag, in a workflow of ours",
    ours,
    `on: push\n${JOB}- uses: actions/setup-go@v6`,
    ['7: unpinned-uses'],
  ],
])('a weakness is found: %s', async (_, policy, workflow, expected) => {
  expect(await weaknessesOf(policy, workflow)).toEqual(expected);
});

test('what can be no workflow is refused, not passed over', async () => {
  await expect(weaknessesOf(ours, 'on: push\njobs: { a: { steps: 1 } }')).rejects.toThrow('failed to load');
});
