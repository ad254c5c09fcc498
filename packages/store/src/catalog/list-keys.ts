import type { PostId } from '@embalm/post';
import { listShelf } from '../list-post-folders.ts';
import { timeKeyOf } from './time-key.ts';

/** The posts of a shelf, as far as their names tell when they were posted. */
export interface ShelfKeys {
  /** Those of X, by their ids: names would take twelve times the memory, and five times as long to sort. */
  readonly dated: BigInt64Array;
  readonly others: readonly PostId[];
}

/** List a shelf of an archive for an index that is to be filled. */
export function listKeys({ root, shelf }: { readonly root: string; readonly shelf: string }): ShelfKeys {
  const dated: bigint[] = [];
  const others: PostId[] = [];
  for (const post of listShelf(root, shelf)) {
    const key = timeKeyOf(post, null);
    if (key === null) others.push(post);
    else dated.push(key);
  }
  return { dated: BigInt64Array.from(dated), others };
}
