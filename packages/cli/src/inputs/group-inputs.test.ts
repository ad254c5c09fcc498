import { expect, test } from 'vitest';
import { groupInputs } from './group-inputs.ts';

const page = 'https://news.example/a';

test('files that follow one another are one input, and all stay in their order', () => {
  expect(groupInputs(['a.txt', 'b.txt', page, '-', 'https://'])).toEqual([
    { kind: 'files', names: ['a.txt', 'b.txt'] },
    { kind: 'page', url: page },
    { kind: 'files', names: ['-', 'https://'] },
  ]);
  expect(groupInputs([page, page])).toHaveLength(2);
  expect(groupInputs([])).toEqual([]);
});
