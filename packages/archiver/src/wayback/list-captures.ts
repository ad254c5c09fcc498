import type { Exchange } from '@embalm/store';
import { DoorError } from '../door/door-error.ts';
import type { SourceContext } from '../sources/source.ts';
import { type Capture, timeOfCapture, waybackHost } from './capture.ts';

/** What asking an index works with. */
export type IndexContext = Pick<SourceContext, 'door' | 'timeoutMs' | 'signal'>;

/** Captures of URLs, and the evidence. */
export interface Captures {
  readonly captures: readonly Capture[];
  readonly exchanges: readonly Exchange[];
  /** Why there may be more, or `null` if all was told. */
  readonly problem: string | null;
}

/** A row has some 120 bytes. */
const longestIndex = 2 * 1024 * 1024;
const mostRows = 2000;

/**
 * Ask the Wayback Machine's index for captures of all URLs that begin in a way, but for redirects and errors. The same
 * post stands there under URLs with a query or a photo's number, and others under ids that begin alike.
 *
 * @param start Without scheme, as in `twitter.com/nasawatch/status/1500127395262201857`.
 * @param once Only one capture of each URL.
 */
export async function listCaptures(start: string, context: IndexContext, once = false): Promise<Captures> {
  try {
    const answer = await context.door.ask({
      url: indexUrl(start, once),
      scope: 'wayback',
      headers: { accept: 'application/json' },
      maxBytes: longestIndex,
      timeoutMs: context.timeoutMs,
      retries: 1,
      signal: context.signal,
    });
    const exchanges = [...answer.earlier, answer.exchange];
    if (answer.status !== 200) return { captures: [], exchanges, problem: `its index answered HTTP ${answer.status}` };
    const captures = readRows(await answer.text());
    return { captures: captures ?? [], exchanges, problem: captures === null ? 'its index cannot be read' : null };
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    return { captures: [], exchanges: error.exchanges, problem: error.message };
  }
}

/** The URL of a question to the index. */
export function indexUrl(start: string, once = false): string {
  const query = new URLSearchParams({
    url: start,
    matchType: 'prefix',
    output: 'json',
    fl: 'timestamp,original,mimetype',
    filter: '!statuscode:[345]..',
    limit: String(mostRows),
    ...(once ? { collapse: 'urlkey' } : {}),
  });
  return `https://${waybackHost}/cdx/search/cdx?${query}`;
}

/** Rows are arrays of strings; the first one names the columns. An index without captures is empty. */
function readRows(text: string): readonly Capture[] | null {
  if (text.trim() === '') return [];
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(rows)) return null;
  return rows.slice(1, mostRows + 1).flatMap((row: unknown) => {
    if (!Array.isArray(row)) return [];
    const [timestamp, original, mediaType] = row as readonly unknown[];
    if (typeof timestamp !== 'string' || typeof original !== 'string' || typeof mediaType !== 'string') return [];
    return timeOfCapture(timestamp) === null || original.length > 4000 ? [] : [{ timestamp, original, mediaType }];
  });
}
