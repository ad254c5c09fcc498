import type { ReferenceKind } from '@embalm/post';
import { findBatches, type FindInInputsOptions } from './find-batches.ts';
import { dropColumns, rowAt } from './found-columns.ts';
import { grow } from './grow.ts';
import { type FoundBatch, sourceOf } from './tally.ts';

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
  let room = Buffer.alloc(0);
  for await (const batch of findBatches(names, options)) {
    const most = longestLines(batch);
    if (most > room.length) room = grow(room, most);
    const length = writeLines(batch, room);
    dropColumns(batch.found);
    yield room.subarray(0, length);
  }
}

const longestNumber = 16;
const longestRange = 2 * longestNumber + ',]'.length;

function longestLines({ source, found }: FoundBatch): number {
  const longestStart = startOf(sourceOf(source, Number.MAX_SAFE_INTEGER), 'flattened-embed').length;
  return found.json.length + found.count * (longestStart + longestRange + '\n'.length);
}

/** @returns How many bytes it has written. */
function writeLines({ source, found, units, records }: FoundBatch, lines: Buffer): number {
  const starts = new Map(found.kinds.map((kind) => [kind, startOf(source, kind)]));
  const json = Buffer.from(found.json.buffer, found.json.byteOffset, found.json.length);
  let at = 0;
  for (let index = 0; index < found.count; index += 1) {
    const { kind, start, end, record, from, to } = rowAt(found, index);
    if (record === null) {
      at += starts.get(kind)?.copy(lines, at) ?? 0;
      at += lines.write(`${start + units},${end + units}]`, at, 'latin1');
    } else {
      at += startOf(sourceOf(source, record + records), kind).copy(lines, at);
      at += lines.write(`${start},${end}]`, at, 'latin1');
    }
    at += json.copy(lines, at, from, to);
    lines[at] = lineFeed;
    at += 1;
  }
  return at;
}

const lineFeed = 0x0a;

function startOf(source: string, kind: ReferenceKind): Buffer {
  return Buffer.from(`{"source":${JSON.stringify(source)},"kind":"${kind}","range":[`);
}
