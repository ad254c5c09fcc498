import type { Entity } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { readPostText } from '../post-text.ts';
import { readEntityClaims } from './entities.ts';

const mediaPage = /\/(?:photo|video)\/\d{1,2}$/;

/** A text and what stands in it. */
export interface Text {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/**
 * Read the text of a post: that of `note_tweet`, which is whole, or `text`. There is no range that is shown: leading
 * mentions of an answer and trailing links to the post's own media, or to the post it quotes, are known by what they are.
 *
 * @param quotedId The post that is quoted and shown, or `null`.
 */
export function readText(tweet: Fields, isReply: boolean, quotedId: string | null): Text {
  const note = tweet.object('note_tweet');
  const source = note ?? tweet;
  const entities = source.object('entities');
  const links = tweet.object('entities')?.objects('urls') ?? [];
  const mediaLinks = links
    .filter((link) => link.has('media_key') || mediaPage.test(link.string('expanded_url') ?? ''))
    .map((link) => link.string('url') ?? '');
  const quoteLink = links.find((link) => quotedId !== null && leadsTo(link.string('expanded_url') ?? '', quotedId));
  const hint = {
    range: null,
    mediaLinks: [...new Set(mediaLinks)].filter((link) => link !== ''),
    isReply,
    hidden: quoteLink === undefined ? [] : [quoteLink.string('url') ?? ''],
  };
  const read = readPostText(source.wanted('text') ?? '', hint, readEntityClaims(entities));
  return { text: read.text, entities: read.entities };
}

function leadsTo(url: string, id: string): boolean {
  return URL.parse(url)?.pathname.split('/').includes(id) ?? false;
}
