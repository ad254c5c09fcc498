/** Values that say what kind of thing something is: a payload that has others is refused before it gets here. */
const kinds = new Set(['type', 'kind', 'verification', 'avatarShape', 'id', 'source', 'state', 'field', 'by']);

/** The same value with every text in it replaced. Texts are counted in the order in which they are met, from 0. */
export function withTexts<Value>(value: Value, next: (text: string, index: number) => string): Value {
  let count = 0;
  return replace(value) as Value;

  function replace(inner: unknown): unknown {
    if (Array.isArray(inner)) return inner.map(replace);
    if (typeof inner === 'string') return next(inner, count++);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, item]) => [key, kinds.has(key) ? item : replace(item)]));
  }
}
