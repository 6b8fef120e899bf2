import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { docker } from '../../host/steps/exec.ts';
import { type BaseAnswer, fixedDigest, judgeBases } from '../bases.ts';

/** How long the engine may take to ask a registry. */
const TIMEOUT_MILLISECONDS = 15_000;

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
  return fixedDigest(reference) ?? (await askEngine(reference, engineSocket)) ?? (await askClient(reference));
}

/** The engine knows its mirrors, and answers within milliseconds; but it has no credentials. */
async function askEngine(reference: string, socketPath: string): Promise<string | undefined> {
  const path = `/distribution/${reference.split('/').map(encodeURIComponent).join('/')}/json`;
  const answer = await new Promise<unknown>(resolve => {
    const call = request({ socketPath, path, timeout: TIMEOUT_MILLISECONDS }, response => {
      json(response).then(resolve, () => resolve(undefined));
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(undefined));
    call.end();
  });
  const { Descriptor } = (answer ?? {}) as { Descriptor?: { digest?: string } };
  return Descriptor?.digest;
}

/** The client has the job's credentials. */
async function askClient(reference: string): Promise<string | undefined> {
  const args = ['buildx', 'imagetools', 'inspect', '--format', '{{.Manifest.Digest}}', reference];
  const { exitCode, stdout } = await docker(args);
  return exitCode === 0 ? stdout.trim() : undefined;
}
