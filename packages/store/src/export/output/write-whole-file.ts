import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { nodeDisk } from '../../disk/disk.ts';
import { appendStream } from '../../disk/append-stream.ts';
import { createDurableFiles } from '../../disk/durable-files.ts';
import { explainDiskErrors } from '../../disk/explain-disk-errors.ts';
import { explainTargetError } from './unwritable-target-error.ts';

/** As of other files that a user makes: what the umask leaves. */
const userMode = 0o666;

/**
 * Write a file that is there as a whole or not at all: it gets its name when all of it is on the disk. What had the name
 * before is replaced. Folders above it are made.
 *
 * @returns How many bytes it has.
 * @throws {DiskFullError} If there is no room.
 * @throws {UnwritableTargetError} If the file cannot be there.
 * @throws What `chunks` throws; then nothing is left.
 */
export async function writeWholeFile(path: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const target = resolve(path);
  const directory = dirname(target);
  let bytes = 0;
  try {
    await mkdir(directory, { recursive: true });
    const files = createDurableFiles(explainDiskErrors(nodeDisk), directory, directory, userMode);
    await using temporary = await files.createTemporary();
    await appendStream(temporary, chunks, (piece) => {
      bytes += piece.length;
    });
    await temporary.finish();
    await temporary.moveTo(target);
  } catch (error) {
    throw explainTargetError(path, error);
  }
  return bytes;
}
