import { join, relative, sep } from 'node:path';
import type { Checkout, Commit } from '../../checkout/checkout.ts';
import { findProject } from '../../checkout/steps/project.ts';
import type { StageFacts } from '../../dockerfile/stage.ts';
import type { Engine } from '../../engine/engine.ts';
import { inspectEngine } from '../../engine/steps/inspect.ts';
import type { Run } from '../../host/run.ts';
import { localContext, readContext } from '../../host/steps/environment.ts';
import { isWithin } from '../../host/steps/within.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import type { InputTexts } from '../../inputs/names.ts';
import { completeInputs } from '../../inputs/steps/settings.ts';
import type { Plan } from '../../plan.ts';
import { planProject, type Survey, surveyProject } from '../../survey.ts';
import { UserError } from '../../text/errors.ts';
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

/** What is found of a person's project without an engine. */
export type LocalSurvey = Survey & {
  /** The input that names the stage in question. */
  stageInput: 'target' | 'share-target';
  here: string;
  /** Folder of the call relative to the build context; empty where another was typed, or it is out of that. */
  called: string;
};

/** What of a project is to be published. */
type GitVersion = { ref: string; commit?: Commit };

/**
 * Looks at the project in which a command was called, and plans; what of it is to be published has a ref and a commit.
 * Fails with a sentence where there is no project, or no engine.
 */
export async function openProject(
  typed: InputTexts,
  run: Session,
  stageInput: 'target' | 'share-target',
  { ref, commit }: GitVersion = { ref: '' },
): Promise<Project> {
  const asked = inspectEngine(readContext().docker, run);
  asked.catch(() => undefined);
  const survey = await surveyLocal(typed, run, stageInput, ref);
  return planLocal(survey, await asked, run, commit);
}

/** Looks at the project in which a command was called. Fails with a sentence where there is none. */
export async function surveyLocal(
  typed: InputTexts,
  run: Session,
  stageInput: 'target' | 'share-target',
  ref = '',
): Promise<LocalSurvey> {
  const { top, here } = await findProject(process.cwd(), {
    dockerfile: typed.file || join(typed.context || '.', 'Dockerfile'),
    context: typed.context || '.',
  });
  const { inputs, source } = await completeInputs(typed, top);
  if (source) run.settings = source;
  const survey = await surveyProject({ ...inputs, target: inputs[stageInput] }, localContext(top, run, ref), top);
  const { checkout } = survey;
  if (checkout.context !== undefined && checkout.dockerfile === undefined && inputs.file === undefined)
    throw noDockerfile(top, checkout.otherDockerfiles);
  const called =
    checkout.context !== undefined && isWithin(checkout.context, here) ? relative(checkout.context, here) : '';
  const isTyped = typed['working-directory'] !== '';
  return { ...survey, stageInput, here, called: isTyped ? '' : called.split(sep).join('/') };
}

/** Plans what will be done with a project. Fails with a sentence where nothing can be. */
export async function planLocal(survey: LocalSurvey, engine: Engine, run: Session, commit?: Commit): Promise<Project> {
  const { inputs, context, checkout, stage, here, called } = survey;
  const machine = { obstacle: 'this is no runner' };
  const plan = await planProject(survey, engine, { machine, commit, stageInput: survey.stageInput });
  return {
    ...{ inputs, here, engine, stage, plan },
    checkout: { ...checkout, context: plan.test.context },
    folder: called || plan.test.folder,
    run: { ...run, workspace: context.workspace },
  };
}

function noDockerfile(folder: string, others: string[]): UserError {
  const isThere = others.length > 0 ? `, but ${others.slice(0, 5).join(', ')}` : '';
  const cure = others.length > 0 ? ' name yours with --file,' : '';
  return new UserError(
    `There is no Dockerfile in ${folder}${isThere}: go to your project's folder,${cure} or write one with "dev-in-docker init".`,
  );
}
