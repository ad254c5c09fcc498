import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collect } from '../test/collect.ts';
import { problemsOf } from '../test/problems-of.ts';
import { draftOf, exchangeOf, photoOf, postOf } from '../test/snapshots.ts';
import { temporaryPlace } from '../test/temporary-place.ts';
import { BlobTooLargeError, DamagedBlobError, MissingBlobError, openArchive } from './index.ts';
import { blobPath, sha256Of } from './layout.ts';

async function* chunksOf(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function* broken(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('abc');
  throw new Error('the line went dead');
}

describe('blobs', () => {
  test('are kept under their digest, once', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    const kept = await archive.keep(Buffer.from('body'));
    expect(kept).toStrictEqual({ sha256: sha256Of('body'), bytes: 4 });
    expect(await archive.keep(Buffer.from('body'))).toStrictEqual(kept);
    expect(await archive.keepStream(chunksOf('bo', '', 'dy'))).toStrictEqual(kept);
    expect(Buffer.from(await archive.readBlob(kept.sha256)).toString()).toBe('body');
    expect(await archive.hasBlob(kept.sha256)).toBe(true);
    expect(await archive.hasBlob(sha256Of('other'))).toBe(false);
    const { mode } = await stat(join(place.path, blobPath(kept.sha256)));
    expect(mode & 0o222).toBe(0);
  });

  test('may be empty', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    const kept = await archive.keep(new Uint8Array());
    expect(await archive.readBlob(kept.sha256)).toHaveLength(0);
    expect(await collect(archive.openBlob(kept.sha256))).toStrictEqual([]);
  });

  test('are streamed whole', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    const bytes = Buffer.alloc(300_000, 'abc');
    const { sha256 } = await archive.keep(bytes);
    const chunks = await collect(archive.openBlob(sha256));
    expect(chunks.length).toBeGreaterThan(1);
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
  });

  test('that are too large, or whose stream breaks off, leave nothing', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    await expect(archive.keepStream(chunksOf('12345', '67'), { maxBytes: 6 })).rejects.toBeInstanceOf(
      BlobTooLargeError,
    );
    await expect(archive.keepStream(broken())).rejects.toThrow('the line went dead');
    expect(await readdir(join(place.path, 'tmp'))).toStrictEqual([]);
    expect(await archive.keepStream(chunksOf('123456'), { maxBytes: 6 })).toMatchObject({ bytes: 6 });
  });

  test('are never handed out damaged, and are mended when their bytes come along again', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    const bytes = Buffer.alloc(200_000, 'x');
    const { sha256 } = await archive.keep(bytes);
    const damaged = Buffer.from(bytes);
    damaged.writeUInt8(0, 199_999);
    await writeFile(join(place.path, blobPath(sha256)), damaged);
    await expect(archive.readBlob(sha256)).rejects.toBeInstanceOf(DamagedBlobError);
    await expect(collect(archive.openBlob(sha256))).rejects.toBeInstanceOf(DamagedBlobError);
    await archive.keep(bytes);
    expect(Buffer.from(await archive.readBlob(sha256)).equals(bytes)).toBe(true);
    expect(await problemsOf(archive)).toStrictEqual([]);
  });

  test('are asked for by their digest only (safe)', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    await expect(archive.readBlob('../../embalm.json')).rejects.toBeInstanceOf(RangeError);
    await expect(archive.readBlob(sha256Of('other'))).rejects.toBeInstanceOf(MissingBlobError);
  });
});

describe('snapshots', () => {
  test('become the numbered records of their post, each naming the one before', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    expect(await archive.head('x:20')).toBeNull();
    const first = await archive.commit(draftOf('x:20'));
    const second = await archive.commit(draftOf('x:20', { capturedAt: '2026-11-23T10:00:00.000Z' }));
    await archive.commit(draftOf('x:21'));
    expect([first.record.n, first.record.prev, first.path]).toStrictEqual([1, null, 'posts/e7/x-20/000001.json']);
    expect([second.record.n, second.record.prev]).toStrictEqual([2, first.sha256]);
    expect(sha256Of(await readFile(join(place.path, second.path)))).toBe(second.sha256);
    expect(await archive.head('x:20')).toStrictEqual(second);
    expect(await collect(archive.history('x:20'))).toStrictEqual([first, second]);
    expect(await collect(archive.history('x:22'))).toStrictEqual([]);
  });

  test('keep everything of their draft, and nothing else', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    const body = await archive.keep(Buffer.from('body'));
    const draft = draftOf('x:20', { exchanges: [exchangeOf(body)], files: { 'media/1.jpg': photoOf(body) } });
    const { record } = await archive.commit({ ...draft, extra: 1 } as typeof draft);
    expect(record).toStrictEqual({ ...draft, format: 'embalm-record', version: 1, n: 1, prev: null });
    expect((await archive.head('x:20'))?.record).toStrictEqual(record);
  });

  test('that name a blob that is not there are refused, and leave nothing', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    const { sha256, bytes } = await archive.keep(Buffer.from('body'));
    const missing = draftOf('x:20', { files: { a: photoOf({ sha256: sha256Of('other'), bytes: 5 }) } });
    const wrong = draftOf('x:20', { exchanges: [exchangeOf({ sha256, bytes: bytes + 1 })] });
    await expect(archive.commit(missing)).rejects.toThrow('it is not in the archive');
    await expect(archive.commit(wrong)).rejects.toThrow('it has 4 bytes, not 5');
    expect(await archive.head('x:20')).toBeNull();
  });

  test('that are not as their type says are refused with the place', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    const content = { ...postOf('x:20', 'text'), sensitive: 'no' } as unknown as ReturnType<typeof postOf>;
    await expect(archive.commit(draftOf('x:20', { content }))).rejects.toThrow(
      'content.sensitive: expected true or false, found "no"',
    );
  });

  test('are not put on top of a damaged record', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    const { path } = await archive.commit(draftOf('x:20'));
    const file = join(place.path, path);
    const good = await readFile(file);
    await writeFile(file, good.subarray(0, 100));
    await expect(archive.commit(draftOf('x:20'))).rejects.toThrow('posts/e7/x-20/000001.json is damaged');
    await writeFile(file, good);
    expect((await archive.commit(draftOf('x:20'))).record.n).toBe(2);
  });

  test('of one post that are committed at once come one after the other', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    const committed = await Promise.all(Array.from({ length: 20 }, () => archive.commit(draftOf('x:20'))));
    expect(committed.map(({ record }) => record.n).toSorted((a, b) => a - b)).toStrictEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(await problemsOf(archive)).toStrictEqual([]);
  });
});

describe('closing', () => {
  test('waits for what is under way, then refuses', async () => {
    await using place = await temporaryPlace();
    const archive = await openArchive(place.path);
    const committing = archive.commit(draftOf('x:20'));
    await archive[Symbol.asyncDispose]();
    expect((await committing).record.n).toBe(1);
    await expect(archive.keep(Buffer.from('late'))).rejects.toThrow('The archive has been closed');
    await expect(archive.resolve('x:20')).rejects.toThrow('The archive has been closed');
    await archive[Symbol.asyncDispose]();
  });

  test('leaves no temporary files and no marks', async () => {
    await using place = await temporaryPlace();
    {
      await using archive = await openArchive(place.path);
      await archive.keep(Buffer.from('body'));
      await archive.commit(draftOf('x:20'));
    }
    expect(await readdir(join(place.path, 'tmp'))).toStrictEqual([]);
    expect(await readdir(join(place.path, 'pending'))).toStrictEqual([]);
    expect((await readdir(place.path)).toSorted()).toStrictEqual(
      ['blobs', 'cache', 'checks', 'embalm.json', 'index.sqlite', 'pending', 'posts', 'tmp'].toSorted(),
    );
  });
});
