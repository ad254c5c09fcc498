import type { Entity } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { readEntityClaims, readMediaLinks } from '../parts/entities.ts';
import { readPostText } from '../post-text.ts';

/** The whole text of a long post. */
export interface NoteText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/**
 * Read `note_tweet`. Its text is escaped and counted as the short one's (measured), and begins with the same mentions; it
 * has no range of its own. A post has no place for its bold and italic parts, nor for where its pictures stand: they are named.
 */
export function readNote(tweet: Fields, legacy: Fields, quoteLink: string | null): NoteText | null {
  const note = tweet.object('note_tweet')?.object('note_tweet_results')?.object('result') ?? null;
  const text = note?.wanted('text') ?? null;
  if (note === null || text === null) return null;
  nameLeftOut(note);
  const media = [
    ...(legacy.object('extended_entities')?.objects('media') ?? []),
    ...(legacy.object('entities')?.objects('media') ?? []),
  ];
  const isReply = (legacy.range('display_text_range')?.[0] ?? 0) > 0;
  const hint = {
    range: null,
    mediaLinks: readMediaLinks(media),
    isReply,
    hidden: quoteLink === null ? [] : [quoteLink],
  };
  const read = readPostText(text, hint, readEntityClaims(note.object('entity_set'), []));
  return { text: read.text, entities: read.entities };
}

function nameLeftOut(note: Fields): void {
  const richtext = note.object('richtext');
  if ((richtext?.objects('richtext_tags').length ?? 0) > 0) richtext?.surprising('richtext_tags');
  const media = note.object('media');
  if ((media?.objects('inline_media').length ?? 0) > 0) media?.surprising('inline_media');
}
