import { generateKeyPairSync } from 'node:crypto';
import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openArchive } from '../src/index.ts';
import { commitRound } from './commit-round.ts';
import { startLocalAuthority } from './local-authority.ts';
import { draftOf } from './snapshots.ts';
import { temporaryPlace, type TemporaryPlace } from './temporary-place.ts';

/** An archive with a file of every kind, closed. */
export interface ArchiveOfEverything extends TemporaryPlace {
  /** The files whose every byte counts, by kind; relative. */
  readonly files: Readonly<Record<FileKind, readonly string[]>>;
}

/** What a file of an archive is. */
export type FileKind = 'format' | 'blob' | 'list' | 'record' | 'notice' | 'ledger' | 'checkpoint' | 'token';

/**
 * Make one: three posts with records, blobs, checks in three months, two checkpoints with their lists, and a post that was
 * erased. The first checkpoint has a time stamp, if there is an openssl.
 */
export async function archiveOfEverything(): Promise<ArchiveOfEverything> {
  const place = await temporaryPlace();
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  let month = 9;
  await using archive = await openArchive(place.path, {
    now: () => new Date(`2026-${String(month).padStart(2, '0')}-22T10:00:00.000Z`),
  });
  const script = await archive.keep(Buffer.from('a script that all pages share'));
  for (const post of ['x:20', 'x:21', 'x:~AbCdEfGhIj'] as const) {
    for (const round of [1, 2]) {
      const sha256 = await commitRound(archive, post, round, script);
      await archive.note({ post, record: sha256, ...draftOf(post).observation });
    }
    month += 1;
  }
  await archive.commit(draftOf('x:22'));
  await archive.forget('x:22', { why: 'the author asked' });
  const lists: string[] = [];
  const first = await archive.checkpoint(privateKey);
  await using authority = await startLocalAuthority();
  if (authority !== null)
    await archive.timestamp(first, { host: 'a.example', ask: (query) => authority.answer(query) });
  await archive.commit(draftOf('x:23'));
  const second = await archive.checkpoint(privateKey);
  for (const { checkpoint } of [first, second]) lists.push(checkpoint.added.sha256);
  const paths = await filesOf(place.path);
  const files = Object.groupBy(paths, (path) => kindOf(path, lists) ?? 'other');
  const {
    format = [],
    blob = [],
    list = [],
    record = [],
    notice = [],
    ledger = [],
    checkpoint = [],
    token = [],
  } = files;
  return {
    path: place.path,
    files: { format, blob, list, record, notice, ledger, checkpoint, token },
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
}

async function filesOf(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of files) await chmod(path, 0o644);
  return files.map((path) => path.slice(root.length + 1)).toSorted();
}

function kindOf(path: string, lists: readonly string[]): FileKind | null {
  const [top = '', , , name = ''] = path.split('/');
  switch (top) {
    case 'embalm.json':
      return 'format';
    case 'blobs':
      return lists.includes(name) ? 'list' : 'blob';
    case 'posts':
      return name === 'forgotten.json' ? 'notice' : 'record';
    case 'checks':
      return 'ledger';
    case 'checkpoints':
      return path.endsWith('.tst') ? 'token' : 'checkpoint';
    default:
      return null;
  }
}
