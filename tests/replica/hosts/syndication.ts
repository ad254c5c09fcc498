import { tombstonePayload } from '../payload/tombstone.ts';
import { tweetResultPayload } from '../payload/tweet-result.ts';
import { jsonAnswer, plainAnswer, type Answer } from '../reply.ts';
import type { SeenRequest } from '../seen-request.ts';
import type { World } from '../world/world.ts';

const embedOrigin = 'https://platform.twitter.com';

/** cdn.syndication.twimg.com: the payload of a post. Without a token X says `{}`; only its own pages may read it. */
export function answerSyndication(request: SeenRequest, world: World): Answer {
  if (request.path !== '/tweet-result') return plainAnswer(404, 'Not Found');
  const cors: Record<string, string> = { vary: 'Origin' };
  if (request.headers['origin'] === embedOrigin) cors['access-control-allow-origin'] = embedOrigin;
  const id = request.query.get('id') ?? '';
  if ((request.query.get('token') ?? '') === '') return jsonAnswer(200, {}, cors);
  const post = world.posts.get(id);
  if (post !== undefined) return jsonAnswer(200, tweetResultPayload(world, post), cors);
  const notice = world.withdrawn.get(id) ?? null;
  return notice === null ? jsonAnswer(404, {}, cors) : jsonAnswer(200, tombstonePayload(notice), cors);
}
