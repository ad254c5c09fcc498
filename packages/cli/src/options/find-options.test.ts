import { corpusFormats } from '@embalm/parser/read';
import { expect, test } from 'vitest';
import { inputFormats } from './find-options.ts';

test('every format that can be read can be named, and WET too', () => {
  expect(inputFormats.filter((name) => name !== 'wet')).toEqual(corpusFormats);
});
