import type { Fields } from './fields.ts';
import { readFxtwitterPost } from './fxtwitter/post.ts';
import { type PayloadContent, type PayloadReading, type ReadOptions, readWith } from './payload-reading.ts';
import type { GoneState } from './tombstone.ts';

/** What the service makes of X's own notices. `blocked` and `unavailable` say nothing of what became of the post. */
const reasons: ReadonlyMap<string, GoneState> = new Map([
  ['deleted', 'deleted'],
  ['suspended', 'suspended'],
  ['private', 'protected'],
]);

/**
 * Read an answer of FxTwitter's API, of the second version (`status`) or the first (`tweet`). Its source and its OpenAPI
 * document say what is in it.
 */
export function readFxtwitterPayload(payload: unknown, { at }: ReadOptions): PayloadReading {
  return readWith(payload, (answer) => readAnswer(answer, at));
}

function readAnswer(answer: Fields, at: string): PayloadContent {
  const status = answer.object('status') ?? answer.object('tweet');
  if (status?.string('type') === 'tombstone') {
    const reason = status.string('reason') ?? '';
    return { kind: 'tombstone', state: reasons.get(reason) ?? 'unavailable', text: status.string('message') ?? reason };
  }
  if (status !== null) {
    const post = readFxtwitterPost(status, at);
    return post === null ? { kind: 'unreadable', reason: 'the payload names no post' } : { kind: 'live', post };
  }
  const code = answer.count('code');
  const message = answer.string('message');
  if (code === 401) return { kind: 'tombstone', state: 'protected', text: message ?? 'PRIVATE_TWEET' };
  if (code === 404) return { kind: 'tombstone', state: 'unavailable', text: message ?? 'NOT_FOUND' };
  return { kind: 'unreadable', reason: message ?? 'the payload names no post' };
}
