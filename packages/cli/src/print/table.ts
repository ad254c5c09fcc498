import { fit, widthOf } from './columns.ts';

const gap = 2;

/** A column of a table. The last one takes what room is left. */
export interface Column<Row> {
  readonly title: string;
  /** The most terminal columns it takes; less if nothing in it is as wide. */
  readonly width: number;
  readonly value: (row: Row) => string;
}

/** The lines of a table: a head, then a line a row; none wider than the terminal, if its columns but the last leave room for that. */
export function* tableLines<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  terminalColumns: number,
): Generator<string> {
  const table = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ value }) => value(row)))];
  const widths = columns.map(({ width }, index) =>
    Math.min(
      width,
      table.reduce((widest, cells) => Math.max(widest, widthOf(cells[index] ?? '')), 0),
    ),
  );
  const taken = widths.slice(0, -1).reduce((sum, width) => sum + width + gap, 0);
  const last = columns.length - 1;
  widths[last] = Math.max(columns[last]?.width ?? 0, terminalColumns - taken);
  for (const cells of table) {
    yield cells
      .map((cell, index) => fit(cell, widths[index] ?? 0))
      .join(' '.repeat(gap))
      .trimEnd();
  }
}
