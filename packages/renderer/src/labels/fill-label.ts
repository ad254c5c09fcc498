import type { Content } from '../html/html.ts';

const placeholder = /\{([a-z]+)\}/;

/**
 * Put contents in the places of a label.
 *
 * @returns The label's words and the contents between them; a place that nothing is given for stays empty.
 */
export function fillLabel(label: string, contents: Readonly<Record<string, Content>>): readonly Content[] {
  return label.split(placeholder).map((part, index) => (index % 2 === 0 ? part : (contents[part] ?? null)));
}

/** The same for places that stand in an attribute: text in, text out. */
export function fillText(label: string, texts: Readonly<Record<string, string>>): string {
  return label
    .split(placeholder)
    .map((part, index) => (index % 2 === 0 ? part : (texts[part] ?? '')))
    .join('');
}
