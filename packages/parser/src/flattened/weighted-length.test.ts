import { describe, expect, it } from 'vitest';
import { lengthRuleOf, weightedLength } from './weighted-length.ts';

const now = lengthRuleOf('2022-03-05');
const before = lengthRuleOf('2017-11-06');

describe('weightedLength', () => {
  it.each([
    ['abc', 3],
    ['Здравствуй', 10],
    ['日本', 4],
    ['🚀', 2],
    ['see https://example.com/a/very/long/address/that/counts/less', 27],
    ['see t.co/AbCdEfGhIj', 27],
    ['@ann @bob hello', 5],
    ['hello @ann', 10],
    ['one\n\n\n\ntwo', 7],
  ])('counts %j as %i', (text, length) => {
    expect(weightedLength(text, now)).toBe(length);
  });

  it('counts every character once, and up to 140, before 7 November 2017', () => {
    expect(weightedLength('日本🚀', before)).toBe(3);
    expect([before.limit, now.limit]).toEqual([140, 280]);
  });
});
