/** Ways in which a payload may come to differ from what it used to be; `false` if it cannot at that place. */
export const mutations = {
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
function set(holder, key, value) {
  holder[key] = value;
  return true;
}
function otherType(value) {
  if (typeof value === 'string') return { x: 1 };
  if (typeof value === 'number') return ['a'];
  if (typeof value === 'boolean') return 'perhaps';
  return Array.isArray(value) ? 'list' : 7;
}
function emptied(value) {
  if (Array.isArray(value)) return [];
  return typeof value === 'object' && value !== null ? {} : '';
}
/** Every place of a payload; of a list the first two. */
export function* placesIn(value, at = []) {
  if (typeof value !== 'object' || value === null || at.length > 16) return;
  const keys = Array.isArray(value) ? [...value.keys()].slice(0, 2) : Object.keys(value);
  for (const key of keys) {
    yield [...at, key];
    yield* placesIn(value[key], [...at, key]);
  }
}
/** A place as diagnostics name it, as in `entities.urls[2]`. */
export function nameOf(place) {
  return place.reduce((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? key : `${path}.${key}`;
  }, '');
}
/** A copy of a payload that differs at one place, or `null` if it cannot differ so. */
export function mutate(json, place, how) {
  const copy = JSON.parse(json);
  const holder = place.slice(0, -1).reduce((value, key) => value[key], copy);
  return how(holder, place.at(-1) ?? '') ? copy : null;
}
//# sourceMappingURL=mutate.js.map
