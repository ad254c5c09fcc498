import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { DamageError } from '../archive-errors.ts';
import { numberOfRecord } from '../layout.ts';
import { readRecordNow, recordNumbersNow } from '../record/read-now.ts';
import type { StoredSnapshot } from '../record/stored-snapshot.ts';
import type { RepairTools } from './repair-archive.ts';

/**
 * Put back records of a post from a copy: those that are damaged or missing here, or are not the one that the next record
 * names. From the newest on: that one is known by the index, each before it by the one after it.
 *
 * @param paths What is wrong, relative to the archive.
 * @returns The paths of the records that were put back.
 */
export async function repairRecords(
  { root, files, known }: RepairTools,
  copy: string,
  post: PostId,
  paths: readonly string[],
): Promise<readonly string[]> {
  const wrong = paths.map((path) => numberOfRecord(path.slice(path.lastIndexOf('/') + 1)) ?? 0);
  const newest = Math.max(0, ...recordNumbersNow(root, post), ...wrong);
  const row = await known(post);
  const repaired: string[] = [];
  for (const n of recordNumbersNow(copy, post).toReversed()) {
    if (n > newest) continue;
    const own = readIfSound(root, post, n);
    const expected = readIfSound(root, post, n + 1)?.record.prev ?? (row?.n === n ? row.sha256 : null);
    if (own !== null && (expected === null || own.sha256 === expected)) continue;
    const other = readIfSound(copy, post, n);
    if (other === null || !fits(other, expected, readIfSound(root, post, n - 1))) continue;
    await putBack(other);
    repaired.push(other.path);
  }
  return repaired;

  async function putBack({ path }: StoredSnapshot): Promise<void> {
    await using temporary = await files.createTemporary();
    await temporary.append(await readFile(join(copy, path)));
    await temporary.finish();
    await temporary.moveTo(join(root, path));
  }
}

/** What is named by nothing must at least continue what is before it. */
function fits({ record, sha256 }: StoredSnapshot, expected: string | null, before: StoredSnapshot | null): boolean {
  if (expected !== null) return sha256 === expected;
  return before === null || record.prev === before.sha256;
}

function readIfSound(root: string, post: PostId, n: number): StoredSnapshot | null {
  try {
    return n < 1 ? null : readRecordNow(root, post, n);
  } catch (error) {
    if (error instanceof DamageError) return null;
    throw error;
  }
}
