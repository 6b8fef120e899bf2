// Whatever somebody else's bytes hold, what reads them ends, throws no error but its own, and keeps no more than it says.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followProgress } from '../src/buildkit/progress.ts';
import { judgeFinalize, judgeFind, judgeReserve, readAnswer } from '../src/cache/answers.ts';
import { withRememberedLayers } from '../src/cache/inline-cache.ts';
import { passTar } from '../src/cache/tar-stream.ts';
import { readHistory } from '../src/image/history.ts';
import { makeTar } from '../src/image/tar.ts';
import { readEntries } from '../src/image/tar-entries.ts';
import { parsePrefetchOrder } from '../src/mount/prefetch-order.ts';
import { compare, parseBaseline } from '../src/pytest/baseline.ts';
import { readResults } from '../src/pytest/read-results.ts';
import { secondsOf } from '../src/pytest/results.ts';
import { loginRefusal, lookUpFailure, pushedDigest, readPublished } from '../src/share/registry.ts';
import { hostileTexts } from './samples.ts';

const foreign = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('__proto__', 'constructor', '', '0', '-1', '1e999'),
);
const anything = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  foreign,
  fc.constantFrom(null, -1, 0.5, 1e308, Number.MAX_SAFE_INTEGER, [], {}),
);

/** Documents with some of these fields, of any type, and perhaps some others. */
function documents(names: string[]): fc.Arbitrary<string> {
  const field = fc.tuple(fc.oneof(fc.constantFrom(...names), foreign), anything);
  return fc.array(field, { maxLength: 12 }).map(fields => JSON.stringify(Object.fromEntries(fields)));
}

/** Lines that are such documents for the most part. */
function lines(names: string[], events: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const line = fc.oneof({ weight: 4, arbitrary: events }, documents(names), foreign);
  return fc.array(line, { maxLength: 30 }).map(all => all.join('\n'));
}

const FIELDS =
  'pytest python rootdir test phase outcome subtest xfail reason category message traceback path line passed setup call teardown count counts status seconds';
const plausible = fc.oneof(
  fc.constantFrom('a.py::b', 'call', 'setup', '???', 'failed', 'passed', 'skipped', 'rerun', true, 1, 1e308, {
    passed: 3,
  }),
  anything,
);

test('results of tests', () => {
  const kind = fc.constantFrom(
    'session',
    'run',
    'started',
    'report',
    'finished',
    'deselected',
    'warning',
    'stopped',
    'end',
  );
  const fields = fc.dictionary(fc.constantFrom(...FIELDS.split(' ')), plausible);
  const event = fc.tuple(kind, fields).map(([event, rest]) => JSON.stringify({ event, ...rest }));
  const property = fc.property(lines(FIELDS.split(' '), event), text => {
    const { counts, failures, slowest, testSeconds } = readResults(text);
    for (const count of Object.values(counts)) expect(Number.isSafeInteger(count)).toBe(true);
    for (const value of [testSeconds, ...slowest.map(secondsOf)]) expect(Number.isFinite(value)).toBe(true);
    for (const { nodeId, message } of failures) expect(`${typeof nodeId} ${typeof message}`).toBe('string string');
  });
  fc.assert(property, { numRuns: 1000 });
});

test('the last run, which this one is compared with', () => {
  const sha = fc.constantFrom('a'.repeat(40), 'x', 7);
  const tests = fc.oneof(fc.dictionary(foreign, fc.oneof(fc.array(anything, { maxLength: 3 }), anything)), anything);
  const property = fc.property(sha, tests, (sha, tests) => {
    const baseline = parseBaseline(JSON.stringify({ sha, tests }));
    if (!baseline) return;
    const ran = [...baseline.tests.keys()].map(nodeId => ({ nodeId, setup: 0, call: 1, teardown: 0, isFailed: true }));
    expect(() => compare(baseline, ran, name => name)).not.toThrow();
  });
  fc.assert(property, { numRuns: 500 });
  fc.assert(fc.property(fc.oneof(documents(['sha', 'tests']), foreign), text => void parseBaseline(text)));
});

test('the order in which chunks are fetched', () => {
  const property = fc.property(
    fc.oneof(
      fc.array(anything).map(value => JSON.stringify(value)),
      foreign,
    ),
    text => {
      const order = parsePrefetchOrder(text, 20);
      expect(new Set(order).size).toBe(order.length);
      for (const chunk of order) expect(Number.isInteger(chunk) && chunk >= 0 && chunk < 20).toBe(true);
    },
  );
  fc.assert(property, { numRuns: 1000 });
});

const ARCHIVE = makeTar([
  { name: 'folder', kind: 'directory' },
  { name: 'folder/file', kind: 'file', content: new TextEncoder().encode('content') },
  { name: 'folder/link', kind: 'link', target: '/elsewhere' },
]);

/** The archive with some of its bytes changed, cut off, or put in a second time. */
const archives = fc
  .array(fc.tuple(fc.nat(ARCHIVE.length - 1), fc.oneof(fc.nat(255), fc.constantFrom(0x30, 0x37, 0x78, 0x20, 0))), {
    maxLength: 12,
  })
  .chain(changes =>
    fc.tuple(fc.integer({ min: 0, max: ARCHIVE.length }), fc.boolean()).map(([end, isWhole]) => {
      const bytes = Uint8Array.from(ARCHIVE);
      for (const [at, byte] of changes) bytes[at] = byte;
      return isWhole ? bytes : bytes.slice(0, end);
    }),
  );
const KNOWN =
  /^Error: the archive has an entry (?:of the size|of the unknown kind|with too many attributes|with attributes that)/;

test.each<[string, (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<unknown>]>([
  ['read', readEntries],
  ['passed on', source => passTar(source, () => undefined)],
])('an archive that is %s', async (_, read) => {
  const property = fc.asyncProperty(archives, fc.integer({ min: 1, max: 2000 }), async (bytes, piece) => {
    async function* inPieces() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    }
    try {
      for await (const entry of read(inPieces())) {
        const parts = entry as { end?: AsyncIterable<unknown>; blocks?: () => AsyncIterable<unknown> };
        for await (const __ of parts.end ?? parts.blocks?.() ?? []);
      }
    } catch (error) {
      expect(String(error)).toMatch(KNOWN);
    }
  });
  await fc.assert(property, { numRuns: 500 });
});

test('the cache service', () => {
  const answer = documents(['ok', 'signed_upload_url', 'signed_download_url', 'matched_key', 'message', 'msg']);
  const property = fc.property(
    fc.constantFrom(200, 400, 403, 409, 429, 500),
    fc.oneof(answer, foreign),
    (status, said) => {
      const answered = readAnswer('GetCacheEntryDownloadURL', status, said);
      if (!('fields' in answered)) return;
      const found = judgeFind(answered, 'k');
      if ('url' in found)
        expect(found).toEqual({ key: expect.stringMatching(/^k/), url: expect.stringMatching(/^https?:/) });
      judgeReserve(answered);
      judgeFinalize(answered);
    },
  );
  fc.assert(property, { numRuns: 1000 });
});

test('a registry', () => {
  const image = fc.oneof(anything, fc.constantFrom({ config: null }, { config: { Labels: null } }));
  const property = fc.property(anything, image, foreign, (manifest, image, said) => {
    for (const text of [JSON.stringify({ manifest, image }), JSON.stringify(manifest)]) {
      const published = readPublished(text);
      const { images, ...texts } = published;
      expect(Object.values(texts).map(value => typeof value)).toEqual(['string', 'string', 'string']);
      for (const { platform, digest } of images)
        expect([platform, digest]).toEqual([expect.any(String), expect.any(String)]);
    }
    lookUpFailure(said);
    loginRefusal(said);
    pushedDigest(said);
  });
  fc.assert(property, { numRuns: 1000 });
});

test('the history of an image', () => {
  const step = documents(['CreatedBy', 'Size', 'Comment']);
  fc.assert(
    fc.property(lines(['CreatedBy', 'Size'], step), text => {
      const steps = readHistory(text) ?? [];
      for (const { instruction, unpacked } of steps)
        expect(`${typeof instruction} ${typeof unpacked}`).toBe('string number');
    }),
  );
});

test('what a build tells, whatever its steps are called and print', () => {
  const property = fc.property(fc.array(fc.tuple(foreign, foreign), { maxLength: 8 }), said => {
    const progress = followProgress(atob);
    for (const [name, text] of said) {
      const data = btoa(String.fromCharCode(...new TextEncoder().encode(text)));
      progress.read(
        JSON.stringify({ vertexes: [{ digest: name, name: `[dev 1/2] ${name}`, started: 'now', error: text }] }),
      );
      progress.read(JSON.stringify({ logs: [{ vertex: name, data }] }));
      progress.read(text);
    }
    expect(progress.steps().length).toBeLessThanOrEqual(said.length);
  });
  fc.assert(property);
});

test('the layers that an older image remembers', () => {
  const rebuilt = JSON.stringify({ rootfs: { diff_ids: ['a'] }, 'moby.buildkit.cache.v0': btoa('[{"digest":"d"}]') });
  const records = fc.array(fc.oneof(fc.record({ digest: fc.constantFrom('d', 7), layers: anything }), anything));
  const older = fc.record({
    rootfs: fc.oneof(fc.record({ diff_ids: fc.oneof(fc.constant(['a']), anything) }), anything),
    'moby.buildkit.cache.v0': records.map(value => btoa(JSON.stringify(value).replace(/[^\x20-\x7e]/g, '?'))),
  });
  fc.assert(
    fc.property(
      fc.oneof(
        older.map(value => JSON.stringify(value)),
        foreign,
      ),
      text => {
        const merged = withRememberedLayers(rebuilt, text);
        if (merged !== undefined) expect(JSON.parse(merged).rootfs).toEqual({ diff_ids: ['a'] });
      },
    ),
    { numRuns: 1000 },
  );
});
