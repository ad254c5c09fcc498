import type { Source } from '@embalm/post';
import type { Provenance } from '../exhibit.ts';
import type { Labels } from '../labels/labels.ts';

/** The label that says where the content is from, and the time that belongs to it: ISO 8601 in UTC. */
export function sumUpSource(
  { source, capturedAt, memento }: Provenance,
  labels: Labels,
): { readonly label: string; readonly at: string } {
  const kind = kindOfSource(source);
  if (memento !== null) return { label: labels.asArchived, at: memento.at };
  if (kind === 'quoted') return { label: labels.quoted, at: capturedAt };
  if (kind === 'wayback') return { label: labels.archivedFromWayback, at: capturedAt };
  return { label: kind === 'import' ? labels.imported : labels.archived, at: capturedAt };
}

/** What labels there are for. */
export function kindOfSource(source: Source): keyof Labels['sources'] {
  // No page is the source of a post but in an archive that others made; and all it can do is quote.
  if (source === 'web') return 'quoted';
  return isImport(source) ? 'import' : source;
}

function isImport(source: Source): source is `import:${string}` {
  return source.startsWith('import:');
}
