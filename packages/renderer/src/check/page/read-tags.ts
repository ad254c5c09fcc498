import { type DefaultTreeAdapterTypes, html, parse } from 'parse5';
import type { Edit } from '../finding.ts';
import type { Attribute, Tag } from './tag.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
type Location = NonNullable<Element['sourceCodeLocation']>;

/**
 * Read the elements of a page as browsers do, in the order of the page; those in templates too.
 *
 * A browser that runs scripts takes the content of `<noscript>` for text, one that does not takes it for elements. What is
 * harmless in one reading may not be in the other, so that a page with `<noscript>` is read both ways.
 */
export function readTags(source: string): readonly Tag[] {
  const readings = /<noscript/i.test(source) ? [false, true] : [false];
  return readings.flatMap((scriptingEnabled) => {
    const page = parse(source, { sourceCodeLocationInfo: true, scriptingEnabled });
    return listElements(page).map((element) => readTag(element, source));
  });
}

/** Without recursion: pages may be nested deeper than the stack. */
function listElements(page: Node): readonly Element[] {
  const elements: Element[] = [];
  const waiting: Node[] = [page];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('attrs' in node) elements.push(node);
    if ('content' in node) waiting.push(node.content);
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return elements;
}

function readTag(element: Element, source: string): Tag {
  const location = element.sourceCodeLocation ?? null;
  return {
    name: element.tagName.toLowerCase(),
    space: spaceOf(element),
    attributes: readAttributes(element, location, source),
    range: location === null ? [0, 0] : [location.startOffset, location.endOffset],
    content: readContent(element, source),
  };
}

function spaceOf({ namespaceURI }: Element): Tag['space'] {
  if (namespaceURI === html.NS.SVG) return 'svg';
  return namespaceURI === html.NS.MATHML ? 'math' : 'html';
}

function readAttributes(element: Element, location: Location | null, source: string): ReadonlyMap<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  for (const { name: local, prefix, value } of element.attrs) {
    const name = (prefix === undefined || prefix === '' ? local : `${prefix}:${local}`).toLowerCase();
    const place = location?.attrs?.[name];
    const range = place === undefined ? null : ([place.startOffset, place.endOffset] as const);
    const valueAt = range === null ? null : findValue(source, range, value);
    const removal = range === null ? null : removeAttribute(source, range);
    attributes.set(name, { name, value, range, valueAt, removal });
  }
  return attributes;
}

/** With the white space before it; its neighbours must not grow together. */
function removeAttribute(source: string, [from, end]: readonly [number, number]): Edit {
  let start = from;
  while (isSpace(source[start - 1])) start -= 1;
  const next = source[end];
  return { range: [start, end], text: next === '>' || isSpace(next) ? '' : ' ' };
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && ' \t\n\r\f'.includes(character);
}

function findValue(source: string, [start, end]: readonly [number, number], value: string): number | null {
  const written = source.slice(start, end);
  const quoted = /["']$/.test(written) ? 1 : 0;
  const at = end - quoted - value.length;
  return written.includes('=') && source.slice(at, end - quoted) === value ? at : null;
}

function readContent({ childNodes }: Element, source: string): Tag['content'] {
  const texts = childNodes.filter((node) => 'value' in node);
  const first = texts[0];
  if (first === undefined) return null;
  const text = texts.map(({ value }) => value).join('');
  const at = first.sourceCodeLocation?.startOffset ?? null;
  return { text, at: at !== null && source.startsWith(text, at) ? at : null };
}
