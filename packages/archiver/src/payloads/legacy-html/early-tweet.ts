import { barePost, type Post, type ReplyTarget } from '@embalm/post';
import { statusUrl } from '../../x-sites.ts';
import { attributeOf, elementsIn, findElement, hasClass, textOf, withClass } from '../html/find-elements.ts';
import type { HtmlElement } from '../html/parse-html.ts';
import { joinPieces, type Piece } from '../html/join-pieces.ts';
import { createdAtOf } from '../parts/created-at.ts';
import { plainHandle } from '../parts/handle.ts';
import { readXId } from '../parts/x-id.ts';
import { readTime } from '../read-time.ts';

const statusPattern =
  /^(?:https?:\/\/(?:www\.|mobile\.)?twitter\.com)?\/(\w{1,20})\/status(?:es)?\/(\d{1,19})(?:$|[?#])/;
/** As in `{time:'Thu Oct 08 19:39:44 +0000 2009'}`, in whatever language the page is. */
const timePattern = /time:\s?'([^']{10,40})'/;

/**
 * Read a post from its page of before 2011, which marks it up as hAtom: `.hentry` with `.entry-content`, and the account beside it.
 *
 * @returns `null` if the page is none.
 */
export function readEarlyTweet(page: HtmlElement): Post | null {
  const entry = findElement(page, ({ attributes }) => attributes.get('id') === 'permalink') ?? page;
  const body = findElement(entry, withClass('entry-content'));
  const [own, ...others] = [...elementsIn(entry)].flatMap(statusOf);
  if (body === null || own === undefined) return null;
  const id = readXId(own.id);
  const handle = plainHandle(own.handle);
  if (id === null) return null;
  const name = findElement(page, withClass('full-name')) ?? findElement(page, withClass('fn'));
  const { text, entities } = joinPieces(toPieces(body.children));
  const bare = barePost({ id, handle, name: (name === null ? '' : textOf(name).trim()) || handle, text });
  return {
    ...bare,
    url: statusUrl(id, handle),
    author: { ...bare.author, avatar: readAvatar(page) },
    createdAt: createdAtOf(id) ?? readPublished(entry),
    entities,
    replyTo: readReplyTo(others, own.id),
    sourceLabel: readSource(entry),
  };
}

interface StatusLink {
  readonly handle: string;
  readonly id: string;
}

function statusOf(element: HtmlElement): readonly StatusLink[] {
  if (element.name !== 'a' || hasClass(element, 'tweet-url')) return [];
  const [, handle, id] = statusPattern.exec(attributeOf(element, 'href') ?? '') ?? [];
  return handle === undefined || id === undefined ? [] : [{ handle, id }];
}

/** The post's own link comes first; another beside it is that of the post it answers. */
function readReplyTo(links: readonly StatusLink[], own: string): ReplyTarget | null {
  const other = links.find(({ id }) => id !== own);
  return other === undefined ? null : { handle: plainHandle(other.handle), id: readXId(other.id) };
}

/** `abbr` until 2008 has ISO 8601 in its title. */
function readPublished(entry: HtmlElement): string | null {
  const published = findElement(entry, withClass('published'));
  if (published === null) return null;
  const said = timePattern.exec(attributeOf(published, 'data') ?? '')?.[1];
  const title = (attributeOf(published, 'title') ?? '').replace(/\+00:00$/, 'Z');
  return readTime(said ?? title);
}

function readAvatar(page: HtmlElement): string | null {
  const thumb = findElement(page, (element) => hasClass(element, 'thumb') || hasClass(element, 'vcard'));
  const image = thumb === null ? null : findElement(thumb, ({ name }) => name === 'img');
  return image === null ? null : attributeOf(image, 'src');
}

/** Whose link leads nowhere on twitter.com: the program's. */
function readSource(entry: HtmlElement): string | null {
  const meta = findElement(entry, withClass('entry-meta'));
  const link = meta === null ? null : findElement(meta, (element) => element.name === 'a' && isOutward(element));
  return link === null ? null : textOf(link).trim() || null;
}

function isOutward(link: HtmlElement): boolean {
  const host = URL.parse(attributeOf(link, 'href') ?? '')?.hostname ?? 'twitter.com';
  return !/(?:^|\.)twitter\.com$/.test(host);
}

/** The `@` of a mention stands before its link. */
function toPieces(children: HtmlElement['children']): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const child of children) {
    if (typeof child === 'string') pieces.push({ text: child.replace(/\s+/g, ' '), toEntity: null });
    else if (child.name === 'br') pieces.push({ text: '\n', toEntity: null });
    else if (hasClass(child, 'username')) {
      const before = pieces.pop() ?? { text: '', toEntity: null };
      const sign = /[@＠]$/.exec(before.text)?.[0] ?? '';
      pieces.push({ ...before, text: before.text.slice(0, before.text.length - sign.length) }, toMention(child, sign));
    } else pieces.push(...toLinked(child));
  }
  return pieces;
}

function toMention(link: HtmlElement, sign: string): Piece {
  const shown = textOf(link);
  const handle = plainHandle(shown.replace(/^[@＠]/, ''));
  const text = `${sign}${shown}`;
  if (handle === '' || !/^[@＠]/.test(text)) return { text, toEntity: null };
  return { text, toEntity: (range) => ({ type: 'mention', range, handle, name: null }) };
}

function toLinked(element: HtmlElement): readonly Piece[] {
  const text = textOf(element);
  if (hasClass(element, 'hashtag') && /^[#＃]\S/.test(text)) {
    return [{ text, toEntity: (range) => ({ type: 'hashtag', range, tag: text.slice(1) }) }];
  }
  const url = element.name === 'a' ? attributeOf(element, 'href') : null;
  if (url === null || !/^https?:\/\//.test(url)) return toPieces(element.children);
  return [{ text: url, toEntity: (range) => ({ type: 'link', range, url, display: text, short: null }) }];
}
