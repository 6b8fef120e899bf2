import { randomBytes } from 'node:crypto';
import { endGroup, startGroup } from '@actions/core';
import { duration } from '../core/markup.ts';

/** Writes bytes that are not ours to the log. */
export type ForeignLog = (bytes: Buffer | string) => void;

/**
 * Lets foreign output through to the log, with the runner's commands switched off until it ends: a test that prints
 * `::add-mask::` or `##[error]` must only be seen, never obeyed. The word that switches them on again is a secret.
 */
export async function withForeignLog<Result>(action: (log: ForeignLog) => Promise<Result>): Promise<Result> {
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

/** Folds what an action logs under a title, and says below how long it took. */
export async function grouped<Result>(title: string, action: () => Promise<Result>): Promise<Result> {
  startGroup(title);
  const start = performance.now();
  try {
    return await action();
  } finally {
    endGroup();
    console.log(`${title}: ${duration((performance.now() - start) / 1000)}`);
  }
}

/** Seconds that something took, beside its result. */
export async function timed<Result>(action: () => Promise<Result>): Promise<[result: Result, seconds: number]> {
  const start = performance.now();
  const result = await action();
  return [result, (performance.now() - start) / 1000];
}
