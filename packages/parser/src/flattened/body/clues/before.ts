import { isCapital, isDigit, isSmall, scriptOf } from '../letters.ts';
import { isNumber } from '../following.ts';
import { announcesPost, countOf, type Outlook, type Part } from '../outlook.ts';
import { column } from '../tally.ts';
import type { Clues } from './clue.ts';
import { endsWith, lastMarks, opensPoint } from './marks.ts';

/** What stands before a boundary tells whether it is the article's, or the post's own. */
export function readBeforeClues(o: Outlook): Clues {
  const { text } = o.stretch;
  const lines = o.boundary.kind === 'line';
  const announced = announcesPost(text, o.left.end);
  const ended = endsWith(text, o.left.end, lastMarks);
  const endsItself = endsWith(text, o.next.end, lastMarks);
  return {
    announced,
    'announced by who said it':
      announced &&
      countOf(o.left, column.saying) + countOf(o.left, column.author) + countOf(o.left, column.tweeting) > 0,
    'announced, announces nothing': announced && !announcesPost(text, o.next.end),
    'open before, ended itself': lines && !ended && endsItself,
    'ended before, open itself': lines && ended && !endsItself,
    'sentence ended': ended,
    exclaimed: endsWith(text, o.left.end, '!！'),
    asked: endsWith(text, o.left.end, '?？'),
    'trailed off': endsWith(text, o.left.end, '…') || text.startsWith('...', o.left.end - 3),
    'clause open': ',;،、([{–—-'.includes(text.charAt(o.left.end - 1)),
    'heading before': isHeading(o) && endsItself,
    'several sentences before': countOf(o.left, column.ends) + countOf(o.left, column.exclamations) > (ended ? 2 : 1),
    'tags before': countOf(o.left, column.tags) > 0,
    'mentions before': countOf(o.left, column.mentions) > 0,
    'links before': countOf(o.left, column.links) > 0,
    'only links and tags before': countOf(o.left, column.words) === 0 && isPostLike(o.left),
    'emoji in what is before': countOf(o.left, column.emoji) > 0,
    'bullet before': opensPoint(text, o.left.start),
    'number before': isNumber(text, o.left.start, o.left.end),
    'headings before and behind': o.following === 'heading' && isHeading(o),
    'heading behind': o.following === 'heading',
    'year before': isYear(text, o.left.end),
    'name before': endsWithName(o),
    'small letter opens what is before': isSmall(text.charCodeAt(o.left.start)),
    'capital opens what is before': isCapital(text.charCodeAt(o.left.start)),
    'capitals in what is before': countOf(o.left, column.capitals) * 2 > countOf(o.left, column.words),
  };
}

/** Whether what stands before a boundary is short, and no sentence. */
export function isHeading({ stretch: { text }, left }: Outlook): boolean {
  return left.weight < 60 && !endsWith(text, left.end, lastMarks) && !isPostLike(left);
}

/** Tags, mentions and short links: few articles have them. */
function isPostLike(part: Part): boolean {
  return countOf(part, column.tags) + countOf(part, column.mentions) + countOf(part, column.links) > 0;
}

function isYear(text: string, at: number): boolean {
  for (let back = 1; back <= 4; back += 1) if (!isDigit(text.charCodeAt(at - back))) return false;
  return true;
}

function endsWithName({ stretch: { text }, left }: Outlook): boolean {
  let at = left.end;
  while (at > left.start && (scriptOf(text.charCodeAt(at - 1)) >= 0 || "'’.-".includes(text.charAt(at - 1)))) at -= 1;
  return at < left.end && isCapital(text.charCodeAt(at));
}
