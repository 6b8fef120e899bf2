import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Run } from '../../../src/host/run.ts';
import { describeImage } from '../../../src/image/image.ts';
import type { TestPlan } from '../../../src/pytest/plan.ts';
import type { TestResults } from '../../../src/pytest/results.ts';
import { findReasons } from '../../../src/pytest/steps/reasons.ts';
import { failure } from '../../report/places.ts';
import { testFacts, testPlan } from '../../samples.ts';
import { folderWith } from '../../temporary-folder.ts';

const run: Run = { id: '1', temp: '', workspace: '', reader: 'runner', signal: new AbortController().signal };
const passwd = 'root:x:0:0::/root:/bin/sh\napp:x:1000:1000::/home/app:/bin/sh\n';

/** An image with files, of which `/root` is closed to all but its owner, who is nobody in these tests. */
async function reasonsIn(
  files: Record<string, string>,
  {
    PATH = '/opt/venv/bin:/usr/bin',
    home,
    workdir = '/app',
    links = {},
    results = {},
    plan = {},
    exitCode = 127,
  }: Scene = {},
) {
  const folder = await folderWith({ 'root/.bashrc': '', 'app/requirements.txt': '', 'opt/venv/bin/x': '', ...files });
  for (const [path, target] of Object.entries(links)) await symlink(target, join(folder, path));
  await chmod(join(folder, 'root'), 0o700);
  const Env = [`PATH=${PATH}`, ...(home === undefined ? [] : [`HOME=${home}`])];
  const config = { User: 'app', WorkingDir: workdir, Env };
  const image = describeImage({ id: 'sha256:1', contentId: '1', config });
  const facts = testFacts(exitCode);
  const { pytest: _, exitStatus: __, ...silent } = facts.results;
  const context = await folderWith({ 'backend/src/main.py': '' });
  return findReasons(
    { ...testPlan, context, uid: 4711, gid: 4711, ...plan },
    image,
    { ended: { ...facts, results: { ...silent, ...results } }, traits: { passwd, packages: [], filled: [] } },
    run,
    { skeleton: '', mounts: [], volumes: [], folder },
  );
}

type Scene = {
  PATH?: string;
  /** As ENV gives it. */
  home?: string;
  workdir?: string;
  links?: Record<string, string>;
  results?: Partial<TestResults>;
  plan?: Partial<TestPlan>;
  exitCode?: number;
};

const ran = { pytest: '9.0.0', exitStatus: 1 };
const closed = { kind: 'closed', folder: '/root', uid: 4711 };
const script = '#!/opt/venv/bin/python\n';
const python = { 'opt/venv/bin/python': '/root/pythons/python3.13' };

test.each<[string, Record<string, string>, Scene, object]>([
  ['pytest is nowhere', {}, {}, {}],
  [
    'a green run is not looked at',
    {},
    { workdir: '/root/app', exitCode: 0, results: { pytest: '9', exitStatus: 0 } },
    {},
  ],
  ['the working directory', {}, { workdir: '/root/app' }, { what: 'workdir', path: '/root/app' }],
  [
    'pytest itself',
    { 'root/.local/bin/pytest': '' },
    { PATH: '/usr/bin:/root/.local/bin' },
    { what: 'program', path: '/root/.local/bin/pytest' },
  ],
  [
    'its interpreter',
    { 'opt/venv/bin/pytest': script, 'root/pythons/python3.13': '' },
    { links: python, exitCode: 126 },
    { what: 'interpreter', path: '/opt/venv/bin/python' },
  ],
  ['an interpreter that is nowhere', { 'opt/venv/bin/pytest': script }, { exitCode: 126 }, {}],
  [
    'another program than pytest',
    { 'root/bin/coverage': '' },
    { PATH: '/root/bin', plan: { command: ['coverage', 'run'] } },
    { what: 'program', path: '/root/bin/coverage' },
  ],
  [
    'what starts another program',
    { 'usr/bin/x': '', 'root/bin/pytest': '' },
    { links: { 'usr/bin/pytest': '/root/bin/pytest' } },
    { what: 'program', path: '/usr/bin/pytest' },
  ],
  [
    'what was installed for root alone',
    { 'usr/bin/python': '', 'root/.local/lib/x': '' },
    { plan: { command: ['python', '-m', 'pytest'] }, exitCode: 1 },
    { what: 'packages', path: '/root/.local/lib' },
  ],
  [
    'the same for some packages',
    { 'usr/bin/pytest': '', 'root/.local/lib/x': '' },
    { exitCode: 1, results: { ...ran, failures: [failure({ message: "No module named 'numpy'" })] } },
    { what: 'packages', path: '/root/.local/lib' },
  ],
  [
    'a file that tests read',
    { 'root/hf/model.bin': '' },
    { exitCode: 1, results: { ...ran, failures: [failure({ message: "Permission denied: '/root/hf/model.bin'" })] } },
    { what: 'file', path: '/root/hf/model.bin' },
  ],
  ['nothing for root', { 'root/.local/bin/pytest': '' }, { PATH: '/root/.local/bin', plan: { user: 'root' } }, {}],
])('closed to the user of the tests: %s', async (_, files, scene, expected) => {
  const { obstacle } = await reasonsIn(files, scene);
  expect(obstacle).toEqual('what' in expected ? { ...closed, ...expected } : undefined);
});

test('what the checkout hides is not to blame where pytest is elsewhere too', async () => {
  expect(await reasonsIn({ 'app/.venv/bin/pytest': '', 'usr/bin/pytest': '' }, { exitCode: 1 })).toEqual({});
});

test.each([
  ['.venv', '/usr/bin'],
  ['venv', '/usr/bin'],
  ['tools', '/app/tools/bin'],
])('pytest is in %s, which the checkout hides', async (name, PATH) => {
  const { obstacle } = await reasonsIn({ [`app/${name}/bin/pytest`]: '' }, { PATH });
  expect(obstacle).toEqual({ kind: 'hidden', folder: `/app/${name}` });
});

test.each([
  ['/opt/dev-in-docker/home/.cache/models/tiny.bin', '/root'],
  ['/opt/dev-in-docker/home/nltk_data', '/home/app'],
  ['/opt/dev-in-docker/home/.cache/other.bin', undefined],
  ['/tmp/.cache/models/tiny.bin', undefined],
])('tests that looked for %s would have found it in %s', async (path, home) => {
  const files = { 'root/.cache/models/tiny.bin': '', 'home/app/nltk_data/x': '' };
  const failures = [failure({ message: `FileNotFoundError: [Errno 2] No such file or directory: '${path}'` })];
  const { elsewhere } = await reasonsIn(files, { exitCode: 1, results: { ...ran, failures } });
  expect(elsewhere?.home).toBe(home);
});

test('and in the home that ENV gave to who built the image', async () => {
  const message = 'No such file: /opt/dev-in-docker/home/models/a.bin';
  const results = { ...ran, failures: [failure({ message })] };
  const { elsewhere } = await reasonsIn({ 'srv/home/models/a.bin': '' }, { home: '/srv/home', exitCode: 1, results });
  expect(elsewhere).toEqual({ path: 'models/a.bin', home: '/srv/home' });
});

test('a module is in the checkout, one folder deeper', async () => {
  const failures = [failure({ message: "ModuleNotFoundError: No module named 'src'" })];
  const { hiddenModule } = await reasonsIn({ 'app/src/main.py': '' }, { exitCode: 1, results: { ...ran, failures } });
  expect(hiddenModule).toEqual({ name: 'src', folder: '/app', deeper: 'backend' });
});
