import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { explainWriteError } from './unwritable-file-error.ts';

/**
 * Write a file so that nobody ever sees half of it: beside its place under another name, then renamed. Folders on the way
 * are made. It is not waited for until it is on the disk: what is made from an archive can be made again.
 *
 * @throws {UnwritableFileError} If that cannot be done; then the place is as it was.
 * @throws {OccupiedPlaceError} If something else is there.
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.tmp`);
  try {
    await makeFolder(dirname(path));
    await writeFile(temporary, content, { flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw explainWriteError(path, error);
  }
}
