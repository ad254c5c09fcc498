import type { Archive, ObservationNote, StoredSnapshot } from '@embalm/store';

/** Of a reason, as JSON, in bytes: what a line of 400 bytes has room for. */
const longestReason = 96;

/**
 * Note a look that found nothing new: one line of the ledger, of at most 400 bytes.
 *
 * @param head The record it confirms.
 * @param found What the post is, and what was answered.
 */
export async function noteLook(archive: Archive, head: StoredSnapshot, found: ObservationNote): Promise<void> {
  const reason = found.reason === null ? null : cut(found.reason);
  await archive.note({ ...found, reason, post: head.record.post, record: head.sha256 });
}

function cut(reason: string): string {
  if (bytesOf(reason) <= longestReason) return reason;
  let kept = '';
  for (const character of reason) {
    if (bytesOf(`${kept}${character}…`) > longestReason) break;
    kept += character;
  }
  return `${kept}…`;
}

function bytesOf(text: string): number {
  return Buffer.byteLength(JSON.stringify(text));
}
