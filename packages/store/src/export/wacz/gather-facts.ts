import type { SnapshotRecord } from '../../snapshot-record.ts';
import type { Page } from './page-of.ts';

/** What `datapackage.json` says besides the files. */
export interface PackageFacts {
  /** Of the newest capture: ISO 8601 in UTC. */
  readonly created: string;
  /** The first. */
  readonly mainPage: Page;
  readonly posts: number;
  readonly snapshots: number;
}

/** Gathers facts while snapshots go by. */
export interface FactsGatherer {
  /** Snapshots of a post must follow one another. */
  readonly add: (record: SnapshotRecord, page: Page) => void;
  /** What is known so far; `null` before the first snapshot. */
  readonly facts: () => PackageFacts | null;
}

/** Gather what `datapackage.json` says of snapshots. */
export function gatherFacts(): FactsGatherer {
  let facts: PackageFacts | null = null;
  let last: SnapshotRecord | null = null;
  return {
    add(record, page) {
      const { created = '', mainPage = page, posts = 0, snapshots = 0 } = facts ?? {};
      facts = {
        created: record.capturedAt > created ? record.capturedAt : created,
        mainPage,
        posts: posts + (record.post === last?.post ? 0 : 1),
        snapshots: snapshots + 1,
      };
      last = record;
    },
    facts: () => facts,
  };
}
