import { setTimeout as wait } from 'node:timers/promises';
import { messageOf } from '../../text/errors.ts';
import { HEADER_GUESS } from '../framed.ts';
import { judgeRange } from '../ranges.ts';
import { STORAGE_HEADERS, send } from './http.ts';
import { type CacheService, find } from './service.ts';

/** Reads ranges of one entry's blob. */
export type RangeReader = {
  /**
   * So many bytes from `start`; an address that has expired is asked for anew, lost connections are tried again for a
   * while. Rejects when that is over, or the entry is gone or ends before.
   */
  read(start: number, length: number): Promise<Buffer>;
  /** Bytes of the whole blob; 0 before anything was read. */
  size(): number;
};

/** How long a range is tried for. */
const PATIENCE_MILLISECONDS = 60_000;
const IDLE_MILLISECONDS = 5_000;
const FIRST_PAUSE_MILLISECONDS = 100;
const LONGEST_PAUSE_MILLISECONDS = 2_000;

/** The storage refused an address. */
class Refused extends Error {}

/** No further try would help. */
class Gone extends Error {}

const FAILURES = { gone: Gone, refused: Refused, trouble: Error };

/** A reader of the entry of this key, whose address was just looked up. */
export function readRanges(
  service: CacheService,
  entry: { key: string; url: string },
  patience: number = PATIENCE_MILLISECONDS,
): RangeReader {
  let url = Promise.resolve(entry.url);
  let size = 0;
  /** Asks for a new address in place of one that was of no use: once for all who find it so. */
  const renew = (useless: Promise<string>): void => {
    if (url !== useless) return;
    url = findAgain(service, entry.key);
    url.catch(() => undefined);
  };
  const readOnce = async (address: Promise<string>, start: number, length: number): Promise<Buffer> => {
    const range = await readRange(await address, start, length);
    size = range.size;
    return range.bytes;
  };
  return {
    size: () => size,
    async read(start, length) {
      const end = Date.now() + patience;
      for (let pause = FIRST_PAUSE_MILLISECONDS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLISECONDS)) {
        const address = url;
        try {
          return await readOnce(address, start, length);
        } catch (error) {
          if (error instanceof Gone || Date.now() + pause > end) throw error;
          if (error instanceof Refused) renew(address);
          await wait(pause);
        }
      }
    },
  };
}

/** What an entry begins with, up to the end of its header, which says itself how long it is. Rejects where there is none. */
export async function readStart(reader: RangeReader, headerLength: (start: Buffer) => number): Promise<Buffer> {
  const start = await reader.read(0, HEADER_GUESS);
  const length = headerLength(start);
  const rest = length > start.length ? await reader.read(start.length, length - start.length) : Buffer.alloc(0);
  return Buffer.concat([start, rest]);
}

async function findAgain(service: CacheService, key: string): Promise<string> {
  // Where the service does not answer, the next try asks it again.
  const found = await find(service, key).catch((error: unknown) => Promise.reject(new Refused(messageOf(error))));
  if (found?.key !== key) throw new Gone('the entry is gone');
  return found.url;
}

async function readRange(url: string, start: number, length: number): Promise<{ bytes: Buffer; size: number }> {
  const headers = { ...STORAGE_HEADERS, range: `bytes=${start}-${start + length - 1}` };
  const answer = await send(url, { method: 'GET', headers, idle: IDLE_MILLISECONDS }).catch(unreachable);
  const { status, body } = answer;
  const judgement = judgeRange({ start, length }, status, answer.headers['content-range'] ?? '');
  if (judgement.kind === 'bytes')
    return { bytes: await readBody(body, length).catch(unreachable), size: judgement.size };
  // What comes could be the whole blob.
  body.destroy();
  throw new FAILURES[judgement.kind](judgement.reason);
}

function unreachable(error: unknown): never {
  throw new Error(`the blob storage can not be reached (${messageOf(error)})`);
}

/** Reads just so many bytes: into one buffer, as gathering them and joining them would copy them once more. */
function readBody(body: NodeJS.ReadableStream, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length);
  let filled = 0;
  return new Promise((resolve, reject) => {
    body.on('data', (chunk: Buffer) => {
      // What is too much is counted only.
      if (filled < length) chunk.copy(bytes, filled);
      filled += chunk.length;
    });
    body.on('error', reject);
    body.on('end', () => {
      if (filled === length) resolve(bytes);
      else reject(new Error(`it sent ${filled} of ${length} bytes`));
    });
  });
}
