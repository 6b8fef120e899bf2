import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { buildStage } from './buildkit/steps/build.ts';
import type { Restored } from './cache/facts.ts';
import { decideTimes } from './cache/plan.ts';
import { discardRestored, restoreCache } from './cache/steps/entries.ts';
import { type Built, saveEntries } from './cache/steps/save.ts';
import { dockerfileOf } from './checkout/locate.ts';
import { readCommit } from './checkout/steps/git.ts';
import { findRepository } from './checkout/steps/repository.ts';
import type { StageFacts } from './dockerfile/stage.ts';
import { inspectEngine, requireBuildx } from './engine/steps/inspect.ts';
import { refusal } from './engine/trouble.ts';
import type { Context } from './host/context.ts';
import { ownReference, type Run } from './host/run.ts';
import { grouped, say } from './host/steps/log.ts';
import type { Image } from './image/image.ts';
import { untag } from './image/steps/inspect.ts';
import type { InputTexts } from './inputs/names.ts';
import type { Shard } from './inputs/shard.ts';
import { completeInputs } from './inputs/steps/settings.ts';
import { planLookup } from './mount/plan.ts';
import { inspectMachine } from './mount/steps/machine.ts';
import { abandon, type MountedImage, mountImage, serveRunEntry } from './mount/steps/mount.ts';
import type { Server } from './mount/steps/serving.ts';
import { type Plan, withoutSaving } from './plan.ts';
import { hasFailed } from './pytest/facts.ts';
import type { Split } from './pytest/shard.ts';
import { compareTests, fetchBaseline } from './pytest/steps/baseline.ts';
import { findPlaces, type Places, placed, runTests } from './pytest/steps/test.ts';
import { agreeOnSplit } from './pytest/steps/times.ts';
import type { Outcome } from './report/outcome.ts';
import { mayPublish } from './share/plan.ts';
import { findGitInShare } from './share/steps/git-data.ts';
import { findAllLfsPointers } from './share/steps/lfs.ts';
import { buildShare, publishShare, requireFilesThemselves } from './share/steps/share.ts';
import { planProject, surveyProject, surveyStage } from './survey.ts';
import { messageOf, UserError } from './text/errors.ts';

/**
 * The whole job: settings and plan; then the tests, in the dev image that is mounted while it downloads, or else in the one that is
 * built; publish. Adds what happened to `outcome` step by step, so that what is known is known however it ends. Rejects
 * with a UserError where it can't go on.
 */
export async function run(typed: InputTexts, context: Context, run: Run, outcome: Outcome): Promise<void> {
  const { inputs, source } = await completeInputs(typed, context.workspace, context.inputVariables);
  if (source) {
    outcome.settings = source;
    say(run, `Settings from ${source.origin}: ${source.names.join(', ')}`);
  }
  Object.assign(outcome, { dockerfile: dockerfileOf(inputs), context: inputs.context });
  const { shard } = inputs;
  const splitting = shard && agreeOnSplit(decideTimes(inputs, context));
  // The engine takes longest to answer; meanwhile a run entry can be looked for.
  const asked = inspectEngine(context.docker, run);
  asked.catch(() => undefined);
  outcome.repository = await findRepository(context.workspace, inputs.context, context.repository);
  const commit = mayPublish(inputs, context)
    ? readCommit(join(context.workspace, outcome.repository ?? ''))
    : undefined;
  const [survey, machine] = await Promise.all([
    surveyProject(inputs, context, run.workspace),
    inspectMachine(context.programFolders),
  ]);
  const { checkout, stage } = survey;
  const lookup = planLookup(inputs, context, { machine, stage });
  const server = 'off' in lookup ? undefined : await serveRunEntry(lookup, run.temp);
  const { 'share-target': target, 'build-args': buildArguments } = inputs;
  const lookingForGit = findGitInShare({ checkout, stage, target, buildArguments });
  try {
    outcome.plan = await planProject(survey, await asked, { machine, commit: await commit });
  } catch (error) {
    if (server) await abandon(server, run);
    throw error;
  }
  const gitInShare = await lookingForGit;
  if (gitInShare) outcome.gitInShare = gitInShare;
  if (shard && splitting) outcome.plan = splitBy(outcome.plan, shard, await splitting, run);
  const { plan } = outcome;
  const baseline = plan.baseline && fetchBaseline(plan.baseline);

  if (!(await testMounted(plan, server, run, outcome))) {
    if (run.signal.aborted) return;
    const { mounted } = outcome;
    // Tests that ran before, and don't count, may have changed the files that a key stands for.
    const isAsBefore = !mounted?.hasStarted || isDeepStrictEqual(await surveyStage(inputs, checkout), stage);
    await testBuilt(isAsBefore && !mounted?.isRefused ? plan : withoutSaving(plan), stage, run, outcome);
  }
  if (run.signal.aborted) return;
  if (outcome.tests && hasFailed(outcome.tests)) outcome.pointers = await findAllLfsPointers(plan.test.context);
  if (!plan.baseline || !baseline || !outcome.tests) return;
  const comparison = await compareTests(plan.baseline, baseline, outcome.tests);
  if (comparison) outcome.comparison = comparison;
}

/** The plan for one shard of a suite that is split so, which the log tells. */
function splitBy(plan: Plan, { index, total }: Shard, split: Split, run: Run): Plan {
  const how =
    split.by === 'times' ? 'what tests took on the default branch' : `the number of tests, as ${split.by.count}`;
  say(run, `Shard ${index}/${total} of the suite, which is split by ${how}`);
  return { ...plan, test: { ...plan.test, split } };
}

/** Runs the tests in the mounted dev image; false where there is none, or what ran in it doesn't count. */
async function testMounted(plan: Plan, server: Server | undefined, run: Run, outcome: Outcome): Promise<boolean> {
  const { mount, cache } = plan;
  if (!server) return false;
  if ('off' in mount) {
    await abandon(server, run);
    return false;
  }
  const mounted = await mountImage(mount, server, run);
  if (!('release' in mounted)) {
    outcome.mounted = mounted;
    return false;
  }
  const image = placed(mounted.image, plan.test);
  const signal = AbortSignal.any([run.signal, mounted.unusable]);
  try {
    const places = await startablePlaces(plan, image, mounted, run);
    if (places) {
      outcome.tests = await runTests(plan.test, image, places, { ...run, signal }, mounted.root);
      if (outcome.tests.isUnstarted) mounted.refuse(`no container starts in it: ${refusal(outcome.tests.lastWords)}`);
    }
  } finally {
    const hasRun = outcome.tests !== undefined && !run.signal.aborted;
    outcome.mounted = await mounted.release(hasRun && 'save' in cache && cache.save);
  }
  if (outcome.mounted.isUsed) outcome.image = image;
  else withoutTests(outcome);
  return outcome.mounted.isUsed;
}

/** The places for tests in a mounted image; nothing where they only can't be run because it is mounted, which is refused. */
async function startablePlaces(
  { test }: Plan,
  image: Image,
  { root, refuse }: MountedImage,
  run: Run,
): Promise<Places | undefined> {
  try {
    return await findPlaces(test, image, run, root);
  } catch (error) {
    // Wrong however the image is had.
    if (error instanceof UserError) throw error;
    refuse(messageOf(error));
    return undefined;
  }
}

/** Forgets what tests did, but not what they left. */
function withoutTests(outcome: Outcome): void {
  if (outcome.tests?.gitData) outcome.earlierGitData = outcome.tests.gitData;
  delete outcome.tests;
}

/** Runs the tests in the dev image that is built from what the cache has, and publishes. */
async function testBuilt(plan: Plan, stage: StageFacts | undefined, run: Run, outcome: Outcome): Promise<void> {
  const { cache, share } = plan;
  if (share) await requireFilesThemselves(share);
  const buildx = requireBuildx(run);
  // Its failure is met below; should the restore fail first, that is what counts.
  buildx.catch(() => undefined);
  const restored = 'off' in cache ? undefined : await grouped(run, 'Restore the cache', () => restoreCache(cache, run));
  outcome.restored = restored;
  await buildx;
  if (run.signal.aborted) return;
  try {
    await buildAndTest(plan, { stage, restored }, run, outcome);
  } finally {
    // What was published keeps its other names.
    if (share) await untag(ownReference(run.id, 'dev'), ownReference(run.id, 'share'));
  }
}

/** Builds the dev image, and the share image where it is published; runs the tests, and publishes if they are green. */
async function buildAndTest(
  plan: Plan,
  { stage, restored }: { stage: StageFacts | undefined; restored: Restored | undefined },
  run: Run,
  outcome: Outcome,
): Promise<void> {
  const { share } = plan;
  const { signal } = run;
  const dev = await grouped(run, `Build the ${plan.dev.stage} stage`, () => buildStage(plan.dev, run, restored?.entry));
  outcome.dev = dev;
  const { image } = dev;
  await discardRestored(run.temp);
  if (!image || signal.aborted) return;
  const tested = placed(image, plan.test);
  outcome.image = tested;
  // Before a save begins, which an error would leave half done.
  const places = await findPlaces(plan.test, tested, run);

  const built = { dev: { ...dev, image }, stage, restored, found: outcome.mounted?.key };
  if (!share) return testAndSave(plan, { image: tested, places }, built, run, outcome);
  outcome.share = await buildShare(share, image, run);
  if (!signal.aborted) await testAndSave(plan, { image: tested, places }, built, run, outcome);
  if (signal.aborted || !outcome.tests || hasFailed(outcome.tests) || !outcome.share.image) return;
  outcome.shared = {};
  await publishShare(share, outcome.share.image, run, outcome.shared);
}

/** Runs the tests in the dev image, and saves beside them what was built, where the cache is on. */
async function testAndSave(
  plan: Plan,
  { image, places }: { image: Image; places: Places },
  { restored, ...built }: Omit<Built, 'restored'> & { restored: Restored | undefined },
  run: Run,
  outcome: Outcome,
): Promise<void> {
  const saving = restored && saveEntries(plan, { ...built, restored }, run);
  outcome.tests = await runTests(plan.test, image, places, run);
  if (!run.signal.aborted) outcome.saved = await saving;
}
