import type { Reference } from '@embalm/post';
import { decode } from '../read/decode.ts';
import { countUtf16 } from './count-utf16.ts';
import { type Hit, readHit } from './hits.ts';
import type { TextBlock } from './text-block.ts';
import { scanText } from './text-scanner.ts';

/** What is found in a block. */
export interface ScannedBlock {
  /** The references that end in the part itself; their ranges are UTF-16 units from where it begins. */
  readonly references: readonly Reference[];
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
 */
export async function scanBlock(block: TextBlock): Promise<ScannedBlock> {
  const { bytes, from, to } = block;
  const hits: Hit[] = [];
  const onPlace = (at: number): void => {
    const hit = readHit(bytes, at);
    if (hit !== null) hits.push(hit);
  };
  scanText(bytes, 0, from, onPlace);
  const counted = countUtf16(bytes, from, to, scanText(bytes, from, to, onPlace));
  scanText(bytes, to, bytes.length, onPlace);
  // The finders take time to load.
  const references =
    hits.length === 0 ? [] : await (await import('./find-in-windows.ts')).findInWindows(block, hits, counted);
  const replacements = counted.isValid ? 0 : decode(bytes.subarray(from, to), 'text').replacements;
  return { references, units: counted.units, replacements };
}
