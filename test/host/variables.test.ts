import { describe, expect, test } from 'vitest';
import { forCacheClient, forPrograms } from '../../src/host/variables.ts';

describe('who gets a variable', () => {
  test.each<[string, boolean, boolean]>([
    ['PATH', true, true],
    ['HOME', true, true],
    ['DOCKER_HOST', true, true],
    ['HTTPS_PROXY', true, true],
    ['NODE_EXTRA_CA_CERTS', true, true],
    ['RUNNER_TRACKING_ID', true, true],
    ['MY_GITHUB_TOKEN', true, true],
    ['GITHUB', true, true],
    ['GITHUB_SERVER_URL', false, true],
    ['ACTIONS_RESULTS_URL', false, true],
    ['ACTIONS_RUNTIME_TOKEN', false, true],
    ['ACTIONS_CACHE_SERVICE_V2', false, true],
    ['RUNNER_TEMP', false, true],
    ['RUNNER_TRACKING_ID_OF_OURS', false, true],
    ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', false, false],
    ['ACTIONS_ID_TOKEN_REQUEST_URL', false, false],
    ['GITHUB_TOKEN', false, false],
    ['GITHUB_ENV', false, false],
    ['GITHUB_SERVER_URL_OF_OURS', false, false],
    ['INPUT_PASSWORD', false, false],
    ['STATE_id', false, false],
  ])('%s: programs %s, cache client %s', (name, isForPrograms, isForCacheClient) => {
    const environment = { [name]: 's3cret', UNSET: undefined };
    expect(forPrograms(environment)).toEqual(isForPrograms ? { [name]: 's3cret' } : {});
    expect(forCacheClient(environment)).toEqual(isForCacheClient ? { [name]: 's3cret' } : {});
  });
});
