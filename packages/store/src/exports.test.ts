import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import * as index from './index.ts';

/** The names a module exports, each with what it is. */
async function manifestOf(file: string): Promise<readonly string[]> {
  const source = await readFile(new URL(file, import.meta.url), 'utf8');
  return [...source.matchAll(/^export (type )?\{([^}]*)\}/gm)].flatMap(
    ([, type, names = '']) => names.match(/\w+/g)?.map((name) => `${type ? 'type' : 'value'} ${name}`) ?? [],
  );
}

test('index.ts exports what its manifest says', async () => {
  const names = await manifestOf('./index.ts');
  const values = names.filter((name) => name.startsWith('value ')).map((name) => name.slice('value '.length));
  expect(values.toSorted()).toStrictEqual(Object.keys(index).toSorted());
  await expect(`${names.toSorted().join('\n')}\n`).toMatchFileSnapshot('../test/exports-index.txt');
});
