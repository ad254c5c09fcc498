import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ThreadAnswer } from './thread-answer.ts';
import { type TaskName, type Tasks, tasks } from './tasks.ts';

/** Does pieces of work that read much and wait for nothing else: here while there is little, then in other threads. */
export interface ThreadPool extends AsyncDisposable {
  /** Do a task for every piece. Results come in the order of the pieces. */
  doAll<Name extends TaskName>(
    name: Name,
    pieces: AsyncIterable<Piece<Name>>,
  ): AsyncGenerator<Result<Name>, void, void>;
}

/** How to work. */
interface ThreadPoolOptions {
  /** How much to do here before threads begin, in milliseconds of work; default 250, which is what they cost. */
  readonly workHereMs?: number;
  /** Threads a processor; default one. More where files are small and many: while one waits for the disk, another works. */
  readonly threadsEach?: number;
}

/** So that many threads take little memory, in MiB: what they read is gone with the next piece. */
const youngMemory = 8;

/** So many pieces are with each thread at a time: it never waits for the next. */
const piecesEach = 2;

/** This file runs as it is written or as it was compiled; so does the thread's. */
const written = import.meta.url.endsWith('.ts');
const threadFile = new URL(written ? './thread.ts' : './thread.js', import.meta.url);

/** A thread, and what waits for its answers: it gives them in the order in which it is asked. */
interface Thread {
  readonly worker: Worker;
  readonly waiting: PromiseWithResolvers<unknown>[];
}

/** Make a pool. Its threads begin when there is enough to do, at most eight. */
export function createThreadPool({ workHereMs = 250, threadsEach = 1 }: ThreadPoolOptions = {}): ThreadPool {
  const threads: Thread[] = [];
  let workedMs = 0;
  return {
    doAll,
    async [Symbol.asyncDispose]() {
      await Promise.all(threads.splice(0).map(({ worker }) => worker.terminate()));
    },
  };

  async function* doAll<Name extends TaskName>(
    name: Name,
    pieces: AsyncIterable<Piece<Name>>,
  ): AsyncGenerator<Result<Name>, void, void> {
    const underWay: Promise<unknown>[] = [];
    for await (const piece of pieces) {
      underWay.push(workedMs < workHereMs ? doHere(name, piece) : hand(name, piece));
      if (underWay.length >= Math.max(1, threads.length * piecesEach)) yield (await underWay.shift()) as Result<Name>;
    }
    for (const result of underWay) yield (await result) as Result<Name>;
  }

  async function doHere<Name extends TaskName>(name: Name, piece: Piece<Name>): Promise<unknown> {
    await nextTurn();
    const begun = performance.now();
    const task = tasks[name] as (piece: Piece<Name>) => unknown;
    const result = task(piece);
    workedMs += performance.now() - begun;
    return result;
  }

  function hand(name: TaskName, piece: unknown): Promise<unknown> {
    if (threads.length === 0) threads.push(...openThreads(threadsEach * availableParallelism()));
    const answer = Promise.withResolvers<unknown>();
    // Whoever takes it hears of its failure; until then nobody does.
    answer.promise.catch(() => {});
    const [first, ...others] = threads;
    if (first === undefined) throw new RangeError('There is no thread.');
    const idle = others.reduce((least, next) => (next.waiting.length < least.waiting.length ? next : least), first);
    idle.waiting.push(answer);
    idle.worker.postMessage({ name, piece }, []);
    return answer.promise;
  }
}

type Piece<Name extends TaskName> = Parameters<Tasks[Name]>[0];
type Result<Name extends TaskName> = ReturnType<Tasks[Name]>;

function openThreads(wanted: number): readonly Thread[] {
  return Array.from({ length: Math.min(8, wanted) }, () => {
    const worker = new Worker(threadFile, {
      resourceLimits: { maxYoungGenerationSizeMb: youngMemory },
      ...(written ? { execArgv: ['--conditions=@embalm/source'] } : {}),
    });
    const waiting: PromiseWithResolvers<unknown>[] = [];
    worker.on('message', ({ result, error }: ThreadAnswer) => {
      const answer = waiting.shift();
      if (error === undefined) answer?.resolve(result);
      else answer?.reject(error);
    });
    worker.on('error', (error) => {
      for (const { reject } of waiting.splice(0)) reject(error);
    });
    return { worker, waiting };
  });
}
