import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Findings } from './findings.ts';
import { memoryOf, type Work } from './work.ts';

/** Another thread that looks for references. */
export interface Helper extends AsyncDisposable {
  /** Whether it would begin with a piece soon. */
  readonly isFree: boolean;
  find(work: Work): Promise<Findings>;
}

/** What a thread is given to begin with. */
export interface ThreadData {
  /** The work for which it makes itself ready. */
  readonly kind: Work['kind'];
  /** Where this thread keeps what it has compiled, if it does: another one does not know. */
  readonly compileCache: string | null;
}

/**
 * So many pieces it has at a time: it never waits for the next one, and memory stays small. Whoever unpacks what it reads
 * should have little else to do.
 */
const mostPieces = { file: 3, text: 6, lines: 6, records: 6 } as const;

/** But where so many bytes were found in one, it does one at a time. */
const muchFound = 1 << 20;

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
    workerData: { kind, compileCache: getCompileCacheDir() ?? null } satisfies ThreadData,
    resourceLimits: { maxYoungGenerationSizeMb },
    ...(written ? { execArgv: ['--conditions=@embalm/source'] } : {}),
  });
  /** It answers in the order in which it is asked. */
  const waiting: PromiseWithResolvers<Findings>[] = [];
  let isReady = false;
  let lastFound = 0;
  worker.on('message', (findings: Findings | 'ready') => {
    if (findings === 'ready') isReady = true;
    else {
      lastFound = findings.found.json.length;
      waiting.shift()?.resolve(findings);
    }
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    get isFree() {
      return isReady && waiting.length < (lastFound > muchFound ? 1 : mostPieces[kind]);
    },
    async find(work) {
      const answer = Promise.withResolvers<Findings>();
      waiting.push(answer);
      const own = copyShared(work);
      worker.postMessage(own, [...memoryOf(own)]);
      return answer.promise;
    },
    async [Symbol.asyncDispose]() {
      await worker.terminate();
    },
  };
}

/** A reader's bytes are good only until it goes on: a copy goes to the thread. Records were copied when they were put together. */
function copyShared(work: Work): Work {
  if (work.kind === 'file' || work.kind === 'records') return work;
  const bytes = Buffer.allocUnsafeSlow(work.bytes.length);
  work.bytes.copy(bytes);
  return { ...work, bytes };
}
