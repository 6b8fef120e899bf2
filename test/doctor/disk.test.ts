import { expect, test } from 'vitest';
import { type DiskUsage, dataFolder, usedBytes } from '../../src/doctor/disk.ts';
import type { Info } from '../../src/engine/engine.ts';

const socket = '/var/run/docker.sock';
const engine: Info = { DockerRootDir: '/var/lib/docker', OperatingSystem: 'Debian GNU/Linux 13 (trixie)' };

test.each<[string, Info, string | undefined, string, string | undefined]>([
  ['an engine of this machine', engine, socket, 'linux', '/var/lib/docker'],
  [
    "Docker Desktop's, in a virtual machine",
    { ...engine, OperatingSystem: 'Docker Desktop' },
    socket,
    'linux',
    undefined,
  ],
  ['a Mac, which has none but in virtual machines', engine, socket, 'darwin', undefined],
  ['an engine elsewhere', engine, undefined, 'linux', undefined],
  ['an engine that does not say where', {}, socket, 'linux', undefined],
])('where the data are of %s', (_, info, at, platform, expected) => {
  expect(dataFolder(info, at, platform)).toBe(expected);
});

test.each<[string, DiskUsage, number, number]>([
  ['nothing', {}, 0, 0],
  ['images', { LayersSize: 7, BuildCache: null }, 7, 0],
  ['a build cache', { LayersSize: 7, BuildCache: [{ Size: 2 }, { Size: 3, Shared: false }, {}] }, 7, 5],
  [
    'a build cache, of which images have a part',
    { LayersSize: 7, BuildCache: [{ Size: 2 }, { Size: 3, Shared: true }] },
    7,
    2,
  ],
])('what takes room: %s', (_, usage, imageBytes, buildCacheBytes) => {
  expect(usedBytes(usage)).toEqual({ imageBytes, buildCacheBytes });
});
