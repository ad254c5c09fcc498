import type { EntityClaim } from '../post-text.ts';
import type { Fields } from '../fields.ts';

const noRefusal = (): void => {};

/** What a payload says of the parts of its text, and of the links of its media: the one within the text stays a link. */
export function readEntityClaims(entities: Fields | null, media: readonly Fields[]): readonly EntityClaim[] {
  const links = media.flatMap((detail) => toLink(detail, noRefusal));
  if (entities === null) return links;
  return [
    ...entities.objects('hashtags').flatMap(toHashtag),
    ...entities.objects('symbols').flatMap(toCashtag),
    ...entities.objects('user_mentions').flatMap(toMention),
    ...entities.objects('urls').flatMap((link) => toLink(link, () => link.surprising())),
    ...links,
  ];
}

/** Where each short link of a text leads, as far as its entities know. */
export function readExpandedLinks(entities: Fields | null): ReadonlyMap<string, string> {
  const links = entities?.objects('urls') ?? [];
  return new Map(
    links.flatMap((link) => {
      const [short, expanded] = [link.string('url'), link.string('expanded_url')];
      return short === null || expanded === null ? [] : [[short, expanded] as const];
    }),
  );
}

/** The short links of a post's media, which stand at the end of its text. */
export function readMediaLinks(media: readonly Fields[]): readonly string[] {
  const links = media.map((detail) => detail.string('url'));
  return [...new Set(links.filter((link) => link !== null && link !== ''))] as readonly string[];
}

function toHashtag(entity: Fields): readonly EntityClaim[] {
  const [indices, tag] = [entity.range('indices'), entity.wanted('text')];
  if (indices === null || tag === null) return [];
  const fits = (part: string): boolean => /^[#＃]/.test(part) && sameIgnoringCase(part.slice(1), tag);
  return [{ indices, fits, toEntity: (range) => ({ type: 'hashtag', range, tag }), refuse: () => entity.surprising() }];
}

function toCashtag(entity: Fields): readonly EntityClaim[] {
  const [indices, symbol] = [entity.range('indices'), entity.wanted('text')];
  if (indices === null || symbol === null) return [];
  const fits = (part: string): boolean => /^[$＄]/.test(part) && sameIgnoringCase(part.slice(1), symbol);
  return [
    { indices, fits, toEntity: (range) => ({ type: 'cashtag', range, symbol }), refuse: () => entity.surprising() },
  ];
}

function toMention(entity: Fields): readonly EntityClaim[] {
  const [indices, handle] = [entity.range('indices'), entity.wanted('screen_name')];
  if (indices === null || handle === null) return [];
  const name = entity.string('name');
  const fits = (part: string): boolean => /^[@＠]/.test(part) && sameIgnoringCase(part.slice(1), handle);
  return [
    {
      indices,
      fits,
      toEntity: (range) => ({ type: 'mention', range, handle, name }),
      refuse: () => entity.surprising(),
    },
  ];
}

function toLink(entity: Fields, refuse: () => void): readonly EntityClaim[] {
  const [indices, short] = [entity.range('indices'), entity.wanted('url')];
  if (indices === null || short === null) return [];
  const url = entity.string('expanded_url') ?? short;
  const display = entity.string('display_url') ?? short;
  return [
    {
      indices,
      fits: (part) => part === short,
      toEntity: (range) => ({ type: 'link', range, url, display, short: url === short ? null : short }),
      refuse,
    },
  ];
}

function sameIgnoringCase(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
