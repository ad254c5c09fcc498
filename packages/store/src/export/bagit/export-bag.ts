import type { Archive } from '../../archive.ts';
import { postFolder, recordName } from '../../layout.ts';
import type { StoredSnapshot } from '../../record/stored-snapshot.ts';
import type { ExportOptions } from '../export-options.ts';
import type { FolderDraft } from '../output/folder-draft.ts';
import { writeWholeFolder } from '../output/write-whole-folder.ts';
import { openScratch, type Scratch } from '../scratch.ts';
import { selectSnapshots } from '../select-snapshots.ts';
import { listSnapshotFiles, type SnapshotFile } from '../snapshot-files.ts';
import { type BagFacts, bagInfo } from './bag-info.ts';
import { bagReadme } from './bag-readme.ts';
import { type BagWriter, createBagWriter } from './bag-writer.ts';

/** What to export as a bag, and how. */
export interface ExportBagOptions extends ExportOptions {
  /** `Bagging-Date`, as in `2026-11-22`; default the day of the newest capture, so that the same posts give the same bytes. */
  readonly baggingDate?: string | undefined;
}

/** What was written. */
export interface ExportedFolder {
  readonly posts: number;
  readonly snapshots: number;
  /** Of the payload: without what describes it. */
  readonly files: number;
  readonly bytes: number;
}

/**
 * Export posts as a bag: a folder of BagIt 1.0 (RFC 8493). It is there as a whole or not at all. The same posts give the same
 * bytes.
 *
 * @param path A folder that is not there yet, or is empty.
 * @throws {NothingToExportError} If no post was selected.
 * @throws {DamageError} If a record or a blob is damaged.
 * @throws {MissingBlobError} If a blob is gone.
 * @throws {UnwritableTargetError} If the folder cannot be there, or has something in it.
 * @throws {DiskFullError} If there is no room.
 * @throws The signal's reason, if it aborts; then nothing is left.
 */
export async function exportBag(path: string, archive: Archive, options: ExportBagOptions): Promise<ExportedFolder> {
  return writeWholeFolder(path, (folder) => fillBag(folder, archive, options));
}

async function fillBag(folder: FolderDraft, archive: Archive, options: ExportBagOptions): Promise<ExportedFolder> {
  using scratch = await openScratch();
  const bag = createBagWriter(folder, scratch);
  await bag.add('README.txt', [Buffer.from(bagReadme)]);
  let facts: BagFacts = { posts: 0, snapshots: 0, onlyPost: null, newest: '' };
  const onProgress: ExportOptions['onProgress'] = (counts) => {
    facts = { ...facts, ...counts };
    options.onProgress?.(counts);
  };
  for await (const snapshot of selectSnapshots(archive, { ...options, onProgress })) {
    const { post, capturedAt } = snapshot.record;
    facts = {
      ...facts,
      onlyPost: facts.posts === 1 ? post : null,
      newest: capturedAt > facts.newest ? capturedAt : facts.newest,
    };
    await addSnapshot(bag, scratch, archive, snapshot, options.signal);
  }
  let size = { files: 0, bytes: 0 };
  await bag.finish((payload) => {
    size = { files: payload.files, bytes: payload.bytes };
    return bagInfo(facts, payload, options);
  });
  return { posts: facts.posts, snapshots: facts.snapshots, ...size };
}

async function addSnapshot(
  bag: BagWriter,
  scratch: Scratch,
  archive: Archive,
  snapshot: StoredSnapshot,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { post, n } = snapshot.record;
  const folder = `${postFolder(post)}/${recordName(n).replace(/\.json$/, '')}`;
  for (const file of await listSnapshotFiles(archive, snapshot)) {
    signal?.throwIfAborted();
    if (!isNew(file)) continue;
    const path = file.kind === 'body' ? `bodies/${file.sha256.slice(0, 2)}/${file.sha256}` : `${folder}/${file.name}`;
    await bag.add(path, file.open());
  }

  /** A post's own files are there for each post, bodies for all. */
  function isNew({ kind, sha256 }: SnapshotFile): boolean {
    if (kind === 'record' || kind === 'content') return true;
    const isFirst = scratch.claim(sha256, '') === null;
    return kind === 'body' ? isFirst : scratch.claim(`${post} ${sha256}`, '') === null;
  }
}
