import { expect, test } from 'vitest';
import { fakeStream } from '../../test/fake-stream.ts';
import { tellPosts } from './tell-posts.ts';

function linesOf(isTerminal: boolean, quiet: boolean, counts: readonly number[]): readonly string[] {
  const err = fakeStream(isTerminal);
  const tell = tellPosts({ quiet }, err, 50_000);
  for (const posts of counts) tell(posts);
  return err.lines;
}

test('a terminal is told every 50,000 posts, however many are done at a time', () => {
  const counts = [128, 49_999, 50_050, 99_999, 230_000, 240_000, 250_000];
  expect(linesOf(true, false, counts)).toStrictEqual(['50050 posts …', '230000 posts …', '250000 posts …']);
});

test('nothing else is told, and with --quiet nobody', () => {
  expect(linesOf(false, false, [1_000_000])).toStrictEqual([]);
  expect(linesOf(true, true, [1_000_000])).toStrictEqual([]);
});
