import { access, constants, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Archive, openArchive, type SnapshotRecord } from '@embalm/store';
import { checkRecords } from '../../store/test/check-records.ts';
import { importFile, type ImportReport } from '../src/import.ts';

/** An archive, and a folder for files to be imported into it. */
export interface ImportPlace extends AsyncDisposable {
  readonly archive: Archive;
  readonly folder: string;
  /** Write a file, of 7 March 2022; folders above it are made. */
  write(name: string, content: Uint8Array | string): Promise<string>;
  /** Write a file and import it. */
  importAs(name: string, content: Uint8Array | string): Promise<ImportReport>;
  /** The paths of blobs that no record names. */
  listUnnamed(): Promise<readonly string[]>;
  /** The newest record of a post. */
  head(post: `x:${string}`): Promise<SnapshotRecord>;
}

/** Make one; all its records must fit the published schema when it is disposed of. In memory if the system has such a place: nothing here needs real flushing. */
export async function importPlace(): Promise<ImportPlace> {
  const quick = await access('/dev/shm', constants.W_OK).then(
    () => '/dev/shm',
    () => tmpdir(),
  );
  const root = await mkdtemp(join(quick, 'embalm-import-'));
  const archive = await openArchive(join(root, 'archive'));
  const write = async (name: string, content: Uint8Array | string): Promise<string> => {
    const path = join(root, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    const at = new Date('2022-03-07T00:00:00Z');
    await utimes(path, at, at);
    return path;
  };
  return {
    archive,
    folder: root,
    write,
    importAs: async (name, content) => importFile(await write(name, content), { archive }),
    async head(post) {
      const found = await archive.head(post);
      if (found === null) throw new Error(`${post} is not in the archive`);
      return found.record;
    },
    async listUnnamed() {
      const inAMonth = Date.now() + 31 * 86_400_000;
      await using later = await openArchive(archive.directory, { now: () => new Date(inAMonth) });
      const unnamed: string[] = [];
      await later.collectGarbage({ dryRun: true, onRemoved: (path) => unnamed.push(path) });
      return unnamed;
    },
    async [Symbol.asyncDispose]() {
      await archive[Symbol.asyncDispose]();
      const { misfits } = await checkRecords(archive.directory);
      await rm(root, { recursive: true });
      if (misfits.length > 0) throw new Error(`Records do not fit their schema:\n${misfits.join('\n')}`);
    },
  };
}
