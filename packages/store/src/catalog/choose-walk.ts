import type { PostId } from '@embalm/post';
import type { SQLInputValue } from 'node:sqlite';
import { quoted, toFullTextQuery } from './full-text.ts';
import { articleWord, nameKey } from './name-key.ts';
import { type PostQuery, sortKeyOf } from './post-summary.ts';
import { keysBetween } from './time-key.ts';

/** Which table SQLite goes through for a page, in which order, and what it picks. */
interface Walk {
  readonly from: string;
  readonly order: string;
  readonly conditions: readonly Condition[];
}

/** A condition, and the parameters that it names. */
interface Condition {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, SQLInputValue>>;
}

/**
 * Choose how to find posts, so that SQLite walks along an index and stops at the end of the page: words by the keys of
 * posts, an article's posts and all others in the order of {@link sortKeyOf}, but by date if they are limited by that.
 *
 * @param after The last post of the page before.
 * @returns `null` if nothing can be found.
 */
export function chooseWalk(query: PostQuery, after: PostId | undefined): Walk | null {
  const { article, search, since, before } = query;
  const filters = filtersOf(query);
  const last = after === undefined ? undefined : sortKeyOf(after);
  if (search !== undefined) {
    const words = toFullTextQuery(search);
    if (words === null) return null;
    return walkTexts(query, matchOf(query, words), filters, after);
  }
  if (article !== undefined) {
    return {
      from: 'FROM articles CROSS JOIN posts ON posts.sort = articles.sort',
      order: 'articles.sort',
      conditions: [
        ...given('articles.article = :article', 'article', nameKey(article)),
        ...given('articles.sort > :after', 'after', last),
        ...filters,
      ],
    };
  }
  if (since !== undefined || before !== undefined) {
    const isLater = '(created_at, sort) > ((SELECT created_at FROM posts WHERE sort = :after), :after)';
    return {
      from: 'FROM posts',
      order: 'created_at, sort',
      conditions: [...given(isLater, 'after', last), ...filters],
    };
  }
  return { from: 'FROM posts', order: 'sort', conditions: [...given('sort > :after', 'after', last), ...filters] };
}

/** Author, state and article are looked for with the words: to pick them out of all posts with a common word would take long. */
function matchOf({ author, state, article }: PostQuery, words: string): string {
  return [
    `{text name handle} : (${words})`,
    ...(author === undefined ? [] : [`handle : ${quoted(author)}`]),
    ...(state === undefined ? [] : [`state : ${quoted(state)}`]),
    ...(article === undefined ? [] : [`article : ${quoted(articleWord(nameKey(article)))}`]),
  ].join(' AND ');
}

function walkTexts(query: PostQuery, match: string, filters: readonly Condition[], after: PostId | undefined): Walk {
  const { article } = query;
  const isOfArticle = 'EXISTS (SELECT 1 FROM articles WHERE article = :article AND articles.sort = posts.sort)';
  return {
    from: 'FROM texts CROSS JOIN posts ON posts.key = texts.rowid',
    order: 'texts.rowid',
    conditions: [
      ...given('texts MATCH :words', 'words', match),
      ...stretchOf(query, after),
      ...given(isOfArticle, 'article', article === undefined ? undefined : nameKey(article)),
      ...filters,
    ],
  };
}

const lastKey = '(SELECT key FROM posts WHERE post = :after)';

/** The stretch of keys to walk along. FTS5 skips to its beginning, if that is one condition. */
function stretchOf({ since, before }: PostQuery, after: PostId | undefined): readonly Condition[] {
  if (since === undefined && before === undefined) return given(`texts.rowid > ${lastKey}`, 'after', after);
  const { from, to } = keysBetween(since, before);
  const first =
    after === undefined
      ? { sql: 'texts.rowid >= :from', parameters: { from } }
      : { sql: `texts.rowid >= max(:from, ${lastKey} + 1)`, parameters: { from, after } };
  return [first, { sql: 'texts.rowid < :to', parameters: { to } }];
}

function filtersOf({ platform, state, author, since, before }: PostQuery): readonly Condition[] {
  return [
    ...given('posts.platform = :platform', 'platform', platform),
    ...given('posts.state = :state', 'state', state),
    ...given('posts.handle = :handle', 'handle', author?.replace(/^@/, '')),
    ...given('posts.created_at >= :since', 'since', since === undefined ? undefined : dateKeyOf(since)),
    ...given('posts.created_at < :before', 'before', before === undefined ? undefined : dateKeyOf(before)),
  ];
}

function given(sql: string, key: string, value: SQLInputValue | undefined): readonly Condition[] {
  return value === undefined ? [] : [{ sql, parameters: { [key]: value } }];
}

/** A moment as it compares with days and instants: a day comes before the first instant of that day. */
function dateKeyOf(date: Date): string {
  return date.toISOString().replace(/T00:00:00\.000Z$/, '');
}
