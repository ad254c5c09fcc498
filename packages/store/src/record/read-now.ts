import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { isErrno } from '../disk/disk.ts';
import { postFolder } from '../layout.ts';
import { requireRecordFile, requireRecord, recordPath } from './record-file.ts';
import { numbersIn } from './read-history.ts';
import type { StoredSnapshot } from './stored-snapshot.ts';

// What reads many small files one after the other does so at once: three times as fast as by promises, which cost more
// than the reading. Each call takes some ten microseconds.

/** The numbers of a post's records, from the first on. */
export function recordNumbersNow(root: string, post: PostId): readonly number[] {
  try {
    return numbersIn(readdirSync(join(root, postFolder(post))));
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

/**
 * Read record `n` of a post.
 *
 * @returns `null` if there is none.
 * @throws {DamagedRecordError} If it is not as it was written, or not that post's record `n`.
 */
export function readRecordNow(root: string, post: PostId, n: number): StoredSnapshot | null {
  const path = recordPath(post, n);
  const found = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined) return null;
  requireRecordFile(path, found);
  return requireRecord(post, n, readFileSync(join(root, path)));
}

/**
 * Read a post's newest record, or `null` if it has none.
 *
 * @throws {DamagedRecordError} If it cannot be trusted.
 */
export function readHeadNow(root: string, post: PostId): StoredSnapshot | null {
  const newest = recordNumbersNow(root, post).at(-1);
  return newest === undefined ? null : readRecordNow(root, post, newest);
}
