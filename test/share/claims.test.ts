import { expect, test } from 'vitest';
import { claimProblem } from '../../src/share/claims.ts';
import type { PublishedImage } from '../../src/share/registry.ts';
import { sharePlan } from '../samples.ts';

const digest = `sha256:${'0a'.repeat(32)}`;
const other = `sha256:${'0b'.repeat(32)}`;
const claim = { leg: 'arm', platform: 'linux/arm64', digest };
const plan = { ...sharePlan, revision: 'c0ffee' };

/** What the registry has under the digest, as the leg says but for what a row does. */
const found = (more: Partial<PublishedImage> = {}): PublishedImage => ({
  ...{ digest, version: '1.2.3', revision: 'c0ffee', images: [{ platform: 'linux/arm64', digest }] },
  ...more,
});

test.each<[string, PublishedImage | undefined, string | undefined]>([
  ['what the leg says', found(), undefined],
  [
    'nothing',
    undefined,
    'is not to be found as one of ghcr.io/octo/wine. This job may not read it, which on ghcr.io takes "packages: write", elsewhere the login of the legs; or it was deleted: re-run all jobs.',
  ],
  [
    'an image for another platform',
    found({ images: [{ platform: 'linux/amd64', digest }] }),
    'is for linux/amd64 by its configuration, and for linux/arm64 as the leg says. Then re-run all jobs.',
  ],
  [
    'an image for no platform that there is',
    found({ images: [] }),
    'is for no platform that is known by its configuration, and for linux/arm64 as the leg says. Then re-run all jobs.',
  ],
  [
    'an index, which may have anything beside it',
    found({
      images: [
        { platform: 'linux/arm64', digest: other },
        { platform: 'linux/amd64', digest: other },
      ],
    }),
    'is for linux/arm64 and linux/amd64 by its configuration, and for linux/arm64 as the leg says. Then re-run all jobs.',
  ],
  [
    'an image of another commit',
    found({ revision: 'decaf' }),
    'is of the commit decaf, and this run of c0ffee: remove "ref:" from actions/checkout in that job, and labels that name another commit. Then re-run all jobs.',
  ],
  [
    'an image without labels',
    found({ version: '', revision: '' }),
    'is of no known commit, and this run of c0ffee: remove "ref:" from actions/checkout in that job, and labels that name another commit. Then re-run all jobs.',
  ],
  [
    'an image of another version',
    found({ version: '1.2.2' }),
    'is version 1.2.2, and this run publishes 1.2.3: give both jobs the same tag-prefix, and no label with another version. Then re-run all jobs.',
  ],
])('the registry has %s', (_, there, problem) => {
  expect(claimProblem(claim, there, plan)).toBe(problem && `The image of the leg arm (${digest}) ${problem}`);
});
