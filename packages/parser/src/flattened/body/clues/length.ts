import type { Outlook } from '../outlook.ts';
import type { Clues } from './clue.ts';

/** What the length of the body, of what stands before it, and of its first part tells. */
export function readLengthClues(o: Outlook): Clues {
  const before = o.left.weight;
  const behind = o.right.weight;
  const first = o.next.weight;
  const long = o.following === 'paragraph';
  const share = (behind * 100) / o.limit;
  const withLeft = (o.weight * 100) / o.limit;
  return {
    'over the limit': o.weight > o.limit,
    'over 75 farther': o.farther > 75,
    'short before, short farther': before < 75 && o.farther > 0 && o.farther < 75,
    'long behind the signature': long,
    'short before, not long behind the signature': before < 75 && !long && o.following !== 'end',
    'over 6 before': before > 6,
    'over 12 before': before > 12,
    'over 25 before': before > 25,
    'over 75 before': before > 75,
    'over 100 before': before > 100,
    'over 200 before': before > 200,
    'over 10 percent of the limit': share > 10,
    'over 20 percent of the limit': share > 20,
    'over 40 percent of the limit': share > 40,
    'over 50 percent of the limit': share > 50,
    'over 60 percent of the limit': share > 60,
    'over 90 percent of the limit': share > 90,
    'over 100 percent of the limit': share > 100,
    'over 110 percent of the limit': share > 110,
    'over 20 percent of the limit with what is before': withLeft > 20,
    'over 40 percent of the limit with what is before': withLeft > 40,
    'over 60 percent of the limit with what is before': withLeft > 60,
    'over 80 percent of the limit with what is before': withLeft > 80,
    'over 20 behind': behind > 20,
    'over 70 behind': behind > 70,
    'over 25 in its first part': first > 25,
    'over 50 in its first part': first > 50,
    'over 80 in its first part': first > 80,
    'over 120 in its first part': first > 120,
  };
}
