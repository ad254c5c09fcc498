import type { PostId } from '@embalm/post';
import { attributeOf, elementsIn } from '../html/find-elements.ts';
import type { HtmlElement } from '../html/parse-html.ts';
import { readXId } from '../parts/x-id.ts';

const statusPattern =
  /^(?:https:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com)?\/(?<handle>\w{1,20})\/status\/(?<id>\d{1,19})(?<rest>$|[/?#])/;

/** A link to a post, or to a part of its page. */
export interface StatusLink {
  readonly id: PostId;
  readonly handle: string;
  /** Whether it is around the time, and so the post's own. */
  readonly isOfTime: boolean;
}

/** The links within an element that lead to posts, in the order of the page. */
export function statusLinksIn(element: HtmlElement): readonly StatusLink[] {
  return [...elementsIn(element)].flatMap((link) => {
    if (link.name !== 'a') return [];
    const { handle = '', id = '', rest = '/' } = statusPattern.exec(attributeOf(link, 'href') ?? '')?.groups ?? {};
    const post = readXId(id);
    const isOfTime = rest !== '/' && link.children.some((child) => typeof child !== 'string' && child.name === 'time');
    return post === null ? [] : [{ id: post, handle, isOfTime }];
  });
}
