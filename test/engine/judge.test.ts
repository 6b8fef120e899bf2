import { describe, expect, test } from 'vitest';
import type { Engine, EngineAddress, Info } from '../../src/engine/engine.ts';
import {
  buildxTrouble,
  buildxVersion,
  describeEngine,
  type EngineJudgement,
  isInGroup,
  judgeEngine,
} from '../../src/engine/judge.ts';

const old = (version: string): EngineJudgement => ({
  kind: 'unusable',
  trouble: { kind: 'too-old', what: 'Docker Engine', version, oldest: '25.0.0' },
});
const podman: EngineJudgement = { kind: 'unusable', trouble: { kind: 'podman' } };

describe('an engine', () => {
  test.each<[string, Info, EngineJudgement]>([
    ['the oldest', { ServerVersion: '25.0.0' }, { kind: 'usable' }],
    ['a new one', { ServerVersion: '29.1.3' }, { kind: 'usable' }],
    ["Debian's", { ServerVersion: '28.5.2+dfsg4' }, { kind: 'usable' }],
    ['one that comes before its release', { ServerVersion: '29.0.0-rc.2' }, { kind: 'usable' }],
    ['with a little trouble', { ServerVersion: '28.0.0', ServerErrors: ['slow'] }, { kind: 'usable' }],
    ['one that is too old', { ServerVersion: '24.0.9' }, old('24.0.9')],
    ["Ubuntu's", { ServerVersion: '20.10.25+dfsg1' }, old('20.10.25+dfsg1')],
    ['one that has no number', { ServerVersion: 'dev' }, old('dev')],
    ['Podman at its socket', { ServerVersion: '5.4.0', BuildahVersion: '1.39.0' }, podman],
    ['Podman as a client', { host: { buildahVersion: '1.39.0' } }, podman],
    ['nothing', {}, { kind: 'silent', said: 'it gave no reason' }],
    ['errors', { ServerVersion: '', ServerErrors: ['first', 'second'] }, { kind: 'silent', said: 'first' }],
    [
      "the client's last words before its errors",
      { said: 'no answer within 60 s', ServerErrors: ['first'] },
      { kind: 'silent', said: 'no answer within 60 s' },
    ],
  ])('%s', (_, info, expected) => {
    expect(judgeEngine(info)).toEqual(expected);
  });
});

describe('buildx', () => {
  const client = (...versions: string[]): Info => ({
    ClientInfo: {
      Version: '28.0.0',
      Plugins: [
        { Name: 'compose', Version: '2.40.0' },
        ...versions.map(Version => ({ Name: 'buildx', Version })),
        { Name: 'scout', Version: '1.0.0' },
      ],
    },
  });

  test.each<[string, Info, string]>([
    ['the oldest', client('v0.17.0'), 'v0.17.0'],
    ["Debian's", client('0.29.1+ds1'), '0.29.1+ds1'],
    ["Docker Desktop's", client('v0.30.1-desktop.1'), 'v0.30.1-desktop.1'],
    // A client that is older than contexts, which is no reason to refuse it.
    ['of a client that tells nothing of itself', { ServerVersion: '28.0.0' }, ''],
  ])('%s', (_, info, version) => {
    expect(buildxTrouble(info)).toBeUndefined();
    expect(buildxVersion(info)).toBe(version);
  });

  test.each<[string, Info, string]>([
    ['one that is too old', client('v0.16.2'), 'v0.16.2'],
    ['none', client(), ''],
    ['of a client without plugins', { ClientInfo: { Version: '28.0.0' } }, ''],
  ])('%s can not be used', (_, info, version) => {
    expect(buildxTrouble(info)).toEqual({ kind: 'too-old', what: 'Docker Buildx', version, oldest: '0.17.0' });
    expect(buildxVersion(info)).toBe(version);
  });
});

describe('what an engine is', () => {
  const address: EngineAddress = {
    socket: '/var/run/docker.sock',
    host: 'unix:///var/run/docker.sock',
    contextName: 'default',
    origin: 'default',
  };
  const plain: Engine = {
    version: '28.5.2',
    store: 'classic',
    architecture: 'x86_64',
    socket: '/var/run/docker.sock',
    isUserMapped: false,
    isRootless: false,
    isLabelled: false,
    builder: 'default',
  };
  const { socket: _, ...elsewhere } = plain;

  test.each<[string, Info, Partial<EngineAddress>, Partial<Engine>]>([
    ['the least', {}, {}, {}],
    ['overlay2', { DriverStatus: [['Backing Filesystem', 'extfs']] }, {}, {}],
    ['containerd', { DriverStatus: [['driver-type', 'io.containerd.snapshotter.v1']] }, {}, { store: 'containerd' }],
    ['its own options', { SecurityOptions: ['name=seccomp,profile=builtin', 'name=cgroupns'] }, {}, {}],
    ['rootless', { SecurityOptions: ['name=rootless'] }, {}, { isUserMapped: true, isRootless: true }],
    ['user namespaces', { SecurityOptions: ['name=userns'] }, {}, { isUserMapped: true }],
    ['SELinux', { SecurityOptions: ['name=selinux'] }, {}, { isLabelled: true }],
    ['an unknown processor', { Architecture: undefined } as object, {}, { architecture: 'unknown' }],
    ['a context', {}, { contextName: 'desktop-linux' }, { builder: 'desktop-linux' }],
    [
      "the client's own word for its context",
      { ClientInfo: { Context: 'colima' } },
      { contextName: 'default' },
      { builder: 'colima' },
    ],
  ])('%s', (_, info, at, expected) => {
    const said = { ServerVersion: '28.5.2', Architecture: 'x86_64', ...info };
    expect(describeEngine(said, { ...address, ...at })).toEqual({ ...plain, ...expected });
  });

  test('on another machine', () => {
    const at: EngineAddress = { host: 'ssh://me@server', contextName: 'default', origin: 'DOCKER_HOST' };
    expect(describeEngine({ ServerVersion: '28.5.2', Architecture: 'x86_64' }, at)).toEqual(elsewhere);
  });
});

test.each<[string, number, string, boolean]>([
  ['ada', 999, 'root:x:0:\ndocker:x:999:bob,ada\n', true],
  ['ada', 999, 'docker:x:999:ada', true],
  ['ada', 999, 'docker:x:999:bob\nothers:x:1000:ada\n', false],
  ['ada', 999, 'docker:x:999:adam,nada\n', false],
  ['ada', 999, 'docker:x:999:\n', false],
  ['ada', 99, 'docker:x:999:ada\n', false],
  ['ada', 999, 'docker:x\n', false],
  ['ada', 999, '', false],
])('%s in group %i of %j: %s', (user, gid, groups, expected) => {
  expect(isInGroup(groups, gid, user)).toBe(expected);
});
