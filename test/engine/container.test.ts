import { describe, expect, test } from 'vitest';
import {
  type Container,
  hiddenEnvironment,
  isMountable,
  runArguments,
  userNameOf,
} from '../../src/engine/container.ts';
import { commandLine } from '../command-line.ts';
import { mainPlan } from '../samples.ts';

describe('run', () => {
  const container: Container = {
    name: 'dev-in-docker-1d',
    label: 'dev-in-docker=1d',
    image: 'sha256:1dea',
    user: '1001:127',
    workdir: '/usr/src/app',
    mounts: [{ source: '/work/wine', target: '/usr/src/app' }],
    volumes: [],
    options: hiddenEnvironment('/tmp/environment', {}),
    isLockedDown: true,
  };
  const lockedDown = commandLine(`
    run
    --init
    --pull never
    --name dev-in-docker-1d
    --label dev-in-docker=1d
    --user 1001:127
    --workdir /usr/src/app
    --cap-drop ALL
    --security-opt no-new-privileges
    --pids-limit 4096
    --mount type=bind,src=/work/wine,dst=/usr/src/app`);

  test('the least', () => {
    const expected = [...lockedDown, ...commandLine('--env-file /tmp/environment sha256:1dea pytest')];
    expect(runArguments(mainPlan.test, container)).toEqual(expected);
  });

  test("without the image's ENTRYPOINT", () => {
    const args = runArguments({ ...mainPlan.test, isBare: true }, container);
    expect(args.slice(lockedDown.indexOf('--mount'), lockedDown.indexOf('--mount') + 2)).toEqual(['--entrypoint', '']);
    expect(args.slice(-2)).toEqual(['sha256:1dea', 'pytest']);
  });

  test.each<[string, string[], string[]]>([
    ['a shell that runs one line', ['/bin/sh', '-c'], ["pytest -k 'a or b'"]],
    ['with options', ['/usr/bin/tini', '--', 'bash', '--login', '-ec'], ["pytest -k 'a or b'"]],
    ['a shell with a line of its own', ['sh', '-c', 'exec "$@"', 'sh'], ['pytest', '-k', 'a or b']],
    ['a shell with a script', ['sh', '/entry.sh'], ['pytest', '-k', 'a or b']],
    ['another program', ['python', '-c'], ['pytest', '-k', 'a or b']],
    ['nothing', [], ['pytest', '-k', 'a or b']],
  ])('the command as an ENTRYPOINT takes it: %s', (_, entrypoint, expected) => {
    const plan = { ...mainPlan.test, command: ['pytest', '-k', 'a or b'] };
    expect(runArguments(plan, { ...container, entrypoint }).slice(-expected.length - 1)).toEqual([
      'sha256:1dea',
      ...expected,
    ]);
    expect(runArguments({ ...plan, isBare: true }, { ...container, entrypoint }).at(-1)).toBe('a or b');
  });

  test('git data, hidden packages, values of several lines, arguments', () => {
    const full = {
      ...container,
      mounts: [...container.mounts, { source: '/work/wine/.git', target: '/usr/src/app/.git', isReadOnly: true }],
      volumes: ['/usr/src/app/.venv'],
      options: hiddenEnvironment('/tmp/environment', { KEY: 'a\nb', CERT: 'c\nd' }),
    };
    expect(runArguments({ ...mainPlan.test, command: ['pytest', '-k', 'a or b', ''] }, full)).toEqual([
      ...lockedDown,
      ...commandLine(`
        --mount type=bind,src=/work/wine/.git,dst=/usr/src/app/.git,readonly
        --mount type=volume,dst=/usr/src/app/.venv
        --env-file /tmp/environment
        --env KEY
        --env CERT
        sha256:1dea pytest`),
      ...['-k', 'a or b', ''],
    ]);
  });

  test("the image's own user, a network, shared memory", () => {
    const plan = { ...mainPlan.test, options: ['--network', 'none', '--shm-size', '1000000000'] };
    const { user: _, ...own } = container;
    const args = runArguments(plan, own);
    expect(args).not.toContain('--user');
    expect(args.join(' ')).toContain('--pids-limit 4096 --network none --shm-size 1000000000 --mount');
  });

  test('files that an engine with SELinux would keep from it', () => {
    const labelled = { ...mainPlan.test, isLabelled: true };
    expect(runArguments(labelled, container).join(' ')).toContain('--pids-limit 4096 --security-opt label=disable ');
    expect(runArguments(labelled, { ...container, mounts: [] })).not.toContain('label=disable');
  });

  test('a nested repository in a folder with a comma and a quote', () => {
    const mounts = [{ source: '/work/wine/a,"b/.git', target: '/app/a,"b/.git', isReadOnly: true }];
    expect(runArguments(mainPlan.test, { ...container, mounts })).toContain(
      'type=bind,"src=/work/wine/a,""b/.git","dst=/app/a,""b/.git",readonly',
    );
  });

  test('a mount at the place of another one, of the root directory for instance, replaces it, and a volume there', () => {
    const mounts = [
      { source: '/mnt/image/app', target: '/app' },
      { source: '/mnt/image/opt', target: '/opt' },
      { source: '/work/wine', target: '/app/', isReadOnly: true },
    ];
    const args = runArguments(mainPlan.test, { ...container, mounts, volumes: ['//opt', '/data', '/data/'] });
    expect(args.filter((_, index) => args[index - 1] === '--mount')).toEqual([
      'type=bind,src=/work/wine,dst=/app/,readonly',
      'type=bind,src=/mnt/image/opt,dst=/opt',
      'type=volume,dst=/data/',
    ]);
  });

  test('the path of a volume is a path and nothing else', () => {
    const volumes = ['/app/.venv,type=bind,src=/,dst=/app/.venv'];
    expect(runArguments(mainPlan.test, { ...container, volumes })).toContain(
      'type=volume,"dst=/app/.venv,type=bind,src=/,dst=/app/.venv"',
    );
  });
});

test.each([
  ['/opt/venv', true],
  ['/opt/größe und 空', true],
  ['/opt/..venv/', true],
  ['/', true],
  ['', false],
  ['opt/venv', false],
  ['/opt/../root', false],
  ['/opt/..', false],
  ['/opt/a,type=bind,src=/', false],
  ['/opt/a"b', false],
  ['/opt/a\nb', false],
  ['/opt/a\u007fb', false],
  ['/opt/a\u0085b', false],
])('an image may have something mounted at %j: %s', (path, expected) => {
  expect(isMountable(path)).toBe(expected);
});

test.each([
  ['ada', 'ada'],
  ['Ada Lovelace', 'ada-lovelace'],
  ['CORP\\ada', 'ada'],
  ['ada@example.org', 'ada-example-org'],
  ['42', 'me'],
  ['größe', 'gr-e'],
  ['root', 'me'],
  ['', 'me'],
  ['a'.repeat(40), 'a'.repeat(32)],
])('who is called %j is %s in a container', (name, plain) => {
  expect(userNameOf(name)).toBe(plain);
});
