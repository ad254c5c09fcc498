import type { Reference } from '@embalm/post';
import type { Mismatch, StoredSnapshot } from '@embalm/store';
import type { Chosen } from './choose-content.ts';

/**
 * Where a post disagrees with what an article says of it: as it was found when the post was captured for such words. For
 * an article that came later, author and day are compared; they are all that can be compared exactly.
 *
 * @param records Oldest first.
 */
export function findMismatches(
  records: readonly StoredSnapshot[],
  chosen: Chosen,
  reference: Reference | null,
): readonly Mismatch[] {
  if (reference === null || chosen.source === 'quoted' || !isClaim(reference)) return [];
  const compared = records.findLast(({ record }) => record.source !== 'quoted' && saysTheSame(record.claim, reference));
  return compared?.record.mismatches ?? compare(reference, chosen);
}

type Words = Pick<Reference, 'handle' | 'date' | 'text'>;

/** A link names a post and says nothing of it: whatever handle stands in it, it leads there. */
function isClaim({ name, text }: Reference): boolean {
  return name !== null || text !== null;
}

function saysTheSame(claim: Words | null, reference: Words): boolean {
  return (
    claim !== null &&
    claim.handle === reference.handle &&
    claim.date === reference.date &&
    claim.text === reference.text
  );
}

function compare({ handle, date }: Words, { post }: Chosen): readonly Mismatch[] {
  const day = date?.slice(0, 10);
  const found = post.createdAt?.slice(0, 10);
  const mismatches: Mismatch[] = [];
  if (handle !== null && handle.toLowerCase() !== post.author.handle.toLowerCase()) {
    mismatches.push({ field: 'handle', claimed: handle, found: post.author.handle, similarity: null });
  }
  if (day !== undefined && found !== undefined && day !== found) {
    mismatches.push({ field: 'date', claimed: day, found, similarity: null });
  }
  return mismatches;
}
