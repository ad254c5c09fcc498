import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DamageError } from '../archive-errors.ts';
import { checkpointPath } from '../checkpoint/checkpoint-file.ts';
import { isErrno } from '../disk/disk.ts';
import { listTimestamps } from '../timestamp/list-timestamps.ts';
import { readTimestamp } from '../timestamp/read-timestamp.ts';
import { TimestampError } from '../timestamp/timestamp-error.ts';
import type { TimestampPlace } from '../timestamp/timestamp-file.ts';
import type { RepairTools } from './repair-archive.ts';
import { writeInPlace } from './write-in-place.ts';

/**
 * Put back time stamps from a copy. Nothing names them, so whatever the copy has that stamps a checkpoint of ours is
 * taken, if we lack it or ours is damaged.
 *
 * @returns The paths of the tokens that were put back.
 */
export async function repairTimestamps(tools: RepairTools, copy: string): Promise<readonly string[]> {
  const repaired: string[] = [];
  for (const place of await listTimestamps(copy)) {
    if ((await readIfSound(tools.root, place)) !== null) continue;
    const bytes = await readIfSound(copy, place);
    if (bytes === null || !(await stampsOurs(tools.root, place, bytes))) continue;
    await writeInPlace(tools, place.path, bytes);
    repaired.push(place.path);
  }
  return repaired;
}

async function readIfSound(root: string, place: TimestampPlace): Promise<Uint8Array | null> {
  try {
    return await readTimestamp(root, place);
  } catch (error) {
    if (error instanceof DamageError || isErrno(error, 'ENOENT', 'EIO')) return null;
    throw error;
  }
}

async function stampsOurs(root: string, { n }: TimestampPlace, bytes: Uint8Array): Promise<boolean> {
  const { checkToken } = await import('../timestamp/check-token.ts');
  try {
    await checkToken(bytes, await readFile(join(root, checkpointPath(n))), []);
    return true;
  } catch (error) {
    if (error instanceof TimestampError || isErrno(error, 'ENOENT', 'EIO', 'EISDIR')) return false;
    throw error;
  }
}
