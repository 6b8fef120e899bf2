import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Together they take some seconds on a busy machine; each of them took minutes at least where something in it grew by leaps. */
const PATIENCE_SECONDS = 18;

test('no text keeps a run busy', () => {
  // In a process of its own: nothing else ends a regular expression that is at work.
  const script = join(import.meta.dirname, 'hostile-texts.ts');
  const { stdout, stderr } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    timeout: PATIENCE_SECONDS * 1000,
    killSignal: 'SIGKILL',
  });
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n').at(-1)).toBe('all of them');
});
