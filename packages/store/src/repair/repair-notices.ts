import type { PostId } from '@embalm/post';
import { forgottenPath, writeForgotten } from '../forget/forgotten.ts';
import { readForgetEntries } from '../ledger/read-forget-entries.ts';
import { recordNumbersNow } from '../record/read-now.ts';
import type { Problem } from '../verify/verify-report.ts';
import type { RepairTools } from './repair-archive.ts';
import { writeInPlace } from './write-in-place.ts';

/**
 * Make the notices of erased posts anew that are damaged or gone. The ledger says all that is in them: no copy is needed.
 *
 * @returns Their paths.
 */
export async function repairNotices(tools: RepairTools, problems: readonly Problem[]): Promise<readonly string[]> {
  const wrong = new Set<PostId>();
  for (const { code, post, path } of problems) {
    const isWrong = code === 'record-damaged' || code === 'forget-unfinished';
    if (isWrong && post !== null && path === forgottenPath(post)) wrong.add(post);
  }
  const repaired: string[] = [];
  for (const post of wrong) {
    const bytes = await noticeOf(tools.root, post);
    if (bytes === null) continue;
    await writeInPlace(tools, forgottenPath(post), bytes);
    repaired.push(forgottenPath(post));
  }
  return repaired;
}

/** What the newest entry says; one that is too long for a line goes on in the next. */
async function noticeOf(root: string, post: PostId): Promise<Uint8Array | null> {
  const entries = [];
  for await (const entry of readForgetEntries(root, post)) entries.push(entry);
  const newest = entries.at(-1);
  if (newest === undefined) return null;
  const { n, at, by, why } = newest;
  // The program that began to erase it died: what it said may not be all, and `forget` has to go on anyway.
  if (recordNumbersNow(root, post).includes(n)) return null;
  const records = entries.filter((entry) => entry.n === n && entry.at === at).flatMap((entry) => entry.records);
  return writeForgotten({ format: 'embalm-forgotten', version: 1, post, n, at, by, why, head: records.at(-1) ?? null });
}
