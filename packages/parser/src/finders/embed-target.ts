import type { Platform } from '@embalm/post';
import {
  addressAttribute,
  addressAttributes,
  addressedElement,
  ampComponents,
  cardAttribute,
  cardClass,
  componentAttributes,
  embedClasses,
  frameElements,
  idAttributes,
  namedEmbeds,
  platformComponents,
  tweetComponent,
} from '../platforms/embed-markup.ts';
import { type NamedPost, parseForeignUrl } from '../platforms/foreign-url.ts';
import { addressOfId, platformOfName } from '../platforms/platform-names.ts';
import { parsePostUrl } from './post-url.ts';

/** What an element says of the post it embeds: which, or only of which platform. */
export type EmbedTarget = NamedPost | { readonly platform: Platform; readonly id: null };

type Attributes = ReadonlyMap<string, string>;

/** Read what post an element embeds, or `null` if it is no embed by its name, class and attributes. */
export function readEmbedTarget(name: string, attributes: Attributes): EmbedTarget | null {
  if (attributes.size === 0) return null;
  return (
    readIdAttribute(attributes) ??
    readAddressed(name, attributes) ??
    readNamed(attributes) ??
    readClass(attributes) ??
    readComponent(name, attributes) ??
    (frameElements.has(name) ? readFrame(attributes) : null) ??
    (name === 'blockquote' ? readFirst(attributes, ['cite'], parseForeignUrl) : null) ??
    (name === 'a' ? readCard(attributes) : null)
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

/** Read the post that an attribute names whose own name says that it does, or `null` if there is none. */
export function readIdAttribute(attributes: Attributes): NamedPost | null {
  for (const [attribute, value] of attributes) {
    const platform = idAttributes.get(attribute);
    const found = platform === undefined ? null : readValue(platform, value, tweetId);
    if (found !== null) return found;
  }
  return null;
}

function readAddressed(name: string, attributes: Attributes): NamedPost | null {
  if (!addressedElement.test(name)) return null;
  const all = [...attributes.keys()].filter((attribute) => addressAttribute.test(attribute));
  const sure = all.filter((attribute) => addressAttributes.has(attribute));
  return readFirst(attributes, sure, readAddress) ?? readFirst(attributes, all, readTweet);
}

function readTweet(address: string): NamedPost | null {
  const post = readAddress(address);
  return post?.platform === 'x' ? post : null;
}

function readFrame(attributes: Attributes): NamedPost | null {
  return readFirst(attributes, attributes.keys(), (value) => (value.includes('/') ? readAddress(value) : null));
}

function readNamed(attributes: Attributes): NamedPost | null {
  for (const { platform: attribute, id } of namedEmbeds) {
    const value = attributes.get(id);
    const platform = value === undefined ? null : platformOfName(attributes.get(attribute) ?? '');
    if (value === undefined || platform === null) continue;
    const isVideo = platform === 'facebook' && id.includes('video') && /^\d{10,20}$/.test(value);
    const found = readValue(platform, isVideo ? `https://www.facebook.com/watch/?v=${value}` : value);
    if (found !== null) return found;
  }
  return null;
}

const embedClass = new RegExp(`(?<!\\S)(?:${[...embedClasses.keys()].join('|')})(?!\\S)`, 'g');

function readClass(attributes: Attributes): EmbedTarget | null {
  const names = `${attributes.get('class') ?? ''} ${attributes.get('data-component-name') ?? ''}`;
  // Nearly all elements have a class, and nearly none of them one of these.
  if (names.search(embedClass) === -1) return null;
  for (const [name] of names.matchAll(embedClass)) {
    const known = embedClasses.get(name);
    if (known === undefined) continue;
    const { platform, toUrl = (id) => addressOfId(platform, id) } = known;
    const found = readFirst(attributes, known.attributes, (value) => readAddressWithin(value, toUrl));
    if (found?.platform === platform) return found;
    if (known.isCommon !== true) return { platform, id: null };
  }
  return null;
}

/** Some attributes hold an object in JSON with the address or the id in it; where markup is in it, too, that says more. */
function readAddressWithin(value: string, toUrl: (id: string) => string | null): NamedPost | null {
  if (!value.startsWith('{')) return readAddress(toUrl(value) ?? value);
  if (value.includes('<blockquote')) return null;
  const { address, id } =
    /"(?:ur[li]":"(?<address>[^"\\]{1,500})|(?:videoId|instagram_id)":"(?<id>[\w-]{5,40}))"/.exec(value)?.groups ?? {};
  return readAddress(address ?? toUrl(id ?? '') ?? '');
}

function readComponent(name: string, attributes: Attributes): NamedPost | null {
  const amp = ampComponents.get(name);
  if (amp !== undefined) return readFirst(attributes, [amp.attribute], (value) => readValue(amp.platform, value));
  if (tweetComponent.test(name))
    return readFirst(attributes, componentAttributes, (value) => readTweetValue(value, name === 'tweet'));
  const platform = platformComponents.get(name);
  return platform === undefined
    ? null
    : readFirst(attributes, componentAttributes, (value) => readValue(platform, value));
}

/** What stands around a value in the source of a program. */
const quotes = /^[{"'`]{1,3}|["'`}]{1,3}$/g;

function readTweetValue(value: string, isTweet: boolean): NamedPost | null {
  const bare = value.replace(quotes, '');
  if (/^\w{1,20}\/status\//.test(bare)) return readAddress(`https://x.com/${bare}`);
  if (isTweet && /^\d{1,14}$/.test(bare)) return tweetOf(bare);
  return readAddress(addressOfId('x', bare) ?? bare);
}

/** The post of a platform that a value names by its address or by its id. */
function readValue(platform: Platform, value: string, tweets: RegExp | null = null): NamedPost | null {
  const bare = value.replace(quotes, '');
  if (platform === 'x' && tweets?.test(bare) === true) return tweetOf(bare);
  const post = readAddress(addressOfId(platform, bare) ?? bare);
  return post?.platform === platform ? post : null;
}

/** A link that a script makes a card of. */
function readCard(attributes: Attributes): NamedPost | null {
  const isCard =
    attributes.has(cardAttribute) || attributes.get('class')?.split(/\s+/, 30).includes(cardClass) === true;
  return isCard ? readFirst(attributes, ['href'], readAddress) : null;
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
