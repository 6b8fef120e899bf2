import type { Command } from '../engine/container.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Shard } from '../inputs/shard.ts';
import type { Split } from './shard.ts';

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
  /** Which part of the suite is run; absent for all of it. */
  shard?: Shard;
  /** By what the suite is split, once that is known. */
  split?: Split;
  /** Whether they are started without the image's ENTRYPOINT. */
  isBare?: boolean;
};

/** How the tests are run. */
export function planTests(inputs: Inputs, given: Pick<TestPlan, 'context' | 'uid' | 'gid' | 'isLabelled'>): TestPlan {
  const { user, workdir, 'working-directory': folder, 'timeout-minutes': minutes } = inputs;
  return {
    ...given,
    folder: folder === '.' ? '' : folder,
    command: [...inputs['test-command'], ...inputs['pytest-args']],
    environment: inputs.env,
    ...(user === undefined ? {} : { user }),
    ...(workdir === undefined ? {} : { workdir }),
    isReadOnly: inputs['read-only'],
    options: containerOptions(inputs),
    ...(inputs.entrypoint === undefined ? {} : { isBare: true }),
    ...(inputs.shard === undefined ? {} : { shard: inputs.shard }),
    ...(minutes === undefined ? {} : { timeoutSeconds: Math.ceil(minutes * 60) }),
  };
}

/** Arguments of docker run. A network that was asked for counts more than that of the job's services. */
function containerOptions({ network, services, 'shm-size': bytes, gpus }: Inputs): string[] {
  const used = network ?? services;
  return [
    ...(used === undefined ? [] : ['--network', used]),
    ...(bytes === undefined ? [] : ['--shm-size', String(bytes)]),
    // Docker reads this as a line of CSV.
    ...(gpus === undefined ? [] : ['--gpus', gpus.includes(',') ? `"${gpus}"` : gpus]),
  ];
}
