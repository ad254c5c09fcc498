import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { DamagedLedgerError } from '../archive-errors.ts';
import { listDirectory } from '../disk/list-directory.ts';
import { isLedgerName, layout } from '../layout.ts';
import { chainIn, maxLineBytes } from './ledger-line.ts';

/** Where a month's ledger ends. */
export interface LedgerTail {
  /** The file's name, as in `2026-11.jsonl`. */
  readonly name: string;
  /** Where the last whole line ends. */
  readonly bytes: number;
  /** The length of the file: more than `bytes` if a line was begun and never finished. */
  readonly size: number;
  /** The chain of the last whole line, or `null` if there is none. */
  readonly chain: string | null;
}

const newline = 0x0a;

/** The names of an archive's ledgers, oldest first. */
export async function ledgerNames(root: string): Promise<readonly string[]> {
  const entries = await listDirectory(join(root, layout.checks));
  return entries.filter((entry) => entry.isFile() && isLedgerName(entry.name)).map(({ name }) => name);
}

/**
 * Read where a ledger ends.
 *
 * @throws {DamagedLedgerError} If its last line cannot be continued.
 */
export async function readTail(root: string, name: string): Promise<LedgerTail> {
  const path = `${layout.checks}/${name}`;
  await using file = await open(join(root, path), 'r');
  const { size } = await file.stat();
  // Room for an unfinished line and the whole one before it.
  const buffer = Buffer.alloc(Math.min(size, 2 * maxLineBytes));
  const { bytesRead } = await file.read(buffer, 0, buffer.length, size - buffer.length);
  const end = buffer.subarray(0, bytesRead).lastIndexOf(newline) + 1;
  const bytes = size - buffer.length + end;
  if (end === 0 && size < maxLineBytes) return { name, bytes: 0, size, chain: null };
  const begin = end < 2 ? 0 : buffer.lastIndexOf(newline, end - 2) + 1;
  const chain = chainIn(buffer.subarray(begin, end));
  if (chain === null) throw new DamagedLedgerError(path, 'its last line has no chain');
  return { name, bytes, size, chain };
}
