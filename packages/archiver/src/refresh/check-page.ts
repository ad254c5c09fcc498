import type { PostId } from '@embalm/post';
import {
  DamageError,
  type Exchange,
  MissingBlobError,
  type ObservationNote,
  type SnapshotDraft,
  type StoredSnapshot,
} from '@embalm/store';
import { comparePages } from '../changes/compare-pages.ts';
import { compareSnapshots, type SnapshotContent } from '../changes/compare-snapshots.ts';
import { findPageCapture } from '../pages/archived-page.ts';
import { capturePage } from '../pages/capture-page.ts';
import type { CheckContext, Finding } from './check-post.ts';
import { type Glance, glanceAtPage } from './glance-at-page.ts';
import { holdBodies } from './held-bodies.ts';
import { noteLook } from './note-look.ts';
import { trafficOf } from './traffic-of.ts';

/** What the archive knows of a page. */
interface KnownPage {
  readonly head: StoredSnapshot;
  /** The newest record that shows it, or `null`. */
  readonly capture: StoredSnapshot | null;
}

const nothing = { url: null, changes: [], missing: [], newer: null, record: null, requests: 0, bytes: 0 } as const;

/**
 * Look at an archived web page again: if a glance is enough by one request for its document, else by opening it, since only then
 * it is known what its scripts make of it. What it brought is kept if something that lasts has changed; else a line of the
 * ledger says that it was looked at.
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
    if (isDamage(error)) return damaged(null, error);
    throw error;
  }
  const { head, capture } = known;
  const { record } = capture ?? head;
  const url = record.knownAs[0] ?? record.page?.url;
  if (url === undefined) return unreached(null, 'its record names no URL');
  let seen: readonly Exchange[] = [];
  if (context.glance && capture !== null && head.record.observation.state === 'live') {
    let glance: Glance;
    try {
      glance = await glanceAtPage(url, capture, context);
    } catch (error) {
      if (isDamage(error)) return damaged(url, error);
      throw error;
    }
    seen = glance.exchanges;
    if (glance.kind !== 'other') {
      const state = glance.kind === 'same' ? 'live' : 'unreachable';
      const found = { state, source: 'web', at: context.now().toISOString(), reason: glance.reason } as const;
      return { ...nothing, url, ...(await noteFound(archive, head, found)), ...trafficOf(seen) };
    }
  }
  if (browser === null) return unreached(url, 'web pages are captured with a browser only');
  const held = holdBodies();
  const bodies = { keep: held.keep, readBlob: (sha256: string) => held.readBlob(sha256) };
  const { draft } = await context.inTurn(() => capturePage(url, { ...context, browser, ...bodies }));
  signal.throwIfAborted();
  const { state, reason } = draft.observation;
  const traffic = trafficOf([...seen, ...draft.exchanges]);
  if (!isNews(draft, known)) {
    return { ...nothing, url, ...(await noteFound(archive, head, draft.observation)), ...traffic };
  }
  await held.handOver(context.keep);
  const { sha256 } = await archive.commit(draft);
  const changes = compareSnapshots(contentOf(known), draft);
  const missing = draft.missing ?? [];
  return { url, outcome: 'changed', state, reason, changes, missing, newer: null, record: sha256, ...traffic };
}

/** Nothing new, or nobody answered: the ledger gets a line. */
async function noteFound(
  archive: CheckContext['archive'],
  head: StoredSnapshot,
  found: ObservationNote,
): Promise<Pick<Finding, 'outcome' | 'state' | 'reason'>> {
  const isSilent = found.state === 'unreachable';
  const state = isSilent ? found.state : head.record.observation.state;
  await noteLook(archive, head, { ...found, state });
  return { outcome: isSilent ? 'unreachable' : 'unchanged', state, reason: found.reason };
}

function isDamage(error: unknown): error is DamageError | MissingBlobError {
  return error instanceof DamageError || error instanceof MissingBlobError;
}

function damaged(url: string | null, { message }: Error): Finding {
  return { ...nothing, url, outcome: 'damaged', state: 'unreachable', reason: message };
}

function unreached(url: string | null, reason: string): Finding {
  return { ...nothing, url, outcome: 'unreachable', state: 'unreachable', reason };
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
