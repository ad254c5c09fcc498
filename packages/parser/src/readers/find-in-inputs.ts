import type { Range, ReferenceKind } from '@embalm/post';
import { availableParallelism } from 'node:os';
import type { CorpusFormat } from './corpus-format.ts';
import { findInEvents } from './find-in-events.ts';
import type { Findings } from './findings.ts';
import { type InputEvent, readInputs } from './read-inputs.ts';
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

/** A reference, and where it was found. Its JSON is ready, for most are only printed. */
export interface FoundReference {
  /** The input; for inputs made of records, with `#N` behind it, N the record's number from 1. */
  readonly source: string;
  readonly kind: ReferenceKind;
  /** UTF-16 units of the input, or of the record's text. */
  readonly range: Range;
  /** From 1; `null` in records, and if lines were not to be counted. */
  readonly line: number | null;
  /** The other members of the `Reference` in JSON, from the comma before them to the closing brace. */
  readonly rest: string;
}

/**
 * Find every reference in inputs of any format and any length, in their order. What cannot be read is told and passed
 * over.
 *
 * @param names Paths, and `-` for standard input.
 * @returns Some references at a time, in order.
 */
export async function* findInInputs(
  names: AsyncIterable<string>,
  options: FindInInputsOptions,
): AsyncGenerator<readonly FoundReference[]> {
  const events = readInputs(names, {
    format: options.format ?? null,
    field: options.field ?? null,
    countLines: options.countLines ?? false,
    stdin: options.stdin ?? process.stdin,
  });
  const state = openTally(options.onProblem);
  const { workers } = options;
  const done = findInEvents(events, workers === undefined ? countThreads : () => workers);
  for await (const { event, findings } of done) {
    options.signal?.throwIfAborted();
    const found = state(event, findings);
    if (found.length > 0) yield found;
  }
}

/**
 * Inputs so long are worth the time that another thread takes to start: in bytes where that is known, else in pieces. More
 * than two threads wait for each other: whoever has more processors has many files, and may say so.
 */
const longFile = 1 << 26;
const manyPieces = 32;
const threadsForLongInput = Math.min(2, availableParallelism());

function countThreads(work: Work, pieces: number): number {
  switch (work.kind) {
    case 'file':
      return work.text.end >= longFile ? threadsForLongInput : 1;
    case 'text':
      // To hand it over takes as long as to look for references in it.
      return 1;
    case 'lines':
    case 'records':
      return pieces >= manyPieces ? threadsForLongInput : 1;
  }
}

/** Count records and units through the pieces of each input, and tell what is wrong. */
function openTally(
  onProblem: (problem: InputProblem) => void,
): (event: InputEvent, findings: Findings | null) => readonly FoundReference[] {
  let units = 0;
  let lines = 1;
  let records = 0;
  let replacements = 0;
  return (event, findings) => {
    const { source } = event;
    const sourceOf = (record: number | null): string => (record === null ? source : `${source}#${record}`);
    if (event.kind === 'problem') onProblem({ source: sourceOf(event.record), message: event.message, fatal: false });
    if (event.kind === 'failure') onProblem({ source, message: event.message, fatal: true });
    if (event.kind === 'end') {
      if (replacements > 0) {
        const message = `not valid in its encoding; ${replacements} places were replaced by U+FFFD.`;
        onProblem({ source, message, fatal: false });
      }
      units = records = replacements = 0;
      lines = 1;
    }
    if (findings === null || event.kind !== 'work') return [];
    const firstRecord = event.work.kind === 'lines' ? records : 0;
    const numberOf = (record: number | null): string => sourceOf(record === null ? null : record + firstRecord);
    for (const { record, message } of findings.problems) onProblem({ source: numberOf(record), message, fatal: false });
    const found = findings.found.map(({ record, kind, range, line, rest }): FoundReference => {
      const shift = record === null ? units : 0;
      return {
        source: numberOf(record),
        kind,
        range: [range[0] + shift, range[1] + shift],
        line: line === null ? null : line + lines,
        rest,
      };
    });
    units += findings.units;
    lines += findings.lines;
    records += findings.records;
    replacements += findings.replacements;
    return found;
  };
}
