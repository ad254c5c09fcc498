import type { Post } from '@embalm/post';

const plain: Post = {
  id: 'x:1500127395262201857',
  url: 'https://x.com/orbitwatch/status/1500127395262201857',
  author: {
    handle: 'orbitwatch',
    name: 'Orbit Watch',
    id: '12345',
    avatar: null,
    avatarShape: 'circle',
    verification: null,
    affiliation: null,
  },
  createdAt: '2022-03-05T14:02:31.000Z',
  text: 'The station passes over Lisbon tonight.',
  entities: [],
  lang: 'en',
  media: [],
  quote: null,
  parent: null,
  replyTo: null,
  card: null,
  poll: null,
  place: null,
  edits: null,
  communityNote: null,
  sensitive: false,
  sourceLabel: null,
  truncated: false,
  counts: null,
};

/** A post of an invented account; what a test is about is given. */
export function makePost(changes: Partial<Post> = {}): Post {
  return { ...plain, ...changes };
}
