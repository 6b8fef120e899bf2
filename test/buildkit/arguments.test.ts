import { describe, expect, test } from 'vitest';
import { buildStageArguments, stagesArguments } from '../../src/buildkit/arguments.ts';
import { type BuildSecrets, secretEnvironment } from '../../src/buildkit/secrets.ts';
import { type Container, hiddenEnvironment, isMountable, runArguments } from '../../src/engine/container.ts';
import { loginArguments, lookUpArguments, retagArguments } from '../../src/share/registry.ts';
import { devPlan, mainPlan, sharePlan } from '../samples.ts';

// One option a line, as it reads on a command line.
const commandLine = (text: string) =>
  text
    .trim()
    .split('\n')
    .flatMap(line => line.trim().split(' '));

test('list the stages', () => {
  const expected = commandLine(`
    buildx build
    --builder default
    --call targets,format=json
    --file /work/wine/Dockerfile
    /work/wine`);
  expect(stagesArguments(devPlan)).toEqual(expected);
});

describe('build', () => {
  test('dev, to be saved', () => {
    const expected = commandLine(`
      buildx build
      --builder default
      --progress rawjson
      --metadata-file /tmp/m.json
      --file /work/wine/Dockerfile
      --target dev
      --tag dev-in-docker/octo/wine:dev
      --provenance=false
      --sbom=false
      --cache-to type=inline
      --output type=docker,compression=zstd
      /work/wine`);
    expect(buildStageArguments(devPlan, '/tmp/m.json')).toEqual(expected);
  });

  test('dev from an entry of the cache, with arguments that have spaces and commas', () => {
    const plan = { ...devPlan, isCacheable: false, buildArguments: ['A=1, 2 "3"', 'B='] };
    expect(buildStageArguments(plan, '/tmp/m.json', { folder: '/tmp/restore/image', digest: 'sha256:0a' })).toEqual([
      ...commandLine(`
        buildx build
        --builder default
        --progress rawjson
        --metadata-file /tmp/m.json
        --file /work/wine/Dockerfile
        --target dev`),
      ...['--build-arg', 'A=1, 2 "3"', '--build-arg', 'B='],
      ...commandLine(`
        --tag dev-in-docker/octo/wine:dev
        --provenance=false
        --sbom=false
        --cache-from type=local,src=/tmp/restore/image,digest=sha256:0a
        --output type=docker,compression=zstd
        /work/wine`),
    ]);
  });

  test('secrets and agents, of which no argument shows a value', () => {
    const secrets: BuildSecrets = {
      secrets: [
        { id: 'token', isEmpty: false, value: 's3cret' },
        { id: 'pip.conf', isEmpty: false, file: '/work/wine/a,"b/pip.conf' },
        { id: 'netrc', isEmpty: true, value: '' },
      ],
      ssh: ['default', 'git=/work/_temp/key'],
      isAgentMissing: false,
    };
    const args = buildStageArguments({ ...devPlan, secrets }, '/tmp/m.json');
    const first = args.indexOf('--secret');
    expect(args.slice(first, first + 10)).toEqual([
      ...['--secret', 'id=token,env=DEV_IN_DOCKER_SECRET_0'],
      ...['--secret', 'id=pip.conf,"src=/work/wine/a,""b/pip.conf"'],
      ...['--secret', 'id=netrc,env=DEV_IN_DOCKER_SECRET_2'],
      ...['--ssh', 'default', '--ssh', 'git=/work/_temp/key'],
    ]);
    expect(args.join(' ')).not.toContain('s3cret');
    expect(secretEnvironment(secrets)).toEqual({ DEV_IN_DOCKER_SECRET_0: 's3cret', DEV_IN_DOCKER_SECRET_2: '' });
  });

  test('share, on the dev image that is tested, with nothing out of any cache', () => {
    const expected = commandLine(`
      buildx build
      --builder default
      --progress rawjson
      --metadata-file /tmp/m.json
      --file /work/wine/Dockerfile
      --target share
      --tag dev-in-docker/run:share-c0ffee
      --label org.opencontainers.image.title=Wine
      --label org.opencontainers.image.source=https://github.com/Octo/Wine
      --label org.opencontainers.image.url=https://github.com/Octo/Wine
      --label org.opencontainers.image.version=1.2.3
      --label org.opencontainers.image.revision=c0ffee
      --build-context dev=docker-image://dev-in-docker/run:dev-c0ffee
      --provenance=false
      --sbom=false
      --no-cache
      --output type=docker
      /work/wine`);
    expect(buildStageArguments(sharePlan.build, '/tmp/m.json')).toEqual(expected);
  });
});

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
});

test.each([
  ['ghcr.io', ['login', '--username', 'octocat', '--password-stdin', 'ghcr.io']],
  ['localhost:5000', ['login', '--username', 'octocat', '--password-stdin', 'localhost:5000']],
  ['docker.io', ['login', '--username', 'octocat', '--password-stdin']],
])('log in to %s', (registry, expected) => {
  expect(loginArguments(registry, 'octocat')).toEqual(expected);
});

test('give a published image another tag', () => {
  expect(retagArguments('ghcr.io/octo/wine:latest', 'ghcr.io/octo/wine@sha256:d1')).toEqual(
    commandLine(
      'buildx imagetools create --prefer-index=false --tag ghcr.io/octo/wine:latest ghcr.io/octo/wine@sha256:d1',
    ),
  );
});

test('look up a published image', () => {
  expect(lookUpArguments('ghcr.io/octo/wine:1.2.3')).toEqual(
    ['buildx', 'imagetools', 'inspect', '--format', '{{json .}}', 'ghcr.io/octo/wine:1.2.3'], //
  );
});
