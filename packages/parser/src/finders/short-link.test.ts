import { describe, expect, it } from 'vitest';
import { findReferences } from '../find-references.ts';
import { parseShortLink } from './short-link.ts';

describe('parseShortLink', () => {
  it.each([
    ['https://t.co/AbCdEfGhIj', 'https://t.co/AbCdEfGhIj'],
    ['http://t.co/AbCdEfGhIj', 'https://t.co/AbCdEfGhIj'],
    ['t.co/AbCdEfGhIj', 'https://t.co/AbCdEfGhIj'],
    ['HTTPS://T.CO/AbCdEfGhIj', 'https://t.co/AbCdEfGhIj'],
    ['https://t.co/AbCdEfGhIj?amp=1', 'https://t.co/AbCdEfGhIj'],
    ['pic.twitter.com/AbCdEfGhIj', 'https://pic.twitter.com/AbCdEfGhIj'],
    ['https://pic.x.com/AbCdEfGhIj', 'https://pic.x.com/AbCdEfGhIj'],
  ])('reads %s', (url, canonical) => {
    expect(parseShortLink(url)).toEqual({ code: 'AbCdEfGhIj', url: canonical });
  });

  it('reads the shorter codes of 2011 and 2012', () => {
    expect(parseShortLink('http://t.co/o80rn7By')?.code).toBe('o80rn7By');
    expect(parseShortLink('http://t.co/AbCdEfG')?.code).toBe('AbCdEfG');
  });

  it.each([
    'https://t.co/',
    'https://t.co/AbCdEf',
    'https://t.co/AbCdEfGhI',
    'https://t.co/AbCdEfGhIjK',
    'https://twit.co/AbCdEfGhIj',
    'https://twitter.com/AbCdEfGhIj',
    'pic.example.com/AbCdEfGhIj',
    'see t.co/AbCdEfGhIj',
  ])('refuses %s', (url) => {
    expect(parseShortLink(url)).toBeNull();
  });
});

describe('short links in text', () => {
  it.each([
    ['pic.twitter.com/AbCdEfGhIj', ['https://pic.twitter.com/AbCdEfGhIj']],
    ['Stadium.pic.twitter.com/Py4WQ4Wy5P', ['https://pic.twitter.com/Py4WQ4Wy5P']],
    ['2017pic.twitter.com/ymsOBLjfxUNext sentence', ['https://pic.twitter.com/ymsOBLjfxU']],
    ['写真pic.twitter.com/AbCdEfGhIjです', ['https://pic.twitter.com/AbCdEfGhIj']],
    ['https://t.co/hPTbwPqAb9@BabehAldoAje', ['https://t.co/hPTbwPqAb9']],
    ['https://t.co/IP7SyjyYHb— Name', ['https://t.co/IP7SyjyYHb']],
    [
      'https://t.co/AbCdEfGhIjpic.twitter.com/KlMnOpQrSt',
      ['https://t.co/AbCdEfGhIj', 'https://pic.twitter.com/KlMnOpQrSt'],
    ],
    ['t.co/AbCdEfGhIj', ['https://t.co/AbCdEfGhIj']],
    ['https://pic.x.com/5y41WwQBqr', ['https://pic.x.com/5y41WwQBqr']],
    ['http://t.co/o80rn7By  Next', ['https://t.co/o80rn7By']],
    ['twit.co/AbCdEfGhIj a@t.co/AbCdEfGhIj', []],
    ['pic.twitter.com/AbCdEfG… https://t.co/AbCdEfGhI', []],
  ])('are found, whatever is glued to them: %s', (text, links) => {
    const references = findReferences(text, { format: 'text' });
    expect(references.flatMap((reference) => reference.links)).toEqual(links);
    expect(references.every(({ kind, post }) => kind === 'short-link' && post.id === null)).toBe(true);
  });
});
