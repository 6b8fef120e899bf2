import { join, relative, sep } from 'node:path';
import { localContext } from '../context.ts';
import { UserError } from '../core/errors.ts';
import { locate, makePlan, type Plan, requireStage } from '../core/plan.ts';
import type { Inputs } from '../inputs.ts';
import type { Run } from '../run.ts';
import { type Checkout, type Commit, inspectCheckout, isWithin } from '../steps/checkout.ts';
import { type Engine, inspectEngine, listStages } from '../steps/engine.ts';
import { findProject } from '../steps/project-folder.ts';
import { inspectSecrets } from '../steps/secrets.ts';
import { applySettings } from '../steps/settings.ts';
import { inspectStage, type StageFacts } from '../steps/stage.ts';
import type { Session } from './session.ts';

/** A project on a person's machine, looked at, and what will be done with it. */
export type Project = {
  inputs: Inputs;
  checkout: Checkout & { context: string };
  /** Folder to start a shell in, relative to the context: the one that was typed, else that of the call, else the setting's. */
  folder: string;
  /** Absolute path without links of the folder that the command was called in. */
  here: string;
  engine: Engine;
  stage: StageFacts | undefined;
  plan: Plan;
  run: Run;
};

/**
 * Looks at the project in which a command was called, and plans; what of it is to be published has a ref and a commit.
 * Fails with a sentence where there is no project, or no engine.
 */
export async function openProject(
  typed: Inputs,
  run: Session,
  stageInput: 'target' | 'share-target',
  { ref, commit }: { ref: string; commit?: Commit } = { ref: '' },
): Promise<Project> {
  const { top, here } = await findProject(process.cwd(), {
    dockerfile: typed.file || join(typed.context || '.', 'Dockerfile'),
    context: typed.context || '.',
  });
  const { inputs: all, source } = await applySettings(typed, top);
  if (source) run.settings = source;
  const inputs = { ...all, target: all[stageInput] };
  const context = localContext(top, run.temp, ref);
  const asked = inspectEngine(context.docker);
  asked.catch(() => undefined);
  const places = locate(inputs, context);
  const [checkout, secrets] = await Promise.all([inspectCheckout(top, places), inspectSecrets(inputs, top)]);
  if (checkout.context !== undefined && checkout.dockerfile === undefined && inputs.file === '')
    throw noDockerfile(top);
  const stage = await inspectStage(checkout, inputs.target, inputs['build-args']);
  const engine = await asked;
  const stages = await listStages(engine.builder, checkout, inputs.target, stage?.inputs.stages);
  requireStage(stageInput, inputs.target, stages);
  const plan = makePlan(inputs, context, {
    ...{ checkout, engine, stages, stage, secrets },
    machine: { obstacle: 'this is no runner' },
    commit,
  });
  const called =
    checkout.context !== undefined && isWithin(checkout.context, here) ? relative(checkout.context, here) : '';
  const isTyped = typed['working-directory'] !== '';
  return {
    ...{ inputs, here, engine, stage, plan },
    checkout: { ...checkout, context: plan.test.context },
    folder: (!isTyped && called.split(sep).join('/')) || plan.test.folder,
    run: { ...run, workspace: top },
  };
}

function noDockerfile(folder: string): UserError {
  return new UserError(
    `There is no Dockerfile in ${folder}: go to your project's folder, or write one with "dev-in-docker init".`,
  );
}
