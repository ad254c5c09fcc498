import type { Reference } from '@embalm/post';
import { readShortcodeInText } from '../finders/shortcode.ts';
import { findReferencesInText, type TextReaders } from '../formats/text.ts';
import type { Hit } from './hits.ts';
import type { TextBlock } from './text-block.ts';
import { utf16Length } from './utf16-length.ts';
import { openWindows } from './windows.ts';

/**
 * Find the references around hits that end in a part of a text.
 *
 * @param units How many UTF-16 units the part has.
 * @returns With ranges from where the part begins.
 */
export async function findInWindows(
  { bytes, from }: TextBlock,
  hits: readonly Hit[],
  units: number,
): Promise<readonly Reference[]> {
  const references: Reference[] = [];
  let counted = 0;
  let offset = -utf16Length(bytes, 0, from);
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
  return references;
}
