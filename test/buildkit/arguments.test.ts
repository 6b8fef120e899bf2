import { describe, expect, test } from 'vitest';
import { buildStageArguments, stagesArguments } from '../../src/buildkit/arguments.ts';
import { type BuildSecrets, secretEnvironment } from '../../src/buildkit/secrets.ts';
import { commandLine } from '../command-line.ts';
import { devPlan, sharePlan } from '../samples.ts';

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
