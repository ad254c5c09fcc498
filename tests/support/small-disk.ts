import { execFileSync } from 'node:child_process';
import { temporaryFolder } from './temporary-folder.ts';

/** A disk of its own size, for tests of full and read-only disks. */
export interface SmallDisk extends AsyncDisposable {
  readonly path: string;
  makeReadOnly(): void;
}

/**
 * Mount a disk in memory. That takes root on Linux.
 *
 * @returns `null` where it cannot be mounted; a line says so.
 */
export async function mountSmallDisk(bytes: number): Promise<SmallDisk | null> {
  const folder = await temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder.path], { stdio: 'pipe' });
  } catch (error) {
    await folder[Symbol.asyncDispose]();
    console.warn(`1 test skipped: no disk could be mounted (${String(error).split('\n', 1)[0]})`);
    return null;
  }
  return {
    path: folder.path,
    makeReadOnly: () => void execFileSync('mount', ['-o', 'remount,ro', folder.path], { stdio: 'pipe' }),
    [Symbol.asyncDispose]: async () => {
      execFileSync('umount', ['-l', folder.path], { stdio: 'pipe' });
      await folder[Symbol.asyncDispose]();
    },
  };
}
