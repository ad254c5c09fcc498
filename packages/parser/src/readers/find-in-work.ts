import type { Findings } from './findings.ts';
import type { Work } from './work.ts';

/**
 * What a kind of work needs is loaded when the first of that kind comes: most inputs are of one, and plain text needs no
 * HTML.
 */
const modules = {
  file: once(async () => import('./find-in-file.ts')),
  text: once(async () => import('./find-in-part.ts')),
  lines: once(async () => import('./find-in-lines.ts')),
  records: once(async () => import('./find-in-records.ts')),
} as const;

/** To ask for a module again takes a good part of the time in which a piece is looked at. */
function once<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let module: Promise<Module> | null = null;
  return async () => (module ??= load());
}

/** Load ahead what a kind of work needs. */
export async function prepareFor(kind: Work['kind']): Promise<void> {
  await modules[kind]();
}

/** Find the references in a piece of an input. Never fails, whatever the piece. */
export async function findInWork(work: Work): Promise<Findings> {
  switch (work.kind) {
    case 'file':
      return (await modules.file()).findInFile(work);
    case 'text':
      return (await modules.text()).findInPart(work);
    case 'lines':
      return (await modules.lines()).findInLines(work);
    case 'records':
      return (await modules.records()).findInRecords(work);
  }
}
