import { platformOf } from '@embalm/post';
import { openArchive, type PostSummary } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findPost } from '../inputs/find-post.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options/shared-options.ts';
import type { PostQueryOptions } from '../options/post-query.ts';
import { readPostQuery } from '../options/read-post-query.ts';
import { counted } from '../print/counted.ts';
import { printable } from '../print/printable.ts';
import { tableLines } from '../print/table.ts';

interface ListOptions extends ArchiveOptions, OutputOptions, PostQueryOptions {
  readonly limit?: number;
  readonly after?: string;
}

/** `embalm list`: one line a post, from the index. */
export async function list(options: ListOptions, io: Io): Promise<ExitCode> {
  const { limit } = options;
  await using archive = await openArchive(options.archive, { readOnly: true });
  const after = options.after === undefined ? undefined : await findPost(options.after, archive);
  const query = { ...readPostQuery(options), limit, after };
  const asTable = io.out.isTerminal && options.json !== true;
  const rows: PostSummary[] = [];
  for await (const summary of archive.list(query)) {
    io.signal.throwIfAborted();
    if (asTable) rows.push(summary);
    else io.out.line(JSON.stringify(summary));
    await io.out.drained();
  }
  if (asTable && rows.length > 0) for (const line of tableLines(rows, columns, io.out.columns)) io.out.line(line);
  if (asTable && options.quiet !== true) {
    const last = rows.length === limit ? rows.at(-1) : undefined;
    const more = last === undefined ? '' : `; go on with --after ${last.post}`;
    io.err.line(`${counted(rows.length, 'post')}${more}`);
  }
  return exitCodes.done;
}

const columns = [
  { title: 'POST', width: 36, value: ({ post }: PostSummary) => post },
  { title: 'STATE', width: 14, goes: 4, value: ({ state }: PostSummary) => state },
  { title: 'SOURCE', width: 13, goes: 1, value: ({ source }: PostSummary) => source ?? '' },
  { title: 'POSTED', width: 10, goes: 3, value: ({ createdAt }: PostSummary) => createdAt?.slice(0, 10) ?? '' },
  { title: 'CAPTURED', width: 10, goes: 2, value: ({ capturedAt }: PostSummary) => capturedAt.slice(0, 10) },
  { title: 'AUTHOR', width: 16, goes: 5, value: authorOf },
  { title: 'TEXT', width: 20, value: ({ text }: PostSummary) => printable(text ?? '') },
] as const;

/** Who wrote web pages is told by name. */
function authorOf({ post, handle, name }: PostSummary): string {
  if (handle !== null) return `@${printable(handle)}`;
  return platformOf(post) === 'web' ? printable(name ?? '') : '';
}
