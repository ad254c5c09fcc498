import { listVersions, readTimeline, type TimelineEntry } from '@embalm/archiver/changes';
import { platformOf, type PostId } from '@embalm/post';
import { type Archive, openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findPost } from '../inputs/find-post.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options/shared-options.ts';
import { describeChanges } from '../print/changes.ts';
import { printable } from '../print/printable.ts';
import { tableLines } from '../print/table.ts';

interface HistoryOptions extends ArchiveOptions, OutputOptions {
  readonly checks?: boolean;
}

/** A moment of one of the versions of a post. */
type Row = TimelineEntry & { readonly post: PostId };

/** `embalm history`: the time line of one post and of its other versions, oldest first. */
export async function history(text: string, options: HistoryOptions, io: Io): Promise<ExitCode> {
  await using archive = await openArchive(options.archive, { readOnly: true });
  const post = await findPost(text, archive);
  const entries = await readVersions(archive, post, options.checks === true);
  if (!io.out.isTerminal || options.json === true) {
    for (const { kind, ...entry } of entries) io.out.line(JSON.stringify({ type: kind, ...entry }));
    return exitCodes.done;
  }
  const isEdited = entries.some((entry) => entry.post !== post);
  const shown = isEdited ? [versionColumn, ...columns] : columns;
  for (const line of tableLines(entries, shown, io.out.columns)) io.out.line(line);
  // Nobody looks at web pages again but who names them.
  const nextAt = platformOf(post) === 'web' ? null : ((await archive.due.of(post))?.nextAt ?? null);
  if (nextAt !== null && options.quiet !== true) {
    io.err.line(`The next look is due on ${minute(new Date(nextAt).toISOString())} UTC.`);
  }
  return exitCodes.done;
}

async function readVersions(archive: Archive, post: PostId, checks: boolean): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const version of await listVersions(archive, post)) {
    const entries = await readTimeline(archive, version, { checks });
    for (const entry of entries) rows.push({ post: version, ...entry });
  }
  return rows.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

const versionColumn = { title: 'VERSION', width: 22, value: ({ post }: Row) => post } as const;

const columns = [
  { title: 'RECORD', width: 6, value: (entry: TimelineEntry) => (entry.kind === 'record' ? String(entry.n) : '') },
  { title: 'AT (UTC)', width: 16, value: ({ at }: TimelineEntry) => minute(at) },
  { title: 'STATE', width: 14, value: ({ state }: TimelineEntry) => state },
  { title: 'SOURCE', width: 13, goes: 1, value: ({ source }: TimelineEntry) => source ?? '' },
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
