// One marked line in /etc/hosts, so that a name of a real service leads to this machine while the lab runs.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { readFileSync, writeFileSync } from 'node:fs';
import { isAlive } from './folder.ts';

const HOSTS = '/etc/hosts';
const MARK = '# dev-in-docker lab, process';

/**
 * Makes `host` mean 127.0.0.1 and returns a function that takes the line out again, or undefined where neither this
 * user nor `sudo -n` can write /etc/hosts. Several runs may hold a line for the same host, each removes its own.
 */
export async function addHost(host: string): Promise<(() => void) | undefined> {
  const own = `127.0.0.1 ${host} ${MARK} ${process.pid} ${randomUUID()}`;
  const kept = readLines().filter(line => !isStale(line, host));
  // In front, so that taking it out leaves the file as it was, with or without a line break at its end.
  if (!writeLines([own, ...kept])) return undefined;
  const remove = () => {
    writeLines(readLines().filter(line => line !== own));
  };
  if (await leadsHere(host)) return remove;
  remove();
  return undefined;
}

/** Whether this line was left for this host by a run that was killed before it could clean up. */
function isStale(line: string, host: string): boolean {
  if (!line.startsWith(`127.0.0.1 ${host} ${MARK} `)) return false;
  const pid = Number(/process (\d+)/.exec(line)?.[1]);
  return !isAlive(pid);
}

async function leadsHere(host: string): Promise<boolean> {
  try {
    return (await lookup(host, { family: 4 })).address === '127.0.0.1';
  } catch {
    return false;
  }
}

function readLines(): string[] {
  return readFileSync(HOSTS, 'utf8').split('\n');
}

// Written in place and all at once: in a container the file is a mount that can't be replaced, and between reading and
// writing another run must not get in.
function writeLines(lines: string[]): boolean {
  const text = lines.join('\n');
  try {
    writeFileSync(HOSTS, text);
    return true;
  } catch {
    return spawnSync('sudo', ['-n', 'tee', HOSTS], { input: text, stdio: ['pipe', 'ignore', 'ignore'] }).status === 0;
  }
}
