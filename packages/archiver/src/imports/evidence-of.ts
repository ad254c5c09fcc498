import type { BlobRef, StoredFile } from '@embalm/store';

/**
 * Name a payload as it was found in an imported file.
 *
 * @param from The URL that answered with it; `null` if the file does not say.
 */
export function evidenceOf(
  kind: 'json' | 'html',
  ref: BlobRef,
  from: string | null,
): Readonly<Record<string, StoredFile>> {
  const shape = { of: null, from, rung: null, width: null, height: null };
  return kind === 'html'
    ? { 'document/import.html': { ...ref, ...shape, mediaType: 'text/html', role: 'document' } }
    : { 'payload/import.json': { ...ref, ...shape, mediaType: 'application/json', role: 'payload' } };
}
