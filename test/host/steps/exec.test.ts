import { expect, test } from 'vitest';
import { askBriefly, git } from '../../../src/host/steps/exec.ts';

test.each<[string, string[], Awaited<ReturnType<typeof askBriefly>>]>([
  ['sh', ['-c', 'echo out; echo err >&2; exit 3'], { exitCode: 3, stdout: 'out\n', stderr: 'err\n' }],
  ['sh', ['-c', 'cat; echo end'], { exitCode: 0, stdout: 'end\n', stderr: '' }],
  ['sh', ['-c', 'echo first; kill $$'], { exitCode: 124, stdout: 'first\n', stderr: '' }],
  ['no-such-program', [], undefined],
  ['/etc', [], undefined],
])('%s %j', async (program, args, expected) => {
  expect(await askBriefly(program, args, 60_000)).toEqual(expected);
});

test('what does not answer is ended', async () => {
  expect(await askBriefly('sleep', ['1000'], 50)).toMatchObject({ exitCode: 124 });
});

test('a command gets its input, and all of its output comes back', async () => {
  expect(await git(['hash-object', '--stdin'], 'hello\n')).toMatchObject({
    exitCode: 0,
    stdout: 'ce013625030ba8dba906f756967f9e9ca394464a\n',
  });
  const { exitCode, stdout } = await git(['stripspace'], 'a line of text\n'.repeat(500_000));
  expect([exitCode, stdout.length]).toEqual([0, 7_500_000]);
});

test('what ends before it has read its input is judged by its exit code', async () => {
  expect((await git(['no-such-command'], 'x'.repeat(1_000_000))).exitCode).toBe(1);
});
