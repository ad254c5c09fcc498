import type { Archive } from '../../archive.ts';
import type { ExportOptions } from '../export-options.ts';
import { selectSnapshots } from '../select-snapshots.ts';
import { researchRow } from './research-row.ts';

/**
 * Export posts as JSON Lines for research: a row a capture, piece by piece. `ResearchRow` says what its columns are.
 *
 * @throws {NothingToExportError} If no post was selected.
 * @throws {DamagedRecordError} If a record is damaged.
 * @throws The signal's reason, if it aborts.
 */
export async function* exportJsonl(archive: Archive, options: ExportOptions): AsyncGenerator<Uint8Array, void, void> {
  for await (const snapshot of selectSnapshots(archive, options)) {
    yield Buffer.from(`${JSON.stringify(researchRow(snapshot))}\n`);
  }
}
