interface Run {
  begun: boolean;
  done: Promise<void>;
}

/**
 * Let callers with the same key share runs of a slow action that takes in everything that happened before it began: a
 * run that has not begun covers the caller too, one that has begun may not.
 */
export function shareNextRun(action: (key: string) => Promise<void>): (key: string) => Promise<void> {
  const latest = new Map<string, Run>();
  return (key) => {
    const previous = latest.get(key);
    if (previous !== undefined && !previous.begun) return previous.done;
    const run: Run = { begun: false, done: Promise.resolve() };
    run.done = begin(run, previous);
    latest.set(key, run);
    return run.done;

    async function begin(mine: Run, before: Run | undefined): Promise<void> {
      await Promise.allSettled([before?.done]);
      mine.begun = true;
      try {
        await action(key);
      } finally {
        if (latest.get(key) === mine) latest.delete(key);
      }
    }
  };
}
