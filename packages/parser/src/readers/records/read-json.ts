import { InputError } from '../../read/input-error.ts';
import { decode } from '../../read/decode.ts';
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { RecordProblem } from '../findings.ts';
import { readWhole } from './read-document.ts';
import { describeMissingText, selectText } from './select-text.ts';
import type { InputRecord } from '../work.ts';

/**
 * Read a JSON document: the members of an array are its records, all else is one record.
 *
 * @throws {InputError} If it is no JSON, or longer than a record may be.
 */
export async function* readJson(
  name: string,
  reader: ByteReader,
  field: string | null,
  onProblem: (problem: RecordProblem) => void,
): AsyncGenerator<InputRecord> {
  const value = parse(name, decode(await readWhole(name, reader), 'text').text);
  let number = 0;
  for (const record of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
    number += 1;
    const content = selectText(record, field);
    if (content !== null) yield { number, content, format: null, charset: null };
    else onProblem({ record: number, message: describeMissingText(field) });
  }
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError('unreadable', name, `not valid JSON: ${reason}. JSON Lines are read with --format jsonl.`, {
      cause: error,
    });
  }
}
