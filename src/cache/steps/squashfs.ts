import { type ChildProcess, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { removeContainers } from '../../engine/steps/container.ts';
import { childEnvironment } from '../../host/steps/environment.ts';
import { docker } from '../../host/steps/exec.ts';
import { DATA_OFFSET } from '../framed.ts';
import { passTar, type TarFact } from '../tar-stream.ts';
import { type TopLevel, topLevelOf } from '../top-level.ts';

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
    return await exportInto(container, file);
  } finally {
    await removeContainers([container]);
  }
}

async function exportInto(container: string, file: string): Promise<TopLevel[]> {
  const env = childEnvironment();
  const exporter = spawn('docker', ['export', container], { stdio: ['ignore', 'pipe', 'pipe'], env });
  // Measured on 600 MB of packages: level 9 is 8 % smaller for two and a half times the work, blocks of 1 MB are as much
  // smaller for half a second more at the first imports; lz4 is a third larger, and no quicker to read.
  const compression = ['-comp', 'zstd', '-Xcompression-level', '3', '-b', '128K'];
  const args = ['-', file, '-tar', '-offset', String(DATA_OFFSET), ...compression, '-quiet', '-no-progress'];
  const maker = spawn('mksquashfs', args, { stdio: ['pipe', 'ignore', 'pipe'], env });
  const topLevel: TopLevel[] = [];
  let isWhole = false;
  const onEntry = (entry: TarFact | undefined) => {
    isWhole = entry === undefined;
    const found = entry && topLevelOf(entry);
    if (found) topLevel.push(found);
  };
  const [exported, made, passed] = await Promise.all([
    ended('docker export', exporter),
    // It says so, and goes on, where it leaves something out.
    ended('mksquashfs', maker, { isQuiet: true }),
    pipeline(exporter.stdout, source => passTar(source, onEntry), maker.stdin).then(
      () => undefined,
      (error: NodeJS.ErrnoException) => error,
    ),
  ]);
  if (passed && passed.code === undefined) throw passed;
  // What fails first takes the other with it, whose words are only about that.
  const failure = passed ? (made ?? exported) : (exported ?? made);
  if (failure !== undefined) throw new Error(failure);
  if (!isWhole) throw new Error('docker export ended early');
  return topLevel;
}

/** Why a program ended badly, with its last words; undefined where it ended well. */
async function ended(name: string, child: ChildProcess, { isQuiet = false } = {}): Promise<string | undefined> {
  const end = new Promise<unknown>(resolve => child.on('close', resolve).on('error', resolve));
  const [code, words] = await Promise.all([end, child.stderr ? text(child.stderr) : '']);
  const said = words.trim().slice(-500);
  if (code === 0 && !(isQuiet && said !== '')) return undefined;
  return `${name} failed (${said || (code instanceof Error ? code.message : `exit code ${code}`)})`;
}
