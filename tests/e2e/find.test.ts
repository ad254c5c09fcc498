import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { runEmbalm } from '../support/run-embalm.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const command = fileURLToPath(new URL('../../packages/cli/bin/embalm.js', import.meta.url));
const url = 'https://x.com/jack/status/20';
const lines = Array.from({ length: 3000 }, (_, n) =>
  JSON.stringify({ n, text: n % 100 === 0 ? `See ${url}.` : 'none' }),
);

test('a folder of corpora is read in the order of its names, each record with its number', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'a.jsonl.gz'), gzipSync(lines.slice(0, 150).join('\n')));
  await writeFile(join(folder.path, 'b.csv'), `id,text\n1,none\n2,${url}\n`);
  await writeFile(join(folder.path, 'c.txt.zst'), zstdCompressSync(`${url}\n`));
  const run = await runEmbalm(['find', '.'], { cwd: folder.path });
  expect(run).toMatchObject({ code: 0, err: '' });
  expect(run.objects.map(({ source }) => source)).toEqual(['a.jsonl.gz#1', 'a.jsonl.gz#101', 'b.csv#2', 'c.txt.zst']);
  expect(run.objects[0]).toMatchObject({ kind: 'post-url', range: [4, 32], post: { platform: 'x', id: '20' } });
});

test('standard input of a format that is named is a corpus too, and the output can be CSV', async () => {
  await using folder = await temporaryFolder();
  const options = ['--format', 'jsonl', '--field', 'text', '--output', 'csv', '--workers', '2'];
  const run = await runEmbalm(['find', ...options, '-'], { cwd: folder.path, stdin: lines.join('\n') });
  const [head, first] = run.out.split('\n');
  expect(head).toMatch(/^source,kind,start,end,platform,id,/);
  expect(first).toBe(`-#1,post-url,4,32,x,20,jack,,,,${url},,1`);
  expect(run.out.trim().split('\n')).toHaveLength(31);
});

test('a bad record is said with its place, and ends nothing unless that is asked for', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'a.jsonl'), `{"text":"${url}"}\n{"text":\n{"text":"${url}"}\n`);
  const run = await runEmbalm(['find', 'a.jsonl'], { cwd: folder.path });
  expect(run.code).toBe(0);
  expect(run.objects.map(({ source }) => source)).toEqual(['a.jsonl#1', 'a.jsonl#3']);
  expect(run.err).toMatch(/^embalm: a\.jsonl#2: not valid JSON: .*\n$/);
  expect((await runEmbalm(['find', '--strict', 'a.jsonl'], { cwd: folder.path })).code).toBe(1);
});

test('a file that is cut off gives what is there', async () => {
  await using folder = await temporaryFolder();
  const packed = gzipSync(
    Array.from({ length: 20 }, (_, n) => lines.map((line) => line + String(n)).join('\n')).join('\n'),
  );
  await writeFile(join(folder.path, 'a.txt.gz'), packed.subarray(0, packed.length - 100));
  const run = await runEmbalm(['find', 'a.txt.gz'], { cwd: folder.path });
  expect(run.code).toBe(0);
  expect(run.objects.length).toBeGreaterThan(500);
  expect(run.err).toMatch(/^embalm: a\.txt\.gz: the gzip data end too early/);
});

test('it ends quietly when whoever reads has seen enough', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'a.txt'), `${url}\n`.repeat(100_000));
  const { stdout, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${command}" find a.txt | head -n 1`], {
    cwd: folder.path,
    encoding: 'utf8',
  });
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(stderr).toBe('');
});

test.each([
  ['standard input', '-'],
  ['a pipe', 'pipe'],
])('ctrl-C ends the waiting for %s', async (_, input) => {
  await using folder = await temporaryFolder();
  execFileSync('mkfifo', [join(folder.path, 'pipe')]);
  await writeFile(join(folder.path, 'a.txt'), url);
  // What is found in the first input says that the second one is waited for.
  const child = spawn(process.execPath, [command, 'find', 'a.txt', input], { cwd: folder.path });
  const err = text(child.stderr);
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([130, null]);
  expect(await err).toMatch(/^embalm: Stopped by SIGINT\./);
});

test('a folder as standard input is no empty input', async () => {
  await using folder = await temporaryFolder();
  const options = { cwd: folder.path, encoding: 'utf8' } as const;
  const run = spawnSync('sh', ['-c', `"${process.execPath}" "${command}" find - < .`], options);
  expect(run).toMatchObject({
    status: 2,
    stderr: 'embalm: Standard input is a folder, not a file. Name the folder as an input.\n',
  });
});

test('a name is said as it is, and obeyed by no terminal', async () => {
  await using folder = await temporaryFolder();
  const run = await runEmbalm(['find', '', '\u001b[2Jmissing'], { cwd: folder.path });
  expect(run).toMatchObject({
    code: 2,
    err: 'embalm: "": an empty name. Name a file, or - for standard input.\nembalm: [2Jmissing: no file matches this pattern. Check it, and the folder it counts from.\n',
  });
});

test('two processes over shards find what one finds', async () => {
  await using folder = await temporaryFolder();
  for (const n of [0, 1, 2, 3])
    await writeFile(join(folder.path, `shard-${n}.jsonl`), lines.slice(n * 700, n * 700 + 700).join('\n'));
  // As in the README of the parser.
  const script = `ls shard-*.jsonl | xargs -P 2 -I {} sh -c 'embalm() { "${process.execPath}" "${command}" "$@"; }; embalm find --json {} > {}.found'`;
  execFileSync('sh', ['-c', script], { cwd: folder.path });
  const found = (await readdir(folder.path)).filter((name) => name.endsWith('.found')).toSorted();
  const texts = await Promise.all(found.map((name) => readFile(join(folder.path, name), 'utf8')));
  const one = await runEmbalm(['find', '--json', 'shard-*.jsonl'], { cwd: folder.path });
  expect(texts.join('')).toBe(one.out);
  expect(one.objects).toHaveLength(28);
});

test('what is not needed is not loaded: no finder for text without references, and nothing that fetches or renders', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'a.txt');
  await writeFile(path, 'Nothing, and/or “nothing” (see p. 4/5).\n');
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) { process.stderr.write(url + '\\n'); return next(url, context); } });`;
  const hookUrl = `data:text/javascript,${encodeURIComponent(hook)}`;
  const { stderr, stdout } = spawnSync(process.execPath, ['--import', hookUrl, command, 'find', '--json', path], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  const loaded = stderr.trim().split('\n');
  expect(loaded.some((name) => name.includes('/parser/dist/scan/'))).toBe(true);
  expect(loaded.filter((name) => /\/(?:flattened|formats|archiver|store|renderer|htmlparser2)\//.test(name))).toEqual(
    [],
  );
});
