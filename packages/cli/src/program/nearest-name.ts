/** Of the letters of a word: with more of them wrong, another word was meant. */
const mostWrong = 0.4;

/**
 * The name that a mistyped word was to be, if one is near: the one with the fewest letters missing, added, replaced, or
 * swapped with the next; of equals the first.
 *
 * @param names As in `find` and `list`; short, since each letter of one is compared with each of the word.
 */
export function nearestName(word: string, names: readonly string[]): string | null {
  let nearest: string | null = null;
  let fewest = Math.floor(word.length * mostWrong) + 1;
  for (const name of names) {
    const wrong = countWrong(word, name);
    if (wrong < fewest) [nearest, fewest] = [name, wrong];
  }
  return nearest;
}

/** The optimal string alignment distance: row by row of the table of distances of all beginnings. */
function countWrong(word: string, name: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: name.length + 1 }, (_, index) => index);
  for (let i = 1; i <= word.length; i += 1) {
    const next: number[] = [i];
    for (let j = 1; j <= name.length; j += 1) {
      const isSame = word[i - 1] === name[j - 1];
      const isSwapped = i > 1 && j > 1 && word[i - 1] === name[j - 2] && word[i - 2] === name[j - 1];
      next.push(
        Math.min(
          at(row, j) + 1,
          at(next, j - 1) + 1,
          at(row, j - 1) + (isSame ? 0 : 1),
          isSwapped ? at(before, j - 2) + 1 : Infinity,
        ),
      );
    }
    [before, row] = [row, next];
  }
  return at(row, name.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
