import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import type { DatabaseSync } from 'node:sqlite';
import { layout } from '../layout.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { isUnwritable } from '../sqlite/sqlite-errors.ts';
import { createDetachedIndex } from './detached-index.ts';
import type { ReindexOptions, ReindexReport } from './fill-index.ts';
import { findByName, findPosts } from './find-posts.ts';
import { identityOf } from './index-file.ts';
import { createLiveIndex, type LiveIndex } from './live-index.ts';
import type { PendingMarks } from './pending-marks.ts';
import type { PostQuery, PostSummary } from './post-summary.ts';
import { recordCounts } from './rows.ts';

/** Finds posts. Behind it stands the index, which is never the only copy of anything. */
export interface Catalog {
  list(query: PostQuery): AsyncGenerator<PostSummary, void, void>;
  findByName(name: string): Promise<PostId | null>;
  /** All posts, and how many records each has. */
  recordCounts(): AsyncGenerator<{ readonly post: PostId; readonly n: number }, void, void>;
  /** Look into the index as it is when everything that was acknowledged has been taken in. */
  look<T>(run: (db: DatabaseSync) => T): Promise<T>;
  /**
   * Change what is in the index alone.
   *
   * @throws SQLite's error if it cannot be written.
   */
  change<T>(run: (db: DatabaseSync) => T): Promise<T>;
  /** To be called after commits: takes them in when many have gathered. */
  catchUp(): Promise<void>;
  /** To be called after a check is noted. */
  noteChecked(): void;
  reindex(options: ReindexOptions): Promise<ReindexReport>;
  close(): Promise<void>;
}

/** How many commits may wait for the index to take them in. */
const manyCommits = 256;
const pageSize = 200;
const countsAtOnce = 10_000;

/**
 * Open the catalog of an archive; nothing is loaded before it is used.
 *
 * @param marks `null` if nothing may be written.
 */
export function createCatalog(root: string, marks: PendingMarks | null): Catalog {
  const live = marks === null ? null : createLiveIndex(root, marks);
  const detached = createDetachedIndex(root);
  const inTurn = oneAtATime();
  let enough = manyCommits;
  let noted = false;
  let closed = false;
  return {
    list,
    findByName: (name) => use((db) => findByName(db, name)),
    recordCounts: allRecordCounts,
    look: (run) => use(run, true),
    change,
    catchUp,
    noteChecked,
    reindex,
    close,
  };

  function use<T>(run: (db: DatabaseSync) => T, alsoLedgers = false): Promise<T> {
    return inTurn(async () => {
      if (closed) throw new Error('The archive has been closed');
      if (live === null) return detached.use(run);
      try {
        return await live.use(run, alsoLedgers);
      } catch (error) {
        // A full disk is no reason not to find what is kept.
        if (!isUnwritable(error)) throw error;
        return detached.use(run);
      }
    });
  }

  async function* list(query: PostQuery): AsyncGenerator<PostSummary, void, void> {
    let left = query.limit ?? Number.POSITIVE_INFINITY;
    let after = query.after;
    while (left > 0) {
      const most = Math.min(left, pageSize);
      const page = await use((db) => findPosts(db, query, after, most));
      yield* page;
      if (page.length < most) return;
      left -= page.length;
      after = page.at(-1)?.post;
    }
  }

  async function* allRecordCounts(): AsyncGenerator<{ readonly post: PostId; readonly n: number }, void, void> {
    let after = '';
    for (;;) {
      const page = await use((db) => recordCounts(db, after, countsAtOnce));
      yield* page;
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.post;
    }
  }

  function noteChecked(): void {
    noted = true;
  }

  async function catchUp(): Promise<void> {
    if (marks === null || marks.released < enough) return;
    await inTurn(takeInReleased);
    enough = marks.released + manyCommits;
  }

  async function change<T>(run: (db: DatabaseSync) => T): Promise<T> {
    return inTurn(() => {
      if (closed) throw new Error('The archive has been closed');
      return requireLive().change(run);
    });
  }

  async function reindex(options: ReindexOptions): Promise<ReindexReport> {
    return inTurn(() => requireLive().rebuild(options));
  }

  async function close(): Promise<void> {
    await inTurn(async () => {
      closed = true;
      const isThere = (await identityOf(join(root, layout.index))) !== null;
      if (isThere && (noted || (marks?.released ?? 0) > 0)) await takeInReleased();
      live?.close();
      detached.close();
    });
  }

  function requireLive(): LiveIndex {
    if (live === null) throw new Error('The index of an archive that is open for reading only cannot be changed');
    return live;
  }

  /** What was committed is safe whatever becomes of the index: the marks stay, and whoever next uses it takes it in. */
  async function takeInReleased(): Promise<void> {
    await live?.use(() => null, noted).catch(() => null);
  }
}
