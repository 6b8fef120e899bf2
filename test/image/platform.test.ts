import { expect, test } from 'vitest';
import { type PlatformFields, platformOf } from '../../src/image/platform.ts';

test.each<[PlatformFields, string]>([
  [{ os: 'linux', architecture: 'amd64' }, 'linux/amd64'],
  [{ os: 'linux', architecture: 'amd64', variant: 'v1' }, 'linux/amd64'],
  [{ os: 'linux', architecture: 'amd64', variant: 'v3' }, 'linux/amd64/v3'],
  [{ os: 'linux', architecture: 'arm64', variant: '' }, 'linux/arm64'],
  [{ os: 'linux', architecture: 'arm64', variant: 'v8' }, 'linux/arm64'],
  [{ os: 'linux', architecture: 'arm', variant: 'v7' }, 'linux/arm/v7'],
  [{ os: 'linux', architecture: 'riscv64' }, 'linux/riscv64'],
  [{ os: 'unknown', architecture: 'unknown' }, ''],
  [{ os: 'windows', architecture: 'amd64' }, ''],
  [{ os: 'linux', architecture: 'amd64/../../x' }, ''],
  [{ os: 'linux', architecture: '' }, ''],
  [{ os: '', architecture: '' }, ''],
])('%j is for %j', (fields, platform) => {
  expect(platformOf(fields)).toBe(platform);
});
