import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

const names = ['run', 'find', 'archive', 'verify', 'diff', 'list', 'export', 'import'];

test.each([
  ['fnid', 'find'],
  ['verfy', 'verify'],
  ['lst', 'list'],
  ['archvie', 'archive'],
  ['imports', 'import'],
  ['find', 'find'],
])('%s was to be %s', (word, name) => {
  expect(nearestName(word, names)).toBe(name);
});

test.each(['photos', 'x', '', 'serve-all'])('%j is near none', (word) => {
  expect(nearestName(word, names)).toBeNull();
});
