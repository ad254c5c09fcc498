import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draftOf, exchangeOf, photoOf } from '../../test/snapshots.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import { DamagedRecordError } from '../archive-errors.ts';
import { sha256Of } from '../layout.ts';
import type { SnapshotRecord } from '../snapshot-record.ts';
import { readRecordNow } from './read-now.ts';
import { recordPath, writeRecord } from './record-file.ts';

const blob = { sha256: sha256Of('body'), bytes: 4 };

const record: SnapshotRecord = {
  ...draftOf('x:20', { exchanges: [exchangeOf(blob)], files: { 'media/1.jpg': photoOf(blob) } }),
  format: 'embalm-record',
  version: 1,
  n: 2,
  prev: sha256Of('record 1'),
};

async function placeWith(bytes: Uint8Array): Promise<AsyncDisposable & { readonly path: string }> {
  const place = await temporaryPlace();
  const path = join(place.path, recordPath('x:20', 2));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  return place;
}

describe('a record', () => {
  test.each([1, 300, 2000])('is read back, also with %i kB of names', async (kilobytes) => {
    const knownAs = Array.from({ length: kilobytes }, (_, index) => `https://example.org/${index}/`.padEnd(1000, 'a'));
    await using place = await placeWith(writeRecord({ ...record, knownAs }));
    expect(readRecordNow(place.path, 'x:20', 2)?.record.knownAs).toStrictEqual(knownAs);
  });

  test('is one line of canonical JSON that ends with the checksum of what stands before', () => {
    const text = Buffer.from(writeRecord(record)).toString('utf8');
    const [, body = '', checksum = ''] = /^(.*),"checksum":"([0-9a-f]{64})"\}\n$/.exec(text) ?? [];
    expect(sha256Of(body)).toBe(checksum);
    expect(body.startsWith('{"answers":[{')).toBe(true);
    expect(JSON.parse(text)).toStrictEqual({ ...record, checksum });
  });

  test('has the same bytes whatever the order of its keys', () => {
    const reversed = Object.fromEntries(Object.entries(record).toReversed()) as unknown as SnapshotRecord;
    expect(writeRecord(reversed)).toStrictEqual(writeRecord(record));
  });

  test('comes back as it was', async () => {
    const bytes = writeRecord(record);
    await using place = await placeWith(bytes);
    expect(readRecordNow(place.path, 'x:20', 2)).toStrictEqual({
      record,
      sha256: sha256Of(bytes),
      path: 'posts/e7/x-20/000002.json',
    });
    expect(readRecordNow(place.path, 'x:20', 3)).toBeNull();
  });
});

describe('a damaged record is refused', () => {
  test('whichever byte has changed', async () => {
    const good = Buffer.from(writeRecord({ ...record, content: null, source: null, knownAs: ['�'] }));
    await using place = await placeWith(good);
    const path = join(place.path, recordPath('x:20', 2));
    for (let at = 0; at < good.length; at += 1) {
      const bad = Buffer.from(good);
      bad.writeUInt8(good.readUInt8(at) === 0xef ? 0xf0 : good.readUInt8(at) ^ (1 << (at % 8)), at);
      await writeFile(path, bad);
      expect(() => readRecordNow(place.path, 'x:20', 2), `byte ${at}`).toThrow(DamagedRecordError);
    }
    expect(good.length).toBeGreaterThan(1000);
  });

  test('wherever it is cut', async () => {
    const good = writeRecord(record);
    await using place = await placeWith(good);
    for (const length of [good.length - 1, good.length - 80, 100, 1, 0]) {
      await truncate(join(place.path, recordPath('x:20', 2)), length);
      expect(() => readRecordNow(place.path, 'x:20', 2)).toThrow('it does not end with a checksum');
    }
  });

  test('if it is another post’s or has another number', async () => {
    await using place = await placeWith(writeRecord({ ...record, post: 'x:21' }));
    expect(() => readRecordNow(place.path, 'x:20', 2)).toThrow('it is record 2 of x:21');
  });

  test('if its checksum is right and its shape is not', async () => {
    const wrong = { ...record, capturedAt: 'yesterday' };
    await using place = await placeWith(writeRecord(wrong));
    expect(() => readRecordNow(place.path, 'x:20', 2)).toThrow(
      'posts/e7/x-20/000002.json is damaged: capturedAt: expected an instant like 2022-03-05T14:08:45.123Z, ' +
        'found "yesterday". Restore it from a copy; `embalm verify` names everything that is damaged.',
    );
  });

  test('if it is a link to another file (safe)', async () => {
    await using place = await temporaryPlace();
    const path = join(place.path, recordPath('x:20', 2));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(join(place.path, 'secret'), writeRecord(record));
    await symlink(join(place.path, 'secret'), path);
    expect(() => readRecordNow(place.path, 'x:20', 2)).toThrow('it is no file of a record');
  });
});
