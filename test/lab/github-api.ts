// Stands where GitHub's REST API stands: as much of it as attaching files to releases needs.
// Written from https://docs.github.com/en/rest/releases/assets and answers of the real one.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { freePort } from './registry.ts';

/** A release, as its owner sees it. */
export type Release = {
  id: number;
  /** `owner/name`. */
  repository: string;
  /** Since it was published, nothing of it may change. */
  isImmutable?: boolean;
  assets: ReleaseAsset[];
};

export type ReleaseAsset = { id: number; name: string; label: string; state: string; content: Buffer };

export type GitHubApi = {
  url: string;
  releases: Release[];
  /** Whether tokens have `contents: write`. */
  mayWrite: boolean;
  stop(): Promise<void>;
};

type Answer = { status: number; body?: object };

/** Starts it on a free port of 127.0.0.1, without any release. */
export async function startGitHubApi(): Promise<GitHubApi> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let lastId = 0;
  const server = createServer((request, response) => {
    respond(request, response).catch(error => send(response, { status: 500, body: { message: String(error) } }));
  });
  const api: GitHubApi = {
    url,
    releases: [],
    mayWrite: true,
    stop: () => new Promise(resolve => server.close(() => resolve())),
  };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const content = await buffer(request);
    const { pathname, searchParams } = new URL(request.url ?? '', url);
    const [, repository = '', rest = ''] = /^\/repos\/([^/]+\/[^/]+)\/releases\/(.+)$/.exec(pathname) ?? [];
    const ofRepository = api.releases.filter(release => release.repository === repository);
    const isWrite = request.method !== 'GET';
    if (!/^token ghs_/.test(request.headers.authorization ?? '')) {
      return send(response, { status: 401, body: { message: 'Requires authentication' } });
    }
    if (isWrite && !api.mayWrite) {
      return send(response, { status: 403, body: { message: 'Resource not accessible by integration' } });
    }
    const [first = '', second] = rest.split('/');
    if (request.method === 'DELETE' && first === 'assets') return send(response, remove(ofRepository, Number(second)));
    const release = ofRepository.find(({ id }) => id === Number(first));
    if (!release) return send(response, { status: 404, body: { message: 'Not Found' } });
    if (request.method === 'POST') return send(response, add(release, searchParams, content));
    const upload_url = `${url}/repos/${repository}/releases/${release.id}/assets{?name,label}`;
    const found = second === 'assets' ? release.assets.map(shown) : { id: release.id, upload_url };
    return send(response, { status: 200, body: found });
  }

  function add(release: Release, query: URLSearchParams, content: Buffer): Answer {
    if (release.isImmutable) return invalid('Cannot upload assets to an immutable release.');
    const name = query.get('name') ?? '';
    if (release.assets.some(asset => asset.name === name)) {
      return invalid('Validation Failed', [{ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' }]);
    }
    lastId += 1;
    const asset = { id: lastId, name, label: query.get('label') ?? '', state: 'uploaded', content };
    release.assets.push(asset);
    return { status: 201, body: shown(asset) };
  }

  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  return api;
}

function remove(releases: Release[], id: number): Answer {
  const release = releases.find(({ assets }) => assets.some(asset => asset.id === id));
  if (!release) return { status: 404, body: { message: 'Not Found' } };
  if (release.isImmutable) return invalid('Cannot delete asset from an immutable release.');
  release.assets = release.assets.filter(asset => asset.id !== id);
  return { status: 204 };
}

function invalid(message: string, errors: object[] = []): Answer {
  return { status: 422, body: { message, errors } };
}

function shown({ id, name, label, state, content }: ReleaseAsset): object {
  return { id, name, label: label || null, state, size: content.length };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(body === undefined ? '' : JSON.stringify(body));
}
