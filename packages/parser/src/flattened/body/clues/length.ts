import type { Outlook } from '../outlook.ts';
import type { Clues } from './clue.ts';

/** What the length of the body, of what stands before it, and of its first part tells. */
export const lengthClues: Clues = {
  'over the limit': (o) => o.weight > o.limit,
  ...over('before', [6, 12, 25, 50, 75, 100, 150, 200, 280], (o) => o.left.weight),
  ...over('percent of the limit', [10, 20, 30, 40, 50, 60, 75, 90, 100, 110], (o) => (o.right.weight * 100) / o.limit),
  ...over('percent of the limit with what is before', [20, 40, 60, 80], (o) => (o.weight * 100) / o.limit),
  ...over('behind', [10, 20, 40, 70], (o) => o.right.weight),
  ...over('in its first part', [12, 25, 50, 80, 120, 200], (o) => o.next.weight),
};

/** A clue for each threshold that a measure may be above. */
function over(what: string, thresholds: readonly number[], measure: (outlook: Outlook) => number): Clues {
  return Object.fromEntries(
    thresholds.map((threshold) => [`over ${threshold} ${what}`, (outlook: Outlook) => measure(outlook) > threshold]),
  );
}
