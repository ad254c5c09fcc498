import type { Reference } from '@embalm/post';
import type { FoundReference } from '@embalm/parser/read';
import type { FoundPrinter } from './found-printer.ts';
import { printable } from './printable.ts';
import { readFound } from './read-found.ts';
import { type Column, openTable } from './table.ts';

interface Row extends Reference {
  readonly where: string;
}

/** So many rows are as wide as the widest of them; with more, others may follow that are wider. */
const rowsAtATime = 500;

/** Print references as a table, when there are enough of them to tell how wide its columns are. */
export function foundTable(terminalColumns: number): FoundPrinter {
  let waiting: Row[] = [];
  const linesOf = openTable(columns, terminalColumns);
  const flush = (): readonly string[] => {
    const rows = waiting;
    waiting = [];
    return rows.length === 0 ? [] : linesOf(rows);
  };
  return {
    print: (found) => {
      waiting.push(...found.map(toRow));
      return waiting.length < rowsAtATime ? [] : flush();
    },
    end: flush,
  };
}

function toRow(found: FoundReference): Row {
  const where = printable(found.source) + (found.line === null ? '' : `:${found.line}`);
  return { ...readFound(found), where };
}

const columns: readonly Column<Row>[] = [
  { title: 'WHERE', width: 24, value: ({ where }: Row) => where },
  { title: 'KIND', width: 15, goes: 1, value: ({ kind }: Row) => kind },
  { title: 'POST', width: 26, value: nameOf },
  { title: 'AUTHOR', width: 16, goes: 3, value: ({ handle }: Row) => (handle === null ? '' : `@${handle}`) },
  { title: 'DATE', width: 10, goes: 2, value: ({ date }: Row) => date?.slice(0, 10) ?? '' },
  { title: 'TEXT', width: 20, value: ({ text }: Row) => printable(text ?? '') },
];

function nameOf({ post, links }: Row): string {
  return post.id === null ? (links.at(-1) ?? '').replace(/^https?:\/\//, '') : `${post.platform}:${post.id}`;
}
