import type { Reference } from '@embalm/post';
import type { Anchor } from '../html/page.ts';
import { parseForeignUrl } from '../platforms/foreign-url.ts';
import { readDate } from './dates.ts';

/** How the last line of a Facebook embed begins, up to its date, in the languages in which it was seen or is known. */
const line =
  /(?:^|[^\p{L}])(?<line>(?:posted by|gepostet von|publiée? par|publicado por|pubblicato da|geplaatst door|opublikowan\p{L}{1,2} przez|publicerat av|slået op af|lagt ut av|опубликовано|опубліковано)\s{1,3}(?<name>[^\n]{1,80}?)(?:\s{1,3}(?:on|am|le|sur|el|en|em|su|op|den|w))?)\s{0,3}$/iu;
const longestLine = 120;

/** `Tuesday, March 1, 2016`. */
const weekday = /^\s{0,3}(?:\p{L}{2,14}(?:-feira)?\.?,?\s{1,2}(?=\p{L}|\p{Nd}))?/u;

/**
 * Read the line that a link with a date ends, if it is the last of a Facebook embed and nothing else is left of its markup:
 * `Posted by Ann on Tuesday, March 1, 2016`. Without the link it is the byline of many blogs.
 *
 * @param text The page's text, in which the link stands.
 * @returns The range is one of that text.
 */
export function readPostedBy(text: string, { href, text: [start, end] }: Anchor): Reference | null {
  if (end === start || !/facebook/i.test(href)) return null;
  const post = parseForeignUrl(href);
  if (post?.platform !== 'facebook') return null;
  const printed = text.slice(start, end);
  const date = readDate(printed, 0) ?? readDate(printed, weekday.exec(printed)?.[0].length ?? 0);
  const before = text.slice(Math.max(0, start - longestLine), start);
  const found = line.exec(before);
  if (date === null || found?.groups === undefined) return null;
  const { line: written = '', name = '' } = found.groups;
  return {
    kind: 'embed',
    range: [start - before.length + found.index + found[0].indexOf(written), end],
    post: { platform: 'facebook', id: post.id },
    handle: post.handle,
    name,
    date: date.day,
    text: null,
    links: [post.url],
    lang: null,
    confidence: 0.9,
  };
}
