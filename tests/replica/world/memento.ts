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
