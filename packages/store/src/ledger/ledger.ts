import { join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { type DurableFiles, writeFully } from '../disk/durable-files.ts';
import { layout } from '../layout.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { type ForgetEntry, parseForgetEntry } from '../forget/forget-entry.ts';
import { type Check, parseCheckEntry } from './check.ts';
import { withLedgerLock } from './ledger-lock.ts';
import { chainStart, type LedgerEntry, maxLineBytes, writeLine } from './ledger-line.ts';
import { ledgerNames, type LedgerTail, readTail } from './ledger-tail.ts';

/** The ledger of checks: one file a month, one line a check, each line chained to the one before. */
export interface Ledger {
  /**
   * Add a check; when this resolves it is on the disk.
   *
   * @throws {ShapeError} If the check is not as its type says.
   * @throws {RangeError} If it makes a line of more than 64 KiB.
   * @throws {DamagedLedgerError} If there is no sound end to go on from.
   */
  append(check: Check): Promise<void>;
  /** Add a line that says what was erased. @throws As {@link append}. */
  appendForget(entry: ForgetEntry): Promise<void>;
}

/** Open the ledger of an archive. Several programs may add to it: each holds a lock for the length of one line. */
export function createLedger(root: string, disk: Disk, files: DurableFiles, now: () => Date): Ledger {
  const directory = join(root, layout.checks);
  const flushed = new Set<string>();
  const inTurn = oneAtATime();
  return {
    append: (check) => inTurn(() => append(parseCheckEntry({ ...check, kind: 'check' }))),
    appendForget: (entry) => inTurn(() => append(parseForgetEntry(entry))),
  };

  async function append(entry: LedgerEntry): Promise<void> {
    await files.ensureDirectory(directory);
    await withLedgerLock(root, disk, files, async () => {
      const names = await ledgerNames(root);
      const line = writeLine(entry, await lastChain(names));
      if (line.length > maxLineBytes) throw new RangeError(`A line of ${line.length} bytes is too long to keep`);
      const name = currentName(names.at(-1) ?? '');
      await appendLine(name, names.includes(name) ? await readTail(root, name) : null, line);
    });
  }

  /** A clock that goes back must not continue an older month: the chain runs on from file to file. */
  function currentName(newest: string): string {
    const name = `${now().toISOString().slice(0, 7)}.jsonl`;
    return name > newest ? name : newest;
  }

  async function lastChain(names: readonly string[]): Promise<string> {
    for (const name of names.toReversed()) {
      const { chain } = await readTail(root, name);
      if (chain !== null) return chain;
    }
    return chainStart;
  }

  async function appendLine(name: string, tail: LedgerTail | null, line: Uint8Array): Promise<void> {
    const path = join(directory, name);
    const end = tail?.bytes ?? 0;
    const file = await disk.openToAppend(path);
    try {
      // What follows the last whole line was never acknowledged.
      if (tail !== null && tail.size > end) await file.truncate(end);
      try {
        await writeFully(file, line, end);
        await file.sync();
      } catch (error) {
        await file.truncate(end).catch(() => null);
        throw error;
      }
    } finally {
      await file.close();
    }
    // Whoever made the file may have died before its name was on the disk.
    if (flushed.has(name)) return;
    await files.syncDirectory(directory);
    flushed.add(name);
  }
}
