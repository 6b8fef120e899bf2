import { requireStage } from './buildkit/plan.ts';
import type { SecretFacts } from './buildkit/secrets.ts';
import { inspectSecrets } from './buildkit/steps/secrets.ts';
import { listStages } from './buildkit/steps/stages.ts';
import type { Checkout, Commit } from './checkout/checkout.ts';
import { locate, requireLinux } from './checkout/locate.ts';
import { inspectCheckout } from './checkout/steps/inspect.ts';
import type { StageFacts } from './dockerfile/stage.ts';
import { inspectStage } from './dockerfile/steps/sources.ts';
import type { Engine } from './engine/engine.ts';
import type { Context } from './host/context.ts';
import type { Inputs } from './inputs/inputs.ts';
import type { Machine } from './mount/plan.ts';
import { makePlan, type Plan } from './plan.ts';

/** What is found of a project without an engine. */
export type Survey = {
  inputs: Inputs;
  context: Context;
  checkout: Checkout;
  secrets: SecretFacts;
  stage: StageFacts | undefined;
};

/**
 * Looks at the project in the workspace; files of secrets are looked for in a folder of their own, which on a runner is
 * the checkout too. What is missing is a fact. Fails with a sentence where nothing could ever be run.
 */
export async function surveyProject(inputs: Inputs, context: Context, secretsFolder: string): Promise<Survey> {
  requireLinux(inputs, context);
  const [checkout, secrets] = await Promise.all([
    inspectCheckout(context.workspace, locate(inputs)),
    inspectSecrets(inputs, secretsFolder),
  ]);
  return { inputs, context, checkout, secrets, stage: await surveyStage(inputs, checkout) };
}

/** Looks at what the stage that is worked in depends on, as it is at this moment. */
export async function surveyStage(inputs: Inputs, checkout: Checkout): Promise<StageFacts | undefined> {
  return inspectStage(checkout, inputs.target, inputs['build-args']);
}

/**
 * Plans what will be done with a project, once the engine has answered; `commit` is what is published, `stageInput` names
 * the stage to work in. Fails with a sentence where nothing can be done.
 */
export async function planProject(
  { inputs, context, checkout, secrets, stage }: Survey,
  engine: Engine,
  {
    machine,
    commit,
    stageInput = 'target',
  }: { machine: Machine; commit: Commit | undefined; stageInput?: 'target' | 'share-target' },
): Promise<Plan> {
  const stages = await listStages(engine.builder, checkout, inputs.target, stage?.inputs.stages);
  requireStage(stageInput, inputs.target, stages);
  return makePlan(inputs, context, { checkout, engine, machine, stages, stage, secrets, commit });
}
