import type { Counts } from '@embalm/post';
import { attributeOf, elementsIn, findElement } from '../html/find-elements.ts';
import type { HtmlElement } from '../html/parse-html.ts';
import { testIds, withTestId } from './test-ids.ts';

/** A number as the labels of buttons have it, in whatever language, its digits in groups or not. */
const numberPattern = /\p{Nd}{1,3}(?:[.,\u00A0\u202F']\p{Nd}{3}){1,4}|\p{Nd}{1,15}/u;

/**
 * Read how often a post was answered, passed on, liked and seen. Buttons show these cut (`1.2K`) and are labelled with the whole number.
 *
 * @param at When the page was captured.
 */
export function readDrawnCounts(post: HtmlElement, at: string): Counts | null {
  const replies = readLabel(findElement(post, withTestId(testIds.reply)));
  const reposts = readLabel(findElement(post, withTestId(testIds.repost)));
  const likes = readLabel(findElement(post, withTestId(testIds.like)));
  const seen = [...elementsIn(post)].find((element) => attributeOf(element, 'href')?.endsWith('/analytics') === true);
  const views = readLabel(seen ?? null);
  if ([replies, reposts, likes, views].every((count) => count === null)) return null;
  return { likes, replies, reposts, quotes: null, views, asOf: at };
}

function readLabel(element: HtmlElement | null): number | null {
  const found = numberPattern.exec(element === null ? '' : (attributeOf(element, 'aria-label') ?? ''))?.[0];
  if (found === undefined) return null;
  const digits = found.replaceAll(/[^0-9]/g, '');
  return digits === '' ? null : Number(digits);
}
