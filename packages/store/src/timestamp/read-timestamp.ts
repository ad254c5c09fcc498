import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { DamageError } from '../archive-errors.ts';
import { sha256Of } from '../layout.ts';
import { mostTokenBytes, type TimestampPlace } from './timestamp-file.ts';

/**
 * Read a token's file.
 *
 * @throws {DamageError} If its bytes are not those it is named after.
 */
export async function readTimestamp(root: string, { path, sha256 }: TimestampPlace): Promise<Uint8Array> {
  await using file = await open(join(root, path));
  const { buffer, bytesRead } = await file.read(Buffer.alloc(mostTokenBytes + 1), 0, mostTokenBytes + 1, 0);
  const bytes = buffer.subarray(0, bytesRead);
  if (bytesRead > mostTokenBytes || sha256Of(bytes) !== sha256) {
    throw new DamageError(path, 'its bytes are not those it is named after');
  }
  return bytes;
}
