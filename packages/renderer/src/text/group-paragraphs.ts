/** Lines that belong together. */
export type Paragraph<Line> = readonly Line[];

/**
 * Group lines in paragraphs: an empty line parts two. Where there are more empty lines than one, the others stay as empty
 * lines at the beginning of the next paragraph: a post may mean them.
 */
export function groupParagraphs<Line>(
  lines: readonly Line[],
  isEmpty: (line: Line) => boolean,
): readonly Paragraph<Line>[] {
  const paragraphs: Line[][] = [[]];
  let hasWords = false;
  for (const line of lines) {
    const empty = isEmpty(line);
    if (empty && hasWords) paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
    hasWords = !empty;
  }
  return paragraphs;
}
