import { expect, test } from 'vitest';
import { readRequirements } from '../../src/init/requirements.ts';

const nothing = {
  ...{ names: [], includes: [], constraints: [], hasOwnCode: false, ownExtras: [], takesGit: false, onMachine: [] },
};
test.each([
  [
    'names in all spellings',
    'NumPy==2\npy_Test >= 7 # why\nb[x];python_version>"3"',
    { names: ['numpy', 'py-test', 'b'] },
  ],
  ['comments, and what only looks like one', '# pytest\nsix\n\n', { names: ['six'] }],
  [
    'other files',
    '-r base.txt\n-c  c.txt\n--requirement=d.txt\n--constraint e.txt\n-r https://x.org/f.txt',
    { includes: ['base.txt', 'd.txt'], constraints: ['c.txt', 'e.txt'] },
  ],
  ['options', '--index-url https://x.org\n--extra-index-url=https://y.org\n-i z', {}],
  [
    'lines that go on',
    'six==1.16.0 \\\n  --hash=sha256:00 \\\n  --hash=sha256:11\r\nattrs',
    { names: ['six', 'attrs'] },
  ],
  ['own code', '-e .\nsix', { names: ['six'], hasOwnCode: true }],
  ['own code by its path', './libs/a\n', { hasOwnCode: true }],
  ['own code with sets', '-e .[Test_All, plot]\n', { hasOwnCode: true, ownExtras: ['test-all', 'plot'] }],
  ['own code with sets, in quotes', "--editable='.[a]'\n./[b] # why\n", { hasOwnCode: true, ownExtras: ['a', 'b'] }],
  ['sets of other code', '-e ./libs/a[test]\n', { hasOwnCode: true }],
  [
    "another's code, to be changed",
    '-e git+https://x.org/a#egg=a\n--editable=git+ssh://git@x.org/b',
    { takesGit: true },
  ],
  [
    'files of one machine',
    'numpy @ file:///croot/numpy/work\nsix[a,b]@file:///x\npytest==8',
    { names: ['numpy', 'six', 'pytest'], onMachine: ['numpy @ file:///croot/numpy/work', 'six[a,b]@file:///x'] },
  ],
  ['from git', 'a @ git+https://x.org/a\ngit+ssh://git@x.org/b', { names: ['a'], takesGit: true }],
  ['wheels from the network', 'https://x.org/a.whl', {}],
])('%s', (_, text, expected) => {
  expect(readRequirements(text)).toEqual({ ...nothing, ...expected });
});
