import { Buffer } from 'node:buffer';
import { deriveAccountId } from '../world/derive.ts';
import { timeOf } from '../world/status-url.ts';
import type { PublishedPost, World } from '../world/world.ts';
import { cardPayload } from './card.ts';
import { mediaEntities, mediaPayload } from './media.ts';
import { userPayload } from './user.ts';

/** The payload of a post as tweet-result gives it, with the posts it quotes and answers. */
export function tweetResultPayload(world: World, post: PublishedPost): unknown {
  const { spec } = post;
  const quoted = spec.quote === undefined ? undefined : world.posts.get(spec.quote);
  const parent = spec.parent === undefined ? undefined : world.posts.get(spec.parent);
  return {
    __typename: 'Tweet',
    ...contentOf(world, post),
    conversation_count: spec.replies ?? 0,
    news_action_type: 'conversation',
    ...(quoted === undefined ? {} : { quoted_tweet: innerPayload(world, quoted) }),
    ...(parent === undefined ? {} : { parent: innerPayload(world, parent) }),
    ...editState(post),
  };
}

/** A post within a post says its own counts, and nothing of further posts. */
function innerPayload(world: World, post: PublishedPost): unknown {
  return { ...contentOf(world, post), reply_count: post.spec.replies ?? 0, retweet_count: 0, ...editState(post) };
}

function contentOf(world: World, post: PublishedPost): Record<string, unknown> {
  const { spec, text } = post;
  const versions = spec.versions ?? [spec.id];
  return {
    ...replyPayload(world, post),
    lang: spec.lang ?? 'en',
    favorite_count: spec.likes ?? 0,
    ...(post.media.length > 0 || spec.sensitive === true ? { possibly_sensitive: spec.sensitive === true } : {}),
    created_at: secondsOf(timeOf(spec.id)),
    display_text_range: text.displayRange,
    entities: { ...text.entities, ...(post.media.length === 0 ? {} : { media: mediaEntities(post) }) },
    id_str: spec.id,
    text: text.text,
    user: userPayload(spec.author),
    edit_control: {
      edit_tweet_ids: versions,
      editable_until_msecs: String(timeOf(versions[0] ?? spec.id) + 3_600_000),
      is_edit_eligible: false,
      edits_remaining: String(6 - versions.length),
    },
    ...mediaPayload(post),
    ...cardPayload(post),
    ...(post.cut ? { note_tweet: { id: Buffer.from(`NoteTweetResults:${spec.id}`).toString('base64') } } : {}),
  };
}

function replyPayload(world: World, post: PublishedPost): Record<string, unknown> {
  if (post.spec.parent === undefined) return {};
  const author = world.posts.get(post.spec.parent)?.spec.author;
  const handle = author?.handle ?? post.text.entities.user_mentions[0]?.screen_name ?? 'i';
  return {
    in_reply_to_screen_name: handle,
    in_reply_to_status_id_str: post.spec.parent,
    in_reply_to_user_id_str: author?.id ?? deriveAccountId(handle),
  };
}

function editState(post: PublishedPost): Record<string, unknown> {
  const { versions, id } = post.spec;
  return { isEdited: (versions?.length ?? 1) > 1, isStaleEdit: versions !== undefined && versions.at(-1) !== id };
}

/** X gives whole seconds. */
function secondsOf(time: number): string {
  return new Date(Math.floor(time / 1000) * 1000).toISOString();
}
