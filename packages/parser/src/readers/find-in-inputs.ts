import type { Range, ReferenceKind } from '@embalm/post';
import { findBatches, type FindInInputsOptions } from './find-batches.ts';
import { dropColumns, rowAt } from './found-columns.ts';
import { type FoundBatch, sourceOf } from './tally.ts';

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
  for await (const batch of findBatches(names, options)) {
    const found = toReferences(batch);
    dropColumns(batch.found);
    yield found;
  }
}

function toReferences({ source, found, units, lines, records }: FoundBatch): readonly FoundReference[] {
  const json = Buffer.from(found.json.buffer, found.json.byteOffset, found.json.length);
  return Array.from({ length: found.count }, (_, index) => {
    const { kind, start, end, line, record, from, to } = rowAt(found, index);
    const shift = record === null ? units : 0;
    return {
      source: sourceOf(source, record, records),
      kind,
      range: [start + shift, end + shift],
      line: line === null ? null : line + lines,
      rest: json.toString('utf8', from, to),
    };
  });
}
