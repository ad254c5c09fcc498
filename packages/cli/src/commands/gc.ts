import { openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options/shared-options.ts';
import { counted } from '../print/counted.ts';
import { UsageError } from '../usage-error.ts';

interface GcOptions extends ArchiveOptions, OutputOptions {
  /** In milliseconds. */
  readonly grace: number;
  readonly dryRun?: boolean;
}

/** `embalm gc`: remove blobs that nothing names; name each that goes. */
export async function gc({ grace, dryRun, ...options }: GcOptions, io: Io): Promise<ExitCode> {
  if (grace < 86_400_000) throw new UsageError('--grace takes a day at least, as in 1d: a capture may be under way.');
  await using archive = await openArchive(options.archive, { create: false });
  const asText = io.out.isTerminal && options.json !== true;
  const report = await archive.collectGarbage({
    graceMs: grace,
    dryRun,
    signal: io.signal,
    onRemoved: (path) => io.out.line(asText ? path : JSON.stringify({ type: 'removed', path })),
  });
  if (options.quiet === true) return exitCodes.done;
  const done = dryRun === true ? 'would be removed' : 'removed';
  io.out.line(
    asText
      ? `${counted(report.blobs, 'blob')}, ${counted(report.bytes, 'byte')} ${done}`
      : JSON.stringify({ type: 'summary', ...report }),
  );
  return exitCodes.done;
}
