export { type ExportCounts, type ExportOptions, NothingToExportError } from './export/export-options.ts';
export { UnwritableTargetError } from './export/output/unwritable-target-error.ts';
export { writeWholeFile } from './export/output/write-whole-file.ts';
export type { Selection } from './export/select-snapshots.ts';
export { exportWarc } from './export/warc/export-warc.ts';
export { exportWacz, type ExportWaczOptions } from './export/wacz/export-wacz.ts';
export { createWaczSigner, type WaczSigner } from './export/wacz/wacz-signer.ts';
export { loadSigningKey, UnusableKeyError } from './signing/load-signing-key.ts';
