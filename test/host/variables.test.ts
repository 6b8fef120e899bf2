import { describe, expect, test } from 'vitest';
import { cacheServiceIn, forArtifactClient, forCacheClient, forPrograms } from '../../src/host/variables.ts';

describe('who gets a variable', () => {
  test.each<[string, boolean, boolean]>([
    ['PATH', true, true],
    ['HOME', true, true],
    ['DOCKER_HOST', true, true],
    ['HTTPS_PROXY', true, true],
    ['NODE_EXTRA_CA_CERTS', true, true],
    ['RUNNER_TRACKING_ID', true, true],
    ['https_proxy', true, true],
    ['LC_ALL', true, true],
    ['SSH_AUTH_SOCK', true, true],
    ['DOCKER_AUTH_CONFIG', true, true],
    ['BUILDX_BUILDER', true, true],
    ['AWS_ACCESS_KEY_ID', true, true],
    ['GIT_CONFIG_COUNT', true, true],
    ['GIT_DIR', false, false],
    ['MY_GITHUB_TOKEN', false, false],
    ['PYPI_TOKEN', false, false],
    ['NODE_AUTH_TOKEN', false, false],
    ['DOCKER_PASSWORD', false, false],
    ['BUILDX_BAKE_GIT_AUTH_TOKEN', false, false],
    ['PATH_OF_OURS', false, false],
    ['SOURCE_DATE_EPOCH', false, false],
    ['GITHUB_SERVER_URL', false, false],
    ['ACTIONS_RESULTS_URL', false, true],
    ['ACTIONS_RUNTIME_TOKEN', false, true],
    ['ACTIONS_CACHE_SERVICE_V2', false, false],
    ['RUNNER_TEMP', false, false],
    ['RUNNER_TRACKING_ID_OF_OURS', false, false],
    ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', false, false],
    ['ACTIONS_ID_TOKEN_REQUEST_URL', false, false],
    ['GITHUB_TOKEN', false, false],
    ['GITHUB_ENV', false, false],
    ['ACTIONS_RUNTIME_TOKEN_OF_OURS', false, false],
    ['INPUT_PASSWORD', false, false],
    ['STATE_id', false, false],
  ])('%s: programs %s, cache client %s', (name, isForPrograms, isForCacheClient) => {
    const environment = { [name]: 's3cret', UNSET: undefined };
    expect(forPrograms(environment)).toEqual(isForPrograms ? { [name]: 's3cret' } : {});
    expect(forCacheClient(environment)).toEqual(isForCacheClient ? { [name]: 's3cret' } : {});
  });
});

test.each([
  ['PATH', true],
  ['ACTIONS_RUNTIME_TOKEN', true],
  ['ACTIONS_RESULTS_URL', true],
  ['GITHUB_SERVER_URL', true],
  ['GITHUB_RETENTION_DAYS', true],
  ['GITHUB_TOKEN', false],
  ['INPUT_PASSWORD', false],
])('%s: artifact client %s', (name, isForArtifactClient) => {
  expect(forArtifactClient({ [name]: 's3cret' })).toEqual(isForArtifactClient ? { [name]: 's3cret' } : {});
});

describe('the cache service that a runner offers', () => {
  const token = { ACTIONS_RUNTIME_TOKEN: 't' };
  const current = { ACTIONS_CACHE_SERVICE_V2: 'True', ACTIONS_RESULTS_URL: 'https://results' };
  const older = { ACTIONS_CACHE_URL: 'http://cache' };
  test.each<[string, Record<string, string>, ReturnType<typeof cacheServiceIn>]>([
    ['nothing', {}, 'none'],
    ['no token', { ...current, ...older }, 'none'],
    ['GitHub', { ...token, ...current }, 'current'],
    ['GitHub, with the address of old', { ...token, ...current, ...older }, 'current'],
    ['nektos/act, Gitea', { ...token, ...older, ACTIONS_RESULTS_URL: 'http://artifacts' }, 'older'],
    ['GitHub Enterprise Server', { ...token, ...older, ACTIONS_CACHE_SERVICE_V2: '' }, 'older'],
    ['only artifacts', { ...token, ACTIONS_RESULTS_URL: 'http://artifacts' }, 'none'],
    ['no address', { ...token, ACTIONS_CACHE_SERVICE_V2: 'True' }, 'none'],
  ])('%s', (_, environment, expected) => {
    expect(cacheServiceIn(environment)).toBe(expected);
  });
});
