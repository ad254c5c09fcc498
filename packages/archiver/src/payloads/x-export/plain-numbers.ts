/** Numbers that an export writes in digits, by the names of their fields. */
const numbers: ReadonlySet<string> = new Set([
  'indices',
  'display_text_range',
  'favorite_count',
  'retweet_count',
  'w',
  'h',
  'width',
  'height',
  'bitrate',
  'duration_millis',
]);
/** Fields of an export lie five levels deep at most. */
const deepest = 12;
const digits = /^\d{1,15}$/;

/** The same object with its numbers as numbers, as v1.1 has them. */
export function withPlainNumbers(value: unknown, key = '', depth = 0): unknown {
  if (typeof value === 'string') return numbers.has(key) && digits.test(value) ? Number(value) : value;
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((item) => withPlainNumbers(item, key, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withPlainNumbers(item, name, depth + 1)]),
  );
}
