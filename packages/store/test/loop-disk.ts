import { execFile } from 'node:child_process';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryPlace } from './temporary-place.ts';

const run = promisify(execFile);

/** An ext4 file system of a test's own, in a file. */
export interface LoopDisk extends AsyncDisposable {
  readonly path: string;
  /** Copy what has come to the disk by now, as if the power failed. */
  readonly copy: () => Promise<void>;
  /** Mount the copy, and look at it. */
  lookAtCopy<T>(look: (path: string) => Promise<T>): Promise<T>;
  /** Tell the file system that the disk fails: it lets nobody write any more. */
  fail(): Promise<void>;
  /** Take the disk out and put it in again. */
  remount(): Promise<void>;
}

/** Mount one of 64 MB, or resolve to `null` if this machine does not let us; that is said aloud. */
export async function mountLoopDisk(): Promise<LoopDisk | null> {
  const place = await temporaryPlace();
  const [image, copied] = [join(place.path, 'image'), join(place.path, 'copy')];
  const [path, copyPath] = [join(place.path, 'disk'), join(place.path, 'copied')];
  try {
    await mkdir(path);
    await mkdir(copyPath);
    await run('truncate', ['--size', '64M', image]);
    await run('mkfs.ext4', ['-q', image]);
    await mount(image, path);
  } catch (error) {
    await place[Symbol.asyncDispose]();
    const reason = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error);
    process.stderr.write(`SKIPPED: no image of a disk can be mounted here, so no disk was made to fail (${reason})\n`);
    return null;
  }
  return {
    path,
    copy: () => copyFile(image, copied),
    async lookAtCopy(look) {
      await mount(copied, copyPath);
      try {
        return await look(copyPath);
      } finally {
        await run('umount', [copyPath]);
        await rm(copied);
      }
    },
    async fail() {
      const { stdout } = await run('findmnt', ['--noheadings', '--output', 'SOURCE', path]);
      await writeFile(`/sys/fs/ext4/${basename(stdout.trim())}/trigger_fs_error`, '1');
    },
    async remount() {
      await run('umount', [path]);
      await mount(image, path);
    },
    async [Symbol.asyncDispose]() {
      await run('umount', ['--lazy', path]);
      await place[Symbol.asyncDispose]();
    },
  };
}

async function mount(image: string, path: string): Promise<void> {
  await run('mount', ['-o', 'loop,errors=remount-ro', image, path]);
}
