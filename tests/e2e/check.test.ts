import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runEmbalm } from '../support/run-embalm.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { workFolder } from '../support/work-folder.ts';

const live =
  '\uFEFF<p>One</p>\r\n<blockquote onclick="a()">Two</blockquote>\r\n<script src="https://a.example/w.js"></script>\r\n';

test('a page that embalm made is clean, and its media are its own', async () => {
  await using folder = await workFolder();
  await folder.run(['run', 'iss.txt', '--offline', '-o', 'out', '--quiet']);
  const run = await folder.run(['check', 'out']);
  expect(run).toMatchObject({ code: 0, objects: [{ type: 'summary', pages: 1, findings: 0, fixed: 0 }] });
});

test('a page with a live embed fails, and each thing is named with its place', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'live.html'), live);
  await writeFile(join(folder.path, 'clean.html'), '<p>Clean</p>');
  const run = await runEmbalm(['check', '*.html'], { cwd: folder.path });
  expect(run.code).toBe(1);
  expect(run.objects).toMatchObject([
    { type: 'finding', source: 'live.html', line: 2, column: 13, rule: 'handler', effect: 'runs' },
    { type: 'finding', source: 'live.html', line: 3, column: 1, rule: 'script', what: 'https://a.example/w.js' },
    { type: 'summary', pages: 2, findings: 2, fixed: 0 },
  ]);
});

test('--fix takes it out and leaves every other byte; a second time changes nothing', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'live.html');
  await writeFile(path, live);
  const run = await runEmbalm(['check', '--fix', 'live.html'], { cwd: folder.path });
  expect(run).toMatchObject({ code: 0, objects: [{ type: 'summary', findings: 0, fixed: 2 }] });
  expect(await readFile(path, 'utf8')).toBe('\uFEFF<p>One</p>\r\n<blockquote>Two</blockquote>\r\n\r\n');
  const again = await runEmbalm(['check', '--fix', 'live.html'], { cwd: folder.path });
  expect(again).toMatchObject({ code: 0, objects: [{ fixed: 0 }] });
});

test('a page that is not UTF-8 is checked, and never rewritten', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'latin.html');
  const bytes = Buffer.from('<meta charset="latin1"><p onclick="a()">caf\xe9</p>', 'latin1');
  await writeFile(path, bytes);
  const run = await runEmbalm(['check', '--fix', 'latin.html'], { cwd: folder.path });
  expect(run.code).toBe(1);
  expect(run.err).toContain('not UTF-8');
  expect((await readFile(path)).equals(bytes)).toBe(true);
});

test('standard input is checked, and what must stand alone is held to it', async () => {
  await using folder = await temporaryFolder();
  const stdin = '<img src="own.png" alt="">';
  expect((await runEmbalm(['check', '-'], { cwd: folder.path, stdin })).code).toBe(0);
  expect((await runEmbalm(['check', '--self-contained', '-'], { cwd: folder.path, stdin })).code).toBe(1);
});

test.each([
  [['check', 'none.html'], 'none.html'],
  [['check', '--fix', '-'], '--fix'],
  [['check', 'a.txt'], 'no HTML'],
])('%j ends with 2', async (args, words) => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'a.txt'), 'words');
  const run = await runEmbalm(args, { cwd: folder.path, stdin: '<p>a' });
  expect(run.code).toBe(2);
  expect(run.err).toContain(words);
});
