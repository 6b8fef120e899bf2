import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Whose dev-in-docker this is on GitHub, as npm remembers it of what it has fetched from there (npx does); undefined where
 * it came from elsewhere.
 */
export async function findOwner(file = import.meta.filename): Promise<string | undefined> {
  let folder = dirname(file);
  while (basename(dirname(folder)) !== 'node_modules') {
    if (dirname(folder) === folder) return undefined;
    folder = dirname(folder);
  }
  const lock = await readFile(join(dirname(folder), '.package-lock.json'), 'utf8').catch(() => '{}');
  return ownerIn(lock, `node_modules/${basename(folder)}`);
}

function ownerIn(lock: string, name: string): string | undefined {
  try {
    const { resolved } = JSON.parse(lock).packages[name];
    return /^git\+\w+:\/\/(?:git@)?github\.com[/:]([\w-]+)\/dev-in-docker(?:\.git)?(?:#|$)/.exec(resolved)?.[1];
  } catch {
    return undefined;
  }
}
