import type { PostId } from '@embalm/post';
import { DamageError } from '../archive-errors.ts';
import { readRecordNow, recordNumbersNow } from '../record/read-now.ts';
import type { Head } from './head-list.ts';

/** Some posts of an archive. */
export interface HeadsToRead {
  readonly root: string;
  readonly posts: readonly PostId[];
}

/** The newest records of some posts; those that are damaged or gone are left out, for `verify` to name. */
export function readHeads({ root, posts }: HeadsToRead): readonly Head[] {
  return posts.flatMap((post) => {
    try {
      const newest = recordNumbersNow(root, post).at(-1);
      const snapshot = newest === undefined ? null : readRecordNow(root, post, newest);
      return snapshot === null ? [] : [{ post, n: snapshot.record.n, sha256: snapshot.sha256 }];
    } catch (error) {
      if (error instanceof DamageError) return [];
      throw error;
    }
  });
}
