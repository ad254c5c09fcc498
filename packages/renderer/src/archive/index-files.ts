import type { StoredFile, StoredSnapshot } from '@embalm/store';

const shown: ReadonlySet<StoredFile['role']> = new Set(['photo', 'video', 'poster', 'avatar', 'card-image', 'badge']);

/**
 * Find files by the URL of the content they stand for: those of the record that is shown, then those of the others from
 * the newest back, since a later capture may have come too late for a file. Of several sizes the largest is taken.
 *
 * @param records Oldest first.
 * @param first The record whose content is shown.
 */
export function indexFiles(records: readonly StoredSnapshot[], first: StoredSnapshot): ReadonlyMap<string, StoredFile> {
  const files = new Map<string, StoredFile>();
  for (const { record } of [first, ...records.toReversed()]) {
    for (const file of Object.values(record.files).toSorted((left, right) => right.bytes - left.bytes)) {
      if (file.of !== null && shown.has(file.role) && !files.has(file.of)) files.set(file.of, file);
    }
  }
  return files;
}

/** The captions of a video, in the order of their languages: those of the newest record that has any. */
export function findCaptions(records: readonly StoredSnapshot[], video: string): readonly StoredFile[] {
  for (const { record } of records.toReversed()) {
    const captions = Object.values(record.files).filter(({ role, of }) => role === 'captions' && of === video);
    if (captions.length > 0)
      return captions.toSorted((left, right) => ((left.rung ?? '') < (right.rung ?? '') ? -1 : 1));
  }
  return [];
}
