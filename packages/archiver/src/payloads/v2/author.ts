import type { Author } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { nobody } from '../parts/author.ts';
import { plainHandle } from '../parts/handle.ts';
import type { Includes } from './includes.ts';

const verifications: ReadonlyMap<string, Author['verification']> = new Map([
  ['blue', 'blue'],
  ['business', 'business'],
  ['government', 'government'],
  ['none', null],
]);

/** Read the user whom `author_id` names, or who stands in the post itself, as saved by twarc. */
export function readAuthor(tweet: Fields, includes: Includes): Author {
  const id = tweet.string('author_id');
  const user = findUser(tweet, includes);
  if (user === null) {
    tweet.missing('author');
    return { ...nobody, id };
  }
  const username = user.wanted('username') ?? '';
  const handle = plainHandle(username);
  if (handle !== username) user.surprising('username');
  return {
    ...nobody,
    handle,
    name: user.wanted('name') ?? handle,
    id: user.string('id') ?? id,
    avatar: user.string('profile_image_url'),
    verification: readVerification(user),
  };
}

/** The account that wrote a post. */
export function findUser(tweet: Fields, { users }: Includes): Fields | null {
  return tweet.object('author') ?? users.get(tweet.string('author_id') ?? '') ?? null;
}

function readVerification(user: Fields): Author['verification'] {
  const type = user.string('verified_type');
  const known = type === null ? undefined : verifications.get(type);
  if (type !== null && known === undefined) user.surprising('verified_type');
  return known ?? (user.boolean('verified') === true ? 'legacy' : null);
}
