import { beforeAll, describe, expect, test } from 'vitest';
import { emptyWorkspace } from '../lab/checkout.ts';
import { pullRequestEvent, pushEvent, tagEvent } from '../lab/events.ts';
import { describeDockerfiles } from './bad-dockerfile.ts';
import { describeEndings } from './endings.ts';
import { describeEnvironment } from './environment.ts';
import type { ProjectJob, TestLab } from './lab.ts';
import { tiny } from './project.ts';
import { errorsOf, oneSentence, refuse } from './refusal.ts';

/** What a user gets for each mistake: one sentence that says what is wrong, where, and the cure. */
export function describeBadInput(testLab: TestLab): void {
  describe('bad input', () => {
    beforeAll(async () => {
      await testLab.lab().cache.clear();
      // From here on the tiny project's layers are there, so that each case takes a few seconds.
      const first = await testLab.job(tiny(), { keepEngine: true });
      expect(first.conclusion).toBe('success');
    });
    describeValues(testLab);
    describeDockerfiles(testLab);
    describeEndings(testLab);
    describeEnvironment(testLab);
  });
}

function describeValues(lab: TestLab): void {
  test.each<[string, Record<string, string>, string]>([
    ['push', { push: 'yes' }, 'Input push is "yes": write auto, true, false or platform.'],
    ['enable-cache', { 'enable-cache': 'on' }, 'Input enable-cache is "on": write auto, true or false.'],
    [
      'build-args',
      { 'build-args': 'A=1\nNUMPY' },
      'Input build-args has no NAME=value in its line 2: write one NAME=value a line.',
    ],
    [
      'pytest-args',
      { 'pytest-args': '-k "a or' },
      'Input pytest-args is "-k "a or", which ends within a quote or after a backslash: close the quote, or put a "\\" before a quote or backslash that is meant as such.',
    ],
    [
      'an image with a tag',
      { image: 'ghcr.io/owner/name:1.0' },
      'Input image is "ghcr.io/owner/name:1.0": leave the tag out; tags come from the git tag.',
    ],
    [
      'an image',
      { image: 'ghcr.io/owner/my name' },
      'Input image is "ghcr.io/owner/my name", which is no image name: write registry/owner/name, such as ghcr.io/owner/name, without a tag.',
    ],
    [
      'cache-dependency-path',
      { 'cache-dependency-path': 'requirements.txt\nlocks/*.lock' },
      'Input cache-dependency-path has "locks/*.lock", which matches no file in the checkout: correct it, or remove it to use requirements.txt.',
    ],
    [
      'target',
      { target: 'test' },
      'The Dockerfile has no stage "test". It has: dev, share. Name a stage with "FROM … AS test", or set the input target.',
    ],
    [
      'share-target',
      { 'share-target': 'final', push: 'true' },
      'The Dockerfile has no stage "final". It has: dev, share. Name a stage with "FROM … AS final", or set the input share-target.',
    ],
    [
      'env: a name alone',
      { env: 'A=1\nTOKEN' },
      "Input env has a name without a value in its line 2: write NAME=value; the runner's own variables are never passed on.",
    ],
    [
      'env: no NAME=value',
      { env: 'A=1\nTOKEN hunter2' },
      'Input env has no NAME=value in its line 2: write one NAME=value a line, or a value of several lines between NAME<<END and END.',
    ],
    [
      'env: a value without an end',
      { env: 'TOKEN<<END\nhunter2' },
      'Input env has TOKEN<<END but no line END that ends the value.',
    ],
    [
      'env: a value that Docker would take for itself',
      { env: 'PATH<<END\nhunter2\n/bin\nEND' },
      'Input env gives PATH several lines or too long a value: this name takes one short line.',
    ],
  ])('a bad value: %s', async (_case, inputs, sentence) => {
    const { result, errors } = await refuse(lab, tiny(), { inputs });
    expect(errors).toEqual(oneSentence(sentence));
    expect(result.raw + result.summary).not.toContain('hunter2');
  });

  test.each<[string, ProjectJob, string]>([
    [
      'a tag that names no image',
      { event: sha => tagEvent(sha, 'größe'), inputs: { push: 'true' } },
      'The git tag "größe" can\'t name an image: an image tag is 1 to 128 letters, digits, "_", "." and "-", and begins with neither "." nor "-". Push a tag that fits, such as v1.2.3, or set push: false.',
    ],
    [
      'push: true on a pull request',
      { event: sha => pullRequestEvent(sha), inputs: { push: 'true' } },
      'Input push is true, but a pull request publishes nothing: set push: auto, or run this step on pushes only.',
    ],
    [
      "a repository's name that names no image",
      { event: sha => ({ ...tagEvent(sha, 'v1.2.3'), repository: 'octo-lab/.github' }) },
      'Input image is not set, and the repository\'s name makes it "ghcr.io/octo-lab/.github", which is no image name: write registry/owner/name, such as ghcr.io/owner/name, without a tag.',
    ],
  ])('bad to publish: %s', async (_case, job, sentence) => {
    const { errors } = await refuse(lab, tiny(), job);
    expect(errors).toEqual(oneSentence(sentence));
  });

  test('a repository whose name names no image is tested all the same', async () => {
    const event = (sha: string) => ({ ...pushEvent(sha), repository: 'octo-lab/.github' });
    expect(await lab.job(tiny(), { keepEngine: true, cache: false, event })).toMatchObject({ conclusion: 'success' });
  });

  test('an engine that does not answer', async () => {
    const { errors } = await refuse(lab, tiny(), { environment: { DOCKER_HOST: 'unix:///run/no-engine.sock' } });
    const sentence =
      /^The Docker engine does not answer \([^\n]*unix:\/\/\/run\/no-engine\.sock[^\n]*\): start it, or let this job's user reach its socket\.$/;
    expect(errors).toEqual(oneSentence(expect.stringMatching(sentence)));
  });

  test('an empty workspace', async () => {
    const { workspace, sha, release } = await emptyWorkspace();
    const result = await lab.lab().run({ workspace, event: pushEvent(sha), keepEngine: true });
    await release();
    await result.release();
    expect(errorsOf(result)).toEqual(
      oneSentence(
        'There are no files to test: the workspace is empty. Did you run actions/checkout? Put "- uses: actions/checkout@v7" before this step.',
      ),
    );
  });
}
