// How soon a suite is through that several jobs share: one warm job with all of an even suite, and warm jobs with a shard
// each, one after the other, in turns; on machines of their own the slowest of them decides.
// `node bench/shards.ts [SHARDS] [ROUNDS]` writes bench/shards.json and its table in bench/results.md; takes some minutes,
// as root.

import { type Checkout, checkOut } from '../test/lab/checkout.ts';
import { pushEvent } from '../test/lab/events.ts';
import { type Lab, startLab } from '../test/lab/lab.ts';
import { Clock } from './clock.ts';
import { describeMachine } from './machine.ts';
import { filesOf } from './projects.ts';
import { render } from './render.ts';
import { readResults } from './results.ts';
import { type OneJob, type ShardRound, writeShards } from './shard-results.ts';

const [SHARDS = 4, ROUNDS = 5] = process.argv.slice(2).map(Number);
const FILES = 20;
const TESTS = 200;
const TEST_SECONDS = 0.1;
const FIRST_RUN = 17_600_001_000;

const lab = await startLab('classic', 'bench-shards');
const checkout = await checkOut({ ...(await filesOf('small', false)), ...suite() });
try {
  await lab.cache.clear();
  // Not counted: cold; then the first with an image from the cache, and with times of the tests that the report keeps.
  await whole(lab, checkout, FIRST_RUN);
  await shards(lab, checkout, FIRST_RUN + 1);
  await keepTimes(lab, checkout, FIRST_RUN + 1);
  const rounds: ShardRound[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const run = FIRST_RUN + 10 * round;
    rounds.push({ whole: await whole(lab, checkout, run), shards: await shards(lab, checkout, run + 1) });
    console.log(JSON.stringify(rounds.at(-1)));
  }
  const machine = await describeMachine(lab.engine);
  await writeShards({ machine, shards: SHARDS, tests: TESTS, testSeconds: TEST_SECONDS, rounds });
} finally {
  await checkout.release();
  await lab.stop();
}
console.log(await render(await readResults()));
process.exit(0);

/** Each test takes as long as any other, and each file has as many. */
function suite(): Record<string, string> {
  const text = `import pytest, time\n\n@pytest.mark.parametrize("number", range(${TESTS / FILES}))\ndef test_it(number):\n    time.sleep(${TEST_SECONDS})\n`;
  return Object.fromEntries(Array.from({ length: FILES }, (_, at) => [`test_part_${at}.py`, text]));
}

function whole(lab: Lab, checkout: Checkout, run: number): Promise<OneJob> {
  return measure(lab, checkout, run, {});
}

/** Shards on runners as new as that of the whole suite, whose times are those of the slowest. */
async function shards(lab: Lab, checkout: Checkout, run: number): Promise<OneJob[]> {
  const jobs: OneJob[] = [];
  for (let index = 0; index < SHARDS; index++) {
    const inputs = { shard: `${index + 1}/${SHARDS}` };
    jobs.push(await measure(lab, checkout, run, { inputs, jobIndex: index, jobTotal: SHARDS }));
  }
  return jobs;
}

async function measure(
  lab: Lab,
  { workspace, sha }: Checkout,
  run: number,
  leg: { inputs?: Record<string, string>; jobIndex?: number; jobTotal?: number },
): Promise<OneJob> {
  const clock = new Clock();
  const onLine = (line: string) => {
    clock.begin();
    clock.read(line);
  };
  const job = await lab.run({ workspace, event: pushEvent(sha), run: { runId: String(run) }, onLine, ...leg });
  await job.release();
  if (job.conclusion !== 'success') throw new Error(job.log);
  const { firstLine, collected, end } = clock.stop();
  if (collected === undefined) throw new Error(job.log);
  return { firstLine, collected, end, whole: job.duration };
}

async function keepTimes(lab: Lab, { workspace, sha }: Checkout, run: number): Promise<void> {
  const needs = JSON.stringify({ test: { result: 'success', outputs: {} } });
  const report = { folder: 'report', run: { runId: String(run), job: 'report' }, inputs: { needs }, keepEngine: true };
  const job = await lab.run({ workspace, event: pushEvent(sha), ...report });
  await job.release();
  if (job.conclusion !== 'success') throw new Error(job.log);
}
