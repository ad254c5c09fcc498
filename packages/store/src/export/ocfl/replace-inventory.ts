import { mkdtemp, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeDisk } from '../../disk/disk.ts';
import { fillWhole } from '../output/write-whole-folder.ts';
import { type InventoryBytes, inventoryName, sidecarName } from './inventory-file.ts';

/**
 * Put a new inventory in the place of an object's, and its digest last, as section 3.6 wants it.
 *
 * @param temporaries A folder on the same disk, outside of the object.
 * @param path Of the object.
 */
export async function replaceInventory(
  temporaries: string,
  path: string,
  { inventory, sidecar }: InventoryBytes,
): Promise<void> {
  const draft = await mkdtemp(join(temporaries, 'inventory-'));
  await fillWhole(draft, async (folder) => {
    await folder.write(inventoryName, [inventory]);
    await folder.write(sidecarName, [sidecar]);
  });
  for (const name of [inventoryName, sidecarName]) {
    await nodeDisk.rename(join(draft, name), join(path, name));
    await nodeDisk.syncDirectory(path);
  }
  await rmdir(draft);
}
