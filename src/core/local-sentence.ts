// What is said of a job, in the words of a person's own machine.

/** A sentence about an input, as one about the option of that name. */
export function localSentence(sentence: string): string {
  return sentence
    .replace(
      /\b[Ii]nput ([a-z]+(?:-[a-z]+)*)\b/g,
      (_, name: string, at: number) => `${at === 0 ? 'Option' : 'option'} --${name}`,
    )
    .replaceAll('the checkout', 'the project');
}
