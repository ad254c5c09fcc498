import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly '@embalm/source': string }>>;
}

const packages = ['post', 'parser', 'store', 'archiver', 'renderer', 'cli'] as const;

/** What others can import is written down, a name a line: changing it is a decision, not an accident. */
test.each(packages)('%s exports what its exports.txt says', async (name) => {
  const folder = fileURLToPath(new URL(`../packages/${name}`, import.meta.url));
  const manifest = JSON.parse(await readFile(`${folder}/package.json`, 'utf8')) as Manifest;
  const lines: string[] = [];
  for (const [entry, target] of Object.entries(manifest.exports)) {
    lines.push(`${manifest.name}${entry.slice(1)}`);
    if (typeof target === 'string') continue;
    const file = `${folder}/${target['@embalm/source']}`;
    const module = (await import(file)) as Readonly<Record<string, unknown>>;
    const values = Object.entries(module).map(([key, value]) => `  ${key}: ${typeof value}`);
    lines.push(...values.toSorted(), ...typesOf(await readFile(file, 'utf8')));
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`${folder}/exports.txt`);
});

/** Entries only re-export: `export type { A, B } from` and `export { type A, b } from`. */
function typesOf(source: string): readonly string[] {
  const names = [...source.matchAll(/^export (type )?\{([^}]*)\}/gm)].flatMap(([, all, list = '']) =>
    list
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '' && (all !== undefined || item.startsWith('type ')))
      .map((item) => `  type ${item.replace(/^type /, '')}`),
  );
  return names.toSorted();
}
