import { askEngine } from '../../engine/steps/api.ts';
import { docker } from '../../host/steps/exec.ts';
import { type BaseAnswer, fixedDigest, judgeBases } from '../bases.ts';

/** Seconds that the engine may take to ask a registry. */
const PATIENCE_SECONDS = 15;

/** Compares base images with the digests they once had, as their registries have them now. Never rejects. */
export async function compareBases(
  references: string[],
  known: Record<string, string>,
  engineSocket: string,
): Promise<BaseAnswer> {
  const answers = await Promise.all(
    references.map(async reference => ({ reference, digest: await askDigest(reference, engineSocket) })),
  );
  return judgeBases(answers, known);
}

/** Digest of an image in its registry; undefined where nobody can tell. */
async function askDigest(reference: string, engineSocket: string): Promise<string | undefined> {
  return fixedDigest(reference) ?? (await askByEngine(reference, engineSocket)) ?? (await askByClient(reference));
}

/** The engine knows its mirrors, and answers within milliseconds; but it has no credentials. */
async function askByEngine(reference: string, engineSocket: string): Promise<string | undefined> {
  const path = `/distribution/${reference.split('/').map(encodeURIComponent).join('/')}/json`;
  const answer = await askEngine<{ Descriptor?: { digest?: string } }>(engineSocket, path, {
    patienceSeconds: PATIENCE_SECONDS,
  });
  return answer?.Descriptor?.digest;
}

/** The client has the job's credentials. */
async function askByClient(reference: string): Promise<string | undefined> {
  const args = ['buildx', 'imagetools', 'inspect', '--format', '{{.Manifest.Digest}}', reference];
  const { exitCode, stdout } = await docker(args);
  return exitCode === 0 ? stdout.trim() : undefined;
}
