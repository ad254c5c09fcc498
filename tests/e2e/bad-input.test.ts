import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runEmbalm } from '../support/run-embalm.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const offline = ['run', '--offline', '-o', 'out'];

test('a file that is not there is said, and the others are done', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'a.txt'), 'Nothing to see here.');
  const run = await runEmbalm([...offline, 'missing.txt', 'a.txt'], { cwd: folder.path });
  expect(run.code).toBe(2);
  expect(run.err).toContain('missing.txt');
  expect(await readdir(join(folder.path, 'out'))).toContain('a.html');
});

test('a word that is neither a file nor a command, and no word at all, lead to the help', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'a.txt'), 'https://x.com/jack/status/20');
  const near = await runEmbalm(['fnid', 'a.txt'], { cwd: folder.path });
  expect([near.code, near.err]).toEqual([
    2,
    'embalm: fnid: no such file, and no such command. Did you mean `embalm find`?\n',
  ]);
  // Of a group of commands that is loaded only when one of them is called.
  const other = await runEmbalm(['vrefy'], { cwd: folder.path });
  expect([other.code, other.err]).toEqual([2, expect.stringContaining('Did you mean `embalm verify`?')]);
  const help = await runEmbalm(['help', 'fnid'], { cwd: folder.path });
  expect([help.code, help.out, help.err]).toEqual([
    2,
    '',
    'embalm: fnid: no such command. Did you mean `embalm help find`?\n',
  ]);
  const far = await runEmbalm(['photos', 'a.txt'], { cwd: folder.path });
  expect([far.code, far.err]).toEqual([2, expect.stringContaining('`embalm --help` lists the commands.')]);
  const none = await runEmbalm([], { cwd: folder.path });
  expect([none.code, none.out, none.err]).toEqual([2, '', expect.stringMatching(/^Usage: embalm .*Examples:/s)]);
  expect(await readdir(folder.path)).toEqual(['a.txt']);
});

test.each([
  [['run', 'missing.txt'], 'missing.txt: no such file.'],
  [['archive', 'missing.txt'], 'missing.txt: no such file.'],
  [['import', 'missing.wacz'], 'missing.wacz: no such file.'],
  [['run', ''], '"": an empty name.'],
  [['run', '.'], '.: a folder without articles'],
  [['run', 'taken', '-o', 'taken'], '-o taken names the folder for pages, and there is a file of that name'],
  [['render', 'taken', '-o', 'taken'], '-o taken names the folder for pages, and there is a file of that name'],
  [['run', 'taken', '--proxy', 'socks://x'], '--proxy (or HTTPS_PROXY) takes a URL'],
  [['run', 'taken', '--archive', ''], '--archive <dir> was given an empty value'],
  [['forget', 'x:20', '--why', ''], '--why <text> was given an empty value'],
  [['run', 'taken', '--log', 'no/such/folder.har'], '--log: no/such/folder.har cannot be written'],
])('a mistake makes nothing: %j', async (args, message) => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'taken'), 'https://x.com/jack/status/20');
  const run = await runEmbalm(args, { cwd: folder.path });
  expect([run.code, run.err]).toEqual([2, expect.stringContaining(message)]);
  expect(await readdir(folder.path)).toEqual(['taken']);
});

test('a file that is refused leaves no archive behind', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'photo.json'), '{"album":"cats"}');
  const run = await runEmbalm(['import', 'photo.json'], { cwd: folder.path });
  expect([run.code, run.err]).toEqual([1, 'embalm: photo.json is refused: it names no post.\n']);
  expect(await readdir(folder.path)).toEqual(['photo.json']);
});

test('a binary file is refused with its name', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'photo.txt'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0, 0, 1]));
  const run = await runEmbalm([...offline, 'photo.txt'], { cwd: folder.path });
  expect(run.code).toBe(2);
  expect(run.err).toContain('photo.txt: not an article, but a JPEG image');
});

test('an empty article makes an empty page', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'empty.txt'), '');
  const run = await runEmbalm([...offline, 'empty.txt'], { cwd: folder.path });
  expect(run).toMatchObject({ code: 0, err: '' });
  expect(await readFile(join(folder.path, 'out/empty.html'), 'utf8')).toContain('<!doctype html>');
});

test('an article without references keeps its words and ends with 0', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'plain.txt'), 'First paragraph.\n\nSecond <b>paragraph</b> & more.');
  const run = await runEmbalm([...offline, 'plain.txt'], { cwd: folder.path });
  expect(run.code).toBe(0);
  const page = await readFile(join(folder.path, 'out/plain.html'), 'utf8');
  expect(page).toContain('First paragraph.');
  expect(page).toContain('Second &lt;b&gt;paragraph&lt;/b&gt; &amp; more.');
});

test('bytes that are not UTF-8 are replaced, and that is said once', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'latin.txt'), Buffer.from('caf\xe9 cr\xe8me and na\xefve', 'latin1'));
  const run = await runEmbalm([...offline, 'latin.txt'], { cwd: folder.path });
  expect(run.code).toBe(0);
  expect(run.err.match(/not valid/g)).toHaveLength(1);
});

test('50 MB on one line are read to the end', async () => {
  await using folder = await temporaryFolder();
  const filler =
    'lorem ipsum (@dolor) — sit amet '.repeat(100_000) + 'lorem ipsum / dolor [sit] amet, '.repeat(1_500_000);
  await writeFile(join(folder.path, 'long.txt'), `${filler} https://x.com/jack/status/20`);
  const run = await runEmbalm(['find', 'long.txt'], { cwd: folder.path });
  expect(run.code).toBe(0);
  expect(run.objects).toMatchObject([{ kind: 'post-url', post: { platform: 'x', id: '20' } }]);
});

test('a folder that is no archive is left alone', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'photos'));
  await writeFile(join(folder.path, 'photos/cat.jpg'), 'a cat');
  await writeFile(join(folder.path, 'a.txt'), 'https://x.com/jack/status/20');
  const run = await runEmbalm([...offline, 'a.txt', '--archive', 'photos'], { cwd: folder.path });
  expect(run.code).toBe(2);
  expect(run.err).toContain('photos');
  expect(await readdir(join(folder.path, 'photos'))).toEqual(['cat.jpg']);
});

test('an archive of a newer format is refused politely and left alone', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'archive'));
  const manifest = '{"format":"embalm-archive","version":99}\n';
  await writeFile(join(folder.path, 'archive/embalm.json'), manifest);
  await writeFile(join(folder.path, 'a.txt'), 'https://x.com/jack/status/20');
  const run = await runEmbalm([...offline, 'a.txt'], { cwd: folder.path });
  expect(run.code).toBe(4);
  expect(run.err).toMatch(/99/);
  expect(await readFile(join(folder.path, 'archive/embalm.json'), 'utf8')).toBe(manifest);
});

test('a page in whose place something else is is said, and its posts are kept', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'a.txt'), 'Hello. pic.twitter.com/AbCdEfGhIj — Example (@example) March 5, 2022');
  await mkdir(join(folder.path, 'out/a.html'), { recursive: true });
  const run = await runEmbalm([...offline, 'a.txt'], { cwd: folder.path });
  expect(run.code).toBe(2);
  expect(run.err).toContain('out/a.html cannot be written: there is a folder of that name');
  expect((await runEmbalm(['list'], { cwd: folder.path })).objects).toHaveLength(1);
});

test('an export where something else is, is refused as a wrong name', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'a.txt'), 'Hello. pic.twitter.com/AbCdEfGhIj — Example (@example) March 5, 2022');
  await runEmbalm([...offline, 'a.txt'], { cwd: folder.path });
  for (const [option, name] of [
    ['--wacz', 'out'],
    ['--jsonl', 'a.txt/posts.jsonl'],
    ['--bagit', 'out'],
  ] as const) {
    const run = await runEmbalm(['export', option, name, '--no-sign'], { cwd: folder.path });
    expect([run.code, run.err]).toEqual([2, expect.stringContaining(`Cannot write ${name}: `)]);
  }
  expect(await readdir(folder.path)).toEqual(expect.arrayContaining(['a.txt', 'archive', 'out']));
});

test.skipIf(!existsSync('/dev/full'))('results that cannot be written are said in a line, and end with 4', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'a.txt'), 'https://x.com/jack/status/20');
  using full = openFull();
  const run = await runEmbalm(['find', 'a.txt'], { cwd: folder.path, out: full.file });
  expect(run).toMatchObject({
    code: 4,
    err: 'embalm: Standard output cannot be written: no room is left on the disk. What was kept in an archive is safe.\n',
  });
});

/** A file that is always full. */
function openFull(): Disposable & { readonly file: number } {
  const file = openSync('/dev/full', 'w');
  return { file, [Symbol.dispose]: () => closeSync(file) };
}

test('the embeds of other platforms are said, and left as they are', async () => {
  await using folder = await temporaryFolder();
  const embed =
    '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/3kabcdefghi2x"><p>Hi</p>&mdash; A (<a href="https://bsky.app/profile/a.example">@a.example</a>) <a href="https://bsky.app/profile/a.example/post/3kabcdefghi2x">June 5, 2024 at 1:12 AM</a></blockquote>';
  await writeFile(join(folder.path, 'sky.html'), `<!doctype html><title>T</title><p>Before</p>${embed}`);
  const run = await runEmbalm(['run', '--offline', '--strict', '-o', 'out', 'sky.html'], { cwd: folder.path });
  expect(run).toMatchObject({ code: 0, err: '' });
  expect(run.objects[0]).toMatchObject({ outcome: 'unsupported', reason: 'posts of bluesky are not captured yet' });
  expect(await readFile(join(folder.path, 'out/sky.html'), 'utf8')).toContain(embed);
});

test('an unknown option says what there is', async () => {
  await using folder = await temporaryFolder();
  const run = await runEmbalm(['run', '--frobnicate', 'a.txt'], { cwd: folder.path });
  expect(run.code).toBe(2);
  expect(run.err).toMatch(/^embalm: unknown option '--frobnicate'\n/);
  expect(run.err).toContain('embalm run --help');
  const near = await runEmbalm(['list', '--josn'], { cwd: folder.path });
  expect([near.code, near.err]).toEqual([2, expect.stringContaining('(Did you mean --json?)')]);
});

test.each([
  ['--concurrency', '0'],
  ['--timeout', 'soon'],
  ['--proxy', 'socks://x'],
])('%s %s is refused', async (option, value) => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'a.txt'), '');
  const run = await runEmbalm(['run', option, value, 'a.txt'], { cwd: folder.path });
  expect(run.code).toBe(2);
  expect(run.err).toContain(option);
});
