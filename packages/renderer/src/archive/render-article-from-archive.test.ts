import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { provisionalIdOf } from '@embalm/store';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { makeImage } from '../../test/make-image.ts';
import { makePost } from '../../test/make-post.ts';
import { makeReference } from '../../test/make-reference.ts';
import { openTestArchive, type TestArchive } from '../../test/test-archive.ts';
import { renderArticleFromArchive } from './render-article-from-archive.ts';

const text = 'Before.\n\nThe post — Orbit Watch (@orbitwatch) March 5, 2022\n\nAfter.';
const article = { text, format: 'text', source: 'articles/iss.txt' } as const;
const reference = makeReference(text, 'The post — Orbit Watch (@orbitwatch) March 5, 2022', {
  handle: 'orbitwatch',
  name: 'Orbit Watch',
  date: '2022-03-05',
  text: 'The post',
  links: ['https://pic.twitter.com/fj2coK1xR1'],
});
const { id } = makePost();
const photo = { type: 'photo', url: 'https://pbs.example/1.jpg', width: 2400, height: 1350, alt: 'A trail' } as const;
const video = {
  type: 'video',
  width: 640,
  height: 360,
  alt: null,
  poster: 'https://pbs.example/1.jpg',
  durationMs: null,
  variants: [
    { url: 'https://video.example/small.mp4', mediaType: 'video/mp4', bitrate: 1 },
    { url: 'https://video.example/v.mp4', mediaType: 'video/mp4', bitrate: 2 },
  ],
} as const;
const mp4 = Buffer.from('....ftypmp42, as far as this test is concerned');

async function commitWithMedia(store: TestArchive): Promise<void> {
  const files = {
    'media/1.jpg': await store.keep('photo', photo.url, 'image/jpeg', await makeImage(2400, 1350)),
    'media/1.mp4': await store.keep('video', 'https://video.example/v.mp4', 'video/mp4', mp4),
  };
  await store.commit({ content: makePost({ media: [photo, video] }), files, knownAs: [...reference.links] });
}

test('a page is written with the media of its posts beside it', async () => {
  await using store = await openTestArchive();
  await commitWithMedia(store);
  const page = join(store.directory, 'out/my page.html');
  const { html, shown, files, problems } = await renderArticleFromArchive(store.archive, article, [reference], {
    page,
  });
  expect(shown).toBe(1);
  expect(problems).toEqual([]);
  expect(await readFile(page, 'utf8')).toBe(html);
  const folder = join(store.directory, 'out/my page.media');
  expect((await readdir(folder)).map((name) => join(folder, name)).toSorted()).toEqual(files);
  const $ = load(html);
  const sources = $('[src], [poster]')
    .toArray()
    .flatMap(({ attribs }) => [attribs['src'], attribs['poster']])
    .filter((source) => source !== undefined);
  expect(sources).toHaveLength(3);
  for (const source of sources) {
    expect(source).toMatch(/^my%20page\.media\/[0-9a-f]{24}\.(?:webp|mp4)$/);
    expect(files).toContain(join(store.directory, 'out', decodeURIComponent(source)));
  }
  const file = files.find((name) => name.endsWith('.mp4')) ?? '';
  expect(await readFile(file)).toEqual(mp4);
  expect(
    $('main > *')
      .toArray()
      .map(({ tagName }) => tagName),
  ).toEqual(['p', 'article', 'p']);
});

test('the same archive gives the same page and files', async () => {
  await using store = await openTestArchive();
  await commitWithMedia(store);
  const render = (name: string) =>
    renderArticleFromArchive(store.archive, article, [reference], { page: join(store.directory, name, 'iss.html') });
  const [first, again, elsewhere] = [await render('a'), await render('a'), await render('b')];
  expect(again).toEqual(first);
  expect(elsewhere.html).toBe(first.html);
  for (const [index, file] of first.files.entries())
    expect(await readFile(elsewhere.files[index] ?? '')).toEqual(await readFile(file));
  expect(first.files).toHaveLength(3);
});

test('media of several pages may share a folder', async () => {
  await using store = await openTestArchive();
  await commitWithMedia(store);
  const page = join(store.directory, 'out/2022/iss.html');
  const mediaDirectory = join(store.directory, 'out/media');
  const { html } = await renderArticleFromArchive(store.archive, article, [reference], { page, mediaDirectory });
  expect(load(html)('img').attr('src')).toMatch(/^\.\.\/media\/[0-9a-f]{24}\.webp$/);
});

test('a photo comes in two widths, and its colour stands in for it until one of them is there', async () => {
  await using store = await openTestArchive();
  await commitWithMedia(store);
  const page = join(store.directory, 'out/iss.html');
  const { html } = await renderArticleFromArchive(store.archive, article, [reference], { page });
  const image = load(html)('.em-media img');
  expect(image.attr('srcset')).toMatch(/^iss\.media\/[0-9a-f]{24}\.webp 600w, iss\.media\/[0-9a-f]{24}\.webp 1100w$/);
  expect(image.attr('sizes')).toBe('(max-width:600px) 100vw, 508px');
  const colour = /em-c-[0-9a-f]{3}/.exec(image.attr('class') ?? '')?.[0] ?? '';
  expect(html).toContain(`.${colour}{background:#${colour.slice('em-c-'.length)}}`);
});

test('an article without posts has no folder for media', async () => {
  await using store = await openTestArchive();
  const page = join(store.directory, 'out/iss.html');
  const { shown, html } = await renderArticleFromArchive(store.archive, article, [reference], { page });
  expect(shown).toBe(0);
  expect(load(html)('main > p')).toHaveLength(3);
  expect(await readdir(join(store.directory, 'out'))).toEqual(['iss.html']);
});

test('a post is found by its id, its link, and what the article says of it', async () => {
  const names: readonly [Partial<typeof reference>, readonly string[], PostId][] = [
    [{ post: { platform: 'x', id: '1500127395262201857' }, links: [] }, [], id],
    [{}, ['https://pic.twitter.com/fj2coK1xR1'], id],
    [{ links: [] }, [provisionalIdOf({ ...reference, links: [] })], id],
    [{ links: [] }, [], provisionalIdOf({ ...reference, links: [] })],
    [{ kind: 'short-link', links: ['https://t.co/fj2coK1xR1'] }, ['https://t.co/fj2coK1xR1'], id],
  ];
  for (const [changes, knownAs, post] of names) {
    await using store = await openTestArchive();
    await store.commit({ content: makePost({ id: post }), knownAs });
    const page = join(store.directory, 'iss.html');
    const { shown } = await renderArticleFromArchive(store.archive, article, [{ ...reference, ...changes }], { page });
    expect(shown, JSON.stringify(changes)).toBe(1);
  }
  expect(names).toHaveLength(5);
});

test('a link in the body of an embed may lead to another post, and finds nothing', async () => {
  await using store = await openTestArchive();
  await store.commit({ knownAs: ['https://t.co/abcdefghij'] });
  const page = join(store.directory, 'iss.html');
  const { shown } = await renderArticleFromArchive(
    store.archive,
    article,
    [{ ...reference, links: ['https://t.co/abcdefghij'] }],
    { page },
  );
  expect(shown).toBe(0);
});

test('media that a later capture did not get are taken from an earlier one', async () => {
  await using store = await openTestArchive();
  await commitWithMedia(store);
  await store.commit({ content: makePost({ media: [photo], text: 'Captured again' }) });
  const { html } = await renderArticleFromArchive(store.archive, article, [reference], {
    page: join(store.directory, 'iss.html'),
  });
  expect(load(html)('.embalm > .em-text').text()).toBe('Captured again');
  expect(load(html)('.em-media img')).toHaveLength(1);
});

test('media that cannot be shown leave a placeholder, and are told of (safe)', async () => {
  await using store = await openTestArchive();
  const media = [photo, { ...photo, url: 'https://pbs.example/2.jpg' }, { ...video, poster: null }];
  const files = {
    'media/1.jpg': await store.keep('photo', photo.url, 'image/jpeg', Buffer.from('<svg onload="alert(1)"/>')),
    'media/2.jpg': await store.keep('photo', 'https://pbs.example/2.jpg', 'image/jpeg', await makeImage(20, 20)),
    'media/1.mp4': await store.keep('video', 'https://video.example/v.mp4', 'application/x-mpegURL', mp4),
  };
  await store.commit({ content: makePost({ media }), files, knownAs: [...reference.links] });
  const { sha256 } = files['media/2.jpg'];
  await writeFile(join(store.archive.directory, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'damaged', {
    flag: 'r+',
  });
  const { html, problems } = await renderArticleFromArchive(store.archive, article, [reference], {
    page: join(store.directory, 'iss.html'),
  });
  expect(
    problems.map(({ code, url }) => `${code} ${url}`).toSorted((left, right) => left.localeCompare(right, 'en')),
  ).toEqual([
    'damaged-blob https://pbs.example/2.jpg',
    'unplayable-video https://video.example/v.mp4',
    'unreadable-image https://pbs.example/1.jpg',
  ]);
  expect(load(html)('.em-missing')).toHaveLength(3);
  expect(load(html)('img, video')).toHaveLength(0);
});

test('renditions are kept in the cache of the archive, and remade when the cache is damaged', async () => {
  await using store = await openTestArchive();
  await commitWithMedia(store);
  const render = (name: string) =>
    renderArticleFromArchive(store.archive, article, [reference], { page: join(store.directory, name, 'iss.html') });
  const first = await render('a');
  const folder = join(store.archive.cacheDirectory, 'renditions');
  const cached = (await readdir(folder, { recursive: true })).filter((name) => name.includes('.webp'));
  expect(cached).toHaveLength(4);
  const kept = await Promise.all(cached.map((name) => readFile(join(folder, name))));
  for (const [index, damage] of ['damaged', '', '{"width":1}'].entries()) {
    for (const name of cached) await writeFile(join(folder, name), damage);
    const again = await render(`b${index}`);
    expect([again.html, again.problems]).toEqual([first.html, []]);
    expect(await Promise.all(cached.map((name) => readFile(join(folder, name))))).toEqual(kept);
  }
});

test('an image from the cache is neither read from the archive nor decoded again', async () => {
  await using store = await openTestArchive();
  await commitWithMedia(store);
  const read: string[] = [];
  const readBlob = (sha256: string): Promise<Uint8Array> => {
    read.push(sha256);
    return store.archive.readBlob(sha256);
  };
  const archive = { ...store.archive, readBlob, resolve: store.archive.resolve.bind(store.archive) };
  const render = (name: string) =>
    renderArticleFromArchive(archive, article, [reference], { page: join(store.directory, name, 'iss.html') });
  const first = await render('a');
  expect(read.splice(0).length).toBeGreaterThan(1);
  expect((await render('b')).html).toBe(first.html);
  expect(read).toEqual([]);
});

test('nothing is written into an archive that is open for reading only', async () => {
  await using store = await openTestArchive();
  await commitWithMedia(store);
  const archive = { ...store.archive, readOnly: true, resolve: store.archive.resolve.bind(store.archive) };
  const { shown } = await renderArticleFromArchive(archive, article, [reference], {
    page: join(store.directory, 'iss.html'),
  });
  expect(shown).toBe(1);
  expect((await readdir(store.archive.cacheDirectory)).filter((name) => name === 'renditions')).toEqual([]);
});

test('the original is not touched', async () => {
  await using store = await openTestArchive();
  await commitWithMedia(store);
  await renderArticleFromArchive(store.archive, article, [reference], { page: join(store.directory, 'iss.html') });
  expect((await store.archive.verify()).problems).toBe(0);
});

test('a page that cannot be written says so', async () => {
  await using store = await openTestArchive();
  await writeFile(join(store.directory, 'out'), 'a file');
  const page = join(store.directory, 'out/iss.html');
  await expect(renderArticleFromArchive(store.archive, article, [], { page })).rejects.toThrow(
    'there is a file where a folder is needed',
  );
});
