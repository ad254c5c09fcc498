import type { Range } from '@embalm/post';
import type { PageElement } from './page.ts';

/** Elements that hold nothing but one embed are a part of it. */
const wrappers: ReadonlySet<string> = new Set(['blockquote', 'p']);

type ElementsAt = ReadonlyMap<number, PageElement>;

/**
 * Grow a range of source over the tags that touch it and have their partners within it, so that what is left without it
 * stays well-formed: `<p>[body</p> — Name (@handle) <a>date]</a>`.
 */
export function createRangeGrower(html: string, elements: readonly PageElement[]): (range: Range) => Range {
  let index: { readonly byOpenEnd: ElementsAt; readonly byCloseStart: ElementsAt } | null = null;

  return ([from, to]) => {
    // Few pages need it.
    index ??= {
      byOpenEnd: new Map(elements.map((element) => [element.open[1], element])),
      byCloseStart: new Map(elements.map((element) => [element.close[0], element])),
    };
    let [start, end] = [from, to];
    let [left, right] = [skipSpaceBack(html, start), skipSpace(html, end)];
    for (;;) {
      const before = index.byOpenEnd.get(left);
      const after = index.byCloseStart.get(right);
      const wrapped = before !== undefined && before === after && wrappers.has(before.name);
      const growsLeft = before !== undefined && (before.close[1] <= end || wrapped);
      const growsRight = after !== undefined && (after.open[0] >= start || wrapped);
      if (growsLeft) left = skipSpaceBack(html, (start = before.open[0]));
      if (growsRight) right = skipSpace(html, (end = after.close[1]));
      if (!growsLeft && !growsRight) return [start, end];
    }
  };
}

function skipSpaceBack(html: string, from: number): number {
  let at = from;
  while (at > 0 && /\s/.test(html.charAt(at - 1))) at -= 1;
  return at;
}

function skipSpace(html: string, from: number): number {
  let at = from;
  while (at < html.length && /\s/.test(html.charAt(at))) at += 1;
  return at;
}
