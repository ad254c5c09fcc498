import { hash } from 'node:crypto';
import type { PostId } from '@embalm/post';

/** Of a wait, at most. */
const mostShare = 1 / 8;
const hexDigits = 8;

/**
 * Put off a look a little, by up to an eighth of the wait: posts that were archived in one minute are not to be due in one
 * minute. How much follows from the post and the look before, so that a table made anew is the same.
 *
 * @returns Ms since 1970.
 */
export function spreadOut(post: PostId, checkedAt: number, nextAt: number): number {
  const digest = hash('sha256', `${post} ${checkedAt}`);
  const chance = Number.parseInt(digest.slice(0, hexDigits), 16) / 16 ** hexDigits;
  return Math.round(nextAt + (nextAt - checkedAt) * mostShare * chance);
}
