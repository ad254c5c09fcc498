import type { FileWork } from './work.ts';

/**
 * Divide a file of text in UTF-8 into parts.
 *
 * @param start Behind its byte order mark.
 * @param end How long the file is.
 * @param nextLength How long the next part should be, in bytes.
 */
export function* splitFile(
  path: string,
  start: number,
  end: number,
  countLines: boolean,
  nextLength: () => number,
): Generator<FileWork> {
  for (let from = start; from < end;) {
    const part = { start: from, end: Math.min(end, from + nextLength()) };
    yield { kind: 'file', path, text: { start, end }, part, countLines };
    from = part.end;
  }
}
