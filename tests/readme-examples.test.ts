import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from './support/temporary-folder.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** A block of code in a page of documentation, and what the page says that it prints. */
interface Example {
  readonly file: string;
  readonly language: string;
  readonly code: string;
  readonly output: string | null;
}

const block = /^```(?<language>js|ts)\n(?<code>.*?)^```\n(?:\n(?:prints\n\n)?```\n(?<output>.*?)^```\n)?/gms;
const examples: readonly Example[] = globSync('packages/*/README.md', { cwd: root }).flatMap((file) =>
  [...readFileSync(root + file, 'utf8').matchAll(block)].map(({ groups }) => ({
    file,
    language: groups?.['language'] ?? '',
    code: groups?.['code'] ?? '',
    output: groups?.['output'] ?? null,
  })),
);
const printing = examples.filter(({ output }) => output !== null);

test('the documentation has examples, and says what some of them print', () => {
  expect(examples.length).toBeGreaterThanOrEqual(8);
  expect(printing.length).toBeGreaterThanOrEqual(3);
});

test.each(printing)('the example in $file prints what is said', async ({ code, output }) => {
  await using folder = await temporaryFolder();
  await symlink(join(root, 'tests/node_modules'), join(folder.path, 'node_modules'));
  await symlink(join(root, 'seeds'), join(folder.path, 'seeds'));
  await writeFile(join(folder.path, 'example.mts'), code);
  const options = { cwd: folder.path, encoding: 'utf8' } as const;
  expect(execFileSync(process.execPath, ['--conditions=@embalm/source', 'example.mts'], options)).toBe(output);
});

test('examples in TypeScript have the types that they need', async () => {
  await using folder = await temporaryFolder();
  const typed = examples.filter(({ language }) => language === 'ts');
  expect(typed.length).toBeGreaterThanOrEqual(5);
  await symlink(join(root, 'tests/node_modules'), join(folder.path, 'node_modules'));
  for (const [index, { code }] of typed.entries()) await writeFile(join(folder.path, `${index}.mts`), code);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    target: 'esnext',
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    skipLibCheck: true,
  };
  await writeFile(join(folder.path, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), [], { cwd: folder.path, encoding: 'utf8' });
  expect(stdout).toBe('');
});
