import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellLine, shellWord } from '../../src/text/shell.ts';

test.each(['docker', '--label=a', 'type=bind,src=/work,dst=/app', 'a@b:c%d+e'])('%s needs no quotes', text => {
  expect(shellWord(text)).toBe(text);
});

test.each([
  [['pytest', '-k', 'a or b', '']],
  [["it's", '"x"', '$HOME', '`id`', '$(id)', 'a\\b', '*', '~', '!', '#x', 'a;b', 'a\nb']],
  [["'", "''", "a'b'c", 'größe 日本']],
])('a shell reads the words of %j again', argv => {
  const read = execFileSync('sh', ['-c', `printf '%s\\0' ${shellLine(argv)}`], { encoding: 'utf8' });
  expect(read.split('\0').slice(0, -1)).toEqual(argv);
});
