import { setImmediate } from 'node:timers/promises';
import type { CorpusFormat } from './corpus-format.ts';
import { countThreads } from './count-threads.ts';
import { findInEvents, lengthLooked } from './find-in-events.ts';
import { dropColumns } from './found-columns.ts';
import { firstPart, fitPart } from './fit-part.ts';
import { readInputs } from './read-inputs.ts';
import { type FoundBatch, openTally } from './tally.ts';

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

/** So often, in milliseconds, signals and timers get their turn: files are read, and looked at, without waiting. */
const turnsEvery = 50;

/** Find in inputs, in their order. @returns What was found in a piece of one, for each in which something was. */
export async function* findBatches(
  names: AsyncIterable<string>,
  options: FindInInputsOptions,
): AsyncGenerator<FoundBatch> {
  let partLength = firstPart;
  const events = readInputs(names, {
    partLength: () => partLength,
    format: options.format ?? null,
    field: options.field ?? null,
    countLines: options.countLines ?? false,
    signal: options.signal,
    get stdin() {
      return options.stdin ?? process.stdin;
    },
  });
  const tally = openTally(options.onProblem);
  const { workers } = options;
  const done = findInEvents(events, workers === undefined ? countThreads : async () => workers);
  let lastTurn = performance.now();
  for await (const { event, findings } of done) {
    if (performance.now() - lastTurn > turnsEvery) {
      await setImmediate();
      lastTurn = performance.now();
    }
    options.signal?.throwIfAborted();
    if (findings !== null && event.kind === 'work' && event.work.kind === 'file') {
      partLength = fitPart(partLength, lengthLooked(event.work, findings), findings.found.json.length);
    }
    const batch = tally(event, findings);
    if (batch !== null) yield batch;
    else if (findings !== null) dropColumns(findings.found);
  }
}
