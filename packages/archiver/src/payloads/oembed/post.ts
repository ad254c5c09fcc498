import { parsePostUrl } from '@embalm/parser';
import { barePost, type Post } from '@embalm/post';
import { statusUrl } from '../../x-sites.ts';
import type { Fields } from '../fields.ts';
import { attributeOf, elementsIn, findElement, textOf } from '../html/find-elements.ts';
import { parseHtml } from '../html/parse-html.ts';
import { createdAtOf } from '../parts/created-at.ts';
import { plainHandle } from '../parts/handle.ts';
import { readXId } from '../parts/x-id.ts';
import { readLanguage } from '../read-language.ts';
import { readBlockquoteText } from './blockquote-text.ts';
import { readPrintedDay } from './printed-day.ts';

/**
 * Read the post that oEmbed puts into a blockquote: its text, its author and its day. Media, counts and the rest are not
 * in it; a text that ends in an ellipsis may be cut.
 */
export function readOembedPost(answer: Fields): Post | null {
  const url = parsePostUrl(answer.wanted('url') ?? '');
  const id = readXId(url?.id ?? '');
  const html = answer.wanted('html');
  if (id === null || html === null) return null;
  const blockquote = findElement(parseHtml(html), ({ name }) => name === 'blockquote');
  const paragraph = blockquote === null ? null : findElement(blockquote, ({ name }) => name === 'p');
  if (blockquote === null || paragraph === null) {
    answer.surprising('html');
    return null;
  }
  const handle = url?.handle ?? handleIn(answer.wanted('author_url') ?? '');
  const { text, entities } = readBlockquoteText(paragraph);
  const links = [...elementsIn(blockquote)].filter(({ name }) => name === 'a');
  const date = links.at(-1);
  const name = (answer.wanted('author_name') ?? handle).replace(/\s+/g, ' ');
  return {
    ...barePost({ id, handle, name, text }),
    url: statusUrl(id, handle),
    createdAt: createdAtOf(id) ?? (date === undefined ? null : readPrintedDay(textOf(date).replace(/\s+/g, ' '))),
    entities,
    lang: readLanguage(attributeOf(paragraph, 'lang') ?? 'und'),
    truncated: text.endsWith('…'),
  };
}

function handleIn(url: string): string {
  return plainHandle(URL.parse(url)?.pathname.slice(1) ?? '');
}
