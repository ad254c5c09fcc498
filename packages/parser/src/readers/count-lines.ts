import type { TextBlock } from '../scan/text-block.ts';

/**
 * Count line breaks in a part of a text.
 *
 * @returns How many stand between the beginning of the part and an offset in UTF-16 units from there; fewer than none if
 * the offset is before the part. Offsets must ascend.
 */
export function countLines({ bytes, from, to }: TextBlock): (offset: number) => number {
  const before = bytes.toString('utf8', 0, from);
  const text = before + bytes.toString('utf8', from, to);
  let lines = 1 - before.split('\n').length;
  let next = text.indexOf('\n');
  return (offset) => {
    for (; next !== -1 && next < before.length + offset; next = text.indexOf('\n', next + 1)) lines += 1;
    return lines;
  };
}
