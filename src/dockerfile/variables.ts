// Variables in the FROM lines of a Dockerfile: the arguments that stand before its first stage.
import { Doubt, type Instruction } from './instructions.ts';

/** Names with their values; empty for those that have none, undefined where the value is not plain. */
export type Variables = Map<string, string | undefined>;

/** BuildKit sets these by the machine, whatever the Dockerfile says. */
const BY_MACHINE = /^(BUILD|TARGET)(PLATFORM|OS|OSVERSION|ARCH|VARIANT|STAGE)$/;

const PLAIN_WORD = /^(\w+)(?:=(?:"([^"'\\]*)"|'([^"'\\$]*)'|([^"'\\]*)))?$/;

/** The arguments before the first stage, with the values that build arguments `NAME=value` or their defaults give them. */
export function globalArguments(instructions: Instruction[], buildArguments: string[]): Variables {
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const given = new Map(buildArguments.map(splitPair));
  const variables: Variables = new Map();
  for (const { words } of instructions.slice(0, first)) {
    // A quoted value with spaces was split into words that mean nothing.
    const isPlain = words.every(word => PLAIN_WORD.test(word));
    for (const word of words) {
      const [, , double, single, bare] = PLAIN_WORD.exec(word) ?? [];
      const [name] = splitPair(word);
      const value = given.get(name) ?? substitute(double ?? single ?? bare ?? '', variables);
      variables.set(name, isPlain && !BY_MACHINE.test(name) ? value : undefined);
    }
  }
  return variables;
}

/** A word of a FROM line with its variables replaced by their values. Fails with a Doubt where a value is not plain. */
export function resolve(word: string, variables: Variables, line: number): string {
  const value = substitute(word, variables);
  if (!value) throw new Doubt(`line ${line} names an image by a variable that only a build can resolve`);
  return value;
}

/** `NAME` and `value` of `NAME=value`. */
export function splitPair(pair: string): [string, string] {
  const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
  return [name, value];
}

/** No image has a longer name; values that name each other double with every line. */
const MOST_CHARACTERS = 4096;

/** Knows `$NAME`, `${NAME}` and `${NAME:-default}`; anything beyond these, or too long, makes the whole undefined. */
function substitute(text: string, variables: Variables): string | undefined {
  let isPlain = true;
  const replaced = text.replace(
    /\$(?:(\w+)|\{(\w+)(?::-([^${}]*))?\})/g,
    (_, bare?: string, braced?: string, otherwise?: string) => {
      const name = bare ?? braced ?? '';
      const value = variables.has(name) || BY_MACHINE.test(name) ? variables.get(name) : otherwise;
      if (value === undefined) isPlain = false;
      return value || (otherwise ?? '');
    },
  );
  if (replaced.length > MOST_CHARACTERS) return undefined;
  return isPlain && !/["'`\\${}]/.test(replaced) ? replaced : undefined;
}
