import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow, type Wrong } from './files-below.ts';
import { canonical, digestOf, isJson, type Json, unseal } from './sealed-line.ts';
import { readCheckpoints } from './read-checkpoints.ts';
import { readLedgers } from './read-ledgers.ts';

// A reader of archives that was written from FORMAT.md alone: nothing here or beside it imports what the project itself
// reads with. What it needs and the specification does not say is a gap of the specification.

/** What stands in a post's newest record. */
interface FoundPost {
  readonly post: string;
  readonly n: number;
  /** Of the record's file. */
  readonly sha256: string;
  readonly record: { readonly [member: string]: Json };
}

/** What a reader makes of an archive. */
export interface ReadArchive {
  readonly posts: ReadonlyMap<string, FoundPost>;
  /** What is kept under digests: how many blobs, and how many lines and checkpoints. */
  readonly counts: {
    readonly records: number;
    readonly blobs: number;
    readonly lines: number;
    readonly checkpoints: number;
  };
  /** Paths with what is wrong, in order. */
  readonly problems: readonly string[];
}

/** Read all of an archive: every byte, digest, chain, root and signature. */
export async function readArchive(root: string): Promise<ReadArchive> {
  const problems: string[] = [];
  const wrong = (path: string, what: string): void => void problems.push(`${path}: ${what}`);
  const format: unknown = JSON.parse(await readFile(join(root, 'embalm.json'), 'utf8'));
  if (!isJson(format) || format['format'] !== 'embalm-archive' || format['version'] !== 1)
    wrong('embalm.json', 'unknown');
  const blobs = await readBlobs(root, wrong);
  const ledger = await readLedgers(root, wrong);
  const posts = new Map<string, FoundPost>();
  const digests = new Map<string, string>();
  let records = 0;
  for (const path of await filesBelow(root, 'posts')) {
    if (path.endsWith('/forgotten.json')) {
      const notice = await readNotice(root, path, wrong);
      if (notice !== null && ledger.forgotten.get(notice.post) !== notice.n) wrong(path, 'the ledger says otherwise');
      continue;
    }
    records += 1;
    const found = await readRecord(root, path, wrong);
    if (found === null) continue;
    const { post, n, sha256, record } = found;
    const notice = await readNotice(root, path.replace(/[^/]+$/, 'forgotten.json'), wrong);
    const before = n - 1 === notice?.n ? notice.head : n === 1 ? null : digests.get(`${post} ${n - 1}`);
    if (record['prev'] !== before) wrong(path, 'it does not continue the one before');
    for (const { sha256: blob, bytes } of blobsIn(record)) {
      if (blobs.get(blob) !== bytes) wrong(path, `blob ${blob} is missing`);
    }
    digests.set(`${post} ${n}`, sha256);
    posts.set(post, found);
  }
  const checkpoints = await readCheckpoints(root, { digests, ledger, wrong });
  return { posts, counts: { records, blobs: blobs.size, lines: ledger.lines, checkpoints }, problems: problems.sort() };
}

/** Bring a name of a post into the form in which names are compared. */
export function keyOfName(name: string): string {
  if (!/^https?:/.test(name)) return name;
  const { host, pathname, search } = new URL(name);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`;
}

async function readBlobs(root: string, wrong: Wrong): Promise<ReadonlyMap<string, number>> {
  const blobs = new Map<string, number>();
  for (const path of await filesBelow(root, 'blobs')) {
    const bytes = await readFile(join(root, path));
    const sha256 = digestOf(bytes);
    if (path !== `blobs/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`)
      wrong(path, 'its bytes have another digest');
    else blobs.set(sha256, bytes.length);
  }
  return blobs;
}

async function readRecord(root: string, path: string, wrong: Wrong): Promise<FoundPost | null> {
  const bytes = await readFile(join(root, path));
  const sealed = unseal(bytes, 'checksum');
  if (sealed === null || digestOf(sealed.body) !== sealed.seal) {
    wrong(path, 'its checksum is another');
    return null;
  }
  const { value: record } = sealed;
  const { post, n } = record;
  if (typeof post !== 'string' || typeof n !== 'number') return null;
  if (canonical({ ...record, checksum: undefined }) !== `${sealed.body.toString('utf8')}}`)
    wrong(path, 'it is not canonical');
  const folder = post.replace(':', '-').replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
  const place = `posts/${digestOf(Buffer.from(post)).slice(0, 2)}/${folder}/${String(n).padStart(6, '0')}.json`;
  if (path !== place) wrong(path, `it belongs to ${place}`);
  return { post, n, sha256: digestOf(bytes), record };
}

interface Notice {
  readonly post: string;
  readonly n: number;
  readonly head: string | null;
}

async function readNotice(root: string, path: string, wrong: Wrong): Promise<Notice | null> {
  const bytes = await readFile(join(root, path)).catch(() => null);
  if (bytes === null) return null;
  const sealed = unseal(bytes, 'checksum');
  if (sealed !== null && digestOf(sealed.body) === sealed.seal) return sealed.value as unknown as Notice;
  wrong(path, 'its checksum is another');
  return null;
}

/** Whatever has a digest and a length is a blob: files, and the bodies of exchanges. */
function blobsIn(value: Json): readonly { readonly sha256: string; readonly bytes: number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const { sha256, bytes } = value as { readonly [key: string]: Json };
  const own = typeof sha256 === 'string' && typeof bytes === 'number' ? [{ sha256, bytes }] : [];
  return [...own, ...Object.values(value).flatMap(blobsIn)];
}
