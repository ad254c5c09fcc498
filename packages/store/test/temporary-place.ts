import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory of a test's own, removed when it is disposed of. */
export interface TemporaryPlace extends AsyncDisposable {
  readonly path: string;
}

export async function temporaryPlace(): Promise<TemporaryPlace> {
  const path = await mkdtemp(join(tmpdir(), 'embalm-store-'));
  return {
    path,
    async [Symbol.asyncDispose]() {
      await rm(path, { recursive: true, force: true });
    },
  };
}
