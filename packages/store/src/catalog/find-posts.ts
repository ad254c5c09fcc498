import { isProvisional, parsePostId, type PostId } from '@embalm/post';
import type { DatabaseSync } from 'node:sqlite';
import { chooseWalk } from './choose-walk.ts';
import { nameKey } from './name-key.ts';
import type { PostQuery, PostSummary } from './post-summary.ts';
import { selectSummaries } from './rows.ts';

/** One page of a list. */
export function findPosts(
  db: DatabaseSync,
  query: PostQuery,
  after: PostId | undefined,
  most: number,
): readonly PostSummary[] {
  const walk = chooseWalk(query, after);
  if (walk === null) return [];
  const { from, order, conditions } = walk;
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`;
  const parameters = Object.assign({ most }, ...conditions.map((condition) => condition.parameters));
  return selectSummaries(db, `${from} ${where} ORDER BY ${order} LIMIT :most`, parameters);
}

/**
 * The post that is known by a name: one whose own id is known before a provisional one, then the one captured last.
 */
export function findByName(db: DatabaseSync, name: string): PostId | null {
  const own = parsePostId(name);
  const found = selectSummaries(
    db,
    `FROM posts WHERE post = :own OR post IN (SELECT post FROM names WHERE key = :key)
     ORDER BY captured_at DESC, sort`,
    { own: own ?? '', key: nameKey(name) },
  ).map(({ post }) => post);
  if (own !== null && !isProvisional(own)) return found.find((post) => post === own) ?? null;
  return found.find((post) => !isProvisional(post)) ?? found.find((post) => post === own) ?? found[0] ?? null;
}
