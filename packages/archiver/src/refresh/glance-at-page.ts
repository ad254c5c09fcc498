import type { Page } from '@embalm/post';
import type { Archive, Exchange, StoredSnapshot } from '@embalm/store';
import { comparePages } from '../changes/compare-pages.ts';
import type { DoorAnswer } from '../door/door.ts';
import { readStoredText } from '../pages/archived-page.ts';
import { describePage } from '../pages/describe-page.ts';
import { fetchDocument } from '../pages/fetch-document.ts';
import { findPageReferences, listPosts } from '../pages/find-page-references.ts';
import { readIfText } from '../pages/read-if-text.ts';
import { readStaticFacts } from '../pages/read-static-facts.ts';
import type { SourceContext } from '../sources/source.ts';
import { holdBodies } from './held-bodies.ts';

/** What a look at a page without a browser told. */
export interface Glance {
  /**
   * `same`: its server sends what it sent. `other`: it does not, or that would not tell what the page shows. `silent`: nobody
   * answered.
   */
  readonly kind: 'same' | 'other' | 'silent';
  /** Why there is no answer, or `null`. */
  readonly reason: string | null;
  readonly exchanges: readonly Exchange[];
}

/** Of the captured text: what the server did not send, scripts wrote. */
const leastShare = 0.9;

/**
 * Look at a page by one request for its document, with the validators of the captured one. The page shows the same if that says
 * the same of all that lasts: text, title, byline, dates, posts.
 *
 * @param capture The newest record that shows the page.
 * @throws {DamageError} {@link MissingBlobError} If the captured document cannot be trusted, or is missing.
 * @throws The signal's reason, if it aborts.
 */
export async function glanceAtPage(
  url: string,
  capture: StoredSnapshot,
  { archive, door, timeoutMs, signal }: Pick<SourceContext, 'door' | 'timeoutMs' | 'signal'> & { archive: Archive },
): Promise<Glance> {
  const { page = null, files } = capture.record;
  const document = files['document.html'];
  const text = document === undefined ? null : await readStoredText(document, archive);
  const from = document?.from ?? null;
  if (page === null || text === null || from === null) return { kind: 'other', reason: null, exchanges: [] };
  const before = describeStatically(text, from);
  if (!carries(before, page)) return { kind: 'other', reason: null, exchanges: [] };
  const validators = validatorsOf(capture, from);
  const fetched = await fetchDocument(url, door, {
    keeper: holdBodies(),
    timeoutMs,
    signal,
    headersFor: (asked) => (asked === from ? validators : {}),
  });
  const { exchanges } = fetched;
  if (fetched.kind === 'failed') return { kind: 'silent', reason: fetched.reason, exchanges };
  const { status } = fetched.answer;
  if (status === 429 || status >= 500) return { kind: 'silent', reason: `HTTP ${status}`, exchanges };
  const isSame = status === 304 || (status === 200 && (await isAlike(fetched.answer, fetched.url)));
  return { kind: isSame ? 'same' : 'other', reason: null, exchanges };

  async function isAlike(answer: DoorAnswer, end: string): Promise<boolean> {
    if (end === from && answer.body?.sha256 === document?.sha256) return true;
    const now = readIfText(end, await answer.bytes(), answer.headers.get('content-type') ?? '');
    return now !== null && comparePages(before, describeStatically(now.text, end)).length === 0;
  }
}

function describeStatically(html: string, url: string): Page {
  const references = findPageReferences({ rendered: null, raw: html, frames: [] });
  return describePage(readStaticFacts(html, url), listPosts(references));
}

/** Whether a document holds the text that the browser showed. Where lines end is not compared. */
function carries(document: Page, shown: Page): boolean {
  const all = withoutSpace(document.text);
  const lines = shown.text.split('\n').map(withoutSpace);
  const total = lengthOf(lines);
  return total > 0 && lengthOf(lines.filter((line) => all.includes(line))) >= total * leastShare;
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, { length }) => sum + length, 0);
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** By which a server tells that its document is as it was (RFC 9110 §13.1). */
function validatorsOf({ record }: StoredSnapshot, url: string): Readonly<Record<string, string>> {
  const head = record.exchanges.findLast((one) => one.url === url && one.response?.body)?.response?.head ?? '';
  const lines = head.split('\r\n').filter((line) => /^[ -~]{1,300}$/.test(line));
  const valueOf = (name: string): string | undefined =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  const [tag, date] = [valueOf('etag'), valueOf('last-modified')];
  return {
    ...(tag === undefined ? {} : { 'If-None-Match': tag }),
    ...(date === undefined ? {} : { 'If-Modified-Since': date }),
  };
}
