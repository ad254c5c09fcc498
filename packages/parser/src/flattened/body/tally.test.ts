import { describe, expect, it } from 'vitest';
import { column, columnCount, closesUnopened, prepend, tally } from './tally.ts';
import { emptyHash, hashUnit } from './words.ts';

const nobody = { hashes: [], some: 0, mention: 0 };

function countIn(text: string, wide = 2): Int32Array {
  const counts = new Int32Array(columnCount);
  tally(text, 0, text.length, wide, nobody, counts, 0);
  return counts;
}

describe('tally', () => {
  it.each([
    ['abc', 3],
    ['Здравствуй', 10],
    ['日本', 4],
    ['🚀', 2],
    ['see https://example.com/a/very/long/address/that/counts/less', 27],
    ['see t.co/AbCdEfGhIj', 27],
    ['Stadium.pic.twitter.com/AbCdEfGhIj', 31],
    ['net.co/AbC', 10],
    ['hello @ann', 10],
    ['one\n\n\n\ntwo', 7],
  ])('weighs %j as X does: %i', (text, weight) => {
    expect(countIn(text)[column.weight]).toBe(weight);
  });

  it('weighs every character once where wide ones are no more', () => {
    expect(countIn('日本🚀', 1)[column.weight]).toBe(3);
  });

  it('counts words, tags, links and signs', () => {
    const counts = countIn('I said: “Look!” #moon @ann 12 https://t.co/AbCdEfGhIj 🚀 THE END.');
    const { words, me, saying, tags, mentions, links, emoji, curly, exclamations, digits, ends, shouts } = column;
    expect(
      [words, me, saying, tags, mentions, links, emoji, curly, exclamations, digits, ends, shouts].map(
        (sign) => counts[sign],
      ),
    ).toEqual([5, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 2]);
  });

  it('takes a number for no tag', () => {
    expect(countIn('#1 choice, #moon')[column.tags]).toBe(1);
  });

  it('counts the handle of the author, in any case, where it is mentioned', () => {
    const author = {
      ...nobody,
      mention: ['a', 'n', 'n'].reduce((hash, letter) => hashUnit(hash, letter.charCodeAt(0)), emptyHash),
    };
    const counts = new Int32Array(columnCount);
    const text = 'As @Ann and @ann said, not @anna or #ann or ann:';
    tally(text, 0, text.length, 2, author, counts, 0);
    expect(counts[column.author]).toBe(2);
  });

  it('counts no letters of links, tags and handles', () => {
    const counts = countIn('日本 #moon @ann https://example.com/a');
    expect(counts.subarray(column.scripts, column.scripts + 2)).toEqual(Int32Array.from([2, 0]));
  });

  it('tells what closes and was not opened, also in parts put together', () => {
    const counts = new Int32Array(3 * columnCount);
    const parts = ['b) c', 'a (', ') '];
    for (const [index, part] of parts.entries()) {
      const row = index * columnCount;
      tally(part, 0, part.length, 1, nobody, counts, row);
      if (index > 0) prepend(counts, row, row - columnCount);
    }
    expect(parts.map((_, index) => closesUnopened(counts, index * columnCount))).toEqual([true, false, true]);
  });
});
