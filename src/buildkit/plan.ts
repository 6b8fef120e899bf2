import { input } from '../inputs/options.ts';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import { sentence } from '../text/sentence.ts';
import type { BuildSecrets } from './secrets.ts';

/** One stage to build. Paths are absolute. */
export type BuildPlan = {
  stage: string;
  context: string;
  dockerfile: string;
  buildArguments: string[];
  secrets: BuildSecrets;
  builder: string;
  /** References that the image gets. */
  tags: string[];
  labels: string[];
  /** Whether every step runs anew, whatever the engine remembers. */
  noCache: boolean;
  /** Whether base images are looked up anew. */
  pulls?: boolean;
  /** Stages that are not built but taken from an image: name → reference. */
  buildContexts: Record<string, string>;
  /** Whether the image remembers which step made which layer, so that it serves as a cache. */
  isCacheable: boolean;
  compression: 'zstd' | 'gzip' | 'uncompressed';
};

/** A stage that the Dockerfile has; fails where there is none of that name. Of a Dockerfile that can't be read, that is BuildKit's to report. */
export function requireStage(name: 'target' | 'share-target', stage: string, stages: string[] | undefined): string {
  if (stages === undefined || stages.includes(stage)) return stage;
  const there = stages.length > 0 ? `It has: ${stages.join(', ')}.` : 'None of its stages has a name.';
  throw new UserError(
    sentence`The Dockerfile has no stage ${quoted(stage)}. ${there} Name a stage with "FROM … AS ${stage}", or set ${input(name)}.`,
  );
}
