import { expect, onTestFinished, test, vi } from 'vitest';
import { show } from '../../src/laptop/commands/dry-run.ts';

test.each([
  ['an escape sequence', '\u001b[2Jx', "docker run '--env=$A' $'\\u001b[2Jx'\n"],
  ['a line of its own', 'x\ndocker run --privileged', "docker run '--env=$A' $'x\\u000adocker run --privileged'\n"],
])('a command is shown on one line that steers no terminal: %s', (_, word, expected) => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  onTestFinished(() => write.mockRestore());
  show(['run', '--env=$A', word]);
  expect(write.mock.calls.join('')).toBe(expected);
});
