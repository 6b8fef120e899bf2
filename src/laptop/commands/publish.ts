import { join, relative } from 'node:path';
import { examineGit, inspectRepository, type Repository, withCommit } from '../../checkout/steps/git.ts';
import type { Run } from '../../host/run.ts';
import { localContext } from '../../host/steps/environment.ts';
import { print, say } from '../../host/steps/log.ts';
import { untag } from '../../image/steps/inspect.ts';
import type { InputTexts } from '../../inputs/names.ts';
import { hasFailed } from '../../pytest/facts.ts';
import type { Outcome } from '../../report/outcome.ts';
import { givenLines, publishedLines, publishTrouble } from '../../report/terminal-share.ts';
import { run as runAll } from '../../run.ts';
import { noCommit, publishedRef, type ShareTask } from '../share-task.ts';
import { showPublishing } from './dry-run.ts';
import { writeArchive } from './give.ts';
import type { Options } from './options.ts';
import { openProject, type Project } from './project.ts';
import { type Session, TROUBLE } from './session.ts';

type Task = Extract<ShareTask, { kind: 'publish' }>;

/**
 * Publishes the commit that is checked out, as the action does: builds both stages anew, runs the tests in both, and
 * pushes. Resolves with pytest's exit code where tests are red.
 */
export async function publish(task: Task, options: Options, session: Session): Promise<number> {
  const repository = await inspectRepository(process.cwd());
  if (!repository) throw noCommit(await examineGit(process.cwd()));
  const ref = publishedRef(repository, task.reference.tag, options.inputs['tag-prefix']);
  const inputs = publicationInputs(task, options.inputs);
  const project = await openProject(inputs, session, 'target', { ref, commit: repository.commit });
  if (options.isDryRun) return showPublishing(project.plan, task);
  const outcome = await withCommit(repository, session.temp, checkout =>
    publishCommit(inputs, project, { ...repository, ref }, checkout),
  );
  return reportPublication(outcome, task, options, project.run);
}

function publicationInputs({ reference }: Task, typed: InputTexts): InputTexts {
  return {
    ...typed,
    push: 'true',
    image: reference.name,
    tags: [reference.tag ?? '', typed.tags].join('\n').trim(),
  };
}

/** All that the action does, in a folder that has the commit and nothing else. */
async function publishCommit(
  inputs: InputTexts,
  { run }: Project,
  { top, ref, sha }: Repository & { ref: string },
  checkout: string,
): Promise<Outcome> {
  const folder = relative(top, run.workspace);
  const placed = {
    ...inputs,
    context: join(folder, inputs.context || '.'),
    file: inputs.file === '' ? '' : join(folder, inputs.file),
  };
  const outcome: Outcome = { leg: '', dockerfile: '', context: '', repository: '', isCancelled: false };
  say(run, `Publishing the commit ${sha.slice(0, 7)}, which is built anew in a checkout of its own:`);
  try {
    await runAll(placed, localContext(checkout, run, ref), run, outcome);
  } finally {
    await untag(...(outcome.plan?.dev.tags ?? []));
  }
  return { ...outcome, isCancelled: run.signal.aborted };
}

async function reportPublication(outcome: Outcome, { output }: Task, { isQuiet }: Options, run: Run): Promise<number> {
  const { dev, share, tests, shared, plan } = outcome;
  const trouble = publishTrouble(outcome);
  if (run.signal.aborted && publishedLines(outcome).length === 0) {
    print('Stopped: nothing was published.', process.stderr);
    return TROUBLE;
  }
  if (trouble !== undefined) {
    const failure = dev?.failure ?? share?.failure;
    if (isQuiet && failure) print(failure.output, process.stderr);
    print(trouble, process.stderr);
    const red = [tests, shared?.verified].find(tests => tests && hasFailed(tests));
    return red ? red.exitCode || 1 : TROUBLE;
  }
  for (const line of publishedLines(outcome)) print(line);
  const [tag] = plan?.share?.version.tags ?? [];
  if (output === undefined || !plan?.share || !tag) return 0;
  const name = `${plan.share.image}:${tag.name}`;
  const file = await writeArchive(output, name, run);
  for (const line of givenLines({ name, unpacked: shared?.layers?.unpacked, file })) print(line);
  return 0;
}
