// What became of the share image, in words.

import { input } from '../inputs/options.ts';
import { type Ended, hasFailed } from '../pytest/facts.ts';
import type { PublishFacts } from '../share/facts.ts';
import type { MissingFile } from '../share/missing-files.ts';
import type { SharePlan } from '../share/plan.ts';
import { missingSentence } from '../share/problems.ts';
import { listed, plain } from '../text/plain.ts';
import { type Sentence, sentence, type Words } from '../text/sentence.ts';
import type { Outcome } from './outcome.ts';
import { testSentence } from './verdict.ts';

/** Whether the registry has the image under its version, by this run or an earlier one. */
export function isInRegistry({ outcome }: Pick<PublishFacts, 'outcome'>): boolean {
  return outcome === 'published' || outcome === 'already-there';
}

/** Whether it is as it should be, though maybe not by this run. */
export function isFine(published: Pick<PublishFacts, 'outcome'>): boolean {
  return isInRegistry(published) || published.outcome === 'kept' || published.outcome === 'part';
}

/** What became of publishing, in one sentence or two. */
export function publishSentence(
  facts: PublishFacts,
  plan: Pick<SharePlan, 'image' | 'version' | 'registry'>,
): Sentence {
  const [first] = plan.version.tags;
  const reference = `${plan.image}:${facts.other?.tag ?? first?.name}`;
  const detail = plain(facts.detail);
  const host = plan.registry?.host ?? '';
  const cures = curesOf(host);
  const more = facts.kept.map(({ tag, version }) => ` ${tag} stays with ${plain(version)}.`).join('');
  const other = facts.other?.revision ? `from another commit (${plain(facts.other.revision)})` : 'from elsewhere';
  const { there = [], platforms } = facts;
  const already = `${reference} is there already, published from this commit`;
  const forAll = there.length > 1 ? ` for ${listed(there)}` : '';
  const missing = listed(platforms.filter(platform => !there.includes(platform)));
  const sentences: Record<PublishFacts['outcome'], Sentence> = {
    published: `Published ${facts.tags.join(', ')}.${more}`,
    'already-there':
      facts.tags.length === 0
        ? `${already}${forAll}: nothing to do.${more}`
        : `${already}${forAll}; now ${facts.tags.join(', ')} too.${more}`,
    lacking: sentence`${already}, but for ${listed(there)} only: a published version stays as it is, so it gets nothing for ${missing}. ${cures.taken}.`,
    part:
      facts.tags.length === 0
        ? `${already} for ${listed(platforms)} too: nothing to do.`
        : `Pushed ${facts.tags.join(', ')} for ${listed(platforms)}. It gets the version's name in the job that publishes all platforms.`,
    kept: `Nothing was published:${more}`,
    taken: sentence`${reference} is there already, published ${other}: a published version stays as it is. ${cures.taken}.`,
    moved: sentence`${reference} was pushed, but now names an image that was published ${other}: ${cures.moved}.`,
    'login-failed': sentence`The login to ${host} failed (${detail}): ${cures['login-failed']}.`,
    'no-credentials': sentence`${reference} could not be pushed: there are no credentials for ${host}. ${cures['no-credentials']}.`,
    denied: sentence`${cures.subject} may not write ${reference} (${detail}): ${cures.denied}.`,
    'rate-limited': sentence`${host} takes no more requests for now (${detail}): ${cures['rate-limited']}.`,
    unreachable: sentence`${host} could not be reached, or broke off (${detail}): ${cures.unreachable}.`,
    failed: `${reference} could not be pushed: ${detail}`,
  };
  return sentences[facts.outcome];
}

/** Why the share image is not published because its own tests failed in it, if so. */
export function verifySentence({ shared, plan }: Outcome): Sentence | undefined {
  if (!shared?.verified || !plan?.share || !hasFailed(shared.verified)) return undefined;
  return checkSentence(plan.share.build.stage, shared.verified, shared.missing, ', so it is not published');
}

/** That the tests of a share image fail in it, what it lacks, and what follows from that, if anything. */
export function checkSentence(stage: string, tests: Ended, missing: MissingFile[] = [], so = ''): Sentence {
  const sentences = missing.map(file => ` ${missingSentence(file)}`).join('');
  return sentence`The tests do not pass in the ${stage} image, as a colleague would run it${so}: ${testSentence(tests)}${sentences}`;
}

/** Why nothing was published, for the output `reason`; empty if something was. */
export function reasonOf(outcome: Outcome): Sentence {
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

/** That nothing was published although it was to be, where nothing else says so; undefined where something does. */
export function unpublishedSentence(outcome: Outcome): Sentence | undefined {
  const { plan, shared, error } = outcome;
  if (!plan?.share || shared?.published || shared?.file || verifySentence(outcome)) return undefined;
  const what = plan.share.registry ? 'Not published' : 'Not written';
  // An error says itself what it is.
  const reason = error ? '' : reasonOf(outcome);
  return reason === '' ? (error ? `${what}.` : undefined) : sentence`${what}: ${reason}.`;
}

/** That tags moved away from images for other platforms: machines now get something, or nothing, where they did not before. */
export function reshapedSentences(
  { reshaped, tags, platforms: now }: PublishFacts,
  { image }: Pick<SharePlan, 'image'>,
): Sentence[] {
  const moved = reshaped.filter(({ tag }) => tags.includes(`${image}:${tag}`));
  const alike = Map.groupBy(moved, ({ platforms }) => listed(platforms));
  return [...alike].map(([before, of]) => {
    const names = listed(of.map(({ tag }) => `${image}:${tag}`));
    const lost = (of[0]?.platforms ?? []).filter(platform => !now.includes(platform));
    const cure =
      lost.length > 0
        ? ` Machines of ${listed(lost)} find nothing there any more: if they should, publish all platforms together, with push: platform.`
        : '';
    return `${names} ${of.length === 1 ? 'was' : 'were'} for ${before}, and ${of.length === 1 ? 'is' : 'are'} for ${listed(now)} now.${cure}`;
  });
}

/** That tags moved away from images of which nobody knows whether they were newer. */
export function replacedSentences({ replaced, tags }: PublishFacts, { image }: Pick<SharePlan, 'image'>): Sentence[] {
  const moved = replaced.filter(({ tag }) => tags.includes(`${image}:${tag}`));
  return moved.map(
    ({ tag, digest }) =>
      sentence`${image}:${tag} named an image without a version before (${plain(digest)}), which something else may have pushed. If the tag is not to move, list those to publish in ${input('tags')}.`,
  );
}

type Trouble = 'taken' | 'moved' | 'login-failed' | 'no-credentials' | 'denied' | 'rate-limited' | 'unreachable';

/** Who may not write, and the cure of each trouble, without a full stop. In a job, one can change the workflow; a person has Docker's own login. */
function curesOf(host: string): Record<'subject' | Extract<PublishFacts['outcome'], Trouble>, Words> {
  const login = `docker login${host === 'docker.io' ? '' : ` ${host}`}`;
  const isGithubs = host === 'ghcr.io';
  return {
    subject: { job: 'This job', person: 'You' },
    taken: {
      job: 'Push a new tag, or set overwrite: true',
      person: 'Tag the commit with a new version, or add --overwrite',
    },
    moved: {
      job: 'another job publishes under the same name. Let one of them do it, with "concurrency:" in the workflow, and run this one again',
      person: 'somebody else publishes under the same name. Publish once more when they are done',
    },
    'login-failed': {
      job: 'check the inputs username and password',
      person: `log in once more with "${login}"`,
    },
    'no-credentials': {
      job: 'Set the inputs username and password, or log in to it before this step',
      person: `Log in first, with "${login}"`,
    },
    denied: {
      job: isGithubs
        ? 'give it "permissions: {contents: read, packages: write}" and let the package accept this repository (its settings, "Manage Actions access"), or set push: false'
        : 'check that the account of the input username may push there, or set push: false',
      person: `log in with "${login}" as somebody who may${isGithubs ? ', with a token that has the scope write:packages as the password' : ''}, and look whether the name is right`,
    },
    'rate-limited': {
      job: 'run this job again later, or log in with an account that may make more',
      person: `try again later, or log in with "${login}" as somebody who may make more`,
    },
    unreachable: {
      job: 'run this job again; what is there already is not sent twice',
      person: 'try again; what is there already is not sent twice',
    },
  };
}
