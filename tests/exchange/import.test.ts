import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { validateRoot } from '../../packages/store/test/ocfl/validate-root.ts';
import { validateBag } from '../../packages/store/test/validate-bag.ts';
import { type WorkFolder, workFolder } from '../support/work-folder.ts';

const post = {
  id_str: '20',
  created_at: 'Tue Mar 21 20:50:14 +0000 2006',
  full_text: 'just setting up my twttr',
  user: { id_str: '12', name: 'jack', screen_name: 'jack' },
};

let folder: WorkFolder;

beforeAll(async () => {
  folder = await workFolder();
  await writeFile(join(folder.path, 'jack.json.gz'), gzipSync(JSON.stringify(post)));
  await writeFile(join(folder.path, 'bad.zip'), 'PK\u0003\u0004');
});

afterAll(() => folder[Symbol.asyncDispose]());

test('a bad file is named and does not stop the others', async () => {
  const { code, err, objects } = await folder.run(['import', 'bad.zip', 'nothing.warc', 'jack.json.gz']);
  expect(code).toBe(2);
  expect((await folder.run(['import', 'bad.zip'])).code).toBe(1);
  const lines = err.trim().split('\n');
  expect(lines[0]).toMatch(/^embalm: nothing\.warc: no such file\./);
  expect(lines[1]).toMatch(/^embalm: bad\.zip is refused: it is no ZIP file that can be read: /);
  expect(lines).toHaveLength(2);
  expect(objects).toMatchObject([{ type: 'import', file: 'jack.json.gz', kind: 'payload', added: 1, known: 0 }]);
});

test('what is imported is listed, rendered and exported; a second time nothing is added', async () => {
  const again = await folder.run(['import', 'jack.json.gz']);
  expect([again.code, again.objects[0]?.['added'], again.objects[0]?.['known']]).toEqual([0, 0, 1]);
  const listed = await folder.run(['list', '--author', 'jack']);
  expect(listed.objects).toMatchObject([{ post: 'x:20', n: 1, state: 'live', source: 'import:payload' }]);
  const embedded = await folder.run(['embed', '20']);
  expect(embedded.out).toContain('just setting up my twttr');
  const exported = await folder.run(['export', '--wacz', 'out/jack.wacz', '20']);
  expect(exported.objects).toMatchObject([{ posts: 1, snapshots: 1 }]);
  const toOutput = await folder.run(['export', '--wacz', '-', '20', '--no-sign']);
  expect(toOutput.out.startsWith('PK')).toBe(true);
  expect((await readFile(join(folder.path, 'out/jack.wacz'))).toString('latin1', 0, 2)).toBe('PK');
  expect(await folder.sources()).toContain('import:payload');
});

test('what is imported is put into a bag', async () => {
  const exported = await folder.run(['export', '--bagit', 'bags/jack', '--bagging-date', '2026-11-22', '20']);
  expect(exported.objects).toMatchObject([{ type: 'export', file: 'bags/jack', posts: 1, snapshots: 1 }]);
  expect(await validateBag(join(folder.path, 'bags/jack'))).toStrictEqual([]);
});

test('what is imported is put into a storage root, once', async () => {
  const exported = await folder.run(['export', '--ocfl', 'roots/jack']);
  expect(exported.objects).toMatchObject([{ file: 'roots/jack', posts: 1, versions: 1, unchanged: 0 }]);
  expect(await validateRoot(join(folder.path, 'roots/jack'))).toStrictEqual([]);
  expect((await folder.run(['export', '--ocfl', 'roots/jack'])).objects).toMatchObject([{ versions: 0, unchanged: 1 }]);
});

test.each([
  [['export'], 2, 'needs to know what to write'],
  [['export', '--bagit', 'a', '--jsonl', 'b.jsonl'], 2, 'cannot be used with'],
  [['export', '--bagit', 'a', '--bagging-date', '2026-02-30'], 2, 'Expected a day, as in'],
  [['export', '--ocfl', 'out', '20'], 2, 'it is none of OCFL 1.1'],
  [['export', '--bagit', 'out', '20'], 2, 'there is something in that folder'],
  [['export', '--wacz', 'a.wacz', '--author', 'nobody'], 2, 'there is nothing to export'],
  [['export', '--wacz', 'a.wacz', '20', '--author', 'jack'], 2, 'not both'],
  [['export', '--wacz', 'out', '20'], 2, 'there is a folder of that name'],
])('%j ends with %i', async (args, code, message) => {
  const run = await folder.run(args);
  expect(run.err).toContain(message);
  expect(run.code).toBe(code);
});
