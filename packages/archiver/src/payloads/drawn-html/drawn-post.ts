import { barePost, type Post, type Quoted } from '@embalm/post';
import { statusUrl } from '../../x-sites.ts';
import { attributeOf, elementsIn, findElement, wayTo } from '../html/find-elements.ts';
import type { HtmlElement } from '../html/parse-html.ts';
import { without } from '../html/without.ts';
import { createdAtOf } from '../parts/created-at.ts';
import { plainHandle } from '../parts/handle.ts';
import { readLanguage } from '../read-language.ts';
import { readTime } from '../read-time.ts';
import { readDrawnCard } from './drawn-card.ts';
import { readDrawnCounts } from './drawn-counts.ts';
import { readDrawnMedia } from './drawn-media.ts';
import { readDrawnText, textWithEmoji } from './drawn-text.ts';
import { type StatusLink, statusLinksIn } from './status-links.ts';
import { testIds, withTestId } from './test-ids.ts';

/**
 * Read a post from its `article` on a page of X's.
 *
 * @param at When the page was captured: counts are true as of then.
 * @returns `null` if no link says which post it is, as of advertisements.
 */
export function readDrawnPost(article: HtmlElement, at: string): Post | null {
  const quote = findQuote(article);
  const own = quote === null ? article : without(article, quote);
  const links = statusLinksIn(own);
  const link = links.find(({ isOfTime }) => isOfTime) ?? links[0];
  if (link === undefined) return null;
  const post = readContent(own, link);
  return {
    ...post,
    quote: quote === null ? null : readQuote(quote),
    card: readDrawnCard(own, link.id),
    counts: readDrawnCounts(own, at),
  };
}

/** What a post and a quoted one are drawn with alike. */
function readContent(element: HtmlElement, { id, handle: linked }: StatusLink): Post {
  const handle = plainHandle(linked);
  const body = findElement(element, withTestId(testIds.text));
  const time = findElement(element, ({ name }) => name === 'time');
  const avatar = findElement(element, withTestId(testIds.avatar));
  const face = avatar === null ? null : findElement(avatar, ({ name }) => name === 'img');
  const bare = barePost({ id, handle, name: readName(element, handle), text: '' });
  return {
    ...bare,
    url: statusUrl(id, handle),
    author: { ...bare.author, avatar: face === null ? null : attributeOf(face, 'src') },
    createdAt: createdAtOf(id) ?? readTime(time === null ? '' : (attributeOf(time, 'datetime') ?? '')),
    ...(body === null ? {} : readDrawnText(body)),
    lang: readLanguage(body === null ? 'und' : (attributeOf(body, 'lang') ?? 'und')),
    media: readDrawnMedia(element),
    truncated: findElement(element, withTestId(testIds.showMore)) !== null,
  };
}

/** The name stands before the handle. */
function readName(element: HtmlElement, handle: string): string {
  const names = findElement(element, withTestId(testIds.userName));
  const text = (names === null ? '' : textWithEmoji(names)).replaceAll(/\s+/g, ' ');
  const end = text.toLowerCase().indexOf(`@${handle.toLowerCase()}`);
  return (end < 0 ? '' : text.slice(0, end).trim()) || handle;
}

/** A quoted post has a name of its own, further in. */
function findQuote(article: HtmlElement): HtmlElement | null {
  const names = [...elementsIn(article)].filter(withTestId(testIds.userName));
  const second = names[1];
  if (second === undefined) return null;
  return wayTo(article, second).find((element) => attributeOf(element, 'role') === 'link') ?? null;
}

/** Only the links of its media say which post it is. */
function readQuote(quote: HtmlElement): Quoted | null {
  const [link] = statusLinksIn(quote);
  return link === undefined ? null : { type: 'post', post: readContent(quote, link) };
}
