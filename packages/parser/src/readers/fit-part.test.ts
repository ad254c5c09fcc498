import { describe, expect, it } from 'vitest';
import { longestBlock } from '../scan/text-block.ts';
import { firstPart, fitPart } from './fit-part.ts';

describe('fitPart', () => {
  it('doubles parts in which little is found, up to eight blocks', () => {
    let length = firstPart;
    const lengths = Array.from({ length: 5 }, () => (length = fitPart(length, length, 100)) / longestBlock);
    expect(lengths).toEqual([2, 4, 8, 8, 8]);
  });

  it('keeps to a block where a block has more than enough in it, however long the last part was', () => {
    expect(fitPart(firstPart, longestBlock, 100_000)).toBe(longestBlock);
    expect(fitPart(8 * longestBlock, longestBlock, 10_000_000)).toBe(longestBlock);
  });

  it('is as long as has 128 KiB in it, told from as much as was looked at', () => {
    expect(fitPart(4 * longestBlock, 2 * longestBlock, 1 << 16)).toBe(4 * longestBlock);
    expect(fitPart(4 * longestBlock, 8 * longestBlock, 1 << 19)).toBe(2 * longestBlock);
  });
});
