import type { Card } from '@embalm/post';
import { articleUrl } from '../../x-sites.ts';
import type { Fields } from '../fields.ts';
import { readString } from './bindings.ts';

/** Images of a card, best first. */
const imageKeys = [
  'photo_image_full_size_original',
  'summary_photo_image_original',
  'player_image_original',
  'thumbnail_image_original',
  'photo_image_full_size_x_large',
  'summary_photo_image_x_large',
  'player_image_x_large',
  'thumbnail_image_x_large',
  'photo_image_full_size_large',
  'summary_photo_image_large',
  'player_image_large',
  'thumbnail_image_large',
  'player_image',
  'thumbnail_image',
];

/** By the end of a card's name; some names begin with a number, as in `3691233323:audiospace`. */
const kinds: ReadonlyMap<string, Card['kind']> = new Map([
  ['summary', 'summary'],
  ['summary_large_image', 'summary-large-image'],
  ['player', 'player'],
  ['broadcast', 'broadcast'],
  ['periscope_broadcast', 'broadcast'],
  ['audiospace', 'space'],
]);

/**
 * Read `card`, or the `article` that stands for one. Polls come as cards, too, but are none.
 *
 * @param expanded Where short links lead: a card names only its short one.
 */
export function readCard(post: Fields, expanded: ReadonlyMap<string, string>): Card | null {
  const card = post.object('card');
  if (card === null) return readArticle(post);
  const name = card.wanted('name') ?? '';
  const values = card.object('binding_values');
  const short = (values === null ? null : readString(values, 'card_url')) ?? card.wanted('url');
  if (name.startsWith('poll') || short === null) return null;
  if (values === null) card.missing('binding_values');
  return {
    kind: kinds.get(name.slice(name.lastIndexOf(':') + 1)) ?? 'other',
    url: expanded.get(short) ?? short,
    title: values === null ? null : readString(values, 'title'),
    description: values === null ? null : readString(values, 'description'),
    site: values === null ? null : (readString(values, 'vanity_url') ?? readString(values, 'domain')),
    image: values === null ? null : readImage(values),
  };
}

function readImage(values: Fields): Card['image'] {
  for (const key of imageKeys) {
    const image = values.object(key)?.object('image_value');
    const url = image?.string('url') ?? null;
    if (image === null || image === undefined || url === null) continue;
    return { url, width: image.count('width'), height: image.count('height'), alt: image.string('alt') };
  }
  return null;
}

function readArticle(post: Fields): Card | null {
  const article = post.object('article');
  const id = article?.wanted('rest_id') ?? null;
  if (article === null || id === null) return null;
  const url = article.object('cover_media')?.object('media_info')?.string('original_img_url') ?? null;
  return {
    kind: 'article',
    url: articleUrl(id),
    title: article.wanted('title'),
    description: article.string('preview_text'),
    site: null,
    image: url === null ? null : { url, width: null, height: null, alt: null },
  };
}
