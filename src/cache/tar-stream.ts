// The archive that `docker export` writes (POSIX pax, by Go's archive/tar), on its way to mksquashfs.
import { joined, tarHeader, withPadding } from '../image/tar.ts';
import { headersOf, paxHeaders, type RawEntry, readEntries, recordOf, textAt } from '../image/tar-entries.ts';

/** What an archive says of one entry. */
export type TarFact = { path: string; type: 'file' | 'hard link' | 'link' | 'directory' | 'other'; target: string };

const TYPES: Record<string, TarFact['type']> = {
  '0': 'file',
  '1': 'hard link',
  '2': 'link',
  '3': 'other',
  '4': 'other',
  '5': 'directory',
  '6': 'other',
};
/** Small pieces are handed on together: each piece costs a write. */
const BATCH_BYTES = 32 << 10;

/**
 * Passes an archive on, and tells of each entry, then `undefined` at the archive's end mark; without that it was cut
 * short. Only one thing changes: targets of links that stand in pax records get GNU tar's form, since mksquashfs before
 * 4.6 (that of Ubuntu 22.04 and Debian 12) takes `/` and `../` from the beginning of the former. Fails on what
 * `docker export` never writes.
 */
export async function* passTar(
  source: AsyncIterable<Uint8Array>,
  onEntry: (entry: TarFact | undefined) => void,
): AsyncGenerator<Uint8Array> {
  let batch: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces(source, onEntry)) {
    batch.push(piece);
    bytes += piece.length;
    if (bytes < BATCH_BYTES) continue;
    yield joined(batch);
    batch = [];
    bytes = 0;
  }
  yield joined(batch);
}

async function* pieces(
  source: AsyncIterable<Uint8Array>,
  onEntry: (entry: TarFact | undefined) => void,
): AsyncGenerator<Uint8Array> {
  for await (const entry of readEntries(source)) {
    if ('end' in entry) {
      onEntry(undefined);
      yield* entry.end;
      return;
    }
    const fact = factOf(entry);
    onEntry(fact);
    yield* headers(entry, fact);
    yield* entry.blocks();
  }
}

/** The blocks before an entry's content. */
function headers(entry: RawEntry, { type }: TarFact): Uint8Array[] {
  const { header, pax = [] } = entry;
  const target = recordOf(pax, 'linkpath');
  if (type !== 'link' || !target) return headersOf(entry);
  // GNU tar ends it with a zero, which counts.
  const gnu = joined([target, new Uint8Array(1)]);
  return [
    tarHeader({ name: '././@LongLink', type: 'K', mode: 0o644, size: gnu.length, link: '' }),
    withPadding(gnu),
    ...paxHeaders(pax.filter(record => record.key !== 'linkpath')),
    header,
  ];
}

function factOf({ header, pax = [], path, type }: RawEntry): TarFact {
  const known = TYPES[type];
  if (known === undefined) throw new Error(`the archive has an entry of the unknown kind ${type}`);
  const target = recordOf(pax, 'linkpath');
  return { path, type: known, target: target ? new TextDecoder().decode(target) : textAt(header, 157, 100) };
}
