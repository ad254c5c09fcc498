import {
  closeSync,
  fsync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  unlinkSync,
  write,
  writeSync,
} from 'node:fs';
import { promisify } from 'node:util';

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

const flush = promisify(fsync);
const writeElsewhere = promisify(write);

/** Copying more than this takes longer than handing it to another thread. */
const mostBytesHere = 128 * 1024;

/**
 * The real disk. Only what waits for the disk itself goes to another thread: going there and back takes several times as
 * long as a call that ends in the system's memory, of which a commit makes some forty.
 */
export const nodeDisk: Disk = {
  create: async (path, mode) => fileOf(openSync(path, 'wx', mode)),
  openToAppend: async (path) => fileOf(openExisting(path)),
  link: async (existing, path) => linkSync(existing, path),
  rename: async (from, to) => renameSync(from, to),
  remove: async (path) => unlinkSync(path),
  makeDirectory: async (path) => mkdirSync(path),
  async syncDirectory(path) {
    const descriptor = openSync(path, 'r');
    try {
      await flush(descriptor);
    } finally {
      closeSync(descriptor);
    }
  },
};

/** Neither `a` (no writing at a position) nor `w` (which cuts): open what there is, else create. */
function openExisting(path: string): number {
  try {
    return openSync(path, 'r+');
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error;
    return openSync(path, 'wx+');
  }
}

function fileOf(descriptor: number): DiskFile {
  return {
    async write(bytes, position) {
      if (bytes.length <= mostBytesHere) return writeSync(descriptor, bytes, 0, bytes.length, position);
      return (await writeElsewhere(descriptor, bytes, 0, bytes.length, position)).bytesWritten;
    },
    truncate: async (bytes) => ftruncateSync(descriptor, bytes),
    sync: () => flush(descriptor),
    close: async () => closeSync(descriptor),
  };
}

/** Whether an error is one of the system's, with one of these codes. */
export function isErrno(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
