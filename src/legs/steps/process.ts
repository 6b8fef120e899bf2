import { askClient } from '../../host/steps/client.ts';
import { artifactEnvironment } from '../../host/steps/environment.ts';
import type { ArtifactRequest, ArtifactResult } from '../request.ts';

/** Runs the artifact client in a folder, and ends it after so many milliseconds. Trouble is a value; rejects where the signal ends it. */
export async function runArtifactClient(
  folder: string,
  request: ArtifactRequest,
  { milliseconds, signal: stop }: { milliseconds: number; signal: AbortSignal },
): Promise<ArtifactResult> {
  const { result, said, signal } = await askClient<ArtifactResult>('artifact-client.js', folder, request, {
    env: artifactEnvironment(),
    timeout: milliseconds,
    signal: stop,
    killSignal: 'SIGKILL',
  });
  const lastLine = said.trim().split('\n').at(-1) ?? '';
  return result ?? { trouble: signal === null ? lastLine : `no answer within ${milliseconds / 1000} seconds` };
}
