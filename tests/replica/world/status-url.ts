/** X moved its posts from twitter.com to x.com on 17 May 2024; links of older posts kept their host. */
const moved = 1_715_904_000_000n;
const epochMs = 1_288_834_974_657n;

/** Milliseconds since 1970 at which a post was made. */
export function timeOf(id: string): number {
  return Number((BigInt(id) >> 22n) + epochMs);
}

/**
 * An id made at a moment.
 *
 * @param moment ISO 8601 in UTC.
 * @param sequence Tells posts of one millisecond apart.
 */
export function idAt(moment: string, sequence = 1): string {
  return String(((BigInt(Date.parse(moment)) - epochMs) << 22n) | BigInt(sequence));
}

/** The page of a post, on the host that it was made under. */
export function statusUrl(handle: string, id: string): string {
  const host = BigInt(timeOf(id)) < moved ? 'twitter.com' : 'x.com';
  return `https://${host}/${handle}/status/${id}`;
}
