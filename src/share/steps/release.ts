// Attaches a file to a release, with GitHub's own client: nothing but main.js loads this, and only where there is a release.
import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { getOctokit } from '@actions/github';
import type { Context } from '../../host/context.ts';
import type { Run } from '../../host/run.ts';
import { messageOf } from '../../text/errors.ts';
import type { AttachFacts, ShareFile } from '../facts.ts';
import { type Attacher, assetLabel, assetName, attachOutcome, replacedAssets } from '../release.ts';

type Client = ReturnType<typeof getOctokit>;
type RepositoryName = { owner: string; repo: string };

/** Attaches the file to the release that started this run; takes the place of its own of an earlier attempt. Refusals are values. */
export async function attachToRelease(
  file: ShareFile,
  attacher: Attacher,
  { repository, release, apiUrl }: Pick<Context, 'repository' | 'release' | 'apiUrl'>,
  token: string,
  { workspace, signal }: Pick<Run, 'workspace' | 'signal'>,
): Promise<AttachFacts> {
  const [owner = '', repo = ''] = repository.split('/');
  const name = assetName(file, attacher);
  const facts: AttachFacts = { outcome: 'attached', tag: release?.tag ?? '', name, detail: '' };
  try {
    const client = getOctokit(token, { baseUrl: apiUrl, request: { signal } });
    const label = assetLabel(name, file, attacher);
    const url = await makeRoomFor(name, label, client, { owner, repo }, release?.id ?? 0);
    if (url === undefined) return { ...facts, outcome: 'taken' };
    const data = await openAsBlob(join(workspace, file.path));
    const headers = { 'content-type': 'application/octet-stream', 'content-length': data.size };
    await client.request({ method: 'POST', url, name, label, data, headers });
    return facts;
  } catch (error) {
    const detail = messageOf(error).split('\n', 1)[0] ?? '';
    const status = error instanceof Error && 'status' in error ? Number(error.status) : 0;
    return { ...facts, outcome: attachOutcome(status, messageOf(error)), detail };
  }
}

/** Deletes what gives way, and returns the address to upload to; undefined where there is somebody else's file. */
async function makeRoomFor(
  name: string,
  label: string,
  { rest, paginate }: Client,
  place: RepositoryName,
  release_id: number,
): Promise<string | undefined> {
  const { data: release } = await rest.repos.getRelease({ ...place, release_id });
  const listed = await paginate(rest.repos.listReleaseAssets, { ...place, release_id, per_page: 100 });
  const assets = listed.map(({ id, name, label, state }) => ({ id, name, label: label ?? '', state }));
  const replaced = replacedAssets(assets, name, label);
  for (const { id } of replaced ?? []) await rest.repos.deleteReleaseAsset({ ...place, asset_id: id });
  return replaced && release.upload_url;
}
