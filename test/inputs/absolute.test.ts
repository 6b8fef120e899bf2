import { expect, test } from 'vitest';
import { withRelativePaths } from '../../src/inputs/absolute.ts';
import type { InputName } from '../../src/inputs/names.ts';
import { defaultInputs } from '../samples.ts';

const WORKSPACE = '/home/runner/work/wine/wine';

test.each<[InputName, string, string]>([
  ['context', WORKSPACE, '.'],
  ['context', `${WORKSPACE}/`, '.'],
  ['context', `${WORKSPACE}/a/./b`, 'a/b'],
  ['context', `/${WORKSPACE}//a/`, 'a'],
  ['context', 'a', 'a'],
  ['context', '', ''],
  ['context', `${WORKSPACE}-other`, `${WORKSPACE}-other`],
  ['context', '/home/runner/work/wine', '/home/runner/work/wine'],
  // What leads out again is refused as any other such path.
  ['context', `${WORKSPACE}/../beer`, '../beer'],
  ['file', `${WORKSPACE}/Dockerfile`, 'Dockerfile'],
  ['file', '/tmp/Dockerfile', '/tmp/Dockerfile'],
  ['junit-file', `${WORKSPACE}/a/junit.xml`, 'a/junit.xml'],
  ['share-file', `${WORKSPACE}/share.tar`, 'share.tar'],
  ['working-directory', `${WORKSPACE}/tests`, 'tests'],
  ['secret-files', `a=${WORKSPACE}/a.txt\nb=b.txt\r\n  c=/c.txt`, 'a=a.txt\nb=b.txt\nc=/c.txt'],
  ['cache-dependency-path', `${WORKSPACE}/*.txt\n!${WORKSPACE}/docs.txt\n/x.txt`, '*.txt\n!docs.txt\n/x.txt'],
  ['target', WORKSPACE, WORKSPACE],
])('%s %j is %j', (name, path, expected) => {
  const typed = { ...defaultInputs, [name]: path };
  expect(withRelativePaths(typed, WORKSPACE)).toEqual({ ...typed, [name]: expected });
});

test('what is relative to the context stays so', () => {
  const typed = {
    ...defaultInputs,
    context: `${WORKSPACE}/sub`,
    file: `${WORKSPACE}/sub/Dockerfile`,
    'working-directory': `${WORKSPACE}/sub/tests`,
    // A file of the same name in the context is another one.
    'cache-dependency-path': `${WORKSPACE}/sub/uv.lock\n${WORKSPACE}/uv.lock`,
  };
  expect(withRelativePaths(typed, WORKSPACE)).toMatchObject({
    context: 'sub',
    file: 'sub/Dockerfile',
    'working-directory': 'tests',
    'cache-dependency-path': `uv.lock\n${WORKSPACE}/uv.lock`,
  });
});

test('without a workspace, nothing is relative to it', () => {
  const typed = { ...defaultInputs, context: '/a', file: '/Dockerfile' };
  expect(withRelativePaths(typed, '')).toEqual(typed);
});
