// What a blob storage's answer to a request for a range of bytes means.

/** So many bytes from a place. */
export type Range = { start: number; length: number };

/** What came of a request. */
export type RangeAnswer =
  /** Just these bytes; `size` is that of the whole blob. */
  | { kind: 'bytes'; size: number }
  /** No further try would help. */
  | { kind: 'gone'; reason: string }
  /** The address is of no use any more: a new one may be. */
  | { kind: 'refused'; reason: string }
  /** It may go better next time. */
  | { kind: 'trouble'; reason: string };

/** Judges an answer by its status and its header content-range, empty where it has none. */
export function judgeRange({ start, length }: Range, status: number, contentRange: string): RangeAnswer {
  const [, from, to, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(contentRange)?.map(Number) ?? [];
  if (status === 206 && size !== undefined && from === start && to === start + length - 1)
    return { kind: 'bytes', size };
  if (status === 416 || (size !== undefined && size < start + length)) {
    return { kind: 'gone', reason: 'the entry is cut short' };
  }
  if (status === 206) return { kind: 'trouble', reason: 'the blob storage sent other bytes than were asked for' };
  const reason = `the blob storage answers HTTP ${status}`;
  return { kind: [401, 403, 404, 410].includes(status) ? 'refused' : 'trouble', reason };
}
