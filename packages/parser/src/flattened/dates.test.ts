import { describe, expect, it } from 'vitest';
import { readDate } from './dates.ts';

describe('readDate', () => {
  it.each([
    ['March 5, 2022', '2022-03-05'],
    ['5 March 2022', '2022-03-05'],
    ['31 January 2017', '2017-01-31'],
    ['December 31, 2017Next sentence', '2017-12-31'],
    ['December 31, 2017https://t.co/AbCdEfGhIj', '2017-12-31'],
    ['December 31, 20174) Another', '2017-12-31'],
    ['march 5, 2022', '2022-03-05'],
    ['7 Oct 2016', '2016-10-07'],
    ['Sept. 7, 2016', '2016-09-07'],
    ['March 5 2022', '2022-03-05'],
    ['March\u00a05, 2022', '2022-03-05'],
    ['February 29, 2020', '2020-02-29'],
  ])('reads %j', (text, day) => {
    expect(readDate(`x${text}`, 1)?.day).toBe(day);
  });

  it('says where the date ends', () => {
    expect(readDate('(@ann) March 5, 2022Next', 7)).toEqual({ end: 20, day: '2022-03-05' });
  });

  it.each([
    'February 30, 2020',
    'March 32, 2022',
    'Marchy 5, 2022',
    'March 5',
    'March 5, 22',
    'March 5, 1999',
    'on March 5, 2022',
    '',
  ])('refuses %j', (text) => {
    expect(readDate(text, 0)).toBeNull();
  });
});
