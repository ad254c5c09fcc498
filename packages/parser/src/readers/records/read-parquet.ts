import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type AsyncBuffer, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { explainReadError } from '../../read/explain-read-error.ts';
import { InputError } from '../../read/input-error.ts';
import type { RecordProblem } from '../findings.ts';
import { chooseColumn, selectText } from './select-text.ts';
import type { InputRecord } from '../work.ts';

/** `PAR1` at both ends, and the length of the metadata. */
const shortestFile = 12;

/**
 * Read one column of a Parquet file, a row group at a time. Memory is as large as that column of a row group needs.
 *
 * @throws {InputError} If it is no Parquet file, or has no such column.
 */
export async function* readParquet(
  name: string,
  field: string | null,
  onProblem: (problem: RecordProblem) => void,
): AsyncGenerator<InputRecord> {
  using open = openFile(name);
  const { file } = open;
  if (file.byteLength < shortestFile) throw damaged(name, new Error(`it has ${file.byteLength} bytes`));
  const metadata = await parquetMetadataAsync(file).catch((error: unknown) => {
    throw damaged(name, error);
  });
  const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
  const column = chooseColumn(name, columns, field);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    try {
      const rows = await parquetReadObjects({ file, metadata, compressors, columns: [column], rowStart, rowEnd });
      for (const [index, row] of rows.entries()) {
        const content = selectText(row, column);
        if (content !== null) yield { number: rowStart + index + 1, content, format: null, charset: null };
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      onProblem({ record: rowStart + 1, message: `rows ${rowStart + 1} to ${rowEnd} cannot be read: ${reason}.` });
    }
    rowStart = rowEnd;
  }
}

function openFile(name: string): Disposable & { readonly file: AsyncBuffer } {
  if (name === '-') {
    throw new InputError('unreadable', name, 'Parquet is not read from a stream. Save it to a file, and give that.');
  }
  try {
    const descriptor = openSync(name, 'r');
    return {
      file: {
        byteLength: fstatSync(descriptor).size,
        slice: (start, end = fstatSync(descriptor).size) => readRange(descriptor, start, end),
      },
      [Symbol.dispose]: () => closeSync(descriptor),
    };
  } catch (error) {
    throw explainReadError(name, error);
  }
}

function readRange(descriptor: number, start: number, end: number): ArrayBuffer {
  const bytes = new Uint8Array(end - start);
  const length = readSync(descriptor, bytes, 0, bytes.length, start);
  return bytes.buffer.slice(0, length);
}

function damaged(name: string, error: unknown): InputError {
  const reason = error instanceof Error ? error.message : String(error);
  return new InputError('unreadable', name, `not a Parquet file, or a damaged one: ${reason}.`, { cause: error });
}
