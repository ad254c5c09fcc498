import { isCapital, isSmall } from '../letters.ts';
import { countOf, type Outlook } from '../outlook.ts';
import { column } from '../tally.ts';
import { isHeading } from './before.ts';
import type { Clues } from './clue.ts';
import { endsWith, lastMarks, opensPoint, skipOpening } from './marks.ts';

/**
 * Where all up to the edge would fit into the post, it may be all of it, and what else is seen at a boundary tells more, or
 * less, than it does in the midst of an article: these are the clues of which that was found to hold.
 */
export function readEdgeClues(o: Outlook): Clues {
  const { text } = o.stretch;
  const { end } = o.boundary;
  const fits = o.beyond.edge;
  return {
    'all fits, over 25 before': fits && o.left.weight > 25,
    'all fits, over 75 before': fits && o.left.weight > 75,
    'all fits, over 20 behind': fits && o.right.weight > 20,
    'all fits, over 25 in its first part': fits && o.next.weight > 25,
    'all fits, sentence ended': fits && endsWith(text, o.left.end, lastMarks),
    'all fits, ends its sentence': fits && endsWith(text, o.next.end, lastMarks),
    'all fits, heading before': fits && isHeading(o) && endsWith(text, o.next.end, lastMarks),
    'all fits, bullet before': fits && opensPoint(text, o.left.start),
    'all fits, bullet': fits && opensPoint(text, end),
    'all fits, small letter': fits && isSmall(text.charCodeAt(skipOpening(text, end, '"\'('))),
    'all fits, capital opens what is before': fits && isCapital(text.charCodeAt(o.left.start)),
    'all fits, tag': fits && text.charCodeAt(end) === 0x23,
    'all fits, tags before': fits && countOf(o.left, column.tags) > 0,
    'all fits, tagged': fits && countOf(o.right, column.tags) > 0,
    'all fits, tagged in its first part': fits && countOf(o.next, column.tags) > 0,
    'all fits, mentions someone': fits && countOf(o.right, column.mentions) > 0,
    'all fits, I in its first part': fits && countOf(o.next, column.me) > 0,
    'all fits, speaks of the author': fits && countOf(o.left, column.author) > 0,
    'all fits, the article’s language': fits && o.article.language !== -1 && o.next.language === o.article.language,
    'all fits, shares a word with the body': fits && (o.echoes.inBody[o.place + 1] ?? 0) > 0,
    'all fits, shares a word with what is behind the signature': fits && o.echoes.behind[o.place + 1] === 1,
  };
}
