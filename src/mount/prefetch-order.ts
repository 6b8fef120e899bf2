// The prefetch order: that in which the last run asked for the chunks of a run entry. Only a hint: whatever it says is safe.

/** The most bytes that an order takes: the chunks of the largest run entry there can be need less than half of it. */
export const MOST_BYTES: number = 1 << 20;

/** How many chunks that a run asked for may be missing from the order before a new one is kept, and which share of them. */
const MISSING_CHUNKS = 64;
const MISSING_SHARE = 0.1;

/** The text that an order is kept as. */
export function formatPrefetchOrder(chunks: number[]): string {
  return JSON.stringify(chunks);
}

/** The order in a text, of chunks below `count`, each once; what is none of that is left out. */
export function parsePrefetchOrder(text: string, count: number): number[] {
  if (text.length > MOST_BYTES) return [];
  let order: unknown;
  try {
    order = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(order)) return [];
  return [...new Set<number>(order.filter(chunk => Number.isInteger(chunk) && chunk >= 0 && chunk < count))];
}

/**
 * Whether the chunks that a run asked for are to be kept as the order of the next runs: there was none; or it lacked more
 * than a tenth of them and at least 64 (16 MB, which take longer to wait for than an order to keep); or most of
 * what it named was fetched for nothing.
 */
export function isWorthKeeping(known: number[], asked: number[]): boolean {
  if (asked.length === 0) return false;
  if (known.length === 0) return true;
  const [isKnown, isAsked] = [new Set(known), new Set(asked)];
  const missing = asked.filter(chunk => !isKnown.has(chunk)).length;
  const needless = known.filter(chunk => !isAsked.has(chunk)).length;
  return (missing >= MISSING_CHUNKS && missing > MISSING_SHARE * asked.length) || needless > known.length / 2;
}
