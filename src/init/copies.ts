// What a Dockerfile copies into an image, and should or shouldn't.
import { readIgnore } from '../dockerfile/ignore.ts';
import { readAllCopies, readCopies } from '../dockerfile/stage.ts';
import { quoted } from '../text/plain.ts';
import { byteSize } from '../text/quantities.ts';

/** What somebody's Dockerfile copies by name, though a .dockerignore would leave it out; undefined where that can't be told. */
export function ignoredCopies(dockerfile: string, dockerignore: string): string[] | undefined {
  const ignore = readIgnore(dockerignore);
  // What is copied as `.env*` or `venv/*` is named, too.
  const named = (source: string) => source.replace(/[*?]/g, '').replace(/^(?:\.?\/)+|\/+$/g, '');
  const sources = readAllCopies(dockerfile)?.flatMap(copy => copy.sources);
  return sources && [...new Set(sources)].filter(source => named(source) !== '' && ignore.ignores(named(source)));
}

/** Of such a Dockerfile, which gets no .dockerignore. */
export function copyNotes(copied: string[] | undefined): string[] {
  if (copied?.length === 0) return [];
  const reason = copied
    ? `the Dockerfile copies ${copied.map(quoted).join(' and ')}`
    : "it can't be told what the Dockerfile copies";
  return [`No .dockerignore is written, as ${reason}: list in one what the share stage should not get, such as .git.`];
}

/** Above this, a build context and an image are slow. */
const BIG = 200e6;

/** Of big data that the share stage takes along. */
export function sizeNotes(
  sizes: Record<string, number>,
  dockerignore: string,
  dockerfile: string,
  shareTarget: string,
): string[] {
  const copies = readCopies(dockerfile, shareTarget.toLowerCase(), []) ?? [];
  if (!copies.some(({ sources }) => sources.some(source => /^\.?\/?$/.test(source)))) return [];
  const ignore = readIgnore(dockerignore);
  const tops = Object.keys(sizes).filter(path => !path.includes('/') && !ignore.ignores(path));
  const total = tops.reduce((sum, path) => sum + (sizes[path] ?? 0), 0);
  if (total < BIG) return [];
  const named = tops.map(path => `${quoted(narrowed(path, sizes))} (${byteSize(sizes[path] ?? 0)})`).join(', ');
  return [
    `"COPY . ." takes ${named} into the share image: what is too big or too private to give away belongs into .dockerignore.`,
  ];
}

/** The innermost folder that has nearly all of it. */
function narrowed(path: string, sizes: Record<string, number>): string {
  const inside = Object.keys(sizes).find(
    other =>
      other.startsWith(`${path}/`) &&
      !other.slice(path.length + 1).includes('/') &&
      (sizes[other] ?? 0) > 0.9 * (sizes[path] ?? 0),
  );
  return inside === undefined ? path : narrowed(inside, sizes);
}
