import { chmod, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collect } from '../../test/collect.ts';
import { draftOf } from '../../test/snapshots.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import { blobPath, sha256Of } from '../layout.ts';
import { openArchive } from '../open/open-archive.ts';
import { attestArchive } from './attest-archive.ts';
import { compareAttestations, type Difference } from './compare-attestations.ts';

async function differences(left: string, right: string): Promise<{ found: readonly Difference[]; same: number }> {
  const comparison = compareAttestations(attestArchive(left, 'nonce'), attestArchive(right, 'nonce'));
  const found: Difference[] = [];
  for (;;) {
    const { done, value } = await comparison.next();
    if (done === true) return { found, same: value };
    found.push(value);
  }
}

test('two archives are compared file by file', async () => {
  await using place = await temporaryPlace();
  await using copy = await temporaryPlace();
  {
    await using archive = await openArchive(place.path);
    for (const text of ['a', 'b', 'c']) await archive.keep(Buffer.from(text));
    for (const post of ['x:20', 'x:20', 'x:~Ab', 'x:~ab'] as const) await archive.commit(draftOf(post));
  }
  await cp(place.path, copy.path, { recursive: true });
  expect(await differences(place.path, copy.path)).toStrictEqual({ found: [], same: 7 });

  const [a, b, c] = ['a', 'b', 'c'].map((text) => blobPath(sha256Of(text)));
  await rm(join(place.path, a ?? ''));
  await rm(join(copy.path, b ?? ''));
  await chmod(join(copy.path, c ?? ''), 0o644);
  await writeFile(join(copy.path, c ?? ''), 'C');
  const { found, same } = await differences(place.path, copy.path);
  expect(same).toBe(4);
  expect(found.toSorted((x, y) => (x.on < y.on ? -1 : 1))).toStrictEqual([
    { on: 'both', path: c },
    { on: 'other', path: a },
    { on: 'this', path: b },
  ]);
});

test('what a side says depends on the nonce, and on every byte', async () => {
  await using place = await temporaryPlace();
  await using archive = await openArchive(place.path);
  const { sha256 } = await archive.keep(Buffer.from('bytes'));
  const path = blobPath(sha256);
  expect(await collect(attestArchive(place.path, 'one'))).toStrictEqual([{ path, hash: sha256Of('onebytes') }]);
  expect(await collect(attestArchive(place.path, 'two'))).toStrictEqual([{ path, hash: sha256Of('twobytes') }]);
  expect(await readFile(join(place.path, path), 'utf8')).toBe('bytes');
});
