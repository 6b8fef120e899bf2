import { readdir, readFile } from 'node:fs/promises';
import { progress } from './folder.ts';
import { runAsRoot, waitFor } from './process.ts';

/**
 * Ends the engine whose processes name `folder` on their command line: its containers first, by force, because
 * dockerd would wait ten seconds for each; then dockerd in good order, then whatever is still there. Does nothing
 * where no such process runs.
 */
export async function endProcessesOf(folder: string): Promise<void> {
  const shims = await processesNaming(folder, 'containerd-shim');
  await end('KILL', await descendantsOf(shims));
  const daemons = await processesNaming(folder, 'dockerd');
  await end('TERM', daemons).catch(error => progress(`${error.message}; ending it by force`));
  await end('KILL', await processesNaming(folder, 'dockerd', 'containerd', 'containerd-shim'));
}

/** Unmounts everything that is mounted at or below the given folders: dockerd mounts its data folder on itself. */
export async function unmountAllUnder(folders: readonly string[]): Promise<void> {
  const points = (await Promise.all(folders.map(mountsUnder))).flat();
  // The last mounted may stand on an earlier one. Lazily: a process that still has a file open there is on its way out.
  for (const point of points.reverse()) await runAsRoot(['umount', '--lazy', point]).catch(() => undefined);
}

/** What is mounted at or below a folder, in the order in which it was. */
export async function mountsUnder(folder: string): Promise<string[]> {
  const lines = (await readFile('/proc/self/mountinfo', 'utf8')).split('\n');
  // The fifth field is the mount point; octal escapes stand for blanks.
  const points = lines.map(line =>
    (line.split(' ')[4] ?? '').replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8))),
  );
  return points.filter(point => `${point}/`.startsWith(`${folder}/`));
}

type Process = { pid: number; parent: number; name: string; command: string };

async function processesNaming(folder: string, ...names: string[]): Promise<Process[]> {
  const all = await runningProcesses();
  // One folder's path may begin as another's does.
  const isNamed = ({ command }: Process) => [' ', '/'].some(end => `${command} `.includes(` ${folder}${end}`));
  // The kernel keeps 15 characters of a name: containerd-shim-runc-v2 is containerd-shim.
  return all.filter(process => names.includes(process.name) && isNamed(process));
}

async function descendantsOf(ancestors: readonly Process[]): Promise<Process[]> {
  const all = await runningProcesses();
  const found = new Set(ancestors.map(process => process.pid));
  // A parent may be listed after its child: repeat until nothing is added.
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return all.filter(process => found.has(process.pid) && !ancestors.some(({ pid }) => pid === process.pid));
}

async function end(signal: 'TERM' | 'KILL', processes: readonly Process[]): Promise<void> {
  if (processes.length === 0) return;
  const pids = processes.map(process => process.pid);
  // One of them may have ended since they were listed.
  await runAsRoot(['kill', `-${signal}`, ...pids.map(String)]).catch(() => undefined);
  await waitFor(`${processes[0]?.name} (process ${pids.join(', ')}) ends`, 20, async () => {
    const running = await runningProcesses();
    return !running.some(process => pids.includes(process.pid));
  });
}

async function runningProcesses(): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name)).map(Number);
  const read = await Promise.all(pids.map(pid => readProcess(pid).catch(() => undefined)));
  return read.filter(process => process !== undefined);
}

/** What runs under this id; undefined for a process that has ended and whose parent hasn't noticed yet. */
async function readProcess(pid: number): Promise<Process | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name stands in brackets and may itself hold brackets and blanks.
  const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
  const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
  return state === 'Z' ? undefined : { pid, parent: Number(parent), name, command };
}
