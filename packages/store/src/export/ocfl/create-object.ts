import type { StoredSnapshot } from '../../record/stored-snapshot.ts';
import type { FolderDraft } from '../output/folder-draft.ts';
import { inventoryName, sidecarName } from './inventory-file.ts';
import { type Added, type ObjectJob, writeVersions } from './object-versions.ts';

const declaration = { name: '0=ocfl_object_1.1', text: 'ocfl_object_1.1\n' };

/**
 * Write a new object into a folder.
 *
 * @param prefix Of its paths there: empty, or ending in `/`.
 */
export async function createObject(
  job: ObjectJob,
  folder: FolderDraft,
  prefix: string,
  snapshots: AsyncIterable<StoredSnapshot>,
): Promise<Added> {
  const versions = writeVersions(job, folder, prefix, null);
  for await (const snapshot of snapshots) await versions.add(snapshot);
  const inventory = versions.inventory();
  if (inventory !== null) {
    await folder.write(`${prefix}${declaration.name}`, [Buffer.from(declaration.text)]);
    await folder.write(`${prefix}${inventoryName}`, [inventory.inventory]);
    await folder.write(`${prefix}${sidecarName}`, [inventory.sidecar]);
  }
  return versions.added();
}
