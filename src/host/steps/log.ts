import { randomBytes } from 'node:crypto';
import { endGroup, startGroup } from '@actions/core';
import { duration } from '../../text/quantities.ts';

/** Writes bytes that are not ours. */
export type ForeignLog = (bytes: Buffer | string) => void;

/**
 * Who reads what is written: a runner, which folds groups and obeys commands; or a person, at a terminal or through a
 * pipe, who may want to see no more than what went wrong.
 */
export type Audience = 'runner' | 'terminal' | 'pipe' | 'quiet';

// One for the whole process, as its output is.
let audience: Audience = 'runner';

/** Says who reads from now on. */
export function speakTo(reader: Audience): void {
  audience = reader;
}

/** Who reads. */
export function reader(): Audience {
  return audience;
}

/** Says something of our own; to a person beside the output that was asked for, which may go into a file. */
export function say(line: string): void {
  if (audience === 'runner') console.log(line);
  else if (audience !== 'quiet') console.error(line);
}

/** Lets the output of a build through: what a person asked for is not it, so it goes to standard error. */
export async function withBuildLog<Result>(action: (log: ForeignLog) => Promise<Result>): Promise<Result> {
  if (audience === 'runner') return withForeignLog(action);
  return action(audience === 'quiet' ? () => undefined : bytes => process.stderr.write(bytes));
}

/**
 * Lets foreign output through to the log, with the runner's commands switched off until it ends: a test that prints
 * `::add-mask::` or `##[error]` must only be seen, never obeyed. The word that switches them on again is a secret.
 * A person who wants quiet gets the output at its end, if the result is worth it.
 */
export async function withForeignLog<Result>(
  action: (log: ForeignLog) => Promise<Result>,
  isWorthIt: (result: Result) => boolean = () => true,
): Promise<Result> {
  if (audience === 'quiet') return withHeldLog(action, isWorthIt);
  if (audience !== 'runner') return action(bytes => process.stdout.write(bytes));
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
export async function grouped<Result>(title: string, action: () => Promise<Result>): Promise<Result> {
  if (audience === 'runner') startGroup(title);
  const start = performance.now();
  try {
    return await action();
  } finally {
    if (audience === 'runner') endGroup();
    say(`${title}: ${duration((performance.now() - start) / 1000)}`);
  }
}

/** Seconds that something took, beside its result. */
export async function timed<Result>(action: () => Promise<Result>): Promise<[result: Result, seconds: number]> {
  const start = performance.now();
  const result = await action();
  return [result, (performance.now() - start) / 1000];
}
