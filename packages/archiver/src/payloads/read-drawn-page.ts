import type { Post, PostId } from '@embalm/post';
import { attributeOf } from './html/find-elements.ts';
import type { HtmlElement } from './html/parse-html.ts';
import { readDrawnPost } from './drawn-html/drawn-post.ts';
import { testIds, withTestId } from './drawn-html/test-ids.ts';
import type { PayloadReading, ReadOptions } from './payload-reading.ts';

/**
 * Read the posts of a page of X's as a browser drew it and a person saved it, each once: the page of a post, with those above and
 * below it, or that of an account. The post that the page is of comes first.
 */
export function readDrawnPage(page: HtmlElement, { at, post: wanted }: ReadOptions): readonly PayloadReading[] {
  const drawn = [...postsIn(page)].flatMap((article) => {
    const post = readDrawnPost(article, at);
    return post === null ? [] : [{ post, isOwn: attributeOf(article, 'tabindex') === '-1' }];
  });
  const own = drawn.findIndex(({ isOwn }) => isOwn);
  // What stands right above the post that the page is of is the one that it answers.
  const parent = own > 0 ? drawn[own - 1]?.post : undefined;
  const posts = drawn.map(({ post, isOwn }) => (isOwn && parent !== undefined ? answering(post, parent) : post));
  const inOrder = own > 0 ? [...posts.slice(own), ...posts.slice(0, own)] : posts;
  const once = new Map<PostId, Post>();
  for (const post of inOrder) {
    if ((wanted === undefined || post.id === wanted) && !once.has(post.id)) once.set(post.id, post);
  }
  return [...once.values()].map((post) => ({ kind: 'live', post, diagnostics: [] }));
}

function answering(post: Post, parent: Post): Post {
  const replyTo = { handle: parent.author.handle, id: parent.id };
  return { ...post, parent: { type: 'post', post: parent }, replyTo };
}

/** Posts do not stand in posts. */
function* postsIn(element: HtmlElement): Generator<HtmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (withTestId(testIds.post)(child)) yield child;
    else yield* postsIn(child);
  }
}
