/** The word that somebody most likely meant; nothing where none is near enough. */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const [found] = words
    .map(word => ({ word, changes: distance(typed, word) }))
    // More than that, and it is another word.
    .filter(({ word, changes }) => changes <= Math.max(word.length, typed.length) * 0.4)
    .sort((a, b) => a.changes - b.changes);
  return found?.word;
}

/** How many letters must be changed, added or left out to turn one word into the other (Levenshtein). */
function distance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, letter] of Array.from(from).entries()) {
    const line = [row + 1];
    for (const [column, other] of Array.from(to).entries()) {
      const [corner = 0, over = 0] = above.slice(column, column + 2);
      line.push(Math.min(over + 1, (line[column] ?? 0) + 1, corner + (letter === other ? 0 : 1)));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
