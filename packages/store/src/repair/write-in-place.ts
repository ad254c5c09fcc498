import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RepairTools } from './repair-archive.ts';

/** Put a file of a copy into its place in the archive, whatever is there. @param path Relative to both. */
export async function copyFile({ root, files }: RepairTools, copy: string, path: string): Promise<void> {
  await writeInPlace({ root, files }, path, await readFile(join(copy, path)));
}

/** Put bytes into a file of the archive, whatever is there. @param permissions Default those of what is kept. */
export async function writeInPlace(
  { root, files }: Pick<RepairTools, 'root' | 'files'>,
  path: string,
  bytes: Uint8Array,
  permissions?: number,
): Promise<void> {
  await using temporary = await files.createTemporary(permissions);
  await temporary.append(bytes);
  await temporary.finish();
  await temporary.moveTo(join(root, path));
}
