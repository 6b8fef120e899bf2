import { randomBytes } from 'node:crypto';
import { endGroup, startGroup } from '@actions/core';
import { plain, withoutCommands } from '../../text/plain.ts';
import { duration } from '../../text/quantities.ts';
import type { Run } from '../run.ts';

/** Writes bytes that are not ours. */
export type ForeignLog = (bytes: Buffer | string) => void;

/** What of a run says how it is spoken. */
type Speaker = Pick<Run, 'reader'>;

/**
 * Says something of our own, whatever foreign words are in it: they neither steer a terminal nor are they a command. To a
 * person beside the output that was asked for, which may go into a file.
 */
export function say({ reader }: Speaker, line: string): void {
  if (reader === 'runner') process.stdout.write(`${withoutCommands(plain(line))}\n`);
  else if (reader !== 'quiet') process.stderr.write(`${plain(line)}\n`);
}

/** Prints a line for a person, quiet or not, whatever foreign words are in it: they steer no terminal. */
export function print(line: string, stream: NodeJS.WriteStream = process.stdout): void {
  stream.write(`${plain(line)}\n`);
}

/** Lets the output of a build through: what a person asked for is not it, so it goes to standard error. */
export async function withBuildLog<Result>(
  run: Speaker,
  action: (log: ForeignLog) => Promise<Result>,
): Promise<Result> {
  if (run.reader === 'runner') return withForeignLog(run, action);
  return action(run.reader === 'quiet' ? () => undefined : bytes => process.stderr.write(bytes));
}

/**
 * Lets foreign output through to the log, with the runner's commands switched off until it ends: a test that prints
 * `::add-mask::` or `##[error]` must only be seen, never obeyed. The word that switches them on again is a secret.
 * A person who wants quiet gets the output at its end, if the result is worth it.
 */
export async function withForeignLog<Result>(
  { reader }: Speaker,
  action: (log: ForeignLog) => Promise<Result>,
  isWorthIt: (result: Result) => boolean = () => true,
): Promise<Result> {
  if (reader === 'quiet') return withHeldLog(action, isWorthIt);
  if (reader !== 'runner') return action(bytes => process.stdout.write(bytes));
  const token = randomBytes(32).toString('hex');
  let endsLine = true;
  process.stdout.write(`::stop-commands::${token}\n`);
  try {
    return await action(bytes => {
      if (bytes.length === 0) return;
      process.stdout.write(bytes);
      endsLine = bytes.at(-1) === '\n' || bytes.at(-1) === 0x0a;
    });
  } finally {
    process.stdout.write(`${endsLine ? '' : '\n'}::${token}::\n`);
  }
}

/** Bytes of held output that are kept. */
const MOST_HELD = 4 << 20;

async function withHeldLog<Result>(
  action: (log: ForeignLog) => Promise<Result>,
  isWorthIt: (result: Result) => boolean,
): Promise<Result> {
  const held: Buffer[] = [];
  let bytes = 0;
  const result = await action(chunk => {
    bytes += held[held.push(Buffer.from(chunk)) - 1]?.length ?? 0;
    while (bytes > MOST_HELD) bytes -= held.shift()?.length ?? 0;
  });
  if (isWorthIt(result)) process.stdout.write(Buffer.concat(held));
  return result;
}

/** Folds what an action logs under a title, and says below how long it took. */
export async function grouped<Result>(run: Speaker, title: string, action: () => Promise<Result>): Promise<Result> {
  if (run.reader === 'runner') startGroup(title);
  const start = performance.now();
  try {
    return await action();
  } finally {
    if (run.reader === 'runner') endGroup();
    say(run, `${title}: ${duration((performance.now() - start) / 1000)}`);
  }
}

/** Seconds that something took, beside its result. */
export async function timed<Result>(action: () => Promise<Result>): Promise<[result: Result, seconds: number]> {
  const start = performance.now();
  const result = await action();
  return [result, (performance.now() - start) / 1000];
}
