import { fit, widthOf } from './columns.ts';

const gap = 2;

/** A column of a table. The last one takes what room is left. */
export interface Column<Row> {
  readonly title: string;
  /** The most terminal columns it takes, less if nothing in it is as wide; of the last one the fewest. */
  readonly width: number;
  /** Where the terminal is too narrow for all columns, those that have this go, the lowest first. */
  readonly goes?: number;
  readonly value: (row: Row) => string;
}

/** The lines of a table: a head, then a line a row; none wider than the terminal, if the columns that stay leave room for that. */
export function tableLines<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  terminalColumns: number,
): readonly string[] {
  return layOut(rows, columnsThatFit(rows, columns, terminalColumns), terminalColumns);
}

/** The columns that a terminal has room for, with these rows in them. */
export function columnsThatFit<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  terminalColumns: number,
): readonly Column<Row>[] {
  const needed = columns.map((column, index) =>
    index === columns.length - 1 ? column.width : widthIn(rows, column) + gap,
  );
  let taken = needed.reduce((sum, width) => sum + width, 0);
  const gone = new Set<Column<Row>>();
  for (const column of columns
    .filter(({ goes }) => goes !== undefined)
    .toSorted((a, b) => (a.goes ?? 0) - (b.goes ?? 0))) {
    if (taken <= terminalColumns) break;
    gone.add(column);
    taken -= needed[columns.indexOf(column)] ?? 0;
  }
  return columns.filter((column) => !gone.has(column));
}

/** As {@link tableLines}, with all of these columns. */
export function layOut<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  terminalColumns: number,
): readonly string[] {
  const widths = columns.map((column) => widthIn(rows, column));
  const taken = widths.slice(0, -1).reduce((sum, width) => sum + width + gap, 0);
  const last = columns.length - 1;
  widths[last] = Math.max(columns[last]?.width ?? 0, terminalColumns - taken);
  return [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ value }) => value(row)))].map(
    (cells) =>
      cells
        .map((cell, index) => fit(cell, widths[index] ?? 0))
        .join(' '.repeat(gap))
        .trimEnd(),
  );
}

function widthIn<Row>(rows: readonly Row[], { title, width, value }: Column<Row>): number {
  const widest = rows.reduce((most, row) => Math.max(most, widthOf(value(row))), widthOf(title));
  return Math.min(width, widest);
}
