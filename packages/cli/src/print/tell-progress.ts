import type { Stream } from '../io.ts';
import type { OutputOptions } from '../options/shared-options.ts';

/** From one line to the next, at least. */
const everyMs = 5000;

/** Tells how far some work has come, if it is time to; asks for the line only then. */
export type Tell = (describe: () => string) => void;

/**
 * Make what tells whoever waits at a terminal how far a long work has come, now and then; nothing is told elsewhere.
 *
 * @param now Milliseconds from any time on; default the system's clock that never turns.
 */
export function tellProgress({ quiet }: OutputOptions, err: Stream, now: () => number = () => performance.now()): Tell {
  if (!err.isTerminal || quiet === true) return () => {};
  let next = now() + everyMs;
  return (describe) => {
    if (now() < next) return;
    next = now() + everyMs;
    err.line(`${describe()} …`);
  };
}
