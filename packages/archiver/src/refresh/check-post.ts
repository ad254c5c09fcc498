import { platformOf, type PostId } from '@embalm/post';
import { DamageError, type Exchange, MissingBlobError, type SnapshotDraft } from '@embalm/store';
import { compareSnapshots } from '../changes/compare-snapshots.ts';
import type { BrowserHandle } from '../browser/browser-handle.ts';
import type { Door } from '../door/door.ts';
import type { PreserveContext } from '../preserve/preserve-post.ts';
import { checkPage } from './check-page.ts';
import type { Checked } from './checked.ts';
import { draftAgain } from './draft-again.ts';
import { followEdit } from './follow-edit.ts';
import { type Arrival, hasArrived } from './has-arrived.ts';
import { type Found, judgeLook } from './judge-look.ts';
import { type KnownPost, readKnownPost } from './known-post.ts';
import { type Look, lookAgain } from './look-again.ts';
import { noteLook } from './note-look.ts';
import { trafficOf } from './traffic-of.ts';

/** What checking a post works with. */
export interface CheckContext extends Omit<PreserveContext, 'wayOut' | 'hint'> {
  readonly door: Door;
  /** For web pages; `null` if none is to be used. */
  readonly browser: BrowserHandle | null;
  /** Whether a web page whose server sends what it sent is taken to be as it was; else the browser opens it in any case. */
  readonly glance: boolean;
  /** Runs a full capture once there is room for one. */
  readonly inTurn: <T>(capture: () => Promise<T>) => Promise<T>;
}

/**
 * Look at an archived post again: quickly, and only if that shows something new, as if for the first time.
 *
 * @throws {RangeError} If the archive has no record of it.
 * @throws {NoBrowserError} If something is new, a browser is to capture it, and there is none.
 * @throws The signal's reason, if it aborts: then nothing was noted.
 */
export async function checkPost(post: PostId, context: CheckContext): Promise<Checked> {
  const started = performance.now();
  const look = platformOf(post) === 'web' ? checkPage : check;
  const finding = await look(post, context);
  return { post, ...finding, durationMs: Math.round(performance.now() - started) };
}

/** What came of a look. */
export type Finding = Omit<Checked, 'post' | 'durationMs'>;

async function check(post: PostId, context: CheckContext): Promise<Finding> {
  let known: KnownPost;
  try {
    known = await readKnownPost(post, context.archive);
  } catch (error) {
    if (error instanceof DamageError || error instanceof MissingBlobError) return damaged(error);
    throw error;
  }
  const look = await lookAgain(known, context);
  const verdict = judgeLook(look, known);
  const arrival = verdict === 'same' ? await lookForMissing(look, known, context) : nothing;
  if (verdict !== 'other' && !arrival.isThere) {
    const newer = verdict === 'same' ? await followEdit(look.content, context) : null;
    const exchanges = [...look.observed.exchanges, ...arrival.exchanges];
    return { ...(await noteFound(look, exchanges, known, context)), newer };
  }
  const draft = await draftAgain(known, look, context);
  // A browser may have found otherwise than the quick look; a file may be gone again.
  const isOther = judgeLook(draft, known) === 'other' || hasMoreFiles(draft, known);
  const newer = await followEdit(draft.content, context);
  if (!isOther) return { ...(await noteFound(draft, draft.exchanges, known, context)), newer };
  const { sha256 } = await context.archive.commit(draft);
  return {
    url: null,
    newer,
    outcome: 'changed',
    state: draft.observation.state,
    reason: draft.observation.reason,
    changes: compareSnapshots(contentOf(known), draft),
    missing: draft.missing ?? [],
    record: sha256,
    ...trafficOf(draft.exchanges),
  };
}

const nothing: Arrival = { isThere: false, exchanges: [] };

/** Files that the newest capture had to do without may be there by now. */
async function lookForMissing(look: Look, { capture }: KnownPost, context: CheckContext): Promise<Arrival> {
  const missing = capture?.missing ?? [];
  if (look.content === null || look.observation.state !== 'live' || missing.length === 0) return nothing;
  return hasArrived(look.content, missing, context, context.mediaLimits);
}

/** Whether a draft has a file that the newest capture had to do without. */
function hasMoreFiles({ content, missing }: SnapshotDraft, { capture }: KnownPost): boolean {
  const still = new Set(missing?.map(({ url }) => url));
  return content !== null && capture?.missing?.some(({ url }) => !still.has(url)) === true;
}

/** Nothing new, or nobody answered: the ledger gets a line. */
async function noteFound(
  found: Found,
  exchanges: readonly Exchange[],
  { head }: KnownPost,
  { archive }: CheckContext,
): Promise<Omit<Finding, 'newer'>> {
  const isSilent = found.observation.state === 'unreachable';
  const outcome = isSilent ? 'unreachable' : 'unchanged';
  const { state } = isSilent ? found.observation : head.record.observation;
  await noteLook(archive, head, { ...found.observation, state });
  const { reason } = found.observation;
  return { url: null, outcome, state, reason, changes: [], missing: [], record: null, ...trafficOf(exchanges) };
}

function damaged({ message }: Error): Finding {
  const none = { url: null, changes: [], missing: [], newer: null, record: null, requests: 0, bytes: 0 };
  return { outcome: 'damaged', state: 'unreachable', reason: message, ...none };
}

/** What the archive shows of a post now: its newest content, and what became of it since. */
function contentOf({ head, capture, shown }: KnownPost): Parameters<typeof compareSnapshots>[0] {
  const { source, content, missing = null } = capture ?? head.record;
  return { observation: head.record.observation, source, content: shown ?? content, missing };
}
