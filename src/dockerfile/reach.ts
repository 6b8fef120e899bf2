// Which paths of the build context instructions take.
import { asPathPattern } from './patterns.ts';
import type { Copy } from './stage.ts';

/**
 * Whether instructions take a path of the build context, or something in it; where nobody knows what they take, they
 * do.
 */
export function reaches(copies: Pick<Copy, 'sources'>[] | undefined, path: string): boolean {
  if (!copies) return true;
  const place = path.split('/');
  return copies.some(({ sources }) =>
    sources.some(source => {
      const names = namesOf(source).slice(0, place.length);
      return names.length === 0 || asPathPattern(names)(place);
    }),
  );
}

/** BuildKit takes the context for the root: no path leads out of it. */
function namesOf(source: string): string[] {
  const names: string[] = [];
  for (const name of source.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names;
}
