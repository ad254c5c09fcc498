import type { Post } from '@embalm/post';
import { attributeOf, elementsIn, hasClass, textOf } from '../html/find-elements.ts';
import { joinPieces, type Piece } from '../html/join-pieces.ts';
import type { HtmlElement } from '../html/parse-html.ts';

/** Read the text of a post on its page of 2011 to 2020. Links that the page hides lead to the post's media or quote. */
export function readTweetText(element: HtmlElement): Pick<Post, 'text' | 'entities'> {
  return joinPieces(toPieces(element));
}

function toPieces(element: HtmlElement): readonly Piece[] {
  return element.children.flatMap((child): readonly Piece[] => {
    if (typeof child === 'string') return [plain(child)];
    if (child.name === 'br') return [plain('\n')];
    if (child.name === 'img') return [plain(attributeOf(child, 'alt') ?? '')];
    if (isHidden(child)) return [];
    if (hasClass(child, 'twitter-timeline-link')) return [toLink(child)];
    if (hasClass(child, 'Emoji')) return [plain(emojiOf(child))];
    const label = textOf(child);
    const toEntity = entityOf(child, label);
    return toEntity === null ? toPieces(child) : [{ text: label, toEntity }];
  });
}

/** Links to what the page shows itself: the post's media, or the post it quotes. */
function isHidden(element: HtmlElement): boolean {
  return hasClass(element, 'u-hidden') || attributeOf(element, 'data-pre-embedded') === 'true';
}

function entityOf(element: HtmlElement, label: string): Piece['toEntity'] {
  const name = label.slice(1);
  if (name === '') return null;
  if (hasClass(element, 'twitter-hashtag')) return (range) => ({ type: 'hashtag', range, tag: name });
  if (hasClass(element, 'twitter-cashtag')) return (range) => ({ type: 'cashtag', range, symbol: name });
  if (!hasClass(element, 'twitter-atreply')) return null;
  return (range) => ({ type: 'mention', range, handle: name, name: null });
}

function toLink(element: HtmlElement): Piece {
  const shown = textOf(element);
  const short = attributeOf(element, 'href') ?? shown;
  const url = attributeOf(element, 'data-expanded-url') ?? attributeOf(element, 'title') ?? short;
  const display = displayOf(element) ?? shown.trim();
  return {
    text: short,
    toEntity: (range) => ({ type: 'link', range, url, display, short: url === short ? null : short }),
  };
}

/** What is shown of a link, with the ellipsis that stands for its end. */
function displayOf(link: HtmlElement): string | null {
  const visible = [...elementsIn(link)].find((element) => hasClass(element, 'js-display-url'));
  if (visible === undefined) return null;
  const cut = [...elementsIn(link)].some(
    (element) => hasClass(element, 'tco-ellipsis') && textOf(element).includes('…'),
  );
  return cut ? `${textOf(visible)}…` : textOf(visible);
}

/** Some pages draw emoji as backgrounds, and name them beside. */
function emojiOf(element: HtmlElement): string {
  const hidden = [...elementsIn(element)].find((child) => hasClass(child, 'visuallyhidden'));
  return hidden === undefined ? (attributeOf(element, 'alt') ?? textOf(element)) : textOf(hidden);
}

function plain(text: string): Piece {
  return { text, toEntity: null };
}
