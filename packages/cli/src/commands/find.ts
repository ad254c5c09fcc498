import type { Reference } from '@embalm/post';
import { findReferences } from '@embalm/parser';
import { readArticles } from '../read-articles.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { OutputOptions } from '../options.ts';
import { printable } from '../print/printable.ts';
import { tableLines } from '../print/table.ts';

interface Row {
  readonly source: string;
  /** From 1. */
  readonly line: number;
  readonly reference: Reference;
}

/** `embalm find`: print every reference to a post. */
export async function find(inputs: readonly string[], options: OutputOptions, io: Io): Promise<ExitCode> {
  const rows: Row[] = [];
  const asTable = io.out.isTerminal && options.json !== true;
  const failures = await readArticles(inputs, io, async (article) => {
    const lineOf = countLines(article.text);
    for (const reference of findReferences(article.text, { format: article.format })) {
      if (asTable) rows.push({ source: article.source, line: lineOf(reference.range[0]), reference });
      else io.out.line(JSON.stringify({ source: article.source, ...reference }));
    }
  });
  if (rows.length > 0) for (const line of tableLines(rows, columns, io.out.columns)) io.out.line(line);
  if (asTable && options.quiet !== true) {
    io.err.line(`${rows.length} ${rows.length === 1 ? 'reference' : 'references'}`);
  }
  return failures === 0 ? exitCodes.done : exitCodes.usage;
}

const columns = [
  { title: 'WHERE', width: 24, value: ({ source, line }: Row) => `${printable(source)}:${line}` },
  { title: 'KIND', width: 15, value: ({ reference }: Row) => reference.kind },
  { title: 'POST', width: 26, value: ({ reference }: Row) => nameOf(reference) },
  {
    title: 'AUTHOR',
    width: 16,
    value: ({ reference }: Row) => (reference.handle === null ? '' : `@${reference.handle}`),
  },
  { title: 'DATE', width: 10, value: ({ reference }: Row) => reference.date?.slice(0, 10) ?? '' },
  { title: 'TEXT', width: 20, value: ({ reference }: Row) => printable(reference.text ?? '') },
] as const;

function nameOf({ post, links }: Reference): string {
  return post.id === null ? (links.at(-1) ?? '').replace(/^https?:\/\//, '') : `${post.platform}:${post.id}`;
}

/** From ascending offsets to line numbers, in one pass over the text. */
function countLines(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    for (; next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) line += 1;
    return line;
  };
}
