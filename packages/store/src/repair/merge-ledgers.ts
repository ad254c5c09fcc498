import { chainIn, readLine } from '../ledger/ledger-line.ts';

/** A line of a ledger. */
export interface PlacedLine {
  /** The name of the month's file, as in `2026-11.jsonl`. */
  readonly name: string;
  /** With its newline, if it has one. */
  readonly bytes: Buffer;
}

/** What came of two ledgers. */
export type LedgerMerge =
  | { readonly kind: 'merged'; readonly lines: readonly PlacedLine[]; readonly chain: string }
  /** The copy has nothing that is missing. */
  | { readonly kind: 'nothing' }
  /** Both have intact lines that exclude each other, from this month on. */
  | { readonly kind: 'conflict'; readonly name: string };

/**
 * Put lines of a copy in the place of those that are damaged or gone. A line goes in only where its chain continues the
 * line before it; no intact line of the own ledger is left out, and what cannot be mended stays as it is.
 *
 * @param start The chain before the first line.
 * @param mayGrow Whether lines of the copy may follow the last own one.
 */
export function mergeLedgers(
  own: readonly PlacedLine[],
  copy: readonly PlacedLine[],
  start: string,
  mayGrow: boolean,
): LedgerMerge {
  const ownAfter = linesAfter(own, start);
  const copyAfter = linesAfter(copy, start);
  const intact = new Set(ownAfter.values());
  const lines: PlacedLine[] = [];
  let chain = start;
  /** The next own line, and how many lines of the copy have come since the last. */
  let next = 0;
  let taken = 0;
  let takenInAll = 0;
  /** The months of intact own lines that would be left out, and of those that the copy has others for. */
  let leftOut: string | null = null;
  let different: string | null = null;
  for (;;) {
    const here = ownLineAfter(chain);
    const there = copy[copyAfter.get(chain) ?? -1];
    const line = here === null ? there : own[here];
    if (line === undefined || (here === null && next >= own.length && !mayGrow)) break;
    if (here === null) {
      taken += 1;
      takenInAll += 1;
    } else {
      if (there !== undefined && !there.bytes.equals(line.bytes)) different ??= line.name;
      noteLeftOut(next, here);
      next = here + 1;
      taken = 0;
    }
    lines.push(line);
    chain = chainIn(line.bytes) ?? chain;
  }
  // The lines of the copy stand for as many own ones; the next would have continued them if it were of this history.
  noteLeftOut(next, next + taken + 1);
  if (takenInAll === 0) leftOut = different;
  else if (!isInOrder(lines)) leftOut ??= lines[0]?.name ?? null;
  if (leftOut !== null) return { kind: 'conflict', name: leftOut };
  if (takenInAll === 0) return { kind: 'nothing' };
  return { kind: 'merged', lines: [...lines, ...own.slice(next + taken)], chain };

  function ownLineAfter(previous: string): number | null {
    for (const index of [next, next + taken, ownAfter.get(previous) ?? -1]) {
      const line = own[index];
      if (line !== undefined && index >= next && readLine(line.bytes, previous) !== null) return index;
    }
    return null;
  }

  function noteLeftOut(from: number, to: number): void {
    for (let index = from; index < to; index += 1) if (intact.has(index)) leftOut ??= own[index]?.name ?? null;
  }
}

/** Lines that continue the one before them, by the chain they continue. */
function linesAfter(lines: readonly PlacedLine[], start: string): ReadonlyMap<string, number> {
  const after = new Map<string, number>();
  let previous: string | null = start;
  for (const [index, { bytes }] of lines.entries()) {
    if (previous !== null && readLine(bytes, previous) !== null) after.set(previous, index);
    previous = chainIn(bytes);
  }
  return after;
}

function isInOrder(lines: readonly PlacedLine[]): boolean {
  return lines.every(({ name }, index) => name >= (lines[index - 1]?.name ?? ''));
}
