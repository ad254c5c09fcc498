import { isAscii, isUtf8 } from 'node:buffer';
import { characterStart } from './character-start.ts';
import { countUnits } from './scanner.ts';

/** Small enough to stay in the processor's cache and to have little decoded on account of one broken character. */
const pieceLength = 16_384;

/**
 * How many UTF-16 units the UTF-8 in `[from, to)` decodes to; what is not valid counts as the U+FFFD that it becomes.
 * Both ends must be where a character begins. Nothing is decoded but pieces that are not valid.
 */
export function utf16Length(bytes: Buffer, from: number, to: number): number {
  if (isAscii(bytes.subarray(from, to))) return to - from;
  let units = 0;
  for (let start = from; start < to;) {
    const end = start + pieceLength >= to ? to : characterStart(bytes, start + pieceLength);
    const piece = bytes.subarray(start, end);
    if (isAscii(piece)) units += piece.length;
    else units += isUtf8(piece) ? countUnits(piece) : piece.toString().length;
    start = end;
  }
  return units;
}
