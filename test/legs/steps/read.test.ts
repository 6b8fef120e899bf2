import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { MOST_BYTES } from '../../../src/legs/artifact.ts';
import { formatLeg, formatSuite, formatTests } from '../../../src/legs/format-leg.ts';
import type { Leg, Test } from '../../../src/legs/leg.ts';
import type { LegRead } from '../../../src/legs/read-leg.ts';
import { readLegs } from '../../../src/legs/steps/read.ts';
import { folderWith } from '../../temporary-folder.ts';
import { makeLeg } from '../samples.ts';
import { makeZip, type ZipFile } from '../zip.ts';

const TESTS: Test[] = [{ nodeId: 'tests/test_a.py::test_b', outcome: 'passed', seconds: 0.25 }];
const RUN = { repository: 'octo-lab/Science-Project', runId: '17600000042', attempt: 3, sha: makeLeg({}).sha };

let folder: string;
beforeEach(async () => {
  folder = await folderWith({});
});

async function leave(name: string, archive: Buffer): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, '1.zip'), archive);
}

const filesOf = (leg: Leg): ZipFile[] => [
  { name: 'leg.json', content: formatLeg(leg) },
  { name: 'tests.jsonl', content: formatTests(TESTS) },
];

async function readAll(): Promise<LegRead[]> {
  const reads: LegRead[] = [];
  for await (const read of readLegs(folder, RUN)) reads.push(read);
  return reads;
}

test('legs are read in the order of their places, each with its tests and the suite of its shard', async () => {
  const second = makeLeg({ index: 1, matrix: [{ name: 'python', value: '3.13' }] });
  await leave('a', makeZip(filesOf(second)));
  await leave('b', makeZip([...filesOf(makeLeg({})), { name: 'suite.txt', content: formatSuite(['one', 'two']) }]));
  const reads = await readAll();
  expect(reads).toMatchObject([
    { name: 'b', leg: makeLeg({}), tests: TESTS },
    { name: 'a', leg: second, tests: TESTS },
  ]);
  expect(await Promise.all(reads.map(read => 'suite' in read && read.suite()))).toEqual([['one', 'two'], []]);
});

test('of the attempts of a leg, the highest that is written inside counts, whatever their names and order are', async () => {
  await leave('z', makeZip(filesOf(makeLeg({ attempt: 1, sentence: 'old' }))));
  await leave('a', makeZip(filesOf(makeLeg({ attempt: 2, sentence: 'new' }))));
  await leave('other', makeZip(filesOf(makeLeg({ index: 1 }))));
  expect(await readAll()).toMatchObject([{ leg: { sentence: 'new' } }, { leg: { index: 1 } }]);
});

test('two calls of one workflow have legs of their own', async () => {
  await leave('a', makeZip(filesOf(makeLeg({ place: 'linux.test' }))));
  await leave('b', makeZip(filesOf(makeLeg({ place: 'arm.test' }))));
  expect(await readAll()).toMatchObject([{ name: 'b' }, { name: 'a' }]);
});

test('of two that say they are the same leg, one is a problem', async () => {
  await leave('a', makeZip(filesOf(makeLeg({}))));
  await leave('b', makeZip(filesOf(makeLeg({}))));
  expect(await readAll()).toMatchObject([
    { name: 'b', problem: expect.stringContaining('of the same leg as a') },
    { name: 'a' },
  ]);
});

const manyBytes = (bytes: number) => Buffer.alloc(bytes, ' ');

test.each<[string, ZipFile[] | Buffer, string]>([
  ['of another repository', filesOf(makeLeg({ repository: 'evil/fork' })), 'another repository, evil/fork'],
  ['of another run', filesOf(makeLeg({ runId: '1' })), 'another run, 1'],
  ['of another commit', filesOf(makeLeg({ sha: 'bad0000' })), 'another commit, bad0000'],
  ['of an attempt to come', filesOf(makeLeg({ attempt: 4 })), 'attempt 4, and this is attempt 3'],
  ['that is no archive', Buffer.from('<html>'), "can't be read"],
  ['that is empty', Buffer.alloc(0), "can't be read"],
  ['cut short', makeZip(filesOf(makeLeg({}))).subarray(0, -30), "can't be read"],
  ['without a leg', [{ name: 'tests.jsonl', content: '' }], 'it has no leg.json'],
  ['without its tests', filesOf(makeLeg({})).slice(0, 1), 'it has no tests.jsonl'],
  ['with a leg that is none', [{ name: 'leg.json', content: '[]' }], 'leg.json is not as this action writes it'],
  ['with two legs', [...filesOf(makeLeg({})), ...filesOf(makeLeg({ index: 1 }))], 'it has leg.json twice'],
  ['with many files', Array.from({ length: 21 }, (_, index) => ({ name: `${index}`, content: '' })), 'it has 21 files'],
  ['with a file outside', [...filesOf(makeLeg({})), { name: '../../etc/passwd', content: 'x' }], "can't be read"],
  [
    'with a bomb',
    [{ name: 'leg.json', content: manyBytes(MOST_BYTES['leg.json'] + 1) }],
    'its leg.json is larger than 32 MB',
  ],
  [
    'with a bomb that calls itself small',
    [{ name: 'leg.json', content: manyBytes(MOST_BYTES['leg.json'] + 1), claimedSize: 100 }],
    'too many bytes',
  ],
  [
    'with damaged tests',
    [...filesOf(makeLeg({})).slice(0, 1), { name: 'tests.jsonl', content: '{}\n' }],
    'line 1 of tests.jsonl is not as this action writes it',
  ],
])('an artifact %s is a problem, and the others are read', async (_name, content, problem) => {
  await leave('a', Buffer.isBuffer(content) ? content : makeZip(content));
  await leave('b', makeZip(filesOf(makeLeg({ index: 1 }))));
  const reads = await readAll();
  expect(reads).toHaveLength(2);
  expect(reads).toContainEqual({ name: 'a', problem: expect.stringContaining(problem) });
  expect(reads).toContainEqual(expect.objectContaining({ name: 'b', tests: TESTS }));
});
