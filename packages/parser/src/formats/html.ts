import type { Range, Reference } from '@embalm/post';
import { readEmbed } from '../finders/embed.ts';
import { findEmbedNodes } from '../finders/embed-node.ts';
import { findEncodedEmbed } from '../finders/encoded-embed.ts';
import { readAddressReference } from '../finders/link-reference.ts';
import { findShortcodes } from '../finders/shortcode.ts';
import { findWrittenEmbeds, readEmbedAround } from '../finders/written-embed.ts';
import { absorbAnchors } from '../flattened/absorb-anchors.ts';
import { readPostedBy } from '../flattened/posted-by.ts';
import { createRangeGrower } from '../html/grow-range.ts';
import type { Anchor, Page } from '../html/page.ts';
import { readPage } from '../html/read-page.ts';
import { maskRanges } from './mask.ts';
import { putInOrder } from './put-in-order.ts';
import { findReferencesInText } from './text.ts';

/**
 * Find the references in an HTML page, in order, none overlapping another. Ranges are UTF-16 units of the source: an
 * embed's is its element, a link's its whole `<a>`, a flattened embed's is grown so that the rest stays well-formed.
 */
export function findReferencesInHtml(html: string): readonly Reference[] {
  const shortcodes = findShortcodes(html);
  if (shortcodes.length === 0) return findReferencesInMarkup(html);
  const rest = maskRanges(
    html,
    shortcodes.map(({ range }) => range),
  );
  return putInOrder([...shortcodes, ...findReferencesInMarkup(rest)]);
}

/** The same, but for shortcodes. @param keepSpace Whether white space stands for itself, as in Markdown. */
export function findReferencesInMarkup(html: string, keepSpace = false): readonly Reference[] {
  const page = readPage(html, keepSpace);
  const embedded = new Set(page.embeds.flatMap(({ anchors }) => anchors));
  const anchors = page.anchors.filter((anchor) => !embedded.has(anchor));
  const grow = createRangeGrower(html, page.elements);
  const references: Reference[] = [];
  const add = (reference: Reference): void => {
    if (reference.range[0] >= (references.at(-1)?.range[1] ?? 0)) references.push(reference);
  };

  let textStart = 0;
  let anchor = 0;
  for (const embed of [...page.embeds, null]) {
    const [sourceEnd, textEnd] = embed === null ? [html.length, page.text.length] : [embed.source[0], embed.text[0]];
    const first = anchor;
    while (anchor < anchors.length && (anchors[anchor]?.source[0] ?? 0) < sourceEnd) anchor += 1;
    // A link around an embed is not a reference of its own.
    const between = anchors.slice(first, anchor).filter(({ source }) => source[1] <= sourceEnd);
    for (const reference of findBetweenEmbeds(page, [textStart, textEnd], between)) {
      add(isOfText(reference) ? { ...reference, range: grow(reference.range) } : reference);
    }
    if (embed === null) break;
    const reference = readEmbed(page.text, embed);
    if (reference !== null) add(reference);
    textStart = embed.text[1];
  }
  const written: Reference[] = [];
  for (const range of page.strings) {
    const embeds = [...findWrittenEmbeds(html, range)];
    // An object in data says less of the post than markup does, in it or around it.
    const nodes = [...findEmbedNodes(html, range)].filter((node) => !overlapsAny(node, embeds));
    for (const reference of [...embeds, ...nodes]) written.push(markInString(reference));
    const encoded = findEncodedEmbed(html, range);
    if (encoded !== null) written.push(markInString(encoded));
  }
  return written.length === 0 ? references : putInOrder([...references, ...written]);
}

/** Whether a reference overlaps one of some others, which are in order and do not overlap: there may be very many of both. */
function overlapsAny({ range: [start, end] }: Reference, others: readonly Reference[]): boolean {
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((others[middle]?.range[1] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (others[low]?.range[0] ?? Infinity) < end;
}

function markInString(reference: Reference): Reference {
  return { ...reference, inString: true };
}

/** What stands between two embeds: text as in any article, and links whose address, text or both lead to a post. */
function* findBetweenEmbeds(page: Page, [from, to]: Range, anchors: readonly Anchor[]): Generator<Reference> {
  let next = 0;
  let covered = from;
  for (const found of findReferencesInText(page.text.slice(from, to), { markup: readEmbedAround })) {
    const range: Range = [found.range[0] + from, found.range[1] + from];
    const reference = { ...found, range: page.toSource(range) };
    for (; (anchors[next]?.text[1] ?? Infinity) <= range[0]; next += 1) yield* readAnchor(page, anchors[next]);

    let past = next;
    while ((anchors[past]?.text[0] ?? Infinity) < range[1]) past += 1;
    const inside = anchors.slice(next, past);
    if (found.kind === 'embed' && found.post.platform === 'x') {
      yield markInString(reference);
    } else if (isOfText(found)) {
      yield found.kind === 'embed'
        ? spanAnchors(absorbAnchors(reference, inside), inside)
        : absorbAnchors(reference, inside);
      next = past;
    } else if (range[0] >= covered) {
      const link = inside.flatMap((anchor) => [...readAnchor(page, anchor)])[0];
      yield link ?? reference;
      if (link === undefined) continue;
      covered = inside.at(-1)?.text[1] ?? covered;
      next = past;
    }
  }
  for (const anchor of anchors.slice(next)) yield* readAnchor(page, anchor);
}

function* readAnchor(page: Page, anchor: Anchor | undefined): Generator<Reference> {
  if (anchor === undefined) return;
  const reference = readAddressReference(anchor.href, anchor.source);
  if (reference !== null) yield reference;
  const posted = reference === null ? readPostedBy(page.text, anchor) : null;
  if (posted !== null) yield { ...posted, range: page.toSource(posted.range) };
}

/** A caption is a link as a rule: all of that is the embed. */
function spanAnchors(reference: Reference, anchors: readonly Anchor[]): Reference {
  const starts = anchors.map(({ source }) => source[0]);
  const ends = anchors.map(({ source }) => source[1]);
  const [start, end] = reference.range;
  return { ...reference, range: [Math.min(start, ...starts), Math.max(end, ...ends)] };
}

/** Whether it is what a flattener left: text of the page, perhaps with links in it. */
function isOfText({ kind, inString }: Reference): boolean {
  return kind === 'flattened-embed' || (kind === 'embed' && inString !== true);
}
