import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The rows of the table of threats: what could happen, what prevents it, and the file and name of the test for it. */
const rows = readFileSync(join(root, 'docs/threat-model.md'), 'utf8')
  .split('\n')
  .flatMap(line => {
    const [, threat, defence, file, name] = /^\| (.+?) +\| (.+?) +\| `([\w/.-]+)`: (.+?) +\|$/.exec(line) ?? [];
    return threat && defence && file && name ? [{ threat, defence, file, name }] : [];
  });

test('every row of the table of threats has all that belongs to it', () => {
  const table = readFileSync(join(root, 'docs/threat-model.md'), 'utf8').split('\n## Each threat')[1] ?? '';
  const lines =
    table
      .split('\n## ')[0]
      ?.split('\n')
      .filter(line => line.startsWith('|')) ?? [];
  // Without its two lines of headings.
  expect(rows).toHaveLength(lines.length - 2);
  expect(new Set(rows.map(({ threat }) => threat)).size).toBe(rows.length);
});

describe('the defence has a test', () => {
  test.each(rows)('$threat', ({ file, name }) => {
    // Quotes in a name may be written with a backslash.
    const source = readFileSync(join(root, 'test', file), 'utf8').replaceAll("\\'", "'");
    const isThere = ["'", '"', '`'].some(quote => source.includes(`${quote}${name}${quote}`));
    expect(isThere, `${file} has no test called "${name}"`).toBe(true);
  });
});
