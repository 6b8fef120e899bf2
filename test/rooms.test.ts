import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const src = join(root, 'src');

/** From the ground up, as the map in CONTRIBUTING.md lists them: a room imports itself and what stands before it. */
const [, map = ''] = /^## Map\n(.*?)^## /ms.exec(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')) ?? [];
const ROOMS = [...map.matchAll(/^\d+\. `([a-z.]+)\/?`: /gm)].map(([, name = '']) => name);

/** The entries: each starts a process of its own, and nothing imports it. */
const ENTRIES = ['main.ts', 'post.ts', 'report-main.ts', 'publish-main.ts', 'cli.ts'];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
const roomOf = (file: string): string => file.split('/')[0] ?? '';

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  const paths = text.matchAll(/(?:from |import |import\()'(\.[^']+\.ts)'/g);
  return [...paths].map(([, path = '']) => join(dirname(file), path));
}

test('every file has its room in CONTRIBUTING.md, and every room there has files', () => {
  expect(new Set(files.map(roomOf).filter(room => !ENTRIES.includes(room)))).toEqual(new Set(ROOMS));
});

test('no room imports one that stands above it', () => {
  const height = (file: string) => (ENTRIES.includes(file) ? ROOMS.length : ROOMS.indexOf(roomOf(file)));
  const wrong = files.flatMap(file => {
    const above = importsOf(file).filter(target => height(target) > height(file) || ENTRIES.includes(target));
    return above.map(target => `${file} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('the name of a type is given once', () => {
  const names = files.flatMap(file => {
    const text = readFileSync(join(src, file), 'utf8');
    return [...text.matchAll(/^(?:export )?type (\w+)/gm)].map(([, name = '']) => ({ name, file }));
  });
  const twice = names.filter(({ name }, index) => names.findIndex(other => other.name === name) !== index);
  expect(twice).toEqual([]);
});
