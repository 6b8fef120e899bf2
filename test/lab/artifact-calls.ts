// The four calls of the artifact service that GitHub's client makes for the artifacts of its own run.
import type { BlobStore } from './azurite.ts';
import type { Results } from './cache-token.ts';
import { type Answer, errorAnswer, type Fields } from './twirp.ts';

/** One artifact; `size` (bytes) is undefined until the upload is finalized, and only then is it listed. */
export type Artifact = Results & {
  id: number;
  name: string;
  /** The name of the blob that holds its bytes. */
  blob: string;
  size: number | undefined;
  digest: string | undefined;
  expiresAt: string | undefined;
  createdAt: Date;
};

/** What these calls work on: all artifacts there are, and whose the token is. */
export type ArtifactContext = {
  artifacts: Artifact[];
  results: Results;
  size: BlobStore['size'];
  signedUrl(blob: string, allows: 'upload' | 'download'): string;
};

type ArtifactAnswer = (context: ArtifactContext, fields: Fields) => Answer | Promise<Answer>;

/** The calls by the last part of their path. */
export const ARTIFACT_CALLS: ReadonlyMap<string, ArtifactAnswer> = new Map<string, ArtifactAnswer>([
  ['CreateArtifact', ofOwnJob(create)],
  ['FinalizeArtifact', ofOwnJob(finalize)],
  ['ListArtifacts', ofOwnJob(list)],
  // The job is that of who made it.
  ['GetSignedArtifactURL', ofOwnRun(signedUrl)],
]);

let lastId = 0;

/** Makes an artifact without bytes of its own yet. */
export function newArtifact({ run, job }: Results, name: string): Artifact {
  lastId += 1;
  const nothing = { size: undefined, digest: undefined, expiresAt: undefined };
  return { id: lastId, run, job, name, blob: `artifact-${lastId}`, ...nothing, createdAt: new Date() };
}

function ofOwnRun(answer: ArtifactAnswer): ArtifactAnswer {
  return (context, fields) =>
    fields.workflow_run_backend_id === context.results.run ? answer(context, fields) : NOT_OWN;
}

function ofOwnJob(answer: ArtifactAnswer): ArtifactAnswer {
  return ofOwnRun((context, fields) =>
    fields.workflow_job_run_backend_id === context.results.job ? answer(context, fields) : NOT_OWN,
  );
}

const NOT_OWN = errorAnswer('permission_denied', 'the token is of another run or job');

function create({ artifacts, results, signedUrl }: ArtifactContext, { name, version, expires_at }: Fields): Answer {
  if (typeof name !== 'string' || !/^[^"\\:<>|*?\r\n/]{1,256}$/.test(name) || typeof version !== 'number') {
    return errorAnswer('invalid_argument', 'name or version is missing or wrong');
  }
  if (artifacts.some(artifact => artifact.run === results.run && artifact.name === name)) {
    return errorAnswer('already_exists', 'an artifact with this name already exists on the workflow run');
  }
  const artifact = newArtifact(results, name);
  if (typeof expires_at === 'string') artifact.expiresAt = expires_at;
  artifacts.push(artifact);
  return { status: 200, body: { ok: true, signed_upload_url: signedUrl(artifact.blob, 'upload') } };
}

async function finalize(
  { artifacts, results, size }: ArtifactContext,
  { name, size: told, hash }: Fields,
): Promise<Answer> {
  const artifact = artifacts.find(one => one.run === results.run && one.job === results.job && one.name === name);
  if (!artifact) return errorAnswer('not_found', 'artifact not found');
  const stored = await size(artifact.blob);
  if (stored === undefined || stored !== Number(told)) {
    return errorAnswer('invalid_argument', `size is ${String(told)}, but ${stored ?? 'nothing'} was uploaded`);
  }
  artifact.size = stored;
  if (typeof hash === 'string') artifact.digest = hash;
  return { status: 200, body: { ok: true, artifact_id: String(artifact.id) } };
}

function list({ artifacts, results }: ArtifactContext, { name_filter, id_filter }: Fields): Answer {
  const listed = artifacts.filter(
    ({ id, name, run, size }) =>
      run === results.run &&
      size !== undefined &&
      (name_filter === undefined || name_filter === name) &&
      (id_filter === undefined || Number(id_filter) === id),
  );
  return {
    status: 200,
    body: {
      artifacts: listed.map(({ id, run, job, name, size, digest, createdAt }) => ({
        workflow_run_backend_id: run,
        workflow_job_run_backend_id: job,
        database_id: String(id),
        name,
        size: String(size),
        created_at: createdAt.toISOString(),
        ...(digest === undefined ? {} : { digest }),
      })),
    },
  };
}

function signedUrl({ artifacts, results, signedUrl }: ArtifactContext, fields: Fields): Answer {
  const { workflow_job_run_backend_id: job, name } = fields;
  const artifact = artifacts.find(one => one.run === results.run && one.job === job && one.name === name);
  if (artifact?.size === undefined) return errorAnswer('not_found', 'artifact not found');
  return { status: 200, body: { name, signed_url: signedUrl(artifact.blob, 'download') } };
}
