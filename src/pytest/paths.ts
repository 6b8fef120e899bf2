/** Where the repo's folder `context` ('' for its root) is mounted: at `workdir` in the container. */
export type PathMapping = { workdir: string; context: string };

const MAX_PATH = 1024;
// C0 and C1 controls, line and paragraph separators, and the marks that make text read in another order than it is.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const FOREIGN = /^(?:[A-Za-z]:[\\/]|[A-Za-z][A-Za-z0-9+.-]*:\/\/|<)/; // Windows drive, URL, `<string>`, `<frozen …>`

/**
 * The repo path of a container path (a relative one starts at `workdir`), or undefined if it isn't in the repo or no
 * decent path at all. Looks at no disk: whether the file exists is for the caller to check.
 */
export function repoPath(path: string, mapping: PathMapping): string | undefined {
  if (path === '' || path.length > MAX_PATH || UNPRINTABLE.test(path) || FOREIGN.test(path)) return undefined;
  const context = segments(mapping.context);
  const inside = pathBelow(mapping.workdir, path)?.split('/');
  if (!context || !inside || inside.includes('site-packages') || inside.includes('dist-packages')) return undefined;
  return [...context, ...inside].join('/');
}

/** A path below a folder, relative to it (as is one that is not absolute); undefined where it is the folder itself, or lies elsewhere. */
export function pathBelow(folder: string, path: string): string | undefined {
  const [from, to] = [segments(folder), segments(path.startsWith('/') ? path : `${folder}/${path}`)];
  if (!from || !to || to.length === from.length || from.some((name, index) => to[index] !== name)) return undefined;
  return to.slice(from.length).join('/');
}

/** An absolute path as one writes it in a folder; a path that is not absolute stays as it is. */
export function pathFrom(folder: string, path: string): string {
  const [from, to] = [segments(folder), segments(path)];
  if (!from || !to || !path.startsWith('/')) return path;
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/') || '.';
}

/** The names along a path with `.` and `..` worked out, undefined if it leaves where it starts. */
function segments(path: string): string[] | undefined {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..' && names.pop() === undefined) return undefined;
    if (name !== '' && name !== '.' && name !== '..') names.push(name);
  }
  return names;
}
