// The user that a job runs as. GitHub's hosted runner is not root: uid 1001, group docker, sudo without a password.
import { existsSync } from 'node:fs';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { lock, progress } from './folder.ts';
import { findProgram, run } from './process.ts';

/** The name of the user that the lab adds to the system, and keeps, so that later runs find it. */
export const runnerName = 'dev-in-docker-runner';

export type RunnerUser = { uid: number; gid: number; dockerGid: number; home: string };

/** Whom a job runs as; `changes` says that the lab has to become this user first. */
export type JobUser = { name: string; uid: number; gid: number; changes: boolean };

const setpriv = '/usr/bin/setpriv';
const isRoot = process.getuid?.() === 0;
let provided: Promise<RunnerUser> | undefined;

/**
 * The user of a job, made on first use where the lab runs as root. Elsewhere it is the current user, which on a hosted
 * runner and on a laptop is the very kind of user that is wanted. Fails where sudo can't be installed.
 */
export function runnerUser(): Promise<RunnerUser> {
  provided ??= isRoot ? provideUser() : currentUser();
  return provided;
}

/** Whom a job runs as that asks for `kind`; fails if that is root and the lab is not. */
export async function jobUser(kind: 'runner' | 'root'): Promise<JobUser> {
  if (kind === 'runner' && isRoot) return { name: runnerName, ...(await runnerUser()), changes: true };
  if (kind === 'root' && !isRoot) throw new Error('A job as root needs the lab to run as root: start it with sudo.');
  const { username, uid, gid } = userInfo();
  return { name: username, uid, gid, changes: false };
}

/** The arguments that run a command as the user; the process dies with the lab, however the lab ends. */
export function asUser(user: JobUser, command: readonly string[]): string[] {
  // Only Linux has setpriv: elsewhere a job runs as the current user, and outlives a lab that is killed.
  if (!existsSync(setpriv)) return [...command];
  const identity = user.changes ? ['--reuid', `${user.uid}`, '--regid', `${user.gid}`, '--init-groups'] : [];
  return [setpriv, '--pdeathsig', 'KILL', ...identity, '--', ...command];
}

/** Makes a file or a folder, with all it holds, the user's own. */
export async function giveTo(user: JobUser, path: string): Promise<void> {
  if (isRoot) await run(['chown', '--recursive', '--no-dereference', `${user.uid}:${user.gid}`, path]);
}

async function currentUser(): Promise<RunnerUser> {
  const { uid, gid, homedir } = userInfo();
  const dockerGid = await groupId('docker');
  const isMember = dockerGid !== undefined && process.getgroups?.().includes(dockerGid);
  // A private engine's socket is given to this group, so any group of the user's will do.
  return { uid, gid, home: homedir, dockerGid: isMember ? dockerGid : gid };
}

async function provideUser(): Promise<RunnerUser> {
  const unlock = await lock('user');
  try {
    const dockerGid = (await groupId('docker')) ?? (await addDockerGroup());
    if (!(await accountOf(runnerName))) await addUser();
    await run(['usermod', '--append', '--groups', 'docker', runnerName]);
    await allowSudo();
    await allowMounts();
    const account = await accountOf(runnerName);
    if (!account) throw new Error(`useradd did not make the user ${runnerName}: see the system's own log.`);
    return { ...account, dockerGid };
  } finally {
    await unlock();
  }
}

async function addDockerGroup(): Promise<number> {
  progress('adds the group "docker" to this system');
  await run(['groupadd', '--system', 'docker']);
  const gid = await groupId('docker');
  if (gid === undefined) throw new Error("groupadd did not make the group docker: see the system's own log.");
  return gid;
}

async function addUser(): Promise<void> {
  let uid = 1001;
  while (await accountOf(`${uid}`)) uid += 1;
  progress(`adds the user "${runnerName}" (uid ${uid}, group docker, sudo without a password) to this system`);
  await run(['useradd', '--uid', `${uid}`, '--user-group', '--create-home', '--shell', '/bin/bash', runnerName]);
}

async function allowSudo(): Promise<void> {
  await provideProgram('sudo', 'sudo');
  const file = `/etc/sudoers.d/${runnerName}`;
  const rule = `${runnerName} ALL=(ALL) NOPASSWD:ALL\n`;
  if ((await readFile(file, 'utf8').catch(() => '')) === rule) return;
  // sudo reads no file with a dot in its name, so it never sees one that is half written.
  await writeFile(`${file}.new`, rule, { mode: 0o440 });
  await rename(`${file}.new`, file);
}

/** What a job mounts images with: hosted runners have squashfs-tools, and let every user open /dev/fuse. */
async function allowMounts(): Promise<void> {
  await provideProgram('mksquashfs', 'squashfs-tools');
  await chmod('/dev/fuse', 0o666).catch(() => progress('this system has no /dev/fuse: nothing can be mounted'));
}

/** Installs a package of this system for a program that is missing. */
async function provideProgram(name: string, packageName: string): Promise<void> {
  if (await findProgram(name)) return;
  progress(`installs the package "${packageName}" into this system`);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['apt-get', 'install', '--yes', '--quiet', '--no-install-recommends', packageName];
  // The lists of packages may be missing or too old: then, and only then, they are fetched.
  await run(install, { environment }).catch(async () => {
    await run(['apt-get', 'update', '--quiet'], { environment });
    await run(install, { environment });
  });
}

async function accountOf(nameOrUid: string): Promise<Omit<RunnerUser, 'dockerGid'> | undefined> {
  const [, , uid, gid, , home] = await databaseEntry('passwd', nameOrUid);
  return uid && gid ? { uid: Number(uid), gid: Number(gid), home: home ?? tmpdir() } : undefined;
}

async function groupId(name: string): Promise<number | undefined> {
  const [, , gid] = await databaseEntry('group', name);
  return gid ? Number(gid) : undefined;
}

async function databaseEntry(database: 'passwd' | 'group', key: string): Promise<string[]> {
  const line = await run(['getent', database, key]).catch(() => '');
  return line.split(':');
}
