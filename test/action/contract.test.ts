// What users see of the action in several places agrees: action.yml, the code, the README, the workflows and dist/.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { staleFiles } from '../../scripts/dist.ts';
import { withTables } from '../../scripts/readme.ts';
import { publishText, testText } from '../../src/init/files.ts';
import { readInputs } from '../../src/inputs/inputs.ts';
import { inputNames, noInputs } from '../../src/inputs/names.ts';
import { builtIn, readSettings, settingNames } from '../../src/inputs/settings.ts';
import { parseToml } from '../../src/inputs/steps/toml.ts';
import { gatherNothing } from '../../src/legs/gather.ts';
import { makeLegsReport } from '../../src/report/legs.ts';
import { outputNames } from '../../src/report/report.ts';
import { nothingToPublish } from '../../src/report/together.ts';
import { defaultInputs } from '../samples.ts';
import { allExamples, asWorkflow, problems, rightsOf, yamlBlocks } from './workflows.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const namesIn = (folder: string, ending: string): string[] =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder)).filter(name => name.endsWith(ending)) : [];

const action = read('action.yml');
const workflows = namesIn('.github/workflows', '.yml').map(name => `.github/workflows/${name}`);
const examples = allExamples();

test('action.yml is what the runner accepts', async () => {
  expect(await problems('action.yml', action)).toEqual([]);
});

test.each(workflows)('%s is a valid workflow that gives our action only inputs that it has', async path => {
  expect(await problems(path, read(path))).toEqual([]);
});

test.each(examples)('the example in $page, line $line, is valid', async ({ text }) => {
  expect(await problems('.github/workflows/example.yml', asWorkflow(text))).toEqual([]);
});

test('what the README shows first is what init writes', () => {
  const [, section = ''] = read('README.md').split('## Get going\n');
  expect(
    yamlBlocks(section)
      .slice(0, 2)
      .map(({ text }) => text),
  ).toEqual([testText(''), publishText('')]);
});

const whole = examples.filter(({ text }) => text.includes('\njobs:'));

test.each(whole)(
  'the example in $page, line $line, gives a right to write to nothing that a pull request starts',
  ({ text }) => {
    const { starts, writes } = rightsOf(text);
    // A bare push is one of tags too, which would publish.
    expect(starts).not.toContain('push');
    const isOfTags = starts.every(event => ['push of tags', 'release'].includes(event));
    // What may write publishes, so only that may run on a tag.
    expect({ isOfTags, writes: writes.length > 0 }).toEqual({ isOfTags, writes: isOfTags });
  },
);

test.each([
  ['on: [push, pull_request]\npermissions:\n  packages: write', ['push', 'pull_request'], ['packages']],
  ['on: push\npermissions: write-all', ['push'], ['all']],
  ['on: { push: { tags: [v1] } }\njobs: { a: { permissions: { contents: write } } }', ['push of tags'], ['contents']],
  ['on: { push: { branches: [main] }, pull_request: }\npermissions: {}', ['push of branches', 'pull_request'], []],
  ['on: pull_request\njobs: { a: { steps: [] } }', ['pull_request'], ['unset']],
])('the rights of a workflow are seen: %#', (text, starts, writes) => {
  expect(rightsOf(text)).toEqual({ starts, writes });
});

test('one example shows pinned actions, where security is told', () => {
  const pinned = examples.filter(({ text }) => /@[0-9a-f]{40}/.test(text));
  expect(pinned).toMatchObject([{ page: 'README.md' }]);
  const [, section = ''] = read('README.md').split('## Security in short\n');
  expect(section.split('\n## ')[0]).toContain(pinned[0]?.text);
  expect(pinned[0]?.text.match(/uses: \S+@(?![0-9a-f]{40} # v\d)/g)).toBe(null);
});

test('there are workflows and examples to look at', () => {
  expect(workflows.length).toBeGreaterThan(1);
  expect(examples.length).toBeGreaterThan(2);
});

test.each([
  ['an input that our action lacks', '- uses: OWNER/dev-in-docker@v1\n  with:\n    imagee: x', /imagee/],
  ['the same, for the action of this checkout', '- uses: ./\n  with:\n    imagee: x', /imagee/],
  ['an action that nobody here uses', '- uses: actions/checkuot@v7', /checkuot/],
  ['an expression that means nothing', `- run: echo $\{{ secret.KEY }}`, /secret/],
  ['a key that steps lack', '- usess: ./', /usess/],
])('a mistake is found: %s', async (_mistake, steps, message) => {
  const found = await problems('.github/workflows/example.yml', asWorkflow(steps));
  expect(found).toContainEqual(expect.stringMatching(message));
});

test('a mistake in action.yml is found', async () => {
  expect(await problems('action.yml', action.replace('main:', 'maim:'))).toContainEqual(expect.stringMatching(/maim/));
});

test('the code reads the inputs that action.yml has', () => {
  expect([...inputNames].sort()).toEqual(Object.keys(parse(action).inputs).sort());
});

test('the report of all legs has outputs of the action itself, and its code sets them', async () => {
  const text = read('report/action.yml');
  expect(await problems('report/action.yml', text)).toEqual([]);
  const { outputs } = parse(text);
  expect(Object.keys(makeLegsReport({ all: gatherNothing(), gaps: [] }).outputs)).toEqual(Object.keys(outputs));
  expect([...outputNames]).toEqual(expect.arrayContaining(Object.keys(outputs)));
});

test('what publishes several platforms has inputs and outputs of the action itself, and its code sets them', async () => {
  const text = read('publish/action.yml');
  expect(await problems('publish/action.yml', text)).toEqual([]);
  const { inputs, outputs, runs } = parse(text);
  expect(Object.keys(nothingToPublish('').outputs)).toEqual(Object.keys(outputs));
  expect([...outputNames]).toEqual(expect.arrayContaining(Object.keys(outputs)));
  const { needs, ...others } = inputs;
  expect(needs.required).toBe(true);
  const ofAction = parse(action).inputs;
  for (const [name, { default: preset }] of Object.entries<{ default: unknown }>(others)) {
    expect([name, preset]).toEqual([name, ofAction[name]?.default]);
  }
  for (const file of [runs.main, runs.post]) expect(existsSync(join(root, 'publish', file))).toBe(true);
});

test('an input that a setting can stand for has no default in action.yml, which would hide the setting', () => {
  const { inputs } = parse(action);
  expect(settingNames.filter(name => 'default' in inputs[name])).toEqual([]);
  expect(settingNames).toEqual(expect.arrayContaining(Object.keys(builtIn)));
});

test('what is not set comes to the same as ever: cache keys are made of it', () => {
  const { inputs } = parse(action);
  const unset = Object.fromEntries(inputNames.map(name => [name, String(inputs[name].default ?? '')]));
  const filledIn = Object.entries(unset).filter(([, value]) => value.includes('${{'));
  const expected = { ...defaultInputs, ...Object.fromEntries(filledIn) };
  const completed = Object.fromEntries(inputNames.map(name => [name, unset[name] || (builtIn[name] ?? '')]));
  expect(completed).toEqual(expected);
});

test('an input that is empty, as an expression is on events without inputs, is read as its default', () => {
  const { inputs } = parse(action);
  const isRunners = (text: string) => text.includes('${{');
  const defaults = inputNames.flatMap(name => {
    const text = String(inputs[name].default ?? '');
    return isRunners(text) ? [] : [[name, text] as const];
  });
  expect(readInputs(noInputs)).toEqual(readInputs({ ...noInputs, ...Object.fromEntries(defaults) }));
});

test("the README's example of settings is valid, and its list is whole", () => {
  const [, section = ''] = read('README.md').split('### Settings in the project\n');
  const [, toml = ''] = /```toml\n(.*?)```/s.exec(section) ?? [];
  const { tool } = parseToml(toml, 'README.md') as { tool: Record<string, Record<string, unknown>> };
  expect(Object.keys(readSettings(tool['dev-in-docker'] ?? {}, 'README.md', '.').values)).toHaveLength(4);
  const [, list = ''] = /^- \*\*The settings\*\* are (.*)\. They/m.exec(section) ?? [];
  expect([...list.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name)).toEqual(settingNames);
});

test('the threat model says of every input that is no setting why', () => {
  const [, section = ''] = read('docs/threat-model.md').split('## What a pull request can set\n');
  const listed = [
    ...section
      .split('\n## ', 1)
      .join()
      .matchAll(/`([a-z-]+)`/g),
  ].map(([, name]) => name);
  const filledIn = ['matrix', 'job-total', 'job-index', 'job-container', 'services'];
  const others = inputNames.filter(name => !settingNames.includes(name) && !filledIn.includes(name));
  expect(listed).toEqual(expect.arrayContaining(others));
});

test('the code sets the outputs that action.yml has', () => {
  expect([...outputNames].sort()).toEqual(Object.keys(parse(action).outputs).sort());
});

test('action.yml starts files that dist/ has', () => {
  const { runs } = parse(action);
  expect(runs.using).toBe('node24');
  for (const file of [runs.main, runs.post]) expect(existsSync(join(root, file))).toBe(true);
});

test("the README's tables are what action.yml says", () => {
  expect(read('README.md')).toBe(withTables(read('README.md'), action));
});

test('a table that is not what action.yml says is seen', () => {
  const changed = withTables(read('README.md'), action.replace('Stage that is published.', 'Another text.'));
  expect(changed).toMatch(/^\| `share-target` +\| `share` +\| Another text\. +\|$/m);
});

test('dist/ is what src/ builds to', async () => {
  expect(await staleFiles(join(root, 'dist'))).toEqual([]);
});

test('a file of dist/ that was changed, removed or added is seen', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'dev-in-docker-dist-copy-'));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  cpSync(join(root, 'dist'), copy, { recursive: true });
  writeFileSync(join(copy, 'main.js'), ' ', { flag: 'a' });
  rmSync(join(copy, 'licenses.txt'));
  writeFileSync(join(copy, 'more.js'), '');
  expect(await staleFiles(copy)).toEqual(['licenses.txt', 'main.js', 'more.js']);
});

test('package.json has nothing that npm would install or run before npx runs a bundle', () => {
  const { dependencies, scripts } = JSON.parse(read('package.json'));
  expect(dependencies).toBeUndefined();
  const forbidden = ['build', 'prepare', 'prepack', 'preinstall', 'install', 'postinstall'];
  expect(Object.keys(scripts).filter(name => forbidden.includes(name))).toEqual([]);
});

test("Dependabot's group of what is in dist/ names all of that, and no more", () => {
  const licences = namesIn('dist', '.txt')
    .map(name => read(`dist/${name}`))
    .join('');
  const bundled = [...licences.matchAll(/^(\S+) \d\S*\n\n/gm)].map(([, name]) => name);
  const [npm] = parse(read('.github/dependabot.yml')).updates;
  const ours = Object.keys(JSON.parse(read('package.json')).devDependencies).filter(name => bundled.includes(name));
  // What bundles them makes another dist/ too.
  expect(npm.groups.bundled.patterns).toEqual([...ours, 'rolldown'].sort());
  expect(ours.length).toBeGreaterThan(5);
});

test('package-lock.json names no registry, so that each uses its own', () => {
  const { packages } = JSON.parse(read('package-lock.json'));
  const resolved = Object.keys(packages).filter(name => 'resolved' in packages[name]);
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(resolved).toEqual([]);
});
