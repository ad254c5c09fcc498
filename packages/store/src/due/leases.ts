import type { Platform, PostId } from '@embalm/post';
import { object, postId } from '@embalm/post/decode';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

/** Which posts are wanted, of those that nobody holds. A post whose own id is not known never is. */
export type Wanted =
  /** Those whose next check is due, the longest overdue first. */
  | { readonly kind: 'due'; readonly platform: Platform }
  /** All that were last looked at before a time (ms since 1970), in the order of their names, from after `after` on. */
  | { readonly kind: 'all'; readonly platform: Platform; readonly before: number; readonly after: PostId | null }
  /** These, due or not. */
  | { readonly kind: 'named'; readonly posts: readonly PostId[] };

/** Who holds, and until when. Times are ms since 1970. */
export interface Hold {
  /** Unique to a run of a program. */
  readonly holder: string;
  readonly now: number;
  readonly until: number;
}

/** Take leases of at most `most` posts that nobody holds. To be called in a transaction. */
export function takeLeases(db: DatabaseSync, wanted: Wanted, most: number, hold: Hold): readonly PostId[] {
  const { rest, parameters } = selectionOf(wanted);
  const isFree = 'NOT EXISTS (SELECT 1 FROM leases WHERE leases.post = due.post AND leases.until > :now)';
  const posts = db
    .prepare(`SELECT post FROM due WHERE ${isFree} AND next_at IS NOT NULL AND ${rest} LIMIT :most`)
    .all({ ...parameters, now: hold.now, most })
    .map((found) => row(found).post);
  const put = db.prepare('INSERT OR REPLACE INTO leases (post, holder, until) VALUES (?, ?, ?)');
  for (const post of posts) put.run(post, hold.holder, hold.until);
  return posts;
}

/** Hold everything that is held for longer. */
export function renewLeases(db: DatabaseSync, { holder, until }: Hold): void {
  db.prepare('UPDATE leases SET until = ? WHERE holder = ?').run(until, holder);
}

/** Give leases back, and clear away those that have expired. */
export function releaseLeases(db: DatabaseSync, posts: readonly PostId[], { holder, now }: Hold): void {
  const remove = db.prepare('DELETE FROM leases WHERE post = ? AND holder = ?');
  for (const post of posts) remove.run(post, holder);
  db.prepare('DELETE FROM leases WHERE until <= ?').run(now);
}

const row = object<{ post: PostId }>({ post: postId });

interface Selection {
  /** What stands after `WHERE … AND`. */
  readonly rest: string;
  readonly parameters: Readonly<Record<string, SQLInputValue>>;
}

function selectionOf(wanted: Wanted): Selection {
  switch (wanted.kind) {
    case 'due':
      return {
        rest: 'platform = :platform AND next_at <= :now ORDER BY next_at',
        parameters: { platform: wanted.platform },
      };
    case 'all': {
      const { platform, before, after } = wanted;
      return {
        // The plus keeps SQLite from going by platform, and sorting all posts for each page.
        rest: 'post > :after AND +platform = :platform AND checked_at < :before ORDER BY post',
        parameters: { platform, before, after: after ?? '' },
      };
    }
    case 'named':
      return {
        rest: 'post IN (SELECT value FROM json_each(:posts))',
        parameters: { posts: JSON.stringify(wanted.posts) },
      };
  }
}
