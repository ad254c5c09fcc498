import type { Platform, PostId } from '@embalm/post';
import { object, postId } from '@embalm/post/decode';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

/** Which posts are wanted, of those that nobody holds. A post whose own id is not known never is. */
export type Wanted =
  /** Those whose next check is due, the longest overdue first. */
  | { readonly kind: 'due'; readonly platform: Platform }
  /**
   * All that were last looked at before a time (ms since 1970), or so far ahead of now that the clock has gone back since, in the
   * order of their names, from after `after` on.
   */
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

/**
 * Nobody holds a post for longer at once, in ms. A lease that lasts longer than that from now on was taken before the clock went
 * back, and counts for nothing: whoever is alive renews it.
 */
const longestLeaseMs: number = 60 * 60 * 1000;

/** Whether nobody holds the post of a row of `due`: for `WHERE`, with the parameters of {@link leaseTimes}. */
export const isFree: string =
  'NOT EXISTS (SELECT 1 FROM leases WHERE leases.post = due.post AND leases.until > :now AND leases.until <= :latest)';

/** The parameters of {@link isFree}. @param now Ms since 1970. */
export function leaseTimes(now: number): { readonly now: number; readonly latest: number } {
  return { now, latest: now + longestLeaseMs };
}

/** What was looked at later than this much ahead, in ms, was looked at before the clock went back. */
const aheadMs = 24 * 60 * 60 * 1000;

/**
 * Take leases of at most `most` posts that nobody holds. To be called in a transaction.
 *
 * @throws {RangeError} If they are to last longer than {@link longestLeaseMs}.
 */
export function takeLeases(db: DatabaseSync, wanted: Wanted, most: number, hold: Hold): readonly PostId[] {
  if (hold.until - hold.now > longestLeaseMs)
    throw new RangeError('Nobody may hold a post for more than an hour at once');
  const { rest, parameters } = selectionOf(wanted, hold.now);
  const posts = db
    .prepare(`SELECT post FROM due WHERE ${isFree} AND next_at IS NOT NULL AND ${rest} LIMIT :most`)
    .all({ ...parameters, ...leaseTimes(hold.now), most })
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
  db.prepare('DELETE FROM leases WHERE until <= ? OR until > ?').run(now, now + longestLeaseMs);
}

const row = object<{ post: PostId }>({ post: postId });

interface Selection {
  /** What stands after `WHERE … AND`. */
  readonly rest: string;
  readonly parameters: Readonly<Record<string, SQLInputValue>>;
}

function selectionOf(wanted: Wanted, now: number): Selection {
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
        rest: 'post > :after AND +platform = :platform AND (checked_at < :before OR checked_at > :ahead) ORDER BY post',
        parameters: { platform, before, after: after ?? '', ahead: now + aheadMs },
      };
    }
    case 'named':
      return {
        rest: 'post IN (SELECT value FROM json_each(:posts))',
        parameters: { posts: JSON.stringify(wanted.posts) },
      };
  }
}
