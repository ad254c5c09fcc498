import { checkPaths, contentCodes, logicalCodes } from './check-paths.ts';
import { asObject, asStrings, type Json } from './json.ts';

/** RFC 3339 with seconds and a zone. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const knownKeys = new Set([
  'id',
  'type',
  'digestAlgorithm',
  'head',
  'contentDirectory',
  'manifest',
  'versions',
  'fixity',
]);
const strongDigests = new Set<unknown>(['sha256', 'sha512']);

/** What is wrong with an inventory by itself: OCFL 1.1, section 3.5. Codes of the specification. */
export function checkInventory(inventory: Json): readonly string[] {
  const { id, type, digestAlgorithm, head, contentDirectory, manifest, fixity } = inventory;
  const faults: string[] = [];
  for (const value of [id, type, digestAlgorithm, head]) if (value === undefined) faults.push('E036');
  if (Object.keys(inventory).some((key) => !knownKeys.has(key))) faults.push('E102');
  if (id !== undefined && (typeof id !== 'string' || id === '')) faults.push('E037');
  if (!/^https:\/\/ocfl\.io\/1\.[01]\/spec\/#inventory$/.test(String(type))) faults.push('E038');
  if (digestAlgorithm !== undefined && !strongDigests.has(digestAlgorithm)) faults.push('E025');
  if (typeof contentDirectory === 'string' && contentDirectory.includes('/')) faults.push('E017');
  if (contentDirectory === '.' || contentDirectory === '..') faults.push('E018');
  if (manifest === undefined) faults.push('E041');
  else if (asObject(manifest) === null) faults.push('E106');
  faults.push(...checkDigests(asObject(manifest) ?? {}, 'E096', 'E092'));
  faults.push(...checkVersions(inventory));
  if (fixity !== undefined) faults.push(...checkFixity(fixity));
  return faults;
}

function checkVersions(inventory: Json): readonly string[] {
  const { head, manifest } = inventory;
  const versions = asObject(inventory['versions']);
  if (versions === null) return [inventory['versions'] === undefined ? 'E043' : 'E044'];
  const names = Object.keys(versions);
  const faults = checkNames(names);
  const numbers = names.map((name) => Number(name.replace(/^v/, '')));
  const newest = names[numbers.indexOf(Math.max(...numbers))];
  if (head !== undefined && head !== newest) faults.push('E040');
  const known = new Set(Object.keys(asObject(manifest) ?? {}));
  const used = new Set<string>();
  for (const value of Object.values(versions)) {
    const version = asObject(value);
    if (version === null) faults.push('E047');
    else faults.push(...checkVersion(version, known, used));
  }
  if ([...known].some((digest) => !used.has(digest))) faults.push('E107');
  return faults;
}

function checkNames(names: readonly string[]): string[] {
  if (names.length === 0) return ['E008'];
  const faults: string[] = [];
  if (names.some((name) => !/^v\d+$/.test(name))) faults.push('E046');
  const isPadded = names.some((name) => name.startsWith('v0'));
  if (isPadded && names.some((name) => !name.startsWith('v0'))) faults.push('E011', 'E013');
  if (isPadded && new Set(names.map((name) => name.length)).size > 1) faults.push('E012', 'E013');
  const numbers = new Set(names.map((name) => Number(name.slice(1))));
  if (!numbers.has(1)) faults.push('E009');
  if (names.some((_, index) => !numbers.has(index + 1))) faults.push('E010');
  return faults;
}

function checkVersion(version: Json, known: ReadonlySet<string>, used: Set<string>): readonly string[] {
  const { created, message, user } = version;
  const faults: string[] = [];
  if (created === undefined || version['state'] === undefined) faults.push('E048');
  if (created !== undefined && !(typeof created === 'string' && instant.test(created))) faults.push('E049');
  if (message !== undefined && typeof message !== 'string') faults.push('E094');
  const name = asObject(user)?.['name'];
  if (user !== undefined && (typeof name !== 'string' || name === '')) faults.push('E054');
  const state = asObject(version['state']);
  if (state === null) return version['state'] === undefined ? faults : [...faults, 'E050'];
  for (const [digest, paths] of Object.entries(state)) {
    if (!known.has(digest)) faults.push('E050');
    if (!Array.isArray(paths)) faults.push('E051');
    used.add(digest);
  }
  return [...faults, ...checkPaths(Object.values(state).flatMap(asStrings), logicalCodes)];
}

function checkFixity(fixity: unknown): readonly string[] {
  const blocks = asObject(fixity);
  if (blocks === null) return ['E111'];
  return Object.values(blocks).flatMap((block) => {
    const digests = asObject(block);
    return digests === null ? ['E057'] : checkDigests(digests, 'E097', 'E057');
  });
}

function checkDigests(block: Json, twice: string, notList: string): readonly string[] {
  const digests = Object.keys(block).map((digest) => digest.toLowerCase());
  const faults: string[] = [...checkPaths(Object.values(block).flatMap(asStrings), contentCodes)];
  if (new Set(digests).size < digests.length) faults.push(twice);
  if (Object.values(block).some((paths) => asStrings(paths).length === 0)) faults.push(notList);
  return faults;
}
