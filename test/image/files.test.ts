import { describe, expect, test } from 'vitest';
import { type Found, follow, foundIn, mayEnter } from '../../src/image/files.ts';
import { BLOCK, tarHeader } from '../../src/image/tar.ts';

const folder = (mode = 0o755): Found => ({ kind: 'folder', mode, uid: 0, gid: 0, target: '' });
const file: Found = { ...folder(), kind: 'file' };
const link = (target: string): Found => ({ ...folder(0o777), kind: 'link', target });

const places: Record<string, Found> = {
  '/opt': folder(),
  '/opt/venv': folder(),
  '/opt/venv/bin': folder(),
  '/opt/venv/bin/python': link('python3'),
  '/opt/venv/bin/python3': link('/root/pythons/bin/python3.13'),
  '/opt/up': link('../../../usr/./bin'),
  '/usr': folder(),
  '/usr/bin': folder(),
  '/usr/bin/sh': file,
  '/bin': link('usr/bin'),
  '/root': folder(0o700),
  '/root/pythons': folder(),
  '/root/pythons/bin': folder(),
  '/root/pythons/bin/python3.13': file,
  '/circle': link('circle'),
  '/closed': folder(0o700),
};
const files = { find: async (path: string) => places[path] };

describe('a path in an image', () => {
  test.each([
    ['/usr/bin/sh', '/usr/bin/sh'],
    ['//usr/./bin/sh/', '/usr/bin/sh'],
    ['/bin/sh', '/usr/bin/sh'],
    ['/opt/up/sh', '/usr/bin/sh'],
    ['/opt/../bin/../bin/sh', '/usr/bin/sh'],
    ['/../../usr/bin', '/usr/bin'],
    ['/opt/venv/bin/python', '/root/pythons/bin/python3.13'],
    ['/opt/absent', undefined],
    ['/usr/bin/sh/more', undefined],
    ['/circle', undefined],
    ['/circle/more', undefined],
    ['', undefined],
  ])('%s leads to %s', async (path, expected) => {
    const end = await follow(files, path);
    expect(end.kind === 'there' ? end.path : undefined).toBe(expected);
  });

  test.each([
    ['/opt/venv/bin/python', { kind: 'closed', folder: '/root' }],
    ['/root/pythons', { kind: 'closed', folder: '/root' }],
    // The folder itself can be seen; what is in it can't.
    ['/closed', { kind: 'there', path: '/closed', found: folder(0o700) }],
    ['/closed/absent', { kind: 'closed', folder: '/closed' }],
  ])('%s may be closed to somebody', async (path, expected) => {
    expect(await follow(files, path, found => mayEnter(found, { uid: 1001, gid: 1001 }))).toEqual(expected);
  });
});

test.each([
  [0o700, 0, 0, false],
  [0o711, 0, 0, true],
  [0o750, 0, 1001, true],
  [0o700, 1001, 0, true],
  // The first that fits decides, as in the kernel.
  [0o077, 1001, 1001, false],
  [0o707, 0, 1001, false],
])('a folder with the mode %o of %i:%i may be entered by 1001:1001: %s', (mode, uid, gid, expected) => {
  expect(mayEnter({ ...folder(mode), uid, gid }, { uid: 1001, gid: 1001 })).toBe(expected);
});

describe('an entry of an archive', () => {
  const entry = (type: string, link = '') => ({
    first: new Uint8Array(BLOCK),
    header: tarHeader({ name: 'x', type, mode: 0o750, size: 0, link }),
    pax: undefined,
    type,
    path: 'x',
    size: 0,
    blocks: async function* () {},
  });
  const bytes = (text: string) => new TextEncoder().encode(text);

  test.each([
    ['0', '', 'file'],
    ['5', '', 'folder'],
    ['2', 'python3', 'link'],
    ['6', '', 'other'],
  ])('of type %s', (type, target, kind) => {
    expect(foundIn(entry(type, target))).toEqual({ kind, mode: 0o750, uid: 0, gid: 0, target });
  });

  test('with what has no room in a header', () => {
    const pax = [
      { key: 'uid', value: bytes('4000000'), bytes: bytes('') },
      { key: 'linkpath', value: bytes('/größe'), bytes: bytes('') },
    ];
    expect(foundIn({ ...entry('2'), pax })).toMatchObject({ uid: 4000000, gid: 0, target: '/größe' });
  });
});
