// What tests did as JUnit's XML, which other tools read; classes and names are those of pytest's own --junitxml.

import XMLBuilder from 'fast-xml-builder';
import type { Left } from '../legs/format-leg.ts';
import { labelOf } from '../legs/gather.ts';
import type { LegFailure, Test } from '../legs/leg.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (value: unknown) => String(value).replace(/[&<>"]/g, found => ENTITIES[found] ?? '');
const builder = new XMLBuilder({
  ...{ ignoreAttributes: false, suppressEmptyNode: true, format: true, indentBy: ' ' },
  processEntities: false,
  tagValueProcessor: (_, value) => escaped(value),
  // A reader takes a bare line feed in an attribute for a space.
  attributeValueProcessor: (_, value) => escaped(value).replace(/[\t\n\r]/g, space => `&#${space.charCodeAt(0)};`),
});

/** A `testsuite` of what one leg, or a job without a matrix, did. */
export function junitSuite({ leg, tests }: Pick<Left, 'leg' | 'tests'>): string {
  const failures = Map.groupBy(leg.failures, ({ nodeId }) => nodeId);
  const ran = new Set(tests.map(({ nodeId }) => nodeId));
  const cases = [
    ...tests.flatMap(test => casesOf(test, failures.get(test.nodeId) ?? [])),
    // Files that could not be collected are no tests.
    ...[...failures].flatMap(([nodeId, found]) =>
      ran.has(nodeId) ? [] : casesOf({ nodeId, outcome: 'error', seconds: 0 }, found),
    ),
  ];
  const count = (what: keyof Case) => cases.filter(one => one[what] !== undefined).length;
  return builder.build({
    testsuite: {
      ...attributes({
        name: labelOf(leg) || 'pytest',
        tests: cases.length,
        failures: count('failure'),
        errors: count('error'),
        skipped: count('skipped'),
        time: leg.testSeconds.toFixed(3),
      }),
      testcase: cases,
    },
  });
}

/** The file of all of them. */
export function junitFile(suites: string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="pytest tests">\n${suites.join('')}</testsuites>\n`;
}

/** Of failures that were too many to keep. */
const UNTOLD = 'see the log';

/** A `testcase`: at most one of these, or else it passed. */
type Case = { skipped?: object; failure?: object[]; error?: object[] };

/** One; or two where a test failed and then could not be ended, as readers expect one thing of a case. */
function casesOf({ nodeId, outcome, reason, seconds }: Test, found: LegFailure[]): Case[] {
  const one = (seconds: number, more: Case) => ({
    ...attributes({ ...namesOf(nodeId), time: seconds.toFixed(3) }),
    ...more,
  });
  const [failures, errors] = [found.filter(isFailure), found.filter(failure => !isFailure(failure))];
  if (failures.length > 0)
    return [
      one(seconds, { failure: failures.map(told) }),
      ...(errors.length > 0 ? [one(0, { error: errors.map(told) })] : []),
    ];
  if (errors.length > 0) return [one(seconds, { error: errors.map(told) })];
  if (outcome === 'failed' || outcome === 'error')
    return [one(seconds, { failure: [attributes({ message: UNTOLD })] })];
  if (outcome !== 'skipped' && outcome !== 'xfailed') return [one(seconds, {})];
  const type = outcome === 'skipped' ? 'pytest.skip' : 'pytest.xfail';
  return [one(seconds, { skipped: attributes({ type, ...(reason === undefined ? {} : { message: reason }) }) })];
}

function isFailure({ phase }: LegFailure): boolean {
  return phase === 'call';
}

function told({ phase, message, traceback }: LegFailure): object {
  const isAround = phase === 'setup' || phase === 'teardown';
  const title = isAround ? `failed on ${phase} with "${message}"` : message;
  return { ...attributes({ message: title }), '#text': legible(traceback || message) };
}

/** As pytest's own file has them: `tests/test_a.py::TestB::test_c[1]` is `test_c[1]` of `tests.test_a.TestB`. */
function namesOf(nodeId: string): { classname: string; name: string } {
  const bracket = nodeId.indexOf('[');
  const [address, parameters] = bracket < 0 ? [nodeId, ''] : [nodeId.slice(0, bracket), nodeId.slice(bracket)];
  const [file = '', ...names] = address.split('::');
  const parts = [file.replaceAll('/', '.').replace(/\.py$/, ''), ...names];
  return { classname: parts.slice(0, -1).join('.'), name: (parts.at(-1) ?? '') + parameters };
}

function attributes(values: Record<string, string | number>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`@_${name}`, legible(String(value))]));
}

/** With the codes of characters that XML can't have in their place, as in pytest's own file. */
function legible(text: string): string {
  return text.replace(
    /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,
    wrong => `#x${wrong.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
