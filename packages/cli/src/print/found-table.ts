import type { Reference } from '@embalm/post';
import type { FoundReference } from '@embalm/parser/read';
import { printable } from './printable.ts';
import { tableLines } from './table.ts';
import { readFound } from './read-found.ts';

interface Row extends Reference {
  readonly where: string;
}

/** Print references as a table that goes on from call to call. The first call gives the head, too. */
export function foundTable(terminalColumns: number): (found: readonly FoundReference[]) => readonly string[] {
  let headed = false;
  return (found) => {
    const [head, ...lines] = tableLines(found.map(toRow), columns, terminalColumns);
    if (headed || head === undefined) return lines;
    headed = true;
    return [head, ...lines];
  };
}

function toRow(found: FoundReference): Row {
  const where = printable(found.source) + (found.line === null ? '' : `:${found.line}`);
  return { ...readFound(found), where };
}

const columns = [
  { title: 'WHERE', width: 24, value: ({ where }: Row) => where },
  { title: 'KIND', width: 15, value: ({ kind }: Row) => kind },
  { title: 'POST', width: 21, value: nameOf },
  { title: 'AUTHOR', width: 16, value: ({ handle }: Row) => (handle === null ? '' : `@${handle}`) },
  { title: 'DATE', width: 10, value: ({ date }: Row) => date?.slice(0, 10) ?? '' },
  { title: 'TEXT', width: 20, value: ({ text }: Row) => printable(text ?? '') },
] as const;

function nameOf({ post, links }: Row): string {
  return post.id === null ? (links.at(-1) ?? '').replace(/^https?:\/\//, '') : `${post.platform}:${post.id}`;
}
