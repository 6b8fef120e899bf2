// Installs the locked dependencies when they are missing or stale. Runs before any of them exists, on the host's own Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const lock = readFileSync('package-lock.json', 'utf8');
// npm ci empties node_modules first, so the copy is there only after an installation that ended well.
const installed = 'node_modules/.installed-lock.json';
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
  console.log('Installing the locked dependencies (npm ci)…');
  const npm = spawnSync(process.execPath, [process.env.npm_execpath ?? '', 'ci', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
  });
  if (npm.status !== 0) {
    console.error('npm ci failed. See its message above; then run the same command again.');
    process.exit(npm.status ?? 1);
  }
  writeFileSync(installed, lock);
}
