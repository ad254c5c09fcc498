import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findReferences } from '@embalm/parser';
import { openArchive } from '@embalm/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openArchiver } from './open-archiver.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archiver-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('loses nothing when the clock goes back', async () => {
  let at = Date.parse('2026-03-29T03:00:00.000Z');
  const now = (): Date => new Date(at);
  await using archive = await openArchive(folder, { now });
  const preserve = async (text: string): Promise<void> => {
    const offline = { offline: true, proxy: null, proxyCa: null, browser: false, concurrency: 1, timeoutMs: 1000 };
    await using archiver = openArchiver({ ...offline, archive, signal: new AbortController().signal, now });
    const article = `<blockquote class="twitter-tweet"><p>${text}</p>&mdash; Ann (@ann) <a href="https://twitter.com/ann/status/20">March 21, 2006</a></blockquote>`;
    await archiver.preserve('article.html', findReferences(article, { format: 'html' }));
  };
  await preserve('first');
  at -= 3_600_000;
  await preserve('second');
  await preserve('second');
  const history = await Array.fromAsync(archive.history('x:20'));
  expect(history.map(({ record }) => [record.n, record.content?.text, record.capturedAt])).toEqual([
    [1, 'first', '2026-03-29T03:00:00.000Z'],
    [2, 'second', '2026-03-29T02:00:00.000Z'],
  ]);
  expect((await archive.verify()).problems).toBe(0);
});
