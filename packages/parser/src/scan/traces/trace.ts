import type { Trigram } from '../trigram-finder.ts';

/** What something that a finder looks for leaves in a record. */
export interface Trace {
  /** Three characters of it: few of them are more frequent than what they stand for. */
  readonly trigrams: readonly Trigram[];
  /**
   * Whether it may be where these are. It may be wrong only in saying so.
   *
   * @param at Where the first of them is.
   */
  readonly isAt: (bytes: Buffer, at: number) => boolean;
  /** Whether that is worth asking; default: always. */
  readonly looksLike?: (bytes: Buffer, at: number) => boolean;
  /** What is looked at around one place serves for others, up to so many bytes behind it; default 0. */
  readonly reach?: number;
}

/** What stands around a place of a record: a character for each byte. */
export function readAround(bytes: Buffer, at: number, before: number, behind: number): string {
  return bytes.toString('latin1', Math.max(0, at - before), at + behind);
}

/** The character at a place of a name, and its neighbours. */
export function trigramAround(name: string, at: number): Trigram {
  return [name.charAt(at - 1), name.charAt(at), name.charAt(at + 1)];
}

/** Characters, any of which is meant. */
export const letters = 'abcdefghijklmnopqrstuvwxyz';
