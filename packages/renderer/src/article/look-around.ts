import type { Range } from '@embalm/post';

/** What stands on the lines around a part of a text, without line breaks. */
export interface Surroundings {
  /** From the beginning of its line. */
  readonly before: string;
  /** Up to the end of its line. */
  readonly after: string;
  /** The line above; empty at the beginning of the text. */
  readonly above: string;
  /** The line below; empty at the end of the text. */
  readonly below: string;
}

/** Look around a part of a text. */
export function lookAround(text: string, [from, to]: Range): Surroundings {
  const start = startOfLine(text, from);
  const end = endOfLine(text, to);
  return {
    before: text.slice(start, from),
    after: withoutReturn(text.slice(to, end)),
    above: start === 0 ? '' : withoutReturn(text.slice(startOfLine(text, start - 1), start - 1)),
    below: withoutReturn(text.slice(end + 1, endOfLine(text, end + 1))),
  };
}

/** Where the line begins that has a place in it. */
export function startOfLine(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line ends that has a place in it, before its line break. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
