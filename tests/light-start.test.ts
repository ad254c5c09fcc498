import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Each takes a tenth of a second or so: HTTP clients, proxies, browsers, image libraries. */
const heavy = ['undici', 'proxy-chain', 'playwright', 'sharp', 'node:http', 'node:https'];

const staticImport = /^(?:import|export) (?!type )(?:[^'"()]{0,2000}? from )?'([^']{1,200})';$/gm;

/** The file that a name leads to, or `null` for one of another project. */
function fileOf(name: string, importer: string): string | null {
  if (name.startsWith('.')) return join(dirname(importer), name);
  const [, folder, entry = '.'] = /^@embalm\/([a-z]+)(\/.+)?$/.exec(name) ?? [];
  if (folder === undefined) return null;
  const manifest = JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')) as {
    readonly exports: Readonly<Record<string, { readonly '@embalm/source': string }>>;
  };
  const source = manifest.exports[entry === '.' ? entry : `.${entry}`]?.['@embalm/source'] ?? '';
  return join(root, 'packages', folder, source);
}

/** Every file that is loaded with one, with the name of who loads it, and all that they load from elsewhere. */
function follow(start: string): { readonly files: number; readonly elsewhere: ReadonlyMap<string, string> } {
  const seen = new Set([start]);
  const elsewhere = new Map<string, string>();
  for (const file of seen) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(staticImport)) {
      const next = fileOf(name, file);
      if (next === null) elsewhere.set(name, file.slice(root.length));
      else seen.add(next);
    }
  }
  return { files: seen.size, elsewhere };
}

test('a run that finds everything archived loads no library for the network or for images', () => {
  const { files, elsewhere } = follow(join(root, 'packages/cli/src/commands/run.ts'));
  expect(files).toBeGreaterThan(300);
  expect(elsewhere.has('p-queue')).toBe(true);
  expect(heavy.filter((name) => elsewhere.has(name)).map((name) => `${elsewhere.get(name)} imports ${name}`)).toEqual(
    [],
  );
});
