import type { InputRecord, RecordsWork } from '../work.ts';

const mostLength = 1 << 20;
const mostRecords = 1000;

/**
 * Put records together, so that handing them on costs little. A reader's bytes are good only until it goes on, so they
 * are copied, and the copies are good until the next batch is asked for: they are all in one memory, of which a batch
 * that is handed to another thread takes all along.
 */
export async function* batchRecords(records: AsyncIterable<InputRecord>): AsyncGenerator<RecordsWork> {
  let room = Buffer.alloc(0);
  let batch: InputRecord[] = [];
  let length = 0;
  for await (const record of records) {
    const { content } = record;
    const isFull = batch.length > 0 && (batch.length === mostRecords || length + content.length > mostLength);
    if (isFull) {
      yield { kind: 'records', records: batch };
      batch = [];
      length = 0;
    }
    if (typeof content === 'string') batch.push(record);
    else batch.push({ ...record, content: copy(content) });
    length += content.length;
  }
  if (batch.length > 0) yield { kind: 'records', records: batch };

  function copy(bytes: Buffer): Buffer {
    if (bytes.length > mostLength) return Buffer.from(new Uint8Array(bytes).buffer);
    if (room.buffer.detached || room.length === 0) room = Buffer.allocUnsafeSlow(mostLength);
    bytes.copy(room, length);
    return room.subarray(length, length + bytes.length);
  }
}
