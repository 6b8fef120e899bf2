// What a .dockerignore leaves out. Leaving out too little costs time, too much would be a wrong result: so a pattern that
// two implementations might read differently is not used.
import { asPathPattern } from './patterns.ts';

/** Which paths of a build context are left out. */
export type Ignore = {
  /** Whether it could be read; else nothing counts as left out. */
  isKnown: boolean;
  /** Takes a path relative to the context. */
  ignores(path: string): boolean;
  /** Whether something in a folder that is left out may be kept. */
  hasExceptions: boolean;
};

/** Of patterns, comments aside: each may be compared with each file. */
const MOST_CHARACTERS = 16_000;

const NOTHING: Ignore = { isKnown: true, ignores: () => false, hasExceptions: false };
/** Of a file that can't be read. */
export const UNKNOWN: Ignore = { ...NOTHING, isKnown: false };

/**
 * Reads a .dockerignore. Patterns that are not plain count as absent; where one may be an exception, all do. More
 * than anybody writes is not read.
 */
export function readIgnore(text: string): Ignore {
  const lines = text.split(/\r?\n/).filter(line => !line.startsWith('#'));
  if (lines.join('').length > MOST_CHARACTERS) return UNKNOWN;
  const patterns = lines.map(line => line.replace(/^[ \t]+|[ \t]+$/g, '')).filter(line => line !== '');
  const plain = patterns.filter(isPlain);
  if (patterns.some(pattern => pattern.includes('!') && !isPlain(pattern))) return NOTHING;
  const rules = plain.map(pattern => ({
    isException: pattern.startsWith('!'),
    matches: asPathPattern(namesOf(pattern).filter(name => name !== '.')),
  }));
  return {
    isKnown: true,
    ignores(path) {
      const names = path.split('/');
      const last = rules.findLast(({ matches }) => matches(names));
      return last !== undefined && !last.isException;
    },
    hasExceptions: rules.some(({ isException }) => isException),
  };
}

/** Brackets, backslashes, question marks and whatever else means something in regular expressions are not plain. */
function isPlain(pattern: string): boolean {
  const isPlainName = (name: string) =>
    /^[\w.*@,~ -]+$/.test(name) && name.trim() === name && name !== '..' && (name === '**' || !name.includes('**'));
  const names = namesOf(pattern);
  return names.join('/') !== '.' && names.every(isPlainName);
}

function namesOf(pattern: string): string[] {
  return pattern.replace(/^! */, '').replace(/^\//, '').replace(/\/$/, '').split('/');
}
