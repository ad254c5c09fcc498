import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { statIfPresent } from '../../disk/stat-if-present.ts';
import { type Inventory, parseInventory } from './inventory.ts';

/** The name of an inventory: section 3.6. */
export const inventoryName = 'inventory.json';
/** The name of what has its digest. */
export const sidecarName = 'inventory.json.sha512';

/** Far more than an object of ten thousand captures needs. */
const mostBytes = 256 * 1024 * 1024;

/** An inventory and the file with its digest, as bytes. */
export interface InventoryBytes {
  readonly inventory: Buffer;
  readonly sidecar: Buffer;
}

/** An inventory that was read, and that its digest confirms. */
export interface StoredInventory extends InventoryBytes {
  readonly parsed: Inventory;
}

/** Write an inventory. */
export function writeInventory(inventory: Inventory): InventoryBytes {
  const bytes = Buffer.from(`${JSON.stringify(inventory, null, 2)}\n`);
  return { inventory: bytes, sidecar: sidecarOf(bytes) };
}

/** Read the inventory in a folder, or `null` if there is none that its digest confirms and that can be read. */
export async function readInventory(folder: string): Promise<StoredInventory | null> {
  for (const name of [inventoryName, sidecarName]) {
    const found = await statIfPresent(join(folder, name));
    if (found === null || !found.isFile() || found.size > mostBytes) return null;
  }
  const inventory = await readFile(join(folder, inventoryName));
  const sidecar = await readFile(join(folder, sidecarName));
  if (!sidecar.equals(sidecarOf(inventory))) return null;
  try {
    return { inventory, sidecar, parsed: parseInventory(JSON.parse(inventory.toString('utf8'))) };
  } catch {
    return null;
  }
}

function sidecarOf(inventory: Buffer): Buffer {
  return Buffer.from(`${createHash('sha512').update(inventory).digest('hex')} ${inventoryName}\n`);
}
