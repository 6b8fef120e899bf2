import { expect, test } from 'vitest';
import { findUser, passwdLine, passwdWith } from '../../src/image/passwd.ts';

const ada = { name: 'ada', uid: 1000, gid: 1000, home: '/home/ada' };
const others = 'root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534::/:/usr/sbin/nologin\n';
const line = 'ada:x:1000:1000::/home/ada:/bin/bash\n';

test('the line of the user database has what a shell and git ask for', () => {
  expect(passwdLine(ada)).toBe('ada:x:1000:1000::/home/ada:/bin/bash');
});

test.each<[string, string]>([
  ["others'", others],
  ["others', without a line break at its end", others.trimEnd()],
  ['an empty one', ''],
  ['one that has that number', `${others}user:x:1000:1000::/home/user:/bin/sh\n`],
  ['one that has that name under another number', `${others}ada:x:1001:1001::/:\n`],
])('somebody comes first in a user database, and nobody goes: %s', (_, own) => {
  const text = passwdWith(ada, own);
  expect(text).toBe(line + (own === '' || own.endsWith('\n') ? own : `${own}\n`));
  expect(findUser('1000', text)).toEqual(ada);
});

test.each<[string, string, string | undefined]>([
  ['root', others, '/root'],
  ['0', others, '/root'],
  ['65534', others, '/'],
  ['1', others, undefined],
  ['', others, undefined],
  ['', ':x:0:0::/root:\n', undefined],
  ['ada', 'ada\n', ''],
  ['x', others, undefined],
])('the home of %j', (user, passwd, home) => {
  expect(findUser(user, passwd)?.home).toBe(home);
});
