import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importFile } from '@embalm/archiver/import';
import { type Archive, openArchive, type StoredSnapshot } from '@embalm/store';
import { createWaczSigner, exportWacz } from '@embalm/store/export';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { fillArchive } from '../../packages/store/test/exported-archive.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const software = { name: 'embalm', version: '0.1.0' };
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let original: Archive;
let file: string;
let bytes: Buffer;

beforeAll(async () => {
  folder = await temporaryFolder();
  original = await fillArchive(join(folder.path, 'original'));
  bytes = await exported(original);
  file = join(folder.path, 'posts.wacz');
  await writeFile(file, bytes);
});

afterAll(async () => {
  await original[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

test('what one’s own key signed comes back word for word, and is exported to the same bytes', async () => {
  await using archive = await openArchive(join(folder.path, 'own'));
  expect(await importFile(file, { archive, ownKey: privateKey })).toMatchObject({ added: 3, known: 0, problems: [] });
  expect((await snapshots(archive)).map(({ sha256 }) => sha256)).toEqual(
    (await snapshots(original)).map(({ sha256 }) => sha256),
  );
  expect((await exported(archive)).equals(bytes)).toBe(true);
  // Nothing but what records name: what an export says once more for others is left out.
  const { blobs } = await original.verify();
  expect(await archive.verify()).toMatchObject({ records: 3, blobs, problems: 0 });
  expect(await importFile(file, { archive, ownKey: privateKey })).toMatchObject({ added: 0, known: 3 });
});

test('from others come the same posts, bodies, files and pages, marked as imported', async () => {
  await using archive = await openArchive(join(folder.path, 'foreign'));
  expect(await importFile(file, { archive })).toMatchObject({ kind: 'wacz', added: 3, known: 0, problems: [] });
  const before = await snapshots(original);
  const after = await snapshots(archive);
  expect(after.map(factsOf)).toEqual(before.map(factsOf));
  expect(after.map(({ record }) => record.source)).toEqual(['import:wacz', 'import:wacz', 'quoted']);
  expect(after.every(({ record }) => record.imported?.file === 'posts.wacz')).toBe(true);
  expect(await pages(await exported(archive))).toEqual(await pages(bytes));
  expect(await archive.verify()).toMatchObject({ records: 3, problems: 0 });
  expect(await importFile(file, { archive })).toMatchObject({ added: 0, known: 3 });
});

test('a changed file is refused, whoever signed it', async () => {
  await using archive = await openArchive(join(folder.path, 'changed'));
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(2000) ^ 1, 2000);
  const path = join(folder.path, 'changed.wacz');
  await writeFile(path, changed);
  await expect(importFile(path, { archive, ownKey: privateKey })).rejects.toThrow(
    '"archive/data.warc.gz" in it: its bytes have another digest',
  );
  expect(await snapshots(archive)).toEqual([]);
});

async function exported(archive: Archive): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(exportWacz(archive, { software, signer: createWaczSigner(privateKey) })));
}

async function snapshots(archive: Archive): Promise<readonly StoredSnapshot[]> {
  const all: StoredSnapshot[] = [];
  for await (const { post } of archive.list()) all.push(...(await Array.fromAsync(archive.history(post))));
  return all;
}

/** All of a record but who vouches for it. */
function factsOf({ record }: StoredSnapshot): unknown {
  const { post, n, capturedAt, knownAs, content, claim, exchanges, files, observation } = record;
  return { post, n, capturedAt, knownAs, content, claim, exchanges, files, state: observation.state };
}

async function pages(wacz: Buffer): Promise<string> {
  const zip = await fromBufferPromise(wacz, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'pages/pages.jsonl') continue;
    const chunks: Buffer[] = await Array.fromAsync(await zip.openReadStreamPromise(entry));
    return Buffer.concat(chunks).toString('utf8');
  }
  throw new Error('there are no pages');
}
