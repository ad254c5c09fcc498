import type { Post } from '@embalm/post';
import { attributeOf, textOf } from '../html/find-elements.ts';
import { joinPieces, type Piece } from '../html/join-pieces.ts';
import type { HtmlElement } from '../html/parse-html.ts';

const shortLink = /^https?:\/\/t\.co\/\w{1,64}$/;
const mediaLabel = /^pic\.(?:twitter|x)\.com\/\w{1,64}$/;
const space = /[ \t\n\f\r]+/g;

/** Read the paragraph of an embed's blockquote. The link to the media at its end is not shown. */
export function readBlockquoteText(paragraph: HtmlElement): Pick<Post, 'text' | 'entities'> {
  const pieces = paragraph.children.flatMap(toPiece);
  const last = pieces.findLastIndex(({ text }) => text.trim() !== '');
  const isMedia = mediaLabel.test(pieces[last]?.label ?? '');
  return joinPieces(isMedia ? pieces.slice(0, last) : pieces);
}

interface LabelledPiece extends Piece {
  readonly label: string;
}

function toPiece(child: HtmlElement | string): readonly LabelledPiece[] {
  if (typeof child === 'string') return [plain(child.replace(space, ' '))];
  if (child.name === 'br') return [plain('\n')];
  const label = textOf(child).replace(space, ' ');
  if (child.name !== 'a') return [plain(label)];
  const href = attributeOf(child, 'href') ?? '';
  if (shortLink.test(href)) {
    const toEntity: Piece['toEntity'] = (range) => ({ type: 'link', range, url: href, display: label, short: null });
    return [{ text: href, label, toEntity }];
  }
  return [{ text: label, label, toEntity: entityOf(label) }];
}

function entityOf(label: string): Piece['toEntity'] {
  const name = label.slice(1);
  if (/^[#＃]\S/.test(label)) return (range) => ({ type: 'hashtag', range, tag: name });
  if (/^[$＄]\S/.test(label)) return (range) => ({ type: 'cashtag', range, symbol: name });
  if (/^[@＠]\w{1,20}$/.test(label)) return (range) => ({ type: 'mention', range, handle: name, name: null });
  return null;
}

function plain(text: string): LabelledPiece {
  return { text, label: text, toEntity: null };
}
