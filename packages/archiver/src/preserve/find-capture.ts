import type { Archive, StoredSnapshot } from '@embalm/store';
import { isCapture } from './is-capture.ts';

/**
 * The newest record of a post that has the post itself. Records after it say what became of it.
 *
 * @param head The newest record.
 * @returns `null` if there is none.
 * @throws {DamagedRecordError} If a record cannot be trusted.
 */
export async function findCapture(head: StoredSnapshot, archive: Archive): Promise<StoredSnapshot | null> {
  if (isCapture(head.record)) return head;
  if (head.record.n === 1) return null;
  let newest: StoredSnapshot | null = null;
  for await (const past of archive.history(head.record.post)) {
    if (isCapture(past.record)) newest = past;
  }
  return newest;
}
