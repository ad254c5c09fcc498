import { sha256Of } from '../layout.ts';
import type { StoredSnapshot } from '../record/stored-snapshot.ts';

/**
 * Bring a name of a post into the form in which names are compared. Of links, the scheme, the case of the host, `www.`,
 * a fragment and a slash at the end tell nothing apart. Half of a surrogate pair, which SQLite cannot keep, is U+FFFD.
 */
export function nameKey(name: string): string {
  const url = URL.parse(name);
  if (url === null || !/^https?:$/.test(url.protocol)) return name.toWellFormed();
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}${url.search}`;
}

/** The keys under which a record makes its post known. */
export function nameKeysOf({ record }: StoredSnapshot): readonly string[] {
  const names = [...record.knownAs, record.content?.url ?? null].filter((name) => name !== null);
  return [...new Set(names.map(nameKey))].filter((key) => key !== record.post);
}

/** The key of the article that led to a record, if one did. */
export function articlesOf({ record }: StoredSnapshot): readonly string[] {
  return record.claim === null ? [] : [nameKey(record.claim.article)];
}

/** An article, by its key, as a word of the full-text index, which tells it from all others well enough. */
export function articleWord(article: string): string {
  return sha256Of(article).slice(0, 16);
}

/** Those of all articles that led to a post, in order; `null` if none did. */
export function articleWords(articles: readonly string[]): string | null {
  return articles.length === 0 ? null : articles.map(articleWord).sort().join(' ');
}
