import { expect, test } from 'vitest';
import { gather, gatherNothing } from '../../src/legs/gather.ts';
import { chooseImages } from '../../src/legs/images.ts';
import type { LegImage } from '../../src/legs/leg.ts';
import { sharePlan } from '../samples.ts';
import { makeLeg } from './samples.ts';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

/** A leg's values of the matrix, and what it says of its image; undefined where it has none. */
type Claim = [values: string, image: Partial<LegImage> | undefined];

function choose(...claims: Claim[]): ReturnType<typeof chooseImages> {
  const all = gatherNothing();
  for (const [index, [values, image]] of claims.entries()) {
    const matrix = values.split(', ').map((value, at) => ({ name: ['python', 'runner'][at] ?? '', value }));
    const whole = { name: 'ghcr.io/octo/wine', version: '1.2.3', platform: 'linux/amd64', digest: digest('a') };
    const leg = makeLeg({ index, total: claims.length, matrix, ...(image ? { image: { ...whole, ...image } } : {}) });
    gather(all, { name: 'artifact', leg, tests: [], suite: async () => [] }, 'success');
  }
  return chooseImages(all.legs, sharePlan);
}

const amd: Claim = ['3.14, ubuntu-latest', {}];
const arm: Claim = ['3.14, ubuntu-24.04-arm', { platform: 'linux/arm64', digest: digest('b') }];

test('one image for each platform, in their order, whatever that of the legs is', () => {
  const parts = [
    { leg: '3.14, ubuntu-latest', platform: 'linux/amd64', digest: digest('a') },
    { leg: '3.14, ubuntu-24.04-arm', platform: 'linux/arm64', digest: digest('b') },
  ];
  expect(choose(amd, arm)).toEqual({ parts });
  // A leg that only tests, such as one of another Python, has none.
  expect(choose(arm, ['3.13, ubuntu-latest', undefined], amd)).toEqual({ parts });
});

test.each<[string, Claim[], string[]]>([
  [
    'no leg has an image',
    [['3.14', undefined]],
    [
      'No leg has pushed an image: write "push: platform" below "with:" where this action tests, in the jobs that "needs:" names.',
    ],
  ],
  [
    'two Python versions have one for each platform',
    [['3.13, ubuntu-latest', {}], ['3.13, ubuntu-24.04-arm', { platform: 'linux/arm64' }], amd, arm],
    [
      `There is more than one image for linux/amd64, from the legs "3.13, ubuntu-latest" and "3.14, ubuntu-latest", and the version's name can go to one of them only. Choose it in the workflow, such as by "push: \${{ matrix.python == '3.14' && 'platform' || 'false' }}".`,
      expect.stringMatching(/^There is more than one image for linux\/arm64, .* matrix\.python == '3\.14' /),
    ],
  ],
  [
    'two legs differ by a value that is more than a text',
    [
      ['3.14, ubuntu-latest', {}],
      ["3.14, ' || true || '", {}],
    ],
    [expect.stringMatching(/from the legs "3\.14, ubuntu-latest" and .* matrix\.python == '3\.14' && 'platform'/)],
  ],
  [
    'one was pushed elsewhere',
    [amd, ['arm', { name: 'evil.example/x', platform: 'linux/arm64' }]],
    [
      'The leg arm has pushed its image to evil.example/x, and this job publishes ghcr.io/octo/wine: write the same image in both.',
    ],
  ],
  [
    'one is of another version',
    [amd, ['arm', { version: 'wine-1.2.3', platform: 'linux/arm64' }]],
    ['The leg arm has pushed version wine-1.2.3, and this job publishes 1.2.3: give both the same tag-prefix.'],
  ],
])('where %s, nothing is chosen', (_, claims, problems) => {
  expect(choose(...claims)).toEqual({ problems });
});
