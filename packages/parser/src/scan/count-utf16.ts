import { isUtf8 } from 'node:buffer';
import { characterStart, longestCharacter } from './character-start.ts';
import { countedLength, countUnits, lookedAtOnce, type ScannedStretch, scanText } from './text-scanner.ts';

/** The UTF-16 units of a stretch of UTF-8. They are counted once, whatever is asked. */
export interface CountedUnits {
  /** What is not valid counts as the U+FFFD that it becomes. */
  readonly units: number;
  readonly isValid: boolean;
  /** The units from where the stretch begins to a place in it, at which a character must begin. */
  before(at: number): number;
}

/**
 * Count how many UTF-16 units the UTF-8 in `[from, to)` decodes to. Both ends must be where a character begins. Nothing
 * is decoded but pieces that are not valid.
 *
 * @param scanned What a look at the stretch has told.
 */
export function countUtf16(
  bytes: Buffer,
  from: number,
  to: number,
  scanned: ScannedStretch = scanText(bytes, from, to),
): CountedUnits {
  const { units, isAscii, looksValid, unitsBefore } = scanned;
  if (isAscii) return { units, isValid: true, before: (at) => at - from };
  const isValid = (looksValid && isUtf8(lastOf(bytes, from, to))) || isUtf8(bytes.subarray(from, to));
  if (!isValid) return countBroken(bytes, from, to);
  return {
    units,
    isValid: true,
    before(at) {
      const piece = Math.floor((at - from) / countedLength);
      return (unitsBefore[piece] ?? units) + countUnits(bytes, from + piece * countedLength, at);
    },
  };
}

/** What a look at the stretch has not told of: whole characters. */
function lastOf(bytes: Buffer, from: number, to: number): Buffer {
  const end = to - ((to - from) % lookedAtOnce);
  return bytes.subarray(Math.max(from, characterStart(bytes, Math.max(from, end - longestCharacter))), to);
}

/** Small enough to have little decoded on account of one broken character. */
const brokenLength = 16_384;

function countBroken(bytes: Buffer, from: number, to: number): CountedUnits {
  const pieces: Piece[] = [];
  let units = 0;
  for (let start = from; start < to;) {
    const end = start + brokenLength >= to ? to : characterStart(bytes, start + brokenLength);
    pieces.push({ start, unitsBefore: units });
    units += countDecoded(bytes, start, end);
    start = end;
  }
  return {
    units,
    isValid: false,
    before(at) {
      const piece = pieces.findLast(({ start }) => start <= at);
      return piece === undefined ? 0 : piece.unitsBefore + countDecoded(bytes, piece.start, at);
    },
  };
}

/** A part of the stretch, and the units of those that stand before it. */
interface Piece {
  readonly start: number;
  readonly unitsBefore: number;
}

/** How many UTF-16 units the bytes in `[from, to)` decode to, valid or not. Characters must begin at both ends. */
export function countDecoded(bytes: Buffer, from: number, to: number): number {
  const piece = bytes.subarray(from, to);
  return isUtf8(piece) ? countUnits(bytes, from, to) : piece.toString().length;
}
