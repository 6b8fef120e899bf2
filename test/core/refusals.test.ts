import { expect, test } from 'vitest';
import { lookUpFailure, refusalOf } from '../../src/core/refusals.ts';

test.each([
  ['no basic auth credentials', 'no-credentials'],
  ['denied: permission_denied: write_package', 'denied'],
  ['denied: installation not allowed to Write organization package', 'denied'],
  ['unauthorized: authentication required', 'no-credentials'],
  ['unexpected status from HEAD request to http://127.0.0.1/v2/x/blobs/y: 403 Forbidden', 'denied'],
  ['denied: requested access to the resource is denied', 'denied'],
  ['toomanyrequests: You have reached your pull rate limit', 'rate-limited'],
  ['received unexpected HTTP status: 429 Too Many Requests', 'rate-limited'],
  ['Get "https://r.example.org/v2/": dial tcp 127.0.0.1:1: connect: connection refused', 'unreachable'],
  ['Get "https://r.example.org/v2/": dial tcp: lookup r.example.org: no such host', 'unreachable'],
  ['Put "http://127.0.0.1:5000/v2/x/manifests/1": EOF', 'unreachable'],
  ['received unexpected HTTP status: 503 Service Unavailable', 'unreachable'],
  ['http: server gave HTTP response to HTTPS client', 'unreachable'],
  ['tag does not exist', 'failed'],
])('%s: %s', (said, refusal) => {
  expect(refusalOf(said)).toBe(refusal);
});

test.each([
  ['ERROR: 127.0.0.1:5000/octo/x:1.2.3: not found', 'absent'],
  ['ERROR: unexpected status from HEAD request: 404 Not Found', 'absent'],
  ['ERROR: pull access denied, repository does not exist or may require authorization', 'absent'],
  ['ERROR: failed to do request: dial tcp 127.0.0.1:1: connect: connection refused', 'unreachable'],
  ['ERROR: 429 Too Many Requests', 'rate-limited'],
])('looked up, %s: %s', (said, failure) => {
  expect(lookUpFailure(said)).toBe(failure);
});
