import type { Exchange } from '../../exchange.ts';
import type { SnapshotRecord } from '../../snapshot-record.ts';
import { mimeOf } from '../warc/exchange-records.ts';
import { recordUri, targetUri } from '../warc/target-uri.ts';

/** A page of a WACZ file: what someone who opens it can choose (WACZ 1.1.1 §5.2). */
export interface Page {
  readonly id: string;
  readonly url: string;
  /** When it was captured: ISO 8601 in UTC, with milliseconds. */
  readonly ts: string;
  readonly title: string;
  /** For the search. */
  readonly text: string;
}

/**
 * The page of a snapshot: the document that the browser showed, else the page in a web archive, else what a source
 * answered, else what was kept of the post itself. Every version of a post has its own.
 */
export function pageOf(record: SnapshotRecord): Page {
  const shown = findShown(record);
  const { post, n, capturedAt, content, page } = record;
  const place =
    shown === undefined
      ? { url: recordUri(post, n, content === null ? undefined : 'post.json'), ts: capturedAt }
      : { url: targetUri(shown.url), ts: shown.startedAt };
  return { id: `${post}:${n}`, ...place, title: titleOf(record), text: content?.text ?? page?.text ?? '' };
}

function findShown({ exchanges, memento, page }: SnapshotRecord): Exchange | undefined {
  const answered = exchanges.filter(({ response }) => response?.status === 200 && response.body !== null);
  return (
    answered.find((exchange) => exchange.url === page?.url && isOf(exchange, 'text/html')) ??
    answered.find((exchange) => exchange.by === 'browser' && isOf(exchange, 'text/html')) ??
    answered.find(({ url }) => url === memento?.url) ??
    answered.find((exchange) => isOf(exchange, 'application/json'))
  );
}

function isOf({ response }: Exchange, mime: string): boolean {
  return response !== null && mimeOf(response) === mime;
}

function titleOf({ post, n, capturedAt, content, page, observation }: SnapshotRecord): string {
  const version = `${post}, version ${n}, ${capturedAt.slice(0, 10)}`;
  if (page && page.title !== '') return `${startOf(page.title)} (${version})`;
  if (content === null) return `${version}: ${observation.state}`;
  return `${content.author.name} (@${content.author.handle}): ${startOf(content.text)} (${version})`;
}

function startOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  const characters = Array.from(line);
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : line;
}
