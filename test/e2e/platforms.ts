import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/host/steps/hash.ts';
import { artifactName } from '../../src/legs/artifact.ts';
import { formatLeg } from '../../src/legs/format-leg.ts';
import type { Leg, LegImage } from '../../src/legs/leg.ts';
import { type Checkout, checkOut } from '../lab/checkout.ts';
import { pullRequestEvent, releaseEvent, tagEvent } from '../lab/events.ts';
import { type Release, startGitHubApi } from '../lab/github-api.ts';
import type { LabLeg, MatrixResult } from '../lab/lab.ts';
import { type Registry, startRegistry } from '../lab/registry.ts';
import type { JobResult } from '../lab/runner.ts';
import { defaultRepository, type Event } from '../lab/runner-contexts.ts';
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

    beforeAll(async () => {
      storage = await mkdtemp(join(tmpdir(), 'dev-in-docker-registry-'));
      secured = await startRegistry({ storage, users: USERS });
      base = await pytestBase(lab());
      checkout = await checkOut(project());
    });
    afterAll(async () => {
      await checkout.release();
      await secured.stop();
      await rm(storage, { recursive: true, force: true });
    });

    const project = (changes: Files = {}) =>
      tiny({ Dockerfile: `FROM ${base} AS dev\nFROM dev AS share\nCOPY . .\n`, ...changes });

    type Trial = { legs?: LabLeg[]; inputs: Record<string, string>; event?: Event };

    /** A new run: its legs, each with what it says in the end. */
    async function runLegs({
      legs = LEGS,
      inputs,
      event = tagEvent(checkout.sha, 'v1.2.3'),
    }: Trial): Promise<MatrixResult> {
      run += 1;
      const { workspace } = checkout;
      const job = { workspace, event, inputs: { push: 'platform', ...inputs }, run: { runId: String(run) } };
      const result = await lab().runMatrix({ ...job, keepEngine: true }, legs);
      for (const leg of result.legs) await leg.release();
      return result;
    }

    /** The job after them. */
    async function publish(
      needs: object,
      inputs: Record<string, string>,
      event = tagEvent(checkout.sha, 'v1.2.3'),
    ): Promise<JobResult> {
      const { workspace } = checkout;
      const job = {
        workspace,
        event,
        folder: 'publish',
        run: { runId: String(run), job: 'publish' },
        keepEngine: true,
      };
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

    test('each leg pushes what it tested, and one job gives all of it the version’s name', async () => {
      const image = `${lab().registry.host}/octo-lab/platforms`;
      const inputs = { image };
      const { legs, needs } = await runLegs({ inputs });
      for (const { conclusion, log } of legs) expect(conclusion, log).toBe('success');
      const [ours, theirs] = legs;
      expect(ours?.outputs).toMatchObject({ published: 'false', tags: `${image}:1.2.3-${here}`, version: '1.2.3' });
      expect(theirs?.outputs).toMatchObject({ published: 'false', tags: `${image}:1.2.3-${there}`, version: '1.2.3' });
      expect(await tagsOf(image)).toEqual([`1.2.3-amd64`, `1.2.3-arm64`]);

      const published = await publish(needs, inputs);
      expect(published.conclusion, published.log).toBe('success');
      expect(published.annotations).toEqual([]);
      const { digest } = published.outputs;
      expect(published.outputs).toMatchObject({
        published: 'true',
        image: `${image}@${digest}`,
        version: '1.2.3',
        tags: ['1.2.3', '1.2', '1', 'latest'].map(tag => `${image}:${tag}`).join('\n'),
        reason: '',
      });
      for (const tag of ['1.2.3', 'latest']) {
        expect(await look(image, tag)).toEqual({ digest, platforms: ['linux/amd64', 'linux/arm64'] });
      }
      expect(published.summary).toContain(ours?.outputs.digest ?? 'no digest');
      expect(published.summary).toContain(theirs?.outputs.digest ?? 'no digest');

      // What is pulled here is what was tested here.
      await lab().engine.empty();
      await lab().engine.docker(['pull', '--quiet', `${image}:1.2.3`]);
      expect(await lab().engine.docker(['run', '--rm', `${image}:1.2.3`, 'pytest'])).toContain(' passed');
      const architecture = ['image', 'inspect', '--format', '{{.Architecture}}', `${image}:1.2.3`];
      expect((await lab().engine.docker(architecture)).trim()).toBe(here);

      // Where the engine's own store makes no difference, the rest of the story.
      if (store !== 'classic') return;
      const again = await runLegs({ inputs });
      expect(again.legs.map(({ outputs }) => outputs.digest)).toEqual(legs.map(({ outputs }) => outputs.digest));
      for (const { log } of again.legs) expect(log).toContain('is there already, published from this commit');
      const found = await publish(again.needs, inputs);
      expect(found.outputs).toMatchObject({ conclusion: 'success', published: 'false', digest });
      expect(found.log).toContain('is there already, published from this commit for linux/amd64 and linux/arm64');
    });

    test('with a password: a leg and the job after them log in, and a wrong one publishes nothing', async () => {
      const image = `${secured.host}/octo-lab/platforms`;
      const inputs = { image, username: 'octo', password: PASSWORD };
      const { legs, needs } = await runLegs({ inputs });
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
      expect(await look(image, 'latest', PASSWORD)).toEqual({ digest, platforms: ['linux/amd64', 'linux/arm64'] });
    });

    // What follows is between the action, the artifacts and the registry: the image store makes no difference.
    if (store !== 'classic') return;

    describe('what is not published', () => {
      const image = () => `${lab().registry.host}/octo-lab/claims`;
      const digests = { amd64: '', arm64: '' };
      beforeAll(async () => {
        const { legs } = await runLegs({ inputs: { image: image() } });
        const [ours, theirs] = legs.map(({ outputs }) => outputs.digest ?? '');
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

      const namesOf = async () => (await tagsOf(image())).filter(tag => !tag.includes('-'));

      /** The job after legs that left what anybody may have written. */
      async function publishForged(
        legs: Partial<Leg>[],
        inputs: Record<string, string> = {},
        text?: string,
      ): Promise<JobResult> {
        run += 1;
        for (const claim of legs) {
          const whole = makeLeg({ sha: checkout.sha, runId: String(run), ...claim });
          const zip = makeZip([
            { name: 'leg.json', content: text ?? formatLeg(whole) },
            { name: 'tests.jsonl', content: '' },
          ]);
          await lab().cache.addArtifact(`run-${run}`, artifactName(whole, sha256), zip);
        }
        return publish({ test: { result: 'success', outputs: {} } }, { image: image(), ...inputs });
      }

      async function refusal(legs: Partial<Leg>[], text?: string): Promise<string[]> {
        const result = await publishForged(legs, {}, text);
        expect(result).toMatchObject({ conclusion: 'failure', outputs: { published: 'false', image: '', digest: '' } });
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
          'a leg of another commit',
          () => [amd(), { ...arm(), sha: 'c0ffee0' }],
          /is of another commit, c0ffee0\. Re-run all jobs/,
        ],
        [
          'a leg of another repository',
          () => [amd(), { ...arm(), repository: 'a/b' }],
          /is of another repository, a\/b\. Re-run/,
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

      test('a damaged artifact: nothing, and the cure', async () => {
        expect(await refusal([amd(), arm()], '{"repository": 1}')).toEqual([
          expect.stringMatching(/can't be read: repository is not as this action writes it\. Re-run all jobs/),
          expect.stringMatching(/can't be read: /),
          expect.stringMatching(/^The job test succeeded and left no results/),
        ]);
      });

      test('an image of another commit: nothing, and the cure; its leg takes the tag of a version that never was published', async () => {
        const elsewhere = await checkOut(project({ 'more.txt': 'more' }));
        const { workspace, sha } = elsewhere;
        const job = { workspace, event: tagEvent(sha, 'v1.2.3'), inputs: { push: 'platform', image: image() } };
        const foreign = await lab().run({ ...job, ...LEGS[1], run: { runId: '1' }, keepEngine: true });
        await foreign.release();
        await elsewhere.release();
        expect(foreign.conclusion, foreign.log).toBe('success');
        const { digest } = foreign.outputs;
        expect(await refusal([amd(), arm({ digest: digest ?? '' })])).toEqual([
          expect.stringMatching(`is of the commit ${sha}, and this run of ${checkout.sha}: remove "ref:"`),
        ]);
        expect(await namesOf()).toEqual([]);
      });

      test('what was published for one platform alone stays so, is told, and gives way to force', async () => {
        const legs = [amd(), arm()];
        const single = await lab().run({
          workspace: checkout.workspace,
          event: tagEvent(checkout.sha, 'v1.2.3'),
          inputs: { image: image() },
          keepEngine: true,
        });
        await single.release();
        expect(single.outputs, single.log).toMatchObject({ published: 'true' });
        expect(await refusal(legs)).toEqual([
          expect.stringMatching(
            /is there already, published from this commit, but for linux\/\w+ only: .* set overwrite: true\.$/,
          ),
        ]);
        const forced = await publishForged(legs, { overwrite: 'true' });
        expect(forced.outputs, forced.log).toMatchObject({ published: 'true' });
        expect(forced.annotations).toMatchObject([
          {
            level: 'notice',
            message: expect.stringMatching(
              /1\.2\.3, .*1\.2, .*1 and .*latest were for linux\/\w+, and are for linux\/amd64 and linux\/arm64 now\.$/,
            ),
          },
        ]);
      });
    });

    test.each<[string, object, (sha: string) => Event, RegExp]>([
      ['on a pull request', {}, sha => pullRequestEvent(sha), /^A pull request publishes nothing: have this job/],
      ['without needs', {}, sha => tagEvent(sha, 'v1.2.3'), /^Input needs is not what GitHub tells/],
      ['whose tag is another project’s', { test: { result: 'success' } }, sha => tagEvent(sha, 'v1.2.3'), /^$/],
    ])('a job %s publishes nothing, and says why', async (_, needs, event, message) => {
      const isOther = message.test('');
      const result = await publish(needs, isOther ? { 'tag-prefix': 'wine/' } : {}, event(checkout.sha));
      expect(result.conclusion).toBe(isOther ? 'success' : 'failure');
      expect(result.outputs.published).toBe('false');
      if (!isOther)
        expect(result.annotations).toMatchObject([{ level: 'error', message: expect.stringMatching(message) }]);
      else expect(result.outputs.reason).toBe('the tag does not begin with "wine/", as tag-prefix wants');
    });

    test('the archive is attached to its release: a re-run replaces its own, and nobody else’s', async () => {
      const api = await startGitHubApi();
      const release: Release = { id: 1, repository: defaultRepository, assets: [] };
      api.releases.push(release);
      const attach = async (inputs: Record<string, string> = {}, leg: LabLeg = {}) => {
        const event = { ...releaseEvent(checkout.sha, 'v1.2.3'), apiUrl: api.url };
        const given = { push: 'false', 'share-file': 'share.tar', 'verify-share': 'false', ...inputs };
        const { workspace } = checkout;
        const result = await lab().run({ workspace, event, ...leg, inputs: given, keepEngine: true });
        await result.release();
        return result;
      };
      try {
        const first = await attach();
        expect(first.conclusion, first.log).toBe('success');
        expect(first.log).toContain('Attached share.tar to the release v1.2.3.');
        const [asset] = release.assets;
        expect(asset).toMatchObject({ name: 'share.tar', label: `share.tar (linux/${here}, test / test)` });
        expect(asset?.content.toString('latin1', 257, 262)).toBe('ustar');
        await attach();
        expect(release.assets.map(({ name, id }) => [name, id])).toEqual([['share.tar', 2]]);

        const leg = { ...LEGS[1], jobTotal: 2, jobIndex: 1 };
        await attach({}, leg);
        expect(release.assets.map(({ name }) => name)).toEqual(['share.tar', `share-${there}.tar`]);

        for (const one of release.assets) one.label = 'made by hand';
        const taken = await attach();
        expect(taken.conclusion).toBe('failure');
        expect(taken.annotations).toMatchObject([
          { message: expect.stringMatching(/which has a file of this name that is not of this job/) },
        ]);
        expect(release.assets).toHaveLength(2);

        release.assets = [];
        release.isImmutable = true;
        const immutable = await attach();
        expect(immutable.annotations).toMatchObject([
          { message: expect.stringMatching(/which is immutable: only a draft takes files\. .*gh release create/) },
        ]);
        api.mayWrite = false;
        const denied = await attach();
        expect(denied.annotations).toMatchObject([
          { message: expect.stringMatching(/may not write there .*"contents: write"/) },
        ]);
        expect(denied.conclusion).toBe('failure');
      } finally {
        await api.stop();
      }
    });
  });
}
