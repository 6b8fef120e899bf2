import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/host/steps/hash.ts';
import { artifactName } from '../../src/legs/artifact.ts';
import { formatLeg } from '../../src/legs/format-leg.ts';
import type { Leg, LegImage } from '../../src/legs/leg.ts';
import { type Checkout, checkOut } from '../lab/checkout.ts';
import { pullRequestEvent, pushEvent, tagEvent } from '../lab/events.ts';
import type { LabLeg, MatrixResult } from '../lab/lab.ts';
import { type Registry, startRegistry } from '../lab/registry.ts';
import type { JobResult } from '../lab/runner.ts';
import type { Event } from '../lab/runner-contexts.ts';
import { makeLeg } from '../legs/samples.ts';
import { makeZip } from '../legs/zip.ts';
import type { TestLab } from './lab.ts';
import { type Files, tiny } from './project.ts';
import { pytestBase } from './pytest-base.ts';

const PASSWORD = 'open sesame';
const USERS = 'octo:$2b$06$EfN2/6yBhf38WpYX4IccJ.q1RVRt5CDbaNXSjqxtd.glj7d.vSFZe\n';

/** Legs on two kinds of machines. The second is the same one, which is told to build for the other kind: what is in the image runs here. */
const here = process.arch === 'arm64' ? 'arm64' : 'amd64';
const there = here === 'arm64' ? 'amd64' : 'arm64';
const LEGS: LabLeg[] = [
  { matrix: { runner: 'ours' } },
  { matrix: { runner: 'theirs' }, environment: { DOCKER_DEFAULT_PLATFORM: `linux/${there}` } },
];

/** What a registry has under a name: the platforms of an index, or none where it is a single image. */
type Found = { digest: string; platforms: string[] };

/** Images for several kinds of machines, each tested on its own, and published together. */
export function describePlatforms({ lab, store }: TestLab): void {
  describe('several platforms', () => {
    let storage: string;
    let secured: Registry;
    let base: string;
    let checkout: Checkout;
    let run = 17_600_000_100;
    let first: number;
    let matrix: MatrixResult;

    beforeAll(async () => {
      storage = await mkdtemp(join(tmpdir(), 'dev-in-docker-registry-'));
      secured = await startRegistry({ storage, users: USERS });
      base = await pytestBase(lab());
      checkout = await checkOut(project());
      matrix = await runLegs({ image: image() });
      first = run;
    }, 300_000);
    afterAll(async () => {
      await checkout.release();
      await secured.stop();
      await rm(storage, { recursive: true, force: true });
    });

    const project = (changes: Files = {}) =>
      tiny({ Dockerfile: `FROM ${base} AS dev\nFROM dev AS share\nCOPY . .\n`, ...changes });

    const image = () => `${lab().registry.host}/octo-lab/platforms`;
    const event = () => tagEvent(checkout.sha, 'v1.2.3');

    /** A new run: its legs, one after the other. */
    async function runLegs(inputs: Record<string, string>, legs = LEGS): Promise<MatrixResult> {
      run += 1;
      const { workspace } = checkout;
      const job = { workspace, event: event(), inputs: { push: 'platform', ...inputs }, run: { runId: String(run) } };
      const result = await lab().runMatrix({ ...job, keepEngine: true }, legs);
      for (const leg of result.legs) await leg.release();
      return result;
    }

    /** The job after them. */
    async function publish(
      needs: object,
      inputs: Record<string, string>,
      more: { runId?: number; event?: Event } = {},
    ): Promise<JobResult> {
      const { runId = run, ...others } = more;
      const { workspace } = checkout;
      const ids = { runId: String(runId), job: 'publish' };
      const job = { workspace, event: event(), folder: 'publish', run: ids, keepEngine: true, ...others };
      const result = await lab().run({ ...job, inputs: { needs: JSON.stringify(needs), ...inputs } });
      expect(result.orphans).toEqual([]);
      await result.release();
      return result;
    }

    async function look(image: string, tag: string, password?: string): Promise<Found> {
      const [host = '', ...path] = image.split('/');
      const types = [
        'oci.image.index.v1',
        'docker.distribution.manifest.list.v2',
        'oci.image.manifest.v1',
        'docker.distribution.manifest.v2',
      ];
      const authorization = password === undefined ? {} : { authorization: `Basic ${btoa(`octo:${password}`)}` };
      const accept = types.map(type => `application/vnd.${type}+json`).join(', ');
      const response = await fetch(`http://${host}/v2/${path.join('/')}/manifests/${tag}`, {
        headers: { accept, ...authorization },
      });
      type Index = { manifests?: { platform: { os: string; architecture: string } }[] };
      const { manifests = [] } = (await response.json()) as Index;
      return {
        digest: response.headers.get('docker-content-digest') ?? '',
        platforms: manifests.map(({ platform: { os, architecture } }) => `${os}/${architecture}`).sort(),
      };
    }

    async function tagsOf(image: string): Promise<string[]> {
      const [host = '', ...path] = image.split('/');
      const response = await fetch(`http://${host}/v2/${path.join('/')}/tags/list`);
      const { tags = [] } = (await response.json()) as { tags?: string[] };
      return tags.sort();
    }

    test('each leg pushes what it tested, under a tag of its own', async () => {
      const [ours, theirs] = matrix.legs;
      for (const { conclusion, log } of matrix.legs) expect(conclusion, log).toBe('success');
      expect(ours?.outputs).toMatchObject({ published: 'false', tags: `${image()}:1.2.3-${here}`, version: '1.2.3' });
      expect(theirs?.outputs).toMatchObject({
        published: 'false',
        tags: `${image()}:1.2.3-${there}`,
        version: '1.2.3',
      });
      expect(theirs?.summary).toContain(`Pushed ${image()}:1.2.3-${there} for linux/${there}.`);
      expect(await tagsOf(image())).toEqual(['1.2.3-amd64', '1.2.3-arm64']);
    });

    if (store === 'classic') describeRefusals();

    test('one job gives all of it the version’s name', async () => {
      const published = await publish(matrix.needs, { image: image() }, { runId: first });
      expect(published.conclusion, published.log).toBe('success');
      expect(published.annotations).toEqual([]);
      const { digest } = published.outputs;
      expect(published.outputs).toMatchObject({
        published: 'true',
        image: `${image()}@${digest}`,
        version: '1.2.3',
        tags: ['1.2.3', '1.2', '1', 'latest'].map(tag => `${image()}:${tag}`).join('\n'),
        reason: '',
      });
      for (const tag of ['1.2.3', 'latest']) {
        expect(await look(image(), tag)).toEqual({ digest, platforms: ['linux/amd64', 'linux/arm64'] });
      }
      for (const { outputs } of matrix.legs) expect(published.summary).toContain(outputs.digest ?? 'no digest');
      // What is pulled here is what was tested here.
      await lab().engine.empty();
      await lab().engine.docker(['pull', '--quiet', `${image()}:1.2.3`]);
      expect(await lab().engine.docker(['run', '--rm', `${image()}:1.2.3`, 'pytest'])).toContain(' passed');
      const architecture = ['image', 'inspect', '--format', '{{.Architecture}}', `${image()}:1.2.3`];
      expect((await lab().engine.docker(architecture)).trim()).toBe(here);

      const again = await publish(matrix.needs, { image: image() }, { runId: first });
      expect(again.outputs).toMatchObject({ conclusion: 'success', published: 'false', digest });
      expect(again.log).toContain('is there already, published from this commit for linux/amd64 and linux/arm64');
    });

    test('with a password: a leg and the job after them log in, and a wrong one publishes nothing', async () => {
      const name = `${secured.host}/octo-lab/platforms`;
      const inputs = { image: name, username: 'octo', password: PASSWORD };
      const { legs, needs } = await runLegs({ ...inputs, 'verify-share': 'false' });
      for (const { conclusion, log, raw } of legs) {
        expect(conclusion, log).toBe('success');
        expect(raw).not.toContain(PASSWORD);
      }
      const denied = await publish(needs, { ...inputs, password: 'close sesame' });
      expect(denied).toMatchObject({ conclusion: 'failure', outputs: { published: 'false', digest: '', image: '' } });
      expect(denied.annotations).toMatchObject([{ message: expect.stringMatching(/^The login to .* failed \(/) }]);
      const published = await publish(needs, inputs);
      expect(published.conclusion, published.log).toBe('success');
      expect(published.raw).not.toContain(PASSWORD);
      const { digest } = published.outputs;
      expect(await look(name, 'latest', PASSWORD)).toEqual({ digest, platforms: ['linux/amd64', 'linux/arm64'] });
    });

    // What follows is between the action, the artifacts and the registry: the image store makes no difference.
    if (store !== 'classic') return;

    test('a leg that is run again finds its image there, as does a job that publishes one platform alone', async () => {
      const leg = await runLegs({ image: image(), 'verify-share': 'false' }, LEGS.slice(1));
      expect(leg.legs[0]?.log).toContain(`published from this commit for linux/${there} too: nothing to do.`);
      expect(leg.legs[0]?.outputs.digest).toBe(matrix.legs[1]?.outputs.digest);
      const single = await runLegs({ image: image(), push: 'auto', 'verify-share': 'false' }, LEGS.slice(0, 1));
      expect(single.legs[0]?.log).toContain(
        'published from this commit for linux/amd64 and linux/arm64: nothing to do.',
      );
      expect(single.legs[0]?.outputs).toMatchObject({ conclusion: 'success', published: 'false' });
    });

    test.each<[string, object, (sha: string) => Event, RegExp]>([
      ['on a pull request', {}, sha => pullRequestEvent(sha), /^A pull request publishes nothing: have this job/],
      ['without needs', {}, sha => tagEvent(sha, 'v1.2.3'), /^Input needs is not what GitHub tells/],
    ])('a job %s publishes nothing, and says why', async (_, needs, event, message) => {
      const result = await publish(needs, {}, { event: event(checkout.sha) });
      expect(result).toMatchObject({ conclusion: 'failure', outputs: { published: 'false' } });
      expect(result.annotations).toMatchObject([{ level: 'error', message: expect.stringMatching(message) }]);
    });

    test('a tag of another project is no mistake', async () => {
      const result = await publish(matrix.needs, { 'tag-prefix': 'wine/' });
      const reason = 'the tag does not begin with "wine/", as tag-prefix wants';
      expect(result).toMatchObject({ conclusion: 'success', outputs: { published: 'false', reason }, annotations: [] });
    });

    // Before there is a version that could be in the way.
    function describeRefusals(): void {
      describe('what is not published', () => {
        const digests = { amd64: '', arm64: '' };
        beforeAll(() => {
          const [ours, theirs] = matrix.legs.map(({ outputs }) => outputs.digest ?? '');
          Object.assign(digests, { [here]: ours, [there]: theirs });
        });

        /** A leg of the run that comes next, with an image for a platform. */
        const leg = (index: number, platform: keyof typeof digests, claim: Partial<LegImage> = {}): Partial<Leg> => ({
          index,
          matrix: [{ name: 'runner', value: `leg ${index}` }],
          image: {
            name: image(),
            version: '1.2.3',
            platform: `linux/${platform}`,
            digest: digests[platform],
            ...claim,
          },
        });
        const amd = (claim?: Partial<LegImage>) => leg(0, 'amd64', claim);
        const arm = (claim?: Partial<LegImage>) => leg(1, 'arm64', claim);
        const lost = `sha256:${'0'.repeat(64)}`;

        const namesOf = async () => (await tagsOf(image())).filter(tag => !/-a\w+64$/.test(tag));

        /** The job after legs that left what anybody may have written. */
        async function publishForged(legs: Partial<Leg>[], inputs: Record<string, string> = {}): Promise<JobResult> {
          run += 1;
          for (const claim of legs) {
            const whole = makeLeg({ sha: checkout.sha, runId: String(run), ...claim });
            const zip = makeZip([
              { name: 'leg.json', content: formatLeg(whole) },
              { name: 'tests.jsonl', content: '' },
            ]);
            await lab().cache.addArtifact(`run-${run}`, artifactName(whole, sha256), zip);
          }
          return publish(matrix.needs, { image: image(), ...inputs });
        }

        async function refusal(legs: Partial<Leg>[]): Promise<string[]> {
          const result = await publishForged(legs);
          expect(result).toMatchObject({
            conclusion: 'failure',
            outputs: { published: 'false', image: '', digest: '' },
          });
          return result.annotations.map(({ message }) => message);
        }

        test.each<[string, () => Partial<Leg>[], RegExp]>([
          [
            'a red leg',
            () => [amd(), { ...arm(), conclusion: 'failure' }],
            /^These legs are red, so nothing is published: leg 1\.$/,
          ],
          ['a leg that is missing', () => [amd()], /^Leg 2 of 2 of the job test left nothing: .* Re-run all jobs\.$/],
          [
            'no leg at all',
            () => [],
            /^The job test succeeded and left no results: .* re-run all jobs; else take it out/,
          ],
          [
            'legs without an image',
            () => [{ index: 0 }, { index: 1 }],
            /^No leg has pushed an image: write "push: platform"/,
          ],
          [
            'two legs of one platform, as of two Python versions',
            () => [amd(), leg(1, 'amd64')],
            /^There is more than one image for linux\/amd64, from the legs "leg 0" and "leg 1", .* Choose it in the workflow, such as by "push:/,
          ],
          [
            'an image of another name',
            () => [amd(), arm({ name: 'evil.example/x' })],
            /^The leg leg 1 has pushed its image to evil\.example\/x, and/,
          ],
          [
            'an image of another version',
            () => [amd(), arm({ version: '9.9.9' })],
            /^The leg leg 1 has pushed version 9\.9\.9, and this job/,
          ],
          [
            'a digest that the registry does not have',
            () => [amd(), arm({ digest: lost })],
            /is not to be found as one of .* re-run all jobs\.$/,
          ],
          [
            'an image that is for another platform than its leg says',
            () => [amd(), arm({ digest: digests.amd64 })],
            /is for linux\/amd64 by its configuration, and for linux\/arm64 as the leg says/,
          ],
        ])('%s: nothing, and the cure', async (_, legs, message) => {
          expect(await refusal(legs())).toEqual([expect.stringMatching(message)]);
          expect(await namesOf()).toEqual([]);
        });

        test.each<[string, Partial<Leg>, RegExp]>([
          ['of another commit', { sha: 'c0ffee0' }, /is of another commit, c0ffee0\. Re-run all jobs/],
          ['of another repository', { repository: 'a/b' }, /is of another repository, a\/b\. Re-run all jobs/],
          ['that is damaged', { total: 0 }, /can't be read: total is not as this action writes it\. Re-run all jobs/],
        ])('a leg %s: nothing, and the cure', async (_, field, message) => {
          expect(await refusal([amd(), { ...arm(), ...field }])).toEqual([
            expect.stringMatching(message),
            expect.stringMatching(/^Leg 2 of 2 of the job test left nothing/),
          ]);
          expect(await namesOf()).toEqual([]);
        });

        test('an image of another commit: nothing, and the cure', async () => {
          const elsewhere = await checkOut(project({ 'more.txt': 'more' }));
          const { workspace, sha } = elsewhere;
          const inputs = { push: 'platform', image: image(), 'verify-share': 'false' };
          // On a branch, whose tags nobody else looks at.
          const job = { workspace, event: pushEvent(sha, 'refs/heads/1.2.3'), inputs, run: { runId: '1' } };
          const foreign = await lab().run({ ...job, ...LEGS[1], keepEngine: true });
          await foreign.release();
          await elsewhere.release();
          expect(foreign.outputs.tags, foreign.log).toBe(`${image()}:branch-1.2.3-${there}`);
          const { digest = '' } = foreign.outputs;
          expect(await refusal([leg(0, here), leg(1, there, { digest })])).toEqual([
            expect.stringMatching(`is of the commit ${sha}, and this run of ${checkout.sha}: remove "ref:"`),
          ]);
        });

        test('a version that has one platform alone stays so, is told, and gives way to force', async () => {
          const other = `${lab().registry.host}/octo-lab/single`;
          const copy = (tag: string, digest: string) =>
            lab().engine.docker([
              ...['buildx', 'imagetools', 'create', '--tag', `${other}:${tag}`],
              `${image()}@${digest}`,
            ]);
          for (const [tag, digest] of Object.entries(digests)) await copy(tag, digest);
          await copy('1.2.3', digests.amd64);
          const legs = [amd({ name: other }), arm({ name: other })];
          const stays = await publishForged(legs, { image: other });
          expect(stays).toMatchObject({ conclusion: 'failure', outputs: { published: 'false' } });
          expect(stays.annotations).toMatchObject([
            {
              message: expect.stringMatching(
                /published from this commit, but for linux\/amd64 only: .* set overwrite: true\.$/,
              ),
            },
          ]);
          const forced = await publishForged(legs, { image: other, overwrite: 'true' });
          expect(forced.outputs, forced.log).toMatchObject({ published: 'true' });
          const notice = `${other}:1.2.3 was for linux/amd64, and is for linux/amd64 and linux/arm64 now.`;
          expect(forced.annotations).toMatchObject([{ level: 'notice', message: notice }]);
        });
      });
    }
  });
}
