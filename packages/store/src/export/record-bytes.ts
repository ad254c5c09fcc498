import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../archive.ts';
import { DamagedRecordError } from '../archive-errors.ts';
import { sha256Of } from '../layout.ts';
import type { StoredSnapshot } from '../record/stored-snapshot.ts';

/**
 * A record's file as it is: reading it may have dropped what a newer program added.
 *
 * @throws {DamagedRecordError} If it has changed since.
 */
export async function recordBytes(archive: Archive, { path, sha256 }: StoredSnapshot): Promise<Uint8Array> {
  const bytes = await readFile(join(archive.directory, path));
  if (sha256Of(bytes) !== sha256) throw new DamagedRecordError(path, 'it has changed while it was read');
  return bytes;
}
