import { basename } from 'node:path';
import type { BuildFacts } from '../../buildkit/facts.ts';
import type { BuildPlan } from '../../buildkit/plan.ts';
import { buildStage } from '../../buildkit/steps/build.ts';
import type { StageFacts } from '../../dockerfile/stage.ts';
import { askEngine } from '../../engine/steps/api.ts';
import type { Run } from '../../host/run.ts';
import { defaultPlatform } from '../../host/steps/environment.ts';
import { docker } from '../../host/steps/exec.ts';
import { sha256 } from '../../host/steps/hash.ts';
import type { Image, InspectedImage } from '../../image/image.ts';
import { imageOf } from '../../image/steps/inspect.ts';
import { likeStageOf, olderThan } from '../local-images.ts';

/** The name under which a project's images and its home are kept on this machine: of the folder, and told apart from others. */
export function projectName(folder: string): string {
  const words = basename(folder)
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return `${(words ?? ['project']).join('-').slice(0, 60)}-${sha256(folder).slice(0, 8)}`;
}

/**
 * A stage's image on this machine. Its tag says what it was made from, where that can be known: an image that is there
 * is believed for it, without a build, and without a word to the network.
 */
export type LocalImage = { plan: BuildPlan; reference: string; isBelieved: boolean };

/** Names a stage's image by all that it depends on. */
export function localImage(plan: BuildPlan, stage: StageFacts | undefined): LocalImage {
  const repository = `dev-in-docker/${projectName(plan.context)}`;
  const name = plan.stage.replace(/[^a-z0-9._-]/g, '-');
  const sources = stage?.sources;
  const isBelieved = sources !== undefined && 'hash' in sources;
  const everything = [plan.stage, ...plan.buildArguments.toSorted(), isBelieved ? sources.hash : '', defaultPlatform()];
  const tag = isBelieved ? `${name}-${sha256(JSON.stringify(everything)).slice(0, 24)}` : name;
  const reference = `${repository}:${tag}`;
  return { plan: { ...plan, tags: [reference] }, reference, isBelieved };
}

/** The image, if the engine has it and it is what a build would make. */
export async function findImage({ reference, isBelieved }: LocalImage, socket?: string): Promise<Image | undefined> {
  if (!isBelieved) return undefined;
  if (socket !== undefined) {
    const answer = await askEngine<InspectedImage>(socket, `/images/${reference}/json`);
    return answer && imageOf(answer);
  }
  const { exitCode, stdout } = await docker(['image', 'inspect', '--format', '{{json .}}', reference]);
  return exitCode === 0 ? imageOf(JSON.parse(stdout)) : undefined;
}

/** Builds the image; those that the same stage was before lose their tags. A failed build is a value. */
export async function makeImage({ plan, reference }: LocalImage, run: Run): Promise<BuildFacts> {
  const built = await buildStage(plan, run);
  if (built.image) await forgetOthers(reference);
  return built;
}

async function forgetOthers(reference: string): Promise<void> {
  const list = [
    'image',
    'ls',
    '--filter',
    `reference=${likeStageOf(reference)}`,
    '--format',
    '{{.Repository}}:{{.Tag}}',
  ];
  const older = olderThan(reference, (await docker(list)).stdout);
  if (older.length > 0) await docker(['image', 'rm', ...older]);
}
