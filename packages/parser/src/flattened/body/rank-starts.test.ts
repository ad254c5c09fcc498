import { describe, expect, it } from 'vitest';
import { rankStarts, takeAlternatives } from './rank-starts.ts';

const starts = [70, 40, 20, 0];
const scores = [1, 3, 2.5, -4];

function sumOf(inLines: boolean): number {
  return rankStarts(starts, scores, inLines).reduce((total, { probability }) => total + probability, 0);
}

describe('candidates for the beginning of a body', () => {
  it('are ranked by their scores', () => {
    expect(rankStarts(starts, scores, true).map(({ start }) => start)).toEqual([40, 20, 70, 0]);
  });

  it('have probabilities that add up to 1 between lines, and to less where it may be none of them', () => {
    expect(sumOf(true)).toBeCloseTo(1, 12);
    expect(sumOf(false)).toBeCloseTo(0.9, 12);
  });

  it('are believed less between sentences than between lines', () => {
    const [line] = rankStarts(starts, scores, true);
    const [sentence] = rankStarts(starts, scores, false);
    expect(line?.probability).toBeCloseTo(0.574, 3);
    expect(sentence?.probability).toBeCloseTo(0.47, 2);
  });

  it('are alternatives if they are not the likeliest, and likely enough', () => {
    const told = takeAlternatives(rankStarts(starts, scores, true));
    expect(told.map(({ start }) => start)).toEqual([20]);
    expect(told[0]?.probability).toBeGreaterThan(0.1);
  });

  it('are three alternatives at most', () => {
    expect(takeAlternatives(rankStarts([5, 4, 3, 2, 1], [1, 1, 1, 1, 1], true))).toHaveLength(3);
  });

  it('are no alternatives where there is but one', () => {
    expect(takeAlternatives(rankStarts([5], [0], true))).toEqual([]);
  });
});
