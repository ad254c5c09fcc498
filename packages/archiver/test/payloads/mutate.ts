/** A place in a payload: keys and indices from its root. */
export type Place = readonly (string | number)[];

/** An object or an array of a payload. */
export type Container = Record<string | number, unknown>;

/** Ways in which a payload may come to differ from what it used to be; `false` if it cannot at that place. */
export const mutations: Readonly<Record<string, (holder: Container, key: string | number) => boolean>> = {
  missing: (holder, key) => (Array.isArray(holder) ? holder.splice(Number(key), 1).length > 0 : delete holder[key]),
  null: (holder, key) => set(holder, key, null),
  'of another type': (holder, key) => set(holder, key, otherType(holder[key])),
  'one deeper': (holder, key) => set(holder, key, { result: holder[key] }),
  'in words': (holder, key) => {
    const value = holder[key];
    return (typeof value === 'number' || typeof value === 'boolean') && set(holder, key, String(value));
  },
  empty: (holder, key) => set(holder, key, emptied(holder[key])),
  'out of range': (holder, key) => typeof holder[key] === 'number' && set(holder, key, holder[key] + 100_000),
  'escaped twice': (holder, key) =>
    typeof holder[key] === 'string' && set(holder, key, holder[key].replaceAll('&', '&amp;')),
};

function set(holder: Container, key: string | number, value: unknown): boolean {
  holder[key] = value;
  return true;
}

function otherType(value: unknown): unknown {
  if (typeof value === 'string') return { x: 1 };
  if (typeof value === 'number') return ['a'];
  if (typeof value === 'boolean') return 'perhaps';
  return Array.isArray(value) ? 'list' : 7;
}

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  return typeof value === 'object' && value !== null ? {} : '';
}

/** Every place of a payload; of a list the first two. */
export function* placesIn(value: unknown, at: Place = []): Generator<Place> {
  if (typeof value !== 'object' || value === null || at.length > 16) return;
  const keys = Array.isArray(value) ? [...value.keys()].slice(0, 2) : Object.keys(value);
  for (const key of keys) {
    yield [...at, key];
    yield* placesIn((value as Container)[key], [...at, key]);
  }
}

/** A place as diagnostics name it, as in `entities.urls[2]`. */
export function nameOf(place: Place): string {
  return place.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? key : `${path}.${key}`;
  }, '');
}

/** A copy of a payload that differs at one place, or `null` if it cannot differ so. */
export function mutate(json: string, place: Place, how: (typeof mutations)[string]): unknown {
  const copy: unknown = JSON.parse(json);
  return how(holderOf(copy, place), place.at(-1) ?? '') ? copy : null;
}

/** The object or array that a place of a payload is in. */
export function holderOf(payload: unknown, place: Place): Container {
  return place.slice(0, -1).reduce<unknown>((value, key) => (value as Container)[key], payload) as Container;
}
