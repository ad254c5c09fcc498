import type { Range } from '@embalm/post';
import { stylesheetFor } from '../stylesheet/stylesheet.ts';
import type { Edit } from './apply-edits.ts';
import { findOwnEmbeds } from './find-own-embeds.ts';

const start = '<style>.embalm.embalm{';
const end = '</style>';

/** Where the stylesheet stands that was put into a text before; `null` if there is none. */
export function findOwnStyles(text: string): Range | null {
  const from = text.indexOf(start);
  const to = from === -1 ? -1 : text.indexOf(end, from);
  return to === -1 ? null : [from, to + end.length];
}

/**
 * Put the stylesheet into a text, once: in the place of the one that is there, with the rules that the posts of both times
 * need.
 *
 * @param markup The posts that come.
 * @param at Where it goes if there is none.
 * @param after What parts it from what follows it there.
 */
export function placeStyles(text: string, markup: string, at: number, after = ''): Edit {
  const there = findOwnStyles(text);
  if (there === null) return { range: [at, at], replacement: `<style>${stylesheetFor(markup)}${end}${after}` };
  const earlier = findOwnEmbeds(text).map((range) => text.slice(...range));
  return { range: there, replacement: `<style>${stylesheetFor(earlier.join('') + markup)}${end}` };
}
