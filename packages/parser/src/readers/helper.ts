import { Worker } from 'node:worker_threads';
import type { Findings } from './findings.ts';
import type { InputRecord, Work } from './work.ts';

/** Another thread that looks for references. */
export interface Helper extends AsyncDisposable {
  /** Whether it would begin with a piece soon. */
  readonly isFree: boolean;
  find(work: Work): Promise<Findings>;
}

/** So many pieces it has at a time: it never waits for the next one, and memory stays small. */
const mostPieces = 3;

/** Most of what is found is garbage at once: more room for it is more memory, not more speed. */
const maxYoungGenerationSizeMb = 10;

/** This file runs as it is written or as it was compiled; so does the thread's. */
const written = import.meta.url.endsWith('.ts');
const threadFile = new URL(written ? './thread.ts' : './thread.js', import.meta.url);

/**
 * Open a thread.
 *
 * @param kind The work for which it makes itself ready before it is free.
 */
export function openHelper(kind: Work['kind']): Helper {
  const worker = new Worker(threadFile, {
    workerData: kind,
    resourceLimits: { maxYoungGenerationSizeMb },
    ...(written ? { execArgv: ['--conditions=@embalm/source'] } : {}),
  });
  /** It answers in the order in which it is asked. */
  const waiting: PromiseWithResolvers<Findings>[] = [];
  let isReady = false;
  worker.on('message', (findings: Findings | 'ready') => {
    if (findings === 'ready') isReady = true;
    else waiting.shift()?.resolve(findings);
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    get isFree() {
      return isReady && waiting.length < mostPieces;
    },
    async find(work) {
      const answer = Promise.withResolvers<Findings>();
      waiting.push(answer);
      const { own, memory } = detach(work);
      worker.postMessage(own, [...memory]);
      return answer.promise;
    },
    async [Symbol.asyncDispose]() {
      await worker.terminate();
    },
  };
}

/** A reader's bytes are good only until it goes on: a copy goes to the thread, and its memory with it. */
function detach(work: Work): { readonly own: Work; readonly memory: readonly ArrayBuffer[] } {
  switch (work.kind) {
    case 'file':
      return { own: work, memory: [] };
    case 'records':
      return { own: work, memory: [...new Set(work.records.flatMap(memoryOf))] };
    case 'lines':
    case 'text': {
      const bytes = Buffer.allocUnsafeSlow(work.bytes.length);
      work.bytes.copy(bytes);
      return { own: { ...work, bytes }, memory: [bytes.buffer] };
    }
  }
}

/** Records were copied when they were put together: what they are in is their own. */
function memoryOf({ content }: InputRecord): readonly ArrayBuffer[] {
  return typeof content === 'string' || !(content.buffer instanceof ArrayBuffer) ? [] : [content.buffer];
}
