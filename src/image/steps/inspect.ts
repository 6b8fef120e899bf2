import { docker } from '../../host/steps/exec.ts';
import { sha256 } from '../../host/steps/hash.ts';
import { type HistoryStep, readHistory } from '../history.ts';
import { describeImage, type Image, type InspectedImage } from '../image.ts';
import { platformOf } from '../platform.ts';

/** Takes references away, as far as they are there. An image goes with its last one, but what it was built on stays. */
export async function untag(...references: string[]): Promise<void> {
  if (references.length > 0) await docker(['image', 'rm', '--no-prune', ...references]);
}

/** What the engine says of an image. Fails where it has none of that name. */
export async function inspectImage(reference: string): Promise<Image> {
  const answer = await docker(['image', 'inspect', '--format', '{{json .}}', reference]);
  if (answer.exitCode !== 0) throw new Error(`The image is not in the engine: ${answer.stderr.trim()}`);
  return imageOf(JSON.parse(answer.stdout));
}

/** What is of interest in the engine's description of an image. */
export function imageOf({ Id, Config, RootFS, Os = '', Architecture = '', Variant }: InspectedImage): Image {
  const platform = platformOf({ os: Os, architecture: Architecture, variant: Variant });
  return describeImage({ id: Id, contentId: sha256(JSON.stringify([RootFS, Config])), config: Config ?? {} }, platform);
}

/** Diff IDs of an image's layers, the lowest first. Fails where the engine has no such image. */
export async function layersOf(image: string): Promise<string[]> {
  const answer = await docker(['image', 'inspect', '--format', '{{json .RootFS.Layers}}', image]);
  if (answer.exitCode !== 0) throw new Error(answer.stderr.trim());
  return JSON.parse(answer.stdout) ?? [];
}

/** What the engine says of how an image was made, the oldest step first; undefined where it can't tell. */
export async function historyOf(image: string): Promise<HistoryStep[] | undefined> {
  const args = ['image', 'history', '--no-trunc', '--human=false', '--format', '{{json .}}', image];
  const { exitCode, stdout } = await docker(args);
  return exitCode === 0 ? readHistory(stdout) : undefined;
}
