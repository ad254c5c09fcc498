import { expect, test } from 'vitest';
import { fakeStream } from '../../test/fake-stream.ts';
import { tellProgress } from './tell-progress.ts';

/** What is told of work that says ten times, a second and a half apart, how far it is. */
function linesOf(isTerminal: boolean, quiet: boolean): readonly string[] {
  const err = fakeStream(isTerminal);
  let time = 0;
  const tell = tellProgress({ quiet }, err, () => time);
  for (let step = 1; step <= 10; step += 1) {
    time = step * 1500;
    tell(() => `${step} posts`);
  }
  return err.lines;
}

test('a terminal is told every five seconds how far it is', () => {
  expect(linesOf(true, false)).toStrictEqual(['4 posts …', '8 posts …']);
});

test('nobody else is told, and with --quiet nobody', () => {
  expect(linesOf(false, false)).toStrictEqual([]);
  expect(linesOf(true, true)).toStrictEqual([]);
});
