import { createReadStream } from 'node:fs';
import { maxLineBytes } from './ledger-line.ts';

/** A line of a file. */
export interface FileLine {
  /** With its newline, if it has one. */
  readonly bytes: Buffer;
  /** Where in the file it ends. */
  readonly end: number;
  /** Whether it ends with a newline, within the allowed length. */
  readonly isWhole: boolean;
}

const newline = 0x0a;

/**
 * Read a file line by line. What is too long for a line, or has no newline, comes last and is not whole.
 *
 * @param start Where a line begins, in bytes.
 */
export async function* readLines(path: string, start = 0): AsyncGenerator<FileLine, void, void> {
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { start });
  let rest = Buffer.alloc(0);
  let begin = start;
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let at = rest.indexOf(newline); at !== -1; at = rest.indexOf(newline, from)) {
      const bytes = rest.subarray(from, at + 1);
      yield { bytes, end: begin + at + 1, isWhole: bytes.length <= maxLineBytes };
      from = at + 1;
    }
    rest = rest.subarray(from);
    begin += from;
    if (rest.length > maxLineBytes) break;
  }
  if (rest.length > 0) yield { bytes: rest, end: begin + rest.length, isWhole: false };
}
