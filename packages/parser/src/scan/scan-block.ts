import type { Reference } from '@embalm/post';
import { decode } from '../read/decode.ts';
import { countUtf16 } from './count-utf16.ts';
import type { findInWindows as FindInWindows } from './find-in-windows.ts';
import { type BlockHits, findHits } from './find-hits.ts';
import type { TextBlock } from './text-block.ts';

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
  const counted = countUtf16(bytes, from, to, part);
  if (hits.length > 0) {
    findInWindows ??= (await import('./find-in-windows.ts')).findInWindows;
    await findInWindows(block, hits, counted, found);
  }
  const replacements = counted.isValid ? 0 : decode(bytes.subarray(from, to), 'text').replacements;
  return { units: counted.units, replacements };
}
