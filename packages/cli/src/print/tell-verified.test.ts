import { expect, test } from 'vitest';
import { fakeStream } from '../../test/fake-stream.ts';
import { tellVerified } from './tell-verified.ts';

const report = { posts: 1, records: 2, blobs: 3, bytes: 4_200_000, checks: 0, checkpoints: 0, problems: 0 };

function linesOf(isTerminal: boolean, quiet: boolean): readonly string[] {
  const err = fakeStream(isTerminal);
  let time = 0;
  const tell = tellVerified({ quiet }, err, () => time);
  for (const [at, covered, problems] of [
    [1000, 0.01, 0],
    [5000, 0.256, 0],
    [6000, 0.3, 1],
    [12_000, 0.9999, 1],
  ] as const) {
    time = at;
    tell({ ...report, covered, problems });
  }
  return err.lines;
}

test('a terminal is told every five seconds how far it is', () => {
  expect(linesOf(true, false)).toStrictEqual([
    '25 %: 1 post, 4.2 MB of blobs, no problems …',
    '99 %: 1 post, 4.2 MB of blobs, 1 problem …',
  ]);
});

test('nobody else is told', () => {
  expect(linesOf(false, false)).toStrictEqual([]);
  expect(linesOf(true, true)).toStrictEqual([]);
});
