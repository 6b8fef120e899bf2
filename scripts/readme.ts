// Renders the tables of inputs and outputs in README.md from action.yml, and the defaults that it leaves to the code. With --check it only says if they are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { builtIn } from '../src/inputs/settings.ts';

const root = join(import.meta.dirname, '..');

type Entry = { name: string; description: string; default: string | undefined };

/** The README with both tables as action.yml has them; throws if a marker or a description is missing. */
export function withTables(readme: string, action: string): string {
  const typed = entries(action, 'inputs').filter(input => !input.description.startsWith('Filled in by the runner'));
  const inputs = typed.map(input => [code(input.name), code(input.default ?? ''), input.description]);
  const outputs = entries(action, 'outputs').map(output => [code(output.name), output.description]);
  const withInputs = between(readme, 'inputs', table(['Input', 'Default', 'What it is'], inputs));
  return between(withInputs, 'outputs', table(['Output', 'What it is'], outputs));
}

function entries(action: string, part: 'inputs' | 'outputs'): Entry[] {
  return Object.entries(record(record(parse(action))[part])).map(([name, value]) => {
    const { description, default: preset } = record(value);
    if (typeof description !== 'string') throw new Error(`action.yml: ${name} has no description`);
    const inCode = part === 'inputs' ? Object.entries(builtIn).find(([input]) => input === name)?.[1] : undefined;
    return { name, description: description.trim(), default: preset === undefined ? inCode : String(preset) };
  });
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('action.yml: a mapping is missing');
  return { ...value };
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

function table(head: string[], rows: string[][]): string {
  const all = [head, ...rows].map(cells => cells.map(cell => cell.replaceAll('|', '\\|')));
  // As wide as Biome would make them, which formats Markdown too.
  const widths = head.map((_, column) => Math.max(...all.map(cells => (cells[column] ?? '').length)));
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = '', ...others] = all.map(line);
  return [first, line(widths.map(width => '-'.repeat(width))), ...others].join('\n');
}

function between(readme: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md: the lines ${start} and ${end} are missing`);
  return `${readme.slice(0, from)}${start}\n\n${text}\n\n${readme.slice(to)}`;
}

if (import.meta.main) {
  const path = join(root, 'README.md');
  const readme = readFileSync(path, 'utf8');
  const fresh = withTables(readme, readFileSync(join(root, 'action.yml'), 'utf8'));
  if (process.argv[2] !== '--check') {
    writeFileSync(path, fresh);
  } else if (fresh !== readme) {
    console.error('The tables in README.md are not what action.yml says: run "npm run fix" and commit README.md.');
    process.exitCode = 1;
  }
}
