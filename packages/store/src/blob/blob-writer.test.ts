import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { watchedDisk } from '../../test/disks.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import { listDirectory } from '../disk/list-directory.ts';
import { createDurableFiles } from '../disk/durable-files.ts';
import { createBlobWriter } from './blob-writer.ts';

const megabyte = 1024 * 1024;

async function* film(megabytes: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let n = 0; n < megabytes; n += 1) yield Buffer.alloc(megabyte, n);
}

async function openWriter(root: string, before: (call: string) => void) {
  await mkdir(join(root, 'tmp'));
  const files = createDurableFiles(watchedDisk(before), root, join(root, 'tmp'));
  return createBlobWriter(root, files, () => new Date());
}

describe('a long blob', () => {
  test('is flushed while it comes, and is whole', async () => {
    await using place = await temporaryPlace();
    const calls: string[] = [];
    const writer = await openWriter(place.path, (call) => calls.push(call));
    const { sha256, bytes } = await writer.keepStream(film(40));
    const hash = createHash('sha256');
    for await (const piece of film(40)) hash.update(piece);
    expect([sha256, bytes]).toEqual([hash.digest('hex'), 40 * megabyte]);
    const syncs = calls.flatMap((call, index) => (call === 'sync' ? [index] : []));
    expect(syncs).toHaveLength(3);
    expect(calls.lastIndexOf('write')).toBeGreaterThan(syncs[1] ?? calls.length);
    expect(calls.lastIndexOf('write')).toBeLessThan(syncs[2] ?? 0);
    expect(calls.indexOf('rename')).toBeGreaterThan(syncs[2] ?? calls.length);
  });

  test('that the disk refuses to flush once is not kept, although a later flush goes well', async () => {
    await using place = await temporaryPlace();
    let syncs = 0;
    const writer = await openWriter(place.path, (call) => {
      if (call === 'sync') syncs += 1;
      if (call === 'sync' && syncs === 1) throw new Error('EIO, made up');
    });
    await expect(writer.keepStream(film(18))).rejects.toThrow('EIO, made up');
    expect(await listDirectory(join(place.path, 'blobs'))).toEqual([]);
    expect(await listDirectory(join(place.path, 'tmp'))).toEqual([]);
  });
});
