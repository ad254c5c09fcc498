import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { isErrno } from './disk.ts';

/** What a path is, without following a link; `null` if nothing is there. */
export async function statIfPresent(path: string): Promise<Stats | null> {
  try {
    return await lstat(path);
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
}
