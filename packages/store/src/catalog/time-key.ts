import { firstXIdAt, idOf, isProvisional, platformOf, type PostId, timeOfXId } from '@embalm/post';

// The keys of posts in the index are in the order of posting, so that a search walks along a stretch of time: they are ids of
// X, or what X would have given out as the first of that millisecond.

/** Keys are signed 64-bit numbers. Times beyond count as the first or the last of these. */
const firstTime = Date.parse('1942-01-01');
const lastTime = Date.parse('2080-01-01');

/** From here on, keys of posts whose time nobody knows. */
export const firstUndatedKey: bigint = firstXIdAt(lastTime + 1);

const dayMs = 86_400_000;

/**
 * The key that a post should have, or be next to; `null` if nobody knows when it was posted.
 *
 * @param createdAt Its day, or an instant. It counts for more than an id.
 */
export function timeKeyOf(post: PostId, createdAt: string | null): bigint | null {
  const id = idOf(post);
  const made = platformOf(post) === 'x' && !isProvisional(post) ? timeOfXId(id) : null;
  if (made !== null && made <= lastTime && (createdAt === null || isWithin(made, createdAt))) return BigInt(id);
  return createdAt === null ? null : firstXIdAt(clamp(Date.parse(createdAt), firstTime, lastTime));
}

/** Two keys of the same millisecond, or of posts without a time. */
export function isSameTime(one: bigint | null, other: bigint | null): boolean {
  return spanOf(one) === spanOf(other);
}

/** The keys beside this one, up to the last of its millisecond. */
export function lastKeyBeside(key: bigint): bigint {
  return key | (firstXIdAt(1) - firstXIdAt(0) - 1n);
}

/**
 * Between which keys all posts are that were posted at some time: `[from, to)`.
 *
 * @param since Default: from the first on.
 * @param before Default: to the last whose time is known.
 */
export function keysBetween(
  since: Date | undefined,
  before: Date | undefined,
): { readonly from: bigint; readonly to: bigint } {
  const from = since?.getTime() ?? firstTime;
  const to = before?.getTime() ?? lastTime;
  return {
    // An id tells the time more exactly than a post does, by up to a second, or a day.
    from: firstXIdAt(clamp(Math.floor(from / 1000) * 1000, firstTime, lastTime)),
    to: firstXIdAt(clamp(to + dayMs, firstTime + 1, lastTime + 1)),
  };
}

/** Whether a time is in that day, or in the second of that instant. */
function isWithin(time: number, createdAt: string): boolean {
  return new Date(time).toISOString().startsWith(createdAt.slice(0, 19));
}

function spanOf(key: bigint | null): bigint {
  return key === null || key >= firstUndatedKey ? firstUndatedKey : lastKeyBeside(key);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
