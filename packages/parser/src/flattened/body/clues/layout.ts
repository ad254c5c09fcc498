import type { Outlook } from '../outlook.ts';
import { isCapital } from '../letters.ts';
import type { Clues } from './clue.ts';

/** What line breaks, edges and the flattener's manner tell. */
export function readLayoutClues(o: Outlook): Clues {
  const { text } = o.stretch;
  return {
    always: true,
    'fewer breaks than between paragraphs': o.breaks === 'fewer',
    'fewer breaks, signature apart': o.breaks === 'fewer' && o.stretch.signatureBreaks > 1,
    'more breaks than between paragraphs': o.breaks === 'more',
    'more breaks to come': o.beyond.moreBreaks,
    'announcement to come': o.beyond.announcement,
    'all fits': o.beyond.edge,
    'all fits, after a reference': o.beyond.edge && o.stretch.edge === 'reference',
    'all fits, and is long': o.beyond.edge && o.weight > 0.75 * o.limit,
    'short and last before a reference': isLast(o) && o.stretch.edge === 'reference' && o.left.weight < 100,
    flat: o.stretch.flat,
    'signature on the same line': o.stretch.signatureBreaks === 0,
    nearest: o.place === 0,
    'second nearest': o.place === 1,
    'fourth nearest or farther': o.place > 2,
    'near the nearest': o.place > 0 && o.next.start + 60 > o.next.end,
    'paragraphs are glued': o.stretch.glued,
    'a capital after no capital':
      isCapital(text.charCodeAt(o.boundary.end)) && !isCapital(text.charCodeAt(o.boundary.start - 1)),
    'posts may be long': o.stretch.rule.limit > 140,
    'wide space': isWide(o),
  };
}

/** Articles have white space at the end of their paragraphs now and then; posts have none. */
function isWide({ stretch: { text }, boundary: { kind, start, end } }: Outlook): boolean {
  if (kind !== 'line') return end - start > 1;
  const unit = text.charCodeAt(start);
  return unit === 0x20 || unit === 0xa0;
}

function isLast(o: Outlook): boolean {
  return o.beyond.edge && o.left.start === o.stretch.start;
}
