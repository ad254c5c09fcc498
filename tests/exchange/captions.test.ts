import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importFile } from '@embalm/archiver/import';
import { embedFromArchive } from '@embalm/renderer/archive';
import { openArchive } from '@embalm/store';
import { exportWacz } from '@embalm/store/export';
import { expect, test } from 'vitest';
import { makePost } from '../../packages/renderer/test/make-post.ts';
import { openTestArchive } from '../../packages/renderer/test/test-archive.ts';

const software = { name: 'embalm', version: '0.1.0' };

test('captions go out in a WACZ file and come in again, also those that were put together of parts', async () => {
  await using store = await openTestArchive();
  const variant = { url: 'https://video.twimg.com/1/v.mp4', mediaType: 'video/mp4', bitrate: 1 };
  const size = { width: 640, height: 360 };
  const video = { type: 'video', ...size, alt: null, poster: null, durationMs: 1000, variants: [variant] } as const;
  // No response has these bytes: it had a part of them.
  const captions = Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nÇa va\n\n00:01.000 --> 00:02.000\nBien\n');
  const files = {
    'media/1.mp4': await store.keep('video', variant.url, 'video/mp4', new Uint8Array(64)),
    'media/1.fr.vtt': { ...(await store.keep('captions', variant.url, 'text/vtt', captions)), rung: 'fr' },
  };
  const post = makePost({ media: [video] });
  await store.commit({ content: post, files });
  const path = join(store.directory, 'posts.wacz');
  await writeFile(path, Buffer.concat(await Array.fromAsync(exportWacz(store.archive, { software }))));

  await using other = await openArchive(join(store.directory, 'other'));
  expect(await importFile(path, { archive: other })).toMatchObject({ added: 1, problems: [] });
  const html = await embedFromArchive(other, post.id, { media: 'data' });
  const [, src = '', srclang] =
    /<track kind="captions" src="data:text\/vtt;base64,([^"]+)" srclang="(\w+)"/.exec(html) ?? [];
  expect([srclang, Buffer.from(src, 'base64').toString()]).toEqual(['fr', captions.toString()]);
});
