/** The latest part of a text that comes in chunks: what is behind the last place that was read, and little more. */
export interface SourceWindow {
  /** How much is held, in UTF-16 units. */
  readonly length: number;
  add(chunk: string): void;
  /** What stands between two places, counted from the beginning of all. */
  slice(start: number, end: number): string;
  /** Let go of what is before a place: it cannot be read any more. */
  drop(end: number): void;
}

/** Open a window that holds nothing yet. */
export function openSourceWindow(): SourceWindow {
  let held = '';
  let first = 0;
  let done = 0;
  return {
    get length() {
      return held.length;
    },
    add(chunk) {
      held = held.slice(done - first) + chunk;
      first = done;
    },
    slice: (start, end) => held.slice(start - first, end - first),
    drop(end) {
      done = Math.max(done, end);
    },
  };
}
