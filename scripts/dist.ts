// Builds dist/. With --check it builds into a temporary folder instead and says where dist/ differs from that.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from 'rolldown';
import configs from '../rolldown.config.ts';

const dist = join(import.meta.dirname, '../dist');

/** Builds everything that runs into a folder, which is emptied first; rejects with the bundler's message. */
export async function buildInto(folder: string): Promise<void> {
  for (const config of configs) await build({ ...config, logLevel: 'warn', output: { ...config.output, dir: folder } });
}

/** The files, relative to both folders, that are missing from one of them or not the same in both, byte by byte. */
export function differences(folder: string, other: string): string[] {
  const files = new Set([...filesIn(folder), ...filesIn(other)]);
  return [...files].filter(file => !sameBytes(join(folder, file), join(other, file))).sort();
}

/** The files of the given dist folder, relative to it, that a new build would change, add or remove. */
export async function staleFiles(folder: string): Promise<string[]> {
  const temporary = mkdtempSync(join(tmpdir(), 'dev-in-docker-dist-'));
  try {
    await buildInto(temporary);
    return differences(folder, temporary);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)));
}

function sameBytes(file: string, other: string): boolean {
  try {
    return readFileSync(file).equals(readFileSync(other));
  } catch {
    return false; // one of the two is missing
  }
}

if (import.meta.main) {
  if (process.argv[2] === '--check') {
    const stale = await staleFiles(dist);
    if (stale.length > 0) {
      console.error(`dist/ is not what src/ builds to (${stale.join(', ')}): run "npm run fix" and commit dist/.`);
      process.exitCode = 1;
    }
  } else {
    await buildInto(dist);
  }
}
