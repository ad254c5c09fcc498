import type { Reference } from '@embalm/post';
import { decode } from '../read/decode.ts';
import { characterStart } from './character-start.ts';
import { countUtf16 } from './count-utf16.ts';
import type { findInWindows as FindInWindows } from './find-in-windows.ts';
import { type BlockHits, findHits } from './find-hits.ts';
import { blockOverlap, type TextBlock } from './text-block.ts';

/** The finders take time to load; and to ask for them again takes longer than to look at a block. */
let findInWindows: typeof FindInWindows | null = null;

/** What a part of a text is made of. */
export interface ScannedBlock {
  /** How many units the part has. */
  readonly units: number;
  /** How many U+FFFD decoding it puts in for what is not valid. */
  readonly replacements: number;
}

/**
 * Find the references that end in a part of a text.
 *
 * The finders see what is around hits and nothing else. They are local: what they say of a place hangs on what stands
 * around it and on the reference before. So blocks that overlap by `blockOverlap` agree on what is in both, and
 * together they give what the finders give for the whole text.
 *
 * @param found Is called with each reference, in order, and with what to add to its range to count from where the part begins.
 */
export async function scanBlock(
  block: TextBlock,
  found: (reference: Reference, offset: number) => void,
  { hits, part }: BlockHits = findHits(block),
): Promise<ScannedBlock> {
  const { bytes, from, to } = block;
  if (hits.length > mostHits && to - from > pieceLength) return scanInPieces(block, found);
  const counted = countUtf16(bytes, from, to, part);
  if (hits.length > 0) {
    findInWindows ??= (await import('./find-in-windows.ts')).findInWindows;
    await findInWindows(block, hits, counted, found);
  }
  const replacements = counted.isValid ? 0 : decode(bytes.subarray(from, to), 'text').replacements;
  return { units: counted.units, replacements };
}

/** What so many hits may be is much to hold at a time, and so long a part of a text that has more can be taken in pieces. */
const mostHits = 8192;
const pieceLength = 1 << 18;

async function scanInPieces(
  { bytes, from, to }: TextBlock,
  found: (reference: Reference, offset: number) => void,
): Promise<ScannedBlock> {
  let units = 0;
  let replacements = 0;
  for (let start = from; start < to;) {
    const end = start + pieceLength < to ? characterStart(bytes, start + pieceLength) : to;
    const first = characterStart(bytes, Math.max(0, start - blockOverlap));
    const last = Math.min(bytes.length, end + blockOverlap);
    const piece = { bytes: bytes.subarray(first, last), from: start - first, to: end - first };
    const before = units;
    const scanned = await scanBlock(piece, (reference, offset) => found(reference, offset + before));
    units += scanned.units;
    replacements += scanned.replacements;
    start = end;
  }
  return { units, replacements };
}
