import { compareRecords, type RecordPair } from '@embalm/archiver/changes';
import { openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findPost } from '../inputs/find-post.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options/shared-options.ts';
import { changeLines } from '../print/change-lines.ts';
import { UsageError } from '../usage-error.ts';

interface DiffOptions extends ArchiveOptions, OutputOptions {
  readonly counts?: boolean;
}

/** `embalm diff`: what changed between two records of a post. Ends with 1 if something did, as diff(1) does. */
export async function diff(
  text: string,
  numbers: readonly [before: number | undefined, after: number | undefined],
  options: DiffOptions,
  io: Io,
): Promise<ExitCode> {
  const pair = readPair(numbers);
  await using archive = await openArchive(options.archive, { readOnly: true });
  const post = await findPost(text, archive);
  const compared = await compareRecords(archive, post, pair, { counts: options.counts === true });
  if (compared === null && pair === null) {
    if (options.quiet !== true) io.err.line(`${post} has fewer than two records with content: nothing to compare.`);
    return exitCodes.done;
  }
  if (compared === null) {
    throw new UsageError(`${post} has no such records. \`embalm history ${post}\` lists those it has.`);
  }
  const { before, after, changes } = compared;
  if (!io.out.isTerminal || options.json === true) {
    const [from, to] = [before, after].map(({ record, sha256 }) => ({ n: record.n, at: record.capturedAt, sha256 }));
    io.out.line(JSON.stringify({ post, before: from, after: to, changes }));
  } else {
    io.out.line(`${post} · record ${before.record.n} → ${after.record.n}`);
    for (const line of changeLines(changes, io.out.colors)) io.out.line(line);
    if (changes.length === 0 && options.quiet !== true) io.err.line('Nothing changed.');
  }
  return changes.length === 0 ? exitCodes.done : exitCodes.incomplete;
}

function readPair([before, after]: readonly [number | undefined, number | undefined]): RecordPair {
  if (before === undefined) return null;
  if (after !== undefined) return [before, after];
  throw new UsageError('Give two numbers of records, or none to compare the last two that have content.');
}
