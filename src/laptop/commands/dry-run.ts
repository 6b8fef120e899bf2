// The commands of docker that would be run.

import { posix } from 'node:path';
import { buildStageArguments } from '../../buildkit/arguments.ts';
import { attachArguments, environmentArguments, runArguments, WRITING } from '../../engine/container.ts';
import { ownLabel, type Run } from '../../host/run.ts';
import { print } from '../../host/steps/log.ts';
import type { Image } from '../../image/image.ts';
import type { Plan } from '../../plan.ts';
import type { TestPlan } from '../../pytest/plan.ts';
import { isRoot } from '../../pytest/tester.ts';
import { tagArguments } from '../../share/registry.ts';
import { commandLine } from '../../text/command-line.ts';
import type { ShareTask } from '../share-task.ts';

/** Shows how the tests are run in the dev image; returns the exit code. */
export function showTests(plan: TestPlan, { id, workdir }: Image, { reader }: Pick<Run, 'reader'>): number {
  const terminal = reader === 'terminal' ? attachArguments(true) : [];
  return show(testArguments({ ...plan, workdir }, id, { mounted: plan.context, options: terminal }));
}

/** Shows how an image is checked, named and written; returns the exit code. */
export function showGiving(
  { isChecked, reference, output }: Extract<ShareTask, { kind: 'give' }>,
  image: Image,
  tests: TestPlan,
  name: string,
): number {
  if (isChecked) show(testArguments(tests, image.id));
  if (reference || output !== undefined) show(['image', 'tag', image.id, name]);
  if (output !== undefined) show(['save', name], output);
  return 0;
}

/** Shows how a commit is published, as far as that is known before; returns the exit code. */
export function showPublishing(
  { dev, test, share }: Plan,
  { output }: Extract<ShareTask, { kind: 'publish' }>,
): number {
  if (!share) return 0;
  const [first = '', ...others] = share.version.tags.map(({ name }) => `${share.image}:${name}`);
  const [image = ''] = share.build.tags;
  print(
    `The folder is a checkout of the commit, in place of ${dev.context}. Tags that are there already, and later versions, are looked up before anything is pushed.`,
    process.stderr,
  );
  show(buildStageArguments(dev, 'metadata.json', undefined, 'tty'));
  show(buildStageArguments(share.build, 'metadata.json', undefined, 'tty'));
  show(testArguments(test, dev.tags.at(-1) ?? '', { mounted: dev.context }));
  if (share.verify) show(testArguments(share.verify, image));
  show(['image', 'tag', image, first]);
  show(['push', first]);
  for (const other of others) show(tagArguments(other, [first]));
  if (output !== undefined) show(['save', first], output);
  return 0;
}

/** Without what only makes the report: what it is made with is gone at the end of a run. */
function testArguments(
  plan: TestPlan,
  image: string,
  { mounted, options = [] }: { mounted?: string; options?: string[] } = {},
): string[] {
  const workdir = plan.workdir ?? '<WORKDIR of the stage>';
  return runArguments(plan, {
    ...{ name: 'tests', label: ownLabel('tests'), image },
    ...(mounted === undefined ? {} : { user: plan.user ?? `${plan.uid}:${plan.gid}` }),
    ...(mounted !== undefined || plan.folder !== '' ? { workdir: posix.join(workdir, plan.folder) } : {}),
    mounts: mounted === undefined ? [] : [{ source: mounted, target: workdir }],
    volumes: [],
    options: [
      '--rm',
      ...(mounted !== undefined && isRoot(plan.user) ? WRITING : []),
      ...options,
      ...environmentArguments(plan.environment),
    ],
    isLockedDown: true,
  });
}

/** Shows a command of docker, and where its output goes; returns the exit code. */
export function show(args: string[], output?: string): number {
  print(`${commandLine(['docker', ...args])}${into(output)}`);
  return 0;
}

function into(path: string | undefined): string {
  if (path === undefined) return '';
  const programs = [
    ['.gz', ' | gzip'],
    ['.zst', ' | zstd'],
  ] as const;
  const program = programs.find(([ending]) => path.endsWith(ending))?.[1] ?? '';
  return `${program} > ${commandLine([path])}`;
}
