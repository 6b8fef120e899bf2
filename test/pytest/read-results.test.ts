import { describe, expect, test } from 'vitest';
import { readResults } from '../../src/pytest/read-results.ts';

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

  test.each<[string, (number | 'begins' | undefined)[], number | undefined]>([
    ['none', [], undefined],
    ['one that did not live to tell', [undefined], undefined],
    ['one that could not start', ['begins'], undefined],
    ['one that could not start, and then another', ['begins', 0], 0],
    ['one that crashed, and then another', [undefined, 0], undefined],
    ['an empty suite', [5], 5],
    ['an empty suite among others', [0, 5, 0], 5],
    ['one that went wrong beside an empty suite', [1, 5], 1],
    ['the last of those that went wrong', [2, 3, 0], 3],
  ])('the exit status of several sessions: %s', (_, statuses, expected) => {
    const events = statuses.flatMap(status => [
      { event: 'session' },
      ...(status === 'begins' ? [] : [{ event: 'run' }]),
      ...(typeof status === 'number' ? [{ event: 'end', status }] : []),
    ]);
    expect(readResults(lines(...events)).exitStatus).toBe(expected);
  });

  test('a session that changes its mind means what it says last', () => {
    const ends = [1, 0].map(status => ({ event: 'end', status }));
    expect(readResults(lines({ event: 'session' }, { event: 'run' }, ...ends)).exitStatus).toBe(0);
  });

  test('of a pytest that the plugin does not know, its own counts are all', () => {
    const begun = [{ event: 'session', pytest: '6.2.5', known: false }, { event: 'run' }];
    expect(readResults(lines(...begun))).toMatchObject({ isUnknown: true, isCounted: false });
    const end = { event: 'end', status: 0, counts: { passed: 2 } };
    expect(readResults(lines(...begun, end))).toMatchObject({ isCounted: true, counts: { passed: 2 } });
  });

  test('failed subtests of a repeated attempt are taken back', () => {
    const subtest = report('failed', 'call', { subtest: 'i=1' });
    const results = readResults(lines(subtest, subtest, report('rerun'), subtest));
    expect(results).toMatchObject({ counts: { failed: 1, reruns: 1 } });
    expect(results.failures).toHaveLength(1);
  });
});

describe('what failed and passed when pytest repeated it', () => {
  const fails = (test: string, phase = 'call') => ({
    event: 'report',
    test,
    phase,
    outcome: 'failed',
    message: 'once',
  });
  const passes = (test: string) => ({ event: 'finished', test, passed: true });
  const begin = (more = {}) => [{ event: 'session' }, { event: 'run', rootdir: '/app', repeats: false, ...more }];
  const repeat = begin({ repeats: true });
  const end = (status: number, counts?: object) => ({ event: 'end', status, ...(counts ? { counts } : {}) });
  test.each<[string, object[], Partial<ReturnType<typeof readResults>['counts']>, number | undefined, number[]]>([
    [
      'the one test',
      [
        ...begin(),
        passes('a'),
        fails('b'),
        end(1, { passed: 1, failed: 1 }),
        ...repeat,
        passes('b'),
        end(0, { passed: 1 }),
      ],
      { passed: 2 },
      0,
      [1],
    ],
    [
      'at the third try',
      [...begin(), fails('b'), end(1), ...repeat, fails('b'), end(1), ...repeat, passes('b'), end(0)],
      { passed: 1 },
      0,
      [2],
    ],
    [
      'both errors of a test',
      [...begin(), fails('b', 'setup'), fails('b', 'teardown'), end(1), ...repeat, passes('b'), end(0)],
      { passed: 1 },
      0,
      [1],
    ],
    [
      'one of two',
      [...begin(), fails('a'), fails('b'), end(1), ...repeat, passes('b'), end(0)],
      { failed: 1, passed: 1 },
      1,
      [1],
    ],
    [
      'in a run that is not a repetition',
      [...begin(), fails('b'), end(1), ...begin(), passes('b'), end(0)],
      { failed: 1, passed: 1 },
      1,
      [],
    ],
    [
      'in another folder',
      [...begin(), fails('b'), end(1), ...begin({ repeats: true, rootdir: '/lib' }), passes('b'), end(0)],
      { failed: 1, passed: 1 },
      1,
      [],
    ],
    [
      'its teardown failed',
      [...begin(), fails('b'), end(1), ...repeat, fails('b', 'teardown'), passes('b'), end(1)],
      { errors: 1, passed: 1 },
      1,
      [1],
    ],
    ['after a crash', [...begin(), fails('b'), ...repeat, passes('b'), end(0)], { passed: 1 }, undefined, [1]],
    ['after an interrupt', [...begin(), fails('b'), end(2), ...repeat, passes('b'), end(0)], { passed: 1 }, 2, [1]],
  ])('%s', (_, events, counts, exitStatus, reruns) => {
    const results = readResults(lines(...events));
    expect(results.counts).toEqual({ ...nothing, ...counts });
    expect(results.exitStatus).toBe(exitStatus);
    expect(results.flaky).toEqual(reruns.map(count => ({ nodeId: 'b', reruns: count, message: 'once' })));
    expect(results.failures).toHaveLength((counts.failed ?? 0) + (counts.errors ?? 0));
  });

  test('of more failures than are kept, the rest stays', () => {
    const names = Array.from({ length: 5001 }, (_, number) => `t${number}`);
    const events = [...begin(), ...names.map(name => fails(name)), end(1), ...repeat, ...names.map(passes), end(0)];
    expect(readResults(lines(...events))).toMatchObject({ counts: { failed: 1 }, exitStatus: 1 });
  });
});

test('no phase takes longer than the run: where a test stops the clock, its seconds are unknown', () => {
  const frozen = { event: 'finished', test: 'frozen', passed: true, setup: 1.6e9, call: 0.25, teardown: -1.6e9 };
  const failed = report('failed', 'setup', { seconds: 1.6e9 });
  const { slowest, ran, testSeconds, failures } = readResults(lines(frozen, failed), 30);
  expect(slowest).toEqual([{ nodeId: 'frozen', setup: 0, call: 0.25, teardown: 0 }]);
  expect(ran).toMatchObject([{ setup: 0 }]);
  expect(testSeconds).toBe(0.25);
  expect(failures[0]).not.toHaveProperty('seconds');
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

  test('long texts are cut, five thousand failures kept, all counted', () => {
    const long = report('failed', 'call', { message: 'm'.repeat(50_000), traceback: 't'.repeat(50_000) });
    const { failures, counts } = readResults(lines(long, ...Array<object>(5199).fill(report('failed'))));
    expect(counts.failed).toBe(5200);
    expect(failures).toHaveLength(5000);
    expect(failures[0]?.message).toHaveLength(4000);
    expect(failures[0]?.traceback).toHaveLength(20_000);
  });
});

describe('the course of the run', () => {
  test('versions, exit status, why it stopped', () => {
    const session = { event: 'session', pytest: '9.0.0', python: '3.13.0', known: true };
    const run = { event: 'run', rootdir: '/usr/src/app', repeats: false, remembers: true };
    const stopped = { event: 'stopped', message: 'KeyboardInterrupt' };
    const end = { event: 'end', status: 2, counts: {} };
    expect(readResults(lines(session, run, stopped, end))).toEqual({
      pytest: '9.0.0',
      python: '3.13.0',
      rootdir: '/usr/src/app',
      stopped: 'KeyboardInterrupt',
      exitStatus: 2,
      hasRun: true,
      isCounted: true,
      remembers: true,
      counts: nothing,
      failures: [],
      flaky: [],
      slowest: [],
      testSeconds: 0,
      ran: [],
      outcomes: new Map(),
      whys: new Map(),
      timings: new Map(),
      reasons: [],
      warnings: [],
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
    const { slowest, testSeconds } = readResults(lines(...many, slow));
    expect(slowest).toHaveLength(50);
    expect(slowest.slice(0, 2)).toEqual([
      { nodeId: 'slow', setup: 30, call: 30, teardown: 30 },
      { nodeId: 't59', setup: 0, call: 59, teardown: 0 },
    ]);
    expect(testSeconds).toBe(90 + (59 * 60) / 2);
  });
});

test('tests that passed or failed are known by name', () => {
  const end = (test: string, passed: boolean) => ({ event: 'finished', test, passed, call: 1 });
  const events = [end('a', true), end('a.py::t', false), report('failed'), end('skipped', false), end('a', true)];
  const seconds = { setup: 0, call: 1, teardown: 0 };
  expect(readResults(lines(...events)).ran).toEqual([
    { nodeId: 'a', ...seconds, isFailed: false },
    { nodeId: 'a.py::t', ...seconds, isFailed: true },
  ]);
});

describe('what became of a test', () => {
  const begin = started('a.py::t');
  const end = (passed: boolean) => ({ event: 'finished', test: 'a.py::t', passed });
  test.each<[string, object[], string | undefined]>([
    ['it passed', [begin, end(true)], 'passed'],
    ['it failed', [begin, report('failed'), end(false)], 'failed'],
    ['it could not be set up', [begin, report('failed', 'setup'), end(false)], 'error'],
    ['it passed and could not be torn down', [begin, report('failed', 'teardown'), end(true)], 'error'],
    ['it failed twice', [begin, report('failed'), report('failed', 'teardown'), end(false)], 'failed'],
    ['a subtest failed', [begin, report('failed', 'call', { subtest: 'i=1' }), end(true)], 'failed'],
    ['it was skipped', [begin, report('skipped', 'setup'), end(false)], 'skipped'],
    ['it failed as expected', [begin, report('skipped', 'call', { xfail: 'known' }), end(false)], 'xfailed'],
    ['it passed unexpectedly', [begin, report('passed', 'call', { xfail: '' }), end(false)], 'xpassed'],
    ['its worker crashed', [begin, report('failed', '???')], 'failed'],
    ['it never ended', [begin], undefined],
    ['it passed when it was repeated', [begin, report('rerun'), begin, end(true)], 'passed'],
    [
      'the same with subtests',
      [begin, report('failed', 'call', { subtest: 'i' }), report('rerun'), end(true)],
      'passed',
    ],
    ['it passed later', [begin, report('failed'), end(false), { event: 'session' }, begin, end(true)], 'passed'],
    ['it passed, and was not ended later', [begin, end(true), { event: 'session' }, begin], 'passed'],
    ['its file could not be collected', [report('failed', 'collect')], undefined],
    ['its file was skipped', [report('skipped', 'collect')], undefined],
  ])('%s', (_, events, outcome) => {
    expect(readResults(lines(...events)).outcomes.get('a.py::t')).toBe(outcome);
  });
});

describe('flaky tests', () => {
  const attempt = report('rerun', 'call', { message: 'assert 0' });
  const end = (passed: boolean) => ({ event: 'finished', test: 'a.py::t', passed });
  test.each<[string, object[], number[]]>([
    ['passed at once', [end(true)], []],
    ['passed on the second try', [attempt, end(true)], [1]],
    ['passed on the third try, each of which ends', [attempt, end(false), attempt, end(false), end(true)], [2]],
    ['never passed', [attempt, report('failed'), end(false)], []],
    ['was killed', [attempt], []],
    ['passed later in another session', [attempt, end(true), { event: 'session' }, end(true)], [1]],
    ['passed in another session only', [attempt, report('failed'), { event: 'session' }, end(true)], []],
  ])('%s', (_, events, reruns) => {
    const expected = reruns.map(count => ({ nodeId: 'a.py::t', reruns: count, message: 'assert 0' }));
    expect(readResults(lines(...events)).flaky).toEqual(expected);
  });
});

test('skipped tests are gathered by reason, the most frequent first', () => {
  const skip = (reason?: string) => report('skipped', 'setup', { reason });
  const xfail = report('skipped', 'call', { xfail: 'no network' });
  const xpass = report('passed', 'call', { xfail: '' });
  const events = [skip('no network'), xfail, xfail, skip('slow'), skip('slow'), skip('slow'), skip(), xpass];
  expect(readResults(lines(...events)).reasons).toEqual([
    { outcome: 'skipped', reason: 'slow', count: 3 },
    { outcome: 'xfailed', reason: 'no network', count: 2 },
    { outcome: 'skipped', reason: 'no network', count: 1 },
    { outcome: 'skipped', reason: '', count: 1 },
    { outcome: 'xpassed', reason: '', count: 1 },
  ]);
});

test('a test that was skipped or failed as expected has its own reason, where one is told', () => {
  const named = (test: string, more: object) => ({ ...report('skipped', 'setup'), test, ...more });
  const events = [
    named('a', { reason: 'slow' }),
    named('b', { reason: '' }),
    named('c', { phase: 'call', xfail: 'a bug' }),
    named('file.py', { phase: 'collect', reason: 'no numpy' }),
  ];
  expect(readResults(lines(...events)).whys).toEqual(
    new Map([
      ['a', 'slow'],
      ['c', 'a bug'],
    ]),
  );
});

describe('warnings', () => {
  const warning = (count: unknown, more = {}) => ({
    event: 'warning',
    category: 'DeprecationWarning',
    message: 'old',
    path: '/app/a.py',
    line: 3,
    count,
    ...more,
  });
  test('are counted as often as they are told to have come', () => {
    const { warnings, counts } = readResults(lines(warning(1), warning(1, { line: 4 }), warning(7)));
    expect(warnings).toEqual([
      { category: 'DeprecationWarning', message: 'old', path: '/app/a.py', line: 3, count: 7 },
      { category: 'DeprecationWarning', message: 'old', path: '/app/a.py', line: 4, count: 1 },
    ]);
    expect(counts.warnings).toBe(8);
  });

  test.each([0, -1, 1.5, '1', null])('a count of %j is none', count => {
    expect(readResults(lines(warning(count))).warnings).toEqual([]);
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
    ['huge sums', '{"event":"end","seconds":1e308}\n{"event":"finished","test":"","call":1e308}'],
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

  test('reads 64 MB', () => {
    const garbage = `${good}\n`.repeat(Math.ceil(64_000_000 / good.length));
    expect(readResults(garbage).failures).toHaveLength(5000);
  });
});
