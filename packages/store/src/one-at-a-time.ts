/** Runs tasks one after the other, in the order in which they came; one that fails does not stop the next. */
export type OneAtATime = <T>(task: () => Promise<T>) => Promise<T>;

/** Make a queue of one lane. */
export function oneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task);
    last = run.catch(() => null);
    return run;
  };
}
