import { readTimeline, type TimelineEntry } from '@embalm/archiver/changes';
import { platformOf } from '@embalm/post';
import { openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findPost } from '../find-post.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options.ts';
import { describeChanges } from '../print/changes.ts';
import { printable } from '../print/printable.ts';
import { tableLines } from '../print/table.ts';

interface HistoryOptions extends ArchiveOptions, OutputOptions {
  readonly checks?: boolean;
}

/** `embalm history`: the time line of one post, oldest first. */
export async function history(text: string, options: HistoryOptions, io: Io): Promise<ExitCode> {
  await using archive = await openArchive(options.archive, { readOnly: true });
  const post = await findPost(text, archive);
  const entries = await readTimeline(archive, post, { checks: options.checks === true });
  if (!io.out.isTerminal || options.json === true) {
    for (const { kind, ...entry } of entries) io.out.line(JSON.stringify({ type: kind, ...entry }));
    return exitCodes.done;
  }
  for (const line of tableLines(entries, columns, io.out.columns)) io.out.line(line);
  // Nobody looks at web pages again but who names them.
  const nextAt = platformOf(post) === 'web' ? null : ((await archive.due.of(post))?.nextAt ?? null);
  if (nextAt !== null && options.quiet !== true) {
    io.err.line(`The next look is due on ${minute(new Date(nextAt).toISOString())} UTC.`);
  }
  return exitCodes.done;
}

const columns = [
  { title: 'RECORD', width: 6, value: (entry: TimelineEntry) => (entry.kind === 'record' ? String(entry.n) : '') },
  { title: 'AT (UTC)', width: 16, value: ({ at }: TimelineEntry) => minute(at) },
  { title: 'STATE', width: 14, value: ({ state }: TimelineEntry) => state },
  { title: 'SOURCE', width: 13, value: ({ source }: TimelineEntry) => source ?? '' },
  { title: 'WHAT', width: 20, value: describe },
] as const;

function describe(entry: TimelineEntry): string {
  const why = printable(entry.reason ?? '');
  if (entry.kind === 'check') return `nothing new${why === '' ? '' : `: ${why}`}`;
  const what = entry.n === 1 ? 'first record' : describeChanges(entry.changes) || 'nothing that lasts';
  return why === '' ? what : `${what}: ${why}`;
}

function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
