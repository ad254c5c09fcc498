import type { Reference } from '@embalm/post';
import { toLinkReference } from '../finders/link-reference.ts';
import { isLinkInMarkup } from '../finders/link-in-markup.ts';
import { readLink } from '../finders/read-link.ts';
import { readCaption } from '../flattened/caption.ts';
import { readFlattenedEmbed } from '../flattened/flattened-embed.ts';
import { linkHost, linkHostEnd } from '../platforms/x.ts';

/** What a reference has in it: the anchor of a signature, the bracket of a shortcode, or the host of a link, up to its slash. */
const trigger = new RegExp(`\\(@|\\[(?=[a-z])|\\{[{%]|${linkHostEnd}(?<=(?<host>${linkHost}))`, 'gi');

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
 */
export function findReferencesInText(text: string, readers: TextReaders = {}): readonly Reference[] {
  const references: Reference[] = [];
  let floor = 0;
  trigger.lastIndex = 0;
  for (let match = trigger.exec(text); match !== null; match = trigger.exec(text)) {
    if (match[0] === '(@') {
      const embed = readFlattenedEmbed(text, floor, match.index);
      const found = embed ?? readCaption(text, floor, match.index);
      if (found === null) continue;
      addEmbed(text, references, found);
      floor = found.range[1];
    } else if (/^[[{]/.test(match[0])) {
      const shortcode = readers.shortcode?.(text, match.index) ?? null;
      if (shortcode === null) continue;
      references.push(shortcode);
      floor = shortcode.range[1];
    } else {
      const host = match.groups?.['host'] ?? '';
      const hostStart = trigger.lastIndex - host.length;
      if (hostStart < (references.at(-1)?.range[1] ?? 0)) continue;
      const link = readLink(text, hostStart, host);
      const reference = link === null ? null : toLinkReference(link.url, link.range, link.wrapper);
      if (reference === null) continue;
      const embed =
        reference.kind === 'post-url' && isLinkInMarkup(text, hostStart)
          ? (readers.markup?.(text, floor, hostStart) ?? null)
          : null;
      if (embed !== null) {
        addEmbed(text, references, embed);
        floor = embed.range[1];
      } else if (reference.range[0] >= (references.at(-1)?.range[1] ?? 0)) references.push(reference);
    }
    trigger.lastIndex = Math.max(trigger.lastIndex, references.at(-1)?.range[1] ?? 0);
  }
  return references;
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
