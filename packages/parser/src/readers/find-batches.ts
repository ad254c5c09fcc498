import { availableParallelism } from 'node:os';
import { longestBlock } from '../scan/text-block.ts';
import type { CorpusFormat } from './corpus-format.ts';
import { findInEvents, type Progress } from './find-in-events.ts';
import { readInputs } from './read-inputs.ts';
import { type FoundBatch, openTally } from './tally.ts';
import type { Work } from './work.ts';

/** How to find in inputs. */
export interface FindInInputsOptions {
  /** Default: by the name, or else by how the input begins. */
  readonly format?: CorpusFormat;
  /** The field of a record that has its text; default: `text`, `content`, `html`, `body`, `article` or `maintext`. */
  readonly field?: string;
  /** What `-` stands for; default the process's standard input. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** How many threads look for references, this one included; default 1, and 2 for long inputs. The result is the same. */
  readonly workers?: number;
  /** Whether to tell in which line of a text a reference is; default no: it takes as long as all the rest. */
  readonly countLines?: boolean;
  readonly signal?: AbortSignal;
  readonly onProblem: (problem: InputProblem) => void;
}

/** What was wrong with an input, or with a part of it. */
export interface InputProblem {
  /** The input, with `#N` if one record is meant. */
  readonly source: string;
  readonly message: string;
  /** Whether the whole input was passed over. */
  readonly fatal: boolean;
}

/** Find in inputs, in their order. @returns What was found in a piece of one, for each in which something was. */
export async function* findBatches(
  names: AsyncIterable<string>,
  options: FindInInputsOptions,
): AsyncGenerator<FoundBatch> {
  let partLength = shortPart;
  const events = readInputs(names, {
    partLength: () => partLength,
    format: options.format ?? null,
    field: options.field ?? null,
    countLines: options.countLines ?? false,
    get stdin() {
      return options.stdin ?? process.stdin;
    },
  });
  const tally = openTally(options.onProblem);
  const { workers } = options;
  const done = findInEvents(events, workers === undefined ? countThreads : () => workers);
  for await (const { event, findings } of done) {
    options.signal?.throwIfAborted();
    if (findings !== null) {
      const isMuch = findings.found.json.length > muchInPart;
      partLength = isMuch ? Math.max(shortPart, partLength / 2) : Math.min(longPart, 2 * partLength);
    }
    const batch = tally(event, findings);
    if (batch !== null) yield batch;
  }
}

/**
 * Inputs so long are worth the time that another thread takes to start: in bytes where that is known, else in pieces. More
 * than two threads wait for each other: whoever has more processors has many files, and may say so.
 */
const longFile = 1 << 26;
const longSparseFile = 1 << 28;
const manyPieces = 32;
const threadsForLongInput = Math.min(2, availableParallelism());

/**
 * Where less is found in a piece, in bytes of JSON, another thread brings nothing to records: reading and unpacking, which
 * are done beside this one, take as long as looking.
 */
const muchInPiece = 1 << 13;

/** Where more is found in a piece of a file, nearly all of it is: two threads that hold so much are no sooner done than one. */
const mostInPiece = 1 << 18;

/**
 * A part of a text is as long as has about so much in it, in bytes of JSON: to hand over one in which little is found takes
 * as long as to look at it, and more is much to hold.
 */
const muchInPart = 1 << 17;
const shortPart = longestBlock;
const longPart = 8 * longestBlock;

function countThreads(work: Work, { pieces, found }: Progress): number {
  switch (work.kind) {
    case 'file': {
      if (pieces === 0 || found > pieces * mostInPiece) return 1;
      const isLong = work.text.end - work.part.start >= (found > pieces * muchInPiece ? longFile : longSparseFile);
      return isLong ? threadsForLongInput : 1;
    }
    case 'text':
      // To hand it over takes as long as to look for references in it.
      return 1;
    case 'records':
      return pieces >= manyPieces && found > pieces * muchInPiece ? threadsForLongInput : 1;
    case 'lines':
      return pieces >= manyPieces ? threadsForLongInput : 1;
  }
}
