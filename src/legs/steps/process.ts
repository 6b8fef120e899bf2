import { spawn } from 'node:child_process';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { artifactEnvironment } from '../../host/steps/environment.ts';
import type { ArtifactRequest, ArtifactResult } from '../request.ts';

/** Runs the artifact client in a folder, and ends it after so many milliseconds. Trouble is a value; rejects where the signal ends it. */
export async function runArtifactClient(
  folder: string,
  request: ArtifactRequest,
  { milliseconds, signal: stop }: { milliseconds: number; signal: AbortSignal },
): Promise<ArtifactResult> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'request.json'), JSON.stringify(request));
  const log = await open(join(folder, 'log'), 'w');
  const script = fileURLToPath(new URL('./artifact-client.js', import.meta.url));
  const client = spawn(process.execPath, [script, folder], {
    stdio: ['ignore', log.fd, log.fd],
    env: artifactEnvironment(),
    timeout: milliseconds,
    signal: stop,
    killSignal: 'SIGKILL',
  });
  const [, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) =>
    client.on('close', (...end) => resolve(end)).on('error', reject),
  );
  await log.close();
  const result = await readFile(join(folder, 'result.json'), 'utf8').catch(() => undefined);
  if (result !== undefined) return JSON.parse(result);
  const why = signal === null ? await lastLine(join(folder, 'log')) : `no answer within ${milliseconds / 1000} seconds`;
  return { trouble: why };
}

async function lastLine(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).trim().split('\n').at(-1) ?? '';
}
