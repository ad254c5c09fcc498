import type { Attestation } from './attest-files.ts';
import { comparePaths } from './list-kept.ts';

/** One file in which two archives differ. */
export interface Difference {
  /** Who has the file; `both` if its bytes differ or one side cannot read it. */
  readonly on: 'this' | 'other' | 'both';
  /** Relative to the archive. */
  readonly path: string;
}

/**
 * Compare what two sides say of their files, both in the order of paths.
 *
 * @returns How many files are the same, at the end.
 */
export async function* compareAttestations(
  ours: AsyncIterable<Attestation>,
  theirs: AsyncIterable<Attestation>,
): AsyncGenerator<Difference, number, void> {
  const own = ours[Symbol.asyncIterator]();
  const other = theirs[Symbol.asyncIterator]();
  let same = 0;
  try {
    let [left, right] = await Promise.all([own.next(), other.next()]);
    while (left.done !== true || right.done !== true) {
      const order = left.done === true ? 1 : right.done === true ? -1 : comparePaths(left.value.path, right.value.path);
      if (order === 0 && left.done !== true && right.done !== true) {
        if (left.value.hash !== null && left.value.hash === right.value.hash) same += 1;
        else yield { on: 'both', path: left.value.path };
        [left, right] = await Promise.all([own.next(), other.next()]);
      } else if (order < 0 && left.done !== true) {
        yield { on: 'this', path: left.value.path };
        left = await own.next();
      } else if (right.done !== true) {
        yield { on: 'other', path: right.value.path };
        right = await other.next();
      }
    }
    return same;
  } finally {
    await Promise.all([own.return?.(), other.return?.()]);
  }
}
