import { expect, it } from 'vitest';
import * as parser from './index.ts';
import * as read from './read.ts';

function list(entry: string, module: object): string {
  return [entry, ...Object.entries(module).map(([name, value]) => `  ${name}: ${typeof value}`), ''].join('\n');
}

it('exports what test/exports.txt says', async () => {
  const exported = list('@embalm/parser', parser) + list('@embalm/parser/read', read);
  await expect(exported).toMatchFileSnapshot('../test/exports.txt');
});
