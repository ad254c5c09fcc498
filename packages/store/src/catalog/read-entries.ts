import type { PostId } from '@embalm/post';
import { rowsOf } from './entry-rows.ts';
import { createRowPacker, type PackedRows } from './packed-rows.ts';
import { readEntry } from './read-entry.ts';

/** Some posts of an archive. */
export interface PostBatch {
  readonly root: string;
  readonly posts: readonly PostId[];
}

/** Posts as rows for an index, and which of their records could not be trusted: paths, relative to the archive. */
export interface EntriesReading {
  readonly entries: PackedRows;
  readonly damaged: readonly string[];
}

/** Read the records of some posts for an index that knows nothing of them. */
export function readEntries({ root, posts }: PostBatch): EntriesReading {
  const entries = createRowPacker();
  const damaged: string[] = [];
  for (const post of posts) {
    const reading = readEntry(root, post, null);
    if (reading.entry !== null) entries.add(rowsOf(reading.entry));
    damaged.push(...reading.damaged);
  }
  return { entries: entries.pack(), damaged };
}
