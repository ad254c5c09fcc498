import type { Archive } from '../../archive.ts';
import { type FileExportOptions, ownPieces } from '../own-pieces.ts';
import { openScratch } from '../scratch.ts';
import { selectSnapshots } from '../select-snapshots.ts';
import { writeWarc } from './write-warc.ts';

/**
 * Export posts as one WARC/1.1 file, each record a gzip member, piece by piece.
 *
 * @throws As `exportWacz`.
 */
export async function* exportWarc(
  archive: Archive,
  options: FileExportOptions,
): AsyncGenerator<Uint8Array, void, void> {
  using scratch = await openScratch();
  const { software, lend = false } = options;
  const warc = writeWarc({ archive, scratch, software }, selectSnapshots(archive, options), () => {});
  yield* lend ? warc : ownPieces(warc);
}
