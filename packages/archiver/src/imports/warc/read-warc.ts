import { type ByteSource, openByteSource } from './byte-source.ts';

/** A record of a WARC file, of any version. */
export interface WarcEntry {
  /** Of its first byte, in the unpacked file. */
  readonly offset: number;
  /** By their names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  readonly length: number;
  /** Good until the next record is asked for; what is left of it is passed over then. */
  readonly block: AsyncIterable<Uint8Array>;
}

const longestLine = 64 * 1024;
const mostFields = 200;

/**
 * Read the records of a WARC file, unpacked, without holding one in memory.
 *
 * @throws {RangeError} If something else stands where a record should begin, or a length is wrong.
 */
export async function* readWarc(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<WarcEntry, void, void> {
  const source = openByteSource(chunks);
  for (;;) {
    const first = await source.line(longestLine);
    if (first === null) return;
    if (first === '') continue;
    const offset = source.offset() - first.length - 2;
    if (!/^WARC\/[01]\.\d{1,2}$/.test(first))
      throw new RangeError(`no WARC record begins at byte ${Math.max(0, offset)}`);
    const fields = await readFields((most) => source.line(most));
    const length = fields.get('content-length') ?? '';
    if (!/^\d{1,15}$/.test(length)) throw new RangeError(`the record at byte ${offset} has no length`);
    const ends = source.offset() + Number(length);
    yield { offset, fields, length: Number(length), block: source.take(Number(length)) };
    await passOver(source, ends - source.offset());
    const end = [await source.line(longestLine), await source.line(longestLine)];
    if (end.some((line) => line !== null && line !== ''))
      throw new RangeError(`the length of the record at byte ${offset} is wrong`);
  }
}

async function passOver(source: ByteSource, length: number): Promise<void> {
  let left = length;
  for await (const bytes of source.take(length)) left -= bytes.length;
  if (left !== 0) throw new RangeError(`it ends ${left} bytes too early`);
}

async function readFields(line: (most: number) => Promise<string | null>): Promise<ReadonlyMap<string, string>> {
  const fields = new Map<string, string>();
  for (let count = 0; count < mostFields; count += 1) {
    const text = await line(longestLine);
    if (text === null) throw new RangeError('it ends within the head of a record');
    if (text === '') return fields;
    const colon = text.indexOf(':');
    if (colon > 0) fields.set(text.slice(0, colon).trim().toLowerCase(), text.slice(colon + 1).trim());
  }
  throw new RangeError(`a record has more than ${mostFields} fields`);
}
