import { mkdir, rename, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nodeDisk } from '../../disk/disk.ts';
import type { InventoryBytes } from './inventory-file.ts';
import { replaceInventory } from './replace-inventory.ts';

/**
 * Move a new object, whole and flushed, to its place. Nobody sees it before it is whole.
 *
 * @param path In the root, with `/`.
 */
export async function placeObject(draft: string, root: string, path: string): Promise<void> {
  const folders = path.split('/').slice(0, -1);
  const parents = folders.map((_, index) => join(root, ...folders.slice(0, index + 1)));
  await mkdir(dirname(join(root, path)), { recursive: true });
  try {
    await rename(draft, join(root, path));
  } catch (error) {
    // OCFL allows no empty folder below a root.
    for (const parent of parents.toReversed()) await rmdir(parent).catch(() => undefined);
    throw error;
  }
  for (const parent of [root, ...parents]) await nodeDisk.syncDirectory(parent);
}

/**
 * Move new versions, whole and flushed, into their object, and then say that they are there. Whoever reads in between sees the
 * object as it was; if a program dies in between, the next one finishes it.
 *
 * @param path Of the object. Absolute.
 */
export async function placeVersions(
  draft: string,
  path: string,
  versions: readonly string[],
  temporaries: string,
  inventory: InventoryBytes,
): Promise<void> {
  for (const version of versions) {
    await rename(join(draft, version), join(path, version));
    await nodeDisk.syncDirectory(path);
  }
  await replaceInventory(temporaries, path, inventory);
}
