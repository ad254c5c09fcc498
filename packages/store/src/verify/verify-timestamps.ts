import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DamageError } from '../archive-errors.ts';
import { checkpointPath } from '../checkpoint/checkpoint-file.ts';
import { isErrno } from '../disk/disk.ts';
import { listTimestamps } from '../timestamp/list-timestamps.ts';
import { readTimestamp } from '../timestamp/read-timestamp.ts';
import { TimestampError } from '../timestamp/timestamp-error.ts';
import type { TimestampPlace } from '../timestamp/timestamp-file.ts';
import type { StoredTimestamp } from '../timestamp/stamp-checkpoint.ts';
import { reasonOf, type Verification } from './verification.ts';
import type { Problem } from './verify-report.ts';

/** Check every token of a time stamp authority against the checkpoint that it stamps. */
export async function verifyTimestamps(verification: Verification): Promise<void> {
  const { root, report, onTimestamp, goOn } = verification;
  for (const place of await listTimestamps(root)) {
    goOn();
    try {
      onTimestamp(await verifyTimestamp(verification, place));
    } catch (error) {
      report(problemOf(place, error));
    }
  }
}

async function verifyTimestamp({ root, authorities }: Verification, place: TimestampPlace): Promise<StoredTimestamp> {
  const { path, sha256, n } = place;
  const bytes = await readTimestamp(root, place);
  // Only who has tokens waits for the parsers to load.
  const { checkToken } = await import('../timestamp/check-token.ts');
  return { path, sha256, ...(await checkToken(bytes, await readFile(join(root, checkpointPath(n))), authorities)) };
}

function problemOf({ path, n }: TimestampPlace, error: unknown): Problem {
  if (error instanceof TimestampError && error.fault === 'untrusted') {
    return { code: 'timestamp-untrusted', path, message: error.reason, post: null };
  }
  const code = 'timestamp-damaged';
  if (error instanceof TimestampError || error instanceof DamageError) {
    return { code, path, message: error.reason, post: null };
  }
  if (isErrno(error, 'ENOENT')) {
    return { code, path, message: `checkpoint ${n}, which it stamps, is gone`, post: null };
  }
  if (isErrno(error, 'EIO', 'EACCES', 'EISDIR')) {
    return { code, path, message: `it cannot be read (${reasonOf(error)})`, post: null };
  }
  throw error;
}
