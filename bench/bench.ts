// npm run bench: this action against `docker build` and `docker run` without a cache, side by side in one run.
import { parseArgs, styleText } from 'node:util';
import { type Checkout, checkOut } from '../test/lab/checkout.ts';
import type { ImageStore } from '../test/lab/engine.ts';
import { pushEvent } from '../test/lab/events.ts';
import { type Lab, startLab } from '../test/lab/lab.ts';

const HELP = `Measures the action on examples/science, alternating with docker build and docker run without any cache.

  npm run bench                             both image stores, 3 rounds
  npm run bench -- --store classic          one of them (classic or containerd)
  npm run bench -- --rounds 5
`;

/** Seconds to the end of the tests, as a user waits for them. */
type Times = { plain: number[]; cold: number[]; warm: number[] };

const { values } = parseArgs({
  options: {
    store: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const rounds = Number(values.rounds);
const stores: ImageStore[] =
  values.store === 'classic' || values.store === 'containerd' ? [values.store] : ['containerd', 'classic'];
for (const store of stores) print(store, await measure(store, rounds));
process.exit(0);

async function measure(store: ImageStore, rounds: number): Promise<Times> {
  const lab = await startLab(store);
  const checkout = await checkOut('examples/science');
  const times: Times = { plain: [], cold: [], warm: [] };
  try {
    for (let round = 0; round < rounds; round++) {
      times.plain.push(await plain(lab, checkout));
      await lab.cache.clear();
      times.cold.push(await withAction(lab, checkout));
      times.warm.push(await withAction(lab, checkout));
    }
  } finally {
    await checkout.release();
    await lab.stop();
  }
  return times;
}

async function plain(lab: Lab, { workspace }: Checkout): Promise<number> {
  await lab.engine.clean();
  const start = performance.now();
  await lab.engine.docker(['buildx', 'build', '--target', 'dev', '--tag', 'plain', workspace]);
  // Read-only: files that root writes must not stay behind.
  const mount = `type=bind,src=${workspace},dst=/usr/src/app,readonly`;
  const environment = ['--env', 'PYTHONDONTWRITEBYTECODE=1'];
  await lab.engine.docker([
    'run',
    '--rm',
    '--mount',
    mount,
    ...environment,
    'plain',
    'pytest',
    '-p',
    'no:cacheprovider',
  ]);
  return (performance.now() - start) / 1000;
}

async function withAction(lab: Lab, { workspace, sha }: Checkout): Promise<number> {
  const job = await lab.run({ workspace, event: pushEvent(sha) });
  await job.release();
  if (job.conclusion !== 'success') throw new Error(`The job failed:\n${job.log}`);
  return job.duration;
}

function print(store: ImageStore, times: Times): void {
  const base = median(times.plain);
  process.stdout.write(
    `\n${styleText('bold', `${store} image store`)}: whole job, median of ${rounds}, ratio to the first row\n`,
  );
  const rows: [string, number[]][] = [
    ['docker build and docker run, no cache', times.plain],
    ['this action, nothing in the cache, saving it', times.cold],
    ['this action, nothing has changed', times.warm],
  ];
  for (const [what, seconds] of rows) {
    const all = seconds.map(one => one.toFixed(1)).join(', ');
    process.stdout.write(
      `  ${what.padEnd(46)} ${median(seconds).toFixed(1).padStart(6)} s  ${(median(seconds) / base).toFixed(2)}  (${all})\n`,
    );
  }
}

function median(numbers: number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
