import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { openArchive } from '../src/index.ts';
import { layout } from '../src/layout.ts';
import { lostLines } from './lost-lines.ts';
import { problemsOf } from './problems-of.ts';
import { draftOf } from './snapshots.ts';

/**
 * What a fault has done to an archive: what was acknowledged and is not there, what is damaged, and which posts take no
 * more commits or checks.
 *
 * @param said What was acknowledged, in lines as `writer.ts` says them.
 */
export async function lossesIn(
  directory: string,
  said: readonly string[],
  posts: readonly PostId[],
): Promise<readonly string[]> {
  const losses: string[] = [];
  if (existsSync(join(directory, layout.formatFile))) {
    // Before anything is written, and so mended: what the fault left must be sound as it is.
    await using reader = await openArchive(directory, { readOnly: true });
    const problems = await problemsOf(reader);
    // The next writer cuts off what was never acknowledged.
    losses.push(...problems.filter((problem) => !problem.startsWith('ledger-unfinished')));
    losses.push(...(await lostLines(reader, said)));
  }
  await using archive = await openArchive(directory);
  for (const post of posts) {
    const before = await archive.head(post);
    const { record, sha256 } = await archive.commit(draftOf(post));
    if (record.n !== (before?.record.n ?? 0) + 1) losses.push(`${post} goes on with record ${record.n}`);
    await archive.note({ post, record: sha256, ...draftOf(post).observation });
  }
  losses.push(...(await problemsOf(archive)), ...(await lostLines(archive, said)));
  const listed = await Array.fromAsync(archive.list());
  for (const { post, n, sha256 } of listed) {
    const head = await archive.head(post);
    if (head?.record.n !== n || head.sha256 !== sha256) losses.push(`the index has record ${n} of ${post}`);
  }
  if (listed.length !== posts.length) losses.push(`the index has ${listed.length} posts`);
  return losses;
}
