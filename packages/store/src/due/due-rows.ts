import { idOf, isProvisional, parseState, platformOf, timeOfXId } from '@embalm/post';
import { type Decode, nullable, numberBetween, object, postId } from '@embalm/post/decode';
import type { DatabaseSync } from 'node:sqlite';
import type { PostSummary } from '../catalog/post-summary.ts';
import { prepared } from '../sqlite/prepared.ts';
import type { Check } from '../ledger/check.ts';
import { nextCheckAt, type PastLooks } from './next-check.ts';
import { spreadOut } from './spread-out.ts';

/** A row of the due table. Times are ms since 1970. */
export interface DueRow extends PastLooks {
  readonly post: Check['post'];
  /** `null` if nobody can be asked: the post's own id is not known. */
  readonly nextAt: number | null;
}

/** Ms since 1970, as far as dates go. */
export const time: Decode<number> = numberBetween(-8.64e15, 8.64e15);

const row = object<DueRow>({
  post: postId,
  state: parseState,
  bornAt: nullable(time),
  changedAt: time,
  since: time,
  checkedAt: time,
  nextAt: nullable(time),
});

/** What is known of a post's looks, or `null`. */
export function dueRowOf(db: DatabaseSync, post: string): DueRow | null {
  const found = prepared(
    db,
    `SELECT post, state, born_at AS bornAt, changed_at AS changedAt, since, checked_at AS checkedAt, next_at AS nextAt
     FROM due WHERE post = ?`,
  ).get(post);
  return found === undefined ? null : row(found);
}

/** Take in the newest record of a post: something has changed. */
export function putRecordLook(db: DatabaseSync, summary: PostSummary): void {
  const { post, state } = summary;
  const capturedAt = Date.parse(summary.capturedAt);
  putLook(db, {
    post,
    state,
    bornAt: bornAtOf(summary),
    changedAt: capturedAt,
    since: capturedAt,
    checkedAt: capturedAt,
  });
}

/** When a post was written, as far as it or its id says. */
export function bornAtOf({ post, createdAt }: PostSummary): number | null {
  const written = createdAt === null ? Number.NaN : Date.parse(createdAt);
  return Number.isNaN(written) ? timeOfXId(idOf(post)) : written;
}

/** Take in a line of the ledger: what is older than the last look, or of a post that is not known, changes nothing. */
export function putCheckLook(db: DatabaseSync, { post, state, at }: Check): void {
  const known = dueRowOf(db, post);
  const checkedAt = Date.parse(at);
  if (known === null || checkedAt <= known.checkedAt) return;
  putLook(db, { ...known, state, checkedAt, since: state === known.state ? known.since : checkedAt });
}

function putLook(db: DatabaseSync, looks: Omit<DueRow, 'nextAt'>): void {
  const { post, state, bornAt, changedAt, since, checkedAt } = looks;
  const nextAt = isProvisional(post) ? null : spreadOut(post, checkedAt, nextCheckAt(looks));
  prepared(
    db,
    `INSERT OR REPLACE INTO due (post, platform, state, born_at, changed_at, since, checked_at, next_at)
     VALUES (:post, :platform, :state, :bornAt, :changedAt, :since, :checkedAt, :nextAt)`,
  ).run({ post, platform: platformOf(post), state, bornAt, changedAt, since, checkedAt, nextAt });
}
