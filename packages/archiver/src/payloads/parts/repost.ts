import type { Entity, Post, Quoted } from '@embalm/post';

/** How the text of a post that passes another on begins. */
const leadPattern = /^RT @(\w{1,20}): /;

/**
 * A post that passes another on says `RT @handle: ` and the beginning of the other's text, with the other's media. The
 * other post is whole beside it: so its text is taken from there, and what it shows is left to it.
 */
export function passOn(post: Post, reposted: Post): Post {
  const repostOf: Quoted = { type: 'post', post: reposted };
  const handle = reposted.author.handle || (leadPattern.exec(post.text)?.[1] ?? '');
  if (handle === '') return { ...post, media: [], quote: null, repostOf };
  const lead = `RT @${handle}: `;
  const name = reposted.author.name === '' ? null : reposted.author.name;
  const mention: Entity = { type: 'mention', range: [3, lead.length - 2], handle, name };
  return {
    ...post,
    text: `${lead}${reposted.text}`,
    entities: [mention, ...reposted.entities.map((entity) => shift(entity, lead.length))],
    media: [],
    quote: null,
    repostOf,
    card: null,
    poll: null,
    truncated: reposted.truncated,
  };
}

function shift(entity: Entity, by: number): Entity {
  const [start, end] = entity.range;
  return { ...entity, range: [start + by, end + by] };
}
