import type { Entity, Media } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { readEntityClaims, readMediaLinks } from '../parts/entities.ts';
import { readMediaDetail } from '../parts/media.ts';
import { readPostText } from '../post-text.ts';

/** What a post of v1.1 says: its text with entities, and its media. */
export interface Body {
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly media: readonly Media[];
  readonly truncated: boolean;
}

/** A text written for clients of before 2016 ends in a link to the whole of it. */
const wholeText = /^https?:\/\/(?:twitter|x)\.com\/i\/web\/status\/\d{1,19}$/;

/**
 * Read the text of a post in whichever of its forms is whole: `extended_tweet`, `full_text`, or `text`, which is cut
 * after 140 characters.
 *
 * @param quoteLink The short link to a quoted post that is shown instead.
 */
export function readBody(tweet: Fields, quoteLink: string | null): Body {
  const extended = tweet.object('extended_tweet');
  const source = extended ?? tweet;
  const entities = source.object('entities');
  const media = mediaOf(source, entities);
  const truncated = extended === null && tweet.boolean('truncated') === true;
  const text = source.string('full_text') ?? source.wanted('text');
  const ownLink = truncated ? findOwnLink(entities) : null;
  const read = readPostText(
    text ?? '',
    {
      range: source.range('display_text_range'),
      mediaLinks: readMediaLinks(media),
      isReply: tweet.has('in_reply_to_screen_name'),
      hidden: [ownLink, quoteLink].filter((link) => link !== null),
    },
    readEntityClaims(entities, media),
  );
  if (read.rangeIgnored) source.surprising('display_text_range');
  return { text: read.text, entities: read.entities, media: media.flatMap(readMediaDetail), truncated };
}

/** `extended_entities` has all media, `entities` only the first; before 2014 there is nothing else. */
function mediaOf(source: Fields, entities: Fields | null): readonly Fields[] {
  const all = source.object('extended_entities')?.objects('media') ?? [];
  return all.length > 0 ? all : (entities?.objects('media') ?? []);
}

function findOwnLink(entities: Fields | null): string | null {
  const own = entities?.objects('urls').find((link) => wholeText.test(link.string('expanded_url') ?? ''));
  return own?.string('url') ?? null;
}
