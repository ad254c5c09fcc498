/** Long enough to tell texts of the same language and subject apart, short enough for a text of few words. */
const gramLength = 3;

/**
 * How much two folded texts have in common, from 0 to 1: Dice's coefficient of their runs of three characters, each
 * counted as often as it stands. Takes time in proportion to their lengths.
 */
export function measureSimilarity(one: string, other: string): number {
  if (one === other) return 1;
  const [grams, others] = [countGrams(one), countGrams(other)];
  let common = 0;
  for (const [gram, count] of grams) common += Math.min(count, others.get(gram) ?? 0);
  // With a space at either end a text has as many runs of three as characters.
  return (2 * common) / (one.length + other.length);
}

function countGrams(text: string): ReadonlyMap<string, number> {
  const padded = ` ${text} `;
  const counts = new Map<string, number>();
  for (let index = 0; index + gramLength <= padded.length; index += 1) {
    const gram = padded.slice(index, index + gramLength);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
