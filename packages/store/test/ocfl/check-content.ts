import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../list-files.ts';
import { asObject, asStrings, type Json } from './json.ts';

const algorithms = new Map([
  ['md5', 'md5'],
  ['sha1', 'sha1'],
  ['sha256', 'sha256'],
  ['sha512', 'sha512'],
  ['blake2b-512', 'blake2b512'],
]);

/** What of an object's files is not as an inventory says: OCFL 1.1, sections 3.3, 3.5.2 and 3.5.4. */
export async function checkContent(root: string, inventory: Json): Promise<readonly string[]> {
  const manifest = asObject(inventory['manifest']) ?? {};
  const faults = await checkBytes(root, String(inventory['digestAlgorithm']), manifest, 'E092');
  for (const [algorithm, block] of Object.entries(asObject(inventory['fixity']) ?? {})) {
    faults.push(...(await checkBytes(root, algorithm, asObject(block) ?? {}, 'E093')));
  }
  return faults;
}

/** Files that no inventory knows, and folders without files, in the content of a version. */
export async function checkCoverage(root: string, version: string, inventory: Json): Promise<readonly string[]> {
  const known = new Set(Object.values(asObject(inventory['manifest']) ?? {}).flatMap(asStrings));
  const content = `${version}/${contentDirectoryOf(inventory)}`;
  const faults: string[] = [];
  const files = await listFiles(join(root, content)).catch(() => []);
  for (const file of files) if (!known.has(`${content}/${file}`)) faults.push('E023');
  const entries = await readdir(join(root, content), { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isDirectory())) {
    if ((await readdir(join(entry.parentPath, entry.name))).length === 0) faults.push('E024');
  }
  return faults;
}

/** Where the content of versions is. */
export function contentDirectoryOf(inventory: Json): string {
  const name = inventory['contentDirectory'];
  return typeof name === 'string' ? name : 'content';
}

async function checkBytes(root: string, algorithm: string, block: Json, code: string): Promise<string[]> {
  const name = algorithms.get(algorithm);
  // Section 2: what is not known is passed over.
  if (name === undefined) return [];
  const faults: string[] = [];
  for (const [digest, paths] of Object.entries(block)) {
    for (const path of asStrings(paths)) {
      const bytes = await readFile(join(root, path)).catch(() => null);
      if (bytes === null || createHash(name).update(bytes).digest('hex') !== digest.toLowerCase()) faults.push(code);
    }
  }
  return faults;
}
