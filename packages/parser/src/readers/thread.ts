import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { findInWork, prepareFor } from './find-in-work.ts';
import { borrowRoom } from './found-columns.ts';
import type { Task, ThreadData } from './helper.ts';
import { type InputRecord, memoryOf, type Work } from './work.ts';

const { kind, compileCache } = workerData as ThreadData;
if (compileCache !== null) enableCompileCache(compileCache);

// A helper's thread: it answers every piece of work with what was found in it, in order.
let last = prepareFor(kind);
parentPort?.on('message', (task: Task) => {
  last = last.then(async () => answer(task));
});

async function answer({ work, room }: Task): Promise<void> {
  if (room !== null) borrowRoom(room);
  const findings = await findInWork(revive(work));
  // Now, and not when garbage is collected: that waits for tens of megabytes.
  for (const memory of memoryOf(work)) memory.transfer(0);
  parentPort?.postMessage(findings, [findings.found.numbers.buffer, findings.found.json.buffer]);
}

/** A buffer arrives from another thread as the bytes it is. */
function revive(work: Work): Work {
  switch (work.kind) {
    case 'file':
      return work;
    case 'records':
      return { ...work, records: work.records.map(reviveRecord) };
    case 'lines':
    case 'text':
      return { ...work, bytes: toBuffer(work.bytes) };
  }
}

function reviveRecord(record: InputRecord): InputRecord {
  return typeof record.content === 'string' ? record : { ...record, content: toBuffer(record.content) };
}

function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
