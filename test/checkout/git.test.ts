import { describe, expect, test } from 'vitest';
import { gitVariables, includedPaths, withoutCredentials } from '../../src/checkout/git.ts';

describe('what gives access is taken away', () => {
  test.each([
    [
      'as actions/checkout writes it',
      '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic S3CRET\n[core]\n\tbare = false\n',
      '[http "https://github.com/"]\n[core]\n\tbare = false\n',
    ],
    ['in other spellings', '[http]\n  ExtraHeader=S3CRET\n\tEXTRAHEADER\t=\tS3CRET\n', '[http]\n'],
    [
      'behind its section',
      '[http "https://github.com/"] extraheader = S3CRET\n[a]\n',
      '[http "https://github.com/"]\n[a]\n',
    ],
    ['behind its section, close', '[http]extraheader=S3CRET', '[http]\n'],
    [
      'behind a section that has a bracket',
      '[http "https://[::1]/"] extraHeader = S3CRET\n',
      '[http "https://[::1]/"]\n',
    ],
    ['behind a section and over several lines', '[http] extraheader = A\\\nS3CRET\n[a]\n', '[http]\n[a]\n'],
    ['in the first line of a file with a byte order mark', '\ufeff[http] extraheader = S3CRET\n', '\ufeff[http]\n'],
    ['with lines that go on', '[http]\n\textraheader = A \\\n  S3CRET\\\n S3CRET\n\tx = 1\n', '[http]\n\tx = 1\n'],
    [
      'with Windows lines that go on',
      '[http]\r\n\textraheader = A \\\r\nS3CRET\r\n\tx = 1\r\n',
      '[http]\r\n\tx = 1\r\n',
    ],
    ['at the end of the file', '[http]\n\textraheader = S3CRET', '[http]\n'],
    ['in quotes', '[http]\n\textraheader = "S3CRET # \\" ; x"\n', '[http]\n'],
    ['in a file of its own line', 'extraheader = S3CRET\n', ''],
    [
      'in an address',
      '[remote "origin"]\n\turl = https://x-access-token:S3CRET@github.com/octo/wine\n',
      '[remote "origin"]\n\turl = https://github.com/octo/wine\n',
    ],
    ['in an address without a name', '\turl = https://S3CRET@github.com/a\n', '\turl = https://github.com/a\n'],
    ['with an @ in the password', '\turl = https://me:S3@CRET@example.com/a\n', '\turl = https://example.com/a\n'],
    ["with a ' in the password", "\turl = https://me:it's_S3CRET@example.com/a\n", '\turl = https://example.com/a\n'],
    ['in quotes', '\turl = "https://me:S3CRET@example.com/a"\n', '\turl = "https://example.com/a"\n'],
    [
      "in a section's name",
      '[url "https://me:S3CRET@github.com/"]\n\tinsteadOf = git@github.com:\n',
      '[url "https://github.com/"]\n\tinsteadOf = git@github.com:\n',
    ],
    [
      'in the address of a proxy',
      '[http]\n\tproxy = http://me:S3CRET@proxy:80\n',
      '[http]\n\tproxy = http://proxy:80\n',
    ],
    ['of ssh, with a password', '\turl = ssh://me:S3CRET@example.com/a\n', '\turl = ssh://example.com/a\n'],
    ['in settings of other programs', '[github]\n\toauth-token = S3CRET\n\tToken=S3CRET\n', '[github]\n'],
    ['for mail', '[sendemail]\n\tsmtpPass = S3CRET\n\tsmtpUser = me\n', '[sendemail]\n\tsmtpUser = me\n'],
    ['in a file of credentials', 'https://me:S3CRET@github.com\n', 'https://github.com\n'],
    ['twice on a line', '\tx = https://a:S3CRET@b/ http://c:S3CRET@d/\n', '\tx = https://b/ http://d/\n'],
  ])('%s', (_, text, expected) => {
    expect(withoutCredentials(text)).toBe(expected);
    expect(withoutCredentials(expected)).toBe(expected);
  });
});

describe('all else stays, byte for byte', () => {
  test.each([
    ['nothing', ''],
    ['a plain configuration', '[core]\r\n\trepositoryformatversion = 0\r\n\n  ; comment\n# @ ://\n'],
    [
      'addresses without names',
      '[remote "origin"]\n\turl = https://github.com/octo/wine\n\tpushurl = git@github.com:o/w\n',
    ],
    ['names that ssh logs in with', '\turl = ssh://git@github.com/o/w\n\tpushurl = git+ssh://git@host:22/o/w\n'],
    ['programs that know a password', '[core]\n\taskPass = /usr/bin/ask\n[credential]\n\thelper = store\n'],
    ['an @ in a path', '\turl = https://github.com/octo/wine@v1\n'],
    ['an e-mail address', '[user]\n\temail = me@example.com\n\tname = extraheader\n'],
    ['a comment behind a section', '[http] ; extraheader is elsewhere\n'],
    [
      'names that only look like it',
      '[http]\n\textraheaders = a\n\tmyextraheader = b\n\ttokens = c\n\tsecretive = d\n',
    ],
    ['a path to a configuration outside', '[includeIf "gitdir:/a/.git"]\n\tpath = /tmp/git-credentials.config\n'],
    ['odd characters', '[a "ü\u0000\ufffd"]\n\tb = \u2028 \\\n c'],
  ])('%s', (_, text) => {
    expect(withoutCredentials(text)).toBe(text);
  });
});

test('long lines take no long time', () => {
  const long = [
    '://'.repeat(100_000),
    `[${']'.repeat(50_000)}`,
    `extraheader = ${'\\'.repeat(100_000)}`,
    'token-'.repeat(50_000),
  ];
  for (const text of long) expect(withoutCredentials(text).length).toBeLessThanOrEqual(text.length);
});

test('git is told whom the folder belongs to, and who commits', () => {
  expect(gitVariables('/work', { 'user.name': 'Ada' })).toEqual({
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '/work',
    GIT_CONFIG_KEY_1: 'user.name',
    GIT_CONFIG_VALUE_1: 'Ada',
  });
});

test.each<[string, string[]]>([
  ['[include]\n\tpath = a\n\tPath="b c"\r\n[includeIf "gitdir:/x"] path = /tmp/d\n', ['a', 'b c', '/tmp/d']],
  ['[core]\n\tpaths = a\n\tmypath = b\n# path\n', []],
])('files that a configuration includes: %j', (text, paths) => {
  expect(includedPaths(text)).toEqual(paths);
});
