import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LegRead } from '../../src/legs/read-leg.ts';
import { type Checkout, checkOut } from '../lab/checkout.ts';
import { pushEvent } from '../lab/events.ts';
import { fetchLegs } from '../lab/fetch-legs.ts';
import type { LabJob, MatrixResult } from '../lab/lab.ts';
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

/** Each kind of end that a test has. */
const ends = tiny({
  'test_ends.py': `import pytest

@pytest.fixture
def broken():
    raise RuntimeError("no setup")

@pytest.fixture
def endless():
    yield
    raise RuntimeError('no "teardown" <')

def test_fails(): assert 1 == 2, "as it <must> & \\x1b[31mdoes"
def test_never_began(broken): pass
def test_never_ended(endless): pass
def test_fails_and_never_ended(endless): assert 0

@pytest.mark.skip(reason="not <here>")
def test_skipped(): pass

def test_skips_itself(): pytest.skip("it has seen enough")

@pytest.mark.skipif("True", reason="on Tuesdays")
class TestClass:
    def test_of_class(self): pass

@pytest.mark.xfail(reason="a bug")
def test_expected(): assert 0

@pytest.mark.xfail(reason="was a bug")
def test_unexpected(): pass

@pytest.mark.xfail(reason="was a bug", strict=True)
def test_strict(): pass

@pytest.mark.parametrize("value", ["a::b", "a/b.py", "]x[", "ü \\x07"])
def test_value(value): pass
`,
  'deep/test_deep.py': 'class TestA:\n    class TestB:\n        def test_deep(self): pass\n',
  'test_broken.py': 'import nowhere\n',
});

/** Loses a test where it is told to, after all that looks. */
const losing = `import os, pytest

@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session):
    if os.environ.get("LOSE"):
        session.items.pop()
`;

const suite = tiny({
  'conftest.py': losing,
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
        { leg: { index: 0, total: 3, matrix: [{ name: 'leg', value: '0' }], conclusion: 'success', exitCode: 0 } },
        { leg: { index: 1, matrix: [{ name: 'leg', value: '1' }], place: 'test._2', counts: { skipped: 1 } } },
        {
          leg: {
            index: 2,
            matrix: [{ name: 'leg', value: '2' }],
            attempt: 2,
            conclusion: 'success',
            counts: { failed: 0 },
          },
        },
      ]);
      expect(reads[0]).toMatchObject({
        tests: expect.arrayContaining([
          { nodeId: 'test_leg.py::test_leg', outcome: 'passed', seconds: expect.any(Number) },
          {
            nodeId: 'test_leg.py::test_skipped',
            outcome: 'skipped',
            reason: 'not here',
            seconds: expect.any(Number),
          },
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

    /** One leg of a matrix that has so many. */
    async function runOne(
      run: { runId: string; attempt?: number },
      index: number,
      total: number,
      more: Partial<LabJob> & Required<Pick<LabJob, 'matrix' | 'inputs'>>,
    ): Promise<JobResult> {
      const { workspace, sha } = checkout;
      const job = { workspace, event: pushEvent(sha), run, keepEngine: true, jobIndex: index, jobTotal: total };
      const result = await lab().run({ ...job, ...more, inputs: { mount: 'false', ...more.inputs } });
      await result.release();
      return result;
    }

    async function report(runId: string, needs: string, attempt = 1): Promise<JobResult> {
      const { workspace, sha } = checkout;
      const run = { runId, job: 'report', attempt };
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

    test('a leg that was cancelled while its tests ran, and one that never started, are named', async () => {
      const run = { runId: '17600000054' };
      const leg = (number: number) => ({ matrix: { shard: number }, inputs: { shard: `${number}/3` } });
      const green = await runOne(run, 0, 3, leg(1));
      const when = (line: string) => line.includes('test session starts');
      const cancelled = await runOne(run, 1, 3, { ...leg(2), cancel: { when } });
      expect([green.conclusion, cancelled.conclusion]).toEqual(['success', 'cancelled']);
      const gap = await report(run.runId, JSON.stringify({ test: { result: 'cancelled', outputs: {} } }));
      expect(gap.conclusion).toBe('failure');
      expect(gap.annotations.map(({ message }) => message)).toEqual([
        expect.stringMatching(/^Legs 2, 3 of 3 of the job test left nothing: .*Re-run all jobs/),
        expect.stringMatching(/^Nobody ran shard 2\/3, 3\/3, so its tests are missing/),
      ]);
    });

    test('shards of several Pythons are suites of their own: whole, and then with a test lost', async () => {
      const run = { runId: '17600000055' };
      const legs = ['3.12', '3.13'].flatMap(python =>
        [1, 2].map(shard => ({ matrix: { python, shard }, inputs: { shard: `${shard}/2` } })),
      );
      for (const [index, leg] of legs.entries()) {
        const { conclusion, log } = await runOne(run, index, 4, leg);
        expect(conclusion, log).toBe('success');
      }
      const needs = JSON.stringify({ test: { result: 'success', outputs: {} } });
      const whole = await report(run.runId, needs);
      expect(whole, whole.log).toMatchObject({ conclusion: 'success', outputs: { total: '18' }, annotations: [] });
      expect(whole.summary).toMatch(/<h3>✅ pytest, 4 legs: 18 passed.*3\.12, 1.*3\.12, 2.*3\.13, 1.*3\.13, 2/s);

      const last = legs[3] ?? { matrix: {}, inputs: {} };
      const again = { ...run, attempt: 2 };
      const losing = await runOne(again, 3, 4, { ...last, inputs: { ...last.inputs, env: 'LOSE=1' } });
      expect(losing.conclusion, losing.log).toBe('success');
      const gap = await report(run.runId, needs, 2);
      expect(gap).toMatchObject({ conclusion: 'failure', outputs: { total: '17' } });
      expect(gap.annotations.map(({ message }) => message)).toEqual([
        expect.stringMatching(/^1 test.*3\.13.* ran in no shard: test_m\w+\.py::test_\w+/),
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

  test('junit-file has the tests, what became of them and why, as the file of pytest itself does', async () => {
    let files: string[] = [];
    const after = async (workspace: string) => {
      files = await Promise.all(['own.xml', 'ours.xml'].map(name => readFile(join(workspace, name), 'utf8')));
    };
    const args = '--continue-on-collection-errors --junit-xml=own.xml';
    const inputs = { 'pytest-args': args, 'junit-file': 'ours.xml', mount: 'false' };
    const { conclusion } = await testLab.job(ends, { inputs, after, keepEngine: true });
    expect(conclusion).toBe('failure');
    const [own = [], ours = []] = files.map(casesIn);
    expect(own).toHaveLength(20);
    expect(ours).toEqual(own);
    const totals = ['tests', 'failures', 'errors', 'skipped'].map(
      name => new RegExp(`<testsuite [^>]*?\\b${name}="(\\d+)"`),
    );
    const [told, toldByUs] = files.map(text => totals.map(total => total.exec(text)?.[1]));
    expect(toldByUs).toEqual(told);
  });
}

/** The cases of a file of JUnit's XML, sorted: class, name, and what became of it with its type and message. */
function casesIn(text: string): string[] {
  const cases = [...text.matchAll(/<testcase ([^>]*?)(?:\/>|>(.*?)<\/testcase>)/gs)];
  const attributes = (tag: string, names: string[]) =>
    names.map(name => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '').join(' | ');
  return cases
    .map(([, head = '', body = '']) => {
      const [, kind = 'passed', of = ''] = /<(skipped|failure|error)([^>]*)>/.exec(body) ?? [];
      // Why a file can't be collected: pytest says it below alone.
      const told =
        of.includes('collection failure') || of.includes('ModuleNotFound') ? '' : attributes(of, ['type', 'message']);
      return `${attributes(head, ['classname', 'name'])}: ${kind} ${told}`;
    })
    .sort();
}
