import { getInput } from '@actions/core';
import { beginRun, endRun } from './host/steps/begin.ts';
import { readContext } from './host/steps/environment.ts';
import { say } from './host/steps/log.ts';
import { xmlFile } from './inputs/values.ts';
import { wentThrough } from './legs/gather.ts';
import { readNeeds } from './legs/needs.ts';
import { gatherLegs } from './legs/steps/gather.ts';
import { writeAsked } from './legs/steps/junit.ts';
import { compareLegs } from './legs/steps/times.ts';
import { type LegsReport, makeLegsReport, withoutLegs } from './report/legs.ts';
import { sourceAddress } from './report/outcome.ts';
import { sentenceOf, UserError } from './text/errors.ts';
import { render } from './text/sentence.ts';

const context = readContext();
const run = await beginRun(context);
const report = await reportOnLegs(getInput('needs'), getInput('junit-file')).catch((thrown: unknown) => {
  if (!(thrown instanceof UserError) && thrown instanceof Error) say(run, thrown.stack ?? '');
  return withoutLegs(render(sentenceOf(thrown), 'job'));
});
await endRun(run, report);

/** Reads what all legs left, and puts it together. Rejects with a UserError where it can't be known what there is. */
async function reportOnLegs(typed: string, file: string): Promise<LegsReport> {
  const needs = readNeeds(typed);
  const path = file === '' ? undefined : xmlFile('junit-file', file);
  const junit = path === undefined ? undefined : await import('./report/junit.ts');
  const suites: string[] = [];
  const { all, gaps } = await gatherLegs(needs, context, run, read => {
    if (junit) suites.push(junit.junitSuite(read));
  });
  if (junit && path !== undefined) {
    const unwritten = await writeAsked(context.workspace, path, junit.junitFile(suites));
    if (unwritten !== undefined) gaps.push(render(unwritten, 'job'));
  }
  const comparison = await compareLegs(all, context, gaps.length === 0 && wentThrough(all));
  return makeLegsReport({ all, gaps, ...(comparison ? { comparison } : {}), ...sourceAddress(context) });
}
