// Sentences that are said both in a job and to a person at their own machine, each time in words that fit. They stay in
// parts until they are shown. Texts among the parts are shown as they are: nothing looks for words in them, as anybody
// may have written them.

/** Who reads a sentence: somebody who looks at a job, or a person who called the command on their own machine. */
export type Addressee = 'job' | 'person';

/** The same in the words of each. */
export type Words = Record<Addressee, string>;

/** An input, which a person may know as an option, or as a setting in the file that its value comes from. */
export type NamedInput = {
  input: string;
  /** Without the dashes; absent where the command has no such option. */
  option?: string;
  /** The file with the setting, as one says it; absent where the value doesn't come from one, as far as is known. */
  origin?: string;
};

type Part = string | Words | NamedInput;

/** Words that fit everybody, or parts of which some differ. */
export type Sentence = string | readonly Part[];

/** The file of settings, as one says it, and the inputs that nobody typed and whose values come from it. */
export type Source = { origin: string; names: string[] };

/** A sentence of the texts and parts of a template, which may be sentences themselves. One that fits everybody is a text. */
export function sentence(texts: TemplateStringsArray, ...values: (Part | Sentence | number)[]): Sentence {
  const parts = texts.flatMap((text, index) => [text, ...partsOf(values[index] ?? '')]);
  return parts.every(part => typeof part === 'string') ? parts.join('') : parts;
}

/** Several sentences as one. */
export function joined(sentences: Sentence[], separator: string): Sentence {
  return sentences.flatMap((sentence, index) => [...(index === 0 ? [] : [separator]), ...partsOf(sentence)]);
}

/** The sentence with the file of settings at each input whose value comes from it, as far as none is named there yet. */
export function withSource(sentence: Sentence, source: Source | undefined): Sentence {
  if (typeof sentence === 'string' || !source) return sentence;
  return sentence.map(part =>
    typeof part === 'object' && 'input' in part && source.names.includes(part.input)
      ? { origin: source.origin, ...part }
      : part,
  );
}

/** The sentence as its addressee is told it; `source` says where the values of inputs come from. */
export function render(sentence: Sentence, addressee: Addressee, source?: Source): string {
  let text = '';
  for (const part of partsOf(withSource(sentence, source))) {
    if (typeof part === 'string') text += part;
    else text += 'input' in part ? nameOf(part, addressee, text === '' || text.endsWith('\n')) : part[addressee];
  }
  return text;
}

function partsOf(value: Part | Sentence | number): readonly Part[] {
  if (typeof value === 'number') return [String(value)];
  return Array.isArray(value) ? value : [value as Part];
}

function nameOf({ input, option, origin }: NamedInput, addressee: Addressee, isFirst: boolean): string {
  if (origin !== undefined) return `${isFirst ? 'The setting ' : ''}${input} in ${origin}`;
  if (addressee === 'job') return `${isFirst ? 'Input' : 'the input'} ${input}`;
  // On a person's machine, nothing else than a setting could give what is no option.
  if (option === undefined) return `${isFirst ? 'The' : 'the'} setting ${input}`;
  return `${isFirst ? 'Option' : 'the option'} --${option}`;
}
