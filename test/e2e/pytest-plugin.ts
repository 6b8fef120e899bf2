// Real pytest, three versions of it, runs small suites with the plugin; what the reader makes of its file must agree
// with pytest's own last line.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestLab } from './lab.ts';
import { describeCorners } from './pytest-corners.ts';
import { buildPytestImage, countsOf, known, type PytestImage, places, type Run } from './pytest-image.ts';
import { collectAll, everyOutcome } from './pytest-outcomes.ts';
import { describeShards } from './pytest-shards.ts';

/** What the pytest plugin reports, for each version of pytest that it knows. */
export function describePlugin({ lab }: TestLab): void {
  describe('pytest plugin', () => {
    let image: PytestImage | undefined;
    // A job cleans the engine: none may run between this and the last of these tests.
    beforeAll(async () => {
      image = await buildPytestImage(lab().engine);
    });
    afterAll(() => image?.remove());
    const runPytest: PytestImage['run'] = (files, options) => {
      if (!image) throw new Error('The image was not built.');
      return image.run(files, options);
    };
    describe.concurrent.each(known)('with pytest %i', version => describeVersion(version, runPytest));
    describe.concurrent('with the newest pytest', () => describeCorners(runPytest));
    describe.concurrent('shards', () => describeShards(runPytest));
  });
}

function describeVersion(version: (typeof known)[number], runPytest: PytestImage['run']): void {
  const expectCounts = (run: Run) => {
    expect(run.results.counts, run.output).toEqual(countsOf(run.lastLine));
    expect(run.results.counts).toMatchObject({ xfailed: 2, xpassed: 1, reruns: 3 });
    expect(run.results).toMatchObject({ exitStatus: 1, pytest: expect.stringMatching(`^${version}\\.`) });
    expect(run.results.failures).toHaveLength(run.results.counts.failed + run.results.counts.errors);
    expect(run.text.match(/"event": "session"/g)).toHaveLength(1);
  };

  test.each([
    ['-v', ['-v']],
    ['pytest-xdist', ['-n', '2']],
  ])('with %s: the counts are those of the last line', async (_, more) => {
    expectCounts(await runPytest(everyOutcome, { version, args: [...collectAll, ...more] }));
  });

  test.each([
    ['nothing', [], []],
    ['only pytest-xdist', ['xdist'], ['-n', '2']],
    ['only pytest-rerunfailures', ['rerunfailures'], []],
    ['only pytest-subtests', ['subtests'], []],
    ['only pytest-asyncio', ['asyncio'], []],
  ])('%s beside the plugin: the counts are those of the last line', async (_, plugins, more) => {
    const load = plugins.flatMap(name => ['-p', name]);
    const environment = { PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1' };
    const run = await runPytest(everyOutcome, { version, args: [...load, ...more, ...collectAll], environment });
    expect(run.results.counts, run.output).toEqual(countsOf(run.lastLine));
    expect(run.results.failures).toHaveLength(run.results.counts.failed + run.results.counts.errors);
    // Those that pytest itself says it has; 9 has subtests without a plugin.
    const names = /^plugins: (.*)$/m
      .exec(run.output)?.[1]
      ?.split(', ')
      .map(name => name.replace(/-[\d.]+$/, ''))
      .filter(name => name !== 'dev-in-docker');
    expect(names ?? []).toEqual(version === 9 ? plugins.filter(name => name !== 'subtests') : plugins);
  });

  test('the counts are those of the last line; failures have their phase, message and the line in the user’s code', async () => {
    const run = await runPytest(everyOutcome, { version, args: collectAll });
    expectCounts(run);
    const { results, text } = run;
    const seen = results.failures.map(({ nodeId, phase, message, path, line }) =>
      [nodeId, phase, message.split('\n')[0], `${path?.replace('/usr/src/app/tests/', '')}:${line}`].join(' | '),
    );
    expect(text, 'colours').not.toContain('\\u001b[');
    const inFile = (name: string) => `tests/test_outcomes.py::${name}`;
    expect(seen).toEqual(
      expect.arrayContaining([
        "tests/test_import_fails.py | collect | ModuleNotFoundError: No module named 'nowhere_to_be_found' | test_import_fails.py:3",
        "tests/test_syntax.py | collect | SyntaxError: '(' was never closed | test_syntax.py:2",
        'tests/test_module_fails.py | collect | ZeroDivisionError: division by zero | test_module_fails.py:2',
        `${inFile('test_fails')} | call | assert [1, 2] == [1, 3] | test_outcomes.py:7`,
        expect.stringMatching(/test_fails_in_library \| call \| json.*JSONDecodeError.* \| test_outcomes.py:9$/),
        `${inFile('test_setup_breaks')} | setup | RuntimeError: no setup | test_outcomes.py:11`,
        `${inFile('test_teardown_breaks')} | teardown | RuntimeError: no teardown | test_outcomes.py:15`,
        `${inFile('test_fails_and_teardown_breaks')} | call | assert 0 | test_outcomes.py:18`,
        `${inFile('test_fails_and_teardown_breaks')} | teardown | RuntimeError: no teardown | test_outcomes.py:15`,
        `${inFile('test_unknown_fixture')} | setup | fixture 'nowhere' not found | test_outcomes.py:19`,
        expect.stringMatching(/test_xpasses_strictly \| call \| \[XPASS\(strict\)\] was a bug \| test_outcomes.py:/),
        expect.stringMatching(/test_subtests \| call \| \[part, number='?1'?\] assert 1 != 1 \| test_outcomes.py:41/),
        `${inFile('test_async_fails')} | call | assert 2 == 3 | test_outcomes.py:50`,
      ]),
    );
    expect(results.failures.find(failure => failure.nodeId.endsWith('test_fails'))?.traceback).toContain(
      '>       assert [1, 2] == [1, 3]',
    );
  });

  test.each([
    ['os._exit', 'import os; os._exit(0)', 0],
    ['a signal', 'import os, signal; os.kill(os.getpid(), signal.SIGKILL)', 128 + 9],
  ])('a test that ends the interpreter by %s is named, and what was before it is counted', async (_, code, status) => {
    const tests = `def test_a(): pass\ndef test_b(): assert 0\ndef test_deadly(): ${code}\ndef test_c(): pass\n`;
    const run = await runPytest({ 'test_x.py': tests }, { version });
    expect(run.status).toBe(status);
    expect(run.results).toMatchObject({ lastStarted: 'test_x.py::test_deadly', counts: { passed: 1, failed: 1 } });
    expect(run.results.exitStatus).toBeUndefined();
  });

  test('changes neither the outcome nor the output', async () => {
    const args = [...collectAll, '-v', '-W', 'error'];
    const without = await runPytest(everyOutcome, { version, args, environment: { PYTHONPATH: '' } });
    const runs = await Promise.all([
      runPytest(everyOutcome, { version, args }),
      runPytest(everyOutcome, { version, args, environment: { DEV_IN_DOCKER_RESULTS: '' } }),
      // A folder: can't be written.
      runPytest(everyOutcome, { version, args, environment: { DEV_IN_DOCKER_RESULTS: places.results } }),
    ]);
    expect(without.status).toBe(1);
    for (const run of runs) {
      expect(run.status).toBe(without.status);
      expect(comparable(run.output)).toBe(comparable(without.output));
    }
    expect(without.text + runs[1]?.text).toBe('');
  });
}

/** The output without what differs from run to run (addresses, seconds), and without the plugin's own name in the header. */
function comparable(output: string): string {
  return output
    .replace(/dev-in-docker-1(?:, )?/, '')
    .replace(/^plugins: \n/m, '')
    .replace(/0x[0-9a-f]+/g, '0x')
    .replace(/=+ (.*) in [\d.]+s =+$/m, '$1');
}
