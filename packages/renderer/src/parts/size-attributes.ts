import { type Attribute, attribute } from '../html/attribute.ts';

const most = 100_000;

/** Width and height in pixels, so that nothing moves when the bytes arrive; neither if one is unknown or absurd. */
export function sizeAttributes(width: number | null, height: number | null): readonly [Attribute, Attribute] {
  const known = isSize(width) && isSize(height);
  return [attribute('width', known ? width : null), attribute('height', known ? height : null)];
}

function isSize(value: number | null): value is number {
  return value !== null && Number.isInteger(value) && value > 0 && value <= most;
}
