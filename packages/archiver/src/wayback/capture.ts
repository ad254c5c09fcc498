/** The host of the Internet Archive's Wayback Machine. */
export const waybackHost = 'web.archive.org';

/** One capture, as its index lists it. */
export interface Capture {
  /** 14 digits in UTC, as in `20220307101500`. */
  readonly timestamp: string;
  /** The URL that was captured, as it was. */
  readonly original: string;
  /** As in `text/html`; `warc/revisit` for one that was the same as before. */
  readonly mediaType: string;
}

const timestampPattern = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;

/** When a capture was made, in ms since 1970, or `null` if the timestamp is none. */
export function timeOfCapture(timestamp: string): number | null {
  const [, year, month, day, hour, minute, second] = timestampPattern.exec(timestamp) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? null : time;
}

/** A moment as 14 digits. */
export function toTimestamp(time: number): string {
  return new Date(time).toISOString().replace(/\D/g, '').slice(0, 14);
}

/**
 * The URL of a capture's bytes as they were.
 *
 * @param kind `id_`: anything; `im_`: an image.
 */
export function mementoUrl(
  { timestamp, original }: Pick<Capture, 'timestamp' | 'original'>,
  kind: 'id_' | 'im_',
): string {
  return `https://${waybackHost}/web/${timestamp}${kind}/${original}`;
}
