import { createHash, hash } from 'node:crypto';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fillBuffer } from '../disk/fill-buffer.ts';
import { blobPath } from '../layout.ts';
import { reasonOf } from './verification.ts';
import type { Problem } from './verify-report.ts';

/** Some blobs of an archive. */
export interface BlobBatch {
  readonly root: string;
  /** The digests they are named after. */
  readonly digests: readonly string[];
  /** Pass over what was not written since: ms since 1970; `null` for none. */
  readonly since: number | null;
}

/** What came of reading them. */
export interface BlobsReading {
  readonly blobs: number;
  readonly bytes: number;
  readonly problems: readonly Problem[];
}

/** Read blobs, and compare their bytes with their names. */
export function readBlobs({ root, digests, since }: BlobBatch): BlobsReading {
  const problems: Problem[] = [];
  let blobs = 0;
  let bytes = 0;
  for (const sha256 of digests) {
    const path = blobPath(sha256);
    const report = (message: string): void => void problems.push({ code: 'blob-damaged', path, message, post: null });
    try {
      const found = digestOf(join(root, path), since);
      if (found === null) continue;
      blobs += 1;
      bytes += found.bytes;
      if (found.sha256 !== sha256) report(`its bytes have the sha256 ${found.sha256}`);
    } catch (error) {
      report(`it cannot be read: ${reasonOf(error)}`);
    }
  }
  return { blobs, bytes, problems };
}

/** Most blobs fit; larger ones are read in pieces of this size. */
const buffer = Buffer.allocUnsafeSlow(1024 * 1024);

/** The sha256 of a file; `null` if it was not written since. Read at once: promises would cost more than the reading. */
function digestOf(path: string, since: number | null): { readonly sha256: string; readonly bytes: number } | null {
  const file = openSync(path, 'r');
  try {
    if (since !== null && fstatSync(file).mtimeMs < since) return null;
    const first = fillBuffer(file, buffer);
    if (first < buffer.length) return { sha256: hash('sha256', buffer.subarray(0, first)), bytes: first };
    const whole = createHash('sha256');
    let bytes = 0;
    for (let length = first; length > 0; length = fillBuffer(file, buffer)) {
      whole.update(buffer.subarray(0, length));
      bytes += length;
    }
    return { sha256: whole.digest('hex'), bytes };
  } finally {
    closeSync(file);
  }
}
