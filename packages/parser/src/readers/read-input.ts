import { InputError } from '../read/input-error.ts';
import { findEncoding, readByteOrderMark } from '../read/decode.ts';
import { rejectBinary } from '../read/reject-binary.ts';
import { readXmlEncoding } from '../read/xml-declaration.ts';
import { type ByteReader, peek } from './bytes/byte-reader.ts';
import { type CorpusFormat, detectCorpusFormat } from './corpus-format.ts';
import { decompress, detectCompression } from './bytes/decompress.ts';
import type { RecordProblem } from './findings.ts';
import { openBytes, type OpenBytesOptions } from './bytes/open-bytes.ts';
import { splitFile } from './split-file.ts';
import { transcode } from './bytes/transcode.ts';
import type { InputRecord, Work } from './work.ts';

/** How to read inputs. */
export interface ReadInputOptions extends OpenBytesOptions {
  /** Default: by the name, or else by how the input begins. */
  readonly format: CorpusFormat | null;
  /** The field of a record that has its text; default: the first of the usual ones. */
  readonly field: string | null;
  /** Whether to count the lines of long texts. */
  readonly countLines: boolean;
  /** How long the next part of a long text in a file should be, in bytes. */
  readonly partLength: () => number;
}

/** As much as tells how an input is written. */
const headLength = 8192;

/**
 * Read an input of any format, packed or not, in pieces.
 *
 * @param onProblem Is told of what is skipped.
 * @throws {InputError} If it cannot be read at all.
 */
export async function* readInput(
  name: string,
  options: ReadInputOptions,
  onProblem: (problem: RecordProblem) => void,
): AsyncGenerator<Work> {
  using open = await openBytes(name, options);
  const outer = await peek(open.reader, headLength);
  const compression = detectCompression(outer.head);
  const { head, reader } =
    compression === null
      ? outer
      : await peek(
          decompress(outer.reader, compression, {
            isFile: open.length !== null,
            onDefect: (message) => onProblem({ record: null, message }),
          }),
          headLength,
        );
  const format = options.format ?? detectCorpusFormat(name, head.toString('latin1'));
  if (format === 'text' && head.length === 0) return;
  if (format !== 'parquet' && format !== 'warc') rejectBinary(name, head);
  if (compression !== null && format === 'parquet') {
    throw new InputError('binary', name, 'Parquet is read only unpacked. Unpack it first.');
  }
  const mark = readByteOrderMark(head);
  if (format === 'text' && compression === null && open.length !== null && (mark ?? 'utf-8') === 'utf-8') {
    yield* splitFile(name, mark === null ? 0 : 3, open.length, options.countLines, options.partLength);
    return;
  }
  yield* readAs(format, name, reader, head, options, onProblem);
}

/** Readers are loaded when they are needed: most inputs need one. */
async function* readAs(
  format: CorpusFormat,
  name: string,
  reader: ByteReader,
  head: Buffer,
  { field, countLines }: ReadInputOptions,
  onProblem: (problem: RecordProblem) => void,
): AsyncGenerator<Work> {
  if (format === 'text') {
    yield* (await import('./records/read-text.ts')).readText(await toUtf8(reader, head), countLines);
  } else if (format === 'jsonl') {
    yield* (await import('./records/read-lines.ts')).readLines(await toUtf8(reader, head), field, onProblem);
  } else {
    yield* (await import('./records/batch-records.ts')).batchRecords(await readRecords(format));
  }

  async function readRecords(kind: Exclude<CorpusFormat, 'text' | 'jsonl'>): Promise<AsyncIterable<InputRecord>> {
    switch (kind) {
      case 'csv':
        return (await import('./records/read-csv.ts')).readCsv(name, await toUtf8(reader, head), ',', field, onProblem);
      case 'tsv':
        return (await import('./records/read-csv.ts')).readCsv(
          name,
          await toUtf8(reader, head),
          '\t',
          field,
          onProblem,
        );
      case 'json':
        return (await import('./records/read-json.ts')).readJson(name, reader, field, onProblem);
      case 'feed':
        return (await import('./records/read-feed.ts')).readFeed(await toUtf8(reader, head), field, onProblem);
      case 'warc':
        return (await import('./records/read-warc.ts')).readWarc(reader, onProblem);
      case 'parquet':
        return (await import('./records/read-parquet.ts')).readParquet(name, field, onProblem);
      case 'html':
      case 'markdown':
        return (await import('./records/read-document.ts')).readDocument(name, reader, kind);
    }
  }
}

/** By the byte order mark, which is no part of the text, or by what XML declares. */
async function toUtf8(reader: ByteReader, head: Buffer): Promise<ByteReader> {
  const mark = readByteOrderMark(head);
  if (mark === 'utf-8') await reader.read(Buffer.alloc(3), 0);
  const encoding = mark ?? findEncoding(readXmlEncoding(head.toString('latin1'))) ?? 'utf-8';
  return encoding === 'utf-8' ? reader : transcode(reader, encoding);
}
