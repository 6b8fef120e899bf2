import { type HistoryStep, readHistory } from '../src/image/history.ts';

/** The history of an image that was made by these, the oldest first. */
export function history(...entries: [createdBy: string, size: number][]): HistoryStep[] {
  const printed = entries
    .map(([CreatedBy, size]) => JSON.stringify({ ID: '<missing>', CreatedBy, Size: String(size), Comment: '' }))
    .reverse()
    .join('\n');
  return readHistory(printed) ?? [];
}
