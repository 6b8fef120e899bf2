import type { BuildFacts } from '../buildkit/facts.ts';
import type { Restored, SavedEntries } from '../cache/facts.ts';
import type { GitDataFacts } from '../checkout/new-git-data.ts';
import type { Context } from '../host/context.ts';
import type { Image } from '../image/image.ts';
import type { InputTexts } from '../inputs/names.ts';
import type { MountFacts } from '../mount/facts.ts';
import type { Plan } from '../plan.ts';
import type { Comparison } from '../pytest/baseline.ts';
import type { TestFacts } from '../pytest/facts.ts';
import type { GitInShare, ShareFacts } from '../share/facts.ts';
import type { Sentence, Source } from '../text/sentence.ts';

/** All that happened, as far as it did. */
export type Outcome = {
  /** Name of the matrix leg, empty outside a matrix. */
  leg: string;
  /** The Dockerfile and the context, relative to the checkout. */
  dockerfile: string;
  context: string;
  /** The folder of the checkout that has the job's repository, empty for all of it; undefined where the context is in another one. */
  repository: string | undefined;
  /** Address of the commit's files on the server, such as `https://github.com/o/r/blob/c0ffee`. */
  source?: string;
  /** The inputs as they were typed. */
  typed?: InputTexts;
  /** Where the values come from that no input gave. */
  settings?: Source;
  plan?: Plan;
  mounted?: MountFacts;
  restored?: Restored | undefined;
  dev?: BuildFacts;
  share?: BuildFacts;
  /** The dev image that the tests ran in. */
  image?: Image;
  tests?: TestFacts;
  /** Git LFS pointers in the place of files, where tests are red; relative to the context. */
  pointers?: string[];
  /** Git data that tests left which ran before and don't count. */
  earlierGitData?: GitDataFacts;
  /** How the tests differ from those of the default branch, if that is known. */
  comparison?: Comparison;
  saved?: SavedEntries | undefined;
  /** What of git's the share stage copies, whether it is built or not. */
  gitInShare?: GitInShare;
  /** What became of the share image after the tests. */
  shared?: ShareFacts;
  isCancelled: boolean;
  /** The sentence that ended the run early. */
  error?: Sentence;
};

export type Annotation = {
  level: 'error' | 'notice';
  message: string;
  title?: string;
  /** Relative to the checkout. */
  file?: string;
  line?: number;
};

/** Where the server shows the commit's files; nothing outside of a repository on a server. */
export function sourceAddress({ serverUrl, repository, sha }: Context): { source?: string } {
  return repository === '' || sha === '' ? {} : { source: `${serverUrl}/${repository}/blob/${sha}` };
}
