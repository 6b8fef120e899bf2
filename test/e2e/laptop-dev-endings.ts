// How `dev-in-docker dev` ends where it is ended, and what it publishes until then.

import { createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Terminal } from '../lab/terminal.ts';
import type { Laptop } from './laptop.ts';

const sleeper = ['python', '-c', 'import time; print("ready", flush=True); time.sleep(600)'];
const stubborn = ['sh', '-c', 'trap "" INT TERM HUP; echo ready; while :; do sleep 1; done'];

/** Signals, keys and ports; that no container is left is seen after each test. */
export function describeEndings(laptop: Laptop): void {
  test.each<[string, string[], (terminal: Terminal) => void, number]>([
    ['Ctrl-C', sleeper, terminal => terminal.key('ctrl-c'), 130],
    ['SIGINT', sleeper, terminal => terminal.signal('SIGINT'), 130],
    ['SIGTERM', sleeper, terminal => terminal.signal('SIGTERM'), 143],
    ['SIGTERM for one that does not care', stubborn, terminal => terminal.signal('SIGTERM'), 137],
    ['a closed terminal', sleeper, terminal => terminal.close(), 129],
    ['a closed terminal for one that does not care', stubborn, terminal => terminal.close(), 137],
  ])('%s ends the command and its container', async (_, command, end, exitCode) => {
    const terminal = laptop.start(['dev', '--', ...command]);
    await terminal.waitFor('ready');
    end(terminal);
    expect(await terminal.ended).toBe(exitCode);
  });

  test.each<[NodeJS.Signals[], string[], number]>([
    [['SIGINT'], sleeper, 130],
    [['SIGTERM'], sleeper, 143],
    [['SIGHUP'], sleeper, 129],
    [['SIGINT', 'SIGINT'], stubborn, 137],
    [['SIGINT', 'SIGTERM'], stubborn, 137],
  ])('without a terminal, %j end the command and its container', async (signals, command, exitCode) => {
    expect(await laptop.pipe(['dev', '--', ...command], { signals })).toMatchObject({ exitCode });
  });

  test('a pipe that nobody reads any more ends the command and its container', async () => {
    const { exitCode } = await laptop.pipe(['dev', '--', 'yes'], { isClosed: true });
    expect(exitCode).toBeGreaterThan(0);
  });

  test.each<[string, (terminal: Terminal) => void, number]>([
    ['Ctrl-C', terminal => terminal.key('ctrl-c'), 130],
    ['SIGTERM', terminal => terminal.signal('SIGTERM'), 143],
    ['a closed terminal', terminal => terminal.close(), 129],
  ])('%s ends a build', async (_, end, exitCode) => {
    // A step that no earlier build may have ended.
    const step = `RUN : ${performance.timeOrigin + performance.now()}; sleep 300`;
    await laptop.write({ 'slow/Dockerfile': `FROM python:3.11-slim AS dev\nWORKDIR /work\n${step}\n` });
    const terminal = laptop.start(['dev'], { folder: join(laptop.home, 'slow') });
    await terminal.waitFor('; sleep 300');
    end(terminal);
    expect(await terminal.ended).toBe(exitCode);
  });

  describe('ports', () => {
    test('are reached from this machine alone', async () => {
      const port = await freePort();
      const command = ['python', '-m', 'http.server', '80', '--bind', '0.0.0.0'];
      const terminal = laptop.start(['dev', '--publish', `${port}:80`, '--', ...command]);
      await terminal.waitFor('Serving HTTP');
      expect(terminal.screen()).toMatch(`http://127.0.0.1:${port} leads to port 80,`);
      expect(await reach('127.0.0.1', port)).toBe(true);
      for (const address of ownAddresses()) expect(await reach(address, port), address).toBe(false);
      terminal.key('ctrl-c');
      expect(await terminal.ended).toBe(0);
    });

    test('that are taken are told', async () => {
      const port = await freePort();
      const server = await listen(port);
      const { exitCode, screen } = await laptop.run(['dev', '-p', `${port}`, '--', 'true']);
      server.close();
      expect(screen).toBe(
        `Port ${port} of this machine is taken by another program: end that, or choose another port, such as --publish ${port + 1}:${port}.`,
      );
      expect(exitCode).toBe(125);
    });
  });
}

/** Whether a web server answers; it may need a moment. */
async function reach(address: string, port: number): Promise<boolean> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const answer = await fetch(`http://${address}:${port}/`, { signal: AbortSignal.timeout(5000) }).catch(
      () => undefined,
    );
    if (answer?.ok) return true;
    if (address !== '127.0.0.1') return false;
    await sleep(200);
  }
  return false;
}

function ownAddresses(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap(list => list ?? []);
  return addresses.flatMap(({ family, internal, address }) => (family === 'IPv4' && !internal ? [address] : []));
}

async function freePort(): Promise<number> {
  const server = await listen(0);
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

function listen(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.on('error', reject).listen(port, '127.0.0.1', () => resolve(server));
  });
}
