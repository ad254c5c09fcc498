import type { Outlook } from '../outlook.ts';
import { isCapital } from '../letters.ts';
import type { Clues } from './clue.ts';

/** What line breaks, edges and the flattener's manner tell. */
export const layoutClues: Clues = {
  always: () => true,
  'fewer breaks than between paragraphs': (o) => o.breaks === 'fewer',
  'fewer breaks, signature apart': (o) => o.breaks === 'fewer' && o.stretch.signatureBreaks > 1,
  'more breaks than between paragraphs': (o) => o.breaks === 'more',
  'more breaks to come': (o) => o.beyond.moreBreaks,
  'announcement to come': (o) => o.beyond.announcement,
  'all fits': (o) => o.beyond.edge,
  'all fits, after a reference': (o) => o.beyond.edge && o.stretch.edge === 'reference',
  'all fits, and is long': (o) => o.beyond.edge && o.weight > 0.75 * o.limit,
  'last before the edge': isLast,
  'last before a reference': (o) => isLast(o) && o.stretch.edge === 'reference',
  'short and last before a reference': (o) => isLast(o) && o.stretch.edge === 'reference' && o.left.weight < 100,
  flat: (o) => o.stretch.flat,
  'signature on the same line': (o) => o.stretch.signatureBreaks === 0,
  'paragraphs are lines': (o) => o.stretch.paragraphBreaks === 1,
  nearest: (o) => o.place === 0,
  'second nearest': (o) => o.place === 1,
  'fourth nearest or farther': (o) => o.place > 2,
  'near the nearest': (o) => o.place > 0 && o.next.start + 60 > o.next.end,
  'paragraphs are glued': (o) => o.stretch.glued,
  'a capital after no capital': (o) =>
    isCapital(o.stretch.text.charCodeAt(o.boundary.end)) && !isCapital(o.stretch.text.charCodeAt(o.boundary.start - 1)),
  'posts may be long': (o) => o.stretch.rule.limit > 140,
};

function isLast(o: Outlook): boolean {
  return o.beyond.edge && o.left.start === o.stretch.start;
}
