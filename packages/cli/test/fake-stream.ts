import type { Stream } from '../src/io.ts';

/** A stream that remembers its lines. */
export interface FakeStream extends Stream {
  readonly lines: readonly string[];
}

/** Make one; default no terminal, of 80 columns, without colours. */
export function fakeStream(isTerminal = false): FakeStream {
  const lines: string[] = [];
  return {
    isTerminal,
    columns: 80,
    colors: false,
    lines,
    line: (text) => void lines.push(text),
    write: () => Promise.resolve(),
    drained: () => Promise.resolve(),
  };
}
