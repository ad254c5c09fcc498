import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ImportPlace, importPlace } from '../../test/import-place.ts';
import { makeWarc } from '../../test/make-warc.ts';
import { makeZip } from '../../test/make-zip.ts';
import { v1Post } from '../../test/payloads/one-post.ts';
import { importFile } from './import-file.ts';

let place: ImportPlace;

beforeEach(async () => {
  place = await importPlace();
});

afterEach(() => place[Symbol.asyncDispose]());

test('a forged record is passed over, and so is one whose bodies are not there (safe)', async () => {
  const url = 'urn:embalm:x:20:1';
  const forged = makeWarc([{ type: 'metadata', url, block: '{"post":"x:20","checksum":"0"}\n' }]);
  expect(await place.importAs('forged.warc.gz', forged)).toMatchObject({
    added: 0,
    problems: ['a record in it is damaged: it does not end with a checksum'],
  });
  await place.importAs('jack.json', JSON.stringify({ ...v1Post, id_str: '20' }));
  const bytes = await readFile(join(place.archive.directory, (await place.archive.head('x:20'))?.path ?? ''));
  await using other = await importPlace();
  const report = await other.importAs('empty.warc.gz', makeWarc([{ type: 'metadata', url, block: bytes }]));
  expect(report).toMatchObject({ added: 0 });
  expect(report.problems[0]).toMatch(/^x:20: what its record 1 names is not in the file\. No blob [0-9a-f]{64}/);
});

test('what is no file is refused', async () => {
  await expect(importFile(join(place.folder, 'nothing'), { archive: place.archive })).rejects.toThrow('ENOENT');
  await expect(place.importAs('other.zip', makeZip([{ name: 'a', bytes: '' }]))).rejects.toThrow(
    'neither WACZ nor X’s data export',
  );
});
