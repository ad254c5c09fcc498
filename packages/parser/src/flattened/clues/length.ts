import type { Clues } from './clue.ts';

/** What the length of the body, of what stands before it, and of its first part tells. */
export const lengthClues: Clues = {
  'over the limit': (o) => o.weight > o.limit,
  'over the limit alone': (o) => o.leftWeight > 280,
  'very long before': (o) => o.leftWeight > 150,
  'long before': (o) => o.leftWeight > 100,
  'word before': (o) => o.leftWeight < 25,
  'scrap before': (o) => o.leftWeight < 12,
  'near the limit': (o) => o.rightWeight > 0.9 * o.limit,
  'near three quarters of the limit': (o) => o.rightWeight > 0.75 * o.limit,
  'over half the limit': (o) => o.rightWeight > 0.5 * o.limit,
  'long enough': (o) => o.weight - o.leftWeight > 100,
  short: (o) => o.rightWeight < 70,
  'very short': (o) => o.rightWeight < 40,
  'begins with a scrap': (o) => o.next.length < 25,
  'begins at length': (o) => o.next.length > 120,
  'begins at great length': (o) => o.next.length > 200,
};
