// npm start: the action's main job on a project, for real, on this machine.

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { type Checkout, checkOut } from './checkout.ts';
import type { ImageStore } from './client.ts';
import { pushEvent, tagEvent } from './events.ts';
import { logPrinter, printReport } from './job-page.ts';
import { type Lab, startLab } from './lab.ts';

const HELP = `Runs the action on a project as GitHub would, on this machine: engine, registry and cache service are real.

  npm start                            examples/science as a pushed branch: a first run, then two on new runners
  npm start -- PATH                    another project, a folder with a Dockerfile that has the stages dev and share
  npm start -- PATH --tag v1.2.3       as a pushed tag: tests it and publishes to a registry on this machine
  npm start -- PATH --shards 3         as a pushed branch, its tests on so many runners, and the report of them all
  npm start -- --store containerd      Docker's newer image store, as on ubuntu-26.04; unset, the classic one,
                                       as on ubuntu-latest

The first start on a machine downloads an engine and builds a base image, which takes about two minutes.
`;

type Run = { title: string; conclusion: string; firstLine: number | undefined; seconds: number };

const request = readArguments();
const lab = await startLab(request.store);
const stop = () => lab.stop().finally(() => process.exit(130));
process.once('SIGINT', stop).once('SIGTERM', stop);
const checkout = await checkOut(request.project);
const runs: Run[] = [];
try {
  if (request.tag) runs.push(await runTag(lab, checkout, request.tag));
  else if (request.shards > 0) runs.push(...(await runShards(lab, checkout, request.shards)));
  else {
    runs.push(await runPush(lab, checkout, 'First run: the cache is empty'));
    runs.push(await runPush(lab, checkout, 'Second run: a new runner, nothing has changed'));
    runs.push(await runPush(lab, checkout, 'Third run: it is known which parts come first'));
  }
  printTimes(runs);
} finally {
  await checkout.release();
  await lab.stop();
}
process.exit(runs.every(run => run.conclusion === 'success') ? 0 : 1);

function readArguments(): { project: string; tag: string | undefined; shards: number; store: ImageStore } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        tag: { type: 'string' },
        shards: { type: 'string', default: '0' },
        store: { type: 'string', default: 'classic' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      process.stdout.write(HELP);
      process.exit(0);
    }
    const [path = 'examples/science'] = positionals;
    const project = resolve(path);
    if (!statSync(project, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`There is no folder ${path}.`);
    if (values.store !== 'classic' && values.store !== 'containerd')
      throw new Error('--store is classic or containerd.');
    const shards = Number(values.shards);
    if (!Number.isInteger(shards) || shards < 0) throw new Error('--shards is a number, such as 3.');
    return { project, tag: values.tag, shards, store: values.store };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    return process.exit(2);
  }
}

async function runPush(lab: Lab, { workspace, sha }: Checkout, title: string): Promise<Run> {
  await lab.engine.clean();
  return show(title, onLine => lab.run({ workspace, event: pushEvent(sha), onLine }));
}

async function runTag(lab: Lab, { workspace, sha }: Checkout, tag: string): Promise<Run> {
  const image = `${lab.registry.host}/octo-lab/science-project`;
  const inputs = { image };
  await lab.engine.clean();
  return show(`The tag ${tag}: published to ${image}`, onLine =>
    lab.run({ workspace, event: tagEvent(sha, tag), inputs, onLine }),
  );
}

/** The jobs of one run, one after the other: GitHub would run the shards at a time. */
async function runShards(lab: Lab, { workspace, sha }: Checkout, shards: number): Promise<Run[]> {
  const job = { workspace, event: pushEvent(sha) };
  const runs: Run[] = [];
  for (let index = 0; index < shards; index++) {
    await lab.engine.clean();
    const leg = { matrix: { shard: index + 1 }, jobIndex: index, jobTotal: shards };
    const inputs = { shard: `${index + 1}/${shards}` };
    runs.push(await show(`Shard ${index + 1} of ${shards}`, onLine => lab.run({ ...job, ...leg, inputs, onLine })));
  }
  const isGreen = runs.every(({ conclusion }) => conclusion === 'success');
  const needs = JSON.stringify({ test: { result: isGreen ? 'success' : 'failure', outputs: {} } });
  const report = { folder: 'report', run: { job: 'report' }, inputs: { needs }, keepEngine: true };
  return [...runs, await show('The report of all', onLine => lab.run({ ...job, ...report, onLine }))];
}

async function show(title: string, run: (onLine: (line: string) => void) => ReturnType<Lab['run']>): Promise<Run> {
  process.stdout.write(`\n${styleText(['bold', 'inverse'], ` ${title} `)}\n\n`);
  const print = logPrinter();
  let start: number | undefined;
  let firstLine: number | undefined;
  const job = await run(line => {
    start ??= performance.now();
    if (/=+ .*test session starts/.test(line)) firstLine ??= (performance.now() - start) / 1000;
    print(line);
  });
  printReport(job);
  await job.release();
  return { title, conclusion: job.conclusion, firstLine, seconds: job.duration };
}

function printTimes(runs: Run[]): void {
  const seconds = (time: number | undefined) => (time === undefined ? '–' : `${time.toFixed(1)} s`).padStart(9);
  process.stdout.write(`\n${styleText('bold', 'Seconds'.padEnd(52))}  first line    whole job\n`);
  for (const run of runs) {
    process.stdout.write(`${run.title.padEnd(50)}    ${seconds(run.firstLine)}    ${seconds(run.seconds)}\n`);
  }
}
