import type { Article } from '@embalm/parser/read';
import { parsePostId, type Reference } from '@embalm/post';

/** A post that stands on a command line. */
export interface NamedPost {
  /** As it was typed: its URL, its short link, `x:ID`, or the bare id. */
  readonly typed: string;
  readonly reference: Reference;
}

/** A post by itself as an article, to make a page of: a text that is nothing but the link to it. */
export function postArticle({ typed, reference: { post } }: NamedPost): Article & { readonly name: string } {
  const isLink = parsePostId(typed) === null && !/^\d+$/.test(typed);
  const text = isLink ? typed : `https://x.com/i/status/${post.id}`;
  const name = post.id === null ? lastPart(typed) : `${post.platform}-${post.id.replaceAll(/[^\w.-]+/g, '-')}`;
  return { source: typed, name, format: 'text', text, encoding: 'utf-8', replacements: 0 };
}

function lastPart(link: string): string {
  return /[A-Za-z0-9]{1,20}\/?$/.exec(link)?.[0].replace('/', '') ?? 'post';
}
