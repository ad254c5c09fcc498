import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Findings } from './findings.ts';
import { type ColumnRoom, lendRoom } from './found-columns.ts';
import { memoryOf, type Work } from './work.ts';

/** Another thread that looks for references. */
export interface Helper extends AsyncDisposable {
  /** Whether it has fewer pieces than it should, so that it need not wait for the next one. */
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

/** What a thread is given to do. */
export interface Task {
  readonly work: Work;
  /** Where it may write what it finds. */
  readonly room: ColumnRoom | null;
}

/**
 * So many pieces it has at a time: it never waits for the next one, and memory stays small. Whoever unpacks what it reads
 * should have little else to do.
 */
const mostPieces = { file: 3, text: 6, lines: 6, records: 6 } as const;

/** But where so many bytes were found in one, it does one at a time. */
const muchFound = 1 << 20;

/** Most of what is found is garbage at once: more room for it is more memory, not more speed. */
const maxYoungGenerationSizeMb = 12;

/** This file runs as it is written or as it was compiled; so does the thread's. */
const written = import.meta.url.endsWith('.ts');
const threadFile = new URL(written ? './thread.ts' : './thread.js', import.meta.url);

/**
 * Open a thread.
 *
 * @param kind The work for which it makes itself ready while it begins.
 */
export function openHelper(kind: Work['kind']): Helper {
  const worker = new Worker(threadFile, {
    workerData: { kind, compileCache: getCompileCacheDir() ?? null } satisfies ThreadData,
    resourceLimits: { maxYoungGenerationSizeMb },
    ...(written ? { execArgv: ['--conditions=@embalm/source'] } : {}),
  });
  /** It answers in the order in which it is asked. */
  const waiting: PromiseWithResolvers<Findings>[] = [];
  let lastFound = 0;
  let hasFailed = false;
  worker.on('message', (findings: Findings) => {
    lastFound = findings.found.json.length;
    waiting.shift()?.resolve(findings);
  });
  worker.on('error', (error) => {
    hasFailed = true;
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    get isFree() {
      return !hasFailed && waiting.length < (lastFound > muchFound ? 1 : mostPieces[kind]);
    },
    async find(work) {
      const answer = Promise.withResolvers<Findings>();
      waiting.push(answer);
      const task: Task = { work: copyShared(work), room: lendRoom() };
      const room = task.room === null ? [] : [task.room.numbers, task.room.json];
      worker.postMessage(task, [...memoryOf(task.work), ...room]);
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
