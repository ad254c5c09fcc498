import { isAscii, isUtf8 } from 'node:buffer';
import { characterStart } from './character-start.ts';
import { countUnits } from './scanner.ts';

/** The UTF-16 units of a stretch of UTF-8. They are counted once, whatever is asked. */
export interface CountedUnits {
  /** What is not valid counts as the U+FFFD that it becomes. */
  readonly units: number;
  readonly isValid: boolean;
  /** The units from where the stretch begins to a place in it, at which a character must begin. */
  before(at: number): number;
}

/** Small enough to stay in the processor's cache and to have little decoded on account of one broken character. */
const pieceLength = 16_384;

/**
 * Count how many UTF-16 units the UTF-8 in `[from, to)` decodes to. Both ends must be where a character begins. Nothing
 * is decoded but pieces that are not valid.
 */
export function countUtf16(bytes: Buffer, from: number, to: number): CountedUnits {
  if (isAscii(bytes.subarray(from, to))) return { units: to - from, isValid: true, before: (at) => at - from };
  const pieces: Piece[] = [];
  let units = 0;
  let isValid = true;
  for (let start = from; start < to;) {
    const end = start + pieceLength >= to ? to : characterStart(bytes, start + pieceLength);
    pieces.push({ start, unitsBefore: units });
    const piece = count(bytes.subarray(start, end));
    units += piece.units;
    isValid &&= piece.isValid;
    start = end;
  }
  return { units, isValid, before };

  function before(at: number): number {
    const piece = pieces.findLast(({ start }) => start <= at);
    return piece === undefined ? 0 : piece.unitsBefore + count(bytes.subarray(piece.start, at)).units;
  }
}

/** A part of the stretch, and the units of those that stand before it. */
interface Piece {
  readonly start: number;
  readonly unitsBefore: number;
}

function count(piece: Buffer): Pick<CountedUnits, 'units' | 'isValid'> {
  if (isAscii(piece)) return { units: piece.length, isValid: true };
  if (isUtf8(piece)) return { units: countUnits(piece), isValid: true };
  return { units: piece.toString().length, isValid: false };
}
