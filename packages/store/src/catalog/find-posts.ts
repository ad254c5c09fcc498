import { isProvisional, parsePostId, type PostId } from '@embalm/post';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { nameKey } from './name-key.ts';
import { type PostQuery, type PostSummary, sortKeyOf } from './post-summary.ts';
import { selectSummaries } from './rows.ts';

/** One page of a list, in the order of {@link sortKeyOf}. */
export function findPosts(
  db: DatabaseSync,
  query: PostQuery,
  after: PostId | undefined,
  most: number,
): readonly PostSummary[] {
  const { platform, state, author } = query;
  const handle = author?.replace(/^@/, '');
  const conditions: readonly (readonly [string, string, SQLInputValue | undefined])[] = [
    ['platform = :platform', 'platform', platform],
    ['state = :state', 'state', state],
    ['handle = :handle', 'handle', handle],
    ['sort > :after', 'after', after === undefined ? undefined : sortKeyOf(after)],
  ];
  const given = conditions.flatMap(([sql, key, value]) => (value === undefined ? [] : [{ sql, key, value }]));
  const where = given.length === 0 ? '' : `WHERE ${given.map(({ sql }) => sql).join(' AND ')}`;
  const parameters = Object.fromEntries(given.map(({ key, value }) => [key, value]));
  return selectSummaries(db, `${where} ORDER BY sort LIMIT :most`, { ...parameters, most });
}

/**
 * The post that is known by a name: one whose own id is known before a provisional one, then the one captured last.
 */
export function findByName(db: DatabaseSync, name: string): PostId | null {
  const own = parsePostId(name);
  const found = selectSummaries(
    db,
    `WHERE post = :own OR post IN (SELECT post FROM names WHERE key = :key)
     ORDER BY captured_at DESC, sort`,
    { own: own ?? '', key: nameKey(name) },
  ).map(({ post }) => post);
  if (own !== null && !isProvisional(own)) return found.find((post) => post === own) ?? null;
  return found.find((post) => !isProvisional(post)) ?? found.find((post) => post === own) ?? found[0] ?? null;
}
