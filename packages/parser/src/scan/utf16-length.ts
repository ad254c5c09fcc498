import { isAscii, isUtf8 } from 'node:buffer';
import { characterStart } from './character-start.ts';

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

/** So few that the counts of four bytes, kept in one number, do not run into each other. */
const wordsAtATime = 60;
const ones = 0x0101_0101;

/**
 * A character of valid UTF-8 is one unit, or two if its first byte is from F0 on. Four bytes are counted at a time: that
 * is six times as fast as decoding.
 */
function countUnits(piece: Buffer): number {
  if (piece.length < 8) return countByteByByte(piece, 0, piece.length);
  const aligned = -piece.byteOffset & 3;
  const words = new Int32Array(piece.buffer, piece.byteOffset + aligned, (piece.length - aligned) >> 2);
  let units = countByteByByte(piece, 0, aligned) + countByteByByte(piece, aligned + words.length * 4, piece.length);
  for (let word = 0; word < words.length;) {
    const stop = Math.min(words.length, word + wordsAtATime);
    let counts = 0;
    for (; word < stop; word += 1) {
      const value = words[word] ?? 0;
      const high = value >>> 7;
      const continuing = high & ~(value >>> 6) & ones;
      const fours = high & (value >>> 6) & (value >>> 5) & (value >>> 4) & ones;
      counts += ones - continuing + fours;
    }
    units += (counts & 255) + ((counts >>> 8) & 255) + ((counts >>> 16) & 255) + (counts >>> 24);
  }
  return units;
}

function countByteByByte(piece: Buffer, from: number, to: number): number {
  let units = 0;
  for (const byte of piece.subarray(from, to)) units += ((byte & 0xc0) === 0x80 ? 0 : 1) + (byte >= 0xf0 ? 1 : 0);
  return units;
}
