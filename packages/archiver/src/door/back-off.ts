/**
 * How long to wait before another attempt, in ms: twice as long each time, and up to twice that by chance, so that those
 * who failed together do not come back together.
 *
 * @param attempts How many there have been, from 1.
 * @param random From 0 to 1.
 */
export function backOff(attempts: number, firstMs: number, random: () => number): number {
  return firstMs * 2 ** (attempts - 1) * (1 + random());
}
