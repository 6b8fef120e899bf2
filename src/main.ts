import { rm } from 'node:fs/promises';
import { isDebug, saveState } from '@actions/core';
import { beginRun, leaveWith } from './host/steps/begin.ts';
import { readContext } from './host/steps/environment.ts';
import { announceCommands } from './host/steps/exec.ts';
import { grouped, say } from './host/steps/log.ts';
import { showPage } from './host/steps/page.ts';
import { withRelativePaths } from './inputs/absolute.ts';
import { typedInputs } from './inputs/steps/read.ts';
import { nameOf, readMatrix } from './legs/matrix.ts';
import { isReportToFollow } from './legs/steps/follow.ts';
import { writeAsked } from './legs/steps/junit.ts';
import { uploadLeg } from './legs/steps/upload.ts';
import { isAllInReport, legLine, makeLeft, type Place, unleftSentence, unpublishableSentence } from './report/leg.ts';
import { type Outcome, sourceAddress } from './report/outcome.ts';
import { isFine } from './report/publishing.ts';
import { makeReport, type Report, withNotice } from './report/report.ts';
import { run } from './run.ts';
import { commandLine } from './text/command-line.ts';
import { sentenceOf, UserError } from './text/errors.ts';
import type { Sentence } from './text/sentence.ts';

const context = readContext();
const inputs = withRelativePaths(typedInputs(), context.workspace);
const ours = await beginRun(context);
const { id, temp, workspace, signal } = ours;
saveState('id', id);
saveState('temp', temp);
// With it, the log says how each container will be started: with which mounts, for example.
if (isDebug()) announceCommands(argv => say(ours, `+ ${commandLine(argv)}`));
const matrix = readMatrix(inputs.matrix);
const outcome: Outcome = {
  leg: nameOf(matrix),
  dockerfile: inputs.file || 'Dockerfile',
  context: inputs.context,
  repository: '',
  typed: inputs,
  ...sourceAddress(context),
  isCancelled: false,
};
try {
  await run(inputs, context, ours, outcome);
} catch (thrown) {
  outcome.error = sentenceOf(thrown);
  // A mistake of ours needs its stack in the log; a user's mistake needs its sentence only.
  if (!(thrown instanceof UserError) && thrown instanceof Error) say(ours, thrown.stack ?? '');
}
if (!signal.aborted) await attachFile();
outcome.isCancelled = signal.aborted;
const unwritten = outcome.isCancelled ? undefined : await writeJunit();
if (unwritten !== undefined) outcome.error ??= unwritten;
const report = makeReport(outcome);
const shown = outcome.isCancelled ? report : await left(report);
await showPage(shown);
// A cancelled job leaves its temporary folder to post, which may have a save to finish.
if (!outcome.isCancelled) {
  await rm(temp, { recursive: true, force: true }).catch(() => undefined);
  saveState('done', 'true');
}
leaveWith(shown.conclusion);

/** Which leg this is, and how long it has taken so far. */
function placeNow(): Place {
  return {
    index: Number(inputs['job-index']),
    total: Number(inputs['job-total'] || '1'),
    matrix,
    seconds: performance.now() / 1000,
  };
}

/** Attaches the share image's file to the release that started this, where there are both and nothing went wrong. */
async function attachFile(): Promise<void> {
  const { file, published } = outcome.shared ?? {};
  if (!file || !context.release || outcome.error || (published && !isFine(published))) return;
  const { attachToRelease } = await import('./share/steps/release.ts');
  const isOneOfSeveral = Number(inputs['job-total'] || '1') > 1 || outcome.plan?.share?.isPart === true;
  const attacher = { job: context.job, leg: outcome.leg, isOneOfSeveral };
  file.attached = await grouped(ours, `Attach ${file.path} to the release`, () =>
    attachToRelease(file, attacher, context, inputs['github-token'], ours),
  );
}

/** Writes what the tests did as JUnit's XML, where that is asked for; why it can't, if it can't. */
async function writeJunit(): Promise<Sentence | undefined> {
  const path = outcome.plan?.report.junit;
  if (path === undefined || !outcome.tests) return undefined;
  const { junitFile, junitSuite } = await import('./report/junit.ts');
  const left = makeLeft(outcome, { conclusion: 'success', sentence: '' }, context, placeNow());
  return writeAsked(workspace, path, junitFile([junitSuite(left)]));
}

/** Leaves what the report of all legs needs, where there may be one; where there is one, the page becomes a line. */
async function left(report: Report): Promise<Report> {
  const isFollowed = await isReportToFollow(workspace, context.workflow, context.actionRepository);
  // A matrix that is made while the workflow runs may have but one leg.
  const isPart = outcome.shared?.published?.outcome === 'part';
  if (!isFollowed && matrix.length === 0 && inputs.shard === '' && !isPart) return report;
  const trouble = await uploadLeg(makeLeft(outcome, report, context, placeNow()), ours, context);
  if (trouble !== undefined && isPart) {
    // What nobody can find is not published: this is what the job was for.
    outcome.error ??= unpublishableSentence(trouble);
    return makeReport(outcome);
  }
  if (trouble !== undefined) return isFollowed ? withNotice(report, outcome, unleftSentence(trouble)) : report;
  const isWhole = isFollowed && isAllInReport(outcome) && report.summary !== '';
  return isWhole ? { ...report, summary: legLine(outcome, report.conclusion === 'failure') } : report;
}
