import type { Reference } from '@embalm/post';
import type { StoredSnapshot } from '@embalm/store';
import type { Exhibit } from '../exhibit.ts';
import type { Chosen } from './choose-content.ts';
import { findMismatches } from './find-mismatches.ts';
import type { Gathered } from './gather-content.ts';

/** Put together what is shown of a post. */
export function makeExhibit(
  records: readonly StoredSnapshot[],
  chosen: Chosen,
  { post, versions, assets }: Gathered,
  reference: Reference | null,
): Exhibit {
  const { source, from, observation } = chosen;
  return {
    post,
    versions,
    assetFor: (url) => assets.get(url) ?? null,
    provenance: {
      source,
      capturedAt: from.record.capturedAt,
      state: observation.state,
      observedAt: observation.at,
      reason: observation.reason,
      recordDigest: from.sha256,
      memento: from.record.memento ?? null,
      identified: from.record.identified ?? null,
      mismatches: findMismatches(records, chosen, reference),
    },
  };
}
