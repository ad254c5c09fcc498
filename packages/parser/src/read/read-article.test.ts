import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from './input-error.ts';
import { readArticle } from './read-article.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embalm-read-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function errorOf(reading: Promise<unknown>): Promise<InputError> {
  const error: unknown = await reading.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw new Error(`Expected an InputError, got ${String(error)}`);
  return error;
}

async function* stream(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* chunks;
}

describe('readArticle', () => {
  it('reads a file', async () => {
    const path = await write('one.txt', 'Один');
    expect(await readArticle(path)).toEqual({
      source: path,
      format: 'text',
      text: 'Один',
      encoding: 'utf-8',
      replacements: 0,
    });
  });

  it('reads standard input', async () => {
    const bytes = new TextEncoder().encode('Один');
    // A character may be cut by the end of a chunk.
    const article = await readArticle('-', { stdin: stream(bytes.subarray(0, 3), bytes.subarray(3), ' два') });
    expect(article).toMatchObject({ source: '-', format: 'text', text: 'Один два', replacements: 0 });
  });

  it('takes an empty file for an article', async () => {
    expect(await readArticle(await write('empty.txt', ''))).toMatchObject({ text: '', format: 'text' });
  });

  it.each([
    ['page.html', 'text', 'html'],
    ['page.HTM', 'text', 'html'],
    ['page.txt', '<p>text</p>', 'text'],
    ['page.md', '<p>text</p>', 'markdown'],
    ['page.markdown', 'text', 'markdown'],
    ['page.mdx', '<Tweet id="20" />', 'markdown'],
    ['page', '<!DOCTYPE html><p>text</p>', 'html'],
    ['page.dat', ' \n<blockquote class="twitter-tweet">', 'html'],
    ['page.dat', 'a <p> b', 'text'],
    ['page.dat', '<someone> said', 'text'],
  ])('tells the format of %s with %j: %s', async (name, content, format) => {
    expect((await readArticle(await write(name, content))).format).toBe(format);
  });

  it('takes the format it is given', async () => {
    expect((await readArticle(await write('page.txt', '<p>'), { format: 'html' })).format).toBe('html');
  });

  it('reads a line of 50 MB', async () => {
    const path = await write('long.txt', 'a'.repeat(50_000_000));
    expect((await readArticle(path)).text).toHaveLength(50_000_000);
  });
});

describe('encodings', () => {
  it.each([
    ['a UTF-8 byte order mark', Buffer.from('\uFEFFé'), 'utf-8'],
    ['a UTF-16 byte order mark', Buffer.from('\uFEFFé', 'utf16le'), 'utf-16le'],
    ['a big-endian one', Buffer.from('\uFEFFé', 'utf16le').swap16(), 'utf-16be'],
  ])('are told by %s, which is no part of the text', async (_, bytes, encoding) => {
    expect(await readArticle(await write('mark.txt', bytes))).toMatchObject({ text: 'é', encoding, replacements: 0 });
  });

  it.each([
    ['<meta charset="windows-1251">', 'windows-1251'],
    ["<META http-equiv='Content-Type' content='text/html; charset=windows-1251'>", 'windows-1251'],
    ['<meta name="a" content="b"><meta charset=cp1251 />', 'windows-1251'],
  ])('are told by %s', async (meta, encoding) => {
    const bytes = Buffer.concat([Buffer.from(`<html>${meta}`), Buffer.from([0xcf, 0xf0, 0xe8])]);
    expect(await readArticle(await write('meta.html', bytes))).toMatchObject({ text: `<html>${meta}При`, encoding });
  });

  it.each(['<meta charset="utf-16le">é', '<meta charset="no-such-thing">é', '<p>é'])(
    'are UTF-8 where nothing else is sure: %s',
    async (html) => {
      expect(await readArticle(await write('meta.html', html))).toMatchObject({ text: html, encoding: 'utf-8' });
    },
  );

  it('counts what is not valid, but not the U+FFFD of the input', async () => {
    const bytes = Buffer.concat([Buffer.from('a\uFFFDb'), Buffer.from([0xff, 0x63, 0xc3])]);
    expect(await readArticle(await write('broken.txt', bytes))).toMatchObject({
      text: 'a\uFFFDb\uFFFDc\uFFFD',
      replacements: 2,
    });
  });

  it('counts halves of UTF-16 pairs', async () => {
    const bytes = Buffer.from('\uFEFF\uFFFDa\uD83Db', 'utf16le');
    expect(await readArticle(await write('broken16.txt', bytes))).toMatchObject({
      text: '\uFFFDa\uFFFDb',
      replacements: 1,
    });
  });
});

describe('inputs that are no articles', () => {
  it('may be missing', async () => {
    const path = join(folder, 'nothing.txt');
    const error = await errorOf(readArticle(path));
    expect(error.code).toBe('missing');
    expect(error.message).toBe(`${path}: no such file. Check the name, and the folder it counts from.`);
  });

  it('may be a pattern that nothing matches', async () => {
    const path = join(folder, 'none', '*.md');
    const error = await errorOf(readArticle(path));
    expect(error.message).toBe(`${path}: no file matches this pattern. Check it, and the folder it counts from.`);
  });

  it('may be a folder', async () => {
    const path = join(folder, 'a-folder');
    await mkdir(path);
    const error = await errorOf(readArticle(path));
    expect(error.code).toBe('folder');
    expect(error.message).toBe(
      `${path}: a folder without articles, which are files in .txt, .md, .markdown, .mdx, .html, .htm. Name a file in it.`,
    );
  });

  it('may be unreadable', async () => {
    const path = join(folder, 'circle.txt');
    await symlink(path, path);
    const error = await errorOf(readArticle(path));
    expect(error).toMatchObject({ code: 'unreadable', input: path, cause: { code: 'ELOOP' } });
  });

  it('may be a URL', async () => {
    const error = await errorOf(readArticle('https://example.com/article'));
    expect(error.code).toBe('url');
    expect(error.message).toBe(
      'https://example.com/article: a web address, not a file. Save the page to a file, and give that.',
    );
  });

  it.each([
    ['binary data: it has NUL bytes', Buffer.from('a\0b')],
    [
      'binary data: it has NUL bytes. If it is text in UTF-16, save it with a byte order mark',
      Buffer.from('abc', 'utf16le'),
    ],
    ['a PDF document', Buffer.from('%PDF-1.7\n')],
    ['gzip data', Buffer.from([0x1f, 0x8b, 0x08, 0x00])],
    ['bzip2 data', Buffer.from('BZh91AY&SY')],
    ['a tar archive', Buffer.from(`${'a.txt'.padEnd(257, '\0')}ustar  \0`)],
    ['a PNG image', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ['text in UTF-32', Buffer.from('\uFEFF\0a\0', 'utf16le')],
  ])('may be %s', async (kind, bytes) => {
    const path = await write('binary.txt', bytes);
    const error = await errorOf(readArticle(path));
    expect(error.code).toBe('binary');
    expect(error.message).toContain(`${path}: not an article, but ${kind}`);
  });

  it('may be too large, as a file and as a stream', async () => {
    const path = await write('large.txt', 'a'.repeat(2048));
    const stdin = stream('a'.repeat(1000), 'a'.repeat(1000));
    expect(await errorOf(readArticle(path, { maxBytes: 1024 }))).toMatchObject({ code: 'too-large' });
    expect(await errorOf(readArticle('-', { maxBytes: 1024, stdin }))).toMatchObject({ code: 'too-large' });
  });
});
