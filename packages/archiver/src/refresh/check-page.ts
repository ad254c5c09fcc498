import type { PostId } from '@embalm/post';
import { DamageError, MissingBlobError, type SnapshotDraft, type StoredSnapshot } from '@embalm/store';
import { comparePages } from '../changes/compare-pages.ts';
import { compareSnapshots, type SnapshotContent } from '../changes/compare-snapshots.ts';
import { findPageCapture } from '../pages/archived-page.ts';
import { capturePage } from '../pages/capture-page.ts';
import type { CheckContext, Finding } from './check-post.ts';
import { holdBodies } from './held-bodies.ts';
import { noteLook } from './note-look.ts';
import { trafficOf } from './traffic-of.ts';

/** What the archive knows of a page. */
interface KnownPage {
  readonly head: StoredSnapshot;
  /** The newest record that shows it, or `null`. */
  readonly capture: StoredSnapshot | null;
}

const nothing = { changes: [], missing: [], newer: null, record: null, requests: 0, bytes: 0 } as const;

/**
 * Look at an archived web page again. There is no cheaper way than to open it: only then is it known what its scripts make of
 * it. What it brought is kept if something that lasts has changed; else a line of the ledger says that it was looked at.
 *
 * @throws {NoBrowserError} If there is no browser.
 * @throws The signal's reason, if it aborts: then nothing was noted.
 */
export async function checkPage(post: PostId, context: CheckContext): Promise<Finding> {
  const { archive, browser, signal } = context;
  let known: KnownPage;
  try {
    known = await readKnownPage(post, context);
  } catch (error) {
    if (!(error instanceof DamageError || error instanceof MissingBlobError)) throw error;
    return { ...nothing, outcome: 'damaged', state: 'unreachable', reason: error.message };
  }
  const { record } = known.capture ?? known.head;
  const url = record.knownAs[0] ?? record.page?.url;
  if (browser === null || url === undefined) {
    const reason = browser === null ? 'web pages are captured with a browser only' : 'its record names no URL';
    return { ...nothing, outcome: 'unreachable', state: 'unreachable', reason };
  }
  const held = holdBodies();
  const bodies = { keep: held.keep, readBlob: (sha256: string) => held.readBlob(sha256) };
  const { draft } = await context.inTurn(() => capturePage(url, { ...context, browser, ...bodies }));
  signal.throwIfAborted();
  const { state, reason } = draft.observation;
  const traffic = trafficOf(draft.exchanges);
  if (!isNews(draft, known)) {
    const isSilent = state === 'unreachable';
    const kept = isSilent ? state : known.head.record.observation.state;
    await noteLook(archive, known.head, { ...draft.observation, state: kept });
    return { ...nothing, outcome: isSilent ? 'unreachable' : 'unchanged', state: kept, reason, ...traffic };
  }
  await held.handOver(context.keep);
  const { sha256 } = await archive.commit(draft);
  const changes = compareSnapshots(contentOf(known), draft);
  const missing = draft.missing ?? [];
  return { outcome: 'changed', state, reason, changes, missing, newer: null, record: sha256, ...traffic };
}

async function readKnownPage(post: PostId, { archive }: CheckContext): Promise<KnownPage> {
  const head = await archive.head(post);
  if (head === null) throw new RangeError(`The archive has no record of ${post}`);
  return { head, capture: await findPageCapture(head, archive) };
}

/** "Not found" is no news of a page that is known to be gone. */
function isNews(draft: SnapshotDraft, { head, capture }: KnownPage): boolean {
  const { state } = draft.observation;
  const known = head.record.observation.state;
  if (state === 'unreachable') return false;
  if (state !== 'live')
    return state !== known && (state !== 'unavailable' || known === 'live' || known === 'unreachable');
  const before = capture?.record.page ?? null;
  return known !== 'live' || before === null || !draft.page || comparePages(before, draft.page).length > 0;
}

/** What the archive shows of a page now: its newest content, and what became of it since. */
function contentOf({ head, capture }: KnownPage): SnapshotContent {
  const { source, content, page = null } = (capture ?? head).record;
  return { observation: head.record.observation, source, content, page };
}
