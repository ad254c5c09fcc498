import { type Dirent, readdirSync } from 'node:fs';
import { isErrno } from './disk.ts';

/**
 * What is in a directory, in the order of its names; nothing if there is no such directory. Read at once: there are thousands
 * with a file or two, and by promises each would take four times as long.
 */
export async function listDirectory(path: string): Promise<readonly Dirent[]> {
  return listDirectoryNow(path);
}

/** The same without a promise. */
export function listDirectoryNow(path: string): readonly Dirent[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}
