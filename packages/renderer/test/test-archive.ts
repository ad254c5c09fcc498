import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, openArchive, type SnapshotDraft, type StoredFile, type StoredSnapshot } from '@embalm/store';
import { makePost } from './make-post.ts';

/** A folder with an archive in it, gone when it is disposed of. */
export interface TestArchive extends AsyncDisposable {
  readonly directory: string;
  readonly archive: Archive;
  /** Keeps bytes that stand for a URL of a post's content. */
  keep(role: StoredFile['role'], of: string, mediaType: string, bytes: Uint8Array): Promise<StoredFile>;
  /** Commits a capture of a post; what a test is about is given. */
  commit(changes?: Partial<SnapshotDraft>): Promise<StoredSnapshot>;
}

/** Make an archive in a folder of its own. */
export async function openTestArchive(): Promise<TestArchive> {
  const directory = await mkdtemp(join(tmpdir(), 'embalm-renderer-'));
  const archive = await openArchive(join(directory, 'archive'));
  return {
    directory,
    archive,
    keep: async (role, of, mediaType, bytes) => ({
      ...(await archive.keep(bytes)),
      mediaType,
      role,
      of,
      from: of,
      rung: null,
      width: null,
      height: null,
    }),
    commit: (changes = {}) => archive.commit(makeDraft(changes)),
    async [Symbol.asyncDispose]() {
      await archive[Symbol.asyncDispose]();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function makeDraft(changes: Partial<SnapshotDraft>): SnapshotDraft {
  const content = changes.content === undefined ? makePost() : changes.content;
  const capturedAt = changes.capturedAt ?? '2022-03-07T09:30:00.000Z';
  return {
    post: content?.id ?? makePost().id,
    capturedAt,
    knownAs: [],
    observation: { state: 'live', source: 'x-embed', at: capturedAt, reason: null },
    answers: [],
    source: content === null ? null : 'x-embed',
    content,
    claim: null,
    mismatches: [],
    exchanges: [],
    files: {},
    software: { name: 'embalm', version: '0.1.0', browser: null },
    ...changes,
  };
}
