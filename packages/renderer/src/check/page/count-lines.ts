/** A place in a text, for people. Both count from 1; columns in UTF-16 units. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** From offsets to lines and columns. A line ends with LF, CR or both, as in HTML. */
export function countLines(text: string): (offset: number) => Place {
  const starts = [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ 0: end, index }) => index + end.length)];
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
