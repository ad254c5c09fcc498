import PQueue from 'p-queue';

/** How a body comes: read whole, read whole though it is long, or taken piece by piece while nothing says that it ends. */
type BodyKind = 'whole' | 'long' | 'endless';

/** The bodies of one page that are being read and kept. */
export interface BodyWork {
  /** Do it in its turn. A task that throws is a problem, and no other of its page can be kept either. */
  add(kind: BodyKind, task: () => Promise<void>): void;
  /** Aborts when what does not say how long it is should be waited for no longer. */
  readonly ending: () => AbortSignal;
  /** Resolves when all are done; those that may never end are ended. */
  settle(): Promise<void>;
  /** What the first task that failed threw. */
  readonly problem: () => { readonly error: unknown } | null;
}

/** Few at a time bounds memory: bodies that did not say that they are long are read out whole, and of long ones one. */
const atATime: Readonly<Record<BodyKind, number>> = { whole: 3, long: 1, endless: 3 };

/**
 * Line up the bodies of a page.
 *
 * @param onProblem Called with the first problem and each later one.
 */
export function startBodyWork(onProblem: () => void): BodyWork {
  const queues: Readonly<Record<BodyKind, PQueue>> = {
    whole: new PQueue({ concurrency: atATime.whole }),
    long: new PQueue({ concurrency: atATime.long }),
    endless: new PQueue({ concurrency: atATime.endless }),
  };
  let ending = new AbortController();
  let problem: { readonly error: unknown } | null = null;
  return {
    add(kind, task) {
      queues[kind].add(task).catch((error: unknown) => {
        problem ??= { error };
        onProblem();
      });
    },
    ending: () => ending.signal,
    async settle() {
      ending.abort(new Error('The page is done'));
      await Promise.all(Object.values(queues).map(async (queue) => queue.onIdle()));
      ending = new AbortController();
    },
    problem: () => problem,
  };
}
