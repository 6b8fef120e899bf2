import { text } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import { megabytes } from '../../text/quantities.ts';
import { type FileName, MOST_BYTES } from '../artifact.ts';

/** There are three files, and room for what later versions add. */
const MOST_ENTRIES = 20;

/** The texts of some of a leg's files. */
export type ArchiveTexts = {
  /** The text of one of them; throws an Error where the archive has no such file. */
  get(name: FileName): string;
  has(name: FileName): boolean;
};

/** Reads some of a leg's files from its archive, without writing any. Rejects with an Error that says what is wrong with it. */
export async function readArchive(path: string, names: FileName[]): Promise<ArchiveTexts> {
  const texts = new Map<FileName, string>();
  const archive = await openPromise(path, { lazyEntries: true, autoClose: false });
  try {
    if (archive.entryCount > MOST_ENTRIES) throw new Error(`it has ${archive.entryCount} files`);
    for await (const entry of archive.eachEntry()) {
      const name = names.find(one => one === entry.fileName);
      if (name === undefined) continue;
      if (texts.has(name)) throw new Error(`it has ${name} twice`);
      // What is inflated is held to this size.
      const most = MOST_BYTES[name];
      if (entry.uncompressedSize > most) throw new Error(`its ${name} is larger than ${megabytes(most)}`);
      texts.set(name, await text(await archive.openReadStreamPromise(entry)));
    }
  } finally {
    archive.close();
  }
  return {
    has: name => texts.has(name),
    get(name) {
      const found = texts.get(name);
      if (found === undefined) throw new Error(`it has no ${name}`);
      return found;
    },
  };
}
