import { idOf, type PostId, xIdsOfDay } from '@embalm/post';
import type { Exchange } from '@embalm/store';
import { leastSimilarity } from '../match/compare-claim.ts';
import { compareText } from '../match/compare-text.ts';
import { plainHandle } from '../payloads/parts/handle.ts';
import type { SourceContext } from '../sources/source.ts';
import type { Capture } from '../wayback/capture.ts';
import { idInUrl } from '../wayback/choose-captures.ts';
import { listCaptures } from '../wayback/list-captures.ts';
import { readMemento } from '../wayback/read-memento.ts';
import { archivedPagesOf } from '../x-sites.ts';

/** What an article says of a post whose id is looked for. */
export interface SoughtPost {
  /** Without `@`. */
  readonly handle: string;
  /** As an embed prints it: the UTC day of the id. */
  readonly day: string;
  readonly text: string;
}

/** Which post was found, and how sure that is; the evidence in any case. */
export interface SearchOutcome {
  readonly found: { readonly post: PostId; readonly confidence: number } | null;
  readonly exchanges: readonly Exchange[];
}

/** Few authors have more posts of one day in the archive. */
const mostCandidates = 12;

/**
 * Look in the Wayback Machine for the author's posts of a day, and take the one whose text is the most alike. The printed
 * day is that of the id (2,448 of 2,448 measured), so only ids made on it count.
 *
 * @throws The signal's reason, if it aborts.
 */
export async function searchWayback(sought: SoughtPost, context: SourceContext): Promise<SearchOutcome> {
  const exchanges: Exchange[] = [];
  const captures: Capture[] = [];
  for (const start of startsOf(sought)) {
    const listed = await listCaptures(start, context, true);
    exchanges.push(...listed.exchanges);
    captures.push(...listed.captures);
  }
  const [first, end] = rangeOf(sought.day) ?? [0n, 0n];
  const isOfDay = (id: bigint): boolean => id >= first && id < end;
  const candidates = [...Map.groupBy(captures, ({ original }) => idInUrl(original) ?? '')].filter(
    (entry): entry is [PostId, Capture[]] => entry[0] !== '' && isOfDay(BigInt(idOf(entry[0]))),
  );
  const seen: { readonly post: PostId; readonly similarity: number }[] = [];
  for (const [post, own] of candidates.slice(0, mostCandidates)) {
    const read = await readMemento(own, post, context);
    exchanges.push(...read.exchanges);
    const shown = read.post;
    if (shown === null || shown.author.handle.toLowerCase() !== sought.handle.toLowerCase()) continue;
    seen.push({ post, similarity: compareText(sought.text, shown.text, shown.truncated) ?? 0 });
  }
  return { found: chooseBest(seen), exchanges };
}

/** Two that are both alike enough leave it open which one is meant. */
function chooseBest(seen: readonly { readonly post: PostId; readonly similarity: number }[]): SearchOutcome['found'] {
  const [best, next] = seen.toSorted((one, other) => other.similarity - one.similarity);
  if (best === undefined || best.similarity < leastSimilarity) return null;
  const isOnly = next === undefined || next.similarity < leastSimilarity;
  return { post: best.post, confidence: Math.round(best.similarity * (isOnly ? 1 : 0.5) * 1000) / 1000 };
}

/** A day's ids share their first digits but for one step at most. */
function startsOf({ handle, day }: SoughtPost): readonly string[] {
  const range = rangeOf(day);
  const author = plainHandle(handle);
  if (range === null || author === '') return [];
  const [first, end] = range;
  const unit = first >= 10n ** 15n ? 10n ** 15n : 10n ** 14n;
  const starts: string[] = [];
  for (let start = first / unit; start <= (end - 1n) / unit; start += 1n) starts.push(String(start));
  return starts.flatMap((start) => archivedPagesOf(author, start));
}

/** `null` for days whose ids carry no time, and for what is no day. */
function rangeOf(day: string): readonly [bigint, bigint] | null {
  try {
    const [first, end] = xIdsOfDay(day);
    return [BigInt(first), BigInt(end)];
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
