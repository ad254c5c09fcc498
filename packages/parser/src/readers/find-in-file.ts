import { closeSync, openSync } from 'node:fs';
import { characterStart, longestCharacter } from '../scan/character-start.ts';
import { type BlockHits, findHits } from '../scan/find-hits.ts';
import { blockOverlap, leastOverlap, longestBlock } from '../scan/text-block.ts';
import { addPart, type PartCounts } from './find-in-part.ts';
import type { Findings, RecordProblem } from './findings.ts';
import { type ColumnWriter, openColumns } from './found-columns.ts';
import { readExtent } from './read-extent.ts';
import type { Extent, FileWork, TextWork } from './work.ts';

/** Whether the last block needed all that stands around it: then the next one does, as a rule. What is found is the same. */
let isDense = false;

/** Where so many bytes were found, what is left of a part is left to be looked at when these are written. */
const muchFound = 1 << 18;

/** Find the references in a part of a file, of which a block at a time is held. */
export async function findInFile(work: FileWork): Promise<Findings> {
  const columns = openColumns();
  const problems: RecordProblem[] = [];
  let counts: PartCounts = { units: 0, lines: 0, replacements: 0 };
  let { start } = work.part;
  try {
    using file = open(work.path);
    while (start < work.part.end && columns.length < muchFound) {
      const part = { start, end: Math.min(work.part.end, start + longestBlock) };
      counts = add(counts, await addBlock(columns, counts, { ...work, part }, file.descriptor));
      start = part.end;
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    problems.push({ record: null, message: `bytes ${start} to ${work.part.end} cannot be read: ${error.message}.` });
    start = work.part.end;
  }
  const rest = start < work.part.end ? { ...work, part: { start, end: work.part.end } } : null;
  return { found: columns.take(), ...counts, records: 0, problems, rest };
}

/** At how many places of the first block of a part there may be references; 0 if it cannot be read. */
export function countPlaces(work: FileWork): number {
  const { start } = work.part;
  try {
    using file = open(work.path);
    using read = readAround(
      { ...work, part: { start, end: Math.min(work.part.end, start + longestBlock) } },
      file.descriptor,
      leastOverlap,
    );
    return read.hits.hits.length;
  } catch {
    return 0;
  }
}

function open(path: string): Disposable & { readonly descriptor: number } {
  const descriptor = openSync(path, 'r');
  return { descriptor, [Symbol.dispose]: () => closeSync(descriptor) };
}

function add(sum: PartCounts, { units, lines, replacements }: PartCounts): PartCounts {
  return {
    units: sum.units + units,
    lines: sum.lines + lines,
    replacements: sum.replacements + replacements,
  };
}

async function addBlock(columns: ColumnWriter, before: PartCounts, work: FileWork, file: number): Promise<PartCounts> {
  if (!isDense) {
    using narrow = readAround(work, file, leastOverlap);
    isDense = narrow.hits.reachOut;
    if (!isDense) return await addPart(columns, before, narrow.text, narrow.hits);
  }
  using wide = readAround(work, file, blockOverlap);
  isDense = wide.hits.reachOut;
  return await addPart(columns, before, wide.text, wide.hits);
}

/** A block with some of what stands around it, good until it is disposed of. */
interface ReadBlock extends Disposable {
  readonly text: TextWork;
  readonly hits: BlockHits;
}

function readAround(work: FileWork, file: number, overlap: number): ReadBlock {
  const lent = readExtent(file, extentOf(work, overlap));
  const text = toText(work, lent.bytes, overlap);
  return { text, hits: findHits(text), [Symbol.dispose]: () => lent[Symbol.dispose]() };
}

/** The characters that a part begins and ends in may reach out of it. */
function extentOf({ text, part }: FileWork, overlap: number): Extent {
  const around = overlap + longestCharacter;
  return { start: Math.max(text.start, part.start - around), end: Math.min(text.end, part.end + around) };
}

function toText(work: FileWork, bytes: Buffer, overlap: number): TextWork {
  const { text, part, countLines } = work;
  const { start } = extentOf(work, overlap);
  const first = start === text.start ? 0 : characterStart(bytes, longestCharacter);
  const from = part.start === text.start ? 0 : characterStart(bytes, part.start - start);
  const to = part.end === text.end ? bytes.length : characterStart(bytes, Math.min(bytes.length, part.end - start));
  return { kind: 'text', bytes: bytes.subarray(first), from: from - first, to: Math.max(from, to) - first, countLines };
}
