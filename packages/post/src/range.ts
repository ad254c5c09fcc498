/** A half-open range `[start, end)` in UTF-16 code units, as `String.prototype.slice` takes it. */
export type Range = readonly [start: number, end: number];
