import type { PostId } from '@embalm/post';
import { blobsOf } from '../record/blobs-of.ts';
import { readRecordNow, recordNumbersNow } from '../record/read-now.ts';

/** Some posts of an archive. */
export interface BlobNamesToRead {
  readonly root: string;
  readonly posts: readonly PostId[];
}

/** The digests of all blobs that the records of some posts name. @throws {DamagedRecordError} If one cannot be read. */
export function readBlobNames({ root, posts }: BlobNamesToRead): readonly string[] {
  const names = new Set<string>();
  for (const post of posts) {
    for (const n of recordNumbersNow(root, post)) {
      const snapshot = readRecordNow(root, post, n);
      for (const { sha256 } of snapshot === null ? [] : blobsOf(snapshot.record)) names.add(sha256);
    }
  }
  return [...names];
}
