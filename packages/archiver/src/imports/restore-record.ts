import type { Source } from '@embalm/post';
import {
  DamagedRecordError,
  MissingBlobError,
  type ObservationNote,
  parseRecordFile,
  type SnapshotDraft,
  type SnapshotRecord,
} from '@embalm/store';
import { createHash } from 'node:crypto';
import type { ImportJob } from './import-job.ts';
import { commitUnlessForgotten, keepDraft } from './keep-post.ts';

/**
 * Take a record of an export into the archive. What the user's own key signed is taken back word for word, if the post's
 * history goes on with it; from others it becomes an import that names its file: nobody can pass off a capture as this
 * archive's own.
 */
export async function restoreRecord(job: ImportJob, bytes: Buffer, isOwn: boolean): Promise<void> {
  const record = readRecord(job, bytes);
  if (record === null) return;
  try {
    if (!(isOwn && (await takeBack(job, record, bytes)))) await keepDraft(job, importedFrom(job, record));
  } catch (error) {
    if (!(error instanceof MissingBlobError)) throw error;
    job.problems.push(`${record.post}: what its record ${record.n} names is not in the file. ${error.message}`);
  }
}

function readRecord(job: ImportJob, bytes: Buffer): SnapshotRecord | null {
  try {
    return parseRecordFile('a record in it', bytes);
  } catch (error) {
    if (!(error instanceof DamagedRecordError)) throw error;
    job.problems.push(`a record in it is damaged: ${error.reason}`);
    return null;
  }
}

/** @returns false if the archive's history of the post is another. */
async function takeBack(job: ImportJob, record: SnapshotRecord, bytes: Buffer): Promise<boolean> {
  const { archive, done } = job;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  for await (const past of archive.history(record.post)) {
    if (past.sha256 !== sha256) continue;
    done({ post: record.post, outcome: 'known' });
    return true;
  }
  const head = await archive.head(record.post);
  if ((head?.sha256 ?? null) !== record.prev) return false;
  await commitUnlessForgotten(job, record);
  return true;
}

function importedFrom(job: ImportJob, record: SnapshotRecord): SnapshotDraft {
  const source: Source = `import:${job.kind}`;
  // What was only quoted stays so.
  const marked = (note: ObservationNote): ObservationNote => (note.source === 'quoted' ? note : { ...note, source });
  return {
    ...record,
    source: record.source === null || record.source === 'quoted' ? record.source : source,
    observation: marked(record.observation),
    answers: record.answers.map(marked),
    imported: job.imported,
  };
}
