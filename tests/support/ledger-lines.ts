import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The lines of an archive's ledger, all months of it; none if it has no ledger. */
export async function ledgerLines(archive: string): Promise<readonly string[]> {
  const names = await readdir(join(archive, 'checks')).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(join(archive, 'checks', name), 'utf8')));
  return texts.flatMap((text) => text.split('\n').slice(0, -1));
}
