import type { PostId } from '@embalm/post';
import type { Archive, BlobRef } from '../src/index.ts';
import { draftOf, exchangeOf, photoOf } from './snapshots.ts';

/** Commit a record with a link and a photo of this round, and a script that others may share. @returns Its digest. */
export async function commitRound(archive: Archive, post: PostId, round: number, script: BlobRef): Promise<string> {
  const photo = await archive.keep(Buffer.alloc(2000, `${post} ${round}`));
  const { sha256 } = await archive.commit(
    draftOf(post, {
      knownAs: [`https://t.co/${round}`],
      exchanges: [exchangeOf(script)],
      files: { 'media/1.jpg': photoOf(photo) },
    }),
  );
  return sha256;
}
