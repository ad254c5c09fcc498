import { sha256Of } from '../layout.ts';

/**
 * A part of an archive. Blobs lie on a circle by their digests, posts by the digests of their names; the part begins at
 * `from` and goes on for `share` of the circle. Parts that cover the circle cover the archive.
 */
export interface Slice {
  /** In [0, 1). */
  readonly from: number;
  /** In (0, 1]. */
  readonly share: number;
}

/** All of it. */
export const wholeCircle: Slice = { from: 0, share: 1 };

const shelves = 256;

/** The shelves (`00` to `ff`) that a slice touches, from where it begins, and the part of the circle that each closes. */
export function shelvesOf({ from, share }: Slice): readonly string[] {
  const first = Math.floor(from * shelves);
  const last = Math.ceil((from + share) * shelves - 1e-9);
  const count = Math.min(shelves, last - first);
  return Array.from({ length: count }, (_, index) => ((first + index) % shelves).toString(16).padStart(2, '0'));
}

/** Whether a digest lies in a slice. */
export function isInSlice({ from, share }: Slice, sha256: string): boolean {
  const place = Number.parseInt(sha256.slice(0, 12), 16) / 0x1000000000000;
  return (place - from + 1) % 1 < share;
}

/** Whether a post lies in a slice. */
export function isPostInSlice(slice: Slice, post: string): boolean {
  return slice.share === 1 || isInSlice(slice, sha256Of(post));
}
