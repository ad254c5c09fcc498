import type { Page, Reference } from '@embalm/post';
import { moment } from '@embalm/post/decode';
import type { RawFacts } from './in-page/read-facts.ts';
import { nameOfReference } from './name-of-reference.ts';
import { readLinkedData } from './read-linked-data.ts';

/** Put together what a page says, of what was read of it. What it says of itself in no known form is left out. */
export function describePage(facts: RawFacts, references: readonly Reference[]): Page {
  const linked = readLinkedData(facts.linkedData);
  const say = (...names: readonly string[]): string | null =>
    names.map((name) => facts.metadata[name]?.trim()).find((value) => value !== undefined && value !== '') ?? null;
  return {
    url: withoutFragment(facts.url),
    canonicalUrl: readUrl(facts.canonicalUrl ?? say('og:url'), facts.url),
    title: facts.title === '' ? (say('og:title', 'twitter:title') ?? '') : facts.title,
    siteName: say('og:site_name', 'application-name'),
    byline: say('author', 'article:author', 'dc.creator', 'parsely-author', 'twitter:creator') ?? linked.author,
    publishedAt:
      readMoment(say('article:published_time', 'datepublished', 'date', 'dc.date', 'pubdate', 'parsely-pub-date')) ??
      readMoment(linked.publishedAt),
    modifiedAt:
      readMoment(say('article:modified_time', 'datemodified', 'last-modified')) ?? readMoment(linked.modifiedAt),
    description: say('description', 'og:description', 'twitter:description'),
    lang: facts.lang === null || facts.lang.trim() === '' ? null : facts.lang.trim().slice(0, 35),
    text: facts.text,
    truncated: !facts.whole,
    posts: references.map((reference) => {
      const { kind, handle, date, links } = reference;
      return { post: nameOfReference(reference), kind, handle, date, links };
    }),
  };
}

/** ISO 8601, also with a zone as in `+0100`; `null` for what is no such date. */
function readMoment(text: string | null): string | null {
  if (text === null) return null;
  const written = text
    .trim()
    .slice(0, 40)
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2')
    .replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, '$1T');
  try {
    return moment(written);
  } catch {
    return null;
  }
}

function readUrl(text: string | null, base: string): string | null {
  const url = text === null ? null : URL.parse(text, base);
  return url !== null && /^https?:$/.test(url.protocol) ? withoutFragment(url.href) : null;
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? url;
}
