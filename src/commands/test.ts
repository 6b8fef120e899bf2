import { posix } from 'node:path';
import { runArguments } from '../core/arguments.ts';
import { shellLine } from '../core/markup.ts';
import type { Outcome } from '../core/outcome.ts';
import type { TestPlan } from '../core/plan.ts';
import { makeReport } from '../core/report.ts';
import type { Image } from '../steps/build.ts';
import { placed, requireRunnable, runTests } from '../steps/test.ts';
import { provideImage } from './image.ts';
import type { Options } from './options.ts';
import { openProject, type Project } from './project.ts';
import { inSession, TROUBLE } from './session.ts';

/** What `test` can be told besides the options of a project: arguments for pytest, as they were typed. */
export type TestOptions = Options & { pytestArguments: string[] };

/** Runs the tests in the dev stage as the action does, and reports. Resolves with pytest's exit code. */
export async function test(options: TestOptions): Promise<number> {
  return inSession(options, async run => {
    const project = await openProject(options.inputs, run, 'target');
    const plan = { ...project.plan.test, command: [...project.plan.test.command, ...options.pytestArguments] };
    const built = await provideImage(project, options);
    if (!built) return TROUBLE;
    const image = placed(built, plan);
    if (options.isDryRun) return showTestRun(plan, image);
    await requireRunnable(plan, image);
    return runAndReport({ ...project, plan: { ...project.plan, test: plan } }, image);
  });
}

async function runAndReport({ inputs, plan, run }: Project, image: Image): Promise<number> {
  const tests = await runTests(plan.test, image, run);
  const outcome: Outcome = {
    leg: '',
    dockerfile: inputs.file || 'Dockerfile',
    context: inputs.context || '.',
    plan,
    image,
    tests,
    isCancelled: run.signal.aborted,
  };
  for (const line of makeReport(outcome).lines) console.log(line);
  // A failure that only the report tells of is one all the same.
  return tests.exitCode || (makeReport(outcome).conclusion === 'success' ? 0 : 1);
}

/** The command without what only makes the report: what it is made with is gone at the end of a run. */
function showTestRun(plan: TestPlan, image: Image): number {
  const container = {
    ...{ name: 'tests', label: 'dev-in-docker=tests', image: image.id, user: plan.user ?? `${plan.uid}:${plan.gid}` },
    ...{
      workdir: posix.join(image.workdir, plan.folder),
      mounts: [{ source: plan.context, target: image.workdir }],
      volumes: [],
    },
    options: ['--rm', ...Object.entries(plan.environment).flatMap(([name, value]) => ['--env', `${name}=${value}`])],
    isLockedDown: true,
  };
  console.log(shellLine(['docker', ...runArguments(plan, container)]));
  return 0;
}
