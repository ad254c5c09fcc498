import type { PostId } from '@embalm/post';
import { type EntryReading, readEntry } from './read-entry.ts';

/** Some posts of an archive. */
export interface PostBatch {
  readonly root: string;
  readonly posts: readonly PostId[];
}

/** Read the records of some posts for an index that knows nothing of them. */
export function readEntries({ root, posts }: PostBatch): readonly EntryReading[] {
  return posts.map((post) => readEntry(root, post, null));
}
