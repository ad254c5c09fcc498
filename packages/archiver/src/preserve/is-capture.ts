import type { SnapshotDraft } from '@embalm/store';

/** Whether a record has the post itself, whole: an article quotes it, and oEmbed tells its text alone. */
export function isCapture({ source, content }: Pick<SnapshotDraft, 'source' | 'content'>): boolean {
  return content !== null && source !== 'quoted' && source !== 'x-oembed';
}
