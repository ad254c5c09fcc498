import type { HtmlElement } from './parse-html.ts';

/** An element as if another were not in it. */
export function without(element: HtmlElement, other: HtmlElement): HtmlElement {
  const children = element.children.filter((child) => child !== other);
  const changed = children.map((child) => (typeof child === 'string' ? child : without(child, other)));
  const isSame = children.length === element.children.length && changed.every((child, at) => child === children[at]);
  return isSame ? element : { ...element, children: changed };
}
