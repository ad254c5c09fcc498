import { graphqlResult } from '../payload/graphql.ts';
import { jsonAnswer, plainAnswer, type Answer } from '../reply.ts';
import type { SeenRequest } from '../seen-request.ts';
import type { World } from '../world/world.ts';

const operation = /^\/graphql\/[\w-]{1,40}\/TweetResultByRestId$/;
const guest = '1990000000000000001';

/** api.x.com: a number for every guest who asks, and posts for those who have one. */
export function answerGuestApi(request: SeenRequest, world: World): Answer {
  if (!(request.headers['authorization'] ?? '').startsWith('Bearer ')) return plainAnswer(401, 'Unauthorized');
  if (request.path === '/1.1/guest/activate.json') {
    return request.method === 'POST' ? jsonAnswer(200, { guest_token: guest }) : plainAnswer(405, 'Method Not Allowed');
  }
  if (!operation.test(request.path)) return plainAnswer(404, 'Not Found');
  if (request.headers['x-guest-token'] !== guest)
    return jsonAnswer(403, { errors: [{ code: 239, message: 'Bad guest token' }] });
  const { tweetId } = JSON.parse(request.query.get('variables') ?? '{}') as { readonly tweetId?: string };
  const post = world.posts.get(tweetId ?? '');
  if (post !== undefined) return jsonAnswer(200, { data: { tweetResult: { result: graphqlResult(world, post) } } });
  const notice = world.withdrawn.get(tweetId ?? '') ?? null;
  const tombstone = { result: { __typename: 'TweetTombstone', tombstone: { text: { text: notice } } } };
  return jsonAnswer(200, { data: { tweetResult: notice === null ? {} : tombstone } });
}
