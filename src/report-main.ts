import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getInput } from '@actions/core';
import { ownName } from './host/run.ts';
import { readContext } from './host/steps/environment.ts';
import { leave } from './host/steps/leave.ts';
import { say } from './host/steps/log.ts';
import { showPage } from './host/steps/page.ts';
import { xmlFile } from './inputs/values.ts';
import { findGaps, jobOf } from './legs/completeness.ts';
import { gather, gatherNothing, wentThrough } from './legs/gather.ts';
import { readNeeds } from './legs/needs.ts';
import { fetchLegs } from './legs/steps/download.ts';
import { writeAsked } from './legs/steps/junit.ts';
import { compareLegs } from './legs/steps/times.ts';
import { type LegsReport, makeLegsReport, withoutLegs } from './report/legs.ts';
import { sourceAddress } from './report/outcome.ts';
import { sentenceOf, UserError } from './text/errors.ts';
import { render } from './text/sentence.ts';

const context = readContext();
const reader = { reader: 'runner' } as const;
const temp = join(context.temp || tmpdir(), ownName(context.id));
await mkdir(temp, { mode: 0o700 });
const cancellation = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancellation.abort());
const report = await reportOnLegs(getInput('needs'), getInput('junit-file')).catch((thrown: unknown) => {
  if (!(thrown instanceof UserError) && thrown instanceof Error) say(reader, thrown.stack ?? '');
  return withoutLegs(render(sentenceOf(thrown), 'job'));
});
await showPage(report);
await rm(temp, { recursive: true, force: true }).catch(() => undefined);
process.stdout.write('', () => leave(report.conclusion === 'success' ? 0 : 1));

/** Reads what all legs left, and puts it together. Rejects with a UserError where it can't be known what there is. */
async function reportOnLegs(typed: string, file: string): Promise<LegsReport> {
  const needs = readNeeds(typed);
  const path = file === '' ? undefined : xmlFile('junit-file', file);
  const junit = path === undefined ? undefined : await import('./report/junit.ts');
  const suites: string[] = [];
  const all = gatherNothing();
  const gaps: string[] = [];
  for await (const read of fetchLegs(temp, context, cancellation.signal)) {
    if ('problem' in read) {
      gaps.push(read.problem);
      continue;
    }
    // What other jobs left is for a report of theirs.
    const end = needs.get(jobOf(read.leg, needs) ?? '');
    if (end === undefined) continue;
    if (junit) suites.push(junit.junitSuite(read));
    gather(all, read, end);
  }
  gaps.push(...(await findGaps(all, needs)));
  if (junit && path !== undefined) {
    const unwritten = await writeAsked(context.workspace, path, junit.junitFile(suites));
    if (unwritten !== undefined) gaps.push(render(unwritten, 'job'));
  }
  const comparison = await compareLegs(all, context, gaps.length === 0 && wentThrough(all));
  return makeLegsReport({ all, gaps, ...(comparison ? { comparison } : {}), ...sourceAddress(context) });
}
