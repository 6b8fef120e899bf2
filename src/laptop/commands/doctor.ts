import { realpath } from 'node:fs/promises';
import { examineGit } from '../../checkout/steps/git.ts';
import { readStage } from '../../dockerfile/stage.ts';
import { diagnose } from '../../doctor/diagnose.ts';
import type { DockerfileFacts, ImageFacts, MachineFacts, ProjectFacts } from '../../doctor/facts.ts';
import { countMarked, worthALook } from '../../doctor/findings.ts';
import { copiedPackageFiles } from '../../doctor/project.ts';
import { examineCredentials } from '../../doctor/steps/credentials.ts';
import { examineDocker } from '../../doctor/steps/docker.ts';
import { examineFiles, findSyntaxError, sizeOf } from '../../doctor/steps/project.ts';
import type { Engine } from '../../engine/engine.ts';
import { personsSystem } from '../../engine/steps/system.ts';
import type { Run } from '../../host/run.ts';
import { defaultPlatform, proxyVariables, readContext, readPerson } from '../../host/steps/environment.ts';
import type { Image } from '../../image/image.ts';
import { foldersKeptVisible, placed } from '../../pytest/steps/test.ts';
import { inspectTraits } from '../../pytest/steps/traits.ts';
import { hiddenFolders } from '../../pytest/workdir.ts';
import { UserError } from '../../text/errors.ts';
import { render } from '../../text/sentence.ts';
import { findImage, localImage } from '../steps/local-image.ts';
import { findingLines } from './findings.ts';
import type { Options } from './options.ts';
import { type LocalSurvey, type Project, planLocal, surveyLocal } from './project.ts';
import { inSession, type Session } from './session.ts';

/**
 * Looks at all that the other commands need, changes nothing and asks nobody but the engine. Says what it finds and what
 * is wrong; resolves with 1 where something is.
 */
export async function doctor(options: Options): Promise<number> {
  return inSession(options, async run => {
    const { docker, programFolders } = readContext();
    const [machine, found, credentials, survey] = await Promise.all([
      examineMachine(),
      examineDocker(docker),
      examineCredentials(docker.configFolder, programFolders),
      orSentence(run, () => surveyLocal(options.inputs, run, 'target')),
    ]);
    const engine = 'engine' in found.engine ? found.engine.engine : undefined;
    const planned =
      engine && 'value' in survey ? await orSentence(run, () => planLocal(survey.value, engine, run)) : undefined;
    const project = await examineProject({ survey, planned, engine, run });
    const git = await examineGit(project.folder);
    const all = diagnose({ machine, docker: found, credentials, project, git });
    const sections = options.isQuiet ? worthALook(all) : all;
    for (const line of findingLines(sections, columnsOf(process.stdout))) console.log(line);
    return countMarked(sections, 'wrong') > 0 ? 1 : 0;
  });
}

/** What something came to, or the sentence that it failed with. */
type OrSentence<Value> = { value: Value } | { sentence: string };

async function orSentence<Value>(session: Session, action: () => Promise<Value>): Promise<OrSentence<Value>> {
  try {
    return { value: await action() };
  } catch (error) {
    if (error instanceof UserError) return { sentence: render(error.sentence, 'person', session.settings) };
    throw error;
  }
}

async function examineMachine(): Promise<MachineFacts> {
  const { stateFolder } = readPerson();
  const stateBytes = await sizeOf(stateFolder);
  return {
    system: personsSystem(),
    platform: process.platform,
    architecture: process.arch,
    nodeVersion: process.versions.node,
    proxies: proxyVariables(),
    defaultPlatform: defaultPlatform(),
    stateFolder,
    ...(stateBytes === undefined ? {} : { stateBytes }),
  };
}

/** What came of looking at a project: without an engine, and with it. */
type Attempt = {
  survey: OrSentence<LocalSurvey>;
  planned: OrSentence<Project> | undefined;
  engine: Engine | undefined;
  run: Session;
};

async function examineProject({ survey, planned, engine, run }: Attempt): Promise<ProjectFacts> {
  const folder = 'value' in survey ? survey.value.context.workspace : await realpath(process.cwd());
  const facts = {
    folder,
    isOnWindows: personsSystem() === 'wsl' && /^\/mnt\/[a-z]\//.test(folder),
    uid: process.getuid?.() ?? 0,
    ...(run.settings ? { settings: run.settings.origin } : {}),
  };
  if ('sentence' in survey) return { ...facts, trouble: survey.sentence };
  const dockerfile = dockerfileFacts(survey.value);
  const files = await examineFiles(survey.value.checkout);
  const isDoubtful = engine && dockerfile && 'doubt' in dockerfile.sources;
  const unreadable = isDoubtful ? await findSyntaxError(engine.builder, survey.value.checkout) : undefined;
  const known = { ...facts, files, ...(dockerfile ? { dockerfile } : {}) };
  if (unreadable !== undefined) return { ...known, trouble: unreadable };
  if (!planned) return known;
  if ('sentence' in planned) return { ...known, trouble: planned.sentence };
  return { ...known, image: await examineImage(planned.value) };
}

function dockerfileFacts({ inputs, context, checkout, stage }: LocalSurvey): DockerfileFacts | undefined {
  if (!stage || checkout.dockerfile === undefined) return undefined;
  const shareTarget = inputs['share-target'];
  const shared = readStage(stage.dockerfile, shareTarget, inputs['build-args']);
  const { files } = checkout.dependencies;
  return {
    path: checkout.dockerfile.slice(context.workspace.length + 1),
    stages: stage.inputs.stages,
    target: inputs.target,
    shareTarget,
    sources: stage.sources,
    sharesAll: shared.copies.some(({ sources }) => sources.some(source => /^(?:\.|\/)\/?$/.test(source))),
    dependencies: files.length > 0 ? files : copiedPackageFiles(stage.inputs.copies),
  };
}

async function examineImage({ plan, stage, checkout, engine, run }: Project): Promise<ImageFacts> {
  const image = await findImage(localImage(plan.dev, stage), engine.socket);
  if (!image) return { isThere: false };
  const hidden = await orSentence(run, () => requireNothingHidden(checkout.context, placed(image, plan.test), run));
  return { isThere: true, ...('sentence' in hidden ? { obstacle: hidden.sentence } : {}) };
}

/** Fails where packages of the image can't be kept visible; looks into it only where there may be such. */
async function requireNothingHidden(context: string, image: Image, run: Run): Promise<void> {
  if (hiddenFolders(image).length > 0) await foldersKeptVisible(context, image, await inspectTraits(image, run));
}

/** As wide as the terminal, but no wider than one likes to read; in a pipe as most terminals. */
function columnsOf({ columns }: { columns?: number }): number {
  return Math.min(columns || 80, 100);
}
