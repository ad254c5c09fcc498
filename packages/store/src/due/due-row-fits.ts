import { isProvisional } from '@embalm/post';
import type { DatabaseSync } from 'node:sqlite';
import type { PostSummary } from '../catalog/post-summary.ts';
import { bornAtOf, dueRowOf } from './due-rows.ts';
import { nextCheckAt } from './next-check.ts';
import { spreadOut } from './spread-out.ts';

/** Whether the time of a post's next check is one that follows from its newest record, whatever came after that. */
export function dueRowFits(db: DatabaseSync, summary: PostSummary): boolean {
  const row = dueRowOf(db, summary.post);
  if (row === null) return false;
  const { post, state, bornAt, changedAt, since, checkedAt, nextAt } = row;
  const capturedAt = Date.parse(summary.capturedAt);
  if (changedAt !== capturedAt || bornAt !== bornAtOf(summary) || checkedAt < capturedAt) return false;
  if (checkedAt === capturedAt && (state !== summary.state || since !== capturedAt)) return false;
  if (since < capturedAt || since > checkedAt) return false;
  return nextAt === (isProvisional(post) ? null : spreadOut(post, checkedAt, nextCheckAt(row)));
}
