import type { Post, Quoted, ReplyTarget } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { deepest } from '../parts/quoted.ts';
import { readXId } from '../parts/x-id.ts';
import type { Includes } from './includes.ts';

/** The posts that a post quotes, answers or passes on. */
export interface References {
  readonly quote: Quoted | null;
  readonly parent: Quoted | null;
  readonly reposted: Post | null;
  readonly quotedId: string | null;
  readonly answeredId: string | null;
}

/** Read `referenced_tweets`: the posts that the answer carries, or that stand there themselves, as saved by twarc. */
export function readReferences(
  tweet: Fields,
  includes: Includes,
  depth: number,
  readPost: (tweet: Fields, depth: number) => Post | null,
): References {
  const references = tweet.objects('referenced_tweets');
  const idOfKind = (kind: string): string | null =>
    references.find((reference) => reference.string('type') === kind)?.string('id') ?? null;
  const read = (kind: string): Post | null => {
    const reference = references.find((one) => one.string('type') === kind);
    const id = reference?.string('id') ?? null;
    const whole = reference?.has('text') === true ? reference : id === null ? undefined : includes.tweets.get(id);
    return whole === undefined || depth >= deepest ? null : readPost(whole, depth + 1);
  };
  return {
    quote: toQuoted(read('quoted')),
    parent: toQuoted(read('replied_to')),
    reposted: read('retweeted'),
    quotedId: idOfKind('quoted'),
    answeredId: idOfKind('replied_to'),
  };
}

/** Read whom a post answers: the author of that post if it is known, else the user whom the payload names. */
export function readReplyTo(tweet: Fields, references: References, includes: Includes): ReplyTarget | null {
  const { parent, answeredId } = references;
  const id = readXId(answeredId ?? '');
  const user = includes.users.get(tweet.string('in_reply_to_user_id') ?? '')?.string('username') ?? null;
  const handle = parent?.type === 'post' && parent.post.author.handle !== '' ? parent.post.author.handle : user;
  return handle === null || id === null ? null : { handle, id };
}

function toQuoted(post: Post | null): Quoted | null {
  return post === null ? null : { type: 'post', post };
}
