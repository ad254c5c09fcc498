import { closeSync, openSync, readSync } from 'node:fs';
import { characterStart, longestCharacter } from '../scan/character-start.ts';
import { blockOverlap } from '../scan/text-block.ts';
import { allocateText } from '../scan/text-scanner.ts';
import { findInPart } from './find-in-part.ts';
import type { Findings } from './findings.ts';
import { openColumns } from './found-columns.ts';
import type { FileWork } from './work.ts';

/** What is read around a part: as much as the finders look at, and the characters that it begins and ends in. */
const around = blockOverlap + longestCharacter;

/** Buffers that nobody reads from: most of the time of a large one goes to having it. As a rule a thread has one. */
const free: Buffer[] = [];

/** Find the references in a part of a file. It is read in place of being waited for: that is as fast as copying memory. */
export async function findInFile({ path, text, part, countLines }: FileWork): Promise<Findings> {
  const start = Math.max(text.start, part.start - around);
  const end = Math.min(text.end, part.end + around);
  const buffer = takeBuffer(end - start);
  try {
    const bytes = readExtent(path, start, end, buffer);
    const first = start === text.start ? 0 : characterStart(bytes, longestCharacter);
    const from = part.start === text.start ? 0 : characterStart(bytes, part.start - start);
    const to = part.end === text.end ? bytes.length : characterStart(bytes, Math.min(bytes.length, part.end - start));
    const block = { bytes: bytes.subarray(first), from: from - first, to: Math.max(from, to) - first };
    return await findInPart({ kind: 'text', ...block, countLines });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const message = `bytes ${part.start} to ${part.end} cannot be read: ${error.message}.`;
    return {
      found: openColumns().take(),
      units: 0,
      lines: 0,
      records: 0,
      replacements: 0,
      problems: [{ record: null, message }],
    };
  } finally {
    free.push(buffer);
  }
}

function takeBuffer(length: number): Buffer {
  const buffer = free.pop();
  return buffer !== undefined && buffer.length >= length ? buffer : allocateText(length);
}

/** A part of the buffer: shorter than was asked for if the file has been cut meanwhile. */
function readExtent(path: string, start: number, end: number, buffer: Buffer): Buffer {
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
