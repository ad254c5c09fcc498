const secondsPattern = /^[0-9]{1,12}$/;
/** IMF-fixdate only: `Date.parse` reads dates without a zone as the machine's own. */
const datePattern = /^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$/;
/** Nobody means more; a wrong one must not stop a host for years. */
const longestMs = 24 * 60 * 60 * 1000;

/**
 * When a server that refuses wants to be asked again: the later of `Retry-After` (RFC 9110 §10.2.3) and X's
 * `x-rate-limit-reset` (seconds since 1970). X sends the latter with every answer, so only 429 and 503 are read.
 *
 * @param now Ms since 1970.
 * @returns Ms since 1970, from `now` to a day later, or `null` if the answer does not say.
 */
export function readRetryAt(status: number, headers: ReadonlyMap<string, string>, now: number): number | null {
  if (status !== 429 && status !== 503) return null;
  const times = [readRetryAfter(headers.get('retry-after'), now), readReset(headers.get('x-rate-limit-reset'))];
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(Math.max(now, ...known), now + longestMs);
}

function readRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  if (secondsPattern.test(value)) return now + Number(value) * 1000;
  return datePattern.test(value) ? numberOrNull(Date.parse(value)) : null;
}

function readReset(value: string | undefined): number | null {
  return value !== undefined && secondsPattern.test(value) ? Number(value) * 1000 : null;
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
