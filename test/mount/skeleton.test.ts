import { describe, expect, test } from 'vitest';
import { decideVolume, skeletonConfig, type VolumeDecision, volumesOf } from '../../src/mount/skeleton.ts';

test('the configuration of a skeleton is that of the image, but for its volumes', () => {
  const config = {
    Env: ['PATH=/opt/venv/bin:/usr/bin', 'EMPTY='],
    User: 'analyst',
    WorkingDir: '/work',
    Entrypoint: ['/entry'],
    Cmd: null,
    Labels: { a: 'b' },
    ExposedPorts: { '80/tcp': {} },
    StopSignal: 'SIGINT',
    Healthcheck: { Test: ['NONE'] },
    Shell: ['/bin/bash', '-c'],
  };
  expect(skeletonConfig({ ...config, Volumes: { '/data': {} } })).toEqual(config);
  expect(skeletonConfig({ ...config, Volumes: null })).toEqual(config);
  expect(skeletonConfig(config)).toEqual(config);
  expect(skeletonConfig({})).toEqual({});
});

describe('the volumes of an image', () => {
  test.each<[string, string[], string | undefined, string[]]>([
    ['none', [], '/work', []],
    ['several', ['/data', '/opt/cache'], '/work', ['/data', '/opt/cache']],
    ['one in several spellings', ['/data', '/data/', '//data/.'], '/work', ['/data']],
    ['the working directory', ['/work/', '/data'], '/work', ['/data']],
    ['below the working directory', ['/work/data'], '/work', ['/work/data']],
    ['of an image without a working directory', ['/data'], undefined, ['/data']],
    ['with an odd name', ['/größe und 空/..data'], '/work', ['/größe und 空/..data']],
  ])('%s', (_, paths, workdir, expected) => {
    const Volumes = Object.fromEntries(paths.map(path => [path, {}]));
    expect(volumesOf({ Volumes, ...(workdir === undefined ? {} : { WorkingDir: workdir }) })).toEqual(expected);
  });

  test.each([{}, { Volumes: null }])('%j has none', config => {
    expect(volumesOf(config)).toEqual([]);
  });

  test.each(['/opt/a,type=bind,src=/', '/opt/a"', '/opt/a\n', '/opt/../root', 'opt', ''])(
    '%j is refused, as more than a path',
    path => {
      expect(() => volumesOf({ Volumes: { '/data': {}, [path]: {} } })).toThrow('nothing can be mounted');
    },
  );
});

test.each<[string, boolean, VolumeDecision['kind']]>([
  ['/data', true, 'root'],
  ['/', true, 'root'],
  ['/opt/data', true, 'mount'],
  ['/work/data', true, 'mount'],
  ['/data', false, 'empty'],
  ['/opt/data', false, 'empty'],
])('in place of the volume %s, whose folder is there: %s, there is: %s', (path, isThere, kind) => {
  expect(decideVolume(path, isThere)).toEqual({ kind });
});
