import { describe, expect, test } from 'vitest';
import { inhabitantOf, isRoot, packageVariables, type Stranger, strangerIn } from '../../src/pytest/tester.ts';

const runner = { uid: 1001, gid: 118 };

describe('who runs the tests', () => {
  test.each<[string | undefined, { uid: number; gid: number }, Stranger | undefined]>([
    [undefined, runner, { uid: 1001, gid: 118, isOwner: true }],
    [undefined, { uid: 0, gid: 0 }, undefined],
    ['4711', runner, { uid: 4711, gid: 0, isOwner: false }],
    ['4711:100', runner, { uid: 4711, gid: 100, isOwner: false }],
    ['4711:staff', runner, { uid: 4711, gid: 0, isOwner: false }],
    ['0:0', runner, undefined],
    ['00', runner, undefined],
    ['root', runner, undefined],
    ['app', runner, undefined],
  ])('user %s of %j is a stranger: %j', (user, owner, expected) => {
    expect(strangerIn({ ...owner, ...(user === undefined ? {} : { user }) })).toEqual(expected);
  });

  test.each([
    [undefined, false],
    ['root', true],
    ['root:staff', true],
    ['0', true],
    ['0:0', true],
    ['rooted', false],
    ['01', false],
    ['1001', false],
  ])('%s is root: %s', (user, expected) => {
    expect(isRoot(user)).toBe(expected);
  });
});

describe('a stranger', () => {
  const passwd = 'root:x:0:0::/root:/bin/sh\napp:x:4711:4711::/home/app:/bin/sh\n';
  const place = { name: 'runner', home: '/opt/home' };

  test('who owns the checkout is at home, whoever has the number in the image', () => {
    const owner = { uid: 4711, gid: 118, isOwner: true };
    expect(inhabitantOf(owner, { passwd }, place)).toEqual({ ...place, uid: 4711, gid: 118 });
  });

  test.each<[string, number, string | undefined]>([
    ['whom the image knows is who it says', 4711, undefined],
    ['whom it does not know has a home that needs no cleaning', 4712, '/tmp'],
  ])('who was asked for: %s', (_, uid, home) => {
    expect(inhabitantOf({ uid, gid: 0, isOwner: false }, { passwd }, place)?.home).toBe(home);
  });
});

test.each<[string | undefined, Record<string, string>, Record<string, string>]>([
  [undefined, {}, {}],
  ['/home/app/.local', {}, { PYTHONUSERBASE: '/home/app/.local' }],
  ['/home/app/.local', { PYTHONUSERBASE: '' }, {}],
])('packages of the image’s user in %s, with %j', (userBase, variables, expected) => {
  const traits = { passwd: '', packages: [], filled: [], ...(userBase === undefined ? {} : { userBase }) };
  expect(packageVariables(traits, {}, variables)).toEqual(expected);
});
