import type { HtmlElement } from './parse-html.ts';

/** The elements within another, in the order of the page, without itself. */
export function* elementsIn(root: HtmlElement): Generator<HtmlElement> {
  for (const child of root.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* elementsIn(child);
  }
}

/** The first element within another that fits, or `null`. */
export function findElement(root: HtmlElement, fits: (element: HtmlElement) => boolean): HtmlElement | null {
  for (const element of elementsIn(root)) if (fits(element)) return element;
  return null;
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
