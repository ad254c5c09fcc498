import { hash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { idOf, parsePostId, platformOf, type PostId } from '@embalm/post';

/** The names at an archive's top, and of what is in it; `FORMAT.md` specifies them. Paths are relative, with `/`. */
export const layout = {
  formatFile: 'embalm.json',
  blobs: 'blobs',
  posts: 'posts',
  checks: 'checks',
  checkpoints: 'checkpoints',
  index: 'index.sqlite',
  cache: 'cache',
  temporaries: 'tmp',
  pending: 'pending',
} as const;

const sha256Pattern = /^[0-9a-f]{64}$/;
const recordPattern = /^(?:[0-9]{6}|[1-9][0-9]{6,8})\.json$/;
const monthPattern = /^[0-9]{4}-(?:0[1-9]|1[0-2])\.jsonl$/;

/** Whether a string is a sha256 as it is written here: 64 lower-case hex digits. */
export function isSha256(value: string): boolean {
  return sha256Pattern.test(value);
}

/** Whether a directory is one of those, named `00` to `ff`, that spread others. */
export function isShelf(entry: Dirent): boolean {
  return entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name);
}

/** The sha256 of bytes, or of a string's UTF-8, as 64 lower-case hex digits. */
export function sha256Of(bytes: Uint8Array | string): string {
  return hash('sha256', bytes);
}

/**
 * Where a blob is: `blobs/ab/cd/<sha256>`.
 *
 * @throws {RangeError} If that is no sha256.
 */
export function blobPath(sha256: string): string {
  if (!isSha256(sha256)) throw new RangeError(`Not a sha256: ${JSON.stringify(sha256.slice(0, 80))}`);
  return `${layout.blobs}/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

/** Who reads a post asks for its folder several times in a row, and making a digest takes a tenth of the reading. */
let latest: { readonly post: PostId; readonly folder: string } | null = null;

/** Where a post's records are: `posts/<h2>/<platform>-<id>`, with the first two digits of the sha256 of its name. */
export function postFolder(post: PostId): string {
  if (latest?.post !== post) latest = { post, folder: `${layout.posts}/${shelfOf(post)}/${folderName(post)}` };
  return latest.folder;
}

/** The first two digits of the sha256 of a post's name: they spread the folders. */
export function shelfOf(post: PostId): string {
  return sha256Of(post).slice(0, 2);
}

/**
 * A post's name as a folder's. Ids are case-sensitive and some file systems are not, so an upper-case letter is written
 * `!` and its lower case, as in Go's module cache: `x:~fj2coK1xR1` is `x-~fj2co!k1x!r1`.
 */
export function folderName(post: PostId): string {
  return `${platformOf(post)}-${idOf(post).replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`)}`;
}

/** The post whose folder has this name, or `null` if none has. */
export function postOfFolder(name: string): PostId | null {
  const id = name.replace('-', ':').replaceAll(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const post = parsePostId(id);
  return post !== null && folderName(post) === name ? post : null;
}

/** The file of record `n`: at least six digits, `000001.json`. */
export function recordName(n: number): string {
  return `${String(n).padStart(6, '0')}.json`;
}

/** The number of the record whose file has this name, or `null` if none has. */
export function numberOfRecord(name: string): number | null {
  const n = recordPattern.test(name) ? Number.parseInt(name, 10) : 0;
  return n > 0 ? n : null;
}

/** Whether a file's name is that of a month's ledger, `2026-11.jsonl`. */
export function isLedgerName(name: string): boolean {
  return monthPattern.test(name);
}
