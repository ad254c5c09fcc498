import type { Outlook } from '../outlook.ts';
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
  'short and last before a reference': (o) => isLast(o) && o.stretch.edge === 'reference' && o.leftWeight < 100,
  flat: (o) => o.stretch.flat,
  'signature on the same line': (o) => o.stretch.signatureBreaks === 0,
  'paragraphs are lines': (o) => o.stretch.paragraphBreaks === 1,
  nearest: (o) => o.right === o.next,
  'near the nearest': (o) => o.right !== o.next && o.right.length - o.next.length < 60,
  'paragraphs are glued': (o) => /^\S/u.test(o.stretch.after),
  glued: (o) => o.boundary.start === o.boundary.end && /^[\p{Lu}“"«]/u.test(o.right),
};

function isLast(o: Outlook): boolean {
  return o.beyond.edge && o.stretch.text.slice(o.stretch.start, o.boundary.start).trim() === o.left;
}
