import { lstatSync, type Stats } from 'node:fs';
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

/** As {@link statIfPresent}, at once: a fifth of the time, if nothing else can be done meanwhile. */
export function statNowIfPresent(path: string): Stats | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    if (isErrno(error, 'ENOTDIR')) return null;
    throw error;
  }
}
