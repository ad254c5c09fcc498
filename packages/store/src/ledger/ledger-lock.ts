import { join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import type { DurableFiles } from '../disk/durable-files.ts';
import { layout } from '../layout.ts';
import { withPatience } from '../sqlite/with-patience.ts';

/** The file that is locked. It stays empty, and stays: who removed it would have two locks. */
export const lockName = 'ledger.lock';

/**
 * Run while the ledger is held against other programs. Node has no `flock`; SQLite's lock on an empty database is the
 * system's own, and the system lets go of it when a program dies.
 */
export async function withLedgerLock(
  root: string,
  disk: Disk,
  files: DurableFiles,
  run: () => Promise<void>,
): Promise<void> {
  const directory = join(root, layout.temporaries);
  const path = join(directory, lockName);
  await files.ensureDirectory(directory);
  // Made here because SQLite would not say why it cannot.
  await (await disk.openToAppend(path)).close();
  const { DatabaseSync } = await import('node:sqlite');
  const db = new DatabaseSync(path, { timeout: 0 });
  try {
    await withPatience(60_000, () => db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;'));
    await run();
  } finally {
    db.close();
  }
}
