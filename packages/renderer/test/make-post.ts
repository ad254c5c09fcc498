import { barePost, type Post } from '@embalm/post';

const plain = barePost({
  id: 'x:1500127395262201857',
  handle: 'orbitwatch',
  name: 'Orbit Watch',
  text: 'The station passes over Lisbon tonight.',
});

/** A post of an invented account; what a test is about is given. */
export function makePost(changes: Partial<Post> = {}): Post {
  return {
    ...plain,
    url: 'https://x.com/orbitwatch/status/1500127395262201857',
    author: { ...plain.author, id: '12345' },
    createdAt: '2022-03-05T14:02:31.000Z',
    lang: 'en',
    ...changes,
  };
}
