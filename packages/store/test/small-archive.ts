import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openArchive } from '../src/open/open-archive.ts';
import { commitRound } from './commit-round.ts';
import { draftOf } from './snapshots.ts';
import { temporaryPlace, type TemporaryPlace } from './temporary-place.ts';

/** A small archive with something of everything. It has been closed. */
export async function smallArchive(): Promise<TemporaryPlace> {
  const place = await temporaryPlace();
  let month = 10;
  await using archive = await openArchive(place.path, { now: () => new Date(`2026-${month}-22T10:00:00.000Z`) });
  const script = await archive.keep(Buffer.from('a script that all pages share'));
  for (const post of ['x:20', 'x:21', 'x:~AbCdEfGhIj'] as const) {
    for (const round of [1, 2, 3]) {
      const sha256 = await commitRound(archive, post, round, script);
      month = 9 + round;
      await archive.note({ post, record: sha256, ...draftOf(post).observation });
    }
  }
  return place;
}

/** The files of an archive whose every byte counts, made writable. */
export async function keptFiles(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const files = paths.filter((path) => /^(?:embalm\.json|blobs\/|posts\/|checks\/)/.test(path)).toSorted();
  for (const path of files) await chmod(join(root, path), 0o644);
  return files;
}
