import { describe, expect, it } from 'vitest';
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
