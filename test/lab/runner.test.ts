import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { type Checkout, checkOut, emptyWorkspace } from './checkout.ts';
import { pullRequestEvent, pushEvent, releaseEvent, tagEvent } from './events.ts';
import { printJob } from './job-page.ts';
import { run } from './process.ts';
import { type JobOptions, type JobResult, runAction } from './runner.ts';
import { newFolder, removeFolder } from './runner-folders.ts';
import { runnerUser } from './user.ts';

const checkout: Checkout = await checkOut({ 'a.py': 'print(1)\n', 'tests/test_a.py': '' });
const cleanUps = [() => checkout.release()];
afterAll(async () => {
  for (const cleanUp of cleanUps) await cleanUp();
});

const manifest = `name: fixture
inputs:
  plain:
    default: '.'
  with-dash: { description: no default }
  with space: { default: 5 }
  old: { deprecationMessage: use plain }
  token: { default: '\${{ github.token }}' }
  matrix: { default: '\${{ toJSON(matrix) }}' }
  total: { default: '\${{ strategy.job-total }}' }
  index: { default: '\${{ strategy.job-index }}' }
  container: { default: '\${{ job.container.id }}' }
  services: { default: 'by \${{ github.actor }}: \${{ toJSON(job.services) }}' }
runs:
  using: node24
  main: dist/main.js
  post: dist/post.js
`;

type Scripts = { main: string; post?: string; yaml?: string };

/** Runs an action with these scripts, in which `fs`, `cp`, `env`, `print` and `append` are at hand. */
async function job(scripts: Scripts, options: Partial<JobOptions> = {}): Promise<JobResult> {
  const action = await newFolder('fixture');
  const start = `import fs from 'node:fs';
import cp from 'node:child_process';
const env = process.env;
const print = text => process.stdout.write(text + '\\n');
const append = (name, text) => fs.appendFileSync(env[name], text);
`;
  await run(['mkdir', join(action, 'dist')]);
  await writeFile(join(action, 'package.json'), '{ "type": "module" }');
  await writeFile(join(action, 'action.yml'), scripts.yaml ?? manifest);
  await writeFile(join(action, 'dist/main.js'), start + scripts.main);
  await writeFile(join(action, 'dist/post.js'), start + (scripts.post ?? ''));
  const result = await runAction({
    action,
    workspace: checkout.workspace,
    event: pushEvent(checkout.sha),
    ...options,
  });
  cleanUps.push(result.release, () => removeFolder(action));
  return result;
}

/** The environment that main found. */
async function environmentOf(options: Partial<JobOptions>): Promise<Record<string, string>> {
  const { raw } = await job({ main: 'print(JSON.stringify(env))' }, options);
  return JSON.parse(raw);
}

describe('the environment', () => {
  test('is the documented one and nothing of the lab’s own', async () => {
    process.env.LAB_CANARY = 'canary';
    const environment = await environmentOf({ environment: { DOCKER_HOST: 'unix:///x' } });
    delete process.env.LAB_CANARY;
    const names = Object.keys(environment).map(name => name.replace(/^(GITHUB|RUNNER|INPUT)_.*/, '$1'));
    expect([...new Set(names)].sort()).toEqual(
      `ACTIONS_ORCHESTRATION_ID AGENT_TOOLSDIRECTORY CI DEBIAN_FRONTEND DOCKER_HOST GITHUB HOME INPUT LANG LOGNAME PATH RUNNER SHELL USER XDG_CONFIG_HOME`.split(
        ' ',
      ),
    );
    expect(environment).toMatchObject({
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_JOB: 'test',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_REPOSITORY: 'octo-lab/Science-Project',
      GITHUB_REPOSITORY_OWNER: 'octo-lab',
      GITHUB_SHA: checkout.sha,
      GITHUB_WORKSPACE: checkout.workspace,
      RUNNER_ENVIRONMENT: 'github-hosted',
      RUNNER_OS: 'Linux',
    });
    expect(environment.GITHUB_WORKSPACE).toMatch(/\/_work\/Science-Project\/Science-Project$/);
    expect(Object.keys(environment)).not.toContain('GITHUB_TOKEN');
  });

  test('has inputs as the runner names them, with evaluated defaults', async () => {
    const environment = await environmentOf({
      inputs: { plain: 'docs', 'With-Dash': 'x' },
      matrix: { python: '3.11' },
    });
    expect(environment).toMatchObject({
      INPUT_PLAIN: 'docs',
      'INPUT_WITH-DASH': 'x',
      INPUT_WITH_SPACE: '5',
      INPUT_OLD: '',
      INPUT_TOKEN: expect.stringMatching(/^ghs_\w{36}$/),
      INPUT_MATRIX: '{\n  "python": "3.11"\n}',
      INPUT_TOTAL: '1',
      INPUT_CONTAINER: '',
      INPUT_SERVICES: 'by octocat: {}',
    });
  });

  test('has the cache service if there is one', async () => {
    const cache = { url: 'http://127.0.0.1:1/', token: 'runtime-token', mode: 'read' };
    expect(await environmentOf({ cache, container: 'f00', jobTotal: 3 })).toMatchObject({
      ACTIONS_CACHE_MODE: 'read',
      ACTIONS_CACHE_SERVICE_V2: 'True',
      ACTIONS_RESULTS_URL: cache.url,
      ACTIONS_RUNTIME_TOKEN: 'runtime-token',
      INPUT_CONTAINER: 'f00',
      INPUT_MATRIX: 'null',
      INPUT_TOTAL: '3',
    });
  });

  test('says which leg of which attempt it is, under a name that is new in each', async () => {
    const leg = { jobTotal: 3, jobIndex: 2, run: { runId: '17', attempt: 2, job: 'unit' } };
    const [first, second] = [await environmentOf(leg), await environmentOf(leg)];
    expect(first).toMatchObject({ GITHUB_RUN_ID: '17', GITHUB_RUN_ATTEMPT: '2', GITHUB_JOB: 'unit', INPUT_INDEX: '2' });
    expect(first.ACTIONS_ORCHESTRATION_ID).toMatch(/^[0-9a-f-]{36}\.unit\._3$/);
    expect(first.ACTIONS_ORCHESTRATION_ID).not.toBe(second.ACTIONS_ORCHESTRATION_ID);
  });

  test.each([
    [
      'a tag',
      tagEvent('abc', 'v1.2.3'),
      { GITHUB_REF: 'refs/tags/v1.2.3', GITHUB_REF_NAME: 'v1.2.3', GITHUB_REF_TYPE: 'tag' },
    ],
    [
      'a release',
      releaseEvent('abc', 'v2'),
      { GITHUB_EVENT_NAME: 'release', GITHUB_REF_NAME: 'v2', GITHUB_REF_TYPE: 'tag' },
    ],
    [
      'a fork’s pull request',
      pullRequestEvent('abc', { fork: true }),
      { GITHUB_REF: 'refs/pull/7/merge', GITHUB_REF_NAME: '7/merge', GITHUB_BASE_REF: 'main', GITHUB_ACTOR: 'mona' },
    ],
  ])('of %s', async (_, event, variables) => {
    const { raw } = await job(
      { main: 'print(JSON.stringify({ ...env, event: fs.readFileSync(env.GITHUB_EVENT_PATH, "utf8") }))' },
      { event },
    );
    const environment: Record<string, string> = JSON.parse(raw);
    expect(environment).toMatchObject({ ...variables, GITHUB_SHA: 'abc' });
    expect(JSON.parse(environment.event ?? '')).toEqual(event.payload);
  });

  test('unexpected and deprecated inputs get a warning', async () => {
    const { annotations, conclusion, log } = await job(
      { main: "print(env['INPUT_NO_SUCH'])" },
      {
        inputs: { 'no such': 'x', old: 'y' },
      },
    );
    expect(annotations.map(({ message }) => message)).toEqual([
      "Input 'old' has been deprecated with message: use plain",
      expect.stringMatching(/^Unexpected input\(s\) 'no such', valid inputs are \['plain', 'with-dash'/),
    ]);
    expect(conclusion).toBe('success');
    expect(log).toMatch(/\nx$/);
  });

  test('an expression that the lab does not know is an error', async () => {
    const yaml = manifest.replace('github.actor', 'hashFiles(x)');
    await expect(job({ main: '', yaml })).rejects.toThrow('does not know the expression "hashFiles(x)"');
  });
});

describe('the user', () => {
  const main = `print(cp.execFileSync('id').toString().trim());
print(cp.execFileSync('sudo', ['-n', 'id', '-u']).toString().trim());
fs.writeFileSync('by-main', '');
fs.writeFileSync(env.HOME + '/x', '');
print(String(process.stdin.isTTY) + fs.readFileSync(0).length);
print(process.version + ' ' + process.cwd());`;

  test('is like the hosted runner’s', async () => {
    const { uid, gid, dockerGid } = await runnerUser();
    const { raw, exitCode } = await job({
      main: `${main}\ntry { fs.writeFileSync('/etc/x', '') } catch (e) { print(e.code) }`,
    });
    const [id, sudo, input, node, refused] = raw.split('\n');
    expect(id).toContain(`uid=${uid}(`);
    expect(id).toMatch(new RegExp(`groups=.*\\b${dockerGid}\\(`));
    expect([sudo, input, refused, exitCode]).toEqual(['0', 'undefined0', 'EACCES', 0]);
    expect(node).toBe(`${process.version} ${checkout.workspace}`);
    const { uid: owner, gid: group } = await stat(join(checkout.workspace, 'by-main'));
    expect([owner, group, uid > 0]).toEqual([uid, gid, true]);
  });

  test('is root where that is asked for, if the lab can be', async () => {
    const main = 'print(String(process.getuid()))';
    if (process.getuid?.() === 0) {
      const asRoot = await checkOut({ 'a.py': '' }, { user: 'root' });
      cleanUps.push(() => asRoot.release());
      expect((await job({ main }, { user: 'root', workspace: asRoot.workspace })).raw).toBe('0\n');
    } else await expect(job({ main }, { user: 'root' })).rejects.toThrow('start it with sudo');
  });

  test('finds the plugins of docker in its home', async () => {
    const plugins = await newFolder('plugins');
    cleanUps.push(() => removeFolder(plugins));
    await writeFile(join(plugins, 'docker-buildx'), 'here');
    const main = "print(fs.readFileSync(env.HOME + '/.docker/cli-plugins/docker-buildx', 'utf8'))";
    expect((await job({ main }, { plugins })).raw).toBe('here\n');
  });
});

test('main and post: log, annotations, outputs, state, summary, environment', async () => {
  const lines: string[] = [];
  const result = await job(
    {
      main: `print('::group::Build');
process.stderr.write('from stderr\\n');
await new Promise(done => setTimeout(done, 50));
print('\\r  ::error file=' + process.cwd() + '/tests/test_a.py,line=2,title=T::failed');
print('::debug::secret thoughts');
print('half ##[notice]whole');
append('GITHUB_OUTPUT', 'version=1.2.3\\nlong<<E_1\\na\\nb=c\\nE_1\\n');
print('::add-mask::hunter2hunter2');
append('GITHUB_OUTPUT', 'leak=x hunter2hunter2\\n');
append('GITHUB_STATE', 'id<<E_2\\n1\\n2\\nE_2\\n');
append('GITHUB_ENV', 'FROM_MAIN=yes\\n');
append('GITHUB_PATH', '/from/main\\n');
append('GITHUB_STEP_SUMMARY', '# Main hunter2hunter2\\n');
process.stdout.write(env.INPUT_TOKEN);`,
      post: `print(JSON.stringify([env.STATE_id, env.FROM_MAIN, env.PATH.split(':')[0], env.INPUT_PLAIN]));
append('GITHUB_STEP_SUMMARY', 'Post');
print('::error::in post hunter2hunter2');`,
    },
    { onLine: line => lines.push(line), inputs: { plain: 'here' } },
  );
  expect(result.log.split('\n').slice(0, 4)).toEqual([
    '##[group]Run OWNER/dev-in-docker@v1',
    'with:',
    '  plain: here',
    '  with space: 5',
  ]);
  expect(result.log).toContain('\n  token: ***\n');
  expect(result.log).not.toContain('thoughts');
  const [, shown = ''] = result.log.split('##[endgroup]\n');
  expect(shown.split('\n').filter(line => line !== 'from stderr')).toEqual([
    '##[group]Build',
    '',
    '##[error]failed',
    '##[notice]whole',
    '***',
  ]);
  expect(result.raw).toContain('half ##[notice]whole');
  expect(result.postLog).toBe(
    'Post job cleanup.\n["1\\n2","yes","/from/main","here"]\n##[error]in post ***\n' +
      "##[warning]Skip output 'leak' since it may contain secret.",
  );
  expect(result.annotations).toEqual([
    { level: 'error', message: 'failed', title: 'T', file: 'tests/test_a.py', line: 2 },
    { level: 'notice', message: 'whole' },
    { level: 'error', message: 'in post ***' },
    { level: 'warning', message: "Skip output 'leak' since it may contain secret." },
  ]);
  expect(result.outputs).toEqual({ version: '1.2.3', long: 'a\nb=c' });
  expect(result.summary).toBe('# Main ***\nPost\n');
  expect(result.state).toEqual({ id: '1\n2' });
  expect([result.masks, result.conclusion, result.exitCode, result.postExitCode]).toEqual([
    ['hunter2hunter2'],
    'success',
    0,
    0,
  ]);
  expect(lines.join('\n')).toBe(`${result.log}\n${result.postLog}`);
  let page = '';
  printJob(result, text => {
    page += stripVTControlCharacters(text);
  });
  expect(page).toMatch(
    /▾ Build.*Error: failed.*Job: success.*tests\/test_a\.py:2 {2}T\n {2}failed.*Main \*\*\*\n {2}={8}/s,
  );
});

test('between stop-commands and its token no command is obeyed, however it is spelled', async () => {
  const main = `const names = ['error', 'warning', 'notice', 'add-mask', 'set-output name=a', 'save-state name=a', 'set-env name=A',
  'add-path', 'add-matcher', 'remove-matcher', 'group', 'endgroup', 'debug', 'echo', 'stop-commands'];
const spellings = [n => '::' + n + '::e', n => '\\t::' + n + '::e', n => '\u00a0::' + n.toUpperCase() + '::e',
  n => 'E  ##[' + n + ']e', n => '50 %\\r::' + n + '::e', n => '\u2003\\r\\n::' + n + '::e'];
const token = '0123456789abcdef';
print('::stop-commands::' + token);
for (const name of names) for (const spell of spellings) {
  const text = spell(name) + '\\n';
  for (const part of [text.slice(0, 3), text.slice(3)]) process.stdout.write(part);
}
print('::' + token + '::');
print('::notice::back');`;
  const result = await job({ main });
  expect(result).toMatchObject({ conclusion: 'success', outputs: {}, state: {}, masks: [] });
  expect(result.annotations).toEqual([{ level: 'notice', message: 'back' }]);
  expect(result.log).toContain('E  ##[add-mask]e');
  expect(result.log).not.toContain('0123456789abcdef');
});

describe('the conclusion', () => {
  test.each([
    ['main', { main: 'process.exit(3)', post: "print('post ran')" }, 3, 0],
    ['post', { main: '', post: 'process.exit(4)' }, 0, 4],
    ['a command that can’t be obeyed', { main: "print('::add-matcher::none.json')" }, 0, 0],
    ['a stop token that is none', { main: "print('::stop-commands::error'); setTimeout(() => {}, 60000)" }, null, 0],
    ['a file in a wrong format', { main: "append('GITHUB_OUTPUT', 'nonsense\\n')" }, 0, 0],
    ['a signal', { main: "process.kill(process.pid, 'SIGSEGV')" }, 139, 0],
  ])('is failure because of %s', async (_, scripts, exitCode, postExitCode) => {
    const result = await job(scripts);
    expect(result.conclusion).toBe('failure');
    expect([result.exitCode, result.postExitCode]).toEqual([exitCode, postExitCode]);
    expect(result.postLog).toMatch(/^Post job cleanup\./);
  });

  test('is success with a summary over 1 MiB, which is dropped with an error', async () => {
    const result = await job({ main: "append('GITHUB_STEP_SUMMARY', 'x'.repeat(1024 * 1024 + 1))" });
    expect(result).toMatchObject({ conclusion: 'success', summary: '' });
    expect(result.annotations).toMatchObject(
      [{ level: 'error', message: /upload aborted.*1024k, got 1024k/ }].map(({ level, message }) => ({
        level,
        message: expect.stringMatching(message),
      })),
    );
  });
});

describe.concurrent('cancelling', () => {
  const cancel = { when: (line: string) => line === 'ready' };

  test('sends SIGINT to the process alone, reads its files, and still runs post', { timeout: 20_000 }, async () => {
    const result = await job(
      {
        main: `process.on('SIGINT', () => { print('got SIGINT'); append('GITHUB_OUTPUT', 'a=1\\n'); process.exit(0); });
process.on('SIGTERM', () => print('got SIGTERM'));
const child = cp.spawn('sh', ['-c', "trap 'echo child got it' INT TERM; echo ready; sleep 1; sleep 60"], { stdio: ['ignore', 'inherit', 'ignore'] });
append('GITHUB_STATE', 'pid=' + child.pid + '\\n');`,
        post: "print('child runs: ' + fs.existsSync('/proc/' + env.STATE_pid))",
      },
      { cancel },
    );
    expect(result).toMatchObject({ conclusion: 'cancelled', exitCode: 0, postExitCode: 0, outputs: { a: '1' } });
    expect(result.log).toMatch(/ready\ngot SIGINT\n##\[error\]The operation was canceled\.$/);
    expect(result.postLog).toContain('child runs: true\n');
    // The child held the output open: the runner waits 5 seconds for it, and kills it when the job ends.
    expect(result.duration).toBeGreaterThan(5);
    expect(result.duration).toBeLessThan(7);
    expect(result.orphans.sort()).toEqual(['sh', 'sleep']);
    expect(result.postLog).toMatch(/Terminate orphan process: pid \(\d+\) \(sleep\)/);
  });

  test('kills a process that takes no notice, after 10 seconds', { timeout: 20_000 }, async () => {
    const result = await job(
      {
        main: "for (const s of ['SIGINT', 'SIGTERM']) process.on(s, () => print('got ' + s)); print('ready'); setInterval(() => {}, 1000)",
      },
      { cancel },
    );
    expect(result).toMatchObject({ conclusion: 'cancelled', exitCode: 137, orphans: [] });
    expect(result.log).toMatch(/ready\ngot SIGINT\ngot SIGTERM\n##\[error\]/);
    expect(result.duration).toBeGreaterThan(9.9);
    expect(result.duration).toBeLessThan(11.5);
  });
});

describe('checkouts', () => {
  test('are a commit of the user’s own, and the same files are the same commit', async () => {
    const again = await checkOut({ 'a.py': 'print(1)\n', 'tests/test_a.py': '' });
    cleanUps.push(() => again.release());
    expect(again.sha).toBe(checkout.sha);
    expect(again.sha).toMatch(/^[0-9a-f]{40}$/);
    const { uid } = await runnerUser();
    for (const path of ['.', '.git/HEAD', 'tests/test_a.py']) {
      expect((await stat(join(again.workspace, path))).uid).toBe(uid);
    }
  });

  test.each(['config', 'include'] as const)('keep a token in the %s form of actions/checkout', async persistToken => {
    const { workspace, token, sha, release } = await checkOut(join(import.meta.dirname, '../fixtures'), {
      persistToken,
      submodule: 'seed',
    });
    cleanUps.push(release);
    const secret = Buffer.from(`x-access-token:${token}`).toString('base64');
    for (const path of ['.git/config', '.git/modules/seed/config']) {
      const config = await readFile(join(workspace, path), 'utf8');
      expect(config.includes(secret)).toBe(persistToken === 'config');
    }
    // git itself finds the token in both, and in the submodule.
    const main =
      "for (const cwd of ['.', 'seed']) print(cp.execFileSync('git', ['config', '--get', 'http.https://github.com/.extraheader'], { cwd }).toString())";
    const { raw } = await job({ main }, { workspace, event: pushEvent(sha) });
    const header = `AUTHORIZATION: basic ${secret}`;
    expect(raw.split('\n').filter(line => line !== '')).toEqual([header, header]);
  });

  test('may be missing', async () => {
    const { workspace, release } = await emptyWorkspace();
    cleanUps.push(release);
    expect((await job({ main: "print(String(fs.readdirSync('.').length))" }, { workspace })).raw).toBe('0\n');
  });
});
