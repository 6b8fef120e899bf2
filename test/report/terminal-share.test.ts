import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/report/outcome.ts';
import { type Given, givenLines, publishedLines, publishTrouble } from '../../src/report/terminal-share.ts';
import type { PublishFacts } from '../../src/share/facts.ts';
import { builtDev, counts, green, mainPlan, publishFacts, sharePlan, testFacts } from '../samples.ts';

test.each<[Given, string]>([
  [{ name: 'wine:1.0' }, 'The share image is wine:1.0. Run it with:\n  docker run --rm -it wine:1.0'],
  [
    { name: 'wine:latest', unpacked: 135e6 },
    'The share image is wine:latest (135 MB). Run it with:\n  docker run --rm -it wine:latest',
  ],
  [
    { name: 'wine:1.0', unpacked: 1.35e9, file: { path: '../my wine.tar', bytes: 5.1e8 } },
    "Wrote ../my wine.tar (510 MB), which has the image wine:1.0 (1.4 GB). Whoever gets it runs it with:\n  docker load --input '../my wine.tar'\n  docker run --rm -it wine:1.0",
  ],
])('given: %j', (given, text) => {
  expect(givenLines(given).join('\n')).toBe(text);
});

const publishing: Outcome = { ...green, plan: { ...mainPlan, share: sharePlan, unpublished: '' } };
const name = 'ghcr.io/octo/wine';
const layers = { layers: [], unpacked: 135e6, compressed: 53e6, repeated: [], twins: [] };

function publishedAs(facts: PublishFacts, isWeighed = true): Outcome {
  return { ...publishing, shared: { published: facts, ...(isWeighed ? { layers } : {}) } };
}

test('published', () => {
  const facts = publishFacts('published', { digest: 'sha256:d1', tags: [`${name}:1.2.3`, `${name}:latest`] });
  expect(publishedLines(publishedAs(facts)).join('\n')).toBe(`Published ${name}:1.2.3, ${name}:latest.
  digest  sha256:d1
  size    53 MB to download, 135 MB on disk
Others run it with:
  docker run --rm -it ${name}:1.2.3`);
});

test('published for the first time, not weighed', () => {
  const facts = publishFacts('published', { digest: 'sha256:d1', tags: [`${name}:1.2.3`], isFirst: true });
  expect(publishedLines(publishedAs(facts, false)).join('\n')).toBe(`Published ${name}:1.2.3.
  digest  sha256:d1
Others run it with:
  docker run --rm -it ${name}:1.2.3
A new package on ghcr.io is private at first: its settings there let others pull it.`);
});

test('nothing to publish, as later versions have the tags', () => {
  const kept = publishedAs(publishFacts('kept', { kept: [{ tag: 'latest', version: '2.0.1' }] }));
  expect(publishedLines(kept)).toEqual(['Nothing was published: latest stays with 2.0.1.']);
  expect(publishTrouble(kept)).toBeUndefined();
});

describe('trouble', () => {
  const red = testFacts(1, { counts: counts({ failed: 1 }) });
  const login = 'docker login ghcr.io';
  test.each<[string, Outcome, string | undefined]>([
    ['none', publishedAs(publishFacts('published')), undefined],
    ['done before', publishedAs(publishFacts('already-there')), undefined],
    [
      'dev',
      { ...publishing, dev: { ...builtDev, failure: { instruction: 'RUN false', line: 3, output: '' } } },
      'The dev stage does not build: "RUN false" failed (Dockerfile, line 3).',
    ],
    [
      'share',
      { ...publishing, share: { ...builtDev, stage: 'share', failure: { output: '' } } },
      'The share stage does not build (Dockerfile).',
    ],
    [
      'red',
      { ...publishing, tests: red },
      'Nothing is published: Tests failed (1 failed). They ran on a fresh checkout of the commit, without files that git ignores.',
    ],
    [
      'red in the share image',
      { ...publishing, shared: { verified: red } },
      'The tests do not pass in the share image, as a colleague would run it, so it is not published: Tests failed (1 failed).',
    ],
    [
      'taken',
      publishedAs(publishFacts('taken', { other: { tag: '1.2.3', revision: 'decaf' } })),
      `${name}:1.2.3 is there already, published from another commit (decaf): a published version stays as it is. Tag the commit with a new version, or add --overwrite.`,
    ],
    [
      'moved',
      publishedAs(publishFacts('moved', { other: { tag: '1.2.3', revision: '' } })),
      `${name}:1.2.3 was pushed, but now names an image that was published from elsewhere: somebody else publishes under the same name. Publish once more when they are done.`,
    ],
    [
      'no credentials',
      publishedAs(publishFacts('no-credentials')),
      `${name}:1.2.3 could not be pushed: there are no credentials for ghcr.io. Log in first, with "${login}".`,
    ],
    [
      'a refused login',
      publishedAs(publishFacts('login-failed', { detail: 'unauthorized' })),
      `The login to ghcr.io failed (unauthorized): log in once more with "${login}".`,
    ],
    [
      'denied',
      publishedAs(publishFacts('denied', { detail: 'denied' })),
      `You may not write ${name}:1.2.3 (denied): log in with "${login}" as somebody who may, with a token that has the scope write:packages as the password, and look whether the name is right.`,
    ],
    [
      'limited',
      publishedAs(publishFacts('rate-limited', { detail: 'toomanyrequests' })),
      `ghcr.io takes no more requests for now (toomanyrequests): try again later, or log in with "${login}" as somebody who may make more.`,
    ],
    [
      'unreachable',
      publishedAs(publishFacts('unreachable', { detail: 'EOF' })),
      'ghcr.io could not be reached, or broke off (EOF): try again; what is there already is not sent twice.',
    ],
  ])('%s', (_, outcome, sentence) => {
    expect(publishTrouble(outcome)).toBe(sentence);
  });

  test('Docker Hub needs no address to log in', () => {
    const registry = { host: 'docker.io', username: '', password: '', overwrite: false };
    const share = { ...sharePlan, image: 'octo/wine', registry };
    const outcome: Outcome = { ...publishing, plan: { ...mainPlan, share, unpublished: '' } };
    expect(publishTrouble({ ...outcome, shared: { published: publishFacts('no-credentials') } })).toBe(
      'octo/wine:1.2.3 could not be pushed: there are no credentials for docker.io. Log in first, with "docker login".',
    );
  });
});
