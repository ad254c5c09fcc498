import type { Reference } from '@embalm/post';
import { toLinkReference } from '../finders/link-reference.ts';
import { isLinkInMarkup } from '../finders/link-in-markup.ts';
import { readLink } from '../finders/read-link.ts';
import { readCaption } from '../flattened/caption.ts';
import { readFlattenedEmbed } from '../flattened/flattened-embed.ts';
import { findTriggers, type NextTrigger } from './triggers.ts';

/** What plain text may hold that only some texts do. */
export interface TextReaders {
  /** Reads the embed whose markup is around a link and begins behind `floor`. */
  readonly markup?: (text: string, floor: number, at: number) => Reference | null;
  /** Reads the shortcode that begins at a bracket. */
  readonly shortcode?: (text: string, at: number) => Reference | null;
}

/**
 * Find the references in plain text, in order, none overlapping another.
 *
 * The text is scanned once; what is looked at around a trigger is bounded, and ends where the flattened embed before it
 * ends. So the cost is linear in the length of the text.
 *
 * @param readers Without them links in markup and in shortcodes are links.
 * @param nextTrigger Tells where to look, if that is known.
 * @param settle Is given the first of them, in order, when there are many, and nothing that follows can change those.
 * @returns Those that it was not given.
 */
export function findReferencesInText(
  text: string,
  readers: TextReaders = {},
  nextTrigger: NextTrigger = findTriggers(text),
  settle: ((references: readonly Reference[]) => void) | null = null,
): readonly Reference[] {
  const references: Reference[] = [];
  /** Where the last flattened embed ends, and where the last reference does. */
  let floor = 0;
  let covered = 0;
  for (let trigger = nextTrigger(0); trigger !== null; trigger = nextTrigger(Math.max(trigger.end, covered))) {
    const { kind, start, end } = trigger;
    if (settle !== null && references.length >= many) settle(takeSettled(text, references, start));
    if (kind === 'signature') {
      const found = readFlattenedEmbed(text, floor, start) ?? readCaption(text, floor, start);
      if (found === null) continue;
      addEmbed(text, references, found);
      floor = found.range[1];
    } else if (kind === 'shortcode') {
      const shortcode = readers.shortcode?.(text, start) ?? null;
      if (shortcode === null) continue;
      references.push(shortcode);
      floor = shortcode.range[1];
    } else {
      if (start < covered) continue;
      const link = readLink(text, start, end);
      if (link === null) continue;
      const readMarkup = link.post === null ? undefined : readers.markup;
      const embed = readMarkup !== undefined && isLinkInMarkup(text, start) ? readMarkup(text, floor, start) : null;
      if (embed !== null) {
        addEmbed(text, references, embed);
        floor = embed.range[1];
      } else if (link.range[0] >= covered) references.push(toLinkReference(link));
    }
    covered = references.at(-1)?.range[1] ?? 0;
  }
  return references;
}

/** So many are much to hold at a time. */
const many = 1024;

/**
 * What is found behind a place changes nothing so many units before it: signatures and markup look back half as far, but
 * for long white space.
 */
const farthestBack = 1 << 13;
const longSpace = /\s{64}/;

function takeSettled(text: string, references: Reference[], at: number): readonly Reference[] {
  const before = at - farthestBack;
  if (longSpace.test(text.slice(Math.max(0, before), at))) return [];
  const first = references.findIndex(({ range }) => range[1] > before);
  return references.splice(0, first === -1 ? references.length : first);
}

/** The links of an embed's body were found before its signature: they are the embed's. So is a repeated signature. */
function addEmbed(text: string, references: Reference[], embed: Reference): void {
  let last = references.at(-1);
  if (
    last !== undefined &&
    embed.text === null &&
    last.handle === embed.handle &&
    last.date === embed.date &&
    text.slice(last.range[1], embed.range[0]).trim() === ''
  ) {
    references[references.length - 1] = { ...last, range: [last.range[0], embed.range[1]] };
    return;
  }
  while (last !== undefined && last.range[1] > embed.range[0]) {
    references.pop();
    last = references.at(-1);
  }
  references.push(embed);
}
