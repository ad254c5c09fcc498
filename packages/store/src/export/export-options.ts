import type { Selection } from './select-snapshots.ts';

/** What to export, and how. */
export interface ExportOptions extends Selection {
  /** What makes the file; it says so. */
  readonly software: { readonly name: string; readonly version: string };
  readonly signal?: AbortSignal | undefined;
  /** Called before each capture is written: the last call tells all. */
  readonly onProgress?: ((counts: ExportCounts) => void) | undefined;
}

/** How much has been exported. */
export interface ExportCounts {
  readonly posts: number;
  readonly snapshots: number;
}

/** Nothing was selected. Select something else. */
export class NothingToExportError extends Error {
  override readonly name = 'NothingToExportError';

  constructor() {
    super('No post was selected, so there is nothing to export. `embalm list` shows what the archive holds.');
  }
}
