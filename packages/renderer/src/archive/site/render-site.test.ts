import { chmod, mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findReferences } from '@embalm/parser';
import type { Reference } from '@embalm/post';
import { describe, expect, test } from 'vitest';
import { makeImage } from '../../../test/make-image.ts';
import { makePost } from '../../../test/make-post.ts';
import { openTestArchive, type TestArchive } from '../../../test/test-archive.ts';
import { renderSite } from './render-site.ts';
import { readSiteManifest, SiteManifestError, writeSiteManifest } from './site-manifest.ts';

const url = 'https://twitter.com/orbitwatch/status/1500127395262201857';
const photo = { type: 'photo', url: 'https://pbs.example/1.jpg', width: 600, height: 400, alt: null } as const;
const page = `\u{FEFF}<!doctype html><head></head>\r\n<p>Één</p>\n<p><a href="${url}">${url}</a></p><p>End`;
const plain = '<p>Nothing here</p>';

/** A site with a post on two of its pages, and what the archive has of it. */
async function openSite(): Promise<TestArchive & { readonly site: string; readonly read: string[] }> {
  const store = await openTestArchive();
  const site = join(store.directory, 'public');
  await write(join(site, 'index.html'), page);
  await write(join(site, 'a/deep/index.htm'), page);
  await write(join(site, 'plain.html'), plain);
  await write(join(site, '.git/x.html'), page);
  return { ...store, site, read: [] };
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

async function commitPost(store: TestArchive): Promise<void> {
  const file = await store.keep('photo', photo.url, 'image/jpeg', await makeImage(600, 400));
  await store.commit({ content: makePost({ media: [photo] }), files: { 'media/1.jpg': file } });
}

/** Render, and tell what became of each page. @param read Gets the pages that are parsed. */
async function render({ archive, site, read }: Awaited<ReturnType<typeof openSite>>): Promise<string> {
  read.length = 0;
  const pages = await renderSite(archive, site, (html) => {
    read.push(html);
    return findInPage(html);
  });
  return pages.map(({ outcome }) => outcome).join(' ');
}

function findInPage(html: string): readonly Reference[] {
  return findReferences(html, { format: 'html' });
}

async function bytesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await readFile(file, 'latin1')])));
}

test('posts come into all pages, their media into one folder, and again nothing is read or changed', async () => {
  await using store = await openSite();
  await commitPost(store);
  expect(await render(store)).toBe('rewritten rewritten read');
  const html = await readFile(join(store.site, 'index.html'), 'utf8');
  expect(html).toMatch(
    /^\u{FEFF}<!doctype html><head><style>[^]*<\/head>\r\n<p>Één<\/p>\n<article class="embalm[^]*<p>End$/u,
  );
  expect(html).toMatch(/src="embalm-media\/[0-9a-f]{24}\.webp"/);
  expect(await readFile(join(store.site, 'a/deep/index.htm'), 'utf8')).toContain('src="../../embalm-media/');
  expect(await readFile(join(store.site, '.git/x.html'), 'utf8')).toBe(page);
  const before = await bytesOf(store.site);
  expect(await render(store)).toBe('same same same');
  expect(store.read).toEqual([]);
  expect(await bytesOf(store.site)).toEqual(before);
});

test('the manifest says what was replaced where, so that the page as it was built can be had again', async () => {
  await using store = await openSite();
  await commitPost(store);
  await render(store);
  const rewrite = (await readSiteManifest(store.site))?.pages.get('index.html')?.rewrite;
  expect(rewrite?.edits.map(({ post }) => post)).toEqual([null, makePost().id]);
  expect(rewrite?.edits[1]?.original).toBe(`<p><a href="${url}">${url}</a></p>`);
  let html = (await readFile(join(store.site, 'index.html'))).toString();
  for (const { at, original, length } of rewrite?.edits ?? []) {
    html = html.slice(0, at) + original + html.slice(at + length);
  }
  // Each edit was undone before the next, so that what stands before it is as it was.
  expect(html).toBe(page);
});

test('a page of other times but the same bytes is read and not parsed; one with other bytes is rendered', async () => {
  await using store = await openSite();
  await commitPost(store);
  await render(store);
  await utimes(join(store.site, 'plain.html'), 1, 1);
  expect(await render(store)).toBe('same same same');
  expect(store.read).toEqual([]);
  await write(join(store.site, 'index.html'), page.replace('End', 'Built again'));
  expect(await render(store)).toBe('same rewritten same');
});

test('pages with posts that the archive had not are rendered when it has them', async () => {
  await using store = await openSite();
  expect(await render(store)).toBe('read read read');
  expect(await render(store)).toBe('same same same');
  await commitPost(store);
  expect(await render(store)).toBe('rewritten rewritten same');
  expect(store.read).toHaveLength(2);
});

/** What stands in the place of the references: all else is as it was built. */
async function postsOf({ site }: { readonly site: string }): Promise<string> {
  const html = await readFile(join(site, 'index.html'), 'utf8');
  const [, styles, post] =
    /^\u{FEFF}<!doctype html><head>(<style>[^]*<\/style>)<\/head>\r\n<p>Één<\/p>\n(<article class="embalm[^]*<\/article>)<p>End$/u.exec(
      html,
    ) ?? [];
  expect(styles).toBeDefined();
  return String(post);
}

describe('a page that has its posts', () => {
  const deletion = { state: 'deleted', source: 'x-embed', at: '2022-04-01T00:00:00.000Z', reason: null } as const;

  test('is made again when the archive learns that one is deleted, or captures it anew', async () => {
    await using store = await openSite();
    await commitPost(store);
    await render(store);
    expect(await postsOf(store)).not.toContain('em-gone');
    await store.commit({ content: null, observation: deletion, capturedAt: deletion.at });
    expect(await render(store)).toBe('rewritten rewritten same');
    expect(await postsOf(store)).toContain('em-gone');
    await store.commit({ content: makePost({ text: 'Edited', entities: [] }), capturedAt: '2022-05-01T00:00:00.000Z' });
    expect(await render(store)).toBe('rewritten rewritten same');
    expect(await postsOf(store)).toContain('Edited');
    const before = await bytesOf(store.site);
    expect(await render(store)).toBe('same same same');
    expect(await bytesOf(store.site)).toEqual(before);
  });

  test('is made again when the post that one answers is archived', async () => {
    await using store = await openSite();
    const answered = makePost({ id: 'x:1500127395262201000', text: 'The question', entities: [] });
    await store.commit({ content: makePost({ replyTo: { id: answered.id, handle: 'orbitwatch' } }) });
    await render(store);
    await store.commit({ content: answered });
    expect(await render(store)).toBe('rewritten rewritten same');
    expect(await postsOf(store)).toContain('The question');
  });

  test('stays when a new record shows nothing else, and that is remembered', async () => {
    await using store = await openSite();
    await commitPost(store);
    await render(store);
    const pages = await bytesOf(store.site);
    await store.commit({
      content: null,
      observation: { ...deletion, state: 'unreachable' },
      capturedAt: deletion.at,
    });
    expect(await render(store)).toBe('read read same');
    expect(await render(store)).toBe('same same same');
    const after = await bytesOf(store.site);
    const manifest = join(store.site, '.embalm-site.json');
    expect({ ...after, [manifest]: '' }).toEqual({ ...pages, [manifest]: '' });
  });

  test('is made again with other options, and is as it was built once the archive has the post no longer', async () => {
    await using store = await openSite();
    await commitPost(store);
    await render(store);
    await renderSite(store.archive, store.site, findInPage, { compact: true });
    expect(await postsOf(store)).toContain('em-compact');
    await store.archive.forget(makePost().id, { why: 'asked for' });
    expect(await render(store)).toBe('rewritten rewritten read');
    expect(await readFile(join(store.site, 'index.html'), 'utf8')).toBe(page);
  });

  test('is left as somebody else has written it since, but for what is not in it yet', async () => {
    await using store = await openSite();
    await commitPost(store);
    await render(store);
    const path = join(store.site, 'index.html');
    const changed = (await readFile(path, 'utf8')).replace('End', 'The end');
    await write(path, changed);
    await store.commit({ content: null, observation: deletion, capturedAt: deletion.at });
    expect(await render(store)).toBe('rewritten read same');
    expect(await readFile(path, 'utf8')).toBe(changed);
  });
});

test('a page that somebody writes at the same time, or that is not UTF-8, is left', async () => {
  await using store = await openSite();
  await commitPost(store);
  const latin = Buffer.concat([Buffer.from(page), Buffer.from([0xe9])]);
  await write(join(store.site, 'a/deep/index.htm'), latin);
  await write(join(store.site, 'plain.html'), `<meta charset="windows-1252">${page}`);
  const written = `${page} by somebody else`;
  const pages = await renderSite(
    {
      ...store.archive,
      readOnly: true,
      resolve: async (name) => {
        await writeFile(join(store.site, 'index.html'), written);
        return store.archive.resolve(name);
      },
    },
    store.site,
    findInPage,
  );
  expect(pages.map(({ reason }) => reason)).toEqual(['encoding', 'changed', 'encoding']);
  expect(await readFile(join(store.site, 'index.html'), 'utf8')).toBe(written);
  expect(await readFile(join(store.site, 'a/deep/index.htm'))).toEqual(latin);
});

test('what was done before an interruption is kept and not done again', async () => {
  await using store = await openSite();
  await commitPost(store);
  for (const name of 'bcdefg') await write(join(store.site, `${name}.html`), plain);
  const interruption = new AbortController();
  const rendering = renderSite(store.archive, store.site, findInPage, {
    signal: interruption.signal,
    onPage: () => interruption.abort(new Error('stop')),
  });
  await expect(rendering).rejects.toThrow('stop');
  await render(store);
  expect((await readSiteManifest(store.site))?.pages.get('index.html')?.rewrite).not.toBeNull();
  expect(await render(store)).toBe(Array.from({ length: 9 }, () => 'same').join(' '));
});

test('a file that is no manifest is not replaced', async () => {
  await using store = await openSite();
  const path = join(store.site, '.embalm-site.json');
  for (const text of [
    '',
    '[]',
    '{"format":"embalm-site","version":2}',
    '{"format":"embalm-site","version":1,"settings":"","pages":{"a":1}}',
  ]) {
    await write(path, text);
    await expect(render(store)).rejects.toThrow(SiteManifestError);
    expect(await readFile(path, 'utf8')).toBe(text);
  }
  await writeSiteManifest(store.site, { settings: '', pages: new Map() });
  expect(await render(store)).toBe('read read read');
});

test('a page keeps the rights to it', async () => {
  await using store = await openSite();
  await commitPost(store);
  const path = join(store.site, 'index.html');
  await chmod(path, 0o640);
  await render(store);
  expect((await stat(path)).mode & 0o777).toBe(0o640);
});

test('media that go elsewhere have one address, whatever page they are on', async () => {
  await using store = await openSite();
  await commitPost(store);
  await renderSite(store.archive, store.site, findInPage, { mediaPrefix: '/' });
  const [outer = '', deep = ''] = await Promise.all(
    ['index.html', 'a/deep/index.htm'].map((name) => readFile(join(store.site, name), 'utf8')),
  );
  const [, address] = /src="(\/embalm-media\/[^"]+)"/.exec(outer) ?? [];
  expect(address).toMatch(/\.webp$/);
  expect(deep).toContain(`src="${address}"`);
  expect((await stat(join(store.site, String(address)))).isFile()).toBe(true);
});
