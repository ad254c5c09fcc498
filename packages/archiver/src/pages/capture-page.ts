import { parsePostUrl, parseShortLink } from '@embalm/parser';
import type { Article } from '@embalm/parser/read';
import { type BlobRef, type Exchange, pageIdOf, type SnapshotDraft, type StoredFile } from '@embalm/store';
import type { BrowserHandle } from '../browser/browser-handle.ts';
import type { CaptureContext } from '../browser/capture-context.ts';
import { NoBrowserError } from '../browser/no-browser-error.ts';
import type { Screenshot } from '../browser/screenshot.ts';
import { wentBy } from '../door/breaker.ts';
import { refusedField } from '../door/refused-field.ts';
import type { Door } from '../door/door.ts';
import { DoorError } from '../door/door-error.ts';
import type { Turn } from '../door/turns.ts';
import { version } from '../version.ts';
import { describePage } from './describe-page.ts';
import { findPageReferences, listPosts, type PageDocuments } from './find-page-references.ts';
import { judgeDocument } from './judge-document.ts';
import { pageView } from './page-limits.ts';
import { readIfText } from './read-if-text.ts';
import { failedPageVisit, type PageVisit, visitPage } from './visit-page.ts';

/** What capturing a page works with. */
export interface CapturePageContext {
  readonly door: Door;
  readonly browser: BrowserHandle;
  /** Keeps bytes; resolves when they are durable. */
  readonly keep: (bytes: Uint8Array) => Promise<BlobRef>;
  /** Gives back what was kept. */
  readonly readBlob: (sha256: string) => Promise<Uint8Array>;
  /** For all of it, in ms. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Called with every exchange, once the visit has ended. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
  readonly now: () => Date;
}

/** A capture of a page, to be committed. */
export interface CapturedPage {
  readonly draft: SnapshotDraft;
  readonly documents: PageDocuments;
}

/**
 * Capture a web page with the browser. Whatever comes of it is an observation, never an exception: what its server answers is
 * evidence, also if it is no page.
 *
 * @param url Of the page, `http` or `https`.
 * @throws {NoBrowserError} If there is none.
 * @throws The signal's reason, if it aborts.
 */
export async function capturePage(url: string, context: CapturePageContext): Promise<CapturedPage> {
  const capturedAt = context.now().toISOString();
  const visit = await visitInTurn(url, context);
  context.signal.throwIfAborted();
  const exchanges = visit.exchanges.map(withoutRefusal);
  if (context.onExchange !== undefined) exchanges.forEach(context.onExchange);
  const raw = await readRaw(visit, exchanges, context);
  const { reading, document } = visit;
  const documents: PageDocuments = {
    rendered: reading?.document.html ?? null,
    raw: raw?.article?.text ?? null,
    frames: reading?.frames ?? [],
  };
  const observation = judgeDocument(visit, context.now().toISOString());
  const isLive = observation.state === 'live' && reading !== null;
  const draft: SnapshotDraft = {
    post: pageIdOf(url),
    capturedAt,
    knownAs: namesOf(url, document?.url ?? url),
    observation,
    answers: [observation],
    source: isLive ? 'web' : null,
    content: null,
    page: isLive ? describePage(reading.facts, listPosts(findPageReferences(documents))) : null,
    claim: null,
    mismatches: [],
    missing: visit.missing,
    exchanges,
    files: await keepFiles(visit, raw?.body ?? null, context),
    software: { name: 'embalm', version, browser: context.browser.product },
  };
  return { draft, documents };
}

async function visitInTurn(url: string, context: CapturePageContext): Promise<PageVisit> {
  const { door, timeoutMs } = context;
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([context.signal, deadline]);
  let taken: Turn;
  try {
    taken = await door.takeTurn({ url, scope: 'web' }, timeoutMs, signal);
  } catch (error) {
    context.signal.throwIfAborted();
    if (!(error instanceof DoorError) && !deadline.aborted) throw error;
    return failedPageVisit(error);
  }
  using turn = taken;
  const first = await visitOnce(url, context, signal);
  // A browser that crashed gives way to another.
  const visit = first.isLost && !signal.aborted ? await visitOnce(url, context, signal) : first;
  const { document } = visit;
  if (document !== null && !document.headers.has(refusedField)) {
    turn.hear(document.status, document.headers);
    turn.settle(wentBy(document.status));
  }
  if (!deadline.aborted || visit.problem === null) return visit;
  return { ...visit, problem: `it was not done within ${timeoutMs} ms` };
}

async function visitOnce(url: string, context: CapturePageContext, signal: AbortSignal): Promise<PageVisit> {
  await using proxy = await context.door.openPageProxy();
  let capture: CaptureContext;
  try {
    // Servers of all kinds compress whether they are asked to or not.
    capture = await context.browser.openPage({ proxy, encodings: 'any', view: pageView, signal });
  } catch (error) {
    if (error instanceof NoBrowserError) throw error;
    return failedPageVisit(error);
  }
  await using opened = capture;
  const cut = async (): Promise<void> => await proxy[Symbol.asyncDispose]();
  return await visitPage(opened, { ...context, url, cut, signal });
}

/** What this program itself answered in a host's place is no exchange with that host. */
function withoutRefusal(exchange: Exchange): Exchange {
  const { response } = exchange;
  const isRefusal = response !== null && new RegExp(`^${refusedField}:`, 'im').test(response.head);
  return isRefusal
    ? { ...exchange, response: null, failure: 'not asked for: no public host, or one that asked for time' }
    : exchange;
}

/** Everything by which the page was reached. A page that leads to a post's does not become one of its names. */
function namesOf(url: string, end: string): readonly string[] {
  const [asked = url] = url.split('#', 1);
  const isOther = end !== asked && parsePostUrl(end) === null && parseShortLink(end) === null;
  return isOther ? [asked, end] : [asked];
}

interface RawDocument {
  readonly body: BlobRef;
  /** `null` if it is no text. */
  readonly article: Article | null;
}

async function readRaw(
  { document }: PageVisit,
  exchanges: readonly Exchange[],
  { readBlob }: CapturePageContext,
): Promise<RawDocument | null> {
  if (document === null) return null;
  const body = exchanges.findLast((exchange) => exchange.url === document.url && exchange.response?.body)?.response
    ?.body;
  if (!body) return null;
  const contentType = document.headers.get('content-type') ?? '';
  return { body, article: readIfText(document.url, await readBlob(body.sha256), contentType) };
}

async function keepFiles(
  { document, reading, screenshots }: PageVisit,
  raw: BlobRef | null,
  { keep }: CapturePageContext,
): Promise<Readonly<Record<string, StoredFile>>> {
  const files: Record<string, StoredFile> = {};
  const html = async (text: string, from: string): Promise<StoredFile> => ({
    ...(await keep(new TextEncoder().encode(text))),
    ...noShape,
    mediaType: 'text/html;charset=utf-8',
    role: 'document',
    from,
  });
  if (reading !== null) files['dom.html'] = await html(reading.document.html, reading.document.url);
  for (const [index, frame] of (reading?.frames ?? []).entries()) {
    files[`frames/${index + 1}.html`] = await html(frame.html, frame.url);
  }
  if (raw !== null && document !== null) {
    const mediaType = document.headers.get('content-type') ?? 'application/octet-stream';
    files['document.html'] = { ...raw, ...noShape, mediaType, role: 'document', from: document.url };
  }
  for (const [theme, picture] of Object.entries(screenshots)) {
    files[`screenshot/${theme}.png`] = pictureFile(await keep(picture.bytes), picture);
  }
  return files;
}

const noShape = { of: null, rung: null, width: null, height: null } as const;

function pictureFile(blob: BlobRef, { width, height }: Screenshot): StoredFile {
  return { ...blob, ...noShape, width, height, mediaType: 'image/png', role: 'screenshot', from: null };
}
