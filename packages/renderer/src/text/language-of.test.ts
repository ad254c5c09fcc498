import { expect, test } from 'vitest';
import { languageOf } from './language-of.ts';

test('a language is named as BCP 47 does', () => {
  expect(['en', 'pt-BR', 'in', 'iw'].map(languageOf)).toEqual(['en', 'pt-BR', 'id', 'he']);
});

test('what names no language is unknown', () => {
  expect(['und', 'qme', 'zxx', 'art', '', 'e', 'en" onload="x', null].map(languageOf)).toEqual(
    Array.from({ length: 8 }, () => ''),
  );
});
