// What became of the images of several platforms that were to be published together: facts → words.

import { type GatheredLeg, labelOf } from '../legs/gather.ts';
import type { ClaimedImage } from '../share/claims.ts';
import type { PublishedTogether } from '../share/facts.ts';
import type { Together } from '../share/plan.ts';
import { plain } from '../text/plain.ts';
import { byteSize } from '../text/quantities.ts';
import { render } from '../text/sentence.ts';
import { problemAnnotations } from './annotations.ts';
import { inline, inlineWithin, table } from './html.ts';
import type { Annotation } from './outcome.ts';
import { isFine, publishSentence, replacedSentences, reshapedSentences } from './publishing.ts';
import { pushed } from './summary-share.ts';

/** What is known once the registry was asked. */
export type TogetherOutcome = {
  plan: Together;
  parts: ClaimedImage[];
  legs: GatheredLeg[];
  published: PublishedTogether;
};

export type TogetherReport = {
  conclusion: 'success' | 'failure';
  outputs: TogetherOutputs;
  annotations: Annotation[];
  summary: string;
  lines: string[];
};

type TogetherOutputs = Record<'conclusion' | 'published' | 'image' | 'version' | 'tags' | 'digest' | 'reason', string>;

const TITLE = 'dev-in-docker publish';
const MOST_NAME_BYTES = 400;
const MOST_PROBLEM_BYTES = 4000;

/** Machines that one has heard of, by what images for them are called. */
const MACHINES: ReadonlyMap<string, string> = new Map([
  ['linux/amd64', 'Intel and AMD'],
  ['linux/arm64', 'Arm, as new Macs'],
]);

/** That nothing was published, for reasons that are sentences and make the job red. */
export function withoutImages(problems: string[]): TogetherReport {
  const messages = problems.map(problem => plain(problem));
  return {
    conclusion: 'failure',
    outputs: outputsOf('failure', plain(problems.join('\n'))),
    annotations: problemAnnotations(problems, TITLE),
    summary: `<h3>❌ Nothing was published</h3>\n\n${messages.map(message => `<p>${inlineWithin(message, MOST_PROBLEM_BYTES)}</p>\n\n`).join('')}`,
    lines: messages,
  };
}

/** That nothing is to be published, for a reason that is a part of a sentence. */
export function nothingToPublish(reason: string): TogetherReport {
  const line = `Not published: ${reason}.`;
  return {
    conclusion: 'success',
    outputs: outputsOf('success', reason),
    annotations: [],
    summary: `<p>📦 ${inline(line)}</p>\n\n`,
    lines: [line],
  };
}

/** What was published, and what each kind of machine gets of it. */
export function makeTogetherReport(outcome: TogetherOutcome): TogetherReport {
  const { plan, published } = outcome;
  if (published.problems.length > 0) return withoutImages(published.problems);
  const said = plain(render(publishSentence(published, plan), 'job'));
  if (!isFine(published)) return withoutImages([said]);
  if (published.outcome === 'kept' || published.digest === undefined) return nothingToPublish(said.replace(/\.$/, ''));
  const notices = [...replacedSentences(published, plan), ...reshapedSentences(published, plan)].map(notice =>
    plain(render(notice, 'job')),
  );
  return {
    conclusion: 'success',
    outputs: {
      conclusion: 'success',
      published: String(published.outcome === 'published'),
      image: `${plan.image}@${published.digest}`,
      version: plan.version.version,
      tags: published.tags.join('\n'),
      digest: published.digest,
      reason: published.outcome === 'published' ? '' : said,
    },
    annotations: notices.map(message => ({ level: 'notice', message, title: TITLE })),
    summary: [
      pushed(published, plan),
      table([['docker run on', 'downloads', 'tested on', 'image'], ...outcome.parts.map(part => rowOf(part, outcome))]),
      ...notices.map(notice => `<p>ℹ️ ${inline(notice)}</p>\n\n`),
    ].join(''),
    lines: [said, ...outcome.parts.map(({ platform, digest }) => `${platform}: ${digest}`), ...notices],
  };
}

function rowOf({ platform, digest, leg }: ClaimedImage, { legs, published: { bytes } }: TogetherOutcome): string[] {
  const machine = MACHINES.get(platform);
  const size = bytes.get(platform);
  const tester = legs.find(one => labelOf(one) === leg);
  const python = tester?.python === undefined ? '' : `, Python ${tester.python}`;
  return [
    `<b>${inline(platform)}</b>${machine === undefined ? '' : ` (${machine})`}`,
    size === undefined ? '' : byteSize(size),
    inlineWithin(`${tester?.runner ?? ''}${python}`, MOST_NAME_BYTES),
    `<code>${inline(digest)}</code>`,
  ];
}

function outputsOf(conclusion: 'success' | 'failure', reason: string): TogetherOutputs {
  return { conclusion, published: 'false', image: '', version: '', tags: '', digest: '', reason };
}
