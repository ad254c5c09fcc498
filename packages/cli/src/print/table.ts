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
  return openTable(columns, terminalColumns)(rows);
}

/**
 * Open a table that comes in parts. Only the first has the head. The others have its columns, none narrower than before, and
 * wider only where a cell would be cut.
 *
 * @returns What gives the lines of the next part, of one row at least.
 */
export function openTable<Row>(
  columns: readonly Column<Row>[],
  terminalColumns: number,
): (rows: readonly Row[]) => readonly string[] {
  let shown: readonly FilledColumn<Row>[] | null = null;
  return (rows) => {
    const isFirst = shown === null;
    shown =
      shown === null
        ? columnsThatFit(
            columns.map((column) => fill(column, rows)),
            terminalColumns,
          )
        : shown.map(({ column, width }) => fill(column, rows, width));
    return layOut(shown, rows.length, terminalColumns).slice(isFirst ? 0 : 1);
  };
}

/** A column with what some rows have in it. */
interface FilledColumn<Row> {
  readonly column: Column<Row>;
  readonly cells: readonly string[];
  /** In terminal columns: as wide as the widest cell, or as the column may be. */
  readonly width: number;
}

function fill<Row>(
  column: Column<Row>,
  rows: readonly Row[],
  narrowest: number = widthOf(column.title),
): FilledColumn<Row> {
  const cells = rows.map((row) => column.value(row));
  const widest = cells.reduce((most, cell) => Math.max(most, widthOf(cell)), narrowest);
  return { column, cells, width: Math.min(column.width, widest) };
}

function columnsThatFit<Row>(
  filled: readonly FilledColumn<Row>[],
  terminalColumns: number,
): readonly FilledColumn<Row>[] {
  let fitting = filled;
  const going = filled
    .filter(({ column }) => column.goes !== undefined)
    .toSorted((one, other) => (one.column.goes ?? 0) - (other.column.goes ?? 0));
  for (const next of going) {
    const fewest = widthBeforeLast(fitting) + (fitting.at(-1)?.column.width ?? 0);
    if (fewest <= terminalColumns) break;
    fitting = fitting.filter((kept) => kept !== next);
  }
  return fitting;
}

function layOut<Row>(filled: readonly FilledColumn<Row>[], rows: number, terminalColumns: number): readonly string[] {
  const widths = filled.map(({ width }) => width);
  const last = filled.length - 1;
  widths[last] = Math.max(filled[last]?.column.width ?? 0, terminalColumns - widthBeforeLast(filled));
  return [-1, ...Array(rows).keys()].map((row) =>
    filled
      .map(({ column, cells }, index) => fit(cells[row] ?? column.title, widths[index] ?? 0))
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

function widthBeforeLast<Row>(filled: readonly FilledColumn<Row>[]): number {
  return filled.slice(0, -1).reduce((sum, { width }) => sum + width + gap, 0);
}
