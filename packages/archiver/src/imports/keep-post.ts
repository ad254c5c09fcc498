import type { Post, PostId, Source } from '@embalm/post';
import {
  canonicalJson,
  type Exchange,
  ForgottenPostError,
  type ObservationNote,
  type SnapshotDraft,
  type StoredFile,
} from '@embalm/store';
import { contentOf, type PayloadReading, postOf } from '../payloads/payload-reading.ts';
import { version } from '../version.ts';
import type { ImportJob } from './import-job.ts';
import type { MediaShelf } from './media-shelf.ts';
import type { PendingBlob } from './pending-blob.ts';

/** Where a payload was found in a file. */
export interface Origin {
  /** When it was true: ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
  /** The post that was asked for, if that is known. */
  readonly asked: PostId | null;
  readonly exchanges: readonly Exchange[];
  /** The payload as it was found. */
  readonly evidence: Readonly<Record<string, StoredFile>>;
  /** What evidence and exchanges name, where it is not kept yet. */
  readonly pending: readonly PendingBlob[];
}

/** Keep what a payload says of a post, unless the archive knows it. */
export async function keepReading(
  job: ImportJob,
  reading: PayloadReading,
  origin: Origin,
  media: MediaShelf,
): Promise<void> {
  const source: Source = `import:${job.kind}`;
  const base = { source, at: origin.at };
  const post = postOf(reading) ?? (reading.kind === 'tombstone' ? origin.asked : null);
  if (post === null) return;
  const content = contentOf(reading);
  const observation: ObservationNote =
    reading.kind === 'tombstone'
      ? { ...base, state: reading.state, reason: reading.text }
      : { ...base, state: 'live', reason: null };
  const own = content === null ? { files: {}, exchanges: [], missing: [] } : media.filesOf(content);
  const found = {
    files: { ...origin.evidence, ...own.files },
    exchanges: [...origin.exchanges, ...own.exchanges],
    missing: own.missing,
    diagnostics: diagnosticsOf(reading, source),
  };
  await keepDraft(job, draftOf(job, post, content, observation, origin.at, found), origin.pending);
}

/** Commit a draft, unless the archive has a record that says the same; the present state of a post is not set back. */
export async function keepDraft(
  job: ImportJob,
  draft: SnapshotDraft,
  pending: readonly PendingBlob[] = [],
): Promise<void> {
  job.goOn();
  let newest: ObservationNote | null = null;
  for await (const { record } of job.archive.history(draft.post)) {
    if (isKnown(record, draft)) return job.done({ post: draft.post, outcome: 'known' });
    newest = record.observation;
  }
  const observation = newest !== null && newest.at > draft.observation.at ? newest : draft.observation;
  await commitUnlessForgotten(job, { ...draft, observation }, pending);
}

/** Commit what a file has; a post that was erased on request is passed over, and named. */
export async function commitUnlessForgotten(
  { archive, again, done, problems }: ImportJob,
  draft: SnapshotDraft,
  pending: readonly PendingBlob[] = [],
): Promise<void> {
  try {
    // Asked for before its bytes are kept: they would lie here until they are collected.
    const forgotten = again ? null : await archive.forgotten(draft.post);
    if (forgotten !== null && (await archive.head(draft.post)) === null) throw new ForgottenPostError(forgotten);
    for (const blob of pending) await blob.keep();
    await archive.commit(draft, { again });
    done({ post: draft.post, outcome: 'added' });
  } catch (error) {
    if (!(error instanceof ForgottenPostError)) throw error;
    problems.push(error.message);
  }
}

/** The same capture in another file is the same; so is the same file once more, whatever its date is now. */
function isKnown(past: SnapshotDraft, draft: SnapshotDraft): boolean {
  if (past.source !== draft.source || past.imported === null) return false;
  if (withoutTimes(past.content) !== withoutTimes(draft.content)) return false;
  if (past.answers[0]?.state !== draft.answers[0]?.state) return false;
  const evidence = digestOfEvidence(draft);
  return past.capturedAt === draft.capturedAt || (evidence !== undefined && evidence === digestOfEvidence(past));
}

/** Counts say when they were read, also those of quoted posts. */
function withoutTimes(content: Post | null): string {
  return canonicalJson(JSON.parse(JSON.stringify(content, (key, value: unknown) => (key === 'asOf' ? null : value))));
}

function digestOfEvidence({ files }: SnapshotDraft): string | undefined {
  return Object.values(files).find(({ role }) => role === 'payload' || role === 'document')?.sha256;
}

function draftOf(
  job: ImportJob,
  post: PostId,
  content: Post | null,
  observation: ObservationNote,
  capturedAt: string,
  found: Pick<SnapshotDraft, 'exchanges' | 'files' | 'missing' | 'diagnostics'>,
): SnapshotDraft {
  return {
    post,
    capturedAt,
    knownAs: [],
    observation,
    answers: [observation],
    source: content === null ? null : observation.source,
    content,
    memento: null,
    identified: null,
    imported: job.imported,
    claim: null,
    mismatches: [],
    software: { name: 'embalm', version, browser: null },
    ...found,
  };
}

function diagnosticsOf({ diagnostics }: PayloadReading, source: Source): NonNullable<SnapshotDraft['diagnostics']> {
  return diagnostics.map(({ path, problem }) => ({ source, path, problem }));
}
