import type { Context } from './context.ts';
import type { Outcome } from './core/outcome.ts';
import { locate, makePlan } from './core/plan.ts';
import { hasFailed } from './core/verdict.ts';
import type { Inputs } from './inputs.ts';
import { buildStage, untag } from './steps/build.ts';
import { discardRestored, keyToSave, restoreCache, saveCache } from './steps/cache.ts';
import { inspectCheckout } from './steps/checkout.ts';
import { inspectEngine, listStages } from './steps/engine.ts';
import { grouped } from './steps/log.ts';
import { publish } from './steps/publish.ts';
import { requireRunnable, runTests } from './steps/test.ts';

/** What a run has for itself: a private folder, and the word to stop. */
export type Run = { temp: string; signal: AbortSignal };

/**
 * The whole job: plan, restore, build, tests with the save beside them, publish. Adds what happened to `outcome` step
 * by step, so that what is known is known however it ends. Rejects with a UserError where it can't go on.
 */
export async function run(inputs: Inputs, context: Context, { temp, signal }: Run, outcome: Outcome): Promise<void> {
  const places = locate(inputs, context);
  outcome.dockerfile = places.dockerfile;
  outcome.context = places.context;
  const [checkout, engine] = await Promise.all([inspectCheckout(context.workspace, places), inspectEngine()]);
  const stages =
    checkout.context && checkout.dockerfile
      ? await listStages({ builder: engine.builder, context: checkout.context, dockerfile: checkout.dockerfile })
      : undefined;
  const plan = makePlan(inputs, context, { checkout, engine, stages });
  outcome.plan = plan;

  const { cache } = plan;
  const restored =
    'off' in cache ? undefined : await grouped('Restore the cache', () => restoreCache(cache, temp, signal));
  outcome.restored = restored;
  if (signal.aborted) return;

  const dev = await grouped(`Build the ${plan.dev.stage} stage`, () =>
    buildStage(plan.dev, temp, signal, restored?.entry),
  );
  outcome.dev = dev;
  await discardRestored(temp);
  if (!dev.image || signal.aborted) return;
  // Before a save begins, which an error would leave half done.
  await requireRunnable(plan.test, dev.image);

  // Before any test runs: what is published is what was there before.
  const { share } = plan;
  if (share) {
    outcome.share = await grouped(`Build the ${share.build.stage} stage`, () => buildStage(share.build, temp, signal));
    for (const reference of Object.values(share.build.given)) await untag(reference);
  }

  const key = 'off' in cache || !restored ? undefined : keyToSave(cache, restored, dev.image);
  const saving = key === undefined ? undefined : saveCache(key, dev.image.id, temp, restored?.entry);
  outcome.tests = await runTests(plan.test, dev.image, { id: context.id, temp, signal });
  if (signal.aborted) return;
  outcome.saved = await saving;

  if (share && outcome.share?.image && !hasFailed(outcome.tests)) {
    outcome.published = await publish(share, outcome.share.image, temp);
  }
}
