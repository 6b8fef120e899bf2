import type { Command } from '../engine/container.ts';
import type { Inputs } from '../inputs/names.ts';
import { environment, flag, relative, shellWords, size } from '../inputs/values.ts';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';

/** How the tests are run; the command is what starts pytest, with its arguments. */
export type TestPlan = Command & {
  context: string;
  /** Folder below the context that the tests are started in; empty for the context itself. */
  folder: string;
  environment: Record<string, string>;
  /** Whom what the tests write is to belong to. */
  uid: number;
  gid: number;
  /** Who runs the tests, if not they. */
  user?: string;
  /** Where the checkout is mounted, if not at the image's working directory. */
  workdir?: string;
  isReadOnly: boolean;
  /** After so many seconds the tests are stopped. */
  timeoutSeconds?: number;
};

/** How the tests are run. Fails on inputs that docker would take for something else, or not at all. */
export function planTests(inputs: Inputs, given: Pick<TestPlan, 'context' | 'uid' | 'gid' | 'isLabelled'>): TestPlan {
  const command = shellWords('test-command', inputs['test-command']);
  const user = matching('user', inputs.user, USER, 'a name or a number, such as 1000 or 1000:1000');
  const workdir = matching('workdir', inputs.workdir, WORKDIR, 'an absolute path, such as /usr/src/app');
  const folder = relative('working-directory', inputs['working-directory'] || '.');
  const timeout = minutes('timeout-minutes', inputs['timeout-minutes']);
  return {
    ...given,
    folder: folder === '.' ? '' : folder,
    command: [...command, ...shellWords('pytest-args', inputs['pytest-args'])],
    environment: environment(inputs.env),
    ...(user === '' ? {} : { user }),
    ...(workdir === '' ? {} : { workdir }),
    isReadOnly: flag('read-only', inputs['read-only'], false),
    options: [...network(inputs), ...sharedMemory(inputs['shm-size']), ...graphicsCards(inputs.gpus)],
    ...(timeout === undefined ? {} : { timeoutSeconds: Math.ceil(timeout * 60) }),
  };
}

// What docker itself takes, and nothing that could be taken for another option.
const USER = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,63})?$/;
const NETWORK = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const WORKDIR = /^\/(?!\/)[^,"\n\r:]+$/;
const GPUS = /^(?:all|\d+|device=[A-Za-z0-9:_-]+(?:,[A-Za-z0-9:_-]+)*)$/;

function matching(name: string, text: string, pattern: RegExp, what: string): string {
  if (text === '' || pattern.test(text)) return text;
  throw new UserError(`Input ${name} is ${quoted(text)}: write ${what}.`);
}

function network(inputs: Inputs): string[] {
  const name = matching('network', inputs.network, NETWORK, "bridge, none, host or a network's name");
  const used = name || networkOfServices(inputs.services);
  return used === undefined ? [] : ['--network', used];
}

/** The network that the runner made for the job's services; all of them are in it. */
function networkOfServices(services: string): string | undefined {
  try {
    const values: unknown[] = Object.values(JSON.parse(services || 'null') ?? {});
    for (const value of values) {
      const name = typeof value === 'object' && value !== null && 'network' in value ? value.network : undefined;
      if (typeof name === 'string' && NETWORK.test(name)) return name;
    }
  } catch {
    // Not the runner's own words.
  }
  return undefined;
}

function sharedMemory(text: string): string[] {
  return text === '' ? [] : ['--shm-size', String(Math.round(size('shm-size', text)))];
}

function graphicsCards(text: string): string[] {
  const cards = matching('gpus', text, GPUS, 'all, a number, or device=0,1');
  // Docker reads this as a line of CSV.
  return cards === '' ? [] : ['--gpus', cards.includes(',') ? `"${cards}"` : cards];
}

/** Node's clocks take no more than 24 days. */
const MOST_MINUTES = 34_000;

function minutes(name: string, text: string): number | undefined {
  if (text === '') return undefined;
  const value = Number(text);
  if (/^\d+(?:\.\d+)?$/.test(text) && value > 0 && value < MOST_MINUTES) return value;
  throw new UserError(
    `Input ${name} is ${quoted(text)}: write a number above 0 and below ${MOST_MINUTES}, such as 10.`,
  );
}
