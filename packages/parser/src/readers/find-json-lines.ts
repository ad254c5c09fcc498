import type { ReferenceKind } from '@embalm/post';
import { findBatches, type FindInInputsOptions } from './find-batches.ts';
import { dropColumns, rowAt } from './found-columns.ts';
import { type FoundBatch, sourceOf } from './tally.ts';
import { writeNumber } from './write-number.ts';

/**
 * Find every reference in inputs, as `findInInputs` does, and write each as a line of JSON: `source`, `kind`, `range`,
 * and what it says of the post.
 *
 * @returns Whole lines in UTF-8, many at a time, each good until the next is asked for. What was found is not made into
 * objects for that.
 */
export async function* findJsonLines(
  names: AsyncIterable<string>,
  options: FindInInputsOptions,
): AsyncGenerator<Uint8Array> {
  const room = Buffer.allocUnsafeSlow(usualLength);
  for await (const batch of findBatches(names, options)) {
    yield* writeLines(batch, room);
    dropColumns(batch.found);
  }
}

/** So many bytes at a time are worth a call of the system. */
const usualLength = 1 << 18;

/** Two numbers, and what stands between and behind them. */
const longestRange = 40;

function* writeLines({ source, found, units, records }: FoundBatch, room: Buffer): Generator<Buffer> {
  const starts = new Map(found.kinds.map((kind) => [kind, startOf(source, kind)]));
  const json = Buffer.from(found.json.buffer, found.json.byteOffset, found.json.length);
  let filled = 0;
  for (let index = 0; index < found.count; index += 1) {
    const { kind, start, end, record, from, to } = rowAt(found, index);
    const first = (record === null && starts.get(kind)) || startOf(sourceOf(source, record, records), kind);
    const shift = record === null ? units : 0;
    const most = first.length + longestRange + to - from;
    if (filled > 0 && filled + most > room.length) {
      yield room.subarray(0, filled);
      filled = 0;
    }
    // One that is longer than usual goes by itself.
    const lines = most > room.length ? Buffer.allocUnsafeSlow(most) : room;
    let at = filled + first.copy(lines, filled);
    at = writeNumber(lines, at, start + shift);
    lines[at] = comma;
    at = writeNumber(lines, at + 1, end + shift);
    lines[at] = bracket;
    at += 1;
    at += json.copy(lines, at, from, to);
    lines[at] = lineFeed;
    if (lines === room) filled = at + 1;
    else yield lines.subarray(0, at + 1);
  }
  if (filled > 0) yield room.subarray(0, filled);
}

const comma = 0x2c;
const bracket = 0x5d;
const lineFeed = 0x0a;

function startOf(source: string, kind: ReferenceKind): Buffer {
  return Buffer.from(`{"source":${JSON.stringify(source)},"kind":"${kind}","range":[`);
}
