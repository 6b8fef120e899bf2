import { setTime } from '../image/tar.ts';
import { headersOf, paxHeaders, type RawEntry, readEntries, recordOf, textAt } from '../image/tar-entries.ts';

/**
 * Layers that a build put on top of another image, by the diff IDs of both, the lowest first: what comes from the first one on
 * that differs. None where it added nothing.
 */
export function ownLayers(all: string[], below: string[]): string[] {
  const first = all.findIndex((layer, index) => layer !== below[index]);
  return first < 0 ? [] : all.slice(first);
}

/**
 * The archive of a layer in which nothing is newer than a time (seconds since 1970), as BuildKit's `rewrite-timestamp`
 * has it, which the engine's own builder can't do on either image store: a checkout's files and the folders that a build
 * touches have the time of the job, and would make the same commit another layer every time. Fails on what Docker never
 * writes, and on an archive that was cut short.
 */
export async function* clampTimes(layer: AsyncIterable<Uint8Array>, seconds: number): AsyncGenerator<Uint8Array> {
  for await (const entry of readEntries(layer)) {
    if ('end' in entry) {
      yield* entry.end;
      return;
    }
    yield* isNewer(entry, seconds) ? headersAt(entry, seconds) : headersOf(entry);
    yield* entry.blocks();
  }
  throw new Error('the archive of a layer ends too early');
}

function isNewer({ header, pax = [] }: RawEntry, seconds: number): boolean {
  const exact = recordOf(pax, 'mtime');
  const time = exact ? Number(new TextDecoder().decode(exact)) : Number.parseInt(textAt(header, 136, 12), 8);
  return !(time <= seconds);
}

function headersAt({ header, pax = [] }: RawEntry, seconds: number): Uint8Array[] {
  const records = pax.filter(({ key }) => !['mtime', 'atime', 'ctime'].includes(key));
  return [...paxHeaders(records), setTime(header, seconds)];
}
