import { arrayOf, count, type Decode, instant, nullable, object, oneOf, postId, string } from '@embalm/post/decode';
import type { PostId } from '@embalm/post';
import { sha256 } from '../record/parse-exchange.ts';

/** A line of the ledger: a post was erased. What does not fit into one line goes on in the next. */
export interface ForgetEntry {
  readonly kind: 'forget';
  readonly post: PostId;
  /** Records up to this one. */
  readonly n: number;
  readonly at: string;
  readonly by: string | null;
  readonly why: string;
  /** The sha256 of the files of its records, oldest first. */
  readonly records: readonly string[];
  /** The blobs that nothing else names, and that were erased too. */
  readonly blobs: readonly string[];
}

/**
 * Read a line of the ledger.
 *
 * @throws {ShapeError} If the value is none.
 */
export const parseForgetEntry: Decode<ForgetEntry> = object<ForgetEntry>({
  kind: oneOf('forget'),
  post: postId,
  n: count,
  at: instant,
  by: nullable(string),
  why: string,
  records: arrayOf(sha256),
  blobs: arrayOf(sha256),
});

/** So many digests stay well below what a line may have. */
const digestsALine = 400;

/** An entry as those that fit into lines: records before blobs. */
export function splitEntry(entry: ForgetEntry): readonly ForgetEntry[] {
  const { records, blobs } = entry;
  const lines: ForgetEntry[] = [];
  for (let from = 0; from === 0 || from < records.length + blobs.length; from += digestsALine) {
    const to = from + digestsALine;
    const ofBlobs = blobs.slice(Math.max(0, from - records.length), Math.max(0, to - records.length));
    lines.push({ ...entry, records: records.slice(from, to), blobs: ofBlobs });
  }
  return lines;
}
