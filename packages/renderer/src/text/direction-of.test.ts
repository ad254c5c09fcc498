import { expect, test } from 'vitest';
import { directionOf, directionOfLanguage } from './direction-of.ts';

test('the first letter says the direction', () => {
  expect(directionOf('12:04 — مرحبا hello')).toBe('rtl');
  expect(directionOf('"hello مرحبا"')).toBe('ltr');
  expect(directionOf('שלום')).toBe('rtl');
  expect(directionOf('今夜')).toBe('ltr');
  expect(directionOf('21:04 🛰️')).toBeNull();
});

test('a language is written in its direction', () => {
  for (const lang of ['ar', 'fa-IR', 'he', 'iw', 'ur']) expect(directionOfLanguage(lang)).toBe('rtl');
  for (const lang of ['en', 'ja', 'arn', 'und', null]) expect(directionOfLanguage(lang)).toBe('ltr');
});
