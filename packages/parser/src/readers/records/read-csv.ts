import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { type ByteReader, toChunks } from '../bytes/byte-reader.ts';
import type { RecordProblem } from '../findings.ts';
import { mostRecordBytes } from './record-limit.ts';
import { chooseColumn, describeMissingText, selectText } from './select-text.ts';
import type { InputRecord } from '../work.ts';

/**
 * Read CSV whose first line names the columns. The line below it is record 1. Loose quotes and missing cells are let pass.
 *
 * @throws {InputError} If there is no such column.
 */
export async function* readCsv(
  name: string,
  reader: ByteReader,
  delimiter: ',' | '\t',
  field: string | null,
  onProblem: (problem: RecordProblem) => void,
): AsyncGenerator<InputRecord> {
  let number = 0;
  let columns: readonly string[] = [];
  const parser = parse({
    bom: true,
    columns: (head: string[]) => (columns = head),
    delimiter,
    max_record_size: mostRecordBytes,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error: CsvError | undefined) => {
      onProblem({
        record: null,
        message: `not valid CSV near line ${parser.info.lines}: ${error?.message ?? 'unknown'}`,
      });
    },
  });
  const chunks = Readable.from(copies(reader));
  chunks.on('error', (error) => parser.destroy(error)).pipe(parser);
  for await (const record of parser as AsyncIterable<unknown>) {
    number += 1;
    if (number === 1) chooseColumn(name, columns, field);
    const content = selectText(record, field);
    if (content !== null) yield { number, content, format: null, charset: null };
    else onProblem({ record: number, message: describeMissingText(field) });
  }
}

async function* copies(reader: ByteReader): AsyncGenerator<Buffer> {
  for await (const chunk of toChunks(reader, 1 << 17)) yield Buffer.from(chunk);
}
