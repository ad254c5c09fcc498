import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Notes what is wrong with a file. */
export type Wrong = (path: string, what: string) => void;

/** Files below a folder, in the order of their names, so that records come from the first on. */
export async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return files.map((path) => path.slice(root.length + 1)).sort();
}
