import { parentPort } from 'node:worker_threads';
import { findInWork } from './find-in-work.ts';
import type { InputRecord, Work } from './work.ts';

// One of the threads of `findInThreads`: it answers every piece of work with what was found in it, in order.
let last = Promise.resolve();
parentPort?.on('message', (work: Work) => {
  last = last.then(async () => parentPort?.postMessage(await findInWork(revive(work)), []));
});

/** A buffer arrives from another thread as the bytes it is. */
function revive(work: Work): Work {
  if (work.kind !== 'records') return { ...work, bytes: toBuffer(work.bytes) };
  return { ...work, records: work.records.map(reviveRecord) };
}

function reviveRecord(record: InputRecord): InputRecord {
  return typeof record.content === 'string' ? record : { ...record, content: toBuffer(record.content) };
}

function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
