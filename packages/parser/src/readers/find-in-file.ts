import { closeSync, openSync, readSync } from 'node:fs';
import { characterStart, longestCharacter } from '../scan/character-start.ts';
import { blockOverlap } from '../scan/text-block.ts';
import { findInPart } from './find-in-part.ts';
import type { Findings } from './findings.ts';
import type { FileWork } from './work.ts';

/** What is read around a part: as much as the finders look at, and the characters that it begins and ends in. */
const around = blockOverlap + longestCharacter;

/** One buffer a thread: most of the time of a large one goes to having it. */
let buffer = Buffer.alloc(0);

/** Find the references in a part of a file. It is read in place of being waited for: that is as fast as copying memory.
 * A thread does one part after the other. */
export async function findInFile({ path, text, part, countLines }: FileWork): Promise<Findings> {
  const start = Math.max(text.start, part.start - around);
  const end = Math.min(text.end, part.end + around);
  try {
    const bytes = readExtent(path, start, end);
    const first = start === text.start ? 0 : characterStart(bytes, longestCharacter);
    const from = part.start === text.start ? 0 : characterStart(bytes, part.start - start);
    const to = part.end === text.end ? bytes.length : characterStart(bytes, Math.min(bytes.length, part.end - start));
    const block = { bytes: bytes.subarray(first), from: from - first, to: Math.max(from, to) - first };
    return await findInPart({ kind: 'text', ...block, countLines });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const message = `bytes ${part.start} to ${part.end} cannot be read: ${error.message}.`;
    return { found: [], units: 0, lines: 0, records: 0, replacements: 0, problems: [{ record: null, message }] };
  }
}

/** Good until the next call. Less than was asked for if the file has been cut meanwhile. */
function readExtent(path: string, start: number, end: number): Buffer {
  if (buffer.length < end - start) buffer = Buffer.allocUnsafeSlow(end - start);
  const file = openSync(path, 'r');
  try {
    let filled = 0;
    for (let count = -1; count !== 0 && filled < end - start; filled += count) {
      count = readSync(file, buffer, filled, end - start - filled, start + filled);
    }
    return buffer.subarray(0, filled);
  } finally {
    closeSync(file);
  }
}
