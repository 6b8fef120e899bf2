// Talks to the artifact service, in a process of its own: GitHub's client says much that nobody wants to read, may hang for
// minutes, and takes longer to load than all of the action.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Artifact, DefaultArtifactClient } from '@actions/artifact';
import { answerAsClient } from '../../host/steps/client.ts';
import { messageOf } from '../../text/errors.ts';
import { megabytes } from '../../text/quantities.ts';
import { isArtifactOfLeg, MOST_ARCHIVE_BYTES } from '../artifact.ts';
import type { ArtifactRequest, ArtifactResult, NotDownloaded } from '../request.ts';

const DOWNLOADS_AT_A_TIME = 8;

const client = new DefaultArtifactClient();
await answerAsClient((request: ArtifactRequest) => (request.action === 'upload' ? upload(request) : download()));

async function upload({ name, files, retentionDays }: ArtifactRequest & { action: 'upload' }): Promise<ArtifactResult> {
  await client.uploadArtifact(name, files, '.', retentionDays > 0 ? { retentionDays } : {});
  return { missing: [] };
}

/** Puts the archive of each leg into a folder with the artifact's name. */
async function download(): Promise<ArtifactResult> {
  // "The latest" would be those with the highest ids, whatever is in them.
  const { artifacts } = await client.listArtifacts({ latest: false });
  const ours = artifacts.filter(({ name }) => isArtifactOfLeg(name));
  const missing: NotDownloaded[] = [];
  await Promise.all(
    Array.from({ length: DOWNLOADS_AT_A_TIME }, async () => {
      for (let artifact = ours.shift(); artifact; artifact = ours.shift()) {
        const why = await downloadOne(artifact).catch(messageOf);
        if (why !== undefined) missing.push({ name: artifact.name, why });
      }
    }),
  );
  return { missing };
}

/** Why it could not be had; undefined where it could. */
async function downloadOne({ id, name, size, digest }: Artifact): Promise<string | undefined> {
  if (size > MOST_ARCHIVE_BYTES) return `it is larger than ${megabytes(MOST_ARCHIVE_BYTES)}`;
  const path = join('artifacts', name, String(id));
  await mkdir(path, { recursive: true });
  const options = { path, skipDecompress: true, ...(digest === undefined ? {} : { expectedHash: digest }) };
  const { digestMismatch } = await client.downloadArtifact(id, options);
  return digestMismatch ? 'its bytes are not those that were uploaded' : undefined;
}
