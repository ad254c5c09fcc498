import type { InputRecord, RecordsWork } from './work.ts';

const mostLength = 1 << 20;
const mostRecords = 1000;

/** Put records together, so that handing them on costs little. */
export async function* batchRecords(records: AsyncIterable<InputRecord>): AsyncGenerator<RecordsWork> {
  let batch: InputRecord[] = [];
  let length = 0;
  for await (const record of records) {
    // A reader's bytes are good only until it goes on.
    const { content } = record;
    batch.push(typeof content === 'string' ? record : { ...record, content: copy(content) });
    length += content.length;
    if (length < mostLength && batch.length < mostRecords) continue;
    yield { kind: 'records', records: batch };
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield { kind: 'records', records: batch };
}

/** In memory of its own: a small one of Buffer's own making shares it with others, and would take them along. */
function copy(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}
