import type { Post } from '@embalm/post';
import { attributeOf, textOf } from '../html/find-elements.ts';
import { joinPieces, type Piece } from '../html/join-pieces.ts';
import type { HtmlElement } from '../html/parse-html.ts';

/** Read the text of a post as X's pages draw it: emoji as pictures, links cut for the eye. */
export function readDrawnText(element: HtmlElement): Pick<Post, 'text' | 'entities'> {
  return joinPieces(toPieces(element));
}

/** The text of an element, with the emoji that are drawn as pictures. */
export function textWithEmoji(element: HtmlElement): string {
  return toPieces(element)
    .map(({ text }) => text)
    .join('');
}

function toPieces(element: HtmlElement): readonly Piece[] {
  return element.children.flatMap((child): readonly Piece[] => {
    if (typeof child === 'string') return [plain(child)];
    if (child.name === 'br') return [plain('\n')];
    if (child.name === 'img') return [plain(attributeOf(child, 'alt') ?? '')];
    return child.name === 'a' ? [toLink(child)] : toPieces(child);
  });
}

function toLink(link: HtmlElement): Piece {
  const label = textWithEmoji({ ...link, name: '' });
  const href = attributeOf(link, 'href') ?? '';
  const name = label.slice(1);
  if (/^[#＃]/.test(label) && href.includes('/hashtag/')) {
    return { text: label, toEntity: (range) => ({ type: 'hashtag', range, tag: name }) };
  }
  if (label.startsWith('$') && href.includes('/search?')) {
    return { text: label, toEntity: (range) => ({ type: 'cashtag', range, symbol: name }) };
  }
  if (/^[@＠]\w{1,20}$/.test(label)) {
    return { text: label, toEntity: (range) => ({ type: 'mention', range, handle: name, name: null }) };
  }
  return /^https?:\/\//.test(href) ? toOutwardLink(link, href) : plain(label);
}

/** The whole address stands in the page, its beginning and end hidden, and an ellipsis where the eye misses its end. */
function toOutwardLink(link: HtmlElement, href: string): Piece {
  const whole = textOf(link).replace(/…$/, '').trim();
  const url = /^https?:\/\/\S{3,2000}$/.test(whole) ? whole : href;
  const display = shownOf(link).trim() || href;
  return {
    text: href,
    toEntity: (range) => ({ type: 'link', range, url, display, short: url === href ? null : href }),
  };
}

function shownOf(element: HtmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      const isHidden = attributeOf(child, 'aria-hidden') === 'true' && textOf(child) !== '…';
      return isHidden ? '' : shownOf(child);
    })
    .join('');
}

function plain(text: string): Piece {
  return { text, toEntity: null };
}
