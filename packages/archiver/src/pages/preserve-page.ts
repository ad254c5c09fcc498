import type { PostId, State } from '@embalm/post';
import { type Archive, pageIdOf } from '@embalm/store';
import type { BrowserHandle } from '../browser/browser-handle.ts';
import type { WayOut } from '../way-out.ts';
import { readArchivedPage } from './archived-page.ts';
import { capturePage, type CapturePageContext } from './capture-page.ts';
import { findPageReferences, type PageReferences } from './find-page-references.ts';

/** What became of a web page that was to be preserved. */
export interface PreservedPage extends PageReferences {
  /** Under which it is kept, as in `web:` and 32 hex digits. */
  readonly post: PostId;
  /** As it was asked for. */
  readonly url: string;
  /**
   * `captured`: there is a record of it now. `archived`: there was one; nobody was asked. `noted`: what its server answered is
   * kept, and is no page. `lost`: nobody answered, and nothing is kept. `forgotten`: it was erased on request.
   */
  readonly outcome: 'captured' | 'archived' | 'noted' | 'lost' | 'forgotten';
  readonly state: State;
  /** Why it is not live, or nobody could say; `null` if it is. */
  readonly reason: string | null;
  /** The sha256 of the record that holds it, or `null`. */
  readonly record: string | null;
  /** The document, as HTML; `null` if there is none. */
  readonly document: PageDocument | null;
}

/** The document of a page. */
export interface PageDocument {
  /** Where it was in the end, after redirects. */
  readonly url: string;
  readonly title: string;
  /** As the browser had it, or, if that could not be read, as the server sent it. */
  readonly html: string;
}

/** What preserving a page works with. */
export interface PreservePageContext extends Omit<CapturePageContext, 'door' | 'browser' | 'readBlob'> {
  readonly archive: Archive;
  /** `null` if none is to be used; then no page is captured. */
  readonly browser: BrowserHandle | null;
  /** Opens the door on first use. */
  readonly wayOut: () => Promise<WayOut>;
  /** Also keep a page that was erased from the archive on request; default false. */
  readonly again?: boolean | undefined;
}

/**
 * Preserve a web page: capture it if the archive has no capture that shows it. The posts that it refers to are not
 * looked at.
 *
 * @throws {NoBrowserError} If it is to be captured and there is none.
 * @throws The signal's reason, if it aborts.
 */
export async function preservePage(url: string, context: PreservePageContext): Promise<PreservedPage> {
  const { archive, again, browser } = context;
  const post = pageIdOf(url);
  const nothing = { post, url, record: null, document: null, shown: [], others: [] } as const;
  const forgotten = again === true ? null : await archive.forgotten(post);
  const head = await archive.head(post);
  if (forgotten !== null && (head?.record.n ?? 0) <= forgotten.n) {
    const reason = `forgotten on ${forgotten.at.slice(0, 10)}: ${forgotten.why}`;
    return { ...nothing, outcome: 'forgotten', state: 'unreachable', reason };
  }
  const known = await readArchivedPage(archive, url);
  if (known !== null) {
    const { state, reason } = head?.record.observation ?? known.snapshot.record.observation;
    const document = { url: known.page.url, title: known.page.title, html: known.html };
    const { sha256 } = known.snapshot;
    return {
      ...nothing,
      outcome: 'archived',
      state,
      reason,
      record: sha256,
      document,
      shown: known.shown,
      others: known.others,
    };
  }
  const way = await context.wayOut();
  if (way.door === null) return { ...nothing, outcome: 'lost', state: 'unreachable', reason: way.reason };
  if (browser === null) {
    return { ...nothing, outcome: 'lost', state: 'unreachable', reason: 'web pages are captured with a browser only' };
  }
  const readBlob = (sha256: string): Promise<Uint8Array> => archive.readBlob(sha256);
  const { draft, documents } = await capturePage(url, { ...context, browser, door: way.door, readBlob });
  const { state, reason } = draft.observation;
  const wasAnswered = draft.exchanges.some(({ response }) => response !== null);
  if (!wasAnswered) return { ...nothing, outcome: 'lost', state, reason };
  const { sha256 } = await archive.commit(draft, { again });
  const html = documents.rendered ?? documents.raw;
  const isPage = state === 'live' || state === 'unreachable';
  const document =
    html === null || !isPage
      ? null
      : { url: draft.page?.url ?? draft.knownAs.at(-1) ?? url, title: draft.page?.title ?? '', html };
  const references = document === null ? {} : findPageReferences(documents);
  const outcome = draft.page ? 'captured' : 'noted';
  return { ...nothing, outcome, state, reason, record: sha256, document, ...references };
}
