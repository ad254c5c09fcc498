import type { Card } from '@embalm/post';
import { Fields } from '../fields.ts';

/** The name of cards whose only binding is JSON within JSON, and of that binding. */
export const unifiedCard = 'unified_card';

/** Where apps are had, by the `type` of what `app_store_data` says of them. */
const appStores: readonly { readonly type: string; readonly url: string }[] = [
  { type: 'iphone_app', url: 'https://apps.apple.com/app/id' },
  { type: 'ipad_app', url: 'https://apps.apple.com/app/id' },
  { type: 'android_app', url: 'https://play.google.com/store/apps/details?id=' },
];
const appId = /^[\w.]{1,200}$/;

/** What a card says of itself; the kinds of components call it differently. */
interface Details {
  readonly title: string | null;
  readonly subtitle: string | null;
}

/**
 * Read the JSON of a unified card: the first details, the first destination that leads somewhere, the first picture. It leads to a
 * web page, to an app, or to something of X's own.
 */
export function readUnifiedCard(json: string): Card | null {
  const fields = Fields.of(parse(json), []);
  if (fields === null) return null;
  const components = dataOf(fields.object('component_objects'));
  const destinations = dataOf(fields.object('destination_objects')).map((data) => data.object('url_data') ?? data);
  const destination = destinations.find((data) => data.has('url')) ?? null;
  const app = readApp(fields);
  const url = destination?.string('url') ?? app?.url ?? null;
  if (url === null) return null;
  const details = components.map(readDetails).find(({ title }) => title !== null);
  return {
    kind: 'other',
    url,
    title: details?.title ?? app?.title ?? null,
    description: null,
    site: destination?.string('vanity') ?? details?.subtitle ?? null,
    image: readImage(fields.object('media_entities')),
  };
}

function readDetails(data: Fields): Details {
  const contentOf = (...keys: readonly string[]): string | null =>
    keys.map((key) => (data.isObject(key) ? (data.object(key)?.string('content') ?? null) : null)).find(Boolean) ??
    null;
  return {
    title: contentOf('title', 'name', 'topic_detail'),
    subtitle: contentOf('subtitle', 'short_description_text'),
  };
}

/** `app_store_data` lists the editions of each app; the first of a known store counts. */
function readApp(card: Fields): { readonly url: string; readonly title: string | null } | null {
  const apps = card.object('app_store_data');
  const editions = (apps?.keys() ?? []).flatMap((key) => apps?.objects(key) ?? []);
  for (const edition of editions) {
    const store = appStores.find(({ type }) => type === edition.string('type'));
    const id = edition.id('id') ?? '';
    if (store === undefined || !appId.test(id)) continue;
    return { url: `${store.url}${id}`, title: edition.object('title')?.string('content') ?? null };
  }
  return null;
}

function dataOf(objects: Fields | null): readonly Fields[] {
  return (objects?.keys() ?? []).flatMap((key) => objects?.object(key)?.object('data') ?? []);
}

function readImage(media: Fields | null): Card['image'] {
  const key = media?.keys()[0];
  const first = key === undefined ? null : (media?.object(key) ?? null);
  const url = first?.string('media_url_https') ?? null;
  if (first === null || url === null) return null;
  const size = first.object('original_info');
  const alt = first.string('ext_alt_text');
  return { url, width: size?.count('width') ?? null, height: size?.count('height') ?? null, alt };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}
