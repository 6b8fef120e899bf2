import { describe, expect, test } from 'vitest';
import { topLevelOf } from '../../src/cache/run-entry.ts';
import type { TarFact } from '../../src/cache/tar-stream.ts';
import { skeletonConfig } from '../../src/mount/steps/skeleton.ts';

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

describe('the root directory of an image', () => {
  const fact = (path: string, type: TarFact['type'] = 'directory', target = ''): TarFact => ({ path, type, target });

  test.each<[TarFact, unknown]>([
    [fact('usr/'), { name: 'usr', kind: 'directory' }],
    [fact('usr'), { name: 'usr', kind: 'directory' }],
    [fact('größe und 空/'), { name: 'größe und 空', kind: 'directory' }],
    [fact('line\nbreak', 'file'), { name: 'line\nbreak', kind: 'file' }],
    [fact('bin', 'link', 'usr/bin'), { name: 'bin', kind: 'link', target: 'usr/bin' }],
    [fact('a -> b', 'link', '/c -> d'), { name: 'a -> b', kind: 'link', target: '/c -> d' }],
    // What lies deeper comes with its folder, whatever it is.
    [fact('usr/bin/'), undefined],
    [fact('opt/pipe', 'other'), undefined],
    [fact('opt/\ufffd', 'file'), undefined],
    // Docker makes these.
    [fact('.dockerenv', 'file'), undefined],
    [fact('proc/'), undefined],
    [fact('sys/'), undefined],
    [fact('dev/'), undefined],
    [fact('devices/'), { name: 'devices', kind: 'directory' }],
  ])('%j', (entry, found) => {
    expect(topLevelOf(entry)).toEqual(found);
  });

  test.each([
    [fact('pipe', 'other'), '/pipe in the image is neither a directory'],
    [fact('second', 'hard link', 'opt/first'), '/second in the image is neither a directory'],
    [fact('\ufffd', 'file'), "isn't UTF-8"],
    [fact('ü'.repeat(51)), 'too long'],
    [fact('link', 'link', 'a'.repeat(101)), 'too long'],
  ])('%j can not be mounted', (entry, message) => {
    expect(() => topLevelOf(entry)).toThrow(message);
  });
});
