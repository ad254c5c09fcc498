import { writeSync } from 'node:fs';
import type { PostId } from '@embalm/post';
import { openArchive } from '../src/index.ts';
import { draftOf, exchangeOf, photoOf } from './snapshots.ts';

/**
 * A program that writes to an archive and says what was acknowledged, a line each, until it has done all or is killed:
 * `blob <sha256>`, `record <post> <n> <sha256>`, `note <n>`.
 *
 * Arguments: the archive, the posts it writes in turn (separated by commas), how many commits, a name that makes its
 * bytes its own.
 */
const [directory = '', posts = '', commits = '0', name = ''] = process.argv.slice(2);
const turn = posts.split(',') as PostId[];

await using archive = await openArchive(directory);
for (let index = 0; index < Number(commits); index += 1) {
  const post = turn[index % turn.length] ?? 'x:20';
  const [body, photo] = await Promise.all([
    archive.keep(Buffer.from(`body ${index % 3} `.repeat(200))),
    archive.keep(Buffer.from(`photo ${name} ${index} `.repeat(1000))),
  ]);
  say(`blob ${body.sha256}`);
  say(`blob ${photo.sha256}`);
  const draft = draftOf(post, {
    knownAs: [`https://t.co/${name}${index}`],
    exchanges: [exchangeOf(body)],
    files: { 'media/1.jpg': photoOf(photo) },
  });
  const { record, sha256 } = await archive.commit(draft);
  say(`record ${post} ${record.n} ${sha256}`);
  if (index % 3 !== 2) continue;
  await archive.note({ post, record: sha256, ...draft.observation });
  say(`note ${index}`);
}

/** Straight to the system: a line that was said is said, whatever happens to this program. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
