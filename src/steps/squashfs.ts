import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { childEnvironment } from '../context.ts';
import { DATA_OFFSET } from '../core/run-entry.ts';
import { parseTopLevel, type TopLevel } from '../core/skeleton.ts';
import { docker } from './exec.ts';

/**
 * Writes the files of an image as a squashfs into `file`, from DATA_OFFSET on, and returns what lies in its root
 * directory. The files come from a container that is never started, so that they are those of the image. Fails where a
 * program is missing or ends badly, with its last words.
 */
export async function makeSquashfs(image: string, label: string, file: string): Promise<TopLevel[]> {
  const created = await docker(['create', '--pull', 'never', '--label', label, image, 'true']);
  if (created.exitCode !== 0) throw new Error(`no container could be made of the image: ${created.stderr.trim()}`);
  const container = created.stdout.trim();
  try {
    await exportInto(container, file);
  } finally {
    await docker(['rm', '--force', '--volumes', container]);
  }
  return listTopLevel(file);
}

async function exportInto(container: string, file: string): Promise<void> {
  const environment = childEnvironment();
  const exporter = spawn('docker', ['export', container], { stdio: ['ignore', 'pipe', 'pipe'], env: environment });
  const compression = ['-comp', 'zstd', '-Xcompression-level', '3', '-b', '128K'];
  const args = ['-', file, '-tar', '-offset', String(DATA_OFFSET), ...compression, '-quiet', '-no-progress'];
  // The one's end of the pipe is the other's beginning: nothing passes through this process.
  const maker = spawn('mksquashfs', args, { stdio: [exporter.stdout, 'ignore', 'pipe'], env: environment });
  exporter.stdout.destroy();
  const ends = await Promise.all([ended('docker export', exporter), ended('mksquashfs', maker)]);
  const failed = ends.find(end => end !== undefined);
  if (failed !== undefined) throw new Error(failed);
}

type Child = { stderr: NodeJS.ReadableStream } & NodeJS.EventEmitter;

/** Why a program ended badly, with its last words; undefined where it ended well. */
async function ended(name: string, child: Child): Promise<string | undefined> {
  const code = new Promise<unknown>(resolve => child.on('close', resolve).on('error', resolve));
  const [end, said] = await Promise.all([code, text(child.stderr as never)]);
  if (end === 0) return undefined;
  return `${name} failed (${said.trim().slice(-500) || (end instanceof Error ? end.message : `exit code ${end}`)})`;
}

async function listTopLevel(file: string): Promise<TopLevel[]> {
  const args = ['-offset', String(DATA_OFFSET), '-lls', '-max-depth', '1', file];
  const lister = spawn('unsquashfs', args, { stdio: ['ignore', 'pipe', 'pipe'], env: childEnvironment() });
  const [listing, failure] = await Promise.all([text(lister.stdout), ended('unsquashfs', lister)]);
  if (failure !== undefined) throw new Error(failure);
  return parseTopLevel(listing);
}
