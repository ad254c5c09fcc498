import type { Fields } from '../fields.ts';

/** The bindings of a card: its values by name. */
export interface Bindings {
  get(key: string): Fields | null;
  /** Name a binding that should be there. */
  missing(key: string): void;
}

/** Read `binding_values`: an object by name, or in GraphQL a list of names and values. */
export function readBindings(card: Fields): Bindings | null {
  if (!card.isArray('binding_values')) {
    const values = card.object('binding_values');
    if (values === null) return null;
    // What has moved deeper looks like one value.
    if (values.isArray('result') || values.isObject('result')) card.surprising('binding_values');
    return { get: (key) => values.object(key), missing: (key) => values.missing(key) };
  }
  const values = new Map<string, Fields | null>();
  for (const binding of card.objects('binding_values')) {
    const key = binding.wanted('key');
    if (key !== null && !values.has(key)) values.set(key, binding.object('value'));
  }
  return { get: (key) => values.get(key) ?? null, missing: () => card.missing('binding_values') };
}

/** The string of a binding of a card. */
export function readString(values: Bindings, key: string): string | null {
  const text = values.get(key)?.string('string_value') ?? null;
  return text === '' ? null : text;
}

/** The whole number that a binding carries as a string. */
export function readNumber(values: Bindings, key: string): number | null {
  const text = readString(values, key);
  return text !== null && /^[0-9]{1,15}$/.test(text) ? Number(text) : null;
}
