import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type FileTree, gatherUpTo } from './file-tree.ts';
import { RefusedImportError } from './refused-import-error.ts';

/**
 * Open a folder as a tree of files.
 *
 * @throws {RefusedImportError} If there is a symbolic link in it.
 */
export async function openFolder(folder: string): Promise<FileTree> {
  const paths: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (entry.isSymbolicLink()) throw new RefusedImportError(folder, 'it is a link', path);
    if (entry.isFile()) paths.push(path);
  }
  const known = new Set(paths);
  return { paths, open, read, [Symbol.asyncDispose]: async () => {} };

  async function* open(path: string): AsyncGenerator<Uint8Array, void, void> {
    if (!known.has(path)) throw new RefusedImportError(folder, 'it is not there', path);
    const chunks: AsyncIterable<Buffer> = createReadStream(join(folder, path));
    yield* chunks;
  }

  async function read(path: string, most: number): Promise<Buffer> {
    const bytes = await gatherUpTo(open(path), most);
    if (bytes === null) throw new RefusedImportError(folder, `it has more than ${most} bytes`, path);
    return bytes;
  }
}
