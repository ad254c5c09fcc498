import type { Reference } from '@embalm/post';
import { readShortcodeInText } from '../finders/shortcode.ts';
import { findReferencesInText, type TextReaders } from '../formats/text.ts';
import { readTriggers } from '../formats/triggers.ts';
import { countDecoded, type CountedUnits } from './count-utf16.ts';
import type { Hit } from './hits.ts';
import type { TextBlock } from './text-block.ts';
import { countUnits } from './text-scanner.ts';
import { openWindows, type Window } from './windows.ts';

/**
 * Find the references around hits that end in a part of a text.
 *
 * @param part The UTF-16 units of the part.
 * @param found Is called with each of them, in order, and with what to add to its range to count from where the part begins.
 */
export async function findInWindows(
  { bytes, from, to }: TextBlock,
  hits: readonly Hit[],
  part: CountedUnits,
  found: (reference: Reference, offset: number) => void,
): Promise<void> {
  const readers = hits.some(({ kind }) => kind === 'markup') ? await loadMarkupReaders() : plainReaders;
  const countBetween = (start: number, end: number): number =>
    part.isValid && start >= from && end <= to ? countUnits(bytes, start, end) : countDecoded(bytes, start, end);
  let offset = 0;
  const tell = (references: readonly Reference[]): void => {
    for (const reference of references) {
      const end = reference.range[1] + offset;
      if (end > 0 && end <= part.units) found(reference, offset);
    }
  };
  for (const window of openWindows(bytes, hits, countBetween)) {
    if (window.from >= to) break;
    if (window.to <= from) continue;
    offset = window.from < from ? -countBetween(window.from, from) : part.before(window.from);
    const text = bytes.toString('utf8', window.from, window.to);
    const places = placesOf(hits, window, text, countBetween);
    tell(findReferencesInText(text, readers, readTriggers(text, places), tell));
  }
}

const plainReaders: TextReaders = { shortcode: readShortcodeInText };
let markupReaders: TextReaders | null = null;

/** What reads markup takes time to load, and few texts have any. */
async function loadMarkupReaders(): Promise<TextReaders> {
  const { readEmbedAround } = await import('../finders/written-embed.ts');
  return (markupReaders ??= { ...plainReaders, markup: readEmbedAround });
}

/** Where the hits in a window are in its text, in UTF-16 units. */
function placesOf(
  hits: readonly Hit[],
  { from, to, firstHit, endHit }: Window,
  text: string,
  countBetween: (start: number, end: number) => number,
): readonly number[] {
  const isAscii = text.length === to - from;
  const places: number[] = [];
  let done = from;
  let units = 0;
  for (let index = firstHit; index < endHit; index += 1) {
    const at = hits[index]?.at ?? done;
    units += isAscii ? at - done : countBetween(done, at);
    places.push(units);
    done = at;
  }
  return places;
}
