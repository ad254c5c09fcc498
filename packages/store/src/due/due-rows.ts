import { idOf, isProvisional, parseState, platformOf, timeOfXId } from '@embalm/post';
import { type Decode, nullable, numberBetween, object, postId } from '@embalm/post/decode';
import type { DatabaseSync } from 'node:sqlite';
import type { Values } from '../catalog/entry-rows.ts';
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

/** The row of a post whose newest record says that something has changed: values in the order of the columns. */
export function dueValuesOf(summary: PostSummary): Values {
  const { post, state } = summary;
  const at = Date.parse(summary.capturedAt);
  return valuesOf({ post, state, bornAt: bornAtOf(summary), changedAt: at, since: at, checkedAt: at });
}

/** Put a row in the place of what was known of its post. */
export function putDue(db: DatabaseSync, values: Values): void {
  prepared(db, 'INSERT OR REPLACE INTO due VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(...values);
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
  putDue(db, valuesOf({ ...known, state, checkedAt, since: state === known.state ? known.since : checkedAt }));
}

function valuesOf(looks: Omit<DueRow, 'nextAt'>): Values {
  const { post, state, bornAt, changedAt, since, checkedAt } = looks;
  const nextAt = isProvisional(post) ? null : spreadOut(post, checkedAt, nextCheckAt(looks));
  return [post, platformOf(post), state, bornAt, changedAt, since, checkedAt, nextAt];
}
