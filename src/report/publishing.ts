// What became of the share image, in words.

import type { SharePlan } from '../plan.ts';
import type { Ended } from '../pytest/steps/container.ts';
import { missingSentence } from '../share/problems.ts';
import type { MissingFile } from '../share/steps/missing-files.ts';
import type { PublishFacts } from '../share/steps/publish.ts';
import { plain } from './html.ts';
import type { Outcome } from './outcome.ts';
import { jobCures } from './publish-cures.ts';
import { hasFailed, testSentence } from './verdict.ts';

/** Whether the registry has the image under its version, by this run or an earlier one. */
export function isInRegistry({ outcome }: Pick<PublishFacts, 'outcome'>): boolean {
  return outcome === 'published' || outcome === 'already-there';
}

/** What became of publishing, in one sentence or two; `curesOf` tells what helps at a registry, unset in a job. */
export function publishSentence(facts: PublishFacts, plan: SharePlan, curesOf = jobCures): string {
  const [first] = plan.version.tags;
  const reference = `${plan.image}:${facts.other?.tag ?? first?.name}`;
  const detail = plain(facts.detail);
  const host = plan.registry?.host ?? '';
  const cures = curesOf(host);
  const more = facts.kept.map(({ tag, version }) => ` ${tag} stays with ${plain(version)}.`).join('');
  const other = facts.other?.revision ? `from another commit (${plain(facts.other.revision)})` : 'from elsewhere';
  const sentences: Record<PublishFacts['outcome'], string> = {
    published: `Published ${facts.tags.join(', ')}.${more}`,
    'already-there':
      facts.tags.length === 0
        ? `${reference} is there already, published from this commit: nothing to do.${more}`
        : `${reference} is there already, published from this commit; now ${facts.tags.join(', ')} too.${more}`,
    kept: `Nothing was published:${more}`,
    taken: `${reference} is there already, published ${other}: a published version stays as it is. ${cures.taken}.`,
    moved: `${reference} was pushed, but now names an image that was published ${other}: ${cures.moved}.`,
    'login-failed': `The login to ${host} failed (${detail}): ${cures['login-failed']}.`,
    'no-credentials': `${reference} could not be pushed: there are no credentials for ${host}. ${cures['no-credentials']}.`,
    denied: `${cures.subject} may not write ${reference} (${detail}): ${cures.denied}.`,
    'rate-limited': `${host} takes no more requests for now (${detail}): ${cures['rate-limited']}.`,
    unreachable: `${host} could not be reached, or broke off (${detail}): ${cures.unreachable}.`,
    failed: `${reference} could not be pushed: ${detail}`,
  };
  return sentences[facts.outcome];
}

/** Why the share image is not published because its own tests failed in it, if so. */
export function verifySentence({ shared, plan }: Outcome): string | undefined {
  if (!shared?.verified || !plan?.share || !hasFailed(shared.verified)) return undefined;
  return checkSentence(plan.share.build.stage, shared.verified, shared.missing, ', so it is not published');
}

/** That the tests of a share image fail in it, what it lacks, and what follows from that, if anything. */
export function checkSentence(stage: string, tests: Ended, missing: MissingFile[] = [], so = ''): string {
  const sentences = missing.map(file => ` ${missingSentence(file)}`).join('');
  return `The tests do not pass in the ${stage} image, as a colleague would run it${so}: ${testSentence(tests)}${sentences}`;
}

/** Why nothing was published, for the output `reason`; empty if something was. */
export function reasonOf(outcome: Outcome): string {
  const { plan, dev, share, tests, shared, error, isCancelled } = outcome;
  if (shared?.published && plan?.share) {
    return shared.published.outcome === 'published' ? '' : publishSentence(shared.published, plan.share);
  }
  if (isCancelled) return 'the run was cancelled';
  if (error) return error;
  if (!plan?.share) return plan?.unpublished ?? '';
  if (dev?.failure) return `the ${dev.stage} stage does not build`;
  if (share?.failure) return `the ${share.stage} stage does not build`;
  if (tests && hasFailed(tests)) return 'the tests failed';
  return verifySentence(outcome) ?? (plan.share.registry ? '' : 'push is false');
}

/** That tags moved away from images of which nobody knows whether they were newer. */
export function replacedSentences({ replaced, tags }: PublishFacts, { image }: SharePlan): string[] {
  const moved = replaced.filter(({ tag }) => tags.includes(`${image}:${tag}`));
  return moved.map(
    ({ tag, digest }) =>
      `${image}:${tag} named an image without a version before (${plain(digest)}), which something else may have pushed. If the tag is not to move, list those to publish in the input tags.`,
  );
}
