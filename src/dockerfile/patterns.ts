// Names and paths with `*`, `?` and `**`, as a Dockerfile and a .dockerignore have them. Whoever wrote these may want to
// keep a run busy, so no pattern takes longer than its length times that of the path: a regular expression could.

/** Whether a name is one that a pattern stands for. */
export type MatchesName = (name: string) => boolean;

/** A name with `*` and `?` as Go's filepath.Match has them, which match dots at the start of a name too. */
export function asPattern(pattern: string): MatchesName {
  if (!/[*?]/.test(pattern)) return name => name === pattern;
  const wanted = [...pattern];
  return name => matches(wanted, [...name]);
}

/** Only the last star may have to take more: what those before it took is the least that they can. */
function matches(wanted: string[], found: string[]): boolean {
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let index = 0; index < found.length; ) {
    if (wanted[at] === '*') {
      star = at++;
      taken = index;
    } else if (wanted[at] === '?' || wanted[at] === found[index]) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++taken;
    } else return false;
  }
  return wanted.slice(at).every(character => character === '*');
}

/**
 * A path whose names are patterns, and where `**` stands for any number of names; at its end, for one at least. What lies
 * in a folder that matches does too.
 */
export function asPathPattern(names: string[]): (path: string[]) => boolean {
  if (names.length > 0 && !names.includes('**')) {
    const patterns = names.map(asPattern);
    return path => patterns.length <= path.length && patterns.every((matches, at) => matches(path[at] ?? ''));
  }
  const parts = names.map(name => (name === '**' ? name : asPattern(name)));
  return path => {
    // Where in the pattern one may be after some names of the path.
    let places = withSkipped(parts, [0]);
    for (const name of path) {
      places = withSkipped(
        parts,
        places.flatMap(place => {
          const part = parts[place];
          if (part === '**') return [place, place + 1];
          return part?.(name) ? [place + 1] : [];
        }),
      );
      if (places.includes(parts.length)) return true;
      if (places.length === 0) return false;
    }
    return false;
  };
}

/** The places, each once, and those behind a `**` that stands for no name. */
function withSkipped(parts: (MatchesName | '**')[], places: number[]): number[] {
  const all = new Set(places);
  // A set hands out what is added to it meanwhile, too.
  for (const place of all) if (parts[place] === '**' && place < parts.length - 1) all.add(place + 1);
  return [...all];
}
