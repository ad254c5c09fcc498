import { execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { promisify } from 'node:util';
import { temporaryPlace, type TemporaryPlace } from './temporary-place.ts';

const run = promisify(execFile);

/** A disk of a test's own: a file system in memory. */
export interface SmallDisk extends AsyncDisposable {
  readonly path: string;
  /** Mount it read-only. */
  freeze(): Promise<void>;
}

/**
 * Mount a disk of `megabytes`, or resolve to `null` if this machine does not let us. That is said aloud: a test that is
 * skipped in silence is no test.
 */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | null> {
  const place = await temporaryPlace();
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'embalm-test', place.path]);
  } catch (error) {
    await place[Symbol.asyncDispose]();
    const reason = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error);
    process.stderr.write(`SKIPPED: no disk can be mounted here, so a full disk was not tried (${reason})\n`);
    return null;
  }
  return {
    path: place.path,
    async freeze() {
      await run('mount', ['-o', 'remount,ro', place.path]);
    },
    async [Symbol.asyncDispose]() {
      await run('umount', ['--lazy', place.path]);
      await place[Symbol.asyncDispose]();
    },
  };
}

/** Take the right to write from a directory; that stops everyone but root. */
export async function freezeDirectory(place: TemporaryPlace): Promise<AsyncDisposable> {
  await chmod(place.path, 0o555);
  return {
    async [Symbol.asyncDispose]() {
      await chmod(place.path, 0o755);
    },
  };
}
