// Git data in a folder that tests can write: git on the host runs what its configuration names, as soon as somebody asks
// for the status in there.

/** What git needs to find in a folder to take it for a bare repository; the last one may stand for the two before it. */
export const BARE_PARTS = ['HEAD', 'objects', 'refs', 'commondir'] as const;

/** What of a folder was seen that could make a repository of it. */
export type GitMarks = {
  /** Tells what is named .git from another one in its place; absent where there is none. */
  git?: string;
  /** Parts of a bare repository, as far as there is a HEAD. */
  parts: readonly string[];
};

/** Git data by the folder that it makes a repository of; paths are relative, empty for the top. */
export type GitData = ReadonlyMap<string, GitMarks>;

/** Names that came into a folder and make a repository of it: .git, or parts of a bare one. */
export type NewGitData = {
  folder: string;
  names: readonly string[];
  /** Whether another .git was there before. */
  isInPlaceOfAnother: boolean;
};

/** What is to be told of a search for new git data. */
export type GitDataFacts = {
  /** Paths relative to the folder that was searched. */
  removed: string[];
  left: string[];
  /** Folders that nobody can look into any more. */
  closed: string[];
  /** Whether there was time for all of it. */
  isComplete: boolean;
};

/** Whether git could take a folder for a bare repository. */
export function isBare({ parts }: GitMarks): boolean {
  const has = (name: string) => parts.includes(name);
  return has('HEAD') && (has('commondir') || (has('objects') && has('refs')));
}

/**
 * What makes a repository of a folder now and did not before. A .git that was elsewhere before has only moved with its
 * folder: it is the user's.
 */
export function newGitData(before: GitData, after: GitData): NewGitData[] {
  const known = new Set([...before.values()].map(({ git }) => git));
  return [...after].flatMap(([folder, marks]) => {
    const earlier = before.get(folder) ?? { parts: [] };
    const parts = isBare(marks) && !isBare(earlier) ? marks.parts.filter(part => !earlier.parts.includes(part)) : [];
    return [
      ...(known.has(marks.git) || marks.git === undefined
        ? []
        : [{ folder, names: ['.git'], isInPlaceOfAnother: earlier.git !== undefined }]),
      ...(parts.length === 0 ? [] : [{ folder, names: parts, isInPlaceOfAnother: false }]),
    ];
  });
}

/** The paths in an index with all folders that they are in; the top is the empty path. */
export function withFolders(paths: string[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (let path of paths) {
    // A path that is known has its folders there.
    for (; !all.has(path); path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) all.add(path);
  }
  return all;
}

/**
 * Names that may be removed. None where git tracks nothing in the folder: it may be a place for data, with somebody's
 * clone. None that git tracks, or that may be what another one was before. `tracked` are the paths that git tracks, with
 * their folders; a submodule that was not fetched is one. `folder` is relative to the same top.
 */
export function removable(
  { names, isInPlaceOfAnother }: NewGitData,
  folder: string,
  tracked: ReadonlySet<string>,
): string[] {
  if (isInPlaceOfAnother || !tracked.has(folder)) return [];
  return names.filter(name => !tracked.has(folder === '' ? name : `${folder}/${name}`));
}
