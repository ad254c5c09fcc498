import type { Slice } from '@embalm/store';
import { InvalidArgumentError } from 'commander';

/**
 * Read which part of an archive to look at: `5%` is a part of that size that begins anywhere, `3/20` the third of twenty
 * parts that make up the whole.
 *
 * @param random In [0, 1).
 */
export function parseSample(text: string, random: () => number): Slice {
  const [, percent] = /^(\d{1,3}(?:\.\d{1,3})?)%$/.exec(text) ?? [];
  const share = Number(percent) / 100;
  if (share > 0 && share <= 1) return { from: random(), share };
  const [, part, parts] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const [index, count] = [Number(part), Number(parts)];
  if (index >= 1 && index <= count) return { from: (index - 1) / count, share: 1 / count };
  throw new InvalidArgumentError('Expected a share such as 5%, or a part such as 3/20 (the third of twenty).');
}
