import { createHash } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EngineAddress } from '../../../src/engine/engine.ts';
import { findSocket } from '../../../src/engine/steps/address.ts';
import { examineEngine } from '../../../src/engine/steps/inspect.ts';
import { explainSilence } from '../../../src/engine/steps/silence.ts';
import { engineThat } from '../../engine-socket.ts';
import { folderWith } from '../../temporary-folder.ts';

/** Where the client keeps a context. */
function contextFile(name: string): string {
  return `contexts/meta/${createHash('sha256').update(name).digest('hex')}/meta.json`;
}

const desktop = {
  [contextFile('desktop-linux')]: JSON.stringify({
    Name: 'desktop-linux',
    Endpoints: { docker: { Host: 'unix:///home/me/.docker/desktop/docker.sock', SkipTLSVerify: false } },
  }),
  [contextFile('server')]: JSON.stringify({ Name: 'server', Endpoints: { docker: { Host: 'ssh://me@server' } } }),
};
const usesDesktop = { ...desktop, 'config.json': JSON.stringify({ currentContext: 'desktop-linux', auths: {} }) };
const inDesktop = {
  socket: '/home/me/.docker/desktop/docker.sock',
  host: 'unix:///home/me/.docker/desktop/docker.sock',
  contextName: 'desktop-linux',
};
const usual = { socket: '/var/run/docker.sock', host: 'unix:///var/run/docker.sock', contextName: 'default' };

describe('findSocket', () => {
  test.each<[string, Record<string, string>, { host?: string; contextName?: string }, EngineAddress]>([
    ['nothing said', {}, {}, { ...usual, origin: 'default' }],
    ['a configuration that is no JSON', { 'config.json': '{' }, {}, { ...usual, origin: 'default' }],
    ['a context that was chosen', usesDesktop, {}, { ...inDesktop, origin: 'configuration' }],
    [
      'DOCKER_CONTEXT wins over it',
      usesDesktop,
      { contextName: 'server' },
      { host: 'ssh://me@server', contextName: 'server', origin: 'DOCKER_CONTEXT' },
    ],
    ['DOCKER_CONTEXT=default', usesDesktop, { contextName: 'default' }, { ...usual, origin: 'default' }],
    [
      'DOCKER_HOST wins over all',
      usesDesktop,
      { host: 'unix:///run/mine.sock', contextName: 'server' },
      { socket: '/run/mine.sock', host: 'unix:///run/mine.sock', contextName: 'default', origin: 'DOCKER_HOST' },
    ],
    [
      'an engine elsewhere',
      {},
      { host: 'tcp://10.0.0.1:2376' },
      { host: 'tcp://10.0.0.1:2376', contextName: 'default', origin: 'DOCKER_HOST' },
    ],
    [
      'a context that is not there',
      { 'config.json': '{"currentContext":"gone"}' },
      {},
      { host: '', contextName: 'gone', origin: 'configuration' },
    ],
  ])('%s', async (_, files, settings, expected) => {
    const configFolder = await folderWith(files);
    expect(await findSocket({ host: '', contextName: '', ...settings, configFolder })).toEqual(expected);
  });
});

/** What an engine answers to /info, in the parts that count. */
const good = {
  ServerVersion: '28.5.2',
  Architecture: 'x86_64',
  DriverStatus: [['Backing Filesystem', 'extfs']],
  SecurityOptions: ['name=seccomp,profile=builtin', 'name=cgroupns'],
};

/** The address of something that answers as an engine does, until the test has finished. */
async function engineThatSays(info: unknown): Promise<EngineAddress & { socket: string }> {
  const socket = await engineThat((answer, call) => {
    answer.statusCode = call.url === '/info' ? 200 : 404;
    answer.setHeader('content-type', 'application/json').end(JSON.stringify(info));
  });
  return { socket, host: `unix://${socket}`, contextName: 'default', origin: 'DOCKER_HOST' };
}

async function examine(info: unknown) {
  const { host } = await engineThatSays(info);
  return examineEngine({ host, contextName: '', configFolder: await folderWith({}) });
}

describe('examineEngine', () => {
  test.each<[string, object, object]>([
    ['classic', {}, { store: 'classic', isUserMapped: false, isRootless: false, builder: 'default' }],
    ['containerd', { DriverStatus: [['driver-type', 'io.containerd.snapshotter.v1']] }, { store: 'containerd' }],
    ['rootless', { SecurityOptions: ['name=seccomp', 'name=rootless'] }, { isUserMapped: true, isRootless: true }],
    ['SELinux', { SecurityOptions: ['name=seccomp', 'name=selinux'] }, { isLabelled: true }],
    ['user namespaces', { SecurityOptions: ['name=userns'] }, { isUserMapped: true, isRootless: false }],
    ["Debian's version", { ServerVersion: '28.5.2+dfsg4' }, { version: '28.5.2+dfsg4', architecture: 'x86_64' }],
  ])('%s', async (_, info, expected) => {
    expect(await examine({ ...good, ...info })).toMatchObject({ engine: expected });
  });

  test('one that is too old', async () => {
    const trouble = { kind: 'too-old', what: 'Docker Engine', version: '20.10.24', oldest: '25.0.0' };
    expect(await examine({ ...good, ServerVersion: '20.10.24' })).toEqual({ trouble });
  });

  test('Podman, which answers as an engine would', async () => {
    expect(await examine({ ...good, ServerVersion: '5.4.0', BuildahVersion: '1.39.0' })).toEqual({
      trouble: { kind: 'podman' },
    });
  });
});

/** Does something as a user whom permissions hold, as they don't hold root. */
async function asOrdinaryUser<Result>(action: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return action();
  process.seteuid?.(65534);
  try {
    return await action();
  } finally {
    process.seteuid?.(0);
  }
}

describe('explainSilence', () => {
  const said = 'Cannot connect to the Docker daemon';

  test('no socket', async () => {
    const socket = join(await folderWith({}), 'docker.sock');
    const address: EngineAddress = { ...usual, socket, origin: 'DOCKER_CONTEXT' };
    expect(await explainSilence(said, address)).toEqual({
      kind: 'not-running',
      socket,
      origin: 'DOCKER_CONTEXT',
      said,
    });
  });

  test('a file where an engine was', async () => {
    const socket = join(await folderWith({ 'docker.sock': '' }), 'docker.sock');
    const address: EngineAddress = { ...usual, socket, origin: 'default' };
    expect(await explainSilence(said, address)).toMatchObject({ kind: 'not-running', socket });
  });

  test('a socket without permission', async () => {
    const address = await engineThatSays(good);
    await chmod(join(address.socket, '..'), 0o755);
    await chmod(address.socket, 0o000);
    expect(await asOrdinaryUser(() => explainSilence(said, address))).toEqual({
      ...{ kind: 'denied', socket: address.socket, isMember: false, said },
    });
  });

  test('an engine that listens, but does not answer', async () => {
    const address = await engineThatSays(good);
    expect(await explainSilence(said, address)).toEqual({ kind: 'silent', origin: 'DOCKER_HOST', said });
  });

  test('a context that the client does not know', async () => {
    const words = 'Failed to initialize: unable to resolve docker endpoint: context "gone": context not found: open …';
    const address: EngineAddress = { host: '', contextName: 'gone', origin: 'configuration' };
    expect(await explainSilence(words, address)).toMatchObject({ kind: 'unknown-context', context: 'gone' });
  });

  test('an address that is none', async () => {
    const words = 'Failed to initialize: unable to resolve docker endpoint: invalid bind address format: bogus://x';
    const address: EngineAddress = { host: 'bogus://x', contextName: 'default', origin: 'DOCKER_HOST' };
    expect(await explainSilence(words, address)).toEqual({ kind: 'silent', origin: 'DOCKER_HOST', said: words });
  });
});
