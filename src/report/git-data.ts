import { quoted } from '../text/plain.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import type { Outcome } from './outcome.ts';

const MOST_PATHS = 5;

/** What tests left of git data, and what is to be done about it; nothing where they left none. */
export function gitDataSentences({ tests, earlierGitData, context }: Outcome): Sentence[] {
  return [earlierGitData, tests?.gitData].flatMap(facts => {
    if (!facts) return [];
    const named = (paths: string[]) => pathsInWords(paths.map(path => inCheckout(path, context)));
    return [
      facts.removed.length === 0
        ? undefined
        : sentence`The tests left git data in folders that git tracks: ${named(facts.removed)}. It was removed, since git would run what it says.`,
      facts.left.length === 0
        ? undefined
        : sentence`The tests left git data: ${named(facts.left)}. Git runs what such data says, even for "git status" in there: remove it if you don't trust the tests.`,
      facts.closed.length === 0
        ? undefined
        : sentence`The tests left folders that can't be looked into: ${named(facts.closed)}. They may hold git data: remove them if you don't trust the tests.`,
      facts.isComplete
        ? undefined
        : "The search for git data that the tests left was given up after a second: there may be more of it. If you don't trust the tests, use git in a fresh clone.",
    ].filter(text => text !== undefined);
  });
}

function inCheckout(path: string, context: string): string {
  if (context === '.') return path;
  return path === '.' ? context : `${context}/${path}`;
}

function pathsInWords(paths: string[]): string {
  const left = paths.length - MOST_PATHS;
  return [...paths.slice(0, MOST_PATHS).map(quoted), ...(left > 0 ? [`and ${left} more`] : [])].join(', ');
}
