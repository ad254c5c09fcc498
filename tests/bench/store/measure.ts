import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** How long something took. */
export interface Took<T> {
  readonly result: T;
  readonly seconds: number;
  /** Of all threads, in user and system mode. */
  readonly cpuSeconds: number;
}

/** Time something, by the clock and by the processor. */
export async function measure<T>(run: () => Promise<T>): Promise<Took<T>> {
  const begun = performance.now();
  const before = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (performance.now() - begun) / 1000, cpuSeconds: (user + system) / 1e6 };
}

/** What a folder takes on the disk. */
export interface DiskUse {
  readonly files: number;
  readonly inodes: number;
  readonly bytes: number;
  /** Of the blocks that the file system gave. */
  readonly blockBytes: number;
}

/** Count what the named folders of an archive take. */
export async function diskUse(root: string, folders: readonly string[]): Promise<DiskUse> {
  let use: DiskUse = { files: 0, inodes: 0, bytes: 0, blockBytes: 0 };
  for (const folder of folders) {
    for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true })) {
      const { size, blocks } = await lstat(join(entry.parentPath, entry.name));
      const isFile = entry.isFile() ? 1 : 0;
      use = {
        files: use.files + isFile,
        inodes: use.inodes + 1,
        bytes: use.bytes + isFile * size,
        blockBytes: use.blockBytes + blocks * 512,
      };
    }
  }
  return use;
}

/** The middle one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
