import { join, relative } from 'node:path';
import { styleText } from 'node:util';
import { dockerfileOf } from '../../checkout/locate.ts';
import { hasFailed, type TestFacts } from '../../pytest/facts.ts';
import { findPlaces, placed, runTests } from '../../pytest/steps/test.ts';
import { gitDataSentences } from '../../report/git-data.ts';
import type { Outcome } from '../../report/outcome.ts';
import { findNotices } from '../../report/report.ts';
import { terminalReport } from '../../report/terminal.ts';
import { findAllLfsPointers } from '../../share/steps/lfs.ts';
import { endOf, startedBy } from '../test-run.ts';
import { showTests } from './dry-run.ts';
import { provideImage } from './image.ts';
import type { Options } from './options.ts';
import { openProject, type Project } from './project.ts';
import { afterSignal, inSession, TROUBLE } from './session.ts';

/** What `test` can be told besides the options of a project: arguments for pytest, as they were typed. */
export type TestOptions = Options & { pytestArguments: string[] };

/**
 * Runs the tests in the dev stage as the action does, and reports. Resolves with pytest's exit code; with 1 where it hides
 * that tests failed; with 130 and the like where a signal ended them.
 */
export async function test(options: TestOptions): Promise<number> {
  return inSession(options, async run => {
    const project = await openProject(options.inputs, run, 'target');
    const built = await provideImage(project, options);
    if (!built) return TROUBLE;
    const image = placed(built, project.plan.test);
    const plan = startedBy(project.plan.test, project.folder, image, options.pytestArguments);
    if (options.isDryRun) return showTests(plan, image, run);
    const places = await findPlaces(plan, image, project.run);
    if (run.signal.aborted) return TROUBLE;
    const tests = await runTests(plan, image, places, project.run);
    const outcome: Outcome = {
      leg: '',
      dockerfile: dockerfileOf(project.inputs),
      context: project.inputs.context,
      repository: '',
      typed: options.inputs,
      plan: { ...project.plan, test: plan },
      image,
      tests,
      ...(hasFailed(tests) ? { pointers: await findAllLfsPointers(plan.context) } : {}),
      isCancelled: run.signal.aborted,
      ...(run.settings ? { settings: run.settings } : {}),
    };
    report(outcome, tests, project);
    const end = endOf(tests, run.signal.aborted);
    return end.kind === 'signal' ? afterSignal(run.signal.reason) : end.code;
  });
}

function report(outcome: Outcome, tests: TestFacts, { here, run }: Project): void {
  const isQuiet = run.reader === 'quiet';
  const lines = terminalReport(outcome, tests, isQuiet ? gitDataSentences(outcome) : findNotices(outcome), {
    isQuiet,
    style: (format, text) => styleText(format, text, { stream: process.stdout }),
    place: file => relative(here, join(run.workspace, file)),
  });
  for (const line of lines) console.log(line);
}
