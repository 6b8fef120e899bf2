// What became of a share image on a person's own machine, in lines for a terminal.

import { join as shellLine } from 'shlex';
import { hasFailed } from '../pytest/facts.ts';
import { byteSize } from '../text/quantities.ts';
import { render, type Sentence, sentence } from '../text/sentence.ts';
import type { Outcome } from './outcome.ts';
import { isInRegistry, publishSentence, verifySentence } from './publishing.ts';
import { buildSentence, testSentence } from './verdict.ts';

/** An image that was given a name, or written to a file. */
export type Given = {
  /** Name with a tag. */
  name: string;
  /** Bytes on disk; absent where the engine can't tell. */
  unpacked?: number | undefined;
  file?: { path: string; bytes: number };
};

/** The image's name, and how one runs it, or gets it out of the file. */
export function givenLines({ name, unpacked, file }: Given): string[] {
  const size = unpacked === undefined ? '' : ` (${byteSize(unpacked)})`;
  const what = file
    ? `Wrote ${file.path} (${byteSize(file.bytes)}), which has the image ${name}${size}.`
    : `The share image is ${name}${size}.`;
  return [
    `${what} ${file ? 'Whoever gets it runs it with' : 'Run it with'}:`,
    ...(file ? [`  ${shellLine(['docker', 'load', '--input', file.path])}`] : []),
    `  ${runLine(name)}`,
  ];
}

/** What is published, and how others run it; nothing where it isn't. */
export function publishedLines({ plan, shared, settings }: Outcome): string[] {
  const share = plan?.share;
  const published = shared?.published;
  if (!share || !published) return [];
  const first = render(publishSentence(published, share), 'person', settings);
  if (!isInRegistry(published)) return published.outcome === 'kept' ? [first] : [];
  const { layers } = shared;
  const download = layers?.compressed === undefined ? [] : [`${byteSize(layers.compressed)} to download`];
  const unpacked = layers ? [`${byteSize(layers.unpacked)} on disk`] : [];
  const sizes = [...download, ...unpacked];
  return [
    first,
    `  digest  ${published.digest ?? ''}`,
    ...(sizes.length > 0 ? [`  size    ${sizes.join(', ')}`] : []),
    'Others run it with:',
    `  ${runLine(`${share.image}:${share.version.tags[0]?.name ?? 'latest'}`)}`,
    ...(published.isFirst && share.registry?.host === 'ghcr.io'
      ? ['A new package on ghcr.io is private at first: its settings there let others pull it.']
      : []),
  ];
}

function runLine(name: string): string {
  return shellLine(['docker', 'run', '--rm', '-it', name]);
}

/** Why nothing was published, in one sentence or more; nothing where all is as it should be. */
export function publishTrouble(outcome: Outcome): string | undefined {
  const trouble = troubleOf(outcome);
  return trouble && render(trouble, 'person', outcome.settings);
}

function troubleOf(outcome: Outcome): Sentence | undefined {
  const { plan, dev, share, tests, shared, dockerfile } = outcome;
  const failed = [dev, share].find(build => build?.failure);
  if (failed) return buildSentence(failed, dockerfile, plan?.dev.secrets);
  if (tests && hasFailed(tests)) {
    return sentence`Nothing is published: ${testSentence(tests)} They ran on a fresh checkout of the commit, without files that git ignores.`;
  }
  const verified = verifySentence(outcome);
  if (verified !== undefined) return verified;
  if (!shared?.published || !plan?.share) return undefined;
  const isFine = isInRegistry(shared.published) || shared.published.outcome === 'kept';
  return isFine ? undefined : publishSentence(shared.published, plan.share);
}
