import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Some files of an archive, and what to hash before each. */
export interface FilesToAttest {
  readonly root: string;
  readonly nonce: string;
  /** Relative to the archive. */
  readonly paths: readonly string[];
}

/** What a side says of a file. */
export interface Attestation {
  readonly path: string;
  /** The sha256 of the nonce's text and the file's bytes; `null` if it cannot be read. */
  readonly hash: string | null;
}

const buffer = Buffer.allocUnsafeSlow(1024 * 1024);

/** Hash files with a nonce before them: who has only their digests cannot. */
export function attestFiles({ root, nonce, paths }: FilesToAttest): readonly Attestation[] {
  return paths.map((path) => ({ path, hash: hashOf(join(root, path), nonce) }));
}

function hashOf(path: string, nonce: string): string | null {
  try {
    const file = openSync(path, 'r');
    try {
      const hash = createHash('sha256').update(nonce);
      for (;;) {
        const length = readSync(file, buffer, 0, buffer.length, null);
        if (length === 0) return hash.digest('hex');
        hash.update(buffer.subarray(0, length));
      }
    } finally {
      closeSync(file);
    }
  } catch {
    // It is gone by now, or unreadable: either way this side cannot show it.
    return null;
  }
}
