import { isCapital, isDigit, isSmall } from '../letters.ts';
import { countOf, type Outlook } from '../outlook.ts';
import { closesUnopened, column } from '../tally.ts';
import type { Clues } from './clue.ts';
import { endsWith, firstSpace, lastMarks, opensPoint, skipOpening } from './marks.ts';

/** How people note where their picture or their news is from, at the end of a post. */
const tailNote =
  /(?:\(|[→↓>*]|(?:source|fonte|fuente|kaynak|via|cc|ps|full|more|link|read|photo|credit)\b|h\/t|p\.s)/iuy;

const openings = '"\'“«(';

/** What stands behind a boundary tells whether a post would begin so. */
export function readBehindClues(o: Outlook): Clues {
  const { text } = o.stretch;
  return {
    bullet: opensPoint(text, o.boundary.end),
    'bullets before and behind': opensPoint(text, o.boundary.end) && opensPoint(text, o.left.start),
    'small letter': isSmall(text.charCodeAt(skipOpening(text, o.boundary.end, '"\'('))),
    capital: isCapital(text.charCodeAt(skipOpening(text, o.boundary.end, openings))),
    'capital and small letters': opensSentence(o),
    'two capitals': isCapital(text.charCodeAt(firstSpace(text, o.boundary.end, o.boundary.end + 60) + 1)),
    quotation: '"“«‘「'.includes(text.charAt(o.boundary.end)),
    tag: text.charCodeAt(o.boundary.end) === 0x23,
    digit: isDigit(text.charCodeAt(o.boundary.end)),
    reply: text.charCodeAt(o.boundary.end) === 0x40 || text.startsWith('.@', o.boundary.end),
    'only links and tags': countOf(o.right, column.words) === 0,
    'only tags':
      text.charCodeAt(o.boundary.end) === 0x23 &&
      countOf(o.right, column.words) === 0 &&
      countOf(o.right, column.mentions) === 0,
    tagged: countOf(o.right, column.tags) > 0,
    'tagged in its first part': countOf(o.next, column.tags) > 0,
    'mentions someone': countOf(o.right, column.mentions) > 0,
    'mentions someone in its first part': countOf(o.next, column.mentions) > 0,
    'has a link': countOf(o.right, column.links) > 0,
    'has a link early': o.place > 0 && countOf(o.next, column.links) > 0,
    'exclaims in its first part': countOf(o.next, column.exclamations) > 0,
    'capitals in its first part': countOf(o.next, column.capitals) * 2 > countOf(o.next, column.words),
    'ends its sentence': endsWith(text, o.next.end, lastMarks),
    'announces more': o.place > 0 && endsWith(text, o.next.end, ':：'),
    'note at the end': hasTailNote(o),
    'emoji unlike the article': countOf(o.right, column.emoji) > 0 && countOf(o.farLeft, column.emoji) === 0,
    'curly quotes unlike the article':
      countOf(o.left, column.straight) > 0 && countOf(o.left, column.curly) === 0 && countOf(o.right, column.curly) > 0,
    unpaired:
      closesUnopened(o.right.counts, o.right.row) ||
      (countOf(o.left, column.doubles) % 2 === 1 && countOf(o.right, column.doubles) % 2 === 1),
  };
}

function opensSentence({ stretch: { text }, boundary: { end } }: Outlook): boolean {
  const first = skipOpening(text, end, openings);
  if (!isCapital(text.charCodeAt(first))) return false;
  return isSmall(text.charCodeAt(firstSpace(text, first, first + 60) + 1));
}

function hasTailNote({ stretch: { text }, boundary: { end } }: Outlook): boolean {
  tailNote.lastIndex = end;
  return tailNote.test(text);
}
