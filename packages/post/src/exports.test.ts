import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import * as decode from './decode.ts';
import * as index from './index.ts';

/** The names a module exports, each with what it is. */
async function manifestOf(file: string): Promise<readonly string[]> {
  const source = await readFile(new URL(file, import.meta.url), 'utf8');
  return [...source.matchAll(/^export (type )?\{([^}]*)\}/gm)].flatMap(
    ([, type, names = '']) => names.match(/\w+/g)?.map((name) => `${type ? 'type' : 'value'} ${name}`) ?? [],
  );
}

test.each([
  ['./index.ts', index, '../test/exports-index.txt'],
  ['./decode.ts', decode, '../test/exports-decode.txt'],
] as const)('%s exports what its manifest says', async (file, module, manifest) => {
  const names = await manifestOf(file);
  const values = names.filter((name) => name.startsWith('value ')).map((name) => name.slice('value '.length));
  expect(values.toSorted()).toStrictEqual(Object.keys(module).toSorted());
  await expect(`${names.toSorted().join('\n')}\n`).toMatchFileSnapshot(manifest);
});
