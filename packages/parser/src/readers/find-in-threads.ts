import { Worker } from 'node:worker_threads';
import type { DoneEvent } from './find-in-inputs.ts';
import type { Findings } from './findings.ts';
import type { InputEvent } from './read-inputs.ts';
import type { Work } from './work.ts';

/** So many pieces are with each thread at a time: it never waits for the next, and memory stays small. */
const piecesEach = 2;

/** Most of what is found is garbage at once: more room for it is more memory, not more speed. */
const maxYoungGenerationSizeMb = 10;

/** This file runs as it is written or as it was compiled; so does the thread's. */
const written = import.meta.url.endsWith('.ts');
const threadFile = new URL(written ? './thread.ts' : './thread.js', import.meta.url);

/** A thread, and what waits for its answers: it gives them in the order in which it is asked. */
interface Thread {
  readonly worker: Worker;
  readonly waiting: PromiseWithResolvers<Findings>[];
}

/**
 * Find in other threads what is read in this one. Events come out in the order in which they go in.
 *
 * @param count How many threads.
 */
export async function* findInThreads(events: AsyncIterable<InputEvent>, count: number): AsyncGenerator<DoneEvent> {
  const threads = Array.from({ length: count }, openThread);
  const underWay: { readonly event: InputEvent; readonly findings: Promise<Findings> | null }[] = [];
  try {
    for await (const event of events) {
      underWay.push({ event, findings: event.kind === 'work' ? hand(event.work, threads) : null });
      while (underWay.length >= count * piecesEach) yield await takeFirst();
    }
    while (underWay.length > 0) yield await takeFirst();
  } finally {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  async function takeFirst(): Promise<DoneEvent> {
    const [first] = underWay.splice(0, 1);
    if (first === undefined) throw new RangeError('Nothing is under way.');
    return { event: first.event, findings: await first.findings };
  }
}

function openThread(): Thread {
  const worker = new Worker(threadFile, {
    resourceLimits: { maxYoungGenerationSizeMb },
    ...(written ? { execArgv: ['--conditions=@embalm/source'] } : {}),
  });
  const waiting: PromiseWithResolvers<Findings>[] = [];
  worker.on('message', (findings: Findings) => waiting.shift()?.resolve(findings));
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return { worker, waiting };
}

/** To the thread that has least to do. */
function hand(work: Work, threads: readonly Thread[]): Promise<Findings> {
  const thread = threads.reduce((least, next) => (next.waiting.length < least.waiting.length ? next : least));
  const answer = Promise.withResolvers<Findings>();
  // Whoever takes it hears of its failure; until then nobody does.
  answer.promise.catch(() => {});
  thread.waiting.push(answer);
  const { own, memory } = detach(work);
  thread.worker.postMessage(own, memory);
  return answer.promise;
}

/** A reader's bytes are good only until it goes on: a copy goes to the thread, and its memory with it. */
function detach(work: Work): { readonly own: Work; readonly memory: ArrayBuffer[] } {
  if (work.kind === 'records') return { own: work, memory: [] };
  const bytes = Buffer.allocUnsafeSlow(work.bytes.length);
  work.bytes.copy(bytes);
  return { own: { ...work, bytes }, memory: [bytes.buffer] };
}
