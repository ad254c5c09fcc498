/** Runs a task once those before it under the same key have ended, however they did. */
export type RunInTurn<Key> = <Result>(key: Key, task: () => Promise<Result>) => Promise<Result>;

/** Let tasks of one key wait for each other; those of others go on meanwhile. */
export function runOneAtATime<Key>(): RunInTurn<Key> {
  const last = new Map<Key, Promise<unknown>>();
  return async (key, task) => {
    const earlier = last.get(key)?.catch(() => null);
    const current = Promise.resolve(earlier).then(task);
    last.set(key, current);
    try {
      return await current;
    } finally {
      if (last.get(key) === current) last.delete(key);
    }
  };
}
