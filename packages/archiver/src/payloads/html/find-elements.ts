import type { HtmlElement } from './parse-html.ts';

/** The elements within another, in the order of the page, without itself. */
export function* elementsIn(root: HtmlElement): Generator<HtmlElement> {
  // Not by itself: generators within generators would hand each element on level by level.
  const waiting = root.children.toReversed();
  for (let child = waiting.pop(); child !== undefined; child = waiting.pop()) {
    if (typeof child === 'string') continue;
    yield child;
    for (let at = child.children.length - 1; at >= 0; at -= 1) waiting.push(child.children[at] ?? '');
  }
}

/** The first element within another that fits, or `null`. */
export function findElement(root: HtmlElement, fits: (element: HtmlElement) => boolean): HtmlElement | null {
  for (const element of elementsIn(root)) if (fits(element)) return element;
  return null;
}

/** The elements that one within another lies in, the outermost first, without the other itself; none if it does not. */
export function wayTo(root: HtmlElement, wanted: HtmlElement): readonly HtmlElement[] {
  for (const child of root.children) {
    if (typeof child === 'string') continue;
    if (child === wanted) return [];
    const way = wayTo(child, wanted);
    if (way.length > 0 || child.children.includes(wanted)) return [child, ...way];
  }
  return [];
}

/** Whether an element has a class. */
export function hasClass(element: HtmlElement, name: string): boolean {
  return classesOf(element).includes(name);
}

/** Fits elements that have a class. */
export function withClass(name: string): (element: HtmlElement) => boolean {
  return (element) => hasClass(element, name);
}

/** The text of an element and all within it. */
export function textOf(element: HtmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** An attribute, or `null` if it is absent or empty. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  const value = element.attributes.get(name)?.trim() ?? '';
  return value === '' ? null : value;
}

function classesOf(element: HtmlElement): readonly string[] {
  return element.attributes.get('class')?.split(/\s+/) ?? [];
}
