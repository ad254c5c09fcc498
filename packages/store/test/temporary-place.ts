import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory of a test's own, removed when it is disposed of. */
export interface TemporaryPlace extends AsyncDisposable {
  readonly path: string;
}

/** Make one; in memory if the system has such a place, because most tests need no real flushing. */
export async function temporaryPlace(): Promise<TemporaryPlace> {
  const path = await mkdtemp(join(await quickDirectory(), 'embalm-store-'));
  return {
    path,
    async [Symbol.asyncDispose]() {
      await rm(path, { recursive: true, force: true });
    },
  };
}

async function quickDirectory(): Promise<string> {
  try {
    await access('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}
