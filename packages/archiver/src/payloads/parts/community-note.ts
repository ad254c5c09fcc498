import type { CommunityNote } from '@embalm/post';
import { codePointOffsets } from '../code-points.ts';
import { dropOverlaps } from '../drop-overlaps.ts';
import type { Fields } from '../fields.ts';

/** Read `birdwatch_pivot`. Its text comes unescaped, in `subtitle` or, in newer payloads, in `note.summary` or
 * `note.data_v1.summary`. */
export function readCommunityNote(post: Fields): CommunityNote | null {
  const pivot = post.object('birdwatch_pivot');
  const note = pivot?.object('note') ?? null;
  const body = pivot?.object('subtitle') ?? (note?.object('data_v1') ?? note)?.object('summary') ?? null;
  const text = body?.wanted('text') ?? null;
  if (pivot === null) return null;
  if (body === null || text === null) {
    pivot.surprising();
    return null;
  }
  return { text, links: readLinks(body, codePointOffsets(text)) };
}

/** Links in the order of the text; of two that overlap, the first. */
function readLinks(body: Fields, offsets: readonly number[]): CommunityNote['links'] {
  const links = body.objects('entities').flatMap((entity) => {
    const url = entity.object('ref')?.string('url') ?? null;
    const start = offsets[entity.count('from_index') ?? entity.count('fromIndex') ?? -1];
    const end = offsets[entity.count('to_index') ?? entity.count('toIndex') ?? -1];
    if (url !== null && start !== undefined && end !== undefined && start < end) {
      return [{ range: [start, end] as const, url }];
    }
    entity.surprising();
    return [];
  });
  return dropOverlaps(links, ({ range }) => range);
}
