import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is wrong with the digest beside an inventory: OCFL 1.1, section 3.6. */
export async function checkSidecar(folder: string, algorithm: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, `inventory.json.${algorithm}`), 'utf8').catch(() => null);
  if (text === null) return ['E058'];
  const [, digest = ''] = /^([0-9a-fA-F]+)[ \t]+inventory\.json\s*$/.exec(text) ?? [];
  if (digest === '') return ['E061'];
  if (!['sha256', 'sha512'].includes(algorithm)) return [];
  const bytes = await readFile(join(folder, 'inventory.json'));
  return createHash(algorithm).update(bytes).digest('hex') === digest.toLowerCase() ? [] : ['E060'];
}
