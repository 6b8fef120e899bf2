// One marked line in /etc/hosts, so that a name leads to this machine while the lab runs.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { readFileSync, writeFileSync } from 'node:fs';
import { atEnd } from './at-end.ts';
import { isAlive } from './folder.ts';

const HOSTS = '/etc/hosts';
const MARK = '# dev-in-docker lab, process';

/**
 * Makes `host` mean `address`, and returns a function that takes the line out again, or undefined where neither this
 * user nor `sudo -n` can write /etc/hosts. Several runs may hold a line for the same host, each removes its own, at the
 * latest when it ends or is interrupted.
 */
export async function addHost(host: string, address = '127.0.0.1'): Promise<(() => void) | undefined> {
  const own = `${address} ${host} ${MARK} ${process.pid} ${randomUUID()}`;
  const kept = readLines().filter(line => !isStale(line, `${address} ${host} ${MARK} `));
  // In front, so that taking it out leaves the file as it was, with or without a line break at its end.
  if (!writeLines([own, ...kept])) return undefined;
  const remove = atEnd(() => {
    writeLines(readLines().filter(line => line !== own));
  });
  if (await leadsTo(address, host)) return remove;
  remove();
  return undefined;
}

/** Whether this line was left by a run that was killed before it could clean up. */
function isStale(line: string, beginning: string): boolean {
  if (!line.startsWith(beginning)) return false;
  const pid = Number(/process (\d+)/.exec(line)?.[1]);
  return !isAlive(pid);
}

async function leadsTo(address: string, host: string): Promise<boolean> {
  try {
    return (await lookup(host, { family: 4 })).address === address;
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
