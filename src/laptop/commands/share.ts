import { posix } from 'node:path';
import { runArguments } from '../../engine/container.ts';
import { readPerson } from '../../host/steps/environment.ts';
import { say } from '../../host/steps/log.ts';
import { entrypointOf, type Image } from '../../image/image.ts';
import { gitInShareSentence } from '../../share/problems.ts';
import { requireWritable } from '../../share/steps/archive.ts';
import { findGitInShare } from '../../share/steps/git-data.ts';
import { type Port, requireNetwork } from '../ports.ts';
import { decideShare, type ShareRequest, type ShareTask } from '../share-task.ts';
import { shellCommand, shellContainer } from '../shell.ts';
import { show } from './dry-run.ts';
import { enter } from './enter.ts';
import { give } from './give.ts';
import { provideImage } from './image.ts';
import type { Options } from './options.ts';
import { openProject, type Project } from './project.ts';
import { publish } from './publish.ts';
import { inSession, isAtTerminal, type Session, TROUBLE } from './session.ts';

/** What `share` can be told besides the options of a project. */
export type ShareOptions = Options & Omit<ShareRequest, 'inputs'>;

/**
 * Opens a shell in the share stage as a colleague would get it, or runs a command in it; or checks it, gives it away or
 * publishes it. Resolves with the exit code of the command or of pytest.
 */
export async function share(options: ShareOptions): Promise<number> {
  const task = decideShare(options);
  if (task.kind !== 'work' && task.output !== undefined) await requireWritable(task.output);
  return inSession(options, run => carryOut(task, options, run));
}

async function carryOut(task: ShareTask, options: Options, run: Session): Promise<number> {
  if (task.kind === 'publish') return publish(task, options, run);
  const project = await openProject(options.inputs, run, 'share-target');
  if (task.kind === 'work') requireNetwork(task.ports, project.inputs.network);
  const image = await provideImage(project, options);
  if (!image) return TROUBLE;
  await tellOfGit(project);
  return task.kind === 'give' ? give(task, image, project, options) : work(task, image, project, options);
}

async function tellOfGit({ checkout, stage, plan, run }: Project): Promise<void> {
  const { stage: target, buildArguments } = plan.dev;
  const found = await findGitInShare({ checkout, stage, target, buildArguments });
  if (found) say(run, gitInShareSentence(found));
}

/** Nothing is mounted, and the user is the image's own. */
async function work(
  { command, ports }: { command: string[]; ports: Port[] },
  image: Image,
  { plan, run }: Project,
  { isDryRun }: Options,
): Promise<number> {
  const { folder, environment } = plan.test;
  const container = shellContainer({
    ...{ id: run.id, image: image.id, stage: plan.dev.stage, command, ports, isTerminal: isAtTerminal() },
    imageEnvironment: image.environment,
    environment: { ...readPerson().terminal, ...environment },
  });
  const place = folder === '' ? {} : { workdir: posix.join(image.workdir || '/', folder) };
  const own = { ...container, ...place, entrypoint: entrypointOf(image) };
  const args = runArguments({ ...plan.test, command: shellCommand(command) }, own);
  return isDryRun ? show(args) : enter(args, ports, run);
}
