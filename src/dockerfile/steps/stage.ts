import { readFile } from 'node:fs/promises';
import type { Checkout } from '../../checkout/steps/inspect.ts';
import { buildArguments } from '../../inputs/values.ts';
import { readStage, type StageInputs } from '../stage.ts';
import { inspectSources, type Sources } from './sources.ts';

/** What the Dockerfile says of a stage, and the files in the checkout that the stage depends on. */
export type StageFacts = {
  inputs: StageInputs;
  sources: Sources;
  /** Text of the whole Dockerfile. */
  dockerfile: string;
};

/** Looks at what a stage depends on; undefined where there is nothing to look at. */
export async function inspectStage(
  { context, dockerfile, dependencies }: Checkout,
  target: string,
  buildArgumentLines: string,
): Promise<StageFacts | undefined> {
  if (!context || !dockerfile) return undefined;
  const text = await readFile(dockerfile, 'utf8');
  const inputs = readStage(text, target.toLowerCase(), buildArguments(buildArgumentLines));
  const sources = await inspectSources({ context, dockerfile, dependencies: dependencies.files }, inputs);
  return { inputs, sources, dockerfile: text };
}
