import type { Fields } from '../fields.ts';

/** What an answer of v2 carries beside its posts, by id. */
export interface Includes {
  readonly tweets: ReadonlyMap<string, Fields>;
  readonly users: ReadonlyMap<string, Fields>;
  readonly media: ReadonlyMap<string, Fields>;
  readonly polls: ReadonlyMap<string, Fields>;
  readonly places: ReadonlyMap<string, Fields>;
}

/** Read `includes`, and the posts of `data`, which may refer to each other. */
export function readIncludes(answer: Fields, posts: readonly Fields[]): Includes {
  const includes = answer.object('includes');
  const list = (key: string, id: string): Map<string, Fields> => index(includes?.objects(key) ?? [], id);
  return {
    tweets: new Map([...index(posts, 'id'), ...list('tweets', 'id')]),
    users: list('users', 'id'),
    media: list('media', 'media_key'),
    polls: list('polls', 'id'),
    places: list('places', 'id'),
  };
}

function index(items: readonly Fields[], id: string): Map<string, Fields> {
  return new Map(
    items.flatMap((item) => {
      const key = item.string(id);
      return key === null ? [] : [[key, item] as const];
    }),
  );
}
