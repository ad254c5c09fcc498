import type { Platform } from '@embalm/post';
import {
  addressAttribute,
  addressedElement,
  componentAttributes,
  embedClasses,
  frameElements,
  idComponents,
  namedEmbeds,
  tweetComponents,
  tweetIdAttributes,
} from '../platforms/embed-markup.ts';
import { type NamedPost, parseForeignUrl } from '../platforms/foreign-url.ts';
import { parsePostUrl } from './post-url.ts';

/** What an element says of the post it embeds: which, or only of which platform. */
export type EmbedTarget = NamedPost | { readonly platform: Platform; readonly id: null };

type Attributes = ReadonlyMap<string, string>;

/** Read what post an element embeds, or `null` if it is no embed by its name, class and attributes. */
export function readEmbedTarget(name: string, attributes: Attributes): EmbedTarget | null {
  if (attributes.size === 0) return null;
  return (
    readTweetId(attributes) ??
    readAddressed(name, attributes) ??
    readNamed(attributes) ??
    readClass(attributes) ??
    (tweetComponents.has(name) ? readFirst(attributes, componentAttributes, readTweet) : null) ??
    (frameElements.has(name) ? readFrame(attributes) : null) ??
    (name === 'blockquote' ? readFirst(attributes, ['cite'], parseForeignUrl) : null) ??
    readIdComponent(name, attributes)
  );
}

/** The post that an address names, on whatever platform. */
export function readAddress(address: string): NamedPost | null {
  const post = parsePostUrl(address);
  if (post === null) return parseForeignUrl(address);
  return { ...post, url: /^https?:/i.test(address) ? address : tweetUrl(post.id, post.handle) };
}

/** Shorter numbers are those of a list. */
const tweetId = /^\d{5,19}$/;

function readTweetId(attributes: Attributes): NamedPost | null {
  return readFirst(attributes, tweetIdAttributes, (value) =>
    tweetId.test(value) ? tweetOf(value) : xOnly(readAddress(value)),
  );
}

function readAddressed(name: string, attributes: Attributes): NamedPost | null {
  if (!addressedElement.test(name)) return null;
  const names = [...attributes.keys()].filter((attribute) => addressAttribute.test(attribute));
  return readFirst(attributes, names, (value) => xOnly(readAddress(value)));
}

function readFrame(attributes: Attributes): NamedPost | null {
  return readFirst(attributes, attributes.keys(), (value) => (value.includes('/') ? readAddress(value) : null));
}

function readNamed(attributes: Attributes): NamedPost | null {
  for (const { platform, id } of namedEmbeds) {
    const value = attributes.get(id);
    if (value !== undefined && /^(?:twitter|x)$/i.test(attributes.get(platform) ?? '') && /^\d{15,19}$/.test(value))
      return tweetOf(value);
  }
  return null;
}

function xOnly(post: NamedPost | null): NamedPost | null {
  return post?.platform === 'x' ? post : null;
}

function readClass(attributes: Attributes): EmbedTarget | null {
  for (const name of attributes.get('class')?.split(/\s+/, 30) ?? []) {
    const known = embedClasses.get(name);
    if (known === undefined) continue;
    const found = readFirst(attributes, known.attributes, (value) => readAddressWithin(value, known.toUrl));
    if (found?.platform === known.platform) return found;
    // The class of X's is a word that others use too: without an address it says nothing.
    if (known.platform !== 'x') return { platform: known.platform, id: null };
  }
  return null;
}

/** Some attributes hold an object in JSON with the address or the id in it; where markup is in it, too, that says more. */
function readAddressWithin(value: string, toUrl: (id: string) => string = (id) => id): NamedPost | null {
  if (!value.startsWith('{')) return /^[\w-]{5,40}$/.test(value) ? readTweet(toUrl(value)) : readTweet(value);
  if (value.includes('<blockquote')) return null;
  const { address, id } =
    /"(?:ur[li]":"(?<address>[^"\\]{1,500})|videoId":"(?<id>[\w-]{5,40}))"/.exec(value)?.groups ?? {};
  return readAddress(address ?? toUrl(id ?? ''));
}

function readTweet(value: string): NamedPost | null {
  const bare = value.replace(/^[{"'`]{1,3}|["'`}]{1,3}$/g, '');
  return /^\d{1,19}$/.test(bare)
    ? tweetOf(bare)
    : readAddress(/^\w{1,20}\/status\//.test(bare) ? `https://x.com/${bare}` : bare);
}

function readIdComponent(name: string, attributes: Attributes): NamedPost | null {
  const component = idComponents.get(name);
  const id = component === undefined ? undefined : attributes.get(component.attribute);
  if (component === undefined || id === undefined) return null;
  return parseForeignUrl(id.includes('/') ? id : component.toUrl(id));
}

function readFirst(
  attributes: Attributes,
  names: Iterable<string>,
  read: (value: string) => NamedPost | null,
): NamedPost | null {
  for (const name of names) {
    const value = attributes.get(name);
    const found = value === undefined ? null : read(value);
    if (found !== null) return found;
  }
  return null;
}

function tweetOf(id: string): NamedPost {
  return { platform: 'x', id, handle: null, url: tweetUrl(id, null) };
}

function tweetUrl(id: string, handle: string | null): string {
  return `https://x.com/${handle ?? 'i'}/status/${id}`;
}
