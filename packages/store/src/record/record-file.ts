import type { PostId } from '@embalm/post';
import { count, object, oneOf } from '@embalm/post/decode';
import { DamagedRecordError } from '../archive-errors.ts';
import { postFolder, recordName, sha256Of } from '../layout.ts';
import type { SnapshotRecord } from '../snapshot-record.ts';
import { parseSnapshotRecord } from './parse-snapshot-record.ts';
import { sealJson, unsealJson } from './sealed-json.ts';
import type { StoredSnapshot } from './stored-snapshot.ts';

/** The most bytes a record may have: a hostile file must not fill the memory. Real ones have some 200 kB. */
export const maxRecordBytes: number = 64 * 1024 * 1024;

const seal = 'checksum';

/** A record's bytes: one line of canonical JSON that ends with the sha256 of what stands before. */
export function writeRecord(record: SnapshotRecord): Uint8Array {
  return sealJson(record, seal, sha256Of);
}

/** The relative path of record `n` of a post. */
export function recordPath(post: PostId, n: number): string {
  return `${postFolder(post)}/${recordName(n)}`;
}

/**
 * Take bytes for record `n` of a post.
 *
 * @throws {DamagedRecordError} If they are not as they were written, or another record.
 */
export function requireRecord(post: PostId, n: number, bytes: Buffer): StoredSnapshot {
  const path = recordPath(post, n);
  const record = parseRecordFile(path, bytes);
  if (record.post !== post || record.n !== n) {
    throw new DamagedRecordError(path, `it is record ${record.n} of ${record.post}`);
  }
  return { record, sha256: sha256Of(bytes), path };
}

/**
 * Read the bytes of a record's file.
 *
 * @param path Where they came from, for the error.
 * @throws {DamagedRecordError} If they are not as they were written.
 */
export function parseRecordFile(path: string, bytes: Buffer): SnapshotRecord {
  const sealed = unsealJson(bytes, seal);
  if (sealed === null) throw new DamagedRecordError(path, 'it does not end with a checksum');
  if (sha256Of(sealed.body) !== sealed.seal) throw new DamagedRecordError(path, 'its bytes do not match its checksum');
  try {
    return parseSnapshotRecord(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DamagedRecordError(path, reason, { cause: error });
  }
}

/** The version of the format in which a record's file was written; `null` if its bytes are not as they were written. */
export function recordVersionOf(bytes: Buffer): number | null {
  const sealed = unsealJson(bytes, seal);
  if (sealed === null || sha256Of(sealed.body) !== sealed.seal) return null;
  try {
    return recordVersion(JSON.parse(bytes.toString('utf8'))).version;
  } catch {
    return null;
  }
}

const recordVersion = object<Pick<SnapshotRecord, 'format'> & { readonly version: number }>({
  format: oneOf('embalm-record'),
  version: count,
});
