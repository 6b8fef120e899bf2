import { chmod, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Ending, removeContainers, runToEnd } from '../../../src/engine/steps/container.ts';
import { attachDocker } from '../../../src/host/steps/exec.ts';
import { folderWith } from '../../temporary-folder.ts';

/**
 * In docker's place: `run` lasts until the container is gone, `kill` works once it has begun, `rm` and `stop` take their
 * time. Each command says when it begins and ends, and `run` when it can only wait.
 */
const docker = `#!/bin/sh
cd "$(dirname "$0")"
said="$*"
say() { echo "$1 $said" >> log; }
say begin
code=0
case $1 in
  run)
    [ "$2" = short ] && exit 3
    trap 'exit 143' TERM
    [ "$2" = late ] || touch begun
    say wait
    while [ ! -e gone ]; do sleep 0.02; done
    code=137;;
  kill) [ -e begun ] || code=1;;
  stop) sleep 0.1; if [ -e asked ]; then touch gone; else touch asked; fi;;
  rm) sleep 0.1; touch gone;;
esac
say end
exit $code
`;

/** Runs a container of docker's stand-in to its end, and removes it, as callers do; resolves with the commands there were. */
async function run(
  kind: 'short' | 'long' | 'late',
  ending: Omit<Ending, 'signal'>,
  reasons: string[],
): Promise<{ exitCode: number | null; commands: string[] }> {
  const folder = await folderWith({ docker, log: '' });
  await chmod(join(folder, 'docker'), 0o755);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  const log = async () => (await readFile(join(folder, 'log'), 'utf8')).split('\n').filter(Boolean);
  const until = async (line: string) => {
    while (!(await log()).includes(line)) await sleep(10);
  };
  const stop = new AbortController();
  const ended = runToEnd('it', signal => attachDocker(['run', kind], signal, { isApart: true }), {
    ...ending,
    signal: stop.signal,
  });
  const [first, second] = reasons;
  if (first !== undefined) {
    await until(`wait run ${kind}`);
    stop.abort(first);
  }
  if (second !== undefined) {
    await until('end kill --signal SIGINT it');
    process.emit(second as 'SIGHUP');
  }
  const exitCode = await ended;
  await removeContainers(['it']);
  return { exitCode, commands: once((await log()).filter(line => !line.includes(' run '))) };
}

/** The commands, of which those that follow each other with the same words count once: on a slow machine they are tried again. */
function once(lines: string[]): string[] {
  return lines.filter((line, index) => line !== lines[index - 2]);
}

const whole = (command: string) => [`begin ${command}`, `end ${command}`];
const removal = whole('rm --force --volumes it');
const interruption = whole('kill --signal SIGINT it');
const stopping = (signal: string) => whole(`stop --signal ${signal} -t 3 it`);

const own: Omit<Ending, 'signal'> = { isInterruptible: true };
const graceful: Omit<Ending, 'signal'> = { isInterruptible: false, graceSeconds: 3 };

test.each<[string, Parameters<typeof run>, number, string[]]>([
  ['one that ends by itself', ['short', own, []], 3, removal],
  ['a signal removes it', ['long', own, ['SIGTERM']], 143, removal],
  ['SIGINT is its own to answer', ['long', own, ['SIGINT', 'SIGHUP']], 143, [...interruption, ...removal]],
  ['one that has not begun', ['late', own, ['SIGINT']], 143, [...interruption, ...removal]],
  [
    'one with a grace that has not begun',
    ['late', { ...graceful, isInterruptible: true }, ['SIGINT']],
    137,
    [...interruption, ...stopping('SIGINT'), ...removal],
  ],
  ['a signal gives it a grace', ['long', graceful, ['SIGTERM']], 137, [...stopping('SIGTERM'), ...removal]],
])('a container runs to its end, and no command is given while another is under way: %s', async (...row) => {
  const [, args, exitCode, commands] = row;
  expect(await run(...args)).toEqual({ exitCode, commands });
});

test('no container is removed by no command', async () => {
  const folder = await folderWith({});
  vi.stubEnv('PATH', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  await removeContainers([]);
});
