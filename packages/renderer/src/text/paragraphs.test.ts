import { expect, test } from 'vitest';
import { groupParagraphs } from './group-paragraphs.ts';
import { splitLines } from './split-lines.ts';

function paragraphsOf(...pieces: readonly (string | number)[]): unknown {
  const lines = splitLines<string | number>(
    pieces,
    (piece) => (typeof piece === 'string' ? piece : null),
    (text) => text,
  );
  return groupParagraphs(lines, (line) => line.length === 0);
}

test('an empty line parts paragraphs, a line break lines', () => {
  expect(paragraphsOf('a\nb\n\nc')).toEqual([[['a'], ['b']], [['c']]]);
  expect(paragraphsOf('a\r\n\r\nb\rc\u{2028}d')).toEqual([[['a']], [['b'], ['c'], ['d']]]);
});

test('more empty lines than one stay', () => {
  expect(paragraphsOf('a\n\n\n\nb')).toEqual([[['a']], [[], [], ['b']]]);
  expect(paragraphsOf('\n\na')).toEqual([[[], [], ['a']]]);
});

test('pieces that are no text stay whole and in their line', () => {
  expect(paragraphsOf('a ', 1, ' b\n', 2)).toEqual([[['a ', 1, ' b'], [2]]]);
});
