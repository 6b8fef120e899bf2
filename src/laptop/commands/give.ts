import { basename, dirname, relative, resolve } from 'node:path';
import type { BuildPlan } from '../../buildkit/plan.ts';
import { inspectIgnore } from '../../dockerfile/steps/sources.ts';
import type { Run } from '../../host/run.ts';
import { docker } from '../../host/steps/exec.ts';
import { grouped, print, say } from '../../host/steps/log.ts';
import { isWithin } from '../../host/steps/within.ts';
import type { Image } from '../../image/image.ts';
import { hasFailed } from '../../pytest/facts.ts';
import { checkSentence } from '../../report/publishing.ts';
import { type Given, givenLines } from '../../report/terminal-share.ts';
import { testSentence } from '../../report/verdict.ts';
import { missingClues } from '../../share/missing-files.ts';
import { writeShareFile } from '../../share/steps/archive.ts';
import { inspectLayers } from '../../share/steps/layers.ts';
import { findMissingFiles } from '../../share/steps/missing-files.ts';
import { requireFilesThemselves, verifyShare } from '../../share/steps/share.ts';
import { render, sentence } from '../../text/sentence.ts';
import type { ImageReference, ShareTask } from '../share-task.ts';
import { localImage } from '../steps/local-image.ts';
import { showGiving } from './dry-run.ts';
import type { Options } from './options.ts';
import type { Project } from './project.ts';
import { TROUBLE } from './session.ts';

/** Runs the share image's own tests, if they are asked for; if they pass, names it and writes it to a file, likewise. */
export async function give(
  task: Extract<ShareTask, { kind: 'give' }>,
  image: Image,
  project: Project,
  { isDryRun }: Options,
): Promise<number> {
  const { isChecked, reference, output } = task;
  const { plan, stage, run } = project;
  const name = givenName(reference, project);
  if (isDryRun) return showGiving(task, image, plan.test, name);
  if (reference || output !== undefined) {
    await requireFilesThemselves({ build: plan.dev, dockerfile: stage?.dockerfile ?? '' });
  }
  const red = isChecked ? await check(image, project) : 0;
  if (run.signal.aborted) return red || TROUBLE;
  if (red !== 0 || (!reference && output === undefined)) return red;
  await nameImage(image.id, name);
  const layers = await inspectLayers(image.id, undefined);
  const given: Given = { name, unpacked: layers?.unpacked };
  const file = output === undefined ? {} : { file: await writeArchive(output, name, run) };
  for (const line of givenLines({ ...given, ...file })) print(line);
  if (output !== undefined && (await isInContext(resolve(output), plan.dev))) {
    say(
      run,
      `${output} lies in the project, so the next share image has it too: move it, or list it in .dockerignore.`,
    );
  }
  return 0;
}

async function isInContext(file: string, { context, dockerfile }: BuildPlan): Promise<boolean> {
  return isWithin(context, file) && !(await inspectIgnore({ context, dockerfile })).ignores(relative(context, file));
}

/** Resolves with the exit code: 0 where all is well. */
async function check(image: Image, { plan, run, checkout }: Project): Promise<number> {
  const tests = await verifyShare(plan.test, image, run);
  if (!hasFailed(tests)) {
    const passed = sentence`In the ${plan.dev.stage} image, as a colleague would run it: ${testSentence(tests)}`;
    print(render(passed, 'person'));
    return 0;
  }
  const start = { workdir: image.workdir, folder: plan.test.folder };
  const files = { context: checkout.context, dockerfile: plan.dev.dockerfile };
  const missing = await findMissingFiles(files, missingClues(tests, start));
  if (!run.signal.aborted) print(render(checkSentence(plan.dev.stage, tests, missing), 'person'), process.stderr);
  return tests.exitCode || 1;
}

/** Without a name of its own, the image has that of the project's folder on this machine. */
function givenName(reference: ImageReference | undefined, { plan }: Project): string {
  if (!reference) return localImage(plan.dev, undefined).reference;
  return `${reference.name}:${reference.tag ?? 'latest'}`;
}

async function nameImage(id: string, name: string): Promise<void> {
  const { exitCode, stderr } = await docker(['image', 'tag', id, name]);
  if (exitCode !== 0) throw new Error(stderr.trim());
}

/** Writes an image to a file, whose path is one from where the person is; returns that path and the bytes. */
export async function writeArchive(path: string, name: string, run: Run): Promise<{ path: string; bytes: number }> {
  const target = resolve(path);
  const workspace = dirname(target);
  const { bytes } = await grouped(run, `Write ${path}`, () =>
    writeShareFile(basename(target), name, { ...run, workspace }),
  );
  return { path, bytes };
}
