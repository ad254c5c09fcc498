import type { Platform, PostId } from '@embalm/post';
import type { DatabaseSync } from 'node:sqlite';
import { count, object } from '@embalm/post/decode';
import { type DueRow, dueRowOf, time } from './due-rows.ts';
import { type Hold, isFree, leaseTimes, releaseLeases, renewLeases, takeLeases, type Wanted } from './leases.ts';

/**
 * When each post is to be looked at again, and who is at it. The times follow from records and ledger; the leases are in
 * the index alone, so that `reindex` forgets them.
 *
 * Whatever takes, renews or gives back leases throws SQLite's error if the index cannot be written.
 */
export interface DueTable {
  /**
   * Take leases: until one expires or is given back, nobody else gets the post. What was noted and committed before, by
   * whatever program, is taken into account.
   *
   * @param leaseMs How long they hold, an hour at most; {@link DueTable.renew} prolongs them.
   * @returns At most `most` posts; none if there are none.
   */
  claim(wanted: Wanted, most: number, leaseMs: number): Promise<readonly PostId[]>;
  /** Hold all that this program holds for `leaseMs` from now on. */
  renew(leaseMs: number): Promise<void>;
  /** Give leases back, once what was found out has been noted or committed. */
  release(posts: readonly PostId[]): Promise<void>;
  /** When the next post that nobody holds is due, in ms since 1970; `null` if none will ever be. */
  nextAt(platform: Platform): Promise<number | null>;
  /** How many posts are due by now, held or not. */
  count(platform: Platform): Promise<number>;
  /** What is known of a post's looks, or `null`. */
  of(post: PostId): Promise<DueRow | null>;
}

/** How to get at an index that has taken in everything so far. */
export interface DueIndexUse {
  /** For reading. */
  readonly read: <T>(run: (db: DatabaseSync) => T) => Promise<T>;
  /** In one transaction with the taking in. */
  readonly write: <T>(run: (db: DatabaseSync) => T) => Promise<T>;
}

/** Make the due table of an archive. @param holder Unique to this run of this program. */
export function createDueTable({ read, write }: DueIndexUse, holder: string, now: () => Date): DueTable {
  const holdFor = (leaseMs: number): Hold => {
    const at = now().getTime();
    return { holder, now: at, until: at + leaseMs };
  };
  return {
    claim: (wanted, most, leaseMs) => write((db) => takeLeases(db, wanted, most, holdFor(leaseMs))),
    renew: (leaseMs) => write((db) => renewLeases(db, holdFor(leaseMs))),
    release: (posts) => write((db) => releaseLeases(db, posts, holdFor(0))),
    nextAt: (platform) => read((db) => nextAt(db, platform, now().getTime())),
    count: (platform) => read((db) => countDue(db, platform, now().getTime())),
    of: (post) => read((db) => dueRowOf(db, post)),
  };
}

function nextAt(db: DatabaseSync, platform: Platform, now: number): number | null {
  const found = db
    .prepare(
      `SELECT next_at AS nextAt FROM due WHERE platform = :platform AND next_at IS NOT NULL
       AND ${isFree} ORDER BY next_at LIMIT 1`,
    )
    .get({ platform, ...leaseTimes(now) });
  return found === undefined ? null : object({ nextAt: time })(found).nextAt;
}

function countDue(db: DatabaseSync, platform: Platform, now: number): number {
  const found = db.prepare('SELECT count(*) AS n FROM due WHERE platform = ? AND next_at <= ?').get(platform, now);
  return object({ n: count })(found).n;
}
