import { posix } from 'node:path';
import type { BuildFacts } from '../../buildkit/facts.ts';
import { buildStage } from '../../buildkit/steps/build.ts';
import { readChain } from '../../dockerfile/chain.ts';
import { readCopies } from '../../dockerfile/stage.ts';
import type { Run } from '../../host/run.ts';
import { docker } from '../../host/steps/exec.ts';
import { grouped, say } from '../../host/steps/log.ts';
import { entrypointOf, type Image } from '../../image/image.ts';
import { type Ended, hasFailed, hasPytest } from '../../pytest/facts.ts';
import type { TestPlan } from '../../pytest/plan.ts';
import { runContainer } from '../../pytest/steps/container.ts';
import { messageOf, UserError } from '../../text/errors.ts';
import type { ShareFacts } from '../facts.ts';
import { missingClues } from '../missing-files.ts';
import type { SharePlan } from '../plan.ts';
import { lfsSentence } from '../problems.ts';
import { writeShareFile } from './archive.ts';
import { giveCommitTime } from './commit-time.ts';
import { inspectLayers } from './layers.ts';
import { findLfsPointers } from './lfs.ts';
import { findMissingFiles } from './missing-files.ts';
import { publish } from './publish.ts';

/** Fails where files that the share stage copies are Git LFS pointers: whoever gets the image could not get the files. */
export async function requireFilesThemselves({
  build,
  dockerfile,
}: Pick<SharePlan, 'build' | 'dockerfile'>): Promise<void> {
  const pointers = await findLfsPointers(build, readCopies(dockerfile, build.stage, build.buildArguments));
  if (pointers.length > 0) throw new UserError(lfsSentence(pointers));
}

/**
 * Builds the share stage on the dev image; what it adds gets the commit's time. Before any test runs: what is published
 * is what was there before. Fails where the engine can't give it the time.
 */
export async function buildShare(plan: SharePlan, dev: Image, run: Run): Promise<BuildFacts> {
  return grouped(run, `Build the ${plan.build.stage} stage`, async () => {
    const built = await buildStage(plan.build, run);
    const [reference = ''] = plan.build.tags;
    if (!built.image || plan.seconds === undefined || run.signal.aborted) return built;
    const { image } = built;
    const settlement = { image, base: dev, reference, seconds: plan.seconds, store: plan.store };
    const settled = await giveCommitTime(settlement, run.temp, run.signal).catch(error => {
      throw new Error(`The share image could not be given the time of the commit (${messageOf(error)}).`);
    });
    say(run, `The ${built.stage} image is ${settled.id}.`);
    return { ...built, image: settled };
  });
}

/** Checks the share image as it was built, then writes and pushes it; adds to the facts step by step. */
export async function publishShare(plan: SharePlan, image: Image, run: Run, facts: ShareFacts): Promise<void> {
  if (plan.verify) {
    say(run, `The tests once more, in the ${plan.build.stage} image:`);
    facts.verified = await verifyShare(plan.verify, image, run);
    if (run.signal.aborted) return;
    if (hasFailed(facts.verified)) {
      const start = { workdir: image.workdir, folder: plan.verify.folder };
      facts.missing = await findMissingFiles(plan.build, missingClues(facts.verified, start));
      return;
    }
  }
  if (image.platform === '') throw new Error('The image is for no kind of machine with Linux.');
  // Later steps, and a file that is loaded elsewhere, know it by the names that are published.
  const names = plan.version.tags.map(({ name }) => `${plan.image}:${name}`);
  for (const name of names) await docker(['image', 'tag', image.id, name]);
  const { file, registry } = plan;
  const [name = ''] = names;
  if (file) {
    const written = await grouped(run, `Write ${file}`, () => writeShareFile(file, name, run));
    facts.file = { ...written, platform: image.platform };
  }
  if (registry && !run.signal.aborted) {
    facts.published = await grouped(run, `Publish to ${registry.host}`, () => publish(plan, image, run));
  }
  const chain = readChain(plan.dockerfile, plan.build.stage, plan.build.buildArguments);
  const layers = await inspectLayers(image.id, chain, { compressed: facts.published?.layers });
  if (layers) facts.layers = layers;
}

/**
 * Runs the tests in the share image as a colleague would: as its own user, with nothing mounted. Where its ENTRYPOINT does
 * not start pytest, as that of a service, once more without it.
 */
export async function verifyShare(plan: TestPlan, image: Image, run: Run): Promise<Ended> {
  const { environment, id, workdir } = image;
  // Nothing of it is kept anyway.
  const container = {
    image: id,
    environment,
    entrypoint: entrypointOf(image),
    isTrial: true,
    workdir: posix.join(workdir || '/', plan.folder),
    mounts: [],
    volumes: [],
  };
  const tests = { ...plan, isReadOnly: false };
  const ended = await runContainer(tests, container, run);
  const { entrypoint } = ended;
  if (hasPytest(ended) || entrypoint.length === 0 || ended.stoppedAfter !== undefined || run.signal.aborted)
    return ended;
  return { ...(await runContainer({ ...tests, isBare: true }, container, run)), leftOut: entrypoint };
}
