import { isUtf8 } from 'node:buffer';
import type { Reference } from '@embalm/post';
import { findReferencesInText, type TextReaders } from '../formats/text.ts';
import { readShortcodeInText } from '../finders/shortcode.ts';
import { decode } from '../read/decode.ts';
import { findHits } from './hits.ts';
import type { TextBlock } from './text-block.ts';
import { utf16Length } from './utf16-length.ts';
import { openWindows } from './windows.ts';

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
export async function scanBlock({ bytes, from, to }: TextBlock): Promise<ScannedBlock> {
  const units = utf16Length(bytes, from, to);
  const references: Reference[] = [];
  let counted = 0;
  let offset = -utf16Length(bytes, 0, from);
  const hits = findHits(bytes);
  // What reads markup takes time to load, and few texts have any.
  const readers: TextReaders = hits.some(({ kind }) => kind === 'markup')
    ? { markup: (await import('../finders/written-embed.ts')).readEmbedAround, shortcode: readShortcodeInText }
    : { shortcode: readShortcodeInText };
  for (const window of openWindows(bytes, hits)) {
    offset += utf16Length(bytes, counted, window.from);
    counted = window.from;
    if (offset >= units) break;
    if (window.to <= from) continue;
    const text = bytes.toString('utf8', window.from, window.to);
    for (const reference of findReferencesInText(text, readers)) {
      const end = reference.range[1] + offset;
      if (end <= 0 || end > units) continue;
      references.push({ ...reference, range: [reference.range[0] + offset, end] });
    }
  }
  const part = bytes.subarray(from, to);
  const replacements = units === part.length || isUtf8(part) ? 0 : decode(part, 'text').replacements;
  return { references, units, replacements };
}
