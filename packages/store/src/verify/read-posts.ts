import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { DamagedRecordError } from '../archive-errors.ts';
import { articlesOf, nameKeysOf } from '../catalog/name-key.ts';
import { addToSummary, type PostSummary } from '../catalog/post-summary.ts';
import { type Forgotten, forgottenName, forgottenPath, readForgotten } from '../forget/forgotten.ts';
import { blobPath, numberOfRecord, postFolder, recordName } from '../layout.ts';
import { blobsOf } from '../record/blobs-of.ts';
import { readRecordNow } from '../record/read-now.ts';
import { recordPath } from '../record/record-file.ts';
import type { StoredSnapshot } from '../record/stored-snapshot.ts';
import { reasonOf, unexpectedFile } from './verification.ts';
import type { Problem } from './verify-report.ts';

/** Some posts of an archive. */
export interface PostsToRead {
  readonly root: string;
  readonly posts: readonly PostId[];
  /** Pass over those with no record written since: ms since 1970; `null` for none. */
  readonly since: number | null;
}

/** What a record's file is. */
interface RecordDigest {
  readonly n: number;
  readonly sha256: string | null;
}

/** What the records of a post came to. */
export interface PostReading {
  readonly post: PostId;
  /** The highest number there is; 0 if there is none. */
  readonly newest: number;
  /** The digest of every record that is there; `null` if it cannot be trusted. */
  readonly digests: readonly RecordDigest[];
  /** What the index should know, or `null` if records are damaged or missing. */
  readonly summary: PostSummary | null;
  readonly nameKeys: readonly string[];
  readonly articles: readonly string[];
  /** Records up to this one were erased on request, so a notice says; `null` if there is none. */
  readonly forgotten: number | null;
  readonly problems: readonly Problem[];
}

/** Read every record of some posts, and check its place, its chain and its blobs. */
export function readPosts({ root, posts, since }: PostsToRead): readonly PostReading[] {
  return posts.flatMap((post) => {
    const { numbers, others } = filesOf(root, post);
    if (since !== null && !numbers.some((n) => isWrittenSince(root, post, n, since))) return [];
    const reading = readPost(root, post, numbers);
    return [{ ...reading, problems: [...others.map(unexpectedFile), ...reading.problems] }];
  });
}

function filesOf(
  root: string,
  post: PostId,
): { readonly numbers: readonly number[]; readonly others: readonly string[] } {
  const folder = postFolder(post);
  const numbers: number[] = [];
  const others: string[] = [];
  for (const name of readdirSync(join(root, folder))) {
    const n = numberOfRecord(name);
    if (name === forgottenName) continue;
    if (n === null) others.push(`${folder}/${name}`);
    else numbers.push(n);
  }
  return { numbers: numbers.sort((a, b) => a - b), others: others.sort() };
}

function isWrittenSince(root: string, post: PostId, n: number, since: number): boolean {
  const found = lstatSync(join(root, postFolder(post), recordName(n)), { throwIfNoEntry: false });
  return found !== undefined && found.mtimeMs >= since;
}

function readPost(root: string, post: PostId, numbers: readonly number[]): PostReading {
  const problems: Problem[] = [];
  const nameKeys = new Set<string>();
  const articles = new Set<string>();
  const seenBlobs = new Set<string>();
  const digests: RecordDigest[] = [];
  let summary: PostSummary | null = null;
  let sound = true;
  const notice = readNotice(root, post, problems);
  const erased = notice?.n ?? 0;
  let previous: string | null | undefined = notice?.head ?? null;
  for (const [index, n] of numbers.entries()) {
    if (n <= erased) {
      problems.push({
        code: 'forget-unfinished',
        path: recordPath(post, n),
        message: 'it was to be erased; `embalm forget` goes on with it',
        post,
      });
      continue;
    }
    const expected = Math.max(numbers[index - 1] ?? 0, erased) + 1;
    const snapshot = readOrReport(root, post, n, problems);
    digests.push({ n, sha256: snapshot?.sha256 ?? null });
    if (n !== expected) problems.push(gap(post, expected, n - 1));
    if (n !== expected || snapshot === null) {
      sound = false;
      previous = undefined;
    }
    if (snapshot === null) continue;
    const { record, path } = snapshot;
    if (previous !== undefined && record.prev !== previous) {
      const message = `it names ${record.prev} as the record before it, which is ${previous}`;
      problems.push({ code: 'chain-broken', path, message, post });
    }
    problems.push(...missingBlobs(root, snapshot, seenBlobs));
    previous = snapshot.sha256;
    summary = addToSummary(summary, snapshot);
    for (const key of nameKeysOf(snapshot)) nameKeys.add(key);
    for (const article of articlesOf(snapshot)) articles.add(article);
  }
  const newest = numbers.at(-1) ?? 0;
  return {
    post,
    newest,
    digests,
    summary: sound ? summary : null,
    nameKeys: [...nameKeys].sort(),
    articles: [...articles].sort(),
    forgotten: notice?.n ?? null,
    problems,
  };
}

function readNotice(root: string, post: PostId, problems: Problem[]): Forgotten | null {
  try {
    return readForgotten(root, post);
  } catch (error) {
    const message = error instanceof DamagedRecordError ? error.reason : `it cannot be read: ${reasonOf(error)}`;
    problems.push({ code: 'record-damaged', path: forgottenPath(post), message, post });
    return null;
  }
}

function readOrReport(root: string, post: PostId, n: number, problems: Problem[]): StoredSnapshot | null {
  try {
    return readRecordNow(root, post, n);
  } catch (error) {
    const message = error instanceof DamagedRecordError ? error.reason : `it cannot be read: ${reasonOf(error)}`;
    problems.push({ code: 'record-damaged', path: recordPath(post, n), message, post });
    return null;
  }
}

function gap(post: PostId, first: number, last: number): Problem {
  const what = first === last ? 'it is' : `records ${first} to ${last} are`;
  return {
    code: 'record-missing',
    path: recordPath(post, first),
    message: `${what} gone; later ones are there`,
    post,
  };
}

function missingBlobs(root: string, { record, path }: StoredSnapshot, seen: Set<string>): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { sha256, bytes } of blobsOf(record)) {
    if (seen.has(sha256)) continue;
    seen.add(sha256);
    const found = lstatSync(join(root, blobPath(sha256)), { throwIfNoEntry: false });
    const size = found?.isFile() === true ? found.size : null;
    if (size === bytes) continue;
    const where = { path: blobPath(sha256), post: record.post };
    if (size === null) problems.push({ code: 'blob-missing', message: `it is gone; ${path} names it`, ...where });
    else problems.push({ code: 'blob-damaged', message: `it has ${size} bytes; ${path} says ${bytes}`, ...where });
  }
  return problems;
}
