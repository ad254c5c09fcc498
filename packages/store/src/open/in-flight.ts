/** Keeps track of what is under way, so that closing can wait for it. */
export interface InFlight {
  /** @throws If it has been closed. */
  run<T>(task: () => Promise<T>): Promise<T>;
  /** Refuse what comes from now on, and wait for the rest. Resolves to false if it was closed before. */
  close(): Promise<boolean>;
}

/** Begin to keep track. */
export function createInFlight(): InFlight {
  const underWay = new Set<Promise<unknown>>();
  let closed = false;
  return {
    async run(task) {
      if (closed) throw new Error('The archive has been closed');
      const running = task();
      underWay.add(running);
      try {
        return await running;
      } finally {
        underWay.delete(running);
      }
    },
    async close() {
      if (closed) return false;
      closed = true;
      await Promise.allSettled(underWay);
      return true;
    },
  };
}
