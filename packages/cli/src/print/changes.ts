import type { Change } from '@embalm/archiver/changes';
import { printable } from './printable.ts';

/** Changes in a few words, as in `live → deleted`, `text, media`. */
export function describeChanges(changes: readonly Change[]): string {
  const words = changes.map(({ field, before, after }) =>
    field === 'state' ? `${before} → ${after}` : field === 'content' ? `content from ${printable(after ?? '')}` : field,
  );
  return [...new Set(words)].join(', ');
}
