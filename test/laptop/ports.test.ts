import { expect, test } from 'vitest';
import { portArguments, readPort, requireNetwork } from '../../src/laptop/ports.ts';
import { UserError } from '../../src/text/errors.ts';

test.each([
  ['8888', { host: 8888, container: 8888 }],
  ['8000:80', { host: 8000, container: 80 }],
  ['1:65535', { host: 1, container: 65535 }],
])('%s is a port', (text, port) => {
  expect(readPort(text)).toEqual(port);
});

test.each([
  [''],
  ['0'],
  ['65536'],
  ['80:0'],
  ['80:'],
  [':80'],
  ['http'],
  ['-1'],
  ['8888/udp'],
  // Docker would take these, and publish to others.
  ['0.0.0.0:8888:8888'],
  ['8000-8010'],
])('%j is none', text => {
  expect(() => readPort(text)).toThrow(UserError);
  expect(() => readPort(text)).toThrow(`Option --publish is "${text}": write a port such as 8888, or 8000:80`);
});

test.each([
  [[], 'none'],
  [[{ host: 1, container: 1 }], ''],
  [[{ host: 1, container: 1 }], 'bridge'],
])('%j can be reached in the network %j', (ports, network) => {
  expect(() => requireNetwork(ports, network)).not.toThrow();
});

test('without a network no port can', () => {
  expect(() => requireNetwork([{ host: 1, container: 1 }], 'none')).toThrow(/^Input network is none, /);
});

test.each([
  [[], []],
  [[{ host: 8000, container: 80 }], ['--publish', '127.0.0.1:8000:80']],
  [
    [
      { host: 1, container: 1 },
      { host: 2, container: 3 },
    ],
    ['--publish', '127.0.0.1:1:1', '--publish', '127.0.0.1:2:3'],
  ],
])('%j is published on the loopback alone', (ports, args) => {
  expect(portArguments(ports)).toEqual(args);
});
