import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, openArchive } from '@embalm/store';

/** An archive of a test's own, removed when it is disposed of. */
export interface TestArchive extends AsyncDisposable {
  readonly archive: Archive;
}

/** Open one. */
export async function openTestArchive(now?: () => Date): Promise<TestArchive> {
  const directory = await mkdtemp(join(tmpdir(), 'embalm-archiver-'));
  const archive = await openArchive(join(directory, 'archive'), now === undefined ? {} : { now });
  return {
    archive,
    async [Symbol.asyncDispose]() {
      await archive[Symbol.asyncDispose]();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
