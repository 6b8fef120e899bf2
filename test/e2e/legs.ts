import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LegRead } from '../../src/legs/read-leg.ts';
import { type Checkout, checkOut } from '../lab/checkout.ts';
import { pushEvent } from '../lab/events.ts';
import { fetchLegs } from '../lab/fetch-legs.ts';
import type { MatrixResult } from '../lab/lab.ts';
import type { JobResult } from '../lab/runner.ts';
import { defaultRepository } from '../lab/runner-contexts.ts';
import { makeZip } from '../legs/zip.ts';
import type { TestLab } from './lab.ts';
import { tiny } from './project.ts';

const RUN_ID = '17600000042';

const project = tiny({
  '.github/workflows/test.yml': `jobs:
  report:
    steps:
      - uses: OWNER/dev-in-docker/report@v1
`,
  'test_leg.py': `import os, pytest

def test_leg():
    assert os.environ["LEG"] != "2", os.environ["TOKEN"]

@pytest.mark.skip(reason="not here")
def test_skipped():
    pass
`,
});

const suite = tiny({
  'test_many.py': `import pytest, time

@pytest.mark.parametrize("number", range(6))
def test_number(number):
    time.sleep(0.3 if number == 0 else 0.01)
`,
});

/** What the legs of a matrix leave for the report of all. */
export function describeLegs(testLab: TestLab): void {
  const { lab } = testLab;
  describe('legs of a matrix', () => {
    let checkout: Checkout;
    let matrix: MatrixResult;
    let repeated: JobResult;
    const inputsOf = (leg: number) => ({ env: `LEG=${leg}\nTOKEN=correct horse battery` });
    const legs = [0, 1, 2].map(leg => ({ matrix: { leg }, inputs: inputsOf(leg) }));

    beforeAll(async () => {
      await lab().cache.clear();
      checkout = await checkOut(project);
      const { workspace, sha } = checkout;
      const job = { workspace, event: pushEvent(sha), inputs: { mount: 'false' } };
      matrix = await lab().runMatrix(job, legs);
      // The run is repeated for the red leg alone, which is green now.
      const run = { runId: RUN_ID, attempt: 2 };
      const again = { ...legs[2], inputs: { ...job.inputs, ...inputsOf(3) } };
      repeated = await lab().run({ ...job, ...again, run, jobIndex: 2, jobTotal: 3, keepEngine: true });
    });
    afterAll(async () => {
      for (const job of [...matrix.legs, repeated]) await job.release();
      await checkout.release();
    });

    async function fetchAll(): Promise<LegRead[]> {
      const run = { repository: defaultRepository, runId: RUN_ID, attempt: 2, sha: checkout.sha };
      return fetchLegs(lab().cache, `run-${RUN_ID}`, run);
    }

    test('each leaves an artifact, red or green, and has a line for its page', () => {
      expect(matrix.legs.map(({ conclusion }) => conclusion)).toEqual(['success', 'success', 'failure']);
      expect(matrix.needs).toEqual({ test: { result: 'failure', outputs: {} } });
      const names = lab()
        .cache.artifacts()
        .map(({ name }) => name);
      expect(names).toEqual([0, 1, 2, 2].map(leg => expect.stringMatching(`^dev-in-docker-test-${leg}-[0-9a-f]{8}-`)));
      const [green, , red] = matrix.legs;
      expect(green?.summary).toMatch(/^<h3>✅ pytest \(0\): .*<p>The rest is on the page of the job that reports/s);
      expect(red?.summary).toMatch(
        /^<h3>❌ pytest \(2\): 1 failed, .*<p>The rest is on the page of the job that reports/s,
      );
      expect(red?.annotations).toMatchObject([{ level: 'error', file: 'test_leg.py', line: 4 }]);
      for (const { raw } of matrix.legs) expect(raw).not.toContain('artifact');
    });

    test('what they left is read back; of the leg that was repeated, its last attempt', async () => {
      expect(repeated).toMatchObject({ conclusion: 'success' });
      const reads = await fetchAll();
      expect(reads).toMatchObject([
        { leg: { index: 0, total: 3, name: '0', conclusion: 'success', exitCode: 0 } },
        { leg: { index: 1, name: '1', place: 'test._2', counts: { skipped: 1 } } },
        { leg: { index: 2, name: '2', attempt: 2, conclusion: 'success', counts: { failed: 0 } } },
      ]);
      expect(reads[0]).toMatchObject({
        tests: expect.arrayContaining([
          { nodeId: 'test_leg.py::test_leg', outcome: 'passed', seconds: expect.any(Number) },
          { nodeId: 'test_leg.py::test_skipped', outcome: 'skipped', seconds: expect.any(Number) },
        ]),
      });
    });

    test('without the last attempt the one before counts, which hides what the tests were given', async () => {
      const last = lab().cache.artifacts().at(-1);
      await lab().cache.removeArtifact(last?.name ?? '');
      const red = (await fetchAll())[2];
      expect(red).toMatchObject({
        leg: {
          attempt: 1,
          conclusion: 'failure',
          sentence: expect.stringMatching(/^Tests failed/),
          failures: [{ nodeId: 'test_leg.py::test_leg', file: 'test_leg.py', line: 4 }],
        },
      });
      expect(JSON.stringify(red)).toContain('***');
      expect(JSON.stringify(red)).not.toContain('battery');
    });

    test('a foreign artifact with such a name is a problem, and one with another is left alone', async () => {
      const [first] = lab().cache.artifacts();
      const zip = makeZip([{ name: '../leg.json', content: '{}' }]);
      await lab().cache.addArtifact(first?.run ?? '', 'dev-in-docker-evil-0-0badf00d-1', zip);
      await lab().cache.addArtifact(first?.run ?? '', 'wheels', zip);
      expect((await fetchAll())[0]).toMatchObject({
        name: 'dev-in-docker-evil-0-0badf00d-1',
        problem: expect.stringContaining("can't be read"),
      });
    });

    test('where there are no artifacts, a leg says so, is as green as before, and has its whole page', async () => {
      const { workspace, sha } = checkout;
      const alone = await lab().run({
        workspace,
        event: pushEvent(sha),
        ...legs[0],
        jobTotal: 3,
        cache: false,
        keepEngine: true,
      });
      await alone.release();
      expect(alone).toMatchObject({ conclusion: 'success', exitCode: 0 });
      expect(alone.annotations).toMatchObject([
        { level: 'notice', message: expect.stringContaining('this runner offers no artifacts') },
      ]);
      expect(alone.summary).toContain('<details>');
    });
  });

  describe('shards of a suite, and the report of all', () => {
    let checkout: Checkout;
    beforeAll(async () => {
      await lab().cache.clear();
      checkout = await checkOut(suite);
    });
    afterAll(() => checkout.release());

    const shards = ['1/2', '2/2'].map((shard, at) => ({ matrix: { shard: at + 1 }, inputs: { shard } }));

    async function runAll(runId: string): Promise<MatrixResult> {
      const { workspace, sha } = checkout;
      const event = pushEvent(sha);
      const job = { workspace, event, inputs: { mount: 'false' }, run: { runId }, keepEngine: runId.endsWith('2') };
      const result = await lab().runMatrix(job, shards);
      for (const leg of result.legs) await leg.release();
      return result;
    }

    async function report(runId: string, needs: string): Promise<JobResult> {
      const { workspace, sha } = checkout;
      const run = { runId, job: 'report' };
      const job = { workspace, event: pushEvent(sha), folder: 'report', run, inputs: { needs }, keepEngine: true };
      const result = await lab().run(job);
      await result.release();
      return result;
    }

    test('each test runs in one of them, the first time by number and then by times', async () => {
      const first = await runAll('17600000051');
      for (const { log, conclusion } of first.legs) {
        expect(conclusion, log).toBe('success');
        expect(log).toMatch(/split by the number of tests, as it is not known yet how long they take/);
      }
      expect(first.legs.map(({ outputs }) => outputs.total)).toEqual(['5', '4']);
      const all = await report('17600000051', JSON.stringify(first.needs));
      expect(all, all.log).toMatchObject({ conclusion: 'success', outputs: { total: '9', conclusion: 'success' } });
      expect(all.summary).toMatch(/^<h3>✅ pytest, 2 legs: 9 passed/);

      const second = await runAll('17600000052');
      for (const { log } of second.legs) expect(log).toMatch(/split by what tests took on the default branch/);
      // Each file is whole: so little time is not worth a second set-up.
      expect(second.legs.map(({ outputs }) => outputs.total).sort()).toEqual(['3', '6']);
      const [, lost = ''] = lab()
        .cache.artifacts()
        .filter(({ run }) => run.endsWith('52'))
        .map(({ name }) => name);
      await lab().cache.removeArtifact(lost);
      const gap = await report('17600000052', JSON.stringify(second.needs));
      expect(gap).toMatchObject({ conclusion: 'failure', outputs: { conclusion: 'failure' } });
      expect(gap.annotations.map(({ message }) => message)).toEqual([
        expect.stringMatching(/^Leg 2 of 2 of the job test left nothing/),
        expect.stringMatching(/^Nobody ran shard 2\/2, so its tests are missing/),
      ]);
    });

    test.each([
      ['', /^Input needs is empty/],
      ['{"test": {"result": "success", "outputs": {}}}', /^The job test succeeded and left no results/],
    ])('a report on %j is red, with the cure', async (needs, message) => {
      const result = await report('17600000053', needs);
      expect(result.conclusion).toBe('failure');
      expect(result.annotations).toMatchObject([{ level: 'error', message: expect.stringMatching(message) }]);
    });
  });
}
