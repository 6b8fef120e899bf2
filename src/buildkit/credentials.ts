// What git keeps beside a project's files, and no build should see.
import { listed, plain } from '../text/plain.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import { words } from '../text/words.ts';

const MOST_NAMES = 5;

/** A line of a .dockerignore that leaves out a path of the context; what means something there may be any character. */
export function ignoreLine(path: string): string {
  return `/${path.replace(/[^\w./-]+/g, '*')}`;
}

/** That files with a credential were left out of what was built; paths are relative to the context. */
export function keptOutSentence(paths: string[]): Sentence {
  const isOne = paths.length === 1;
  return sentence`No image gets ${named(paths)}, since ${isOne ? 'it holds' : 'they hold'} a credential: add the line ".git" to .dockerignore, or ${words.keepNoCredential}.`;
}

/** That nothing can be built, since a program which is not known could read files with a credential. */
export function unsafeBuildSentence(paths: string[]): Sentence {
  const isOne = paths.length === 1;
  return sentence`${named(paths)} ${isOne ? 'holds' : 'hold'} a credential, and the Dockerfile may ask for a program of its own ("# syntax=") that could take it: ${words.keepNoCredential}; or name the program as docker/dockerfile:1.`;
}

function named(paths: string[]): string {
  const names = paths.slice(0, MOST_NAMES).map(plain);
  const left = paths.length - names.length;
  return listed(left > 0 ? [...names, `${left} more`] : names);
}
