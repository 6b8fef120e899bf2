// What is said of a job, in the words of a person's own machine.
import { inputNames } from '../inputs/names.ts';

/** Options by the names that sentences have for them: those of the inputs, but for one, and some more. */
const OPTIONS = new Map<string, string>([
  ...[...inputNames, 'publish', 'tag', 'output', 'check'].map((name): [string, string] => [name, name]),
  ['image', 'tag'],
]);

/** What only a job has, and what a person has instead; the longer words first. */
const WORDS: [job: RegExp, person: string][] = [
  [/: the workspace is empty\. Did you run actions\/checkout\?.*/s, ': the folder is empty.'],
  [/\bCheck out into a folder\b/g, 'Move the project into a folder'],
  [/, or use a larger runner\b/g, ', or give Docker more memory'],
  [/: GitHub gives none to pull requests from forks and from Dependabot\b/g, ': check where the values come from'],
  [/: start one in an earlier step, which sets SSH_AUTH_SOCK\b/g, ': start one, which sets SSH_AUTH_SOCK'],
  [/: set it with env: on this step\b/g, ': export it first'],
  [/\bthe runner's own variables are never passed on\b/g, "this machine's own variables are not passed on"],
  [/\bwrite "lfs: true" under "with:" of actions\/checkout/g, 'run "git lfs install", then "git lfs pull"'],
  [/ that this job can read\b/g, ' that you can read'],
  [/\bsee (?:the end of )?the log\b/g, 'see above'],
  [/\b(the(?: mounted)?) checkout\b(?!\.?[\w/-])/g, '$1 project'],
];

/** A sentence about a job's inputs and checkout, as one about options and a project. */
export function localSentence(sentence: string): string {
  const ours = WORDS.reduce((text, [job, person]) => text.replace(job, person), sentence);
  return ours.replace(/\b[Ii]nput ([a-z]+(?:-[a-z]+)*)\b/g, (words, name: string, at: number) =>
    OPTIONS.has(name) ? `${at === 0 ? 'Option' : 'option'} --${OPTIONS.get(name)}` : words,
  );
}
