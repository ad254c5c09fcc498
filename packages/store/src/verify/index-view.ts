import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { PostId } from '@embalm/post';
import { openIndexToRead, type ReadableIndex } from '../catalog/index-file.ts';
import { isDamagedIndex } from '../catalog/is-damaged-index.ts';
import { listMarks } from '../catalog/pending-marks.ts';
import { type PostSummary, sortKeyOf } from '../catalog/post-summary.ts';
import {
  type LedgerWitness,
  articlesIn,
  countPosts,
  nameKeysIn,
  selectSummaries,
  summaryOf,
  witnessesIn,
} from '../catalog/rows.ts';
import { isBuilt, isToBeMade } from '../catalog/schema.ts';
import { dueRowFits } from '../due/due-row-fits.ts';
import { forgottenUpTo } from '../forget/forgotten-up-to.ts';
import { layout, shelfOf } from '../layout.ts';
import { recordNumbersNow } from '../record/read-now.ts';
import { recordPath } from '../record/record-file.ts';
import { compareWords } from './compare-words.ts';
import { reasonOf, type Verification } from './verification.ts';
import type { Problem } from './verify-report.ts';
import type { PostReading } from './read-posts.ts';
import { isPostInSlice } from './slice.ts';

/** The index as a witness: what it has seen must still be there. */
export interface IndexView extends Disposable {
  readonly witnesses: readonly LedgerWitness[];
  /** Compare what it knows of a post with what its records came to. */
  compare(reading: PostReading): Promise<void>;
  /** Report posts it knows that have no records, of those on the shelves that were gone through. */
  compareMissing(shelves: readonly string[]): Promise<void>;
  /** Compare the words that a search finds with the posts that it knows: all of them, however small the part to verify. */
  compareWords(): Promise<void>;
}

const pageSize = 500;

/** Open the index of an archive for comparison; `null` if there is none or it cannot be read. Damage is reported. */
export async function openIndexView(verification: Verification): Promise<IndexView | null> {
  const { root, report } = verification;
  const path = join(root, layout.index);
  let index: ReadableIndex | null = null;
  try {
    index = await openIndexToRead(path);
    if (index === null || isToBeMade(index.db)) return null;
    const { db } = index;
    const [{ integrity_check: integrity } = {}] = db.prepare('PRAGMA integrity_check(1)').all();
    if (integrity !== 'ok') throw new RangeError(String(integrity));
    if (!isBuilt(db)) throw new RangeError('it is no index of this program');
    return createView(verification, index, witnessesIn(db));
  } catch (error) {
    index?.db.close();
    if (!(error instanceof RangeError) && !isDamagedIndex(error)) throw error;
    report(damaged(error));
    return null;
  }
}

function damaged(error: unknown): Problem {
  const message = `${reasonOf(error)}; \`embalm reindex\` makes it anew`;
  return { code: 'index-damaged', path: layout.index, message, post: null };
}

function differs(what: string, post: PostId | null): Problem {
  return { code: 'index-differs', path: layout.index, message: `${what}; \`embalm reindex\` makes it anew`, post };
}

function createView(
  { root, report, goOn, slice, since }: Verification,
  { db, url }: ReadableIndex,
  witnesses: readonly LedgerWitness[],
): IndexView {
  let agreeing = 0;
  let isSound = true;
  const differing = new Set<PostId | null>();
  return {
    witnesses,
    compare: (reading) => whileSound(() => comparePost(reading)),
    compareMissing: (shelves) => whileSound(() => compareAllMissing(shelves)),
    compareWords: () => whileSound(compareAllWords),
    [Symbol.dispose]: () => db.close(),
  };

  /** A row that is not what it should be is found when it is read. */
  async function whileSound(look: () => Promise<void>): Promise<void> {
    if (!isSound) return;
    try {
      await look();
    } catch (error) {
      if (!isDamagedIndex(error)) throw error;
      isSound = false;
      report(damaged(error));
    }
  }

  async function comparePost(reading: PostReading): Promise<void> {
    const { post, newest } = reading;
    if (agrees(rowOf(post), reading)) {
      if (newest > 0) agreeing += 1;
      return;
    }
    // Another program may be committing. Marks come before records and go after rows, so they are looked at in between.
    const marked = (await listMarks(root)).some((mark) => mark.post === post);
    const row = rowOf(post);
    if (row !== null && row.n > newest) return reportRemoved(row);
    if (marked || reading.summary === null || agrees(row, reading)) return;
    const known = row === null ? 'knows nothing' : row.n < newest ? `knows ${row.n} records` : 'knows otherwise';
    differing.add(post);
    report(differs(`it ${known} of ${post}, which has ${newest}`, post));
  }

  async function compareAllMissing(shelves: readonly string[]): Promise<void> {
    // All are there: no need to look for each.
    if (agreeing === countPosts(db)) return;
    const walked = new Set(shelves);
    const writtenSince = since === null ? '' : new Date(since).toISOString();
    let after = '';
    for (;;) {
      goOn();
      await nextTurn();
      const rows = selectSummaries(db, 'FROM posts WHERE sort > :after ORDER BY sort LIMIT :most', {
        after,
        most: pageSize,
      });
      for (const row of rows) {
        const isCovered = walked.has(shelfOf(row.post)) && isPostInSlice(slice, row.post);
        if (isCovered && row.capturedAt >= writtenSince && recordNumbersNow(root, row.post).length === 0) {
          reportRemoved(row);
        }
      }
      const last = rows.at(-1);
      if (last === undefined) return;
      after = sortKeyOf(last.post);
    }
  }

  async function compareAllWords(): Promise<void> {
    for (const post of await compareWords(url, goOn)) {
      // Whatever is wrong with its row is wrong with its words.
      if (differing.has(post) || (post === null && differing.size > 0)) continue;
      const words = post === null ? 'words of posts that it does not know' : `other words for ${post} than it has`;
      report(differs(`a search finds ${words}`, post));
    }
  }

  /** Report newest records that the index has seen and that are gone. */
  function reportRemoved({ post, n }: PostSummary): void {
    const newest = recordNumbersNow(root, post).at(-1) ?? 0;
    if (newest >= n || forgottenUpTo(root, post) >= n) return;
    const message =
      newest === n - 1
        ? 'it is gone; the index has seen it'
        : `records ${newest + 1} to ${n} are gone; the index has seen them`;
    report({ code: 'record-missing', path: recordPath(post, n), message, post });
  }

  function rowOf(post: PostId): PostSummary | null {
    return summaryOf(db, post);
  }

  function agrees(row: PostSummary | null, { newest, post, summary, nameKeys, articles }: PostReading): boolean {
    if (row === null || row.n !== newest) return newest === 0 && row === null;
    return (
      isDeepStrictEqual(row, summary) &&
      isDeepStrictEqual(nameKeysIn(db, post), nameKeys) &&
      isDeepStrictEqual(articlesIn(db, post), articles) &&
      dueRowFits(db, row)
    );
  }
}
