import type { Entity, Range } from '@embalm/post';
import type { Fields } from '../fields.ts';
import type { EntityClaim } from '../post-text.ts';

const hashes = '#＃';
const dollars = '$＄';
const ats = '@＠';

/** What `entities` says of the parts of a text; `start` and `end` are code points of the escaped text (measured). */
export function readEntityClaims(entities: Fields | null): readonly EntityClaim[] {
  if (entities === null) return [];
  return [
    ...entities.objects('hashtags').flatMap((tag) => {
      const name = tag.wanted('tag');
      return name === null
        ? []
        : claim(tag, startsWith(hashes, name), (range) => ({ type: 'hashtag', range, tag: name }));
    }),
    ...entities.objects('cashtags').flatMap((tag) => {
      const symbol = tag.wanted('tag');
      return symbol === null
        ? []
        : claim(tag, startsWith(dollars, symbol), (range) => ({ type: 'cashtag', range, symbol }));
    }),
    ...entities.objects('mentions').flatMap((mention) => {
      const handle = mention.wanted('username');
      const name = mention.string('name');
      return handle === null
        ? []
        : claim(mention, startsWith(ats, handle), (range) => ({ type: 'mention', range, handle, name }));
    }),
    ...entities.objects('urls').flatMap(toLink),
  ];
}

function toLink(link: Fields): readonly EntityClaim[] {
  const short = link.wanted('url');
  if (short === null) return [];
  const url = link.string('expanded_url') ?? short;
  const display = link.string('display_url') ?? short;
  return claim(
    link,
    (part) => part === short,
    (range) => ({ type: 'link', range, url, display, short: url === short ? null : short }),
  );
}

function claim(entity: Fields, fits: EntityClaim['fits'], toEntity: (range: Range) => Entity): readonly EntityClaim[] {
  const [start, end] = [entity.count('start'), entity.count('end')];
  if (start === null || end === null) {
    entity.missing('start');
    return [];
  }
  return [{ indices: [start, end], fits, toEntity, refuse: () => entity.surprising() }];
}

function startsWith(signs: string, name: string): (part: string) => boolean {
  return (part) => signs.includes(part.charAt(0)) && part.slice(1).toLowerCase() === name.toLowerCase();
}
