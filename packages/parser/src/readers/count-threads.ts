import { availableParallelism } from 'node:os';
import type { Progress } from './find-in-events.ts';
import type { FileWork, Work } from './work.ts';

/**
 * Inputs so long are worth the time that another thread takes to start: in bytes where that is known, else in pieces. More
 * than two threads wait for each other: whoever has more processors has many files, and may say so.
 */
const longFile = 1 << 26;
const longSparseFile = 2 ** 31;
const manyPieces = 32;
const threadsForLongInput = Math.min(2, availableParallelism());

/**
 * Where less is found in a piece, in bytes of JSON, another thread brings nothing to records: reading and unpacking, which
 * are done beside this one, take as long as looking.
 */
const muchInPiece = 1 << 13;

/**
 * In a file, as much for each of its bytes; and more than that is nearly all of it: two threads hold more of it than memory
 * should be taken for.
 */
const muchToByte = 1 / 128;
const mostToByte = 1 / 4;

/** What is found at a place takes so many bytes of JSON. */
const usualJson = 200;

/** How many threads should look for references in a piece of an input and in what comes behind it. */
export async function countThreads(work: Work, { pieces, bytes, found }: Progress): Promise<number> {
  switch (work.kind) {
    case 'file':
      return (await isLong(work, bytes, found)) ? threadsForLongInput : 1;
    case 'text':
      // To hand it over takes as long as to look for references in it.
      return 1;
    case 'records':
      return pieces >= manyPieces && found > pieces * muchInPiece ? threadsForLongInput : 1;
    case 'lines':
      return pieces >= manyPieces ? threadsForLongInput : 1;
  }
}

async function isLong(work: FileWork, bytes: number, found: number): Promise<boolean> {
  const length = work.text.end - work.part.start;
  if (length < longFile) return false;
  const toByte = bytes > 0 ? found / bytes : await estimate(work);
  return toByte <= mostToByte && (toByte > muchToByte || length >= longSparseFile);
}

/** What may be found for each byte, by a glance at the first block: what finds it takes time to load. */
async function estimate(work: FileWork): Promise<number> {
  const { countPlaces } = await import('./find-in-file.ts');
  return (countPlaces(work) * usualJson) / (work.part.end - work.part.start);
}
