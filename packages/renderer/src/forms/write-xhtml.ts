import { type DefaultTreeAdapterTypes, html as names, parse } from 'parse5';
import { escapeText } from '../html/escape.ts';

const noContent = new Set([
  'area',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/** Code points that are allowed in HTML and not in XML 1.0 (§2.2). */
const refused = /[\uFFFE\uFFFF]/g;

/**
 * Write an HTML page as XHTML, which readers of e-books take: well-formed XML with a namespace. Styles come through as they
 * are, and must have nothing that XML reads as markup.
 */
export function writeXhtml(page: string): string {
  const written = parse(page)
    .childNodes.map((node) => writeNode(node, null))
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${written}\n`;
}

function writeNode(node: DefaultTreeAdapterTypes.ChildNode, namespace: names.NS | null): string {
  if ('value' in node) return writeText(node.value);
  if (!('tagName' in node)) return '';
  const own = node.namespaceURI === namespace ? '' : ` xmlns="${node.namespaceURI}"`;
  const attributes = node.attrs.map(({ name, value }) => ` ${name}="${writeText(value)}"`).join('');
  const language = node.attrs.find(({ name }) => name === 'lang');
  const both = language === undefined ? '' : ` xml:lang="${writeText(language.value)}"`;
  const open = `<${node.tagName}${own}${attributes}${both}`;
  if (noContent.has(node.tagName) && node.namespaceURI === names.NS.HTML) return `${open}/>`;
  return `${open}>${node.childNodes.map((child) => writeNode(child, node.namespaceURI)).join('')}</${node.tagName}>`;
}

function writeText(text: string): string {
  return escapeText(text.replaceAll(refused, '\u{FFFD}'));
}
