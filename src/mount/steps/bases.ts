import { askEngine } from '../../engine/steps/api.ts';
import { docker } from '../../host/steps/exec.ts';

/** What the registries say of base images. */
export type BaseAnswer = {
  /** Reference of a base image that is not what it was, if there is one. */
  moved?: string;
  /** References that no registry could be asked about. */
  unanswered: string[];
};

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
  const moved = answers.find(({ reference, digest }) => digest !== undefined && digest !== known[reference]);
  return {
    ...(moved ? { moved: moved.reference } : {}),
    unanswered: answers.filter(({ digest }) => digest === undefined).map(({ reference }) => reference),
  };
}

/** Digest of an image in its registry; a reference that names one can't move. */
async function askDigest(reference: string, engineSocket: string): Promise<string | undefined> {
  const fixed = /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1];
  return fixed ?? (await askByEngine(reference, engineSocket)) ?? (await askByClient(reference));
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
