import { buildStageArguments } from '../../buildkit/arguments.ts';
import { keptOutSentence } from '../../buildkit/credentials.ts';
import { requireBuildx } from '../../engine/steps/inspect.ts';
import { print, say } from '../../host/steps/log.ts';
import { describeImage, type Image } from '../../image/image.ts';
import { buildSentence } from '../../report/verdict.ts';
import { render } from '../../text/sentence.ts';
import { findImage, localImage, makeImage } from '../steps/local-image.ts';
import { show } from './dry-run.ts';
import type { Options } from './options.ts';
import type { Project } from './project.ts';

/** How a stage's image is come by. */
export type ImageWish = {
  /** Whether it is built anew: every step, on the newest base image. */
  isRebuilt?: boolean;
};

/**
 * The image of the project's stage: the one that is there, if it is what a build would make; else it is built. Nothing
 * where the build failed, which has been said.
 */
export async function provideImage(
  { plan, stage, engine, run, checkout }: Project,
  { isDryRun, isQuiet }: Options,
  { isRebuilt = false }: ImageWish = {},
): Promise<Image | undefined> {
  const local = localImage({ ...plan.dev, noCache: isRebuilt, pulls: isRebuilt }, stage);
  const found = isRebuilt ? undefined : await findImage(local, engine.socket);
  if (found) return found;
  if (isDryRun) {
    show(buildStageArguments(local.plan, 'metadata.json', undefined, 'tty'));
    return describeImage({ id: local.reference, contentId: '', config: { WorkingDir: '<WORKDIR of the stage>' } });
  }
  await requireBuildx(run);
  const { image, failure, ...built } = await makeImage(local, run);
  if (built.keptOut) say(run, render(keptOutSentence(built.keptOut), 'person'));
  if (image || run.signal.aborted) return image;
  if (isQuiet && failure) print(failure.output, process.stderr);
  const dockerfile = checkout.dockerfile?.slice(run.workspace.length + 1) ?? 'Dockerfile';
  const sentence = buildSentence({ ...built, ...(failure ? { failure } : {}) }, dockerfile, plan.dev.secrets);
  print(render(sentence, 'person'), process.stderr);
  return undefined;
}
