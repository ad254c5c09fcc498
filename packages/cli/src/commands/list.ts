import { states, type State } from '@embalm/post';
import { openArchive, type PostSummary } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options.ts';
import { printable } from '../print/printable.ts';
import { tableLines } from '../print/table.ts';
import { UsageError } from '../usage-error.ts';

interface ListOptions extends ArchiveOptions, OutputOptions {
  readonly author?: string;
  readonly state?: string;
}

/** `embalm list`: one line a post, from the index. */
export async function list(options: ListOptions, io: Io): Promise<ExitCode> {
  const state = options.state === undefined ? undefined : parseState(options.state);
  await using archive = await openArchive(options.archive, { readOnly: true });
  const query = {
    ...(state === undefined ? {} : { state }),
    ...(options.author === undefined ? {} : { author: options.author.replace(/^@/, '') }),
  };
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

function parseState(text: string): State {
  const state = states.find((name) => name === text);
  if (state !== undefined) return state;
  throw new UsageError(`--state takes one of ${states.join(', ')}; got ${JSON.stringify(text)}.`);
}
