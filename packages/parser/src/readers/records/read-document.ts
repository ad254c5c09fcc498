import type { InputFormat } from '../../find-references.ts';
import { InputError } from '../../read/input-error.ts';
import type { ByteReader } from '../bytes/byte-reader.ts';
import { openByteWindow } from '../bytes/byte-window.ts';
import { mostRecordBytes } from './record-limit.ts';
import type { InputRecord } from '../work.ts';

/**
 * Read a whole page.
 *
 * @throws {InputError} If it is longer than a record may be.
 */
export async function* readDocument(
  name: string,
  reader: ByteReader,
  format: InputFormat,
): AsyncGenerator<InputRecord> {
  yield { number: null, content: await readWhole(name, reader), format, charset: null };
}

/** All bytes of an input that is no longer than a record may be. */
export async function readWhole(name: string, reader: ByteReader): Promise<Buffer> {
  const window = openByteWindow(reader);
  const bytes = await window.atLeast(mostRecordBytes + 1);
  if (bytes.length <= mostRecordBytes) return bytes;
  const limit = mostRecordBytes / 1024 / 1024;
  throw new InputError('too-large', name, `longer than ${limit} MiB, the most a page may have. Split it.`);
}
