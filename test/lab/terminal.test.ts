import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { startTerminal, type Terminal } from './terminal.ts';

function shell(script: string, columns = 80): Terminal {
  const environment = { PATH: process.env.PATH ?? '' };
  return startTerminal(['sh', '-c', script], { folder: tmpdir(), environment, columns, rows: 24 });
}

test('what is typed reaches the program, and what it writes the screen', async () => {
  const terminal = shell('read name; echo "hello $name"');
  terminal.type('Ada');
  terminal.key('enter');
  await terminal.waitFor('hello Ada');
  expect(await terminal.ended).toBe(0);
  expect(terminal.screen()).toBe('Ada\nhello Ada');
});

test('the screen shows what escape sequences make of it, and what has scrolled away', async () => {
  const terminal = shell('printf "wrong\\r\\033[K\\033[31mright\\033[0m\\n"; seq 40; exit 3');
  expect(await terminal.ended).toBe(3);
  expect(terminal.screen()).toMatch(/^right\n1\n2\n.*\n40$/s);
  expect(terminal.output()).toContain('\x1b[31m');
});

test('a line that was wrapped is one', async () => {
  const terminal = shell('echo "a sentence that is longer than the line"', 20);
  await terminal.ended;
  expect(terminal.screen()).toBe('a sentence that is longer than the line');
});

test('the program learns the size, and that it has changed', async () => {
  const terminal = shell('trap "stty size" WINCH; stty size; while :; do sleep 0.05; done', 90);
  await terminal.waitFor('24 90');
  terminal.resize(70, 20);
  await terminal.waitFor('20 70');
  terminal.key('ctrl-c');
  expect(await terminal.ended).toBe(130);
});

test('closing it hangs up', async () => {
  const terminal = shell('echo ready; sleep 60');
  await terminal.waitFor('ready');
  terminal.close();
  expect(await terminal.ended).toBe(129);
});

test('waiting for what does not come fails with the screen', async () => {
  const terminal = shell('echo something else');
  await expect(terminal.waitFor('something', 5)).resolves.toBeUndefined();
  await expect(terminal.waitFor('nothing', 5)).rejects.toThrow(/nothing is not on the screen .*\nsomething else$/s);
});
