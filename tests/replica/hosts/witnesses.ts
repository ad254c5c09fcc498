import { fxtwitterStatus } from '../payload/fxtwitter.ts';
import { vxtwitterPayload } from '../payload/vxtwitter.ts';
import { htmlAnswer, jsonAnswer, plainAnswer, type Answer } from '../reply.ts';
import type { SeenRequest } from '../seen-request.ts';
import type { World } from '../world/world.ts';

const fxPath = /^\/2\/status\/(\d{1,19})$/;
const vxPath = /^\/\w{1,20}\/status\/(\d{1,19})$/;

/** api.fxtwitter.com: what FxTwitter makes of a post, or of the notice in its place. */
export function answerFxtwitter(request: SeenRequest, world: World): Answer {
  const id = fxPath.exec(request.path)?.[1];
  if (id === undefined) return plainAnswer(404, 'Not Found');
  const post = world.posts.get(id);
  const rest = { thread: null, author: null };
  if (post !== undefined)
    return jsonAnswer(200, { code: 200, message: 'OK', status: fxtwitterStatus(world, post), ...rest });
  const notice = world.withdrawn.get(id) ?? null;
  const tombstone = { type: 'tombstone', provider: 'twitter', reason: reasonOf(notice ?? ''), message: notice, id };
  return jsonAnswer(404, { code: 404, message: 'NOT_FOUND', status: notice === null ? null : tombstone, ...rest });
}

function reasonOf(notice: string): string {
  if (/suspended/i.test(notice)) return 'suspended';
  return /deleted/i.test(notice) ? 'deleted' : 'unavailable';
}

/** api.vxtwitter.com: what VxTwitter makes of a post; of one that it does not find, a page for people. */
export function answerVxtwitter(request: SeenRequest, world: World): Answer {
  const post = world.posts.get(vxPath.exec(request.path)?.[1] ?? '');
  if (post !== undefined) return jsonAnswer(200, vxtwitterPayload(world, post));
  return htmlAnswer(200, '<!doctype html><title>vxTwitter</title><p>Failed to scan your link!</p>');
}
