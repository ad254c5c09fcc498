import { type FileHandle, link, mkdir, open, rename, unlink } from 'node:fs/promises';

/**
 * Everything the archive does to a disk, one system call each. Tests put a failing or recording disk in its place;
 * reading goes past it.
 */
export interface Disk {
  /** Create a file that must not exist yet, with these permissions. */
  create(path: string, mode: number): Promise<DiskFile>;
  /** Open a file for writing; it is created if need be. */
  openToAppend(path: string): Promise<DiskFile>;
  /** Give a file a second name, which must not exist yet. */
  link(existing: string, path: string): Promise<void>;
  /** Move a file onto another name, replacing what has it. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Create a directory whose parent exists. */
  makeDirectory(path: string): Promise<void>;
  /** Flush a directory: the names in it survive a power cut. */
  syncDirectory(path: string): Promise<void>;
}

/** A file that is open for writing. */
export interface DiskFile {
  /** Write at a position; resolves to how many bytes were written, which may be fewer. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  /** Cut to a length. */
  truncate(bytes: number): Promise<void>;
  /** Flush: what was written survives a power cut. After an error the file's state is unknown; never retry. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The real disk. */
export const nodeDisk: Disk = {
  create: async (path, mode) => fileOf(await open(path, 'wx', mode)),
  openToAppend: async (path) => fileOf(await openExisting(path)),
  link,
  rename,
  remove: unlink,
  makeDirectory: (path) => mkdir(path),
  async syncDirectory(path) {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

/** Neither `a` (no writing at a position) nor `w` (which cuts): open what there is, else create. */
async function openExisting(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+');
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error;
    return open(path, 'wx+');
  }
}

function fileOf(handle: FileHandle): DiskFile {
  return {
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    truncate: (bytes) => handle.truncate(bytes),
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

/** Whether an error is one of the system's, with one of these codes. */
export function isErrno(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
