import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Engine, ImageStore } from './client.ts';
import { startEngine } from './engine.ts';
import { run } from './process.ts';
import { type Registry, startRegistry } from './registry.ts';
import { type RegistryProxy, type RegistryRequest, registryError, startRegistryProxy } from './registry-proxy.ts';
import { asUser, giveTo, jobUser, runnerUser } from './user.ts';

const users = 'octo:$2b$06$EfN2/6yBhf38WpYX4IccJ.q1RVRt5CDbaNXSjqxtd.glj7d.vSFZe\n';
const stores: ImageStore[] = ['containerd', 'classic'];
const engines = {} as Record<ImageStore, Engine>;
let folder: string;
let secured: Registry;
let open: Registry;
let proxy: RegistryProxy;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dev-in-docker-registry-'));
  secured = await startRegistry({ tls: true, users, storage: join(folder, 'secured') });
  open = await startRegistry({ storage: join(folder, 'open') });
  proxy = await startRegistryProxy(open.host);
  const { dockerGid } = await runnerUser();
  for (const store of stores) engines[store] = await startEngine(store, { group: dockerGid });
  // Random, so that it stays as large when compressed.
  await mkdir(join(folder, 'layer'));
  await writeFile(join(folder, 'layer/large'), randomBytes(20_000_000));
  await run(['tar', '-cf', join(folder, 'layer.tar'), '-C', join(folder, 'layer'), 'large']);
  for (const store of stores) await engines[store].docker(['import', join(folder, 'layer.tar'), 'large']);
}, 600_000);

beforeEach(() => {
  proxy.requests.length = 0;
  proxy.intercept(() => 'pass');
});

afterAll(async () => {
  for (const store of stores) await engines[store]?.stop();
  await proxy?.stop();
  for (const registry of [open, secured]) await registry?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const isManifest = ({ method, path }: RegistryRequest) => method === 'PUT' && path.includes('/manifests/');
const statuses = (method: string, part: string) =>
  proxy.requests
    .filter(request => request.method === method && request.path.includes(part))
    .map(({ status }) => status);

describe.each(stores)('with the %s image store', store => {
  const docker = (...args: string[]) => engines[store].docker(args);
  const tagged = async (name: string) => {
    await docker('tag', 'large', name);
    return name;
  };

  /** The docker client as a job's user runs it, with a configuration folder that nothing else knows. */
  async function newClient() {
    const user = await jobUser('runner');
    const config = await mkdtemp(join(tmpdir(), 'dev-in-docker-config-'));
    await symlink(engines[store].plugins, join(config, 'cli-plugins'));
    await giveTo(user, config);
    const environment = { ...engines[store].environment, ...secured.environment, DOCKER_CONFIG: config };
    const ask = (args: string[], input = '') => run(asUser(user, ['docker', ...args]), { environment, input });
    return { ask, remove: () => rm(config, { recursive: true }) };
  }

  test('a registry over TLS with a password: login, push, inspect, and a second tag on the same digest', async () => {
    const { ask, remove } = await newClient();
    const login = ['login', '--username', 'octo', '--password-stdin', secured.host];
    const name = `${secured.host}/octo/${store}`;
    const digest = async (tag: string): Promise<string> =>
      JSON.parse(await ask(['buildx', 'imagetools', 'inspect', '--format', '{{json .Manifest}}', `${name}:${tag}`]))
        .digest;
    await tagged(`${name}:1.2.3`);
    await expect(ask(['push', '--quiet', `${name}:1.2.3`])).rejects.toThrow('no basic auth credentials');
    await expect(ask(login, 'close sesame')).rejects.toThrow('401 Unauthorized');
    await ask(login, 'open sesame');
    await ask(['push', '--quiet', `${name}:1.2.3`]);
    await expect(digest('latest')).rejects.toThrow('not found');
    const source = `${name}@${await digest('1.2.3')}`;
    await ask(['buildx', 'imagetools', 'create', '--prefer-index=false', '--tag', `${name}:latest`, source]);
    expect(await digest('latest')).toBe(await digest('1.2.3'));
    await remove();
  });

  test('a push through the proxy: refused, cut, its answer lost, and passed', async () => {
    const name = await tagged(`${proxy.host}/octo/${store}:1`);
    const tags = async () => {
      const response = await fetch(`http://${open.host}/v2/octo/${store}/tags/list`);
      return ((await response.json()) as { tags?: string[] | null }).tags ?? [];
    };
    proxy.intercept(request => (isManifest(request) ? registryError(403, 'DENIED', 'no right to write') : 'pass'));
    await expect(docker('push', '--quiet', name)).rejects.toThrow('no right to write');
    expect(new Set(statuses('PUT', '/manifests/'))).toEqual(new Set([403]));
    proxy.intercept(request => (isManifest(request) ? 'cut' : 'pass'));
    await expect(docker('push', '--quiet', name)).rejects.toThrow('EOF');
    expect(await tags()).toEqual([]);
    proxy.intercept(request => (isManifest(request) ? () => 'cut' : 'pass'));
    await expect(docker('push', '--quiet', name)).rejects.toThrow('EOF');
    expect(await tags()).toEqual(['1']);
    proxy.intercept(() => 'pass');
    await docker('push', '--quiet', name);
  });
});

describe('the proxy', () => {
  const get = (path: string, host = proxy.host) => fetch(`http://${host}${path}`);

  test('sends uploads to itself, passes large bodies on whole, and records what clients were told', async () => {
    const body = randomBytes(20_000_000);
    const digest = `sha256:${(await crypto.subtle.digest('SHA-256', body).then(Buffer.from)).toString('hex')}`;
    const started = await fetch(`http://${proxy.host}/v2/octo/blob/blobs/uploads/`, { method: 'POST' });
    const place = new URL(started.headers.get('location') ?? '');
    expect(place.host).toBe(proxy.host);
    place.searchParams.set('digest', digest);
    expect((await fetch(place, { method: 'PUT', body })).status).toBe(201);
    const answer = await get(`/v2/octo/blob/blobs/${digest}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true);
    expect(proxy.requests.map(({ method, status }) => [method, status])).toEqual([
      ['POST', 202],
      ['PUT', 201],
      ['GET', 200],
    ]);
  });

  test('replies in place of the registry, before or after it has answered', async () => {
    const busy = registryError(429, 'TOOMANYREQUESTS', 'slow down', { 'retry-after': '1' });
    for (const decision of [busy, ({ status }: { status: number }) => (status === 200 ? busy : ('pass' as const))]) {
      proxy.intercept(() => decision);
      const answer = await get('/v2/');
      expect(answer).toMatchObject({ status: 429 });
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(await answer.json()).toEqual({ errors: [{ code: 'TOOMANYREQUESTS', message: 'slow down' }] });
    }
    expect(statuses('GET', '/v2/')).toEqual([429, 429]);
  });

  test('holds a request while others pass', async () => {
    const released = Promise.withResolvers<'pass'>();
    proxy.intercept(({ path }) => (path === '/v2/?held' ? released.promise : 'pass'));
    const held = get('/v2/?held');
    expect((await get('/v2/')).status).toBe(200);
    expect(statuses('GET', '?held')).toEqual([0]);
    released.resolve('pass');
    expect((await held).status).toBe(200);
  });

  test('cuts held requests as it stops, whatever is decided on them later', async () => {
    const other = await startRegistryProxy(open.host);
    const released = Promise.withResolvers<'pass'>();
    const arrived = Promise.withResolvers<void>();
    other.intercept(() => {
      arrived.resolve();
      return released.promise;
    });
    const held = get('/v2/', other.host);
    await arrived.promise;
    await other.stop();
    await expect(held).rejects.toThrow();
    released.resolve('pass');
    await expect(get('/v2/', other.host)).rejects.toThrow();
    expect(other.requests).toEqual([{ method: 'GET', path: '/v2/', status: 0 }]);
  });
});
