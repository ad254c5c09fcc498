import type { Reference } from '@embalm/post';
import { readShortcodeInText } from '../finders/shortcode.ts';
import { findReferencesInText, type TextReaders } from '../formats/text.ts';
import { type CountedUnits, countUtf16 } from './count-utf16.ts';
import type { Hit } from './hits.ts';
import type { TextBlock } from './text-block.ts';
import { openWindows } from './windows.ts';

/**
 * Find the references around hits that end in a part of a text.
 *
 * @param part The UTF-16 units of the part.
 * @returns With ranges from where the part begins.
 */
export async function findInWindows(
  { bytes, from, to }: TextBlock,
  hits: readonly Hit[],
  part: CountedUnits,
): Promise<readonly Reference[]> {
  const references: Reference[] = [];
  // What reads markup takes time to load, and few texts have any.
  const readers: TextReaders = hits.some(({ kind }) => kind === 'markup')
    ? { markup: (await import('../finders/written-embed.ts')).readEmbedAround, shortcode: readShortcodeInText }
    : { shortcode: readShortcodeInText };
  for (const window of openWindows(bytes, hits)) {
    if (window.from >= to) break;
    if (window.to <= from) continue;
    const offset = window.from < from ? -countUtf16(bytes, window.from, from).units : part.before(window.from);
    const text = bytes.toString('utf8', window.from, window.to);
    for (const reference of findReferencesInText(text, readers)) {
      const end = reference.range[1] + offset;
      if (end <= 0 || end > part.units) continue;
      references.push({ ...reference, range: [reference.range[0] + offset, end] });
    }
  }
  return references;
}
