/** ISO 8601 in UTC, as newer payloads have it. */
const isoPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/;
/** As in `Wed May 13 01:24:12 +0000 2026`, as v1.1 had it. */
const oldPattern = /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{2}:\d{2}:\d{2} [+-]\d{4} \d{4}$/;

/**
 * A time of a payload as ISO 8601 in UTC with milliseconds, or `null`. Only forms that say their zone are read:
 * `Date.parse` takes the others for the machine's own.
 */
export function readTime(text: string): string | null {
  if (!isoPattern.test(text) && !oldPattern.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
