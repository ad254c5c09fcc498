import type { SnapshotRecord } from '../snapshot-record.ts';

/** A record as it is in the archive. */
export interface StoredSnapshot {
  readonly record: SnapshotRecord;
  /** Of the record's file; the next record names it. */
  readonly sha256: string;
  /** The record's file, relative to the archive, as in `posts/e7/x-20/000001.json`. */
  readonly path: string;
}
