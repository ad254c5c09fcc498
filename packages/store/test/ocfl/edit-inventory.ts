import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An inventory to be spoilt. */
// oxlint-disable-next-line typescript/no-explicit-any -- anything may be put anywhere
export type Spoilable = Record<string, any>;

/** Change an object's inventory, and the same in its newest version; their digests fit afterwards. */
export async function editInventory(object: string, version: string, spoil: (inventory: Spoilable) => unknown) {
  const inventory = JSON.parse(await readFile(join(object, 'inventory.json'), 'utf8')) as Spoilable;
  spoil(inventory);
  for (const folder of [object, join(object, version)]) await writeInventory(folder, JSON.stringify(inventory));
}

/** Change the inventory of one folder only; its digest fits afterwards. */
export async function editOne(folder: string, spoil: (inventory: Spoilable) => unknown): Promise<void> {
  const inventory = JSON.parse(await readFile(join(folder, 'inventory.json'), 'utf8')) as Spoilable;
  spoil(inventory);
  await writeInventory(folder, JSON.stringify(inventory));
}

/** Write an inventory of any kind, and its digest. */
export async function writeInventory(folder: string, text: string): Promise<void> {
  await writeFile(join(folder, 'inventory.json'), text);
  const digest = createHash('sha512').update(text).digest('hex');
  await writeFile(join(folder, 'inventory.json.sha512'), `${digest} inventory.json\n`);
}
