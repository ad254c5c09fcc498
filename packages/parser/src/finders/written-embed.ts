import type { Range, Reference } from '@embalm/post';
import { escapedMarks } from '../html/escaped-marks.ts';
import { unescapeMarkup } from '../html/unescape-markup.ts';
import { readFirstEmbed } from './first-embed.ts';

const { open, close, slash } = escapedMarks;
const longestOpen = '&amp;#x3c;'.length;

const withClass = (names: string): string =>
  String.raw`(?=[^<>]{1,300}?(?:[\s"';\\=]|(?:x|u00)2[27])(?:${names})(?![\w-]))`;
const names: readonly string[] = [
  `blockquote${withClass('twitter-(?:tweet|video)[\\w-]{0,30}|[a-z]{2,9}-(?:media|embed|embed-bq|card)|text-post-media')}`,
  `div${withClass('fb-(?:post|video)')}`,
  'amp-(?:twitter|instagram|youtube|tiktok|facebook|reddit)',
  'twitter-widget',
  'iframe',
];

/** How elements begin that embed a post; those of components are left out, for programs are full of them. */
const opening = new RegExp(`${open}(?<name>${names.join('|')})(?![\\w-])`, 'gi');
const closing = new RegExp(`${open}${slash}(?<name>blockquote|div|amp-\\w{6,9}|twitter-widget|iframe)${close}`, 'gi');

/** The longest embed that was seen has 2,800 units in JSON. */
const longestElement = 4096;

/** From an embed's link to its end: the rest of the address, the date, and tags. */
const longestEnd = 1024;

/**
 * Find the embeds whose markup is none where it stands: it is in the string of a program, in JSON, in an attribute.
 *
 * @param range Where to look.
 */
export function* findWrittenEmbeds(text: string, [from, to]: Range): Generator<Reference> {
  const stretch = text.slice(from, to);
  opening.lastIndex = 0;
  for (let match = opening.exec(stretch); match !== null; match = opening.exec(stretch)) {
    const reference = readElement(stretch, match, longestElement);
    if (reference === null) continue;
    const [start, end] = reference.range;
    yield { ...reference, range: [start + from, end + from] };
    // Whoever took it may have used the pattern meanwhile.
    opening.lastIndex = end;
  }
}

/**
 * Read the blockquote around a link in text, as it is or escaped.
 *
 * @param floor It begins no further left.
 * @param at Where the link is.
 * @returns `null` if the link is in none that embeds a post.
 */
export function readEmbedAround(text: string, floor: number, at: number): Reference | null {
  const from = Math.max(floor, at - longestElement);
  const stretch = text.slice(from, at + longestEnd);
  const place = stretch
    .slice(0, at - from)
    .toLowerCase()
    .lastIndexOf('blockquote');
  if (place === -1) return null;
  opening.lastIndex = Math.max(0, place - longestOpen);
  const match = opening.exec(stretch);
  if (match === null || match.index + match[0].length !== place + 'blockquote'.length) return null;
  const reference = readElement(stretch, match, stretch.length);
  if (reference === null) return null;
  const range: Range = [reference.range[0] + from, reference.range[1] + from];
  return range[1] > at ? { ...reference, range } : null;
}

function readElement(text: string, { index, groups }: RegExpExecArray, longest: number): Reference | null {
  const name = groups?.['name']?.toLowerCase();
  const stretch = text.slice(index, index + longest);
  closing.lastIndex = 0;
  let end = closing.exec(stretch);
  while (end !== null && end.groups?.['name']?.toLowerCase() !== name) end = closing.exec(stretch);
  if (end === null) return null;
  const length = end.index + end[0].length;
  const reference = readFirstEmbed(unescapeMarkup(stretch.slice(0, length)));
  return reference === null ? null : { ...reference, range: [index, index + length] };
}
