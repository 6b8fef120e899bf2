// A release that the file with the share image is attached to: what it is called there, and what may be replaced.

import { plain } from '../text/plain.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import type { AttachFacts, ShareFile } from './facts.ts';

/** A file of a release, as GitHub tells of it. */
export type Asset = {
  id: number;
  name: string;
  /** Shown in place of the name; empty where there is none. */
  label: string;
  /** `uploaded` once it is whole. */
  state: string;
};

/** Which job it is of. */
export type Attacher = {
  /** Names of the workflow and of the job in it. */
  job: string[];
  /** Name of the leg; empty outside a matrix. */
  leg: string;
  /** Whether other jobs may attach images for other platforms. */
  isOneOfSeveral: boolean;
};

const MOST_LABEL_CHARACTERS = 200;

/** What the file is called in a release: as it was written, with the platform where several jobs may have one, `share-arm64.tar.zst`. */
export function assetName({ path, platform }: ShareFile, { isOneOfSeveral }: Attacher): string {
  const [, stem = '', ending = ''] = /([^/]*?)(\.tar(?:\.gz|\.zst)?)$/.exec(path) ?? [];
  const kind = isOneOfSeveral ? `-${platform.replace(/^linux\//, '').replaceAll('/', '-')}` : '';
  // GitHub itself would put dots in the place of all other characters.
  return `${stem.replace(/[^\w.+-]+/g, '.') || 'share'}${kind}${ending}`;
}

/** What the release shows for it, by which a later attempt knows its own file. */
export function assetLabel(name: string, { platform }: ShareFile, { job, leg }: Attacher): string {
  const from = [job.join(' / '), ...(leg === '' ? [] : [leg])].join(', ');
  return `${name} (${platform}, ${from.replace(/[^\w .,/()+:-]+/g, '-')})`.slice(0, MOST_LABEL_CHARACTERS);
}

/** The files that give way to a new one of this name: its own of an earlier attempt, and what never got whole; undefined where there is somebody else's. */
export function replacedAssets(assets: Asset[], name: string, label: string): Asset[] | undefined {
  const there = assets.filter(asset => asset.name === name);
  const isOwn = (asset: Asset) => asset.label === label || asset.state !== 'uploaded';
  return there.every(isOwn) ? there : undefined;
}

/** What it means that GitHub refused, by the status of its answer. */
export function attachOutcome(status: number, said: string): AttachFacts['outcome'] {
  if (status === 422 && /immutable/i.test(said)) return 'immutable';
  if (status === 422 && /already.exists/i.test(said)) return 'taken';
  // Who may not see a release hears that there is none.
  return [401, 403, 404].includes(status) ? 'denied' : 'failed';
}

/** What became of the file, in a sentence or two. */
export function attachSentence({ outcome, tag, name, detail }: AttachFacts, path: string): Sentence {
  const release = `the release ${plain(tag)}`;
  const sentences: Record<AttachFacts['outcome'], Sentence> = {
    attached: `Attached ${name} to ${release}.`,
    taken: sentence`${name} is not attached to ${release}, which has a file of this name that is not of this job: delete it there, or write another name for share-file.`,
    immutable: `${name} is not attached to ${release}, which is immutable: only a draft takes files. Start this workflow by the tag in place of the release, and have a later step make the release with the file: gh release create "$GITHUB_REF_NAME" ${path}`,
    denied: `${name} is not attached to ${release}, as this job may not write there (${plain(detail)}): give it "contents: write" below "permissions:".`,
    failed: `${name} is not attached to ${release} (${plain(detail)}): re-run this job.`,
  };
  return sentences[outcome];
}
