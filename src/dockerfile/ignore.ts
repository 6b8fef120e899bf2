// What a .dockerignore leaves out. Leaving out too little costs time, too much would be a wrong result: so a pattern that
// two implementations might read differently is not used.
import dockerignoreModule from '@balena/dockerignore';

/** Which paths of a build context are left out. */
export type Ignore = {
  /** Takes a path relative to the context. */
  ignores(path: string): boolean;
  /** Whether something in a folder that is left out may be kept. */
  hasExceptions: boolean;
};

// A CommonJS module: what its types call the default export is the module itself.
const dockerignore = dockerignoreModule as unknown as typeof dockerignoreModule.default;

const NOTHING: Ignore = { ignores: () => false, hasExceptions: false };

/** Reads a .dockerignore. Patterns that are not plain count as absent; where one may be an exception, all do. */
export function readIgnore(text: string): Ignore {
  const lines = text.split(/\r?\n/).filter(line => !line.startsWith('#'));
  const patterns = lines.map(line => line.replace(/^[ \t]+|[ \t]+$/g, '')).filter(line => line !== '');
  const plain = patterns.filter(isPlain);
  if (patterns.some(pattern => pattern.includes('!') && !isPlain(pattern))) return NOTHING;
  const ignore = dockerignore({ ignorecase: false }).add(plain);
  return {
    ignores: path => ignore.ignores(path),
    hasExceptions: plain.some(pattern => pattern.startsWith('!')),
  };
}

/** Brackets, backslashes, question marks and whatever else means something in regular expressions are not plain. */
function isPlain(pattern: string): boolean {
  const path = pattern.replace(/^! */, '').replace(/^\//, '').replace(/\/$/, '');
  const isPlainName = (name: string) =>
    /^[\w.*@,~ -]+$/.test(name) && name.trim() === name && name !== '..' && (name === '**' || !name.includes('**'));
  return path !== '.' && path.split('/').every(isPlainName);
}
