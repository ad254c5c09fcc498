import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asObject, readObject } from './json.ts';
import { validateObject } from './validate-object.ts';

const extension = '0003-hash-and-id-n-tuple-storage-layout';

/**
 * What is wrong with an OCFL storage root and the objects in it, by the codes of the specification, version 1.1; `layout` if an
 * object is not where extension 0003 has it.
 *
 * @returns As in `E092 path/of/object`, in order; empty for a valid root.
 */
export async function validateRoot(root: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const entries = await readdir(root, { withFileTypes: true });
  const declarations = entries.filter(({ name }) => name.startsWith('0='));
  if (declarations.length === 0) faults.push('E069');
  if (declarations.length !== 1) faults.push('E076');
  for (const { name } of declarations) {
    if (!/^0=ocfl_1\.[01]$/.test(name)) faults.push('E079');
    if ((await readFile(join(root, name), 'utf8')) !== `${name.slice(2)}\n`) faults.push('E080');
  }
  const layout = entries.some(({ name }) => name === 'ocfl_layout.json')
    ? ((await readObject(join(root, 'ocfl_layout.json'))) ?? {})
    : null;
  if (layout !== null && (layout['extension'] === undefined || layout['description'] === undefined))
    faults.push('E070');
  if (layout !== null && !/^\d{4}-[a-z0-9-]+$/.test(String(layout['extension']))) faults.push('E071');
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    if (entry.name === 'extensions') {
      const inside = await readdir(join(root, 'extensions'), { withFileTypes: true });
      if (inside.some((one) => !one.isDirectory())) faults.push('E112');
    } else {
      faults.push(...(await checkHierarchy(root, entry.name)));
    }
  }
  return faults.toSorted();
}

async function checkHierarchy(root: string, path: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true });
  if (entries.length === 0) return [`E073 ${path}`];
  if (entries.some(({ name }) => name.startsWith('0=ocfl_object') || name === 'inventory.json')) {
    const faults = (await validateObject(join(root, path))).map((code) => `${code} ${path}`);
    return [...faults, ...(await checkPlace(root, path))];
  }
  const files = entries.filter((entry) => !entry.isDirectory());
  const faults = files.length > 0 ? [`E072 ${path}`, `E084 ${path}`] : [];
  if (files.length === entries.length) faults.push(`E085 ${path}`, `E088 ${path}`);
  for (const entry of entries) {
    if (entry.isDirectory()) faults.push(...(await checkHierarchy(root, `${path}/${entry.name}`)));
  }
  return faults;
}

/** Extension 0003: the id's digest in tuples, and the id, percent-encoded. */
async function checkPlace(root: string, path: string): Promise<readonly string[]> {
  const config = asObject(await readObject(join(root, 'extensions', extension, 'config.json')));
  if (config === null) return [];
  const id = String((await readObject(join(root, path, 'inventory.json')))?.['id']);
  const digest = createHash(String(config['digestAlgorithm'])).update(id).digest('hex');
  const [size, count] = [Number(config['tupleSize']), Number(config['numberOfTuples'])];
  const tuples = Array.from({ length: count }, (_, index) => digest.slice(index * size, index * size + size));
  const name = encodeURIComponent(id)
    .replaceAll(/[.!~*'()]/g, (mark) => `%${mark.codePointAt(0)?.toString(16)}`)
    .replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  const expected = [...tuples, name.length > 100 ? `${name.slice(0, 100)}-${digest}` : name].join('/');
  return path === expected ? [] : [`layout ${path}`];
}
