import type { Archive } from '../../archive.ts';
import type { StoredSnapshot } from '../../record/stored-snapshot.ts';
import type { FolderDraft } from '../output/folder-draft.ts';
import { listSnapshotFiles, type SnapshotFile } from '../snapshot-files.ts';
import { type Inventory, numberOfVersion, type Version } from './inventory.ts';
import { type InventoryBytes, inventoryName, sidecarName, writeInventory } from './inventory-file.ts';

/** What has been written of an object. */
export interface Added {
  readonly versions: number;
  readonly files: number;
  readonly bytes: number;
}

/** New versions of an object, one for every capture. */
export interface ObjectVersions {
  /** Write a capture as the next version: only bytes that no version before has. */
  add(snapshot: StoredSnapshot): Promise<void>;
  /** The inventory after the last version; `null` before the first. */
  readonly inventory: () => InventoryBytes | null;
  readonly added: () => Added;
  /** The names of the new versions, oldest first. */
  readonly names: () => readonly string[];
}

const contentDirectory = 'content';

/** An object to be written. */
export interface ObjectJob {
  readonly archive: Archive;
  /** Of the object. */
  readonly id: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * Write versions of an object into a folder.
 *
 * @param prefix Of their paths there: empty, or ending in `/`.
 * @param before What the object has already, or `null` for a new one.
 */
export function writeVersions(
  { archive, id, signal }: ObjectJob,
  folder: FolderDraft,
  prefix: string,
  before: Inventory | null,
): ObjectVersions {
  const manifest = new Map(Object.entries(before?.manifest ?? {}));
  const fixity = new Map(Object.entries(before?.fixity.sha256 ?? {}));
  const versions = new Map(Object.entries(before?.versions ?? {}));
  // Records name bytes by SHA-256, and OCFL by SHA-512.
  const known = new Map<string, string>();
  const digests = new Map([...manifest].flatMap(([sha512, paths]) => paths.map((path) => [path, sha512] as const)));
  for (const [sha256, paths] of fixity) {
    const sha512 = digests.get(paths[0] ?? '');
    if (sha512 !== undefined) known.set(sha256, sha512);
  }
  const first = before === null ? 0 : numberOfVersion(before.head);
  let n = first;
  let inventory: InventoryBytes | null = null;
  const added = { versions: 0, files: 0, bytes: 0 };

  return {
    async add(snapshot) {
      n += 1;
      const state = new Map<string, string[]>();
      for (const file of await listSnapshotFiles(archive, snapshot)) {
        signal?.throwIfAborted();
        const sha512 = known.get(file.sha256) ?? (await store(file));
        state.set(sha512, [...(state.get(sha512) ?? []), file.name]);
      }
      versions.set(`v${n}`, describe(snapshot, Object.fromEntries(state)));
      inventory = writeInventory({
        id,
        type: 'https://ocfl.io/1.1/spec/#inventory',
        digestAlgorithm: 'sha512',
        head: `v${n}`,
        manifest: Object.fromEntries(manifest),
        versions: Object.fromEntries(versions),
        fixity: { sha256: Object.fromEntries(fixity) },
      });
      await folder.write(`${prefix}v${n}/${inventoryName}`, [inventory.inventory]);
      await folder.write(`${prefix}v${n}/${sidecarName}`, [inventory.sidecar]);
      added.versions += 1;
    },
    inventory: () => inventory,
    added: () => added,
    names: () => Array.from({ length: n - first }, (_, index) => `v${first + index + 1}`),
  };

  async function store(file: SnapshotFile): Promise<string> {
    const path = `v${n}/${contentDirectory}/${file.name}`;
    const { bytes, sha256, sha512 } = await folder.write(`${prefix}${path}`, file.open());
    manifest.set(sha512, [...(manifest.get(sha512) ?? []), path]);
    fixity.set(sha256, [...(fixity.get(sha256) ?? []), path]);
    known.set(sha256, sha512);
    added.files += 1;
    added.bytes += bytes;
    return sha512;
  }
}

function describe({ record }: StoredSnapshot, state: Version['state']): Version {
  const { n, capturedAt, observation, software } = record;
  const { name, version } = software;
  return {
    created: capturedAt,
    message: `Record ${n}: ${observation.state}, as ${observation.source} says`,
    user: {
      name: `${name} ${version}`,
      address: `urn:embalm:software:${encodeURIComponent(name)}:${encodeURIComponent(version)}`,
    },
    state,
  };
}
