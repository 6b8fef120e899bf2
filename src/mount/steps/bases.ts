import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { docker } from '../../host/steps/exec.ts';

/** What the registries say of base images. */
export type BaseAnswer = {
  /** Reference of a base image that is not what it was, if there is one. */
  moved?: string;
  /** References that no registry could be asked about. */
  unanswered: string[];
};

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
  const moved = answers.find(({ reference, digest }) => digest !== undefined && digest !== known[reference]);
  return {
    ...(moved ? { moved: moved.reference } : {}),
    unanswered: answers.filter(({ digest }) => digest === undefined).map(({ reference }) => reference),
  };
}

/** Digest of an image in its registry; a reference that names one can't move. */
async function askDigest(reference: string, engineSocket: string): Promise<string | undefined> {
  const fixed = /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1];
  return fixed ?? (await askEngine(reference, engineSocket)) ?? (await askClient(reference));
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
