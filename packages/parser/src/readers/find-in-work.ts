import type { Findings } from './findings.ts';
import type { Work } from './work.ts';

/**
 * Find the references in a piece of an input. Never fails, whatever the piece. What a kind of work needs is loaded when
 * the first of that kind comes: most inputs are of one, and plain text needs no HTML.
 */
export async function findInWork(work: Work): Promise<Findings> {
  switch (work.kind) {
    case 'text':
      return (await import('./find-in-part.ts')).findInPart(work);
    case 'lines':
      return (await import('./find-in-lines.ts')).findInLines(work);
    case 'records':
      return (await import('./find-in-records.ts')).findInRecords(work);
  }
}
