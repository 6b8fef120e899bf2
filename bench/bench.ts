// npm run bench: this action against other ways to run the same tests, on this machine, in one run.

import { styleText } from 'node:util';
import type { ImageStore } from '../test/lab/client.ts';
import { type Lab, startLab } from '../test/lab/lab.ts';
import { readArguments } from './arguments.ts';
import { type BuilderImage, provideBuilder } from './builder.ts';
import { describeMachine } from './machine.ts';
import { measure } from './measure.ts';
import { type Extent, type Round, roundsOn, type Task } from './plan.ts';
import { render } from './render.ts';
import { type Results, readResults, type Sample, writeResults } from './results.ts';

const request = readArguments();
if ('extent' in request) await measureAll(request.extent);
process.stdout.write(await render(await readResults()));
process.exit(0);

async function measureAll(extent: Extent): Promise<void> {
  const samples: Sample[] = [];
  const begin = performance.now();
  const count = extent.stores.flatMap(store => roundsOn(store, extent)).flat().length;
  const keep = async (sample: Sample, machine: Results['machine']) => {
    samples.push(sample);
    const minutes = Math.round((performance.now() - begin) / 6000) / 10;
    report(sample, `${samples.length}/${count}, ${minutes.toFixed(1)} min`);
    await writeResults({ machine, minutes, samples });
  };
  for (const store of extent.stores) await onStore(store, roundsOn(store, extent), keep);
}

async function onStore(
  store: ImageStore,
  rounds: Round[],
  keep: (sample: Sample, machine: Results['machine']) => Promise<void>,
): Promise<void> {
  const lab = await startLab(store);
  let builder: BuilderImage | undefined;
  const stop = async () => {
    await lab.stop();
    await builder?.stop();
  };
  const interrupt = () => void stop().finally(() => process.exit(130));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    expectOwnEngine(lab, store);
    builder = await provideBuilder();
    const machine = await describeMachine(lab.engine);
    for (const round of rounds) {
      await lab.cache.clear();
      for (const task of round) await keep(await measureNamed(lab, task, builder.config), machine);
    }
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await stop();
  }
}

/** An engine that others use too can't be emptied for each job. */
function expectOwnEngine({ engine }: Lab, store: ImageStore): void {
  if (engine.isPrivate && engine.store === store) return;
  throw new Error('The bench needs engines of its own, and the lab could not start one: run it as root.');
}

async function measureNamed(lab: Lab, task: Task, builderConfig: string): Promise<Sample> {
  try {
    return await measure(lab, task, builderConfig);
  } catch (error) {
    process.stderr.write(styleText('red', `\n${task.way}, ${task.cell}, ${task.project}, ${task.store} store:\n`));
    throw error;
  }
}

function report({ store, project, way, cell, times, downloaded, uploaded }: Sample, progress: string): void {
  const what = [store, project, way, cell].map((word, column) => word.padEnd([10, 10, 8, 8][column] ?? 0)).join(' ');
  const seconds = [times.firstLine, times.end, times.whole].map(time => time.toFixed(2).padStart(7)).join('');
  const traffic = `${Math.round(downloaded / 1e6)} MB down, ${Math.round(uploaded / 1e6)} MB up`;
  process.stdout.write(`${what} ${seconds} s  ${traffic.padEnd(24)} ${styleText('dim', progress)}\n`);
}
