import { surt } from './surt.ts';
import type { WarcRecord } from './warc-record.ts';

/** Where a record is in its file, in bytes of the compressed file. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/**
 * The line of an index for a record (CDXJ 0.1.0), without a line feed; `null` if it is not indexed.
 *
 * @param filename The WARC file, without its folder.
 */
export function cdxjLine(
  { targetUri, date, listing }: WarcRecord,
  filename: string,
  { offset, length }: Span,
): string | null {
  if (listing === null || targetUri === null) return null;
  const { mime, status, sha256 } = listing;
  const entry = {
    url: targetUri,
    mime,
    ...(status === null ? {} : { status }),
    digest: `sha256:${sha256}`,
    length,
    offset,
    filename,
  };
  return `${surt(targetUri).replaceAll(' ', '%20')} ${timestamp14(date)} ${JSON.stringify(entry)}`;
}

/** An instant as web archives write it: `20261122100000`. */
function timestamp14(instant: string): string {
  return instant.replaceAll(/\D/g, '').slice(0, 14);
}
