// What is said of a job, in the words of a person's own machine.

/** Inputs whose options are called otherwise. */
const OPTIONS = new Map([['image', 'tag']]);

/** A sentence about an input, as one about the option of that name. */
export function localSentence(sentence: string): string {
  return sentence
    .replace(
      /\b[Ii]nput ([a-z]+(?:-[a-z]+)*)\b/g,
      (_, name: string, at: number) => `${at === 0 ? 'Option' : 'option'} --${OPTIONS.get(name) ?? name}`,
    )
    .replace('write "lfs: true" under "with:" of actions/checkout', 'run "git lfs install", then "git lfs pull"')
    .replace('that this job can read', 'that you can read')
    .replaceAll('the checkout', 'the project');
}
