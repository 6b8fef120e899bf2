import type { RunScope } from '../cache/keys.ts';
import { cacheOffReason } from '../cache/plan.ts';
import type { StageFacts } from '../dockerfile/stage.ts';
import type { Engine } from '../engine/engine.ts';
import type { Context } from '../host/context.ts';
import type { Inputs } from '../inputs/inputs.ts';

/** What this machine offers besides an engine. */
export type Machine =
  /** Path of the engine's docker-init, which a mounted /sbin would hide from the container. */
  | { init: string }
  /** Why nothing can be mounted here, as far as that is known without trying. */
  | { obstacle: string };

/** How run entries are found and made: images that are mounted while they are being downloaded. */
export type MountPlan = Lookup & {
  /** Socket of the engine, a path. */
  engineSocket: string;
};

/** What is known of that before the engine has said what it is. */
export type Lookup = {
  scope: RunScope;
  /** Base images whose digests must still be those that the entry was built on. */
  bases: string[];
  /** Path of docker-init on this machine. */
  init: string;
  restore: boolean;
};

/** Whether run entries are used, or why not. */
export function decideMount(
  inputs: Inputs,
  context: Context,
  facts: { engine: Engine; machine: Machine; stage: StageFacts | undefined },
  isPublished: boolean,
): MountPlan | { off: string } {
  const { engine } = facts;
  const lookup = decideLookup(inputs, context, facts);
  if ('off' in lookup) return lookup;
  if (isPublished) return { off: 'what is published is built' };
  if (engine.socket === undefined) return { off: 'the engine is not on this machine' };
  if (engine.isUserMapped) {
    return { off: 'the engine maps users, whom the files of a mounted image would not belong to' };
  }
  return { ...lookup, engineSocket: engine.socket };
}

/** Whether to look for a run entry, as far as that can be told without the engine; or why not. */
function decideLookup(
  inputs: Inputs,
  context: Context,
  { machine, stage }: { machine: Machine; stage: StageFacts | undefined },
): Lookup | { off: string } {
  const off = (reason: string) => ({ off: reason });
  if (inputs.mount === 'false') return off('mount is false');
  if (inputs.load) return off('load is true, so the image is built in the engine');
  if (/[A-Za-z_]/.test(inputs.user ?? '')) return off('a user of that name is known only in an image that is built');
  if (inputs.gpus !== undefined) return off('graphics cards were never tried with a mounted image');
  if (context.defaultPlatform !== '') return off(`docker is told to build for ${context.defaultPlatform}`);
  if (!context.isHosted) return off('only hosted runners are for one job alone, which makes root for mounts harmless');
  if ('obstacle' in machine) return off(machine.obstacle);
  if (!stage) return off('the Dockerfile could not be read');
  const { inputs: stageInputs, sources } = stage;
  if ('doubt' in sources) return off(`only a build can tell what the image depends on: ${sources.doubt}`);
  if ('line' in sources) return off(`line ${sources.line} copies files that change with every commit`);
  return {
    scope: {
      architecture: context.architecture,
      suffix: inputs['cache-suffix'],
      everything: [inputs.target, ...inputs['build-args'].toSorted(), sources.hash],
    },
    bases: stageInputs.bases,
    init: machine.init,
    restore: context.cacheMode !== 'write-only',
  };
}

/** Whether to look for a run entry, which need not wait for the engine's answer; or why not. */
export function planLookup(
  inputs: Inputs,
  context: Context,
  facts: { machine: Machine; stage: StageFacts | undefined },
): Lookup | { off: string } {
  const off = cacheOffReason(inputs, context);
  if (off) return { off };
  const lookup = decideLookup(inputs, context, facts);
  return 'off' in lookup || lookup.restore ? lookup : { off: "the workflow's cache-mode lets it read nothing" };
}
