import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmod, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PostId } from '@embalm/post';
import { problemsOf } from '../../test/problems-of.ts';
import { draftOf } from '../../test/snapshots.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import { blobPath, postFolder } from '../layout.ts';
import { openArchive } from '../open/open-archive.ts';
import type { Problem } from '../verify/verify-report.ts';

const makeKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
const privateKey = makeKey();

const posts: readonly PostId[] = ['x:20', 'x:21', 'x:22'];
const record = (post: PostId, n: number): string => `${postFolder(post)}/00000${n}.json`;

/** Three posts, a checkpoint, another record of the first, a new post, and a second checkpoint. Then the index is lost. */
async function signedArchive() {
  const place = await temporaryPlace();
  {
    await using archive = await openArchive(place.path);
    for (const post of posts) await archive.commit(draftOf(post));
    const first = await archive.checkpoint(privateKey);
    expect(await archive.checkpoint(privateKey)).toStrictEqual(first);
    const { sha256 } = await archive.commit(draftOf('x:20', { knownAs: ['again'] }));
    await archive.note({ post: 'x:20', record: sha256, ...draftOf('x:20').observation });
    await archive.commit(draftOf('x:23'));
    const second = await archive.checkpoint(privateKey);
    expect([first, second]).toMatchObject([
      { path: 'checkpoints/000001.json', checkpoint: { n: 1, prev: null, size: 3, ledger: null } },
      {
        path: 'checkpoints/000002.json',
        checkpoint: { n: 2, prev: first.sha256, size: 5, ledger: { bytes: expect.any(Number) } },
      },
    ]);
    expect(await archive.verify()).toMatchObject({ problems: 0, checkpoints: 2 });
  }
  for (const name of ['index.sqlite', 'index.sqlite-wal', 'index.sqlite-shm'])
    await rm(join(place.path, name), { force: true });
  return place;
}

async function replace(file: string, change: (bytes: Buffer) => Buffer | string): Promise<void> {
  await chmod(file, 0o644);
  await writeFile(file, change(await readFile(file)));
}

describe('checkpoints show, without the index', () => {
  test('a newest record that was taken away', async () => {
    await using place = await signedArchive();
    await using archive = await openArchive(place.path, { readOnly: true });
    await rm(join(place.path, record('x:20', 2)));
    expect(await problemsOf(archive)).toStrictEqual([`record-missing ${record('x:20', 2)}`]);
  });

  test('a post that was taken away', async () => {
    await using place = await signedArchive();
    await using archive = await openArchive(place.path, { readOnly: true });
    await rm(join(place.path, postFolder('x:22')), { recursive: true });
    expect(await problemsOf(archive)).toStrictEqual([`record-missing ${record('x:22', 1)}`]);
  });

  test('records that were written anew, chain and all', async () => {
    await using place = await signedArchive();
    await using forged = await temporaryPlace();
    {
      await using archive = await openArchive(forged.path);
      for (const name of ['forged', 'again']) await archive.commit(draftOf('x:20', { knownAs: [name] }));
    }
    await rm(join(place.path, postFolder('x:20')), { recursive: true });
    await cp(join(forged.path, postFolder('x:20')), join(place.path, postFolder('x:20')), { recursive: true });
    await using archive = await openArchive(place.path, { readOnly: true });
    expect(await problemsOf(archive)).toStrictEqual([`history-changed ${record('x:20', 2)}`]);
  });

  test('a ledger that was cut or taken away', async () => {
    await using place = await signedArchive();
    await using archive = await openArchive(place.path, { readOnly: true });
    await rm(join(place.path, 'checks'), { recursive: true });
    expect(await problemsOf(archive)).toStrictEqual([expect.stringMatching(/^ledger-damaged checks\//)]);
  });

  test('checkpoints and lists that were changed, cut, added or taken away', async () => {
    await using place = await signedArchive();
    await using archive = await openArchive(place.path, { readOnly: true });
    const path = join(place.path, 'checkpoints/000001.json');
    const good = await readFile(path, 'utf8');
    const bad = [
      good.replace('"size":3', '"size":4'),
      good.replace(/"signature":"..../, '"signature":"AAAA'),
      good.slice(0, -1),
      '',
      good.replace(/"root":"./, '"root":"'),
    ];
    for (const text of bad) {
      await replace(path, () => text);
      expect(await problemsOf(archive)).toStrictEqual(['checkpoint-damaged checkpoints/000001.json']);
    }
    await rm(path);
    expect(await problemsOf(archive)).toStrictEqual(['checkpoint-missing checkpoints/000001.json']);
    await writeFile(path, good);
    const list = blobPath(/"sha256":"([0-9a-f]{64})"/.exec(good)?.[1] ?? '');
    await replace(join(place.path, list), (bytes) => bytes.subarray(0, -20));
    expect(await problemsOf(archive)).toStrictEqual([`blob-damaged ${list}`]);
    await rm(join(place.path, list));
    expect(await problemsOf(archive)).toStrictEqual([`blob-missing ${list}`]);
  });

  test('each checkpoint that is damaged or gone, not the first alone', async () => {
    await using place = await signedArchive();
    {
      await using archive = await openArchive(place.path);
      for (const post of ['x:30', 'x:31', 'x:32'] as const) {
        await archive.commit(draftOf(post));
        await archive.checkpoint(privateKey);
      }
    }
    await using archive = await openArchive(place.path, { readOnly: true });
    for (const n of [1, 5]) await replace(join(place.path, `checkpoints/00000${n}.json`), (bytes) => bytes.subarray(2));
    for (const n of [2, 3]) await rm(join(place.path, `checkpoints/00000${n}.json`));
    const problems: Problem[] = [];
    await archive.verify({ onProblem: (problem) => problems.push(problem) });
    expect(problems).toMatchObject([
      { code: 'checkpoint-damaged', path: 'checkpoints/000001.json' },
      {
        code: 'checkpoint-missing',
        path: 'checkpoints/000002.json',
        message: 'checkpoints 2 to 3 are gone; later ones are there',
      },
      { code: 'checkpoint-damaged', path: 'checkpoints/000005.json' },
    ]);
  });

  test('another signer, and a history that lacks a checkpoint that was kept elsewhere', async () => {
    await using place = await signedArchive();
    await using forged = await temporaryPlace();
    await using archive = await openArchive(place.path);
    const { checkpoint, path } = await archive.checkpoint(privateKey);
    const kept = await readFile(join(place.path, path));
    expect(await archive.verify({ signer: checkpoint.key, checkpoint: kept })).toMatchObject({ problems: 0 });
    await using another = await openArchive(forged.path);
    await another.commit(draftOf('x:20'));
    await another.checkpoint(makeKey());
    expect(await another.verify({ signer: checkpoint.key })).toMatchObject({ problems: 1 });
    expect(await another.verify({ checkpoint: kept })).toMatchObject({ problems: 1 });
  });
});

test('a signature in the base64 of URLs is another file, and refused', async () => {
  await using place = await temporaryPlace();
  await using archive = await openArchive(place.path);
  let signature = '';
  for (let id = 30; !/[+/]/.test(signature); id += 1) {
    await archive.commit(draftOf(`x:${id}`));
    const { path } = await archive.checkpoint(privateKey);
    signature = /"signature":"([^"]+)"/.exec(await readFile(join(place.path, path), 'utf8'))?.[1] ?? '';
    const urlSafe = signature.replace('+', '-').replace('/', '_');
    if (urlSafe === signature) continue;
    await replace(join(place.path, path), (bytes) => bytes.toString('utf8').replace(signature, urlSafe));
    expect(await problemsOf(archive)).toStrictEqual([`checkpoint-damaged ${path}`]);
  }
});

test('nothing is built on a damaged checkpoint, and what is damaged is not signed', async () => {
  await using place = await signedArchive();
  await using archive = await openArchive(place.path);
  await archive.commit(draftOf('x:24'));
  const { path } = await archive.commit(draftOf('x:25'));
  await replace(join(place.path, path), (bytes) => bytes.subarray(1));
  expect(await archive.checkpoint(privateKey)).toMatchObject({ checkpoint: { n: 3, size: 6 } });
  await replace(join(place.path, 'checkpoints/000002.json'), (bytes) => bytes.subarray(0, -1));
  await expect(archive.checkpoint(privateKey)).rejects.toThrow('checkpoints/000002.json is damaged');
});
