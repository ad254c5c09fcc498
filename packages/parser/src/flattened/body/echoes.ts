/**
 * Words that recur tie the parts of a text together: who goes on about something names it again. Parts are numbered from
 * the signature on, as the boundaries are: part n ends at the boundary before it.
 */
export interface Echoes {
  /** All that follow, in one piece. */
  readonly all: Int16Array;
  /** For each part, how many of its words stand in the part behind it, and anywhere between that and the signature. */
  readonly inNext: Int16Array;
  readonly inBody: Int16Array;
  /** For each part, whether one of its words stands before it, and before the part before it. */
  readonly before: Int16Array;
  readonly farBefore: Int16Array;
  /** For each part, whether one of its words stands behind the signature. */
  readonly behind: Int16Array;
  /** Whether one stands there of it or of a part between it and the signature. */
  readonly bodyBehind: Int16Array;
  /** How many words stand in it or between it and the signature, and also farther before it than the part before it. */
  readonly across: Int16Array;
}

/** No word that is shorter is about something. */
export const shortestEcho = 5;

/** The place of what stands behind the signature: it is read first. */
export const behindSignature = -1;

const size = 1024;
const mask = size - 1;

/** What is remembered of a word. An entry is of now if its stamp is. */
const hashes = new Int32Array(size);
const stamps = new Int32Array(size);
const firsts = new Int16Array(size);
const lasts = new Int16Array(size);
const behinds = new Uint8Array(size);
let now = 0;

/** Make the tables for the echoes of so many parts. They are filled for every embed in turn, without a pause. */
export function makeEchoes(parts: number): Echoes {
  const all = new Int16Array(7 * parts);
  const tableAt = (place: number): Int16Array => all.subarray(place * parts, (place + 1) * parts);
  return {
    all,
    inNext: tableAt(0),
    inBody: tableAt(1),
    before: tableAt(2),
    farBefore: tableAt(3),
    behind: tableAt(4),
    bodyBehind: tableAt(5),
    across: tableAt(6),
  };
}

/** Forget all words. */
export function forgetEchoes({ all }: Echoes): void {
  now = (now + 1) | 0;
  all.fill(0);
}

/**
 * Take in a word by its hash: words of parts that are nearer to the signature come before those of parts that are farther.
 * A word counts once in a part, however often it is taken in. A stretch has room for fewer words than the table.
 */
export function addEcho(echoes: Echoes, hash: number, part: number): void {
  let at = (hash ^ (hash >>> 11)) & mask;
  while (stamps[at] === now && hashes[at] !== hash) at = (at + 1) & mask;
  if (stamps[at] !== now) {
    stamps[at] = now;
    hashes[at] = hash;
    firsts[at] = part;
    lasts[at] = part;
    behinds[at] = part === behindSignature ? 1 : 0;
    return;
  }
  const last = lasts[at] ?? 0;
  if (last === part) return;
  lasts[at] = part;
  if (behinds[at] === 1) echoes.behind[part] = 1;
  if (last === behindSignature) {
    firsts[at] = part;
    return;
  }
  count(echoes.inBody, part);
  if (last === part - 1) count(echoes.inNext, part);
  echoes.before[last] = 1;
  if (last < part - 1) echoes.farBefore[last] = 1;
  const from = Math.max(firsts[at] ?? 0, last - 1);
  if (from > part - 2) return;
  echoes.across[from] = (echoes.across[from] ?? 0) + 1;
  echoes.across[part - 1] = (echoes.across[part - 1] ?? 0) - 1;
}

/** Sum up, when all words have been taken in, what is said of all parts up to each: until then there are but differences. */
export function sumEchoes({ across, behind, bodyBehind }: Echoes, parts: number): void {
  for (let part = 0; part < parts; part += 1) {
    across[part] = (across[part] ?? 0) + (across[part - 1] ?? 0);
    bodyBehind[part] = (behind[part] ?? 0) | (bodyBehind[part - 1] ?? 0);
  }
}

function count(table: Int16Array, at: number): void {
  table[at] = (table[at] ?? 0) + 1;
}
