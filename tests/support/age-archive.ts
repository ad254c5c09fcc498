import type { PostId } from '@embalm/post';
import { type Archive, openArchive, type SnapshotRecord } from '@embalm/store';

/**
 * Copy posts of an archive into another as if they had been captured that long ago: then they are due.
 *
 * @param posts Which; default all.
 */
export async function ageArchive(from: string, to: string, ageMs: number, posts?: readonly PostId[]): Promise<void> {
  await using source = await openArchive(from, { readOnly: true });
  await using target = await openArchive(to);
  for await (const { post } of source.list()) {
    if (posts !== undefined && !posts.includes(post)) continue;
    for await (const { record } of source.history(post)) {
      await copyBlobs(record, source, target);
      const { format: _format, version: _version, n: _n, prev: _prev, ...draft } = record;
      const capturedAt = new Date(Date.parse(record.capturedAt) - ageMs).toISOString();
      await target.commit({ ...draft, capturedAt });
    }
  }
}

async function copyBlobs({ files, exchanges }: SnapshotRecord, source: Archive, target: Archive): Promise<void> {
  const bodies = exchanges.flatMap(({ request, response }) => [request.body, response?.body ?? null]);
  const digests = [...Object.values(files), ...bodies].flatMap((blob) => (blob === null ? [] : [blob.sha256]));
  for (const sha256 of new Set(digests)) await target.keep(await source.readBlob(sha256));
}
