import { moment } from './decode/date.ts';
import { arrayOf, boolean, type Decode, nullable, object, oneOf, string } from './decode/decode.ts';
import { postId } from './decode/post-id.ts';
import type { Page, PagePost } from './page.ts';
import { referenceKinds } from './reference.ts';

const pagePost = object<PagePost>({
  post: postId,
  kind: oneOf(...referenceKinds),
  handle: nullable(string),
  date: nullable(moment),
  links: arrayOf(string),
});

/**
 * Read what a web page says.
 *
 * @throws {ShapeError} If the value is no such thing.
 */
export const parsePage: Decode<Page> = object<Page>({
  url: string,
  canonicalUrl: nullable(string),
  title: string,
  siteName: nullable(string),
  byline: nullable(string),
  publishedAt: nullable(moment),
  modifiedAt: nullable(moment),
  description: nullable(string),
  lang: nullable(string),
  text: string,
  truncated: boolean,
  posts: arrayOf(pagePost),
});
