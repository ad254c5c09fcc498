import { longestBlock } from '../scan/text-block.ts';

/**
 * A part of a text is as long as has about so much in it, in bytes of JSON: to hand over one in which little is found takes
 * as long as to look at it, and more is much to hold.
 */
const muchInPart = 1 << 17;
const longPart = 8 * longestBlock;

/** How long the first part of a text should be, in bytes. */
export const firstPart: number = longestBlock;

/**
 * How long the next part of a text should be, in bytes.
 *
 * @param last How long they were until now.
 * @param looked How many bytes have been looked at in one of them.
 * @param found How much was found there, in bytes of JSON.
 */
export function fitPart(last: number, looked: number, found: number): number {
  const blocks = Math.floor((muchInPart / Math.max(1, found)) * (looked / longestBlock));
  return Math.min(longPart, 2 * last, Math.max(1, blocks) * longestBlock);
}
