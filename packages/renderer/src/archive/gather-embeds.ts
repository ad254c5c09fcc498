import type { Reference } from '@embalm/post';
import type { StoredSnapshot } from '@embalm/store';
import type { Embed } from '../article/article.ts';
import { chooseContent } from './choose-content.ts';
import type { ExhibitSource } from './exhibit-source.ts';
import { findRecords } from './find-records.ts';
import { gatherContent, type Gathered } from './gather-content.ts';
import { makeExhibit } from './make-exhibit.ts';
import type { MediaProblem } from './media-problem.ts';
import type { MediaSink } from './media-sink.ts';

/** What an archive has of an article's posts. */
export interface GatheredEmbeds {
  /** In the order of the references. */
  readonly embeds: readonly Embed[];
  readonly problems: readonly MediaProblem[];
}

/**
 * Gather what an archive has of the posts that an article refers to, and their media.
 *
 * @throws {DamagedRecordError} If a record of one of them cannot be trusted.
 */
export async function gatherEmbeds(
  archive: ExhibitSource,
  references: readonly Reference[],
  sink: MediaSink,
): Promise<GatheredEmbeds> {
  const gathered = new Map<string, Gathered>();
  const embeds: Embed[] = [];
  for (const reference of references) {
    const records = await findRecords(archive, reference);
    embeds.push({ reference, exhibit: records === null ? null : await exhibit(records, reference) });
  }
  return { embeds, problems: [...gathered.values()].flatMap(({ problems }) => problems) };

  async function exhibit(records: readonly StoredSnapshot[], reference: Reference): Promise<Embed['exhibit']> {
    const chosen = chooseContent(records, reference);
    if (chosen === null) return null;
    const media = gathered.get(chosen.from.sha256) ?? (await gatherContent(archive, records, chosen, sink));
    gathered.set(chosen.from.sha256, media);
    return makeExhibit(records, chosen, media, reference);
  }
}
