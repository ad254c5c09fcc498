import { join } from 'node:path';
import type { Archive } from '../archive.ts';
import { DamagedRecordError } from '../archive-errors.ts';
import { readFileNow } from '../disk/read-file-now.ts';
import { sha256Of } from '../layout.ts';
import { maxRecordBytes } from '../record/record-file.ts';
import type { StoredSnapshot } from '../record/stored-snapshot.ts';

/**
 * A record's file as it is: reading it may have dropped what a newer program added.
 *
 * @throws {DamagedRecordError} If it has changed since.
 */
export function recordBytes(archive: Archive, { path, sha256 }: StoredSnapshot): Uint8Array {
  const bytes = readFileNow(join(archive.directory, path), maxRecordBytes);
  if (bytes === null || bytes === 'other' || sha256Of(bytes) !== sha256)
    throw new DamagedRecordError(path, 'it has changed while it was read');
  return bytes;
}
