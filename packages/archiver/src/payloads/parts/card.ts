import type { Card } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { type Bindings, readBindings, readString } from './bindings.ts';
import { readUnifiedCard, unifiedCard } from './unified-card.ts';

const images = [
  'photo_image_full_size',
  'summary_photo_image',
  'player_image',
  'broadcast_thumbnail',
  'event_thumbnail',
  'promo_image',
  'thumbnail_image',
];
/** Images of a card, best first. */
const imageKeys = ['_original', '_x_large', '_large', ''].flatMap((size) => images.map((image) => `${image}${size}`));

/** What the kinds of cards call the same. */
const titleKeys = ['title', 'broadcast_title', 'event_title', 'app_name'] as const;
const descriptionKeys = ['description', 'event_subtitle'] as const;
const siteKeys = ['vanity_url', 'domain', 'broadcaster_display_name'] as const;
const urlKeys = ['card_url', 'broadcast_url', 'website_url', 'website_dest_url', 'player_url'] as const;

/** The URL of a card that leads nowhere but to itself. */
const unaddressed = 'card://';

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
 * Read a card. Polls come as cards, too, but are none.
 *
 * @param expanded Where short links lead: a card names only its short one.
 */
export function readCard(card: Fields, expanded: ReadonlyMap<string, string>): Card | null {
  const name = card.wanted('name') ?? '';
  const values = readBindings(card);
  const short = (values === null ? null : readString(values, 'card_url')) ?? card.wanted('url');
  if (name.startsWith('poll') || short === null) return null;
  if (values === null) {
    card.missing('binding_values');
    return { kind: kindOfCard(name), url: expanded.get(short) ?? short, ...nothing };
  }
  const unified = name === unifiedCard ? readUnifiedCard(readString(values, unifiedCard) ?? '') : null;
  if (unified !== null) return unified;
  const url = short.startsWith(unaddressed) ? readFirst(values, urlKeys) : (expanded.get(short) ?? short);
  if (url === null || url.startsWith(unaddressed)) {
    card.surprising();
    return null;
  }
  return {
    kind: kindOfCard(name),
    url,
    title: readFirst(values, titleKeys),
    description: readFirst(values, descriptionKeys),
    site: readFirst(values, siteKeys),
    image: readImage(values),
  };
}

const nothing = { title: null, description: null, site: null, image: null } as const;

/** What kind of card a name says. */
export function kindOfCard(name: string): Card['kind'] {
  return kinds.get(name.slice(name.lastIndexOf(':') + 1)) ?? 'other';
}

function readFirst(values: Bindings, keys: readonly string[]): string | null {
  return keys.map((key) => readString(values, key)).find((text) => text !== null) ?? null;
}

function readImage(values: Bindings): Card['image'] {
  for (const key of imageKeys) {
    const image = values.get(key)?.object('image_value');
    const url = image?.string('url') ?? null;
    if (image === null || image === undefined || url === null) continue;
    return { url, width: image.count('width'), height: image.count('height'), alt: image.string('alt') };
  }
  return null;
}
