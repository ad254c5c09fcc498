import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkContent, checkCoverage, contentDirectoryOf } from './check-content.ts';
import { checkInventory } from './check-inventory.ts';
import { checkSidecar } from './check-sidecar.ts';
import { asObject, asStrings, type Json, readObject } from './json.ts';

/**
 * What is wrong with an OCFL object, by the codes of the specification, version 1.1. It is a reading of its own: nothing of what
 * writes objects is used here.
 *
 * @returns Codes such as `E092`, each once, in order; empty for a valid object.
 */
export async function validateObject(root: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const entries = await readdir(root, { withFileTypes: true });
  const all = await readdir(root, { recursive: true, withFileTypes: true });
  if (all.some((entry) => !entry.isFile() && !entry.isDirectory())) faults.push('E090');
  const names = entries.map(({ name }) => name);
  const declarations = names.filter((name) => name.startsWith('0='));
  if (declarations.length !== 1) faults.push('E003');
  for (const name of declarations) {
    if (!/^0=ocfl_object_1\.[01]$/.test(name)) faults.push('E006');
    if ((await readFile(join(root, name), 'utf8')) !== `${name.slice(2)}\n`) faults.push('E007');
  }
  if (!names.includes('inventory.json')) return finish([...faults, 'E063']);
  const inventory = await readObject(join(root, 'inventory.json'));
  if (inventory === null) return finish([...faults, 'E033']);
  const algorithm = String(inventory['digestAlgorithm']);
  const isOld = String(inventory['type']).includes('/1.0/');
  if (declarations.length === 1 && isOld !== declarations[0]?.endsWith('1.0')) faults.push('E038');
  faults.push(...checkInventory(inventory), ...(await checkSidecar(root, algorithm)));

  const versions = Object.keys(asObject(inventory['versions']) ?? {});
  const own = new Set([...declarations, 'inventory.json', `inventory.json.${algorithm}`, 'logs', 'extensions']);
  for (const entry of entries) {
    if (own.has(entry.name)) continue;
    const isVersion = entry.isDirectory() && /^v\d+$/.test(entry.name);
    if (!isVersion) faults.push('E001');
    else if (!versions.includes(entry.name)) faults.push('E046');
  }
  for (const version of versions) if (!names.includes(version)) faults.push('E010');
  if (names.includes('extensions')) {
    const extensions = await readdir(join(root, 'extensions'), { withFileTypes: true });
    if (extensions.some((entry) => !entry.isDirectory())) faults.push('E067');
  }
  faults.push(...(await checkContent(root, inventory)));
  for (const version of versions.filter((name) => names.includes(name))) {
    faults.push(...(await checkVersion(root, version, inventory)), ...(await checkCoverage(root, version, inventory)));
  }
  const types = await Promise.all(
    versions.map(async (version) => (await readObject(join(root, version, 'inventory.json')))?.['type']),
  );
  const specified = [...types, inventory['type']].filter((type) => typeof type === 'string');
  if (specified.join() !== specified.toSorted().join()) faults.push('E103');
  return finish(faults);
}

/** Sections 3.3 and 3.7. */
async function checkVersion(root: string, version: string, current: Json): Promise<readonly string[]> {
  const folder = join(root, version);
  const faults: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  const algorithms = entries.map(({ name }) => /^inventory\.json\.(.+)$/.exec(name)?.[1] ?? null);
  for (const entry of entries) if (entry.isFile() && !entry.name.startsWith('inventory.json')) faults.push('E015');
  if (!entries.some(({ name }) => name === 'inventory.json')) return faults;
  const inventory = await readObject(join(folder, 'inventory.json'));
  if (inventory === null) return [...faults, 'E033'];
  const algorithm = String(inventory['digestAlgorithm']);
  if (algorithms.some((name) => name !== null && name !== algorithm)) faults.push('E059');
  faults.push(...checkInventory(inventory), ...(await checkSidecar(folder, algorithm)));
  faults.push(...(await checkContent(root, inventory)));
  if (inventory['head'] !== version) faults.push('E040');
  if (inventory['id'] !== current['id']) faults.push('E037', 'E110');
  if (contentDirectoryOf(inventory) !== contentDirectoryOf(current)) faults.push('E019', 'E020');
  if (version === current['head']) {
    const both = await Promise.all([root, folder].map((place) => readFile(join(place, 'inventory.json'))));
    if (both[0]?.equals(both[1] ?? Buffer.alloc(0)) !== true) faults.push('E064');
  }
  const byFile = algorithm !== current['digestAlgorithm'];
  for (const name of Object.keys(asObject(inventory['versions']) ?? {})) {
    if (stateOf(inventory, name, byFile) !== stateOf(current, name, byFile)) faults.push('E066');
  }
  const known = pathsOf(inventory);
  const until = Number(version.slice(1));
  if (pathsOf(current).some((path) => Number(/^v(\d+)\//.exec(path)?.[1]) <= until && !known.includes(path))) {
    faults.push('E023');
  }
  return faults;
}

function pathsOf(inventory: Json): readonly string[] {
  return Object.values(asObject(inventory['manifest']) ?? {}).flatMap(asStrings);
}

/** Which logical path has which content: digests of other algorithms may stand for the same, so files do then. */
function stateOf(inventory: Json, version: string, byFile: boolean): string {
  const manifest = asObject(inventory['manifest']) ?? {};
  const state = asObject(asObject(asObject(inventory['versions'])?.[version])?.['state']) ?? {};
  const pairs = Object.entries(state).flatMap(([digest, paths]) => {
    const content = byFile ? asStrings(manifest[digest]).toSorted()[0] : digest.toLowerCase();
    return asStrings(paths).map((path) => `${path} ${content}`);
  });
  return pairs.toSorted().join('\n');
}

function finish(faults: readonly string[]): readonly string[] {
  return [...new Set(faults)].toSorted();
}
