import { describe, expect, test } from 'vitest';
import { readResults, repoPath } from '../../src/core/tests.ts';

const lines = (...events: object[]): string => events.map(event => JSON.stringify(event)).join('\n');
const started = (name: string) => ({ event: 'started', test: name });
const finished = (name: string, seconds = 0.5) => ({ event: 'finished', test: name, passed: false, call: seconds });
const report = (outcome: string, phase = 'call', more = {}) => ({
  event: 'report',
  test: 'a.py::t',
  phase,
  outcome,
  ...more,
});
const nothing = readResults('').counts;

describe('counts', () => {
  test.each([
    ['a failed call', report('failed'), { failed: 1 }],
    ['a crashed worker of pytest-xdist', report('failed', '???'), { failed: 1 }],
    ['a failed setup', report('failed', 'setup'), { errors: 1 }],
    ['a failed teardown', report('failed', 'teardown'), { errors: 1 }],
    ['a file that cannot be collected', report('failed', 'collect'), { errors: 1 }],
    ['a skip', report('skipped', 'setup'), { skipped: 1 }],
    ['a skipped file', report('skipped', 'collect'), { skipped: 1 }],
    ['an expected failure', report('skipped', 'call', { xfail: 'known' }), { xfailed: 1 }],
    ['an unexpected pass', report('passed', 'call', { xfail: '' }), { xpassed: 1 }],
    ['an attempt that is repeated', report('rerun'), { reruns: 1 }],
    ['a failed subtest', report('failed', 'call', { subtest: 'i=1' }), { failed: 1 }],
    ['a passed subtest', report('passed', 'call', { subtest: 'i=1' }), {}],
    ['a skipped subtest', report('skipped', 'call', { subtest: 'i=1' }), {}],
    ['a setup that went well', report('passed', 'setup'), {}],
    ['a passed call', report('passed'), { passed: 1 }],
    ['a passed test', { event: 'finished', test: 'a.py::t', passed: true }, { passed: 1 }],
    ['deselected tests', { event: 'deselected', count: 3 }, { deselected: 3 }],
  ])('%s', (_, event, counts) => {
    expect(readResults(lines(event)).counts).toEqual({ ...nothing, ...counts });
  });

  test('what pytest says at its end is preferred', () => {
    const counts = { error: 2, rerun: 4, 'subtests passed': 5, 'a word of a plugin': 6 };
    expect(readResults(lines(report('failed'), { event: 'end', status: 1, counts })).counts).toEqual({
      ...nothing,
      errors: 2,
      reruns: 4,
      subtestsPassed: 5,
    });
  });

  test('numbers that are none count as 0', () => {
    const counts = { passed: 1e300, failed: -1, error: 0.5, rerun: '7', skipped: null, xfailed: [3], xpassed: 2 };
    expect(readResults(lines({ event: 'end', counts })).counts).toEqual({ ...nothing, xpassed: 2 });
  });

  test('sessions one after the other are added up, and the failed one gives the exit status', () => {
    const first = [{ event: 'session' }, { event: 'end', status: 1, counts: { failed: 1 } }];
    const second = [{ event: 'session' }, { event: 'end', status: 0, counts: { passed: 2 } }];
    const results = readResults(lines(...first, ...second));
    expect(results).toMatchObject({ exitStatus: 1, counts: { failed: 1, passed: 2 } });
  });

  test('failed subtests of a repeated attempt are taken back', () => {
    const subtest = report('failed', 'call', { subtest: 'i=1' });
    const results = readResults(lines(subtest, subtest, report('rerun'), subtest));
    expect(results).toMatchObject({ counts: { failed: 1, reruns: 1 } });
    expect(results.failures).toHaveLength(1);
  });
});

describe('failures', () => {
  test('has what a person needs', () => {
    const more = { message: 'assert 1 == 2', traceback: 'E  assert 1 == 2', path: '/app/a.py', line: 3 };
    expect(readResults(lines(report('failed', 'setup', more))).failures).toEqual([
      { nodeId: 'a.py::t', phase: 'setup', ...more },
    ]);
  });

  test('a subtest says which it is', () => {
    const subtest = report('failed', 'call', { subtest: 'i=1', message: 'assert 0' });
    expect(readResults(lines(subtest)).failures[0]?.message).toBe('[i=1] assert 0');
  });

  test.each([0, -1, 1.5, 1e9, '3', null])('line %j is left out', line => {
    const [failure] = readResults(lines(report('failed', 'call', { path: 'a.py', line }))).failures;
    expect(failure).toMatchObject({ path: 'a.py' });
    expect(failure).not.toHaveProperty('line');
  });

  test('long texts are cut, a thousand failures kept, all counted', () => {
    const long = report('failed', 'call', { message: 'm'.repeat(50_000), traceback: 't'.repeat(50_000) });
    const { failures, counts } = readResults(lines(...Array<object>(1200).fill(long)));
    expect(counts.failed).toBe(1200);
    expect(failures).toHaveLength(1000);
    expect(failures[0]?.message).toHaveLength(4000);
    expect(failures[0]?.traceback).toHaveLength(20_000);
  });
});

describe('the course of the run', () => {
  test('versions, exit status, seconds, why it stopped', () => {
    const session = { event: 'session', pytest: '9.0.0', python: '3.13.0' };
    const stopped = { event: 'stopped', message: 'KeyboardInterrupt' };
    const end = { event: 'end', status: 2, seconds: 1.5, counts: {} };
    expect(readResults(lines(session, stopped, end))).toEqual({
      pytest: '9.0.0',
      python: '3.13.0',
      stopped: 'KeyboardInterrupt',
      exitStatus: 2,
      seconds: 1.5,
      counts: nothing,
      failures: [],
      slowest: [],
    });
  });

  test.each([
    ['the only one', [started('a')], 'a'],
    ['the later one', [started('a'), started('b')], 'b'],
    ['one that goes on after another finished', [started('a'), started('b'), finished('b')], 'a'],
    ['started again', [started('a'), started('b'), started('a')], 'a'],
    ['all finished', [started('a'), finished('a')], undefined],
    ['its worker crashed', [started('a.py::t'), report('failed', '???')], undefined],
  ])('last started: %s', (_, events, name) => {
    expect(readResults(lines(...events)).lastStarted).toBe(name);
  });

  test('slowest first, at most fifty, all phases together', () => {
    const many = Array.from({ length: 60 }, (_, index) => finished(`t${index}`, index));
    const slow = { event: 'finished', test: 'slow', setup: 30, call: 30, teardown: 30 };
    const { slowest } = readResults(lines(...many, slow));
    expect(slowest).toHaveLength(50);
    expect(slowest.slice(0, 2)).toEqual([
      { nodeId: 'slow', seconds: 90 },
      { nodeId: 't59', seconds: 59 },
    ]);
  });
});

describe('hostile lines', () => {
  const good = JSON.stringify(report('failed'));
  test.each([
    ['nothing', ''],
    ['no JSON', 'garbage {"event":'],
    ['half a line', good.slice(0, 30)],
    ['other JSON', '[]\nnull\n1\n"x"\n{}\n[{"event":"end"}]'],
    ['unknown events', '{"event":"constructor"}\n{"event":"__proto__"}\n{"event":{}}\n{"event":["report"]}'],
    ['wrong types', '{"event":"report","test":1,"outcome":"failed"}\n{"event":"started","test":{}}'],
    ['an unknown outcome', lines(report('toString'), report('__proto__'))],
    ['bad numbers', '{"event":"end","status":-1,"seconds":"1","counts":[1]}\n{"event":"deselected","count":1e99}'],
    ['huge numbers', '{"event":"end","status":1e400,"seconds":1e400}\n{"event":"deselected","count":1e400}'],
    ['prototype keys', '{"event":"x","__proto__":{"event":"end","status":0},"constructor":1}'],
    ['deep nesting', `{"event":"end","counts":${'['.repeat(100_000)}`],
    ['an endless line', `{"event":"report","test":"${'x'.repeat(1_000_000)}"}`],
    ['control characters', '\0\r\x1b[31m\ufeff\ud800'],
  ])('%s does no harm', (_, garbage) => {
    const before = readResults(good);
    expect(readResults(`${good}\n${garbage}`)).toEqual(before);
    expect(readResults(`${garbage}\n${good}`)).toEqual(before);
  });

  test('a line cut off anywhere is left out', () => {
    for (let end = 0; end < good.length; end++) expect(readResults(good.slice(0, end)).failures).toEqual([]);
  });

  test('reads 64 MB in a few seconds', () => {
    const garbage = `${good}\n`.repeat(Math.ceil(64_000_000 / good.length));
    const began = performance.now();
    expect(readResults(garbage).failures).toHaveLength(1000);
    expect(performance.now() - began).toBeLessThan(8000);
  });
});

describe('repoPath', () => {
  const root = { workdir: '/usr/src/app', context: '' };
  const folder = { workdir: '/usr/src/app/', context: './services/api/' };
  test.each([
    ['/usr/src/app/tests/a.py', root, 'tests/a.py'],
    ['tests/a.py', root, 'tests/a.py'],
    ['./tests//x/../a.py', root, 'tests/a.py'],
    ['/usr/src/app/../app/a.py', root, 'a.py'],
    ['/usr/src/app/täst ☃.py', root, 'täst ☃.py'],
    ['/usr/src/app/a.py', folder, 'services/api/a.py'],
    ['a.py', folder, 'services/api/a.py'],
    ['/a.py', { workdir: '/', context: '' }, 'a.py'],
    ['/usr/src/app', root, undefined],
    ['/usr/src/application/a.py', root, undefined],
    ['/usr/lib/python3.11/json/decoder.py', root, undefined],
    ['/usr/src/app/.venv/lib/python3.11/site-packages/x.py', root, undefined],
    ['../a.py', root, undefined],
    ['/usr/src/app/../../../etc/passwd', root, undefined],
    ['/../../usr/src/app/a.py', root, undefined],
    ['../../../../../../a.py', folder, undefined],
    ['a.py', { workdir: '/app', context: '../other' }, undefined],
    ['<string>', root, undefined],
    ['<frozen importlib._bootstrap>', root, undefined],
    ['C:\\repo\\a.py', root, undefined],
    ['https://example.com/a.py', root, undefined],
    ['a\nb.py', root, undefined],
    ['a\0.py', root, undefined],
    ['a\x1b[31m.py', root, undefined],
    ['a\u202eyp.py', root, undefined],
    ['a\ud800.py', root, undefined],
    [`${'x'.repeat(1025)}.py`, root, undefined],
    ['', root, undefined],
  ])('%j in %j', (path, places, expected) => {
    expect(repoPath(path, places)).toBe(expected);
  });
});
