import { expect, test } from 'vitest';
import { junitFile, junitSuite } from '../../src/report/junit.ts';
import { makeLeg } from '../legs/samples.ts';

const failure = (nodeId: string, phase: 'call' | 'setup' | 'teardown' | 'collect', message: string) => ({
  nodeId,
  phase,
  message,
  traceback: '',
});

test('tests by the classes and names of pytest, with what became of them', () => {
  const leg = makeLeg({
    matrix: [{ name: 'python', value: '3.12' }],
    testSeconds: 2.5,
    failures: [
      failure('tests/test_a.py::TestB::test_c[a::b]', 'call', 'assert 1 < 2 & "x"'),
      failure('tests/test_a.py::test_d', 'setup', 'no \u001b[31mdatabase\ud800'),
      failure('tests/test_a.py::test_both', 'call', 'assert 0\nis not'),
      failure('tests/test_a.py::test_both', 'teardown', 'no end'),
      failure('tests/test_e.py', 'collect', 'SyntaxError'),
    ],
  });
  const tests = [
    { nodeId: 'tests/test_a.py::test_ok', outcome: 'passed' as const, seconds: 1.25 },
    { nodeId: 'tests/test_a.py::TestB::test_c[a::b]', outcome: 'failed' as const, seconds: 1 },
    { nodeId: 'tests/test_a.py::test_d', outcome: 'error' as const, seconds: 0 },
    { nodeId: 'tests/test_a.py::test_s', outcome: 'skipped' as const, reason: 'not <here>', seconds: 0 },
    { nodeId: 'tests/test_a.py::test_x', outcome: 'xfailed' as const, seconds: 0 },
    { nodeId: 'tests/test_a.py::test_both', outcome: 'failed' as const, seconds: 0.5 },
    { nodeId: 'tests/test_a.py::test_one_of_too_many', outcome: 'failed' as const, seconds: 0 },
  ];
  expect(junitFile([junitSuite({ leg, tests })])).toBe(`<?xml version="1.0" encoding="utf-8"?>
<testsuites name="pytest tests">
<testsuite name="3.12" tests="9" failures="3" errors="3" skipped="2" time="2.500">
 <testcase classname="tests.test_a" name="test_ok" time="1.250"/>
 <testcase classname="tests.test_a.TestB" name="test_c[a::b]" time="1.000">
  <failure message="assert 1 &lt; 2 &amp; &quot;x&quot;">assert 1 &lt; 2 &amp; &quot;x&quot;</failure>
 </testcase>
 <testcase classname="tests.test_a" name="test_d" time="0.000">
  <error message="failed on setup with &quot;no #x1B[31mdatabase#xD800&quot;">no #x1B[31mdatabase#xD800</error>
 </testcase>
 <testcase classname="tests.test_a" name="test_s" time="0.000">
  <skipped type="pytest.skip" message="not &lt;here&gt;"/>
 </testcase>
 <testcase classname="tests.test_a" name="test_x" time="0.000">
  <skipped type="pytest.xfail"/>
 </testcase>
 <testcase classname="tests.test_a" name="test_both" time="0.500">
  <failure message="assert 0&#10;is not">assert 0
is not</failure>
 </testcase>
 <testcase classname="tests.test_a" name="test_both" time="0.000">
  <error message="failed on teardown with &quot;no end&quot;">no end</error>
 </testcase>
 <testcase classname="tests.test_a" name="test_one_of_too_many" time="0.000">
  <failure message="see the log"/>
 </testcase>
 <testcase classname="" name="tests.test_e" time="0.000">
  <error message="SyntaxError">SyntaxError</error>
 </testcase>
</testsuite>
</testsuites>
`);
});

test('50,000 tests are a file', () => {
  const tests = Array.from({ length: 50_000 }, (_, number) => ({
    nodeId: `test_a.py::test_${number}`,
    outcome: 'passed' as const,
    seconds: 0.001,
  }));
  expect(junitSuite({ leg: makeLeg({}), tests }).match(/<testcase /g)).toHaveLength(50_000);
});
