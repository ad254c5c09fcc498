/** A photo's shape: width divided by height. */
const unknownShape = 4 / 3;
const narrowest = 1 / 8;
const widest = 8;

/**
 * Arrange photos in rows in which all stand at one height, so that each keeps its shape and none is cropped.
 *
 * @param shapes Width divided by height of each photo, or `null` where that is not known.
 * @returns The indices of the photos of each row.
 */
export function arrangePhotos(shapes: readonly (number | null)[]): readonly (readonly number[])[] {
  const known = shapes.map(shapeOf);
  const indices = [...known.keys()];
  if (known.length < 2) return known.length === 0 ? [] : [indices];
  if (known.length === 2) return sumOf(known) > 4 ? [[0], [1]] : [indices];
  if (known.length === 3) return sumOf(known) < 2.6 ? [indices] : [[0], [1, 2]];
  const perRow = known.length === 4 ? 2 : 3;
  return indices.filter((index) => index % perRow === 0).map((start) => indices.slice(start, start + perRow));
}

/** A shape that a layout can bear. */
export function shapeOf(shape: number | null): number {
  return shape === null || !Number.isFinite(shape) ? unknownShape : Math.min(widest, Math.max(narrowest, shape));
}

function sumOf(shapes: readonly number[]): number {
  return shapes.reduce((sum, shape) => sum + shape, 0);
}
