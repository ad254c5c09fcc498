import { setTimeout as delay } from 'node:timers/promises';
import type { PostId } from '@embalm/post';
import { DamageError } from '../archive-errors.ts';
import { forgottenPath, readForgotten } from '../forget/forgotten.ts';
import { shelfOf } from '../layout.ts';
import { isPostInSlice } from './slice.ts';
import type { Verification } from './verification.ts';

/** Check that what the ledger says was erased has its notice, which refuses later captures. */
export async function verifyNotices(
  { root, slice, report }: Verification,
  forgotten: ReadonlyMap<PostId, number>,
  shelves: readonly string[],
): Promise<void> {
  const walked = new Set(shelves);
  for (const [post, n] of forgotten) {
    if (!walked.has(shelfOf(post)) || !isPostInSlice(slice, post) || (await isNoticed(root, post, n))) continue;
    const message = `the ledger says that the post was erased (records 1 to ${n}), but this does not; \`embalm repair\` makes it anew, \`embalm forget\` goes on with what was begun`;
    report({ code: 'forget-unfinished', path: forgottenPath(post), message, post });
  }
}

/** Another program may be erasing it: then the notice is next. */
async function isNoticed(root: string, post: PostId, n: number): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    const noticed = noticedUpTo(root, post);
    if (noticed === 'damaged' || noticed >= n) return true;
    if (tries === 4) return false;
    await delay(25);
  }
}

/** -1 if there is no notice. One that is damaged has been reported. */
function noticedUpTo(root: string, post: PostId): number | 'damaged' {
  try {
    return readForgotten(root, post)?.n ?? -1;
  } catch (error) {
    if (error instanceof DamageError) return 'damaged';
    throw error;
  }
}
