// What became of the share image, in words.
import type { PublishFacts } from '../steps/publish.ts';
import { plain } from './markup.ts';
import type { Outcome } from './outcome.ts';
import type { SharePlan } from './plan.ts';
import { missingSentence } from './share-problems.ts';
import { hasFailed, testSentence } from './verdict.ts';

/** Whether the registry has the image under its version, by this run or an earlier one. */
export function isInRegistry({ outcome }: Pick<PublishFacts, 'outcome'>): boolean {
  return outcome === 'published' || outcome === 'already-there';
}

/** What became of publishing, in one sentence or two. */
export function publishSentence(facts: PublishFacts, plan: SharePlan): string {
  const [first] = plan.version.tags;
  const reference = `${plan.image}:${facts.other?.tag ?? first?.name}`;
  const detail = plain(facts.detail);
  const host = plan.registry?.host ?? '';
  const more = facts.kept.map(({ tag, version }) => ` ${tag} stays with ${plain(version)}.`).join('');
  const other = facts.other?.revision ? `from another commit (${plain(facts.other.revision)})` : 'from elsewhere';
  const sentences: Record<PublishFacts['outcome'], string> = {
    published: `Published ${facts.tags.join(', ')}.${more}`,
    'already-there':
      facts.tags.length === 0
        ? `${reference} is there already, published from this commit: nothing to do.${more}`
        : `${reference} is there already, published from this commit; now ${facts.tags.join(', ')} too.${more}`,
    kept: `Nothing was published:${more}`,
    taken: `${reference} is there already, published ${other}: a published version stays as it is. Push a new tag, or set overwrite: true.`,
    moved: `${reference} was pushed, but now names an image that was published ${other}: another job publishes under the same name. Let one of them do it, with "concurrency:" in the workflow, and run this one again.`,
    'login-failed': `The login to ${host} failed (${detail}): check the inputs username and password.`,
    'no-credentials': `${reference} could not be pushed: there are no credentials for ${host}. Set the inputs username and password, or log in to it before this step.`,
    denied: deniedSentence(reference, host, detail),
    'rate-limited': `${host} takes no more requests for now (${detail}): run this job again later, or log in with an account that may make more.`,
    unreachable: `${host} could not be reached, or broke off (${detail}): run this job again; what is there already is not sent twice.`,
    failed: `${reference} could not be pushed: ${detail}`,
  };
  return sentences[facts.outcome];
}

function deniedSentence(reference: string, host: string, detail: string): string {
  const cure =
    host === 'ghcr.io'
      ? 'give it "permissions: {contents: read, packages: write}" and let the package accept this repository (its settings, "Manage Actions access"), or set push: false'
      : 'check that the account of the input username may push there, or set push: false';
  return `This job may not write ${reference} (${detail}): ${cure}.`;
}

/** Why the share image is not published because its own tests failed in it, if so. */
export function verifySentence({ shared, plan }: Outcome): string | undefined {
  if (!shared?.verified || !plan?.share || !hasFailed(shared.verified)) return undefined;
  const stage = plan.share.build.stage;
  const missing = (shared.missing ?? []).map(file => ` ${missingSentence(file)}`).join('');
  return `The tests do not pass in the ${stage} image, as a colleague would run it, so it is not published: ${testSentence(shared.verified)}${missing}`;
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
