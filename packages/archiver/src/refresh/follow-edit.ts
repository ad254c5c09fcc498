import type { Post, PostId } from '@embalm/post';
import { draftSnapshot } from '../preserve/draft-snapshot.ts';
import type { Identified } from '../preserve/identify-post.ts';
import { isCapture } from '../preserve/is-capture.ts';
import type { CheckContext } from './check-post.ts';

/**
 * Archive the newest version of an edited post, which X keeps under an id of its own, unless it is archived.
 *
 * @returns Its id, or `null` if there is none, or none that could be captured.
 * @throws {NoBrowserError} If a browser is to capture it, and there is none.
 */
export async function followEdit(shown: Post | null, context: CheckContext): Promise<PostId | null> {
  const newest = shown?.edits?.ids.at(-1) ?? null;
  if (shown === null || newest === null || newest === shown.id) return null;
  const { archive, door, inTurn } = context;
  if ((await archive.head(newest)) !== null || (await archive.forgotten(newest)) !== null) return null;
  const identified: Identified = {
    kind: 'post',
    post: newest,
    knownAs: [],
    exchanges: [],
    how: { by: 'archive', confidence: 1 },
    reason: null,
  };
  const wayOut = () => Promise.resolve({ door });
  const draft = await inTurn(() => draftSnapshot(null, identified, { ...context, wayOut }));
  if (!isCapture(draft)) return null;
  await archive.commit(draft);
  return newest;
}
