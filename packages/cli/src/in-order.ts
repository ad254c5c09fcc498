/** Work that was begun side by side, and is finished one after the other. */
export interface InOrder<Begun> extends AsyncDisposable {
  /** Add work that has begun. Resolves when there is room for more. @throws What beginning or finishing an earlier one threw. */
  add(work: Promise<Begun>): Promise<void>;
  /** Finish what is left. @throws As `add`. */
  end(): Promise<void>;
}

/**
 * Let work on several things go on at a time while each is finished in the order in which they came. Disposing of it waits
 * for what has begun, whatever came of it.
 *
 * @param atOnce How many may be under way.
 */
export function finishInOrder<Begun>(atOnce: number, finish: (begun: Begun) => Promise<void>): InOrder<Begun> {
  const underWay: Promise<Begun>[] = [];
  return { add, end, [Symbol.asyncDispose]: dispose };

  async function add(work: Promise<Begun>): Promise<void> {
    // One that fails is heard when its turn comes.
    work.catch(() => null);
    underWay.push(work);
    if (underWay.length >= atOnce) await finishFirst();
  }

  async function end(): Promise<void> {
    while (underWay.length > 0) await finishFirst();
  }

  async function finishFirst(): Promise<void> {
    const [first] = underWay;
    if (first === undefined) return;
    const begun = await first;
    void underWay.shift();
    await finish(begun);
  }

  async function dispose(): Promise<void> {
    await Promise.allSettled(underWay);
  }
}
