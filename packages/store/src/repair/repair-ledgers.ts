import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { layout } from '../layout.ts';
import { chainStart, readLine } from '../ledger/ledger-line.ts';
import { withLedgerLock } from '../ledger/ledger-lock.ts';
import { ledgerNames, readTail } from '../ledger/ledger-tail.ts';
import type { Problem } from '../verify/verify-report.ts';
import { mergeLedgers, type PlacedLine } from './merge-ledgers.ts';
import type { Refuse, RepairTools } from './repair-archive.ts';
import { writeInPlace } from './write-in-place.ts';

/** Lines are added to these. */
const writable = 0o644;

const newline = 0x0a;

/**
 * Put back lines of the ledgers from a copy: those that are damaged or gone. The ledgers from the first with a problem to
 * the last, and the one before, are held in memory.
 *
 * @returns The paths of the ledgers that were written anew.
 */
export async function repairLedgers(
  tools: RepairTools,
  copy: string,
  problems: readonly Problem[],
  refuse: Refuse,
): Promise<readonly string[]> {
  const wrong = problems
    .filter(({ code }) => code === 'ledger-damaged' || code === 'ledger-unfinished')
    .map(({ path }) => path.slice(path.lastIndexOf('/') + 1))
    .toSorted();
  const [first] = wrong;
  const last = wrong.at(-1);
  if (first === undefined || last === undefined) return [];
  const repaired: string[] = [];
  await withLedgerLock(tools.root, tools.disk, tools.files, async () => {
    repaired.push(...(await repairRange(tools, copy, first, last, refuse)));
  });
  return repaired;
}

async function repairRange(
  { root, files }: RepairTools,
  copy: string,
  first: string,
  last: string,
  refuse: Refuse,
): Promise<readonly string[]> {
  const names = await ledgerNames(root);
  const earlier = names.filter((name) => name < first);
  // Whether a month has lost its last lines shows in the first line of the next.
  const from = earlier.at(-1) ?? '';
  const start = await chainAfter(root, earlier.slice(0, -1));
  const later = names.find((name) => name > last);
  const isInRange = (name: string): boolean => name >= from && name <= last;
  const own = await linesOf(root, names.filter(isInRange));
  const theirs = await linesOf(copy, (await ledgerNames(copy)).filter(isInRange));
  const merge = mergeLedgers(own, theirs, start, later === undefined);
  if (merge.kind === 'nothing') return [];
  const name = merge.kind === 'conflict' ? merge.name : later;
  if (merge.kind === 'conflict' || (name !== undefined && !(await continues(root, name, merge.chain)))) {
    refuse(`${layout.checks}/${name}`, 'the ledger of the copy goes on otherwise: nothing was taken from it');
    return [];
  }
  const repaired: string[] = [];
  for (const [month, lines] of Map.groupBy(merge.lines, (line) => line.name)) {
    const bytes = Buffer.concat(lines.map((line) => line.bytes));
    if (bytes.equals(bytesOf(own, month))) continue;
    await writeInPlace({ root, files }, `${layout.checks}/${month}`, bytes, writable);
    repaired.push(`${layout.checks}/${month}`);
  }
  return repaired;
}

async function chainAfter(root: string, names: readonly string[]): Promise<string> {
  for (const name of names.toReversed()) {
    const { chain } = await readTail(root, name);
    if (chain !== null) return chain;
  }
  return chainStart;
}

async function continues(root: string, name: string, chain: string): Promise<boolean> {
  const [first] = await linesOf(root, [name]);
  return first === undefined || readLine(first.bytes, chain) !== null;
}

function bytesOf(lines: readonly PlacedLine[], name: string): Buffer {
  return Buffer.concat(lines.filter((line) => line.name === name).map((line) => line.bytes));
}

async function linesOf(root: string, names: readonly string[]): Promise<readonly PlacedLine[]> {
  const lines: PlacedLine[] = [];
  for (const name of names) {
    const bytes = await readFile(join(root, layout.checks, name));
    for (let from = 0; from < bytes.length;) {
      const at = bytes.indexOf(newline, from);
      const to = at === -1 ? bytes.length : at + 1;
      lines.push({ name, bytes: bytes.subarray(from, to) });
      from = to;
    }
  }
  return lines;
}
