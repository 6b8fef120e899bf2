// Folded parts of the summary: slow tests, warnings, skipped tests.

import type { Comparison } from '../pytest/baseline.ts';
import { secondsOf, type TestResults } from '../pytest/results.ts';
import { duration } from '../text/quantities.ts';
import { folded, inline, inlineWithin, table } from './html.ts';

const MOST_NAME_BYTES = 400;
const MOST_ROWS = 50;

/** The slowest tests, with what each of their phases took, and what it was on the default branch where it is much more. */
export function slowestTests({ slowest, testSeconds }: TestResults, most: number, comparison?: Comparison): string {
  const shown = slowest.slice(0, most).filter(test => secondsOf(test) >= 0.01);
  if (shown.length === 0) return '';
  const together = shown.reduce((all, test) => all + secondsOf(test), 0);
  const share = testSeconds > 0 ? Math.round((together / testSeconds) * 100) : 100;
  const before = new Map(comparison?.slower.map(test => [test.nodeId, `, was ${duration(test.before)}`]));
  const rows = shown.map(test => [
    `<code>${inlineWithin(test.nodeId, MOST_NAME_BYTES)}</code>${before.get(test.nodeId) ?? ''}`,
    ...[test.setup, test.call, test.teardown, secondsOf(test)].map(seconds =>
      seconds < 0.0005 ? '' : duration(seconds),
    ),
  ]);
  const title = `🐢 ${shown.length === 1 ? 'The slowest test' : `The ${shown.length} slowest tests`} (${share} % of the time in tests)`;
  return folded(title, `\n\n${table([['test', 'setup', 'call', 'teardown', 'together'], ...rows])}`);
}

/** Warnings by message, the most frequent first. */
export function warningsByMessage({ warnings, counts }: TestResults): string {
  if (warnings.length === 0) return '';
  const messages = Map.groupBy(warnings, ({ category, message }) => `${category}: ${message}`);
  const rows = [...messages]
    .map(([message, group]) => ({ message, group, count: group.reduce((all, { count }) => all + count, 0) }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_ROWS)
    .map(({ message, group, count }) => {
      const [first] = group;
      const place = first?.path === undefined ? '' : `${first.path}${first.line === undefined ? '' : `:${first.line}`}`;
      const others =
        group.length > 1 ? ` and ${group.length - 1} other ${group.length === 2 ? 'place' : 'places'}` : '';
      return [
        `${count}×`,
        inlineWithin(message, 1000),
        `<code>${inlineWithin(place, MOST_NAME_BYTES)}</code>${others}`,
      ];
    });
  const number = counts.warnings;
  return folded(`⚠️ ${number} ${number === 1 ? 'warning' : 'warnings'}`, `\n\n${table(rows)}`);
}

/** Skipped tests, and those that are expected to fail, by reason. */
export function skippedTests({ reasons, counts }: TestResults): string {
  if (reasons.length === 0) return '';
  const title = (['skipped', 'xfailed', 'xpassed'] as const)
    .filter(name => counts[name] > 0)
    .map(name => `${counts[name]} ${name}`)
    .join(', ');
  const rows = reasons
    .slice(0, MOST_ROWS)
    .map(({ outcome, reason, count }) => [`${count}×`, outcome, inline(reason) || '<i>no reason given</i>']);
  return folded(`⏭️ ${title}`, `\n\n${table(rows)}`);
}
