import { expect, test } from 'vitest';
import { gather, gatherNothing } from '../../src/legs/gather.ts';
import { makeTogetherReport, nothingToPublish, type TogetherReport, withoutImages } from '../../src/report/together.ts';
import type { PublishedTogether } from '../../src/share/facts.ts';
import { makeLeg } from '../legs/samples.ts';
import { hostileTexts, publishFacts, sharePlan } from '../samples.ts';

const name = 'ghcr.io/octo/wine';
const digest = `sha256:${'1'.repeat(64)}`;
const [amd, arm] = ['a', 'b'].map(letter => `sha256:${letter.repeat(64)}`);
const parts = [
  { leg: 'amd', platform: 'linux/amd64', digest: amd ?? '' },
  { leg: 'arm', platform: 'linux/arm64', digest: arm ?? '' },
];
const platforms = parts.map(({ platform }) => platform);
const registry = { host: 'ghcr.io', username: 'octocat', password: 'ghs_token', overwrite: false };

function reportOn(outcome: PublishedTogether['outcome'], more: Partial<PublishedTogether> = {}): TogetherReport {
  const all = gatherNothing();
  for (const [index, leg] of parts.entries()) {
    const claim = makeLeg({
      index,
      matrix: [{ name: 'runner', value: leg.leg }],
      runner: `Linux ${leg.leg}`,
      python: '3.14.2',
    });
    gather(all, { name: 'artifact', leg: claim, tests: [], suite: async () => [] }, 'success');
  }
  const published = { ...publishFacts(outcome, { platforms, ...more }), problems: [], bytes: new Map(), ...more };
  return makeTogetherReport({ plan: { ...sharePlan, registry }, parts, legs: all.legs, published });
}

test('what was published says what each kind of machine gets', () => {
  const bytes = new Map([['linux/arm64', 81e6]]);
  const { conclusion, outputs, summary, annotations, lines } = reportOn('published', {
    digest,
    tags: [`${name}:1.2.3`, `${name}:latest`],
    reshaped: [{ tag: 'latest', platforms: ['linux/amd64'] }],
    bytes,
  });
  expect({ conclusion, outputs }).toEqual({
    conclusion: 'success',
    outputs: {
      conclusion: 'success',
      published: 'true',
      image: `${name}@${digest}`,
      version: '1.2.3',
      tags: `${name}:1.2.3\n${name}:latest`,
      digest,
      reason: '',
    },
  });
  expect(summary).toContain(`docker run --rm ${name}@${digest} pytest`);
  expect(summary).toContain(
    `<td><b>linux/arm64</b> (Arm, as new Macs)</td><td>81 MB</td><td>Linux arm, Python 3.14.2</td><td><code>${arm}</code></td>`,
  );
  expect(lines.slice(0, 3)).toEqual([
    `Published ${name}:1.2.3, ${name}:latest.`,
    `linux/amd64: ${amd}`,
    `linux/arm64: ${arm}`,
  ]);
  const notice = `${name}:latest was for linux/amd64, and is for linux/amd64 and linux/arm64 now.`;
  expect(annotations).toEqual([{ level: 'notice', title: 'dev-in-docker publish', message: notice }]);
});

test('what was there before is green and told', () => {
  const { conclusion, outputs } = reportOn('already-there', { digest, there: platforms });
  const reason = `${name}:1.2.3 is there already, published from this commit for linux/amd64 and linux/arm64: nothing to do.`;
  expect({ conclusion, outputs }).toMatchObject({
    conclusion: 'success',
    outputs: { published: 'false', digest, reason },
  });
});

test('later versions that have all tags are no mistake', () => {
  const { conclusion, outputs } = reportOn('kept', { kept: [{ tag: '1.2.3', version: '2.0.0' }] });
  expect({ conclusion, outputs }).toMatchObject({ conclusion: 'success', outputs: { published: 'false', digest: '' } });
});

test.each<[string, TogetherReport, RegExp]>([
  [
    'taken',
    reportOn('taken', { other: { tag: '1.2.3', revision: 'decaf' } }),
    /published from another commit \(decaf\)/,
  ],
  [
    'there without one of the platforms',
    reportOn('lacking', { there: ['linux/amd64'] }),
    /^ghcr\.io\/octo\/wine:1\.2\.3 is there already, published from this commit, but for linux\/amd64 only: a published version stays as it is, so it gets nothing for linux\/arm64\. Push a new tag, or set overwrite: true\.$/,
  ],
  ['no login', reportOn('login-failed', { detail: 'unauthorized' }), /^The login to ghcr\.io failed/],
  ['an image that is not what its leg says', reportOn('published', { problems: ['It is not.'] }), /^It is not\.$/],
])('%s is red, and publishes nothing', (_, { conclusion, outputs, annotations, summary }, message) => {
  expect({ conclusion, outputs }).toMatchObject({
    conclusion: 'failure',
    outputs: { conclusion: 'failure', published: 'false', image: '', tags: '', digest: '' },
  });
  expect(annotations).toEqual([
    { level: 'error', title: 'dev-in-docker publish', message: expect.stringMatching(message) },
  ]);
  expect(summary).toMatch(/^<h3>❌ Nothing was published<\/h3>/);
});

test('a reason that is no mistake is green', () => {
  expect(nothingToPublish('the tag is another')).toMatchObject({
    conclusion: 'success',
    annotations: [],
    outputs: { conclusion: 'success', published: 'false', reason: 'the tag is another' },
    lines: ['Not published: the tag is another.'],
  });
});

test('no foreign text is markup, and no more problems are shown than a runner shows', () => {
  const { summary, annotations } = withoutImages(hostileTexts);
  expect(summary.replace(/<\/?(?:h3|p)>/g, '')).not.toMatch(/[<>]/);
  expect(annotations).toHaveLength(10);
});
