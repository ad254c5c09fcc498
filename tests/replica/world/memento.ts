/** One capture of the Wayback Machine, as a test describes it. */
export interface MementoSpec {
  /** 14 digits in UTC. */
  readonly timestamp: string;
  /** The URL that was captured, with its scheme. */
  readonly original: string;
  /** Default `text/html`. */
  readonly mediaType?: string;
  /** Default 200. */
  readonly status?: number;
  readonly body: string | Uint8Array;
}

/** The key under which the index finds a URL: without scheme, `www.` and case. */
export function indexKey(url: string): string {
  return url
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .toLowerCase();
}

/** The moment of a timestamp of 14 digits. */
export function momentOf(timestamp: string): Date {
  const [year, month, day, hour, minute, second] = /^(\d{4})(..)(..)(..)(..)(..)$/.exec(timestamp)?.slice(1) ?? [];
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
