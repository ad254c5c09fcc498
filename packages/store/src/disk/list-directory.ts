import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { isErrno } from './disk.ts';

/** What is in a directory, in the order of its names; nothing if there is no such directory. */
export async function listDirectory(path: string): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}
