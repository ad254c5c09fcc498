import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { type Disk, type DiskFile, isErrno } from './disk.ts';
import { shareNextRun } from './share-next-run.ts';

/** Names of temporary files: nothing else in `tmp/` is ours to remove. */
export const temporaryPattern: RegExp = /^[0-9a-f]{16}-[0-9]{1,15}\.tmp$/;

/** Nobody changes what an archive keeps. */
const keptMode = 0o444;

/** Files that are whole and on the disk before they get their name. */
export interface DurableFiles {
  /** Unique to this program's run. */
  readonly session: string;
  createTemporary(): Promise<TemporaryFile>;
  /** Make a directory and what is missing above it, up to the root; when this resolves, its name is on the disk. */
  ensureDirectory(path: string): Promise<void>;
  /** Flush a directory. Callers that come while one is being flushed share the next run. */
  syncDirectory(path: string): Promise<void>;
}

/** A file in the making. Disposing of it removes it, unless it has been moved. */
interface TemporaryFile extends AsyncDisposable {
  /** Append all of the bytes. */
  append(bytes: Uint8Array): Promise<void>;
  /** Flush and close: nothing can be appended after. */
  finish(): Promise<void>;
  /** Give the finished file its name, replacing what has it; when this resolves, the name is on the disk. */
  moveTo(path: string): Promise<void>;
  /**
   * Give the finished file a name that nothing has yet; when this resolves to true, the name is on the disk.
   *
   * @returns false if the name is taken.
   */
  claim(path: string): Promise<boolean>;
}

/**
 * Write durably under a root directory.
 *
 * @param root The archive; it exists.
 * @param temporaries Where temporary files live: a directory on the same file system.
 * @param mode The permissions of files; default read-only.
 */
export function createDurableFiles(
  disk: Disk,
  root: string,
  temporaries: string,
  mode: number = keptMode,
): DurableFiles {
  const session = randomBytes(8).toString('hex');
  const directories = new Map<string, Promise<void>>();
  const syncDirectory = shareNextRun((path) => disk.syncDirectory(path));
  let counter = 0;
  return { session, createTemporary, ensureDirectory, syncDirectory };

  function ensureDirectory(path: string): Promise<void> {
    if (path === root) return Promise.resolve();
    const known = directories.get(path);
    if (known !== undefined) return known;
    if (directories.size >= 100_000) directories.clear();
    const made = makeDirectory(path);
    directories.set(path, made);
    made.catch(() => directories.delete(path));
    return made;
  }

  async function makeDirectory(path: string): Promise<void> {
    const parent = dirname(path);
    await ensureDirectory(parent);
    await makeIfMissing(disk, path);
    // Also if it was there: whoever made it may not have flushed its name yet.
    await syncDirectory(parent);
  }

  async function createTemporary(): Promise<TemporaryFile> {
    await ensureDirectory(temporaries);
    counter += 1;
    const path = join(temporaries, `${session}-${counter}.tmp`);
    return temporaryFile(path, await disk.create(path, mode));
  }

  function temporaryFile(temporary: string, file: DiskFile): TemporaryFile {
    let length = 0;
    let open = true;
    let exists = true;
    return {
      async append(bytes) {
        await writeFully(file, bytes, length);
        length += bytes.length;
      },
      async finish() {
        await file.sync();
        open = false;
        await file.close();
      },
      async moveTo(path) {
        await disk.rename(temporary, path);
        exists = false;
        await syncDirectory(dirname(path));
      },
      async claim(path) {
        try {
          await disk.link(temporary, path);
        } catch (error) {
          if (isErrno(error, 'EEXIST')) return false;
          throw error;
        }
        await syncDirectory(dirname(path));
        return true;
      },
      async [Symbol.asyncDispose]() {
        // A left-over is removed by age when the archive is next opened; the error that led here matters more.
        if (open) await file.close().catch(ignore);
        if (exists) await disk.remove(temporary).catch(ignore);
      },
    };
  }
}

/** Write all of the bytes at a position: one call to the system may take fewer. */
export async function writeFully(file: DiskFile, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const count = await file.write(bytes.subarray(written), position + written);
    if (count <= 0) throw new Error(`The disk took ${written} of ${bytes.length} bytes and no more`);
    written += count;
  }
}

async function makeIfMissing(disk: Disk, path: string): Promise<void> {
  try {
    await disk.makeDirectory(path);
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
  }
}

function ignore(): void {}
