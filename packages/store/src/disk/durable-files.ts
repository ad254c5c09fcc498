import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { type Disk, type DiskFile, isErrno } from './disk.ts';
import { settleAll } from './settle-all.ts';
import { shareNextRun } from './share-next-run.ts';

/** Names of temporary files: nothing else in `tmp/` is ours to remove. */
export const temporaryPattern: RegExp = /^[0-9a-f]{16}-[0-9]{1,15}\.tmp$/;

/** Nobody changes what an archive keeps. */
const keptMode = 0o444;

/** Of directories: one forgotten costs a call or two. */
const mostRemembered = 100_000;

/** Files that are whole and on the disk before they get their name. */
export interface DurableFiles {
  /** Unique to this program's run. */
  readonly session: string;
  /** @param permissions Of the file; default those of all. */
  createTemporary(permissions?: number): Promise<TemporaryFile>;
  /** Make a directory and what is missing above it, up to the root; when this resolves, its name is on the disk. */
  ensureDirectory(path: string): Promise<void>;
  /** Flush a directory. Callers that come while one is being flushed share the next run. */
  syncDirectory(path: string): Promise<void>;
  /** Flush a directory that is there, and the names that lead to it from the root. */
  syncUpTo(path: string): Promise<void>;
}

/** A file in the making. Disposing of it removes it, unless it has been moved. */
export interface TemporaryFile extends AsyncDisposable {
  /** Append all of the bytes. */
  append(bytes: Uint8Array): Promise<void>;
  /** Flush what was appended; more may be appended meanwhile. After an error the file is good for nothing. */
  flush(): Promise<void>;
  /** Flush and close: nothing can be appended after. */
  finish(): Promise<void>;
  /**
   * Give the finished file its name, replacing what has it; folders above it are made. When this resolves, all those
   * names are on the disk.
   */
  moveTo(path: string): Promise<void>;
  /**
   * Give the finished file a name that nothing has yet; folders above it are made. When this resolves to true, all those
   * names are on the disk.
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
  const made = new Set<string>();
  const flushedNames = new Map<string, Promise<void>>();
  const syncDirectory = shareNextRun((path) => disk.syncDirectory(path));
  let counter = 0;
  return { session, createTemporary, ensureDirectory, syncDirectory, syncUpTo };

  async function ensureDirectory(path: string): Promise<void> {
    await makeDirectories(path);
    await settleAll(namesUpTo(path).map(flushName));
  }

  async function makeDirectories(path: string): Promise<void> {
    if (path === root || made.has(path)) return;
    await makeDirectories(dirname(path));
    await makeIfMissing(disk, path);
    if (made.size >= mostRemembered) made.clear();
    made.add(path);
  }

  /** All at once, as the file system then writes its journal once for all of them. */
  function syncUpTo(path: string): Promise<void> {
    return settleAll([syncDirectory(path), ...namesUpTo(path).map(flushName)]);
  }

  /** Also of one that was there: whoever made it may not have flushed its name yet. */
  function flushName(path: string): Promise<void> {
    const known = flushedNames.get(path);
    if (known !== undefined) return known;
    if (flushedNames.size >= mostRemembered) flushedNames.clear();
    const flushed = syncDirectory(dirname(path));
    flushedNames.set(path, flushed);
    flushed.catch(() => flushedNames.delete(path));
    return flushed;
  }

  function namesUpTo(path: string): readonly string[] {
    return path === root ? [] : [...namesUpTo(dirname(path)), path];
  }

  async function createTemporary(permissions = mode): Promise<TemporaryFile> {
    await ensureDirectory(temporaries);
    counter += 1;
    const path = join(temporaries, `${session}-${counter}.tmp`);
    return temporaryFile(path, await disk.create(path, permissions));
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
      flush: () => file.sync(),
      async finish() {
        await file.sync();
        open = false;
        await file.close();
      },
      async moveTo(path) {
        await makeDirectories(dirname(path));
        await disk.rename(temporary, path);
        exists = false;
        await syncUpTo(dirname(path));
      },
      async claim(path) {
        await makeDirectories(dirname(path));
        try {
          await disk.link(temporary, path);
        } catch (error) {
          if (isErrno(error, 'EEXIST')) return false;
          throw error;
        }
        await syncUpTo(dirname(path));
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

/** Make a directory, unless it is there. */
export async function makeIfMissing(disk: Disk, path: string): Promise<void> {
  try {
    await disk.makeDirectory(path);
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
  }
}

function ignore(): void {}
