import type { PostId } from '@embalm/post';
import type { DueTable, Wanted } from '@embalm/store';

/** The leases of one run: renewed while it lives, given back when it ends. A run that dies lets them expire. */
export interface HeldLeases extends AsyncDisposable {
  /** Take more, and now and then give back those that are done. */
  claim(wanted: Wanted, most: number): Promise<readonly PostId[]>;
  /** A post has been noted or committed: its lease is no longer needed. */
  done(post: PostId): void;
}

/** Long enough for a busy machine to renew in time, short enough to take over from a run that died. */
const leaseMs = 60_000;

/** A post that was looked at is not due: there is no hurry to give its lease back, and giving back takes a flush of the disk. */
const manyFinished = 64;

/**
 * Hold leases.
 *
 * @param onLost Called when they cannot be renewed: what is under way should end.
 */
export function holdLeases(due: DueTable, onLost: (error: unknown) => void): HeldLeases {
  const held = new Set<PostId>();
  let finished: PostId[] = [];
  const renewing = setInterval(() => void due.renew(leaseMs).catch(onLost), leaseMs / 3);
  renewing.unref();
  return { claim, done, [Symbol.asyncDispose]: dispose };

  async function claim(wanted: Wanted, most: number): Promise<readonly PostId[]> {
    if (finished.length >= manyFinished) await giveBackFinished();
    const posts = await due.claim(wanted, most, leaseMs);
    for (const post of posts) held.add(post);
    return posts;
  }

  function done(post: PostId): void {
    held.delete(post);
    finished.push(post);
  }

  async function giveBackFinished(): Promise<void> {
    if (finished.length === 0) return;
    const posts = finished;
    finished = [];
    await due.release(posts);
  }

  async function dispose(): Promise<void> {
    clearInterval(renewing);
    for (const post of held) done(post);
    // They would expire anyway; an error that led here matters more.
    await giveBackFinished().catch(() => null);
  }
}
