// Stands where actions/cache stands, as a process of its own: `restore PATH KEY [PREFIX]` prints the key that was
// found, `save PATH KEY` saves. Bundled into one file before it runs, as actions are.
import { restoreCache, saveCache } from '@actions/cache';

const [, , what, path = '', key = '', prefix] = process.argv;
if (what === 'restore') {
  const found = await restoreCache([path], key, prefix === undefined ? [] : [prefix]);
  process.stdout.write(`restored ${found ?? 'nothing'}\n`);
} else {
  await saveCache([path], key);
  process.stdout.write(`saved ${key}\n`);
}
process.exit(0);
