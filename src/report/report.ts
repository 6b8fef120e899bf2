import { keptOutSentence } from '../buildkit/credentials.ts';
import { hasFailed, hasPytest } from '../pytest/facts.ts';
import { NO_COUNTS } from '../pytest/results.ts';
import { gitInShareSentence, lfsSentence, repeatedSentence, twinSentence } from '../share/problems.ts';
import { attachSentence } from '../share/release.ts';
import { plain } from '../text/plain.ts';
import { megabytes } from '../text/quantities.ts';
import { render, type Sentence, sentence } from '../text/sentence.ts';
import { error, inRepository, testAnnotations, titled } from './annotations.ts';
import { type Cure, findCures } from './cures.ts';
import { gitDataSentences } from './git-data.ts';
import type { Annotation, Outcome } from './outcome.ts';
import {
  isFine,
  isInRegistry,
  publishSentence,
  reasonOf,
  replacedSentences,
  reshapedSentences,
  unpublishedSentence,
  verifySentence,
} from './publishing.ts';
import { renderSummary } from './summary.ts';
import {
  buildSentence,
  elsewhereSentence,
  hiddenModuleSentence,
  mountSentence,
  type NumberOutput,
  numbersOf,
  obstacleSentence,
  testSentence,
} from './verdict.ts';

/** Names of the action's outputs, as action.yml has them. */
export const outputNames = [
  'conclusion',
  'exit-code',
  'total',
  'passed',
  'failed',
  'errors',
  'skipped',
  'xfailed',
  'xpassed',
  'flaky',
  'duration',
  'image-id',
  'cache-hit',
  'cache-key',
  'published',
  'image',
  'version',
  'tags',
  'digest',
  'reason',
] as const;

export type Outputs = Record<(typeof outputNames)[number], string>;

/** The outcome in words: what is shown where. */
export type Report = {
  conclusion: 'success' | 'failure';
  outputs: Outputs;
  annotations: Annotation[];
  /** Why the step failed, in short; empty where it did not. */
  sentence: string;
  /** Markdown for the job page. */
  summary: string;
  /** The last lines of the log. */
  lines: string[];
};

/** Turns facts into the words of a job, outputs and the verdict. */
export function makeReport(facts: Outcome): Report {
  const outcome = withNewFailuresFirst(facts);
  const others = findProblems(outcome);
  const tests = outcome.tests && !outcome.isCancelled ? testAnnotations(outcome, outcome.tests, others.length) : [];
  const problems = [...others, ...tests];
  const isShown = outcome.plan?.report.annotations ?? true;
  const conclusion = problems.length > 0 || outcome.isCancelled ? 'failure' : 'success';
  const inWords = (sentence: Sentence) => plain(render(sentence, 'job', outcome.settings));
  const notices = findNotices(outcome).map(inWords);
  const cures = findCures(outcome);
  const [problem] = others;
  return {
    conclusion,
    sentence: problem
      ? firstParagraph(problem.message)
      : outcome.tests && tests.length > 0
        ? inWords(testSentence(outcome.tests))
        : '',
    outputs: makeOutputs(outcome, conclusion),
    annotations: [
      ...(isShown ? problems : others),
      ...[...cures.map(cure => inWords(withLines(cure))), ...notices].map(
        (message): Annotation => ({ level: 'notice', message, ...titled('dev-in-docker', outcome.leg) }),
      ),
    ],
    summary: isWanted(outcome, problems.length > 0) ? renderSummary(outcome, { others, tests }, notices) : '',
    lines: [
      ...(outcome.tests && !outcome.isCancelled ? [testSentence(outcome.tests)] : []).map(inWords),
      ...cures.map(cure => inWords(withLines(cure))),
      ...shareLines(outcome).map(inWords),
      ...[unpublishedSentence(outcome)].flatMap(line => (line === undefined ? [] : [inWords(line)])),
      ...notices,
    ],
  };
}

/** Without the output that may follow. */
function firstParagraph(text: string): string {
  return text.split('\n\n', 1)[0] ?? '';
}

/** The report with one notice more. */
export function withNotice(report: Report, { leg, settings }: Outcome, notice: Sentence): Report {
  const message = plain(render(notice, 'job', settings));
  return {
    ...report,
    annotations: [...report.annotations, { level: 'notice', message, ...titled('dev-in-docker', leg) }],
    lines: [...report.lines, message],
  };
}

function withLines({ sentence: what, lines }: Cure): Sentence {
  return lines.length === 0 ? what : sentence`${what}\n\n${lines.join('\n')}`;
}

function withNewFailuresFirst(outcome: Outcome): Outcome {
  const { tests, comparison } = outcome;
  if (!tests || !comparison) return outcome;
  const [newer, older] = [true, false].map(isNew =>
    tests.results.failures.filter(({ nodeId }) => comparison.newFailures.has(nodeId) === isNew),
  );
  return {
    ...outcome,
    tests: { ...tests, results: { ...tests.results, failures: [...(newer ?? []), ...(older ?? [])] } },
  };
}

function isWanted({ plan, isCancelled }: Outcome, isRed: boolean): boolean {
  const wanted = plan?.report.summary ?? 'true';
  return wanted === 'true' || (wanted === 'failures' && (isRed || isCancelled));
}

/** What makes the step fail besides red tests, as annotations. */
function findProblems(outcome: Outcome): Annotation[] {
  const problems: Annotation[] = [];
  if (outcome.error) problems.push(error(outcome, outcome.error));
  for (const build of [outcome.dev, outcome.share]) {
    if (!build?.failure || outcome.isCancelled) continue;
    const { line, output } = build.failure;
    const what = buildSentence(build, outcome.dockerfile, outcome.plan?.dev.secrets);
    const file = inRepository(outcome.dockerfile, outcome);
    const place = file === undefined ? {} : { file, ...(line === undefined ? {} : { line }) };
    problems.push(error(outcome, sentence`${what}\n\n${output}`, place));
  }
  const verified = verifySentence(outcome);
  if (verified && !outcome.isCancelled) {
    const failures = outcome.shared?.verified?.results.failures.slice(0, 3) ?? [];
    const messages = failures.map(({ message }) => `\n\n${plain(message)}`).join('');
    problems.push(error(outcome, sentence`${verified}${messages}`));
  }
  const { shared, plan } = outcome;
  if (shared?.published && plan?.share && !isFine(shared.published)) {
    problems.push(error(outcome, publishSentence(shared.published, plan.share)));
  }
  const { path = '', attached } = shared?.file ?? {};
  if (attached && attached.outcome !== 'attached') problems.push(error(outcome, attachSentence(attached, path)));
  return problems;
}

function shareLines({ shared, plan }: Outcome): Sentence[] {
  if (!shared || !plan?.share) return [];
  const { verified } = shared;
  const isWithout = verified?.leftOut !== undefined && !hasFailed(verified);
  return [
    ...(isWithout ? [sentence`In the ${plan.share.build.stage} image: ${testSentence(verified)}`] : []),
    ...(shared.published ? [publishSentence(shared.published, plan.share)] : []),
    ...(shared.file ? [`Wrote ${shared.file.path}, ${megabytes(shared.file.bytes)}.`] : []),
    ...(shared.file?.attached ? [attachSentence(shared.file.attached, shared.file.path)] : []),
  ];
}

/** Things that the user should know and that need no action. */
export function findNotices(outcome: Outcome): Sentence[] {
  const { plan, mounted, restored, dev, share, saved, tests, shared, gitInShare, dockerfile, image, isCancelled } =
    outcome;
  const keptOut = [...new Set([dev, share].flatMap(build => build?.keptOut ?? []))];
  const git = [
    ...(keptOut.length > 0 ? [keptOutSentence(keptOut)] : []),
    ...(gitInShare ? [gitInShareSentence(gitInShare)] : []),
  ];
  const lost = mounted?.trouble === undefined ? [] : [mountSentence(mounted)];
  const troubles = [restored?.trouble, ...(isCancelled ? [] : [saved?.run?.trouble, saved?.build?.trouble])].filter(
    trouble => trouble !== undefined,
  );
  const cache =
    troubles.length > 0 ? [`The cache did not work, which costs time only: ${plain(troubles.join('; '))}.`] : [];
  const lfs = outcome.pointers && outcome.pointers.length > 0 ? [lfsSentence(outcome.pointers)] : [];
  const hidden = [
    ...(tests?.hiddenModule ? [hiddenModuleSentence(tests.hiddenModule, image?.workdir)] : []),
    ...(tests?.obstacle && tests.results.pytest !== undefined ? [sentence`${obstacleSentence(tests.obstacle)}.`] : []),
    ...(tests?.elsewhere ? [elsewhereSentence(tests.elsewhere)] : []),
  ];
  const twice = shared?.layers
    ? [
        ...shared.layers.repeated.map(copy => repeatedSentence(copy, dockerfile)),
        ...shared.layers.twins.map(twinSentence),
      ]
    : [];
  const { published } = shared ?? {};
  const moved =
    published && plan?.share
      ? [...replacedSentences(published, plan.share), ...reshapedSentences(published, plan.share)]
      : [];
  return [
    ...lfs,
    ...gitDataSentences(outcome),
    ...hidden,
    ...(plan?.notices ?? []),
    ...(mounted?.notices ?? []),
    ...lost,
    ...cache,
    ...git,
    ...moved,
    ...twice,
  ];
}

function makeOutputs(outcome: Outcome, conclusion: 'success' | 'failure'): Outputs {
  const { plan, mounted, restored, shared, tests, image } = outcome;
  const isThere = shared?.published && (isInRegistry(shared.published) || shared.published.outcome === 'part');
  const published = isThere ? shared?.published : undefined;
  const share = published && plan?.share;
  return {
    conclusion,
    'exit-code': tests && hasPytest(tests) ? String(tests.exitCode ?? '') : '',
    ...countOutputs(outcome),
    'image-id': image?.id ?? '',
    'cache-hit': mounted?.isUsed
      ? 'true'
      : restored
        ? String(restored.isExact && plan !== undefined && 'off' in plan.mount)
        : '',
    'cache-key': cacheKey(outcome),
    published: String(published?.outcome === 'published'),
    image: share ? `${share.image}@${published?.digest ?? ''}` : '',
    version: share?.version.version ?? '',
    tags: published?.tags.join('\n') ?? '',
    digest: published?.digest ?? '',
    reason: render(reasonOf(outcome), 'job', outcome.settings),
  };
}

function countOutputs({ tests }: Outcome): Pick<Outputs, CountOutput> {
  const { counts = NO_COUNTS, flaky = [], isCounted = false, isUnknown } = tests?.results ?? {};
  return {
    ...numbersOf(counts, isCounted),
    flaky: isCounted && !isUnknown ? String(flaky.length) : '',
    duration: tests && hasPytest(tests) ? tests.seconds.toFixed(1) : '',
  };
}

type CountOutput = NumberOutput | 'flaky' | 'duration';

/** The entry that this job leaves to the next ones, which is the one it used if it saved none. */
function cacheKey({ mounted, restored, saved }: Outcome): string {
  if (mounted?.isUsed) return mounted.key ?? '';
  return saved?.run?.key ?? saved?.build?.key ?? (restored?.entry && restored.key) ?? '';
}
