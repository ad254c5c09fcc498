/** A file that names the one before it by digest. */
export interface ChainLink {
  readonly path: string;
  /** Of the file. */
  readonly sha256: string;
  /** The sha256 of the one before it, or `null` for the first. */
  readonly prev: string | null;
}

/** Two copies of a chain of numbered files. */
export interface ChainToRepair<Link extends ChainLink> {
  /** The numbers to look at: those that the copy has. */
  readonly numbers: readonly number[];
  /** The highest that ours has or had, as far as anything tells. */
  readonly newest: number;
  /** Ours of a number, or `null` if it is damaged or gone. */
  readonly own: (n: number) => Promise<Link | null>;
  /** The copy's of a number, or `null` if it is damaged or gone. */
  readonly other: (n: number) => Promise<Link | null>;
  /** The digest of one that no later one names, if something else knows it. */
  readonly known: (n: number) => string | null;
  /** Whether one that nothing names may be taken after the one before it, which it continues; `null` if that is gone too. */
  readonly mayTake: (link: Link, before: Link | null) => Promise<boolean>;
  /** Put the copy's in the place of ours. */
  readonly putBack: (link: Link) => Promise<void>;
  /** Told where both are intact, and neither is taken for the other. */
  readonly refuse: (path: string, message: string) => void;
}

/**
 * Put back what is damaged or gone, or is not the one that the next names. From the newest on: each before it is known by
 * the one after it. What is intact stays, unless the next one names the copy's.
 *
 * @returns The paths of those that were put back.
 */
export async function repairChain<Link extends ChainLink>(chain: ChainToRepair<Link>): Promise<readonly string[]> {
  const repaired: string[] = [];
  for (const n of chain.numbers.toSorted((a, b) => b - a)) {
    const own = await chain.own(n);
    const expected = (await chain.own(n + 1))?.prev ?? chain.known(n);
    if (own !== null && (expected === null || own.sha256 === expected)) continue;
    const other = await chain.other(n);
    if (other === null) continue;
    if (await fits(chain, other, expected, await chain.own(n - 1))) {
      await chain.putBack(other);
      repaired.push(other.path);
    } else if (n <= chain.newest && other.sha256 !== own?.sha256) {
      chain.refuse(other.path, 'the copy has another one, which does not fit what is here: it was not taken');
    }
  }
  return repaired;
}

/** What is named by nothing must at least continue what is before it. */
async function fits<Link extends ChainLink>(
  { mayTake }: ChainToRepair<Link>,
  link: Link,
  expected: string | null,
  before: Link | null,
): Promise<boolean> {
  if (expected !== null) return link.sha256 === expected;
  return (before === null || link.prev === before.sha256) && mayTake(link, before);
}
