const lineBreak = /\r\n|[\n\r\u2028\u2029]/;

/**
 * Arrange pieces in lines: text is cut at its line breaks, every other piece stays whole.
 *
 * @param cut Makes a piece of a stretch of text.
 */
export function splitLines<Piece>(
  pieces: readonly Piece[],
  textOf: (piece: Piece) => string | null,
  cut: (text: string) => Piece,
): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    const text = textOf(piece);
    if (text === null) {
      lines.at(-1)?.push(piece);
      continue;
    }
    for (const [index, line] of text.split(lineBreak).entries()) {
      if (index > 0) lines.push([]);
      if (line !== '') lines.at(-1)?.push(cut(line));
    }
  }
  return lines;
}
