import { openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options/shared-options.ts';
import { counted } from '../print/counted.ts';
import { tellProgress } from '../print/tell-progress.ts';

interface ReindexOptions extends ArchiveOptions, OutputOptions {}

/** `embalm reindex`: make the index anew; name the records that cannot be trusted. */
export async function reindex(options: ReindexOptions, io: Io): Promise<ExitCode> {
  await using archive = await openArchive(options.archive, { create: false });
  const asText = io.out.isTerminal && options.json !== true;
  const tell = tellProgress(options, io.err);
  const { posts, records, damaged } = await archive.reindex({
    onProgress: (indexed) => tell(() => counted(indexed, 'post')),
  });
  for (const path of damaged) {
    io.out.line(asText ? `${path}: damaged, and passed over` : JSON.stringify({ type: 'damaged', path }));
  }
  if (options.quiet !== true) {
    io.out.line(
      asText
        ? `${counted(posts, 'post')}, ${counted(records, 'record')}: ${damaged.length || 'none'} damaged`
        : JSON.stringify({ type: 'summary', posts, records, damaged: damaged.length }),
    );
  }
  return damaged.length === 0 ? exitCodes.done : exitCodes.damaged;
}
