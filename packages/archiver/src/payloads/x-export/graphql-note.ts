import { isJsonObject, type JsonObject } from '../json-object.ts';

/**
 * The text of a long post as X's export keeps it in `note-tweet.js`, in the shape in which GraphQL has it under `note_tweet`.
 *
 * @param note The `noteTweet` of an item.
 * @returns `null` if it has no text.
 */
export function toGraphqlNote(note: unknown): JsonObject | null {
  const core = isJsonObject(note) && isJsonObject(note['core']) ? note['core'] : null;
  if (core === null || typeof core['text'] !== 'string') return null;
  const list = (key: string): readonly JsonObject[] => {
    const items = core[key];
    return Array.isArray(items) ? items.filter(isJsonObject).map(toEntity) : [];
  };
  const result = {
    text: core['text'],
    richtext: { richtext_tags: core['styletags'] },
    entity_set: {
      hashtags: list('hashtags'),
      symbols: list('cashtags'),
      user_mentions: list('mentions'),
      urls: list('urls'),
    },
  };
  return { note_tweet_results: { result } };
}

/** The names of all kinds of entities at once: none has those of another. */
function toEntity(entity: JsonObject): JsonObject {
  return {
    indices: [entity['fromIndex'], entity['toIndex']],
    text: entity['text'],
    screen_name: entity['screenName'],
    url: entity['shortUrl'],
    expanded_url: entity['expandedUrl'],
    display_url: entity['displayUrl'],
  };
}
