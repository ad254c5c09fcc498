import { expect, test } from 'vitest';
import * as archive from './archive.ts';
import * as core from './index.ts';

function describeExports(module: object): readonly string[] {
  return Object.entries(module)
    .map(([name, value]) => `${name}: ${typeof value}`)
    .toSorted();
}

test('these are the exports of @embalm/renderer', () => {
  expect(describeExports(core)).toMatchInlineSnapshot(`
    [
      "renderArticle: function",
      "renderPost: function",
      "stylesheet: string",
    ]
  `);
});

test('these are the exports of @embalm/renderer/archive', () => {
  expect(describeExports(archive)).toMatchInlineSnapshot(`
    [
      "NoContentError: function",
      "embedFromArchive: function",
      "renderArticleFromArchive: function",
    ]
  `);
});
