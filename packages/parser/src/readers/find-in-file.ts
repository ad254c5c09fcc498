import { characterStart, longestCharacter } from '../scan/character-start.ts';
import { type BlockHits, findHits } from '../scan/find-hits.ts';
import { blockOverlap, leastOverlap } from '../scan/text-block.ts';
import { findInPart } from './find-in-part.ts';
import type { Findings } from './findings.ts';
import { openColumns } from './found-columns.ts';
import { readExtent } from './read-extent.ts';
import type { Extent, FileWork, TextWork } from './work.ts';

/** Whether the last part needed all that stands around it: then the next one does, as a rule. What is found is the same. */
let isDense = false;

/**
 * Find the references in a part of a file.
 *
 * @param isAlone Whether the part behind it comes next: it is read meanwhile. Default no.
 */
export async function findInFile(work: FileWork, isAlone = false): Promise<Findings> {
  try {
    if (!isDense) {
      using narrow = await readAround(work, leastOverlap, isAlone);
      isDense = narrow.hits.reachOut;
      if (!isDense) return await findInPart(narrow.text, narrow.hits);
    }
    using wide = await readAround(work, blockOverlap, isAlone);
    isDense = wide.hits.reachOut;
    return await findInPart(wide.text, wide.hits);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return unreadable(work, error);
  }
}

/** A part with some of what stands around it, good until it is disposed of. */
interface ReadPart extends Disposable {
  readonly text: TextWork;
  readonly hits: BlockHits;
}

async function readAround(work: FileWork, overlap: number, isAlone: boolean): Promise<ReadPart> {
  const next = isAlone ? extentOf(partBehind(work), overlap) : null;
  const lent = await readExtent(work.path, extentOf(work, overlap), next);
  const text = toText(work, lent.bytes, overlap);
  return { text, hits: findHits(text), [Symbol.dispose]: () => lent[Symbol.dispose]() };
}

/** The characters that a part begins and ends in may reach out of it. */
function extentOf({ text, part }: FileWork, overlap: number): Extent {
  const around = overlap + longestCharacter;
  return { start: Math.max(text.start, part.start - around), end: Math.min(text.end, part.end + around) };
}

function partBehind(work: FileWork): FileWork {
  const { start, end } = work.part;
  return { ...work, part: { start: end, end: Math.min(work.text.end, end + end - start) } };
}

function toText(work: FileWork, bytes: Buffer, overlap: number): TextWork {
  const { text, part, countLines } = work;
  const { start } = extentOf(work, overlap);
  const first = start === text.start ? 0 : characterStart(bytes, longestCharacter);
  const from = part.start === text.start ? 0 : characterStart(bytes, part.start - start);
  const to = part.end === text.end ? bytes.length : characterStart(bytes, Math.min(bytes.length, part.end - start));
  return { kind: 'text', bytes: bytes.subarray(first), from: from - first, to: Math.max(from, to) - first, countLines };
}

function unreadable({ part }: FileWork, error: Error): Findings {
  const message = `bytes ${part.start} to ${part.end} cannot be read: ${error.message}.`;
  return {
    found: openColumns().take(),
    units: 0,
    lines: 0,
    records: 0,
    replacements: 0,
    problems: [{ record: null, message }],
  };
}
