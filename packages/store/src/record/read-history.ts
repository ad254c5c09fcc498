import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { isErrno } from '../disk/disk.ts';
import { numberOfRecord, postFolder } from '../layout.ts';
import { readRecord } from './record-file.ts';
import type { StoredSnapshot } from './stored-snapshot.ts';

/** The numbers of a post's records, from the first on. */
async function recordNumbers(root: string, post: PostId): Promise<readonly number[]> {
  try {
    return numbersIn(await readdir(join(root, postFolder(post))));
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

/** The numbers of the records among these names, in order. */
export function numbersIn(names: readonly string[]): readonly number[] {
  return names
    .map(numberOfRecord)
    .filter((n) => n !== null)
    .sort((a, b) => a - b);
}

/**
 * Read a post's newest record, or `null` if it has none.
 *
 * @throws {DamagedRecordError} If it cannot be trusted.
 */
export async function readHead(root: string, post: PostId): Promise<StoredSnapshot | null> {
  const newest = (await recordNumbers(root, post)).at(-1);
  return newest === undefined ? null : readRecord(root, post, newest);
}

/**
 * Read a post's records from number `from` on, oldest first.
 *
 * @throws {DamagedRecordError} At the first that cannot be trusted.
 */
export async function* readHistory(root: string, post: PostId, from = 1): AsyncGenerator<StoredSnapshot, void, void> {
  for (const n of await recordNumbers(root, post)) {
    const snapshot = n < from ? null : await readRecord(root, post, n);
    if (snapshot !== null) yield snapshot;
  }
}
