export { importFile } from './imports/import-file.ts';
export type { ImportKind, ImportOptions, ImportReport, ImportTarget, PostOutcome } from './imports/import-job.ts';
export { openWhenNeeded } from './imports/open-when-needed.ts';
export { RefusedImportError } from './imports/refused-import-error.ts';
