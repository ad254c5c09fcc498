import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import type { LedgerWitness } from '../catalog/rows.ts';
import { listDirectory } from '../disk/list-directory.ts';
import { isLedgerName, layout } from '../layout.ts';
import { chainIn, chainStart, readLine } from '../ledger/ledger-line.ts';
import { readLines } from '../ledger/read-lines.ts';
import { reasonOf, unexpectedFile, type Verification } from './verification.ts';
import type { Problem } from './verify-report.ts';

/**
 * Read every line of the ledgers, and check that each continues the one before and that none that was seen is gone.
 *
 * @returns The posts that were erased, each with the number of the last record that went.
 */
export async function verifyLedgers(
  verification: Verification,
  witnesses: readonly LedgerWitness[],
): Promise<ReadonlyMap<PostId, number>> {
  const names = await listLedgers(verification);
  const forgotten = new Map<PostId, number>();
  let chain = chainStart;
  for (const name of names) {
    verification.goOn();
    const own = witnesses.filter((each) => each.name === name);
    const reading = await readAtRest(verification.root, name, chain, own);
    for (const problem of reading.problems) verification.report(problem);
    verification.count({ checks: reading.lines });
    for (const [post, n] of reading.forgotten) forgotten.set(post, n);
    chain = reading.chain;
  }
  for (const name of new Set(witnesses.map((witness) => witness.name))) {
    if (names.includes(name)) continue;
    verification.report(problemOf(name, 'ledger-damaged', 'it is gone; the index or a checkpoint has seen it'));
  }
  return forgotten;
}

interface LedgerReading {
  readonly problems: readonly Problem[];
  readonly lines: number;
  /** What was erased: posts, and up to which record. */
  readonly forgotten: ReadonlyMap<PostId, number>;
  /** What the next ledger continues. */
  readonly chain: string;
}

/** Another program may be adding a line: an unfinished one is looked at again. */
async function readAtRest(
  root: string,
  name: string,
  start: string,
  witnesses: readonly LedgerWitness[],
): Promise<LedgerReading> {
  for (let tries = 1; ; tries += 1) {
    const reading = await readLedger(root, name, start, witnesses);
    if (tries === 4 || !reading.problems.some(({ code }) => code === 'ledger-unfinished')) return reading;
    await delay(25);
  }
}

async function readLedger(
  root: string,
  name: string,
  start: string,
  witnesses: readonly LedgerWitness[],
): Promise<LedgerReading> {
  const problems: Problem[] = [];
  let chain = start;
  let lines = 0;
  const forgotten = new Map<PostId, number>();
  const unmet = new Set(witnesses);
  try {
    for await (const { bytes, end, isWhole } of readLines(join(root, layout.checks, name))) {
      lines += 1;
      if (!isWhole) {
        problems.push(problemOf(name, 'ledger-unfinished', `line ${lines} was begun and not finished, or is cut`));
        break;
      }
      const entry = readLine(bytes, chain);
      if (entry?.kind === 'forget') forgotten.set(entry.post, entry.n);
      if (entry === null) {
        problems.push(problemOf(name, 'ledger-damaged', `line ${lines} is damaged, or the one before it is another`));
      }
      chain = chainIn(bytes) ?? chain;
      for (const witness of unmet) if (end === witness.bytes && chain === witness.chain) unmet.delete(witness);
    }
  } catch (error) {
    problems.push(problemOf(name, 'ledger-damaged', `it cannot be read: ${reasonOf(error)}`));
  }
  for (const { bytes } of unmet) {
    const message = `it is cut or changed: the index or a checkpoint has seen ${bytes} bytes of it`;
    problems.push(problemOf(name, 'ledger-damaged', message));
  }
  return { problems, lines, forgotten, chain };
}

function problemOf(name: string, code: Problem['code'], message: string): Problem {
  return { code, path: `${layout.checks}/${name}`, message, post: null };
}

async function listLedgers({ root, report }: Verification): Promise<readonly string[]> {
  const names: string[] = [];
  for (const entry of await listDirectory(join(root, layout.checks))) {
    if (entry.isFile() && isLedgerName(entry.name)) names.push(entry.name);
    else report(unexpectedFile(`${layout.checks}/${entry.name}`));
  }
  return names;
}
