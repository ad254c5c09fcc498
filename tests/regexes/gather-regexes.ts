import { collectRegexes, type ShippedRegex } from './collect-regexes.ts';
import { recordRegexes } from './record-regexes.ts';

/** The regular expressions of the packages, and how they were come by. */
export interface Gathered {
  /** Each once, by how it is written. */
  readonly all: ReadonlyMap<string, ShippedRegex>;
  /** How many are written as such, and how many were seen when modules built them. */
  readonly literals: number;
  readonly recorded: number;
  /** How many places build some. */
  readonly sites: number;
}

/** Gather them, once in a process: modules build theirs when they are first loaded. */
export async function gatherRegexes(): Promise<Gathered> {
  const { literals, built } = collectRegexes();
  const recorded: ShippedRegex[] = [];
  for (const file of built.keys()) recorded.push(...(await recordRegexes(file)));
  return {
    all: new Map([...literals, ...recorded].map((regex) => [`/${regex.source}/${regex.flags}`, regex])),
    literals: literals.length,
    recorded: recorded.length,
    sites: [...built.values()].reduce((sum, count) => sum + count, 0),
  };
}
