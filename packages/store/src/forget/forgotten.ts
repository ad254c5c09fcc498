import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { count, type Decode, instant, nullable, object, oneOf, postId, string } from '@embalm/post/decode';
import { DamagedRecordError } from '../archive-errors.ts';
import { postFolder, sha256Of } from '../layout.ts';
import { sha256 } from '../record/parse-exchange.ts';
import { sealJson, unsealJson } from '../record/sealed-json.ts';

/** What stands in the place of a post that was erased on request. */
export interface Forgotten {
  readonly format: 'embalm-forgotten';
  readonly version: 1;
  readonly post: PostId;
  /** Records up to this one were erased; 0 if there were none. The next has the number after it. */
  readonly n: number;
  /** The sha256 of record `n`, which the next one names; `null` if there was none. */
  readonly head: string | null;
  readonly at: string;
  /** Who asked or decided, or `null` if nobody said. */
  readonly by: string | null;
  readonly why: string;
}

const parseForgotten: Decode<Forgotten> = object<Forgotten>({
  format: oneOf('embalm-forgotten'),
  version: oneOf(1),
  post: postId,
  n: count,
  head: nullable(sha256),
  at: instant,
  by: nullable(string),
  why: string,
});

/** The name of the file in a post's folder. */
export const forgottenName = 'forgotten.json';

const seal = 'checksum';
const mostBytes = 65_536;

/** Where a post's notice is, relative to the archive. */
export function forgottenPath(post: PostId): string {
  return `${postFolder(post)}/${forgottenName}`;
}

/** A notice as a line that ends with its checksum, as records do. */
export function writeForgotten(forgotten: Forgotten): Uint8Array {
  return sealJson(parseForgotten(forgotten), seal, sha256Of);
}

/**
 * Read the notice in a post's place, or `null` if there is none.
 *
 * @throws {DamagedRecordError} If it is not as it was written.
 */
export function readForgotten(root: string, post: PostId): Forgotten | null {
  const path = forgottenPath(post);
  const found = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isFile() || found.size > mostBytes) throw new DamagedRecordError(path, 'it is no file of a notice');
  const bytes = readFileSync(join(root, path));
  const sealed = unsealJson(bytes, seal);
  if (sealed === null || sha256Of(sealed.body) !== sealed.seal) {
    throw new DamagedRecordError(path, 'its bytes do not match its checksum');
  }
  const forgotten = parseForgotten(JSON.parse(bytes.toString('utf8')));
  if (forgotten.post === post) return forgotten;
  throw new DamagedRecordError(path, `it is that of ${forgotten.post}`);
}
