import type { Archive } from '../../archive.ts';
import type { ExportOptions } from '../export-options.ts';
import { openScratch } from '../scratch.ts';
import { selectSnapshots } from '../select-snapshots.ts';
import { writeWarc } from './write-warc.ts';

/**
 * Export posts as one WARC/1.1 file, each record a gzip member, piece by piece.
 *
 * @throws As `exportWacz`.
 */
export async function* exportWarc(archive: Archive, options: ExportOptions): AsyncGenerator<Uint8Array, void, void> {
  using scratch = await openScratch();
  const { software } = options;
  yield* writeWarc({ archive, scratch, software }, selectSnapshots(archive, options), () => {});
}
