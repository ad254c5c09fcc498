import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DamageError } from '../archive-errors.ts';
import { putWitness, witnessesIn } from '../catalog/rows.ts';
import { layout } from '../layout.ts';
import { ledgerNames, readTail } from '../ledger/ledger-tail.ts';
import { readCheckLine } from '../ledger/read-checks.ts';
import { readLines } from '../ledger/read-lines.ts';
import { putCheckLook } from './due-rows.ts';

/**
 * Take in what the ledgers have that the index has not seen: what was looked at when, and how far they have come.
 *
 * @returns Those that could not be trusted.
 */
export async function takeInLedgers(root: string, db: DatabaseSync): Promise<readonly string[]> {
  const damaged: string[] = [];
  const known = witnessesIn(db);
  const newest = known.at(-1)?.name ?? '';
  for (const name of await ledgerNames(root)) {
    if (name < newest) continue;
    try {
      const { bytes, chain } = await readTail(root, name);
      const from = known.find((each) => each.name === name)?.bytes ?? 0;
      if (chain === null || bytes <= from) continue;
      await takeInLines(root, db, name, from);
      putWitness(db, { name, bytes, chain });
    } catch (error) {
      if (!(error instanceof DamageError)) throw error;
      damaged.push(error.path);
    }
  }
  return damaged;
}

/** A line that makes no sense is for `verify` to report. */
async function takeInLines(root: string, db: DatabaseSync, name: string, from: number): Promise<void> {
  for await (const { bytes, isWhole } of readLines(join(root, layout.checks, name), from)) {
    if (!isWhole) return;
    const check = readCheckLine(bytes);
    if (check !== null) putCheckLook(db, check);
  }
}
