import type { PostId } from '@embalm/post';
import type { Archive, StoredSnapshot } from '@embalm/store';
import type { Change } from './change.ts';
import { type CompareOptions, compareSnapshots } from './compare-snapshots.ts';

/** Two records and what differs. */
export interface ComparedRecords {
  readonly before: StoredSnapshot;
  readonly after: StoredSnapshot;
  readonly changes: readonly Change[];
}

/** Which records to compare: by their numbers, or `null` for the last two that have content. */
export type RecordPair = readonly [before: number, after: number] | null;

/**
 * Compare two records of a post.
 *
 * @returns `null` if there are no such records.
 * @throws {DamagedRecordError} If a record cannot be trusted.
 */
export async function compareRecords(
  archive: Archive,
  post: PostId,
  pair: RecordPair,
  options: CompareOptions = {},
): Promise<ComparedRecords | null> {
  const all: StoredSnapshot[] = [];
  for await (const snapshot of archive.history(post)) all.push(snapshot);
  const [before, after] =
    pair === null
      ? all.filter(({ record }) => record.content !== null || record.page).slice(-2)
      : pair.map((n) => all.find(({ record }) => record.n === n));
  if (before === undefined || after === undefined) return null;
  return { before, after, changes: compareSnapshots(before.record, after.record, options) };
}
