import type { Fields } from '../fields.ts';

/** The string of a binding of a card. */
export function readString(values: Fields, key: string): string | null {
  const text = values.object(key)?.string('string_value') ?? null;
  return text === '' ? null : text;
}

/** The whole number that a binding carries as a string. */
export function readNumber(values: Fields, key: string): number | null {
  const text = readString(values, key);
  return text !== null && /^[0-9]{1,15}$/.test(text) ? Number(text) : null;
}
