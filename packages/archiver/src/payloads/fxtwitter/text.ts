import type { Entity, Range } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { type EntityClaim, readPostText } from '../post-text.ts';

/** A text and what stands in it. */
export interface Text {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/**
 * Read the text of a post. `raw_text` is X's own, escaped, with X's own indices; `text`, where it stands alone, has its links
 * expanded already.
 *
 * @param quotedId The post that is quoted and shown, or `null`: the link to it at the end is left out.
 */
export function readText(status: Fields, quotedId: string | null): Text {
  const raw = status.object('raw_text');
  const escaped = raw?.string('text') ?? null;
  if (raw === null || escaped === null) return { text: status.wanted('text') ?? '', entities: [] };
  const facets = raw.objects('facets');
  const links = facets.filter((facet) => facet.string('type') === 'url');
  const quoteLink = links.findLast((link) => quotedId !== null && leadsTo(link.string('replacement'), quotedId));
  const range = raw.range('display_text_range');
  const hint = {
    range,
    mediaLinks: facets.filter((facet) => facet.string('type') === 'media').flatMap(linkOf),
    isReply: (range?.[0] ?? 0) > 0,
    hidden: quoteLink === undefined ? [] : linkOf(quoteLink),
  };
  const read = readPostText(escaped, hint, facets.flatMap(toClaims));
  if (read.rangeIgnored) raw.surprising('display_text_range');
  return { text: read.text, entities: read.entities };
}

function linkOf(facet: Fields): readonly string[] {
  const short = facet.string('original') ?? '';
  return short === '' ? [] : [short];
}

function leadsTo(url: string | null, id: string): boolean {
  return (
    URL.parse(url ?? '')
      ?.pathname.split('/')
      .includes(id) ?? false
  );
}

/** Other facets say how a part looks: bold, italic, a picture within a long post. */
function toClaims(facet: Fields): readonly EntityClaim[] {
  const original = facet.string('original') ?? '';
  switch (facet.string('type')) {
    case 'hashtag':
      return claim(facet, startsWith('#＃', original), (range) => ({ type: 'hashtag', range, tag: original }));
    case 'symbol':
      return claim(facet, startsWith('$＄', original), (range) => ({ type: 'cashtag', range, symbol: original }));
    case 'mention':
      return claim(facet, startsWith('@＠', original), (range) => ({
        type: 'mention',
        range,
        handle: original,
        name: null,
      }));
    case 'url':
      return claim(
        facet,
        (part) => part === original,
        (range) => toLink(facet, original, range),
      );
    case null:
    default:
      return [];
  }
}

function toLink(facet: Fields, short: string, range: Range): Entity {
  const url = facet.string('replacement') ?? short;
  return { type: 'link', range, url, display: facet.string('display') ?? short, short: url === short ? null : short };
}

function claim(facet: Fields, fits: EntityClaim['fits'], toEntity: EntityClaim['toEntity']): readonly EntityClaim[] {
  const indices = facet.range('indices');
  return indices === null ? [] : [{ indices, fits, toEntity, refuse: () => facet.surprising() }];
}

function startsWith(signs: string, name: string): (part: string) => boolean {
  return (part) => name !== '' && signs.includes(part.charAt(0)) && part.slice(1).toLowerCase() === name.toLowerCase();
}
