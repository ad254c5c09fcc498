/** Pages say the same days and numbers over and over; a page made to fill the memory says ever other ones. */
const most = 4096;

/** Compute a value once for each key, and forget all of them when there are too many. */
export function remember<Key extends string | number, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    if (known.size >= most) known.clear();
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
