import type { Card } from '@embalm/post';
import { articleUrl } from '../../x-sites.ts';
import { idOf, type PostId } from '@embalm/post';
import { attributeOf, findElement, textOf } from '../html/find-elements.ts';
import type { HtmlElement } from '../html/parse-html.ts';
import { testIds, withTestId } from './test-ids.ts';

/** Read the preview of a link, or of the article that a post is. Polls and players are not read. */
export function readDrawnCard(post: HtmlElement, id: PostId): Card | null {
  const title = findElement(post, withTestId(testIds.articleTitle));
  const bare = { description: null, site: null, image: null };
  if (title !== null) return { ...bare, kind: 'article', url: articleUrl(idOf(id)), title: textOf(title).trim() };
  const card = findElement(post, withTestId(testIds.card));
  const link = card === null ? null : findElement(card, isOutward);
  const url = link === null ? null : attributeOf(link, 'href');
  if (card === null || link === null || url === null) return null;
  // As in `forbes.com Is Wellness The New Happy Hour?`
  const [, site, name] = /^(\S{3,100}\.\S{2,30})\s(.{1,1000})$/s.exec(attributeOf(link, 'aria-label') ?? '') ?? [];
  const image = findElement(card, (element) => element.name === 'img');
  const source = image === null ? null : attributeOf(image, 'src');
  const isLarge = findElement(card, withTestId('card.layoutLarge.media')) !== null;
  return {
    ...bare,
    kind: isLarge ? 'summary-large-image' : 'summary',
    url,
    title: name?.trim() ?? null,
    site: site ?? null,
    image: source === null ? null : { url: source, width: null, height: null, alt: null },
  };
}

function isOutward(element: HtmlElement): boolean {
  return element.name === 'a' && /^https?:\/\//.test(attributeOf(element, 'href') ?? '');
}
