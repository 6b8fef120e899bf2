// One marked line in /etc/hosts, so that a name leads to this machine while the lab runs.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { asRoot } from '../../src/host/steps/root.ts';
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
  const stale = readLines().filter(line => isStale(line, `${address} ${host} ${MARK} `));
  if (!edit([own], stale)) return undefined;
  const remove = atEnd(() => edit([], [own]));
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

/**
 * What edits the file: with a lock on it, so that of two runs none undoes what the other did. It is written over, as in a
 * container it is a mount that can't be replaced, and before it is cut off, so that nobody finds it empty.
 */
const EDIT = `
const { ftruncateSync, openSync, readFileSync, writeSync } = require('node:fs');
const [path, added, dropped] = JSON.parse(process.argv[1]);
const kept = readFileSync(path, 'utf8').split('\\n').filter(line => !dropped.includes(line));
const file = openSync(path, 'r+');
ftruncateSync(file, writeSync(file, [...added, ...kept].join('\\n'), 0));
`;

/** Takes lines out and puts others in front, which leaves an end without a line break as it was; whether it could. */
function edit(added: string[], dropped: string[]): boolean {
  const request = JSON.stringify([HOSTS, added, dropped]);
  const [program = '', ...args] = asRoot(['flock', HOSTS, process.execPath, '--eval', EDIT, request]);
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
