import { expect, it } from 'vitest';
import { type Column, openTable, tableLines } from './table.ts';

interface Row {
  readonly post: string;
  readonly state: string;
  readonly posted: string;
  readonly text: string;
}

const columns: readonly Column<Row>[] = [
  { title: 'POST', width: 24, value: ({ post }) => post },
  { title: 'STATE', width: 9, goes: 2, value: ({ state }) => state },
  { title: 'POSTED', width: 10, goes: 1, value: ({ posted }) => posted },
  { title: 'TEXT', width: 12, value: ({ text }) => text },
];
const rows: readonly Row[] = [
  { post: 'x:20', state: 'live', posted: '2006-03-21', text: 'just setting up my twttr, and a bit more' },
  { post: 'x:1500127395262201857', state: 'deleted', posted: '2022-03-05', text: '国際宇宙ステーションの話' },
];

it('cuts the last column to the width of the terminal', () => {
  expect(tableLines(rows, columns, 60)).toEqual([
    'POST                   STATE    POSTED      TEXT',
    'x:20                   live     2006-03-21  just setting up…',
    'x:1500127395262201857  deleted  2022-03-05  国際宇宙ステー…',
  ]);
});

it('leaves columns out, in their order, where the terminal is too narrow for all', () => {
  expect(tableLines(rows, columns, 50)[2]).toBe('x:1500127395262201857  deleted  国際宇宙ステーシ…');
  expect(tableLines(rows, columns, 40)).toEqual([
    'POST                   TEXT',
    'x:20                   just setting up …',
    'x:1500127395262201857  国際宇宙ステーシ…',
  ]);
});

it('keeps what must stay, though the terminal has no room for it', () => {
  expect(tableLines(rows, columns, 20)[1]).toBe('x:20                   just settin…');
});

it('comes in parts that stand below each other, and wider where they must be', () => {
  const linesOf = openTable(columns, 60);
  expect(linesOf(rows.slice(0, 1))).toEqual([
    'POST  STATE  POSTED      TEXT',
    'x:20  live   2006-03-21  just setting up my twttr, and a bi…',
  ]);
  expect(linesOf(rows.slice(1))).toEqual(['x:1500127395262201857  deleted  2022-03-05  国際宇宙ステー…']);
  expect(linesOf(rows.slice(0, 1))).toEqual(['x:20                   live     2006-03-21  just setting up…']);
});

it('asks for each cell once', () => {
  const asked: string[] = [];
  const asking = columns.map((column) => ({
    ...column,
    value: (row: Row) => {
      asked.push(column.title);
      return column.value(row);
    },
  }));
  tableLines(rows, asking, 40);
  expect(asked).toHaveLength(columns.length * rows.length);
});
