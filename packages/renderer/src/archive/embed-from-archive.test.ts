import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { load } from 'cheerio';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { makeImage } from '../../test/make-image.ts';
import { makePost } from '../../test/make-post.ts';
import { openTestArchive } from '../../test/test-archive.ts';
import { stylesheetFor } from '../stylesheet/stylesheet.ts';
import { embedFromArchive } from './embed-from-archive.ts';

const { id } = makePost();
const url = 'https://pbs.example/1.jpg';
const photo = { type: 'photo', url, width: 40, height: 30, alt: null } as const;

test('a post comes whole: with its stylesheet and its media', async () => {
  await using store = await openTestArchive();
  const files = { 'media/1.jpg': await store.keep('photo', url, 'image/jpeg', await makeImage(40, 30)) };
  await store.commit({ content: makePost({ media: [photo] }), files });
  const html = await embedFromArchive(store.archive, id, { media: 'data' });
  const css = stylesheetFor(html.slice(html.indexOf('<article')));
  expect(html.startsWith(`<style>${css}</style>\n<article`)).toBe(true);
  expect(load(html)('img').attr('src')).toMatch(/^data:image\/webp;base64,[A-Za-z0-9+/=]+$/);
  const bare = await embedFromArchive(store.archive, id, { media: 'data', styles: false, theme: 'dark' });
  expect(bare.startsWith('<article')).toBe(true);
  expect(load(bare)('article').attr('data-theme')).toBe('dark');
});

test('media may lie in a folder instead', async () => {
  await using store = await openTestArchive();
  const files = { 'media/1.jpg': await store.keep('photo', url, 'image/jpeg', await makeImage(40, 30)) };
  await store.commit({ content: makePost({ media: [photo] }), files });
  const folder = join(store.directory, 'site/m');
  const html = await embedFromArchive(store.archive, id, {
    media: { folder, page: join(store.directory, 'site/a.html') },
  });
  expect(load(html)('img').attr('src')).toBe(`m/${(await readdir(folder))[0]}`);
});

test('the captions of a video stand in the page with it, words and times only', async () => {
  await using store = await openTestArchive();
  const variant = { url: 'https://video.example/v.mp4', mediaType: 'video/mp4', bitrate: 1 };
  const video = {
    type: 'video',
    width: 640,
    height: 360,
    alt: null,
    poster: null,
    durationMs: 1000,
    variants: [variant],
  } as const;
  const captions = Buffer.from('WEBVTT\n\nSTYLE\n::cue { color: red }\n\n00:00.000 --> 00:01.000\nÇa va\n');
  const files = {
    'media/1.mp4': await store.keep('video', variant.url, 'video/mp4', new Uint8Array(64)),
    'media/1.fr.vtt': { ...(await store.keep('captions', variant.url, 'text/vtt', captions)), rung: 'fr' },
    'media/1.de.vtt': { ...(await store.keep('captions', variant.url, 'text/vtt', Buffer.from('no'))), rung: 'de' },
  };
  await store.commit({ content: makePost({ media: [video] }), files });
  const media = { folder: join(store.directory, 'media'), page: join(store.directory, 'a.html') };
  // Within the page wherever the video is: from the disk, or from another host, browsers would not take them.
  for (const options of [
    { media: 'data' },
    { media: 'data', form: 'epub' },
    { media },
    { media, mediaPrefix: 'https://cdn.example/' },
  ] as const) {
    const $ = load(await embedFromArchive(store.archive, id, options));
    expect($('source').attr('src')).toMatch(options.media === 'data' ? /^data:/ : /media\/[0-9a-f]{24}\.mp4$/);
    expect($('track').attr('srclang')).toBe('fr');
    const [, bytes = ''] = $('track').attr('src')?.split('data:text/vtt;base64,') ?? [];
    expect(Buffer.from(bytes, 'base64').toString()).toBe('WEBVTT\n\n00:00.000 --> 00:01.000\nÇa va\n');
  }
});

test('a video too large to stand in a page leaves its still', async () => {
  await using store = await openTestArchive();
  const variant = { url: 'https://video.example/v.mp4', mediaType: 'video/mp4', bitrate: 1 };
  const video = {
    type: 'video',
    width: 40,
    height: 30,
    alt: null,
    poster: url,
    durationMs: null,
    variants: [variant],
  } as const;
  const files = {
    'media/1.jpg': await store.keep('poster', url, 'image/jpeg', await makeImage(40, 30)),
    'media/1.mp4': await store.keep('video', variant.url, 'video/mp4', new Uint8Array(9 * 1024 * 1024)),
  };
  await store.commit({ content: makePost({ media: [video] }), files });
  const $ = load(await embedFromArchive(store.archive, id, { media: 'data' }));
  expect($('video')).toHaveLength(0);
  expect($('.em-media img')).toHaveLength(1);
  expect($('.em-missing').text()).toBe('Video not available Original');
});

test('a post of which there is nothing to show is an error that says so', async () => {
  await using store = await openTestArchive();
  await expect(embedFromArchive(store.archive, id, { media: 'data' })).rejects.toMatchObject({
    name: 'NoContentError',
    post: id,
    message: `The archive has no content of ${id}: it was never captured, and no article quotes it`,
  });
});

/** A picture with much in it. */
function drawDiscs(): Promise<Buffer> {
  const discs = Array.from({ length: 400 }, (_, n) => {
    return `<circle cx="${(n * 379) % 900}" cy="${(n * 211) % 600}" r="${10 + (n % 7) * 9}" fill="hsl(${(n * 47) % 360},60%,${30 + (n % 5) * 10}%)"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600">${discs.join('')}</svg>`;
  return sharp(Buffer.from(svg)).flatten().png().toBuffer();
}

test('photos come as AVIF too where that is asked for and smaller', async () => {
  await using store = await openTestArchive();
  const files = { 'media/1.png': await store.keep('photo', url, 'image/png', await drawDiscs()) };
  await store.commit({ content: makePost({ media: [photo] }), files });
  const folder = join(store.directory, 'media');
  const html = await embedFromArchive(store.archive, id, { media: { folder }, avif: true, mediaPrefix: '/m/' });
  const $ = load(html);
  const types = (await readdir(folder)).map((name) => extname(name)).toSorted();
  const avif = await readFile(join(folder, basename($('source').attr('srcset')?.split(' ')[0] ?? 'none')));
  expect(types).toEqual(['.avif', '.webp', '.webp']);
  expect((await sharp(avif).metadata()).compression).toBe('av1');
  expect($('img').attr('src')).toMatch(/^\/m\/[0-9a-f]{24}\.webp$/);
});
