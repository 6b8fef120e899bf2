import { describe, expect, test } from 'vitest';
import { type EngineTrouble, engineSentence, explainEngine, lastWords, type System } from '../../src/engine/trouble.ts';

const said = 'Cannot connect to the Docker daemon';
const notRunning = (socket: string): EngineTrouble => ({ kind: 'not-running', socket, origin: 'default', said });
const old: EngineTrouble = { kind: 'too-old', what: 'Docker Engine', version: '20.10.24', oldest: '25.0.0' };
const noBuildx: EngineTrouble = { kind: 'too-old', what: 'Docker Buildx', version: '', oldest: '0.17.0' };
const usual = '/var/run/docker.sock';

describe('engineSentence', () => {
  test.each<[System, EngineTrouble, string]>([
    [
      'runner',
      { kind: 'no-client' },
      'This runner has no Docker: use a runner that has it, such as runs-on: ubuntu-latest.',
    ],
    [
      'runner',
      { kind: 'podman' },
      'This runner has Podman in place of Docker, which this action needs: use a runner that has it, such as runs-on: ubuntu-latest.',
    ],
    [
      'runner',
      notRunning(usual),
      "The Docker engine does not answer (Cannot connect to the Docker daemon): start it, or let this job's user reach its socket.",
    ],
    [
      'runner',
      old,
      'This runner has Docker Engine 20.10.24, but 25.0.0 or newer is needed: update it, or use runs-on: ubuntu-latest.',
    ],
    [
      'linux',
      { kind: 'no-client' },
      'Docker is not installed, or its program "docker" is not on the PATH: install Docker Engine, see https://docs.docker.com/engine/install/.',
    ],
    [
      'linux',
      { kind: 'denied', socket: usual, isMember: false, said },
      'You may not use Docker yet (no permission for /var/run/docker.sock): run "sudo usermod -aG docker $USER", then log out and in again (who is in that group can do what root can).',
    ],
    [
      'wsl',
      { kind: 'denied', socket: usual, isMember: true, said },
      'You may not use Docker yet (no permission for /var/run/docker.sock): log out and in again (or restart), so that your login knows of the group you are already in.',
    ],
    [
      'macos',
      { kind: 'denied', socket: usual, isMember: false, said },
      'You may not use Docker yet (no permission for /var/run/docker.sock): start Docker Desktop ("open -a Docker") as yourself, as another user seems to have done.',
    ],
    [
      'linux',
      { kind: 'not-running', socket: '/run/other.sock', origin: 'DOCKER_HOST', said },
      'The Docker engine is not running (nothing listens on /run/other.sock): run "sudo systemctl start docker", or unset DOCKER_HOST, which says to look there.',
    ],
    [
      'linux',
      { kind: 'silent', origin: 'DOCKER_HOST', said: 'lookup \u001b[31mbogus: no such host' },
      'The Docker engine does not answer (lookup bogus: no such host): see whether "docker version" gets an answer, and restart it if not, or unset DOCKER_HOST, which says to look there.',
    ],
    [
      'macos',
      { kind: 'unknown-context', context: 'colima', origin: 'configuration', said },
      `There is no Docker context colima, which docker's configuration names: choose one that "docker context ls" shows, with "docker context use default" or the like.`,
    ],
    [
      'linux',
      { kind: 'unknown-context', context: 'gone', origin: 'DOCKER_CONTEXT', said },
      'There is no Docker context gone, which DOCKER_CONTEXT names: unset DOCKER_CONTEXT, or choose one that "docker context ls" shows, with "docker context use default" or the like.',
    ],
    [
      'macos',
      old,
      'This machine has Docker Engine 20.10.24, but 25.0.0 or newer is needed: update Docker Desktop, or what else brings your engine.',
    ],
    [
      'linux',
      noBuildx,
      'This machine has no Docker Buildx, but 0.17.0 or newer is needed: install docker-buildx-plugin where Docker comes from docker.com, else the package docker-buildx of your distribution.',
    ],
  ])('%s, %j', (system, trouble, sentence) => {
    expect(engineSentence(trouble, system)).toBe(sentence);
  });
});

test.each<[Exclude<System, 'runner'>, string, RegExp]>([
  ['linux', usual, /^run "sudo systemctl start docker"$/],
  ['linux', '/run/user/1000/docker.sock', /^run "systemctl --user start docker"$/],
  ['linux', '/home/me/.docker/desktop/docker.sock', /^start Docker Desktop$/],
  ['macos', usual, /^start Docker Desktop \("open -a Docker"\)$/],
  ['macos', '/Users/me/.colima/default/docker.sock', /^run "colima start"$/],
  ['macos', '/Users/me/.config/colima/default/docker.sock', /^run "colima start"$/],
  ['macos', '/Users/me/.orbstack/run/docker.sock', /^start OrbStack$/],
  ['macos', '/Users/me/.rd/docker.sock', /^start Rancher Desktop$/],
  ['wsl', usual, /^start Docker Desktop on Windows and turn on its WSL integration/],
])('an engine that is not running: %s, %s', (system, socket, cure) => {
  expect(explainEngine(notRunning(socket), system).cure).toMatch(cure);
});

const TROUBLES: EngineTrouble[] = [
  { kind: 'no-client' },
  { kind: 'podman' },
  { kind: 'unknown-context', context: 'x', origin: 'configuration', said },
  notRunning(usual),
  { kind: 'denied', socket: usual, isMember: false, said },
  { kind: 'silent', origin: 'default', said },
  old,
  noBuildx,
];

test.each(TROUBLES)('what a person is told of $kind speaks of no runner', trouble => {
  for (const system of ['linux', 'macos', 'wsl'] as const) {
    expect(engineSentence(trouble, system)).not.toMatch(/runner|runs-on|\bjob\b/);
  }
});

test.each([
  ['The push refers to repository\n1: Pushed\ndenied: no\n', 'denied: no'],
  [
    '#1 x\nERROR: first\n----\nERROR: failed commit: 403 Forbidden\ndenied: really\n',
    'ERROR: failed commit: 403 Forbidden denied: really',
  ],
  ['', ''],
])('the last words of %j', (output, words) => {
  expect(lastWords(output)).toBe(words);
});
