// Installs the locked dependencies when they are missing or stale. Runs before any of them exists, on the host's own Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const lock = readFileSync('package-lock.json', 'utf8');
// npm ci empties node_modules first, so the copy is there only after an installation that ended well.
const installed = 'node_modules/.installed-lock.json';
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
  console.log('Installing the locked dependencies (npm ci)…');
  // What packages run when they are installed is run for one of them only: node, which then fetches its program.
  runNpm('ci', '--ignore-scripts', '--no-audit', '--no-fund');
  runNpm('rebuild', '--ignore-scripts=false', 'node');
  writeFileSync(installed, lock);
}

/** @param {string[]} words */
function runNpm(...words) {
  // Not by its path: this very process may be run by the node of an installation that npm ci has just removed.
  const { status } = spawnSync('node', [process.env.npm_execpath ?? '', ...words], { stdio: 'inherit' });
  if (status === 0) return;
  console.error(`npm ${words[0]} failed. See its message above; then run the same command again.`);
  process.exit(status ?? 1);
}
