import { expect, test } from 'vitest';
import { arrangePhotos, shapeOf } from './arrange-photos.ts';

test('photos are arranged in rows by their number and shapes', () => {
  expect(arrangePhotos([])).toEqual([]);
  expect(arrangePhotos([1.5])).toEqual([[0]]);
  expect(arrangePhotos([1.5, 0.8])).toEqual([[0, 1]]);
  expect(arrangePhotos([3, 3])).toEqual([[0], [1]]);
  expect(arrangePhotos([1.5, 0.8, 1])).toEqual([[0], [1, 2]]);
  expect(arrangePhotos([0.7, 0.7, 0.7])).toEqual([[0, 1, 2]]);
  expect(arrangePhotos([1, 1, 1, 1])).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(arrangePhotos([1, 1, 1, 1, 1])).toEqual([
    [0, 1, 2],
    [3, 4],
  ]);
});

test('shapes that no layout can bear are moderated', () => {
  expect([null, Number.NaN, Infinity, 0, 1000, 1.5].map(shapeOf)).toEqual([4 / 3, 4 / 3, 4 / 3, 1 / 8, 8, 1.5]);
});
