import { openArchive, type PostSummary } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options.ts';
import { type PostQueryOptions, readPostQuery } from '../post-query.ts';
import { printable } from '../print/printable.ts';
import { tableLines } from '../print/table.ts';

interface ListOptions extends ArchiveOptions, OutputOptions, PostQueryOptions {}

/** `embalm list`: one line a post, from the index. */
export async function list(options: ListOptions, io: Io): Promise<ExitCode> {
  const query = readPostQuery(options);
  await using archive = await openArchive(options.archive, { readOnly: true });
  const asTable = io.out.isTerminal && options.json !== true;
  const rows: PostSummary[] = [];
  for await (const summary of archive.list(query)) {
    if (asTable) rows.push(summary);
    else io.out.line(JSON.stringify(summary));
  }
  if (asTable && rows.length > 0) for (const line of tableLines(rows, columns, io.out.columns)) io.out.line(line);
  if (asTable && options.quiet !== true) io.err.line(`${rows.length} ${rows.length === 1 ? 'post' : 'posts'}`);
  return exitCodes.done;
}

const columns = [
  { title: 'POST', width: 22, value: ({ post }: PostSummary) => post },
  { title: 'STATE', width: 14, value: ({ state }: PostSummary) => state },
  { title: 'SOURCE', width: 13, value: ({ source }: PostSummary) => source ?? '' },
  { title: 'CAPTURED', width: 10, value: ({ capturedAt }: PostSummary) => capturedAt.slice(0, 10) },
  { title: 'AUTHOR', width: 16, value: ({ handle }: PostSummary) => (handle === null ? '' : `@${printable(handle)}`) },
  { title: 'TEXT', width: 20, value: ({ text }: PostSummary) => printable(text ?? '') },
] as const;
