import { readFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provideBaseImages } from './base-image.ts';
import type { Engine, ImageStore } from './client.ts';
import { dataFolder, runFolder } from './daemon.ts';
import { startEngine } from './engine.ts';
import { lock } from './folder.ts';
import { run, runAsRoot } from './process.ts';
import { type Registry, startRegistry } from './registry.ts';

const group = 4242;
const stores: ImageStore[] = ['containerd', 'classic'];
// Engines of this file's own: one that is stopped gives its lock to whoever waits for it.
const nameOf = (store: ImageStore) => `${store}-alone`;
const start = (store: ImageStore) => startEngine(store, { name: nameOf(store), mirror: registry.host, group });
const engines = {} as Record<ImageStore, Engine>;
let registry: Registry;

beforeAll(async () => {
  registry = await startRegistry();
  // One after the other, containerd's first: the order in which every run takes their locks.
  for (const store of stores) engines[store] = await start(store);
  for (const store of stores) await engines[store].empty();
  await provideBaseImages(engines.containerd, registry, ['library/python:3.11-slim']);
}, 600_000);

afterAll(async () => {
  for (const store of stores) await engines[store]?.stop();
  await registry?.stop();
}, 60_000);

describe.each(stores)('the %s engine', store => {
  const docker = (...args: string[]) => engines[store].docker(args);

  test('has the image store that was asked for', async () => {
    expect(engines[store]).toMatchObject({ store, isPrivate: true });
    const status = await docker('info', '--format', '{{json .DriverStatus}}');
    expect(status.includes('io.containerd.snapshotter.v1')).toBe(store === 'containerd');
  });

  test('runs the base image, whose containers reach PyPI unless they are cut off', async () => {
    // pip itself takes seconds to start where it isn't compiled yet; it knows the address, though.
    const code = (seconds: number) => `
import sys, urllib.request
from pip._internal.models.index import PyPI
urllib.request.urlopen(PyPI.simple_url + '/six/', timeout=${seconds})
print(sys.version_info[:2])`;
    const ask = (seconds: number) =>
      docker('run', '--rm', '--user=4343', 'python:3.11-slim', 'python', '-c', code(seconds));
    const reconnect = await engines[store].cutOff();
    await expect(ask(5)).rejects.toThrow('urlopen error');
    await reconnect();
    // A packet may be lost on the way to PyPI, which is none of the engine's business.
    const patiently = () => ask(20);
    expect(await patiently().catch(patiently).catch(patiently)).toBe('(3, 11)');
  }, 120_000);

  test('pulls from the registry what it would pull from Docker Hub, also after the tag has moved', async () => {
    for (const content of ['one', 'two']) {
      const name = `${registry.host}/library/lab-test:${store}`;
      await engines[store].docker(['build', '--quiet', '--tag', name, '-'], {
        input: `FROM scratch\nLABEL content=${content}\n`,
      });
      await docker('push', '--quiet', name);
      await docker('pull', '--quiet', `lab-test:${store}`);
      const label = ['image', 'inspect', '--format', '{{.Config.Labels.content}}', `lab-test:${store}`];
      expect(await docker(...label)).toBe(content);
    }
  });

  test('can be used by its group, and by nobody else', async () => {
    const as = (gid: number) => ['setpriv', '--reuid=4343', '--regid=4343', `--groups=${gid}`, '--'];
    const { environment } = engines[store];
    const version = ['docker', 'version', '--format', '{{.Server.Version}}'];
    expect(await run([...as(group), ...version], { environment })).toMatch(/^\d+\./);
    await expect(run([...as(group + 1), ...version], { environment })).rejects.toThrow('permission denied');
  });

  test('starts again after it was killed with a container running', async () => {
    await docker('run', '--detach', 'python:3.11-slim', 'sleep', '4321');
    const pid = await readFile(join(runFolder(nameOf(store)), 'pid'), 'utf8');
    await runAsRoot(['kill', '-KILL', pid.trim()]);
    await engines[store].stop();
    await expect(run(['pgrep', '--full', '--exact', 'sleep 4321'])).rejects.toThrow('ended with 1');
    const mounts = await readFile('/proc/self/mountinfo', 'utf8');
    for (const folder of [runFolder(nameOf(store)), dataFolder(nameOf(store))])
      expect(mounts).not.toContain(` ${folder}`);
    engines[store] = await start(store);
    expect(await docker('ps', '--quiet')).toBe('');
  }, 60_000);

  test('is empty once cleaned', async () => {
    await docker('run', '--detach', '--volume', '/data', 'python:3.11-slim', 'sleep', '60');
    await engines[store].docker(['build', '--quiet', '--tag', 'lab-test:built', '-'], {
      input: 'FROM python:3.11-slim\nRUN echo built > /built\n',
    });
    await engines[store].clean();
    const sizes = await docker('system', 'df', '--format', '{{.Type}} {{.TotalCount}}');
    expect(sizes.split('\n')).toEqual(['Images 0', 'Containers 0', 'Local Volumes 0', 'Build Cache 0']);
  }, 60_000);
});

test('the registry forgets a manifest that is deleted', async () => {
  const url = `http://${registry.host}/v2/library/lab-test/manifests`;
  const accept = 'application/vnd.oci.image.index.v1+json, application/vnd.docker.distribution.manifest.v2+json';
  const found = await fetch(`${url}/classic`, { headers: { accept } });
  expect(found.status).toBe(200);
  const deleted = await fetch(`${url}/${found.headers.get('docker-content-digest')}`, { method: 'DELETE' });
  expect(deleted.status).toBe(202);
  expect((await fetch(`${url}/classic`, { headers: { accept } })).status).toBe(404);
});

test('a stopped registry answers no more', async () => {
  const other = await startRegistry();
  await other.stop();
  const [host = '', port = ''] = other.host.split(':');
  const refused = new Promise(resolve => createConnection(Number(port), host).on('error', resolve));
  expect(await refused).toMatchObject({ code: 'ECONNREFUSED' });
});

test('a lock is held by one at a time', async () => {
  const unlock = await lock('lab-test');
  const second = lock('lab-test');
  const first = await Promise.race([second, new Promise(resolve => setTimeout(resolve, 200, 'waiting'))]);
  expect(first).toBe('waiting');
  await unlock();
  await (await second)();
});
