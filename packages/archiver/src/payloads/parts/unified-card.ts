import type { Card } from '@embalm/post';
import { Fields } from '../fields.ts';

/** The name of cards whose only binding is JSON within JSON, and of that binding. */
export const unifiedCard = 'unified_card';

/** Read the JSON of a unified card: the first details, the first destination, the first picture. */
export function readUnifiedCard(json: string): Card | null {
  const fields = Fields.of(parse(json), []);
  const components = entriesOf(fields?.object('component_objects'));
  const details = components.find(({ data }) => data.has('title'))?.data ?? null;
  const destination = entriesOf(fields?.object('destination_objects'))[0]?.data.object('url_data') ?? null;
  const url = destination?.string('url') ?? null;
  if (url === null) return null;
  return {
    kind: 'other',
    url,
    title: details?.object('title')?.string('content') ?? null,
    description: null,
    site: destination?.string('vanity') ?? details?.object('subtitle')?.string('content') ?? null,
    image: readImage(fields?.object('media_entities') ?? null),
  };
}

function entriesOf(objects: Fields | null | undefined): readonly { readonly data: Fields }[] {
  return (objects?.keys() ?? []).flatMap((key) => {
    const data = objects?.object(key)?.object('data') ?? null;
    return data === null ? [] : [{ data }];
  });
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
