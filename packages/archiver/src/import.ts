export { importFile } from './imports/import-file.ts';
export type { ImportKind, ImportOptions, ImportReport, PostOutcome } from './imports/import-job.ts';
export { RefusedImportError } from './imports/refused-import-error.ts';
