import type { FileWork } from './work.ts';

/** So long that what is read twice, where parts overlap, is little; so short that it stays in the processor's cache. */
const usualLength = 1 << 20;

/**
 * Divide a file of text in UTF-8 into parts.
 *
 * @param start Behind its byte order mark.
 * @param end How long the file is.
 */
export function* splitFile(
  path: string,
  start: number,
  end: number,
  countLines: boolean,
  partLength: number = usualLength,
): Generator<FileWork> {
  for (let from = start; from < end; from += partLength) {
    const part = { start: from, end: Math.min(end, from + partLength) };
    yield { kind: 'file', path, text: { start, end }, part, countLines };
  }
}
