import { fit } from './columns.ts';

/** A column of a table. The last one takes what room is left. */
export interface Column<Row> {
  readonly title: string;
  /** In terminal columns. */
  readonly width: number;
  readonly value: (row: Row) => string;
}

/** The lines of a table: a head, then a line a row, none wider than the terminal. */
export function* tableLines<Row>(
  rows: Iterable<Row>,
  columns: readonly Column<Row>[],
  terminalColumns: number,
): Generator<string> {
  const taken = columns.slice(0, -1).reduce((sum, { width }) => sum + width + 2, 0);
  const widths = columns.map(({ width }, index) =>
    index < columns.length - 1 ? width : Math.max(width, terminalColumns - taken),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => fit(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  yield line(columns.map(({ title }) => title));
  for (const row of rows) yield line(columns.map(({ value }) => value(row)));
}
