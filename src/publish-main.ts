import { getInput, saveState } from '@actions/core';
import { beginRun, endRun } from './host/steps/begin.ts';
import { readContext } from './host/steps/environment.ts';
import { grouped, say } from './host/steps/log.ts';
import { readInputs } from './inputs/inputs.ts';
import { typedInputs } from './inputs/steps/read.ts';
import { labelOf } from './legs/gather.ts';
import { chooseImages } from './legs/images.ts';
import { readNeeds } from './legs/needs.ts';
import { gatherLegs } from './legs/steps/gather.ts';
import { makeTogetherReport, nothingToPublish, type TogetherReport, withoutImages } from './report/together.ts';
import { decideTogether } from './share/plan.ts';
import { publishTogether } from './share/steps/publish.ts';
import { sentenceOf, UserError } from './text/errors.ts';
import { listed } from './text/plain.ts';
import { render } from './text/sentence.ts';

const context = readContext();
const run = await beginRun(context);
// Should this be killed while it is logged in, post forgets the password.
saveState('id', run.id);
saveState('temp', run.temp);
const report = await publishAll().catch((thrown: unknown) => {
  if (!(thrown instanceof UserError) && thrown instanceof Error) say(run, thrown.stack ?? '');
  return withoutImages([render(sentenceOf(thrown), 'job')]);
});
saveState('done', 'true');
await endRun(run, report);

/**
 * Publishes what the legs have pushed, each for its platform, if all of them are there and green. Rejects with a UserError
 * where it can't be known what there is, or what is wanted.
 */
async function publishAll(): Promise<TogetherReport> {
  const { inputs } = readInputs(typedInputs());
  const plan = decideTogether(inputs, context);
  const needs = readNeeds(getInput('needs'));
  if ('reason' in plan) return nothingToPublish(plan.reason);
  const { all, gaps } = await gatherLegs(needs, context, run);
  const red = all.legs.filter(({ conclusion }) => conclusion === 'failure').map(labelOf);
  const problems = red.length > 0 ? [`These legs are red, so nothing is published: ${listed(red)}.`, ...gaps] : gaps;
  if (problems.length > 0) return withoutImages(problems);
  const chosen = chooseImages(all.legs, plan);
  if ('problems' in chosen) return withoutImages(chosen.problems);
  const { parts } = chosen;
  const published = await grouped(run, `Publish to ${plan.registry.host}`, () => publishTogether(plan, parts, run));
  return makeTogetherReport({ plan, parts, legs: all.legs, published });
}
