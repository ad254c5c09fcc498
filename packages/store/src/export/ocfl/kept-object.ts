import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listDirectory } from '../../disk/list-directory.ts';
import { statIfPresent } from '../../disk/stat-if-present.ts';
import { sha256Of } from '../../layout.ts';
import { maxRecordBytes } from '../../record/record-file.ts';
import { type Inventory, numberOfVersion } from './inventory.ts';
import { readInventory } from './inventory-file.ts';
import { replaceInventory } from './replace-inventory.ts';
import { UnusableRootError } from './unusable-root-error.ts';

/** Where a storage root is, and where what is not whole yet is kept. Absolute. */
export interface RootPlaces {
  readonly root: string;
  readonly temporaries: string;
}

/** An object that a storage root has already. */
export interface KeptObject {
  readonly inventory: Inventory;
  /** Of the record of its newest version: the next one names it. */
  readonly record: string;
}

const versionPattern = /^v([1-9]\d{0,8})$/;

/**
 * Look at an object. If a program died after it had added versions and before it had said so, that is made up for: each has an
 * inventory of its own.
 *
 * @param path Absolute.
 * @returns `null` if there is none.
 * @throws {UnusableRootError} If it is damaged, or another program's.
 */
export async function readKeptObject(
  { root, temporaries }: RootPlaces,
  path: string,
  id: string,
): Promise<KeptObject | null> {
  if ((await statIfPresent(path)) === null) return null;
  const entries = await listDirectory(path);
  const numbers = entries.map(({ name }) => Number(versionPattern.exec(name)?.[1] ?? 0));
  const newest = `v${Math.max(0, ...numbers)}`;
  const own = await readInventory(join(path, newest));
  if (own === null || own.parsed.id !== id || own.parsed.head !== newest) {
    throw new UnusableRootError(root, `${path} has no sound inventory of ${id} in its newest version`);
  }
  const current = await readInventory(path);
  if (current === null || !current.inventory.equals(own.inventory)) {
    const isBehind = current === null || numberOfVersion(current.parsed.head) < numberOfVersion(newest);
    if (!isBehind) throw new UnusableRootError(root, `${path} has another inventory than its newest version`);
    await replaceInventory(temporaries, path, own);
  }
  return { inventory: own.parsed, record: await recordOf(root, path, own.parsed) };
}

async function recordOf(root: string, path: string, { manifest, versions, head }: Inventory): Promise<string> {
  const state = Object.entries(versions[head]?.state ?? {});
  const digest = state.find(([, names]) => names.includes('record.json'))?.[0] ?? '';
  const file = join(path, manifest[digest]?.[0] ?? 'record.json');
  const found = await statIfPresent(file);
  if (found?.isFile() === true && found.size <= maxRecordBytes) {
    const bytes = await readFile(file);
    if (createHash('sha512').update(bytes).digest('hex') === digest) return sha256Of(bytes);
  }
  throw new UnusableRootError(root, `${file} is not as it was written`);
}
