import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lastWords } from '../../src/engine/trouble.ts';
import {
  loginArguments,
  loginRefusal,
  lookUpArguments,
  lookUpFailure,
  type PublishedImage,
  pushedDigest,
  type Refusal,
  readPublished,
  refusalOf,
  tagArguments,
} from '../../src/share/registry.ts';
import { commandLine } from '../command-line.ts';

/** What the client said, for each fault of a real registry. */
const recorded: { fault: string; command: string; store: string; stderr: string }[] = JSON.parse(
  readFileSync(new URL('../fixtures/registry/refusals.json', import.meta.url), 'utf8'),
);

const meanings: [fault: RegExp, refusals: Refusal[]][] = [
  [/^401|^not logged in|^wrong password/, ['denied', 'no-credentials']],
  [/^403/, ['denied']],
  [/^404/, ['failed']],
  [/^429/, ['rate-limited']],
  [/^503|^cut|^refused|^http as https|^no such host|^unknown certificate/, ['unreachable']],
];

describe('what a real registry refused', () => {
  const writes = recorded.filter(({ command }) => command !== 'imagetools inspect');

  test.each(writes)('$command, $store: $fault', ({ fault, stderr }) => {
    const [, refusals = []] = meanings.find(([pattern]) => pattern.test(fault)) ?? [];
    expect(refusals, stderr).toContain(refusalOf(lastWords(stderr)));
  });
});

describe('a login that a real registry refused', () => {
  const logins = recorded.filter(({ command }) => command === 'login');

  test.each(logins)('$store: $fault', ({ fault, stderr }) => {
    const own = /^429/.test(fault) ? 'rate-limited' : /^(?:40|wrong)/.test(fault) ? 'login-failed' : 'unreachable';
    expect(loginRefusal(lastWords(stderr)), stderr).toBe(own);
  });
});

describe('what a real registry did not show', () => {
  const looks = recorded.filter(({ command }) => command === 'imagetools inspect');

  test.each(looks)('$store: $fault', ({ fault, stderr }) => {
    const isAbsent = /^40[134]|^not logged in|^no such tag/.test(fault);
    const [, refusals = []] = meanings.find(([pattern]) => pattern.test(fault)) ?? [];
    expect(isAbsent ? ['absent'] : refusals, stderr).toContain(lookUpFailure(lastWords(stderr)));
  });
});

test.each([
  ['denied: permission_denied: write_package', 'denied'],
  ['denied: installation not allowed to Write organization package', 'denied'],
  ['error from registry: installation not allowed to Write organization package', 'denied'],
  ['error from registry: permission_denied: write_package', 'denied'],
  ['error from registry: You have reached your unauthenticated pull rate limit.', 'rate-limited'],
  ['toomanyrequests: too many requests', 'rate-limited'],
  ['tag does not exist: x', 'failed'],
])('%s: %s', (said, refusal) => {
  expect(refusalOf(said)).toBe(refusal);
});

test.each([
  ['ghcr.io', ['login', '--username', 'octocat', '--password-stdin', 'ghcr.io']],
  ['localhost:5000', ['login', '--username', 'octocat', '--password-stdin', 'localhost:5000']],
  ['docker.io', ['login', '--username', 'octocat', '--password-stdin']],
])('log in to %s', (registry, expected) => {
  expect(loginArguments(registry, 'octocat')).toEqual(expected);
});

test.each([
  ['a published image another tag', ['ghcr.io/octo/wine@sha256:d1']],
  ['several images one tag', ['ghcr.io/octo/wine@sha256:d1', 'ghcr.io/octo/wine@sha256:d2']],
])('give %s', (_, images) => {
  expect(tagArguments('ghcr.io/octo/wine:latest', images)).toEqual(
    commandLine(`buildx imagetools create --prefer-index=false --tag ghcr.io/octo/wine:latest ${images.join(' ')}`),
  );
});

test('look up a published image', () => {
  expect(lookUpArguments('ghcr.io/octo/wine:1.2.3')).toEqual(
    ['buildx', 'imagetools', 'inspect', '--format', '{{json .}}', 'ghcr.io/octo/wine:1.2.3'], //
  );
});

const digest = `sha256:${'0a'.repeat(32)}`;

/** What an index has of one image, and what the configuration of one says. */
const child = (digest: string, architecture: string, variant = '', os = 'linux') => ({
  digest,
  platform: { os, architecture, ...(variant ? { variant } : {}) },
});
const configuration = (version: string) => ({
  config: { Labels: { 'org.opencontainers.image.version': version, 'org.opencontainers.image.revision': 'c0ffee' } },
});

test.each<[string, string, string | undefined]>([
  [
    'the classic store',
    `The push refers to repository [x]\n5f70bf18: Pushed\n1.2.3: digest: ${digest} size: 1234\n`,
    digest,
  ],
  ['the containerd store', `5f70bf18: Pushed \r\n1.2.3: digest: ${digest} size: 856\r\n`, digest],
  ['a push that broke off', '5f70bf18: Pushing [==>   ]\nEOF\n', undefined],
  ['a layer', `${digest}: Pushed\n`, undefined],
])('the digest that a push tells of: %s', (_, said, expected) => {
  expect(pushedDigest(said)).toBe(expected);
});

test.each<[string, object, Partial<PublishedImage>]>([
  [
    'an image of ours',
    {
      manifest: { digest },
      image: {
        config: {
          Labels: {
            'org.opencontainers.image.version': '1.2.3',
            'org.opencontainers.image.revision': 'c0ffee',
            a: 'b',
          },
        },
      },
    },
    { version: '1.2.3', revision: 'c0ffee' },
  ],
  ['an image with other labels', { manifest: { digest }, image: { config: { Labels: { a: 'b' } } } }, {}],
  ['an image without labels', { manifest: { digest }, image: { config: { Labels: null } } }, {}],
  ['an image without a configuration', { manifest: { digest }, image: {} }, {}],
  [
    'an image of several platforms, without labels',
    { manifest: { digest }, image: { 'linux/amd64': { config: { Labels: {} } }, 'linux/arm64': {} } },
    {},
  ],
  [
    'an image for Arm',
    { manifest: { digest }, image: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
    { images: [{ platform: 'linux/arm64', digest }] },
  ],
  [
    'several images of ours, with what BuildKit attests of them',
    {
      manifest: {
        digest,
        manifests: [child('d1', 'amd64'), child('d2', 'arm', 'v7'), child('d3', 'unknown', '', 'unknown')],
      },
      image: { 'linux/amd64': configuration('1.2.3'), 'linux/arm/v7': configuration('1.2.3') },
    },
    {
      version: '1.2.3',
      revision: 'c0ffee',
      images: [
        { platform: 'linux/amd64', digest: 'd1' },
        { platform: 'linux/arm/v7', digest: 'd2' },
      ],
    },
  ],
  [
    'images of different versions',
    { manifest: { digest }, image: { 'linux/amd64': configuration('1.2.3'), 'linux/arm64': configuration('1.2.4') } },
    { revision: 'c0ffee' },
  ],
  ['no image, such as an artifact', { manifest: { digest } }, {}],
  ['nothing', {}, { digest: '' }],
])('what a look-up tells of: %s', (_, said, expected) => {
  expect(readPublished(JSON.stringify(said))).toEqual({ digest, version: '', revision: '', images: [], ...expected });
});
